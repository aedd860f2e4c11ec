package hopfilm.report;

import hopfilm.chart.Fonts;
import hopfilm.chart.Prefix;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.WeightChange;
import hopfilm.hopfield.WeightContrast;
import hopfilm.io.Table;
import hopfilm.plot.Phase;
import hopfilm.readout.ReadoutRecord;
import hopfilm.result.HeldMemory;
import hopfilm.result.Outcome;
import hopfilm.result.PatternEnergies;
import hopfilm.result.PatternEnergies.Trained;
import hopfilm.result.Relaxed;
import hopfilm.result.Summary;
import hopfilm.result.WrittenRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run in a few sentences. */
final class RunSummary {
  private RunSummary() {}

  /** Says what was trained, and whether the film learned it. */
  static String of(RunReportData data) {
    List<String> sentences = new ArrayList<>();
    PatternEnergies result = data.decisive();
    if (result == null || result.trained().isEmpty()) {
      sentences.add(
          data.phases().isEmpty()
              ? untrained(data)
              : "The film was under current (%s); no pattern was trained."
                  .formatted(
                      data.phases().stream().map(Phase::name).collect(Collectors.joining(", "))));
    } else {
      sentences.add(trained(data, result));
      List<HeldMemory> memories = data.summary().recalls().memories();
      if (!memories.isEmpty()) {
        sentences.add(held(memories));
      } else {
        for (Trained t : result.trained()) {
          sentences.add(verdict(t, result, data.reference().name()));
        }
      }
    }
    return String.join(" ", sentences);
  }

  private static String untrained(RunReportData data) {
    WrittenRow row = data.summary().recalls().row();
    if (row != null) {
      return "A picture was written into a row: %s.".formatted(row.words());
    }
    Double joule = data.summary().effort().energyJoule();
    return joule != null && joule > 0
        ? "The film was under current; nothing was trained."
        : "No current was applied between contacts.";
  }

