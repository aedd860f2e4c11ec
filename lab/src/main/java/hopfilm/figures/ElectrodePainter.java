package hopfilm.figures;

import hopfilm.chart.Fonts;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/**
 * Outlines of the electrodes and a badge with name and sign in each: vermillion +, blue -, grey
 * without voltage. Sign and name are written, so that colour alone carries nothing.
 */
final class ElectrodePainter {
  /** Electrodes thinner than this are widened to be seen [px]. */
  private static final double THIN = 8;

  /** Names of more electrodes than these would hide the film; their order is that of the layout. */
  private static final int MAX_NAMES = 12;

  /** Badges and thick outlines of more contacts would hide the film. */
  private static final int MAX_BADGES = 100;

  /** The numbers of more electrodes would overlap. */
  private static final int MAX_VOLTAGES = 6;

  private static final Color PLATE = new Color(255, 255, 255, 235);

  private ElectrodePainter() {}

  /**
   * Paints the electrodes.
   *
   * @param voltages one an electrode, or null where there is no current
   */
  static void paint(Graphics2D g, FilmFrame frame, List<ElectrodeMark> marks, double[] voltages) {
    paint(g, frame, marks, voltages, false);
  }

  /** Paints the electrodes with their voltages in the badges, where there are few enough. */
  static void paintWithVoltages(
      Graphics2D g, FilmFrame frame, List<ElectrodeMark> marks, double[] voltages) {
    paint(g, frame, marks, voltages, voltages != null && marks.size() <= MAX_VOLTAGES);
  }

  /** Paints the electrodes with all their names, however many there are. */
  static void paintNames(Graphics2D g, FilmFrame frame, List<ElectrodeMark> marks) {
    for (ElectrodeMark mark : marks) {
      boolean isWired = mark.patches().size() > 1;
      for (ElectrodeMark.Patch patch : mark.patches()) {
        Area area = visible(frame, patch);
        if (!area.isEmpty()) {
          String name = isWired ? (mark.name() + " " + wired(patch)).strip() : mark.name();
          paint(g, frame, area, name, Palette.NEUTRAL);
        }
      }
    }
  }

  private static void paint(
      Graphics2D g,
      FilmFrame frame,
      List<ElectrodeMark> marks,
      double[] voltages,
      boolean numbers) {
    int contacts = marks.stream().mapToInt(m -> m.patches().size()).sum();
    for (int k = 0; k < marks.size(); k++) {
      ElectrodeMark mark = marks.get(k);
      boolean isWired = mark.patches().size() > 1;
      for (ElectrodeMark.Patch patch : mark.patches()) {
        Area area = visible(frame, patch);
        if (!area.isEmpty()) {
          double voltage = voltages == null ? 0 : patch.voltage(voltages[k]);
          String sign = voltages == null ? "" : sign(voltage);
          // which patches are joined is seen by their name; without a voltage their own sign counts
          String name = mark.name();
          String shown = isWired && voltages == null ? wired(patch) : sign;
          String label =
              numbers && !isWired
                  ? name + " " + volts(voltage)
                  : marks.size() > MAX_NAMES && !isWired ? sign : (name + " " + shown).strip();
          if (contacts > MAX_BADGES) {
            g.setColor(colour(sign));
            g.setStroke(new BasicStroke(1.5f));
            g.draw(area);
          } else {
            paint(g, frame, area, label, colour(sign));
          }
        }
      }
    }
  }

  private static void paint(Graphics2D g, FilmFrame frame, Area area, String label, Color colour) {
    g.setColor(PLATE);
    g.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(area);
    g.setColor(colour);
    g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(area);
    if (!label.isEmpty()) {
      badge(g, frame, area.getBounds2D(), label, colour);
    }
  }

  private static String wired(ElectrodeMark.Patch patch) {
    return patch.isInverted() ? "(\u2212)" : "";
  }

  private static String volts(double voltage) {
    return voltage == 0 ? "0 V" : (voltage > 0 ? "+" : "") + Prefix.format(voltage, "V");
  }

  private static String sign(double voltage) {
    return voltage > 0 ? "+" : voltage < 0 ? "\u2212" : "0";
  }

  private static Color colour(String sign) {
    return sign.equals("+")
        ? Palette.VERMILLION
        : sign.equals("\u2212") ? Palette.BLUE : Palette.NEUTRAL;
  }

  /** The part that lies in the film; an electrode that is but a line or a point gets a width. */
  private static Area visible(FilmFrame frame, ElectrodeMark.Patch mark) {
    Shape drawn = frame.transform().createTransformedShape(mark.outline());
    Rectangle2D box = drawn.getBounds2D();
    if (box.getWidth() < THIN || box.getHeight() < THIN) {
      double dx = Math.max(0, THIN - box.getWidth()) / 2;
      double dy = Math.max(0, THIN - box.getHeight()) / 2;
      drawn =
          new Rectangle2D.Double(
              box.getX() - dx, box.getY() - dy, box.getWidth() + 2 * dx, box.getHeight() + 2 * dy);
    }
    Area area = new Area(drawn);
    Rectangle2D film = frame.bounds();
    area.intersect(
        new Area(
            new Rectangle2D.Double(film.getX(), film.getY(), film.getWidth(), film.getHeight())));
    return area;
  }

  private static void badge(
      Graphics2D g, FilmFrame frame, Rectangle2D box, String label, Color colour) {
    g.setFont(Fonts.BADGE);
    double width = g.getFontMetrics().stringWidth(label) + 14;
    double height = 26;
    double x = clamp(box.getCenterX(), frame.left() + 5, frame.left() + frame.width() - 5, width);
    double y = clamp(box.getCenterY(), frame.top() + 5, frame.top() + frame.height() - 5, height);
    RoundRectangle2D plate =
        new RoundRectangle2D.Double(x - width / 2, y - height / 2, width, height, 10, 10);
    g.setColor(PLATE);
    g.fill(plate);
    g.setColor(colour);
    g.setStroke(new BasicStroke(2));
    g.draw(plate);
    Fonts.centre(g, Fonts.BADGE, label, x, y, Fonts.Anchor.MIDDLE);
  }

  private static double clamp(double centre, double low, double high, double size) {
    return Math.max(low + size / 2, Math.min(high - size / 2, centre));
  }
}
