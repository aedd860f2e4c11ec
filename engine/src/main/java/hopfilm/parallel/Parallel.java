package hopfilm.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Splits a loop into contiguous ranges, one a thread; the caller computes the first range itself.
 *
 * <p>Results must not depend on the number of threads. A body therefore writes only what belongs to
 * its own indices, and a sum over all indices is formed from one partial sum an index (or a block
 * of fixed size), added up in order afterwards.
 *
 * <p>Loops of the time step take some ten microseconds, less than it takes to wake a thread. A
 * thread without work therefore looks out for the next loop for a while before it sleeps, and a
 * range that no other thread has begun when the caller is done with its own is computed by the
 * caller: on a busy machine a loop does not wait for a thread that has no core.
 *
 * <p>A loop within a body, or of another caller at the same time, finds the threads at work and is
 * computed by its caller alone.
 */
public final class Parallel implements AutoCloseable {

  /** Loop body over the indices from (inclusive) to (exclusive). */
  @FunctionalInterface
  public interface Body {
    void run(int from, int to);
  }

  /** One thread: the caller's. */
  public static final Parallel SERIAL = new Parallel(1);

  /** Looks of a thread for the next loop before it sleeps: some 50 microseconds. */
  private static final int LOOKS = 2_000;

  private final int threads;
  private final List<Helper> helpers = new ArrayList<>();

  private Parallel(int threads) {
    this.threads = threads;
    for (int p = 1; p < threads; p++) {
      Helper helper = new Helper();
      helpers.add(helper);
      Thread thread = new Thread(helper, "hopfilm-loop-" + p);
      thread.setDaemon(true);
      helper.thread = thread;
      thread.start();
    }
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

  /**
   * Runs a loop with at least {@code grain} indices a range: short loops stay on the caller.
   *
   * <p>An exception of a body is thrown here, when all ranges have ended.
   */
  public void forRange(int n, int grain, Body body) {
    int parts = Math.min(threads, Math.max(1, n / Math.max(1, grain)));
    if (parts <= 1) {
      body.run(0, n);
      return;
    }
    int shared = 0;
    while (shared < parts - 1
        && helpers
            .get(shared)
            .offer(body, start(n, shared + 1, parts), start(n, shared + 2, parts))) {
      shared++;
    }
    Throwable thrown = null;
    try {
      body.run(0, start(n, 1, parts));
      if (shared < parts - 1) {
        body.run(start(n, shared + 1, parts), n);
      }
    } catch (RuntimeException | Error e) {
      thrown = e;
    }
    for (int p = 0; p < shared; p++) {
      Throwable other = helpers.get(p).finish();
      thrown = thrown == null ? other : thrown;
    }
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  private static int start(int n, int part, int parts) {
    return (int) ((long) n * part / parts);
  }

  /** Ends the threads. */
  @Override
  public void close() {
    helpers.forEach(Helper::end);
  }

  /** A thread that computes one range of each loop. */
  private static final class Helper implements Runnable {

    private static final int IDLE = 0;
    private static final int RESERVED = 1;
    private static final int OFFERED = 2;
    private static final int TAKEN = 3;
    private static final int DONE = 4;
    private static final int ENDED = 5;

    private final AtomicInteger state = new AtomicInteger(IDLE);
    private volatile boolean sleeps;
    private Thread thread;

    // written before an offer and read after it was taken
    private Body body;
    private int from;
    private int to;
    private Throwable thrown;

    /** Hands a range to this thread. Returns false if it is at work. */
    boolean offer(Body work, int first, int last) {
      if (!state.compareAndSet(IDLE, RESERVED)) {
        return false;
      }
      body = work;
      from = first;
      to = last;
      thrown = null;
      state.set(OFFERED);
      if (sleeps) {
        LockSupport.unpark(thread);
      }
      return true;
    }

    /** Returns when the range is done; what it threw, or null. */
    Throwable finish() {
      if (state.compareAndSet(OFFERED, TAKEN)) {
        compute();
      } else {
        for (int look = 0; state.get() != DONE; look++) {
          if (look < LOOKS) {
            Thread.onSpinWait();
          } else {
            Thread.yield();
          }
        }
      }
      body = null;
      state.set(IDLE);
      return thrown;
    }

    void end() {
      state.set(ENDED);
      LockSupport.unpark(thread);
    }

    @Override
    public void run() {
      int looks = 0;
      while (true) {
        int now = state.get();
        if (now == ENDED) {
          return;
        }
        if (now == OFFERED && state.compareAndSet(OFFERED, TAKEN)) {
          compute();
          state.compareAndSet(TAKEN, DONE);
          looks = 0;
        } else if (looks++ < LOOKS) {
          Thread.onSpinWait();
        } else {
          sleeps = true;
          if (state.get() != OFFERED && state.get() != ENDED) {
            LockSupport.park(this);
          }
          sleeps = false;
          looks = 0;
        }
      }
    }

    private void compute() {
      try {
        body.run(from, to);
      } catch (RuntimeException | Error e) {
        thrown = e;
      }
    }
  }
}
