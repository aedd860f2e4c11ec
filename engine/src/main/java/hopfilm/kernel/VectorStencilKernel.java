package hopfilm.kernel;

import hopfilm.solver.FloatStencil;
import hopfilm.solver.Stencil;
import hopfilm.solver.StencilKernel;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The stencil loops with the Vector API. Whole vectors run over the end of a row into its fill,
 * where all but the first value, a ghost, is zero.
 */
final class VectorStencilKernel implements StencilKernel {

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

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
        v.fma(FloatVector.fromArray(FLOATS, inverse, k).mul(weight), c).intoArray(y, k);
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
}
