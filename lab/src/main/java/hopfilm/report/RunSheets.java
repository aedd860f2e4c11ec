package hopfilm.report;

import hopfilm.chart.Prefix;
import hopfilm.input.Excerpt;
import hopfilm.io.Table;
import hopfilm.page.Form;
import hopfilm.page.Markup;
import hopfilm.page.PrefixedNumbers;
import hopfilm.page.Sheet;
import hopfilm.readout.ReadoutRecord;
import hopfilm.result.ExpectationResult;
import hopfilm.result.HeldMemory;
import hopfilm.result.PatternEnergies;
import hopfilm.result.PatternEnergies.PatternEnergy;
import hopfilm.result.Retrieved;
import hopfilm.result.Summary;
import hopfilm.result.WrittenRow;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of a run, the same on its page and in the terminal. */
public final class RunSheets {

  private static final List<String> PLAIN = List.of("mx", "my", "mz", "Q");

  private static final String TOTAL = "E_total";

  /** Currents and voltages are solved for to 1e-11 or so of the largest. */
  private static final double ROUNDING = 1e-9;

  private RunSheets() {}

  /** The measures: when each was, what it read between whole edges, how exact it is. */
  public static Sheet<String> conductances(Summary s) {
    Summary.Readings r = s.readings();
    return new Sheet<>(r.labels())
        .add("measure", Form.TEXT, label -> label)
        .add("t", "s", Form.QUANTITY, label -> r.times().get(label))
        .add("read", Form.TEXT, r::condition)
        .add("gx", Form.fixed(5), label -> r.gx().get(label))
        .add("gy", Form.fixed(5), label -> r.gy().get(label))
        .add("symmetry", Form.SMALL, label -> r.conductanceErrors().get(label).symmetry())
        .add("row sums", Form.SMALL, label -> r.conductanceErrors().get(label).rowSum())
        .add("residual", Form.SMALL, label -> r.conductanceErrors().get(label).residual());
  }

  /** How each of several patterns is held. */
  public static Sheet<HeldMemory> memories(List<HeldMemory> memories) {
    return new Sheet<>(memories)
        .add("memory", Form.SIGNS, HeldMemory::pattern)
        .add("fixed point", Form.TEXT, m -> m.fixedPoint() ? "yes" : "no")
        .add("stability", Form.fixed(3), HeldMemory::stability)
        .add("recalled", Form.TEXT, m -> m.recalled() + " of " + m.of())
        .add("E\u2032", "W", Form.QUANTITY, HeldMemory::energy)
        .add("rank", Form.WHOLE, HeldMemory::rank)
        .add("margin", Form.fixed(3), HeldMemory::margin)
        .add("basin", Form.TEXT, m -> m.basin() == null ? null : percent(m.basin()));
  }

  /** Each expected value, and the value of the film. */
  public static Sheet<ExpectationResult> expectations(List<ExpectationResult> all) {
    return new Sheet<>(all)
        .add("expected", Form.TEXT, e -> e.met() ? "met" : "not met")
        .add("reading", Form.TEXT, ExpectationResult::read)
        .add("value", Form.TEXT, ExpectationResult::shown)
        .add("expected value", Form.TEXT, e -> ExpectationResult.range(e.is(), e.within()))
        .add("source", Form.TEXT, ExpectationResult::source);
  }

  /** The pixels of a row. */
  public static Sheet<?> row(WrittenRow row) {
    double[] byPlace = row.gainsByPlace();
    return new Sheet<>(IntStream.range(0, byPlace.length).boxed().toList())
        .add("pixel", Form.TEXT, k -> "p" + (k + 1))
        .add("sign", Form.SIGNS, k -> row.picture().substring(k, k + 1))
        .add("places", Form.WHOLE, k -> row.places().get(k))
        .add("gain", "S", Form.QUANTITY, k -> row.gains().get(k))
        .add("of a place", "S", Form.QUANTITY, k -> byPlace[k])
        .add("side", Form.TEXT, k -> row.isWrong(k) ? "wrong" : "right");
  }

  /** Copies with wrong signs that come back. */
  public static Sheet<Retrieved.Recall> recall(Retrieved r) {
    return new Sheet<>(r.recall())
        .add("wrong", Form.TEXT, p -> "%d (%s)".formatted(p.flips(), percent(p.flipped())))
        .add("recalled", Form.TEXT, p -> p.hits() + " of " + p.total())
        .add("distinct", Form.WHOLE, Retrieved.Recall::distinct)
        .add("95 % interval", Form.TEXT, Retrieved.Recall::interval)
        .add("mean overlap", Form.fixed(2), Retrieved.Recall::overlap);
  }

  /** A trained pattern at a measure. */
  private record Read(PatternEnergies at, PatternEnergies.Trained pattern) {}

