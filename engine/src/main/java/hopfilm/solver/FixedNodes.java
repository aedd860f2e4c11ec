package hopfilm.solver;

import java.util.Arrays;

/**
 * The nodes of a layout whose values are given.
 *
 * @param all their indices
 * @param rim those with a free neighbour: only there does a change of free nodes react
 */
public record FixedNodes(int[] all, int[] rim) {

  /** Finds the rim. */
  public static FixedNodes of(NodeLayout l, int[] all) {
    boolean[] isFixed = new boolean[l.length()];
    Arrays.fill(isFixed, true);
    for (int row = 0; row < l.rows(); row++) {
      Arrays.fill(isFixed, l.start(row), l.start(row) + l.nx(), false);
    }
    for (int k : all) {
      isFixed[k] = true;
    }
    int[] rim =
        Arrays.stream(all).filter(k -> l.wraps() || hasFreeNeighbour(l, isFixed, k)).toArray();
    return new FixedNodes(all, rim);
  }

  /** Not across a seam: there every fixed node counts as one of the rim. */
  private static boolean hasFreeNeighbour(NodeLayout l, boolean[] isFixed, int k) {
    for (int n = 1; n < Neighbour.stored(l); n++) {
      int o = Neighbour.number(n).offset(l);
      if (!isFixed[k - o] || !isFixed[k + o]) {
        return true;
      }
    }
    return false;
  }
}
