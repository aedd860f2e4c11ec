package hopfilm.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bounds the time for which an answer is waited for, without a thread that waits. */
final class Deadline {

  private Deadline() {}

  /** An answer, or after so many seconds a refusal; whoever works for the answer goes on. */
  static <T> CompletableFuture<T> within(
      CompletableFuture<T> answer, long seconds, WebException late) {
    return told(answer.copy().orTimeout(seconds, TimeUnit.SECONDS), late);
  }

  /**
   * An answer that has a deadline, with what is said where it is late, and where the program is at
   * fault.
   */
  static <T> CompletableFuture<T> told(CompletableFuture<T> answer, WebException late) {
    return answer.exceptionally(
        e -> {
          Throwable cause = cause(e);
          throw cause instanceof TimeoutException
              ? late
              : cause instanceof Error fault
                  ? WebException.of(fault)
                  : new CompletionException(cause);
        });
  }

  /** What went wrong, without what the stages around it added. */
  static Throwable cause(Throwable e) {
    Throwable cause = e;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
