package hopfilm.report;

import hopfilm.chart.Fonts;
import hopfilm.chart.Prefix;
import hopfilm.figures.ConductanceReading;
import hopfilm.figures.EnergyReading;
import hopfilm.figures.EnergyReading.Trained;
import hopfilm.figures.Phase;
import hopfilm.folder.Outcome;
import hopfilm.hopfield.MemoryReading;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.WeightChange;
import hopfilm.hopfield.WeightContrast;
import hopfilm.hopfield.WeightKind;
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
    EnergyReading result = data.energies().decisive();
    if (result == null || result.trained().isEmpty()) {
      sentences.add(
          data.course().phases().isEmpty()
              ? "No current was applied."
              : "The film was under current (%s); no pattern was trained."
                  .formatted(
                      data.course().phases().stream()
                          .map(Phase::name)
                          .collect(Collectors.joining(", "))));
    } else {
      sentences.add(trained(data, result));
      if (data.energies().memories() != null) {
        sentences.add(held(data.energies().memories()));
      } else {
        for (Trained t : result.trained()) {
          sentences.add(verdict(t, result, data.energies().reference().name()));
        }
      }
    }
    return String.join(" ", sentences);
  }

  /** What training did, what comes back and how hot it was, each by what it is of. */
  static Map<String, String> outcome(RunReportData data) {
    Map<String, String> outcome = new LinkedHashMap<>();
    String changes =
        Stream.of(change(data), contrast(data, data.energies().decisive()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    if (!changes.isEmpty()) {
      outcome.put("G changed", changes);
    }
    if (data.course().verified() != null) {
      outcome.put("training", "It ended %s.".formatted(data.course().verified()));
    }
    MemoryReading memories = data.energies().memories();
    if (memories != null) {
      outcome.put(
          "memories",
          "%d of %d patterns come back from at least 90 %% of their copies with %d of %d signs wrong."
              .formatted(
                  memories.stored(),
                  memories.memories().size(),
                  memories.flips(),
                  memories.memories().get(0).pattern().size()));
    }
    if (!data.retrievals().isEmpty()) {
      outcome.put(
          "recalled",
          data.retrievals().stream()
              .map(r -> "%s with %s updates".formatted(r.counts(), r.update()))
              .collect(
                  Collectors.joining(
                      ", ", "Inputs that come back to a trained pattern or its negative: ", ".")));
    }
    if (data.course().heating() != null) {
      outcome.put("heat", "Joule heat: %s.".formatted(data.course().heating()));
    }
    return outcome;
  }

  /** The reading that decides, where it has weights made of conductances. */
  private static Optional<ConductanceReading> weighed(RunReportData data) {
    return Optional.ofNullable(data.judgedReading())
        .filter(r -> r.weights() != null && r.kind() == WeightKind.CONDUCTANCE);
  }

  private static Optional<String> change(RunReportData data) {
    return weighed(data)
        .flatMap(r -> WeightChange.of(r.matrix().siemens(), r.weights()))
        .map(
            change ->
                "The conductances between electrodes differ from the reference by %s %% (root mean square; at most %s %%)."
                        .formatted(
                            Prefix.decimals(100 * change.rootMeanSquare(), 10, 3),
                            Prefix.decimals(100 * change.largest(), 10, 3))
                    + WeightChange.caution(change.rootMeanSquare())
                        .filter(c -> data.energies().outcome() == Outcome.NOT_LEARNED)
                        .map(c -> " " + c)
                        .orElse(""));
  }

  private static Optional<String> contrast(RunReportData data, EnergyReading result) {
    if (result == null || result.trained().size() != 1) {
      return Optional.empty();
    }
    Pattern trained = Pattern.parse(result.trained().get(0).pattern());
    return weighed(data)
        .flatMap(r -> WeightContrast.of(r.weights(), trained))
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

  /** What a film holds of several patterns; null with fewer. */
  static Stored stored(RunReportData data) {
    MemoryReading m = data.energies().memories();
    return m == null ? null : new Stored(m.stored(), m.memories().size());
  }

  private static String held(MemoryReading reading) {
    List<String> parts = new ArrayList<>();
    for (boolean isHeld : new boolean[] {true, false}) {
      String patterns =
          reading.memories().stream()
              .filter(m -> m.isStored() == isHeld)
              .map(m -> Fonts.pattern(m.pattern().toString()))
              .collect(Collectors.joining(", "));
      if (!patterns.isEmpty()) {
        parts.add((isHeld ? "holds " : "does not hold ") + patterns);
      }
    }
    return "It %s.".formatted(String.join(" and ", parts));
  }

  private static String trained(RunReportData data, EnergyReading result) {
    String patterns =
        result.trained().stream()
            .map(t -> Fonts.pattern(t.pattern()))
            .collect(Collectors.joining(", "));
    return "The film was trained with %s%s.".formatted(patterns, when(data.course().phases()));
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

  private static String verdict(Trained t, EnergyReading result, String reference) {
    String pattern = Fonts.pattern(t.pattern());
    String among = result.sampled() ? "sampled patterns" : "patterns that carry current";
    String energy =
        Prefix.format(t.watts(), "W")
            + (result.input() == null ? "" : " at " + result.input().words());
    String margin = Prefix.fixed(t.margin(), 3);
    return t.learned()
        ? "It learned: %s is the lowest of the %s (E\u2032 = %s, margin %s, reference %s)."
            .formatted(pattern, among, energy, margin, reference)
        : "It did not learn: of the %s, %s lies lower than %s (E\u2032 = %s, margin %s, reference %s)."
            .formatted(among, Fonts.pattern(result.minimum()), pattern, energy, margin, reference);
  }
}
