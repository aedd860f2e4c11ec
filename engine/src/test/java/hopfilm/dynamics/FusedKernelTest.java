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
import hopfilm.kernel.FilmKind;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.kernel.RungeKuttaPass;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.LayerExchange;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.SlonczewskiTorque;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of film moves on vectors as the general kernel moves it, bond by bond. */
class FusedKernelTest {

  private static final double[] FIELD = {1e4, -3e4, 2e4};
  private static final double[] LATE = {0, 0.5, 0.5, 1};

  /** Of a current density that makes a field of 1e5 A/m in these films. */
  private static final SlonczewskiTorque SLONCZEWSKI =
      new SlonczewskiTorque(new SlonczewskiTorque.Direction(1, 2, -3), 0.4, 1.7, 0.1);

  private static final double THROUGH = 5e12;

  record Case(String name, Magnet magnet, FilmKind kind) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeEach
  void needsVectors() {
    assumeTrue(Kernels.vectorAvailable());
  }

  private static Parameter field(Grid grid, IntToDoubleFunction value) {
    ScalarField f = new ScalarField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      f.values()[c] = value.applyAsDouble(c);
    }
    return Parameter.of(f);
  }

  /** A number between 0.8 and 1.2 for each cell, in no order. */
  private static double spread(int cell, int seed) {
    return 1 + 0.4 * (((cell * 7919L + 13) * seed % 1009) / 1009.0 - 0.5);
  }

  private static EasyAxis tilted(Grid grid) {
    VectorField e = new VectorField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      double theta = spread(c, 3) - 1;
      double phi = 9 * spread(c, 5);
      e.x()[c] = Math.sin(theta) * Math.cos(phi);
      e.y()[c] = Math.sin(theta) * Math.sin(phi);
      e.z()[c] = Math.cos(theta);
    }
    return EasyAxis.of(e);
  }

  private static Material with(
      Material a, Parameter Ms, Parameter A, Parameter D, Parameter alpha) {
    return new Material(
        Ms,
        A,
        a.anisotropy(),
        new Material.Chirality(D, a.dmi()),
        alpha,
        new Material.Torques(Parameter.of(0.5), 0.1, new SpinOrbitTorque(0.2, -0.1), SLONCZEWSKI));
  }

  /** With exchange between layers two cells apart, where there are that many. */
  private static Magnet across(Magnet magnet) {
    return magnet.grid().nz() > 2
        ? magnet.withLayerExchange(new LayerExchange.Pair(0, 2, -2e-3))
        : magnet;
  }

  private static List<Case> cases(Grid grid, DmiKind dmi, Discretisation d) {
    boolean isWide = d == Discretisation.COVARIANT4;
    FilmKind bonds = dmi == DmiKind.BULK ? FilmKind.BULK_BONDS : FilmKind.INTERFACIAL_BONDS;
    Material u =
        Material.of(Films.MS, Films.A)
            .withKu(4.8e5)
            .withD(Films.D, dmi)
            .withAlpha(0.3)
            .withP(1)
            .withXi(0.1);
    Material a = with(u, u.Ms(), u.A(), u.D(), u.alpha());
    Parameter ku = field(grid, c -> 3e5 * spread(c, 1));
    CellMask holes =
        CellMask.full(grid).without(new Disc(20e-9, 9e-9, 5e-9)).without(new Disc(0, 0, 6e-9));
    Material varied =
        with(
            a,
            field(grid, c -> Films.MS * spread(c, 2)),
            field(grid, c -> Films.A * spread(c, 4)),
            field(grid, c -> Films.D * spread(c, 6)),
            field(grid, c -> 0.3 * spread(c, 8)));
    Material motion = with(a, varied.Ms(), a.A(), a.D(), varied.alpha());
    List<Case> cases = new ArrayList<>();
    String name = "%dx%dx%d ".formatted(grid.nx(), grid.ny(), grid.nz());
    name += "%s %s %s ".formatted(grid.edgesX(), dmi, d);
    Magnet plain = across(new Magnet(grid, a, d, FIELD));
    boolean[] some = new boolean[grid.cells()];
    for (int c = 0; c < some.length; c++) {
      some[c] = spread(c, 9) > 1.15;
    }
    cases.add(new Case(name + "plain", plain, FilmKind.PLAIN));
    cases.add(new Case(name + "frozen", plain.withFrozen(some), FilmKind.PLAIN));
    FilmKind holed = isWide ? bonds : FilmKind.PLAIN;
    cases.add(new Case(name + "holes", new Magnet(grid, a.within(holes), d, FIELD), holed));
    Material weak = a.withAnisotropy(ku, EasyAxis.Z);
    cases.add(
        new Case(
            name + "Ku, local field",
            new Magnet(grid, weak, d, FIELD).withDemag(DemagKind.LOCAL),
            isWide ? FilmKind.TENSOR : FilmKind.DIAGONAL));
    Material grains = a.withAnisotropy(ku, tilted(grid));
    cases.add(new Case(name + "axis", new Magnet(grid, grains, d, FIELD), FilmKind.TENSOR));
    cases.add(
        new Case(
            name + "Ms, alpha, axis, holes",
            new Magnet(grid, motion.withAnisotropy(ku, tilted(grid)).within(holes), d, FIELD)
                .withDemag(DemagKind.LOCAL),
            isWide ? bonds : FilmKind.MATERIAL));
    Magnet all =
        across(new Magnet(grid, varied.withAnisotropy(ku, tilted(grid)), d, FIELD))
            .withFrozen(some);
    cases.add(new Case(name + "all", all, bonds));
    Material cut = varied.withAnisotropy(ku, tilted(grid)).within(holes);
    cases.add(new Case(name + "all, holes", new Magnet(grid, cut, d, FIELD), bonds));
    return cases;
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Discretisation d : Discretisation.values()) {
      for (DmiKind dmi : DmiKind.values()) {
        Edges e = dmi == DmiKind.BULK ? Edges.OPEN : Edges.PERIODIC;
        cases.addAll(cases(new Grid(17, 9, 1, 4e-9, 3e-9, 1e-8, boundary(Edges.OPEN)), dmi, d));
        cases.addAll(cases(new Grid(10, 6, 3, 4e-9, 3e-9, 5e-9, boundary(e)), dmi, d));
      }
      Grid periodic = new Grid(9, 7, 1, 4e-9, 3e-9, 1e-8, boundary(Edges.PERIODIC));
      cases.addAll(cases(periodic, DmiKind.BULK, d));
    }
    return cases.stream();
  }

  private static Grid.Boundary boundary(Edges e) {
    return new Grid.Boundary(e, e, e);
  }

  private static PaddedField start(LlgKernel kernel, Magnet magnet) {
    PaddedField padded = new PaddedField(kernel.layout());
    padded.pack(Textures.random(magnet.grid(), 7));
    kernel.fillGhosts(padded);
    return padded;
  }

  static PaddedField added(PaddedLayout layout) {
    PaddedField h = new PaddedField(layout);
    for (int i = 0; i < h.x().length; i++) {
      h.x()[i] = 5e4 * Math.sin(i);
      h.y()[i] = 5e4 * Math.cos(2 * i);
      h.z()[i] = 5e4 * Math.sin(3 * i);
    }
    return h;
  }

  private static VectorField cells(PaddedField m) {
    VectorField f = new VectorField(m.layout().grid());
    m.unpack(f);
    return f;
  }

  private static LlgKernel kernel(Magnet magnet) {
    PaddedLayout layout = new PaddedLayout(magnet.grid(), magnet.bonds().reach());
    return LlgEquation.motion(magnet, layout, KernelChoice.VECTOR);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void movesAsTheGeneralKernelSays(Case c) {
    LlgKernel fused = kernel(c.magnet());
    PaddedLayout layout = fused.layout();
    LlgKernel general = LlgEquation.general(c.magnet(), layout);
    assertThat(CommonMaterial.of(c.magnet()).kind()).isEqualTo(c.kind());
    assertThat(fused.name()).startsWith("vector-");
    PaddedField in = start(fused, c.magnet());
    PaddedField expected = new PaddedField(layout);
    PaddedField rate = new PaddedField(layout);
    for (Drift drift : new Drift[] {null, KernelAgreementTest.drift(layout)}) {
      for (PaddedField h : new PaddedField[] {null, added(layout)}) {
        double through = h == null ? THROUGH : 0;
        general.through(through);
        fused.through(through);
        general.addedField(h);
        general.rightHandSide(in, drift, 0.7, expected, 0, layout.rows());
        fused.addedField(h);
        fused.rightHandSide(in, drift, 0.7, rate, 0, layout.rows());
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
  }

  @ParameterizedTest
  @MethodSource("cases")
  void directionOfDescentIsTheTangentialPartOfTheTermsField(Case c) {
    Magnet magnet = c.magnet();
    PaddedLayout layout = new PaddedLayout(magnet.grid(), magnet.bonds().reach());
    LlgKernel kernel = LlgEquation.descent(magnet, layout, KernelChoice.VECTOR);
    PaddedField in = start(kernel, magnet);
    PaddedField out = new PaddedField(layout);
    kernel.rightHandSide(in, null, 0, out, 0, layout.rows());
    VectorField m = cells(in);
    VectorField f = cells(out);
    VectorField h = magnet.field(m);
    for (int i = 0; i < magnet.grid().cells(); i++) {
      double moves = magnet.isFrozen(i) || magnet.material().Ms().at(i) == 0 ? 0 : 1;
      double mh = m.x()[i] * h.x()[i] + m.y()[i] * h.y()[i] + m.z()[i] * h.z()[i];
      for (int k = 0; k < 3; k++) {
        double expected = moves * (h.component(k)[i] - mh * m.component(k)[i]);
        // rounding of exchange fields of 1e7 A/m that cancel
        assertThat(f.component(k)[i]).isCloseTo(expected, within(1e-6));
      }
    }
  }

  /** As {@link RungeKutta4} sweeps it, each stage in an added field of its own. */
  private static void sweep(
      LlgKernel kernel, PaddedField m, Drift drift, PaddedField[] h, double dt) {
    int rows = m.layout().rows();
    PaddedField a = new PaddedField(m.layout());
    PaddedField b = new PaddedField(m.layout());
    PaddedField third = new PaddedField(m.layout());
    kernel.through(THROUGH);
    kernel.addedField(h[0]);
    kernel.stage(m, m, a, drift, 0, dt / 2, 0, rows);
    kernel.through(0);
    kernel.addedField(h[1]);
    kernel.stage(a, m, b, drift, dt / 2, dt / 2, 0, rows);
    kernel.through(-THROUGH);
    kernel.addedField(h[2]);
    kernel.stage(b, m, third, drift, dt / 2, dt, 0, rows);
    kernel.through(2 * THROUGH);
    kernel.addedField(h[3]);
    kernel.lastStage(a, b, third, m, drift, dt, dt / 6, 0, rows);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onePassIsFourSweepsToTheBit(Case c) {
    LlgKernel kernel = kernel(c.magnet());
    PaddedLayout layout = kernel.layout();
    double dt = 3e-13;
    Drift drift = KernelAgreementTest.drift(layout);
    PaddedField field = added(layout);
    PaddedField[] h = {field, null, field, null};
    PaddedField swept = start(kernel, c.magnet());
    VectorField first = cells(swept);
    PaddedField passed = start(kernel, c.magnet());
    RungeKuttaPass pass = Kernels.pass(kernel, Parallel.SERIAL);
    for (int step = 0; step < 2; step++) {
      sweep(kernel, swept, drift, h, dt);
      for (int k = 0; k < 4; k++) {
        kernel.through(new double[] {1, 0, -1, 2}[k] * THROUGH);
        kernel.addedField(h[k]);
        pass.drive(k, drift, LATE[k] * dt);
      }
      pass.step(passed, dt);
    }
    VectorField last = cells(passed);
    for (int k = 0; k < 3; k++) {
      assertThat(Arrays.mismatch(last.component(k), cells(swept).component(k))).isEqualTo(-1);
      for (int i = 0; i < c.magnet().grid().cells(); i++) {
        if (c.magnet().isFrozen(i)) {
          assertThat(last.component(k)[i]).isEqualTo(first.component(k)[i]);
        }
        if (c.magnet().material().Ms().at(i) == 0) {
          assertThat(last.component(k)[i]).isZero();
        }
      }
    }
  }

  @Test
  void casesMeetEveryKindOfFilm() {
    EnumSet<FilmKind> met = EnumSet.of(FilmKind.ADDED); // a plain one with an added field
    cases().forEach(c -> met.add(c.kind()));
    assertThat(met).isEqualTo(EnumSet.allOf(FilmKind.class));
  }

  /** The same bits on one thread and on three, which share 50 rows of four layers. */
  @Test
  void threadsDoNotChangeBits() {
    Grid grid =
        new Grid(
            9, 50, 4, 4e-9, 3e-9, 5e-9, new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));
    for (Discretisation d : Discretisation.values()) {
      Case c = cases(grid, DmiKind.BULK, d).get(7);
      LlgKernel kernel = kernel(c.magnet());
      List<VectorField> results = new ArrayList<>();
      for (int threads = 1; threads <= 3; threads++) {
        PaddedField m = start(kernel, c.magnet());
        try (Parallel parallel = Parallel.of(threads)) {
          RungeKuttaPass pass = Kernels.pass(kernel, parallel);
          for (int k = 0; k < 4; k++) {
            pass.drive(k, KernelAgreementTest.drift(kernel.layout()), LATE[k]);
          }
          pass.step(m, 3e-13);
          pass.step(m, 3e-13);
        }
        results.add(cells(m));
      }
      for (int k = 0; k < 3; k++) {
        assertThat(results.get(1).component(k)).isEqualTo(results.get(0).component(k));
        assertThat(results.get(2).component(k)).isEqualTo(results.get(0).component(k));
      }
    }
  }
}
