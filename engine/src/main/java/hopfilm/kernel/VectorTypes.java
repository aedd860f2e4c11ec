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

  /** Of {@link DoubleVector#SPECIES_PREFERRED}. */
  public static final Class<? extends Vector<Double>> DOUBLE =
      DoubleVector.SPECIES_PREFERRED.vectorType();

  /** Of {@link FloatVector#SPECIES_PREFERRED}. */
  public static final Class<? extends Vector<Float>> FLOAT =
      FloatVector.SPECIES_PREFERRED.vectorType();

  private VectorTypes() {}
}
