package hopfilm.plot;

import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Heading;
import hopfilm.chart.Palette;
import hopfilm.result.Retrieved;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;

/**
 * Number of starts that end in each pattern, a pattern and its negative in one bar of two shades.
 */
public final class BasinChart implements Figure {
  private static final int MAX_BARS = 15;
  private static final int TOP = 78;
  private static final int ROW = 34;
  private static final int LABELS = 330;
  private static final int BARS = 420;
  private static final int MAX_SIGNS = 26;

  private final String title;
  private final Set<String> trained;
  private final List<Basin.Pair> pairs;
  private final int total;

  BasinChart(Retrieved table, Set<String> trained) {
    this.title = table.title();
    this.trained = trained;
    this.pairs = Basin.pairs(table, trained);
    this.total = table.from().size();
  }

  @Override
  public int width() {
    return LABELS + BARS + 110;
  }

  @Override
  public int height() {
    return TOP + ROW * (shown() + (pairs.size() > shown() ? 1 : 0)) + 24;
  }

  @Override
  public String description() {
    return title + ": how many distinct starts end in each state";
  }

  @Override
  public void paint(Graphics2D g) {
    Heading.paint(
        g,
        title,
        "distinct starts that end in each state V (dark) or in \u2212V (light); orange: trained");
    int largest = pairs.stream().mapToInt(Basin.Pair::size).max().orElse(1);
    int rest = 0;
    for (int k = 0; k < pairs.size(); k++) {
      if (k < shown()) {
        Basin.Pair p = pairs.get(k);
        bar(
            g,
            k,
            label(p),
            p.plus() == null ? 0 : p.plus().size(),
            p.minus() == null ? 0 : p.minus().size(),
            largest,
            Basin.isTrained(p.ends(), trained) ? Palette.VERMILLION : Palette.BLUE);
      } else {
        rest += pairs.get(k).size();
      }
    }
    if (rest > 0) {
      String label = "%d others".formatted(pairs.size() - shown());
      bar(g, shown(), label, rest, 0, Math.max(rest, largest), Palette.NEUTRAL);
    }
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(new Line2D.Double(LABELS, TOP - 8, LABELS, height() - 20));
  }

  private int shown() {
    return Math.min(MAX_BARS, pairs.size());
  }

  private static String label(Basin.Pair p) {
    List<String> ends = p.ends();
    if (ends.isEmpty()) {
      return "no end";
    }
    String first = ends.get(0);
    if (first.length() > MAX_SIGNS) {
      first = first.substring(0, MAX_SIGNS - 2) + "\u2026";
    }
    return Fonts.pattern(first)
        + (ends.size() > 1 ? " and %d more (cycle)".formatted(ends.size() - 1) : "");
  }

  private void bar(
      Graphics2D g, int row, String label, int plus, int minus, int largest, Color colour) {
    double y = TOP + ROW * row;
    double unit = (double) BARS / largest;
    g.setColor(Palette.INK);
    Fonts.centre(g, Fonts.TICK, label, LABELS - 10, y + ROW / 2.0 - 4, Fonts.Anchor.END);
    g.setColor(colour);
    g.fill(new Rectangle2D.Double(LABELS, y, unit * plus, ROW - 9));
    g.setColor(Palette.withAlpha(colour, 0.45));
    g.fill(new Rectangle2D.Double(LABELS + unit * plus, y, unit * minus, ROW - 9));
    g.setColor(Palette.INK);
    String share = "%d (%d %%)".formatted(plus + minus, Math.round(100.0 * (plus + minus) / total));
    Fonts.centre(
        g,
        Fonts.TICK,
        share,
        LABELS + unit * (plus + minus) + 8,
        y + ROW / 2.0 - 4,
        Fonts.Anchor.START);
  }
}
