package hopfilm.experiment;

import java.util.List;

/**
 * A swept key and its values.
 *
 * @param key dotted key, such as {@code train.pattern}
 * @param values as in an experiment file, in flow style
 */
public record SweepAxis(String key, List<String> values) {

  /** Copies the list. */
  public SweepAxis {
    values = List.copyOf(values);
  }
}
