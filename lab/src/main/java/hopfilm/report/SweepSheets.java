package hopfilm.report;

import hopfilm.chart.Prefix;
import hopfilm.page.Form;
import hopfilm.page.Markup;
import hopfilm.page.Page;
import hopfilm.page.PrefixedNumbers;
import hopfilm.page.Sheet;
import hopfilm.result.PatternEnergies.PatternEnergy;
import hopfilm.result.PatternEnergies.Trained;
import hopfilm.result.Retrieved;
import hopfilm.result.SweepRecord;
import hopfilm.result.SweepSummaryRecord.Found;
import hopfilm.result.SweepSummaryRecord.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables of a sweep, the same on its page and in the terminal. */
public final class SweepSheets {

  /** More runs than these do not fit side by side. */
  private static final int MAX_COLUMNS = 6;

  private static final int MAX_PATTERNS = 16;

  /** Numbers of a film at its end that are shown where no pattern was, with units. */
  private static final Map<String, String> FILM = film();

  private SweepSheets() {}

  private static Map<String, String> film() {
    Map<String, String> units = new LinkedHashMap<>();
    units.put("E_total", "J");
    List.of("mx", "my", "mz", "Q", "gx", "gy").forEach(name -> units.put(name, ""));
    units.put("T_max", "K");
    return units;
  }

  /** Tells a sweep to a terminal: its tables, and what it came to. */
  public static void tell(SweepReportData data, Page page) {
    page.heading("runs", "Runs").sheet(runs(data.runs(), SweepRecord::number));
    energies(page, data.runs());
    shares(page, data);
    edges(page, data.found());
    page.heading("outcome", "Outcome").summary(SweepSummary.of(data));
    page.outcome(SweepSummary.outcome(data));
  }

  /**
   * All runs.
   *
   * @param name what a run is called, and may be a link
   */
  static Sheet<SweepRecord> runs(List<SweepRecord> runs, Function<SweepRecord, ?> name) {
    Sheet<SweepRecord> sheet = new Sheet<>(runs).add("run", Form.TEXT, name);
    for (String key : runs.isEmpty() ? List.<String>of() : runs.get(0).values().keySet()) {
      sheet.add(key, Form.TEXT, r -> value(r.values().getOrDefault(key, "")));
    }
    if (runs.stream().anyMatch(r -> r.outcome() != null)) {
      sheet
          .add("verdict", Form.TEXT, r -> new Markup(RunLink.verdict(r), words(r)))
          .add("lowest", Form.SIGNS, r -> r.summary().verdict().lowest())
          .add("margin", Form.TEXT, r -> trained(r, t -> Prefix.fixed(t.margin(), 3)))
          .add("E\u2032 trained", Form.TEXT, r -> trained(r, t -> Prefix.format(t.watts(), "W")));
      runs.stream()
          .flatMap(r -> r.recalls().stream().map(Retrieved::words))
          .distinct()
          .forEach(rule -> sheet.add("recalled, " + rule, Form.TEXT, r -> recalled(r, rule)));
    } else {
      FILM.forEach(
          (column, unit) -> {
            if (runs.stream().anyMatch(r -> r.film().containsKey(column))) {
              Form form = unit.isEmpty() ? Form.fixed(3) : Form.QUANTITY;
              sheet.add(title(column), unit, form, r -> r.film().get(column));
            }
          });
    }
    return sheet.add("time", Form.TEXT, r -> String.format(Locale.ROOT, "%.0f s", r.seconds()));
  }

  private static String words(SweepRecord r) {
    return r.outcome() == null ? r.words() : r.outcome().words();
  }

  private static String title(String column) {
    return column.equals("T_max") ? "highest T" : column.replace("E_total", "energy");
  }

  private static Markup value(String value) {
    return new Markup(RunLink.value(value), value);
  }

  private static String trained(SweepRecord r, Function<Trained, String> of) {
    return r.energies() == null
        ? ""
        : r.energies().trained().stream().map(of).collect(Collectors.joining(", "));
  }

  private static String recalled(SweepRecord r, String rule) {
    return r.recalls().stream()
        .filter(x -> x.words().equals(rule))
        .map(x -> x.hits() + " of " + x.total())
        .findFirst()
        .orElse("");
  }

  /** Shares of the runs that learned, and that recalled every start. */
  static void shares(Page page, SweepReportData data) {
    if (!data.found().success().isEmpty()) {
      page.heading("success", "Share of runs that learned");
      page.sheet(
          shares(
              data.found().success(),
              s -> new Share(s.learned(), s.total(), s.low(), s.high()),
              data));
      page.note(
          "A run learned if its trained pattern is the lowest, and of several if all are stored. "
              + (data.isRepeated()
                  ? "Wilson intervals."
                  : "These are runs of different films, of whose share there is no interval."));
    }
    if (!data.found().recall().isEmpty()) {
      page.heading("recalled", "Share of runs that recalled every start");
      page.sheet(
          shares(
              data.found().recall(), s -> new Share(s.full(), s.total(), s.low(), s.high()), data));
    }
  }

