package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.MeetingGains;
import hopfilm.hopfield.MeetingLaw;
import hopfilm.hopfield.MemoryForecast;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.Trial;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many patterns a wired film holds against its electrodes and their contacts: films of three
 * patterns, and what the law of films of two patterns forecasts.
 */
final class Capacity extends ClaimStudy {

  /** Three patterns, so that a place can be driven by none, one, two or all. */
  private static final int PATTERNS = 3;

  /** How far a gain may be from the law's, of what all patterns write. */
  private static final double NEAR = 0.15;

  /** Mazes on which nothing was chosen. */
  private static final Batch EIGHT = eight("capacity").shown();

  private static final Batch TWENTY_FOUR = twentyFour("capacity").shown();

  /**
   * Films of 8 electrodes.
   *
   * @param name of the runs, before the number of electrodes
   */
  static Batch eight(String name, String... settings) {
    return films(name, PaperFilms.Wiring.DENSE, 2, 32001, settings);
  }

  /** Films of 24 electrodes, likewise. */
  static Batch twentyFour(String name, String... settings) {
    return films(name, PaperFilms.Wiring.TWENTY_FOUR, 3, 32201, settings);
  }

  private static Batch films(
      String name, PaperFilms.Wiring wiring, int films, long firstSeed, String... settings) {
    return Batch.of(
            name + "-" + wiring.electrodes(),
            1,
            films,
            (effort, seed) ->
                PaperFilms.wired(
                        "three random patterns in one wired film",
                        wiring,
                        patterns(wiring, seed),
                        settings)
                    .of(effort, seed))
        .from(firstSeed);
  }

  static List<Pattern> patterns(PaperFilms.Wiring wiring, long seed) {
    return Pattern.uncorrelated(PATTERNS, wiring.electrodes(), new SplittableRandom(seed));
  }

  Capacity() {
    super(
        "capacity",
        "How many patterns a wired film holds",
        "Discussion: larger networks hold more patterns. Films with 8 and with 24 electrodes, wired as"
            + " those of two-random, are shown three random patterns each, of which every two are equal in"
            + " half of their signs. Films of two patterns followed one law: what a place gains where"
            + " contacts of two electrodes meet depends on the share of the patterns that drives it, and"
            + " places scatter. Drawn by that law, at least so many films should hold three, as these are"
            + " trained until verified.");
    beyondPaper();
    criterion(
        "three",
        "at least 2 of 3 films of 24 electrodes with 16 contacts each hold all three patterns: at"
            + " least 90 of 100 copies with a tenth of wrong signs come back to each");
    criterion(
        "eight",
        "no film of 8 electrodes does, where only two and two are tied alike by all patterns");
    criterion(
        "gain",
        "in films of 24 electrodes places that one or two of three patterns drive gain 52 and 78 % of"
            + " what all three write, counted from what is not driven, within 15 points, as the law"
            + " of films of two patterns says; Hebb's sum would be 33 and 67 %");
    films(TWENTY_FOUR, EIGHT); // those that take longest begin first
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    CapacityNetworks networks = new CapacityNetworks(trial.effort());
    Rows table =
        e.table(
            "Films that hold three random patterns",
            "films | hold all | 95 % interval (%) | hold the first, second, third | drawn films that hold all | unstable signs of a drawn film | scatter along the patterns / of independent places");
    Rows gains = e.table(MemoryFilms.GAINS, "films | none | one | two | three | scatter");
    Found eight = Found.of(EIGHT, PaperFilms.Wiring.DENSE, trial, networks);
    Found twentyFour = Found.of(TWENTY_FOUR, PaperFilms.Wiring.TWENTY_FOUR, trial, networks);
    for (Found f : List.of(eight, twentyFour)) {
      table.row(f.row());
      gains.row(MemoryFilms.row(f.wiring.label(), f.gains));
      e.number("hold all three: " + f.wiring.label(), f.films.stored());
      e.number("drawn by the law: " + f.wiring.label(), f.forecast.stored());
    }
    SuccessFraction three = twentyFour.films.stored();
    SuccessFraction two = eight.films.stored();
    e.decide("three", three.fraction() > 0.5, "%s films", text(three));
    e.decide("eight", two.successes() == 0, "%s films", text(two));
    e.decide("gain", twentyFour.miss() <= NEAR, "%.0f %% off at most", 100 * twentyFour.miss());
    networks.show(e);
    e.picture(
        "hebb",
        twentyFour.films.runs().get(0).figure("hebb"),
        "Weights of one film of 24 electrodes beside Hebb's sum of three patterns.");
  }

  /** What came out of films of one wiring. */
  private record Found(
      PaperFilms.Wiring wiring, MemoryFilms films, MemoryForecast forecast, MeetingGains gains) {

    static Found of(Batch batch, PaperFilms.Wiring wiring, Trial trial, CapacityNetworks networks) {
      MemoryFilms films = new MemoryFilms(trial.films(batch));
      return new Found(
          wiring,
          films,
          networks.films(wiring, PATTERNS),
          MeetingGains.of(wiring.meetings(), films.shown(r -> patterns(wiring, r.seed()))));
    }

    /** The largest distance of a gain from the law's, of what all patterns write. */
    double miss() {
      return IntStream.range(0, gains.gains().size())
          .mapToDouble(
              k -> gains.relative(k) - MeetingLaw.FILM.relative(gains.gains().get(k).share()))
          .map(Math::abs)
          .max()
          .orElseThrow();
    }

    List<String> row() {
      return List.of(
          wiring.label(),
          text(films.stored()),
          Numbers.interval(films.stored()),
          IntStream.range(0, PATTERNS)
              .mapToObj(k -> Integer.toString(films.holding(k)))
              .collect(Collectors.joining(", ")),
          text("%.0f %%", 100 * forecast.stored().fraction()),
          text("%.1f", forecast.wrongSigns()),
          text("%.2f", gains.along()));
    }
  }
}
