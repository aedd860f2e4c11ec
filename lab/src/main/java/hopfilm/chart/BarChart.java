package hopfilm.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Bars that stand on zero or hang from it, one for each name, with a word at those that matter.
 * Names that do not fit side by side read upwards, and so do the words, along their bars; the signs
 * of a pattern stay upright, one below the other.
 */
public final class BarChart implements Figure {
  private static final int TOP = 72;
  private static final int RIGHT = 20;
  private static final int PLOT = 286;
  private static final int LEGEND = 46;

  /** Part of its place that a bar takes. */
  private static final double FILLED = 0.7;

  /** Least distance of names side by side [px]. */
  private static final int APART = 8;

  /**
   * A group of bars in the legend.
   *
   * @param label its name there
   */
  public record Kind(String label, Color colour) {}

  /**
   * A bar.
   *
   * @param name below it
   * @param value its length from zero, in the unit of the axis
   * @param kind its colour
   * @param mark written at its end, so that colour alone carries nothing; may be empty
   */
  public record Bar(String name, double value, Kind kind, String mark) {}

  private final String title;
  private final String subtitle;
  private final String xTitle;
  private final String yTitle;
  private final List<Kind> kinds;
  private final List<Bar> bars;
  private final PlotFrame frame;
  private final boolean isTurned;
  private final boolean marksAlong;

  /** Height of the names below the plot [px]. */
  private final double names;

  /**
   * @param subtitle one line below it
   * @param xTitle says what the names are
   * @param yTitle quantity and unit of the bars
   * @param kinds in the order of the legend
   * @param bars from left to right, at least one
   */
  public BarChart(
      String title,
      String subtitle,
      String xTitle,
      String yTitle,
      List<Kind> kinds,
      List<Bar> bars) {
    this(title, subtitle, xTitle, yTitle, kinds, bars, axis(bars.stream().mapToDouble(Bar::value)));
  }

  private BarChart(
      String title,
      String subtitle,
      String xTitle,
      String yTitle,
      List<Kind> kinds,
      List<Bar> bars,
      PlotAxis up) {
    this.title = title;
    this.subtitle = subtitle;
    this.xTitle = xTitle;
    this.yTitle = yTitle;
    this.kinds = List.copyOf(kinds);
    this.bars = List.copyOf(bars);
    double left = PlotFrame.left(up);
    PlotAxis places = new PlotAxis(0, bars.size(), false);
    this.frame = new PlotFrame(left, TOP, WIDTH - left - RIGHT, PLOT, places, up);
    double widest = bars.stream().mapToDouble(b -> Fonts.width(Fonts.TICK, b.name)).max().orElse(0);
    this.isTurned = widest + APART > frame.width() / bars.size();
    this.names = isTurned ? height(bars, widest) + 12 : 24;
    this.marksAlong = marksOverlap(bars, frame.width() / bars.size());
  }

  /** Height of names that do not fit side by side [px]. */
  private static double height(List<Bar> bars, double widest) {
    return bars.stream()
        .mapToDouble(
            b -> Fonts.isPattern(b.name) ? Fonts.SIGN_STEP * b.name.length() : Math.ceil(widest))
        .max()
        .orElse(0);
  }

  private static PlotAxis axis(DoubleStream values) {
    DoubleSummaryStatistics all = values.summaryStatistics();
    return PlotAxis.fromZero(all.getMin(), all.getMax());
  }

  /**
   * Bars that change, in one scale; the words stay at zero.
   *
   * @param moments values of all bars, at least one moment
   * @param settled first of the moments that the scale holds; what reaches beyond it is cut off
   */
  public Layers moving(List<double[]> moments, int settled) {
    PlotAxis up = axis(moments.stream().skip(settled).flatMapToDouble(Arrays::stream));
    BarChart still = with(new double[bars.size()], up);
    return new Layers(
        still, moments.stream().<Figure>map(v -> new Part(still, with(v, up)::paintBars)).toList());
  }

