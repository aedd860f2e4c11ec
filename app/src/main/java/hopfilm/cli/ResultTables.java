package hopfilm.cli;

import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.film.AdiabaticHeat;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.WeightChange;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Excerpt;
import hopfilm.page.Form;
import hopfilm.page.PrefixedNumbers;
import hopfilm.page.Sheet;
import hopfilm.protocol.Hottest;
import hopfilm.protocol.RunResult;
import hopfilm.report.RunSheets;
import hopfilm.result.Energies;
import hopfilm.result.Energies.PatternEnergy;
import hopfilm.result.Energies.Trained;
import hopfilm.result.Outcome;
import hopfilm.result.Retrieved;
import hopfilm.result.Summary;
import hopfilm.run.Provenance;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The result of a run as a person reads it. */
final class ResultTables {

  private static final int MAX_PATTERNS = 32;
  private static final int MAX_ELECTRODES = 10;

  private final RunResult result;
  private final Summary summary;
  private final PrintWriter out;

  private ResultTables(RunResult result, PrintWriter out) {
    this.result = result;
    this.summary = result.summary(Provenance.version());
    this.out = out;
  }

  static void print(RunResult r, PrintWriter out) throws IOException {
    new ResultTables(r, out).print();
  }

  private void print() throws IOException {
    out.println(summary.head().name());
    if (summary.head().message() != null) {
      out.println("FAILED: " + summary.head().message());
    }
    Energies energies = summary.energies();
    if (energies != null) {
      energies(energies);
    }
    summary.training().stream()
        .flatMap(t -> Optional.ofNullable(t.verification()).stream())
        .forEach(
            v ->
                out.printf(
                    "%n%s: %s and %d checks, %s%n",
                    v.pattern(), v.words(), v.checks(), Quantity.format(v.time(), Dimension.TIME)));
    retrievals();
    conductances();
    if (summary.network().trained().isEmpty()) {
      FinalFilm.print(result, out);
    }
    out.printf(
        Locale.ROOT,
        "%n%s%d steps, %d potentials, kernels %s, %.1f s%n",
        joule(),
        summary.effort().steps(),
        summary.effort().potentials(),
        summary.effort().kernels(),
        summary.effort().seconds());
  }

  /** Nothing where no current was driven. */
  private String joule() {
    double joule = summary.effort().energyJoule();
    String what = summary.network().trained().isEmpty() ? "Joule heat " : "Joule heat of training ";
    return joule > 0 ? what + Quantity.format(joule, Dimension.ENERGY) + heating(joule) + ", " : "";
  }

  /** What the heat did, or would do where the model leaves it out. */
  private String heating(double joule) {
    Hottest hottest = result.found().hottest();
    if (hottest != null) {
      return " (" + AdiabaticHeat.verdict(hottest.highest(), hottest.ambient()) + ")";
    }
    double rise = AdiabaticHeat.rise(joule, result.experiment().film().cells().volume());
    return rise > 0 ? " (" + AdiabaticHeat.verdict(rise) + "; heat is not in the model)" : "";
  }

  private void energies(Energies e) {
    out.printf(
        "%nE' of the patterns at '%s' (%s, reference %s, %s)%n%n",
        e.label(),
        summary.readings().condition(e.label()),
        result.experiment().network().referenceText(),
        e.input().words());
    List<PatternEnergy> shown = new ArrayList<>(e.energies());
    if (shown.size() > MAX_PATTERNS) {
      shown.removeIf(p -> !p.pattern().equals(e.minimum()));
      e.trained().forEach(t -> shown.add(new PatternEnergy(t.pattern(), t.watts())));
    }
    boolean isLong = e.energies().size() > MAX_PATTERNS;
    print(
        new Sheet<>(shown)
            .add("pattern", Form.SIGNS, PatternEnergy::pattern)
            .add("E'", "W", Form.QUANTITY, PatternEnergy::watts)
            .add("", Form.TEXT, p -> marks(p, e, isLong && shown.indexOf(p) > 0)));
    out.println();
    if (!summary.recalls().memories().isEmpty()) {
      memories(summary.recalls());
      return;
    }
    e.trained().forEach(t -> out.println(verdict(t, e)));
    if (outcome() == Outcome.NOT_LEARNED) {
      out.println(hint(e));
    }
  }

  private Outcome outcome() {
    return summary.verdict().outcome();
  }

  private String marks(PatternEnergy p, Energies e, boolean isTrainedAlone) {
    List<String> marks = new ArrayList<>();
    boolean isUniform = p.pattern().chars().distinct().count() == 1;
    if (e.trained().stream().anyMatch(t -> t.pattern().equals(p.pattern()))) {
      marks.add("trained");
    }
    if (isUniform && !result.experiment().electrodes().hasInverters()) {
      marks.add("carries no current");
    } else if (p.pattern().equals(e.minimum()) && !isTrainedAlone) {
      marks.add("lowest");
    }
    return String.join(", ", marks);
  }

  /** Whether a pattern was learned, and what its margin says. */
  private String verdict(Trained t, Energies e) {
    String words = Excerpt.signs(t.pattern()) + " " + loud(outcome());
    if (!Double.isNaN(t.margin())) {
      words +=
          String.format(
              Locale.ROOT,
              ": the next pattern has E' %s by %.1f %% of the largest |E'| (margin %.3f)",
              t.margin() < 0 ? "lower" : "higher",
              100 * Math.abs(t.margin()),
              t.margin());
    }
    return words + (e.sampled() ? " (of the sampled patterns)" : "");
  }

  /** A film that did not learn must not be overlooked. */
  private static String loud(Outcome outcome) {
    return outcome.words().replaceFirst("^not", "NOT");
  }

