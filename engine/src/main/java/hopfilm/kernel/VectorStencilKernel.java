package hopfilm.kernel;

import hopfilm.solver.FloatStencil;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.Stencil;
import hopfilm.solver.StencilKernel;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The stencil loops with the Vector API. Whole vectors run over the end of a row into its fill,
 * where all but the first value, a ghost, is zero.
 */
final class VectorStencilKernel implements StencilKernel {

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  /** As many floats as there are doubles in a vector. */
  private static final VectorSpecies<Float> HALVES =
      VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.length() * Float.SIZE));

  /** Rows of a layout are filled up to multiples of 16. */
  static boolean supported() {
    return DOUBLES.length() > 1 && FLOATS.length() <= 16;
  }

  @Override
  public void apply(Stencil a, double[] x, double[] y, double[] rowDots, int from, int to) {
    if (!a.layout().isFlat()) {
      VectorStencil27.apply(a, x, y, rowDots, from, to);
      return;
    }
    final double[] d = a.centre();
    final double[] e = a.east();
    final double[] n = a.north();
    final double[] ne = a.northEast();
    final double[] nw = a.northWest();
    final int s = a.layout().stride();
    final int nx = a.layout().nx();
    final int step = DOUBLES.length();
    for (int j = from; j < to; j++) {
      final int start = a.layout().start(j);
      final int end = start + nx;
      DoubleVector dot = DoubleVector.zero(DOUBLES);
      for (int k = start; k < end; k += step) {
        DoubleVector c = DoubleVector.fromArray(DOUBLES, x, k);
        DoubleVector v = c.mul(DoubleVector.fromArray(DOUBLES, d, k));
        DoubleVector w =
            DoubleVector.fromArray(DOUBLES, e, k).mul(DoubleVector.fromArray(DOUBLES, x, k + 1));
        v =
            DoubleVector.fromArray(DOUBLES, e, k - 1)
                .fma(DoubleVector.fromArray(DOUBLES, x, k - 1), v);
        w = DoubleVector.fromArray(DOUBLES, n, k).fma(DoubleVector.fromArray(DOUBLES, x, k + s), w);
        v =
            DoubleVector.fromArray(DOUBLES, n, k - s)
                .fma(DoubleVector.fromArray(DOUBLES, x, k - s), v);
        w =
            DoubleVector.fromArray(DOUBLES, ne, k)
                .fma(DoubleVector.fromArray(DOUBLES, x, k + s + 1), w);
        v =
            DoubleVector.fromArray(DOUBLES, ne, k - s - 1)
                .fma(DoubleVector.fromArray(DOUBLES, x, k - s - 1), v);
        w =
            DoubleVector.fromArray(DOUBLES, nw, k)
                .fma(DoubleVector.fromArray(DOUBLES, x, k + s - 1), w);
        v =
            DoubleVector.fromArray(DOUBLES, nw, k - s + 1)
                .fma(DoubleVector.fromArray(DOUBLES, x, k - s + 1), v);
        v = v.add(w);
        v.intoArray(y, k);
        dot = v.fma(c, dot);
      }
      double sum = dot.reduceLanes(VectorOperators.ADD);
      if (nx % step != 0) {
        sum -= y[end] * x[end]; // the ghost at the end of the row
      }
      rowDots[j] = sum;
    }
  }

  @Override
  public void smooth(
      FloatStencil a, float weight, float[] b, float[] x, float[] y, int from, int to) {
    if (!a.layout().isFlat()) {
      VectorStencil27.sweep(a, weight, b, x, y, from, to);
      return;
    }
    final float[] d = a.centre();
    final float[] e = a.east();
    final float[] n = a.north();
    final float[] ne = a.northEast();
    final float[] nw = a.northWest();
    final float[] inverse = a.inverse();
    final int s = a.layout().stride();
    final int nx = a.layout().nx();
    final FloatVector factor = FloatVector.broadcast(FLOATS, weight);
    for (int j = from; j < to; j++) {
      final int start = a.layout().start(j);
      for (int k = start; k < start + nx; k += FLOATS.length()) {
        FloatVector c = FloatVector.fromArray(FLOATS, x, k);
        FloatVector v = c.mul(FloatVector.fromArray(FLOATS, d, k));
        FloatVector w =
            FloatVector.fromArray(FLOATS, e, k).mul(FloatVector.fromArray(FLOATS, x, k + 1));
        v = FloatVector.fromArray(FLOATS, e, k - 1).fma(FloatVector.fromArray(FLOATS, x, k - 1), v);
        w = FloatVector.fromArray(FLOATS, n, k).fma(FloatVector.fromArray(FLOATS, x, k + s), w);
        v = FloatVector.fromArray(FLOATS, n, k - s).fma(FloatVector.fromArray(FLOATS, x, k - s), v);
        w =
            FloatVector.fromArray(FLOATS, ne, k)
                .fma(FloatVector.fromArray(FLOATS, x, k + s + 1), w);
        v =
            FloatVector.fromArray(FLOATS, ne, k - s - 1)
                .fma(FloatVector.fromArray(FLOATS, x, k - s - 1), v);
        w =
            FloatVector.fromArray(FLOATS, nw, k)
                .fma(FloatVector.fromArray(FLOATS, x, k + s - 1), w);
        v =
            FloatVector.fromArray(FLOATS, nw, k - s + 1)
                .fma(FloatVector.fromArray(FLOATS, x, k - s + 1), v);
        v = FloatVector.fromArray(FLOATS, b, k).sub(v.add(w));
        factor.mul(FloatVector.fromArray(FLOATS, inverse, k)).fma(v, c).intoArray(y, k);
      }
    }
  }

  @Override
  public void residual(FloatStencil a, float[] b, float[] x, float[] r, int from, int to) {
    if (!a.layout().isFlat()) {
      VectorStencil27.sweep(a, 0, b, x, r, from, to);
      return;
    }
    final float[] d = a.centre();
    final float[] e = a.east();
    final float[] n = a.north();
    final float[] ne = a.northEast();
    final float[] nw = a.northWest();
    final int s = a.layout().stride();
    final int nx = a.layout().nx();
    for (int j = from; j < to; j++) {
      final int start = a.layout().start(j);
      for (int k = start; k < start + nx; k += FLOATS.length()) {
        FloatVector v =
            FloatVector.fromArray(FLOATS, x, k).mul(FloatVector.fromArray(FLOATS, d, k));
        FloatVector w =
            FloatVector.fromArray(FLOATS, e, k).mul(FloatVector.fromArray(FLOATS, x, k + 1));
        v = FloatVector.fromArray(FLOATS, e, k - 1).fma(FloatVector.fromArray(FLOATS, x, k - 1), v);
        w = FloatVector.fromArray(FLOATS, n, k).fma(FloatVector.fromArray(FLOATS, x, k + s), w);
        v = FloatVector.fromArray(FLOATS, n, k - s).fma(FloatVector.fromArray(FLOATS, x, k - s), v);
        w =
            FloatVector.fromArray(FLOATS, ne, k)
                .fma(FloatVector.fromArray(FLOATS, x, k + s + 1), w);
        v =
            FloatVector.fromArray(FLOATS, ne, k - s - 1)
                .fma(FloatVector.fromArray(FLOATS, x, k - s - 1), v);
        w =
            FloatVector.fromArray(FLOATS, nw, k)
                .fma(FloatVector.fromArray(FLOATS, x, k + s - 1), w);
        v =
            FloatVector.fromArray(FLOATS, nw, k - s + 1)
                .fma(FloatVector.fromArray(FLOATS, x, k - s + 1), v);
        FloatVector.fromArray(FLOATS, b, k).sub(v.add(w)).intoArray(r, k);
      }
    }
  }

  @Override
  public void direction(NodeLayout l, float[] z, double beta, double[] p, int from, int to) {
    final int step = DOUBLES.length();
    for (int j = from; j < to; j++) {
      final int start = l.start(j);
      final int end = start + l.nx();
      int k = start;
      for (; k <= end - step; k += step) {
        DoubleVector.fromArray(DOUBLES, p, k)
            .mul(beta)
            .add(FloatVector.fromArray(HALVES, z, k).convertShape(VectorOperators.F2D, DOUBLES, 0))
            .intoArray(p, k);
      }
      for (; k < end; k++) {
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
    final int step = DOUBLES.length();
    final DoubleVector plus = DoubleVector.broadcast(DOUBLES, alpha);
    final DoubleVector minus = DoubleVector.broadcast(DOUBLES, -alpha);
    for (int j = from; j < to; j++) {
      final int start = l.start(j);
      final int end = start + l.nx();
      DoubleVector dot = DoubleVector.zero(DOUBLES);
      int k = start;
      for (; k <= end - step; k += step) {
        plus.fma(DoubleVector.fromArray(DOUBLES, p, k), DoubleVector.fromArray(DOUBLES, x, k))
            .intoArray(x, k);
        DoubleVector v =
            minus.fma(DoubleVector.fromArray(DOUBLES, q, k), DoubleVector.fromArray(DOUBLES, r, k));
        v.intoArray(r, k);
        dot = v.fma(v, dot);
      }
      double sum = dot.reduceLanes(VectorOperators.ADD);
      for (; k < end; k++) {
        x[k] += alpha * p[k];
        r[k] -= alpha * q[k];
        sum += r[k] * r[k];
      }
      rowDots[j] = sum;
    }
  }

  @Override
  public void dot(NodeLayout l, double[] r, float[] z, double[] rowDots, int from, int to) {
    final int step = DOUBLES.length();
    for (int j = from; j < to; j++) {
      final int start = l.start(j);
      final int end = start + l.nx();
      DoubleVector dot = DoubleVector.zero(DOUBLES);
      int k = start;
      for (; k <= end - step; k += step) {
        dot =
            DoubleVector.fromArray(DOUBLES, r, k)
                .lanewise(
                    VectorOperators.FMA,
                    FloatVector.fromArray(HALVES, z, k)
                        .convertShape(VectorOperators.F2D, DOUBLES, 0),
                    dot);
      }
      double sum = dot.reduceLanes(VectorOperators.ADD);
      for (; k < end; k++) {
        sum += r[k] * z[k];
      }
      rowDots[j] = sum;
    }
  }

  @Override
  public void gather(NodeLayout l, float[] r, int start) {
    final int s = l.stride();
    final int step = FLOATS.length();
    final int end = start + l.nx() + 1;
    int k = start - 1;
    for (; k <= end - step; k += step) {
      FloatVector.fromArray(FLOATS, r, k + s)
          .add(FloatVector.fromArray(FLOATS, r, k - s))
          .fma(FloatVector.broadcast(FLOATS, .5f), FloatVector.fromArray(FLOATS, r, k))
          .intoArray(r, k);
    }
    for (; k < end; k++) {
      r[k] += .5f * (r[k + s] + r[k - s]);
    }
  }
}
