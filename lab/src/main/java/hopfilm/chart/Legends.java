package hopfilm.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Explain the colours of a figure: a bar for numbers, a wheel for directions. */
public final class Legends {
  private static final int BAR_WIDTH = 20;

  private Legends() {}

  /** A bar whose upper left corner lies at (x, y). */
  public static void bar(
      Graphics2D g,
      double x,
      double y,
      double height,
      ColourMap map,
      double low,
      double high,
      String label) {
    BufferedImage colours = new BufferedImage(1, 256, BufferedImage.TYPE_INT_RGB);
    for (int k = 0; k < 256; k++) {
      colours.setRGB(0, 255 - k, map.rgb(k / 255.0));
    }
    g.drawImage(colours, (int) x, (int) y, BAR_WIDTH, (int) height, null);
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.2f));
    g.draw(new Rectangle2D.Double(x, y, BAR_WIDTH, height));
    List<Double> ticks = Ticks.between(low, high, 5);
    for (double t : ticks) {
      double ty = y + height * (1 - (t - low) / (high - low));
      g.draw(new Line2D.Double(x + BAR_WIDTH, ty, x + BAR_WIDTH + 5, ty));
      Fonts.centre(g, Fonts.TICK, Ticks.label(t, ticks), x + BAR_WIDTH + 9, ty, Fonts.Anchor.START);
    }
    int widest =
        ticks.stream()
            .mapToInt(t -> g.getFontMetrics(Fonts.TICK).stringWidth(Ticks.label(t, ticks)))
            .max()
            .orElse(0);
    double beside = x + BAR_WIDTH + Math.max(66, 31 + widest);
    Fonts.upwards(g, Fonts.LABEL, label, beside, y + height / 2);
  }

  /** A wheel of the directions in the plane, its upper left corner at (x, y). */
  public static void wheel(Graphics2D g, double x, double y) {
    int size = 76;
    BufferedImage disc = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        double u = 2 * (i + 0.5) / size - 1;
        double v = 1 - 2 * (j + 0.5) / size;
        if (Math.hypot(u, v) <= 1) {
          disc.setRGB(i, j, 0xff000000 | ColourMap.direction(u, v, Math.sqrt(1 - u * u - v * v)));
        }
      }
    }
    g.drawImage(disc, (int) x, (int) y, size, size, null);
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(new Ellipse2D.Double(x, y, size, size));
    Fonts.draw(g, Fonts.TICK, "+y", x + size / 2.0, y - 8, Fonts.Anchor.MIDDLE);
    Fonts.centre(g, Fonts.TICK, "+x", x + size + 5, y + size / 2.0, Fonts.Anchor.START);
    swatch(g, x + 4, y + size + 28, ColourMap.direction(0, 0, 1), "up");
    swatch(g, x + 4, y + size + 58, ColourMap.direction(0, 0, -1), "down");
  }

  private static void swatch(Graphics2D g, double x, double y, int rgb, String label) {
    Rectangle2D box = new Rectangle2D.Double(x, y - 10, 20, 20);
    g.setColor(new Color(rgb));
    g.fill(box);
    g.setColor(Palette.INK);
    g.draw(box);
    Fonts.centre(g, Fonts.TICK, label, x + 28, y, Fonts.Anchor.START);
  }
}
