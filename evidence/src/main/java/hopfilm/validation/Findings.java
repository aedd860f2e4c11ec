package hopfilm.validation;

import hopfilm.chart.CurveChart;
import java.util.ArrayList;
import java.util.List;

/** The checks and charts of a problem that was run, in the order in which it made them. */
public final class Findings {

  private final List<Check> checks = new ArrayList<>();
  private final List<CurveChart> charts = new ArrayList<>();

  /**
   * Adds a check with an absolute tolerance.
   *
   * @see Check
   */
  public void check(
      String quantity,
      double ours,
      double reference,
      double tolerance,
      String source,
      String reason) {
    checks.add(new Check(quantity, ours, reference, tolerance, source, reason));
  }

  /** Adds a check whose tolerance is a share of the reference. */
  public void relative(
      String quantity, double ours, double reference, double share, String source, String reason) {
    check(quantity, ours, reference, share * Math.abs(reference), source, reason);
  }

  /** Adds a chart. */
  public void chart(CurveChart chart) {
    charts.add(chart);
  }

  public List<Check> checks() {
    return List.copyOf(checks);
  }

  public List<CurveChart> charts() {
    return List.copyOf(charts);
  }

  /** True if there is a check and none fails. */
  public boolean pass() {
    return !checks.isEmpty() && checks.stream().allMatch(Check::passes);
  }
}
