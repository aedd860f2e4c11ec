package hopfilm.transport;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.Shape;
import hopfilm.solver.NodeLayout;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The cell corners that belong to each electrode, vetted. */
final class ElectrodeNodes {
  /** Corners this close to a rim, in cells, lie on it: rounding must not decide. */
  private static final double MARGIN = 1e-9;

  private final int[][] nodes;
  private final int[] all;

  ElectrodeNodes(Grid film, NodeLayout layout, List<Electrode> electrodes) {
    if (electrodes.size() < 2) {
      throw new IllegalArgumentException(
          "a current needs at least two electrodes; there %s"
              .formatted(electrodes.isEmpty() ? "is none" : "is one, " + name(electrodes, 0)));
    }
    vetNames(electrodes);
    int[] owner = new int[layout.length()];
    nodes = new int[electrodes.size()][];
    int[] found = new int[layout.nodes()];
    for (int e = 0; e < nodes.length; e++) {
      int count = 0;
      for (int j = 0; j < layout.ny(); j++) {
        for (int i = 0; i < layout.nx(); i++) {
          if (covers(electrodes.get(e).shape(), film, i * film.dx(), j * film.dy())) {
            int k = layout.index(i, j);
            if (owner[k] != 0) {
              throw new IllegalArgumentException(
                  ("electrodes %s and %s overlap: both touch the cell corner at (%.6g nm, %.6g nm);"
                          + " move them apart or make them smaller")
                      .formatted(
                          name(electrodes, owner[k] - 1),
                          name(electrodes, e),
                          i * film.dx() * 1e9,
                          j * film.dy() * 1e9));
            }
            owner[k] = e + 1;
            found[count++] = k;
          }
        }
      }
      if (count == 0) {
        throw new IllegalArgumentException(
            ("electrode %s touches no cell corner: it must lie on the film (%.6g nm x %.6g nm) and"
                    + " be larger than a cell (%.6g nm x %.6g nm) or contain a corner")
                .formatted(
                    name(electrodes, e),
                    film.sizeX() * 1e9,
                    film.sizeY() * 1e9,
                    film.dx() * 1e9,
                    film.dy() * 1e9));
      }
      nodes[e] = Arrays.copyOf(found, count);
    }
    all = Arrays.stream(nodes).flatMapToInt(Arrays::stream).toArray();
  }

  private static void vetNames(List<Electrode> electrodes) {
    Set<String> names = new HashSet<>();
    for (int e = 0; e < electrodes.size(); e++) {
      if (!names.add(electrodes.get(e).name())) {
        throw new IllegalArgumentException(
            "two electrodes are called %s; names must differ".formatted(name(electrodes, e)));
      }
    }
  }

  private static String name(List<Electrode> electrodes, int e) {
    return "'" + electrodes.get(e).name() + "'";
  }

  /** Whether the shape, or its image across a periodic edge, has the point. */
  private static boolean covers(Shape shape, Grid film, double x, double y) {
    double margin = MARGIN * Math.min(film.dx(), film.dy());
    int images = film.edgesX() == Edges.PERIODIC ? 1 : 0;
    int imagesY = film.edgesY() == Edges.PERIODIC ? 1 : 0;
    for (int a = -images; a <= images; a++) {
      for (int b = -imagesY; b <= imagesY; b++) {
        if (shape.contains(x + a * film.sizeX(), y + b * film.sizeY(), margin)) {
          return true;
        }
      }
    }
    return false;
  }

  int electrodes() {
    return nodes.length;
  }

  /** Indices of the nodes of electrode e. */
  int[] of(int e) {
    return nodes[e];
  }

  /** Indices of the nodes of all electrodes. */
  int[] all() {
    return all;
  }
}
