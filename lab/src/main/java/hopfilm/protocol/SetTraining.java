package hopfilm.protocol;

import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.Pattern;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.GivenValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Training of several patterns: a slot of each, then pulses of one of them, after each of which the
 * film is read at rest and the next pattern is chosen; until all are held, or the time is over.
 *
 * <p>Current that turns round within a nanosecond or so undoes what it wrote. A pattern and its
 * negative are one memory; so each pattern is shown with the sign for which the least conductance
 * lies between electrodes whose current another pattern has the other way round. With inverters
 * current flows between all electrodes in either case, so that one half of them is turned round
 * whichever sign is taken: there each pulse leaves the current of the weakest electrode as it last
 * was, and turns the other half.
 */
final class SetTraining {

  /** Slots that are this much shorter than others end a step because of rounding. */
  private static final double ROUNDING = 1e-9;

  /** What the film is asked to do. */
  interface Film {
    /** Puts values on for a stretch that begins at a time of the step and ends at another [s]. */
    void on(GivenValues values, Pattern shown, String name, double from, double to)
        throws IOException;

    /** Takes them off, likewise. */
    void off(double from, double to) throws IOException;

    /** Rests for a time that is no part of the step [s]. */
    void hold(double time) throws IOException;

    /** Conductances now [S]. */
    double[][] conductances() throws IOException;

    /** Whether somebody cut the step short. */
    boolean isCutShort();
  }

  private final Step.Train step;
  private final Schedule plan;
  private final Schedule.Together how;
  private final SetReading look;
  private final Film film;
  private final boolean hasInverters;
  private final List<Pattern> shown;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private Pattern last; // with the sign that it was shown with
  private double elapsed;
  private double held; // at rest, which is no part of the time of the step
  private int pulses;

  /**
   * Training of a film of given conductances.
   *
   * @param hasInverters whether some patches have the sign -
   * @param siemens before training [S]
   */
  SetTraining(
      Step.Train step, SetReading look, Film film, boolean hasInverters, double[][] siemens) {
    this.hasInverters = hasInverters;
    this.step = step;
    this.plan = step.schedule();
    this.how = plan.together().orElseThrow();
    this.elapsed = step.from();
    this.look = look;
    this.film = film;
    List<Pattern> set = step.patterns();
    this.shown =
        how.show() == Schedule.Show.FIRST
            ? Collections.nCopies(set.size(), set.get(0))
            : signed(set, siemens);
  }

  /** The patterns with the signs with which they are shown. */
  static List<Pattern> signed(List<Pattern> set, double[][] siemens) {
    List<Pattern> signed = new ArrayList<>();
    for (Pattern p : set) {
      Pattern other = p.negated();
      signed.add(turned(other, signed, siemens) < turned(p, signed, siemens) ? other : p);
    }
    return signed;
  }

  /** Conductance between electrodes that are unlike in both patterns, the other way round [S]. */
  private static double turned(Pattern p, List<Pattern> before, double[][] siemens) {
    double sum = 0;
    for (Pattern q : before) {
      for (int i = 0; i < p.size(); i++) {
        for (int j = 0; j < i; j++) {
          boolean isTurned = (p.sign(i) - p.sign(j)) * (q.sign(i) - q.sign(j)) < 0;
          sum += isTurned ? Math.abs(siemens[i][j]) : 0;
        }
      }
    }
    return sum;
  }

  /** How many blocks and pulses there were of each that was shown. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** Blocks and pulses. */
  int pulses() {
    return pulses;
  }

