package hopfilm.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfilm.parallel.KernelChoice;
import hopfilm.solver.FloatStencil;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.PlainStencilKernel;
import hopfilm.solver.Stencil;
import hopfilm.solver.StencilKernel;
import java.util.SplittableRandom;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vector loops give what the plain ones give, to rounding. */
class StencilKernelAgreementTest {
  private final SplittableRandom random = new SplittableRandom(1);

  private void fill(NodeLayout l, double[] a) {
    for (int row = 0; row < l.rows(); row++) {
      for (int i = 0; i < l.nx(); i++) {
        a[l.start(row) + i] = random.nextDouble(-1, 1);
      }
    }
    l.fillGhosts(a);
  }

  private void fill(NodeLayout l, float[] a) {
    for (int row = 0; row < l.rows(); row++) {
      for (int i = 0; i < l.nx(); i++) {
        a[l.start(row) + i] = (float) random.nextDouble(-1, 1);
      }
    }
    l.fillGhosts(a);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1,1,false,false",
    "7,3,1,false,true",
    "8,4,1,true,false",
    "15,5,1,true,true",
    "16,6,1,true,true",
    "17,5,1,true,false",
    "33,9,1,false,false",
    "31,2,1,true,true",
    "7,3,4,false,true",
    "16,2,3,true,false",
    "33,4,2,true,true"
  })
  void plainAndVector(int nx, int ny, int nz, boolean wrapX, boolean wrapY) {
    assumeTrue(Kernels.vectorAvailable());
    StencilKernel plain = new PlainStencilKernel();
    StencilKernel vector = Kernels.stencil(KernelChoice.VECTOR);
    NodeLayout l = new NodeLayout(nx, ny, nz, wrapX, wrapY, wrapY);

    Stencil a = new Stencil(l);
    for (double[] array : a.couplings()) {
      fill(l, array);
    }
    double[] x = new double[l.length()];
    fill(l, x);
    double[][] y = new double[2][l.length()];
    double[][] dots = new double[2][l.rows()];
    plain.apply(a, x, y[0], dots[0], 0, l.rows());
    vector.apply(a, x, y[1], dots[1], 0, l.rows());

    FloatStencil f = new FloatStencil(l);
    for (float[] array : f.couplings()) {
      fill(l, array);
    }
    fill(l, f.inverse());
    float[] b = new float[l.length()];
    float[] u = new float[l.length()];
    fill(l, b);
    fill(l, u);
    float[][] smooth = new float[2][l.length()];
    float[][] residual = new float[2][l.length()];
    plain.smooth(f, 0.6f, b, u, smooth[0], 0, l.rows());
    vector.smooth(f, 0.6f, b, u, smooth[1], 0, l.rows());
    plain.residual(f, b, u, residual[0], 0, l.rows());
    vector.residual(f, b, u, residual[1], 0, l.rows());

    for (int j = 0; j < l.rows(); j++) {
      assertThat(dots[1][j]).isCloseTo(dots[0][j], within(3e-14 * nx)); // sums of nx terms below 27
      for (int i = 0; i < nx; i++) {
        int k = l.start(j) + i;
        assertThat(y[1][k]).isCloseTo(y[0][k], within(3e-14));
        assertThat(smooth[1][k]).isCloseTo(smooth[0][k], within(1e-5f));
        assertThat(residual[1][k]).isCloseTo(residual[0][k], within(1e-5f));
      }
    }
  }

  /** To the bit, compiled or not: with one vector a row the order is that of a simple loop. */
  @Test
  void lanesAreAddedInTheirOrder() {
    assumeTrue(Kernels.vectorAvailable());
    StencilKernel vector = Kernels.stencil(KernelChoice.VECTOR);
    int lanes = DoubleVector.SPECIES_PREFERRED.length();
    NodeLayout l = new NodeLayout(lanes, 1000, false, false);
    double[] r = new double[l.length()];
    float[] z = new float[l.length()];
    double[] dots = new double[l.rows()];
    fill(l, r);
    fill(l, z);
    for (int call = 0; call < 1000; call++) {
      vector.dot(l, r, z, dots, 0, l.rows());
      for (int j = 0; j < l.rows(); j++) {
        double sum = 0;
        for (int i = l.start(j); i < l.start(j) + lanes; i++) {
          sum += r[i] * z[i];
        }
        if (dots[j] != sum) {
          assertThat(dots[j]).as("call %d, row %d", call, j).isEqualTo(sum);
        }
      }
    }
  }
}
