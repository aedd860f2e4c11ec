package hopfilm.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfilm.solver.FloatStencil;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.PlainStencilKernel;
import hopfilm.solver.Stencil;
import hopfilm.solver.StencilKernel;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vector loops give what the plain ones give, to rounding. */
class StencilKernelAgreementTest {
  private final SplittableRandom random = new SplittableRandom(1);

  private void fill(NodeLayout l, double[] a) {
    for (int j = 0; j < l.ny(); j++) {
      for (int i = 0; i < l.nx(); i++) {
        a[l.index(i, j)] = random.nextDouble(-1, 1);
      }
    }
    l.fillGhosts(a);
  }

  private void fill(NodeLayout l, float[] a) {
    for (int j = 0; j < l.ny(); j++) {
      for (int i = 0; i < l.nx(); i++) {
        a[l.index(i, j)] = (float) random.nextDouble(-1, 1);
      }
    }
    l.fillGhosts(a);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1,false,false",
    "7,3,false,true",
    "8,4,true,false",
    "15,5,true,true",
    "16,6,true,true",
    "17,5,true,false",
    "33,9,false,false",
    "31,2,true,true"
  })
  void plainAndVector(int nx, int ny, boolean wrapX, boolean wrapY) {
    assumeTrue(Kernels.vectorAvailable());
    StencilKernel plain = new PlainStencilKernel();
    StencilKernel vector = Kernels.stencil(KernelChoice.VECTOR);
    NodeLayout l = new NodeLayout(nx, ny, wrapX, wrapY);

    Stencil a = new Stencil(l, plain);
    double[][] arrays = {a.centre(), a.east(), a.north(), a.northEast(), a.northWest()};
    for (double[] array : arrays) {
      fill(l, array);
    }
    double[] x = new double[l.length()];
    fill(l, x);
    double[][] y = new double[2][l.length()];
    double[][] dots = new double[2][ny];
    plain.apply(a, x, y[0], dots[0], 0, ny);
    vector.apply(a, x, y[1], dots[1], 0, ny);

    FloatStencil f = new FloatStencil(l);
    float[][] floats = {f.centre(), f.east(), f.north(), f.northEast(), f.northWest(), f.inverse()};
    for (float[] array : floats) {
      fill(l, array);
    }
    float[] b = new float[l.length()];
    float[] u = new float[l.length()];
    fill(l, b);
    fill(l, u);
    float[][] smooth = new float[2][l.length()];
    float[][] residual = new float[2][l.length()];
    plain.smooth(f, 0.6f, b, u, smooth[0], 0, ny);
    vector.smooth(f, 0.6f, b, u, smooth[1], 0, ny);
    plain.residual(f, b, u, residual[0], 0, ny);
    vector.residual(f, b, u, residual[1], 0, ny);

    for (int j = 0; j < ny; j++) {
      assertThat(dots[1][j]).isCloseTo(dots[0][j], within(1e-14 * nx)); // sums of nx terms below 9
      for (int i = 0; i < nx; i++) {
        int k = l.index(i, j);
        assertThat(y[1][k]).isCloseTo(y[0][k], within(1e-14));
        assertThat(smooth[1][k]).isCloseTo(smooth[0][k], within(5e-6f));
        assertThat(residual[1][k]).isCloseTo(residual[0][k], within(5e-6f));
      }
    }
  }
}
