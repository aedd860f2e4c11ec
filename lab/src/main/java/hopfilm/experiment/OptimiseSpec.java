package hopfilm.experiment;

import hopfilm.file.ExperimentKeys;
import hopfilm.file.KeyKind.Form;
import hopfilm.file.KeyKind.Measure;
import hopfilm.file.KeyPath;
import hopfilm.file.YamlValues;
import hopfilm.input.Origin;
import hopfilm.sweep.RunValue;
import hopfilm.units.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    RunValue objective,
    boolean isMaximised,
    List<Parameter> parameters,
    int evaluations,
    int population,
    long seed) {

  /** Values that are tried are rounded to these digits, so that files can be read and repeated. */
  private static final MathContext DIGITS = new MathContext(4);

  /**
   * A key that is varied.
   *
   * @param key dotted key, such as {@code train.voltage}
   * @param dimension of its values
   * @param low lowest value, in its SI unit
   * @param high highest value
   * @param isLogarithmic whether equal ratios count as equal distances
   */
  public record Parameter(
      String key, Dimension dimension, double low, double high, boolean isLogarithmic) {

    /** The value at a share of the range from 0 to 1, rounded. */
    double at(double share) {
      double exact = isLogarithmic ? low * Math.pow(high / low, share) : low + share * (high - low);
      double rounded = new BigDecimal(exact).round(DIGITS).doubleValue();
      return Math.max(low, Math.min(high, rounded));
    }

    /** Share of the range at which a value lies. */
    public double share(double value) {
      return isLogarithmic
          ? Math.log(value / low) / Math.log(high / low)
          : (value - low) / (high - low);
    }

    public Form form() {
      String declared = KeyPath.parse(key, Origin.DEFAULT).declared();
      return ((Measure) ExperimentKeys.find(declared).kind()).form(dimension);
    }

    /** As in an experiment file. */
    public String text(double si) {
      return YamlValues.text(si, form());
    }
  }

  /** Copies the list. */
  public OptimiseSpec {
    parameters = List.copyOf(parameters);
  }

  /** Such as "maximise margin". */
  public String goal() {
    return (isMaximised ? "maximise " : "minimise ") + objective.name();
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

  /** Values by key, as in an experiment file. */
  public Map<String, String> texts(double[] values) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int k = 0; k < values.length; k++) {
      texts.put(parameters.get(k).key(), parameters.get(k).text(values[k]));
    }
    return Collections.unmodifiableMap(texts);
  }

  /** The middle, and the middle with one key at an end of its range. */
  public List<Map<String, String>> probes() {
    double[] middle = new double[parameters.size()];
    java.util.Arrays.fill(middle, 0.5);
    List<Map<String, String>> probes = new ArrayList<>(List.of(texts(values(middle))));
    for (int k = 0; k < middle.length; k++) {
      for (int end = 0; end <= 1; end++) {
        double[] shares = middle.clone();
        shares[k] = end;
        probes.add(texts(values(shares)));
      }
    }
    return probes;
  }
}
