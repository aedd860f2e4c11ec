package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.Films;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.kernel.RungeKuttaPass;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step in one pass is the step in four sweeps, whatever the threads and edges. */
class RungeKuttaPassTest {

  private static final double DT = 5e-13;
  private static final double[] LATE = {0, 0.5, 0.5, 1};

  record Case(int nx, int ny, Edges edges, KernelChoice kernel, int threads, boolean isDriven) {}

  static Stream<Case> cases() {
    List<KernelChoice> kernels = new ArrayList<>(List.of(KernelChoice.PLAIN));
    if (Kernels.vectorAvailable()) {
      kernels.add(KernelChoice.VECTOR);
    }
    int[][] sizes = {{1, 1}, {5, 2}, {13, 3}, {8, 4}, {9, 5}, {24, 33}, {17, 67}};
    List<Case> cases = new ArrayList<>();
    for (KernelChoice kernel : kernels) {
      for (int[] n : sizes) {
        for (Edges edges : Edges.values()) {
          for (int threads = 1; threads <= 3; threads++) {
            cases.add(new Case(n[0], n[1], edges, kernel, threads, threads > 1));
          }
        }
      }
    }
    return cases.stream();
  }

  /** The external field, different at each stage as under a field that varies in time. */
  private static void field(LlgKernel kernel, int stage) {
    kernel.externalField(1e4 * stage, -3e4, 2e4 + 5e3 * stage);
  }

  private static VectorField cells(PaddedField m) {
    VectorField f = new VectorField(m.layout().grid());
    m.unpack(f);
    return f;
  }

  private static void sweep(LlgKernel kernel, PaddedField m, Drift[] drift) {
    int rows = m.layout().rows();
    PaddedField a = new PaddedField(m.layout());
    PaddedField b = new PaddedField(m.layout());
    PaddedField third = new PaddedField(m.layout());
    field(kernel, 0);
    kernel.stage(m, m, a, drift[0], 0, DT / 2, 0, rows);
    field(kernel, 1);
    kernel.stage(a, m, b, drift[1], DT / 2, DT / 2, 0, rows);
    field(kernel, 2);
    kernel.stage(b, m, third, drift[2], DT / 2, DT, 0, rows);
    field(kernel, 3);
    kernel.lastStage(a, b, third, m, drift[3], DT, DT / 6, 0, rows);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onePassIsFourSweepsToTheBit(Case c) {
    Grid grid =
        new Grid(
            c.nx(),
            c.ny(),
            1,
            4e-9,
            3e-9,
            1e-8,
            new Grid.Boundary(c.edges(), c.edges(), Edges.OPEN));
    Material a =
        Material.of(Films.MS, Films.A)
            .withKu(4.8e5)
            .withD(Films.D, DmiKind.BULK)
            .withAlpha(0.3)
            .withP(1)
            .withXi(0.1);
    Magnet magnet = new Magnet(grid, a, Discretisation.COVARIANT);
    PaddedLayout layout = new PaddedLayout(grid);
    LlgKernel kernel = LlgEquation.motion(magnet, layout, c.kernel());
    PaddedField swept = new PaddedField(layout);
    swept.pack(Textures.random(grid, 7));
    kernel.fillGhosts(swept);
    PaddedField passed = new PaddedField(layout);
    passed.pack(Textures.random(grid, 7));
    kernel.fillGhosts(passed);
    Drift[] drift = new Drift[LATE.length];
    Drift full = KernelAgreementTest.drift(layout);
    for (int k = 0; k < LATE.length && c.isDriven(); k++) {
      // without current at one stage, as at the end of a pulse
      drift[k] = k == 2 ? null : full.times(1 - 0.2 * k);
    }
    try (Parallel parallel = Parallel.of(c.threads())) {
      RungeKuttaPass pass = Kernels.pass(kernel, parallel);
      VectorField before = cells(swept);
      for (int step = 0; step < 3; step++) {
        sweep(kernel, swept, drift);
        for (int k = 0; k < LATE.length; k++) {
          field(kernel, k);
          pass.drive(k, drift[k], LATE[k] * DT);
        }
        pass.step(passed, DT);
      }
      VectorField after = cells(passed);
      assertThat(Arrays.equals(after.z(), before.z())).isFalse();
      for (int k = 0; k < 3; k++) {
        assertThat(Arrays.mismatch(after.component(k), cells(swept).component(k))).isEqualTo(-1);
      }
      // the ghosts too, which the next right-hand side reads
      PaddedField f = new PaddedField(layout);
      PaddedField g = new PaddedField(layout);
      kernel.rightHandSide(swept, null, 0, f, 0, layout.rows());
      kernel.rightHandSide(passed, null, 0, g, 0, layout.rows());
      assertThat(Arrays.mismatch(cells(g).x(), cells(f).x())).isEqualTo(-1);
    }
  }
}
