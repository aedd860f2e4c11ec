package hopfilm.protocol;

import hopfilm.folder.TrainingRecord;
import hopfilm.hopfield.Pattern;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When a train step ran, and what it trained.
 *
 * @param name such as {@code train +-+-}
 * @param start when it began [s]
 * @param end when it ended [s]
 * @param settled whether it stopped because the film had settled; null if that was not asked
 * @param verification how it was verified; null if that was not asked
 * @param shown how many blocks and pulses a set had of each pattern, with the sign it was shown
 *     with; empty for other training
 */
public record TrainPhase(
    String name,
    double start,
    double end,
    Boolean settled,
    Verification verification,
    Map<String, Integer> shown) {

  /** Copies the map. */
  public TrainPhase {
    shown = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
  }

  /** The phase as {@code summary.json} has it. */
  public TrainingRecord record() {
    Verification v = verification;
    return new TrainingRecord(
        name,
        start,
        end,
        settled,
        v == null
            ? null
            : new TrainingRecord.Verified(
                v.pattern(),
                v.verified(),
                v.time(),
                v.pulses(),
                v.checks(),
                v.others(),
                v.falsePasses(),
                v.passed()),
        shown);
  }

  /** Whether the last of them passed its test, with all patterns that they trained. */
  public static boolean isVerified(List<TrainPhase> phases, List<Pattern> trained) {
    return TrainingRecord.isVerified(
        phases.stream().map(TrainPhase::record).toList(),
        trained.stream().map(Pattern::toString).toList());
  }

  /** What all of them showed, and how often. */
  public static Map<String, Integer> shown(List<TrainPhase> phases) {
    Map<String, Integer> all = new LinkedHashMap<>();
    phases.forEach(p -> p.shown.forEach((what, n) -> all.merge(what, n, Integer::sum)));
    return all;
  }
}
