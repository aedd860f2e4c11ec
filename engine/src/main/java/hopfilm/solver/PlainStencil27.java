package hopfilm.solver;

/** The loops over a stencil of 27 points in plain Java; see {@link PlainStencilKernel}. */
final class PlainStencil27 {

  private PlainStencil27() {}

  static void apply(Stencil a, double[] x, double[] y, double[] rowDots, int from, int to) {
    double[][] c = a.couplings();
    double[] c0 = c[0];
    double[] c1 = c[1];
    double[] c2 = c[2];
    double[] c3 = c[3];
    double[] c4 = c[4];
    double[] c5 = c[5];
    double[] c6 = c[6];
    double[] c7 = c[7];
    double[] c8 = c[8];
    double[] c9 = c[9];
    double[] c10 = c[10];
    double[] c11 = c[11];
    double[] c12 = c[12];
    double[] c13 = c[13];
    int s = a.layout().stride();
    int p = a.layout().plane();
    int nx = a.layout().nx();
    for (int row = from; row < to; row++) {
      int start = a.layout().start(row);
      double dot = 0;
      for (int k = start; k < start + nx; k++) {
        double v =
            c0[k] * x[k]
                + (pair(c1, x, k, 1) + pair(c2, x, k, s))
                + (pair(c3, x, k, s + 1) + pair(c4, x, k, s - 1))
                + (pair(c5, x, k, p - s - 1) + pair(c6, x, k, p - s))
                + (pair(c7, x, k, p - s + 1) + pair(c8, x, k, p - 1))
                + (pair(c9, x, k, p) + pair(c10, x, k, p + 1))
                + (pair(c11, x, k, p + s - 1) + pair(c12, x, k, p + s))
                + pair(c13, x, k, p + s + 1);
        y[k] = v;
        dot += v * x[k];
      }
      rowDots[row] = dot;
    }
  }

  private static double pair(double[] c, double[] x, int k, int o) {
    return c[k] * x[k + o] + c[k - o] * x[k - o];
  }

  /** out = x + weight D^-1 (b - A x), or b - A x if the weight is zero. */
  static void sweep(
      FloatStencil a, float weight, float[] b, float[] x, float[] out, int from, int to) {
    float[][] c = a.couplings();
    float[] c0 = c[0];
    float[] c1 = c[1];
    float[] c2 = c[2];
    float[] c3 = c[3];
    float[] c4 = c[4];
    float[] c5 = c[5];
    float[] c6 = c[6];
    float[] c7 = c[7];
    float[] c8 = c[8];
    float[] c9 = c[9];
    float[] c10 = c[10];
    float[] c11 = c[11];
    float[] c12 = c[12];
    float[] c13 = c[13];
    float[] inverse = a.inverse();
    int s = a.layout().stride();
    int p = a.layout().plane();
    int nx = a.layout().nx();
    for (int row = from; row < to; row++) {
      int start = a.layout().start(row);
      for (int k = start; k < start + nx; k++) {
        float v =
            c0[k] * x[k]
                + (pair(c1, x, k, 1) + pair(c2, x, k, s))
                + (pair(c3, x, k, s + 1) + pair(c4, x, k, s - 1))
                + (pair(c5, x, k, p - s - 1) + pair(c6, x, k, p - s))
                + (pair(c7, x, k, p - s + 1) + pair(c8, x, k, p - 1))
                + (pair(c9, x, k, p) + pair(c10, x, k, p + 1))
                + (pair(c11, x, k, p + s - 1) + pair(c12, x, k, p + s))
                + pair(c13, x, k, p + s + 1);
        out[k] = weight == 0 ? b[k] - v : x[k] + weight * inverse[k] * (b[k] - v);
      }
    }
  }

  private static float pair(float[] c, float[] x, int k, int o) {
    return c[k] * x[k + o] + c[k - o] * x[k - o];
  }
}
