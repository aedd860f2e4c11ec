package hopfilm.dynamics;

import static hopfilm.units.Constants.E;
import static hopfilm.units.Constants.MUB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.Held;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The test texture T with its walls turned into Neel walls, in a film with interfacial interaction
 * under current: {@code standard}, 200 x 200 nm, rho_perp 6e-8 Ohm m, AMR 150 %, 50 mV along x; and
 * T itself under a torque with a field-like part.
 *
 * <p>The numbers are those that {@code src/test/resources/python/film.py} prints, a small program
 * of NumPy and SciPy that was written from the equations and shares nothing with this one.
 */
@Order(2)
class NeelTextureTest {
  private static final AmrConductivity SIGMA = new AmrConductivity(6e-8, 1.5);
  private static final Grid GRID = Films.testGrid();

  private static Magnet magnet(DmiKind dmi, double xi, Discretisation d) {
    Material a =
        Material.of(Films.MS, Films.A)
            .withKu(4.8e5)
            .withD(Films.D, dmi)
            .withAlpha(0.3)
            .withP(1)
            .withXi(xi);
    return new Magnet(GRID, a, d);
  }

  /** m turned by 90 degrees about z. */
  private static VectorField quarterTurn(VectorField m) {
    VectorField turned = new VectorField(m.grid());
    for (int c = 0; c < m.grid().cells(); c++) {
      turned.x()[c] = -m.y()[c];
      turned.y()[c] = m.x()[c];
      turned.z()[c] = m.z()[c];
    }
    return turned;
  }

  private static CurrentFlow along(int axis) {
    var sides = axis == 0 ? ElectrodeLayouts.sidesX(GRID) : ElectrodeLayouts.sidesY(GRID);
    return new CurrentFlow(GRID, SIGMA, sides, Parallel.SERIAL);
  }

  private static double conductance(int axis, VectorField m) {
    return along(axis).with(m).conductanceMatrix().get(0, 0) / (GRID.sizeZ() * SIGMA.sPerp());
  }

