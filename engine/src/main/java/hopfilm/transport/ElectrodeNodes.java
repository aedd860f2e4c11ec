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
import java.util.stream.IntStream;

/** The corners of cells with film that belong to each electrode, with their signs, vetted. */
final class ElectrodeNodes {
  private final int[][] nodes;
  private final int[][] signs;
  private final int[] all;

  ElectrodeNodes(CellMask mask, NodeLayout layout, List<Electrode> electrodes) {
    IntStream.Builder[] found = new IntStream.Builder[electrodes.size()];
    Arrays.setAll(found, e -> IntStream.builder());
    IntStream.Builder[] sign = new IntStream.Builder[electrodes.size()];
    Arrays.setAll(sign, e -> IntStream.builder());
    visit(
        mask,
        layout,
        electrodes,
        (e, k, isInverted) -> {
          found[e].add(k);
          sign[e].add(isInverted ? -1 : 1);
        });
    nodes = Arrays.stream(found).map(f -> f.build().toArray()).toArray(int[][]::new);
    signs = Arrays.stream(sign).map(f -> f.build().toArray()).toArray(int[][]::new);
    all = Arrays.stream(nodes).flatMapToInt(Arrays::stream).toArray();
  }

  /** Takes a node of an electrode. */
  private interface Visitor {
    void node(int electrode, int k, boolean isInverted);
  }

  /**
   * Refuses electrodes that do not fit; takes memory for their corners, not for the film.
   *
   * @throws IllegalArgumentException if they do not
   */
  static void vet(CellMask mask, List<Electrode> electrodes) {
    visit(mask, layout(mask.grid()), electrodes, (e, k, isInverted) -> {});
  }

  /** The corners of a film's cells: one layer of them where there is one layer of cells. */
  static NodeLayout layout(Grid film) {
    boolean wrapX = film.edgesX() == Edges.PERIODIC;
    boolean wrapY = film.edgesY() == Edges.PERIODIC;
    boolean isFlat = film.nz() == 1;
    boolean wrapZ = !isFlat && film.edgesZ() == Edges.PERIODIC;
    return new NodeLayout(
        film.nx() + (wrapX ? 0 : 1),
        film.ny() + (wrapY ? 0 : 1),
        film.nz() + (wrapZ || isFlat ? 0 : 1),
        wrapX,
        wrapY,
        wrapZ);
  }

  private static void visit(
      CellMask mask, NodeLayout layout, List<Electrode> electrodes, Visitor visitor) {
    Grid film = mask.grid();
    if (electrodes.size() < 2) {
      throw new IllegalArgumentException(
          "a current needs at least two electrodes; there %s"
              .formatted(electrodes.isEmpty() ? "is none" : "is one, " + name(electrodes, 0)));
    }
    vetNames(electrodes);
    int[] owners = new int[layout.nodes()]; // an electrode and its patch, counted from 1
    int[] first = new int[electrodes.size() + 1];
    for (int e = 0; e < electrodes.size(); e++) {
      first[e + 1] = first[e] + electrodes.get(e).patches().size();
    }
    for (int e = 0; e < electrodes.size(); e++) {
      vetFace(film, electrodes, e);
      for (int n : own(mask, layout, electrodes, e, first, owners)) {
        boolean isInverted = electrodes.get(e).patches().get(owners[n] - 1 - first[e]).isInverted();
        visitor.node(e, layout.start(n / layout.nx()) + n % layout.nx(), isInverted);
      }
    }
  }

  /** The corners of an electrode in ascending order, each of which gets its first patch. */
  private static int[] own(
      CellMask mask,
      NodeLayout layout,
      List<Electrode> electrodes,
      int e,
      int[] first,
      int[] owners) {
    Grid film = mask.grid();
    Electrode electrode = electrodes.get(e);
    PatchFinder finder = new PatchFinder(electrode, film);
    IntStream.Builder own = IntStream.builder();
    double[] at = new double[3];
    for (int p = 0; p < electrode.patches().size(); p++) {
      boolean isFound = false;
      for (int n : finder.candidates(p, layout)) {
        int i = n % layout.nx();
        int row = n / layout.nx();
        int j = row % layout.ny();
        int layer = row / layout.ny();
        at[0] = i * film.dx();
        at[1] = j * film.dy();
        at[2] = layer * film.dz();
        if (!finder.has(p, at) || !touchesFilm(mask, i, j)) {
          continue;
        }
        isFound = true;
        if (owners[n] == 0) {
          owners[n] = first[e] + p + 1;
          own.add(n);
        } else if (owners[n] <= first[e]) {
          throw new IllegalArgumentException(
              overlap(film, electrodes, of(owners[n], first), e, at));
        } else {
          vetSigns(electrode, owners[n] - 1 - first[e], p, film, at);
        }
      }
      if (!isFound) {
        throw new IllegalArgumentException(nothing(mask, electrode, p));
      }
    }
    return own.build().sorted().toArray();
  }

  private static int of(int owner, int[] first) {
    int e = 0;
    while (owner > first[e + 1]) {
      e++;
    }
    return e;
  }

  /** Refuses two patches of opposite sign at one corner. */
  private static void vetSigns(Electrode electrode, int one, int other, Grid film, double[] at) {
    boolean isInverted = electrode.patches().get(one).isInverted();
    if (electrode.patches().get(other).isInverted() != isInverted) {
      throw new IllegalArgumentException(
          ("patches %d and %d of electrode '%s' have opposite signs and overlap at %s;"
                  + " move them apart or make them smaller")
              .formatted(one + 1, other + 1, electrode.name(), place(film, at)));
    }
  }

  private static String overlap(
      Grid film, List<Electrode> electrodes, int one, int other, double[] at) {
    return ("electrodes %s and %s overlap: both touch the cell corner at %s;"
            + " move them apart or make them smaller")
        .formatted(name(electrodes, one), name(electrodes, other), place(film, at));
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

  /** True if one of the cells around corner (i, j), of any layer, holds film. */
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

  private static String nothing(CellMask mask, Electrode electrode, int patch) {
    Grid film = mask.grid();
    Face face = electrode.face();
    int u = face == null ? 0 : face.first();
    int v = face == null ? 1 : face.second();
    boolean isOne = electrode.patches().size() == 1;
    return ("%selectrode %s touches no cell corner%s: it must lie on %s (%.6g nm x %.6g nm%s)"
            + " and be larger than a cell (%.6g nm x %.6g nm) or contain a corner")
        .formatted(
            isOne ? "" : "patch " + (patch + 1) + " of ",
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

  /** The signs of these nodes, +1 or -1: an inverted patch has minus the electrode's voltage. */
  int[] signs(int e) {
    return signs[e];
  }

  /** Indices of the nodes of all electrodes. */
  int[] all() {
    return all;
  }
}
