package hopfilm.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Colour, dashes and marker of each series, so that colour alone carries nothing. */
final class SeriesStyle {
  private static final float[][] DASHES = {null, {11, 5}, {3, 3}, {11, 4, 3, 4}};

  private SeriesStyle() {}

  static Color colour(int series) {
    return Palette.SERIES.get(series % Palette.SERIES.size());
  }

  static BasicStroke stroke(int series) {
    return new BasicStroke(
        2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES[series % DASHES.length], 0);
  }

  /** Open shapes of different kinds, so that points on top of each other are both seen. */
  static void paintMarker(Graphics2D g, int series, double x, double y) {
    double r = series % 3 == 1 ? 7.5 : 5.5;
    g.setColor(colour(series));
    g.setStroke(new BasicStroke(2.2f));
    g.draw(marker(series % 3, x, y, r));
  }

  private static Shape marker(int kind, double x, double y, double r) {
    if (kind == 0) {
      return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }
    if (kind == 1) {
      return new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r);
    }
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(x, y - 1.3 * r);
    diamond.lineTo(x + 1.3 * r, y);
    diamond.lineTo(x, y + 1.3 * r);
    diamond.lineTo(x - 1.3 * r, y);
    diamond.closePath();
    return diamond;
  }
}
