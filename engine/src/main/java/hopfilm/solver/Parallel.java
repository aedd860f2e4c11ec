package hopfilm.solver;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;

/**
 * Splits a loop into contiguous ranges, one a thread; the caller computes the first range itself.
 *
 * <p>Results must not depend on the number of threads. A body therefore writes only what belongs to
 * its own indices, and a sum over all indices is formed from one partial sum an index (or a block
 * of fixed size), added up in order afterwards.
 */
public final class Parallel implements AutoCloseable {

  /** Loop body over the indices from (inclusive) to (exclusive). */
  @FunctionalInterface
  public interface Body {
    void run(int from, int to);
  }

  /** One thread: the caller's. */
  public static final Parallel SERIAL = new Parallel(1);

  private final int threads;
  private final ForkJoinPool pool;

  private Parallel(int threads) {
    this.threads = threads;
    // a caller that waits for the common pool runs a part itself that no worker took yet
    this.pool =
        threads - 1 <= ForkJoinPool.getCommonPoolParallelism()
            ? ForkJoinPool.commonPool()
            : new ForkJoinPool(threads - 1);
  }

  /**
   * @param threads number of threads, the caller's included
   * @throws IllegalArgumentException if threads is below 1
   */
  public static Parallel of(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a loop needs at least one thread, not " + threads);
    }
    return threads == 1 ? SERIAL : new Parallel(threads);
  }

  /** Number of threads, the caller's included. */
  public int threads() {
    return threads;
  }

  /** Runs the body over 0..n in as many ranges as there are threads; returns when all are done. */
  public void forRange(int n, Body body) {
    forRange(n, 1, body);
  }

  /** The same, with at least {@code grain} indices a range: short loops stay on the caller. */
  public void forRange(int n, int grain, Body body) {
    int parts = Math.min(threads, Math.max(1, n / Math.max(1, grain)));
    if (parts <= 1) {
      body.run(0, n);
      return;
    }
    ForkJoinTask<?>[] tasks = new ForkJoinTask<?>[parts - 1];
    for (int p = 1; p < parts; p++) {
      int from = (int) ((long) n * p / parts);
      int to = (int) ((long) n * (p + 1) / parts);
      tasks[p - 1] = pool.submit(new Part(body, from, to));
    }
    body.run(0, (int) ((long) n / parts));
    for (ForkJoinTask<?> task : tasks) {
      task.join();
    }
  }

  /** Ends the threads that are its own. */
  @Override
  public void close() {
    if (pool != ForkJoinPool.commonPool()) {
      pool.shutdown();
    }
  }

  private static final class Part extends RecursiveAction {
    private static final long serialVersionUID = 1L;
    private final transient Body body;
    private final int from;
    private final int to;

    Part(Body body, int from, int to) {
      this.body = body;
      this.from = from;
      this.to = to;
    }

    @Override
    protected void compute() {
      body.run(from, to);
    }
  }
}
