package hopfilm.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.parallel.Parallel;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EliminationTest {

  /** A net of random conductors between neighbours, diagonal ones included; rows sum to zero. */
  private static Stencil net(NodeLayout l, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Stencil k = new Stencil(l);
    for (int j = 0; j < l.ny(); j++) {
      for (int i = 0; i < l.nx(); i++) {
        for (int c = 1; c < 5; c++) {
          Neighbour to = Neighbour.number(c);
          int x = i + to.dx();
          int y = j + to.dy();
          if (x >= 0 && x < l.nx() && y < l.ny()) {
            double value = random.nextDouble(0.1, 2);
            k.couplings()[c][l.index(i, j)] = -value;
            k.centre()[l.index(i, j)] += value;
            k.centre()[l.index(x, y)] += value;
          }
        }
      }
    }
    return k;
  }

  private static int[] nodes(NodeLayout l, int x0, int x1, int y0, int y1) {
    return IntStream.range(y0, y1)
        .flatMap(j -> IntStream.range(x0, x1).map(i -> l.index(i, j)))
        .toArray();
  }

  /** The matrix as a whole. */
  private static RealMatrix dense(Stencil k) {
    NodeLayout l = k.layout();
    RealMatrix all = MatrixUtils.createRealMatrix(l.nodes(), l.nodes());
    double[] unit = new double[l.length()];
    double[] product = new double[l.length()];
    StencilMatrix matrix = new StencilMatrix(k, new PlainStencilKernel());
    for (int n = 0; n < l.nodes(); n++) {
      Arrays.fill(unit, 0);
      unit[l.start(n / l.nx()) + n % l.nx()] = 1;
      matrix.apply(unit, product, new double[l.rows()], 0, l.rows());
      for (int q = 0; q < l.nodes(); q++) {
        all.setEntry(q, n, product[l.start(q / l.nx()) + q % l.nx()]);
      }
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({"17, 23", "31, 9", "3, 40", "12, 12", "1, 30", "30, 2", "4, 4"})
  void isTheSchurComplement(int nx, int ny) {
    NodeLayout l = new NodeLayout(nx, ny, false, false);
    Stencil k = net(l, 3);
    int[][] groups = {
      nodes(l, 0, 1, 0, 1), nodes(l, nx / 2, nx, ny - 1, ny), nodes(l, 0, 1, ny / 2, ny / 2 + 1)
    };
    int[] group = new int[l.nodes()];
    Arrays.fill(group, -1);
    for (int g = 0; g < groups.length; g++) {
      for (int n : groups[g]) {
        group[l.flat(n)] = g;
      }
    }
    int[] free = IntStream.range(0, l.nodes()).filter(n -> group[n] < 0).toArray();
    int[] held = IntStream.range(0, l.nodes()).filter(n -> group[n] >= 0).toArray();
    RealMatrix whole = dense(k);
    RealMatrix fg = whole.getSubMatrix(free, held);
    RealMatrix inside = new LUDecomposition(whole.getSubMatrix(free, free)).getSolver().solve(fg);
    RealMatrix s = whole.getSubMatrix(held, held).subtract(fg.transpose().multiply(inside));
    double[][] expected = new double[groups.length][groups.length];
    for (int a = 0; a < held.length; a++) {
      for (int b = 0; b < held.length; b++) {
        expected[group[held[a]]][group[held[b]]] += s.getEntry(a, b);
      }
    }
    double[][] found = new Elimination(l, groups, Parallel.SERIAL).reduce(k);
    for (int g = 0; g < groups.length; g++) {
      // condition numbers of some thousands
      assertThat(found[g]).containsExactly(expected[g], within(1e-12 * expected[0][0]));
    }
  }

  /** A sheet of conductance 1 between its sides: height / width, as linear potentials are exact. */
  @Test
  void aSheet() {
    int width = 50;
    int height = 20;
    NodeLayout l = new NodeLayout(width + 1, height + 1, false, false);
    Stencil k = new Stencil(l);
    for (int j = 0; j < height; j++) {
      for (int i = 0; i < width; i++) {
        // bilinear elements of a square: 2/3 at a corner, -1/6 along sides, -1/3 across
        for (int p = 0; p < 4; p++) {
          k.centre()[l.index(i + p % 2, j + p / 2)] += 2.0 / 3;
        }
        k.east()[l.index(i, j)] -= 1.0 / 6;
        k.east()[l.index(i, j + 1)] -= 1.0 / 6;
        k.north()[l.index(i, j)] -= 1.0 / 6;
        k.north()[l.index(i + 1, j)] -= 1.0 / 6;
        k.northEast()[l.index(i, j)] -= 1.0 / 3;
        k.northWest()[l.index(i + 1, j)] -= 1.0 / 3;
      }
    }
    int[][] sides = {nodes(l, 0, 1, 0, height + 1), nodes(l, width, width + 1, 0, height + 1)};
    double[][] s = new Elimination(l, sides, Parallel.SERIAL).reduce(k);
    double g = (double) height / width;
    assertThat(s[0]).containsExactly(new double[] {g, -g}, within(1e-13));
    assertThat(s[1]).containsExactly(new double[] {-g, g}, within(1e-13));
  }

  @Test
  void hasTheSameBitsOnThreeThreads() {
    NodeLayout l = new NodeLayout(300, 280, false, false);
    Stencil k = net(l, 5);
    int[][] groups = new int[100][];
    for (int g = 0; g < groups.length; g++) {
      int x = 15 + 27 * (g % 10);
      int y = 15 + 26 * (g / 10);
      groups[g] = nodes(l, x, x + 3, y, y + 3);
    }
    double[][] serial = new Elimination(l, groups, Parallel.SERIAL).reduce(k);
    try (Parallel three = Parallel.of(3)) {
      assertThat(new Elimination(l, groups, three).reduce(k)).isDeepEqualTo(serial);
    }
    for (double[] row : serial) {
      assertThat(Arrays.stream(row).sum()).isCloseTo(0, within(1e-12 * serial[0][0]));
    }
  }

  /** Nodes without conductors, and a part of the net that no group touches, change nothing. */
  @Test
  void leavesOutWhatIsTiedToNoGroup() {
    NodeLayout l = new NodeLayout(40, 30, false, false);
    int[][] groups = {nodes(l, 0, 1, 0, 30), nodes(l, 18, 19, 0, 30)};
    Stencil left = net(l, 7);
    without(left, 19, 40);
    Stencil both = net(l, 7);
    without(both, 19, 21);
    double[][] alone = new Elimination(l, groups, Parallel.SERIAL).reduce(left);
    double[][] s = new Elimination(l, groups, Parallel.SERIAL).reduce(both);
    assertThat(s[0]).containsExactly(alone[0], within(1e-13 * alone[0][0]));
    assertThat(s[1]).containsExactly(alone[1], within(1e-13 * alone[0][0]));
    assertThat(s[0][0] + s[0][1]).isCloseTo(0, within(1e-12 * s[0][0]));
  }

  /** Takes off the conductors of some columns of nodes. */
  private static void without(Stencil k, int from, int to) {
    NodeLayout l = k.layout();
    for (int j = 0; j < l.ny(); j++) {
      for (int i = 0; i < l.nx(); i++) {
        for (int c = 1; c < 5; c++) {
          Neighbour n = Neighbour.number(c);
          int x = i + n.dx();
          int y = j + n.dy();
          boolean isThere = x >= 0 && x < l.nx() && y < l.ny();
          boolean isCut = Math.max(i, x) >= from && Math.min(i, x) < to;
          if (isThere && isCut) {
            double[] couplings = k.couplings()[c];
            double value = couplings[l.index(i, j)];
            k.centre()[l.index(i, j)] += value;
            k.centre()[l.index(x, y)] += value;
            couplings[l.index(i, j)] = 0;
          }
        }
      }
    }
  }

  @Test
  void needsAPlaneWithOpenEdges() {
    int[][] groups = {{0}, {1}};
    assertThatThrownBy(
            () -> new Elimination(new NodeLayout(4, 4, true, false), groups, Parallel.SERIAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("open edges");
    assertThatThrownBy(
            () ->
                new Elimination(
                    new NodeLayout(4, 4, 2, false, false, false), groups, Parallel.SERIAL))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
