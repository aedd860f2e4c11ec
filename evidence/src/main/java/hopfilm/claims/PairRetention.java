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
    List<Kept> warm = trial.films(WARM).stream().map(Kept::of).toList();
    List<Kept> still = trial.films(STILL).stream().map(Kept::of).toList();
    tell(table, "300 K, 20 nm", warm);
    tell(table, "0 K, 1 um", still);
    List<Kept> stored = warm.stream().filter(Kept::trained).toList();
    long later = stored.stream().filter(Kept::later).count();
    SuccessFraction learned = SuccessFraction.of(stored.size(), warm.size());
    Spread left = Spread.of(warm, Kept::left);
    Spread control = Spread.of(still, Kept::left);
    e.number("both stored after training at 300 K", learned);
    e.number("weights left, 300 K, 20 nm", left, "");
    e.number("weights left, 0 K, 1 um", control, "");
    e.decide("learned", learned.fraction() >= 0.9, "%s films", text(learned));
    e.decide(
        "kept",
        !stored.isEmpty() && later == stored.size(),
        "%d of %d films",
        later,
        stored.size());
    e.decide("left", left.least() >= 0.9, "least %.1f %%", 100 * left.least());
    e.decide(
        "control",
        control.least() >= 0.95 && control.greatest() <= 1.05,
        "%.1f to %.1f %%",
        100 * control.least(),
        100 * control.greatest());
  }

  private static void tell(Evidence.Rows table, String kind, List<Kept> films) {
    for (Kept f : films) {
      table.row(
          kind,
          f.maze,
          f.trained ? "yes" : "no",
          f.later ? "yes" : "no",
          text("%.1f", 100 * f.left));
    }
  }

  /**
   * A film before and after the rest.
   *
   * @param trained whether it stores both patterns after training
   * @param later whether it does after the rest
   * @param left projection of the weights after the rest on those after training
   */
  private record Kept(long maze, boolean trained, boolean later, double left) {

    static Kept of(FinishedRun run) {
      return new Kept(
          run.seed(),
          MemoryFilms.isStoredFromUntrained(run, TRAINED),
          MemoryFilms.isStoredFromUntrained(run, LATER),
          projection(
              MemoryFilms.fromUntrained(run, TRAINED).gPrime(),
              MemoryFilms.fromUntrained(run, LATER).gPrime()));
    }

    private static double projection(double[][] before, double[][] after) {
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
}
