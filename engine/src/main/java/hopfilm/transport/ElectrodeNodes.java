package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Face;
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
      vetFace(film, electrodes, e);
      int count = 0;
      for (int n = 0; n < found.length; n++) {
        int i = n % layout.nx();
        int row = n / layout.nx();
        int j = row % layout.ny();
        int layer = row / layout.ny();
        double[] at = {i * film.dx(), j * film.dy(), layer * film.dz()};
        if (covers(electrodes.get(e), film, at) && touchesFilm(mask, i, j)) {
          int k = layout.start(row) + i;
          if (owner[k] != 0) {
            throw new IllegalArgumentException(
                ("electrodes %s and %s overlap: both touch the cell corner at %s;"
                        + " move them apart or make them smaller")
                    .formatted(
                        name(electrodes, owner[k] - 1), name(electrodes, e), place(film, at)));
          }
          owner[k] = e + 1;
          found[count++] = k;
        }
      }
      if (count == 0) {
        throw new IllegalArgumentException(nothing(mask, electrodes.get(e)));
      }
      nodes[e] = Arrays.copyOf(found, count);
    }
    all = Arrays.stream(nodes).flatMapToInt(Arrays::stream).toArray();
  }

  private static boolean covers(Electrode electrode, Grid film, double[] at) {
    Face face = electrode.face();
    if (face == null) {
      return electrode.shape().covers(film, at[0], at[1]);
    }
    double height = face.isHigh() ? film.size(face.axis()) : 0;
    int u = face.first();
    int v = face.second();
    return Math.abs(at[face.axis()] - height) < 0.5 * film.cellSize(face.axis())
        && electrode.shape().covers(film, u, v, at[u], at[v]);
  }

  private static void vetFace(Grid film, List<Electrode> electrodes, int e) {
    Face face = electrodes.get(e).face();
    if (face != null && film.nz() == 1) {
      throw new IllegalArgumentException(
          "electrode %s lies on face %s; a film of one layer has none"
              .formatted(name(electrodes, e), face));
    }
    if (face != null && film.edges(face.axis()) == Edges.PERIODIC) {
      throw new IllegalArgumentException(
          "electrode %s lies on face %s, where the film has a periodic edge"
              .formatted(name(electrodes, e), face));
    }
  }

  private static String place(Grid film, double[] at) {
    return film.nz() == 1
        ? "(%.6g nm, %.6g nm)".formatted(at[0] * 1e9, at[1] * 1e9)
        : "(%.6g nm, %.6g nm, %.6g nm)".formatted(at[0] * 1e9, at[1] * 1e9, at[2] * 1e9);
  }

  /** Whether one of the cells around corner (i, j), of any layer, holds film. */
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

  private static String nothing(CellMask mask, Electrode electrode) {
    Grid film = mask.grid();
    Face face = electrode.face();
    int u = face == null ? 0 : face.first();
    int v = face == null ? 1 : face.second();
    return ("electrode %s touches no cell corner%s: it must lie on %s (%.6g nm x %.6g nm%s)"
            + " and be larger than a cell (%.6g nm x %.6g nm) or contain a corner")
        .formatted(
            "'" + electrode.name() + "'",
            mask.isFull() ? "" : " of the film",
            face == null ? "the film" : "face " + face + " of the film",
            film.size(u) * 1e9,
            film.size(v) * 1e9,
            mask.isFull() ? "" : " less what is cut away",
            film.cellSize(u) * 1e9,
            film.cellSize(v) * 1e9);
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
