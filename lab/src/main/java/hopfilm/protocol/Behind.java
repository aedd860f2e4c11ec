package hopfilm.protocol;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work that is done on a thread of its own while the film goes on: in its order, and soon, so that
 * little of it waits in memory. What goes wrong there goes wrong for who adds or finishes.
 */
final class Behind {

  /** What is done. */
  interface Work {
    void run() throws IOException;
  }

  /** Works at most that are not done. */
  private static final int MOST = 2;

  private final ExecutorService thread; // null to do all at once
  private final Deque<Future<Void>> open = new ArrayDeque<>();
  private Throwable failure;

  private Behind(ExecutorService thread) {
    this.thread = thread;
  }

  /** Nothing is left behind. */
  static Behind none() {
    return new Behind(null);
  }

  /** On a thread that ends by itself when there is nothing to do. */
  static Behind ofThread() {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread t = new Thread(work, "hopfilm-snapshots");
              t.setDaemon(true);
              return t;
            });
    thread.allowCoreThreadTimeOut(true);
    return new Behind(thread);
  }

  /**
   * Does it, now or soon.
   *
   * @throws IOException what this or something before threw
   */
  void add(Work work) throws IOException {
    if (thread == null) {
      work.run();
      return;
    }
    while (!open.isEmpty() && (open.size() >= MOST || open.peek().isDone())) {
      await(open.remove());
    }
    complain();
    open.add(
        thread.submit(
            () -> {
              work.run();
              return null;
            }));
  }

  /**
   * Waits until all is done.
   *
   * @throws IOException what something threw
   */
  void finish() throws IOException {
    settle();
    complain();
  }

  /** Waits until all is done, well or not. */
  void settle() {
    while (!open.isEmpty()) {
      await(open.remove());
    }
  }

  private void await(Future<Void> work) {
    boolean isInterrupted = false;
    while (true) {
      try {
        work.get();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
        break;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Again and again: a run whose snapshot is missing must not go on as if it were there. */
  private void complain() throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    } else if (failure instanceof RuntimeException e) {
      throw e;
    } else if (failure instanceof Error e) {
      throw e;
    }
  }
}
