package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EnergyTerm;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.OerstedField;
import hopfilm.magnet.Textures;
import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.GivenValues;
import hopfilm.transport.Held;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A film in the Oersted field of its own current. */
class OerstedInTimeTest {

  private static final double PS = 1e-12;
  private static final double[] VOLTAGES = {0.1, -0.1};

  private static Material material(double P) {
    return Material.of(Films.MS, Films.A)
        .withKu(1.72e5)
        .withD(Films.D, DmiKind.BULK)
        .withAlpha(0.3)
        .withP(P);
  }

  private static CurrentFlow flow(Grid grid, double amr, Parallel parallel) {
    AmrConductivity sigma = new AmrConductivity(1.5e-7, amr);
    return new CurrentFlow(grid, sigma, ElectrodeLayouts.sidesX(grid), parallel);
  }

  private static Numerics numerics(Integrator integrator) {
    return new Numerics(
        integrator,
        Coupling.adaptive(),
        KernelChoice.AUTO,
        Numerics.TOLERANCE,
        DemagRate.EVERY_STAGE);
  }

  private static TimeEvolution driven(Magnet magnet, double amr, Numerics n, Parallel parallel) {
    Grid grid = magnet.grid();
    TimeEvolution film = new TimeEvolution(magnet, flow(grid, amr, parallel), n, parallel);
    film.under(s -> s.withOersted(new OerstedField(grid, FourierLoops.DOUBLE)));
    film.state(Textures.random(grid, 2), 0);
    film.under(s -> s.withVoltages(VOLTAGES));
    return film;
  }

  /** The field of the current as a term from outside. */
  private static EnergyTerm given(Magnet magnet) {
    Grid grid = magnet.grid();
    CurrentFlow flow = flow(grid, 0, Parallel.SERIAL);
    Held held = flow.with(VectorField.uniform(grid, 0, 0, 1));
    double[] potential = new double[flow.potentialLength()];
    held.solve(VOLTAGES, potential, 1e-12);
    VectorField h = new VectorField(grid);
    new OerstedField(grid, FourierLoops.DOUBLE)
        .field(held.currentDensity(potential), h, Parallel.SERIAL);
    return magnet.withOersted(h).terms().stream()
        .filter(t -> t.name().equals("oersted"))
        .findFirst()
        .orElseThrow();
  }

  /** Without magnetoresistance and torque the current is steady, and its field one from outside. */
  @ParameterizedTest
  @CsvSource({"RK4, OFF, 1", "RK4, ON, 1", "RK4, ON, 2", "DOPRI5, ON, 1", "DOPRI5, OFF, 2"})
  void filmMovesAsInThatFieldFromOutside(Integrator integrator, DemagKind demag, int layers) {
    Grid grid = new Grid(20, 12, layers, 4e-9, 4e-9, 200e-9 / layers);
    Magnet magnet = new Magnet(grid, material(0), Discretisation.COVARIANT).withDemag(demag);
    TimeEvolution own = driven(magnet, 0, numerics(integrator), Parallel.SERIAL);
    own.stepLimit(0.05 * PS);
    own.runUntil(2 * PS);
    TimeEvolution outside =
        new TimeEvolution(magnet.withTerm(given(magnet), 0), numerics(integrator), Parallel.SERIAL);
    outside.state(Textures.random(grid, 2), 0);
    outside.stepLimit(0.05 * PS);
    outside.runUntil(2 * PS);
    // the potential is solved to 1e-5; without the field 1e-2 would remain
    assertSame(own.m(), outside.m(), 1e-6);
    double energy = own.present().energies(own.m()).oersted();
    assertThat(energy).isCloseTo(given(magnet).energy(own.m()), within(1e-5 * Math.abs(energy)));
    assertThat(energy).isNotZero();
  }