  /** What training did, what comes back and how hot it was, each by what it is of. */
  static Map<String, String> outcome(RunReportData data) {
    Map<String, String> outcome = new LinkedHashMap<>();
    List<Relaxed> relaxed = data.summary().film().relaxed();
    if (!relaxed.isEmpty()) {
      outcome.put("relaxed", capital(relaxed.get(relaxed.size() - 1).words()) + ".");
    }
    charge(data).ifPresent(words -> outcome.put("Q changed", words));
    String changes =
        Stream.of(change(data), contrast(data, data.decisive()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    if (!changes.isEmpty()) {
      outcome.put("G changed", changes);
    }
    if (!data.verified().isEmpty()) {
      outcome.put("training", "It ended %s.".formatted(data.verified()));
    }
    Summary.Recalls memories = data.summary().recalls();
    if (!memories.memories().isEmpty()) {
      outcome.put(
          "memories",
          "%d of %d patterns come back from at least 90 %% of their copies with %d of %d signs wrong."
              .formatted(
                  memories.stored(),
                  memories.memories().size(),
                  memories.memoryReading().flips(),
                  memories.memories().get(0).pattern().length()));
    }
    if (!data.summary().retrieval().isEmpty()) {
      outcome.put(
          "recalled",
          data.summary().retrieval().stream()
              .map(r -> "%s with %s updates".formatted(r.counts(), r.words()))
              .collect(
                  Collectors.joining(
                      ", ", "Inputs that come back to a trained pattern or its negative: ", ".")));
    }
    if (data.course().heating() != null) {
      outcome.put("heat", "Joule heat%s, %s.".formatted(joule(data), data.course().heating()));
    }
    data.readout().ifPresent(r -> outcome.put("read out", capital(r.sentence()) + "."));
    data.readout()
        .map(ReadoutRecord::recall)
        .ifPresent(c -> outcome.put("recall", capital(c.words()) + "."));
    if (data.outcome() == Outcome.NOT_LEARNED) {
      outcome.put("what helps", help(data));
    }
    return outcome;
  }

  /** Of a film that was not trained: skyrmions that were made or lost on the way. */
  private static Optional<String> charge(RunReportData data) {
    Table table = data.course().table();
    if (data.outcome() != null || table == null || !table.has("Q") || table.rows().isEmpty()) {
      return Optional.empty();
    }
    double[] q = table.column("Q");
    double first = q[0];
    double last = q[q.length - 1];
    return Math.abs(last - first) > 0.5
        ? Optional.of(
            "Skyrmions were made or lost: Q is %s at the start and %s at the end."
                .formatted(Prefix.fixed(first, 2), Prefix.fixed(last, 2)))
        : Optional.empty();
  }

  /** With a capital letter at its start. */
  static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String joule(RunReportData data) {
    Double joule = data.summary().effort().energyJoule();
    return joule == null ? "" : " " + Prefix.format(joule, "J");
  }

  private static String help(RunReportData data) {
    Summary s = data.summary();
    if (!s.recalls().memories().isEmpty()) {
      return "Patterns that the film can hold (hopfilm check says which), until: verified, a higher"
          + " gain; docs/explanation/several-memories.md.";
    }
    boolean isWorse = data.decisive().trained().stream().anyMatch(t -> t.watts() > 0);
    if (isWorse
        && !s.network().isResistance()
        && List.of("untrained", "untrained-scaled").contains(s.network().reference())) {
      return "It conducts the pattern worse than before training: its stripes turned the wrong way,"
          + " or its feedback is negative, as with interfacial DMI (network.weights: resistance).";
    }
    return "A drift velocity that learns (hopfilm check says where it is), a longer training, %s; docs/howto/find-the-fault.md."
        .formatted(s.verification() == null ? "until: verified" : "another maze");
  }

  /** Weights of the reading that decides, where they are made of conductances. */
  private static Optional<double[][]> weights(RunReportData data) {
    return Optional.ofNullable(data.summary().network().isResistance() ? null : data.weights());
  }

  private static Optional<String> change(RunReportData data) {
    return weights(data)
        .flatMap(
            w -> WeightChange.of(data.summary().readings().conductance().get(data.judged()), w))
        .map(
            change ->
                "The conductances between electrodes differ from the reference by %s %% (root mean square; at most %s %%)."
                        .formatted(
                            Prefix.decimals(100 * change.rootMeanSquare(), 10, 3),
                            Prefix.decimals(100 * change.largest(), 10, 3))
                    + WeightChange.caution(change.rootMeanSquare())
                        .filter(c -> data.outcome() == Outcome.NOT_LEARNED)
                        .map(c -> " " + c)
                        .orElse(""));
  }

  private static Optional<String> contrast(RunReportData data, PatternEnergies result) {
    if (result == null || result.trained().size() != 1) {
      return Optional.empty();
    }
    Pattern trained = Pattern.parse(result.trained().get(0).pattern());
    return weights(data)
        .flatMap(w -> WeightContrast.of(w, trained))
        .filter(c -> c.scatter() > 0)
        .map(
            c ->
                "They %s between unlike signs of the pattern and %s between like ones; the difference is %s times the scatter from pair to pair (%s)."
                    .formatted(
                        moved(c.unlike()),
                        moved(c.like()),
                        Prefix.decimals(c.ratio(), 10, 3),
                        Prefix.format(c.scatter(), "S")));
  }

  private static String moved(double siemens) {
    return (siemens < 0 ? "fell by " : "grew by ") + Prefix.format(Math.abs(siemens), "S");
  }

  /** What a film holds of several patterns; empty with fewer. */
  static String stored(RunReportData data) {
    Summary.Recalls r = data.summary().recalls();
    return r.stored() == null ? "" : "%d of %d stored".formatted(r.stored(), r.memories().size());
  }

  private static String held(List<HeldMemory> memories) {
    List<String> parts = new ArrayList<>();
    for (boolean isHeld : new boolean[] {true, false}) {
      String patterns =
          memories.stream()
              .filter(m -> m.isStored() == isHeld)
              .map(m -> Fonts.pattern(m.pattern()))
              .collect(Collectors.joining(", "));
      if (!patterns.isEmpty()) {
        parts.add((isHeld ? "holds " : "does not hold ") + patterns);
      }
    }
    return "It %s.".formatted(String.join(" and ", parts));
  }

  private static String trained(RunReportData data, PatternEnergies result) {
    String patterns =
        result.trained().stream()
            .map(t -> Fonts.pattern(t.pattern()))
            .collect(Collectors.joining(", "));
    return "The film was trained with %s%s.".formatted(patterns, when(data.phases()));
  }

  /**
   * Pulses have rests between them, so that how long a step took is not how long current flowed.
   */
  private static String when(List<Phase> phases) {
    double time = phases.stream().mapToDouble(p -> p.end() - p.start()).sum();
    if (time <= 0) {
      return "";
    }
    return phases.size() == 1
        ? " from t = %s to %s"
            .formatted(
                Prefix.format(phases.get(0).start(), "s"), Prefix.format(phases.get(0).end(), "s"))
        : " in %d steps of %s in all".formatted(phases.size(), Prefix.format(time, "s"));
  }

  private static String verdict(Trained t, PatternEnergies result, String reference) {
    String pattern = Fonts.pattern(t.pattern());
    String among = result.sampled() ? "sampled patterns" : "patterns that carry current";
    String energy =
        Prefix.format(t.watts(), "W")
            + (result.input() == null ? "" : " at " + result.input().words());
    String margin = Double.isNaN(t.margin()) ? "" : ", margin " + Prefix.fixed(t.margin(), 3);
    return t.learned()
        ? "It learned: %s is the lowest of the %s (E\u2032 = %s%s, reference %s)."
            .formatted(pattern, among, energy, margin, reference)
        : "It did not learn: of the %s, %s lies lower than %s (E\u2032 = %s%s, reference %s)."
            .formatted(among, Fonts.pattern(result.minimum()), pattern, energy, margin, reference);
  }
}
