package hopfilm.protocol;

import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How training went that verifies what it wrote.
 *
 * @param pattern what was to be learned
 * @param verified whether it passed
 * @param time how long the step took [s]
 * @param pulses pulses given
 * @param checks how often the film was read at rest and tested
 * @param others patterns that carry current and were not trained: the control
 * @param passed those of them that passed the same test, and how often
 */
public record Verification(
    String pattern,
    boolean verified,
    double time,
    int pulses,
    int checks,
    long others,
    Map<String, Integer> passed) {

  /** Copies the map. */
  public Verification {
    passed = Collections.unmodifiableMap(new LinkedHashMap<>(passed));
  }

  /** What is to be said where the pattern did not pass. */
  String warning() {
    return "training stopped after %s unverified: %s did not pass in %d checks"
        .formatted(Quantity.format(time, Dimension.TIME), pattern, checks);
  }

  /** Checks at which another pattern passed; at one check only one pattern can. */
  public int falsePasses() {
    return passed.values().stream().mapToInt(n -> n).sum();
  }
}
