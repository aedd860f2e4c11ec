package hopfilm.chart;

import java.awt.Color;
import java.util.List;

/**
 * Colours of all figures. Series take those of M. Okabe and K. Ito, "Color Universal Design"
 * (2008), which people with any kind of colour blindness can tell apart.
 *
 * <p>{@link #INK}, {@link #MUTED}, {@link #GRID} and {@link #PAPER} are values that nothing else
 * uses: a page that holds a figure may replace them to follow a dark theme.
 *
 * <p>The page of the live laboratory has these colours and those of {@link ColourMap} once more, in
 * {@code colours.js}.
 */
public final class Palette {
  public static final Color BLUE = new Color(0x0072b2);
  public static final Color VERMILLION = new Color(0xd55e00);
  static final Color GREEN = new Color(0x009e73);
  static final Color ORANGE = new Color(0xe69f00);
  public static final Color SKY = new Color(0x56b4e9);
  static final Color PURPLE = new Color(0xcc79a7);

  /** Text and lines. */
  public static final Color INK = new Color(27, 39, 51);

  /** Text of second rank. */
  public static final Color MUTED = new Color(91, 107, 122);

  /** Grid lines and frames. */
  public static final Color GRID = new Color(213, 221, 228);

  /** Behind everything. */
  public static final Color PAPER = new Color(255, 255, 254);

  /** On top of film images, in every theme: an electrode at 0 V or without current. */
  public static final Color NEUTRAL = new Color(85, 85, 85);

  /** Near black on top of film images, in every theme. */
  public static final Color ARROW = new Color(24, 24, 24);

  /** Cells of a film image that hold no film, in every theme. */
  public static final Color NO_FILM = new Color(190, 190, 190);

  /** In the order in which series take them. */
  public static final List<Color> SERIES =
      List.of(BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY, INK);

  private Palette() {}

  /** Makes a colour partly transparent. */
  public static Color withAlpha(Color c, double alpha) {
    return new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) Math.round(255 * alpha));
  }
}
