package hopfilm.experiment;

/**
 * A share of the runs of a sweep, for machines that divide it among them.
 *
 * @param k which share, from 1
 * @param n number of shares
 */
public record Share(int k, int n) {

  /** All runs. */
  public static final Share WHOLE = new Share(1, 1);

  /**
   * @throws IllegalArgumentException if k is not from 1 to n
   */
  public Share {
    if (n < 1 || k < 1 || k > n) {
      throw new IllegalArgumentException(
          "--only %d/%d: give a share from 1 to the number of shares, such as 2/4".formatted(k, n));
    }
  }

  /** As it is written: 2/4. */
  public String text() {
    return k + "/" + n;
  }

  /** Whether a run belongs to it. */
  public boolean has(SweepRun run) {
    return (run.number() - 1) % n == k - 1;
  }
}
