package hopfilm.plot;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Heading;
import hopfilm.chart.Palette;
import hopfilm.chart.PlotAxis;
import hopfilm.chart.Prefix;
import hopfilm.chart.Row;
import hopfilm.chart.Stack;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A map over two swept values: cells of equal size, whatever the distances between the values, each
 * with its number and of how many runs it is, and a colour bar.
 */
public final class SweepMapFigure implements Figure {
  private static final int TOP = 76;
  private static final int BELOW = 68;
  private static final int BAR = 150;
  private static final int BAR_WIDTH = 20;
  private static final int NARROWEST = 460;

  /** Maps side by side, before the next row of them begins. */
  private static final int ABREAST = 2;

  private static final List<Color> KINDS =
      List.of(Palette.GRID, Palette.VERMILLION, Palette.BLUE, Palette.SKY);

  /** In smaller cells the numbers would not be legible. */
  private static final int NUMBERS_FROM = 58;

  private final MapData data;
  private final Prefix prefix;
  private final PlotAxis colours;
  private final int columns;
  private final int rows;
  private final int cell;

  /** Figures of several maps, below and beside each other, with one scale of colours. */
  public static Figure of(List<MapData> maps) {
    double[] numbers = numbers(maps);
    List<Figure> all = maps.stream().map(m -> (Figure) new SweepMapFigure(m, numbers)).toList();
    if (all.size() == 1) {
      return all.get(0);
    }
    List<Figure> rows = new ArrayList<>();
    for (int k = 0; k < all.size(); k += ABREAST) {
      rows.add(new Row("", all.subList(k, Math.min(all.size(), k + ABREAST))));
    }
    return new Stack(rows);
  }

  /**
   * A figure of the data.
   *
   * @param numbers that the colours must reach
   */
  private SweepMapFigure(MapData data, double[] numbers) {
    this.data = data;
    this.columns = data.x().labels().size();
    this.rows = data.y().labels().size();
    // a title must find room beside few rows
    int largest = rows < 3 ? 130 : 92;
    this.cell = Math.max(14, Math.min(largest, 760 / Math.max(columns, rows)));
    double smallest = DoubleStream.of(numbers).min().orElse(0);
    // over several powers of ten, all digits of the smallest are shown
    this.prefix =
        unit().isEmpty()
            ? new Prefix("", 1)
            : data.quantity().scale() == MapData.Scale.LOGARITHMIC
                ? Prefix.of(smallest)
                : Prefix.of(numbers);
    this.colours = colours(numbers);
  }

  /** In the unit that is shown. */
  private PlotAxis colours(double[] numbers) {
    double low = DoubleStream.of(numbers).min().orElse(0) / prefix.factor();
    double high = DoubleStream.of(numbers).max().orElse(1) / prefix.factor();
    return switch (data.quantity().scale()) {
      case SHARE -> new PlotAxis(0, 1, false);
      case SIGNED -> {
        double largest = Math.max(Math.abs(low), Math.abs(high));
        yield new PlotAxis(-(largest > 0 ? largest : 1), largest > 0 ? largest : 1, false);
      }
      case KINDS -> new PlotAxis(0, 1, false);
      case LOGARITHMIC -> new PlotAxis(low, high > low ? high : 2 * low, true);
      case PLAIN -> new PlotAxis(low, high > low ? high : low + Math.max(1, Math.abs(low)), false);
    };
  }

  private static double[] numbers(List<MapData> maps) {
    return maps.stream()
        .flatMap(m -> m.cells().stream())
        .flatMap(List::stream)
        .mapToDouble(MapData.Cell::value)
        .filter(Double::isFinite)
        .toArray();
  }

  private String unit() {
    return data.quantity().unit();
  }

  private String quantity() {
    return unit().isEmpty()
        ? data.quantity().name()
        : "%s (%s%s)".formatted(data.quantity().name(), prefix.symbol(), unit());
  }

  private String text(MapData.Cell c) {
    if (!Double.isFinite(c.value())) {
      return "\u2013";
    }
    if (isOfKinds()) {
      return data.quantity().kinds().get((int) c.value());
    }
    double shown = c.value() / prefix.factor();
    return data.quantity().scale() == MapData.Scale.SHARE
        ? Prefix.fixed(100 * shown, 0) + " %"
        : Prefix.decimals(shown, Math.max(Math.abs(shown), 0.1), 3);
  }

  private static String note(MapData.Cell c) {
    return c.hits() < 0
        ? c.runs() == 1 ? "1 run" : c.runs() + " runs"
        : c.hits() + " of " + c.runs();
  }

  private ColourMap map() {
    return data.quantity().scale() == MapData.Scale.SIGNED
        ? ColourMap.DIVERGING
        : ColourMap.SEQUENTIAL;
  }

  private int left() {
    int longest = data.y().labels().stream().mapToInt(String::length).max().orElse(0);
    return 62 + 10 * longest;
  }

  @Override
  public int width() {
    return Math.max(NARROWEST, left() + cell * columns + BAR);
  }

  @Override
  public int height() {
    return TOP + cell * rows + BELOW;
  }

  @Override
  public String description() {
    return "%s over %s and %s".formatted(quantity(), data.x().title(), data.y().title());
  }

