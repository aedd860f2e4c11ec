package hopfilm.report;

import hopfilm.chart.Fonts;
import hopfilm.chart.Prefix;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.WeightReach;
import hopfilm.page.Markup;
import hopfilm.page.Page;
import hopfilm.page.Page.Picture;
import hopfilm.page.Sheet;
import hopfilm.readout.ReadoutRecord;
import hopfilm.readout.ReadoutWords;
import hopfilm.result.ExpectationResult;
import hopfilm.result.HowTried;
import hopfilm.result.Outcome;
import hopfilm.result.PatternEnergies;
import hopfilm.result.Retrieved;
import hopfilm.result.Summary;
import hopfilm.result.WrittenRow;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a run came to, told to its page and to a terminal in the same words. */
public final class RunStory {
  /** A longer list of starts is cut to so many, misses first. */
  private static final int MAX_ROWS = 64;

  /** Tables of more patterns, contacts or weights are folded away. */
  private static final int MAX_SHOWN = 40;

  private final RunReportData data;
  private final Summary summary;
  private final Page page;
  private final Function<String, Picture> pictures;

  /**
   * @param pictures the figures by name, null for one that there is not
   */
  RunStory(RunReportData data, Page page, Function<String, Picture> pictures) {
    this.data = data;
    this.summary = data.summary();
    this.page = page;
    this.pictures = pictures;
  }

  /** Tells all but figures. */
  public static void tell(RunReportData data, Page page) {
    RunStory story = new RunStory(data, page, name -> null);
    story.head();
    story.film(null);
    story.energies();
    story.memories();
    story.row();
    story.retrieval();
    story.conductances();
    if (!story.summary.expectations().isEmpty()) {
      page.heading("expectations", "Expectations");
      story.summary.expectations().forEach(e -> page.summary(e.words()));
    }
  }

  void head() {
    Outcome outcome = data.outcome();
    if (outcome != null) {
      page.verdict(outcome.text(), RunLink.verdict(outcome, RunSummary.stored(data)));
    }
    if (!summary.head().isDone()) {
      page.alert("This run is not complete: " + summary.head().message());
    }
    page.summary(RunSummary.of(data));
    page.outcome(RunSummary.outcome(data));
  }

  /**
   * The film before and after.
   *
   * @param moments how many moments of the film its strip shows, as markup; null without it
   */
  void film(String moments) {
    page.heading("film", "The film, before and after");
    if (data.film().states().isEmpty()) {
      page.paragraph(
          "This run kept no texture: it has no snapshots; output.formats: [ovf] keeps some.");
    }
    group("pair", "space-before", "space-after");
    group("pair", "texture-before", "texture-after");
    group("pair", "current-before", "current-after");
    group("pair", "direction-before", "direction-after");
    group("pair", "m-time", "path");
    group("pair", "V-time", "I-time", "R-time");
    if (moments != null) {
      group("strip", RunFolder.STRIP);
      page.note(moments);
    }
    operation();
    if (data.outcome() == null) {
      RunSheets.film(data.course().table()).ifPresent(page::sheet);
    }
  }

  /** Voltages and currents of training; of a film that trained nothing those of its signals. */
  private void operation() {
    List<String> names = summary.network().electrodes();
    var driven =
        data.isTrained() || !data.course().isWhole()
            ? Optional.<Map.Entry<Double, Summary.Point>>empty()
            : RunSheets.strongest(data.course().table(), names);
    Summary.Point at =
        driven
            .map(Map.Entry::getValue)
            .orElse(summary.readings().operatingPoints().get(data.judged()));
    if (at == null) {
      return;
    }
    int n = at.voltages().length;
    String all = Prefix.format(at.power(), "W");
    folded(
        n, "%d contacts under current, %s in all".formatted(n, all), RunSheets.contacts(names, at));
    if (driven.isPresent()) { // there need not be a measure
      page.note(
          "In the drive at t = %s, the row of the table with the largest power."
              .formatted(Prefix.format(driven.get().getKey(), "s")));
      return;
    }
    page.note(
        (data.isTrained()
                ? "Under what training gives, by the conductances at \u201c%s\u201d."
                : "With the signals at their largest, as constant values, by the conductances at"
                    + " \u201c%s\u201d; output.columns: [V, I] keeps them in time.")
            .formatted(Markup.escape(data.judged())));
  }

