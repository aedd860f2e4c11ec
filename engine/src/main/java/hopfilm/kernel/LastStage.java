package hopfilm.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The last stage of a step, from dm/dt to m, a vector of cells at a time. A loop of its own:
 * together with dm/dt it needs more registers than there are, which costs more than to read a row
 * again.
 */
final class LastStage {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** Largest | |v|^2 - 1 | for which the error of 1/|v|, 6e-18 times its 8th power, is rounding. */
  private static final double CLOSE = 0.01;

  private static final double HUGE = 1e300;

  private LastStage() {}

  /**
   * Writes the new m of a row of nx cells.
   *
   * @param rate dm/dt, cell 0 of the row first
   */
  static void finish(Stage t, RowStarts at, PaddedField rate, int nx) {
    if (!sum(t, at, rate, nx)) {
      normalise(t.next(), at.next, nx);
    }
  }

  /**
   * v / |v| of the last stage. |v| is close to 1, where three steps of Newton's iteration for 1/|v|
   * from 1 are exact to rounding and several times faster than root and division.
   *
   * @return true if it was close to 1 everywhere
   */
  private static boolean sum(Stage t, RowStarts at, PaddedField rate, int nx) {
    final double[] rateX = rate.x();
    final double[] rateY = rate.y();
    final double[] rateZ = rate.z();
    final double[] mX = t.m().x();
    final double[] baseX = t.base().x();
    final double[] firstX = t.first().x();
    final double[] secondX = t.second().x();
    final double[] nextX = t.next().x();
    final double[] mY = t.m().y();
    final double[] baseY = t.base().y();
    final double[] firstY = t.first().y();
    final double[] secondY = t.second().y();
    final double[] nextY = t.next().y();
    final double[] mZ = t.m().z();
    final double[] baseZ = t.base().z();
    final double[] firstZ = t.first().z();
    final double[] secondZ = t.second().z();
    final double[] nextZ = t.next().z();
    final var one = DoubleVector.broadcast(SPECIES, 1);
    final var two = DoubleVector.broadcast(SPECIES, 2);
    final var third = DoubleVector.broadcast(SPECIES, 1 / 3.0);
    final var minusHalf = DoubleVector.broadcast(SPECIES, -0.5);
    final var threeHalves = DoubleVector.broadcast(SPECIES, 1.5);
    final var huge = DoubleVector.broadcast(SPECIES, HUGE);
    final var w = DoubleVector.broadcast(SPECIES, t.weight());
    final int from = at.m;
    final int to = at.next;
    var off = (DoubleVector) VectorTypes.DOUBLE.cast(DoubleVector.zero(SPECIES));
    for (int c = 0; c < nx; c += SPECIES.length()) {
      var vx =
          DoubleVector.fromArray(SPECIES, mX, from + c)
              .sub(DoubleVector.fromArray(SPECIES, baseX, from + c))
              .add(DoubleVector.fromArray(SPECIES, firstX, from + c));
      vx = two.fma(DoubleVector.fromArray(SPECIES, secondX, from + c), vx).mul(third);
      vx = DoubleVector.fromArray(SPECIES, rateX, c).fma(w, vx);
      var vy =
          DoubleVector.fromArray(SPECIES, mY, from + c)
              .sub(DoubleVector.fromArray(SPECIES, baseY, from + c))
              .add(DoubleVector.fromArray(SPECIES, firstY, from + c));
      vy = two.fma(DoubleVector.fromArray(SPECIES, secondY, from + c), vy).mul(third);
      vy = DoubleVector.fromArray(SPECIES, rateY, c).fma(w, vy);
      var vz =
          DoubleVector.fromArray(SPECIES, mZ, from + c)
              .sub(DoubleVector.fromArray(SPECIES, baseZ, from + c))
              .add(DoubleVector.fromArray(SPECIES, firstZ, from + c));
      vz = two.fma(DoubleVector.fromArray(SPECIES, secondZ, from + c), vz).mul(third);
      vz = DoubleVector.fromArray(SPECIES, rateZ, c).fma(w, vz);
      var square = vx.fma(vx, vy.fma(vy, vz.mul(vz)));
      // the zero vector of an empty cell stays as it is
      off =
          ((DoubleVector) VectorTypes.DOUBLE.cast(off))
              .max(square.sub(one).abs().min(square.mul(huge)));
      // at most 2: then the factor is positive, and only the length is wrong
      var h = square.min(two).mul(minusHalf);
      var r = h.add(threeHalves);
      r = r.mul(r).fma(h, threeHalves).mul(r);
      r = r.mul(r).fma(h, threeHalves).mul(r);
      ((DoubleVector) VectorTypes.DOUBLE.cast(vx.mul(r))).intoArray(nextX, to + c);
      ((DoubleVector) VectorTypes.DOUBLE.cast(vy.mul(r))).intoArray(nextY, to + c);
      ((DoubleVector) VectorTypes.DOUBLE.cast(vz.mul(r))).intoArray(nextZ, to + c);
    }
    return ((DoubleVector) VectorTypes.DOUBLE.cast(off)).reduceLanes(VectorOperators.MAX) <= CLOSE;
  }

  private static void normalise(PaddedField f, int start, int nx) {
    for (int c = start; c < start + nx; c++) {
      double x = f.x()[c];
      double y = f.y()[c];
      double z = f.z()[c];
      double r = Math.sqrt(x * x + y * y + z * z);
      if (r == 0) {
        continue;
      }
      f.x()[c] = x / r;
      f.y()[c] = y / r;
      f.z()[c] = z / r;
    }
  }
}
