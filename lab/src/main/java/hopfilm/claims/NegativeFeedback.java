package hopfilm.claims;

import hopfilm.hopfield.SuccessFraction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Interfacial interaction and field-like torque make the conductance fall. */
final class NegativeFeedback implements Claim {

  private static final String DRIVEN =
      """
        - measure: untrained
        - train: {voltages: [50 mV, 0 V], time: 10 ns}
        - measure: 10 ns
        - train: {voltages: [50 mV, 0 V], time: 20 ns}
        - measure: 30 ns
      """;

  /** As strong as 38.4 mV drives +--+ on the untrained film. */
  private static final String CURRENT = "300 mA";

  private static final List<String> CURRENTS = List.of("electrodes.drive=current");

  @Override
  public String id() {
    return "negative";
  }

  @Override
  public String title() {
    return "Negative feedback with Neel walls or a field-like torque";
  }

  @Override
  public String source() {
    return "Discussion: with interfacial interaction or a dominant field-like torque a current lowers the"
        + " conductance. The network still works if currents are the inputs and resistances the weights.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "interfacial",
            "with interfacial interaction gx is lower after 30 ns in at least 90 % of the films"),
        Criterion.of("field-like", "with bulk interaction and xi = 0.3 likewise"),
        Criterion.of(
            "remedy",
            "with currents as inputs of the default film with interfacial interaction and resistances as"
                + " weights, each of the three patterns is the lowest in at least 80 % of its films"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(interfacial(effort));
    runs.addAll(fieldLike(effort));
    runs.addAll(remedy(effort));
    return runs;
  }

  /** Trained and read by currents, and trained by voltages and read by currents. */
  private static List<PlannedRun> remedy(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(remedy(effort, "currents", CURRENTS));
    runs.addAll(remedy(effort, "voltages", List.of()));
    return runs;
  }

  private static List<PlannedRun> remedy(Effort effort, String name, List<String> settings) {
    List<PlannedRun> runs = new ArrayList<>();
    for (String pattern : Trainings.PATTERNS) {
      for (long seed : effort.seeds(1, 10)) {
        List<String> keys = new ArrayList<>(settings);
        keys.add("material.dmi=interfacial");
        keys.add("network.weights=resistance");
        keys.add("initial.seed=" + seed);
        String drive = settings.isEmpty() ? "voltage: 38.4 mV" : "current: " + CURRENT;
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

  private static List<PlannedRun> interfacial(Effort effort) {
    return runs(effort, "interfacial", "0.06 uOhm m", "material.dmi=interfacial");
  }

  private static List<PlannedRun> fieldLike(Effort effort) {
    return runs(effort, "xi", "0.12 uOhm m", "material.xi=0.3");
  }

  private static List<PlannedRun> runs(Effort effort, String name, String rho, String setting) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(1, 8)) {
      runs.add(
          PlannedRun.of(
                  "negative-%s-seed=%d".formatted(name, seed),
                  Films.strip(effort, rho, DRIVEN, setting, "initial.seed=" + seed))
              .illustratedIf(seed == 1));
    }
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    film(
        "interfacial",
        "interfacial, rho_perp 0.06 uOhm m",
        finished.get(interfacial(effort)),
        rows,
        evidence);
    film(
        "field-like",
        "bulk, xi = 0.3, rho_perp 0.12 uOhm m",
        finished.get(fieldLike(effort)),
        rows,
        evidence);
    evidence.table(
        "Conductance between whole opposite edges / (thickness s_perp), mean \u00b1 sd",
        List.of("film", "gx at 0", "gy at 0", "gx at 30 ns", "gy at 30 ns", "n"),
        rows);
    remedied(effort, finished, evidence);
    evidence.note(
        "An independent program found gx / gy from .789 / .816 to .688 / .915 for the interfacial film and"
            + " from .892 / .880 to .862 / .982 for the field-like torque, both with the discretisation"
            + " standard. With it, the interfacial films of mazes 1 to 4 here go from .788 / .814 to .627 ± .019 /"
            + " .944 ± .021 (run apart from this report): the start agrees, the fall is larger; from how many"
            + " mazes the other program's numbers come is not known.");
  }

  private static void film(
      String key, String name, List<FinishedRun> runs, List<List<String>> rows, Evidence evidence)
      throws IOException {
    List<String> row = new ArrayList<>(List.of(name));
    for (String label : List.of("untrained", "30 ns")) {
      row.add(Spread.of(runs.stream().map(r -> r.gx(label)).toList()).text(3));
      row.add(Spread.of(runs.stream().map(r -> r.gy(label)).toList()).text(3));
    }
    row.add(Integer.toString(runs.size()));
    rows.add(row);
    Spread fall = Spread.of(runs.stream().map(r -> r.gx("30 ns") - r.gx("untrained")).toList());
    evidence.number("change of gx in 30 ns, " + name, fall, "");
    long lower = runs.stream().filter(r -> r.gx("30 ns") < r.gx("untrained")).count();
    evidence.picture(
        key,
        new BandChart(runs)
            .draw(
                "Conductance along and across the current",
                name,
                "time under current (ns)",
                "g = G / (thickness s_perp)",
                List.of("gx", "gy"),
                List.of("along x", "across, y"))
            .figure(),
        "Mean of n = %d mazes; the band is from the lowest to the highest.".formatted(runs.size()));
    evidence.picture(
        key + "-after",
        runs.get(0).figure("texture-after"),
        name + ", maze 1, under current at 30 ns.");
    evidence.decide(
        key, lower >= 0.9 * runs.size(), "lower in %d of %d films".formatted(lower, runs.size()));
  }

  private static void remedied(Effort effort, FinishedRuns finished, Evidence evidence)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    double worst =
        read("currents", finished.get(remedy(effort, "currents", CURRENTS)), rows, evidence);
    read("voltages", finished.get(remedy(effort, "voltages", List.of())), rows, evidence);
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
        "remedy",
        worst >= 0.8,
        "trained by currents, the pattern that fares worst: " + percent(worst));
    evidence.note(
        "Resistances weigh the patterns by the inverse square of their conductance: R' = -R G' R to first"
            + " order. Of the patterns +-+- conducts best (all four sides carry its current), so what"
            + " training changes counts least there, and chance changes along the film win.");
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
      List<FinishedRun> own =
          runs.stream()
              .filter(r -> r.summary().path("patterns").get(0).asString().equals(pattern))
              .toList();
      for (FinishedRun run : own) {
        JsonNode s = run.summary();
        lowest += s.path("learned").asBoolean(false) ? 1 : 0;
        margin.add(s.path("margin").asDouble(Double.NaN));
        JsonNode recall = s.path("retrieval").get(0);
        hits += recall.path("hits").asInt();
        starts += recall.path("total").asInt();
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
    return "%s %%".formatted(ClaimsReport.number(100 * share));
  }
}
