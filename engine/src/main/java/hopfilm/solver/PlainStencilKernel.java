package hopfilm.solver;

/** The stencil loops in plain Java. */
public final class PlainStencilKernel implements StencilKernel {

  @Override
  public void apply(Stencil a, double[] x, double[] y, double[] rowDots, int from, int to) {
    if (!a.layout().isFlat()) {
      PlainStencil27.apply(a, x, y, rowDots, from, to);
      return;
    }
    double[] d = a.centre();
    double[] e = a.east();
    double[] n = a.north();
    double[] ne = a.northEast();
    double[] nw = a.northWest();
    int s = a.layout().stride();
    int nx = a.layout().nx();
    for (int j = from; j < to; j++) {
      int start = a.layout().start(j);
      double dot = 0;
      for (int k = start; k < start + nx; k++) {
        double v =
            d[k] * x[k]
                + (e[k] * x[k + 1] + e[k - 1] * x[k - 1])
                + (n[k] * x[k + s] + n[k - s] * x[k - s])
                + (ne[k] * x[k + s + 1] + ne[k - s - 1] * x[k - s - 1])
                + (nw[k] * x[k + s - 1] + nw[k - s + 1] * x[k - s + 1]);
        y[k] = v;
        dot += v * x[k];
      }
      rowDots[j] = dot;
    }
  }

  @Override
  public void smooth(
      FloatStencil a, float weight, float[] b, float[] x, float[] y, int from, int to) {
    if (a.layout().isFlat()) {
      sweep(a, weight, b, x, y, from, to);
    } else {
      PlainStencil27.sweep(a, weight, b, x, y, from, to);
    }
  }

  @Override
  public void residual(FloatStencil a, float[] b, float[] x, float[] r, int from, int to) {
    smooth(a, 0, b, x, r, from, to);
  }

  /** out = x + weight D^-1 (b - A x), or b - A x if the weight is zero. */
  private static void sweep(
      FloatStencil a, float weight, float[] b, float[] x, float[] out, int from, int to) {
    float[] d = a.centre();
    float[] e = a.east();
    float[] n = a.north();
    float[] ne = a.northEast();
    float[] nw = a.northWest();
    float[] inverse = a.inverse();
    int s = a.layout().stride();
    int nx = a.layout().nx();
    for (int j = from; j < to; j++) {
      int start = a.layout().start(j);
      for (int k = start; k < start + nx; k++) {
        float v =
            d[k] * x[k]
                + (e[k] * x[k + 1] + e[k - 1] * x[k - 1])
                + (n[k] * x[k + s] + n[k - s] * x[k - s])
                + (ne[k] * x[k + s + 1] + ne[k - s - 1] * x[k - s - 1])
                + (nw[k] * x[k + s - 1] + nw[k - s + 1] * x[k - s + 1]);
        out[k] = weight == 0 ? b[k] - v : x[k] + weight * inverse[k] * (b[k] - v);
      }
    }
  }

  @Override
  public void direction(NodeLayout l, float[] z, double beta, double[] p, int from, int to) {
    for (int j = from; j < to; j++) {
      int start = l.start(j);
      for (int k = start; k < start + l.nx(); k++) {
        p[k] = z[k] + beta * p[k];
      }
    }
  }

  @Override
  public void step(
      NodeLayout l,
      double alpha,
      double[] p,
      double[] q,
      double[] x,
      double[] r,
      double[] rowDots,
      int from,
      int to) {
    for (int j = from; j < to; j++) {
      int start = l.start(j);
      int end = start + l.nx();
      for (int k = start; k < end; k++) {
        x[k] += alpha * p[k];
        r[k] -= alpha * q[k];
      }
      rowDots[j] = RowSums.dot(r, r, start, end);
    }
  }

  @Override
  public void dot(NodeLayout l, double[] r, float[] z, double[] rowDots, int from, int to) {
    for (int j = from; j < to; j++) {
      int start = l.start(j);
      rowDots[j] = RowSums.dot(r, z, start, start + l.nx());
    }
  }

  @Override
  public void gather(NodeLayout l, float[] r, int start) {
    int s = l.stride();
    for (int k = start - 1; k <= start + l.nx(); k++) {
      r[k] += .5f * (r[k + s] + r[k - s]);
    }
  }
}
