package hopfilm.plot;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Heading;
import hopfilm.chart.Legends;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import hopfilm.result.WrittenRow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * What a row has learned: a box for each pixel with its sign, coloured by what a place of it
 * gained.
 */
public final class RowFigure implements Figure {

  private static final int LEFT = 30;
  private static final int TOP = 84;
  private static final int BAR = 120;
  private static final int LARGEST = 92;

  /** Smaller boxes have no room for a sign [px]. */
  private static final int SMALLEST = 16;

  private final WrittenRow row;
  private final int columns;
  private final int rows;
  private final int cell;

  public RowFigure(WrittenRow row) {
    this.row = row;
    int n = row.picture().length();
    int wide = (int) Math.ceil(Math.sqrt(n));
    while (n % wide != 0) {
      wide++;
    }
    // a number of pixels that makes no rectangle has a last line that is not full
    this.columns = wide > 4 * Math.sqrt(n) ? (int) Math.ceil(Math.sqrt(n)) : wide;
    this.rows = (n + columns - 1) / columns;
    this.cell = Math.max(2, Math.min(LARGEST, (WIDTH - LEFT - BAR) / columns));
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return TOP + Math.max(rows * cell, 2 * LARGEST) + 20;
  }

  @Override
  public String description() {
    return "What the row has gained with each pixel, by place, under the sign of the pixel";
  }

  @Override
  public void paint(Graphics2D g) {
    double[] gains = row.gainsByPlace();
    Prefix prefix = Prefix.of(gains);
    double largest = 0;
    for (double gain : gains) {
      largest = Double.isFinite(gain) ? Math.max(largest, Math.abs(gain)) : largest;
    }
    Heading.paint(
        g,
        "The picture in the row",
        "gain of a place (%sS) under the signs; frame: wrong".formatted(prefix.symbol()));
    g.setStroke(new BasicStroke(3));
    for (int k = 0; k < gains.length; k++) {
      Rectangle2D box =
          new Rectangle2D.Double(
              LEFT + k % columns * cell, TOP + k / columns * cell, cell - 2.0, cell - 2.0);
      double share = largest > 0 && Double.isFinite(gains[k]) ? gains[k] / largest : 0;
      g.setColor(new Color(ColourMap.DIVERGING.rgb(0.5 + 0.3 * share)));
      g.fill(box);
      if (row.isWrong(k)) {
        g.setColor(Palette.INK);
        g.draw(box);
      }
      if (cell >= SMALLEST) {
        g.setColor(Palette.ARROW);
        Fonts.centre(
            g,
            Fonts.LABEL,
            row.picture().charAt(k) == '+' ? "+" : "\u2212",
            box.getCenterX(),
            box.getCenterY(),
            Fonts.Anchor.MIDDLE);
      }
    }
    if (largest > 0) {
      double high = largest / prefix.factor();
      Legends.bar(
          g,
          LEFT + columns * cell + 16,
          TOP,
          Math.max(rows * cell, 2 * LARGEST),
          ColourMap.DIVERGING,
          -high,
          high,
          "");
    }
  }
}
