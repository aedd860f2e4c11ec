package hopfilm.problem;

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
  public static List<Problem.Result> run(
      List<Problem> problems,
      Problem.Effort effort,
      int threads,
      Consumer<Problem.Result> finished) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Problem.Result>> running = new ArrayList<>();
      for (Problem problem : problems) {
        running.add(pool.submit(() -> solve(problem, effort)));
      }
      List<Problem.Result> results = new ArrayList<>();
      for (int p = 0; p < running.size(); p++) {
        Problem.Result result = await(running.get(p), problems.get(p));
        finished.accept(result);
        results.add(result);
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static Problem.Result solve(Problem problem, Problem.Effort effort) {
    long start = System.nanoTime();
    Findings findings = problem.run(effort);
    return new Problem.Result(problem, findings, (System.nanoTime() - start) * 1e-9);
  }

  private static Problem.Result await(Future<Problem.Result> future, Problem problem) {
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
