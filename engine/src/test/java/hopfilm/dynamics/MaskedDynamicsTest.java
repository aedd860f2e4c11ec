package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A film cut from a larger grid by a mask moves as the same film on a grid of its own. */
class MaskedDynamicsTest {
  private static final Grid OWN = Grid.film(12, 9, 4e-9, 1e-8);
  private static final Grid LARGE = Grid.film(20, 17, 4e-9, 1e-8);
  private static final CellMask MASK =
      CellMask.full(LARGE).within(new Rectangle(20e-9, 12e-9, 68e-9, 48e-9));

  private static int place(int cell) {
    return LARGE.index(cell % OWN.nx() + 5, cell / OWN.nx() + 3, 0);
  }

  private static VectorField placed(VectorField m) {
    VectorField n = new VectorField(LARGE);
    for (int c = 0; c < OWN.cells(); c++) {
      for (int k = 0; k < 3; k++) {
        n.component(k)[place(c)] = m.component(k)[c];
      }
    }
    return n;
  }

  private static Material material(DmiKind dmi) {
    return Material.of(Films.MS, Films.A)
        .withKu(4.8e5)
        .withD(Films.D, dmi)
        .withAlpha(0.3)
        .withP(1)
        .withXi(0.1);
  }

  private static Magnet alone(DmiKind dmi, Discretisation d) {
    return new Magnet(OWN, material(dmi), d, new double[] {1e4, -3e4, 2e4});
  }

  private static Magnet cut(DmiKind dmi, Discretisation d) {
    return new Magnet(LARGE, material(dmi).within(MASK), d, new double[] {1e4, -3e4, 2e4});
  }

  private static VectorField velocity(Magnet magnet, VectorField m, boolean large) {
    PaddedLayout layout = new PaddedLayout(magnet.grid(), magnet.bonds().reach());
    LlgKernel kernel = LlgEquation.general(magnet, layout);
    Drift drift = new Drift(layout, -6.0 / 7);
    for (int c = 0; c < OWN.cells(); c++) {
      int at = large ? place(c) : c;
      int p = layout.start(at / magnet.grid().nx()) + at % magnet.grid().nx();
      drift.start().x()[p] = 100 + 30 * Math.sin(c);
      drift.start().y()[p] = -40 + 30 * Math.cos(2 * c);
    }
    PaddedField in = new PaddedField(layout);
    in.pack(m);
    kernel.fillGhosts(in);
    PaddedField out = new PaddedField(layout);
    kernel.rightHandSide(in, drift, 0.7, out, 0, layout.rows());
    VectorField f = new VectorField(magnet.grid());
    out.unpack(f);
    return f;
  }

  @ParameterizedTest
  @EnumSource(DmiKind.class)
  void fieldAndTorqueHaveTheSameBits(DmiKind dmi) {
    for (Discretisation d : Discretisation.values()) {
      VectorField m = Textures.random(OWN, 3);
      VectorField f = velocity(alone(dmi, d), m, false);
      VectorField g = velocity(cut(dmi, d), placed(m), true);
      for (int k = 0; k < 3; k++) {
        assertThat(g.component(k)).isEqualTo(placed(f).component(k));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DmiKind.class)
  void movesUnderItsCurrentAsOnItsOwnGrid(DmiKind dmi) {
    AmrConductivity sigma = new AmrConductivity(6e-8, 1.5);
    double x0 = 20e-9;
    double x1 = 68e-9;
    List<Electrode> ends =
        List.of(
            new Electrode("left", new Rectangle(x0, 0, x0, 1e-7)),
            new Electrode("right", new Rectangle(x1, 0, x1, 1e-7)));
    Numerics numerics = new Numerics(Integrator.RK4, Coupling.everyStep(), KernelChoice.PLAIN);
    TimeEvolution alone =
        new TimeEvolution(
            alone(dmi, Discretisation.COVARIANT),
            new CurrentFlow(OWN, sigma, ElectrodeLayouts.sidesX(OWN), Parallel.SERIAL),
            numerics,
            Parallel.SERIAL);
    TimeEvolution cut =
        new TimeEvolution(
            cut(dmi, Discretisation.COVARIANT),
            new CurrentFlow(LARGE, MASK, sigma, ends, Parallel.SERIAL, KernelChoice.PLAIN),
            numerics,
            Parallel.SERIAL);
    VectorField m = Films.smooth(OWN);
    alone.state(m, 0);
    cut.state(placed(m), 0);
    alone.under(s -> s.withVoltages(new double[] {0.02, 0}));
    cut.under(s -> s.withVoltages(new double[] {0.02, 0}));
    alone.runUntil(2e-11);
    cut.runUntil(2e-11);
    assertThat(cut.steps()).isEqualTo(alone.steps()).isGreaterThan(10);
    VectorField f = placed(alone.m());
    VectorField g = cut.m();
    double moved = 0;
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < LARGE.cells(); c++) {
        moved = Math.max(moved, Math.abs(g.component(k)[c] - placed(m).component(k)[c]));
        // potentials are solved to 1e-10
        assertThat(g.component(k)[c]).isCloseTo(f.component(k)[c], within(1e-9));
      }
    }
    assertThat(moved).isGreaterThan(0.1);
  }

  @Test
  void descendsToTheSameEquilibrium() {
    VectorField m = Films.smooth(OWN);
    VectorField n = placed(m);
    Magnet alone = alone(DmiKind.BULK, Discretisation.COVARIANT);
    Magnet cut = cut(DmiKind.BULK, Discretisation.COVARIANT);
    new StaticDescent(alone, KernelChoice.PLAIN, Parallel.SERIAL).relax(m, 1e-6, 5000);
    StaticDescent.Outcome outcome =
        new StaticDescent(cut, KernelChoice.PLAIN, Parallel.SERIAL).relax(n, 1e-6, 5000);
    assertThat(outcome.converged()).isTrue();
    double energy = alone.energies(m).total();
    // second order in the torque that is left
    assertThat(cut.energies(n).total()).isCloseTo(energy, within(1e-9 * Math.abs(energy)));
  }
}
