package hopfilm.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Lines and points of one quantity against another, on linear or logarithmic axes. */
public final class CurveChart {

  private static final int RIGHT = 20;
  private static final int TOP = 72;
  private static final int BELOW = 64;

  /** Width of the bars of a band that is drawn as such [px]. */
  private static final float BAR = 3.5f;

  /** From the bar of a series to that of the next one [px]. */
  private static final double BAR_STEP = 6;

  /** Width of the bar of a single value of a band [px]. */
  private static final float ALONE = 9;

  private record Series(String label, double[] x, double[] y, boolean isLine) {}

  /** Area between two curves, in the colour of the series that comes next. */
  private record Band(int series, double[] x, double[] low, double[] high) {}

  /** Part of the abscissa that is shaded. */
  private record Stretch(String name, double from, double to) {}

  private final String title;
  private final String subtitle;
  private final String xTitle;
  private final String yTitle;
  private final List<Series> series = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private boolean logarithmic;
  private boolean namesAtEnds;
  private boolean hasMarks;
  private boolean hasBars;
  private String legendTitle = "";
  private int width = Figure.WIDTH;
  private int plotHeight = 310;
  private double unit = 1;
  private double[] vertical;
  private PlotAxis givenHorizontal;
  private PlotAxis givenVertical;

  /**
   * @param subtitle one line below it
   * @param xTitle quantity and unit of the abscissa
   * @param yTitle quantity and unit of the ordinate
   */
  public CurveChart(String title, String subtitle, String xTitle, String yTitle) {
    this.title = title;
    this.subtitle = subtitle;
    this.xTitle = xTitle;
    this.yTitle = yTitle;
  }

  public String title() {
    return title;
  }

  /** Makes both axes logarithmic; points at or below zero are then left out. */
  public CurveChart logarithmic() {
    logarithmic = true;
    return this;
  }

  /** Sets the width of the picture [px]. */
  public CurveChart width(int pixels) {
    width = pixels;
    return this;
  }

  /** Sets the height of the plot, without titles and legend [px]. */
  public CurveChart plotHeight(int pixels) {
    plotHeight = pixels;
    return this;
  }

  /** Sets the unit of the abscissa in SI units, for {@link Pointed}. */
  public CurveChart unit(double si) {
    unit = si;
    return this;
  }

  /** Makes the ordinate reach from low to high at least, so that charts can be compared. */
  public CurveChart vertical(double low, double high) {
    vertical = new double[] {low, high};
    return this;
  }

  /** Sets both axes, whatever the values; curves are cut off at the edge of the plot. */
  public CurveChart axes(PlotAxis horizontal, PlotAxis vertical) {
    givenHorizontal = horizontal;
    givenVertical = vertical;
    return this;
  }

  /** Writes the name of each of several lines at its end instead of in a legend. */
  public CurveChart namesAtEnds() {
    namesAtEnds = true;
    return this;
  }

  /** Writes above the legend what its names are of. */
  public CurveChart legendTitle(String of) {
    legendTitle = of;
    return this;
  }

  /**
   * Draws bands as a bar at each value, and each series a little to the right of the one before:
   * for more series than areas could lie over each other.
   */
  public CurveChart barred() {
    hasBars = true;
    return this;
  }

  /** Marks each value of a line, where values lie far apart. */
  public CurveChart marked() {
    hasMarks = true;
    return this;
  }

  /** Width that such names take to the right of the plot [px]; none for a single line. */
  public static int roomForNames(List<String> names) {
    return names.size() > 1 ? EndNames.room(names) : 0;
  }

  /** Shades a part of the abscissa and writes its name where there is room. */
  public CurveChart shaded(String name, double from, double to) {
    stretches.add(new Stretch(name, from, to));
    return this;
  }

  /** Adds a line. */
  public CurveChart line(String label, double[] x, double[] y) {
    return add(label, x, y, true);
  }

  /**
   * Adds a line and, around it, the area between two others, such as the lowest and the highest of
   * several runs. For linear axes. The area is left out where its bounds are not finite; a value
   * that stands alone then has a bar.
   */
  public CurveChart band(String label, double[] x, double[] y, double[] low, double[] high) {
    bands.add(new Band(series.size(), x.clone(), low.clone(), high.clone()));
    return line(label, x, y);
  }

