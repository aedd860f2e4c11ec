package hopfilm.sweep;

import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.result.Retrieved;
import hopfilm.result.Summary.Effort;
import hopfilm.result.SweepRecord;
import hopfilm.result.Verification;
import hopfilm.result.WrittenRow;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The runs of a sweep as a table: runs.csv, and the rows of any other form of it. */
public final class RunsTable {

  private static final String OUTCOME = "verified, learned or not-learned";

  private static final String GX =
      "gx at a readout: 1 for a square film magnetised across the current";

  private RunsTable() {}

  /** The table of these runs, in their order. Read it by the names of its columns. */
  public static Sheet<SweepRecord> of(List<SweepRecord> records) {
    Set<String> keys = all(records, r -> r.values().keySet());
    keys.addAll(List.of("seed", "initial.seed"));
    Sheet<SweepRecord> sheet = new Sheet<>(records);
    column(sheet, "run", Form.WHOLE, "number of the run", SweepRecord::number);
    keys.forEach(key -> swept(sheet, key, records));
    outcome(sheet);
    if (records.stream().anyMatch(r -> r.trained().size() > 1)) {
      memories(sheet);
    }
    for (String rule : all(records, r -> r.recalls().stream().map(Retrieved::rule).toList())) {
      column(sheet, "hits_" + rule, Form.WHOLE, "", r -> hits(r, rule));
    }
    if (records.stream().anyMatch(r -> r.verification() != null)) {
      verification(sheet);
    }
    if (records.stream().anyMatch(r -> r.row() != null)) {
      rows(sheet, SweptRows.recalled(records));
    }
    for (String label : all(records, r -> r.gx().keySet())) {
      column(sheet, "gx_" + label, Form.NUMBER, "", r -> r.gx().get(label));
      column(sheet, "gy_" + label, Form.NUMBER, "", r -> r.gy().get(label));
    }
    for (String name : all(records, r -> r.film().keySet())) {
      column(sheet, name, Form.NUMBER, "", r -> r.film().get(name));
    }
    ends(sheet);
    return sheet;
  }

  /** The columns that runs of a sweep can have, besides swept keys and what readings add. */
  public static List<Sheet.Column<SweepRecord>> meanings() {
    Sheet<SweepRecord> sheet = new Sheet<>(List.of());
    column(sheet, "run", Form.WHOLE, "number of the run", SweepRecord::number);
    column(
        sheet,
        "KEY",
        Form.TEXT,
        "each swept key, such as `train.voltage (V)`, in SI units",
        r -> "");
    column(sheet, "seed", Form.WHOLE, "seed of noise and update orders", r -> "");
    column(sheet, "initial.seed", Form.WHOLE, "seed of the initial state", r -> "");
    outcome(sheet);
    memories(sheet);
    column(
        sheet, "hits_RULE", Form.WHOLE, "recalled starts of the first recall by a rule", r -> "");
    verification(sheet);
    rows(sheet, Map.of());
    column(sheet, "gx_LABEL", Form.NUMBER, GX, r -> "");
    column(sheet, "gy_LABEL", Form.NUMBER, "the same along y", r -> "");
    ends(sheet);
    return sheet.columns();
  }

  private static void ends(Sheet<SweepRecord> sheet) {
    column(
        sheet,
        RunValue.TEXTURE.name(),
        Form.TEXT,
        "final texture: uniform, skyrmions, maze or in-plane",
        r -> r.summary().film().texture());
    column(sheet, "outcome", Form.TEXT, OUTCOME, RunsTable::outcome);
  }

  private static void memories(Sheet<SweepRecord> sheet) {
    column(sheet, "patterns", Form.WHOLE, "number of trained patterns", r -> r.trained().size());
    column(
        sheet,
        "stored",
        Form.WHOLE,
        "number of trained patterns with at least 90 % of their corrupted probes recalled",
        r -> r.summary().recalls().stored());
  }

  private static void column(
      Sheet<SweepRecord> sheet,
      String name,
      Form form,
      String meaning,
      Function<SweepRecord, ?> value) {
    sheet.add(name, "", form, meaning, value);
  }

  private static void outcome(Sheet<SweepRecord> s) {
    column(s, "status", Form.TEXT, "done, failed or stopped", r -> r.status().text());
    column(s, "minimum", Form.SIGNS, "pattern of the lowest energy", RunsTable::minimum);
    column(
        s,
        "learned",
        Form.TRUTH,
        "true if all trained patterns are the lowest",
        SweepRecord::learned);
    column(
        s,
        "margin",
        Form.NUMBER,
        "smallest relative energy gap of the trained patterns",
        SweepRecord::margin);
    column(
        s,
        "E_prime_trained",
        Form.NUMBER,
        "highest network energy of a trained pattern [W]",
        SweepRecord::trainedEnergy);
    column(s, "hits", Form.WHOLE, "recalled starts of the last retrieve step", r -> hits(r));
    column(s, "total", Form.WHOLE, "starts of the last retrieve step", r -> total(r));
    column(s, "seconds", Form.NUMBER, "wall time [s]", RunsTable::seconds);
    column(
        s,
        "energy_joule",
        Form.NUMBER,
        "Joule heat of training, summed over table rows [J]",
        effort(Effort::energyJoule));
    column(s, "trained_bits", Form.WHOLE, "signs of all trained patterns", RunsTable::bits);
    column(
        s,
        "energy_per_bit",
        Form.NUMBER,
        "Joule heat of training per trained sign [J]",
        effort(Effort::energyPerBit));
    column(
        s,
        "training_time",
        Form.NUMBER,
        "duration of all train steps [s]",
        effort(Effort::trainingTime));
  }

