package hopfilm.kernel;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import java.util.ArrayList;
import java.util.List;

/**
 * The images that stand for missing neighbours in (u.grad) m beside holes, where the loops over
 * rows find an empty cell. dm/dt is linear in the gradient, so what the difference makes is added
 * to it cell by cell. Few cells lie beside a hole.
 */
final class MirrorImages {

  /**
   * A missing neighbour.
   *
   * @param i cell of the row
   * @param axis along which it is missing
   * @param offset where it would be, in cells along the axis
   * @param image where the cell is whose image it is, likewise
   * @param turns how often this is turned
   * @param sine of a turn, with the sign of the side
   * @param p2 factor p2 of the cell times that of the neighbour in the gradient [1/m]
   * @param q2 factor q2 likewise
   */
  private record Image(
      int i,
      int axis,
      int offset,
      int image,
      int turns,
      double cosine,
      double sine,
      double p2,
      double q2) {}

  private final Image[][] rows;
  private final int[] turnAxis;

  private MirrorImages(Image[][] rows, int[] turnAxis) {
    this.rows = rows;
    this.turnAxis = turnAxis;
  }

  /** Null where there are none. */
  static MirrorImages of(PaddedLayout layout, CellCoefficients cells) {
    Image[][] rows = new Image[layout.rows()][];
    int nx = layout.grid().nx();
    boolean any = false;
    for (int row = 0; row < rows.length; row++) {
      List<Image> images = new ArrayList<>();
      for (int i = 0; i < nx; i++) {
        int cell = row * nx + i;
        if (cells.field().inverse()[cell] != 0 && !cells.motion().frozen()[cell]) {
          beside(layout.grid(), cells, cell, i, images);
        }
      }
      any |= !images.isEmpty();
      rows[row] = images.toArray(new Image[0]);
    }
    return any ? new MirrorImages(rows, cells.bonds().turnAxis()) : null;
  }

  private static void beside(
      Grid grid, CellCoefficients cells, int cell, int i, List<Image> images) {
    int[] at = {i, cell / grid.nx() % grid.ny(), cell / (grid.nx() * grid.ny())};
    int[][] neighbour = cells.bonds().neighbour();
    double alpha = cells.motion().alpha()[cell];
    double xi = cells.motion().xi();
    double f = 1 / (1 + alpha * alpha);
    for (int k = 0; k < (grid.nz() > 1 ? 3 : 2); k++) {
      for (int side = -1; side <= 1; side += 2) {
        for (int n = 1; n <= cells.bonds().reach(); n++) {
          int b = 3 * (n - 1) + k;
          if (neighbour[side < 0 ? 2 * b : 2 * b + 1][cell] >= 0) {
            continue;
          }
          int image = n == 1 ? 0 : imageOffset(neighbour, cell, k, side);
          int place = at[k] + side * n;
          boolean isBeyond = place < 0 || place >= grid.cellsAlong(k);
          if (isBeyond
              && grid.edges(k) == Edges.OPEN
              && isGhost(grid, cells, cell, k, side, n, at[k])) {
            continue;
          }
          double step = side * cells.gradient().weight()[n - 1] / (2 * grid.cellSize(k));
          images.add(
              new Image(
                  i,
                  k,
                  side * n,
                  image * side,
                  n - image,
                  cells.edges().cosine()[k][cell],
                  side * cells.edges().sine()[k][cell],
                  step * f * (xi - alpha),
                  step * f * (1 + alpha * xi)));
        }
      }
    }
  }

  /** True if the ghost beyond an open edge is the image that a cell needs. */
  private static boolean isGhost(
      Grid grid, CellCoefficients cells, int cell, int k, int side, int n, int at) {
    if (n == 1) {
      return true;
    }
    int image = imageOffset(cells.bonds().neighbour(), cell, k, side);
    boolean isAtEdge = at == (side < 0 ? 0 : grid.cellsAlong(k) - 1);
    if (isAtEdge) {
      return image == -1 || grid.cellsAlong(k) == 1;
    }
    // a ghost turns as the cell at the edge does
    int edge = cells.bonds().neighbour()[side < 0 ? 2 * k : 2 * k + 1][cell];
    double[] cosine = cells.edges().cosine()[k];
    return edge >= 0 && cosine[edge] == cosine[cell];
  }

  /**
   * Offset, towards {@code side}, of the cell whose image takes the place of the second neighbour
   * that is not there: 1 for the neighbour on that side, -1 for the one on the other side, 0 for
   * the cell itself.
   */
  static int imageOffset(int[][] neighbour, int cell, int k, int side) {
    if (neighbour[side < 0 ? 2 * k : 2 * k + 1][cell] >= 0) {
      return 1;
    }
    return neighbour[side < 0 ? 2 * k + 1 : 2 * k][cell] >= 0 ? -1 : 0;
  }

  /**
   * Adds a multiple of what the images of a row make of dm/dt.
   *
   * @param next cell 0 of the row in {@code out}
   * @param g room for three numbers
   */
  void add(Stage t, RowStarts at, PaddedField out, int next, double weight, double[] g) {
    for (Image image : rows[at.row]) {
      add(t, at, image, out, next, weight, g);
    }
  }

  private void add(
      Stage t, RowStarts at, Image image, PaddedField out, int next, double weight, double[] g) {
    int c = at.m + image.i;
    int turn = turnAxis[image.axis];
    int p = (turn + 1) % 3;
    int q = (turn + 2) % 3;
    int from = c + at.offset(image.axis, image.image);
    int instead = c + at.offset(image.axis, image.offset);
    PaddedField m = t.m();
    double np = m.component(p)[from];
    double nq = m.component(q)[from];
    for (int k = 0; k < image.turns; k++) {
      double turned = image.cosine * np - image.sine * nq;
      nq = image.cosine * nq + image.sine * np;
      np = turned;
    }
    double u = weight * t.drift().spin() * velocity(t, c, at.film + image.i, image.axis);
    double p2 = u * image.p2;
    double q2 = u * image.q2;
    g[turn] = m.component(turn)[from] - m.component(turn)[instead];
    g[p] = np - m.component(p)[instead];
    g[q] = nq - m.component(q)[instead];
    double x = m.x()[c];
    double y = m.y()[c];
    double z = m.z()[c];
    double px = p2 * g[0] + q2 * (y * g[2] - z * g[1]);
    double py = p2 * g[1] + q2 * (z * g[0] - x * g[2]);
    double pz = p2 * g[2] + q2 * (x * g[1] - y * g[0]);
    out.x()[next + image.i] += z * py - y * pz;
    out.y()[next + image.i] += x * pz - z * px;
    out.z()[next + image.i] += y * px - x * py;
  }

  /** Component of w + ratio m (m.w) + hall w x m. */
  private static double velocity(Stage t, int m, int film, int axis) {
    Drift d = t.drift();
    double along = 0;
    for (int k = 0; k < d.components(); k++) {
      along += t.m().component(k)[m] * field(t, film, k);
    }
    int p = (axis + 1) % 3;
    int q = (axis + 2) % 3;
    double across =
        field(t, film, p) * t.m().component(q)[m] - field(t, film, q) * t.m().component(p)[m];
    return field(t, film, axis)
        + d.conduction().ratio() * along * t.m().component(axis)[m]
        + d.conduction().hall() * across;
  }

  private static double field(Stage t, int film, int axis) {
    Drift d = t.drift();
    return axis < d.components()
        ? d.start().component(axis)[film] + t.since() * d.slope().component(axis)[film]
        : 0;
  }
}
