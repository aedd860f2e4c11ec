package hopfilm.plot;

import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Heading;
import hopfilm.chart.Palette;
import hopfilm.result.Retrieved;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Every start of a retrieval around its end, for networks small enough to show all states. A basin
 * and that of the negative patterns stand side by side as mirror images.
 */
public final class RetrievalGraph implements Figure {
  /** With more electrodes a chart of basin sizes is drawn instead. */
  static final int MAX_ELECTRODES = 5;

  /** Only so many patterns of a longer cycle are written. */
  private static final int MAX_CYCLE = 2;

  private static final int TOP = 70;
  private static final int MARGIN = 16;
  private static final int CAPTION = 34;
  private static final double BOX = 28;
  private static final int MAX_WIDTH = 1360;
  private static final Font NODE = new Font(Font.MONOSPACED, Font.BOLD, 19);
  private static final Color FILL = new Color(225, 233, 240);

  private final String title;
  private final Set<String> trained;
  private final double box;
  private final List<Placed> placed = new ArrayList<>();
  private final int width;
  private final int height;

  /** A basin and where its middle lies. */
  private record Placed(Basin basin, double x, double y, double half, boolean mirrored) {}

  private RetrievalGraph(Retrieved table, Set<String> trained) {
    this.title = table.title();
    this.trained = trained;
    this.box = 14 + 11.5 * signs(table);
    double x = MARGIN;
    double y = TOP;
    double row = 0;
    double widest = 560;
    for (Basin.Pair pair : Basin.pairs(table, trained)) {
      int rings = rings(pair);
      double w = (rings == 0 ? 40 : ringX(rings - 1)) + box / 2 + 12;
      double h = (rings == 0 ? 0 : ringY(rings - 1)) + BOX / 2 + 16;
      int count = (pair.plus() == null ? 0 : 1) + (pair.minus() == null ? 0 : 1);
      if (x > MARGIN && x + 2 * w * count > MAX_WIDTH) {
        y += row + CAPTION;
        x = MARGIN;
        row = 0;
      }
      if (pair.plus() != null) {
        placed.add(new Placed(pair.plus(), x + w, y + h, h, false));
        x += 2 * w;
      }
      if (pair.minus() != null) {
        placed.add(new Placed(pair.minus(), x + w, y + h, h, true));
        x += 2 * w;
      }
      row = Math.max(row, 2 * h);
      widest = Math.max(widest, x);
    }
    this.width = (int) Math.ceil(widest + MARGIN);
    this.height = (int) Math.ceil(y + row + CAPTION);
  }

  /** The graph, or the chart of basin sizes where it would be too large. */
  public static Figure of(Retrieved table, Set<String> trained) {
    return signs(table) <= MAX_ELECTRODES
        ? new RetrievalGraph(table, trained)
        : new BasinChart(table, trained);
  }

