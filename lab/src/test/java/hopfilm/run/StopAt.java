package hopfilm.run;

import java.util.concurrent.atomic.AtomicInteger;

/** Stops runs when it is asked for the n-th time: before a time step, or between protocol steps. */
public final class StopAt extends RunControl {

  private final AtomicInteger left;

  public StopAt(int n) {
    super(Double.POSITIVE_INFINITY);
    left = new AtomicInteger(n);
  }

  @Override
  public boolean isStopAsked() {
    if (left.decrementAndGet() <= 0) {
      stop("the test");
    }
    return left.get() <= 0;
  }
}
