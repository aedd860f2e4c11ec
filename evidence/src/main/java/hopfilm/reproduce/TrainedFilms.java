package hopfilm.reproduce;

/** Sums over the conductances of trained films. */
public final class TrainedFilms {

  private TrainedFilms() {}

  /** Sum of s_i s_j g_ij over all i and j. */
  public static double form(double[][] g, String pattern) {
    double sum = 0;
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        sum += pattern.charAt(i) == pattern.charAt(j) ? g[i][j] : -g[i][j];
      }
    }
    return sum;
  }
}
