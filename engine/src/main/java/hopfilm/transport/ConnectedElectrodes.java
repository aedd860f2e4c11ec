package hopfilm.transport;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which electrodes a conductance matrix connects with each other, directly or by others, and
 * whether inverters tie them to the ground.
 */
final class ConnectedElectrodes {
  /** A G_ij below this part of the root of G_ii G_jj is an error of the solution. */
  private static final double NOTHING = 1e-10;

  /** Rows that sum to less, of the diagonal, sum to zero but for errors of the solution. */
  private static final double LEAK = 1e-6;

  private ConnectedElectrodes() {}

  /**
   * The groups of connected electrodes, each in ascending order; an isolated one is a group.
   *
   * @param a conductances or resistances
   */
  static int[][] of(double[][] a) {
    int n = a.length;
    int[] group = IntStream.range(0, n).toArray();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (Math.abs(a[i][j]) > NOTHING * Math.sqrt(Math.abs(a[i][i] * a[j][j]))) {
          join(group, i, j);
        }
      }
    }
    return lists(group);
  }

  /**
   * True if equal voltages drive a current: there are inverters between electrodes and film ({@link
   * Electrode}). Every row has a positive sum then, as a patch of the highest potential takes
   * current in and one of the lowest lets it out.
   *
   * @param a conductances or resistances
   */
  static boolean areGrounded(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(Arrays.stream(a[i]).sum()) > LEAK * Math.abs(a[i][i])) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a current can flow between two electrodes: those of sign - go on to others by way of
   * their supply.
   *
   * @param a conductances or resistances
   */
  static boolean hasPath(double[][] a, int i, int j) {
    return areGrounded(a) || Arrays.stream(of(a)).anyMatch(g -> contains(g, i) && contains(g, j));
  }

  private static boolean contains(int[] group, int electrode) {
    return Arrays.binarySearch(group, electrode) >= 0;
  }

  /** Makes one group of those of i and j. */
  static void join(int[] group, int i, int j) {
    int from = Math.max(group[i], group[j]);
    int to = Math.min(group[i], group[j]);
    for (int k = 0; k < group.length && from != to; k++) {
      group[k] = group[k] == from ? to : group[k];
    }
  }

  /** The members of each group. */
  static int[][] lists(int[] group) {
    return Arrays.stream(group)
        .distinct()
        .mapToObj(id -> IntStream.range(0, group.length).filter(k -> group[k] == id).toArray())
        .toArray(int[][]::new);
  }
}
