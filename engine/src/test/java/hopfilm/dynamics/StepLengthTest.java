package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The step that is chosen where nobody gives one: stable for any current, and accurate. */
class StepLengthTest {

  private static TimeEvolution driven(double P, double voltage, double limit) {
    Grid grid = Grid.film(32, 24, 4e-9, 2e-8);
    Material a =
        Material.of(Films.MS, 1e-12)
            .withKu(1.72e5)
            .withD(3e-4, DmiKind.BULK)
            .withAlpha(0.3)
            .withP(P);
    CurrentFlow flow =
        new CurrentFlow(
            grid, new AmrConductivity(1.5e-7, 1.5), ElectrodeLayouts.sidesX(grid), Parallel.SERIAL);
    Magnet magnet = new Magnet(grid, a, Discretisation.COVARIANT);
    TimeEvolution film = new TimeEvolution(magnet, flow, Numerics.standard(), Parallel.SERIAL);
    film.state(Films.smooth(grid), 0);
    film.stepLimit(limit);
    film.under(s -> s.withVoltages(new double[] {voltage, 0}));
    film.runUntil(2e-11);
    return film;
  }

  /** u = P j: both signs turned leave the torque as it is. */
  @ParameterizedTest
  @ValueSource(doubles = {0.08, 0.32})
  void aNegativePolarisationIsACurrentTheOtherWay(double voltage) {
    for (double limit : new double[] {Double.POSITIVE_INFINITY, 3e-13}) {
      TimeEvolution negative = driven(-1, voltage, limit);
      TimeEvolution reversed = driven(1, -voltage, limit);
      assertThat(negative.steps()).isEqualTo(reversed.steps());
      VectorField m = negative.m();
      for (int i = 0; i < m.x().length; i++) {
        for (int c = 0; c < 3; c++) {
          // rounding of the potential, which starts from the other sign
          assertThat(m.component(c)[i]).isCloseTo(reversed.m().component(c)[i], within(1e-11));
        }
      }
    }
  }

  /** The torque of a non-adiabatic current is larger by sqrt(1 + xi^2). */
  @Test
  void aNonAdiabaticCurrentShortensTheStep() {
    double dx = 4e-9;
    double u = 1e6; // so fast that all else is small against it
    Grid grid = Grid.film(4, 4, dx, dx);
    for (double xi : new double[] {0, 0.75, -2.4}) {
      Material a = Material.of(Films.MS, 1e-15).withAlpha(0.1).withP(1).withXi(xi);
      TimeStep step = new TimeStep(new Magnet(grid, a, Discretisation.STANDARD), Integrator.RK4);
      double rate = 2.6 / step.bound(u, -0.5, 0);
      assertThat(rate).isCloseTo(0.5 * u / dx * Math.sqrt(1 + xi * xi), within(1e-3 * rate));
    }
  }

