package hopfilm.hopfield;

/** Number of others with which a node has weights. */
public final class WeightReach {

  private WeightReach() {}

  /**
   * (sum |w|)^2 / sum w^2 over the pairs of a node, mean over the nodes: equal weights count in
   * full, small ones hardly.
   *
   * @param weights one row for each node; the diagonal does not count
   */
  public static double of(double[][] weights) {
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      double sum = 0;
      double squares = 0;
      for (int j = 0; j < weights.length; j++) {
        double w = i == j ? 0 : weights[i][j];
        sum += Math.abs(w);
        squares += w * w;
      }
      mean += squares == 0 ? 0 : sum * sum / squares / weights.length;
    }
    return mean;
  }
}
