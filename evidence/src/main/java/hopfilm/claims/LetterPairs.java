package hopfilm.claims;

import hopfilm.folder.SummaryRecord;
import hopfilm.hopfield.HebbAgreement;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Two letters of 5 x 7 pixels in a film of which each pixel is wired to patches of both signs. */
final class LetterPairs implements Claim {

  /** All pairs of five letters. */
  private static final List<String> PAIRS =
      List.of("AX", "AL", "AS", "AT", "LS", "LT", "LX", "ST", "SX", "TX");

  private static final int LEAST = 5;

  /** Mazes on which nothing was chosen, one for each pair. */
  private static final long FIRST_SEED = 28001;

  @Override
  public String id() {
    return "two-letters";
  }

  @Override
  public boolean isBeyondPaper() {
    return true;
  }

  @Override
  public String title() {
    return "Two letters in one wired film";
  }

  @Override
  public String source() {
    return "Discussion: larger networks hold larger pictures. Each of the 35 pixels of a letter is an"
        + " electrode that touches the film at 8 places, at four of them behind an inverter. Ten films,"
        + " one for each pair of the letters A, L, S, T and X, each on a maze of its own, are trained as"
        + " those of two-random.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "stored",
            "in at least %d of ten films both letters are stored: at least 90 of 100 copies with a tenth of"
                    .formatted(LEAST)
                + " wrong pixels come back to each"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return IntStream.range(0, effort.choose(1, PAIRS.size()))
        .mapToObj(k -> run(effort, k).illustratedIf(k == 0))
        .toList();
  }

  private static PlannedRun run(Effort effort, int k) {
    long seed = FIRST_SEED + k;
    return PlannedRun.of(
        "two-letters-%s-seed=%d".formatted(PAIRS.get(k), seed),
        Films.wired(
            "two letters in one wired film",
            effort,
            Films.Wiring.LETTER,
            pair(k),
            "initial.seed=" + seed));
  }

  private static List<Pattern> pair(int k) {
    return LetterShapes.of(List.of(PAIRS.get(k).split("")));
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    MemoryFilms films = new MemoryFilms(finished.get(runs(effort)));
    List<List<String>> rows = new ArrayList<>();
    List<Double> back = new ArrayList<>();
    for (int k = 0; k < films.runs().size(); k++) {
      FinishedRun run = films.runs().get(k);
      List<SummaryRecord.HeldMemory> held = MemoryFilms.memories(run);
      held.forEach(m -> back.add(100.0 * m.recalled() / m.of()));
      rows.add(
          List.of(
              String.join(" and ", PAIRS.get(k).split("")),
              Integer.toString(pair(k).get(0).distance(pair(k).get(1))),
              "%d and %d".formatted(held.get(0).recalled(), held.get(1).recalled()),
              MemoryFilms.isStored(run) ? "yes" : "no",
              MemoryFilms.hebb(run, pair(k))
                  .map(HebbAgreement::correlation)
                  .map(r -> String.format(Locale.ROOT, "%.2f", r))
                  .orElse("")));
    }
    evidence.table(
        "Two letters in a film",
        List.of(
            "letters",
            "pixels that differ",
            "copies of 100 that come back",
            "both stored",
            "correlation of weights and Hebb's sum"),
        rows);
    SuccessFraction stored = films.stored();
    evidence.number("both stored", stored);
    evidence.number("copies that come back", Spread.of(back), "%");
    evidence.decide(
        "stored", stored.fraction() >= (double) LEAST / PAIRS.size(), MemoryFilms.counted(stored));
    FinishedRun first = films.runs().get(0);
    evidence.picture(
        "hebb",
        first.figure("hebb"),
        "Weights of the film of %s beside Hebb's sum of the two."
            .formatted(String.join(" and ", PAIRS.get(0).split(""))));
  }
}
