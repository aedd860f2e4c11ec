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
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.TemperatureLaw;
import hopfilm.magnet.Textures;
import hopfilm.magnet.ThermalField;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the temperature of a film does to its magnetisation. */
class WarmMagnetTest {

  private static final double PS = 1e-12;
  private static final double C = 3.5e6;
  private static final TemperatureLaw LAW = new TemperatureLaw(600, 300, 2, 1.5, 3);

  private final Grid grid = Grid.film(24, 16, 4e-9, 20e-9);

  private static Material material(double order) {
    return Material.of(Films.MS * order, Films.A * order * order)
        .withKu(1.72e5 * order * order * order)
        .withD(Films.D * Math.pow(order, 1.5), DmiKind.BULK)
        .withAlpha(0.3)
        .withP(1);
  }

  private Magnet magnet(double order, DemagKind demag) {
    return new Magnet(grid, material(order), Discretisation.COVARIANT).withDemag(demag);
  }

  /** A film whose even rise stays as it is. */
  private FilmTemperature warm(double rise) {
    return warm(rise, 30);
  }

  private FilmTemperature warm(double rise, double conductivity) {
    HeatProperties heat = new HeatProperties(C, conductivity, 0, new Substrate.Ideal(), 300);
    FilmTemperature film = new FilmTemperature(CellMask.full(grid), heat, null, Parallel.SERIAL);
    double[] come = new double[grid.cells()];
    Arrays.fill(come, rise * C);
    film.step(PS, come);
    return film;
  }

  private TimeEvolution film(Magnet magnet) {
    CurrentFlow flow =
        new CurrentFlow(
            grid, new AmrConductivity(1.5e-7, 1.5), ElectrodeLayouts.sidesX(grid), Parallel.SERIAL);
    TimeEvolution film = new TimeEvolution(magnet, flow, Numerics.standard(), Parallel.SERIAL);
    film.state(Films.smooth(grid), 0);
    return film;
  }

  @Test
  void orderFallsAsTheLawSays() {
    assertThat(LAW.order(300)).isEqualTo(1);
    // (1 - (3/4)^1.5)/(1 - (1/2)^1.5)
    assertThat(LAW.order(450)).isCloseTo(0.3504809472 / 0.6464466094, within(1e-9));
    assertThat(LAW.order(600)).isZero();
    assertThat(LAW.order(700)).isZero();
    assertThatThrownBy(() -> new TemperatureLaw(310, 300, 2, 2, 3))
        .hasMessageContaining("need a Curie temperature above 315.789 K, not 310");
    assertThatThrownBy(() -> new TemperatureLaw(600, 300, Double.NaN, 2, 3))
        .hasMessageContaining("finite");
  }

  @ParameterizedTest
  @EnumSource(DemagKind.class)
  void evenlyWarmFilmIsOneOfOtherValues(DemagKind demag) {
    double order = LAW.order(420);
    TimeEvolution warm = film(magnet(1, demag));
    warm.under(s -> s.withHeat(new Surroundings.Heat(warm(120), Optional.of(LAW), 0)));
    TimeEvolution other = film(magnet(order, demag));
    // the potential takes the drift velocity of the lower Ms in both
    for (TimeEvolution film : new TimeEvolution[] {warm, other}) {
      film.stepLimit(0.1 * PS);
      film.under(s -> s.withVoltages(new double[] {2e-4, -2e-4}));
      film.runUntil(10 * PS);
    }
    assertThat(warm.temperature().orElseThrow().mean()).isCloseTo(420, within(0.5));
    double energy = other.present().energies(other.m()).total();
    assertThat(warm.present().energies(other.m()).total())
        .isCloseTo(energy, within(1e-12 * Math.abs(energy)));
    // other loops, the same numbers: rounding of 100 steps
    assertSame(warm.m(), other.m(), 1e-9);
  }

  @Test
  void energyFollowsTheTemperatureOfEachCell() {
    FilmTemperature film = warm(0);
    double[] come = new double[grid.cells()];
    for (int c = 0; c < come.length; c++) {
      come[c] = c % 24 < 12 ? 100 * C : 0;
    }
    film.step(1e-20, come);
    TimeEvolution warm = film(magnet(1, DemagKind.OFF));
    warm.under(s -> s.withHeat(new Surroundings.Heat(film, Optional.of(LAW), 0)));
    Material now = warm.present().material();
    double order = LAW.order(400);
    assertThat(now.Ms().at(3)).isCloseTo(Films.MS * order, within(1e-3));
    assertThat(now.D().at(3)).isCloseTo(Films.D * Math.pow(order, 1.5), within(1e-9));
    assertThat(now.A().at(20)).isCloseTo(Films.A, within(1e-18));
    assertThat(warm.surroundings().magnet().material().Ms().at(3)).isEqualTo(Films.MS);
  }

