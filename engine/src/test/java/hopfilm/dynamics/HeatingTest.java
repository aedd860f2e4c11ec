package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.heat.FilmTemperature;
import hopfilm.heat.HeatProperties;
import hopfilm.heat.Substrate;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.GivenValues;
import hopfilm.transport.Held;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The heat of the current in the temperature of the film. */
class HeatingTest {

  private static final double PS = 1e-12;
  private static final double RHO = 1.5e-7;
  private static final double C = 3.5e6;
  private static final double[] VOLTAGES = {0.02, -0.02};

  private static FilmTemperature temperature(Grid grid, double h, Parallel parallel) {
    return new FilmTemperature(
        CellMask.full(grid),
        new HeatProperties(C, 30, h, new Substrate.HalfSpace(3.4e6, 40), 300),
        null,
        parallel);
  }

  private static TimeEvolution film(
      Grid grid, double amr, Integrator integrator, Coupling coupling, Parallel parallel) {
    Magnet magnet = new Magnet(grid, Films.paperLike(), Discretisation.COVARIANT);
    CurrentFlow flow =
        new CurrentFlow(
            grid, new AmrConductivity(RHO, amr), ElectrodeLayouts.sidesX(grid), parallel);
    TimeEvolution film =
        new TimeEvolution(
            magnet, flow, new Numerics(integrator, coupling, KernelChoice.AUTO), parallel);
    film.state(Films.smooth(grid), 0);
    return film;
  }

  private static TimeEvolution film(Grid grid, double amr) {
    return film(grid, amr, Integrator.RK4, Coupling.adaptive(), Parallel.SERIAL);
  }

  /** Power an area of a steady current without magnetoresistance, E^2/rho. */
  private static double even(Grid grid) {
    double e = 0.04 / grid.sizeX();
    return e * e / RHO;
  }

  @ParameterizedTest
  @CsvSource({"RK4, 1", "DOPRI5, 1", "RK4, 2"})
  void insulatedFilmGetsWarmerByItsHeat(Integrator integrator, int layers) {
    Grid grid = new Grid(20, 12, layers, 4e-9, 4e-9, 20e-9);
    for (Coupling coupling : new Coupling[] {Coupling.adaptive(), Coupling.everyStep()}) {
      TimeEvolution film = film(grid, 0, integrator, coupling, Parallel.SERIAL);
      film.under(
          s ->
              s.withHeat(new Surroundings.Heat(temperature(grid, 0, Parallel.SERIAL)))
                  .withVoltages(VOLTAGES));
      film.runUntil(5 * PS);
      film.under(s -> s.withoutCurrent());
      film.runUntil(7 * PS);
      double expected = 300 + even(grid) * 5 * PS / C;
      // the square of the error of the potential
      assertThat(film.temperature().orElseThrow().mean())
          .isCloseTo(expected, within(1e-9 * expected));
      assertThat(film.temperature().orElseThrow().at(film.temperature().orElseThrow().hottest()))
          .isCloseTo(expected, within(1e-4 * (expected - 300)));
    }
  }

  /** Up in a third of the time, down in a third: 5/9 of the heat of a steady drive. */
  @Test
  void heatFollowsTheSquareOfTheDrive() {
    Grid grid = Grid.film(20, 12, 4e-9, 20e-9);
    TimeEvolution film = film(grid, 0);
    film.under(
        s ->
            s.withHeat(new Surroundings.Heat(temperature(grid, 0, Parallel.SERIAL)))
                .withCurrent(
                    GivenValues.voltages(VOLTAGES), Envelope.ramp(1 * PS, 7 * PS, 2 * PS)));
    film.runUntil(9 * PS);
    double expected = even(grid) * 6 * PS * 5 / 9 / C;
    assertThat(film.temperature().orElseThrow().mean() - 300)
        .isCloseTo(expected, within(1e-6 * expected));
  }

