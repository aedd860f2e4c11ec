package hopfilm.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * {@code summary.json} of a sweep. What a file does not say is null.
 *
 * @param head which sweep it was, and how its runs ended
 * @param found what the runs have in common
 * @param network what the conductances were read as
 * @param warnings one line each
 * @param seconds wall time [s]
 */
public record SweepSummaryRecord(
    @JsonUnwrapped Head head,
    @JsonUnwrapped Found found,
    @JsonUnwrapped Network network,
    List<String> warnings,
    double seconds) {

  /**
   * Which sweep it was, and how its runs ended.
   *
   * @param name of the experiment
   * @param version of the program
   * @param status done, or failed if a run did
   * @param runs all of them
   * @param failed those that did
   */
  public record Head(String name, String version, String status, int runs, int failed) {}

  /**
   * What the runs have in common.
   *
   * @param outcomes runs by the outcome of their training, without those that no run has
   * @param success runs that learned, by trained pattern
   * @param recall runs whose starts all came to a trained pattern, by rule of the updates
   * @param control what a pass of the verification is worth; null where nothing was verified
   * @param gx conductance along x over the seeds, by group of runs and by measure
   * @param gy the same along y
   */
  public record Found(
      Map<String, Integer> outcomes,
      Map<String, Learned> success,
      Map<String, Recalled> recall,
      @JsonInclude(Include.NON_NULL) Control control,
      Map<String, Map<String, Spread>> gx,
      Map<String, Map<String, Spread>> gy) {}

  /**
   * A share of runs with its 95 % interval.
   *
   * @param learned runs that did
   * @param total all of them
   * @param low lower end
   * @param high upper end
   */
  public record Learned(int learned, int total, double low, double high) {}

  /**
   * A share of runs with its 95 % interval.
   *
   * @param full runs whose starts all came to a trained pattern
   * @param total all of them
   * @param low lower end
   * @param high upper end
   */
  public record Recalled(int full, int total, double low, double high) {}

  /**
   * What a pass of the verification is worth.
   *
   * @param runs that verified what they trained
   * @param verified those that passed
   * @param falsePasses checks at which a pattern that was not trained passed
   * @param passed patterns that were not trained and passed
   * @param cases patterns that were not trained
   * @param low lower end of the 95 % interval of their share; null without a case
   * @param high its upper end
   */
  public record Control(
      int runs,
      long verified,
      int checks,
      int falsePasses,
      int passed,
      int cases,
      @JsonInclude(Include.NON_NULL) Double low,
      @JsonInclude(Include.NON_NULL) Double high) {}

  /**
   * A number over runs.
   *
   * @param mean null where it is none
   * @param deviation standard deviation of a single run; null for one run
   * @param runs their number
   */
  public record Spread(Double mean, Double deviation, int runs) {}

  /**
   * What the conductances were read as.
   *
   * @param reference what the weights count from
   * @param scaling of it; null for 1
   * @param selfTerm zero or full
   */
  public record Network(
      String reference, @JsonInclude(Include.NON_NULL) Double scaling, String selfTerm) {}
}