  /** dm/dt under the current of the texture itself, at corners, edges and inside. */
  @ParameterizedTest
  @EnumSource(names = {"AUTO", "PLAIN"})
  void rateInSomeCells(KernelChoice choice) {
    VectorField m = quarterTurn(Films.testTexture(GRID));
    assertThat(conductance(0, m)).isCloseTo(0.4992187875, within(1e-9));
    assertThat(conductance(1, m)).isCloseTo(0.7973308857, within(1e-9));
    Magnet magnet = magnet(DmiKind.INTERFACIAL, 0, Discretisation.STANDARD);
    assertThat(magnet.energies(m).total()).isCloseTo(-1.6791352620e-14, within(1e-23));

    Held flow = along(0).with(m);
    double[] potential = new double[flow.potentialLength()];
    flow.solve(new double[] {0.05, 0}, potential, 1e-12);
    VectorField field = new VectorField(GRID);
    flow.electricField(potential, field);
    PaddedLayout layout = new PaddedLayout(GRID);
    Drift drift = new Drift(layout, SIGMA.ratio());
    for (int c = 0; c < GRID.cells(); c++) {
      int k = layout.start(c / GRID.nx()) + c % GRID.nx();
      drift.start().x()[k] = MUB / (E * Films.MS) * SIGMA.sPerp() * field.x()[c];
      drift.start().y()[k] = MUB / (E * Films.MS) * SIGMA.sPerp() * field.y()[c];
    }
    LlgKernel kernel = LlgEquation.motion(magnet, layout, choice);
    PaddedField in = new PaddedField(layout);
    in.pack(m);
    kernel.fillGhosts(in);
    PaddedField out = new PaddedField(layout);
    kernel.rightHandSide(in, drift, 0, out, 0, layout.rows());
    VectorField rate = new VectorField(GRID);
    out.unpack(rate);

    double[][] expected = {
      {0, 0, -1.05704091e+11, 3.39495361e+10, 2.45037946e+10},
      {49, 0, 3.16558250e+10, -2.00433333e+11, -6.87563605e+10},
      {0, 25, 8.38769670e+10, -2.44076147e+10, 6.12994977e+10},
      {25, 49, -2.54238864e+10, 1.44998471e+11, -4.57878523e+10},
      {31, 17, -1.35796842e+09, -4.68230191e+10, -5.27477791e+09},
    };
    for (double[] cell : expected) {
      int c = GRID.index((int) cell[0], (int) cell[1], 0);
      for (int k = 0; k < 3; k++) {
        // nine printed digits of rates up to 2e11, and the potential to 1e-11
        assertThat(rate.component(k)[c]).isCloseTo(cell[2 + k], within(2e3));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INTERFACIAL, 0, 0,    0.1, .669234, .880237, -1.941280e-14, -.003082, -.000758, -.023367",
    "INTERFACIAL, 0, 0.05, 0.1, .689157, .865401, -1.922768e-14, -.048267, .085441, -.006476",
    "INTERFACIAL, 0, 0.05, 0.5, .752205, .833439, -1.918210e-14, -.049922, .091577, -.032915",
    "BULK, 0.3, 0.05, 0.1, .926087, .823385, -1.932553e-14, .017756, .003907, -.017170",
  })
  void inTime(
      DmiKind dmi,
      double xi,
      double volts,
      double ns,
      double gx,
      double gy,
      double energy,
      double mx,
      double my,
      double mz) {
    Magnet magnet = magnet(dmi, xi, Discretisation.STANDARD);
    VectorField bulk = Films.testTexture(GRID);
    VectorField start = dmi == DmiKind.BULK ? bulk : quarterTurn(bulk);
    Numerics numerics = new Numerics(Integrator.RK4, Coupling.everyStep(), KernelChoice.AUTO);
    TimeEvolution evolution = new TimeEvolution(magnet, along(0), numerics, Parallel.SERIAL);
    evolution.state(start, 0);
    if (volts != 0) {
      evolution.under(s -> s.withVoltages(new double[] {volts, 0}));
    }
    evolution.runUntil(ns * 1e-9);
    VectorField m = evolution.m();
    double e = magnet.energies(m).total();
    // six digits, and errors of the steps of both, which grow by the motion
    double tolerance = ns < 1 ? 2e-5 : 2e-4;
    assertThat(conductance(0, m)).isCloseTo(gx, within(tolerance));
    assertThat(conductance(1, m)).isCloseTo(gy, within(tolerance));
    assertThat(e).isCloseTo(energy, within(-tolerance * energy));
    double[] mean = {mx, my, mz};
    for (int k = 0; k < 3; k++) {
      assertThat(m.mean(k)).isCloseTo(mean[k], within(tolerance));
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource(
      "INTERFACIAL, 0, 0.05, 2.0, .837833, .801224, -1.923881e-14, -.023116, .079327, -.179537")
  void inALongTime(
      DmiKind dmi,
      double xi,
      double volts,
      double ns,
      double gx,
      double gy,
      double energy,
      double mx,
      double my,
      double mz) {
    inTime(dmi, xi, volts, ns, gx, gy, energy, mx, my, mz);
  }

  /**
   * A quarter turn of all spins makes the interfacial interaction of the bulk one, z x d of d, and
   * leaves exchange, anisotropy and a given current alone: both films move alike, edges included.
   */
  @ParameterizedTest
  @EnumSource(Discretisation.class)
  void movesAsTheBulkFilmTurned(Discretisation d) {
    VectorField bulk = Films.testTexture(GRID);
    VectorField[] m = {bulk, quarterTurn(bulk)};
    for (int n = 0; n < 2; n++) {
      DmiKind dmi = n == 0 ? DmiKind.BULK : DmiKind.INTERFACIAL;
      Numerics numerics = new Numerics(Integrator.RK4, Coupling.everyStep(), KernelChoice.AUTO);
      TimeEvolution evolution = new TimeEvolution(magnet(dmi, 0, d), numerics, Parallel.SERIAL);
      evolution.state(m[n], 0);
      PaddedLayout layout = evolution.layout();
      Drift drift = new Drift(layout, 0);
      for (int c = 0; c < GRID.cells(); c++) {
        int k = layout.start(c / GRID.nx()) + c % GRID.nx();
        drift.start().x()[k] = 150 + 50 * Math.sin(0.2 * c);
        drift.start().y()[k] = 60 * Math.cos(0.3 * c);
      }
      evolution.under(s -> s.withDrift(drift));
      evolution.runUntil(5e-11);
      m[n] = evolution.m();
    }
    VectorField expected = quarterTurn(m[0]);
    double moved = 0;
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < GRID.cells(); c++) {
        moved = Math.max(moved, Math.abs(m[0].component(k)[c] - bulk.component(k)[c]));
        assertThat(m[1].component(k)[c]).isCloseTo(expected.component(k)[c], within(1e-11));
      }
    }
    assertThat(moved).isGreaterThan(0.3);
  }
}
