package hopfilm.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code summary.json} of a plan or a fit, in SI units.
 *
 * @param explained whether the model explains what was measured; null in a plan, and where readings
 *     are too few to test it
 * @param chi2 mean square of the residuals over noise and model error; null in a plan
 * @param parameters by their keys
 * @param combinations known products of parameters that are not identifiable
 * @param next what could be measured next, the most useful first; empty in a fit
 * @param warnings one line each
 */
public record FitSummary(
    String name,
    String status,
    Boolean explained,
    Double chi2,
    Map<String, Parameter> parameters,
    List<Product> combinations,
    List<Further> next,
    List<String> warnings,
    int runs) {

  /**
   * An unknown number.
   *
   * @param value estimate; in a plan that of the file
   * @param low lower end of the 95 % interval; that of the range where it is not identifiable; null
   *     where the model does not explain what was measured
   * @param high upper end
   * @param relative half of the interval, relative to the value; null where it is not identifiable
   */
  public record Parameter(
      double value, Double low, Double high, boolean identifiable, Double relative) {}

  /** A product of powers, such as D / A. */
  public record Product(
      String combination,
      Map<String, Double> exponents,
      double value,
      double low,
      double high,
      double relative) {}

  /**
   * A further reading.
   *
   * @param next what is done
   * @param relative half of the interval of each identifiable parameter then
   */
  public record Further(String next, Map<String, Double> relative) {}

  /** That of a plan. */
  public static FitSummary of(PlanResult r) {
    return of(
        r, null, null, r.next().stream().map(n -> further(n, r)).toList(), FitWords.warnings(r));
  }

  /** That of a fit. */
  public static FitSummary of(FitResult r) {
    boolean isKnown = r.isTested() || !r.isExplained();
    Boolean explained = isKnown ? r.isExplained() : null;
    return of(r, explained, r.chi2(), List.of(), FitWords.warnings(r));
  }

  private static FitSummary of(
      Intervals r, Boolean explained, Double chi2, List<Further> next, List<String> warnings) {
    boolean hasIntervals = !Boolean.FALSE.equals(explained);
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (Estimate e : r.estimates()) {
      boolean isKnown = hasIntervals && e.isIdentifiable();
      parameters.put(
          e.unknown().key(),
          new Parameter(
              e.value(),
              hasIntervals ? (Double) e.low() : null,
              hasIntervals ? (Double) e.high() : null,
              isKnown,
              isKnown ? (Double) e.relative() : null));
    }
    return new FitSummary(
        r.study().experiment().name(),
        "done",
        explained,
        chi2,
        parameters,
        r.combinations().stream().map(c -> product(c, r)).toList(),
        next,
        warnings,
        r.runs());
  }

  private static Product product(Combination c, Intervals r) {
    Map<String, Double> exponents = new LinkedHashMap<>();
    for (int k = 0; k < c.exponents().length; k++) {
      if (c.exponents()[k] != 0) {
        exponents.put(r.estimates().get(k).unknown().key(), c.exponents()[k]);
      }
    }
    double value = c.value(r.estimates().stream().map(Estimate::value).toList());
    double factor = Math.exp(Fisher.INTERVAL * c.sigma());
    return new Product(
        c.text(), exponents, value, value / factor, value * factor, Estimate.half(c.sigma()));
  }

  private static Further further(PlanResult.Next n, PlanResult r) {
    Map<String, Double> relative = new LinkedHashMap<>();
    for (int k = 0; k < r.estimates().size(); k++) {
      if (n.fisher().isIdentifiable(k)) {
        relative.put(r.estimates().get(k).unknown().key(), Estimate.half(n.fisher().sigma(k)));
      }
    }
    return new Further(n.what(), relative);
  }
}
