package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Time stepping without electrodes. */
class TimeEvolutionTest {

  private static final Numerics PLAIN =
      new Numerics(Integrator.RK4, Coupling.adaptive(), KernelChoice.PLAIN);

  private static Magnet film(int nx, int ny, DmiKind dmi, Discretisation d) {
    Material a =
        Material.of(Films.MS, Films.A)
            .withKu(4.8e5)
            .withD(Films.D, dmi)
            .withAlpha(0.3)
            .withP(1)
            .withXi(0.05);
    return new Magnet(Grid.film(nx, ny, 4e-9, 1e-8), a, d);
  }

  /** A current that curls through the film. */
  private static Drift drift(TimeEvolution evolution, Grid grid) {
    Drift drift = new Drift(evolution.layout(), -0.5);
    for (int row = 0; row < grid.ny(); row++) {
      for (int i = 0; i < grid.nx(); i++) {
        int c = evolution.layout().start(row) + i;
        drift.start().x()[c] = 90 + 20 * Math.sin(0.2 * i + 0.1 * row);
        drift.start().y()[c] = -60 + 20 * Math.cos(0.3 * row);
      }
    }
    return drift;
  }

  private static VectorField evolve(
      Magnet magnet, Numerics numerics, Parallel parallel, VectorField m, double t, double limit) {
    TimeEvolution evolution = new TimeEvolution(magnet, numerics, parallel);
    evolution.state(m, 0);
    evolution.under(s -> s.withDrift(drift(evolution, magnet.grid())));
    evolution.stepLimit(limit);
    evolution.runUntil(t);
    assertThat(evolution.time()).isEqualTo(t);
    return evolution.m();
  }

