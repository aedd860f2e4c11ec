package hopfilm.chart;

import java.awt.Graphics2D;

/** Title and subtitle at the top of a figure. */
public final class Heading {
  /** Distance from the left edge of the figure [px]. */
  public static final int LEFT = 16;

  private Heading() {}

  /** Paints both at the top left. */
  public static void paint(Graphics2D g, String title, String subtitle) {
    paint(g, LEFT, 0, title, subtitle);
  }

  /** Paints both from x on, at the top of a part of a figure that begins at y. */
  public static void paint(Graphics2D g, double x, double y, String title, String subtitle) {
    g.setColor(Palette.INK);
    Fonts.draw(g, Fonts.TITLE, title, x, y + 26, Fonts.Anchor.START);
    g.setColor(Palette.MUTED);
    Fonts.draw(g, Fonts.SUBTITLE, subtitle, x, y + 50, Fonts.Anchor.START);
  }
}
