package hopfilm.web;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Checks of experiments, in threads of their own: one at a time for each client, of which the
 * newest wins. A page checks at every pause of typing, and only the last text counts.
 */
final class Checks implements AutoCloseable {

  private static final int THREADS = 2;
  private static final int WAITING = 16;

  /** Time for a check, waiting included [s]. */
  private static final int PATIENCE = 20;

  private record Check(CompletableFuture<Map<String, Object>> answer, Runnable work) {}

  private final Admission admission;
  private final Workers workers = new Workers("check", THREADS, WAITING);
  private final Map<String, Check> current = new HashMap<>();

  Checks(Admission admission) {
    this.admission = admission;
  }

  /**
   * Checks a text; an earlier one of the same client is given up and answered.
   *
   * @param drawing of the text; null without one
   */
  synchronized CompletableFuture<Map<String, Object>> check(
      String client, String yaml, String drawing) {
    Check older = current.remove(client);
    if (older != null) {
      workers.remove(older.work);
      older.answer.completeExceptionally(
          WebException.of(409, "a newer check of the same client took the place of this one"));
    }
    CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
    // gives the work up too, at its next film
    answer.orTimeout(PATIENCE, TimeUnit.SECONDS);
    Runnable work = workers.submit(answer, () -> admission.check(yaml, drawing, answer::isDone));
    if (!answer.isDone()) {
      current.put(client, new Check(answer, work));
    }
    answer.whenComplete((said, e) -> forget(client, answer));
    return Deadline.within(
        answer,
        2 * PATIENCE,
        WebException.of(503, "the check takes longer than %d s; use hopfilm check", PATIENCE));
  }

  private synchronized void forget(String client, CompletableFuture<Map<String, Object>> answer) {
    Check now = current.get(client);
    if (now != null && now.answer == answer) {
      current.remove(client);
    }
  }

  @Override
  public void close() {
    workers.close();
  }
}
