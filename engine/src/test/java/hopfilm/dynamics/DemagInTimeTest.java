package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Motion and descent under the demagnetising field. */
class DemagInTimeTest {

  private static final double GAMMA0 = 2.211e5;
  private static final double MU0 = 4e-7 * Math.PI;

  private static TimeEvolution evolution(Magnet magnet, Integrator integrator, int threads) {
    Numerics n = new Numerics(integrator, Coupling.adaptive(), KernelChoice.AUTO);
    return new TimeEvolution(magnet, n, Parallel.of(threads));
  }

  private static Magnet film(DemagKind kind, int nz, boolean varying) {
    Grid grid = new Grid(9, 6, nz, 4e-9, 4e-9, 6e-9);
    Material a = Films.chiral(3e5);
    if (varying) {
      ScalarField ms = new ScalarField(grid);
      ScalarField alpha = new ScalarField(grid);
      for (int i = 0; i < grid.cells(); i++) {
        ms.values()[i] = Films.MS * (1 + 0.3 * Math.sin(i));
        alpha.values()[i] = 0.1 + 0.02 * (i % 7);
      }
      a =
          new Material(
              Parameter.of(ms),
              a.A(),
              new Material.Anisotropy(a.Ku(), a.axis()),
              new Material.Chirality(a.D(), a.dmi()),
              Parameter.of(alpha),
              new Material.Torques(1, 0));
    }
    return new Magnet(grid, a, Discretisation.STANDARD, new double[] {2e4, 1e4, -3e4})
        .withDemag(kind);
  }

