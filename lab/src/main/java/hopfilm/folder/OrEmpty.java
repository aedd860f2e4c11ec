package hopfilm.folder;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a file does not say, as an empty list or map. */
final class OrEmpty {

  private OrEmpty() {}

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  static <T> Map<String, T> orEmpty(Map<String, T> map) {
    return map == null ? Map.of() : map;
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
}
