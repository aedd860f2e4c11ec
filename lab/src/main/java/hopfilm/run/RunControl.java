package hopfilm.run;

/**
 * Asks runs to stop: on a signal, or after a time. A run that is asked to ends the time step at
 * hand, writes a checkpoint and stops. Shared by the runs of a sweep; safe for several threads.
 */
public class RunControl {

  private final long started = System.nanoTime();
  private final double limit;
  private volatile String reason;

  /** Stops after so many seconds. */
  public RunControl(double limit) {
    this.limit = limit;
  }

  /** Stops only when asked to. */
  public static RunControl unlimited() {
    return new RunControl(Double.POSITIVE_INFINITY);
  }

  /**
   * Stops after a time too.
   *
   * @param seconds of wall time from now on
   */
  public static RunControl limited(double seconds) {
    return new RunControl(seconds);
  }

  /** Asks all runs to stop, for a reason such as "interrupted". */
  public void stop(String why) {
    reason = why;
  }

  public boolean isStopAsked() {
    // not the clock on the wall, which may be set back
    if (reason == null && (System.nanoTime() - started) * 1e-9 > limit) {
      reason = "time limit reached";
    }
    return reason != null;
  }

  /** Why runs are to stop, null if they are not. */
  public String reason() {
    return reason;
  }
}
