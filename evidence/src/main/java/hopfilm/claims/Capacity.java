package hopfilm.claims;

import hopfilm.hopfield.MeetingGains;
import hopfilm.hopfield.MeetingLaw;
import hopfilm.hopfield.MemoryForecast;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many patterns a wired film holds against its electrodes and their contacts: films of three
 * patterns, and what the law of films of two patterns forecasts.
 */
final class Capacity implements Claim {

  /** Three patterns, so that a place can be driven by none, one, two or all. */
  private static final int PATTERNS = 3;

  /** Films of one wiring, mazes on which nothing was chosen. */
  private record Batch(Films.Wiring wiring, int films, long firstSeed) {

    List<PlannedRun> runs(Effort effort) {
      return LongStream.range(firstSeed, firstSeed + effort.choose(1, films))
          .mapToObj(s -> run(effort, s).illustratedIf(s == firstSeed))
          .toList();
    }

    private PlannedRun run(Effort effort, long seed) {
      return PlannedRun.of(
          "capacity-%d-seed=%d".formatted(wiring.electrodes(), seed),
          Films.wired(
              "three random patterns in one wired film",
              effort,
              wiring,
              patterns(seed),
              "initial.seed=" + seed));
    }

    List<Pattern> patterns(long seed) {
      return Pattern.uncorrelated(PATTERNS, wiring.electrodes(), new SplittableRandom(seed));
    }
  }

  private static final Batch EIGHT = new Batch(Films.Wiring.DENSE, 2, 32001);
  private static final Batch TWENTY_FOUR = new Batch(Films.Wiring.TWENTY_FOUR, 3, 32201);

  /** Those that take longest begin first. */
  private static final List<Batch> FILMS = List.of(TWENTY_FOUR, EIGHT);

  /** How far a gain may be from the law's, of what all patterns write. */
  private static final double NEAR = 0.15;

  @Override
  public String id() {
    return "capacity";
  }

  @Override
  public boolean isBeyondPaper() {
    return true;
  }

  @Override
  public String title() {
    return "How many patterns a wired film holds";
  }

  @Override
  public String source() {
    return "Discussion: larger networks hold more patterns. Films with 8 and with 24 electrodes, wired as"
        + " those of two-random, are shown three random patterns each, of which every two are equal in"
        + " half of their signs. Films of two patterns followed one law: what a place gains where"
        + " contacts of two electrodes meet depends on the share of the patterns that drives it, and"
        + " places scatter. Drawn by that law, at least so many films should hold three, as these are"
        + " trained until verified.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "three",
            "at least 2 of 3 films of 24 electrodes with 16 contacts each hold all three patterns: at"
                + " least 90 of 100 copies with a tenth of wrong signs come back to each"),
        Criterion.of(
            "eight",
            "no film of 8 electrodes does, where only two and two are tied alike by all patterns"),
        Criterion.of(
            "gain",
            "in films of 24 electrodes places that one or two of three patterns drive gain 52 and 78 % of"
                + " what all three write, counted from what is not driven, within 15 points, as the law"
                + " of films of two patterns says; Hebb's sum would be 33 and 67 %"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return FILMS.stream().flatMap(f -> f.runs(effort).stream()).toList();
  }

  /** What came out of films of one wiring. */
  private record Found(
      Batch batch, MemoryFilms films, MemoryForecast forecast, MeetingGains gains) {

    static Found of(Batch batch, List<FinishedRun> runs, CapacityNetworks networks) {
      MemoryFilms films = new MemoryFilms(runs);
      return new Found(
          batch,
          films,
          networks.films(batch.wiring, PATTERNS),
          MeetingGains.of(batch.wiring.meetings(), films.shown(r -> batch.patterns(r.seed()))));
    }

    String label() {
      return batch.wiring.label();
    }

    /** The largest distance of a gain from the law's, of what all patterns write. */
    double miss() {
      return IntStream.range(0, gains.gains().size())
          .mapToDouble(
              k ->
                  Math.abs(
                      gains.relative(k) - MeetingLaw.FILM.relative(gains.gains().get(k).share())))
          .max()
          .orElseThrow();
    }

    List<String> row() {
      SuccessFraction stored = films.stored();
      return List.of(
          label(),
          "%d of %d".formatted(stored.successes(), stored.total()),
          String.format(Locale.ROOT, "%.0f to %.0f", 100 * stored.low(), 100 * stored.high()),
          IntStream.range(0, PATTERNS)
              .mapToObj(k -> Long.toString(films.holding(k)))
              .collect(Collectors.joining(", ")),
          percent(forecast.stored().fraction()),
          String.format(Locale.ROOT, "%.1f", forecast.wrongSigns()),
          String.format(Locale.ROOT, "%.2f", gains.along()));
    }
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    CapacityNetworks networks = new CapacityNetworks(effort);
    List<Found> all = new ArrayList<>();
    for (Batch batch : List.of(EIGHT, TWENTY_FOUR)) {
      all.add(Found.of(batch, finished.get(batch.runs(effort)), networks));
    }
    evidence.table(
        "Films that hold three random patterns",
        List.of(
            "films",
            "hold all",
            "95 % interval (%)",
            "hold the first, second, third",
            "drawn films that hold all",
            "unstable signs of a drawn film",
            "scatter along the patterns / of independent places"),
        all.stream().map(Found::row).toList());
    evidence.table(
        MemoryFilms.GAINS,
        List.of("films", "none", "one", "two", "three", "scatter"),
        all.stream().map(f -> MemoryFilms.row(f.label(), f.gains)).toList());
    for (Found f : all) {
      evidence.number("hold all three: " + f.label(), f.films.stored());
      evidence.number("drawn by the law: " + f.label(), f.forecast.stored());
    }
    decide(all.get(0), all.get(1), evidence);
    networks.show(evidence);
    evidence.picture(
        "hebb",
        all.get(1).films.runs().get(0).figure("hebb"),
        "Weights of one film of 24 electrodes beside Hebb's sum of three patterns.");
  }

  private static void decide(Found eight, Found twentyFour, Evidence evidence) {
    SuccessFraction three = twentyFour.films.stored();
    evidence.decide("three", three.fraction() > 0.5, MemoryFilms.counted(three));
    SuccessFraction two = eight.films.stored();
    evidence.decide("eight", two.successes() == 0, MemoryFilms.counted(two));
    double miss = twentyFour.miss();
    evidence.decide("gain", miss <= NEAR, "%s off at most".formatted(percent(miss)));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
