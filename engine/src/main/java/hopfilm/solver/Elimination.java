package hopfilm.solver;

import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a symmetric matrix K of a plane couples groups of its nodes with when all other nodes are
 * free:
 *
 * <pre>
 *   S = B^T (K_gg - K_gf K_ff^-1 K_fg) B,   B = 1 for a node and its group, else 0
 * </pre>
 *
 * The work hardly grows with the number of groups.
 *
 * <p>Free nodes are eliminated by nested dissection: the halves of a rectangle first, then the line
 * between them. A. George, SIAM J. Numer. Anal. 10, 345 (1973), doi:10.1137/0710032. Each rectangle
 * is a small dense matrix, the front of I. S. Duff, J. K. Reid, ACM Trans. Math. Softw. 9, 302
 * (1983), doi:10.1145/356044.356047. Results do not depend on the number of threads.
 */
public final class Elimination {

  /** A rectangle of no more nodes is not divided. */
  private static final int LEAF = 20;

  /** Unknowns that are eliminated from the rest of a front at once. */
  private static final int BLOCK = 32;

  /** Rows of a front below this number are not worth a second thread. */
  private static final int GRAIN = 64;

  /** A pivot below this part of the largest element belongs to nodes that no group is tied to. */
  private static final double ZERO_PIVOT = 1e-10;

  private final NodeLayout layout;
  private final Parallel parallel;
  private final int groups;
  private final int[]
      unknowns; // of each node: its own number, or that of its group after all nodes
  private final List<List<Front>> levels = new ArrayList<>(); // the whole plane first
  private double zero;

  /** The nodes of a rectangle that are eliminated together. */
  private static final class Front {
    private final int[] own; // ascending
    private final int[] rest; // later nodes and groups that these are coupled with, ascending
    private final List<Front> halves;
    private double[][] left; // lower triangle of the matrix of the rest; null before and after

    Front(int[] own, int[] rest, List<Front> halves) {
      this.own = own;
      this.rest = rest;
      this.halves = halves;
    }

    /** Row of an unknown; negative for one that was eliminated before. */
    private int row(int unknown) {
      int k = Arrays.binarySearch(own, unknown);
      if (k < 0) {
        k = Arrays.binarySearch(rest, unknown);
        k += k < 0 ? 0 : own.length;
      }
      return k;
    }
  }

  /**
   * Orders the nodes.
   *
   * @param layout of one plane, without wrapped axes
   * @param nodes indices of the nodes of each group, in no other one
   * @throws IllegalArgumentException for several planes or wrapped axes
   */
  public Elimination(NodeLayout layout, int[][] nodes, Parallel parallel) {
    if (!layout.isFlat() || layout.wraps()) {
      throw new IllegalArgumentException("nodes are eliminated from one plane with open edges");
    }
    this.layout = layout;
    this.parallel = parallel;
    this.groups = nodes.length;
    this.unknowns = new int[layout.nodes()];
    Arrays.setAll(unknowns, n -> n);
    for (int g = 0; g < groups; g++) {
      for (int n = 0; n < nodes[g].length; n++) {
        unknowns[layout.flat(nodes[g][n])] = layout.nodes() + g;
      }
    }
    divide(0, layout.nx(), 0, layout.ny(), 0);
  }

  // --- the order
  // ----------------------------------------------------------------------------------

  private Front divide(int x0, int x1, int y0, int y1, int level) {
    while (levels.size() <= level) {
      levels.add(new ArrayList<>());
    }
    int width = x1 - x0;
    int height = y1 - y0;
    List<Front> halves = new ArrayList<>();
    int[] own;
    if (width * height <= LEAF) {
      own = free(x0, x1, y0, y1);
    } else if (width >= height) {
      int middle = x0 + width / 2;
      halves.add(divide(x0, middle, y0, y1, level + 1));
      halves.add(divide(middle + 1, x1, y0, y1, level + 1));
      own = free(middle, middle + 1, y0, y1);
    } else {
      int middle = y0 + height / 2;
      halves.add(divide(x0, x1, y0, middle, level + 1));
      halves.add(divide(x0, x1, middle + 1, y1, level + 1));
      own = free(x0, x1, middle, middle + 1);
    }
    Front front = new Front(own, rest(own, halves, x0, x1, y0, y1), halves);
    levels.get(level).add(front);
    return front;
  }

