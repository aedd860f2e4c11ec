package hopfilm.cli;

import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.film.AdiabaticHeat;
import hopfilm.film.Measure;
import hopfilm.film.RetrievalResult;
import hopfilm.folder.Outcome;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.MemoryReading;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RecallCurve;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.hopfield.WeightChange;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Excerpt;
import hopfilm.input.Spelling;
import hopfilm.page.PrefixedNumbers;
import hopfilm.protocol.Hottest;
import hopfilm.protocol.RunResult;
import hopfilm.run.PageData;
import hopfilm.transport.ConductanceMatrix;
import hopfilm.transport.Electrode;
import hopfilm.transport.OperatingPoint;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** The result of a run as a person reads it. */
final class ResultTables {

  private static final int MOST_PATTERNS = 32;
  private static final int MOST_ELECTRODES = 10;

  private ResultTables() {}

  static void print(RunResult r, PrintWriter out) throws IOException {
    out.println(r.experiment().name());
    if (r.message() != null) {
      out.println("FAILED: " + r.message());
    }
    if (r.judged() != null && r.judged().landscape() != null) {
      energies(r, out);
    }
    r.found()
        .verifications()
        .forEach(
            v ->
                out.printf(
                    "%n%s: %s and %d checks, %s%n",
                    v.pattern(), v.words(), v.checks(), Quantity.format(v.time(), Dimension.TIME)));
    retrievals(r, out);
    conductances(r, out);
    if (r.trained().isEmpty()) {
      FinalFilm.print(r, out);
    }
    out.printf(
        Locale.ROOT,
        "%n%s%d steps, %d potentials, kernels %s, %.1f s%n",
        joule(r),
        r.effort().steps(),
        r.effort().solves(),
        r.effort().kernels(),
        r.effort().seconds());
  }

  /** Nothing where no current was driven. */
  private static String joule(RunResult r) {
    double joule = r.effort().training().joule();
    String what = r.trained().isEmpty() ? "Joule heat " : "Joule heat of training ";
    return joule > 0 ? what + Quantity.format(joule, Dimension.ENERGY) + heating(r) + ", " : "";
  }

  /** What the heat did, or would do where the model leaves it out. */
  private static String heating(RunResult r) {
    Hottest hottest = r.found().hottest();
    if (hottest != null) {
      return " (" + AdiabaticHeat.verdict(hottest.highest(), hottest.ambient()) + ")";
    }
    double rise =
        AdiabaticHeat.rise(r.effort().training().joule(), r.experiment().film().cells().volume());
    return rise > 0 ? " (" + AdiabaticHeat.verdict(rise) + "; heat is not in the model)" : "";
  }

  private static void energies(RunResult r, PrintWriter out) {
    Measure judged = r.judged();
    EnergyLandscape land = judged.landscape();
    out.printf(
        "%nE' of the patterns at '%s' (%s, reference %s, %s)%n%n",
        judged.label(),
        judged.condition(),
        r.experiment().network().referenceText(),
        PageData.energyReading(judged, r.experiment().network().weights()).input().words());
    PrefixedNumbers energy =
        PrefixedNumbers.upTo(
            land.entries().stream().mapToDouble(e -> Math.abs(e.energy())).max().orElse(0));
    TextTable table = new TextTable("pattern", "E' (" + energy.unit("W") + ")", "");
    if (land.entries().size() <= MOST_PATTERNS) {
      for (EnergyLandscape.Entry e : land.entries()) {
        List<String> marks = new ArrayList<>();
        if (r.trained().contains(e.pattern())) {
          marks.add("trained");
        }
        if (e.pattern().isUniform() && !r.experiment().electrodes().hasInverters()) {
          marks.add("carries no current");
        } else if (e.pattern().equals(land.lowest().pattern())) {
          marks.add("lowest");
        }
        table.row(shown(e.pattern()), energy.of(e.energy()), String.join(", ", marks));
      }
    } else {
      table.row(shown(land.lowest().pattern()), energy.of(land.lowest().energy()), "lowest");
      r.trained().forEach(p -> table.row(shown(p), energy.of(land.energy(p)), "trained"));
    }
    table.print(out);
    out.println();
    if (r.memories() != null) {
      memories(r.memories(), r.outcome(), out);
      return;
    }
    r.trained().forEach(p -> out.println(verdict(p, r.outcome(), land)));
    if (r.outcome() == Outcome.NOT_LEARNED) {
      out.println(hint(r, land));
    }
  }

