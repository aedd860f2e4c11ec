package hopfilm.cli;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.page.Form;
import hopfilm.page.PrefixedNumbers;
import hopfilm.page.Sheet;
import hopfilm.result.Energies;
import hopfilm.result.Retrieved;
import hopfilm.result.SweepRecord;
import hopfilm.sweep.SweepResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The result of a sweep as a person reads it. */
final class SweepTables {

  /** More runs than these do not fit side by side. */
  private static final int MOST_COLUMNS = 6;

  private static final int MOST_PATTERNS = 16;

  private static final String ENERGY = "E_total";

  /** Numbers of a film at its end, for sweeps without a network. */
  private static final List<String> FILM =
      List.of(ENERGY, "mx", "my", "mz", "Q", "gx", "gy", "T_max");

  private SweepTables() {}

  static void print(SweepResult r, PrintWriter out) {
    out.println(r.experiment().name());
    out.println();
    runs(r, out);
    energies(r, out);
    fractions(
        "Learned: the trained pattern has the lowest E'; several are all held",
        r.success(),
        r.isRepeated(),
        out);
    fractions("Recalled from every start", r.recall(), r.isRepeated(), out);
    spread(r, out);
    out.printf(Locale.ROOT, "%n%d runs, %.1f s%n", r.records().size(), r.seconds());
  }

  /** Each swept key and its value; keys by their last part. */
  static List<String> swept(SweepRecord r) {
    List<String> parts = new ArrayList<>();
    r.values().forEach((key, value) -> parts.add(shortKey(key) + " " + value));
    return parts;
  }

  private static String shortKey(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  private static void runs(SweepResult r, PrintWriter out) {
    Sheet<SweepRecord> sheet = new Sheet<>(r.records()).add("run", Form.WHOLE, SweepRecord::number);
    List<String> keys = List.copyOf(r.records().get(0).values().keySet());
    boolean clash = keys.stream().map(SweepTables::shortKey).distinct().count() < keys.size();
    keys.forEach(k -> sheet.add(clash ? k : shortKey(k), Form.TEXT, x -> x.values().get(k)));
    if (r.records().stream().anyMatch(x -> x.summary().verdict().lowest() != null)) {
      sheet
          .add("lowest", Form.TEXT, x -> or(x.summary().verdict().lowest()))
          .add("outcome", Form.TEXT, x -> x.outcome() == null ? "-" : x.outcome().text())
          .add("margin", Form.TEXT, x -> TextTable.fixed(x.margin()));
      r.records().stream()
          .flatMap(x -> x.recalls().stream().map(Retrieved::rule))
          .distinct()
          .forEach(rule -> sheet.add(rule.replace("_", " "), Form.TEXT, x -> recall(x, rule)));
    } else {
      FILM.stream()
          .filter(c -> r.records().stream().anyMatch(x -> x.film().containsKey(c)))
          .forEach(c -> film(sheet, c));
    }
    sheet.add(
        "s",
        Form.TEXT,
        x -> x.message() == null ? String.format(Locale.ROOT, "%.1f", x.seconds()) : "failed");
    TextTable.print(sheet, out);
  }

  private static void film(Sheet<SweepRecord> sheet, String column) {
    if (column.equals(ENERGY)) {
      sheet.add(column, "J", Form.QUANTITY, x -> x.film().get(column));
    } else {
      sheet.add(column, Form.TEXT, x -> TextTable.fixed(x.film().getOrDefault(column, Double.NaN)));
    }
  }

  private static String or(String text) {
    return text == null ? "-" : text;
  }

  private static String recall(SweepRecord x, String rule) {
    return x.recalls().stream()
        .filter(y -> y.rule().equals(rule))
        .map(y -> y.hits() + "/" + y.total())
        .findFirst()
        .orElse("-");
  }

  private static void energies(SweepResult r, PrintWriter out) {
    List<SweepRecord> shown = r.records().stream().filter(x -> x.energies() != null).toList();
    if (shown.isEmpty()
        || shown.size() > MOST_COLUMNS
        || shown.get(0).energies().energies().size() > MOST_PATTERNS) {
      return;
    }
    PrefixedNumbers energy =
        PrefixedNumbers.upTo(
            shown.stream()
                .flatMap(x -> x.energies().energies().stream())
                .mapToDouble(e -> Math.abs(e.watts()))
                .max()
                .orElse(0));
    String inputs = Energies.inputs(shown.stream().map(SweepRecord::energies).toList());
    out.printf(
        "%nE' (%s)%s; * trained%n%n", energy.unit("W"), inputs.isEmpty() ? "" : ", " + inputs);
    List<String> header = new ArrayList<>(List.of("pattern"));
    shown.forEach(x -> header.add("run " + x.number()));
    TextTable table = new TextTable(header.toArray(String[]::new));
    int n = shown.get(0).energies().energies().size();
    for (int p = 0; p < n; p++) {
      String pattern = shown.get(0).energies().energies().get(p).pattern();
      List<String> row = new ArrayList<>(List.of(pattern));
      for (SweepRecord x : shown) {
        Energies e = x.energies();
        boolean trained = e.trained().stream().anyMatch(t -> t.pattern().equals(pattern));
        row.add(energy.of(e.energies().get(p).watts()) + (trained ? "*" : " "));
      }
      table.row(row.toArray(String[]::new));
    }
    table.print(out);
  }

  /**
   * Shares of runs.
   *
   * @param isRepeated whether the runs differ in seeds alone, so that their share has an interval
   */
  private static void fractions(
      String title, Map<String, SuccessFraction> all, boolean isRepeated, PrintWriter out) {
    if (all.isEmpty()) {
      return;
    }
    out.printf("%n%s%n%n", title);
    TextTable.print(
        new Sheet<>(List.copyOf(all.entrySet()))
            .add("", Form.TEXT, e -> e.getKey().replace("_", " "))
            .add("runs", Form.WHOLE, e -> e.getValue().successes())
            .add("of", Form.WHOLE, e -> e.getValue().total())
            .add("95 % interval", Form.TEXT, e -> isRepeated ? interval(e.getValue()) : "-"),
        out);
  }

  private static String interval(SuccessFraction f) {
    return String.format(Locale.ROOT, "%.0f to %.0f %%", 100 * f.low(), 100 * f.high());
  }

  private static void spread(SweepResult r, PrintWriter out) {
    if (r.records().stream().allMatch(x -> x.gx().isEmpty())) {
      return;
    }
    out.printf(
        "%nConductance between opposite edges, in thickness/rho_perp: mean and standard deviation (sd) over runs%n%n");
    TextTable table = new TextTable("runs", "measure", "gx", "sd", "gy", "sd", "of");
    Map<String, Map<String, SweepResult.Spread>> gx = r.spread(SweepRecord::gx);
    Map<String, Map<String, SweepResult.Spread>> gy = r.spread(SweepRecord::gy);
    if (gx.size() > 1) {
      gx.remove(SweepResult.ALL); // films that differ in more than seeds have no spread
    }
    gx.forEach(
        (group, labels) ->
            labels.forEach(
                (label, x) -> {
                  SweepResult.Spread y = gy.get(group).get(label);
                  table.row(
                      group,
                      label,
                      TextTable.fixed(x.mean()),
                      TextTable.fixed(x.deviation()),
                      TextTable.fixed(y.mean()),
                      TextTable.fixed(y.deviation()),
                      Integer.toString(x.runs()));
                }));
    table.print(out);
  }
}