  /** Eigenvalues gamma0 h (i - alpha)/(1 + alpha^2) are largest where the damping is least. */
  @Test
  void theLeastDampedCellBoundsTheStep() {
    Grid grid = Grid.film(8, 8, 4e-9, 4e-9);
    Material little = Material.of(Films.MS, 1e-11).withAlpha(0.02).withP(1);
    ScalarField alpha = new ScalarField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      alpha.values()[c] = c % 8 == 0 ? 1 : 0.02;
    }
    Material rim =
        new Material(
            little.Ms(),
            little.A(),
            little.anisotropy(),
            little.chirality(),
            Parameter.of(alpha),
            little.torques());
    double whole = bound(grid, little);
    assertThat(bound(grid, rim)).isEqualTo(whole);
    assertThat(bound(grid, little.withAlpha(1)))
        .isCloseTo(Math.sqrt(2) * whole, within(1e-3 * whole));
  }

  private static double bound(Grid grid, Material a) {
    return new TimeStep(new Magnet(grid, a, Discretisation.COVARIANT), Integrator.RK4)
        .bound(0, 0, 0);
  }

  /** A drift through the layers takes as short a step as one in the plane. */
  @Test
  void aDriftAlongZCounts() {
    Grid grid = new Grid(6, 6, 6, 4e-9, 4e-9, 4e-9);
    Material a = Material.of(Films.MS, 1e-13).withAlpha(0.1).withP(1);
    double[] step = new double[2];
    for (int along = 0; along < 2; along++) {
      TimeEvolution film =
          new TimeEvolution(
              new Magnet(grid, a, Discretisation.STANDARD), Numerics.standard(), Parallel.SERIAL);
      film.state(Films.smooth(grid), 0);
      PaddedLayout layout = new PaddedLayout(grid);
      Drift drift = new Drift(layout, 0);
      Arrays.fill(drift.start().component(2 * along), 1e4);
      film.under(s -> s.withDrift(drift));
      step[along] = film.timeStep();
    }
    assertThat(step[1]).isCloseTo(step[0], within(1e-9 * step[0]));
  }

  private static final double KU = 4.8e5;

  private static Magnet cell(double alpha, double hz, double Ku) {
    Grid grid =
        new Grid(
            1,
            1,
            1,
            50e-9,
            50e-9,
            50e-9,
            new Grid.Boundary(Edges.PERIODIC, Edges.PERIODIC, Edges.OPEN));
    Material a = Material.of(Films.MS, 3e-12).withKu(Ku).withAlpha(alpha).withP(1);
    return new Magnet(grid, a, Discretisation.COVARIANT, new double[] {0, 0, hz});
  }

  /**
   * Largest distance from the exact motion about an easy axis in a field along it: dz/dphi = alpha
   * (1 - z^2) with the angle phi about the axis, so z = tanh(atanh z0 + alpha phi), and dphi/dt =
   * gamma0 (H + H_K z)/(1 + alpha^2) gives the time by a quadrature.
   */
  private static double error(TimeEvolution film, double alpha, double hz, double Ku, double end) {
    double hk = 2 * Ku / (4e-7 * Math.PI * Films.MS);
    double z0 = 0.1;
    double y0 = 0.5 * Math.log((1 + z0) / (1 - z0));
    film.state(VectorField.uniform(film.m().grid(), Math.sqrt(1 - z0 * z0), 0, z0), 0);
    double worst = 0;
    double phi = 0;
    double time = 0;
    double part = 1e-4;
    double next = end / 20;
    while (time < end) {
      // Simpson's rule over a small angle; fourth order in it, so that 1e-4 is exact
      double t = 0;
      for (int k = 0; k <= 2; k++) {
        double z = Math.tanh(y0 + alpha * (phi + 0.5 * k * part));
        double slow = (1 + alpha * alpha) / (Macrospin.GAMMA0 * (hz + hk * z));
        t += (k == 1 ? 4 : 1) * slow * part / 6;
      }
      phi += part;
      time += t;
      if (time >= next) {
        film.runUntil(time);
        next += end / 20;
        VectorField m = film.m();
        double z = Math.tanh(y0 + alpha * phi);
        double r = Math.sqrt(1 - z * z);
        double x = m.x()[0] - r * Math.cos(phi);
        double y = m.y()[0] - r * Math.sin(phi);
        worst = Math.max(worst, Math.hypot(Math.hypot(x, y), m.z()[0] - z));
      }
    }
    return worst;
  }

  /** Cells in which exchange sets no limit: the default step keeps the phase. */
  @ParameterizedTest
  @CsvSource({"0.01, 4e5, 4.8e5", "0.3, 4e5, 4.8e5", "0.02, 5e5, 0"})
  void aMomentKeepsItsPhaseAtTheDefaultStep(double alpha, double hz, double Ku) {
    TimeEvolution film =
        new TimeEvolution(cell(alpha, hz, Ku), Numerics.standard(), Parallel.SERIAL);
    assertThat(error(film, alpha, hz, Ku, 1e-10)).isLessThan(1e-3);
  }

  /** Films whose exchange limits the step are not slowed down. */
  @ParameterizedTest
  @ValueSource(doubles = {1.72e5, KU})
  void theFilmsOfThePaperKeepTheirStep(double Ku) {
    Grid grid = Grid.film(16, 16, 4e-9, 1e-6);
    Magnet magnet = new Magnet(grid, Films.chiral(Ku), Discretisation.COVARIANT);
    for (double alpha : new double[] {0.3, 0.5}) {
      TimeStep step = new TimeStep(magnet.withAlpha(alpha), Integrator.RK4);
      assertThat(step.longest(150, 1, 0)).isEqualTo(TimeStep.SAFETY * step.bound(150, 1, 0));
    }
  }
}