  /** Each trained pattern at each measure. */
  static Sheet<?> readings(RunReportData data) {
    List<Read> all = new ArrayList<>();
    data.summary().comparable().forEach(e -> e.trained().forEach(t -> all.add(new Read(e, t))));
    return new Sheet<>(all)
        .add("measure", Form.TEXT, x -> x.at().label())
        .add("read", Form.TEXT, x -> data.summary().readings().condition(x.at().label()))
        .add("trained", Form.SIGNS, x -> x.pattern().pattern())
        .add("its E\u2032", "W", Form.QUANTITY, x -> x.pattern().watts())
        .add("lowest", Form.SIGNS, x -> x.at().minimum())
        .add("learned", Form.TEXT, x -> mark(x.pattern().learned(), "learned", "not-learned"))
        .add("margin", Form.fixed(3), x -> x.pattern().margin());
  }

  /** Voltages and currents of all contacts, and their sum. */
  static Sheet<Integer> contacts(List<String> names, Summary.Point exact) {
    int n = exact.voltages().length;
    Summary.Point at =
        new Summary.Point(
            withoutRounding(exact.voltages()), withoutRounding(exact.currents()), exact.power());
    return new Sheet<>(IntStream.rangeClosed(0, n).boxed().toList())
        .add("contact", Form.TEXT, k -> k < n ? names.get(k) : "all")
        .add("voltage", "V", Form.QUANTITY, k -> k < n ? at.voltages()[k] : Double.NaN)
        .add(
            "current into the film", "A", Form.QUANTITY, k -> k < n ? at.currents()[k] : Double.NaN)
        .add(
            "power",
            "W",
            Form.QUANTITY,
            k -> k < n ? at.voltages()[k] * at.currents()[k] : at.power());
  }

  /** What is left of a floating contact by rounding is 0. */
  private static double[] withoutRounding(double[] values) {
    double least = ROUNDING * Arrays.stream(values).map(Math::abs).max().orElse(0);
    return Arrays.stream(values).map(v -> Math.abs(v) <= least ? 0 : v).toArray();
  }

  /**
   * The row of the table at which most power flows, as a point of operation; empty where the table
   * lacks a voltage, a current or the power.
   *
   * @param names of the electrodes
   */
  static Optional<Map.Entry<Double, Summary.Point>> strongest(Table table, List<String> names) {
    boolean hasAll =
        table != null
            && table.has("P")
            && names.stream().allMatch(n -> table.has("V_" + n) && table.has("I_" + n));
    if (!hasAll) {
      return Optional.empty();
    }
    double[] power = table.column("P");
    int at = 0;
    for (int k = 0; k < power.length; k++) {
      at = power[k] > power[at] ? k : at;
    }
    int row = at;
    return Optional.of(
        Map.entry(
            table.column("t")[row],
            new Summary.Point(
                names.stream().mapToDouble(n -> table.column("V_" + n)[row]).toArray(),
                names.stream().mapToDouble(n -> table.column("I_" + n)[row]).toArray(),
                power[row])));
  }