  /** Adds markers without a line between them. */
  public CurveChart points(String label, double[] x, double[] y) {
    return add(label, x, y, false);
  }

  private CurveChart add(String label, double[] x, double[] y, boolean isLine) {
    int[] kept =
        IntStream.range(0, x.length)
            .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
            .filter(i -> !logarithmic || (x[i] > 0 && y[i] > 0))
            .toArray();
    series.add(
        new Series(
            label,
            IntStream.of(kept).mapToDouble(i -> x[i]).toArray(),
            IntStream.of(kept).mapToDouble(i -> y[i]).toArray(),
            isLine));
    return this;
  }

  public Pointed figure() {
    return new Painted();
  }

  /** Writes the chart as PNG, at twice its size for dense screens. */
  public void writePng(Path file) throws IOException {
    FigureFiles.writePng(file, FigureFiles.png(new Painted()));
  }

  private PlotAxis horizontalAxis() {
    return givenHorizontal != null
        ? givenHorizontal
        : around(series.stream().flatMapToDouble(s -> DoubleStream.of(s.x)));
  }

  private PlotAxis verticalAxis() {
    if (givenVertical != null) {
      return givenVertical;
    }
    DoubleStream bounds =
        DoubleStream.concat(
            vertical == null ? DoubleStream.empty() : DoubleStream.of(vertical),
            bands.stream()
                .flatMapToDouble(
                    b -> DoubleStream.concat(DoubleStream.of(b.low), DoubleStream.of(b.high)))
                .filter(Double::isFinite));
    return around(
        DoubleStream.concat(bounds, series.stream().flatMapToDouble(s -> DoubleStream.of(s.y))));
  }

  private PlotAxis around(DoubleStream values) {
    double[] all = values.toArray();
    double least = DoubleStream.of(all).min().orElse(logarithmic ? 1 : 0);
    double greatest = DoubleStream.of(all).max().orElse(1);
    return PlotAxis.around(least, greatest, logarithmic);
  }

  /** The chart as a picture. */
  private final class Painted implements Pointed {
    private final PlotFrame frame;

    Painted() {
      PlotAxis up = verticalAxis();
      double left = PlotFrame.left(up);
      double right =
          namesAtEnds && series.size() > 1
              ? EndNames.room(series.stream().map(Series::label).toList())
              : RIGHT;
      frame = new PlotFrame(left, TOP, width - left - right, plotHeight, horizontalAxis(), up);
    }

    @Override
    public int width() {
      return width;
    }

    @Override
    public int height() {
      return TOP + plotHeight + BELOW + (namesAtEnds ? 0 : legend().height());
    }

    /** How far a series is drawn to the right of its place [px]. */
    private double shift(int k) {
      return hasBars ? BAR_STEP * (k - 0.5 * (series.size() - 1)) : 0;
    }

    @Override
    public String description() {
      String each = legendTitle.isEmpty() ? "" : "; a line for each " + legendTitle;
      return title + ": " + subtitle + each;
    }

    @Override
    public void paint(Graphics2D g) {
      Heading.paint(g, title, subtitle);
      frame.paintVertical(g, yTitle);
      frame.paintHorizontal(g, xTitle);
      stretches.forEach(s -> paintStretch(g, s));
      bands.forEach(b -> paintBand(g, b));
      // lines first, so that no point is covered
      paintLines(g);
      for (int k = 0; k < series.size(); k++) {
        if (hasMarks || !series.get(k).isLine) {
          Series s = series.get(k);
          for (int i = 0; i < s.x.length; i++) {
            SeriesStyle.paintMarker(g, k, frame.x(s.x[i]) + shift(k), frame.y(s.y[i]));
          }
        }
      }
      if (!namesAtEnds) {
        legend().paint(g, TOP + plotHeight + BELOW + 14);
      } else if (series.size() > 1) {
        paintNames(g);
      }
    }

