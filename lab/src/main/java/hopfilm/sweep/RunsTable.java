package hopfilm.sweep;

import hopfilm.protocol.Verification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
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
   * @param name of the column
   * @param unit of a swept key, SI; empty for all others and for pure numbers
   * @param kind of its cells
   */
  public record Column(String name, String unit, Kind kind) {

    /** As it stands in the first line of runs.csv. */
    String head() {
      return RunsTable.head(name, unit);
    }
  }

  /** Name and unit of a column, as they stand in the first line of a file. */
  static String head(String name, String unit) {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }

  /**
   * A column of what a run or its training came to.
   *
   * @param cell its text for a run, empty where there is no value
   */
  private record Of<T>(String name, Kind kind, Function<T, String> cell) {
    Column column() {
      return new Column(name, "", kind);
    }

    String cell(T of) {
      return of == null ? "" : cell.apply(of);
    }
  }

  private static final List<Of<SweepRecord>> OUTCOME =
      List.of(
          new Of<>("status", Kind.TEXT, r -> r.status().text()),
          new Of<>("minimum", Kind.TEXT, r -> r.energies() == null ? "" : r.energies().minimum()),
          new Of<>("learned", Kind.TRUTH, r -> r.learned() == null ? "" : r.learned().toString()),
          new Of<>("margin", Kind.NUMBER, r -> number(r.margin())),
          new Of<>("E_prime_trained", Kind.NUMBER, r -> number(r.trainedEnergy())),
          new Of<>("hits", Kind.WHOLE, r -> whole(r.lastRecall(), SweepRecord.Recall::hits)),
          new Of<>("total", Kind.WHOLE, r -> whole(r.lastRecall(), SweepRecord.Recall::total)),
          new Of<>("seconds", Kind.NUMBER, r -> String.format(Locale.ROOT, "%.2f", r.seconds())),
          new Of<>("energy_joule", Kind.NUMBER, r -> number(r.training().joule())),
          new Of<>("trained_bits", Kind.WHOLE, r -> Integer.toString(r.training().bits())),
          new Of<>("energy_per_bit", Kind.NUMBER, r -> number(r.training().joulePerBit())),
          new Of<>("training_time", Kind.NUMBER, r -> number(r.training().seconds())));

  /** Comes last, so that the columns of earlier versions keep their places. */
  private static final Of<SweepRecord> VERDICT =
      new Of<>("outcome", Kind.TEXT, r -> r.outcome() == null ? "" : r.outcome().text());

  /** Where a run trained several patterns. */
  private static final List<Of<SweepRecord>> SETS =
      List.of(
          new Of<>("patterns", Kind.WHOLE, r -> Integer.toString(r.training().patterns())),
          new Of<>(
              "stored",
              Kind.WHOLE,
              r -> r.training().stored() == null ? "" : r.training().stored().toString()));

  /** Of the last train step that verifies, where a run has one. */
  private static final List<Of<Verification>> VERIFICATION =
      List.of(
          new Of<>("verified", Kind.TRUTH, v -> Boolean.toString(v.verified())),
          new Of<>("pulses", Kind.WHOLE, v -> Integer.toString(v.pulses())),
          new Of<>("checks", Kind.WHOLE, v -> Integer.toString(v.checks())),
          new Of<>("passed_untrained", Kind.TEXT, v -> String.join(" ", v.passed().keySet())));

  /** The table of these runs, in their order. */
  public static RunsTable of(List<SweepRecord> records) {
    Set<String> keys = new LinkedHashSet<>();
    Set<String> rules = new LinkedHashSet<>();
    Set<String> labels = new LinkedHashSet<>();
    Set<String> film = new LinkedHashSet<>();
    for (SweepRecord r : records) {
      keys.addAll(r.values().keySet());
      r.recalls().forEach(x -> rules.add(x.rule()));
      labels.addAll(r.along().gx().keySet());
      film.addAll(r.film().keySet());
    }
    keys.addAll(List.of("seed", "initial.seed"));
    boolean isVerified = records.stream().anyMatch(r -> r.verification() != null);
    boolean hasSets = records.stream().anyMatch(r -> r.training().patterns() > 1);
    List<Of<SweepRecord>> outcome = new ArrayList<>(OUTCOME);
    outcome.addAll(hasSets ? SETS : List.of());
    Map<String, MapAxis.InSi> inSi = inSi(records, keys);
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < records.size(); at++) {
      List<String> row = row(records.get(at), keys, rules, isVerified, labels, outcome);
      for (String name : film) {
        row.add(number(records.get(at).film(), name));
      }
      row.add(VERDICT.cell(records.get(at)));
      int column = 1;
      for (String key : keys) {
        if (inSi.containsKey(key)) {
          row.set(column, inSi.get(key).values().get(at));
        }
        column++;
      }
      rows.add(row);
    }

    List<Column> columns = new ArrayList<>(List.of(new Column("run", "", Kind.WHOLE)));
    for (String key : keys) {
      columns.add(
          inSi.containsKey(key)
              ? new Column(key, inSi.get(key).unit(), Kind.NUMBER)
              : new Column(key, "", kind(rows, columns.size())));
    }
    outcome.forEach(o -> columns.add(o.column()));
    rules.forEach(x -> columns.add(new Column("hits_" + x, "", Kind.WHOLE)));
    if (isVerified) {
      VERIFICATION.forEach(o -> columns.add(o.column()));
    }
    for (String label : labels) {
      columns.add(new Column("gx_" + label, "", Kind.NUMBER));
      columns.add(new Column("gy_" + label, "", Kind.NUMBER));
    }
    film.forEach(name -> columns.add(new Column(name, "", Kind.NUMBER)));
    columns.add(VERDICT.column());
    return new RunsTable(columns, rows);
  }

  /** Swept values with a unit as plain numbers, in the order of the runs. */
  private static Map<String, MapAxis.InSi> inSi(List<SweepRecord> records, Set<String> keys) {
    Map<String, MapAxis.InSi> all = new HashMap<>();
    for (String key : keys) {
      if (records.stream().allMatch(r -> r.values().containsKey(key))) {
        MapAxis.inSi(key, records.stream().map(r -> r.values().get(key)).toList())
            .ifPresent(numbers -> all.put(key, numbers));
      }
    }
    return all;
  }

  private static List<String> row(
      SweepRecord r,
      Set<String> keys,
      Set<String> rules,
      boolean isVerified,
      Set<String> labels,
      List<Of<SweepRecord>> outcome) {
    List<String> row = new ArrayList<>(List.of(Integer.toString(r.number())));
    for (String key : keys) {
      String swept = r.values().get(key);
      row.add(
          swept != null
              ? swept
              : Long.toString(
                  key.equals("seed") ? r.run().seeds().noise() : r.run().seeds().maze()));
    }
    outcome.forEach(o -> row.add(o.cell(r)));
    for (String rule : rules) {
      row.add(
          r.recalls().stream()
              .filter(x -> x.rule().equals(rule))
              .map(x -> Integer.toString(x.hits()))
              .findFirst()
              .orElse(""));
    }
    if (isVerified) {
      VERIFICATION.forEach(o -> row.add(o.cell(r.verification())));
    }
    for (String label : labels) {
      row.add(number(r.along().gx(), label));
      row.add(number(r.along().gy(), label));
    }
    return row;
  }

  private static String whole(SweepRecord.Recall recall, ToIntFunction<SweepRecord.Recall> of) {
    return recall == null ? "" : Integer.toString(of.applyAsInt(recall));
  }

  private static String number(Map<String, Double> byLabel, String label) {
    return number(byLabel.getOrDefault(label, Double.NaN));
  }

  public static String number(double v) {
    return Double.isNaN(v) ? "" : Double.toString(v);
  }

  /** Of a swept key without a unit: what its values are as they stand. */
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
    return line(columns.stream().map(Column::head).toList())
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
