package hopfilm.where;

import java.util.Arrays;
import java.util.List;

/**
 * Where in a film a weight, or the power of a pattern, sits; numbers by column of cells, i + nx j,
 * summed over the layers.
 *
 * @param name a pattern, {@code drive} for voltages that are none, or a pair of electrodes {@code
 *     n1-n2}
 * @param unit {@code W} of a pattern, {@code S} of a pair
 * @param before sensitivity before training: size of the derivative of the power V.G V, or of G_ij,
 *     by a rotation of m in the cell [unit/rad]
 * @param after the same after training
 * @param change what each cell adds to the change by training [unit]; for a pattern the sum is -E'
 *     with the untrained film for reference, for a pair the weight G'_ij
 * @param shares the same by region
 */
public record WeightMap(
    String name,
    String unit,
    double[] before,
    double[] after,
    double[] change,
    List<Share> shares) {

  /**
   * The share of a region.
   *
   * @param region such as {@code within 1/4 radius of one}
   * @param area its share of the film's cells
   * @param before its share of the sensitivity before training
   * @param after its share after training
   * @param change what it adds to the change [unit]
   * @param gross its share of the sum of |change| over the cells: what goes up and down there
   */
  public record Share(
      String region, double area, double before, double after, double change, double gross) {}

  public WeightMap {
    shares = List.copyOf(shares);
  }

  /** The whole change [unit]. */
  public double total() {
    return Arrays.stream(change).sum();
  }

  /** E' of a pattern with the untrained film for reference [W]: the power gained is minus it. */
  public double energy() {
    return 0 - total(); // 0, not -0, of a film that did not change
  }
}
