package hopfilm.fourier;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Columns of a film, as many as a vector has lanes, to lines of a transform and back. */
final class FloatRows {

  private static final int L = FloatButterflies.L;
  private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_PREFERRED;
  private static final Class<? extends Vector<Double>> T = WIDE.vectorType();

  /** As many numbers in half a vector. */
  private static final VectorSpecies<Float> NARROW =
      VectorSpecies.of(float.class, VectorShape.forBitSize(WIDE.vectorBitSize() / 2));

  private static final Class<? extends Vector<Float>> N = NARROW.vectorType();

  private final FilmSize size;
  private final double[] weight;

  /**
   * @param weight factor of the source in each cell; null for 1
   */
  FloatRows(FilmSize size, double[] weight) {
    this.size = size;
    this.weight = weight;
  }

  /**
   * Columns i, i + 1, ... of a layer, two vectors apart from {@code o} on; 0 beyond the film.
   *
   * @param c component
   */
  void load(FilmArrays film, int c, int k, int i, float[] to, int o) {
    double[] v = film.component(c);
    int n = Math.min(L, size.nx() - i);
    for (int j = 0; j < size.ny(); j++) {
      int from = film.row(j, k) + i;
      int at = o + j * 2 * L;
      if (weight == null && n == L) {
        for (int l = 0; l < L; l += WIDE.length()) {
          var wide = DoubleVector.fromArray(WIDE, v, from + l);
          var narrow = wide.convertShape(VectorOperators.D2F, NARROW, 0);
          ((FloatVector) N.cast(narrow)).intoArray(to, at + l);
        }
      } else if (weight == null) {
        for (int l = 0; l < n; l++) {
          to[at + l] = (float) v[from + l];
        }
      } else {
        int cell = (k * size.ny() + j) * size.nx() + i;
        for (int l = 0; l < n; l++) {
          double w = weight[cell + l];
          // empty cells may hold anything
          to[at + l] = w == 0 ? 0 : (float) (w * v[from + l]);
        }
      }
      for (int l = n; l < L; l++) {
        to[at + l] = 0;
      }
    }
  }

  /** Undoes {@link #load}, without weights. */
  void store(float[] from, int o, FilmArrays film, int c, int k, int i) {
    double[] v = film.component(c);
    int n = Math.min(L, size.nx() - i);
    for (int j = 0; j < size.ny(); j++) {
      int to = film.row(j, k) + i;
      int at = o + j * 2 * L;
      if (n == L) {
        for (int l = 0; l < L; l += WIDE.length()) {
          var narrow = FloatVector.fromArray(NARROW, from, at + l);
          var wide = narrow.convertShape(VectorOperators.F2D, WIDE, 0);
          ((DoubleVector) T.cast(wide)).intoArray(v, to + l);
        }
        continue;
      }
      for (int l = 0; l < n; l++) {
        v[to + l] = from[at + l];
      }
    }
  }
}
