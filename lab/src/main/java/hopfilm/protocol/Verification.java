package hopfilm.protocol;

import hopfilm.hopfield.Memory;
import hopfilm.hopfield.Pattern;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How training went that verifies what it wrote.
 *
 * @param pattern what was to be learned; of a set all patterns, with blanks between
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

  /** That of several patterns. */
  static Verification ofSet(List<Pattern> set, SetLook look, int pulses, double time) {
    int signs = set.get(0).size();
    double others = Math.pow(2, signs - 1) - 1 - set.size();
    return new Verification(
        set.stream().map(p -> p.canonical().text()).collect(Collectors.joining(" ")),
        look.isHeld(),
        time,
        pulses,
        look.looks(),
        signs <= Memory.MAX_TRIED ? (long) others : 0,
        look.passed());
  }

  /** How it ended, in words. */
  public String words() {
    return (verified ? "verified " : "not verified ") + after();
  }

  /** When it ended, in words. */
  public String after() {
    return "after %d %s".formatted(pulses, pulses == 1 ? "pulse" : "pulses");
  }

  /** What is to be said where the pattern did not pass. */
  String warning() {
    return "training stopped after %s unverified: %s did not pass in %d checks"
        .formatted(Quantity.format(time, Dimension.TIME), pattern, checks);
  }

  /**
   * How often another pattern passed. Where one pattern is trained only one can at each check; of a
   * set any number.
   */
  public int falsePasses() {
    return passed.values().stream().mapToInt(n -> n).sum();
  }
}
