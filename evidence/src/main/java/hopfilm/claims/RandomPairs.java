package hopfilm.claims;

import hopfilm.hopfield.HebbAgreement;
import hopfilm.hopfield.MeetingGains;
import hopfilm.hopfield.Pattern;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Two random patterns in a film whose electrodes are wired to patches of both signs: each film has
 * a maze and a pair of patterns of its own. One of these claims for each wiring.
 *
 * @param id of the claim
 * @param wiring of the electrodes
 * @param films shown both patterns
 * @param controls shown the first alone, enough for p below 0.01 where none of these holds both; 0
 *     where the control of the first of these claims has to do
 * @param least percent of the films that must store both
 * @param firstSeed of mazes and pairs, on which nothing was chosen; the control has those from 500
 *     later
 */
record RandomPairs(
    String id, Films.Wiring wiring, int films, int controls, int least, long firstSeed)
    implements Claim {

  static final RandomPairs EIGHT =
      new RandomPairs("two-random", Films.Wiring.EIGHT, 50, 10, 50, 26001);

  static final RandomPairs DENSE =
      new RandomPairs("two-random-dense", Films.Wiring.DENSE, 10, 0, 50, 29001);

  static final RandomPairs SIXTEEN =
      new RandomPairs("two-random-sixteen", Films.Wiring.SIXTEEN, 20, 0, 70, 27001);

  @Override
  public boolean isBeyondPaper() {
    return true;
  }

  @Override
  public String title() {
    return "Two random patterns in one wired film of %d electrodes with %d contacts each"
        .formatted(wiring.electrodes(), wiring.contacts());
  }

  @Override
  public String source() {
    return "Discussion: multiple patterns can be memorized when the energy function has multiple local"
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
                + " test of both.");
  }

  @Override
  public List<Criterion> criteria() {
    List<Criterion> all = new ArrayList<>();
    all.add(
        Criterion.of(
            "fixed",
            "both patterns are fixed points in at least 90 %% of %d films".formatted(films)));
    all.add(
        Criterion.of(
            "stored",
            "in at least %d %% of %d films both are stored: at least 90 of 100 copies with a tenth of wrong"
                    .formatted(least, films)
                + " signs, at least one, come back to each"));
    all.add(
        Criterion.of(
            "hebb",
            "weights follow Hebb's sum of both patterns: their correlation over the pairs of"
                + " electrodes is at least 0.9, mean over the films"));
    if (controls > 0) {
      all.add(
          Criterion.of(
              "control",
              "showing both adds: more films store them than where the first is shown alone, p below"
                  + " 0.01 (Fisher's exact test, one-sided)"));
    }
    return all;
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

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return Stream.of(shown(effort), controls(effort)).flatMap(List::stream).toList();
  }

  private List<PlannedRun> shown(Effort effort) {
    return LongStream.range(firstSeed, firstSeed + effort.choose(2, films))
        .mapToObj(s -> run(effort, "both", s, "all").illustratedIf(s == firstSeed))
        .toList();
  }

  private List<PlannedRun> controls(Effort effort) {
    long first = firstSeed + 500;
    return LongStream.range(first, first + Math.min(controls, effort.choose(1, controls)))
        .mapToObj(s -> run(effort, "first-alone", s, "first"))
        .toList();
  }

  private PlannedRun run(Effort effort, String kind, long seed, String show) {
    return PlannedRun.of(
        "%s-%s-seed=%d".formatted(id, kind, seed),
        Films.wired(
            "two random patterns in one wired film",
            effort,
            wiring,
            pair(seed),
            "initial.seed=" + seed,
            "train.show=" + show));
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    MemoryFilms shown = new MemoryFilms(finished.get(shown(effort)));
    SuccessFraction fixed = shown.fixed();
    SuccessFraction stored = shown.stored();
    if (controls > 0) {
      shown.compare("both", new MemoryFilms(finished.get(controls(effort))), evidence);
    } else {
      shown.report("both", evidence);
    }
    evidence.number("both fixed points", fixed);
    List<HebbAgreement> agreements =
        shown.runs().stream()
            .map(run -> MemoryFilms.hebb(run, pair(run.seed())))
            .flatMap(Optional::stream)
            .toList();
    evidence.table(
        "Weights (S) of pairs of electrodes by the sum of the products of their signs",
        List.of("sum", "pairs", "mean", "deviation from pair to pair"),
        groups(agreements));
    MeetingGains gains = MeetingGains.of(wiring.meetings(), shown.shown(run -> pair(run.seed())));
    evidence.number(
        "scatter along the patterns / of independent places",
        gains.along(),
        shown.runs().size(),
        "");
    evidence.table(
        MemoryFilms.GAINS,
        List.of("films", "none", "one", "both", "scatter"),
        List.of(MemoryFilms.row(wiring.label(), gains)));
    evidence.decide("fixed", fixed.fraction() >= 0.9, MemoryFilms.counted(fixed));
    evidence.decide("stored", stored.fraction() >= least / 100.0, MemoryFilms.counted(stored));
    if (agreements.isEmpty()) {
      evidence.decide("hebb", false, "no film has weights that differ");
    } else {
      Spread correlation = Spread.of(agreements.stream().map(HebbAgreement::correlation).toList());
      evidence.number("correlation of weights and sum", correlation, "");
      evidence.decide(
          "hebb",
          correlation.mean() >= 0.9,
          "%s, n = %d".formatted(correlation.text(2), correlation.n()));
    }
    FinishedRun first = shown.runs().get(0);
    evidence.picture(
        "hebb",
        first.figure("hebb"),
        "Weights of one film beside Hebb's sum, maze %d.".formatted(first.seed()));
  }

  /** All pairs of all films together. */
  private static List<List<String>> groups(List<HebbAgreement> agreements) {
    Map<Integer, List<Double>> bySum = new TreeMap<>();
    agreements.stream()
        .flatMap(a -> a.pairs().stream())
        .forEach(p -> bySum.computeIfAbsent(p.sum(), s -> new ArrayList<>()).add(p.weight()));
    List<List<String>> rows = new ArrayList<>();
    bySum.forEach(
        (sum, weights) -> {
          Spread s = Spread.of(weights);
          rows.add(
              Arrays.asList(
                  "%+d".formatted(sum),
                  Integer.toString(s.n()),
                  Numbers.text(s.mean()),
                  Numbers.text(s.deviation())));
        });
    return rows;
  }
}
