package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import java.util.List;

/** Whether a film keeps a pair of patterns without current at 300 K. */
final class PairRetention extends ClaimStudy {

  private static final String TRAINED = "trained";

  private static final String LATER = "later";

  private static final String REST = "  - rest: 4 ns\n  - measure: later\n";

  /** The first of the mazes, on which nothing was chosen. */
  private static final long FIRST_SEED = 69001;

  private static final Batch WARM = films("warm", "temperature=300 K", "film.thickness=20 nm");

  private static final Batch STILL = films("still");

  PairRetention() {
    super(
        "pair-retention",
        "A film keeps a pair of patterns at 300 K",
        "Not in the paper: its films are simulated at 0 K. Films of 2 x 4 nodes learn the pair of"
            + " checkerboards of the claim patterns, until both are stored. Thermal noise of 300 K acts from"
            + " the first step on. The film is read after training and after 4 ns without current. A film"
            + " is one cell thick, so noise moves a column as one: the film of 20 nm has seven times as"
            + " much as one of 1 um. One film on another maze was looked at before.");
    beyondPaper();
    criterion(
        "learned",
        "at least nine of ten films at 300 K store both patterns after training: at least 90 of 100"
            + " copies with a wrong sign come back to each");
    criterion(
        "kept", "each film at 300 K that stores both after training stores both after the rest");
    criterion(
        "left",
        "at least 90 % of the weights is left in each film at 300 K: their projection on those after"
            + " training");
    criterion("control", "at 0 K, 1 um thick, 95 to 105 % of the weights is left in each film");
    films(WARM, STILL);
  }

  private static Batch films(String name, String... settings) {
    return Batch.of(
            "pair-retention-" + name,
            2,
            10,
            PaperFilms.pairThen(REST, SeveralMinima.EASY_PAIR, List.of(settings)))
        .from(FIRST_SEED);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Evidence.Rows table =
        e.table(
            "Films with a pair, before and after 4 ns without current",
            "film | maze | both stored after training | after the rest | weights left (%)");
    List<FinishedRun> warm = trial.films(WARM);
    List<FinishedRun> still = trial.films(STILL);
    tell(table, "300 K, 20 nm", warm);
    tell(table, "0 K, 1 um", still);
    SuccessFraction learned = stored(warm, TRAINED);
    List<FinishedRun> holding =
        warm.stream().filter(r -> MemoryFilms.isStoredFromUntrained(r, TRAINED)).toList();
    String kept = holding.isEmpty() ? "none was stored" : text(stored(holding, LATER)) + " films";
    Spread left = Spread.of(warm, PairRetention::left);
    Spread control = Spread.of(still, PairRetention::left);
    e.number("both stored after training at 300 K", learned);
    e.number("weights left, 300 K, 20 nm", left, "");
    e.number("weights left, 0 K, 1 um", control, "");
    e.decide("learned", learned.fraction() >= 0.9, "%s films", text(learned));
    e.decide(
        "kept",
        !holding.isEmpty()
            && holding.stream().allMatch(r -> MemoryFilms.isStoredFromUntrained(r, LATER)),
        "%s",
        kept);
    e.decide("left", left.least() >= 0.9, "least %.1f %%", 100 * left.least());
    e.decide(
        "control",
        control.least() >= 0.95 && control.greatest() <= 1.05,
        "%.1f to %.1f %%",
        100 * control.least(),
        100 * control.greatest());
  }

  private static void tell(Evidence.Rows table, String kind, List<FinishedRun> films) {
    for (FinishedRun f : films) {
      table.row(
          kind,
          f.seed(),
          MemoryFilms.isStoredFromUntrained(f, TRAINED) ? "yes" : "no",
          MemoryFilms.isStoredFromUntrained(f, LATER) ? "yes" : "no",
          text("%.1f", 100 * left(f)));
    }
  }

  private static SuccessFraction stored(List<FinishedRun> films, String label) {
    return SuccessFraction.of(
        (int) films.stream().filter(f -> MemoryFilms.isStoredFromUntrained(f, label)).count(),
        films.size());
  }

  /** Projection of the weights after the rest on those after training. */
  private static double left(FinishedRun film) {
    double[][] before = MemoryFilms.fromUntrained(film, TRAINED).gPrime();
    double[][] after = MemoryFilms.fromUntrained(film, LATER).gPrime();
    double both = 0;
    double square = 0;
    for (int i = 0; i < before.length; i++) {
      for (int j = 0; j < before.length; j++) {
        both += before[i][j] * after[i][j];
        square += before[i][j] * before[i][j];
      }
    }
    return both / square;
  }
}