    @Override
    public Figure pointer(double value) {
      double x = Math.max(frame.left(), Math.min(frame.right(), frame.x(value / unit)));
      return new Part(
          this,
          g -> {
            g.setColor(Palette.INK);
            g.setStroke(new BasicStroke(2));
            g.draw(new Line2D.Double(x, frame.top(), x, frame.bottom()));
          });
    }

    private void paintStretch(Graphics2D g, Stretch s) {
      double from = Math.max(frame.left(), frame.x(s.from));
      double to = Math.min(frame.right(), frame.x(s.to));
      if (to <= from) {
        return;
      }
      g.setColor(Palette.withAlpha(Palette.ORANGE, 0.13));
      g.fill(new Rectangle2D.Double(from, TOP, to - from, plotHeight));
      if (g.getFontMetrics(Fonts.SUBTITLE).stringWidth(s.name) < to - from) {
        g.setColor(Palette.MUTED);
        double middle = (from + to) / 2;
        Fonts.draw(g, Fonts.SUBTITLE, s.name, middle, TOP + 18, Fonts.Anchor.MIDDLE);
      }
    }

    private void paintBars(Graphics2D g, Band b) {
      g.setColor(Palette.withAlpha(SeriesStyle.colour(b.series), 0.5));
      g.setStroke(new BasicStroke(BAR, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
      for (int i = 0; i < b.x.length; i++) {
        if (Double.isFinite(b.low[i]) && Double.isFinite(b.high[i])) {
          double x = frame.x(b.x[i]) + shift(b.series);
          g.draw(new Line2D.Double(x, frame.y(b.low[i]), x, frame.y(b.high[i])));
        }
      }
    }

    private void paintBand(Graphics2D g, Band b) {
      if (hasBars) {
        paintBars(g, b);
        return;
      }
      g.setColor(Palette.withAlpha(SeriesStyle.colour(b.series), 0.2));
      for (int from = 0; from < b.x.length; from++) {
        int to = from;
        while (to < b.x.length && Double.isFinite(b.low[to]) && Double.isFinite(b.high[to])) {
          to++;
        }
        if (to > from) {
          paintBand(g, b, from, to);
          from = to;
        }
      }
    }

    /** The part of a band whose bounds are finite. */
    private void paintBand(Graphics2D g, Band b, int from, int to) {
      Path2D area = path(Arrays.copyOfRange(b.x, from, to), Arrays.copyOfRange(b.high, from, to));
      for (int i = to - 1; i >= from; i--) {
        area.lineTo(frame.x(b.x[i]), frame.y(b.low[i]));
      }
      area.closePath();
      if (to - from == 1) {
        g.setStroke(new BasicStroke(ALONE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        g.draw(area);
      } else {
        g.fill(area);
      }
    }

    private void paintLines(Graphics2D g) {
      Graphics2D inside = (Graphics2D) g.create();
      if (givenVertical != null) {
        inside.clip(frame.bounds());
      }
      for (int k = 0; k < series.size(); k++) {
        Series s = series.get(k);
        if (s.isLine) {
          inside.setColor(SeriesStyle.colour(k));
          inside.setStroke(SeriesStyle.stroke(k));
          inside.draw(
              AffineTransform.getTranslateInstance(shift(k), 0)
                  .createTransformedShape(path(s.x, s.y)));
        }
      }
      inside.dispose();
    }

    private Path2D path(double[] x, double[] y) {
      Path2D path = new Path2D.Double();
      for (int i = 0; i < x.length; i++) {
        if (i == 0) {
          path.moveTo(frame.x(x[i]), frame.y(y[i]));
        } else {
          path.lineTo(frame.x(x[i]), frame.y(y[i]));
        }
      }
      return path;
    }

    private SeriesLegend legend() {
      SeriesLegend legend = new SeriesLegend(legendTitle, width);
      series.forEach(s -> legend.add(s.label, s.isLine));
      return legend;
    }

    private void paintNames(Graphics2D g) {
      EndNames names = new EndNames();
      for (int k = 0; k < series.size(); k++) {
        Series s = series.get(k);
        if (s.y.length > 0) {
          names.add(k, s.label, frame.y(s.y[s.y.length - 1]));
        }
      }
      names.paint(g, frame.right());
    }
  }
}
