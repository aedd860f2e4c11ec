package hopfilm.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/**
 * The rectangle of a plot in its figure: turns values into pixels and paints the axes.
 *
 * @param left distance from the figure's left edge [px]
 * @param top distance from its top edge [px]
 * @param width [px]
 * @param height [px]
 * @param horizontal values to the right
 * @param vertical values upwards
 */
record PlotFrame(
    double left, double top, double width, double height, PlotAxis horizontal, PlotAxis vertical) {
  /** Least distance from the figure's left edge, so that charts below each other line up [px]. */
  static final int LEFT = 96;

  private static final int MAX_VERTICAL = 7;
  private static final int MAX_HORIZONTAL = 8;

  /** Room for one tick of the horizontal axis with its label [px]. */
  private static final int HORIZONTAL_TICK = 60;

  /** Place of the title of the vertical axis [px]. */
  private static final int VERTICAL_TITLE = 24;

  /** Left edge of a plot whose tick labels stand clear of the title of the axis [px]. */
  static double left(PlotAxis vertical) {
    double widest =
        vertical.ticks(MAX_VERTICAL).stream()
            .mapToDouble(t -> Fonts.width(Fonts.TICK, t.label()))
            .max()
            .orElse(0);
    return Math.max(LEFT, VERTICAL_TITLE + 22 + Math.ceil(widest));
  }

  double x(double v) {
    return left + horizontal.share(v) * width;
  }

  double y(double v) {
    return bottom() - vertical.share(v) * height;
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  Rectangle2D bounds() {
    return new Rectangle2D.Double(left, top, width, height);
  }

  /** Grid lines, ticks and title of the vertical axis, and the line below the plot. */
  void paintVertical(Graphics2D g, String title) {
    for (PlotAxis.Tick t : vertical.ticks(MAX_VERTICAL)) {
      double y = y(t.value());
      g.setColor(Palette.GRID);
      g.setStroke(new BasicStroke(1));
      g.draw(new Line2D.Double(left, y, right(), y));
      g.setColor(Palette.INK);
      Fonts.centre(g, Fonts.TICK, t.label(), left - 10, y, Fonts.Anchor.END);
    }
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(new Line2D.Double(left, top, left, bottom()));
    g.draw(new Line2D.Double(left, bottom(), right(), bottom()));
    Fonts.upwards(g, Fonts.LABEL, title, VERTICAL_TITLE, top + 0.5 * height);
  }

  /** Ticks and title of the horizontal axis. */
  void paintHorizontal(Graphics2D g, String title) {
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.5f));
    int most = (int) Math.max(2, Math.min(MAX_HORIZONTAL, width / HORIZONTAL_TICK));
    for (PlotAxis.Tick t : horizontal.ticks(most)) {
      double x = x(t.value());
      g.draw(new Line2D.Double(x, bottom(), x, bottom() + 6));
      Fonts.draw(g, Fonts.TICK, t.label(), x, bottom() + 24, Fonts.Anchor.MIDDLE);
    }
    Fonts.draw(g, Fonts.LABEL, title, left + 0.5 * width, bottom() + 50, Fonts.Anchor.MIDDLE);
  }
}
