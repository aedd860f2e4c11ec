package hopfilm.web;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Checks of experiments, in threads of their own: one at a time for each client, of which the
 * newest wins. A page checks at every pause of typing, and only the last text counts.
 */
final class Checks implements AutoCloseable {

  /** More than the machine may have cores: a small check does not wait for large ones. */
  private static final int THREADS = 6;

  private static final int WAITING = 16;

  private final Admission admission;
  private final int seconds;
  private final Workers workers;
  private final Map<String, CompletableFuture<Map<String, Object>>> current = new HashMap<>();

  Checks(Admission admission, Limits limits) {
    this.admission = admission;
    this.seconds = limits.workSeconds();
    this.workers = new Workers("check", THREADS, WAITING, seconds);
  }

  /**
   * Checks a text; an earlier one of the same client is given up and answered.
   *
   * @param drawing of the text; null without one
   */
  synchronized CompletableFuture<Map<String, Object>> check(
      String client, String yaml, String drawing) {
    CompletableFuture<Map<String, Object>> older = current.remove(client);
    if (older != null) {
      older.completeExceptionally(
          WebException.of(409, "a newer check of the same client took the place of this one"));
    }
    CompletableFuture<Map<String, Object>> answer =
        workers.submit(() -> admission.check(yaml, drawing));
    if (!answer.isDone()) {
      current.put(client, answer);
    }
    answer.whenComplete((said, e) -> forget(client, answer));
    return Deadline.told(
        answer,
        WebException.of(503, "the check takes longer than %d s; use hopfilm check", seconds));
  }

  private synchronized void forget(String client, CompletableFuture<Map<String, Object>> answer) {
    current.remove(client, answer);
  }

  @Override
  public void close() {
    workers.close();
  }
}
