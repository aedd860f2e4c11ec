package hopfilm.study;

import hopfilm.hopfield.Retrieval;

/**
 * What a retrieve step found.
 *
 * @param measure label of the measure whose weights were used
 * @param step the step
 * @param summary where each start ended
 */
public record RetrievalResult(String measure, Step.Retrieve step, Retrieval.Summary summary) {}
