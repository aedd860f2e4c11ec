package hopfilm.web;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for what takes time, apart from those that answer. What may wait for them is bounded. */
final class Workers implements AutoCloseable {

  private final ThreadPoolExecutor pool;

  /**
   * @param name of the threads
   * @param waiting most that may wait
   */
  Workers(String name, int threads, int waiting) {
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(waiting),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /** Does this as soon as a thread is free. */
  <T> CompletableFuture<T> submit(Callable<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    submit(answer, work);
    return answer;
  }

  /**
   * The same for an answer that may be given up before.
   *
   * @return the work, for {@link #remove}
   */
  <T> Runnable submit(CompletableFuture<T> answer, Callable<T> work) {
    Runnable task = () -> carryOut(answer, work);
    try {
      pool.execute(task);
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(
          WebException.of(503, "the server has too much to do; try again later"));
    }
    return task;
  }

  private static <T> void carryOut(CompletableFuture<T> answer, Callable<T> work) {
    if (answer.isDone()) {
      return;
    }
    try {
      answer.complete(work.call());
    } catch (Exception | OutOfMemoryError e) {
      answer.completeExceptionally(e);
    }
  }

  /** Gives up work that has not begun. */
  void remove(Runnable work) {
    pool.remove(work);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
