package hopfilm.experiment;

import java.util.Arrays;
import java.util.List;

/**
 * A reference that another run has left. Lists, so that experiments with equal numbers are equal.
 *
 * @param run folder of that run
 * @param rows of the matrix, in the kind of the weights [S, Ohm]
 */
public record GivenReference(String run, List<List<Double>> rows) {

  public GivenReference {
    rows = rows.stream().map(List::copyOf).toList();
  }

  public static GivenReference of(String run, double[][] matrix) {
    return new GivenReference(
        run, Arrays.stream(matrix).map(row -> Arrays.stream(row).boxed().toList()).toList());
  }

  /** The matrix, a copy. */
  public double[][] matrix() {
    return rows.stream()
        .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }
}
