package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.CellCoefficients;
import hopfilm.kernel.Drift;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Energies;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.OommfTexture;
import hopfilm.parallel.Parallel;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 0.2 ns against OOMMF and fidimag, which agree within 8e-8: the film and texture of
 * oommf_field_terms.csv, alpha 0.3, gamma0 2.211e5.
 */
class OommfInTimeTest {

  private static final Grid GRID = Grid.film(200, 200, 2e-9, 2e-9);

  private static Magnet magnet(double xi) {
    return new Magnet(
        GRID,
        Material.of(5.8e5, 1.5e-11)
            .withKu(6e5)
            .withD(3e-3, DmiKind.BULK)
            .withAlpha(0.3)
            .withP(1)
            .withXi(xi),
        Discretisation.STANDARD);
  }

  private static void assertMean(VectorField m, double mx, double my, double mz) {
    assertThat(m.mean(0)).isCloseTo(mx, within(1e-6));
    assertThat(m.mean(1)).isCloseTo(my, within(1e-6));
    assertThat(m.mean(2)).isCloseTo(mz, within(1e-6));
  }

  private static void assertEnergies(Magnet magnet, VectorField m, double ex, double an, double d) {
    Energies e = magnet.energies(m);
    // E of the reference is Ku (1 - mz^2)
    double all = 6e5 * GRID.cells() * GRID.cellVolume();
    assertThat(e.exchange()).isCloseTo(ex, within(1e-6 * Math.abs(ex)));
    assertThat(e.anisotropy() + all).isCloseTo(an, within(1e-6 * an));
    assertThat(e.dmi()).isCloseTo(d, within(1e-6 * Math.abs(d)));
  }

  @Test
  void withoutCurrent() {
    Magnet magnet = magnet(0);
    try (Parallel two = Parallel.of(2)) {
      TimeEvolution evolution = new TimeEvolution(magnet, Numerics.standard(), two);
      evolution.state(OommfTexture.on(GRID), 0);
      evolution.stepLimit(1.25e-13);
      evolution.runUntil(2e-10);
      VectorField m = evolution.m();
      assertMean(m, 0.0025790217, -0.000914683825, 0.0320584204);
      assertEnergies(magnet, m, 1.48698489e-17, 1.47014926e-17, -2.51426867e-17);
    }
  }

  /**
   * Zhang-Li torque. The reference takes one-sided differences of m at the film edge. Here a ghost
   * equal to the edge cell and twice the velocity there make the same derivative. Takes ten times
   * as long as without current, as it needs the general kernel.
   */
  @Test
  @Tag("slow")
  void withCurrent() {
    Magnet magnet = magnet(0.6);
    PaddedLayout layout = new PaddedLayout(GRID);
    CellCoefficients own = KernelCoefficients.cells(magnet, 2.211e5);
    double[][] one = new double[3][GRID.cells()];
    for (double[] axis : one) {
      java.util.Arrays.fill(axis, 1);
    }
    CellCoefficients flat =
        new CellCoefficients(
            own.bonds(),
            new CellCoefficients.Edges(one, new double[3][GRID.cells()]),
            own.gradient(),
            own.field(),
            own.motion(),
            new CellCoefficients.SpinOrbit(0, 0));
    try (Parallel two = Parallel.of(2)) {
      TimeEvolution evolution =
          new TimeEvolution(
              magnet,
              two,
              Kernels.general(layout, flat, KernelCoefficients.ghosts(magnet), List.of()));
      evolution.state(OommfTexture.on(GRID), 0);
      Drift drift = new Drift(evolution.layout(), 0);
      for (int row = 0; row < GRID.ny(); row++) {
        for (int i = 0; i < GRID.nx(); i++) {
          boolean edge = i == 0 || i == GRID.nx() - 1;
          drift.start().x()[evolution.layout().start(row) + i] = edge ? -200 : -100;
        }
      }
      evolution.under(s -> s.withDrift(drift));
      evolution.stepLimit(1.25e-13);
      evolution.runUntil(2e-10);
      VectorField m = evolution.m();
      assertMean(m, 0.0039171653, -0.00328036965, 0.0921526745);
      assertEnergies(magnet, m, 1.62846869e-17, 1.61538934e-17, -2.73410866e-17);
    }
  }
}
