package hopfilm.cli;

import hopfilm.figures.EnergyReading;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.page.PrefixedNumbers;
import hopfilm.sweep.SweepRecord;
import hopfilm.sweep.SweepResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
    List<String> header = new ArrayList<>(List.of("run"));
    List<String> keys = List.copyOf(r.records().get(0).values().keySet());
    boolean clash = keys.stream().map(SweepTables::shortKey).distinct().count() < keys.size();
    keys.forEach(k -> header.add(clash ? k : shortKey(k)));
    boolean network = r.records().stream().anyMatch(x -> x.energies() != null);
    Set<String> rules = new LinkedHashSet<>();
    r.records().forEach(x -> x.recalls().forEach(y -> rules.add(y.rule())));
    List<String> ofFilm =
        FILM.stream()
            .filter(c -> r.records().stream().anyMatch(x -> x.film().containsKey(c)))
            .toList();
    PrefixedNumbers energy = energies(r);
    if (network) {
      header.addAll(List.of("lowest", "outcome", "margin"));
      rules.forEach(x -> header.add(x.replace("_", " ")));
    } else {
      header.addAll(
          ofFilm.stream()
              .map(c -> c.equals(ENERGY) ? c + " (" + energy.unit("J") + ")" : c)
              .toList());
    }
    header.add("s");
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (SweepRecord x : r.records()) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(x.number())));
      keys.forEach(k -> row.add(x.values().get(k)));
      if (network) {
        row.add(x.energies() == null ? "-" : x.energies().minimum());
        row.add(x.outcome() == null ? "-" : x.outcome().text());
        row.add(TextTable.fixed(x.margin()));
        rules.forEach(rule -> row.add(recall(x, rule)));
      } else {
        for (String column : ofFilm) {
          double number = x.film().getOrDefault(column, Double.NaN);
          boolean isEnergy = column.equals(ENERGY) && !Double.isNaN(number);
          row.add(isEnergy ? energy.of(number) : TextTable.fixed(number));
        }
      }
      row.add(x.message() == null ? String.format(Locale.ROOT, "%.1f", x.seconds()) : "failed");
      table.row(row.toArray(String[]::new));
    }
    table.print(out);
  }

  private static PrefixedNumbers energies(SweepResult r) {
    return PrefixedNumbers.upTo(
        r.records().stream()
            .mapToDouble(x -> Math.abs(x.film().getOrDefault(ENERGY, 0.0)))
            .max()
            .orElse(0));
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
    String inputs = EnergyReading.inputs(shown.stream().map(SweepRecord::energies).toList());
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
        EnergyReading e = x.energies();
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
    TextTable table = new TextTable("", "runs", "of", "95 % interval");
    all.forEach(
        (group, f) ->
            table.row(
                group.replace("_", " "),
                Integer.toString(f.successes()),
                Integer.toString(f.total()),
                isRepeated
                    ? String.format(Locale.ROOT, "%.0f to %.0f %%", 100 * f.low(), 100 * f.high())
                    : "-"));
    table.print(out);
  }

  private static void spread(SweepResult r, PrintWriter out) {
    if (r.records().stream().allMatch(x -> x.along().gx().isEmpty())) {
      return;
    }
    out.printf(
        "%nConductance between opposite edges, in thickness/rho_perp: mean and standard deviation (sd) over runs%n%n");
    TextTable table = new TextTable("runs", "measure", "gx", "sd", "gy", "sd", "of");
    Map<String, Map<String, SweepResult.Spread>> gx = r.spread(x -> x.along().gx());
    Map<String, Map<String, SweepResult.Spread>> gy = r.spread(x -> x.along().gy());
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
