package hopfilm.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Lines and points of one quantity against another, on linear or logarithmic axes. */
public final class CurveChart {

  private static final int WIDTH = 660;
  private static final int LEFT = 96;
  private static final int RIGHT = 20;
  private static final int TOP = 72;
  private static final int HEIGHT = 310;
  private static final int BELOW = 64;
  private static final int ROW = 28;

  private record Series(String label, double[] x, double[] y, boolean isLine) {}

  /** Area between two curves, in the colour of the series that comes next. */
  private record Band(int series, double[] x, double[] low, double[] high) {}

  private final String title;
  private final String subtitle;
  private final String xTitle;
  private final String yTitle;
  private final List<Series> series = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();
  private boolean logarithmic;
  private int width = WIDTH;
  private double[] vertical;

  /**
   * @param title of the chart
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

  /** Title of the chart. */
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

  /** Makes the ordinate reach from low to high at least, so that charts can be compared. */
  public CurveChart vertical(double low, double high) {
    vertical = new double[] {low, high};
    return this;
  }

  /** Adds a line. */
  public CurveChart line(String label, double[] x, double[] y) {
    return add(label, x, y, true);
  }

  /**
   * Adds a line and, around it, the area between two others, such as the lowest and the highest of
   * several runs. For linear axes and finite values.
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

  /** The chart as a figure. */
  public Figure figure() {
    return new Painted();
  }

  /** Writes the chart as PNG, at twice its size for dense screens. */
  public void writePng(Path file) throws IOException {
    if (!ImageIO.write(FigureFiles.png(new Painted()), "png", file.toFile())) {
      throw new IOException(file + ": cannot write PNG");
    }
  }

  private PlotAxis axis(java.util.function.Function<Series, double[]> values) {
    double[] all = series.stream().flatMapToDouble(s -> DoubleStream.of(values.apply(s))).toArray();
    return around(all);
  }

  private PlotAxis verticalAxis() {
    DoubleStream bounds =
        DoubleStream.concat(
            vertical == null ? DoubleStream.empty() : of(vertical),
            bands.stream().flatMapToDouble(b -> DoubleStream.concat(of(b.low), of(b.high))));
    return around(
        DoubleStream.concat(bounds, series.stream().flatMapToDouble(s -> of(s.y))).toArray());
  }

  private static DoubleStream of(double[] values) {
    return DoubleStream.of(values);
  }

  private PlotAxis around(double[] all) {
    double least = DoubleStream.of(all).min().orElse(logarithmic ? 1 : 0);
    double greatest = DoubleStream.of(all).max().orElse(1);
    return PlotAxis.around(least, greatest, logarithmic);
  }

  /** The chart as a picture. */
  private final class Painted implements Figure {
    private final PlotAxis horizontal = axis(Series::x);
    private final PlotAxis vertical = verticalAxis();

    @Override
    public int width() {
      return width;
    }

    @Override
    public int height() {
      return TOP + HEIGHT + BELOW + ROW * ((series.size() + 1) / 2) + 10;
    }

    @Override
    public String description() {
      return title + ": " + subtitle;
    }

    private double x(double v) {
      return LEFT + horizontal.share(v) * (width - LEFT - RIGHT);
    }

    private double y(double v) {
      return TOP + HEIGHT - vertical.share(v) * HEIGHT;
    }

    @Override
    public void paint(Graphics2D g) {
      g.setColor(Palette.INK);
      Fonts.draw(g, Fonts.TITLE, title, 16, 26, Fonts.Anchor.START);
      g.setColor(Palette.MUTED);
      Fonts.draw(g, Fonts.SUBTITLE, subtitle, 16, 50, Fonts.Anchor.START);
      paintAxes(g);
      bands.forEach(b -> paintBand(g, b));
      // lines first, so that no point is covered
      for (int k = 0; k < series.size(); k++) {
        if (series.get(k).isLine) {
          paintLine(g, series.get(k), k);
        }
      }
      for (int k = 0; k < series.size(); k++) {
        if (!series.get(k).isLine) {
          Series s = series.get(k);
          for (int i = 0; i < s.x.length; i++) {
            paintMarker(g, k, x(s.x[i]), y(s.y[i]));
          }
        }
      }
      paintLegend(g);
    }