  /** The free nodes of a rectangle. */
  private int[] free(int x0, int x1, int y0, int y1) {
    int[] found = new int[(x1 - x0) * (y1 - y0)];
    int n = 0;
    for (int j = y0; j < y1; j++) {
      for (int i = x0; i < x1; i++) {
        int flat = i + layout.nx() * j;
        if (unknowns[flat] == flat) {
          found[n++] = flat;
        }
      }
    }
    return Arrays.copyOf(found, n);
  }

  /** Groups and nodes outside of a rectangle that its nodes are coupled with. */
  private int[] rest(int[] own, List<Front> halves, int x0, int x1, int y0, int y1) {
    int room = 9 * own.length + halves.stream().mapToInt(h -> h.rest.length).sum();
    int[] found = new int[room];
    int n = 0;
    for (int p : own) {
      for (int side = 0; side < 9; side++) {
        int i = p % layout.nx() + side % 3 - 1;
        int j = p / layout.nx() + side / 3 - 1;
        if (i >= 0 && j >= 0 && i < layout.nx() && j < layout.ny()) {
          int unknown = unknowns[i + layout.nx() * j];
          boolean isInside = i >= x0 && i < x1 && j >= y0 && j < y1;
          if (unknown >= layout.nodes() || !isInside) {
            found[n++] = unknown;
          }
        }
      }
    }
    for (Front half : halves) {
      for (int unknown : half.rest) {
        if (Arrays.binarySearch(own, unknown) < 0) {
          found[n++] = unknown;
        }
      }
    }
    Arrays.sort(found, 0, n);
    int different = 0;
    for (int k = 0; k < n; k++) {
      if (k == 0 || found[k] != found[k - 1]) {
        found[different++] = found[k];
      }
    }
    return Arrays.copyOf(found, different);
  }

  // --- the numbers
  // --------------------------------------------------------------------------------

  /**
   * Eliminates the free nodes.
   *
   * @param k the matrix, positive semidefinite
   * @return S, as many rows and columns as groups
   */
  public double[][] reduce(Stencil k) {
    double[][] s = between(k);
    zero = ZERO_PIVOT * Arrays.stream(k.centre()).max().orElse(0);
    for (int level = levels.size() - 1; level >= 0; level--) {
      List<Front> fronts = levels.get(level);
      // many small ones, one a thread; few large ones by all threads
      parallel.forRange(
          fronts.size(),
          4,
          (from, to) -> {
            for (int f = from; f < to; f++) {
              eliminate(fronts.get(f), k);
            }
          });
    }
    Front whole = levels.get(0).get(0);
    for (int i = 0; i < whole.rest.length; i++) {
      int row = whole.rest[i] - layout.nodes();
      for (int j = 0; j <= i; j++) {
        int column = whole.rest[j] - layout.nodes();
        s[row][column] += whole.left[i][j];
        s[column][row] = s[row][column];
      }
    }
    whole.left = null;
    return s;
  }

  /** The couplings of groups by which they touch. */
  private double[][] between(Stencil k) {
    double[][] s = new double[groups][groups];
    for (int p = 0; p < unknowns.length; p++) {
      int g = unknowns[p] - layout.nodes();
      if (g >= 0) {
        int at = layout.start(p / layout.nx()) + p % layout.nx();
        s[g][g] += k.centre()[at];
        for (int c = 1; c < k.couplings().length; c++) {
          int q = neighbour(p, Neighbour.number(c), 1);
          int h = q < 0 ? -1 : unknowns[q] - layout.nodes();
          if (h >= 0) {
            double value = k.couplings()[c][at];
            s[g][h] += value;
            s[h][g] += value;
          }
        }
      }
    }
    return s;
  }

  /** A neighbour of a node on one side or the other; -1 where the plane ends. */
  private int neighbour(int p, Neighbour to, int side) {
    int i = p % layout.nx() + side * to.dx();
    int j = p / layout.nx() + side * to.dy();
    boolean isThere = i >= 0 && j >= 0 && i < layout.nx() && j < layout.ny();
    return isThere ? i + layout.nx() * j : -1;
  }

  private void eliminate(Front front, Stencil k) {
    int own = front.own.length;
    int size = own + front.rest.length;
    double[][] f = new double[size][];
    Arrays.setAll(f, i -> new double[i + 1]);
    for (int a = 0; a < own; a++) {
      assemble(front, a, k, f);
    }
    for (Front half : front.halves) {
      add(half, front, f);
    }
    for (int from = 0; from < own; from += BLOCK) {
      eliminate(f, from, Math.min(own, from + BLOCK));
    }
    double[][] left = new double[size - own][];
    Arrays.setAll(left, i -> Arrays.copyOfRange(f[own + i], own, own + i + 1));
    front.left = left;
  }

