package hopfilm.dynamics;

import static hopfilm.dynamics.Macrospin.GAMMA0;
import static hopfilm.dynamics.Macrospin.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The spin-orbit torque, with a current that carries no polarisation. */
class SpinOrbitTest {

  private static final double MU0 = 4e-7 * Math.PI;
  private static final double HBAR = 1.054571817e-34;
  private static final double E = 1.602176634e-19;
  private static final double KU = 3e5;
  private static final double HK = 2 * KU / (MU0 * MS);

  /** Electrodes on both sides of a film of 16 x 4 cells without magnetoresistance. */
  private static VectorField atRest(
      SpinOrbitTorque torque, double voltage, double thickness, Integrator integrator) {
    Grid grid = Grid.film(16, 4, 4e-9, thickness);
    Material a =
        Material.of(MS, 1e-11)
            .withKu(KU)
            .withD(0, DmiKind.INTERFACIAL)
            .withAlpha(0.5)
            .withP(0)
            .withSpinOrbit(torque);
    Magnet magnet = new Magnet(grid, a, Discretisation.COVARIANT);
    CurrentFlow flow =
        new CurrentFlow(
            grid, new AmrConductivity(1e-7, 0), ElectrodeLayouts.sidesX(grid), Parallel.SERIAL);
    TimeEvolution evolution =
        new TimeEvolution(
            magnet,
            flow,
            new Numerics(integrator, Coupling.adaptive(), KernelChoice.AUTO),
            Parallel.SERIAL);
    evolution.state(Macrospin.along(magnet, 0, 0, 1), 0);
    evolution.under(s -> s.withVoltages(new double[] {voltage, 0}));
    evolution.runUntil(5e-10);
    return evolution.m();
  }

  /** j = V/(rho L) along x over 64 nm, and the field hbar j xi/(2 e mu0 Ms t) that it makes. */
  private static double field(double xi, double voltage, double thickness) {
    double j = voltage / (1e-7 * 64e-9);
    return HBAR * j * xi / (2 * E * MU0 * MS * thickness);
  }

  @ParameterizedTest
  @EnumSource(Integrator.class)
  void fieldLikeTorqueTiltsAsAZeemanFieldAlongY(Integrator integrator) {
    double h = field(0.2, 0.01, 1e-9);
    assertThat(h / HK).isBetween(0.05, 0.9);
    VectorField m = atRest(new SpinOrbitTorque(0, 0.2), 0.01, 1e-9, integrator);
    // hard axis: m_y = H/Hk; gamma0 and g = 2 meet in muB within rounding, relaxation leaves 1e-6
    for (double y : m.y()) {
      assertThat(y).isCloseTo(h / HK, within(1e-5));
    }
    assertThat(m.x()[5]).isCloseTo(0, within(1e-5));
  }

  @ParameterizedTest
  @EnumSource(Integrator.class)
  void dampingLikeTorqueTiltsAgainstTheCurrent(Integrator integrator) {
    double h = field(0.2, 0.01, 1e-9);
    VectorField m = atRest(new SpinOrbitTorque(0.2, 0), 0.01, 1e-9, integrator);
    // m in the xz plane feels (-h mz, 0, h mx + Hk mz): along m for sin 2 theta = -2 h/Hk
    double theta = 0.5 * Math.asin(-2 * h / HK);
    for (double x : m.x()) {
      assertThat(x).isCloseTo(Math.sin(theta), within(1e-5));
    }
    assertThat(m.y()[5]).isCloseTo(0, within(1e-5));
  }

  @Test
  void turnsWithTheCurrentAndFallsWithTheThickness() {
    SpinOrbitTorque both = new SpinOrbitTorque(0.1, -0.05);
    VectorField forth = atRest(both, 0.01, 1e-9, Integrator.RK4);
    VectorField back = atRest(both, -0.01, 1e-9, Integrator.RK4);
    VectorField thick = atRest(both, 0.04, 4e-9, Integrator.RK4);
    for (int i = 0; i < forth.x().length; i++) {
      // the torque of -j is that of j turned by pi about z; rounding and the solver's tolerance
      assertThat(back.x()[i]).isCloseTo(-forth.x()[i], within(1e-6));
      assertThat(back.y()[i]).isCloseTo(-forth.y()[i], within(1e-6));
      assertThat(thick.x()[i]).isCloseTo(forth.x()[i], within(1e-6));
      assertThat(thick.y()[i]).isCloseTo(forth.y()[i], within(1e-6));
    }
    assertThat(forth.y()[0]).isLessThan(-0.01);
    assertThat(forth.x()[0]).isLessThan(-0.01);
  }

  @Test
  void undampedMacrospinTurnsTowardsThePolarisationAsATanh() {
    // dm/dt = -gamma0 h m x (m x p): m.p = tanh(gamma0 h t), along y for w along x
    double w = 40;
    double thickness = 2e-9;
    double muB = 9.2740100783e-24;
    double h = HBAR * (w * E * MS / muB) * 0.3 / (2 * E * MU0 * MS * thickness);
    Magnet magnet = Macrospin.magnet(0, 0, thickness, new SpinOrbitTorque(0.3, 0), new double[3]);
    TimeEvolution evolution = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    evolution.state(Macrospin.along(magnet, 0, 0, 1), 0);
    Drift drift = new Drift(evolution.layout(), 0);
    java.util.Arrays.fill(drift.start().x(), w);
    evolution.under(s -> s.withDrift(drift));
    double t = 1e-10;
    evolution.runUntil(t);
    assertThat(GAMMA0 * h * t).isBetween(0.3, 2.0);
    // error of the scheme at its own step
    assertThat(evolution.m().y()[0]).isCloseTo(Math.tanh(GAMMA0 * h * t), within(1e-9));
    assertThat(evolution.m().x()[0]).isCloseTo(0, within(1e-12));
  }

