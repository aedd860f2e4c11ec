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
 *
 * <p>A row is a method of its own: the compiler then moves the checks of indices out of its loop in
 * each compilation. In a nest of loops it did so in some runs of the program and not in others,
 * which took twice as long.
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
    for (int j = from; j < to; j++) {
      int start = a.layout().start(j);
      int end = start + a.layout().nx();
      double sum =
          applyRow(
              a.centre(),
              a.east(),
              a.north(),
              a.northEast(),
              a.northWest(),
              x,
              y,
              start,
              end,
              a.layout().stride());
      if (a.layout().nx() % DOUBLES.length() != 0) {
        sum -= y[end] * x[end]; // the ghost at the end of the row
      }
      rowDots[j] = sum;
    }
  }

  private static double applyRow(
      double[] d,
      double[] e,
      double[] n,
      double[] ne,
      double[] nw,
      double[] x,
      double[] y,
      int start,
      int end,
      int s) {
    DoubleVector dot = (DoubleVector) VectorTypes.DOUBLE.cast(DoubleVector.zero(DOUBLES));
    for (int k = start; k < end; k += DOUBLES.length()) {
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
      ((DoubleVector) VectorTypes.DOUBLE.cast(v)).intoArray(y, k);
      dot = v.fma(c, (DoubleVector) VectorTypes.DOUBLE.cast(dot));
    }
    return VectorTypes.sum((DoubleVector) VectorTypes.DOUBLE.cast(dot));
  }

  @Override
  public void smooth(
      FloatStencil a, float weight, float[] b, float[] x, float[] y, int from, int to) {
    if (a.layout().isFlat()) {
      sweep(a, 1, weight, 0, b, x, y, from, to);
    } else {
      VectorStencil27.sweep(a, weight, b, x, y, from, to);
    }
  }

  @Override
  public void residual(FloatStencil a, float[] b, float[] x, float[] r, int from, int to) {
    if (a.layout().isFlat()) {
      sweep(a, 0, 0, 1, b, x, r, from, to);
    } else {
      VectorStencil27.sweep(a, 0, b, x, r, from, to);
    }
  }

  /** y = keep x + (weight D^-1 + plus) (b - A x). */
  private static void sweep(
      FloatStencil a,
      float keep,
      float weight,
      float plus,
      float[] b,
      float[] x,
      float[] y,
      int from,
      int to) {
    for (int j = from; j < to; j++) {
      int start = a.layout().start(j);
      sweepRow(
          a.centre(),
          a.east(),
          a.north(),
          a.northEast(),
          a.northWest(),
          a.inverse(),
          keep,
          weight,
          plus,
          b,
          x,
          y,
          start,
          start + a.layout().nx(),
          a.layout().stride());
    }
  }

  private static void sweepRow(
      float[] d,
      float[] e,
      float[] n,
      float[] ne,
      float[] nw,
      float[] inverse,
      float keep,
      float weight,
      float plus,
      float[] b,
      float[] x,
      float[] y,
      int start,
      int end,
      int s) {
    final FloatVector kept = FloatVector.broadcast(FLOATS, keep);
    final FloatVector weights = FloatVector.broadcast(FLOATS, weight);
    final FloatVector more = FloatVector.broadcast(FLOATS, plus);
    for (int k = start; k < end; k += FLOATS.length()) {
      FloatVector c = FloatVector.fromArray(FLOATS, x, k);
      FloatVector v = c.mul(FloatVector.fromArray(FLOATS, d, k));
      FloatVector w =
          FloatVector.fromArray(FLOATS, e, k).mul(FloatVector.fromArray(FLOATS, x, k + 1));
      v = FloatVector.fromArray(FLOATS, e, k - 1).fma(FloatVector.fromArray(FLOATS, x, k - 1), v);
      w = FloatVector.fromArray(FLOATS, n, k).fma(FloatVector.fromArray(FLOATS, x, k + s), w);
      v = FloatVector.fromArray(FLOATS, n, k - s).fma(FloatVector.fromArray(FLOATS, x, k - s), v);
      w = FloatVector.fromArray(FLOATS, ne, k).fma(FloatVector.fromArray(FLOATS, x, k + s + 1), w);
      v =
          FloatVector.fromArray(FLOATS, ne, k - s - 1)
              .fma(FloatVector.fromArray(FLOATS, x, k - s - 1), v);
      w = FloatVector.fromArray(FLOATS, nw, k).fma(FloatVector.fromArray(FLOATS, x, k + s - 1), w);
      v =
          FloatVector.fromArray(FLOATS, nw, k - s + 1)
              .fma(FloatVector.fromArray(FLOATS, x, k - s + 1), v);
      v = FloatVector.fromArray(FLOATS, b, k).sub(v.add(w));
      FloatVector changed =
          weights.fma(FloatVector.fromArray(FLOATS, inverse, k), more).fma(v, kept.mul(c));
      ((FloatVector) VectorTypes.FLOAT.cast(changed)).intoArray(y, k);
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
        DoubleVector next =
            DoubleVector.fromArray(DOUBLES, p, k)
                .mul(beta)
                .add(
                    FloatVector.fromArray(HALVES, z, k)
                        .convertShape(VectorOperators.F2D, DOUBLES, 0));
        ((DoubleVector) VectorTypes.DOUBLE.cast(next)).intoArray(p, k);
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
      DoubleVector dot = (DoubleVector) VectorTypes.DOUBLE.cast(DoubleVector.zero(DOUBLES));
      int k = start;
      for (; k <= end - step; k += step) {
        DoubleVector u =
            plus.fma(DoubleVector.fromArray(DOUBLES, p, k), DoubleVector.fromArray(DOUBLES, x, k));
        ((DoubleVector) VectorTypes.DOUBLE.cast(u)).intoArray(x, k);
        DoubleVector v =
            minus.fma(DoubleVector.fromArray(DOUBLES, q, k), DoubleVector.fromArray(DOUBLES, r, k));
        ((DoubleVector) VectorTypes.DOUBLE.cast(v)).intoArray(r, k);
        dot = v.fma(v, (DoubleVector) VectorTypes.DOUBLE.cast(dot));
      }
      double sum = VectorTypes.sum((DoubleVector) VectorTypes.DOUBLE.cast(dot));
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
      DoubleVector dot = (DoubleVector) VectorTypes.DOUBLE.cast(DoubleVector.zero(DOUBLES));
      int k = start;
      for (; k <= end - step; k += step) {
        dot =
            DoubleVector.fromArray(DOUBLES, r, k)
                .lanewise(
                    VectorOperators.FMA,
                    FloatVector.fromArray(HALVES, z, k)
                        .convertShape(VectorOperators.F2D, DOUBLES, 0),
                    (DoubleVector) VectorTypes.DOUBLE.cast(dot));
      }
      double sum = VectorTypes.sum((DoubleVector) VectorTypes.DOUBLE.cast(dot));
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
      FloatVector sum =
          FloatVector.fromArray(FLOATS, r, k + s)
              .add(FloatVector.fromArray(FLOATS, r, k - s))
              .fma(FloatVector.broadcast(FLOATS, .5f), FloatVector.fromArray(FLOATS, r, k));
      ((FloatVector) VectorTypes.FLOAT.cast(sum)).intoArray(r, k);
    }
    for (; k < end; k++) {
      r[k] += .5f * (r[k + s] + r[k - s]);
    }
  }
}
