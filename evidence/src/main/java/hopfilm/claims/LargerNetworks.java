package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Plan;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import hopfilm.result.Retrieved;
import hopfilm.result.Verdict;
import java.util.List;

/** Nodes at the pixels of a picture. */
final class LargerNetworks extends ClaimStudy {

  private static final String BARS = "+++---+++";
  private static final String CROSS = "+-+-+-+-+";
  private static final String LETTER = "+++++--+----+----+----+--";

  private static final Plan NINE =
      effort ->
          effort.choose(List.of(BARS), List.of(BARS, CROSS)).stream()
              .flatMap(p -> nine(p).runs(effort).stream())
              .toList();

  private static final Batch TWENTY_FIVE =
      Batch.of("larger-T", 0, 1, PaperFilms.picture("5x5", "1360 nm", LETTER)).shown();

  LargerNetworks() {
    super(
        "larger",
        "Larger pictures with more nodes",
        "Discussion: larger pictures can be stored with more nodes, at positions like those of their"
            + " pixels. Here 3 x 3 nodes on 800 nm and, in the full report, a T of 5 x 5 nodes on 1.36 \u00b5m:"
            + " several stripe periods from node to node. They train for 30 ns (15 in a quick reproduction).");
    criterion(
        "nine",
        "with 3 x 3 nodes the trained picture is the lowest of the 255 that carry current in at least"
            + " 80 % of the films");
    criterion(
        "recall",
        "graded retrieval brings at least 80 % of copies of it with two wrong pixels back, mean over"
            + " these films");
    films(NINE, TWENTY_FIVE);
  }

  private static Batch nine(String pattern) {
    return Batch.of("larger-" + pattern, 1, 3, PaperFilms.picture("3x3", "800 nm", pattern))
        .shown();
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Rows table =
        e.table(
            "Larger networks, reference untrained",
            "nodes | trained | maze | lowest | margin | recalled copies");
    List<FinishedRun> nine = trial.films(NINE);
    nine.forEach(run -> row("3 x 3", run, table));
    trial.films(TWENTY_FIVE).forEach(run -> row("5 x 5", run, table));
    SuccessFraction f = TrainedFilms.lowest(nine);
    Spread s = Spread.of(nine, LargerNetworks::recalled);
    e.number("3 x 3 nodes: trained picture lowest", f);
    e.number("3 x 3 nodes: copies with two wrong pixels recalled", s, "of 100");
    e.decide("nine", f.fraction() >= 0.8, "in %s films", text(f));
    e.decide("recall", s.mean() >= 80, "%s of 100, n = %d", s.text(0), s.n());
    e.picture(
        "nine",
        nine.get(0).figure("current-after"),
        "Current density of 3 x 3 nodes at the training voltages.");
    e.picture(
        "nine-energies", nine.get(0).figure("energies"), "The lowest energies of the same film.");
  }

  private static double recalled(FinishedRun run) {
    Retrieved r = run.summary().retrieval().get(0);
    return 100.0 * r.hits() / r.total();
  }

  private static void row(String nodes, FinishedRun run, Rows table) {
    Verdict verdict = run.summary().verdict();
    table.row(
        nodes,
        run.pattern(),
        run.seed(),
        verdict.lowest() + (verdict.isSampled() ? " (of those looked at)" : ""),
        text(verdict.margin(0)),
        text(recalled(run)) + " %");
  }
}