  /**
   * Even vectors in the anisotropy field of a film that warms by 370 K in 1 ns. A magnet that is 1
   * K behind all the time ends 0.016 off.
   */
  @Test
  void magnetFollowsAFilmThatWarmsSteadily() {
    double volts = 0.0525;
    Material own =
        Material.of(8e5, 1e-11).withKu(2e5).withAlpha(0.05).withP(0).withD(0, DmiKind.BULK);
    CurrentFlow flow =
        new CurrentFlow(
            grid, new AmrConductivity(2e-7, 0), ElectrodeLayouts.sidesX(grid), Parallel.SERIAL);
    TimeEvolution film =
        new TimeEvolution(
            new Magnet(grid, own, Discretisation.COVARIANT),
            flow,
            Numerics.standard(),
            Parallel.SERIAL);
    film.state(Textures.uniform(grid, 0.3, 0.1, 1), 0);
    film.under(
        s ->
            s.withHeat(new Surroundings.Heat(warm(0, 1e5), Optional.of(LAW), 0))
                .withVoltages(new double[] {volts / 2, -volts / 2}));
    film.runUntil(300 * PS);
    double rate = film.temperature().orElseThrow().rise()[100] / (300 * PS);
    assertThat(rate).isBetween(3e11, 5e11);
    double[] m = alone(rate);
    for (int c = 0; c < 3; c++) {
      assertThat(film.m().component(c)[100]).isCloseTo(m[c], within(0.006));
    }
  }

  @Test
  void runEndsWhereTheFilmLosesItsOrder() {
    TimeEvolution film = film(magnet(1, DemagKind.OFF));
    film.under(
        s ->
            s.withHeat(new Surroundings.Heat(warm(0), Optional.of(LAW), 0))
                .withVoltages(new double[] {0.2, -0.2}));
    assertThatThrownBy(() -> film.runUntil(1e-9))
        .isInstanceOf(InstabilityException.class)
        .hasMessageContaining("too near its Curie temperature of 600 K")
        .hasMessageContaining("in cell (")
        .hasMessageContaining("heat.interface");
    assertThat(film.temperature().orElseThrow().highest()).isBetween(570.0, 600.0);
  }

  @Test
  void noiseIsThatOfTheTemperature() {
    TimeEvolution warm = film(magnet(1, DemagKind.OFF));
    warm.under(
        s -> s.withNoise(new ThermalField(300, 7)).withHeat(new Surroundings.Heat(warm(300))));
    TimeEvolution other = film(magnet(1, DemagKind.OFF));
    other.under(s -> s.withNoise(new ThermalField(600, 7)));
    for (TimeEvolution film : new TimeEvolution[] {warm, other}) {
      film.stepLimit(0.05 * PS);
      film.runUntil(3 * PS);
    }
    assertSame(warm.m(), other.m(), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(DemagKind.class)
  void resumedFilmEndsWithTheSameBits(DemagKind demag) throws IOException {
    TimeEvolution whole = heating(demag);
    whole.runUntil(12 * PS);
    for (int stop : new int[] {0, 5, 18}) {
      TimeEvolution first = heating(demag);
      first.runUntil(12 * PS, () -> first.steps() == stop);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      first.save(new StateWriter(bytes));
      TimeEvolution second = heating(demag);
      second.restore(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
      second.runUntil(12 * PS);
      assertSame(second.m(), whole.m(), 0);
      assertThat(second.temperature().orElseThrow().rise())
          .isEqualTo(whole.temperature().orElseThrow().rise());
    }
    assertThat(whole.temperature().orElseThrow().mean()).isGreaterThan(302);
  }

  /** The same cell by itself, with RK4 in small steps. */
  private static double[] alone(double rate) {
    double[] m = {0.3, 0.1, 1};
    double norm = Math.sqrt(1.1);
    Arrays.setAll(m, c -> m[c] / norm);
    double dt = 0.02 * PS;
    for (int n = 0; n < 15_000; n++) {
      double t = n * dt;
      double[] a = slope(m, 300 + rate * t);
      double[] b = slope(ahead(m, a, dt / 2), 300 + rate * (t + dt / 2));
      double[] c = slope(ahead(m, b, dt / 2), 300 + rate * (t + dt / 2));
      double[] d = slope(ahead(m, c, dt), 300 + rate * (t + dt));
      for (int k = 0; k < 3; k++) {
        m[k] += dt / 6 * (a[k] + 2 * b[k] + 2 * c[k] + d[k]);
      }
    }
    return m;
  }

  private static double[] ahead(double[] m, double[] slope, double dt) {
    return new double[] {m[0] + dt * slope[0], m[1] + dt * slope[1], m[2] + dt * slope[2]};
  }

  /** Landau, Lifshitz and Gilbert about the field 2 Ku mz/(mu0 Ms), with alpha 0.05. */
  private static double[] slope(double[] m, double kelvin) {
    double x = (1 - Math.pow(kelvin / 600, 1.5)) / (1 - Math.pow(0.5, 1.5));
    double h = 2 * 2e5 * x * x / (4e-7 * Math.PI * 8e5) * m[2];
    double g = -2.211e5 * h / (1 + 0.05 * 0.05);
    double damp = 0.05 * g;
    return new double[] {
      g * m[1] + damp * m[0] * m[2],
      -g * m[0] + damp * m[1] * m[2],
      -damp * (m[0] * m[0] + m[1] * m[1])
    };
  }

  private TimeEvolution heating(DemagKind demag) {
    TimeEvolution film = film(magnet(1, demag));
    film.under(
        s ->
            s.withHeat(new Surroundings.Heat(warm(0), Optional.of(LAW), 0))
                .withVoltages(new double[] {0.02, -0.02}));
    return film;
  }

  private static void assertSame(VectorField a, VectorField b, double tolerance) {
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.grid().cells(); i++) {
        assertThat(a.component(c)[i]).isCloseTo(b.component(c)[i], within(tolerance));
      }
    }
  }
}
