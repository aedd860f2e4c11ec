package hopfilm.experiment;

import hopfilm.input.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A number of all runs of a sweep together: what maps show and what is optimised. */
public enum Objective {
  /** Share of the runs whose trained patterns are the lowest. */
  LEARNED,
  /** Mean of the smallest margin of the trained patterns. */
  MARGIN,
  /** Share of the starts of the last retrieve step that came to a trained pattern. */
  RECALLED,
  /** Joule heat of all runs for each sign of those that learned. */
  ENERGY_PER_BIT,
  /** Mean duration of training. */
  TIME;

  /** As it is asked for: energy-per-bit. */
  public String text() {
    return Spelling.of(this);
  }

  /** All of them as they are asked for. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Objective::text).toList();
  }

  public static Objective named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
