package hopfilm.transport;

import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.Shape;
import hopfilm.solver.NodeLayout;
import java.util.stream.IntStream;

/** Tells which patch of an electrode has a place; most are ruled out by the boxes around them. */
final class PatchFinder {
  private final Grid film;
  private final Face face;
  private final int u;
  private final int v;
  private final Shape[] shapes;
  private final Rectangle[] boxes;

  PatchFinder(Electrode electrode, Grid film) {
    this.film = film;
    face = electrode.face();
    u = face == null ? 0 : face.first();
    v = face == null ? 1 : face.second();
    shapes = electrode.shapes().toArray(Shape[]::new);
    boxes = new Rectangle[shapes.length];
    for (int p = 0; p < shapes.length; p++) {
      boxes[p] = shapes[p].box();
    }
  }

  /** The corners that may belong to the electrode, in ascending order: those in its boxes. */
  IntStream candidates(NodeLayout layout) {
    IntStream all = IntStream.empty();
    for (Rectangle box : boxes) {
      all = IntStream.concat(all, within(box, layout));
    }
    return boxes.length == 1 ? all : all.sorted().distinct();
  }

  private IntStream within(Rectangle box, NodeLayout layout) {
    int[] low = new int[3];
    int[] high = {layout.nx() - 1, layout.ny() - 1, layout.nz() - 1};
    limit(u, box.x0(), box.x1(), low, high);
    limit(v, box.y0(), box.y1(), low, high);
    int row = layout.nx();
    int layer = row * layout.ny();
    return IntStream.rangeClosed(low[2], high[2])
        .flatMap(
            k ->
                IntStream.rangeClosed(low[1], high[1])
                    .flatMap(
                        j ->
                            IntStream.rangeClosed(low[0], high[0])
                                .map(i -> k * layer + j * row + i)));
  }

  /** A cell more on each side than the box has, for the margin of a shape; all where images are. */
  private void limit(int axis, double from, double to, int[] low, int[] high) {
    if (film.edges(axis) != Edges.PERIODIC) {
      double cell = film.cellSize(axis);
      low[axis] = (int) Math.max(low[axis], Math.floor(from / cell) - 1);
      high[axis] = (int) Math.min(high[axis], Math.ceil(to / cell) + 1);
    }
  }

  /** The first patch that has a place (x, y, z) [m]; -1 without. */
  int first(double[] at) {
    return next(0, at);
  }

  /** The first from the given patch on; -1 without. */
  int next(int from, double[] at) {
    if (face != null && !isOnFace(at)) {
      return -1;
    }
    for (int p = from; p < shapes.length; p++) {
      if (isNear(boxes[p], at) && shapes[p].covers(film, u, v, at[u], at[v])) {
        return p;
      }
    }
    return -1;
  }

  private boolean isOnFace(double[] at) {
    double height = face.isHigh() ? film.size(face.axis()) : 0;
    return Math.abs(at[face.axis()] - height) < 0.5 * film.cellSize(face.axis());
  }

  /** Half a cell is far more than the margin of a shape; across a periodic edge are images. */
  private boolean isNear(Rectangle box, double[] at) {
    return isWithin(at[u], u, box.x0(), box.x1()) && isWithin(at[v], v, box.y0(), box.y1());
  }

  private boolean isWithin(double at, int axis, double from, double to) {
    double near = 0.5 * film.cellSize(axis);
    return film.edges(axis) == Edges.PERIODIC || (at >= from - near && at <= to + near);
  }
}
