package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.solver.NodeLayout;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The corners at which two conducting cells touch and no other cell joins them. Each of the two has
 * a potential of its own there, so that no current passes from one to the other, as no magnetic
 * bond does. Where an electrode covers the corner its metal joins them.
 *
 * <p>A potential of its own is no unknown but follows from those of the cell's other corners at the
 * same height: with three of them left it is the linear one, v_00 = v_10 + v_01 - v_11, with two
 * side by side it does not change towards the missing ones, with two on a diagonal it is their
 * mean, with one the same. These are linear conditions on the potential between the corners, so all
 * that holds for the finite elements holds with them: G is symmetric, its rows sum to zero and the
 * Joule heat is sum V_k I_k, to rounding; and a uniform field is one. The corner itself then has no
 * equation.
 *
 * <p>A column of cells all of whose corners are such ones keeps those that a neighbour does not
 * keep.
 */
final class SplitCorners {

  /**
   * By the flags of split corners of a face (bit x + 2 y): rows of weights of the other corners.
   */
  private static final double[][][] WEIGHTS = new double[16][][];

  static {
    for (int flags = 0; flags < WEIGHTS.length; flags++) {
      WEIGHTS[flags] = new double[4][4];
      for (int c = 0; c < 4; c++) {
        weigh(flags, c, WEIGHTS[flags][c]);
      }
    }
  }

  private final Grid film;
  private final CellCorners at;
  private final int[] cells; // ascending
  private final int[]
      flags; // of each: those of the lower face, and 16 times those of the upper one
  private final boolean[] without; // the columns that conduct, less these
  private final boolean[] isSplit; // by number of the node
  private final int corners;
  private final double[] v = new double[8]; // of a cell

  private static void weigh(int flags, int c, double[] weight) {
    boolean alongX = isKept(flags, c ^ 1);
    boolean alongY = isKept(flags, c ^ 2);
    boolean across = isKept(flags, c ^ 3);
    if (isKept(flags, c)) {
      weight[c] = 1;
    } else if (alongX && alongY) {
      weight[c ^ 1] = across ? 1 : 0.5;
      weight[c ^ 2] = across ? 1 : 0.5;
      weight[c ^ 3] = across ? -1 : 0;
    } else if (alongX || alongY) {
      weight[alongX ? c ^ 1 : c ^ 2] = 1;
    } else {
      weight[c ^ 3] = 1;
    }
  }

  private static boolean isKept(int flags, int c) {
    return (flags >> c & 1) == 0;
  }

  /**
   * The split corners of a film; null if there are none.
   *
   * @param conducts the columns of cells that do, null if all do
   */
  static SplitCorners of(
      Grid film, NodeLayout layout, boolean[] conducts, ElectrodeNodes electrodes) {
    if (conducts == null) {
      return null;
    }
    int[] touched = touches(film, conducts);
    return Arrays.stream(touched).allMatch(f -> f == 0)
        ? null
        : new SplitCorners(film, layout, conducts, touched, electrodes);
  }

  private SplitCorners(
      Grid film, NodeLayout layout, boolean[] conducts, int[] touched, ElectrodeNodes electrodes) {
    this.film = film;
    this.at = new CellCorners(film, layout);
    this.corners = at.count();
    boolean[] isMetal = new boolean[layout.nodes()];
    for (int k : electrodes.all()) {
      isMetal[layout.flat(k)] = true;
    }
    keepSome(film, touched);
    this.without = conducts.clone();
    for (int c = 0; c < touched.length; c++) {
      without[c] &= touched[c] == 0;
    }
    this.cells =
        IntStream.range(0, film.cells()).filter(c -> touched[c % touched.length] != 0).toArray();
    this.flags = new int[cells.length];
    this.isSplit = new boolean[layout.nodes()];
    boolean[] isKept = new boolean[layout.nodes()];
    for (int n = 0; n < cells.length; n++) {
      for (int c = 0; c < corners; c++) {
        int node = at.node(cells[n], c);
        boolean split = (touched[cells[n] % touched.length] >> (c & 3) & 1) == 1 && !isMetal[node];
        flags[n] |= split ? 1 << c : 0;
        isSplit[node] |= split;
        isKept[node] |= !split;
      }
    }
    for (int node = 0; node < isSplit.length; node++) {
      isSplit[node] &= !isKept[node];
    }
  }

