package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Trial;
import java.util.List;

/** Several patterns in one film, as several local minima of E'. */
final class SeveralMinima extends ClaimStudy {

  private static final List<String> HARD_PAIR = List.of("+-+--++-", "+--+-+-+");

  private static final String[] SCALED = {
    "network.reference=untrained-scaled", "network.scaling=60 %", "train.gain=8"
  };

  /** Two checkerboards. */
  static final List<String> EASY_PAIR = List.of("+--+-++-", "+-+--+-+");

  private static final Batch EASY = group("easy", 11001, EASY_PAIR).shown();

  private static final Batch HARD = group("hard", 12001, HARD_PAIR, SCALED);

  private static final Batch CONTROL =
      group(
          "hard-first-alone",
          13001,
          HARD_PAIR,
          SCALED[0],
          SCALED[1],
          SCALED[2],
          "train.show=first");

  SeveralMinima() {
    super(
        "patterns",
        "Several patterns in one film",
        "Discussion: multiple patterns can be memorised when the energy function has multiple local"
            + " minima. Here films of 2 x 4 nodes learn pairs of patterns that agree in one square of"
            + " four nodes and differ in the other, by blocks of 3 ns and pulses of the worse one, with a"
            + " look at both after each. The control shows the first pattern alone, for as long, with as"
            + " many looks and the same test of both: two squares are two networks of four nodes whose"
            + " relative sign is free, so that one pattern may bring the other with it.");
    criterion(
        "easy",
        "pair with equal squares, plain reference: in at least 95 % of the films both are stored, at"
            + " least 90 of 100 copies with one wrong sign of eight come back to each");
    criterion(
        "hard", "pair of unlike squares, scaled reference: in at least 85 % of the films both are");
    criterion(
        "minima",
        "in at least 90 % of the films of both pairs each pattern is a fixed point and the lowest"
            + " state of its basin");
    criterion(
        "control",
        "showing both adds: more films store the second pair when both are shown than when the first"
            + " is shown alone, p below 0.01 (Fisher's exact test, one-sided)");
    films(EASY, HARD, CONTROL);
  }

  /** Films of one kind, on mazes that nothing was chosen on. */
  private static Batch group(String name, long firstSeed, List<String> pair, String... settings) {
    return Batch.of("memories-" + name, 2, 100, PaperFilms.pair(pair, List.of(settings)))
        .from(firstSeed);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    MemoryFilms easy = new MemoryFilms(trial.films(EASY));
    MemoryFilms hard = new MemoryFilms(trial.films(HARD));
    MemoryFilms control = new MemoryFilms(trial.films(CONTROL));
    SuccessFraction ofEasy = easy.stored();
    SuccessFraction ofHard = hard.stored();
    SuccessFraction ofControl = control.stored();
    Rows table = e.table("Films that hold both patterns", MemoryFilms.COLUMNS);
    table.row(easy.row("equal squares"));
    table.row(hard.row("unlike squares"));
    table.row(control.row("unlike squares, the first alone"));
    e.number("equal squares: both stored", ofEasy);
    e.number("unlike squares: both stored", ofHard);
    e.number("unlike squares, the first alone: both stored", ofControl);
    int minima = easy.minima() + hard.minima();
    int both = ofEasy.total() + ofHard.total();
    double p = ofHard.pValueAbove(ofControl);
    e.number("p, both shown against one", p, ofHard.total(), "");
    e.decide("easy", ofEasy.fraction() >= 0.95, "%s films", text(ofEasy));
    e.decide("hard", ofHard.fraction() >= 0.85, "%s films", text(ofHard));
    e.decide("minima", minima >= 0.9 * both, "in %d of %d films", minima, both);
    e.decide(
        "control",
        p < 0.01,
        "%s films with both, %s films with one, p = %s",
        text(ofHard),
        text(ofControl),
        text(p));
    FinishedRun shown = easy.runs().get(0);
    e.picture(
        "energies",
        shown.figure("energies"),
        "Energies of the patterns of one film, maze %d.".formatted(shown.seed()));
  }
}
