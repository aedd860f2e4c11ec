package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfilm.Films;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.FourthOrder;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernels agree with each other and with the fields of the energy terms. */
class KernelAgreementTest {

  record Case(String name, Magnet magnet) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> films() {
    List<Case> cases = new ArrayList<>();
    int[][] sizes = {{1, 1}, {3, 2}, {8, 5}, {13, 4}, {16, 3}, {23, 7}};
    for (int[] n : sizes) {
      for (Edges edges : Edges.values()) {
        for (DmiKind dmi : DmiKind.values()) {
          for (Discretisation d : Discretisation.values()) {
            Grid grid =
                new Grid(
                    n[0],
                    n[1],
                    1,
                    4e-9,
                    3e-9,
                    1e-8,
                    new Grid.Boundary(edges, Edges.OPEN, Edges.OPEN));
            Material a =
                Material.of(Films.MS, Films.A)
                    .withKu(4.8e5)
                    .withD(Films.D, dmi)
                    .withAlpha(0.3)
                    .withP(1)
                    .withXi(0.1);
            Magnet magnet = new Magnet(grid, a, d, new double[] {1e4, -3e4, 2e4});
            String name = "%dx%d %s %s %s".formatted(n[0], n[1], edges, dmi, d);
            cases.add(new Case(name, magnet));
            if (n[0] > 8) {
              cases.add(new Case(name + " fourth", magnet.withMaterial(fourth(a))));
            }
          }
        }
      }
    }
    return cases.stream();
  }

  private static Material fourth(Material a) {
    FourthOrder.Cubic cubic =
        new FourthOrder.Cubic(
            new EasyAxis.Uniform(0.6, 0, 0.8), new EasyAxis.Uniform(0.64, 0.6, -0.48));
    return new Material(
        a.Ms(),
        a.A(),
        new Material.Anisotropy(
            a.Ku(), a.axis(), new FourthOrder(Parameter.of(-2e5), Parameter.of(3e5), cubic)),
        a.chirality(),
        a.alpha(),
        a.torques());
  }

  static Stream<Case> all() {
    Grid deep =
        new Grid(
            6, 5, 3, 4e-9, 3e-9, 5e-9, new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));
    List<Case> cases = new ArrayList<>(films().toList());
    for (DmiKind dmi : DmiKind.values()) {
      for (Discretisation d : Discretisation.values()) {
        Material a =
            Material.of(Films.MS, Films.A)
                .withKu(4.8e5)
                .withD(Films.D, dmi)
                .withAlpha(0.3)
                .withP(1)
                .withXi(0.1);
        cases.add(new Case("deep %s %s".formatted(dmi, d), new Magnet(deep, a, d)));
        Magnet fourth = new Magnet(deep, fourth(a), d);
        cases.add(new Case("deep fourth %s %s".formatted(dmi, d), fourth));
      }
    }
    return cases.stream();
  }

  private static VectorField run(LlgKernel kernel, Magnet magnet, Drift drift) {
    PaddedField in = new PaddedField(kernel.layout());
    in.pack(Textures.random(magnet.grid(), 4));
    kernel.fillGhosts(in);
    PaddedField out = new PaddedField(kernel.layout());
    kernel.rightHandSide(in, drift, 0.7, out, 0, kernel.layout().rows());
    VectorField f = new VectorField(magnet.grid());
    out.unpack(f);
    return f;
  }

  static Drift drift(PaddedLayout layout) {
    Drift drift = new Drift(layout, new Drift.Conduction(-6.0 / 7, 0.3, true), 0.5).times(-0.6);
    for (int i = 0; i < drift.start().x().length; i++) {
      drift.start().x()[i] = 100 + 30 * Math.sin(i);
      drift.start().y()[i] = -40 + 30 * Math.cos(2 * i);
      drift.slope().x()[i] = 10 * Math.sin(3 * i);
      drift.slope().y()[i] = 10 * Math.cos(5 * i);
      if (drift.components() == 3) {
        drift.start().z()[i] = 60 * Math.cos(3 * i);
        drift.slope().z()[i] = 10 * Math.sin(2 * i);
      }
    }
    return drift;
  }

  private static double largest(VectorField f) {
    double max = 0;
    for (int c = 0; c < 3; c++) {
      for (double v : f.component(c)) {
        max = Math.max(max, Math.abs(v));
      }
    }
    return max;
  }

  private static double difference(VectorField f, VectorField g) {
    double max = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < f.x().length; i++) {
        max = Math.max(max, Math.abs(f.component(c)[i] - g.component(c)[i]));
      }
    }
    return max;
  }

  @ParameterizedTest
  @MethodSource("films")
  void vectorPlainAndGeneralKernelsAgree(Case c) {
    assumeTrue(Kernels.vectorAvailable(), "no Vector API in this virtual machine");
    PaddedLayout layout = new PaddedLayout(c.magnet().grid(), c.magnet().bonds().reach());
    LlgKernel vector = LlgEquation.motion(c.magnet(), layout, KernelChoice.VECTOR);
    LlgKernel plain = LlgEquation.motion(c.magnet(), layout, KernelChoice.PLAIN);
    LlgKernel general = LlgEquation.general(c.magnet(), layout);
    assertThat(vector.name()).startsWith("vector-");
    for (Drift drift : new Drift[] {null, drift(layout)}) {
      VectorField expected = run(plain, c.magnet(), drift);
      // rounding of about sixty operations
      double tolerance = 2e-14 * largest(expected);
      assertThat(difference(run(vector, c.magnet(), drift), expected))
          .isLessThanOrEqualTo(tolerance);
      assertThat(difference(run(general, c.magnet(), drift), expected))
          .isLessThanOrEqualTo(tolerance);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void directionOfDescentIsTheTangentialPartOfTheTermsField(Case c) {
    Magnet magnet = c.magnet();
    PaddedLayout layout = new PaddedLayout(magnet.grid(), magnet.bonds().reach());
    VectorField m = Textures.random(magnet.grid(), 4);
    VectorField h = magnet.field(m);
    double largest = largest(h);
    VectorField f = run(LlgEquation.descent(magnet, layout, KernelChoice.PLAIN), magnet, null);
    for (int i = 0; i < magnet.grid().cells(); i++) {
      double mh = m.x()[i] * h.x()[i] + m.y()[i] * h.y()[i] + m.z()[i] * h.z()[i];
      for (int k = 0; k < 3; k++) {
        double expected = h.component(k)[i] - mh * m.component(k)[i];
        assertThat(Math.abs(f.component(k)[i] - expected)).isLessThan(1e-13 * largest);
      }
    }
  }
}
