package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemagTest {

  private static final double MU0 = 4e-7 * Math.PI;
  private static final double MS = 7e5;

  private static Demag demag(Grid grid) {
    return new Demag(grid, Material.of(MS, 1e-11).withAlpha(0.3).withP(1), FourierLoops.DOUBLE);
  }

  private static VectorField field(Grid grid, VectorField m) {
    VectorField h = new VectorField(grid);
    demag(grid).field(m, h, Parallel.SERIAL);
    return h;
  }

  /** Demagnetising factor along c of a prism with the edges a, b, c: Aharoni's equation 1. */
  private static double aharoni(double a, double b, double c) {
    double abc = Math.sqrt(a * a + b * b + c * c);
    double ab = Math.hypot(a, b);
    double bc = Math.hypot(b, c);
    double ac = Math.hypot(a, c);
    double d =
        (b * b - c * c) / (2 * b * c) * Math.log((abc - a) / (abc + a))
            + (a * a - c * c) / (2 * a * c) * Math.log((abc - b) / (abc + b))
            + b / (2 * c) * Math.log((ab + a) / (ab - a))
            + a / (2 * c) * Math.log((ab + b) / (ab - b))
            + c / (2 * a) * Math.log((bc - b) / (bc + b))
            + c / (2 * b) * Math.log((ac - a) / (ac + a))
            + 2 * Math.atan(a * b / (c * abc))
            + (a * a * a + b * b * b - 2 * c * c * c) / (3 * a * b * c)
            + (a * a + b * b - 2 * c * c) / (3 * a * b * c) * abc
            + c / (a * b) * (ac + bc)
            - (Math.pow(ab, 3) + Math.pow(bc, 3) + Math.pow(ac, 3)) / (3 * a * b * c);
    return d / Math.PI;
  }

  /** Films of two materials that are made from one take turns in one convolution. */
  @Test
  void filmsOfOtherMaterialsHaveTheirOwnField() {
    Grid grid = Grid.film(12, 10, 4e-9, 8e-9);
    VectorField m = Textures.random(grid, 5);
    Demag cold = demag(grid);
    List<Material> materials = new ArrayList<>();
    List<Demag> warm = new ArrayList<>();
    for (double cooler : new double[] {0.9, 0.7}) {
      ScalarField ms = new ScalarField(grid);
      for (int c = 0; c < grid.cells(); c++) {
        ms.values()[c] = MS * (c % 3 == 0 ? cooler : 1);
      }
      Material m0 = Material.of(MS, 1e-11).withAlpha(0.3).withP(1);
      materials.add(
          new Material(
              Parameter.of(ms), m0.A(), m0.anisotropy(), m0.chirality(), m0.alpha(), m0.torques()));
      warm.add(cold.of(materials.get(materials.size() - 1)));
    }
    VectorField h = new VectorField(grid);
    VectorField expected = new VectorField(grid);
    for (int k = 0; k < 4; k++) {
      warm.get(k % 2).field(m, h, Parallel.SERIAL);
      new Demag(grid, materials.get(k % 2), FourierLoops.DOUBLE)
          .field(m, expected, Parallel.SERIAL);
      assertThat(h.x()).containsExactly(expected.x());
      assertThat(h.z()).containsExactly(expected.z());
      cold.field(m, h, Parallel.SERIAL);
      assertThat(h.z()).containsExactly(field(grid, m).z());
    }
  }

  /** The same body in cells of several sizes, one layer among them. */
  @ParameterizedTest
  @CsvSource({"12, 10, 6", "24, 5, 1", "6, 20, 3", "5, 1, 12"})
  void uniformPrismHasTheFactorsOfAharoni(int nx, int ny, int nz) {
    double a = 48e-9;
    double b = 40e-9;
    double c = 24e-9;
    Grid grid = new Grid(nx, ny, nz, a / nx, b / ny, c / nz);
    double[] expected = {aharoni(b, c, a), aharoni(c, a, b), aharoni(a, b, c)};
    Demag demag = demag(grid);
    for (int k = 0; k < 3; k++) {
      VectorField m = VectorField.uniform(grid, k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0);
      double factor = demag.energy(m) / (0.5 * MU0 * MS * MS * a * b * c);
      // both are exact: rounding of Newell's sum over all pairs
      assertThat(factor).isCloseTo(expected[k], within(1e-11));
    }
  }

  @ParameterizedTest
  @CsvSource({"OPEN, OPEN, 3", "PERIODIC, OPEN, 1", "OPEN, PERIODIC, 2", "PERIODIC, PERIODIC, 2"})
  void convolutionIsTheSumOverAllPairs(Edges x, Edges y, int nz) {
    // 8 periodic cells need no zeros, 5 do
    for (int[] n : new int[][] {{8, 5}, {5, 4}, {6, 1}}) {
      Grid grid = new Grid(n[0], n[1], nz, 4e-9, 3e-9, 5e-9, new Grid.Boundary(x, y, Edges.OPEN));
      VectorField m = Textures.random(grid, 4);
      VectorField h = field(grid, m);
      DemagTensor tensor = new DemagTensor(grid);
      Map<List<Integer>, double[]> known = new HashMap<>();
      for (int at = 0; at < grid.cells(); at++) {
        double[] sum = new double[3];
        for (int from = 0; from < grid.cells(); from++) {
          int i = nearest(at % n[0] - from % n[0], n[0], x);
          int j = nearest(at / n[0] % n[1] - from / n[0] % n[1], n[1], y);
          int k = at / (n[0] * n[1]) - from / (n[0] * n[1]);
          double[] t =
              known.computeIfAbsent(
                  List.of(i, j, k),
                  key -> {
                    double[] one = new double[6];
                    tensor.tensor(i, j, k, one);
                    return one;
                  });
          double mx = m.x()[from];
          double my = m.y()[from];
          double mz = m.z()[from];
          sum[0] -= MS * (t[0] * mx + t[3] * my + t[4] * mz);
          sum[1] -= MS * (t[3] * mx + t[1] * my + t[5] * mz);
          sum[2] -= MS * (t[4] * mx + t[5] * my + t[2] * mz);
        }
        for (int c = 0; c < 3; c++) {
          // half a period away odd components are 0 in the convolution, in the sum only to its
          // error
          double tolerance = x == Edges.OPEN && y == Edges.OPEN ? 1e-12 : 1e-6;
          assertThat(h.component(c)[at]).isCloseTo(sum[c], within(tolerance * MS));
        }
      }
    }
  }

  private static int nearest(int d, int n, Edges edges) {
    return edges == Edges.OPEN ? d : d - n * Math.round((float) d / n);
  }

  /**
   * A film with m = cos(qx) along x or z: per layer average, H_z = -Ms cos(qx) f(q), H_x = -Ms
   * cos(qx) (1 - f(q)), f(q) = (1 - exp(-qt))/(qt); cells add the harmonics q + 2 pi n/dx, each
   * with the square of its average over a cell.
   */
  @ParameterizedTest
  @CsvSource({"16, 4, 30e-9", "12, 5, 30e-9", "12, 4, 1e-6", "1, 3, 30e-9"})
  void stripesInAnInfiniteFilmHaveTheirClosedForm(int nx, int ny, double t) {
    double dx = 4e-9;
    Grid grid = Grid.film(nx, ny, dx, t, Edges.PERIODIC, Edges.PERIODIC);
    int waves = nx == 1 ? 0 : 1;
    double normal = 0;
    double along = 0;
    for (int n = -2000; n <= 2000; n++) {
      double q = 2 * Math.PI * (waves + (double) n * nx) / (nx * dx);
      double p = q * dx / 2;
      double average = p == 0 ? 1 : Math.pow(Math.sin(p) / p, 2);
      double f = q == 0 ? 1 : (1 - Math.exp(-Math.abs(q) * t)) / (Math.abs(q) * t);
      normal += average * f;
      along += average * (1 - f);
    }
    VectorField m = new VectorField(grid);
    for (int i = 0; i < grid.cells(); i++) {
      m.x()[i] = m.z()[i] = Math.cos(2 * Math.PI * waves * (i % nx + 0.5) / nx);
    }
    VectorField h = field(grid, m);
    for (int i = 0; i < grid.cells(); i++) {
      // harmonics beyond the 2000 summed, periods counted as spread out
      assertThat(h.z()[i]).isCloseTo(-MS * m.z()[i] * normal, within(2e-5 * MS));
      assertThat(h.x()[i]).isCloseTo(-MS * m.x()[i] * along, within(2e-5 * MS));
      assertThat(h.y()[i]).isCloseTo(0, within(1e-9 * MS));
    }
  }

  /** An infinite bar: Aharoni's equation 1 for a without limit. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void infiniteBarHasItsFactors(boolean alongX) {
    Grid grid =
        alongX
            ? Grid.film(6, 10, 4e-9, 20e-9, Edges.PERIODIC, Edges.OPEN)
            : Grid.film(10, 6, 4e-9, 20e-9, Edges.OPEN, Edges.PERIODIC);
    double p = 20.0 / 40;
    double nz =
        ((1 - p * p) / (2 * p) * Math.log(1 + p * p) + p * Math.log(p) + 2 * Math.atan(1 / p))
            / Math.PI;
    double[] expected = alongX ? new double[] {0, 1 - nz, nz} : new double[] {1 - nz, 0, nz};
    Demag demag = demag(grid);
    for (int k = 0; k < 3; k++) {
      VectorField m = VectorField.uniform(grid, k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0);
      double w = 0.5 * MU0 * MS * MS * grid.cells() * grid.cellVolume();
      // periods beyond the fourth counted as spread out evenly
      assertThat(demag.energy(m) / w).isCloseTo(expected[k], within(1e-5));
    }
  }

  @Test
  void wideFilmApproachesTheLocalField() {
    Material a = Material.of(MS, 1e-11).withAlpha(0.3).withP(1);
    Grid grid = Grid.film(64, 64, 10e-9, 1e-9);
    VectorField m = VectorField.uniform(grid, 0, 0.6, 0.8);
    VectorField h = new VectorField(grid);
    new LocalDemag(a).addField(m, h);
    int centre = grid.index(32, 32, 0);
    // thickness over width: 1 - N = (2 sqrt(2)/pi) t/w = 1.4e-3 in the middle
    assertThat(field(grid, m).z()[centre]).isCloseTo(h.z()[centre], within(1.5e-3 * MS));
    assertThat(h.z()[centre]).isCloseTo(-0.8 * MS, within(1e-9 * MS));
    UniaxialAnisotropy same =
        new UniaxialAnisotropy(
            Material.of(MS, 1e-11).withKu(-0.5 * MU0 * MS * MS).withAlpha(0.3).withP(1));
    assertThat(new LocalDemag(a).energy(m))
        .isCloseTo(same.energy(m), within(1e-12 * Math.abs(same.energy(m))));
  }

  @Test
  void mirroredTextureHasTheMirroredField() {
    Grid grid = new Grid(9, 7, 2, 4e-9, 3e-9, 5e-9);
    VectorField m = Textures.random(grid, 2);
    // a mirror across x keeps the component of an axial vector along x
    VectorField h = mirror(field(grid, m));
    VectorField g = field(grid, mirror(m));
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < grid.cells(); i++) {
        assertThat(g.component(c)[i]).isCloseTo(h.component(c)[i], within(1e-12 * MS));
      }
    }
  }

  private static VectorField mirror(VectorField v) {
    Grid grid = v.grid();
    VectorField out = new VectorField(grid);
    for (int i = 0; i < grid.cells(); i++) {
      int from = i - i % grid.nx() + grid.nx() - 1 - i % grid.nx();
      out.x()[i] = v.x()[from];
      out.y()[i] = -v.y()[from];
      out.z()[i] = -v.z()[from];
    }
    return out;
  }

  @Test
  void threadsDoNotChangeABit() {
    for (int nz : new int[] {1, 3}) {
      Grid grid =
          new Grid(
              50,
              37,
              nz,
              4e-9,
              4e-9,
              5e-9,
              new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));
      VectorField m = Textures.random(grid, 2);
      List<VectorField> fields = new ArrayList<>();
      for (int threads = 1; threads <= 3; threads++) {
        VectorField h = new VectorField(grid);
        try (Parallel parallel = Parallel.of(threads)) {
          demag(grid).field(m, h, parallel);
        }
        fields.add(h);
      }
      for (VectorField h : fields) {
        for (int c = 0; c < 3; c++) {
          assertThat(h.component(c)).isEqualTo(fields.get(0).component(c));
        }
      }
    }
  }
}
