package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Plan;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import hopfilm.result.HeldMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Two letters of 5 x 7 pixels in a film of which each pixel is wired to patches of both signs. */
final class LetterPairs extends ClaimStudy {

  /** All pairs of five letters. */
  private static final List<String> PAIRS =
      List.of("AX", "AL", "AS", "AT", "LS", "LT", "LX", "ST", "SX", "TX");

  private static final int LEAST = 5;

  /** Mazes on which nothing was chosen, one for each pair. */
  private static final long FIRST_SEED = 28001;

  private static final Plan FILMS =
      effort ->
          IntStream.range(0, effort.choose(1, PAIRS.size()))
              .mapToObj(k -> run(effort, "two-letters", PAIRS.get(k)).illustratedIf(k == 0))
              .toList();

  LetterPairs() {
    super(
        "two-letters",
        "Two letters in one wired film",
        "Discussion: larger networks hold larger pictures. Each of the 35 pixels of a letter is an"
            + " electrode that touches the film at 8 places, at four of them behind an inverter. Ten films,"
            + " one for each pair of the letters A, L, S, T and X, each on a maze of its own, are trained as"
            + " those of two-random.");
    beyondPaper();
    criterion(
        "stored",
        "in at least %d of ten films both letters are stored: at least 90 of 100 copies with a tenth of"
                .formatted(LEAST)
            + " wrong pixels come back to each");
    films(FILMS);
  }

  /**
   * The film of a pair, on its maze.
   *
   * @param name of the run, before its letters
   */
  static PlannedRun run(Effort effort, String name, String letters, String... settings) {
    long seed = FIRST_SEED + PAIRS.indexOf(letters);
    return PlannedRun.of(
        "%s-%s-seed=%d".formatted(name, letters, seed),
        PaperFilms.wired(
                "two letters in one wired film",
                PaperFilms.Wiring.LETTER,
                patterns(letters),
                settings)
            .of(effort, seed));
  }

  static List<Pattern> patterns(String letters) {
    return LetterFilms.letters(List.of(letters.split("")));
  }

  static String names(String letters) {
    return String.join(" and ", letters.split(""));
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    MemoryFilms films = new MemoryFilms(trial.films(FILMS));
    Rows table =
        e.table(
            "Two letters in a film",
            "letters | pixels that differ | copies of 100 that come back | both stored | correlation of weights and Hebb's sum");
    List<Double> back = new ArrayList<>();
    for (int k = 0; k < films.runs().size(); k++) {
      FinishedRun run = films.runs().get(k);
      List<Pattern> pair = patterns(PAIRS.get(k));
      List<HeldMemory> held = MemoryFilms.memories(run);
      held.forEach(m -> back.add(100.0 * m.recalled() / m.of()));
      table.row(
          names(PAIRS.get(k)),
          pair.get(0).distance(pair.get(1)),
          "%d and %d".formatted(held.get(0).recalled(), held.get(1).recalled()),
          MemoryFilms.isStored(run) ? "yes" : "no",
          MemoryFilms.hebb(run, pair).map(h -> text("%.2f", h.correlation())).orElse(""));
    }
    SuccessFraction stored = films.stored();
    e.number("both stored", stored);
    e.number("copies that come back", Spread.of(back), "%");
    e.decide(
        "stored", stored.fraction() >= (double) LEAST / PAIRS.size(), "%s films", text(stored));
    e.picture(
        "hebb",
        films.runs().get(0).figure("hebb"),
        "Weights of the film of %s beside Hebb's sum of the two.".formatted(names(PAIRS.get(0))));
  }
}
