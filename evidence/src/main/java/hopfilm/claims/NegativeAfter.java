package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.MeetingGains;
import hopfilm.hopfield.Pattern;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import hopfilm.result.HeldMemory;
import hopfilm.transport.WiredGrid.Meetings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Whether three patterns are written more alike if each is followed by its negative. */
final class NegativeAfter extends ClaimStudy {

  private static final int PATTERNS = 3;

  /** The first of the mazes, on which nothing was chosen. */
  private static final long FIRST_SEED = 67001;

  private static final PaperFilms.Wiring WIRING = PaperFilms.Wiring.EIGHT;

  /** How many more of all patterns must be held: a fifth of 30. */
  private static final double MORE = 0.2;

  /** Part of the contrast that must be left. */
  private static final double LEFT = 0.7;

  /** What the six blocks of 3 ns show. */
  private enum Arm {
    NEGATIVE("negative after each pattern"),
    SAME("pattern twice"),
    IN_TURN("patterns in turn, twice");

    private final String label;
    private final Batch films;

    Arm(String label) {
      this.label = label;
      this.films =
          Batch.of(
                  "negative-after-" + name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  2,
                  10,
                  (effort, seed) ->
                      PaperFilms.shown(
                              "three random patterns in one wired film", WIRING, blocks(seed))
                          .of(effort, seed))
              .from(FIRST_SEED);
    }

    private List<Pattern> blocks(long seed) {
      List<Pattern> set = patterns(seed);
      List<Pattern> blocks = new ArrayList<>();
      if (this == IN_TURN) {
        blocks.addAll(set);
        blocks.addAll(set);
      } else {
        for (Pattern p : set) {
          blocks.add(p);
          blocks.add(this == NEGATIVE ? p.negated() : p);
        }
      }
      return blocks;
    }
  }

  NegativeAfter() {
    super(
        "negative-after",
        "Each of three patterns followed by its negative",
        "Not in the paper. Films of 8 electrodes with 8 contacts each are shown three random patterns"
            + " in six blocks of 3 ns, without verification. In one arm the negative follows each"
            + " pattern, so that each driven junction sees both directions of current. Two controls"
            + " show the same patterns without their negatives: each twice, in the same order, and all"
            + " in turn, twice. The arms have the same ten mazes and patterns. The margin of a pattern"
            + " is the mean gain of a junction with the sign that the pattern asks for, in deviations"
            + " of one junction. Two films of 16 contacts gave 0.35 for the worst pattern, against"
            + " 0.22. Intervals are of the mean paired difference, 95 %, Student's t.");
    beyondPaper();
    criterion(
        "margin",
        "the worst pattern's margin is larger than with each shown twice: interval above 0");
    criterion("turn", "and larger than with all in turn: interval above 0");
    criterion(
        "alike",
        "the best and the worst margin of a film are closer than with each shown twice: interval below 0");
    criterion(
        "held",
        "at least a fifth of all patterns more are held than with each shown twice: at least 90 of 100"
            + " copies with a wrong sign come back");
    criterion(
        "gain",
        "junctions that three patterns drive gain, counted from those that none drives, at least %.0f %% of the gain with each shown twice"
            .formatted(100 * LEFT));
    films(Arm.NEGATIVE.films, Arm.SAME.films, Arm.IN_TURN.films);
  }

  private static List<Pattern> patterns(long seed) {
    return Pattern.uncorrelated(PATTERNS, WIRING.electrodes(), new SplittableRandom(seed));
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Rows table =
        e.table(
            "Three patterns in six blocks of 3 ns",
            "blocks | films | patterns held | margin of the worst (deviations) | best - worst | scatter along the patterns / of independent junctions");
    Rows gains = e.table(MemoryFilms.GAINS, "blocks | none | one | two | three | scatter");
    Map<Arm, Found> found = new EnumMap<>(Arm.class);
    for (Arm arm : Arm.values()) {
      Found f = Found.of(trial.films(arm.films));
      found.put(arm, f);
      table.row(
          arm.label,
          f.films.size(),
          f.held(),
          Spread.of(f.films, Film::worst).text(2),
          Spread.of(f.films, Film::apart).text(2),
          text("%.2f", f.gains.along()));
      gains.row(MemoryFilms.row(arm.label, f.gains));
      e.number("contrast, %s (S)".formatted(arm.label), f.contrast(), f.films.size(), "S");
    }
    Found negative = found.get(Arm.NEGATIVE);
    Found same = found.get(Arm.SAME);
    Spread margin = difference(negative, same, Film::worst);
    Spread turn = difference(negative, found.get(Arm.IN_TURN), Film::worst);
    Spread apart = difference(negative, same, Film::apart);
    e.number("margin of the worst, less that with each shown twice", margin, "");
    e.number("margin of the worst, less that with all in turn", turn, "");
    e.number("best - worst margin, less that with each shown twice", apart, "");
    e.decide("margin", margin.mean() > margin.error(), interval(margin));
    e.decide("turn", turn.mean() > turn.error(), interval(turn));
    e.decide("alike", apart.mean() < -apart.error(), interval(apart));
    int more = negative.held() - same.held();
    e.decide(
        "held",
        more >= MORE * PATTERNS * same.films.size(),
        "%d more of %d",
        more,
        PATTERNS * same.films.size());
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

  /** A film: the least and the greatest margin of its patterns, and how many it holds. */
  private record Film(double worst, double best, int held) {
    double apart() {
      return best - worst;
    }
  }

  /** What came out of an arm, its films in the order of mazes. */
  private record Found(MeetingGains gains, List<Film> films) {
    static Found of(List<FinishedRun> runs) {
      Meetings meetings = WIRING.meetings();
      List<MeetingGains.Film> shown = new MemoryFilms(runs).shown(run -> patterns(run.seed()));
      MeetingGains gains = MeetingGains.of(meetings, shown);
      List<Film> films = new ArrayList<>();
      for (int k = 0; k < runs.size(); k++) {
        Spread margins = Spread.of(gains.margins(meetings, shown.get(k)));
        long held = MemoryFilms.memories(runs.get(k)).stream().filter(HeldMemory::isStored).count();
        films.add(new Film(margins.least(), margins.greatest(), (int) held));
      }
      return new Found(gains, films);
    }

    int held() {
      return films.stream().mapToInt(Film::held).sum();
    }

    /** What all patterns write more than none [S]. */
    double contrast() {
      return gains.gains().get(PATTERNS).siemens() - gains.gains().get(0).siemens();
    }
  }
}
