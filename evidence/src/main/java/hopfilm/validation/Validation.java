package hopfilm.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs problems, each on one thread. */
public final class Validation {

  private Validation() {}

  /**
   * Runs problems side by side.
   *
   * @param effort how fine
   * @param threads problems at a time
   * @param finished told of each result on the caller's thread, in the order of the problems
   * @return the results, in the order of the problems
   * @throws IllegalStateException if a problem cannot be solved, with its name and the reason
   */
  public static List<ProblemResult> run(
      List<Problem> problems,
      Problem.Effort effort,
      int threads,
      Consumer<ProblemResult> finished) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<ProblemResult>> running = new ArrayList<>();
      for (Problem problem : problems) {
        running.add(pool.submit(() -> solve(problem, effort)));
      }
      List<ProblemResult> results = new ArrayList<>();
      for (int p = 0; p < running.size(); p++) {
        ProblemResult result = await(running.get(p), problems.get(p));
        finished.accept(result);
        results.add(result);
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static ProblemResult solve(Problem problem, Problem.Effort effort) {
    long start = System.nanoTime();
    Findings findings = problem.run(effort);
    return new ProblemResult(problem, findings, (System.nanoTime() - start) * 1e-9);
  }

  private static ProblemResult await(Future<ProblemResult> future, Problem problem) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(problem.name() + ": " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + problem.name(), e);
    }
  }
}
