package hopfilm.claimpage;

import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import java.util.List;
import java.util.Map;

/**
 * What a page of the program cannot say: figures drawn by hand, fits, criteria that are computed.
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
}
