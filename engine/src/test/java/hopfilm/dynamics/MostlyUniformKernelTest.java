package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfilm.Films;
import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.KernelChoice;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.kernel.RungeKuttaPass;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A film that is uniform in most cells moves as the general kernel moves it. */
class MostlyUniformKernelTest {

  private static final double[] FIELD = {1e4, -3e4, 2e4};

  record Case(String name, Magnet magnet) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeEach
  void needsVectors() {
    assumeTrue(Kernels.vectorAvailable());
  }

  private static Grid grid(Edges edges) {
    return new Grid(37, 29, 1, 4e-9, 3e-9, 1e-8, new Grid.Boundary(edges, edges, Edges.OPEN));
  }

  private static Material material(DmiKind dmi) {
    return Material.uniform(Films.MS, Films.A, 4.8e5, Films.D, dmi, 0.3, 1, 0.1);
  }

  /** One cell in n, in no order. */
  private static boolean[] some(Grid grid, int n) {
    boolean[] chosen = new boolean[grid.cells()];
    for (int c = 0; c < chosen.length; c++) {
      chosen[c] = (c * 7919L + 13) % 1009 % n == 0;
    }
    return chosen;
  }

  private static Parameter changed(Grid grid, boolean[] where, double there, double elsewhere) {
    ScalarField f = new ScalarField(grid);
    for (int c = 0; c < where.length; c++) {
      f.values()[c] = where[c] ? there : elsewhere;
    }
    return Parameter.of(f);
  }

