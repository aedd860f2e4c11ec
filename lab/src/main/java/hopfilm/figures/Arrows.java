package hopfilm.figures;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** In-plane arrows on a film, on every n-th cell so that they can be told apart. */
final class Arrows {
  /** Distance between arrows [px]. */
  private static final double SPACING = 24;

  /** Shorter arrows, in units of the longest, are left out: their direction means little. */
  private static final double SHORTEST = 0.3;

  private Arrows() {}

  /**
   * Paints the arrows.
   *
   * @param full length of the vector that gets an arrow of full length
   */
  static void paint(Graphics2D g, FilmFrame frame, VectorField f, double full, Color colour) {
    Grid grid = frame.grid();
    int stepX = (int) Math.max(1, Math.round(SPACING / (frame.width() / grid.nx())));
    int stepY = (int) Math.max(1, Math.round(SPACING / (frame.height() / grid.ny())));
    int k = FilmFigure.layer(grid);
    g.setColor(colour);
    g.setStroke(new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    Path2D shafts = new Path2D.Double();
    Path2D heads = new Path2D.Double();
    for (int j = stepY / 2; j < grid.ny(); j += stepY) {
      for (int i = stepX / 2; i < grid.nx(); i += stepX) {
        int cell = grid.index(i, j, k);
        double u = f.x()[cell] / full;
        double v = f.y()[cell] / full;
        double size = Math.hypot(u, v);
        if (size >= SHORTEST) {
          double limit = Math.min(1, 1 / size);
          add(
              shafts,
              heads,
              frame.x((i + 0.5) * grid.dx()),
              frame.y((j + 0.5) * grid.dy()),
              u * limit,
              -v * limit);
        }
      }
    }
    g.draw(shafts);
    g.fill(heads);
  }

  /** An arrow centred on (x, y); (u, v) is its share of the full length, v down. */
  private static void add(Path2D shafts, Path2D heads, double x, double y, double u, double v) {
    double size = Math.hypot(u, v);
    double half = 0.46 * SPACING;
    double ex = u / size;
    double ey = v / size;
    double head = Math.min(9, 2 * half * size * 0.7);
    double tipX = x + half * u;
    double tipY = y + half * v;
    double neckX = tipX - head * ex;
    double neckY = tipY - head * ey;
    shafts.moveTo(x - half * u, y - half * v);
    shafts.lineTo(neckX, neckY);
    heads.moveTo(tipX, tipY);
    heads.lineTo(neckX - 0.45 * head * ey, neckY + 0.45 * head * ex);
    heads.lineTo(neckX + 0.45 * head * ey, neckY - 0.45 * head * ex);
    heads.closePath();
  }
}