  @Override
  public void paint(Graphics2D g) {
    Heading.paint(g, data.title(), data.subtitle());
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        paintCell(g, i, j);
      }
    }
    paintAxes(g);
    if (isOfKinds()) {
      paintKinds(g);
    } else {
      paintBar(g);
    }
  }

  private void paintCell(Graphics2D g, int i, int j) {
    MapData.Cell c = data.cells().get(j).get(i);
    Rectangle2D box =
        new Rectangle2D.Double(
            left() + cell * i, TOP + cell * (rows - 1 - j), cell - 1.0, cell - 1.0);
    boolean isEmpty = !Double.isFinite(c.value());
    Color colour = isEmpty ? Palette.NO_FILM : colour(c.value());
    g.setColor(colour);
    g.fill(box);
    if (cell < NUMBERS_FROM) {
      return;
    }
    g.setColor(isLight(colour) ? Palette.ARROW : Color.WHITE);
    double x = box.getCenterX();
    Font font = isOfKinds() ? Fonts.SUBTITLE : Fonts.LABEL;
    Fonts.centre(g, font, text(c), x, box.getCenterY() - 10, Fonts.Anchor.MIDDLE);
    Fonts.centre(g, Fonts.SUBTITLE, note(c), x, box.getCenterY() + 16, Fonts.Anchor.MIDDLE);
  }

  private boolean isOfKinds() {
    return data.quantity().scale() == MapData.Scale.KINDS;
  }

  private Color colour(double value) {
    return isOfKinds()
        ? KINDS.get((int) value)
        : new Color(map().rgb(colours.share(value / prefix.factor())));
  }

  /** Dark text is legible on it: relative luminance of Rec. 709. */
  private static boolean isLight(Color c) {
    double luminance =
        0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    // where black and white have the same contrast
    return luminance > 0.18;
  }

  private static double linear(int channel) {
    return Math.pow(channel / 255.0, 2.2);
  }

  private void paintAxes(Graphics2D g) {
    double bottom = TOP + cell * rows;
    g.setColor(Palette.INK);
    List<String> xs = data.x().labels();
    int widest = xs.stream().mapToInt(g.getFontMetrics(Fonts.TICK)::stringWidth).max().orElse(0);
    int stride = 1 + (widest + 8) / cell;
    for (int i = 0; i < columns; i += stride) {
      double middle = left() + cell * (i + 0.5);
      Fonts.draw(g, Fonts.TICK, xs.get(i), middle, bottom + 22, Fonts.Anchor.MIDDLE);
    }
    int every = 1 + 22 / cell;
    for (int j = 0; j < rows; j += every) {
      double middle = TOP + cell * (rows - 0.5 - j);
      Fonts.centre(g, Fonts.TICK, data.y().labels().get(j), left() - 10, middle, Fonts.Anchor.END);
    }
    double centre = left() + 0.5 * cell * columns;
    Fonts.draw(g, Fonts.LABEL, data.x().title(), centre, bottom + 50, Fonts.Anchor.MIDDLE);
    Fonts.upwards(g, Fonts.LABEL, data.y().title(), 26, TOP + 0.5 * cell * rows);
  }

  /** A box for each kind that there is. */
  private void paintKinds(Graphics2D g) {
    double x = left() + cell * columns + 22;
    double y = TOP;
    for (int k = 0; k < data.quantity().kinds().size(); k++) {
      int kind = k;
      if (data.cells().stream().flatMap(List::stream).anyMatch(c -> c.value() == kind)) {
        g.setColor(KINDS.get(k));
        g.fill(new Rectangle2D.Double(x, y, BAR_WIDTH, BAR_WIDTH));
        g.setColor(Palette.INK);
        String word = data.quantity().kinds().get(k);
        double middle = y + 0.5 * BAR_WIDTH;
        Fonts.centre(g, Fonts.TICK, word, x + BAR_WIDTH + 9, middle, Fonts.Anchor.START);
        y += 1.5 * BAR_WIDTH;
      }
    }
  }

  private void paintBar(Graphics2D g) {
    double x = left() + cell * columns + 22;
    double height = cell * rows;
    int steps = 128;
    for (int k = 0; k < steps; k++) {
      g.setColor(new Color(map().rgb((k + 0.5) / steps)));
      // reaches below the next one, so that no seam shows
      int end = Math.min(steps, k + 2);
      double top = TOP + height * (steps - end) / steps;
      g.fill(new Rectangle2D.Double(x, top, BAR_WIDTH, height * (end - k) / steps));
    }
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.2f));
    g.draw(new Rectangle2D.Double(x, TOP, BAR_WIDTH, height));
    for (PlotAxis.Tick t : colours.ticks(5)) {
      double y = TOP + height * (1 - colours.share(t.value()));
      g.draw(new Line2D.Double(x + BAR_WIDTH, y, x + BAR_WIDTH + 5, y));
      Fonts.centre(g, Fonts.TICK, t.label(), x + BAR_WIDTH + 9, y, Fonts.Anchor.START);
    }
    Fonts.upwards(g, Fonts.LABEL, quantity(), x + BAR_WIDTH + 88, TOP + height / 2);
  }
}
