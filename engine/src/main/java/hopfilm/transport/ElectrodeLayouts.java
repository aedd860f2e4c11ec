package hopfilm.transport;

import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** The usual arrangements of electrodes on a rectangular film. */
public final class ElectrodeLayouts {

  private ElectrodeLayouts() {}

  /** Quarter discs at the corners: n1 at the origin, then counter-clockwise n2, n3, n4. */
  public static List<Electrode> corners(Grid film, double radius) {
    double lx = film.sizeX();
    double ly = film.sizeY();
    return List.of(
        new Electrode("n1", new Disc(0, 0, radius)),
        new Electrode("n2", new Disc(lx, 0, radius)),
        new Electrode("n3", new Disc(lx, ly, radius)),
        new Electrode("n4", new Disc(0, ly, radius)));
  }

  /** The whole edges left and right. */
  public static List<Electrode> sidesX(Grid film) {
    double lx = film.sizeX();
    double ly = film.sizeY();
    return List.of(
        new Electrode("left", new Rectangle(0, 0, 0, ly)),
        new Electrode("right", new Rectangle(lx, 0, lx, ly)));
  }

  /** The whole edges bottom and top. */
  public static List<Electrode> sidesY(Grid film) {
    double lx = film.sizeX();
    double ly = film.sizeY();
    return List.of(
        new Electrode("bottom", new Rectangle(0, 0, lx, 0)),
        new Electrode("top", new Rectangle(0, ly, lx, ly)));
  }

  /** Segments of the given length [m] centred on the edges: left, bottom, right, top. */
  public static List<Electrode> edgeCentres(Grid film, double length) {
    double lx = film.sizeX();
    double ly = film.sizeY();
    double x0 = (lx - length) / 2;
    double x1 = (lx + length) / 2;
    double y0 = (ly - length) / 2;
    double y1 = (ly + length) / 2;
    return List.of(
        new Electrode("left", new Rectangle(0, y0, 0, y1)),
        new Electrode("bottom", new Rectangle(x0, 0, x1, 0)),
        new Electrode("right", new Rectangle(lx, y0, lx, y1)),
        new Electrode("top", new Rectangle(x0, ly, x1, ly)));
  }

  /**
   * Discs in rows and columns, n1, n2, ... row by row from the top left, as one reads.
   *
   * @param rows number of rows
   * @param cols number of columns
   * @param radius radius of the discs [m]
   * @param margin distance of the outer discs' centres from the film's edges [m]; a single row or
   *     column lies in the middle
   */
  public static List<Electrode> grid(Grid film, int rows, int cols, double radius, double margin) {
    if (rows < 1 || cols < 1) {
      throw new IllegalArgumentException(
          "a grid of electrodes needs at least one row and one column, not %dx%d"
              .formatted(rows, cols));
    }
    List<Electrode> electrodes = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double y = film.sizeY() - position(row, rows, margin, film.sizeY());
      for (int col = 0; col < cols; col++) {
        double x = position(col, cols, margin, film.sizeX());
        electrodes.add(new Electrode("n" + (electrodes.size() + 1), new Disc(x, y, radius)));
      }
    }
    return List.copyOf(electrodes);
  }

  private static double position(int i, int n, double margin, double size) {
    return n == 1 ? size / 2 : margin + i * (size - 2 * margin) / (n - 1);
  }
}
