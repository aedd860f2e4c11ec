package hopfilm.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Random resistor networks on the stencil of a layout, and their matrices written out. */
final class Networks {

  private Networks() {}

  /** Layouts of every kind: odd, even and tiny, open and wrapped. */
  static Stream<NodeLayout> layouts() {
    int[][] sizes = {{9, 12}, {14, 7}, {1, 9}, {2, 2}, {3, 20}, {17, 17}, {20, 1}, {12, 10}};
    List<NodeLayout> layouts = new ArrayList<>();
    for (int[] n : sizes) {
      for (int wrap = 0; wrap < 4; wrap++) {
        layouts.add(new NodeLayout(n[0], n[1], wrap % 2 == 1, wrap / 2 == 1));
      }
    }
    int[][] solids = {{5, 6, 4}, {4, 3, 7}, {2, 2, 2}, {3, 1, 5}, {9, 4, 2}, {6, 5, 6}};
    for (int[] n : solids) {
      for (int wrap = 0; wrap < 8; wrap++) {
        layouts.add(
            new NodeLayout(n[0], n[1], n[2], wrap % 2 == 1, wrap / 2 % 2 == 1, wrap / 4 == 1));
      }
    }
    return layouts.stream();
  }

  /** A resistor from each node to each neighbour that it has, conductances from 0.1 to 1. */
  static Stencil random(NodeLayout l, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Stencil a = new Stencil(l);
    for (int row = 0; row < l.nodes(); row++) {
      for (int n = 1; n < a.couplings().length; n++) {
        boolean exists = other(l, row, Neighbour.number(n)) >= 0;
        a.couplings()[n][index(l, row)] = exists ? -random.nextDouble(0.1, 1) : 0;
      }
    }
    double[][] off = dense(a);
    for (int row = 0; row < l.nodes(); row++) {
      double sum = 0;
      for (double value : off[row]) {
        sum += value;
      }
      a.centre()[index(l, row)] = -sum;
    }
    a.fillGhosts();
    return a;
  }

  /** Index of a node by its number. */
  static int index(NodeLayout l, int n) {
    return l.index(n % l.nx(), n / l.nx() % l.ny(), n / l.nx() / l.ny());
  }

  /** Number of a node's neighbour, -1 if it has none. */
  private static int other(NodeLayout l, int n, Neighbour to) {
    int[] at = {n % l.nx(), n / l.nx() % l.ny(), n / l.nx() / l.ny()};
    for (int axis = 0; axis < 3; axis++) {
      at[axis] += to.along(axis);
      if (l.wraps(axis)) {
        at[axis] = Math.floorMod(at[axis], l.along(axis));
      }
      if (at[axis] < 0 || at[axis] >= l.along(axis)) {
        return -1;
      }
    }
    return at[0] + l.nx() * (at[1] + l.ny() * at[2]);
  }

  /** The matrix in full, from its five or fourteen arrays. */
  static double[][] dense(Stencil a) {
    return dense(a.layout(), a.couplings());
  }

  static double[][] dense(FloatStencil a) {
    double[][] wide = new double[a.couplings().length][a.layout().length()];
    for (int n = 0; n < wide.length; n++) {
      for (int k = 0; k < wide[n].length; k++) {
        wide[n][k] = a.couplings()[n][k];
      }
    }
    return dense(a.layout(), wide);
  }

  private static double[][] dense(NodeLayout l, double[][] couplings) {
    double[][] dense = new double[l.nodes()][l.nodes()];
    for (int row = 0; row < l.nodes(); row++) {
      dense[row][row] += couplings[0][index(l, row)];
      for (int n = 1; n < couplings.length; n++) {
        double value = couplings[n][index(l, row)];
        if (value != 0) {
          int other = other(l, row, Neighbour.number(n));
          dense[row][other] += value;
          dense[other][row] += value;
        }
      }
    }
    return dense;
  }
}