  private static double rms(VectorField a, VectorField b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.x().length; i++) {
        double d = a.component(c)[i] - b.component(c)[i];
        sum += d * d;
      }
    }
    return Math.sqrt(sum / a.x().length);
  }

  @Test
  void rungeKuttaIsOfOrderFour() {
    Magnet magnet = film(20, 14, DmiKind.BULK, Discretisation.COVARIANT);
    VectorField start = Films.testTexture(magnet.grid());
    double t = 2e-11;
    VectorField exact = evolve(magnet, PLAIN, Parallel.SERIAL, start, t, t / 640);
    double coarse = rms(evolve(magnet, PLAIN, Parallel.SERIAL, start, t, t / 40), exact);
    double fine = rms(evolve(magnet, PLAIN, Parallel.SERIAL, start, t, t / 80), exact);
    // next order in dt and normalisation bend the slope a little
    assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(3.8, 4.3);
  }

  @ParameterizedTest
  @EnumSource(Discretisation.class)
  void energyNeverRisesWithoutCurrent(Discretisation d) {
    for (DmiKind dmi : DmiKind.values()) {
      Magnet magnet = film(31, 22, dmi, d);
      TimeEvolution evolution = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
      evolution.state(Textures.random(magnet.grid(), 7), 0);
      double before = magnet.energies(evolution.m()).total();
      for (int i = 1; i <= 600; i++) {
        evolution.runUntil(i * 2e-12);
        double now = magnet.energies(evolution.m()).total();
        // rounding of the sum over the film
        assertThat(now).isLessThanOrEqualTo(before + 1e-14 * Math.abs(before));
        before = now;
      }
    }
  }

  @Test
  void oneAndTwoThreadsGiveTheSameBits() {
    Magnet magnet = film(37, 50, DmiKind.BULK, Discretisation.COVARIANT);
    VectorField start = Textures.random(magnet.grid(), 2);
    Numerics auto = Numerics.standard();
    double limit = Double.POSITIVE_INFINITY;
    VectorField one = evolve(magnet, auto, Parallel.SERIAL, start, 5e-11, limit);
    try (Parallel two = Parallel.of(2)) {
      VectorField same = evolve(magnet, auto, two, start, 5e-11, limit);
      assertThat(same.x()).isEqualTo(one.x());
      assertThat(same.y()).isEqualTo(one.y());
      assertThat(same.z()).isEqualTo(one.z());
    }
  }

  /** The texture turned by 90 degrees with its film. */
  private static VectorField turned(VectorField m) {
    Grid g = m.grid();
    VectorField t = new VectorField(Grid.film(g.ny(), g.nx(), g.dx(), g.dz()));
    for (int j = 0; j < g.ny(); j++) {
      for (int i = 0; i < g.nx(); i++) {
        int from = g.index(i, j, 0);
        int to = t.grid().index(g.ny() - 1 - j, i, 0);
        t.x()[to] = -m.y()[from];
        t.y()[to] = m.x()[from];
        t.z()[to] = m.z()[from];
      }
    }
    return t;
  }

  @ParameterizedTest
  @CsvSource({
    "BULK, COVARIANT",
    "BULK, STANDARD",
    "INTERFACIAL, COVARIANT",
    "INTERFACIAL, STANDARD"
  })
  void aTurnedFilmMovesTheSameTurned(DmiKind dmi, Discretisation d) {
    Magnet magnet = film(17, 12, dmi, d);
    VectorField start = Textures.random(magnet.grid(), 5);
    TimeEvolution upright = new TimeEvolution(magnet, PLAIN, Parallel.SERIAL);
    upright.state(start, 0);
    Drift along = new Drift(upright.layout(), -0.8);
    java.util.Arrays.fill(along.start().x(), 80);
    java.util.Arrays.fill(along.start().y(), 30);
    upright.under(s -> s.withDrift(along));
    upright.runUntil(2e-11);

    Magnet other = film(12, 17, dmi, d);
    TimeEvolution sideways = new TimeEvolution(other, PLAIN, Parallel.SERIAL);
    sideways.state(turned(start), 0);
    Drift across = new Drift(sideways.layout(), -0.8);
    java.util.Arrays.fill(across.start().x(), -30);
    java.util.Arrays.fill(across.start().y(), 80);
    sideways.under(s -> s.withDrift(across));
    sideways.runUntil(2e-11);
    // rounding, grown a little in 20 ps
    assertThat(rms(sideways.m(), turned(upright.m()))).isLessThan(1e-12);
  }

  @Test
  void runsInPiecesReachTheAskedTimes() {
    Magnet magnet = film(12, 12, DmiKind.BULK, Discretisation.COVARIANT);
    TimeEvolution evolution = new TimeEvolution(magnet, PLAIN, Parallel.SERIAL);
    evolution.state(Textures.random(magnet.grid(), 1), 3e-9);
    for (double t : new double[] {3.0001e-9, 3.0123e-9, 3.1e-9}) {
      evolution.runUntil(t);
      assertThat(evolution.time()).isEqualTo(t);
    }
    assertThat(evolution.m().mean(0)).isBetween(-1.0, 1.0);
  }

  @Test
  void tellsWhereTheMagnetisationIsNoLongerANumber() {
    Magnet magnet = film(9, 6, DmiKind.BULK, Discretisation.COVARIANT);
    TimeEvolution evolution = new TimeEvolution(magnet, PLAIN, Parallel.SERIAL);
    VectorField m = Textures.uniform(magnet.grid(), 0, 0, 1);
    m.x()[magnet.grid().index(4, 3, 0)] = Double.NaN;
    evolution.state(m, 0);
    assertThatThrownBy(() -> evolution.runUntil(1e-13))
        .isInstanceOf(InstabilityException.class)
        .hasMessageContaining("no longer a number");
  }

  @Test
  void macrospinPrecessesAndRelaxesAsInTheory() {
    // one cell in a field along z: phi = gamma0 H t/(1 + alpha^2), tan(theta/2) decays with alpha
    double h = 1e5;
    double alpha = 0.1;
    Grid grid =
        new Grid(
            1,
            1,
            1,
            4e-9,
            4e-9,
            4e-9,
            new Grid.Boundary(Edges.PERIODIC, Edges.PERIODIC, Edges.OPEN));
    Material a = Material.of(7e5, 1e-11).withAlpha(alpha).withP(1);
    Magnet magnet = new Magnet(grid, a, Discretisation.COVARIANT, new double[] {0, 0, h});
    TimeEvolution evolution = new TimeEvolution(magnet, PLAIN, Parallel.SERIAL);
    evolution.state(Textures.uniform(grid, 1, 0, 0), 0);
    evolution.runUntil(1e-10);
    double phase = 2.211e5 * h * 1e-10 / (1 + alpha * alpha);
    VectorField m = evolution.m();
    // error of the scheme at its own step
    assertThat(Math.atan2(m.y()[0], m.x()[0]))
        .isCloseTo(Math.IEEEremainder(phase, 2 * Math.PI), within(1e-6));
    assertThat(m.z()[0]).isCloseTo(Math.tanh(alpha * phase), within(1e-6));
  }
}
