package hopfilm.units;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Magnets and substrates whose values have a source, from {@code materials.tsv} beside this class.
 * A value without a source is left out.
 */
public final class PublishedMaterials {

  private static final int COLUMNS = 7;

  /** Read at the first question. */
  private static final class Known {
    private static final Map<String, Entry> ALL = read();
  }

  private PublishedMaterials() {}

  /**
   * A value.
   *
   * @param text with its unit
   * @param range in which the source gives it; empty without
   * @param doi of the source; empty where a reason stands instead
   * @param why the value is so without a source, such as by symmetry; empty with one
   * @param note on the value; may be empty
   */
  public record Value(String text, String range, String doi, String why, String note) {}

  /**
   * A material or substrate.
   *
   * @param about it in a few words
   * @param values by their keys, which are those of the section material of an experiment file
   */
  public record Entry(String about, Map<String, Value> values) {

    /** True if it has a magnetisation. */
    public boolean isMagnet() {
      return values.containsKey("Ms");
    }

    /** A value in the SI unit of its dimension; empty if it has no source. */
    public Optional<Double> number(String key, Dimension dimension) {
      return Optional.ofNullable(values.get(key)).map(v -> Quantity.parse(v.text, dimension));
    }
  }

  /** All by their names, in the order of the list. */
  public static Map<String, Entry> all() {
    return Known.ALL;
  }

  /**
   * A magnet.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Entry magnet(String name) {
    Entry entry = Known.ALL.get(name);
    if (entry == null || !entry.isMagnet()) {
      throw new IllegalArgumentException(
          "no magnet \"%s\"; there are %s"
              .formatted(
                  name,
                  String.join(
                      ", ",
                      Known.ALL.keySet().stream()
                          .filter(n -> Known.ALL.get(n).isMagnet())
                          .toList())));
    }
    return entry;
  }

  private static Map<String, Entry> read() {
    try (var in = PublishedMaterials.class.getResourceAsStream("materials.tsv")) {
      Map<String, Entry> all = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> add(all, Arrays.copyOf(line.split("\t"), COLUMNS)));
      return Collections.unmodifiableMap(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, Entry> all, String[] row) {
    for (int k = 0; k < row.length; k++) {
      row[k] = row[k] == null ? "" : row[k];
    }
    if (row[1].equals("about")) {
      all.put(row[0], new Entry(row[2], new LinkedHashMap<>()));
    } else {
      all.get(row[0]).values.put(row[1], new Value(row[2], row[3], row[4], row[5], row[6]));
    }
  }
}
