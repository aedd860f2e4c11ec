package hopfilm.claims;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.Retrieval.Order;
import hopfilm.hopfield.Retrieval.Settings;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which starts recall the trained pattern, and whether reading disturbs the film. */
final class RetrievalBasins implements Claim {

  private static final double ENOUGH = 0.8;
  private static final double UNDISTURBED = 0.01;

  /** Voltages of the readings: after training and rest another pattern is on for 1 ns. */
  private static List<String> voltages(Effort effort) {
    return effort.choose(
        List.of("0 mV", "0.5 mV", "5 mV"), List.of("0 mV", "0.05 mV", "0.5 mV", "5 mV"));
  }

  private record Rule(UpdateRule update, double gain) {
    String text() {
      String name = update.name().toLowerCase(Locale.ROOT);
      return update == UpdateRule.GRADED ? name + ", gain from " + gain : name;
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule(UpdateRule.ASYNCHRONOUS, 1.2),
          new Rule(UpdateRule.SYNCHRONOUS, 1.2),
          new Rule(UpdateRule.GRADED, 1.2));

  @Override
  public String id() {
    return "retrieval";
  }

  @Override
  public String title() {
    return "The trained pattern is recalled from any start";
  }

  @Override
  public String source() {
    return "The paragraph after Fig. 2: from a random pattern of small voltages, which do not perturb the"
        + " texture, V_i is set to sgn(I'_i) V0, one by one or all at once, until the memorised pattern"
        + " is reached. I'_i includes the electrode's own G'_ii (Eq. 6).";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "words",
            "reference saturated, with G'_ii, asynchronous: at least 80 % of the 16 starts end at the"
                + " trained pattern, mean over films"),
        Criterion.of("asynchronous", "the same with reference untrained and without G'_ii"),
        Criterion.of(
            "synchronous",
            "the same, all at once, with reference untrained and the better of the two self-terms"),
        Criterion.of(
            "graded", "the same with graded voltages, reference untrained and without G'_ii"),
        Criterion.of(
            "read",
            "1 ns at 1 % of the training voltage changes G by less than 1 % of what training"
                + " changed, beyond what it changes at 0 V"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(Trainings.onPaperFilm(effort));
    runs.addAll(readings(effort));
    return runs;
  }

  private static List<PlannedRun> readings(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (String voltage : voltages(effort)) {
      String read =
          voltage.equals("0 mV")
              ? "  - rest: 1 ns\n"
              : "  - train: {pattern: \"++--\", voltage: %s, time: 1 ns}\n".formatted(voltage);
      runs.add(
          PlannedRun.of(
              "reading-" + voltage,
              Films.paperWith(
                  effort,
                  """
                    - measure: untrained
                    - train: {pattern: "+-+-", voltage: 50 mV, time: 20 ns}
                    - rest: 3 ns
                    - measure: trained
                  """
                      + read
                      + "  - measure: read\n")));
    }
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    Trainings trainings = Trainings.of(Trainings.onPaperFilm(effort), finished);
    Map<String, Double> shares = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    for (Reference reference : List.of(Reference.UNTRAINED, Reference.SATURATED)) {
      for (SelfTerm selfTerm : SelfTerm.values()) {
        for (Rule rule : RULES) {
          basin(trainings, reference, selfTerm, rule, shares, rows, evidence);
        }
      }
    }
    evidence.table(
        "Of the 16 starts, those that end at the trained pattern or its negative",
        List.of(
            "reference",
            "self-term",
            "update",
            "starts, mean \u00b1 sd",
            "films with all 16",
            "films where it rests",
            "n"),
        rows);
    decide("words", shares.get("SATURATED FULL ASYNCHRONOUS"), evidence);
    decide("asynchronous", shares.get("UNTRAINED ZERO ASYNCHRONOUS"), evidence);
    decide(
        "synchronous",
        Math.max(
            shares.get("UNTRAINED ZERO SYNCHRONOUS"), shares.get("UNTRAINED FULL SYNCHRONOUS")),
        evidence);
    decide("graded", shares.get("UNTRAINED ZERO GRADED"), evidence);
    readings(effort, finished, evidence);
    evidence.note(
        "All at once, symmetric weights allow cycles of two, which are no recall. With a > 0 and reference"
            + " saturated, the self-term G'_ii is negative and outweighs the others at any pattern that"
            + " carries current: none can be fixed.");
  }

  private static void decide(String key, double share, Evidence evidence) {
    evidence.decide(
        key, share >= ENOUGH, String.format(Locale.ROOT, "%.0f %% of the starts", 100 * share));
  }

  private static void basin(
      Trainings trainings,
      Reference reference,
      SelfTerm selfTerm,
      Rule rule,
      Map<String, Double> shares,
      List<List<String>> rows,
      Evidence evidence) {
    List<Double> hits = new ArrayList<>();
    int all = 0;
    int fixed = 0;
    for (FinishedRun run : trainings.all()) {
      Pattern trained = new Pattern(run.pattern());
      Weights weights = trainings.weights(run, reference).with(selfTerm);
      Settings settings =
          new Settings(rule.update, Order.ASCENDING, rule.gain, Settings.DEFAULT_NOISE, 1);
      Retrieval.Summary s = new Retrieval(weights, settings).fromAll(List.of(trained));
      hits.add((double) s.hits());
      all += s.hits() == s.total() ? 1 : 0;
      fixed += s.from().get(trained).hits(List.of(trained)) ? 1 : 0;
    }
    Spread s = Spread.of(hits);
    String name = reference.name().toLowerCase(Locale.ROOT);
    String self = selfTerm.name().toLowerCase(Locale.ROOT);
    shares.put(reference + " " + selfTerm + " " + rule.update, s.mean() / 16);
    rows.add(
        List.of(
            name,
            self,
            rule.text(),
            s.text(1),
            Integer.toString(all),
            Integer.toString(fixed),
            Integer.toString(s.n())));
    evidence.number("starts of 16, %s, self-term %s, %s".formatted(name, self, rule.text()), s, "");
  }

  private static void readings(Effort effort, FinishedRuns finished, Evidence evidence)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    double[][] still = null;
    double atOnePercent = Double.NaN;
    List<FinishedRun> runs = finished.get(readings(effort));
    List<String> voltages = voltages(effort);
    for (int k = 0; k < runs.size(); k++) {
      FinishedRun run = runs.get(k);
      double[][] after = run.conductance("read");
      still = k == 0 ? after : still;
      double learned = distance(run.conductance("trained"), run.conductance("untrained"));
      double moved = distance(after, still) / learned;
      if (voltages.get(k).equals("0.5 mV")) {
        atOnePercent = moved;
      }
      rows.add(List.of(voltages.get(k), Numbers.text(moved)));
    }
    evidence.table(
        "Change of G by 1 ns of reading, in units of what training changed, beyond that at 0 V (one film)",
        List.of("voltage", "change / learned"),
        rows);
    evidence.decide(
        "read",
        atOnePercent < UNDISTURBED,
        "%s of what training changed, n = 1".formatted(Numbers.text(atOnePercent)));
  }

  /** Largest difference of two matrices [S]. */
  private static double distance(double[][] a, double[][] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
      }
    }
    return largest;
  }
}