  /** The current follows the texture: what comes in is the heat of film and time. */
  @Test
  void heatIsThatOfTheCurrent() {
    Grid grid = Grid.film(30, 20, 4e-9, 20e-9);
    TimeEvolution film = film(grid, 1.5);
    film.under(
        s ->
            s.withHeat(new Surroundings.Heat(temperature(grid, 1e8, Parallel.SERIAL)))
                .withVoltages(VOLTAGES));
    CurrentFlow meter =
        new CurrentFlow(
            grid, new AmrConductivity(RHO, 1.5), ElectrodeLayouts.sidesX(grid), Parallel.SERIAL);
    double joule = 0;
    double before = Double.NaN;
    int n = 50;
    for (int k = 0; k <= n; k++) {
      Held held = meter.with(film.m());
      double power = 0.04 * 0.04 * held.conductanceMatrix().get(0, 0);
      joule += k == 0 ? 0 : 0.5 * (power + before) * 0.5 * PS;
      before = power;
      film.runUntil((k + 1) * 0.5 * PS);
      if (k == n - 1) {
        FilmTemperature.Balance b = film.temperature().orElseThrow().balance();
        held = meter.with(film.m());
        power = 0.04 * 0.04 * held.conductanceMatrix().get(0, 0);
        joule += 0.5 * (power + before) * 0.5 * PS;
        // of a trapezoid over solutions that are some percent of the course apart
        assertThat(b.given()).isCloseTo(joule, within(2e-3 * joule));
        assertThat(b.stored() + b.substrate()).isCloseTo(b.given(), within(1e-9 * b.given()));
        assertThat(b.substrate()).isPositive();
      }
    }
  }

