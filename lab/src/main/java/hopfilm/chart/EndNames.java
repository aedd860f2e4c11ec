package hopfilm.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of curves at their ends, to the right of the plot. */
final class EndNames {
  private static final double LINE_HEIGHT = 20;

  /** From the plot to the name: a leader and a piece of the curve's line [px]. */
  private static final int TEXT = 44;

  /** The name of a curve and where it goes. */
  private static final class Name {
    private final int series;
    private final String text;
    private final double end;
    private double y;

    Name(int series, String text, double end) {
      this.series = series;
      this.text = text;
      this.end = end;
      this.y = end;
    }
  }

  private final List<Name> names = new ArrayList<>();

  /** Width that names take to the right of the plot [px]. */
  static int room(List<String> names) {
    double widest = names.stream().mapToDouble(n -> Fonts.width(Fonts.TICK, n)).max().orElse(0);
    return TEXT + 8 + (int) Math.ceil(widest);
  }

  /**
   * Adds a name.
   *
   * @param end height at which the curve ends [px]
   */
  void add(int series, String name, double end) {
    names.add(new Name(series, name, end));
  }

  /**
   * Paints the names.
   *
   * @param right edge of the plot [px]
   */
  void paint(Graphics2D g, double right) {
    names.sort(Comparator.comparingDouble(n -> n.end));
    spread();
    for (Name n : names) {
      g.setColor(SeriesStyle.colour(n.series));
      g.setStroke(new BasicStroke(1.2f));
      g.draw(new Line2D.Double(right + 2, n.end, right + 12, n.y));
      g.setStroke(SeriesStyle.stroke(n.series));
      g.draw(new Line2D.Double(right + 12, n.y, right + 38, n.y));
      g.setColor(Palette.INK);
      Fonts.centre(g, Fonts.TICK, n.text, right + TEXT, n.y, Fonts.Anchor.START);
    }
  }

  /** Moves names that would overlap apart, one up and the other down by the same length. */
  private void spread() {
    for (int round = 0; round < 200; round++) {
      boolean moved = false;
      for (int k = 1; k < names.size(); k++) {
        double overlap = names.get(k - 1).y + LINE_HEIGHT - names.get(k).y;
        if (overlap > 0.1) {
          names.get(k - 1).y -= overlap / 2;
          names.get(k).y += overlap / 2;
          moved = true;
        }
      }
      if (!moved) {
        return;
      }
    }
  }
}
