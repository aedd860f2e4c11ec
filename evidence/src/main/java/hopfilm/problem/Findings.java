package hopfilm.problem;

import hopfilm.chart.CurveChart;
import java.util.ArrayList;
import java.util.List;

/**
 * The checks and charts of a problem that was run, in the order in which it made them. A check is
 * written {@code f.check(quantity, ours).is(reference, source).within(tolerance, reason)}.
 */
public final class Findings {

  private final List<Check> checks = new ArrayList<>();
  private final List<CurveChart> charts = new ArrayList<>();

  /** A number of ours, which is to be compared. */
  public Ours check(String quantity, double ours) {
    return new Ours(quantity, ours);
  }

  /** A number of ours. */
  public final class Ours {
    private final String quantity;
    private final double ours;

    private Ours(String quantity, double ours) {
      this.quantity = quantity;
      this.ours = ours;
    }

    /** What it should be, and where that comes from. */
    public Known is(double reference, String source) {
      return new Known(this, reference, source);
    }
  }

  /** A number of ours beside the known one. */
  public final class Known {
    private final Ours ours;
    private final double reference;
    private final String source;

    private Known(Ours ours, double reference, String source) {
      this.ours = ours;
      this.reference = reference;
      this.source = source;
    }

    /** The largest distance, and why it is that. */
    public void within(double tolerance, String reason) {
      checks.add(new Check(ours.quantity, ours.ours, reference, tolerance, source, reason));
    }

    /** The largest distance as a share of the known value. */
    public void withinShare(double share, String reason) {
      within(share * Math.abs(reference), reason);
    }
  }

  /** Adds a chart, to which curves are added then. */
  public CurveChart chart(String title, String subtitle, String xTitle, String yTitle) {
    CurveChart chart = new CurveChart(title, subtitle, xTitle, yTitle);
    charts.add(chart);
    return chart;
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