  void energies() {
    PatternEnergies e = data.decisive();
    if (e == null) {
      return;
    }
    page.heading("energies", "Energies of the patterns");
    page.paragraph(
        (summary.network().isResistance()
                ? "E\u2032(I) = \u2212\u03a3 R\u2032ij Ii Ij with R\u2032 = R \u2212 Rref, the"
                    + " resistances to given currents"
                : "E\u2032(V) = \u2212\u03a3 G\u2032ij Vi Vj with G\u2032 = G \u2212 Gref")
            + ", reference \u201c%s\u201d%s. The pattern of the lowest"
                .formatted(
                    data.reference().name(),
                    e.input() == null ? "" : ", " + e.input().words() + " throughout")
            + " energy is the one the film remembers: lower is stronger. A pattern and its negative"
            + " are one state."
            + (e.isUniformOneOfThem()
                ? ""
                : " The uniform pattern carries no current and its E\u2032 is zero"
                    + " whatever was trained, so it does not count.")
            + (e.sampled() ? " Not all patterns were looked at: these were sampled." : ""));
    if (data.reference().note() != null) {
      page.alert(data.reference().note());
    }
    group("pair", "energies", "E-time");
    folded(
        e.energies().size(),
        "All %d patterns".formatted(e.energies().size()),
        RunSheets.energies(e));
    Sheet<?> readings = RunSheets.readings(data);
    if (!readings.cells().isEmpty()) {
      page.sheet(readings);
      page.note(
          "References are read at rest. Under current the magnetisation tilts into a cone, at once"
              + " and reversibly, which changes E\u2032 by 10 to 20 %: compare readings at rest."
              + " The margin is how far the trained pattern lies below the next one, as a share of"
              + " the largest |E\u2032|; below zero another pattern is lower.");
    }
  }

  void memories() {
    Summary.Recalls m = summary.recalls();
    if (m.memories().isEmpty()) {
      return;
    }
    HowTried how = m.memoryReading();
    page.heading("memories", "Memories");
    page.paragraph(
        "%d of %d patterns are stored: at least 90 %% of their copies with %d of %d signs wrong come back, by %s, at \u201c%s\u201d. A film that holds several has a minimum of the energy at each of them, with a basin of its own."
            .formatted(
                m.stored(),
                m.memories().size(),
                how.flips(),
                m.memories().get(0).pattern().length(),
                how.gain() == null
                    ? how.update() + " updates"
                    : "graded updates from a gain of " + Prefix.fixed(how.gain(), 1) + " on",
                how.measure()));
    page.sheet(RunSheets.memories(m.memories()));
    if (!summary.shown().isEmpty()) {
      page.paragraph(
          "Blocks and pulses of the training showed %s."
              .formatted(
                  summary.shown().entrySet().stream()
                      .map(e -> what(e.getKey()) + " " + times(e.getValue()))
                      .collect(Collectors.joining(", "))));
    }
    if (data.weights() != null) {
      page.paragraph(
          "A node has weights with %s others on average: (sum |w|)\u00b2 / sum w\u00b2 over its pairs, which counts equal weights in full and small ones hardly. Patterns can be held where nodes reach enough others."
              .formatted(Prefix.fixed(WeightReach.of(data.weights()), 1)));
    }
    page.note(
        "Stability: the least current that keeps an electrode as it is, of the"
            + " largest. Rank: place of the energy among all states. Margin: the lowest other"
            + " state of the basin, above the pattern, of the largest energy. Basin: share of all"
            + " inputs that end at the pattern or its negative.");
    group("pair", "hebb");
  }

  /** What a row has learned of the picture that was written into it. */
  void row() {
    WrittenRow row = summary.recalls().row();
    if (row == null) {
      return;
    }
    page.heading("row", "The row and its picture");
    page.paragraph(
        "%s: %s. Current flowed from the row to the pixels that are unlike it, \u2212, and made these places conduct better."
            .formatted(Fonts.pattern(row.picture()), row.words()));
    group("pair", "row-picture");
    folded(row.picture().length(), "All pixels", RunSheets.row(row));
    data.readout()
        .map(ReadoutRecord::recall)
        .ifPresent(c -> page.paragraph(RunSummary.capital(c.words()) + "."));
    page.note(
        "The weight of a pixel is minus its gain over the reference, a multiple of its untrained"
            + " conductance%s. A pixel is wrong if its weight has the other sign."
                .formatted(multiples(row)));
  }

  private static String multiples(WrittenRow row) {
    return row.factor() == null
        ? ""
        : String.format(
            Locale.ROOT,
            ": %.5f to choose the row, %.5f for the signs of the pixels",
            row.factor(),
            row.border());
  }

  /** A pattern, or the sum or difference of two. */
  private static String what(String shown) {
    return shown.matches("[+-]+") ? Fonts.pattern(shown) : "the " + shown;
  }

  private static String times(int n) {
    return n == 1 ? "once" : n == 2 ? "twice" : n + " times";
  }