  /** One field a step for the layers far away changes little, and the Oersted field is added. */
  @Test
  void farFieldsAddToIt() {
    Grid grid = Grid.film(20, 12, 4e-9, 2e-7);
    Magnet magnet = new Magnet(grid, material(1), Discretisation.COVARIANT).withDemag(DemagKind.ON);
    TimeEvolution often = driven(magnet, 1.5, numerics(Integrator.RK4), Parallel.SERIAL);
    often.state(Films.smooth(grid), 0);
    often.runUntil(10 * PS);
    TimeEvolution once = driven(magnet, 1.5, Numerics.standard(), Parallel.SERIAL);
    once.state(Films.smooth(grid), 0);
    once.runUntil(10 * PS);
    // of the far field, as without Oersted field; that changes m by some 1e-1
    assertSame(once.m(), often.m(), 1e-3);
  }

  @Test
  void fieldFollowsTheDriveAndEndsWithIt() {
    Grid grid = Grid.film(20, 12, 4e-9, 2e-7);
    Magnet magnet = new Magnet(grid, material(0), Discretisation.COVARIANT);
    TimeEvolution film = driven(magnet, 0, Numerics.standard(), Parallel.SERIAL);
    film.under(
        s -> s.withCurrent(GivenValues.voltages(VOLTAGES), Envelope.ramp(0, 20 * PS, 10 * PS)));
    film.runUntil(5 * PS);
    double half = film.present().energies(film.m()).oersted();
    assertThat(half).isCloseTo(0.5 * given(magnet).energy(film.m()), within(1e-5 * Math.abs(half)));
    film.under(s -> s.withoutCurrent());
    assertThat(film.present().energies(film.m()).oersted()).isZero();
    VectorField m = film.m();
    film.runUntil(9 * PS);
    TimeEvolution free = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    free.state(m, 5 * PS);
    free.runUntil(9 * PS);
    assertSame(film.m(), free.m(), 0);
  }

  @ParameterizedTest
  @EnumSource(DemagKind.class)
  void resumedFilmEndsWithTheSameBitsOnTwoThreadsToo(DemagKind demag) throws IOException {
    Grid grid = Grid.film(40, 24, 4e-9, 2e-7);
    Magnet magnet = new Magnet(grid, material(1), Discretisation.COVARIANT).withDemag(demag);
    TimeEvolution whole = driven(magnet, 1.5, Numerics.standard(), Parallel.SERIAL);
    whole.runUntil(8 * PS);
    try (Parallel two = Parallel.of(2)) {
      TimeEvolution first = driven(magnet, 1.5, Numerics.standard(), two);
      first.runUntil(8 * PS, () -> first.steps() == 23);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      first.save(new StateWriter(bytes));
      TimeEvolution second = driven(magnet, 1.5, Numerics.standard(), two);
      second.restore(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
      second.runUntil(8 * PS);
      assertSame(second.m(), whole.m(), 0);
    }
  }

  @Test
  void filmWithoutContactsHasNone() {
    Grid grid = Grid.film(8, 8, 4e-9, 1e-7);
    Magnet magnet = new Magnet(grid, material(1), Discretisation.COVARIANT);
    TimeEvolution film = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    OerstedField field = new OerstedField(grid, FourierLoops.DOUBLE);
    assertThatThrownBy(() -> film.under(s -> s.withOersted((field))))
        .hasMessage("the film has no electrodes");
    TimeEvolution other =
        new TimeEvolution(
            magnet, flow(grid, 0, Parallel.SERIAL), Numerics.standard(), Parallel.SERIAL);
    OerstedField wrong = new OerstedField(Grid.film(9, 8, 4e-9, 1e-7), FourierLoops.DOUBLE);
    assertThatThrownBy(() -> other.under(s -> s.withOersted((wrong))))
        .hasMessageContaining("another grid");
  }

  private static void assertSame(VectorField a, VectorField b, double tolerance) {
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.grid().cells(); i++) {
        assertThat(a.component(c)[i]).isCloseTo(b.component(c)[i], within(tolerance));
      }
    }
  }
}
