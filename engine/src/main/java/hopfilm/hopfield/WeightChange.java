package hopfilm.hopfield;

import java.util.Optional;

/**
 * How far the conductances between unlike electrodes are from their reference, as a share of it:
 * what an instrument has to resolve.
 *
 * @param rootMeanSquare of all changes, divided by that of the reference
 * @param largest of a single conductance
 */
public record WeightChange(double rootMeanSquare, double largest) {

  /**
   * That of a film.
   *
   * @param g conductances [S]
   * @param weights G' = G - Gref [S]
   * @return empty with fewer than two electrodes, or where the reference is zero
   */
  public static Optional<WeightChange> of(double[][] g, double[][] weights) {
    double squares = 0;
    double of = 0;
    double largest = 0;
    for (int a = 0; a < g.length; a++) {
      for (int b = 0; b < g.length; b++) {
        if (a != b) {
          double change = weights[a][b];
          double reference = g[a][b] - change;
          squares += change * change;
          of += reference * reference;
          largest = Math.max(largest, Math.abs(change / reference));
        }
      }
    }
    return of > 0 && Double.isFinite(largest)
        ? Optional.of(new WeightChange(Math.sqrt(squares / of), largest))
        : Optional.empty();
  }
}
