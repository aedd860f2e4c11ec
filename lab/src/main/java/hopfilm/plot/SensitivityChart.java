package hopfilm.plot;

import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Heading;
import hopfilm.chart.Palette;
import hopfilm.chart.PlotAxis;
import hopfilm.chart.Prefix;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Trends of an objective, a bar with its interval for each parameter, and the shares beside it. */
public final class SensitivityChart implements Figure {

  /**
   * A parameter.
   *
   * @param name key
   * @param trend from -1 to 1, NaN if not known
   * @param low lower end of its interval
   * @param high upper end
   * @param share of the variance, NaN if not known
   */
  public record Bar(String name, double trend, double low, double high, double share) {}

  private static final int TOP = 84;
  private static final int ROW = 46;
  private static final int PLOT = 320;
  private static final int SHARE = 110;
  private static final int BELOW = 62;

  private final String title;
  private final String subtitle;
  private final List<Bar> bars;
  private final PlotAxis axis;

  /**
   * @param subtitle one line below the title
   * @param bars from top to bottom
   */
  public SensitivityChart(String title, String subtitle, List<Bar> bars) {
    this.title = title;
    this.subtitle = subtitle;
    this.bars = List.copyOf(bars);
    double most = 1;
    for (Bar b : bars) {
      if (Double.isFinite(b.trend)) {
        most = Math.max(most, Math.max(Math.abs(b.low), Math.abs(b.high)));
      }
    }
    this.axis = new PlotAxis(-most, most, false);
  }

  private int left() {
    return 30 + 10 * bars.stream().mapToInt(b -> b.name.length()).max().orElse(0);
  }

  @Override
  public int width() {
    return Math.max(WIDTH, left() + PLOT + SHARE + 20);
  }

  @Override
  public int height() {
    return TOP + ROW * bars.size() + BELOW;
  }

  @Override
  public String description() {
    return title + ": " + subtitle;
  }

  private double x(double v) {
    return left() + axis.share(v) * PLOT;
  }

  @Override
  public void paint(Graphics2D g) {
    Heading.paint(g, title, subtitle);
    double bottom = TOP + ROW * bars.size();
    for (PlotAxis.Tick t : axis.ticks(5)) {
      double x = x(t.value());
      g.setColor(Palette.GRID);
      g.setStroke(new BasicStroke(1));
      g.draw(new Line2D.Double(x, TOP, x, bottom));
      g.setColor(Palette.INK);
      Fonts.draw(g, Fonts.TICK, t.label(), x, bottom + 22, Fonts.Anchor.MIDDLE);
    }
    double share = left() + PLOT + 0.5 * SHARE + 10;
    g.setColor(Palette.MUTED);
    Fonts.draw(g, Fonts.SUBTITLE, "share", share, TOP - 8, Fonts.Anchor.MIDDLE);
    for (int k = 0; k < bars.size(); k++) {
      paintBar(g, bars.get(k), TOP + ROW * (k + 0.5), share);
    }
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(new Line2D.Double(x(0), TOP, x(0), bottom));
    double middle = left() + 0.5 * PLOT;
    Fonts.draw(g, Fonts.LABEL, "trend, 95 % interval", middle, bottom + 50, Fonts.Anchor.MIDDLE);
  }

  private void paintBar(Graphics2D g, Bar b, double y, double share) {
    g.setColor(Palette.INK);
    Fonts.centre(g, Fonts.LABEL, b.name, left() - 12, y, Fonts.Anchor.END);
    String text = Double.isFinite(b.share) ? Prefix.fixed(100 * b.share, 0) + " %" : "n/a";
    Fonts.centre(g, Fonts.LABEL, text, share, y, Fonts.Anchor.MIDDLE);
    if (!Double.isFinite(b.trend)) {
      Fonts.centre(g, Fonts.TICK, "too few evaluations", x(0) + 8, y, Fonts.Anchor.START);
      return;
    }
    g.setColor(b.trend < 0 ? Palette.VERMILLION : Palette.BLUE);
    double from = Math.min(x(0), x(b.trend));
    g.fill(new Rectangle2D.Double(from, y - 11, Math.abs(x(b.trend) - x(0)), 22));
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(2));
    g.draw(new Line2D.Double(x(b.low), y, x(b.high), y));
    for (double end : new double[] {b.low, b.high}) {
      g.draw(new Line2D.Double(x(end), y - 6, x(end), y + 6));
    }
  }
}
