package hopfilm.optimise;

import hopfilm.experiment.OptimiseSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * What an objective depends on, from evaluations at points x: regressions of the ranks of the
 * objective, which any monotonic function leaves as they are (R. L. Iman and W. J. Conover,
 * Technometrics 21, 499 (1979), doi:10.1080/00401706.1979.10489820).
 *
 * <ul>
 *   <li>trend: standardised coefficient of the rank of x_k in a linear regression on the ranks of
 *       all parameters, from -1 to 1 where these are independent, with its 95 % interval (Student's
 *       t);
 *   <li>share: part of the variance of the ranks of the objective that is explained by x_k and
 *       x_k^2 and by no other parameter: what the coefficient of determination loses without them.
 *       It is large too where the best value lies in the middle of the range and the trend is none.
 * </ul>
 *
 * The points of a search lie denser around its best ones, so that both are those of where it
 * looked.
 *
 * @param all one for each parameter, the largest share first
 * @param explained part of the variance that all parameters explain together, NaN if not known
 * @param evaluations different points with a value
 */
public record Sensitivities(List<Sensitivity> all, double explained, int evaluations) {

  private static final double LEVEL = 0.95;

  /**
   * Of one parameter; NaN where there are too few evaluations, or all have the same value.
   *
   * @param key the parameter
   * @param trend standardised rank regression coefficient
   * @param low lower end of its 95 % interval
   * @param high upper end
   * @param share part of the variance that it alone explains
   */
  public record Sensitivity(String key, double trend, double low, double high, double share) {}

  /** Says whether there are enough evaluations for trends and shares to mean something. */
  boolean isTelling() {
    return evaluations >= needed(all.size());
  }

  /** For a line and a parabola in each of p parameters, with some to spare. */
  private static int needed(int p) {
    return 2 * p + 3;
  }

  public Sensitivities {
    all = List.copyOf(all);
  }

  static Sensitivities of(OptimiseSpec spec, List<Candidate> trials) {
    List<Candidate> counted =
        trials.stream()
            .filter(t -> !Double.isNaN(t.objective()))
            .filter(t -> !t.message().startsWith("as evaluation"))
            .toList();
    int n = counted.size();
    int p = spec.parameters().size();
    double[] y = ranks(counted.stream().mapToDouble(Candidate::objective).toArray());
    double[][] shares = new double[n][p];
    double[][] ranked = new double[n][p];
    for (int k = 0; k < p; k++) {
      int column = k;
      double[] values = counted.stream().mapToDouble(t -> t.values()[column]).toArray();
      double[] order = ranks(values);
      for (int i = 0; i < n; i++) {
        shares[i][k] = spec.parameters().get(k).share(values[i]) - 0.5;
        ranked[i][k] = order[i];
      }
    }
    double[][] trends = trends(y, ranked, p);
    double explained = explained(y, shares, p, -1);
    List<Sensitivity> all = new ArrayList<>();
    for (int k = 0; k < p; k++) {
      double share = Math.max(0, explained - explained(y, shares, p, k));
      String key = spec.parameters().get(k).key();
      all.add(new Sensitivity(key, trends[k][0], trends[k][1], trends[k][2], share));
    }
    all.sort(Comparator.comparingDouble((Sensitivity s) -> order(s)).reversed());
    return new Sensitivities(all, explained, n);
  }

  private static double order(Sensitivity s) {
    return !Double.isNaN(s.share) ? s.share : Double.isNaN(s.trend) ? 0 : Math.abs(s.trend);
  }

  /** Ranks with mean 0 and variance 1; equal values share theirs. */
  private static double[] ranks(double[] values) {
    if (values.length == 0) {
      return values;
    }
    double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(values);
    double mean = StatUtils.mean(ranks);
    double deviation = Math.sqrt(StatUtils.variance(ranks));
    return Arrays.stream(ranks).map(r -> deviation > 0 ? (r - mean) / deviation : 0).toArray();
  }

  private static boolean isFlat(double[] y) {
    return Arrays.stream(y).allMatch(v -> v == 0);
  }

  /** Coefficient, low and high of each parameter. */
  private static double[][] trends(double[] y, double[][] x, int p) {
    int n = y.length;
    double[][] trends = new double[p][3];
    for (double[] t : trends) {
      Arrays.fill(t, Double.NaN);
    }
    if (n < needed(p) || isFlat(y)) {
      return trends;
    }
    try {
      OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
      fit.newSampleData(y, x);
      double[] b = fit.estimateRegressionParameters();
      double[] error = fit.estimateRegressionParametersStandardErrors();
      double t = new TDistribution(n - p - 1).inverseCumulativeProbability((1 + LEVEL) / 2);
      for (int k = 0; k < p; k++) {
        trends[k] =
            new double[] {b[k + 1], b[k + 1] - t * error[k + 1], b[k + 1] + t * error[k + 1]};
      }
    } catch (MathRuntimeException e) {
      // a parameter that had the same value everywhere, or two that moved together
      return trends;
    }
    return trends;
  }

  /** Coefficient of determination with x and x^2 of all parameters but one. */
  private static double explained(double[] y, double[][] x, int p, int without) {
    int n = y.length;
    if (n < needed(p) || isFlat(y)) {
      return Double.NaN;
    }
    int[] kept = IntStream.range(0, p).filter(k -> k != without).toArray();
    if (kept.length == 0) {
      return 0;
    }
    double[][] columns = new double[n][2 * kept.length];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < kept.length; c++) {
        columns[i][2 * c] = x[i][kept[c]];
        columns[i][2 * c + 1] = x[i][kept[c]] * x[i][kept[c]];
      }
    }
    try {
      OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
      fit.newSampleData(y, columns);
      return fit.calculateRSquared();
    } catch (MathRuntimeException e) {
      return Double.NaN;
    }
  }
}
