package hopfilm.experiment;

import java.util.List;

/**
 * A swept key and its values.
 *
 * @param key dotted key, such as {@code train.pattern}
 * @param values as in an experiment file, in flow style
 */
public record SweepAxis(String key, List<String> values) {

  public SweepAxis {
    values = List.copyOf(values);
  }

  /** Whether runs that differ in this key alone repeat each other: it is the seed of something. */
  public static boolean isSeed(String key) {
    return key.equals("seed") || key.endsWith(".seed");
  }
}
