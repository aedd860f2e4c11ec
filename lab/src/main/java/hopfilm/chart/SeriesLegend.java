package hopfilm.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** Names of the series of a chart, below its plot. */
final class SeriesLegend {
  private static final int ROW = 28;
  private static final double LEFT = PlotFrame.LEFT - 40;

  /** From the beginning of a line to its name [px]. */
  private static final int TEXT = 44;

  private record Name(String text, boolean isLine) {}

  private final String title;
  private final double column;
  private final List<Name> names = new ArrayList<>();

  /**
   * @param title of all names, empty for none
   * @param width of the chart [px]
   */
  SeriesLegend(String title, double width) {
    this.title = title;
    this.column = 0.5 * (width - PlotFrame.LEFT);
  }

  /** Adds the next series, which is a line or markers. */
  void add(String name, boolean isLine) {
    names.add(new Name(name, isLine));
  }

  int height() {
    int columns = columns();
    int rows = (names.size() + columns - 1) / columns + (title.isEmpty() ? 0 : 1);
    return ROW * rows + 10;
  }

  /** One column where names are too long for two. */
  private int columns() {
    double longest =
        names.stream().mapToDouble(n -> Fonts.width(Fonts.TICK, n.text)).max().orElse(0);
    return TEXT + longest + 12 > column ? 1 : 2;
  }

  /** Paints the names, those of the first row at the height top. */
  void paint(Graphics2D g, double top) {
    double first = top;
    if (!title.isEmpty()) {
      g.setColor(Palette.MUTED);
      Fonts.centre(g, Fonts.SUBTITLE, title, LEFT, top, Fonts.Anchor.START);
      first += ROW;
    }
    int columns = columns();
    for (int k = 0; k < names.size(); k++) {
      double left = LEFT + k % columns * column;
      double y = first + k / columns * ROW;
      if (names.get(k).isLine) {
        g.setColor(SeriesStyle.colour(k));
        g.setStroke(SeriesStyle.stroke(k));
        g.draw(new Line2D.Double(left, y, left + 34, y));
      } else {
        SeriesStyle.paintMarker(g, k, left + 17, y);
      }
      g.setColor(Palette.INK);
      Fonts.centre(g, Fonts.TICK, names.get(k).text, left + TEXT, y, Fonts.Anchor.START);
    }
  }
}
