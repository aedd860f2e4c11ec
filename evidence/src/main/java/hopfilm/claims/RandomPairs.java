package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.HebbAgreement;
import hopfilm.hopfield.MeetingGains;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.Batch.Film;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Two random patterns in a film whose electrodes are wired to patches of both signs: each film has
 * a maze and a pair of patterns of its own. One of these claims for each wiring.
 */
final class RandomPairs extends ClaimStudy {

  static final RandomPairs EIGHT =
      new RandomPairs("two-random", PaperFilms.Wiring.EIGHT, 50, 10, 50, 26001);

  static final RandomPairs DENSE =
      new RandomPairs("two-random-dense", PaperFilms.Wiring.DENSE, 10, 0, 50, 29001);

  static final RandomPairs SIXTEEN =
      new RandomPairs("two-random-sixteen", PaperFilms.Wiring.SIXTEEN, 20, 0, 70, 27001);

  private final PaperFilms.Wiring wiring;
  private final double least;
  private final Batch shown;
  private final Batch control;

  /**
   * Films of one wiring.
   *
   * @param films shown both patterns
   * @param controls shown the first alone, enough for p below 0.01 where none of these holds both;
   *     0 where the control of the first of these claims has to do
   * @param percent of the films that must store both
   * @param firstSeed of mazes and pairs, on which nothing was chosen; the control has those from
   *     500 later
   */
  private RandomPairs(
      String id, PaperFilms.Wiring wiring, int films, int controls, int percent, long firstSeed) {
    super(
        id,
        "Two random patterns in one wired film of %d electrodes with %d contacts each"
            .formatted(wiring.electrodes(), wiring.contacts()),
        "Discussion: multiple patterns can be memorized when the energy function has multiple local"
            + " minima. Each of "
            + wiring.electrodes()
            + " electrodes touches the film at "
            + wiring.contacts()
            + " places, at half of them behind an inverter. Each film has"
            + " a maze and a pair of patterns of its own: drawn at random, equal in half of the signs and"
            + " so uncorrelated. Blocks of 3 ns show both patterns; pulses of"
            + " 2 ns show the one that came out worst, with a look at both after each."
            + (controls == 0
                ? ""
                : " The control shows the first pattern alone, for as long, with as many looks and the same"
                    + " test of both."));
    beyondPaper();
    criterion(
        "fixed", "both patterns are fixed points in at least 90 %% of %d films".formatted(films));
    criterion(
        "stored",
        "in at least %d %% of %d films both are stored: at least 90 of 100 copies with a tenth of wrong"
                .formatted(percent, films)
            + " signs, at least one, come back to each");
    criterion(
        "hebb",
        "weights follow Hebb's sum of both patterns: their correlation over the pairs of"
            + " electrodes is at least 0.9, mean over the films");
    if (controls > 0) {
      criterion(
          "control",
          "showing both adds: more films store them than where the first is shown alone, p below"
              + " 0.01 (Fisher's exact test, one-sided)");
    }
    this.wiring = wiring;
    this.least = percent / 100.0;
    this.shown = Batch.of(id + "-both", 2, films, film("all")).from(firstSeed).shown();
    this.control =
        Batch.of(id + "-first-alone", Math.min(1, controls), controls, film("first"))
            .from(firstSeed + 500);
    films(shown, control);
  }

  /** Two patterns that are equal in half of their signs, drawn by a seed. */
  List<Pattern> pair(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int electrodes = wiring.electrodes();
    int[] first = random.ints(electrodes, 0, 2).map(bit -> 2 * bit - 1).toArray();
    int[] second = first.clone();
    int left = electrodes / 2; // signs to turn among those that come
    for (int e = 0; e < electrodes; e++) {
      if (random.nextInt(electrodes - e) < left) {
        second[e] = -first[e];
        left--;
      }
    }
    return List.of(Pattern.of(first), Pattern.of(second));
  }

  private Film film(String show) {
    return (effort, seed) ->
        PaperFilms.wired(
                "two random patterns in one wired film", wiring, pair(seed), "train.show=" + show)
            .of(effort, seed);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    MemoryFilms films = new MemoryFilms(trial.films(shown));
    List<FinishedRun> alone = trial.films(control);
    if (alone.isEmpty()) {
      films.report("both", e);
    } else {
      films.compare("both", new MemoryFilms(alone), e);
    }
    SuccessFraction fixed = films.fixed();
    SuccessFraction stored = films.stored();
    e.number("both fixed points", fixed);
    List<HebbAgreement> agreements =
        films.runs().stream()
            .flatMap(run -> MemoryFilms.hebb(run, pair(run.seed())).stream())
            .toList();
    groups(agreements, e);
    MeetingGains gains = MeetingGains.of(wiring.meetings(), films.shown(run -> pair(run.seed())));
    e.number(
        "scatter along the patterns / of independent places",
        gains.along(),
        films.runs().size(),
        "");
    e.table(MemoryFilms.GAINS, "films | none | one | both | scatter")
        .row(MemoryFilms.row(wiring.label(), gains));
    e.decide("fixed", fixed.fraction() >= 0.9, "%s films", text(fixed));
    e.decide("stored", stored.fraction() >= least, "%s films", text(stored));
    if (agreements.isEmpty()) {
      e.decide("hebb", false, "no film has weights that differ");
    } else {
      Spread correlation = Spread.of(agreements, HebbAgreement::correlation);
      e.number("correlation of weights and sum", correlation, "");
      e.decide(
          "hebb", correlation.mean() >= 0.9, "%s, n = %d", correlation.text(2), correlation.n());
    }
    FinishedRun first = films.runs().get(0);
    e.picture(
        "hebb",
        first.figure("hebb"),
        "Weights of one film beside Hebb's sum, maze %d.".formatted(first.seed()));
  }

  /** All pairs of all films together. */
  private static void groups(List<HebbAgreement> agreements, Evidence e) {
    Rows table =
        e.table(
            "Weights (S) of pairs of electrodes by the sum of the products of their signs",
            "sum | pairs | mean | deviation from pair to pair");
    Map<Integer, List<Double>> bySum = new TreeMap<>();
    agreements.stream()
        .flatMap(a -> a.pairs().stream())
        .forEach(p -> bySum.computeIfAbsent(p.sum(), s -> new ArrayList<>()).add(p.weight()));
    bySum.forEach(
        (sum, weights) -> {
          Spread s = Spread.of(weights);
          table.row("%+d".formatted(sum), s.n(), text(s.mean()), text(s.deviation()));
        });
  }
}
