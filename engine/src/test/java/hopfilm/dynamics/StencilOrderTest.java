package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.Films;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.EnergyTerm;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Fields, energies and torques tend to those of the continuum with the power of the cell size. */
class StencilOrderTest {
  private static final double MU0 = 4e-7 * Math.PI;
  private static final double L = 64e-9;
  private static final double K = 2 * Math.PI / L;
  private static final double KAPPA = Films.D / (2 * Films.A);

  /** Waves of each component along x, y, z in a cube, and their phases. */
  private static final int[][] WAVE = {{1, 0, 1}, {1, 1, 0}, {0, 1, -1}};

  private static final double[] PHASE = {0.3, 1.1, 2.0};

  /**
   * A periodic cube whose A varies along x and D along y and z:
   *
   * <pre>
   *   exchange        H = 2/(mu0 Ms) (A lap m + (grad A.grad) m)
   *   bulk            H = -1/(mu0 Ms) (2D curl m + grad D x m)
   *   interfacial     H = 1/(mu0 Ms) (z (2D div m + m.grad D) - 2D grad mz - mz grad D)
   * </pre>
   */
  @ParameterizedTest
  @CsvSource({
    "BULK, COVARIANT",
    "BULK, STANDARD",
    "INTERFACIAL, COVARIANT",
    "INTERFACIAL, STANDARD"
  })
  void fieldsInTheMiddleAreOfSecondOrder(DmiKind dmi, Discretisation d) {
    double[] ratio = falls(dmi, d, 0.3);
    // 4 in the limit; (k dx)^2 = 0.15 of the coarse cells is seen
    assertThat(ratio[0]).as("exchange").isBetween(3.7, 4.3);
    assertThat(ratio[1]).as("dmi").isBetween(3.7, 4.3);
  }

  @ParameterizedTest
  @EnumSource(DmiKind.class)
  void fieldsOfAUniformMaterialAreOfFourthOrderWithSecondNeighbours(DmiKind dmi) {
    double[] ratio = falls(dmi, Discretisation.COVARIANT4, 0);
    // 16 in the limit
    assertThat(ratio[0]).as("exchange").isBetween(14.0, 18.0);
    assertThat(ratio[1]).as("dmi").isBetween(14.0, 18.0);
  }

  /** By what the errors of exchange and DMI fall with half the cells. */
  private static double[] falls(DmiKind dmi, Discretisation d, double variation) {
    double[][] error = new double[2][2];
    for (int r = 0; r < 2; r++) {
      int n = 16 << r;
      Grid g =
          new Grid(
              n,
              n,
              n,
              L / n,
              L / n,
              L / n,
              new Grid.Boundary(Edges.PERIODIC, Edges.PERIODIC, Edges.PERIODIC));
      VectorField m = new VectorField(g);
      VectorField exchange = new VectorField(g);
      VectorField chiral = new VectorField(g);
      ScalarField stiffness = new ScalarField(g);
      ScalarField strength = new ScalarField(g);
      for (int c = 0; c < g.cells(); c++) {
        int[] cell = {c % n, c / n % n, c / (n * n)};
        double[] at = new double[3];
        Arrays.setAll(at, k -> (cell[k] + 0.5) * L / n);
        double a = Films.A * (1 + variation * Math.sin(K * at[0]));
        double slope = variation * Films.A * K * Math.cos(K * at[0]);
        double dd = Films.D * (1 + variation * Math.cos(K * (at[1] + at[2])));
        double dSlope = -variation * Films.D * K * Math.sin(K * (at[1] + at[2]));
        double[] gradD = {0, dSlope, dSlope};
        stiffness.values()[c] = a;
        strength.values()[c] = dd;
        double[] v = new double[3];
        double[][] grad = new double[3][3];
        double[] lap = new double[3];
        for (int k = 0; k < 3; k++) {
          int[] w = WAVE[k];
          double phase = K * (w[0] * at[0] + w[1] * at[1] + w[2] * at[2]) + PHASE[k];
          v[k] = Math.sin(phase);
          for (int x = 0; x < 3; x++) {
            grad[k][x] = K * w[x] * Math.cos(phase);
            lap[k] -= K * K * w[x] * w[x] * v[k];
          }
          m.component(k)[c] = v[k];
          exchange.component(k)[c] = 2 / (MU0 * Films.MS) * (a * lap[k] + slope * grad[k][0]);
        }
        double[] h = dmi == DmiKind.BULK ? bulk(v, grad, dd, gradD) : cnv(v, grad, dd, gradD);
        for (int k = 0; k < 3; k++) {
          chiral.component(k)[c] = h[k] / (MU0 * Films.MS);
        }
      }
      Material material = material(Parameter.of(stiffness), Parameter.of(strength), dmi, 0);
      Magnet magnet = new Magnet(g, material, d);
      error[0][r] = rms(magnet.terms().get(0), m, exchange);
      error[1][r] = rms(magnet.terms().get(2), m, chiral);
    }
    return new double[] {error[0][0] / error[0][1], error[1][0] / error[1][1]};
  }

