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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
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
              patterns(wiring.electrodes(), seed),
              "initial.seed=" + seed));
    }
  }

  private static final Batch EIGHT = new Batch(Films.Wiring.DENSE, 2, 32001);
  private static final Batch SIXTEEN = new Batch(Films.Wiring.SIXTEEN_DENSE, 3, 32101);
  private static final Batch TWENTY_FOUR = new Batch(Films.Wiring.TWENTY_FOUR, 3, 32201);
  private static final List<Batch> FILMS = List.of(EIGHT, SIXTEEN, TWENTY_FOUR);

  /** How far a gain may be from the law's, of what all patterns write. */
  private static final double NEAR = 0.1;

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
    return "Discussion: larger networks hold more patterns. Films with 8, 16 and 24 electrodes, wired as"
        + " those of two-random, are shown three random patterns each, of which every two are equal in"
        + " half of their signs. Films of two patterns followed one law: what a place gains where"
        + " contacts of two electrodes meet depends on the share of the patterns that drives it, and"
        + " places scatter. The law says beforehand which films hold three.";
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
            "places that one or two of three patterns drive gain 52 % and 78 % of what all three"
                + " write, counted from what is not driven, within 10 %, as the law of films of two"
                + " patterns says"),
        Criterion.of(
            "forecast",
            "the share of the films that the law forecasts lies within the 95 % interval of the films"
                + " (Wilson), for each of the three wirings"));
  }

  private static List<Pattern> patterns(int electrodes, long seed) {
    return Pattern.uncorrelated(PATTERNS, electrodes, new SplittableRandom(seed));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return FILMS.stream().flatMap(f -> f.runs(effort).stream()).toList();
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    CapacityNetworks networks = new CapacityNetworks(effort);
    List<List<String>> rows = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    List<List<String>> gains = new ArrayList<>();
    List<Double> misses = new ArrayList<>();
    Map<Batch, SuccessFraction> held = new LinkedHashMap<>();
    for (Batch f : FILMS) {
      MemoryFilms films = new MemoryFilms(finished.get(f.runs(effort)));
      SuccessFraction stored = films.stored();
      MemoryForecast forecast = networks.films(f.wiring, PATTERNS);
      rows.add(
          List.of(
              f.wiring.label(),
              "%d of %d".formatted(stored.successes(), stored.total()),
              String.format(Locale.ROOT, "%.0f to %.0f", 100 * stored.low(), 100 * stored.high()),
              Integer.toString(held(films)),
              String.format(Locale.ROOT, "%.0f", 100 * forecast.stored().fraction()),
              String.format(Locale.ROOT, "%.1f", forecast.wrongSigns())));
      evidence.number("hold all three: " + f.wiring.label(), stored);
      evidence.number("forecast: " + f.wiring.label(), forecast.stored());
      double share = forecast.stored().fraction();
      if (share < stored.low() || share > stored.high()) {
        outside.add(f.wiring.label());
      }
      misses.add(gains(f, films, gains));
      held.put(f, stored);
    }
    SuccessFraction three = held.get(TWENTY_FOUR);
    evidence.decide("three", three.fraction() > 0.5, MemoryFilms.counted(three));
    SuccessFraction eight = held.get(EIGHT);
    evidence.decide("eight", eight.successes() == 0, MemoryFilms.counted(eight));
    evidence.table(
        "Films that hold three random patterns",
        List.of(
            "film",
            "hold all",
            "95 % interval (%)",
            "patterns held, of all",
            "forecast (%)",
            "wrong signs of one forecast film"),
        rows);
    evidence.table(
        MemoryFilms.GAINS, List.of("films", "none", "one", "two", "three", "scatter"), gains);
    double worst = misses.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    evidence.decide("gain", worst <= NEAR, "%s off at most".formatted(percent(worst)));
    evidence.decide(
        "forecast",
        outside.isEmpty(),
        outside.isEmpty() ? "within all" : "outside for " + String.join(" and ", outside));
    networks.show(evidence);
    FinishedRun last = finished.get(TWENTY_FOUR.runs(effort)).get(0);
    evidence.picture(
        "hebb",
        last.figure("hebb"),
        "Weights of one film of 24 electrodes beside Hebb's sum of three patterns.");
  }

  /** Patterns that are held, of all films together. */
  private static int held(MemoryFilms films) {
    return films.runs().stream().mapToInt(r -> r.summary().recalls().stored()).sum();
  }

  /** Adds a row and returns how far the gains are from those of the law, of what all write. */
  private static double gains(Batch f, MemoryFilms films, List<List<String>> rows) {
    MeetingGains found =
        films.gains(f.wiring.meetings(), r -> patterns(f.wiring.electrodes(), r.seed()));
    rows.add(MemoryFilms.row(f.wiring.label(), found));
    double miss = 0;
    for (int k = 0; k < found.gains().size(); k++) {
      double law = MeetingLaw.FILM.relative(found.gains().get(k).share());
      miss = Math.max(miss, Math.abs(found.relative(k) - law));
    }
    return miss;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
