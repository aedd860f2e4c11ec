package hopfilm.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Random resistor networks on the nine-point stencil, and their matrices written out. */
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
    return layouts.stream();
  }

  /** A resistor from each node to each neighbour that it has, conductances from 0.1 to 1. */
  static Stencil random(NodeLayout l, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Stencil a = new Stencil(l, new PlainStencilKernel());
    for (int j = 0; j < l.ny(); j++) {
      for (int i = 0; i < l.nx(); i++) {
        int k = l.index(i, j);
        boolean east = l.wrapX() || i + 1 < l.nx();
        boolean north = l.wrapY() || j + 1 < l.ny();
        boolean west = l.wrapX() || i > 0;
        a.east()[k] = east ? -random.nextDouble(0.1, 1) : 0;
        a.north()[k] = north ? -random.nextDouble(0.1, 1) : 0;
        a.northEast()[k] = east && north ? -random.nextDouble(0.1, 1) : 0;
        a.northWest()[k] = west && north ? -random.nextDouble(0.1, 1) : 0;
      }
    }
    double[][] off = dense(a);
    for (int j = 0; j < l.ny(); j++) {
      for (int i = 0; i < l.nx(); i++) {
        double sum = 0;
        for (double value : off[i + l.nx() * j]) {
          sum += value;
        }
        a.centre()[l.index(i, j)] = -sum;
      }
    }
    a.fillGhosts();
    return a;
  }

  /** The matrix in full, from its five arrays. */
  static double[][] dense(Stencil a) {
    return dense(a.layout(), a.centre(), a.east(), a.north(), a.northEast(), a.northWest());
  }

  static double[][] dense(FloatStencil a) {
    return dense(
        a.layout(),
        widen(a.centre()),
        widen(a.east()),
        widen(a.north()),
        widen(a.northEast()),
        widen(a.northWest()));
  }

  private static double[] widen(float[] a) {
    double[] wide = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      wide[k] = a[k];
    }
    return wide;
  }

  private static double[][] dense(
      NodeLayout l, double[] d, double[] e, double[] n, double[] ne, double[] nw) {
    double[][] dense = new double[l.nodes()][l.nodes()];
    for (int j = 0; j < l.ny(); j++) {
      for (int i = 0; i < l.nx(); i++) {
        int k = l.index(i, j);
        dense[i + l.nx() * j][i + l.nx() * j] += d[k];
        couple(dense, l, i, j, i + 1, j, e[k]);
        couple(dense, l, i, j, i, j + 1, n[k]);
        couple(dense, l, i, j, i + 1, j + 1, ne[k]);
        couple(dense, l, i, j, i - 1, j + 1, nw[k]);
      }
    }
    return dense;
  }

  private static void couple(
      double[][] dense, NodeLayout l, int i, int j, int i2, int j2, double value) {
    if (value != 0) {
      int a = i + l.nx() * j;
      int b = Math.floorMod(i2, l.nx()) + l.nx() * Math.floorMod(j2, l.ny());
      dense[a][b] += value;
      dense[b][a] += value;
    }
  }
}