  void carryOut() throws IOException {
    blocks();
    Optional<Schedule.Verified> verified = plan.verified();
    int turn = shown.size() - 1;
    while (goesOn() && rest()) {
      List<Memory> memories = look.look(film.conductances());
      if (verified.isPresent() && look.isHeld()) {
        double whole = verified.get().hold();
        if (whole == 0) {
          return;
        }
        double hold = step.isCut() ? Math.min(whole, limit() - elapsed) : whole;
        film.hold(hold);
        held += hold;
        if (film.isCutShort() || isCut()) {
          return;
        }
        memories = look.look(film.conductances());
        if (look.isHeld()) {
          return;
        }
      }
      // no pulse without the pause and the look after it
      if (elapsed + plan.on() + plan.off() > step.time() * (1 + ROUNDING)) {
        return;
      }
      boolean isWorst = how.order() == Schedule.Order.WORST;
      turn = isWorst ? SetReading.worst(memories) : (turn + 1) % shown.size();
      pattern(asItLastWas(shown.get(turn)), plan.on());
    }
  }

  private void blocks() throws IOException {
    if (how.blocks() == Schedule.Blocks.SUM_AND_DIFFERENCE) {
      show(mixed(1), null, "sum", left(0));
      show(mixed(-1), null, "difference", left(1));
      return;
    }
    for (int k = 0; k < shown.size(); k++) {
      pattern(shown.get(k), left(k));
    }
  }

  /** Time of a block that is still to come; none where the step begins after it [s]. */
  private double left(int block) {
    return step.from() == 0 ? plan.slot() : (block + 1) * plan.slot() - elapsed;
  }

  private void pattern(Pattern p, double time) throws IOException {
    last = p;
    show(drive(p).values(), p, p.text(), time);
  }

  /** With inverters the sign that leaves the current of the weakest electrode as it last was. */
  private Pattern asItLastWas(Pattern p) {
    if (!hasInverters || last == null) {
      return p;
    }
    int weakest = look.weakest(p);
    return p.sign(weakest) == last.sign(weakest) ? p : p.negated();
  }

  private Step.PatternDrive drive(Pattern pattern) {
    Step.PatternDrive first = (Step.PatternDrive) step.drives().get(0);
    return new Step.PatternDrive(pattern, first.amplitude(), first.byCurrent());
  }

  /** V0 where both patterns agree, or, with the sign -, where they do not; the others float. */
  private GivenValues mixed(int sign) {
    Pattern p = shown.get(0);
    Pattern q = shown.get(1);
    double v0 = ((Step.PatternDrive) step.drives().get(0)).amplitude();
    Drive[] kinds = new Drive[p.size()];
    double[] values = new double[p.size()];
    for (int i = 0; i < values.length; i++) {
      boolean isOn = p.sign(i) == sign * q.sign(i);
      kinds[i] = isOn ? Drive.VOLTAGE : Drive.FLOAT;
      values[i] = isOn ? v0 * p.sign(i) : 0;
    }
    return new GivenValues(Arrays.asList(kinds), values);
  }

  private boolean goesOn() {
    return !film.isCutShort() && elapsed < limit() - ROUNDING * step.time();
  }

  /** A pause; says whether it was one of full length, at whose end the film is at rest. */
  private boolean rest() throws IOException {
    double from = elapsed;
    elapsed = end(plan.off());
    film.off(from, elapsed);
    return !film.isCutShort() && !isCut() && elapsed - from > plan.off() * (1 - ROUNDING);
  }

  private void show(GivenValues values, Pattern pattern, String name, double time)
      throws IOException {
    if (!goesOn() || time <= ROUNDING * step.time()) {
      return;
    }
    double from = elapsed;
    elapsed = end(time);
    pulses++;
    counts.merge(name, 1, Integer::sum);
    film.on(values, pattern, name, from, elapsed);
  }

  /** True if the step has come to where it is cut. */
  private boolean isCut() {
    return step.isCut() && elapsed >= limit() - ROUNDING * step.time();
  }

  /** Until when it goes on, in its own time. */
  private double limit() {
    return step.isCut() ? step.to() - held : step.time();
  }

  private double end(double time) {
    double end = elapsed + time;
    return end > limit() - ROUNDING * step.time() ? limit() : end;
  }
}
