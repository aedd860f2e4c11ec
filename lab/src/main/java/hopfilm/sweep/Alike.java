package hopfilm.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs of a sweep that a drawing may take together at a point: they have the same values of all
 * keys that it keeps apart.
 *
 * @param label those values in words; empty where no key is kept apart
 * @param values the same by their keys, as they stand in runs.csv
 * @param runs those that came to their end
 */
record Alike(String label, Map<String, String> values, List<Map<String, String>> runs) {

  /**
   * The runs of a table, apart by some of its keys.
   *
   * @return in the order of the values; without combinations that no run has
   */
  static List<Alike> of(SweepTable table, List<String> keys) {
    List<MapAxis> axes = keys.stream().map(k -> MapAxis.of(k, table.values(k))).toList();
    Map<List<Integer>, List<Map<String, String>>> apart =
        table.done().stream()
            .collect(
                Collectors.groupingBy(
                    run -> axes.stream().map(a -> a.values().indexOf(run.get(a.key()))).toList(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Alike> all = new ArrayList<>();
    apart.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Alike::order)))
        .forEach(e -> all.add(of(axes, e.getKey(), e.getValue())));
    return all;
  }

  /** As text of equal lengths, which is compared from the first key on. */
  private static String order(List<Integer> places) {
    return places.stream().map("%9d"::formatted).collect(Collectors.joining());
  }

  private static Alike of(
      List<MapAxis> axes, List<Integer> places, List<Map<String, String>> runs) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    for (int k = 0; k < axes.size(); k++) {
      MapAxis axis = axes.get(k);
      int at = places.get(k);
      values.put(axis.key(), axis.values().get(at));
      String value = (axis.labels().get(at) + " " + axis.unit()).strip();
      boolean tellsItself = axes.size() == 1 || value.matches("[+-]+|\\[.*");
      words.add(tellsItself ? value : axis.key().replaceFirst(".*\\.", "") + " " + value);
    }
    return new Alike(String.join(", ", words), values, runs);
  }

  /** The runs of a table that are done, with a further column in which several keys are one. */
  static SweepTable together(SweepTable table, List<String> keys, String name) {
    List<Map<String, String>> wider = new ArrayList<>();
    for (Alike alike : of(table, keys)) {
      for (Map<String, String> run : alike.runs) {
        Map<String, String> more = new LinkedHashMap<>(run);
        more.put(name, alike.label);
        wider.add(more);
      }
    }
    return new SweepTable(table.file(), table.columns(), wider);
  }

  /** Those of the runs with this value of a key. */
  List<Map<String, String>> where(String key, String value) {
    return runs.stream().filter(r -> r.get(key).equals(value)).toList();
  }
}
