package hopfilm.film;

import hopfilm.experiment.Step;
import hopfilm.hopfield.RecallCurve;
import hopfilm.hopfield.Retrieval;
import java.util.List;

/**
 * What a retrieve step found.
 *
 * @param measure label of the measure whose weights were used
 * @param step the step
 * @param summary where each start ended
 * @param recall against the fraction of wrong signs; empty where that was not asked
 */
public record RetrievalResult(
    String measure, Step.Retrieve step, Retrieval.Summary summary, List<RecallCurve.Point> recall) {

  /** Copies the list. */
  public RetrievalResult {
    recall = List.copyOf(recall);
  }
}