  private BarChart with(double[] values, PlotAxis up) {
    List<Bar> changed = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      Bar b = bars.get(k);
      changed.add(
          new Bar(b.name, Math.max(up.low(), Math.min(up.high(), values[k])), b.kind, b.mark));
    }
    return new BarChart(title, subtitle, xTitle, yTitle, kinds, changed, up);
  }

  /** True if words side by side at the ends of bars would meet. */
  private static boolean marksOverlap(List<Bar> bars, double place) {
    double free = Double.NEGATIVE_INFINITY; // where the last word ends
    for (int k = 0; k < bars.size(); k++) {
      if (!bars.get(k).mark.isEmpty()) {
        double half = Fonts.width(Fonts.BADGE, bars.get(k).mark) / 2;
        double middle = Math.max(half, Math.min(bars.size() * place - half, (k + 0.5) * place));
        if (middle - half < free + APART) {
          return true;
        }
        free = middle + half;
      }
    }
    return false;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return (int) (frame.bottom() + names + 36 + LEGEND);
  }

  @Override
  public String description() {
    return title + ": " + subtitle;
  }

  @Override
  public void paint(Graphics2D g) {
    Heading.paint(g, title, subtitle);
    frame.paintVertical(g, yTitle);
    paintBars(g);
    double zero = frame.y(0);
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(new Line2D.Double(frame.left(), zero, frame.right(), zero));
    for (int k = 0; k < bars.size(); k++) {
      paintName(g, k);
      paintMark(g, k);
    }
    double middle = frame.left() + 0.5 * frame.width();
    double below = frame.bottom() + names + 26;
    Fonts.draw(g, Fonts.LABEL, xTitle, middle, below, Fonts.Anchor.MIDDLE);
    paintLegend(g, middle, below + 30);
  }

  private void paintBars(Graphics2D g) {
    for (int k = 0; k < bars.size(); k++) {
      paintBar(g, k);
    }
  }

  private void paintBar(Graphics2D g, int k) {
    Bar bar = bars.get(k);
    double from = frame.x(k + 0.5 - FILLED / 2);
    double zero = frame.y(0);
    double end = frame.y(bar.value);
    g.setColor(bar.kind.colour);
    g.fill(
        new Rectangle2D.Double(
            from, Math.min(zero, end), frame.x(k + 0.5 + FILLED / 2) - from, Math.abs(end - zero)));
  }

  private void paintName(Graphics2D g, int k) {
    double x = frame.x(k + 0.5);
    String name = bars.get(k).name;
    g.setColor(Palette.INK);
    g.draw(new Line2D.Double(x, frame.bottom(), x, frame.bottom() + 6));
    if (isTurned && Fonts.isPattern(name)) {
      Fonts.signs(g, Fonts.TICK, name, x, frame.bottom() + 12 + Fonts.SIGN_STEP / 2.0);
    } else if (isTurned) {
      Fonts.upwards(g, Fonts.TICK, name, x + 6, frame.bottom() + 12, Fonts.Anchor.END);
    } else {
      Fonts.draw(g, Fonts.TICK, name, x, frame.bottom() + 24, Fonts.Anchor.MIDDLE);
    }
  }

  private void paintMark(Graphics2D g, int k) {
    Bar bar = bars.get(k);
    if (bar.mark.isEmpty()) {
      return;
    }
    if (marksAlong) {
      paintAlong(g, k);
      return;
    }
    double half = g.getFontMetrics(Fonts.BADGE).stringWidth(bar.mark) / 2.0;
    double x = Math.max(frame.left() + half + 4, frame.x(k + 0.5));
    double y = frame.y(bar.value) + (bar.value < 0 ? 20 : -8);
    g.setColor(Palette.INK);
    x = Math.min(frame.right() - half, x);
    Fonts.draw(g, Fonts.BADGE, bar.mark, x, y, Fonts.Anchor.MIDDLE);
  }

  /** The word within its bar, or where that is too short beyond its end or beyond zero. */
  private void paintAlong(Graphics2D g, int k) {
    Bar bar = bars.get(k);
    double length = Fonts.width(Fonts.BADGE, bar.mark);
    double zero = frame.y(0);
    double end = frame.y(bar.value);
    boolean isInside = Math.abs(end - zero) >= length + 2 * APART;
    boolean hangs = bar.value < 0;
    double beyond = hangs ? frame.bottom() - end : end - TOP;
    boolean isAtZero = beyond < length + 2 * APART;
    double middle;
    if (isInside) {
      middle = (zero + end) / 2;
    } else {
      double from = isAtZero ? zero : end;
      middle = from + (hangs == isAtZero ? -1 : 1) * (APART + length / 2);
    }
    g.setColor(isInside ? Palette.ARROW : Palette.INK);
    Fonts.upwards(g, Fonts.BADGE, bar.mark, frame.x(k + 0.5) + 6, middle);
  }

  private void paintLegend(Graphics2D g, double middle, double y) {
    int box = 18;
    int gap = 26;
    double all = -gap;
    for (Kind k : kinds) {
      all += box + 8 + g.getFontMetrics(Fonts.TICK).stringWidth(k.label) + gap;
    }
    double x = middle - all / 2;
    for (Kind k : kinds) {
      g.setColor(k.colour);
      g.fill(new Rectangle2D.Double(x, y - box / 2.0, box, box));
      g.setColor(Palette.INK);
      Fonts.centre(g, Fonts.TICK, k.label, x + box + 8, y, Fonts.Anchor.START);
      x += box + 8 + g.getFontMetrics(Fonts.TICK).stringWidth(k.label) + gap;
    }
  }
}