  private static Material with(Material a, Parameter A, Parameter Ku, Parameter alpha) {
    return new Material(
        a.Ms(),
        A,
        new Material.Anisotropy(Ku, a.axis()),
        new Material.Chirality(a.D(), a.dmi()),
        alpha,
        new Material.Torques(a.P(), a.xi()));
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Edges edges : Edges.values()) {
      Grid grid = grid(edges);
      for (DmiKind dmi : DmiKind.values()) {
        for (Discretisation d : List.of(Discretisation.COVARIANT, Discretisation.STANDARD)) {
          Material a = material(dmi);
          boolean[] some = some(grid, 9);
          String name = edges + " " + dmi + " " + d + " ";
          Magnet whole = new Magnet(grid, a, d, FIELD);
          CellMask disc = CellMask.full(grid).within(new Disc(70e-9, 45e-9, 41e-9));
          cases.add(new Case(name + "frozen", whole.withFrozen(some)));
          cases.add(new Case(name + "disc", new Magnet(grid, a.within(disc), d, FIELD)));
          Material ku = with(a, a.A(), changed(grid, some, 3e5, 4.8e5), a.alpha());
          cases.add(
              new Case(name + "Ku", new Magnet(grid, ku, d, FIELD).withDemag(DemagKind.LOCAL)));
          Magnet weak = new Magnet(grid, ku, d, FIELD);
          cases.add(new Case(name + "Ku, frozen", weak.withFrozen(some(grid, 5))));
          Material stiff = with(a, changed(grid, some, 8e-12, Films.A), a.Ku(), a.alpha());
          cases.add(new Case(name + "A", new Magnet(grid, stiff, d, FIELD)));
          Material damped =
              with(a, a.A(), a.Ku(), changed(grid, some(grid, 3), 0.9, 0.3)).within(disc);
          cases.add(new Case(name + "damping, disc", new Magnet(grid, damped, d, FIELD)));
        }
      }
    }
    return cases.stream();
  }

  private static PaddedField start(LlgKernel kernel, Magnet magnet) {
    VectorField m = Textures.random(magnet.grid(), 7);
    for (int c = 0; c < magnet.grid().cells(); c++) {
      for (int k = 0; k < 3 && magnet.material().Ms().at(c) == 0; k++) {
        m.component(k)[c] = 0;
      }
    }
    PaddedField padded = new PaddedField(kernel.layout());
    padded.pack(m);
    kernel.fillGhosts(padded);
    return padded;
  }

  private static VectorField cells(PaddedField m) {
    VectorField f = new VectorField(m.layout().grid());
    m.unpack(f);
    return f;
  }

  private static LlgKernel kernel(Magnet magnet, PaddedLayout layout) {
    return LlgEquation.motion(magnet, layout, KernelChoice.AUTO);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void movesAsTheGeneralKernelSays(Case c) {
    PaddedLayout layout = new PaddedLayout(c.magnet().grid());
    LlgKernel mixed = kernel(c.magnet(), layout);
    LlgKernel general = LlgEquation.general(c.magnet(), layout);
    assertThat(mixed.name()).startsWith("vector-").endsWith("+general");
    PaddedField in = start(mixed, c.magnet());
    PaddedField expected = new PaddedField(layout);
    PaddedField rate = new PaddedField(layout);
    for (Drift drift : new Drift[] {null, KernelAgreementTest.drift(layout)}) {
      general.rightHandSide(in, drift, 2e-13, expected, 0, layout.rows());
      mixed.rightHandSide(in, drift, 2e-13, rate, 0, layout.rows());
      for (int k = 0; k < 3; k++) {
        double[] e = cells(expected).component(k);
        double[] r = cells(rate).component(k);
        for (int i = 0; i < e.length; i++) {
          // rounding of exchange fields that cancel: 1e8 A/m times gamma0
          assertThat(r[i]).isCloseTo(e[i], within(1e-2));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onePassIsFourSweepsToTheBit(Case c) {
    PaddedLayout layout = new PaddedLayout(c.magnet().grid());
    LlgKernel kernel = kernel(c.magnet(), layout);
    double dt = 3e-13;
    Drift drift = KernelAgreementTest.drift(layout);
    PaddedField m = start(kernel, c.magnet());
    PaddedField a = new PaddedField(layout);
    PaddedField b = new PaddedField(layout);
    PaddedField third = new PaddedField(layout);
    PaddedField first = start(kernel, c.magnet());
    for (int step = 0; step < 3; step++) {
      int rows = layout.rows();
      kernel.stage(m, m, a, drift, 0, dt / 2, 0, rows);
      kernel.stage(a, m, b, drift, dt / 2, dt / 2, 0, rows);
      kernel.stage(b, m, third, drift, dt / 2, dt, 0, rows);
      kernel.lastStage(a, b, third, m, drift, dt, dt / 6, 0, rows);
    }
    for (int threads = 1; threads <= 2; threads++) {
      PaddedField passed = start(kernel, c.magnet());
      try (Parallel parallel = Parallel.of(threads)) {
        RungeKuttaPass pass = Kernels.pass(kernel, parallel);
        for (int step = 0; step < 3; step++) {
          for (int k = 0; k < 4; k++) {
            pass.drive(k, drift, new double[] {0, 0.5, 0.5, 1}[k] * dt);
          }
          pass.step(passed, dt);
        }
      }
      for (int k = 0; k < 3; k++) {
        assertThat(Arrays.mismatch(cells(passed).component(k), cells(m).component(k)))
            .isEqualTo(-1);
      }
      for (int i = 0; i < c.magnet().grid().cells(); i++) {
        if (c.magnet().isFrozen(i)) {
          for (int k = 0; k < 3; k++) {
            assertThat(cells(passed).component(k)[i]).isEqualTo(cells(first).component(k)[i]);
          }
        }
      }
    }
  }

  /** Grains that all differ leave nothing to share. */
  @Test
  void filmWithoutCommonMaterialIsLeftToTheGeneralKernel() {
    Grid grid = grid(Edges.OPEN);
    ScalarField ku = new ScalarField(grid);
    for (int i = 0; i < grid.cells(); i++) {
      ku.values()[i] = 1e5 + i;
    }
    Material a = material(DmiKind.BULK);
    Magnet magnet =
        new Magnet(grid, with(a, a.A(), Parameter.of(ku), a.alpha()), Discretisation.COVARIANT);
    assertThat(kernel(magnet, new PaddedLayout(grid)).name()).isEqualTo("general");
  }
}
