package hopfilm.fit;

import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A product of powers that is known although its factors are not.
 *
 * @param text such as "D / A"
 * @param exponents of all numbers
 * @param sigma standard deviation of its logarithm
 */
public record Combination(String text, double[] exponents, double sigma) {

  /** Known is what is so much narrower than its factors alone would make it. */
  private static final double NARROWER = 0.2;

  /** A rounded product may be known so much less well than the exact one. */
  private static final double ROUNDED = 1.5;

  /** What exponents are rounded to, the plainest first. */
  private static final List<Double> STEPS = List.of(1.0, 0.5, 0.1, 0.01);

  /**
   * Those of the numbers that are not identifiable.
   *
   * @param names short names of all numbers
   */
  static List<Combination> of(Fisher fisher, List<String> names) {
    int[] open =
        IntStream.range(0, names.size())
            .filter(k -> fisher.isRead(k) && !fisher.isIdentifiable(k))
            .toArray();
    if (open.length < 2) {
      return List.of();
    }
    List<Combination> all = new ArrayList<>();
    for (double[] exact : fisher.directions(open)) {
      if (fisher.sigma(exact) < NARROWER * fisher.sigmaApart(exact)) {
        double[] exponents = rounded(exact, fisher);
        all.add(new Combination(text(exponents, names), exponents, fisher.sigma(exponents)));
      }
    }
    return all;
  }

  private static double[] rounded(double[] exact, Fisher fisher) {
    double first = Arrays.stream(exact).filter(e -> Math.abs(e) > 0.5).findFirst().orElse(1);
    for (double step : STEPS) {
      double[] tried =
          Arrays.stream(exact).map(e -> Math.round(e * Math.signum(first) / step) * step).toArray();
      if (fisher.sigma(tried) < ROUNDED * fisher.sigma(exact)) {
        return tried;
      }
    }
    return Arrays.stream(exact).map(e -> e * Math.signum(first)).toArray();
  }

  private static String text(double[] exponents, List<String> names) {
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    for (int k = 0; k < exponents.length; k++) {
      if (exponents[k] != 0) {
        double power = Math.abs(exponents[k]);
        String factor = names.get(k) + (power == 1 ? "" : "^" + Quantity.digits(power, 2));
        (exponents[k] > 0 ? above : below).add(factor);
      }
    }
    String top = above.isEmpty() ? "1" : String.join(" ", above);
    String under = String.join(" ", below);
    return below.isEmpty() ? top : top + " / " + (below.size() > 1 ? "(" + under + ")" : under);
  }

  /** The product of the numbers of the file [SI]. */
  double value(List<Double> values) {
    double product = 1;
    for (int k = 0; k < exponents.length; k++) {
      product *= Math.pow(Math.abs(values.get(k)), exponents[k]);
    }
    return product;
  }
}
