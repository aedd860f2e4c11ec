package hopfilm.plot;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Heading;
import hopfilm.chart.Legends;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * A conductance matrix as a heat map, row and column in electrode order: the numbers in the cells
 * where they fit, else a colour bar. The colours are symmetric about zero.
 */
public final class MatrixFigure implements Figure {
  private static final int LEFT = 84;
  private static final int TOP = 104;
  private static final int SECOND_LINE = 70;

  /** Half the range of the map: numbers in dark ink stay legible on every colour. */
  private static final double NUMBERS_RANGE = 0.27;

  /** Room for the colour bar [px]. */
  private static final int BAR = 110;

  /** Above this size the numbers would not be legible. */
  private static final int MAX_NUMBERS = 12;

  /** Least width of a cell beside its number [px]. */
  private static final int SPACE = 14;

  /** Side of a map without numbers, as far as whole cells fill it [px]. */
  private static final int SIDE = 640;

  /** Smaller cells touch each other, and all of them are one picture [px]. */
  private static final int MIN_BOX = 12;

  private final String title;
  private final String subtitle;
  private final double[][] values;
  private final String unit;
  private final List<String> electrodes;
  private final Prefix prefix;
  private final double largest;
  private final int digits;
  private final int cell;

  /** Part of the colour map on either side of its middle. */
  private final double range;

  /**
   * @param subtitle one line or two
   * @param unit of its elements, without prefix
   * @param digits significant digits of the largest number
   */
  public MatrixFigure(
      String title,
      String subtitle,
      double[][] values,
      String unit,
      List<String> electrodes,
      int digits) {
    this.title = title;
    this.subtitle = subtitle;
    this.values = values;
    this.unit = unit;
    this.electrodes = electrodes;
    this.digits = digits;
    double[] all = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    this.prefix = Prefix.of(all);
    this.largest = Arrays.stream(all).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    int n = values.length;
    this.cell = n <= 6 ? 92 : numbers() ? 74 : Math.max(1, Math.min(40, SIDE / n));
    this.range = numbers() ? NUMBERS_RANGE : 0.5;
  }

  @Override
  public int width() {
    return Math.max(420, LEFT + cell * values.length + (numbers() ? 20 : BAR));
  }

  @Override
  public int height() {
    return TOP + cell * values.length + 20;
  }

  @Override
  public String description() {
    return title + " in " + prefix.symbol() + unit;
  }

  @Override
  public void paint(Graphics2D g) {
    String[] lines = subtitle.split("\n");
    Heading.paint(g, title + " (" + prefix.symbol() + unit + ")", lines[0]);
    if (lines.length > 1) {
      Fonts.draw(g, Fonts.SUBTITLE, lines[1], Heading.LEFT, SECOND_LINE, Fonts.Anchor.START);
    }
    int n = values.length;
    int widest =
        electrodes.stream().mapToInt(g.getFontMetrics(Fonts.LABEL)::stringWidth).max().orElse(0);
    int columns = 1 + (widest + 8) / cell;
    int rows = 1 + 22 / cell;
    for (int i = 0; i < n; i++) {
      double middle = cell * (i + 0.5);
      g.setColor(Palette.INK);
      if (i % columns == 0) {
        Fonts.draw(g, Fonts.LABEL, electrodes.get(i), LEFT + middle, TOP - 10, Fonts.Anchor.MIDDLE);
      }
      if (i % rows == 0) {
        Fonts.centre(g, Fonts.LABEL, electrodes.get(i), LEFT - 12, TOP + middle, Fonts.Anchor.END);
      }
    }
    if (cell < MIN_BOX) {
      g.drawImage(picture(), LEFT, TOP, cell * n, cell * n, null);
    } else {
      int shown = numbers() ? decimals(g) : 0;
      for (int k = 0; k < n * n; k++) {
        paintCell(g, k / n, k % n, shown);
      }
    }
    if (!numbers() && largest > 0) {
      double high = largest / prefix.factor();
      Legends.bar(g, LEFT + cell * n + 16, TOP, cell * n, ColourMap.DIVERGING, -high, high, "");
    }
  }

  /** One pixel for each element. */
  private BufferedImage picture() {
    int n = values.length;
    BufferedImage image = new BufferedImage(n, n, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        image.setRGB(j, i, rgb(values[i][j]));
      }
    }
    return image;
  }

  private int rgb(double value) {
    double share = largest > 0 && Double.isFinite(value) ? value / largest : 0;
    return ColourMap.DIVERGING.rgb(0.5 + range * share);
  }

  private int gap() {
    return cell > 30 ? 2 : 1;
  }

  /** As many digits as leave a space between numbers in neighbouring cells. */
  private int decimals(Graphics2D g) {
    FontMetrics font = g.getFontMetrics(Fonts.LABEL);
    int shown = digits;
    while (shown > 1 && widest(font, shown) > cell - SPACE) {
      shown--;
    }
    return shown;
  }

  private int widest(FontMetrics font, int digits) {
    return Arrays.stream(values)
        .flatMapToDouble(Arrays::stream)
        .mapToInt(v -> font.stringWidth(number(v, digits)))
        .max()
        .orElse(0);
  }

  private String number(double value, int digits) {
    return Prefix.decimals(value / prefix.factor(), largest / prefix.factor(), digits);
  }

  private void paintCell(Graphics2D g, int i, int j, int shown) {
    double value = values[i][j];
    Rectangle2D box =
        new Rectangle2D.Double(LEFT + cell * j, TOP + cell * i, cell - gap(), cell - gap());
    g.setColor(new Color(rgb(value)));
    g.fill(box);
    if (numbers()) {
      g.setColor(Palette.ARROW);
      g.setStroke(new BasicStroke(1));
      Fonts.centre(
          g,
          Fonts.LABEL,
          number(value, shown),
          box.getCenterX(),
          box.getCenterY(),
          Fonts.Anchor.MIDDLE);
    }
  }

  private boolean numbers() {
    return values.length <= MAX_NUMBERS;
  }
}
