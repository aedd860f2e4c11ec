package hopfilm.fourier;

/**
 * Arrays in which whole vectors lie in one line of the cache: a vector that crosses into the next
 * line costs twice. The garbage collector G1 puts an array that fills half a region at the start of
 * one and never moves it. Other collectors put it anywhere: the same numbers, some 15 % slower.
 */
final class DoubleRoom {

  /** Where the numbers begin: a line of the cache, behind 16 bytes of the array's own. */
  static final int FIRST = 48 / Double.BYTES;

  /** Half of a region of 4 MB, which a heap of 8 GB has. */
  private static final int LEAST = (2 << 20) / Double.BYTES;

  private DoubleRoom() {}

  /** Room for n numbers from {@link #FIRST} on. */
  static double[] of(int n) {
    return new double[Math.max(FIRST + n, LEAST)];
  }
}
