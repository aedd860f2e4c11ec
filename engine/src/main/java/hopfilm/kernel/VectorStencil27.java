package hopfilm.kernel;

import hopfilm.solver.FloatStencil;
import hopfilm.solver.Stencil;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops over a stencil of 27 points; see {@link VectorStencilKernel}.
 *
 * <p>A row is gone through several times, for a few couplings each, while it stays in the nearest
 * cache: the compiler gives up on a loop that has all of them.
 */
final class VectorStencil27 {

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  private VectorStencil27() {}

  static void apply(Stencil a, double[] x, double[] y, double[] rowDots, int from, int to) {
    final double[][] c = a.couplings();
    final int s = a.layout().stride();
    final int p = a.layout().plane();
    final int nx = a.layout().nx();
    for (int row = from; row < to; row++) {
      final int start = a.layout().start(row);
      final int end = start + nx;
      inPlane(c[0], c[1], c[2], c[3], c[4], s, x, y, start, end);
      add(c[5], c[6], c[7], p - s, x, y, start, end);
      add(c[8], c[9], c[10], p, x, y, start, end);
      add(c[11], c[12], c[13], p + s, x, y, start, end);
      double sum = dot(x, y, start, end);
      if (nx % DOUBLES.length() != 0) {
        sum -= y[end] * x[end]; // the ghost at the end of the row
      }
      rowDots[row] = sum;
    }
  }

  private static double dot(double[] x, double[] y, int start, int end) {
    DoubleVector dot = (DoubleVector) VectorTypes.DOUBLE.cast(DoubleVector.zero(DOUBLES));
    for (int k = start; k < end; k += DOUBLES.length()) {
      dot =
          DoubleVector.fromArray(DOUBLES, x, k)
              .fma(
                  DoubleVector.fromArray(DOUBLES, y, k),
                  (DoubleVector) VectorTypes.DOUBLE.cast(dot));
    }
    return VectorTypes.sum((DoubleVector) VectorTypes.DOUBLE.cast(dot));
  }

  /** y = the couplings to the node itself and to its neighbours in its plane. */
  private static void inPlane(
      double[] centre,
      double[] east,
      double[] north,
      double[] northEast,
      double[] northWest,
      int s,
      double[] x,
      double[] y,
      int start,
      int end) {
    for (int k = start; k < end; k += DOUBLES.length()) {
      DoubleVector v =
          DoubleVector.fromArray(DOUBLES, centre, k).mul(DoubleVector.fromArray(DOUBLES, x, k));
      v = pair(east, x, k, 1, v);
      v = pair(north, x, k, s, v);
      v = pair(northEast, x, k, s + 1, v);
      v = pair(northWest, x, k, s - 1, v);
      ((DoubleVector) VectorTypes.DOUBLE.cast(v)).intoArray(y, k);
    }
  }

  /** y += the couplings to three neighbours in a row, the middle one at a distance o. */
  private static void add(
      double[] a, double[] b, double[] c, int o, double[] x, double[] y, int start, int end) {
    for (int k = start; k < end; k += DOUBLES.length()) {
      DoubleVector v = DoubleVector.fromArray(DOUBLES, y, k);
      v = pair(a, x, k, o - 1, v);
      v = pair(b, x, k, o, v);
      v = pair(c, x, k, o + 1, v);
      ((DoubleVector) VectorTypes.DOUBLE.cast(v)).intoArray(y, k);
    }
  }

  private static DoubleVector pair(double[] c, double[] x, int k, int o, DoubleVector sum) {
    DoubleVector up =
        DoubleVector.fromArray(DOUBLES, c, k).fma(DoubleVector.fromArray(DOUBLES, x, k + o), sum);
    return DoubleVector.fromArray(DOUBLES, c, k - o)
        .fma(DoubleVector.fromArray(DOUBLES, x, k - o), up);
  }

  /** out = x + weight D^-1 (b - A x), or b - A x if the weight is zero. */
  static void sweep(
      FloatStencil a, float weight, float[] b, float[] x, float[] out, int from, int to) {
    final float[][] c = a.couplings();
    final int s = a.layout().stride();
    final int p = a.layout().plane();
    for (int row = from; row < to; row++) {
      final int start = a.layout().start(row);
      final int end = start + a.layout().nx();
      inPlane(c[0], c[1], c[2], c[3], c[4], s, x, out, start, end);
      add(c[5], c[6], c[7], p - s, x, out, start, end);
      add(c[8], c[9], c[10], p, x, out, start, end);
      add(c[11], c[12], c[13], p + s, x, out, start, end);
      if (weight == 0) {
        subtract(b, out, start, end);
      } else {
        correct(weight, a.inverse(), b, x, out, start, end);
      }
    }
  }

  private static void subtract(float[] b, float[] out, int start, int end) {
    for (int k = start; k < end; k += FLOATS.length()) {
      FloatVector v =
          FloatVector.fromArray(FLOATS, b, k).sub(FloatVector.fromArray(FLOATS, out, k));
      ((FloatVector) VectorTypes.FLOAT.cast(v)).intoArray(out, k);
    }
  }

  private static void correct(
      float weight, float[] inverse, float[] b, float[] x, float[] out, int start, int end) {
    for (int k = start; k < end; k += FLOATS.length()) {
      FloatVector r =
          FloatVector.fromArray(FLOATS, b, k).sub(FloatVector.fromArray(FLOATS, out, k));
      r =
          r.fma(
              FloatVector.fromArray(FLOATS, inverse, k).mul(weight),
              FloatVector.fromArray(FLOATS, x, k));
      ((FloatVector) VectorTypes.FLOAT.cast(r)).intoArray(out, k);
    }
  }

  private static void inPlane(
      float[] centre,
      float[] east,
      float[] north,
      float[] northEast,
      float[] northWest,
      int s,
      float[] x,
      float[] y,
      int start,
      int end) {
    for (int k = start; k < end; k += FLOATS.length()) {
      FloatVector v =
          FloatVector.fromArray(FLOATS, centre, k).mul(FloatVector.fromArray(FLOATS, x, k));
      v = pair(east, x, k, 1, v);
      v = pair(north, x, k, s, v);
      v = pair(northEast, x, k, s + 1, v);
      v = pair(northWest, x, k, s - 1, v);
      ((FloatVector) VectorTypes.FLOAT.cast(v)).intoArray(y, k);
    }
  }

  private static void add(
      float[] a, float[] b, float[] c, int o, float[] x, float[] y, int start, int end) {
    for (int k = start; k < end; k += FLOATS.length()) {
      FloatVector v = FloatVector.fromArray(FLOATS, y, k);
      v = pair(a, x, k, o - 1, v);
      v = pair(b, x, k, o, v);
      v = pair(c, x, k, o + 1, v);
      ((FloatVector) VectorTypes.FLOAT.cast(v)).intoArray(y, k);
    }
  }

  private static FloatVector pair(float[] c, float[] x, int k, int o, FloatVector sum) {
    FloatVector up =
        FloatVector.fromArray(FLOATS, c, k).fma(FloatVector.fromArray(FLOATS, x, k + o), sum);
    return FloatVector.fromArray(FLOATS, c, k - o).fma(FloatVector.fromArray(FLOATS, x, k - o), up);
  }
}