  private static int signs(Retrieved table) {
    return table.from().keySet().iterator().next().length();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public String description() {
    return title + ": every start around the state where it ends";
  }

  @Override
  public void paint(Graphics2D g) {
    Heading.paint(g, title, "each start points to its end; orange: trained or its negative");
    for (Placed p : placed) {
      paint(g, p);
    }
  }

  private void paint(Graphics2D g, Placed p) {
    Basin basin = p.basin;
    boolean good = Basin.isTrained(basin.ends(), trained);
    double[][] at = places(basin.starts().size(), p.mirrored);
    g.setStroke(new BasicStroke(1.6f));
    double hub = hubHeight(basin) / 2;
    for (int k = 0; k < at.length; k++) {
      g.setColor(Palette.MUTED);
      arrow(g, p.x + at[k][0], p.y + at[k][1], p.x, p.y, hub);
    }
    for (int k = 0; k < at.length; k++) {
      String start = basin.starts().get(k);
      boolean isTrained = Basin.isTrained(List.of(start), trained);
      node(g, start, p.x + at[k][0], p.y + at[k][1], isTrained ? Palette.VERMILLION : FILL, false);
    }
    for (int k = 0; k < basin.ends().size() && k < MAX_CYCLE; k++) {
      double y = p.y + (k - (Math.min(MAX_CYCLE, basin.ends().size()) - 1) / 2.0) * (BOX + 2);
      node(g, basin.ends().get(k), p.x, y, good ? Palette.VERMILLION : Palette.SKY, true);
    }
    g.setColor(Palette.INK);
    String caption = what(basin, good) + basin.size() + (basin.size() == 1 ? " start" : " starts");
    Fonts.draw(g, Fonts.SUBTITLE, caption, p.x, p.y + p.half + 12, Fonts.Anchor.MIDDLE);
  }

  private String what(Basin basin, boolean good) {
    if (basin.ends().isEmpty()) {
      return "no end: ";
    } else if (basin.isCycle()) {
      return "cycle of %d: ".formatted(basin.ends().size());
    } else if (!good) {
      return "spurious: ";
    }
    return trained.contains(basin.ends().get(0)) ? "trained: " : "its negative: ";
  }

  private static double hubHeight(Basin basin) {
    return Math.min(MAX_CYCLE, basin.ends().size()) * (BOX + 2);
  }

  /** From the rim of one box to that of another. */
  private void arrow(Graphics2D g, double x, double y, double toX, double toY, double hub) {
    double dx = toX - x;
    double dy = toY - y;
    double size = Math.hypot(dx, dy);
    double ex = dx / size;
    double ey = dy / size;
    double rim = Math.min((box / 2 + 5) / Math.abs(ex), (hub + 5) / Math.abs(ey));
    double tipX = toX - rim * ex;
    double tipY = toY - rim * ey;
    g.draw(new Line2D.Double(x, y, tipX - 8 * ex, tipY - 8 * ey));
    Path2D head = new Path2D.Double();
    head.moveTo(tipX, tipY);
    head.lineTo(tipX - 11 * ex - 5 * ey, tipY - 11 * ey + 5 * ex);
    head.lineTo(tipX - 11 * ex + 5 * ey, tipY - 11 * ey - 5 * ex);
    head.closePath();
    g.fill(head);
  }

  private void node(Graphics2D g, String pattern, double x, double y, Color fill, boolean isEnd) {
    RoundRectangle2D plate =
        new RoundRectangle2D.Double(x - box / 2, y - BOX / 2, box, BOX, 12, 12);
    g.setColor(fill);
    g.fill(plate);
    g.setColor(isEnd ? Palette.ARROW : Palette.NEUTRAL);
    g.setStroke(new BasicStroke(isEnd ? 3f : 1.2f));
    g.draw(plate);
    g.setStroke(new BasicStroke(1.6f));
    g.setColor(Palette.ARROW);
    Fonts.centre(g, NODE, Fonts.pattern(pattern), x, y, Fonts.Anchor.MIDDLE);
  }

  /** Half the width of a ring. */
  private double ringX(int k) {
    return (k + 1) * (box + 44);
  }

  /** Half the height of a ring. */
  private static double ringY(int k) {
    return (k + 1) * (BOX + 34);
  }

  private static int capacity(int k) {
    return 8 * (k + 1);
  }

  private static int rings(Basin.Pair pair) {
    int most =
        Math.max(
            pair.plus() == null ? 0 : pair.plus().starts().size(),
            pair.minus() == null ? 0 : pair.minus().starts().size());
    int rings = 0;
    while (most > 0) {
      most -= capacity(rings++);
    }
    return rings;
  }

  /** Places on rings around the middle, from the top on, the inner ring filled first. */
  private double[][] places(int count, boolean mirrored) {
    double[][] at = new double[count][];
    int done = 0;
    for (int k = 0; done < count; k++) {
      int here = Math.min(capacity(k), count - done);
      for (int i = 0; i < here; i++) {
        double angle = 2 * Math.PI * (i + 0.5 * (k % 2)) / here;
        double x = ringX(k) * Math.sin(angle);
        at[done + i] = new double[] {mirrored ? -x : x, -ringY(k) * Math.cos(angle)};
      }
      done += here;
    }
    return at;
  }
}
