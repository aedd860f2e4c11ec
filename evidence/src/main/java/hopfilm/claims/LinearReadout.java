package hopfilm.claims;

import hopfilm.sweep.Spread;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * How much of its input a driven film holds, by linear read-outs of its states. The numbers are
 * those of {@code hopfilm.reservoir} in Python, which says where the measures come from.
 *
 * @param states one row for each value of the input
 * @param input random numbers, independent of one another
 */
record LinearReadout(double[][] states, double[] input) {

  /** Longest delay of the memory, and the inputs of which a linear state is made. */
  static final int DELAYS = 10;

  private static final double TEST = 0.25;
  private static final double REGULARISATION = 1e-6;

  /** Sum of R^2 with which the states tell the input of 1 to {@link #DELAYS} values ago. */
  double memoryCapacity() {
    double[][] late = Arrays.copyOfRange(states, DELAYS, states.length);
    return IntStream.rangeClosed(1, DELAYS)
        .mapToDouble(d -> r2(late, Arrays.copyOfRange(input, DELAYS - d, input.length - d)))
        .sum();
  }

  /** Mean over the states of 1 - R^2 of their linear estimates from the last inputs. */
  double nonlinearity() {
    double[][] past =
        IntStream.range(DELAYS - 1, input.length)
            .mapToObj(t -> IntStream.range(0, DELAYS).mapToDouble(d -> input[t - d]).toArray())
            .toArray(double[][]::new);
    return IntStream.range(0, states[0].length)
        .mapToDouble(
            n -> 1 - r2(past, column(Arrays.copyOfRange(states, DELAYS - 1, states.length), n)))
        .average()
        .orElseThrow();
  }

  /** R^2 on the last quarter of the samples, of a ridge regression on those before; 0 at least. */
  static double r2(double[][] states, double[] target) {
    int n = states[0].length;
    int train = target.length - (int) Math.rint(TEST * target.length);
    Spread[] state = new Spread[n];
    RealMatrix z = MatrixUtils.createRealMatrix(train + n, n);
    double mean = Arrays.stream(target, 0, train).average().orElseThrow();
    double[] wanted = new double[train + n];
    for (int j = 0; j < n; j++) {
      state[j] = Spread.of(column(Arrays.copyOf(states, train), j));
      for (int i = 0; i < train; i++) {
        z.setEntry(i, j, standard(states[i][j], state[j]));
      }
      // rows below the samples hold the weights back
      z.setEntry(train + j, j, Math.sqrt(REGULARISATION * train));
    }
    Arrays.setAll(wanted, i -> i < train ? target[i] - mean : 0);
    double[] weights =
        new QRDecomposition(z).getSolver().solve(MatrixUtils.createRealVector(wanted)).toArray();
    double error = 0;
    for (int i = train; i < target.length; i++) {
      double told = mean;
      for (int j = 0; j < n; j++) {
        told += weights[j] * standard(states[i][j], state[j]);
      }
      error += (target[i] - told) * (target[i] - told);
    }
    double[] tested = Arrays.copyOfRange(target, train, target.length);
    double centre = Spread.of(tested).mean();
    return Math.max(
        0, 1 - error / Arrays.stream(tested).map(v -> (v - centre) * (v - centre)).sum());
  }

  /** In deviations of the samples that are learned from, n below. */
  private static double standard(double value, Spread of) {
    return (value - of.mean()) / (of.deviation() * Math.sqrt(1 - 1.0 / of.n()));
  }

  private static double[] column(double[][] rows, int j) {
    return Arrays.stream(rows).mapToDouble(r -> r[j]).toArray();
  }
}
