package hopfilm.figures;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/**
 * In-plane arrows on a film. Each is the mean over the square block of cells around it; the blocks
 * have the same size in pixels for every film, so that the arrows can be told apart at half size.
 */
final class Arrows {
  /** Side of a block [px]. */
  private static final double SPACING = 28;

  /**
   * Mean over this share of a block's side: stripes of a maze, whose walls point to opposite sides,
   * do not cancel within it.
   */
  private static final double AVERAGED = 0.5;

  /** Shorter arrows, in units of the longest, are left out: their direction means little. */
  private static final double SHORTEST = 0.3;

  /** Fewer of the blocks with an arrow say nothing of a film: the cells do not resolve it. */
  private static final double TELLING = 0.05;

  private static final Color HALO = new Color(255, 255, 255, 140);

  private Arrows() {}

  /**
   * Paints the arrows.
   *
   * @param full length of the vector that gets an arrow of full length
   */
  static void paint(Graphics2D g, FilmFrame frame, VectorField f, double full, Color colour) {
    Grid grid = frame.grid();
    int columns = blocks(grid.nx(), frame.width());
    int rows = blocks(grid.ny(), frame.height());
    Path2D shafts = new Path2D.Double();
    Path2D heads = new Path2D.Double();
    for (int b = 0; b < rows; b++) {
      for (int a = 0; a < columns; a++) {
        double[] mean = mean(f, range(grid.nx(), a, columns), range(grid.ny(), b, rows));
        double u = mean[0] / full;
        double v = mean[1] / full;
        double size = Math.hypot(u, v);
        if (size >= SHORTEST) {
          double limit = Math.min(1, 1 / size);
          add(
              shafts,
              heads,
              frame.x((a + 0.5) * grid.sizeX() / columns),
              frame.y((b + 0.5) * grid.sizeY() / rows),
              u * limit,
              -v * limit);
        }
      }
    }
    g.setColor(HALO);
    g.setStroke(new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(shafts);
    g.draw(heads);
    g.setColor(colour);
    g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    g.draw(shafts);
    g.fill(heads);
  }

  /** Whether enough blocks have an arrow, for lengths as in {@link #paint}. */
  static boolean areTelling(FilmFrame frame, VectorField f, double full) {
    Grid grid = frame.grid();
    int columns = blocks(grid.nx(), frame.width());
    int rows = blocks(grid.ny(), frame.height());
    int found = 0;
    for (int b = 0; b < rows; b++) {
      for (int a = 0; a < columns; a++) {
        double[] mean = mean(f, range(grid.nx(), a, columns), range(grid.ny(), b, rows));
        found += Math.hypot(mean[0], mean[1]) >= SHORTEST * full ? 1 : 0;
      }
    }
    return found >= TELLING * columns * rows;
  }

  private static int blocks(int cells, double pixels) {
    return (int) Math.max(1, Math.min(cells, Math.rint(pixels / SPACING)));
  }

  /** First cell and the one after the last of the averaged middle of a block. */
  static int[] range(int cells, int block, int blocks) {
    double middle = (block + 0.5) * cells / blocks;
    double half = 0.5 * AVERAGED * cells / blocks;
    int from = (int) Math.max(0, Math.min(cells - 1, Math.rint(middle - half)));
    return new int[] {from, (int) Math.max(from + 1, Math.min(cells, Math.rint(middle + half)))};
  }

  /** Mean of x and y; cells without film count as zero. */
  private static double[] mean(VectorField f, int[] columns, int[] rows) {
    Grid grid = f.grid();
    int k = FilmLayer.of(grid);
    double x = 0;
    double y = 0;
    for (int j = rows[0]; j < rows[1]; j++) {
      for (int i = columns[0]; i < columns[1]; i++) {
        int cell = grid.index(i, j, k);
        x += f.x()[cell];
        y += f.y()[cell];
      }
    }
    double cells = (double) (columns[1] - columns[0]) * (rows[1] - rows[0]);
    return new double[] {x / cells, y / cells};
  }

  /** An arrow centred on (x, y); (u, v) is its share of the full length, v down. */
  private static void add(Path2D shafts, Path2D heads, double x, double y, double u, double v) {
    double size = Math.hypot(u, v);
    double half = 0.46 * SPACING;
    double ex = u / size;
    double ey = v / size;
    double head = Math.min(11, 2 * half * size * 0.7);
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
