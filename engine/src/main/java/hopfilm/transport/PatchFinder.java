package hopfilm.transport;

import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.Shape;
import hopfilm.solver.NodeLayout;

/** Tells which places the patches of an electrode have. */
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

  /** The corners that may belong to a patch, in ascending order: those in its box. */
  int[] candidates(int patch, NodeLayout layout) {
    Rectangle box = boxes[patch];
    int[] low = new int[3];
    int[] high = {layout.nx() - 1, layout.ny() - 1, layout.nz() - 1};
    limit(u, box.x0(), box.x1(), low, high);
    limit(v, box.y0(), box.y1(), low, high);
    int row = layout.nx();
    int layer = row * layout.ny();
    int width = Math.max(0, high[0] - low[0] + 1);
    int height = Math.max(0, high[1] - low[1] + 1);
    int[] nodes = new int[width * height * Math.max(0, high[2] - low[2] + 1)];
    int n = 0;
    for (int k = low[2]; k <= high[2]; k++) {
      for (int j = low[1]; j <= high[1]; j++) {
        for (int i = low[0]; i <= high[0]; i++) {
          nodes[n++] = k * layer + j * row + i;
        }
      }
    }
    return nodes;
  }

  /** A cell more on each side than the box has, for the margin of a shape; all where images are. */
  private void limit(int axis, double from, double to, int[] low, int[] high) {
    if (film.edges(axis) != Edges.PERIODIC) {
      double cell = film.cellSize(axis);
      low[axis] = (int) Math.max(low[axis], Math.floor(from / cell) - 1);
      high[axis] = (int) Math.min(high[axis], Math.ceil(to / cell) + 1);
    }
  }

  /** True if a patch has a place (x, y, z) [m]. */
  boolean has(int patch, double[] at) {
    return (face == null || isOnFace(at)) && shapes[patch].covers(film, u, v, at[u], at[v]);
  }

  private boolean isOnFace(double[] at) {
    double height = face.isHigh() ? film.size(face.axis()) : 0;
    return Math.abs(at[face.axis()] - height) < 0.5 * film.cellSize(face.axis());
  }
}