  private static double[] bulk(double[] m, double[][] grad, double d, double[] gradD) {
    double[] h = new double[3];
    for (int k = 0; k < 3; k++) {
      int p = (k + 1) % 3;
      int q = (k + 2) % 3;
      double curl = grad[q][p] - grad[p][q];
      h[k] = -2 * d * curl - (gradD[p] * m[q] - gradD[q] * m[p]);
    }
    return h;
  }

  private static double[] cnv(double[] m, double[][] grad, double d, double[] gradD) {
    return new double[] {
      -2 * d * grad[2][0] - m[2] * gradD[0],
      -2 * d * grad[2][1] - m[2] * gradD[1],
      2 * d * (grad[0][0] + grad[1][1]) + m[0] * gradD[0] + m[1] * gradD[1]
    };
  }

  private static double rms(EnergyTerm term, VectorField m, VectorField expected) {
    VectorField h = new VectorField(m.grid());
    term.addField(m, h);
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < m.grid().cells(); c++) {
        double e = h.component(k)[c] - expected.component(k)[c];
        sum += e * e;
      }
    }
    return Math.sqrt(sum / m.grid().cells());
  }

  private static Material material(Parameter a, Parameter d, DmiKind dmi, double alpha) {
    return new Material(
        Parameter.of(Films.MS),
        a,
        new Material.Anisotropy(Parameter.of(0), EasyAxis.Z),
        new Material.Chirality(d, dmi),
        Parameter.of(alpha),
        new Material.Torques(1, 0));
  }

  /** A film, or a stack of layers, with two free edges along one axis and even along the others. */
  private static Grid strip(int axis, int n) {
    int[] cells = {3, 3, axis == 2 ? 3 : 1};
    cells[axis] = n;
    Edges[] edges = {Edges.PERIODIC, Edges.PERIODIC, axis == 2 ? Edges.PERIODIC : Edges.OPEN};
    edges[axis] = Edges.OPEN;
    double h = L / n;
    return new Grid(
        cells[0], cells[1], cells[2], h, h, h, new Grid.Boundary(edges[0], edges[1], edges[2]));
  }

  private static double[] direction(DmiKind dmi, int axis) {
    double[] d = new double[3];
    if (dmi == DmiKind.BULK) {
      d[axis] = 1;
    } else {
      d[1 - axis] = axis == 0 ? 1 : -1; // z x e
    }
    return d;
  }

  /** v turned by an angle about d. */
  private static double[] turn(double[] d, double angle, double[] v) {
    double[] cross = cross(d, v);
    double along = d[0] * v[0] + d[1] * v[1] + d[2] * v[2];
    double[] w = new double[3];
    for (int k = 0; k < 3; k++) {
      w[k] =
          Math.cos(angle) * v[k]
              + Math.sin(angle) * cross[k]
              + (1 - Math.cos(angle)) * along * d[k];
    }
    return w;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static final double[] WAVY = {0.5, -0.7, 0.4};
  private static final double[] EVEN = {0.6, 0.3, -0.8};

  /**
   * m = R f along x, R the turn by kappa x about d, f = a cos(pi x/L) + b: it keeps the free edges'
   * 2A dm/dn = D d x m, its field is H = 2A/(mu0 Ms) (R f'' + kappa^2 m_perp), and its energy
   * density A (f'^2 - kappa^2 f_perp^2).
   *
   * <p>The missing neighbour of the standard discretisation leaves a field of order 1 in the edge
   * cells, and half a cell of energy at each edge.
   */
  @ParameterizedTest
  @CsvSource({
    "BULK, COVARIANT, 0",
    "BULK, COVARIANT, 1",
    "BULK, COVARIANT, 2",
    "BULK, STANDARD, 0",
    "BULK, STANDARD, 1",
    "BULK, STANDARD, 2",
    "BULK, COVARIANT4, 0",
    "BULK, COVARIANT4, 1",
    "BULK, COVARIANT4, 2",
    "INTERFACIAL, COVARIANT4, 0",
    "INTERFACIAL, COVARIANT4, 1",
    "INTERFACIAL, COVARIANT, 0",
    "INTERFACIAL, COVARIANT, 1",
    "INTERFACIAL, STANDARD, 0",
    "INTERFACIAL, STANDARD, 1"
  })
  void fieldAndEnergyAtFreeEdges(DmiKind dmi, Discretisation discretisation, int axis) {
    double[] d = direction(dmi, axis);
    double[] edge = new double[2];
    double[] middle = new double[2];
    double[] energy = new double[2];
    for (int r = 0; r < 2; r++) {
      // of order 4 fewer cells are enough, and stay above rounding
      int n = (discretisation == Discretisation.COVARIANT4 ? 32 : 256) << r;
      Grid g = strip(axis, n);
      VectorField m = new VectorField(g);
      VectorField expected = new VectorField(g);
      for (int c = 0; c < g.cells(); c++) {
        double x = (along(g, axis, c) + 0.5) * L / n;
        double[] f = new double[3];
        double[] second = new double[3];
        for (int k = 0; k < 3; k++) {
          double wave = WAVY[k] * Math.cos(Math.PI * x / L);
          f[k] = wave + EVEN[k];
          second[k] = -wave * Math.pow(Math.PI / L, 2);
        }
        double[] v = turn(d, KAPPA * x, f);
        double[] bent = turn(d, KAPPA * x, second);
        double dv = d[0] * v[0] + d[1] * v[1] + d[2] * v[2];
        for (int k = 0; k < 3; k++) {
          m.component(k)[c] = v[k];
          double rest = bent[k] + KAPPA * KAPPA * (v[k] - dv * d[k]);
          expected.component(k)[c] = 2 * Films.A / (MU0 * Films.MS) * rest;
        }
      }
      Material a = material(Parameter.of(Films.A), Parameter.of(Films.D), dmi, 0);
      Magnet magnet = new Magnet(g, a, discretisation);
      VectorField h = magnet.field(m);
      for (int c = 0; c < g.cells(); c++) {
        int i = along(g, axis, c);
        double off = 0;
        for (int k = 0; k < 3; k++) {
          off = Math.max(off, Math.abs(h.component(k)[c] - expected.component(k)[c]));
        }
        boolean atEdge = i == 0 || i == n - 1;
        edge[r] = Math.max(edge[r], atEdge ? off : 0);
        middle[r] = Math.max(middle[r], atEdge ? 0 : off);
      }
      double exact = 0;
      for (int k = 0; k < 3; k++) {
        double square = WAVY[k] * WAVY[k] / 2;
        exact += square * Math.pow(Math.PI / L, 2);
        exact -= (1 - d[k] * d[k]) * KAPPA * KAPPA * (square + EVEN[k] * EVEN[k]);
      }
      exact *= Films.A * g.cells() * g.cellVolume();
      energy[r] = Math.abs(magnet.energies(m).total() / exact - 1);
    }
    if (discretisation == Discretisation.COVARIANT4) {
      // 16 in the limit; m and its mirror image are smooth together
      assertThat(middle[0] / middle[1]).as("field in the middle").isBetween(14.0, 18.0);
      assertThat(edge[0] / edge[1]).as("field at the edge").isBetween(14.0, 18.0);
      assertThat(energy[0] / energy[1]).as("energy").isBetween(14.0, 18.0);
      return;
    }
    assertThat(middle[0] / middle[1]).as("field in the middle").isBetween(3.7, 4.3);
    if (discretisation == Discretisation.COVARIANT) {
      assertThat(edge[0] / edge[1]).as("field at the edge").isBetween(3.7, 4.3);
      assertThat(energy[0] / energy[1]).as("energy").isBetween(3.7, 4.3);
    } else {
      assertThat(edge[0] / edge[1]).as("field at the edge").isBetween(0.9, 1.1);
      assertThat(energy[0] / energy[1]).as("energy").isBetween(1.9, 2.1);
    }
  }

  private static int along(Grid g, int axis, int c) {
    return axis == 0 ? c % g.nx() : axis == 1 ? c / g.nx() % g.ny() : c / (g.nx() * g.ny());
  }

  /**
   * (u.grad) m of m = R f, f of length 1 and even at both edges: u (kappa d x m + R f'). The ghosts
   * of the standard discretisation are of first order at the edge.
   */
  @ParameterizedTest
  @CsvSource({
    "BULK, COVARIANT, 0",
    "BULK, COVARIANT, 1",
    "BULK, STANDARD, 0",
    "BULK, STANDARD, 1",
    "BULK, COVARIANT4, 0",
    "BULK, COVARIANT4, 1",
    "INTERFACIAL, COVARIANT4, 0",
    "INTERFACIAL, COVARIANT4, 1",
    "INTERFACIAL, COVARIANT, 0",
    "INTERFACIAL, COVARIANT, 1",
    "INTERFACIAL, STANDARD, 0",
    "INTERFACIAL, STANDARD, 1"
  })
  void torqueOfACurrent(DmiKind dmi, Discretisation discretisation, int axis) {
    double[] d = direction(dmi, axis);
    double[] edge = new double[2];
    double[] middle = new double[2];
    double u = 100;
    for (int r = 0; r < 2; r++) {
      int n = (discretisation == Discretisation.COVARIANT4 ? 32 : 128) << r;
      Grid g = strip(axis, n);
      VectorField m = new VectorField(g);
      VectorField expected = new VectorField(g);
      for (int c = 0; c < g.cells(); c++) {
        double x = (along(g, axis, c) + 0.5) * L / n;
        double theta = 1 + 0.6 * Math.cos(Math.PI * x / L);
        double slope = -0.6 * Math.PI / L * Math.sin(Math.PI * x / L);
        double[] f = {Math.sin(theta) * 0.6, Math.sin(theta) * 0.8, Math.cos(theta)};
        double[] f1 = {
          slope * Math.cos(theta) * 0.6, slope * Math.cos(theta) * 0.8, -slope * Math.sin(theta)
        };
        double[] v = turn(d, KAPPA * x, f);
        double[] v1 = turn(d, KAPPA * x, f1);
        double[] dv = cross(d, v);
        for (int k = 0; k < 3; k++) {
          m.component(k)[c] = v[k];
          expected.component(k)[c] = u * (KAPPA * dv[k] + v1[k]);
        }
      }
      Material a = material(Parameter.of(Films.A), Parameter.of(Films.D), dmi, 0);
      VectorField tau = torque(new Magnet(g, a, discretisation), m, axis, u);
      for (int c = 0; c < g.cells(); c++) {
        int i = along(g, axis, c);
        double off = 0;
        for (int k = 0; k < 3; k++) {
          off = Math.max(off, Math.abs(tau.component(k)[c] - expected.component(k)[c]));
        }
        boolean atEdge = i == 0 || i == n - 1;
        edge[r] = Math.max(edge[r], atEdge ? off : 0);
        middle[r] = Math.max(middle[r], atEdge ? 0 : off);
      }
    }
    if (discretisation == Discretisation.COVARIANT4) {
      assertThat(middle[0] / middle[1]).as("in the middle").isBetween(13.0, 19.0);
      assertThat(edge[0] / edge[1]).as("at the edge").isBetween(13.0, 19.0);
      return;
    }
    boolean covariant = discretisation == Discretisation.COVARIANT;
    assertThat(middle[0] / middle[1]).as("in the middle").isBetween(3.7, 4.3);
    assertThat(edge[0] / edge[1])
        .as("at the edge")
        .isBetween(covariant ? 3.7 : 1.9, covariant ? 4.3 : 2.1);
  }

  /**
   * (u.grad) m of a helix whose m has 0.6 along its axis d, in the first and the last cell, as a
   * share of itself. The ghost of the standard discretisation is shorter across d by eps^2/2, eps =
   * kappa dx; across m that is eps 0.6/4 of the torque. A ghost of length 1 leaves eps^2/6, the
   * error of the central difference, as inside.
   */
  @ParameterizedTest
  @EnumSource(
      value = Discretisation.class,
      names = {"STANDARD", "COVARIANT"})
  void torqueOfACurrentOnAHelixAtTheRim(Discretisation discretisation) {
    int n = 256;
    double u = 100;
    double[] d = direction(DmiKind.BULK, 0);
    Grid g = strip(0, n);
    VectorField m = new VectorField(g);
    for (int c = 0; c < g.cells(); c++) {
      double[] v = turn(d, KAPPA * (along(g, 0, c) + 0.5) * L / n, new double[] {0.6, 0, 0.8});
      for (int k = 0; k < 3; k++) {
        m.component(k)[c] = v[k];
      }
    }
    Material a = material(Parameter.of(Films.A), Parameter.of(Films.D), DmiKind.BULK, 0);
    VectorField tau = torque(new Magnet(g, a, discretisation), m, 0, u);
    double eps = KAPPA * L / n;
    for (int c = 0; c < g.cells(); c++) {
      double[] v = {m.x()[c], m.y()[c], m.z()[c]};
      double[] exact = cross(d, v);
      double square = 0;
      for (int k = 0; k < 3; k++) {
        square += Math.pow(tau.component(k)[c] / (u * KAPPA) - exact[k], 2);
      }
      double off = Math.sqrt(square) / 0.8;
      int i = along(g, 0, c);
      if (discretisation == Discretisation.STANDARD && (i == 0 || i == n - 1)) {
        // the next order is eps^2/3
        assertThat(off).isBetween(0.98 * eps * 0.6 / 4, 1.03 * eps * 0.6 / 4);
      } else {
        assertThat(off).isBetween(0.99 * eps * eps / 6, 1.01 * eps * eps / 6);
      }
    }
  }

  /** Share of a drift velocity in dm/dt of an undamped film. */
  private static VectorField torque(Magnet magnet, VectorField m, int axis, double u) {
    PaddedLayout layout = new PaddedLayout(magnet.grid(), magnet.bonds().reach());
    LlgKernel kernel = LlgEquation.general(magnet, layout);
    PaddedField in = new PaddedField(layout);
    in.pack(m);
    kernel.fillGhosts(in);
    Drift drift = new Drift(layout, 0);
    Arrays.fill(axis == 0 ? drift.start().x() : drift.start().y(), u);
    VectorField[] rate = new VectorField[2];
    for (int n = 0; n < 2; n++) {
      PaddedField out = new PaddedField(layout);
      kernel.rightHandSide(in, n == 0 ? null : drift, 0, out, 0, layout.rows());
      rate[n] = new VectorField(magnet.grid());
      out.unpack(rate[n]);
    }
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < magnet.grid().cells(); c++) {
        rate[1].component(k)[c] -= rate[0].component(k)[c];
      }
    }
    return rate[1];
  }
}
