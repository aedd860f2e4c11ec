package hopfilm.plot;

import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Heading;
import hopfilm.chart.Palette;
import hopfilm.hopfield.SuccessFraction;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Training until verified: shares of runs with their intervals, by pattern, and how many pulses the
 * runs took.
 */
public final class VerifiedFigure implements Figure {
  private static final int TOP = 76;
  private static final int ROW = 27;
  private static final int BETWEEN = 10;
  private static final int LEFT = 262;
  private static final int RIGHT = 516;

  /** Columns so broad each have their number below [px]. */
  private static final int ROOM_FOR_A_NUMBER = 36;

  private static final int BARS = 190;

  /** Beyond these columns the last one holds all that took longer. */
  private static final int MAX_COLUMNS = 20;

  private final List<Group> groups;
  private final double floor;

  /**
   * The runs of a pattern.
   *
   * @param name the pattern
   * @param shares of the runs that learned, that recalled
   * @param pulses number of pulses of each verified run
   * @param failed runs that did not pass within their time
   */
  public record Group(String name, List<Share> shares, List<Integer> pulses, int failed) {
    public Group {
      shares = List.copyOf(shares);
      pulses = List.copyOf(pulses);
    }
  }

  /**
   * A share of runs with its 95 % Wilson interval.
   *
   * @param did a word or two for those that count, such as {@code learned}
   * @param runs how many of how many did
   */
  public record Share(String did, SuccessFraction runs) {}

  /** The figure of these runs. */
  public VerifiedFigure(List<Group> groups) {
    this.groups = List.copyOf(groups);
    double low =
        groups.stream()
            .flatMap(g -> g.shares().stream())
            .mapToDouble(s -> s.runs().low())
            .min()
            .orElse(0);
    this.floor = low < 0.5 ? 0 : Math.floor(10 * low) / 10;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return axis() + 106 + BARS + 64;
  }

  @Override
  public String description() {
    return "Training until verified: share of films by pattern, and pulses until they passed";
  }

  /** Height of the axis of the shares [px]. */
  private int axis() {
    return TOP + groups.stream().mapToInt(g -> ROW * g.shares().size() + BETWEEN).sum() + 2;
  }

  @Override
  public void paint(Graphics2D g) {
    Heading.paint(g, "Share of films, by trained pattern", "bars are 95 % Wilson intervals");
    grid(g);
    double y = TOP;
    for (int k = 0; k < groups.size(); k++) {
      Group group = groups.get(k);
      g.setColor(Palette.INK);
      double middle = y + ROW * group.shares().size() / 2.0;
      Fonts.centre(g, Fonts.BADGE, Fonts.pattern(group.name()), 16, middle, Fonts.Anchor.START);
      for (Share s : group.shares()) {
        share(g, s, y + ROW / 2.0, colour(k));
        y += ROW;
      }
      y += BETWEEN;
    }
    pulses(g);
  }

  private static Color colour(int group) {
    return Palette.SERIES.get(group % Palette.SERIES.size());
  }

  private double x(double share) {
    return LEFT + (RIGHT - LEFT) * (share - floor) / (1 - floor);
  }

  private void grid(Graphics2D g) {
    int step = floor == 0 ? 25 : 10;
    for (int percent = 100; percent >= 100 * floor - 1e-9; percent -= step) {
      double x = x(percent / 100.0);
      g.setColor(Palette.GRID);
      g.setStroke(new BasicStroke(1));
      g.draw(new Line2D.Double(x, TOP - 6, x, axis()));
      g.setColor(Palette.INK);
      Fonts.draw(g, Fonts.TICK, percent + " %", x, axis() + 20, Fonts.Anchor.MIDDLE);
    }
  }

  private void share(Graphics2D g, Share s, double y, Color colour) {
    g.setColor(Palette.INK);
    Fonts.centre(g, Fonts.TICK, s.did(), LEFT - 12, y, Fonts.Anchor.END);
    g.setColor(Palette.withAlpha(colour, 0.4));
    g.fill(
        new Rectangle2D.Double(
            x(s.runs().low()), y - 4, x(s.runs().high()) - x(s.runs().low()), 8));
    g.setColor(colour);
    double at = x(s.runs().fraction());
    g.fill(new Ellipse2D.Double(at - 6, y - 6, 12, 12));
    g.setColor(Palette.INK);
    String text = s.runs().successes() + " of " + s.runs().total();
    Fonts.centre(g, Fonts.TICK, text, RIGHT + 16, y, Fonts.Anchor.START);
  }

  private void pulses(Graphics2D g) {
    int top = axis() + 36;
    Heading.paint(
        g, Heading.LEFT, top, "Pulses until the film passed", "number of films; colours as above");
    int most = groups.stream().flatMap(x -> x.pulses().stream()).mapToInt(n -> n).max().orElse(1);
    int columns = Math.min(MAX_COLUMNS, most);
    int[] failed = groups.stream().mapToInt(Group::failed).toArray();
    int[][] counts = new int[groups.size()][columns + 1];
    int highest = 1;
    for (int c = 1; c <= columns; c++) {
      int sum = 0;
      for (int k = 0; k < counts.length; k++) {
        counts[k][c] = count(groups.get(k).pulses(), c, c == columns);
        sum += counts[k][c];
      }
      highest = Math.max(highest, sum);
    }
    int none = 0;
    for (int k = 0; k < counts.length; k++) {
      counts[k][0] = failed[k];
      none += failed[k];
    }
    highest = Math.max(highest, none);
    double bottom = top + 76 + BARS;
    double left = 40;
    double step = (width() - left - 20) / (columns + (none > 0 ? 2.5 : 0.5));
    for (int c = none > 0 ? 0 : 1; c <= columns; c++) {
      // those that did not pass stand last, apart
      double place = c == 0 ? columns + 1 : c - 1;
      column(g, counts, c, left + step * place, step, bottom, (double) BARS / highest);
      String label = c == 0 ? "never" : c == columns && most > columns ? c + "+" : "" + c;
      if (step > ROOM_FOR_A_NUMBER || c < 2 || c % 5 == 0 || (c == columns && c % 5 > 1)) {
        g.setColor(Palette.INK);
        double x = left + step * (place + 0.5);
        Fonts.draw(g, Fonts.TICK, label, x, bottom + 20, Fonts.Anchor.MIDDLE);
      }
    }
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(new Line2D.Double(left, bottom, width() - 20.0, bottom));
    Fonts.draw(g, Fonts.LABEL, "pulses", width() / 2.0, bottom + 46, Fonts.Anchor.MIDDLE);
  }

  private static int count(List<Integer> pulses, int column, boolean isLast) {
    return (int) pulses.stream().filter(n -> isLast ? n >= column : n == column).count();
  }

  private static void column(
      Graphics2D g, int[][] counts, int c, double x, double step, double bottom, double unit) {
    double y = bottom;
    int sum = 0;
    for (int k = 0; k < counts.length; k++) {
      double height = unit * counts[k][c];
      g.setColor(colour(k));
      g.fill(new Rectangle2D.Double(x + 0.1 * step, y - height, 0.8 * step, height));
      y -= height;
      sum += counts[k][c];
    }
    if (sum > 0) {
      g.setColor(Palette.INK);
      Fonts.draw(g, Fonts.TICK, "" + sum, x + step / 2, y - 5, Fonts.Anchor.MIDDLE);
    }
  }
}
