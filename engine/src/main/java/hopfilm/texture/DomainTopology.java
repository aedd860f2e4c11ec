package hopfilm.texture;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Topology of the domains mz &gt; 0 and mz &lt; 0 of a film, whatever their shape.
 *
 * @param domains connected domains of both signs; cells that touch at a side are connected
 * @param ends free ends of stripes of both signs: end points of the skeletons of the domains within
 *     the film. A stripe that runs out at the edge of the film has no free end there
 * @param wallLength of the lines mz = 0 [m]
 */
public record DomainTopology(int domains, int ends, double wallLength) {

  /** Shorter side branches of a skeleton are roughness of the wall [m]; half a stripe is 16 nm. */
  private static final double SPUR = 16e-9;

  /** Stripes are continued beyond an edge this far, so that their skeletons end there [m]. */
  private static final double BEYOND = 64e-9;

  /** Neighbours in turn, from the one above on. */
  private static final int[] DX = {0, 1, 1, 1, 0, -1, -1, -1};

  private static final int[] DY = {1, 1, 0, -1, -1, -1, 0, 1};

  /** Domains of a full film of one layer; those that continue across a periodic edge are one. */
  public static DomainTopology of(VectorField m) {
    return new DomainTopology(domains(m, 1) + domains(m, -1), ends(m, 1) + ends(m, -1), walls(m));
  }

  /** The place that a cell beyond a periodic edge has within. */
  private static int at(int i, int n, Edges edges) {
    return edges == Edges.PERIODIC ? Math.floorMod(i, n) : i;
  }

  private static int domains(VectorField m, int sign) {
    Grid g = m.grid();
    boolean[] left = new boolean[g.nx() * g.ny()];
    for (int c = 0; c < left.length; c++) {
      left[c] = sign * m.z()[c] > 0;
    }
    int count = 0;
    Deque<Integer> open = new ArrayDeque<>();
    for (int start = 0; start < left.length; start++) {
      if (left[start]) {
        count++;
        left[start] = false;
        open.push(start);
      }
      while (!open.isEmpty()) {
        int c = open.pop();
        int i = c % g.nx();
        int j = c / g.nx();
        for (int d = 0; d < 8; d += 2) {
          int x = at(i + DX[d], g.nx(), g.edgesX());
          int y = at(j + DY[d], g.ny(), g.edgesY());
          if (x >= 0 && x < g.nx() && y >= 0 && y < g.ny() && left[y * g.nx() + x]) {
            left[y * g.nx() + x] = false;
            open.push(y * g.nx() + x);
          }
        }
      }
    }
    return count;
  }

  private static int ends(VectorField m, int sign) {
    Grid g = m.grid();
    int pad = (int) Math.ceil(BEYOND / g.dx());
    // one more cell around it, so that every cell that is looked at has eight neighbours
    int nx = g.nx() + 2 * pad + 2;
    int ny = g.ny() + 2 * pad + 2;
    boolean[][] set = new boolean[ny][nx];
    for (int j = 1; j + 1 < ny; j++) {
      for (int i = 1; i + 1 < nx; i++) {
        int x = Math.max(0, Math.min(g.nx() - 1, at(i - 1 - pad, g.nx(), g.edgesX())));
        int y = Math.max(0, Math.min(g.ny() - 1, at(j - 1 - pad, g.ny(), g.edgesY())));
        set[j][i] = sign * m.z()[g.index(x, y, 0)] > 0;
      }
    }
    thin(set);
    int count = 0;
    int spur = (int) Math.round(SPUR / g.dx());
    for (int j = pad + 1; j < g.ny() + pad + 1; j++) {
      for (int i = pad + 1; i < g.nx() + pad + 1; i++) {
        count += set[j][i] && neighbours(set, i, j) == 1 && isStripe(set, i, j, spur) ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * Thins to lines one cell wide without cutting or joining them: T. Y. Zhang and C. Y. Suen,
   * Commun. ACM 27, 236 (1984), doi:10.1145/357994.358023.
   */
  private static void thin(boolean[][] set) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int pass = 0; pass < 2; pass++) {
        boolean[][] old = Arrays.stream(set).map(boolean[]::clone).toArray(boolean[][]::new);
        for (int j = 1; j + 1 < set.length; j++) {
          for (int i = 1; i + 1 < set[0].length; i++) {
            if (old[j][i] && goes(old, i, j, pass)) {
              set[j][i] = false;
              changed = true;
            }
          }
        }
      }
    }
  }

  private static boolean goes(boolean[][] s, int i, int j, int pass) {
    int n = neighbours(s, i, j);
    boolean north = at(s, i, j, 0);
    boolean east = at(s, i, j, 2);
    boolean south = at(s, i, j, 4);
    boolean west = at(s, i, j, 6);
    boolean first = pass == 0;
    return n >= 2
        && n <= 6
        && lines(s, i, j) == 1
        && !(first ? north && east && south : north && east && west)
        && !(first ? east && south && west : north && south && west);
  }

  private static boolean at(boolean[][] s, int i, int j, int d) {
    return s[j + DY[d]][i + DX[d]];
  }

  private static int neighbours(boolean[][] s, int i, int j) {
    int n = 0;
    for (int d = 0; d < 8; d++) {
      n += at(s, i, j, d) ? 1 : 0;
    }
    return n;
  }

  /** True if the line that ends here goes on for this many cells before it branches. */
  private static boolean isStripe(boolean[][] s, int i, int j, int cells) {
    List<Integer> seen = new ArrayList<>();
    int x = i;
    int y = j;
    for (int k = 0; k < cells; k++) {
      seen.add(y * s[0].length + x);
      int next = -1;
      for (int d = 0; d < 8; d++) {
        boolean isNew = !seen.contains((y + DY[d]) * s[0].length + x + DX[d]);
        if (at(s, x, y, d) && isNew && (next < 0 || d % 2 == 0)) {
          next = d;
        }
      }
      if (next < 0) {
        // the other end of a short stripe
        return true;
      }
      x += DX[next];
      y += DY[next];
      if (lines(s, x, y) > 2) {
        return false;
      }
    }
    return true;
  }

  /** Lines that meet in a cell of a skeleton: changes from outside to inside around it. */
  private static int lines(boolean[][] s, int i, int j) {
    int starts = 0;
    for (int d = 0; d < 8; d++) {
      starts += !at(s, i, j, d) && at(s, i, j, (d + 1) % 8) ? 1 : 0;
    }
    return starts;
  }

  /**
   * Bonds across which mz changes sign, times pi/4, the mean over directions of length per crossed
   * bond.
   */
  private static double walls(VectorField m) {
    Grid g = m.grid();
    double[] z = m.z();
    int crossed = 0;
    for (int j = 0; j < g.ny(); j++) {
      for (int i = 0; i < g.nx(); i++) {
        int c = g.index(i, j, 0);
        int right = at(i + 1, g.nx(), g.edgesX());
        int high = at(j + 1, g.ny(), g.edgesY());
        crossed += right < g.nx() && z[c] * z[g.index(right, j, 0)] < 0 ? 1 : 0;
        crossed += high < g.ny() && z[c] * z[g.index(i, high, 0)] < 0 ? 1 : 0;
      }
    }
    return Math.PI / 4 * crossed * g.dx();
  }
}
