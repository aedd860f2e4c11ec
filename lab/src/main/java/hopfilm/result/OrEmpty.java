package hopfilm.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a file does not say, as an empty list or map. */
public final class OrEmpty {

  private OrEmpty() {}

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  static <T> Map<String, T> orEmpty(Map<String, T> map) {
    return map == null
        ? Collections.emptyMap()
        : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * @throws IllegalArgumentException if a value is null, which only a damaged file has
   */
  static <T> Map<String, T> whole(Map<String, T> map) {
    Map<String, T> all = orEmpty(map);
    if (all.values().stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("null where a value is needed: " + all);
    }
    return all;
  }

  /** NaN for a number that is not there. */
  public static double number(Double value) {
    return value == null ? Double.NaN : value;
  }

  /** Null for a number that is not finite: JSON has none. */
  public static Double orNull(double v) {
    return Double.isFinite(v) ? (Double) v : null;
  }
}