  private record Share(int runs, int total, double low, double high) {}

  private static <T> Sheet<?> shares(
      Map<String, T> all, Function<T, Share> of, SweepReportData data) {
    Map<String, Share> shares = new LinkedHashMap<>();
    all.forEach((group, share) -> shares.put(group, of.apply(share)));
    Sheet<Map.Entry<String, Share>> sheet =
        new Sheet<>(List.copyOf(shares.entrySet()))
            .add("", Form.TEXT, e -> value(e.getKey().replace('_', ' ')))
            .add("runs", Form.TEXT, e -> e.getValue().runs() + " of " + e.getValue().total())
            .add(
                "share",
                Form.TEXT,
                e -> percent((double) e.getValue().runs() / e.getValue().total()));
    if (data.isRepeated()) {
      sheet
          .add("95 % interval", Form.TEXT, e -> range(e.getValue()))
          .add("0 to 100 %", Form.TEXT, e -> new Markup(svg(e.getValue()), ""));
    }
    return sheet;
  }

  private static String range(Share s) {
    return percent(s.low()) + " to " + percent(s.high());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String svg(Share s) {
    return String.format(
        Locale.ROOT,
        "<svg class=\"interval\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" role=\"img\""
            + " aria-label=\"interval\"><rect y=\"4\" width=\"100\" height=\"2\""
            + " fill=\"var(--grid)\"/><rect x=\"%.1f\" y=\"2.5\" width=\"%.1f\" height=\"5\""
            + " fill=\"var(--other)\"/><rect x=\"%.1f\" width=\"2\" height=\"10\""
            + " fill=\"var(--trained)\"/></svg>",
        100 * s.low(),
        100 * Math.max(0, s.high() - s.low()),
        Math.min(98, Math.max(0, 100.0 * s.runs() / s.total() - 1)));
  }

  /** E' of each pattern in each run, where few runs have few of them. */
  private static void energies(Page page, List<SweepRecord> runs) {
    List<SweepRecord> shown = runs.stream().filter(r -> r.energies() != null).toList();
    if (shown.isEmpty() || shown.size() > MAX_COLUMNS) {
      return;
    }
    List<List<PatternEnergy>> all = shown.stream().map(r -> r.energies().energies()).toList();
    if (all.get(0).size() > MAX_PATTERNS) {
      return;
    }
    PrefixedNumbers numbers =
        PrefixedNumbers.upTo(
            all.stream()
                .flatMap(List::stream)
                .mapToDouble(e -> Math.abs(e.watts()))
                .max()
                .orElse(0));
    Sheet<Integer> sheet =
        new Sheet<>(IntStream.range(0, all.get(0).size()).boxed().toList())
            .add("pattern", Form.SIGNS, p -> all.get(0).get(p).pattern());
    for (int k = 0; k < shown.size(); k++) {
      int at = k;
      sheet.add(
          "run " + shown.get(k).number(),
          Form.TEXT,
          p -> starred(shown.get(at), all.get(at).get(p), numbers));
    }
    page.heading(
        "energies", "E\u2032 of the patterns (%s); * trained".formatted(numbers.unit("W")));
    page.sheet(sheet);
  }

  private static String starred(SweepRecord run, PatternEnergy e, PrefixedNumbers numbers) {
    return numbers.of(e.watts()) + (run.trained().contains(e.pattern()) ? "*" : " ");
  }

  /** A group of runs at a measure. */
  private record Edges(String group, String label, Spread gx, Spread gy) {}

  /** Conductances between whole edges over the runs of each group. */
  static void edges(Page page, Found found) {
    List<Edges> all = new ArrayList<>();
    found
        .gx()
        .forEach(
            (group, labels) ->
                labels.forEach(
                    (label, gx) ->
                        all.add(new Edges(group, label, gx, found.gy().get(group).get(label)))));
    if (found.gx().size() > 1) {
      all.removeIf(e -> e.group().equals("all")); // films that differ in more than seeds
    }
    if (all.isEmpty()) {
      return;
    }
    page.heading("edges", "Conductance between opposite edges, in thickness/rho_perp");
    page.sheet(
        new Sheet<>(all)
            .add("runs", Form.TEXT, Edges::group)
            .add("measure", Form.TEXT, Edges::label)
            .add("gx", Form.fixed(5), e -> e.gx().mean())
            .add("deviation of gx", Form.fixed(5), e -> e.gx().deviation())
            .add("gy", Form.fixed(5), e -> e.gy().mean())
            .add("deviation of gy", Form.fixed(5), e -> e.gy().deviation())
            .add("of", Form.WHOLE, e -> e.gx().runs()));
  }
}
