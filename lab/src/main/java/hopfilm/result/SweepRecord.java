package hopfilm.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep keeps of one of its runs.
 *
 * @param status how it ended
 * @param message why it failed, null otherwise
 * @param summary what came out, without matrices
 * @param film numbers of the film, by the column of runs.csv that they stand in; empty unless the
 *     run is done
 */
public record SweepRecord(
    Which run, RunStatus status, String message, Summary summary, Map<String, Double> film) {

  /**
   * Which run of the sweep it is.
   *
   * @param number counted from 1
   * @param folder its folder below that of the sweep
   * @param values swept keys and their values
   * @param seeds by their keys
   */
  public record Which(
      int number, String folder, Map<String, String> values, Map<String, Long> seeds) {

    public Which {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
    }
  }

  /** Copies the map, and lets go what a sweep does not need. */
  public SweepRecord {
    film = Collections.unmodifiableMap(new LinkedHashMap<>(film));
    summary = summary.withoutMatrices();
  }

  /** Number of the run, counted from 1. */
  public int number() {
    return run.number();
  }

  /** Its folder below that of the sweep. */
  public String folder() {
    return run.folder();
  }

  /** Swept keys and their values. */
  public Map<String, String> values() {
    return run.values();
  }

  /** Each swept key and its value; keys by their last part. */
  public List<String> swept() {
    return values().entrySet().stream()
        .map(e -> e.getKey().substring(e.getKey().lastIndexOf('.') + 1) + " " + e.getValue())
        .toList();
  }

  /** Wall time [s]. */
  public double seconds() {
    return summary.effort().seconds();
  }

  /** One line each. */
  public List<String> warnings() {
    return summary.warnings();
  }

  /** Done, or why it did not come to its end. */
  public String words() {
    return status == RunStatus.DONE ? "done" : message;
  }

  /** E' of the measure that decides, null without a trained pattern. */
  public PatternEnergies energies() {
    return summary.energies();
  }

  /** Patterns that were trained. */
  public List<String> trained() {
    return summary.network().trained();
  }

  /** How many of several are held, in words; empty with fewer than two. */
  public String stored() {
    Integer stored = summary.recalls().stored();
    return stored == null ? "" : "%d of %d stored".formatted(stored, trained().size());
  }

  /** One a retrieve step. */
  public List<Retrieved> recalls() {
    return summary.retrieval();
  }

  /** Outcome of the last retrieve step, null without one. */
  public Retrieved lastRecall() {
    return recalls().isEmpty() ? null : recalls().get(recalls().size() - 1);
  }

  /** What its row has learned of a picture; null without one. */
  public WrittenRow row() {
    return summary.recalls().row();
  }

  /** How the last train step that verifies went; null without one. */
  public Verification verification() {
    return summary.verification();
  }

  /** What training came to; null where no pattern was trained and read. */
  public Outcome outcome() {
    return summary.verdict().outcome();
  }

  /** Says whether it learned what it was trained with, verified or not. */
  public boolean hasLearned() {
    return outcome() != null && outcome().hasLearned();
  }

  /** Whether every trained pattern is the lowest; null where that was not asked. */
  public Boolean learned() {
    List<Boolean> learned = summary.verdict().everyLearned();
    return learned.isEmpty() ? null : (Boolean) learned.stream().allMatch(Boolean.TRUE::equals);
  }

  /** Smallest margin of the trained patterns; NaN without one. */
  public double margin() {
    return summary.verdict().everyMargin().stream()
        .mapToDouble(OrEmpty::number)
        .min()
        .orElse(Double.NaN);
  }

  /** Highest E' of the trained patterns [W]; NaN without one. */
  public double trainedEnergy() {
    Map<String, Double> all = summary.readings().energies().get(summary.verdict().judged());
    return all == null
        ? Double.NaN
        : trained().stream().mapToDouble(p -> OrEmpty.number(all.get(p))).max().orElse(Double.NaN);
  }

  /** Conductance along x between whole edges / (thickness s_perp), by label of the measure. */
  public Map<String, Double> gx() {
    return numbers(summary.readings().gx());
  }

  /** The same along y. */
  public Map<String, Double> gy() {
    return numbers(summary.readings().gy());
  }

  private static Map<String, Double> numbers(Map<String, Double> byLabel) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    byLabel.forEach((label, value) -> numbers.put(label, OrEmpty.number(value)));
    return numbers;
  }
}