  /** Adds the couplings of a node that is eliminated next. */
  private void assemble(Front front, int a, Stencil k, double[][] f) {
    int p = front.own[a];
    int at = layout.start(p / layout.nx()) + p % layout.nx();
    f[a][a] += k.centre()[at];
    for (int c = 1; c < k.couplings().length; c++) {
      Neighbour to = Neighbour.number(c);
      int offset = to.offset(layout);
      couple(front, a, neighbour(p, to, 1), k.couplings()[c][at], f);
      couple(front, a, neighbour(p, to, -1), k.couplings()[c][at - offset], f);
    }
  }

  private void couple(Front front, int a, int q, double value, double[][] f) {
    int b = q < 0 ? -1 : front.row(unknowns[q]);
    if (b > a) { // a pair of own nodes is met twice
      f[b][a] += value;
    }
  }

  /** Adds what is left of a half. */
  private static void add(Front half, Front front, double[][] f) {
    int[] rows = Arrays.stream(half.rest).map(front::row).toArray();
    for (int i = 0; i < rows.length; i++) {
      double[] row = half.left[i];
      for (int j = 0; j <= i; j++) {
        f[Math.max(rows[i], rows[j])][Math.min(rows[i], rows[j])] += row[j];
      }
    }
    half.left = null;
  }

  /** Eliminates some columns by Cholesky's method, from all rows below. */
  private void eliminate(double[][] f, int from, int to) {
    double[] inverse = new double[to - from];
    for (int i = from; i < to; i++) {
      solve(f, i, from, i, inverse);
      double pivot = f[i][i];
      for (int k = from; k < i; k++) {
        pivot -= f[i][k] * f[i][k];
      }
      inverse[i - from] = pivot > zero ? 1 / Math.sqrt(pivot) : 0;
    }
    int rows = f.length - to;
    double[][] columns = new double[to - from][rows];
    parallel.forRange(
        rows,
        GRAIN,
        (first, last) -> {
          for (int i = first; i < last; i++) {
            solve(f, to + i, from, to, inverse);
            for (int k = from; k < to; k++) {
              columns[k - from][i] = f[to + i][k];
            }
          }
        });
    // a short row with a long one, so that all pairs take the same time
    parallel.forRange(
        (rows + 1) / 2,
        GRAIN / 2,
        (first, last) -> {
          for (int i = first; i < last; i++) {
            subtract(f[to + i], columns, from, to, i);
            if (rows - 1 - i != i) {
              subtract(f[to + rows - 1 - i], columns, from, to, rows - 1 - i);
            }
          }
        });
  }

  /** Turns the elements of a row in some columns into those of the factor. */
  private static void solve(double[][] f, int row, int from, int to, double[] inverse) {
    double[] x = f[row];
    for (int k = from; k < to; k++) {
      double[] l = f[k];
      double sum = x[k];
      for (int n = from; n < k; n++) {
        sum -= x[n] * l[n];
      }
      x[k] = sum * inverse[k - from];
    }
  }

  /** Subtracts the part of the eliminated columns from what is behind them in a row. */
  private static void subtract(double[] x, double[][] columns, int from, int to, int last) {
    int k = 0;
    for (; k + 4 <= to - from; k += 4) {
      double a = x[from + k];
      double b = x[from + k + 1];
      double c = x[from + k + 2];
      double d = x[from + k + 3];
      four(x, to, last + 1, a, columns[k], b, columns[k + 1], c, columns[k + 2], d, columns[k + 3]);
    }
    for (; k < to - from; k++) {
      double a = x[from + k];
      double[] column = columns[k];
      for (int j = 0; j <= last; j++) {
        x[to + j] -= a * column[j];
      }
    }
  }

  /** Four columns at once: a row is read and written once for all of them. */
  private static void four(
      double[] x,
      int start,
      int n,
      double a,
      double[] p,
      double b,
      double[] q,
      double c,
      double[] r,
      double d,
      double[] s) {
    for (int j = 0; j < n; j++) {
      x[start + j] -= (a * p[j] + b * q[j]) + (c * r[j] + d * s[j]);
    }
  }
}
