package hopfilm.hopfield;

import java.util.Optional;

/**
 * What a pattern wrote, against the scatter: how much the conductances between electrodes grew
 * where the pattern has unlike signs, which its current joins, and where it has like signs.
 *
 * @param unlike mean growth -G' between unlike signs [S]
 * @param like mean growth between like signs [S]
 * @param scatter standard deviation from pair to pair within the two kinds [S]
 */
public record WeightContrast(double unlike, double like, double scatter) {

  /**
   * The contrast of a film.
   *
   * @param weights G' = G - Gref [S]
   * @param pattern the trained one
   * @return empty where one kind is missing or no scatter can be told: with fewer than three pairs
   */
  public static Optional<WeightContrast> of(double[][] weights, Pattern pattern) {
    double[] sum = new double[2];
    double[] squares = new double[2];
    int[] pairs = new int[2];
    for (int a = 0; a < weights.length; a++) {
      for (int b = 0; b < a; b++) {
        int kind = pattern.sign(a) == pattern.sign(b) ? 1 : 0;
        double growth = -0.5 * (weights[a][b] + weights[b][a]);
        sum[kind] += growth;
        squares[kind] += growth * growth;
        pairs[kind]++;
      }
    }
    int free = pairs[0] + pairs[1] - 2;
    if (pairs[0] == 0 || pairs[1] == 0 || free < 1) {
      return Optional.empty();
    }
    double unlike = sum[0] / pairs[0];
    double like = sum[1] / pairs[1];
    double about = squares[0] - sum[0] * unlike + squares[1] - sum[1] * like;
    return Optional.of(new WeightContrast(unlike, like, Math.sqrt(Math.max(0, about) / free)));
  }

  /** The difference of the two means over the scatter. */
  public double ratio() {
    return (unlike - like) / scatter;
  }
}