  /** dm/dt from the readable form of all terms. */
  private static double[][] slope(Magnet magnet, VectorField m) {
    VectorField h = magnet.field(m);
    double[][] f = new double[3][magnet.grid().cells()];
    for (int i = 0; i < f[0].length; i++) {
      double alpha = magnet.material().alpha().at(i);
      double[] a = {m.x()[i], m.y()[i], m.z()[i]};
      double[] p = cross(a, new double[] {h.x()[i], h.y()[i], h.z()[i]});
      double[] d = cross(a, p);
      for (int c = 0; c < 3; c++) {
        f[c][i] = -GAMMA0 / (1 + alpha * alpha) * (p[c] + alpha * d[c]);
      }
    }
    return f;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static VectorField moved(VectorField m, double[][] f, double dt) {
    VectorField out = m.copy();
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < f[c].length; i++) {
        out.component(c)[i] += dt * f[c][i];
      }
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource({"ON, 1, false", "ON, 3, false", "ON, 1, true", "LOCAL, 1, false", "LOCAL, 2, true"})
  void motionIsThatOfTheReadableTerms(DemagKind kind, int nz, boolean varying) {
    Magnet magnet = film(kind, nz, varying);
    VectorField m = Films.smooth(magnet.grid());
    double dt = 1e-13;
    Numerics numerics =
        new Numerics(
            Integrator.RK4,
            Coupling.adaptive(),
            KernelChoice.AUTO,
            Numerics.TOLERANCE,
            DemagRate.EVERY_STAGE);
    TimeEvolution fast = new TimeEvolution(magnet, numerics, Parallel.SERIAL);
    fast.stepLimit(dt);
    fast.state(m, 0);
    fast.runUntil(20 * dt);
    assertThat(fast.steps()).isEqualTo(20);
    for (int n = 0; n < 20; n++) {
      double[][] k1 = slope(magnet, m);
      double[][] k2 = slope(magnet, moved(m, k1, dt / 2));
      double[][] k3 = slope(magnet, moved(m, k2, dt / 2));
      double[][] k4 = slope(magnet, moved(m, k3, dt));
      m = moved(moved(moved(moved(m, k1, dt / 6), k2, dt / 3), k3, dt / 3), k4, dt / 6);
      m.normalise();
    }
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < magnet.grid().cells(); i++) {
        // the same scheme in other words: rounding; the field turns m by 0.3 in this time
        assertThat(fast.m().component(c)[i]).isCloseTo(m.component(c)[i], within(1e-12));
      }
    }
  }

  /** Kittel: omega = gamma0 sqrt((H + (Ny - Nx) M) (H + (Nz - Nx) M)), one cell as a prism. */
  @Test
  void smallPrismPrecessesAtKittelsFrequency() {
    Grid grid = new Grid(1, 1, 1, 20e-9, 10e-9, 5e-9);
    Material a = Material.of(Films.MS, Films.A).withAlpha(0).withP(1);
    double field = 1e5;
    Magnet magnet =
        new Magnet(grid, a, Discretisation.STANDARD, new double[] {field, 0, 0})
            .withDemag(DemagKind.ON);
    // from the energies of the three axes
    double[] n = new double[3];
    for (int k = 0; k < 3; k++) {
      VectorField m = VectorField.uniform(grid, k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0);
      n[k] = magnet.energies(m).demag() / (0.5 * MU0 * Films.MS * Films.MS * grid.cellVolume());
    }
    assertThat(n[0] + n[1] + n[2]).isCloseTo(1, within(1e-12));
    double omega =
        GAMMA0 * Math.sqrt((field + (n[1] - n[0]) * Films.MS) * (field + (n[2] - n[0]) * Films.MS));
    TimeEvolution film = evolution(magnet, Integrator.RK4, 1);
    film.stepLimit(2e-13);
    double tilt = 1e-4;
    film.state(VectorField.uniform(grid, Math.sqrt(1 - tilt * tilt), tilt, 0), 0);
    double quarter = 0.5 * Math.PI / omega;
    film.runUntil(4.5 * 4 * quarter);
    // cos(9 pi): turned over; tilt^2 from the nonlinear terms, 1e-6 from the steps
    assertThat(film.m().y()[0] / tilt).isCloseTo(-1, within(1e-5));
    film.runUntil(19 * quarter);
    assertThat(film.m().y()[0] / tilt).isCloseTo(0, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"RK4", "DOPRI5"})
  void dampedMotionLosesEnergyWhateverTheThreads(Integrator integrator) {
    Grid grid = Grid.film(40, 33, 5e-9, 10e-9);
    Material a = Material.of(Films.MS, 1.3e-11).withAlpha(0.2).withP(1);
    Magnet magnet = new Magnet(grid, a, Discretisation.COVARIANT).withDemag(DemagKind.ON);
    TimeEvolution film = evolution(magnet, integrator, 1);
    TimeEvolution two = evolution(magnet, integrator, 2);
    film.state(Films.smooth(grid), 0);
    two.state(Films.smooth(grid), 0);
    double before = magnet.energies(film.m()).total();
    for (int n = 1; n <= 10; n++) {
      film.runUntil(n * 5e-12);
      two.runUntil(n * 5e-12);
      double now = magnet.energies(film.m()).total();
      assertThat(now).isLessThan(before);
      before = now;
    }
    assertThat(two.m().x()).isEqualTo(film.m().x());
    assertThat(two.m().z()).isEqualTo(film.m().z());
  }

  /**
   * The film of standard problem 4 of the National Institute of Standards and Technology: 500 x 125
   * x 3 nm of permalloy ends in the S state, &lt;m&gt; = (0.967, 0.125, 0) as published solutions
   * have it.
   */
  @Test
  void permalloyFilmRelaxesToTheSState() {
    Grid grid = new Grid(100, 25, 1, 5e-9, 5e-9, 3e-9);
    Material a = Material.of(8e5, 1.3e-11).withAlpha(0.5).withP(1);
    Magnet magnet = new Magnet(grid, a, Discretisation.STANDARD).withDemag(DemagKind.ON);
    VectorField m = VectorField.uniform(grid, Math.sqrt(0.8), Math.sqrt(0.2), 0);
    StaticDescent.Outcome end =
        new StaticDescent(magnet, KernelChoice.AUTO, Parallel.SERIAL).relax(m, 1e-6, 5000);
    assertThat(end.converged()).isTrue();
    // cells of 5 nm against the 2.5 to 3.9 nm of those solutions
    assertThat(m.mean(0)).isCloseTo(0.967, within(0.003));
    assertThat(m.mean(1)).isCloseTo(0.125, within(0.003));
    assertThat(m.mean(2)).isCloseTo(0, within(1e-6));
  }

  /**
   * The error of m after 0.1 ns over that with a field at every stage, both against steps of an
   * eighth: measured 0.98, 1.12, 3.1 and 3.2.
   */
  @ParameterizedTest
  @CsvSource({
    "7e5, 1e-11, 4e-9, 0.02, 1.3",
    "1.7e6, 2.1e-11, 5e-9, 0.05, 1.5",
    "1.7e6, 2.1e-11, 20e-9, 0.05, 4",
    "1.7e6, 2.1e-11, 20e-9, 0.3, 4"
  })
  void oneFieldAStepCostsLittleAccuracy(
      double ms, double A, double cell, double alpha, double most) {
    Grid grid = Grid.film(24, 24, cell, cell < 1e-8 ? 1e-8 : 2e-8);
    Material a = Material.of(ms, A).withAlpha(alpha).withP(1);
    Magnet magnet = new Magnet(grid, a, Discretisation.STANDARD).withDemag(DemagKind.ON);
    VectorField fine = after(magnet, DemagRate.EVERY_STAGE, 8);
    double each = distance(after(magnet, DemagRate.EVERY_STAGE, 1), fine);
    double once = distance(after(magnet, DemagRate.ADAPTIVE, 1), fine);
    assertThat(once / each).isLessThan(most);
  }

  private static VectorField after(Magnet magnet, DemagRate rate, double finer) {
    Numerics n =
        new Numerics(
            Integrator.RK4, Coupling.adaptive(), KernelChoice.AUTO, Numerics.TOLERANCE, rate);
    TimeEvolution film = new TimeEvolution(magnet, n, Parallel.SERIAL);
    film.state(Films.smooth(magnet.grid()), 0);
    film.stepLimit(film.timeStep() / finer);
    film.runUntil(0.1e-9);
    return film.m();
  }

  private static double distance(VectorField a, VectorField b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.x().length; i++) {
        sum += Math.pow(a.component(c)[i] - b.component(c)[i], 2);
      }
    }
    return Math.sqrt(sum / a.x().length);
  }
}