  /** The first and the last row of the table; empty without energies. */
  static Optional<Sheet<?>> film(Table table) {
    if (table == null || table.rows().isEmpty() || !table.has(TOTAL)) {
      return Optional.empty();
    }
    double[] first = table.rows().get(0);
    double[] last = table.rows().get(table.rows().size() - 1);
    List<Integer> shown = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Table.Column column = table.columns().get(c);
      boolean isEnergy = column.unit().equals("J") && (first[c] != 0 || last[c] != 0);
      if (isEnergy || column.name().equals(TOTAL) || PLAIN.contains(column.name())) {
        shown.add(c);
      }
    }
    Sheet<Integer> sheet =
        new Sheet<>(shown).add("of the film", Form.TEXT, c -> table.columns().get(c).name());
    int t = table.indexOf("t").orElseThrow();
    for (double[] row : first == last ? List.of(last) : List.of(first, last)) {
      sheet.add(
          "t = " + Prefix.format(row[t], "s"),
          Form.TEXT,
          c ->
              table.columns().get(c).unit().equals("J")
                  ? Prefix.format(row[c], "J")
                  : Prefix.fixed(row[c], 3));
    }
    return Optional.of(sheet);
  }

  static Sheet<PatternEnergy> energies(PatternEnergies e) {
    return new Sheet<>(e.energies())
        .add("pattern", Form.SIGNS, PatternEnergy::pattern)
        .add("E\u2032", "W", Form.QUANTITY, PatternEnergy::watts)
        .add("", Form.TEXT, p -> marks(p.pattern(), e));
  }

  private static String marks(String pattern, PatternEnergies e) {
    List<String> marks = new ArrayList<>();
    if (e.trained().stream().anyMatch(t -> t.pattern().equals(pattern))) {
      marks.add("trained");
    }
    if (pattern.chars().distinct().count() == 1 && !e.isUniformOneOfThem()) {
      marks.add("carries no current");
    } else if (pattern.equals(e.minimum())) {
      marks.add("lowest");
    }
    return String.join(", ", marks);
  }

  /** The retrieve steps, and where inputs end that do not come back. */
  static Sheet<Retrieved> retrieval(Summary s) {
    return new Sheet<>(s.retrieval())
        .add("update", Form.TEXT, Retrieved::words)
        .add("self-term", Form.TEXT, Retrieved::selfTerm)
        .add("recalled", Form.TEXT, Retrieved::counts)
        .add("misses end at", Form.TEXT, r -> misses(r, s.network().trained()));
  }

  /** A pair of contacts, or a pattern. */
  private record Row(String name, ReadoutRecord.Numbers at) {}

  /** Resistances before and after training, and what hides the change. */
  public static Sheet<?> readout(ReadoutRecord readout) {
    List<Row> all = new ArrayList<>();
    readout.pairs().forEach(p -> all.add(new Row(p.a() + "-" + p.b(), p.numbers())));
    readout.patterns().forEach(p -> all.add(new Row(p.pattern(), p.numbers())));
    Sheet<Row> sheet = new Sheet<>(all);
    sheet
        .add("read", Form.TEXT, Row::name)
        .add("untrained", "Ohm", Form.QUANTITY, r -> r.at.R())
        .add("trained", "Ohm", Form.QUANTITY, r -> r.at.trained())
        .add("change", "Ohm", Form.QUANTITY, r -> r.at.dR())
        .add("of R", Form.TEXT, r -> share(r.at.dR() / r.at.R()))
        .add("voltage", "V", Form.QUANTITY, r -> r.at.dV())
        .add("noise", "V", Form.QUANTITY, r -> r.at.averaged());
    if (all.stream().anyMatch(r -> r.at.contact() > 0)) {
      sheet.add("contacts", "V", Form.QUANTITY, r -> r.at.contact());
    }
    if (all.stream().anyMatch(r -> r.at.drift() > 0)) {
      sheet.add("drift", "V", Form.QUANTITY, r -> r.at.drift());
    }
    return sheet
        .add("signal/noise", Form.TEXT, r -> digits(r.at.snr()))
        .add("5 sigma after", Form.TEXT, r -> time(r.at.time()));
  }

  private static String share(double of) {
    return Prefix.fixed(100 * of, 3) + " %";
  }

  private static String digits(Double v) {
    return v == null || v > 999 ? "> 999" : Quantity.digits(v, 2);
  }

  /** No amplifier is quicker than a microsecond at such noise. */
  private static String time(Double seconds) {
    return seconds == null
        ? "never"
        : seconds < 1e-6 ? "< 1 us" : Quantity.format(seconds, Dimension.TIME, 2);
  }

  private static String misses(Retrieved r, List<String> trained) {
    return r.from().values().stream()
        .filter(end -> !end.hits(trained))
        .map(end -> end.end() == null ? without(end) : Excerpt.signs(end.state()))
        .distinct()
        .limit(6)
        .collect(Collectors.joining(" "));
  }

  /** Where starts ended. */
  static Sheet<Map.Entry<String, Retrieved.End>> starts(
      List<Map.Entry<String, Retrieved.End>> starts, List<String> trained) {
    return new Sheet<>(starts)
        .add("start", Form.SIGNS, Map.Entry::getKey)
        .add("end", Form.TEXT, e -> end(e.getValue()))
        .add("recalled", Form.TEXT, e -> mark(e.getValue().hits(trained), "good", "bad"))
        .add("steps", Form.WHOLE, e -> e.getValue().steps());
  }

  /** What a start comes to that comes to no rest. */
  private static String without(Retrieved.End end) {
    return end.cycle().isEmpty() ? "no end" : "cycle";
  }

  private static Markup end(Retrieved.End end) {
    if (end.end() != null) {
      return new Markup(Markup.pattern(end.end()), end.end());
    }
    List<String> cycle = end.cycle().stream().map(Markup::pattern).toList();
    String word = without(end);
    return new Markup(
        String.join(" ", word, String.join(" ", cycle)).strip(),
        String.join(" ", word, String.join(" ", end.cycle())).strip());
  }

  /** G' or R' of each pair. */
  static Sheet<Integer> weights(Summary s, double[][] w) {
    List<String> names = s.network().electrodes();
    PrefixedNumbers numbers =
        PrefixedNumbers.upTo(
            Stream.of(w)
                .flatMapToDouble(DoubleStream::of)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0));
    String head = s.network().isResistance() ? "R' = R - Rref (" : "G' = G - Gref (";
    Sheet<Integer> sheet =
        new Sheet<>(IntStream.range(0, w.length).boxed().toList())
            .add(head + numbers.unit(s.network().unit()) + ")", Form.TEXT, names::get);
    for (int k = 0; k < w.length; k++) {
      int at = k;
      sheet.add(names.get(k), Form.TEXT, i -> numbers.of(w[i][at]));
    }
    return sheet;
  }

  private static String percent(double share) {
    return "%.0f %%".formatted(100 * share);
  }

  /** A mark with its word, in the colour of its kind. */
  static Markup mark(boolean isSo, String yes, String no) {
    String words = isSo ? "\u2713 yes" : "\u2717 no";
    return new Markup("<span class=\"%s\">%s</span>".formatted(isSo ? yes : no, words), words);
  }
}
