package hopfilm.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code summary.json} of a plan, in SI units.
 *
 * @param explained whether the film explains what was measured: null, as nothing is
 * @param chi2 mean square of the residuals over their noise: null likewise
 * @param parameters by their keys
 * @param combinations known products of parameters that are not identifiable
 * @param next what could be measured next, the most useful first
 * @param warnings one line each
 */
public record PlanSummary(
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
   * @param value that of the file
   * @param low lower end of the 95 % interval; that of the range where it is not identifiable
   * @param high upper end
   * @param relative half of the interval, relative to the value; null where it is not identifiable
   */
  public record Parameter(
      double value, double low, double high, boolean identifiable, Double relative) {}

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
  public static PlanSummary of(PlanResult r) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    r.estimates()
        .forEach(
            e ->
                parameters.put(
                    e.unknown().key(),
                    new Parameter(
                        e.unknown().value(),
                        e.low(),
                        e.high(),
                        e.isIdentifiable(),
                        e.isIdentifiable() ? (Double) e.relative() : null)));
    return new PlanSummary(
        r.study().experiment().name(),
        "done",
        null,
        null,
        parameters,
        r.combinations().stream().map(c -> product(c, r)).toList(),
        r.next().stream().map(n -> further(n, r)).toList(),
        PlanWords.warnings(r),
        r.runs());
  }

  private static Product product(Combination c, PlanResult r) {
    Map<String, Double> exponents = new LinkedHashMap<>();
    for (int k = 0; k < c.exponents().length; k++) {
      if (c.exponents()[k] != 0) {
        exponents.put(r.estimates().get(k).unknown().key(), c.exponents()[k]);
      }
    }
    double value = c.value(r.estimates().stream().map(e -> e.unknown().value()).toList());
    double factor = Math.exp(Fisher.INTERVAL * c.sigma());
    return new Product(
        c.text(), exponents, value, value / factor, value * factor, PlanResult.half(c.sigma()));
  }

  private static Further further(PlanResult.Next n, PlanResult r) {
    Map<String, Double> relative = new LinkedHashMap<>();
    for (int k = 0; k < r.estimates().size(); k++) {
      if (n.fisher().isIdentifiable(k)) {
        relative.put(r.estimates().get(k).unknown().key(), PlanResult.half(n.fisher().sigma(k)));
      }
    }
    return new Further(n.what(), relative);
  }
}
