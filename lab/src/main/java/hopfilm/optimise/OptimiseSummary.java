package hopfilm.optimise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * {@code summary.json} of an optimisation.
 *
 * @param head which one it was
 * @param best the best evaluation; null if none has a value
 * @param sensitivities what the objective depends on, the most important parameter first
 * @param explained share of the variance that they explain; null where that is unknown
 * @param seconds wall time of all evaluations [s]
 */
record OptimiseSummary(
    @JsonUnwrapped Head head,
    @JsonInclude(Include.NON_NULL) Best best,
    List<Dependence> sensitivities,
    Double explained,
    double seconds) {

  /**
   * Which optimisation it was.
   *
   * @param name of the experiment
   * @param version of the program
   * @param status done or stopped
   * @param maximise the objective, where it was made large; null otherwise
   * @param minimise the objective, where it was made small; null otherwise
   * @param evaluations how many were made
   */
  record Head(
      String name,
      String version,
      String status,
      @JsonInclude(Include.NON_NULL) String maximise,
      @JsonInclude(Include.NON_NULL) String minimise,
      int evaluations) {}

  /**
   * The best evaluation.
   *
   * @param evaluation its number
   * @param values of the parameters, as in an experiment file
   * @param objective what came out
   * @param low of it; null where that means nothing
   * @param shareLearned share of its runs that learned; null where no pattern was trained
   * @param folder of its sweep
   */
  record Best(
      int evaluation,
      Map<String, String> values,
      double objective,
      Double low,
      Double high,
      Double shareLearned,
      String folder) {}

  /**
   * How the objective depends on a parameter.
   *
   * @param parameter its key
   * @param trend of the ranks
   * @param low lower end of its 95 % interval
   * @param high upper end
   * @param share of the variance; null where that is unknown
   */
  record Dependence(String parameter, Double trend, Double low, Double high, Double share) {}
}
