package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.solver.NodeLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The connected parts of a film and the electrodes on each. Cells that share a side are connected,
 * those that share a corner alone are not; all layers are alike. Only an island with two electrodes
 * or more can carry a current; the others are left out of the equations, which would be singular
 * there.
 */
final class Islands {
  private static final int[] NONE = {};

  private final boolean whole;
  private final boolean[] conducts;
  private final int[] islandOf; // by corner of a layer, -1 without film; null in a whole film
  private final int[] other; // where two islands touch, else -1
  private final int[] silent;
  private final int[][] electrodes;

  Islands(CellMask mask, NodeLayout layout, ElectrodeNodes nodes) {
    this.whole = mask.isFull();
    if (whole) {
      this.islandOf = null;
      this.other = null;
      this.conducts = null;
      this.silent = new int[0];
      this.electrodes = new int[][] {IntStream.range(0, nodes.electrodes()).toArray()};
      return;
    }
    int[] ofCell = new int[mask.grid().nx() * mask.grid().ny()];
    int islands = label(mask, ofCell);
    this.islandOf = new int[layout.nx() * layout.ny()];
    this.other = new int[islandOf.length];
    atCorners(mask.grid(), ofCell);
    this.electrodes = electrodes(layout, nodes, islands);
    this.conducts = new boolean[ofCell.length];
    for (int c = 0; c < ofCell.length; c++) {
      conducts[c] = ofCell[c] >= 0 && electrodes[ofCell[c]].length > 1;
    }
    this.silent =
        IntStream.range(0, layout.nodes())
            .filter(n -> electrodesOf(island(n)).length < 2 && electrodesOf(other(n)).length < 2)
            .map(n -> layout.start(n / layout.nx()) + n % layout.nx())
            .toArray();
  }

  /** The island of a corner of any layer. */
  private int island(int corner) {
    return whole ? 0 : islandOf[corner % islandOf.length];
  }

  /** The second island where two touch, else -1. */
  private int other(int corner) {
    return whole ? -1 : other[corner % other.length];
  }

  private int[] electrodesOf(int island) {
    return island < 0 ? NONE : electrodes[island];
  }

  private void atCorners(Grid g, int[] ofCell) {
    Arrays.fill(islandOf, -1);
    Arrays.fill(other, -1);
    for (int cell = 0; cell < ofCell.length; cell++) {
      int island = ofCell[cell];
      for (int n = 0; n < 4 && island >= 0; n++) {
        int at = corner(g, cell % g.nx() + n % 2, cell / g.nx() + n / 2);
        if (islandOf[at] < 0) {
          islandOf[at] = island;
        } else if (islandOf[at] != island) {
          other[at] = island;
        }
      }
    }
  }

  private static int label(CellMask mask, int[] ofCell) {
    Grid g = mask.grid();
    Arrays.fill(ofCell, -1);
    int[] todo = new int[ofCell.length];
    int islands = 0;
    for (int first = 0; first < ofCell.length; first++) {
      if (!mask.inside(first) || ofCell[first] >= 0) {
        continue;
      }
      int left = 0;
      ofCell[first] = islands;
      todo[left++] = first;
      while (left > 0) {
        int cell = todo[--left];
        int i = cell % g.nx();
        int j = cell / g.nx();
        for (int n = 1; n < 9; n += 2) {
          int other = g.column(i + n % 3 - 1, j + n / 3 - 1);
          if (other >= 0 && mask.inside(other) && ofCell[other] < 0) {
            ofCell[other] = islands;
            todo[left++] = other;
          }
        }
      }
      islands++;
    }
    return islands;
  }

  private static int corner(Grid g, int i, int j) {
    boolean wrapX = g.edgesX() == Edges.PERIODIC;
    boolean wrapY = g.edgesY() == Edges.PERIODIC;
    int nx = g.nx() + (wrapX ? 0 : 1);
    return (wrapX ? i % nx : i) + nx * (wrapY ? j % g.ny() : j);
  }

  private int[][] electrodes(NodeLayout layout, ElectrodeNodes nodes, int islands) {
    List<List<Integer>> found = new ArrayList<>();
    for (int n = 0; n < islands; n++) {
      found.add(new ArrayList<>());
    }
    for (int e = 0; e < nodes.electrodes(); e++) {
      for (int k : nodes.of(e)) {
        int corner = layout.flat(k);
        add(e, found.get(island(corner)));
        if (other(corner) >= 0) {
          add(e, found.get(other(corner)));
        }
      }
    }
    return found.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private static void add(int electrode, List<Integer> here) {
    if (here.isEmpty() || here.get(here.size() - 1) != electrode) {
      here.add(electrode);
    }
  }

  int count() {
    return electrodes.length;
  }

  /** The columns of cells, i + nx j, that can carry a current; null if all can. */
  boolean[] conducts() {
    return conducts;
  }

  /** Indices of the nodes that have no equation: none of the cells around conducts. */
  int[] silent() {
    return silent;
  }

  /** True if an electrode shares no island with another one. */
  boolean isIsolated(int electrode) {
    for (int[] list : electrodes) {
      if (list.length > 1 && Arrays.stream(list).anyMatch(e -> e == electrode)) {
        return false;
      }
    }
    return true;
  }

  /** The electrodes that film connects with each other, by other electrodes too. */
  int[][] groups(int count) {
    int[] group = IntStream.range(0, count).toArray();
    for (int[] list : electrodes) {
      for (int e : list) {
        ConnectedElectrodes.join(group, list[0], e);
      }
    }
    return ConnectedElectrodes.lists(group);
  }

  /** True if these voltages drive no current: they are equal within each island. */
  boolean areAtRest(double[] voltages) {
    for (int[] list : electrodes) {
      for (int e : list) {
        if (voltages[e] != voltages[list[0]]) {
          return false;
        }
      }
    }
    return true;
  }

  /** The potential of voltages that drive no current. */
  void rest(double[] potential, double[] voltages) {
    for (int n = 0; n < potential.length; n++) {
      potential[n] = atRest(n, voltages);
    }
  }

  /** Sets the potential where there is no equation. */
  void complete(double[] potential, NodeLayout layout, double[] voltages) {
    for (int k : silent) {
      int n = layout.flat(k);
      potential[n] = atRest(n, voltages);
    }
  }

  private double atRest(int corner, double[] voltages) {
    // the one of two that conducts has the corner; where both do it has no equation
    int[] here = electrodesOf(island(corner));
    int[] there = electrodesOf(other(corner));
    here = there.length > here.length ? there : here;
    return here.length == 0 ? 0 : voltages[here[0]];
  }
}
