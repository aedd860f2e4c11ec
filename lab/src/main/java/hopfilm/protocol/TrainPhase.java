package hopfilm.protocol;

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

  /** What all of them showed, and how often. */
  public static Map<String, Integer> shown(List<TrainPhase> phases) {
    Map<String, Integer> all = new LinkedHashMap<>();
    phases.forEach(p -> p.shown.forEach((what, n) -> all.merge(what, n, Integer::sum)));
    return all;
  }
}
