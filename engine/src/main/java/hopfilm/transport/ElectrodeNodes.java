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
    CornerOwners owners = new CornerOwners(mask, layout, electrodes);
    for (int e = 0; e < electrodes.size(); e++) {
      vetFace(film, electrodes, e);
      for (int n : owners.take(e)) {
        visitor.node(e, layout.start(n / layout.nx()) + n % layout.nx(), owners.isInverted(n));
      }
    }
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
