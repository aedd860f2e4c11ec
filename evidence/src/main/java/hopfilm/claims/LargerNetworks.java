package hopfilm.claims;

import hopfilm.folder.SummaryRecord;
import hopfilm.hopfield.SuccessFraction;
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
import java.util.List;

/** Nodes at the pixels of a picture. */
final class LargerNetworks implements Claim {

  private static final String BARS = "+++---+++";
  private static final String CROSS = "+-+-+-+-+";
  private static final String LETTER = "+++++--+----+----+----+--";

  @Override
  public String id() {
    return "larger";
  }

  @Override
  public String title() {
    return "Larger pictures with more nodes";
  }

  @Override
  public String source() {
    return "Discussion: larger pictures can be stored with more nodes, at positions like those of their"
        + " pixels. Here 3 x 3 nodes on 800 nm and, in the full report, a T of 5 x 5 nodes on 1.36 \u00b5m:"
        + " several stripe periods from node to node. They train for 30 ns (15 in a quick reproduction).";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "nine",
            "with 3 x 3 nodes the trained picture is the lowest of the 255 that carry current in at least"
                + " 80 % of the films"),
        Criterion.of(
            "recall",
            "graded retrieval brings at least 80 % of copies of it with two wrong pixels back, mean over"
                + " these films"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(nine(effort));
    runs.addAll(letter(effort));
    return runs;
  }

  private static List<PlannedRun> nine(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (String pattern : effort.choose(List.of(BARS), List.of(BARS, CROSS))) {
      for (long seed : effort.seeds(1, 3)) {
        runs.add(
            PlannedRun.of(
                    "larger-%s-seed=%d".formatted(pattern, seed),
                    Films.picture(effort, "3x3", "800 nm", pattern, "initial.seed=" + seed))
                .illustratedIf(seed == 1));
      }
    }
    return runs;
  }

  private static List<PlannedRun> letter(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(0, 1)) {
      runs.add(
          PlannedRun.of(
                  "larger-T-seed=" + seed,
                  Films.picture(effort, "5x5", "1360 nm", LETTER, "initial.seed=" + seed))
              .illustrated());
    }
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<FinishedRun> nine = finished.get(nine(effort));
    int lowest = 0;
    List<Double> recalled = new ArrayList<>();
    for (FinishedRun run : nine) {
      lowest += run.summary().verdict().learned(0) ? 1 : 0;
      recalled.add(row("3 x 3", run, rows));
    }
    for (FinishedRun run : finished.get(letter(effort))) {
      row("5 x 5", run, rows);
    }
    evidence.table(
        "Larger networks, reference untrained",
        List.of("nodes", "trained", "maze", "lowest", "margin", "recalled copies"),
        rows);
    SuccessFraction f = SuccessFraction.of(lowest, nine.size());
    Spread s = Spread.of(recalled);
    evidence.number("3 x 3 nodes: trained picture lowest", f);
    evidence.number("3 x 3 nodes: copies with two wrong pixels recalled", s, "of 100");
    evidence.decide(
        "nine", f.fraction() >= 0.8, "in %d of %d films".formatted(lowest, nine.size()));
    evidence.decide("recall", s.mean() >= 80, "%s of 100, n = %d".formatted(s.text(0), s.n()));
    evidence.picture(
        "nine",
        nine.get(0).figure("current-after"),
        "Current density of 3 x 3 nodes at the training voltages.");
    evidence.picture(
        "nine-energies", nine.get(0).figure("energies"), "The lowest energies of the same film.");
  }

  private static double row(String nodes, FinishedRun run, List<List<String>> rows) {
    SummaryRecord.Verdict verdict = run.summary().verdict();
    SummaryRecord.Retrieval r = run.summary().retrieval().get(0);
    double hits = 100.0 * r.hits() / r.total();
    rows.add(
        List.of(
            nodes,
            run.pattern(),
            Long.toString(run.seed()),
            verdict.lowest() + (verdict.isSampled() ? " (of those looked at)" : ""),
            Numbers.text(verdict.margin(0)),
            Numbers.text(hits) + " %"));
    return hits;
  }
}
