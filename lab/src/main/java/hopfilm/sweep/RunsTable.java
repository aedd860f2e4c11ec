package hopfilm.sweep;

import hopfilm.protocol.Verification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The runs of a sweep as a table: runs.csv, and the rows of any other form of it.
 *
 * @param columns from left to right
 * @param rows cells as in runs.csv; empty where there is no value
 */
public record RunsTable(List<Column> columns, List<List<String>> rows) {

  /** What all cells of a column can be read as. */
  public enum Kind {
    WHOLE,
    NUMBER,
    TRUTH,
    TEXT
  }

  /**
   * A column.
   *
   * @param name as in the first line of runs.csv
   * @param kind of its cells
   */
  public record Column(String name, Kind kind) {}

  private static final List<Column> OUTCOME =
      List.of(
          new Column("status", Kind.TEXT),
          new Column("minimum", Kind.TEXT),
          new Column("learned", Kind.TRUTH),
          new Column("margin", Kind.NUMBER),
          new Column("E_prime_trained", Kind.NUMBER),
          new Column("hits", Kind.WHOLE),
          new Column("total", Kind.WHOLE),
          new Column("seconds", Kind.NUMBER),
          new Column("energy_joule", Kind.NUMBER),
          new Column("trained_bits", Kind.WHOLE),
          new Column("energy_per_bit", Kind.NUMBER),
          new Column("training_time", Kind.NUMBER));

  /** Of the last train step that verifies, where a run has one. */
  private static final List<Column> VERIFICATION =
      List.of(
          new Column("verified", Kind.TRUTH),
          new Column("pulses", Kind.WHOLE),
          new Column("checks", Kind.WHOLE),
          new Column("passed_untrained", Kind.TEXT));

  /** The table of these runs, in their order. */
  public static RunsTable of(List<SweepRecord> records) {
    Set<String> keys = new LinkedHashSet<>();
    Set<String> rules = new LinkedHashSet<>();
    Set<String> labels = new LinkedHashSet<>();
    for (SweepRecord r : records) {
      keys.addAll(r.values().keySet());
      r.recalls().forEach(x -> rules.add(x.rule()));
      labels.addAll(r.gx().keySet());
    }
    keys.addAll(List.of("seed", "initial.seed"));
    boolean isVerified = records.stream().anyMatch(r -> r.verification() != null);
    List<List<String>> rows =
        records.stream().map(r -> row(r, keys, rules, isVerified, labels)).toList();

    List<Column> columns = new ArrayList<>(List.of(new Column("run", Kind.WHOLE)));
    for (String key : keys) {
      columns.add(new Column(key, kind(rows, columns.size())));
    }
    columns.addAll(OUTCOME);
    rules.forEach(x -> columns.add(new Column("hits_" + x, Kind.WHOLE)));
    if (isVerified) {
      columns.addAll(VERIFICATION);
    }
    for (String label : labels) {
      columns.add(new Column("gx_" + label, Kind.NUMBER));
      columns.add(new Column("gy_" + label, Kind.NUMBER));
    }
    return new RunsTable(columns, rows);
  }

  private static List<String> row(
      SweepRecord r, Set<String> keys, Set<String> rules, boolean isVerified, Set<String> labels) {
    List<String> row = new ArrayList<>(List.of(Integer.toString(r.number())));
    for (String key : keys) {
      String swept = r.values().get(key);
      row.add(
          swept != null ? swept : Long.toString(key.equals("seed") ? r.seed() : r.initialSeed()));
    }
    SweepRecord.Recall last = r.lastRecall();
    row.add(r.status().text());
    row.add(r.energies() == null ? "" : r.energies().minimum());
    row.add(r.learned() == null ? "" : r.learned().toString());
    row.add(number(r.margin()));
    row.add(number(r.trainedEnergy()));
    row.add(last == null ? "" : Integer.toString(last.hits()));
    row.add(last == null ? "" : Integer.toString(last.total()));
    row.add(String.format(Locale.ROOT, "%.2f", r.seconds()));
    row.add(number(r.training().joule()));
    row.add(Integer.toString(r.training().bits()));
    row.add(number(r.training().joulePerBit()));
    row.add(number(r.training().seconds()));
    for (String rule : rules) {
      row.add(
          r.recalls().stream()
              .filter(x -> x.rule().equals(rule))
              .map(x -> Integer.toString(x.hits()))
              .findFirst()
              .orElse(""));
    }
    if (isVerified) {
      row.addAll(verification(r.verification()));
    }
    for (String label : labels) {
      row.add(number(r.gx(), label));
      row.add(number(r.gy(), label));
    }
    return row;
  }

  private static List<String> verification(Verification v) {
    return v == null
        ? Collections.nCopies(VERIFICATION.size(), "")
        : List.of(
            Boolean.toString(v.verified()),
            Integer.toString(v.pulses()),
            Integer.toString(v.checks()),
            String.join(" ", v.passed().keySet()));
  }

  private static String number(Map<String, Double> byLabel, String label) {
    return number(byLabel.getOrDefault(label, Double.NaN));
  }

  public static String number(double v) {
    return Double.isNaN(v) ? "" : Double.toString(v);
  }

  /** Of a swept key: what its values are as they stand, "7 mV" being a text. */
  private static Kind kind(List<List<String>> rows, int column) {
    if (rows.stream().allMatch(r -> r.get(column).matches("-?[0-9]{1,18}"))) {
      return Kind.WHOLE;
    }
    return rows.stream()
            .allMatch(r -> r.get(column).matches("[+-]?[0-9]*\\.?[0-9]+(e[+-]?[0-9]+)?"))
        ? Kind.NUMBER
        : Kind.TEXT;
  }

  /** As comma-separated values, with a first line of names. */
  String csv() {
    return line(columns.stream().map(Column::name).toList())
        + rows.stream().map(RunsTable::line).collect(Collectors.joining());
  }

  /** One line of comma-separated values. */
  public static String line(List<String> cells) {
    return cells.stream()
            .map(c -> c.matches(".*[,\"\\s].*") ? '"' + c.replace("\"", "\"\"") + '"' : c)
            .collect(Collectors.joining(","))
        + "\n";
  }
}
