package hopfilm.film;

import java.util.Arrays;

/** Square matrices as one array, row by row. */
public final class Matrices {

  private Matrices() {}

  public static double[] flat(double[][] g) {
    return Arrays.stream(g).flatMapToDouble(Arrays::stream).toArray();
  }

  public static double[][] square(double[] flat) {
    int n = (int) Math.round(Math.sqrt(flat.length));
    double[][] g = new double[n][];
    for (int i = 0; i < n; i++) {
      g[i] = Arrays.copyOfRange(flat, i * n, (i + 1) * n);
    }
    return g;
  }
}
