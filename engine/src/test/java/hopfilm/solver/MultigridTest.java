package hopfilm.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.parallel.Parallel;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Conjugate gradients with the multigrid cycle, against matrices written out in full. */
class MultigridTest {
  private static final PlainStencilKernel KERNEL = new PlainStencilKernel();

  /** Three nodes held at given values, two of them next to each other. */
  private static int[] fixed(NodeLayout l) {
    return l.nodes() < 5
        ? new int[] {l.index(0, 0)}
        : new int[] {
          l.index(0, 0),
          Networks.index(l, l.nodes() - 1),
          l.index(l.nx() / 2, l.ny() / 2, l.nz() / 2)
        };
  }

  @ParameterizedTest
  @MethodSource("hopfilm.solver.Networks#layouts")
  void productOfTheStencil(NodeLayout l) {
    Stencil stencil = Networks.random(l, 1);
    StencilMatrix a = new StencilMatrix(stencil, KERNEL);
    double[] x = random(l, 2);
    double[] y = new double[l.length()];
    double[] rows = new double[l.rows()];
    a.apply(x, y, rows, 0, l.rows());
    double[][] dense = Networks.dense(stencil);
    for (int j = 0; j < l.rows(); j++) {
      double dot = 0;
      for (int i = 0; i < l.nx(); i++) {
        double sum = 0;
        for (int c = 0; c < l.nodes(); c++) {
          sum += dense[i + l.nx() * j][c] * x[Networks.index(l, c)];
        }
        int k = l.start(j) + i;
        assertThat(y[k]).isCloseTo(sum, within(1e-13));
        assertThat(a.applyAt(x, k)).isCloseTo(sum, within(1e-13));
        dot += sum * x[k];
      }
      assertThat(rows[j]).isCloseTo(dot, within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("hopfilm.solver.Networks#layouts")
  void solutionOfADenseSystem(NodeLayout l) {
    Stencil a = Networks.random(l, 3);
    int[] fixed = fixed(l);
    double[] x = new double[l.length()];
    for (int e = 0; e < fixed.length; e++) {
      x[fixed[e]] = 1 + e;
    }
    double[] expected = dense(a, x, fixed);
    Multigrid multigrid = new Multigrid(l, new double[] {1, 1, 1}, KERNEL, Parallel.SERIAL);
    multigrid.prepare(FixedNodes.of(l, fixed), a);
    ConjugateGradient solver =
        new ConjugateGradient(l, KERNEL, Parallel.SERIAL, new double[l.length()]);
    x[l.index(l.nx() - 1, 0)] += fixed.length == 1 ? 0.5 : 0; // one value alone drives nothing
    solver.solve(
        new StencilMatrix(a, KERNEL), multigrid, FixedNodes.of(l, fixed), x, 1, 1e-13, 100);
    for (int c = 0; c < l.nodes(); c++) {
      assertThat(x[Networks.index(l, c)]).isCloseTo(expected[c], within(1e-10));
    }
  }

  /** The free nodes' values, by elimination of the fixed ones. */
  private static double[] dense(Stencil a, double[] x, int[] fixed) {
    NodeLayout l = a.layout();
    double[][] k = Networks.dense(a);
    double[] b = new double[l.nodes()];
    for (int node : fixed) {
      int f = l.flat(node);
      for (int c = 0; c < l.nodes(); c++) {
        b[c] -= k[c][f] * x[node];
        k[c][f] = 0;
        k[f][c] = 0;
      }
      k[f][f] = 1;
    }
    for (int node : fixed) {
      b[l.flat(node)] = x[node];
    }
    return DenseCholesky.solve(k, b);
  }

  /** M is symmetric and positive: u.M v = v.M u, u.M u > 0, to the rounding of floats. */
  @ParameterizedTest
  @MethodSource("hopfilm.solver.Networks#layouts")
  void cycleIsSymmetric(NodeLayout l) {
    Stencil a = Networks.random(l, 4);
    int[] fixed = fixed(l);
    Multigrid multigrid = new Multigrid(l, new double[] {1, 1, 1}, KERNEL, Parallel.SERIAL);
    multigrid.prepare(FixedNodes.of(l, fixed), a);
    double[] u = random(l, 5);
    double[] v = random(l, 6);
    for (int k : fixed) {
      u[k] = 0;
      v[k] = 0;
    }
    float[] mu = multigrid.apply(u, 1).clone();
    float[] mv = multigrid.apply(v, 1).clone();
    double uu = dot(l, u, mu);
    double vv = dot(l, v, mv);
    assertThat(uu).isPositive();
    assertThat(vv).isPositive();
    assertThat(dot(l, v, mu)).isCloseTo(dot(l, u, mv), within(1e-5 * Math.sqrt(uu * vv)));
    for (int k : fixed) {
      assertThat(mu[k]).isZero();
    }
  }

  /** c = P^T f P, with the interpolation P written out. */
  @ParameterizedTest
  @CsvSource({
    "9,5,1,false,false,false",
    "8,5,1,false,false,false",
    "3,4,1,false,true,false",
    "8,6,1,true,true,false",
    "9,7,1,true,true,false",
    "3,3,1,true,true,false",
    "16,9,1,true,false,false",
    "4,12,1,false,true,false",
    "5,4,3,false,false,false",
    "4,6,4,true,false,true",
    "3,5,5,true,true,true",
    "7,3,6,false,true,false"
  })
  void coarseMatrixIsGalerkins(
      int nx, int ny, int nz, boolean wrapX, boolean wrapY, boolean wrapZ) {
    NodeLayout fine = new NodeLayout(nx, ny, nz, wrapX, wrapY, wrapZ);
    FloatStencil f = single(Networks.random(fine, 7));
    FloatStencil c = f;
    for (int axis = 0; axis < (nz == 1 ? 2 : 3); axis++) {
      FloatStencil next = new FloatStencil(GalerkinCoarsening.coarse(c.layout(), axis));
      new GalerkinCoarsening(axis, c, next).compute(Parallel.SERIAL);
      c = next;
    }
    int cx = c.layout().nx();
    int cy = c.layout().ny();
    double[][] px = interpolation(nx, cx, wrapX);
    double[][] py = interpolation(ny, cy, wrapY);
    double[][] pz = nz == 1 ? new double[][] {{1}} : interpolation(nz, c.layout().nz(), wrapZ);
    double[][] k = Networks.dense(f);
    double[][] coarse = Networks.dense(c);
    double[][] p = new double[fine.nodes()][c.layout().nodes()];
    for (int n = 0; n < fine.nodes(); n++) {
      for (int a = 0; a < c.layout().nodes(); a++) {
        p[n][a] = px[n % nx][a % cx] * py[n / nx % ny][a / cx % cy] * pz[n / nx / ny][a / cx / cy];
      }
    }
    for (int a = 0; a < c.layout().nodes(); a++) {
      for (int b = 0; b < c.layout().nodes(); b++) {
        double sum = 0;
        for (int n = 0; n < fine.nodes(); n++) {
          for (int q = 0; p[n][a] != 0 && q < fine.nodes(); q++) {
            sum += p[n][a] * k[n][q] * p[q][b];
          }
        }
        assertThat(coarse[a][b]).as("%d, %d", a, b).isCloseTo(sum, within(2e-5));
      }
    }
  }

  /** Linear between the coarse nodes, which lie on every second fine node. */
  private static double[][] interpolation(int n, int nc, boolean wrap) {
    double[][] p = new double[n][nc];
    for (int i = 0; i < n; i++) {
      if (i % 2 == 0) {
        p[i][i / 2] = 1;
      } else {
        p[i][i / 2] += 0.5;
        p[i][wrap ? (i / 2 + 1) % nc : i / 2 + 1] += 0.5;
      }
    }
    return p;
  }

  private static FloatStencil single(Stencil a) {
    FloatStencil f = new FloatStencil(a.layout());
    for (int n = 0; n < a.couplings().length; n++) {
      for (int k = 0; k < a.centre().length; k++) {
        f.couplings()[n][k] = (float) a.couplings()[n][k];
      }
    }
    return f;
  }

  /** A hierarchy of another matrix costs iterations, not accuracy. */
  @Test
  void hierarchyOfAnotherMatrix() {
    NodeLayout l = new NodeLayout(17, 17, false, false);
    Stencil a = Networks.random(l, 8);
    int[] fixed = fixed(l);
    double[] x = new double[l.length()];
    x[fixed[0]] = 1;
    double[] expected = dense(a, x, fixed);
    Multigrid multigrid = new Multigrid(l, new double[] {1, 1, 1}, KERNEL, Parallel.SERIAL);
    multigrid.prepare(FixedNodes.of(l, fixed), Networks.random(l, 9));
    ConjugateGradient solver =
        new ConjugateGradient(l, KERNEL, Parallel.SERIAL, new double[l.length()]);
    solver.solve(
        new StencilMatrix(a, KERNEL), multigrid, FixedNodes.of(l, fixed), x, 1, 1e-13, 200);
    assertThat(solver.residual()).isLessThan(1e-13);
    for (int c = 0; c < l.nodes(); c++) {
      assertThat(x[Networks.index(l, c)]).isCloseTo(expected[c], within(1e-10));
    }
  }

  private static double[] random(NodeLayout l, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[l.length()];
    for (int j = 0; j < l.rows(); j++) {
      for (int i = 0; i < l.nx(); i++) {
        x[l.start(j) + i] = random.nextDouble(-1, 1);
      }
    }
    l.fillGhosts(x);
    return x;
  }

  private static double dot(NodeLayout l, double[] u, float[] v) {
    double sum = 0;
    for (int j = 0; j < l.rows(); j++) {
      for (int i = 0; i < l.nx(); i++) {
        sum += u[l.start(j) + i] * v[l.start(j) + i];
      }
    }
    return sum;
  }
}