  @Test
  void textureMovesAsWithoutHeat() {
    Grid grid = Grid.film(30, 20, 4e-9, 20e-9);
    TimeEvolution plain = film(grid, 1.5);
    plain.under(s -> s.withVoltages(VOLTAGES));
    plain.runUntil(20 * PS);
    TimeEvolution warm = film(grid, 1.5);
    warm.under(
        s ->
            s.withHeat(new Surroundings.Heat(temperature(grid, 1e8, Parallel.SERIAL)))
                .withVoltages(VOLTAGES));
    warm.runUntil(20 * PS);
    assertSame(warm.m(), plain.m());
    assertThat(warm.temperature().orElseThrow().mean()).isGreaterThan(300.5);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "7, 0", "31, 0", "31, 0.004"})
  void resumedFilmEndsWithTheSameBitsOnTwoThreadsToo(int stop, double b) throws IOException {
    Grid grid = Grid.film(66, 64, 4e-9, 20e-9);
    TimeEvolution whole = film(grid, 1.5);
    whole.under(
        s ->
            s.withHeat(
                    new Surroundings.Heat(
                        temperature(grid, 1e8, Parallel.SERIAL), Optional.empty(), b))
                .withCurrent(GivenValues.voltages(VOLTAGES), Envelope.ramp(0, 30 * PS, 3 * PS)));
    whole.runUntil(8 * PS);
    whole.runUntil(10 * PS);
    try (Parallel two = Parallel.of(2)) {
      TimeEvolution first = film(grid, 1.5, Integrator.RK4, Coupling.adaptive(), two);
      first.under(
          s ->
              s.withHeat(new Surroundings.Heat(temperature(grid, 1e8, two), Optional.empty(), b))
                  .withCurrent(GivenValues.voltages(VOLTAGES), Envelope.ramp(0, 30 * PS, 3 * PS)));
      first.runUntil(8 * PS, () -> first.steps() == stop);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      first.save(new StateWriter(bytes));
      TimeEvolution second = film(grid, 1.5, Integrator.RK4, Coupling.adaptive(), two);
      second.under(
          s ->
              s.withHeat(new Surroundings.Heat(temperature(grid, 1e8, two), Optional.empty(), b))
                  .withCurrent(GivenValues.voltages(VOLTAGES), Envelope.ramp(0, 30 * PS, 3 * PS)));
      second.restore(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
      second.runUntil(8 * PS);
      second.runUntil(10 * PS);
      assertSame(second.m(), whole.m());
      assertThat(second.temperature().orElseThrow().rise())
          .isEqualTo(whole.temperature().orElseThrow().rise());
      assertThat(second.temperature().orElseThrow().balance())
          .isEqualTo(whole.temperature().orElseThrow().balance());
    }
  }

  private static CurrentFlow strip(Grid grid, Drive drive) {
    List<Electrode> sides =
        ElectrodeLayouts.sidesX(grid).stream()
            .map(e -> new Electrode(e.name(), e.shapes().get(0), 0, drive))
            .toList();
    return new CurrentFlow(grid, new AmrConductivity(RHO, 0), sides, Parallel.SERIAL);
  }

  private static TimeEvolution film(CurrentFlow flow, Coupling coupling) {
    Grid grid = flow.film();
    Magnet magnet = new Magnet(grid, Films.paperLike(), Discretisation.COVARIANT);
    Numerics numerics = new Numerics(Integrator.RK4, coupling, KernelChoice.AUTO);
    TimeEvolution film = new TimeEvolution(magnet, flow, numerics, Parallel.SERIAL);
    film.state(Films.smooth(grid), 0);
    return film;
  }

  private static FilmTemperature on(Grid grid, double h) {
    HeatProperties heat = new HeatProperties(C, 30, h, new Substrate.Ideal(), 300);
    return new FilmTemperature(CellMask.full(grid), heat, null, Parallel.SERIAL);
  }

  /**
   * A strip under a given current, rho = rho0 (1 + b T): c t dT/dt = rho0 j^2 t (1 + b T) - h T, so
   * that T = (q t/h')(1 - exp(-h' s/(c t))), h' = h - b q t; the resistance rises with T.
   */
  @Test
  void givenCurrentHeatsWhatItsHeatMakesMoreResistive() {
    Grid grid = Grid.film(20, 12, 4e-9, 20e-9);
    double b = 0.004;
    double h = 1e9;
    double j = 1.2e12;
    CurrentFlow flow = strip(grid, Drive.CURRENT);
    CurrentFlow meter = flow.between(ElectrodeLayouts.sidesX(grid));
    TimeEvolution film = film(flow, Coupling.adaptive());
    film.under(s -> s.withHeat(new Surroundings.Heat(on(grid, h), Optional.empty(), b)));
    double current = j * grid.dz() * grid.sizeY();
    film.under(s -> s.withCurrent(GivenValues.currents(current, -current), Envelope.constant()));
    double flux = RHO * j * j * grid.dz();
    double less = h - b * flux;
    for (double s = 20 * PS; s < 101 * PS; s += 20 * PS) {
      film.runUntil(s);
      double expected = flux / less * -Math.expm1(-less * s / (C * grid.dz()));
      // steps of the temperature are right to 0.1 K
      assertThat(film.temperature().orElseThrow().mean() - 300).isCloseTo(expected, within(0.02));
      double volts = current / meter.with(film.m()).conductanceMatrix().get(0, 0);
      double cold = RHO * j * grid.sizeX();
      assertThat(volts).isCloseTo(cold * (1 + b * expected), within(1e-4 * cold));
    }
    assertThat(film.temperature().orElseThrow().mean() - 300).isGreaterThan(3.0);
    FilmTemperature.Balance balance = film.temperature().orElseThrow().balance();
    assertThat(balance.stored() + balance.substrate())
        .isCloseTo(balance.given(), within(1e-9 * balance.given()));
  }

  /** An insulated strip under a given voltage: (1 + b T)^2 = 1 + 2 b E^2 s/(rho0 c). */
  @ParameterizedTest
  @ValueSource(doubles = {0.004, -0.0005})
  void givenVoltageHeatsLessWhereTheResistivityRises(double b) {
    Grid grid = Grid.film(20, 12, 4e-9, 20e-9);
    for (Coupling coupling : new Coupling[] {Coupling.adaptive(), Coupling.everyStep()}) {
      TimeEvolution film = film(strip(grid, Drive.VOLTAGE), coupling);
      film.under(
          s ->
              s.withHeat(new Surroundings.Heat(on(grid, 0), Optional.empty(), b))
                  .withVoltages(VOLTAGES));
      film.runUntil(300 * PS);
      double expected = (Math.sqrt(1 + 2 * b * even(grid) * 300 * PS / C) - 1) / b;
      assertThat(expected).isGreaterThan(100);
      // steps of the temperature are right to 0.1 K
      assertThat(film.temperature().orElseThrow().mean() - 300).isCloseTo(expected, within(0.1));
    }
  }

  @Test
  void resistivityThatWouldVanishEndsTheRun() {
    Grid grid = Grid.film(20, 12, 4e-9, 20e-9);
    TimeEvolution film = film(strip(grid, Drive.VOLTAGE), Coupling.adaptive());
    film.under(
        s ->
            s.withHeat(new Surroundings.Heat(on(grid, 0), Optional.empty(), -0.01))
                .withVoltages(VOLTAGES));
    assertThatThrownBy(() -> film.runUntil(300 * PS))
        .isInstanceOf(InstabilityException.class)
        .hasMessageContaining("little or nothing is left of a resistivity");
  }

  /** Without change by temperature the factors are 1, and all is as without them to the bit. */
  @Test
  void coldFilmConductsAsWithoutCoefficient() {
    Grid grid = Grid.film(30, 20, 4e-9, 20e-9);
    VectorField[] ends = new VectorField[2];
    for (int k = 0; k < 2; k++) {
      TimeEvolution film = film(grid, 1.5);
      boolean[] all = new boolean[grid.cells()];
      Arrays.fill(all, true);
      HeatProperties heat = new HeatProperties(C, 30, 1e8, new Substrate.Ideal(), 300);
      double perKelvin = k * 0.004;
      FilmTemperature own = new FilmTemperature(CellMask.full(grid), heat, all, Parallel.SERIAL);
      film.under(
          s ->
              s.withHeat(new Surroundings.Heat(own, Optional.empty(), perKelvin))
                  .withVoltages(VOLTAGES));
      film.runUntil(5 * PS);
      ends[k] = film.m();
    }
    assertSame(ends[1], ends[0]);
  }

  @Test
  void otherFilmsAreRefused() {
    Grid grid = Grid.film(8, 8, 4e-9, 20e-9);
    TimeEvolution film = film(grid, 0);
    FilmTemperature other = temperature(Grid.film(9, 8, 4e-9, 20e-9), 0, Parallel.SERIAL);
    assertThatThrownBy(() -> film.under(s -> s.withHeat(new Surroundings.Heat(other))))
        .hasMessageContaining("another film");
    Magnet magnet = new Magnet(grid, Films.paperLike(), Discretisation.COVARIANT);
    TimeEvolution dark = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    FilmTemperature own = temperature(grid, 0, Parallel.SERIAL);
    assertThatThrownBy(() -> dark.under(s -> s.withHeat(new Surroundings.Heat(own))))
        .hasMessage("the film has no electrodes");
  }

  private static void assertSame(VectorField a, VectorField b) {
    for (int c = 0; c < 3; c++) {
      assertThat(a.component(c)).isEqualTo(b.component(c));
    }
  }

  /** Pulses with hard edges heat the film as steps of constant voltages do. */
  @Test
  void aTrainOfPulsesHeatsAsItsStepsDo() {
    Grid grid = Grid.film(24, 16, 4e-9, 2e-8);
    double on = 40 * PS;
    double off = 60 * PS;
    TimeEvolution pulses = film(grid, 0);
    TimeEvolution steps = film(grid, 0);
    for (TimeEvolution f : List.of(pulses, steps)) {
      FilmTemperature film = temperature(grid, 1e8, Parallel.SERIAL);
      f.under(s -> s.withHeat(new Surroundings.Heat(film)));
    }
    GivenValues values = GivenValues.voltages(VOLTAGES);
    pulses.under(s -> s.withCurrent(values, new PulseTrain(0, on, off, 0)));
    for (int k = 0; k < 3; k++) {
      double start = k * (on + off);
      steps.under(s -> s.withCurrent(values, Envelope.constant()));
      double t = start + on / 8;
      steps.runUntil(t);
      pulses.runUntil(t);
      double expected = steps.temperature().orElseThrow().rise()[0];
      // 2e-7; 2e-5 where the rate of the pause is taken into the pulse
      assertThat(pulses.temperature().orElseThrow().rise()[0])
          .isCloseTo(expected, within(1e-6 * expected));
      steps.runUntil(start + on);
      steps.under(Surroundings::withoutCurrent);
      steps.runUntil(start + on + off);
    }
  }
}
