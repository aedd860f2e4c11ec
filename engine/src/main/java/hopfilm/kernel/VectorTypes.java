package hopfilm.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;

/**
 * Classes of the vectors in use. What is stored, and a sum that goes round a loop, is cast to its
 * class first, or the compiler of Java 17 may lose sight of it: by the chance of what it had met
 * before, in about every third run, it provided for vectors of other classes, made an object of
 * each one, and a loop took three times as long. With the class known the cast itself costs
 * nothing.
 */
public final class VectorTypes {

  /** Type of {@link DoubleVector#SPECIES_PREFERRED}. */
  public static final Class<? extends Vector<Double>> DOUBLE =
      DoubleVector.SPECIES_PREFERRED.vectorType();

  /** Type of {@link FloatVector#SPECIES_PREFERRED}. */
  public static final Class<? extends Vector<Float>> FLOAT =
      FloatVector.SPECIES_PREFERRED.vectorType();

  private VectorTypes() {}

  static DoubleVector load(double[] from, int at) {
    return DoubleVector.fromArray(DoubleVector.SPECIES_PREFERRED, from, at);
  }

  /** Writes a vector after the cast to its class. */
  static void store(DoubleVector v, double[] to, int at) {
    ((DoubleVector) DOUBLE.cast(v)).intoArray(to, at);
  }

  /**
   * The sum of all lanes, added in their order. That of {@code reduceLanes} is open: since Java 24
   * compiled code adds in another order than interpreted code.
   */
  static double sum(DoubleVector v) {
    double sum = v.lane(0) + v.lane(1);
    if (v.length() >= 4) {
      sum = sum + v.lane(2) + v.lane(3);
    }
    if (v.length() == 8) {
      sum = sum + v.lane(4) + v.lane(5) + v.lane(6) + v.lane(7);
    }
    return sum;
  }
}
