package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.Retrieval.Order;
import hopfilm.hopfield.Retrieval.Settings;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.input.Spelling;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Plan;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which starts recall the trained pattern, and whether reading disturbs the film. */
final class RetrievalBasins extends ClaimStudy {

  private static final double ENOUGH = 0.8;
  private static final double UNDISTURBED = 0.01;

  /** Voltages of the readings: after training and rest another pattern is on for 1 ns. */
  private static List<String> voltages(Effort effort) {
    return effort.choose(
        List.of("0 mV", "0.5 mV", "5 mV"), List.of("0 mV", "0.05 mV", "0.5 mV", "5 mV"));
  }

  private static final Plan READINGS =
      effort -> voltages(effort).stream().map(v -> reading(v, effort)).toList();

  private static final List<UpdateRule> RULES =
      List.of(UpdateRule.ASYNCHRONOUS, UpdateRule.SYNCHRONOUS, UpdateRule.GRADED);

  /** First gain of graded updates. */
  private static final double GAIN = 1.2;

  RetrievalBasins() {
    super(
        "retrieval",
        "The trained pattern is recalled from any start",
        "The paragraph after Fig. 2: from a random pattern of small voltages, which do not perturb the"
            + " texture, V_i is set to sgn(I'_i) V0, one by one or all at once, until the memorised pattern"
            + " is reached. I'_i includes the electrode's own G'_ii (Eq. 6).");
    criterion(
        "words",
        "reference saturated, with G'_ii, asynchronous: at least 80 % of the 16 starts end at the"
            + " trained pattern, mean over films");
    criterion("asynchronous", "the same with reference untrained and without G'_ii");
    criterion(
        "synchronous",
        "the same, all at once, with reference untrained and the better of the two self-terms");
    criterion("graded", "the same with graded voltages, reference untrained and without G'_ii");
    criterion(
        "read",
        "1 ns at 1 % of the training voltage changes G by less than 1 % of what training"
            + " changed, beyond what it changes at 0 V");
    films(Trainings.ON_PAPER_FILM, READINGS);
  }

  private static PlannedRun reading(String voltage, Effort effort) {
    String read =
        voltage.equals("0 mV")
            ? "  - rest: 1 ns\n"
            : "  - train: {pattern: \"++--\", voltage: %s, time: 1 ns}\n".formatted(voltage);
    String protocol =
        """
          - measure: untrained
          - train: {pattern: "+-+-", voltage: 50 mV, time: 20 ns}
          - rest: 3 ns
          - measure: trained
        """;
    return PlannedRun.of(
        "reading-" + voltage,
        PaperFilms.paperWith(protocol + read + "  - measure: read\n").of(effort, 1));
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Trainings trainings = new Trainings(trial.films(Trainings.ON_PAPER_FILM));
    Rows table =
        e.table(
            "Of the 16 starts, those that end at the trained pattern or its negative",
            "reference | self-term | update | starts, mean \u00b1 sd | films with all 16 | films where it rests | n");
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Reference reference : List.of(Reference.UNTRAINED, Reference.SATURATED)) {
      for (SelfTerm selfTerm : SelfTerm.values()) {
        for (UpdateRule rule : RULES) {
          shares.put(
              reference + " " + selfTerm + " " + rule,
              basin(trainings, reference, selfTerm, rule, table, e));
        }
      }
    }
    decide("words", shares.get("SATURATED FULL ASYNCHRONOUS"), e);
    decide("asynchronous", shares.get("UNTRAINED ZERO ASYNCHRONOUS"), e);
    decide(
        "synchronous",
        Math.max(
            shares.get("UNTRAINED ZERO SYNCHRONOUS"), shares.get("UNTRAINED FULL SYNCHRONOUS")),
        e);
    decide("graded", shares.get("UNTRAINED ZERO GRADED"), e);
    readings(trial, e);
    e.note(
        "All at once, symmetric weights allow cycles of two, which are no recall. With a > 0 and reference"
            + " saturated, the self-term G'_ii is negative and outweighs the others at any pattern that"
            + " carries current: none can be fixed.");
  }

  private static void decide(String key, double share, Evidence e) {
    e.decide(key, share >= ENOUGH, "%.0f %% of the starts", 100 * share);
  }

  /** Mean share of the starts that recall the trained pattern. */
  private static double basin(
      Trainings trainings,
      Reference reference,
      SelfTerm selfTerm,
      UpdateRule rule,
      Rows table,
      Evidence e) {
    List<Double> hits = new ArrayList<>();
    int all = 0;
    int fixed = 0;
    Settings settings = new Settings(rule, Order.ASCENDING, GAIN, Settings.DEFAULT_NOISE, 1);
    for (FinishedRun run : trainings.all()) {
      Pattern trained = new Pattern(run.pattern());
      Weights weights = trainings.weights(run, reference).with(selfTerm);
      Retrieval.Summary s = new Retrieval(weights, settings).fromAll(List.of(trained));
      hits.add((double) s.hits());
      all += s.hits() == s.total() ? 1 : 0;
      fixed += s.from().get(trained).hits(List.of(trained)) ? 1 : 0;
    }
    Spread s = Spread.of(hits);
    String name = Spelling.of(reference);
    String self = Spelling.of(selfTerm);
    String update = Spelling.of(rule) + (rule == UpdateRule.GRADED ? ", gain from " + GAIN : "");
    table.row(name, self, update, s.text(1), all, fixed, s.n());
    e.number("starts of 16, %s, self-term %s, %s".formatted(name, self, update), s, "");
    return s.mean() / 16;
  }

  private static void readings(Trial trial, Evidence e) {
    double atOnePercent = Double.NaN;
    List<FinishedRun> runs = trial.films(READINGS);
    double[][] still = runs.get(0).conductance("read");
    List<String> voltages = voltages(trial.effort());
    Rows table =
        e.table(
            "Change of G by 1 ns of reading, in units of what training changed, beyond that at 0 V (one film)",
            "voltage | change / learned");
    for (int k = 0; k < runs.size(); k++) {
      FinishedRun run = runs.get(k);
      double learned = distance(run.conductance("trained"), run.conductance("untrained"));
      double moved = distance(run.conductance("read"), still) / learned;
      if (voltages.get(k).equals("0.5 mV")) {
        atOnePercent = moved;
      }
      table.row(voltages.get(k), text(moved));
    }
    e.decide(
        "read",
        atOnePercent < UNDISTURBED,
        "%s of what training changed, n = 1",
        text(atOnePercent));
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
