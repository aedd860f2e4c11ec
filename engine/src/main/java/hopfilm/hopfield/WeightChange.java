package hopfilm.hopfield;

import java.util.Optional;

/**
 * How far the conductances between unlike electrodes are from their reference, as a share of it:
 * what an instrument has to resolve.
 *
 * @param rootMeanSquare of all changes, divided by that of the reference
 * @param largest of a single conductance that is at least a hundredth of the largest: contacts far
 *     from each other have next to none, of which any change is a multiple
 */
public record WeightChange(double rootMeanSquare, double largest) {

  private static final double COUNTED = 0.01;

  /**
   * Mazes of the model film, seeds 1 and 2, that rested for 20 ns without a current changed by 1.2
   * and 2.4 %.
   */
  private static final double BY_REST = 0.024;

  /**
   * A sentence where the change is not more than what a film without a current shows.
   *
   * @param rootMeanSquare as above
   * @return empty where it is more
   */
  public static Optional<String> caution(double rootMeanSquare) {
    return rootMeanSquare <= BY_REST
        ? Optional.of(
            "That is no more than a maze changes as it relaxes: two model films without a current"
                + " changed by 1.2 and 2.4 % in 20 ns.")
        : Optional.empty();
  }

  /**
   * The change of a film.
   *
   * @param g conductances [S]
   * @param weights G' = G - Gref [S]
   * @return empty with fewer than two electrodes, or where the reference is zero
   */
  public static Optional<WeightChange> of(double[][] g, double[][] weights) {
    double squares = 0;
    double of = 0;
    double largest = 0;
    double min = COUNTED * largestReference(g, weights);
    for (int a = 0; a < g.length; a++) {
      for (int b = 0; b < g.length; b++) {
        if (a != b) {
          double change = weights[a][b];
          double reference = g[a][b] - change;
          squares += change * change;
          of += reference * reference;
          if (Math.abs(reference) >= min) {
            largest = Math.max(largest, Math.abs(change / reference));
          }
        }
      }
    }
    return of > 0 && Double.isFinite(largest)
        ? Optional.of(new WeightChange(Math.sqrt(squares / of), largest))
        : Optional.empty();
  }

  private static double largestReference(double[][] g, double[][] weights) {
    double largest = 0;
    for (int a = 0; a < g.length; a++) {
      for (int b = 0; b < a; b++) {
        largest = Math.max(largest, Math.abs(g[a][b] - weights[a][b]));
      }
    }
    return largest;
  }
}