  /** Velocity along x of a Neel wall under w along x, with z to its left times {@code up}. */
  private static double wallVelocity(double D, double up, double h, double alpha) {
    double dx = 1e-9;
    int n = 120;
    double thickness = 1e-9;
    double delta = Math.sqrt(1e-11 / 4.8e5);
    Grid grid =
        new Grid(
            n, 1, 1, dx, dx, thickness, new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));
    Material a =
        Material.of(MS, 1e-11)
            .withKu(4.8e5)
            .withD(D, DmiKind.INTERFACIAL)
            .withAlpha(alpha)
            .withP(0)
            .withSpinOrbit(new SpinOrbitTorque(0.1, 0));
    Magnet magnet = new Magnet(grid, a, Discretisation.STANDARD);
    VectorField m = new VectorField(grid);
    for (int i = 0; i < n; i++) {
      double x = ((i + 0.5) - 0.5 * n) * dx / delta;
      m.z()[i] = -up * Math.tanh(x);
      m.x()[i] = Math.signum(D) * up / Math.cosh(x);
    }
    TimeEvolution evolution = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    evolution.state(m, 0);
    Drift drift = new Drift(evolution.layout(), 0);
    double j = h * 2 * E * MU0 * MS * thickness / (HBAR * 0.1);
    java.util.Arrays.fill(drift.start().x(), 9.2740100783e-24 * j / (E * MS));
    evolution.under(s -> s.withDrift(drift));
    evolution.runUntil(0.3e-9);
    double before = evolution.m().mean(2);
    evolution.runUntil(0.8e-9);
    double moved = (evolution.m().mean(2) - before) * n * dx / (2 * up);
    return moved / 0.5e-9;
  }

  @ParameterizedTest
  @CsvSource({"1e-3, 1", "1e-3, -1", "-1e-3, 1"})
  void neelWallMovesAsTheCollectiveCoordinatesDo(double D, double up) {
    double h = 2000;
    double alpha = 0.3;
    double delta = Math.sqrt(1e-11 / 4.8e5);
    // along the current for D > 0, against it for D < 0
    double expected = Math.signum(D) * Math.PI / 2 * GAMMA0 * delta * h / alpha;
    // the wall turns by H/(alpha H_DMI) = 0.03 off the wall normal (4e-4) and a cell of 1 nm in a
    // width of 4.6 nm makes it narrower by 0.4 %; the tilt of the domains is of order (H/Hk)^2
    assertThat(wallVelocity(D, up, h, alpha))
        .isCloseTo(expected, within(0.01 * Math.abs(expected)));
  }

  /** Moves a film of 12 x 9 cells that lies at (5, 3) of a grid, or fills its own. */
  private static VectorField moved(Grid grid, int left, int low, Integrator integrator) {
    boolean[] inside = new boolean[grid.cells()];
    VectorField start = new VectorField(grid);
    VectorField own = hopfilm.Films.smooth(Grid.film(12, 9, 4e-9, 1e-9));
    for (int j = 0; j < 9; j++) {
      for (int i = 0; i < 12; i++) {
        int c = grid.index(i + left, j + low, 0);
        inside[c] = true;
        for (int k = 0; k < 3; k++) {
          start.component(k)[c] = own.component(k)[i + 12 * j];
        }
      }
    }
    Material a =
        Material.of(MS, 1e-11)
            .withKu(KU)
            .withD(1e-3, DmiKind.INTERFACIAL)
            .withAlpha(0.3)
            .withP(0)
            .withSpinOrbit(new SpinOrbitTorque(0.2, 0.1))
            .within(CellMask.of(grid, inside));
    TimeEvolution evolution =
        new TimeEvolution(
            new Magnet(grid, a, Discretisation.COVARIANT),
            new Numerics(integrator, Coupling.adaptive(), KernelChoice.PLAIN),
            Parallel.SERIAL);
    evolution.state(start, 0);
    Drift drift = new Drift(evolution.layout(), 0);
    java.util.Arrays.fill(drift.start().x(), 30);
    evolution.under(s -> s.withDrift(drift));
    evolution.runUntil(1e-11);
    return evolution.m();
  }

  @ParameterizedTest
  @EnumSource(Integrator.class)
  void maskedFilmFeelsItAsAFilmOfItsOwn(Integrator integrator) {
    Grid large = Grid.film(20, 17, 4e-9, 1e-9);
    VectorField own = moved(Grid.film(12, 9, 4e-9, 1e-9), 0, 0, integrator);
    VectorField cut = moved(large, 5, 3, integrator);
    for (int j = 0; j < 9; j++) {
      for (int i = 0; i < 12; i++) {
        // the same sums in the same order, but for what rounding makes of other bonds
        assertThat(cut.y()[large.index(i + 5, j + 3, 0)])
            .isCloseTo(own.y()[i + 12 * j], within(1e-11));
      }
    }
    assertThat(cut.z()[0]).isZero();
  }

  @Test
  void efficienciesMustBeFinite() {
    assertThatThrownBy(() -> new SpinOrbitTorque(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite");
  }
}
