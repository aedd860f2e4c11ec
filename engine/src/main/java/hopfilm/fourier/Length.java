package hopfilm.fourier;

import java.util.ArrayList;
import java.util.List;

/** Lengths of transforms, and how they are taken apart. */
final class Length {

  private Length() {}

  /** Smallest power of two that is at least {@code n}. */
  static int powerOfTwo(int n) {
    return n <= 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
  }

  /** True if no prime above 5 divides it. */
  static boolean isGood(int n) {
    int m = n;
    for (int r : new int[] {2, 3, 5}) {
      while (m % r == 0) {
        m /= r;
      }
    }
    return m == 1;
  }

  /** Smallest multiple of 4 without primes above 5 that is at least {@code n}. */
  static int goodMultipleOfFour(int n) {
    int m = (n + 3) / 4 * 4;
    while (!isGood(m)) {
      m += 4;
    }
    return m;
  }

  /**
   * Radices of a good length, outermost first: 4 as often as it goes, and one 8 rather than a 2
   * after it.
   *
   * @param four begin with a 4
   */
  static int[] radices(int n, boolean four) {
    List<Integer> all = new ArrayList<>();
    int m = n;
    if (four) {
      all.add(4);
      m /= 4;
    }
    int twos = Integer.numberOfTrailingZeros(m);
    m >>= twos;
    boolean eight = twos % 2 == 1 && twos >= 3;
    for (int k = 0; k < (eight ? twos - 3 : twos) / 2; k++) {
      all.add(4);
    }
    for (int r : new int[] {3, 5}) {
      while (m % r == 0) {
        all.add(r);
        m /= r;
      }
    }
    if (twos % 2 == 1) {
      all.add(eight ? 8 : 2);
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }
}
