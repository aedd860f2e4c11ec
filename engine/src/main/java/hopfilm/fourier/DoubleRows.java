package hopfilm.fourier;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Columns of a film, as many as a vector has lanes, to lines of a transform and back. */
final class DoubleRows {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final Class<? extends Vector<Double>> T = S.vectorType();
  private static final int L = S.length();

  private final FilmSize size;
  private final double[] weight;

  /**
   * @param weight factor of the source in each cell; null for 1
   */
  DoubleRows(FilmSize size, double[] weight) {
    this.size = size;
    this.weight = weight;
  }

  /**
   * Columns i, i + 1, ... of a layer, two vectors apart from {@code o} on; 0 beyond the film.
   *
   * @param c component
   */
  void load(FilmArrays film, int c, int k, int i, double[] to, int o) {
    double[] v = film.component(c);
    boolean whole = i + L <= size.nx();
    for (int j = 0; j < size.ny(); j++) {
      int from = film.row(j, k) + i;
      int at = o + j * 2 * L;
      int cell = (k * size.ny() + j) * size.nx() + i;
      if (!whole) {
        part(v, from, cell, size.nx() - i, to, at);
      } else if (weight == null) {
        ((DoubleVector) T.cast(DoubleVector.fromArray(S, v, from))).intoArray(to, at);
      } else {
        weighted(v, from, cell, to, at);
      }
    }
  }

  private void weighted(double[] v, int from, int cell, double[] to, int at) {
    var w = DoubleVector.fromArray(S, weight, cell);
    var product = w.mul(DoubleVector.fromArray(S, v, from));
    // empty cells may hold anything
    var kept = product.blend(w, w.compare(VectorOperators.EQ, 0.0));
    ((DoubleVector) T.cast(kept)).intoArray(to, at);
  }

  private void part(double[] v, int from, int cell, int n, double[] to, int at) {
    for (int l = 0; l < n; l++) {
      double w = weight == null ? 1 : weight[cell + l];
      to[at + l] = w == 0 ? 0 : w * v[from + l];
    }
    for (int l = n; l < L; l++) {
      to[at + l] = 0;
    }
  }

  /** Undoes {@link #load}, without weights. */
  void store(double[] from, int o, FilmArrays film, int c, int k, int i) {
    double[] v = film.component(c);
    boolean whole = i + L <= size.nx();
    for (int j = 0; j < size.ny(); j++) {
      int to = film.row(j, k) + i;
      int at = o + j * 2 * L;
      if (whole) {
        ((DoubleVector) T.cast(DoubleVector.fromArray(S, from, at))).intoArray(v, to);
      } else {
        System.arraycopy(from, at, v, to, size.nx() - i);
      }
    }
  }
}