  /** Whether a pattern was learned, and what its margin says. */
  private static String verdict(Pattern p, Outcome outcome, EnergyLandscape land) {
    double margin = land.margin(p);
    String words = shown(p) + " " + loud(outcome);
    if (!Double.isNaN(margin)) {
      words +=
          String.format(
              Locale.ROOT,
              ": the next pattern has E' %s by %.1f %% of the largest |E'| (margin %.3f)",
              margin < 0 ? "lower" : "higher",
              100 * Math.abs(margin),
              margin);
    }
    return words + (land.isSampled() ? " (of the sampled patterns)" : "");
  }

  /** A film that did not learn must not be overlooked. */
  private static String loud(Outcome outcome) {
    return outcome.words().replaceFirst("^not", "NOT");
  }

  private static String hint(RunResult r, EnergyLandscape land) {
    NetworkSpec network = r.experiment().network();
    boolean countsFromBefore =
        network.weights() == WeightKind.CONDUCTANCE
            && EnumSet.of(Reference.UNTRAINED, Reference.UNTRAINED_SCALED)
                .contains(network.reference());
    if (countsFromBefore && r.trained().stream().anyMatch(p -> land.energy(p) > 0)) {
      return "It conducts the pattern worse than before training: its stripes turned the wrong way, or"
          + " its feedback is negative, as with interfacial DMI (network.weights: resistance)";
    }
    boolean isVerified =
        r.experiment().steps().stream()
            .anyMatch(
                s -> s instanceof Step.Train t && t.schedule().until() == Schedule.Until.VERIFIED);
    return "What helps: a drift velocity that learns (hopfilm check says where it is), a longer"
        + (isVerified ? " training, another maze" : " training, until: verified")
        + "; docs/tutorial.md, \"When a film does not learn\"";
  }

