package hopfilm.dynamics;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.MU0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An external field that varies in space: of the magnet, and with a course in time. */
class FieldOfCellsTest {

  private static final Grid GRID = Grid.film(12, 5, 4e-9, 1e-9);
  private static final double MS = 7e5;
  private static final double ALPHA = 0.1;
  private static final double END = 50e-12;

  /** Cells that no bond joins: the exchange is negligible. */
  private static Magnet spins() {
    return new Magnet(GRID, Material.of(MS, 1e-20).withAlpha(ALPHA), Discretisation.COVARIANT);
  }

  /** Along z, from 50 to 160 kA/m. */
  private static VectorField field() {
    VectorField h = new VectorField(GRID);
    for (int i = 0; i < GRID.cells(); i++) {
      h.z()[i] = 5e4 + 1e4 * (i % GRID.nx());
    }
    return h;
  }

  private static TimeEvolution film(Magnet magnet, Integrator integrator, KernelChoice loops) {
    Numerics numerics = new Numerics(integrator, Coupling.adaptive(), loops, 1e-8);
    TimeEvolution film = new TimeEvolution(magnet, numerics, Parallel.SERIAL);
    film.state(Textures.uniform(GRID, 1, 0, 0), 0);
    film.stepLimit(0.2e-12);
    return film;
  }

  record Case(Integrator integrator, KernelChoice loops, boolean isOfMagnet) {}