  void retrieval() {
    if (summary.retrieval().isEmpty()) {
      return;
    }
    page.heading("retrieval", "Retrieval");
    page.paragraph(
        "Each start is updated until nothing changes. It is recalled if it ends at a trained"
            + " pattern or its negative, which are one memory. Asynchronous updates turn one sign"
            + " after the other. Graded ones change all voltages together, in small steps with a"
            + " rising gain, that is, an ever stronger answer of each voltage to the others.");
    page.sheet(RunSheets.retrieval(summary));
    group(
        "pair",
        IntStream.rangeClosed(1, summary.retrieval().size())
            .boxed()
            .flatMap(k -> Stream.of("retrieval-" + k, "recall-" + k))
            .toArray(String[]::new));
    for (Retrieved r : summary.retrieval()) {
      if (!r.recall().isEmpty()) {
        page.sheet(RunSheets.recall(r));
      }
    }
    page.details("All starts", () -> summary.retrieval().forEach(this::starts));
  }

  private void starts(Retrieved r) {
    page.note(
        "%s, self-term %s: %s"
            .formatted(Markup.escape(r.words()), Markup.escape(r.selfTerm()), r.counts()));
    List<String> trained = summary.network().trained();
    List<Map.Entry<String, Retrieved.End>> shown = List.copyOf(r.from().entrySet());
    if (shown.size() > MAX_ROWS) {
      shown =
          shown.stream()
              .sorted(Comparator.comparing(e -> e.getValue().hits(trained)))
              .limit(MAX_ROWS)
              .toList();
      page.note("%d of %d distinct starts, misses first.".formatted(MAX_ROWS, r.from().size()));
    }
    page.sheet(RunSheets.starts(shown, trained));
  }

  /** How hot the film was, where it has curves of that. */
  void heat() {
    if (pictures.apply("T-time") != null) {
      page.heading("heat", "Heat");
      group("pair", "T-time", "temperature");
    }
  }

  void conductances() {
    if (summary.readings().labels().isEmpty()) {
      return;
    }
    page.heading("conductances", "Conductances");
    group("trio", "G-before", "G-after", "G-weights");
    page.sheet(RunSheets.conductances(summary));
    page.note(
        "An element G\u1d62\u2c7c of two electrodes is the current into one for 1 V on the other"
            + " and so below zero: where it falls, the pair conducts better, and its conductance,"
            + " |G|, grows.");
    page.note(
        "Errors are relative to the largest conductance: an exact matrix is"
            + " symmetric unless there is an anomalous Hall effect, and its rows sum to zero.");
    if (data.weights() != null && !summary.network().trained().isEmpty()) {
      int n = summary.network().electrodes().size();
      folded(4 * n, "Weights", RunSheets.weights(summary, data.weights()));
    }
    group("pair", "G-change", "G-time", "pulses", "edges-time");
    if (data.course().pulses() != null) {
      page.note(
          "Each pulse was read at rest, before the next one; the numbers are in"
              + " <a href=\"%1$s\">%1$s</a>".formatted(RunFile.PULSES.text()));
    }
  }

  /** What was expected of the film, and what it has. */
  void expectations() {
    List<ExpectationResult> all = summary.expectations();
    if (all.isEmpty()) {
      return;
    }
    long met = all.stream().filter(ExpectationResult::met).count();
    page.heading("expectations", "Expectations");
    page.paragraph("%d of %d expected values are met.".formatted(met, all.size()));
    page.sheet(RunSheets.expectations(all));
  }

  /** The trained film in ohm and volt. */
  void readout() {
    if (data.readout().isEmpty()) {
      return;
    }
    ReadoutRecord r = data.readout().get();
    page.heading("readout", "Readout");
    page.paragraph(
        "Resistances between contacts, at %s; %s."
            .formatted(Quantity.format(r.current(), Dimension.CURRENT), r.noise()));
    folded(r.pairs().size(), "All pairs", RunSheets.readout(r));
    r.patterns().forEach(p -> p.contrast().ifPresent(words -> page.note(words + ".")));
    page.paragraph(RunSummary.capital(r.sentence()) + ".");
    page.note(RunSummary.capital(ReadoutWords.changed(r.outcome())) + ".");
    if (!r.load().limit().isEmpty()) {
      page.note("The current is limited by " + r.load().limit() + ".");
    }
  }

  /** A table that is folded away where it is long. */
  private void folded(int rows, String summary, Sheet<?> sheet) {
    if (rows > MAX_SHOWN) {
      page.details(summary, () -> page.sheet(sheet));
    } else {
      page.sheet(sheet);
    }
  }

  private void group(String kind, String... names) {
    page.figures(kind, Stream.of(names).map(pictures).filter(Objects::nonNull).toList());
  }
}
