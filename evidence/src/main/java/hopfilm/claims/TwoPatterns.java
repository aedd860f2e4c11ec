package hopfilm.claims;

import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.hopfield.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Two patterns in one film, in turn. */
final class TwoPatterns implements Claim {

  private static final String PROTOCOL =
      """
        - measure: untrained
        - train: {patterns: ["++--", "+--+"], voltage: 38.4 mV, slot: 1 ns, time: 20 ns}
        - rest: 1.5 ns
        - measure: trained
      """;

  private static final List<Pattern> BOTH = List.of(new Pattern("++--"), new Pattern("+--+"));

  @Override
  public String id() {
    return "patterns";
  }

  @Override
  public String title() {
    return "Two patterns in one film";
  }

  @Override
  public String source() {
    return "Discussion: several patterns can be memorised when the energy has several local minima, and"
        + " larger networks hold more. Here the default film of four nodes, trained on ++-- and +--+ in"
        + " turn, 1 ns each, and read after a rest.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "ranks", "both are the two lowest of the seven patterns in at least 80 % of the films"),
        Criterion.of(
            "basins",
            "with graded retrieval each of the two is the end of some start in at least 80 % of the films"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(1, 8)) {
      runs.add(
          PlannedRun.of(
                  "two-patterns-seed=" + seed,
                  Films.standardWith(effort, PROTOCOL, "initial.seed=" + seed))
              .illustratedIf(seed == 1));
    }
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    List<FinishedRun> runs = finished.get(runs(effort));
    int ranked = 0;
    int recalled = 0;
    List<List<String>> rows = new ArrayList<>();
    for (FinishedRun run : runs) {
      Weights w =
          run.weights("trained", run.conductance("untrained"), Reference.UNTRAINED, SelfTerm.ZERO);
      EnergyLandscape land = new EnergyLandscape(w, 1);
      List<Long> ranks = new ArrayList<>();
      for (Pattern p : BOTH) {
        double own = land.energy(p);
        ranks.add(
            1
                + land.entries().stream()
                    .filter(e -> !e.pattern().isUniform() && e.energy() < own)
                    .count());
      }
      ranked += ranks.get(0) <= 2 && ranks.get(1) <= 2 ? 1 : 0;
      Retrieval.Settings graded =
          new Retrieval.Settings(
              Retrieval.UpdateRule.GRADED, Retrieval.Order.ASCENDING, 1.2, 1e-3, 1);
      Retrieval retrieval = new Retrieval(w, graded);
      int first = retrieval.fromAll(List.of(BOTH.get(0))).hits();
      int second = retrieval.fromAll(List.of(BOTH.get(1))).hits();
      recalled += first > 0 && second > 0 ? 1 : 0;
      rows.add(
          List.of(
              Long.toString(run.seed()),
              land.lowest().pattern().toString(),
              ranks.get(0).toString(),
              ranks.get(1).toString(),
              Integer.toString(first),
              Integer.toString(second)));
    }
    evidence.table(
        "Ranks of both patterns among the seven, and starts of 16 that end there (graded)",
        List.of("maze", "lowest", "rank of ++--", "rank of +--+", "to ++--", "to +--+"),
        rows);
    evidence.number("both the two lowest", SuccessFraction.of(ranked, runs.size()));
    evidence.number("both recalled", SuccessFraction.of(recalled, runs.size()));
    evidence.decide(
        "ranks", ranked >= 0.8 * runs.size(), "in %d of %d films".formatted(ranked, runs.size()));
    evidence.decide(
        "basins",
        recalled >= 0.8 * runs.size(),
        "in %d of %d films".formatted(recalled, runs.size()));
    evidence.picture(
        "energies", runs.get(0).figure("energies"), "Energies of all patterns, maze 1.");
    evidence.note(
        "The outer products of two orthogonal patterns of four nodes leave weights on two pairs only, and"
            + " +-+-, which both patterns strengthen in part, may lie below either.");
  }
}