  static List<Case> cases() {
    List<Case> all = new ArrayList<>();
    for (Integrator integrator : Integrator.values()) {
      for (KernelChoice loops : List.of(KernelChoice.AUTO, KernelChoice.PLAIN)) {
        all.add(new Case(integrator, loops, true));
        all.add(new Case(integrator, loops, false));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachCellFollowsTheClosedFormOfItsField(Case c) {
    Magnet magnet = c.isOfMagnet() ? spins().withField(field()) : spins();
    TimeEvolution film = film(magnet, c.integrator(), c.loops());
    if (!c.isOfMagnet()) {
      film.under(s -> s.withField(field(), Envelope.constant()));
    }
    film.runUntil(END);
    for (int i = 0; i < GRID.cells(); i++) {
      double angle = GAMMA0 * field().z()[i] * END / (1 + ALPHA * ALPHA);
      // m_z = tanh(alpha angle) and a turn by the angle, for a spin that starts in the plane;
      // steps turn by 0.007, whose fourth power is 2e-9
      assertThat(film.m().z()[i]).isCloseTo(Math.tanh(ALPHA * angle), within(1e-7));
      double inPlane = 1 / Math.cosh(ALPHA * angle);
      assertThat(film.m().x()[i]).isCloseTo(inPlane * Math.cos(angle), within(1e-7));
      assertThat(film.m().y()[i]).isCloseTo(inPlane * Math.sin(angle), within(1e-7));
    }
  }

  @ParameterizedTest
  @EnumSource(Integrator.class)
  void aPulseTurnsByItsIntegral(Integrator integrator) {
    TimeEvolution film = film(spins(), integrator, KernelChoice.AUTO);
    film.under(s -> s.withField(field(), Envelope.pulse(0, END)));
    film.runUntil(END);
    for (int i = 0; i < GRID.cells(); i++) {
      // the integral of sin^2 is half of the time
      double angle = GAMMA0 * field().z()[i] * END / 2 / (1 + ALPHA * ALPHA);
      assertThat(film.m().z()[i]).isCloseTo(Math.tanh(ALPHA * angle), within(1e-7));
    }
  }

  /** A current that begins or ends leaves the course of the field as it is. */
  @ParameterizedTest
  @EnumSource(Integrator.class)
  void theCourseOutlivesAChangeOfTheDrive(Integrator integrator) {
    TimeEvolution film = film(spins(), integrator, KernelChoice.AUTO);
    film.under(s -> s.withField(field(), Envelope.pulse(0, END)));
    film.under(s -> s.withoutCurrent());
    film.runUntil(END);
    for (int i = 0; i < GRID.cells(); i++) {
      double angle = GAMMA0 * field().z()[i] * END / 2 / (1 + ALPHA * ALPHA);
      assertThat(film.m().z()[i]).isCloseTo(Math.tanh(ALPHA * angle), within(1e-7));
    }
  }

  @Test
  void fieldsOfMagnetAndSurroundingsAdd() {
    VectorField half = field();
    half.add(-0.5, field());
    Magnet one = spins().withField(half).withField(new double[] {0, 0, 2e4});
    TimeEvolution both = film(one, Integrator.RK4, KernelChoice.AUTO);
    both.under(s -> s.withField(half, Envelope.constant()));
    VectorField sum = field();
    sum.add(1, VectorField.uniform(GRID, 0, 0, 2e4));
    TimeEvolution whole = film(spins().withField(sum), Integrator.RK4, KernelChoice.AUTO);
    both.runUntil(END);
    whole.runUntil(END);
    VectorField difference = both.m();
    difference.add(-1, whole.m());
    // rounding of fields in another order, over some hundred steps
    assertThat(difference.largest()).isLessThan(1e-12);
    assertThat(both.present().energies(both.m()).zeeman())
        .isCloseTo(whole.present().energies(both.m()).zeeman(), within(1e-33));
    both.under(s -> s.withoutField());
    assertThat(both.present().fieldOfCells().orElseThrow().z()).containsExactly(half.z());
  }

  @Test
  void energyIsTheSumOverCells() {
    VectorField m = Textures.random(GRID, 3);
    double sum = 0;
    for (int i = 0; i < GRID.cells(); i++) {
      sum -= MU0 * MS * m.z()[i] * field().z()[i] * GRID.cellVolume();
    }
    assertThat(spins().withField(field()).energies(m).zeeman())
        .isCloseTo(sum, within(1e-14 * Math.abs(sum) * GRID.cells()));
  }

  /** The field that is the same in all cells does what the uniform one does. */
  @ParameterizedTest
  @EnumSource(DemagKind.class)
  void equalCellsAreAUniformField(DemagKind demag) {
    Material material = Material.of(MS, 1e-11).withKu(1e5).withAlpha(ALPHA);
    Magnet magnet = new Magnet(GRID, material, Discretisation.COVARIANT).withDemag(demag);
    Magnet cells = magnet.withField(VectorField.uniform(GRID, 1e4, 2e4, 3e4));
    TimeEvolution one = film(cells, Integrator.RK4, KernelChoice.AUTO);
    TimeEvolution other =
        film(magnet.withField(new double[] {1e4, 2e4, 3e4}), Integrator.RK4, KernelChoice.AUTO);
    one.runUntil(END);
    other.runUntil(END);
    VectorField difference = one.m();
    difference.add(-1, other.m());
    // the demagnetising field of each stage against one that is corrected once a step
    assertThat(difference.largest()).isLessThan(demag == DemagKind.ON ? 1e-6 : 1e-12);
  }

  @Test
  void descentComesToRestInTheField() {
    Magnet magnet =
        new Magnet(
                GRID, Material.of(MS, 1e-11).withKu(1e5).withAlpha(ALPHA), Discretisation.COVARIANT)
            .withField(field());
    VectorField m = Textures.uniform(GRID, 1, 0, 0.2);
    new StaticDescent(magnet, KernelChoice.AUTO, Parallel.SERIAL).relax(m, 1e-6, 100_000);
    assertThat(m.mean(2)).isCloseTo(1, within(1e-6));
  }

  @Test
  void fieldOfAnotherGridIsRejected() {
    VectorField other = new VectorField(Grid.film(11, 5, 4e-9, 1e-9));
    assertThatThrownBy(() -> spins().withField(other)).hasMessageContaining("grid");
    TimeEvolution film = film(spins(), Integrator.RK4, KernelChoice.AUTO);
    assertThatThrownBy(() -> film.under(s -> s.withField(other, Envelope.constant())))
        .hasMessageContaining("grid");
  }
}