  /** For each column of cells, which corners it shares with one across them alone. */
  private static int[] touches(Grid film, boolean[] conducts) {
    int[] found = new int[conducts.length];
    for (int column = 0; column < found.length; column++) {
      for (int c = 0; c < 4 && conducts[column]; c++) {
        int i = (c & 1) == 1 ? 1 : -1;
        int j = (c & 2) == 2 ? 1 : -1;
        boolean only =
            is(film, conducts, column, i, j)
                && !is(film, conducts, column, i, 0)
                && !is(film, conducts, column, 0, j);
        found[column] |= only ? 1 << c : 0;
      }
    }
    return found;
  }

  private static boolean is(Grid film, boolean[] conducts, int column, int i, int j) {
    int other = neighbour(film, column, i, j);
    return other >= 0 && conducts[other];
  }

  /** The column of cells i, j further on; -1 beyond an edge. */
  private static int neighbour(Grid film, int column, int i, int j) {
    return film.column(column % film.nx() + i, column / film.nx() + j);
  }

  /** A column that would have no corner left keeps some: of two such ones the lower along y. */
  private static void keepSome(Grid film, int[] touched) {
    int all = 15;
    int[] before = touched.clone();
    for (int column = 0; column < before.length; column++) {
      for (int c = 0; c < 4 && before[column] == all; c++) {
        int other = neighbour(film, column, (c & 1) == 1 ? 1 : -1, (c & 2) == 2 ? 1 : -1);
        boolean isMine = before[other] != all || c >= 2;
        touched[column] &= isMine ? ~(1 << c) : all;
      }
    }
  }

  /** The columns of cells that conduct, less those with split corners. */
  boolean[] without() {
    return without;
  }

  /** Number of cells beside split corners. */
  int count() {
    return cells.length;
  }

  /** The n-th of these cells. */
  int cell(int n) {
    return cells[n];
  }

  /** Weights of the four corners of the same face in the potential of corner c of the n-th cell. */
  double[] weights(int n, int c) {
    return WEIGHTS[flags[n] >> (c & 4) & 15][c & 3];
  }

  /** Gives the corners of the n-th cell its own potentials. */
  private void own(int n, double[] at) {
    for (int face = 0; face < corners; face += 4) {
      double a = at[face];
      double b = at[face + 1];
      double c = at[face + 2];
      double d = at[face + 3];
      for (int k = 0; k < 4; k++) {
        double[] w = weights(n, face + k);
        at[face + k] = w[0] * a + w[1] * b + w[2] * c + w[3] * d;
      }
    }
  }

  /** Gives the corners of a cell its own potentials; of another cell nothing changes. */
  void ownOf(int cell, double[] at) {
    int n = Arrays.binarySearch(cells, cell);
    if (n >= 0) {
      own(n, at);
    }
  }

  /** The field at the centres of the cells beside split corners [V/m]. */
  void field(double[] potential, VectorField e) {
    for (int n = 0; n < cells.length; n++) {
      gather(n, potential);
      for (int axis = 0; axis < (corners == 4 ? 2 : 3); axis++) {
        double sum = 0;
        for (int c = 0; c < corners; c++) {
          sum += (c >> axis & 1) == 0 ? v[c] : -v[c];
        }
        e.component(axis)[cells[n]] = 2 * sum / (corners * film.cellSize(axis));
      }
    }
  }

  /** Gives the split corners the potential of one of their two cells. */
  void complete(double[] potential) {
    for (int n = 0; n < cells.length; n++) {
      gather(n, potential);
      for (int c = 0; c < corners; c++) {
        int node = at.node(cells[n], c);
        if (isSplit[node]) {
          potential[node] = v[c];
        }
      }
    }
  }

  private void gather(int n, double[] potential) {
    for (int c = 0; c < corners; c++) {
      v[c] = potential[at.node(cells[n], c)];
    }
    own(n, v);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SplitCorners s
        && Arrays.equals(cells, s.cells)
        && Arrays.equals(flags, s.flags)
        && Arrays.equals(without, s.without);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells) + 31 * Arrays.hashCode(flags);
  }
}
