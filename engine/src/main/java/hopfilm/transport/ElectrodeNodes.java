package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.solver.NodeLayout;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The corners of cells with film that belong to each electrode, vetted. */
final class ElectrodeNodes {
  private final int[][] nodes;
  private final int[] all;

  ElectrodeNodes(CellMask mask, NodeLayout layout, List<Electrode> electrodes) {
    Grid film = mask.grid();
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
          if (electrodes.get(e).shape().covers(film, i * film.dx(), j * film.dy())
              && touchesFilm(mask, i, j)) {
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
        throw new IllegalArgumentException(nothing(mask, name(electrodes, e)));
      }
      nodes[e] = Arrays.copyOf(found, count);
    }
    all = Arrays.stream(nodes).flatMapToInt(Arrays::stream).toArray();
  }

  /** Whether one of the cells around corner (i, j) holds film. */
  private static boolean touchesFilm(CellMask mask, int i, int j) {
    if (mask.isFull()) {
      return true;
    }
    Grid g = mask.grid();
    for (int b = j - 1; b <= j; b++) {
      for (int a = i - 1; a <= i; a++) {
        int x = g.edgesX() == Edges.PERIODIC ? Math.floorMod(a, g.nx()) : a;
        int y = g.edgesY() == Edges.PERIODIC ? Math.floorMod(b, g.ny()) : b;
        if (x >= 0 && x < g.nx() && y >= 0 && y < g.ny() && mask.inside(g.index(x, y, 0))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String nothing(CellMask mask, String name) {
    Grid film = mask.grid();
    return ("electrode %s touches no cell corner%s: it must lie on the film (%.6g nm x %.6g nm%s)"
            + " and be larger than a cell (%.6g nm x %.6g nm) or contain a corner")
        .formatted(
            name,
            mask.isFull() ? "" : " of the film",
            film.sizeX() * 1e9,
            film.sizeY() * 1e9,
            mask.isFull() ? "" : " less what is cut away",
            film.dx() * 1e9,
            film.dy() * 1e9);
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
