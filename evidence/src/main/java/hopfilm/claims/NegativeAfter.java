package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.claims.WiredFilms.Wiring;
import hopfilm.hopfield.MeetingGains;
import hopfilm.hopfield.Pattern;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.sweep.Spread;
import hopfilm.transport.WiredGrid.Meetings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Margins and gains of junctions that see both directions of current: the page negative-after. */
final class NegativeAfter {

  private static final int PATTERNS = 3;

  private static final Wiring WIRING = Wiring.EIGHT;

  /** Part of the contrast that must be left. */
  private static final double LEFT = 0.7;

  private NegativeAfter() {}

  private static List<Pattern> patterns(long seed) {
    return Pattern.uncorrelated(PATTERNS, WIRING.electrodes(), new SplittableRandom(seed));
  }

  static void add(Effort effort, Map<String, List<FinishedRun>> films, Evidence e) {
    Rows table =
        e.table(
            "Three patterns in six blocks of 3 ns",
            "blocks | films | margin of the worst (deviations) | best - worst | scatter along the patterns / of independent junctions");
    Rows gains = e.table(WiredFilms.GAINS, "blocks | none | one | two | three | scatter");
    Map<String, Found> found = new LinkedHashMap<>();
    films.forEach(
        (arm, runs) -> {
          Found f = Found.of(runs);
          found.put(arm, f);
          table.row(
              arm,
              f.films.size(),
              Spread.of(f.films, Film::worst).text(2),
              Spread.of(f.films, Film::apart).text(2),
              text("%.2f", f.gains.along()));
          gains.row(WiredFilms.row(arm, f.gains));
          e.number("contrast, %s (S)".formatted(arm), f.contrast(), f.films.size(), "S");
        });
    Found negative = found.get("negative after each pattern");
    Found same = found.get("pattern twice");
    Spread margin = difference(negative, same, Film::worst);
    Spread turn = difference(negative, found.get("patterns in turn, twice"), Film::worst);
    Spread apart = difference(negative, same, Film::apart);
    e.number("margin of the worst, less that with each shown twice", margin, "");
    e.number("margin of the worst, less that with all in turn", turn, "");
    e.number("best - worst margin, less that with each shown twice", apart, "");
    e.decide("margin", margin.mean() > margin.error(), interval(margin));
    e.decide("turn", turn.mean() > turn.error(), interval(turn));
    e.decide("alike", apart.mean() < -apart.error(), interval(apart));
    double left = negative.contrast() / same.contrast();
    e.decide("gain", left >= LEFT, "%.0f %%", 100 * left);
  }

  private static Spread difference(Found one, Found other, ToDoubleFunction<Film> number) {
    return Spread.of(
        IntStream.range(0, one.films.size())
            .mapToDouble(
                k ->
                    number.applyAsDouble(one.films.get(k))
                        - number.applyAsDouble(other.films.get(k)))
            .toArray());
  }

  private static String interval(Spread s) {
    return text("%.3f \u00b1 %.3f, n = %d", s.mean(), s.error(), s.n());
  }

  /** A film: the least and the greatest margin of its patterns. */
  private record Film(double worst, double best) {
    double apart() {
      return best - worst;
    }
  }

  /** What came out of an arm, its films in the order of mazes. */
  private record Found(MeetingGains gains, List<Film> films) {
    static Found of(List<FinishedRun> runs) {
      Meetings meetings = WIRING.meetings();
      List<MeetingGains.Film> shown = WiredFilms.shown(runs, run -> patterns(run.seed()));
      MeetingGains gains = MeetingGains.of(meetings, shown);
      List<Film> films = new ArrayList<>();
      for (int k = 0; k < runs.size(); k++) {
        Spread margins = Spread.of(gains.margins(meetings, shown.get(k)));
        films.add(new Film(margins.least(), margins.greatest()));
      }
      return new Found(gains, films);
    }

    /** What all patterns write more than none [S]. */
    double contrast() {
      return gains.gains().get(PATTERNS).siemens() - gains.gains().get(0).siemens();
    }
  }
}