    private void paintAxes(Graphics2D g) {
      double right = width - RIGHT;
      double bottom = TOP + HEIGHT;
      for (PlotAxis.Tick t : vertical.ticks(7)) {
        g.setColor(Palette.GRID);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(LEFT, y(t.value()), right, y(t.value())));
        g.setColor(Palette.INK);
        Fonts.centre(g, Fonts.TICK, t.label(), LEFT - 10, y(t.value()), Fonts.Anchor.END);
      }
      g.setColor(Palette.INK);
      g.setStroke(new BasicStroke(1.5f));
      g.draw(new Line2D.Double(LEFT, TOP, LEFT, bottom));
      g.draw(new Line2D.Double(LEFT, bottom, right, bottom));
      for (PlotAxis.Tick t : horizontal.ticks(8)) {
        g.draw(new Line2D.Double(x(t.value()), bottom, x(t.value()), bottom + 6));
        Fonts.draw(g, Fonts.TICK, t.label(), x(t.value()), bottom + 24, Fonts.Anchor.MIDDLE);
      }
      Fonts.draw(g, Fonts.LABEL, xTitle, 0.5 * (LEFT + right), bottom + 50, Fonts.Anchor.MIDDLE);
      Fonts.upwards(g, Fonts.LABEL, yTitle, 24, TOP + 0.5 * HEIGHT);
    }

    private void paintBand(Graphics2D g, Band b) {
      Path2D area = new Path2D.Double();
      for (int i = 0; i < b.x.length; i++) {
        if (i == 0) {
          area.moveTo(x(b.x[i]), y(b.high[i]));
        } else {
          area.lineTo(x(b.x[i]), y(b.high[i]));
        }
      }
      for (int i = b.x.length - 1; i >= 0; i--) {
        area.lineTo(x(b.x[i]), y(b.low[i]));
      }
      area.closePath();
      g.setColor(Palette.withAlpha(colour(b.series), 0.2));
      g.fill(area);
    }

    private void paintLine(Graphics2D g, Series s, int k) {
      Path2D path = new Path2D.Double();
      for (int i = 0; i < s.x.length; i++) {
        if (i == 0) {
          path.moveTo(x(s.x[i]), y(s.y[i]));
        } else {
          path.lineTo(x(s.x[i]), y(s.y[i]));
        }
      }
      g.setColor(colour(k));
      g.setStroke(stroke(k));
      g.draw(path);
    }

    private void paintLegend(Graphics2D g) {
      double top = TOP + HEIGHT + BELOW + 14;
      double column = 0.5 * (width - LEFT);
      for (int k = 0; k < series.size(); k++) {
        double left = LEFT - 40 + k % 2 * column;
        double y = top + k / 2 * ROW;
        if (series.get(k).isLine) {
          g.setColor(colour(k));
          g.setStroke(stroke(k));
          g.draw(new Line2D.Double(left, y, left + 34, y));
        } else {
          paintMarker(g, k, left + 17, y);
        }
        g.setColor(Palette.INK);
        Fonts.centre(g, Fonts.TICK, series.get(k).label, left + 44, y, Fonts.Anchor.START);
      }
    }
  }

  private static Color colour(int k) {
    return Palette.SERIES.get(k % Palette.SERIES.size());
  }

  private static BasicStroke stroke(int k) {
    float[][] dashes = {null, {11, 5}, {3, 3}, {11, 4, 3, 4}};
    return new BasicStroke(
        2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes[k % dashes.length], 0);
  }

  /** Open shapes of different kinds, so that points on top of each other are both seen. */
  private static void paintMarker(Graphics2D g, int k, double x, double y) {
    double r = k % 3 == 1 ? 7.5 : 5.5;
    g.setColor(colour(k));
    g.setStroke(new BasicStroke(2.2f));
    g.draw(marker(k % 3, x, y, r));
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
