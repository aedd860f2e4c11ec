package hopfilm.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.regex.Pattern;

/** Fonts and text of all figures: sizes stay legible when a figure is shown at half its size. */
public final class Fonts {
  public static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 21);
  public static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
  public static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 18);
  public static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
  public static final Font BADGE = new Font(Font.SANS_SERIF, Font.BOLD, 17);

  private static final Pattern SIGNS = Pattern.compile("[+-]{2,}");

  private static final Pattern PATTERN = Pattern.compile("[+\u2212]+");

  private static final FontRenderContext UNSCALED = new FontRenderContext(null, true, true);

  /** Place in a text of the point that it is drawn at. */
  public enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Anchor(double share) {
      this.share = share;
    }
  }

  private Fonts() {}

  /** Width of a text [px], to lay out a figure before it is painted. */
  public static double width(Font font, String text) {
    return font.getStringBounds(text, UNSCALED).getWidth();
  }

  /** Draws a text with its baseline at y. */
  public static void draw(Graphics2D g, Font font, String text, double x, double y, Anchor anchor) {
    g.setFont(font);
    double width = g.getFontMetrics().stringWidth(text);
    g.drawString(text, (float) (x - anchor.share * width), (float) y);
  }

  /** Draws a text with its middle height at y. */
  public static void centre(
      Graphics2D g, Font font, String text, double x, double y, Anchor anchor) {
    FontMetrics m = g.getFontMetrics(font);
    draw(g, font, text, x, y + (m.getAscent() - m.getDescent()) / 2.0, anchor);
  }

  /** Draws a text that reads upwards, centred on the point. */
  public static void upwards(Graphics2D g, Font font, String text, double x, double y) {
    upwards(g, font, text, x, y, Anchor.MIDDLE);
  }

  /** Draws a text that reads upwards, its baseline at x and its anchor at y. */
  public static void upwards(
      Graphics2D g, Font font, String text, double x, double y, Anchor anchor) {
    Graphics2D turned = (Graphics2D) g.create();
    turned.translate(x, y);
    turned.rotate(-Math.PI / 2);
    draw(turned, font, text, 0, 0, anchor);
    turned.dispose();
  }

  /** Distance of signs that stand one below the other [px]. */
  public static final int SIGN_STEP = 15;

  /** Draws the signs of a pattern upright, the first at y and the others below it. */
  public static void signs(Graphics2D g, Font font, String signs, double x, double y) {
    for (int k = 0; k < signs.length(); k++) {
      centre(g, font, signs.substring(k, k + 1), x, y + k * SIGN_STEP, Anchor.MIDDLE);
    }
  }

  /** Whether a text is a pattern and nothing else. */
  public static boolean isPattern(String text) {
    return PATTERN.matcher(text).matches();
  }

  /** Minus signs of the width of a plus, so that patterns line up. */
  public static String pattern(String signs) {
    return signs.replace('-', '\u2212');
  }

  /** A text with such signs in the patterns that it holds. */
  public static String withPatterns(String text) {
    return SIGNS.matcher(text).replaceAll(m -> pattern(m.group()));
  }
}
