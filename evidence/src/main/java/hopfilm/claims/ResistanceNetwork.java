package hopfilm.claims;

import hopfilm.folder.SummaryRecord;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The remedy for negative feedback that the paper names: the model film with interfacial
 * interaction, currents as inputs, resistances as weights.
 */
final class ResistanceNetwork {

  /** The current that 38.4 mV drives through the untrained film with +--+. */
  private static final String CURRENT = "300 mA";

  private ResistanceNetwork() {}

  /** Trained and read by currents, and, not in a quick one, trained by voltages. */
  static List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(byCurrents(effort));
    runs.addAll(byVoltages(effort));
    return runs;
  }

  private static List<PlannedRun> byCurrents(Effort effort) {
    return runs(effort, 1, "currents", "current: " + CURRENT, List.of("electrodes.drive=current"));
  }

  private static List<PlannedRun> byVoltages(Effort effort) {
    return runs(effort, 0, "voltages", "voltage: 38.4 mV", List.of());
  }

  private static List<PlannedRun> runs(
      Effort effort, int quick, String name, String drive, List<String> settings) {
    List<PlannedRun> runs = new ArrayList<>();
    for (String pattern : Trainings.PATTERNS) {
      for (long seed : effort.seeds(quick, 10)) {
        List<String> keys = new ArrayList<>(settings);
        keys.add("material.dmi=interfacial");
        keys.add("network.weights=resistance");
        keys.add("initial.seed=" + seed);
        String protocol =
            """
              - measure: untrained
              - train: {pattern: "%s", %s, time: 20 ns}
              - measure: trained
              - retrieve: {from: all, update: graded}
            """
                .formatted(pattern, drive);
        runs.add(
            PlannedRun.of(
                "negative-%s-%s-seed=%d".formatted(name, pattern, seed),
                Films.standardWith(effort, protocol, keys.toArray(String[]::new))));
      }
    }
    return runs;
  }

  /** Decides the criterion of that key: each pattern the lowest in at least 80 % of its films. */
  static void judge(String key, Effort effort, FinishedRuns finished, Evidence evidence)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    double worst = read("currents", finished.get(byCurrents(effort)), rows, evidence);
    if (!effort.isQuick()) {
      read("voltages", finished.get(byVoltages(effort)), rows, evidence);
    }
    evidence.table(
        "Interfacial interaction, weights R' = R - R untrained, inputs I = I0 (s - mean s)",
        List.of(
            "trained by",
            "pattern",
            "lowest in",
            "margin",
            "added resistance (%)",
            "starts recalled"),
        rows);
    evidence.decide(
        key, worst >= 0.8, "trained by currents, the pattern that fares worst: " + percent(worst));
    evidence.note(
        "Resistances weigh the patterns by the inverse square of their conductance: R' = -R G' R to"
            + " first order. Of the patterns +-+- conducts best (all four sides carry its current),"
            + " so what training changes counts least there, and chance changes along the film"
            + " win.");
  }

  /** Share of lowest films of the pattern that fares worst. */
  private static double read(
      String trainedBy, List<FinishedRun> runs, List<List<String>> rows, Evidence evidence) {
    double worst = 1;
    for (String pattern : Trainings.PATTERNS) {
      int lowest = 0;
      int hits = 0;
      int starts = 0;
      List<Double> margin = new ArrayList<>();
      List<Double> added = new ArrayList<>();
      List<FinishedRun> own = runs.stream().filter(r -> r.pattern().equals(pattern)).toList();
      for (FinishedRun run : own) {
        lowest += run.summary().verdict().learned(0) ? 1 : 0;
        margin.add(run.summary().verdict().margin(0));
        SummaryRecord.Retrieval recall = run.summary().retrieval().get(0);
        hits += recall.hits();
        starts += recall.total();
        double before = power(run.resistance("untrained"), pattern);
        added.add(100 * (power(run.resistance("trained"), pattern) / before - 1));
      }
      SuccessFraction f = SuccessFraction.of(lowest, own.size());
      worst = Math.min(worst, f.fraction());
      evidence.number("trained by %s: %s lowest".formatted(trainedBy, pattern), f);
      rows.add(
          List.of(
              trainedBy,
              pattern,
              "%d of %d".formatted(lowest, own.size()),
              Spread.of(margin).text(2),
              Spread.of(added).text(1),
              "%d of %d".formatted(hits, starts)));
    }
    return worst;
  }

  private static double power(double[][] r, String pattern) {
    double sum = 0;
    for (int i = 0; i < r.length; i++) {
      for (int j = 0; j < r.length; j++) {
        sum += pattern.charAt(i) == pattern.charAt(j) ? r[i][j] : -r[i][j];
      }
    }
    return sum;
  }

  private static String percent(double share) {
    return "%s %%".formatted(Numbers.text(100 * share));
  }
}
