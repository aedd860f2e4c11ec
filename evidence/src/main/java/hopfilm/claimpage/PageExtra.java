package hopfilm.claimpage;

import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.PlannedRun;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a page of the program cannot say: readings of its own, figures drawn by hand, fits, criteria
 * that are computed.
 */
@FunctionalInterface
public interface PageExtra {

  /** Nothing more. */
  PageExtra NONE = (effort, films, evidence) -> {};

  /**
   * Adds to the evidence, and decides the criteria that the page leaves without {@code holds}.
   *
   * @param films finished, by their kinds
   */
  void add(Effort effort, Map<String, List<FinishedRun>> films, Evidence evidence);

  /** Numbers of a film that its page may name, beside the readings of the program. */
  default Map<String, ToDoubleFunction<FinishedRun>> readings() {
    return Map.of();
  }

  /** Processor time that {@link #add} takes for a film, where it runs films of its own [s]. */
  default double seconds(Effort effort, PlannedRun film) {
    return 0;
  }

  /** Readings and nothing more. */
  static PageExtra reading(Map<String, ToDoubleFunction<FinishedRun>> readings) {
    return new PageExtra() {
      @Override
      public void add(Effort effort, Map<String, List<FinishedRun>> films, Evidence evidence) {}

      @Override
      public Map<String, ToDoubleFunction<FinishedRun>> readings() {
        return readings;
      }
    };
  }
}
