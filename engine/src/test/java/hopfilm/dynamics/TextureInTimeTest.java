package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The test texture T in time, with and without current, against an independent program: paper-like
 * film of 200 x 200 nm, rho_perp 6e-8 Ohm m, AMR 150 %, the potential solved at every Runge-Kutta
 * stage.
 */
@Order(1)
class TextureInTimeTest {

  private static final AmrConductivity SIGMA = new AmrConductivity(6e-8, 1.5);

  private static Magnet magnet(Discretisation d, double cell) {
    int n = (int) Math.round(200e-9 / cell);
    return new Magnet(Grid.film(n, n, cell, 1e-6), Films.paperLike(), d);
  }

  private static double[] edgeConductances(Grid grid, VectorField m) {
    double[] g = new double[2];
    for (int k = 0; k < 2; k++) {
      var sides = k == 0 ? ElectrodeLayouts.sidesX(grid) : ElectrodeLayouts.sidesY(grid);
      CurrentFlow flow = new CurrentFlow(grid, SIGMA, sides, Parallel.SERIAL);
      g[k] = flow.with(m).conductanceMatrix().get(0, 0) / (grid.sizeZ() * SIGMA.sPerp());
    }
    return g;
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, 4e-9, -1.679135e-14", "COVARIANT, 4e-9, -1.696631e-14",
    "COVARIANT, 2e-9, -1.710551e-14", "COVARIANT, 1e-9, -1.712922e-14"
  })
  void staticEnergy(Discretisation d, double cell, double expected) {
    Magnet magnet = magnet(d, cell);
    double e = magnet.energies(Films.testTexture(magnet.grid())).total();
    // the reference has seven digits
    assertThat(e).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD,  0,    0.1, .930989, .810596, -1.941280e-14, -.000758, .003083, -.023367",
    "STANDARD,  0.05, 0.1, .912180, .825170, -1.899796e-14, .125016, .068233, .004242",
    "STANDARD,  0.05, 0.5, .912232, .851892, -1.909587e-14, .125032, .051165, .065875",
    "COVARIANT, 0,    0.1, .935722, .819047, -1.987183e-14, .001119, .001884, -.008240",
    "COVARIANT, 0.05, 0.1, .917572, .833425, -1.946987e-14, .124497, .063453, .011045",
    "COVARIANT, 0.05, 0.5, .902210, .849303, -1.933558e-14, .120111, .045663, .077138"
  })
  void inTime(
      Discretisation d,
      double voltage,
      double ns,
      double gx,
      double gy,
      double energy,
      double mx,
      double my,
      double mz) {
    double[] expected = {gx, gy, mx, my, mz, energy};
    // six printed digits of the reference and the error of its time step
    check(Integrator.RK4, d, voltage, ns, expected, 2e-5);
    // and the steps' errors of up to 1e-5, which a relaxing film mostly forgets
    if (d == Discretisation.COVARIANT || ns < 0.2) {
      check(Integrator.DOPRI5, d, voltage, ns, expected, 3e-5);
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "STANDARD,  0,    2.0, .927952, .838129, -1.951353e-14, -.000329, .015751, -.003238",
    "COVARIANT, 0,    2.0, .935822, .832414, -1.994800e-14, .000998, .009797, -.025042"
  })
  void inALongTime(
      Discretisation d,
      double voltage,
      double ns,
      double gx,
      double gy,
      double energy,
      double mx,
      double my,
      double mz) {
    inTime(d, voltage, ns, gx, gy, energy, mx, my, mz);
  }

  private static void check(
      Integrator integrator,
      Discretisation d,
      double voltage,
      double ns,
      double[] expected,
      double tolerance) {
    Magnet magnet = magnet(d, 4e-9);
    Grid grid = magnet.grid();
    CurrentFlow flow = new CurrentFlow(grid, SIGMA, ElectrodeLayouts.sidesX(grid), Parallel.SERIAL);
    TimeEvolution evolution =
        new TimeEvolution(
            magnet,
            flow,
            new Numerics(integrator, Coupling.everyStep(), KernelChoice.AUTO),
            Parallel.SERIAL);
    evolution.state(Films.testTexture(grid), 0);
    if (voltage != 0) {
      evolution.under(s -> s.withVoltages(new double[] {voltage, 0}));
    }
    evolution.runUntil(ns * 1e-9);
    VectorField m = evolution.m();
    double[] g = edgeConductances(grid, m);
    double energy = magnet.energies(m).total() / Math.abs(expected[5]);
    double[] found = {g[0], g[1], m.mean(0), m.mean(1), m.mean(2), energy};
    String[] names = {"gx", "gy", "mx", "my", "mz", "energy"};
    for (int i = 0; i < names.length; i++) {
      double value = i == 5 ? Math.signum(expected[5]) : expected[i];
      assertThat(found[i]).as(integrator + " " + names[i]).isCloseTo(value, within(tolerance));
    }
  }
}