  private String hint(Energies e) {
    boolean countsFromBefore =
        result.experiment().network().weights() == WeightKind.CONDUCTANCE
            && EnumSet.of(Reference.UNTRAINED, Reference.UNTRAINED_SCALED)
                .contains(result.experiment().network().reference());
    if (countsFromBefore && e.trained().stream().anyMatch(t -> t.watts() > 0)) {
      return "It conducts the pattern worse than before training: its stripes turned the wrong way, or"
          + " its feedback is negative, as with interfacial DMI (network.weights: resistance)";
    }
    boolean isVerified =
        result.experiment().steps().stream()
            .anyMatch(
                s -> s instanceof Step.Train t && t.schedule().until() == Schedule.Until.VERIFIED);
    return "What helps: a drift velocity that learns (hopfilm check says where it is), a longer"
        + (isVerified ? " training, another maze" : " training, until: verified")
        + "; docs/tutorial.md, \"When a film does not learn\"";
  }

  private void memories(Summary.Recalls m) {
    print(RunSheets.memories(m.memories()));
    int patterns = m.memories().size();
    out.printf(
        Locale.ROOT,
        "%n%s, %d of %d patterns stored: 90 %% or more of their copies with %d of %d signs wrong"
            + " come back (%s)%n",
        loud(outcome()),
        m.stored(),
        patterns,
        m.memoryReading().flips(),
        m.memories().get(0).pattern().length(),
        m.memoryReading().words());
    if (m.stored() < patterns) {
      out.println(
          "What helps: patterns that the film can hold (hopfilm check says which), until: verified,"
              + " a higher gain; docs/memories.md");
    }
  }

  private void retrievals() {
    if (summary.retrieval().isEmpty()) {
      return;
    }
    out.printf("%nRetrieval (self-term %s)%n%n", summary.network().selfTerm());
    print(
        new Sheet<>(summary.retrieval())
            .add("update", Form.TEXT, Retrieved::words)
            .add("recalled", Form.TEXT, Retrieved::counts)
            .add("misses end at", Form.TEXT, this::misses));
    for (Retrieved r : summary.retrieval()) {
      if (!r.recall().isEmpty()) {
        out.printf("%nRecall of copies with wrong signs, %s%n%n", r.words());
        print(RunSheets.recall(r));
      }
    }
  }

  private String misses(Retrieved r) {
    return String.join(
        " ",
        r.from().values().stream()
            .filter(end -> !end.hits(summary.network().trained()))
            .map(end -> end.end() == null ? "cycle" : Excerpt.signs(end.state()))
            .distinct()
            .limit(6)
            .toList());
  }

  private void conductances() {
    List<String> labels = summary.readings().labels();
    if (labels.isEmpty()) {
      return;
    }
    out.printf("%nConductances%n%n");
    print(RunSheets.conductances(summary));
    String judged = summary.verdict().judged();
    currents(judged == null ? labels.get(labels.size() - 1) : judged);
    double[][] weights = summary.readings().weightMatrix().get(judged);
    if (weights != null) {
      change(summary.readings().conductance().get(judged), weights);
      if (result.experiment().isNetwork()) {
        weights(weights);
      }
    }
  }

  private void change(double[][] g, double[][] weights) {
    if (!summary.network().isResistance()) {
      WeightChange.of(g, weights)
          .ifPresent(
              change -> {
                out.printf(
                    "%nConductances between electrodes changed by %s %% (root mean square; at most"
                        + " %s %%)%n",
                    Quantity.digits(100 * change.rootMeanSquare(), 3),
                    Quantity.digits(100 * change.largest(), 3));
                if (outcome() == Outcome.NOT_LEARNED) {
                  WeightChange.caution(change.rootMeanSquare()).ifPresent(out::println);
                }
              });
    }
  }

  /** Of all contacts the one with the largest current; the report has all of them. */
  private void currents(String label) {
    Summary.Point point = summary.readings().operatingPoints().get(label);
    if (point == null) {
      return;
    }
    int most = 0;
    for (int k = 1; k < point.currents().length; k++) {
      if (Math.abs(point.currents()[k]) > Math.abs(point.currents()[most])) {
        most = k;
      }
    }
    out.printf(
        "%nLargest current of a contact%s: %s at %s, %s in all%n",
        summary.network().trained().isEmpty() ? "" : " in training",
        Quantity.format(Math.abs(point.currents()[most]), Dimension.CURRENT),
        summary.network().electrodes().get(most),
        Quantity.format(point.power(), Dimension.POWER));
  }

  private void weights(double[][] w) {
    PrefixedNumbers numbers =
        PrefixedNumbers.upTo(
            IntStream.range(0, w.length)
                .boxed()
                .flatMap(i -> IntStream.range(0, w.length).mapToObj(j -> Math.abs(w[i][j])))
                .mapToDouble(v -> v)
                .max()
                .orElse(0));
    String title =
        (summary.network().isResistance() ? "Weights R' = R - Rref (" : "Weights G' = G - Gref (")
            + numbers.unit(summary.network().unit())
            + ")";
    if (w.length > MAX_ELECTRODES) {
      out.printf("%n%s: %d x %d, in summary.json and the report%n", title, w.length, w.length);
      return;
    }
    List<String> names = summary.network().electrodes();
    Sheet<Integer> sheet =
        new Sheet<>(IntStream.range(0, w.length).boxed().toList()).add("", Form.TEXT, names::get);
    for (int k = 0; k < w.length; k++) {
      int at = k;
      sheet.add(names.get(k), Form.TEXT, i -> numbers.of(w[i][at]));
    }
    out.printf("%n%s%n%n", title);
    print(sheet);
  }

  private void print(Sheet<?> sheet) {
    TextTable.print(sheet, out);
  }
}
