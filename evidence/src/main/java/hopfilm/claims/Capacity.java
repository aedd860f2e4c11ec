package hopfilm.claims;

import hopfilm.claims.WiredFilms.Wiring;
import hopfilm.hopfield.MeetingGains;
import hopfilm.hopfield.MeetingLaw;
import hopfilm.hopfield.MemoryForecast;
import hopfilm.hopfield.Pattern;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What films of three patterns write where contacts meet, and what the law of films of two patterns
 * forecasts: for the page capacity.
 */
final class Capacity {

  /** Three patterns, so that a place can be driven by none, one, two or all. */
  private static final int PATTERNS = 3;

  /** How far a gain may be from the law's, of what all patterns write. */
  private static final double NEAR = 0.15;

  private Capacity() {}

  static List<Pattern> patterns(Wiring wiring, long seed) {
    return Pattern.uncorrelated(PATTERNS, wiring.electrodes(), new SplittableRandom(seed));
  }

  static void add(Effort effort, Map<String, List<FinishedRun>> films, Evidence e) {
    CapacityNetworks networks = new CapacityNetworks(effort);
    Evidence.Rows table = e.table(WiredFilms.GAINS, "films | none | one | two | three | scatter");
    for (Wiring wiring : List.of(Wiring.DENSE, Wiring.TWENTY_FOUR)) {
      MeetingGains gains =
          WiredFilms.gains(wiring, films.get(wiring.label()), r -> patterns(wiring, r.seed()));
      MemoryForecast forecast = networks.films(wiring, PATTERNS);
      table.row(WiredFilms.row(wiring.label(), gains));
      e.number("drawn by the law: " + wiring.label(), forecast.stored());
      e.number("unstable signs of a drawn film: " + wiring.label(), forecast.wrongSigns(), 1, "");
      e.number("scatter along the patterns: " + wiring.label(), gains.along(), 1, "");
      if (wiring.equals(Wiring.TWENTY_FOUR)) {
        double miss = miss(gains);
        e.decide("gain", miss <= NEAR, "%.0f %% off at most", 100 * miss);
      }
    }
    networks.show(e);
  }

  /** The largest distance of a gain from the law's, of what all patterns write. */
  private static double miss(MeetingGains gains) {
    return IntStream.range(0, gains.gains().size())
        .mapToDouble(
            k -> gains.relative(k) - MeetingLaw.FILM.relative(gains.gains().get(k).share()))
        .map(Math::abs)
        .max()
        .orElseThrow();
  }
}
