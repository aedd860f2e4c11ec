package hopfilm.web;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for what takes time, apart from those that answer. What may wait for them is bounded, and
 * so is the time of each task: at its end, or when its answer is given before, the thread is
 * interrupted. A thread that does not heed that is replaced, up to a bound. Ours, as the pools of
 * Jetty and Java have no deadline: a check or a film that never opens must cost no other an answer.
 */
final class Workers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  /** Threads that heed no interrupt and are replaced, at most. */
  static final int MAX_DEAF = 8;

  private final ThreadPoolExecutor pool;
  private final int threads;
  private final int waiting;
  private final long seconds;
  private final String late;
  private int deaf; // guarded by this

  /**
   * @param waiting most that may wait
   * @param seconds for each task, waiting included
   * @param late what is answered then, with a place for the seconds
   */
  Workers(String name, int threads, int waiting, long seconds, String late) {
    this.threads = threads;
    this.waiting = waiting;
    this.seconds = seconds;
    this.late = late;
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads + MAX_DEAF,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /** Does this as soon as a thread is free. */
  <T> CompletableFuture<T> submit(Callable<T> work) {
    return submit(work, late -> {});
  }

  /**
   * Does this as soon as a thread is free. Whoever completes the answer before gives the work up.
   *
   * @param late takes the result of work that was given up
   */
  <T> CompletableFuture<T> submit(Callable<T> work, Consumer<T> late) {
    Task<T> task = new Task<>(work, late);
    synchronized (this) {
      if (deaf >= MAX_DEAF) {
        task.answer.completeExceptionally(
            WebException.of(
                503,
                "%d tasks went on after their time, more than this server bears: start it anew",
                deaf));
      } else if (pool.getQueue().size() >= waiting) {
        task.answer.completeExceptionally(
            WebException.of(503, "the server has too much to do; try again later"));
      } else {
        pool.execute(task);
      }
    }
    task.answer.orTimeout(seconds, TimeUnit.SECONDS).whenComplete((result, e) -> task.giveUp());
    return task.answer;
  }

  private synchronized void deaf(int more) {
    deaf += more;
    pool.setCorePoolSize(threads + Math.min(deaf, MAX_DEAF));
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  /** An answer, or after so many seconds a refusal; whoever works for the answer goes on. */
  static <T> CompletableFuture<T> within(
      CompletableFuture<T> answer, long seconds, WebException late) {
    CompletableFuture<T> bounded = new Answer<>(late);
    answer.whenComplete(
        (result, e) -> {
          if (e == null) {
            bounded.complete(result);
          } else {
            bounded.completeExceptionally(e);
          }
        });
    return bounded.orTimeout(seconds, TimeUnit.SECONDS);
  }

  /** An answer that says in words for a user what went wrong, and that it is late. */
  private static final class Answer<T> extends CompletableFuture<T> {
    private final WebException late;

    Answer(WebException late) {
      this.late = late;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }

    @Override
    public boolean completeExceptionally(Throwable e) {
      Throwable cause = e;
      while (cause instanceof CompletionException && cause.getCause() != null) {
        cause = cause.getCause();
      }
      return super.completeExceptionally(
          cause instanceof TimeoutException
              ? late
              : cause instanceof Error fault ? WebException.of(fault) : cause);
    }
  }

  private final class Task<T> implements Runnable {
    private final CompletableFuture<T> answer =
        new Answer<>(WebException.of(503, Workers.this.late, seconds));
    private final Callable<T> work;
    private final Consumer<T> late;

    // guarded by this task
    private Thread thread;
    private boolean isGivenUp;

    Task(Callable<T> work, Consumer<T> late) {
      this.work = work;
      this.late = late;
    }

    @Override
    public void run() {
      if (!begins()) {
        return;
      }
      T result = null;
      Throwable failure = null;
      try {
        result = work.call();
      } catch (Throwable e) {
        // this thread and whoever waits go on, whatever happened
        LOG.debug("a task failed", e);
        failure = e;
      }
      ends();
      if (failure != null) {
        answer.completeExceptionally(failure);
      } else if (!answer.complete(result)) {
        late.accept(result);
      }
    }

    private synchronized boolean begins() {
      if (answer.isDone()) {
        return false;
      }
      thread = Thread.currentThread();
      return true;
    }

    private synchronized void ends() {
      thread = null;
      // it is not for the next task
      Thread.interrupted();
      if (isGivenUp) {
        deaf(-1);
      }
    }

    private synchronized void giveUp() {
      pool.remove(this);
      if (thread != null) {
        isGivenUp = true;
        thread.interrupt();
        deaf(1);
      }
    }
  }
}
