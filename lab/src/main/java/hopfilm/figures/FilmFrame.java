package hopfilm.figures;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Fonts;
import hopfilm.chart.Legends;
import hopfilm.chart.Palette;
import hopfilm.chart.Ticks;
import hopfilm.grid.Grid;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The place of a film in a figure: y up, the same scale on both axes, a whole number of pixels a
 * cell.
 *
 * @param left distance of the film from the figure's left edge [px]
 * @param top distance from its top edge [px]
 * @param width of the film [px]
 * @param height of the film [px]
 */
public record FilmFrame(Grid grid, double left, double top, double width, double height) {
  /** Films are drawn at least so wide [px]. */
  private static final int MIN_WIDTH = 500;

  private static final double MAX_STRETCH = 2;

  /** Unless they would become higher than this [px]. */
  private static final int MAX_HEIGHT = 1500;

  static FilmFrame of(Grid grid, double left, double top) {
    double aspect = grid.dy() / grid.dx();
    int least = (int) (MIN_WIDTH * stretch(grid.sizeX() / grid.sizeY(), MAX_STRETCH));
    int cell = (least + grid.nx() - 1) / grid.nx();
    cell = Math.max(1, Math.min(cell, (int) (MAX_HEIGHT / (grid.ny() * aspect))));
    double height = Math.max(1, Math.rint(grid.ny() * cell * aspect));
    return new FilmFrame(grid, left, top, grid.nx() * cell, height);
  }

  /** By how much a long narrow film is drawn longer than others, so that it is not a mere line. */
  static double stretch(double aspect, double most) {
    return Math.max(1, Math.min(most, aspect / 2));
  }

  /** Pixels a metre. */
  double scale() {
    return width / grid.sizeX();
  }

  double x(double metres) {
    return left + metres * scale();
  }

  double y(double metres) {
    return top + height - metres * height / grid.sizeY();
  }

  Rectangle2D bounds() {
    return new Rectangle2D.Double(left, top, width, height);
  }

  /** From metres in the film to pixels in the figure. */
  AffineTransform transform() {
    return new AffineTransform(scale(), 0, 0, -height / grid.sizeY(), left, top + height);
  }

  /** A colour bar beside the film with the numbers from low to high. */
  void paintBar(Graphics2D g, ColourMap map, double low, double high, String label) {
    double length = Math.max(120, Math.min(height, 520));
    Legends.bar(g, left + width + 18, top, length, map, low, high, label);
  }

  /** The wheel of directions beside the film. */
  void paintWheel(Graphics2D g) {
    Legends.wheel(g, left + width + 14, top + 24);
  }

  /** Frame, ticks and labels, in nanometres. */
  void paintAxes(Graphics2D g) {
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(bounds());
    List<Double> xs = Ticks.between(0, grid.sizeX() * 1e9, 5);
    for (double t : xs) {
      double x = x(t * 1e-9);
      g.draw(new Line2D.Double(x, top + height, x, top + height + 6));
      Fonts.draw(g, Fonts.TICK, Ticks.label(t, xs), x, top + height + 24, Fonts.Anchor.MIDDLE);
    }
    List<Double> ys = Ticks.between(0, grid.sizeY() * 1e9, height < 150 ? 2 : 5);
    for (double t : ys) {
      double y = y(t * 1e-9);
      g.draw(new Line2D.Double(left - 6, y, left, y));
      Fonts.centre(g, Fonts.TICK, Ticks.label(t, ys), left - 10, y, Fonts.Anchor.END);
    }
    Fonts.draw(g, Fonts.LABEL, "x (nm)", left + width / 2, top + height + 48, Fonts.Anchor.MIDDLE);
    double widest =
        ys.stream().mapToDouble(t -> Fonts.width(Fonts.TICK, Ticks.label(t, ys))).max().orElse(0);
    // beside the ticks, and not beyond the rim of the picture
    double label = Math.max(left - 62, Math.min(left - 52, left - 16 - widest));
    Fonts.upwards(g, Fonts.LABEL, "y (nm)", label, top + height / 2);
  }
}
