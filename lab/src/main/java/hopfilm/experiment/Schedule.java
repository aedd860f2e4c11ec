package hopfilm.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The timetable of a train step. Time is divided into slots, one for each drive in turn; in a slot
 * the voltages are on all the time, or in pulses with pauses, the first pulse at its start. Each
 * time the voltages are on they rise linearly from zero and fall back to it.
 *
 * @param slot length of a slot [s]
 * @param on length of a pulse [s]; as long as the slot without pulses
 * @param off length of a pause [s]
 * @param ramp how long voltages rise, and fall [s]
 * @param until when to stop
 * @param together how several patterns are trained where the film is looked at in between; empty
 *     where they have their turns and nothing is looked at
 */
public record Schedule(
    double slot, double on, double off, double ramp, Until until, Optional<Together> together) {

  /**
   * How a set of patterns is trained: each has one slot, then comes one pulse after the other, and
   * after each the film is read at rest.
   *
   * @param order of the pulses
   * @param blocks what the slots show
   * @param flips wrong signs in the copies that the trainer tries
   * @param gain at which its graded recall starts
   * @param show which of the patterns are shown; all are tested
   */
  public record Together(Order order, Blocks blocks, int flips, double gain, Show show) {

    /** A slot where none is given [s]: in shorter ones patterns undo each other. */
    public static final double USUAL_SLOT = 3e-9;

    /** First gain of graded recall: from 4 to 8 on weaker memories wake too. */
    public static final double USUAL_GAIN = 5;
  }

  /** Which pattern the next pulse shows. */
  public enum Order {
    /** The one after the last. */
    IN_TURN,
    /** The one that came out worst. */
    WORST
  }

  /** Which of the patterns are shown. */
  public enum Show {
    /** All of them. */
    ALL,
    /**
     * The first alone, in place of each other one: the control for what showing the others does.
     */
    FIRST
  }

  /** What the slots show. */
  public enum Blocks {
    /** The patterns. */
    PATTERNS,
    /**
     * Of two patterns the sum, V0 where they agree and nothing connected elsewhere, then the
     * difference.
     */
    SUM_AND_DIFFERENCE
  }

  /** When to stop, the time at the latest. */
  public sealed interface Until permits Time, Settled, Verified {}

  /** After the time. */
  public record Time() implements Until {}

  /** When the conductances have settled. */
  public record Settled() implements Until {}

  /**
   * When the film, read between two pulses, has learned the pattern.
   *
   * @param margin least margin of the pattern, of the largest |E'|
   * @param clearance by how much every other pattern must miss to be a fixed point, of the largest
   *     current |I'| of the trained ones
   * @param hold how long a film that passed rests before it must pass again [s]
   */
  public record Verified(double margin, double clearance, double hold) implements Until {}

  /** A pulse where none is given and training is to be verified [s]. */
  public static final double USUAL_ON = 2e-9;

  /** The pause after it [s]. */
  public static final double USUAL_OFF = 1e-9;

  /** Runs until a time, without looks. */
  Schedule(double slot, double on, double off) {
    this(slot, on, off, 0, new Time(), Optional.empty());
  }

  /** Whether it may stop before its time. */
  public boolean mayEndSooner() {
    return !(until instanceof Time);
  }

  /** What a film must show to be verified; empty where that is not asked. */
  public Optional<Verified> verified() {
    return until instanceof Verified v ? Optional.of(v) : Optional.empty();
  }

  /** How long each of several drives has its turn [s]. */
  private static final double TURN = 1e-9;

  /** Slots that are this much shorter than others end a step because of rounding. */
  private static final double ROUNDING = 1e-9;

  /**
   * A stretch of time with the same drive.
   *
   * @param drive number of the drive, -1 without voltages
   * @param start from the start of the step [s]
   * @param end likewise
   */
  public record Stretch(int drive, double start, double end) {}

  /** One drive all the time. */
  public static Schedule steady(double time) {
    return new Schedule(time, time, 0);
  }

  /** Length of a slot where none is given [s]. */
  public static double usualSlot(int drives, double on, double off, double time) {
    if (drives == 1) {
      return time;
    }
    return off > 0 ? on + off : TURN;
  }

  /** Time in which every drive has had its turn [s]; 0 for a steady drive. */
  public double cycle(int drives, double time) {
    if (drives == 1 && slot >= time) {
      return isPulsed() ? on + off : 0;
    }
    return drives * slot;
  }

  /** Whether the voltages go off and on again. */
  public boolean isPulsed() {
    return off > 0;
  }

  /**
   * Heat of a step as a share of what its drives make without pauses and ramps: a ramp makes a
   * third of the heat of its time.
   */
  public double meanSquare(double time) {
    double stretch = isPulsed() ? on : Math.min(slot, time);
    double whole = isPulsed() ? on + off : stretch;
    return whole == 0 ? 0 : (stretch - 4 / 3.0 * ramp) / whole; // 0 in a step without time
  }

  /** About how many stretches there are in a time. */
  public double stretches(double time) {
    double perSlot = isPulsed() ? 2 * Math.ceil(slot / (on + off)) : 1;
    return together.isEmpty() ? Math.ceil(time / slot) * perSlot : 2 * Math.ceil(time / (on + off));
  }

  /**
   * The shortest time for which the voltages are on in a step [s]: the last pulse of a slot, or of
   * the step, may be cut.
   */
  public double shortestOn(int drives, double time) {
    double tolerance = ROUNDING * time;
    double last = time - slot * Math.floor((time + tolerance) / slot);
    boolean isLastCut = last > tolerance && (together.isEmpty() || time < drives * slot);
    double shortest =
        together.isEmpty() ? pulse(Math.min(slot, time), tolerance) : Math.min(slot, on);
    return isLastCut
        ? Math.min(shortest, together.isEmpty() ? pulse(last, tolerance) : last)
        : shortest;
  }

  /** The shortest pulse in a slot of this length. */
  private double pulse(double length, double tolerance) {
    if (!isPulsed()) {
      return length;
    }
    double last = length - (on + off) * Math.floor((length + tolerance) / (on + off));
    return last > tolerance ? Math.min(on, last) : Math.min(on, length);
  }

  /** Whether a stretch is a pause of full length, at whose end the film is at rest. */
  public boolean isWholePause(Stretch stretch) {
    return stretch.drive() < 0 && stretch.end() - stretch.start() > off * (1 - ROUNDING);
  }

  /** The stretches of a step, in order. */
  public List<Stretch> stretches(int drives, double time) {
    List<Stretch> all = new ArrayList<>();
    double tolerance = ROUNDING * time;
    for (long n = 0; n * slot < time - tolerance; n++) {
      double end = Math.min(time, (n + 1) * slot);
      end = end > time - tolerance ? time : end;
      int drive = (int) (n % drives);
      double period = isPulsed() ? on + off : slot;
      for (long k = 0; n * slot + k * period < end - tolerance; k++) {
        double from = n * slot + k * period;
        double middle = Math.min(end, from + (isPulsed() ? on : period));
        all.add(new Stretch(drive, from, middle));
        if (isPulsed() && middle < end - tolerance) {
          all.add(new Stretch(-1, middle, Math.min(end, from + period)));
        }
      }
    }
    return all;
  }
}