  /** Of the last train step that verifies, where a run has one. */
  private static void verification(Sheet<SweepRecord> s) {
    column(
        s,
        "verified",
        Form.TRUTH,
        "true if the last verified train step passed",
        of(Verification::verified));
    column(s, "pulses", Form.WHOLE, "training pulses", of(Verification::pulses));
    column(s, "checks", Form.WHOLE, "verify reads at rest", of(Verification::checks));
    column(
        s,
        "passed_untrained",
        Form.TEXT,
        "untrained patterns that passed the test",
        of(v -> String.join(" ", v.passed().keySet())));
  }

  /** Of the picture that was written last, where a run has one. */
  private static void rows(Sheet<SweepRecord> s, Map<Integer, Double> recalled) {
    column(
        s,
        "row_right",
        Form.NUMBER,
        "share of a row's pixels that recall rightly",
        ofRow(WrittenRow::right));
    column(
        s,
        "row_sigma",
        Form.NUMBER,
        "distance of a row's two kinds of pixels, in standard deviations",
        ofRow(WrittenRow::sigma));
    column(s, "row_recalled", Form.NUMBER, SweptRows.MEANING, r -> recalled.get(r.number()));
  }

  private static Function<SweepRecord, Object> ofRow(Function<WrittenRow, ?> value) {
    return r -> r.row() == null ? null : value.apply(r.row());
  }

  private static Function<SweepRecord, Object> of(Function<Verification, ?> value) {
    return r -> r.verification() == null ? null : value.apply(r.verification());
  }

  private static Function<SweepRecord, Object> effort(Function<Effort, ?> value) {
    return r -> value.apply(r.summary().effort());
  }

  private static int bits(SweepRecord r) {
    return r.trained().stream().mapToInt(String::length).sum();
  }

  private static Set<String> all(
      List<SweepRecord> records, Function<SweepRecord, ? extends Iterable<String>> of) {
    Set<String> all = new LinkedHashSet<>();
    records.forEach(r -> of.apply(r).forEach(all::add));
    return all;
  }

  private static String minimum(SweepRecord r) {
    return r.summary().verdict().lowest();
  }

  private static String outcome(SweepRecord r) {
    return r.outcome() == null ? null : r.outcome().text();
  }

  private static String seconds(SweepRecord r) {
    return String.format(Locale.ROOT, "%.2f", r.seconds());
  }

  private static Integer hits(SweepRecord r) {
    return r.lastRecall() == null ? null : (Integer) r.lastRecall().hits();
  }

  private static Integer total(SweepRecord r) {
    return r.lastRecall() == null ? null : (Integer) r.lastRecall().total();
  }

  private static Integer hits(SweepRecord r, String rule) {
    return r.recalls().stream()
        .filter(x -> x.rule().equals(rule))
        .map(Retrieved::hits)
        .findFirst()
        .orElse(null);
  }

  /** A swept key, its values as plain numbers of one unit where they have one. */
  private static void swept(Sheet<SweepRecord> sheet, String key, List<SweepRecord> records) {
    List<String> texts = records.stream().map(r -> value(r, key)).toList();
    MapAxis.InSi inSi =
        records.stream().allMatch(r -> r.values().containsKey(key))
            ? MapAxis.inSi(key, texts).orElse(null)
            : null;
    if (inSi == null) {
      sheet.add(key, Form.plain(kind(texts)), r -> value(r, key));
      return;
    }
    Map<Integer, String> numbers = new LinkedHashMap<>();
    for (int k = 0; k < texts.size(); k++) {
      numbers.put(records.get(k).number(), inSi.values().get(k));
    }
    sheet.add(key, inSi.unit(), Form.NUMBER, r -> numbers.get(r.number()));
  }

  private static String value(SweepRecord r, String key) {
    return Objects.requireNonNullElseGet(
        r.values().get(key), () -> Long.toString(r.run().seeds().get(key)));
  }

  /** Of a swept key without a unit: what its values are as they stand. */
  private static Form.Kind kind(List<String> texts) {
    if (texts.stream().allMatch(t -> t.matches("-?[0-9]{1,18}"))) {
      return Form.Kind.WHOLE;
    }
    return texts.stream().allMatch(t -> t.matches("[+-]?[0-9]*\\.?[0-9]+(e[+-]?[0-9]+)?"))
        ? Form.Kind.NUMBER
        : Form.Kind.TEXT;
  }
}
