package hopfilm.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an optimisation is to find, and where.
 *
 * @param objective number of the runs of an evaluation
 * @param isMaximised whether it is to be large, else small
 * @param parameters keys that are varied, each within its range
 * @param evaluations at most so many
 * @param population evaluations of a generation
 * @param seed of the optimiser
 */
public record OptimiseSpec(
    Objective objective,
    boolean isMaximised,
    List<Parameter> parameters,
    int evaluations,
    int population,
    long seed) {

  public OptimiseSpec {
    parameters = List.copyOf(parameters);
  }

  /** Such as "maximise margin". */
  public String goal() {
    return (isMaximised ? "maximise " : "minimise ") + objective.text();
  }

  /** Whether one value of the objective is better than another; NaN is worse than any number. */
  public boolean isBetter(double a, double b) {
    return Double.isNaN(b) ? !Double.isNaN(a) : isMaximised ? a > b : a < b;
  }

  /** The values at shares of the ranges. */
  public double[] values(double[] shares) {
    double[] values = new double[shares.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = parameters.get(k).at(shares[k]);
    }
    return values;
  }

  /** The shares of the middle, and of the middle with one key at an end of its range. */
  public List<double[]> probes() {
    double[] middle = new double[parameters.size()];
    Arrays.fill(middle, 0.5);
    List<double[]> probes = new ArrayList<>(List.of(middle));
    for (int k = 0; k < middle.length; k++) {
      for (int end = 0; end <= 1; end++) {
        double[] shares = middle.clone();
        shares[k] = end;
        probes.add(shares);
      }
    }
    return probes;
  }
}