  private static void memories(MemoryReading m, Outcome outcome, PrintWriter out) {
    TextTable table = new TextTable("memory", "fixed point", "recalled", "rank", "margin", "basin");
    for (Memory p : m.memories()) {
      table.row(
          shown(p.pattern()),
          p.isFixedPoint() ? "yes" : "no",
          p.recalled() + " of " + p.copies(),
          Integer.toString(p.rank()),
          Double.isNaN(p.margin()) ? "" : String.format(Locale.ROOT, "%.3f", p.margin()),
          Double.isNaN(p.basin()) ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * p.basin()));
    }
    table.print(out);
    out.printf(
        Locale.ROOT,
        "%n%s, %d of %d patterns stored: 90 %% or more of their copies with %d of %d signs wrong"
            + " come back (%s)%n",
        loud(outcome),
        m.stored(),
        m.memories().size(),
        m.flips(),
        m.memories().get(0).pattern().size(),
        Double.isNaN(m.gain())
            ? Spelling.of(m.update())
            : Spelling.of(m.update()) + ", gain " + m.gain());
    if (m.stored() < m.memories().size()) {
      out.println(
          "What helps: patterns that the film can hold (hopfilm check says which), until: verified,"
              + " a higher gain; docs/memories.md");
    }
  }

  private static void retrievals(RunResult r, PrintWriter out) {
    if (r.retrievals().isEmpty()) {
      return;
    }
    out.printf("%nRetrieval (self-term %s)%n%n", Spelling.of(r.experiment().network().selfTerm()));
    TextTable table = new TextTable("update", "recalled", "misses end at");
    for (RetrievalResult x : r.retrievals()) {
      table.row(update(x.step()), recalled(x.summary()), misses(x, r));
    }
    table.print(out);
    for (RetrievalResult x : r.retrievals()) {
      if (!x.recall().isEmpty()) {
        recall(x, out);
      }
    }
  }

  private static void recall(RetrievalResult x, PrintWriter out) {
    out.printf("%nRecall of copies with wrong signs, %s%n%n", update(x.step()));
    TextTable table =
        new TextTable("wrong", "recalled", "distinct", "95 % interval", "mean overlap");
    for (RecallCurve.Point p : x.recall()) {
      table.row(
          String.format(Locale.ROOT, "%d (%.0f %%)", p.flips(), 100 * p.flipped()),
          p.recalled().successes() + " of " + p.recalled().total(),
          Integer.toString(p.distinct()),
          interval(p.recalled()),
          String.format(Locale.ROOT, "%.2f", p.overlap()));
    }
    table.print(out);
  }

  private static String interval(SuccessFraction f) {
    return f.hasInterval()
        ? String.format(Locale.ROOT, "%.0f to %.0f %%", 100 * f.low(), 100 * f.high())
        : "\u2013";
  }

  private static String recalled(Retrieval.Summary s) {
    return s.hits()
        + " of "
        + s.total()
        + (s.from().size() < s.total() ? " (" + s.from().size() + " distinct starts)" : "");
  }

  private static String shown(Pattern pattern) {
    return Excerpt.signs(pattern.toString());
  }

  private static String misses(RetrievalResult x, RunResult r) {
    return String.join(
        " ",
        x.summary().from().values().stream()
            .filter(o -> !o.hits(r.trained()))
            .map(o -> o.end() == null ? "cycle" : shown(o.end().canonical()))
            .distinct()
            .limit(6)
            .toList());
  }

  static String update(Step.Retrieve step) {
    String name = Spelling.of(step.update());
    return name.equals("graded") ? name + ", gain " + step.gain() : name;
  }

  private static void conductances(RunResult r, PrintWriter out) {
    if (r.measures().isEmpty()) {
      return;
    }
    out.printf("%nConductances%n%n");
    TextTable table =
        new TextTable("measure", "t (ns)", "read", "gx", "gy", "symmetry", "row sums", "residual");
    for (Measure m : r.measures()) {
      ConductanceMatrix g = m.g();
      table.row(
          m.label(),
          String.format(Locale.ROOT, "%.2f", m.time() * 1e9),
          m.condition(),
          TextTable.fixed(m.gx()),
          TextTable.fixed(m.gy()),
          small(g.symmetryError()),
          small(g.rowSumError()),
          small(g.residual()));
    }
    table.print(out);
    Measure last = r.judged();
    currents(r, last == null ? r.measures().get(r.measures().size() - 1) : last, out);
    if (last != null && last.weights() != null) {
      change(r, last, out);
      if (r.experiment().isNetwork()) {
        weights(r, last, out);
      }
    }
  }

  private static void change(RunResult r, Measure last, PrintWriter out) {
    if (r.experiment().network().weights() != WeightKind.RESISTANCE) {
      WeightChange.of(last.g().siemens(), last.weights().gPrime())
          .ifPresent(
              change -> {
                out.printf(
                    "%nConductances between electrodes changed by %s %% (root mean square; at most"
                        + " %s %%)%n",
                    Quantity.digits(100 * change.rootMeanSquare(), 3),
                    Quantity.digits(100 * change.largest(), 3));
                if (r.outcome() == Outcome.NOT_LEARNED) {
                  WeightChange.caution(change.rootMeanSquare()).ifPresent(out::println);
                }
              });
    }
  }

  /** Of all contacts the one with the largest current; the report has all of them. */
  private static void currents(RunResult r, Measure at, PrintWriter out) {
    if (at.values() == null) {
      return;
    }
    OperatingPoint point = OperatingPoint.of(at.g().siemens(), at.values());
    int most = 0;
    for (int k = 1; k < point.currents().length; k++) {
      if (Math.abs(point.currents()[k]) > Math.abs(point.currents()[most])) {
        most = k;
      }
    }
    out.printf(
        "%nLargest current of a contact%s: %s at %s, %s in all%n",
        r.trained().isEmpty() ? "" : " in training",
        Quantity.format(Math.abs(point.currents()[most]), Dimension.CURRENT),
        names(r).get(most),
        Quantity.format(point.power(), Dimension.POWER));
  }

  private static List<String> names(RunResult r) {
    return r.experiment().electrodes().on(r.experiment().film().grid()).stream()
        .map(Electrode::name)
        .toList();
  }

  private static void weights(RunResult r, Measure last, PrintWriter out) {
    boolean isResistance = r.experiment().network().weights() == WeightKind.RESISTANCE;
    double[][] w = last.weights().gPrime();
    double largest = 0;
    for (double[] row : w) {
      for (double v : row) {
        largest = Math.max(largest, Math.abs(v));
      }
    }
    PrefixedNumbers numbers = PrefixedNumbers.upTo(largest);
    String title =
        (isResistance ? "Weights R' = R - Rref (" : "Weights G' = G - Gref (")
            + numbers.unit(isResistance ? "Ohm" : "S")
            + ")";
    if (w.length > MOST_ELECTRODES) {
      out.printf("%n%s: %d x %d, in summary.json and the report%n", title, w.length, w.length);
      return;
    }
    List<String> names = names(r);
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(names);
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (int i = 0; i < w.length; i++) {
      List<String> row = new ArrayList<>(List.of(names.get(i)));
      for (double v : w[i]) {
        row.add(numbers.of(v));
      }
      table.row(row.toArray(String[]::new));
    }
    out.printf("%n%s%n%n", title);
    table.print(out);
  }

  private static String small(double error) {
    return String.format(Locale.ROOT, "%.0e", error);
  }
}
