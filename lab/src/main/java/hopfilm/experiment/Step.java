package hopfilm.experiment;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.transport.Electrode;
import hopfilm.transport.GivenValues;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A step of the protocol. */
public sealed interface Step {

  /** What it is, in one word as a file has it: train. */
  default String kind() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Simulated time that the step takes [s]. */
  default double duration() {
    return 0;
  }

  /** A step that takes time. */
  sealed interface Timed extends Step {
    /** How long at most [s]. */
    double time();

    /** What was done of it, as a step, where it ended before its time after so long [s]. */
    Step endedAfter(double seconds);

    @Override
    default double duration() {
      return time();
    }
  }

  /**
   * A uniform external field that is on during a step.
   *
   * @param x at its height [A/m]
   * @param y at its height [A/m]
   * @param z at its height [A/m]
   * @param course how it changes in time
   * @param frequency of a sine [Hz]; 0 for others
   */
  record Applied(double x, double y, double z, Course course, double frequency) {
    /** A ramp that ends early ends lower. */
    private static Applied cut(Applied f, double share) {
      return f == null || f.course != Course.RAMP
          ? f
          : new Applied(f.x * share, f.y * share, f.z * share, f.course, 0);
    }
  }

  /**
   * How a field during a step changes in time: constant, from 0 to its height, a sine from 0 on.
   */
  enum Course {
    CONSTANT,
    RAMP,
    SINE
  }

  /**
   * No current, with another damping.
   *
   * @param time at most [s]
   * @param torque largest |m x H| at which it ends before [A/m]; 0 for never
   * @param field null without one
   */
  record Relax(double time, double alpha, double torque, Applied field) implements Timed {
    /** For a time, without a field. */
    public Relax(double time, double alpha) {
      this(time, alpha, 0, null);
    }

    @Override
    public Step endedAfter(double seconds) {
      return new Relax(seconds, alpha, torque, Applied.cut(field, seconds / time));
    }
  }

  /** No current; {@code field} is null without one. */
  record Rest(double time, Applied field) implements Timed {
    /** Without a field. */
    public Rest(double time) {
      this(time, null);
    }

    @Override
    public Step endedAfter(double seconds) {
      return new Rest(seconds, Applied.cut(field, seconds / time));
    }
  }

  /**
   * Voltages or currents on.
   *
   * @param drives one, or several in turn
   * @param time how long at most [s]
   * @param schedule how they follow each other
   * @param field that is on all the time; null without one
   */
  record Train(List<Drive> drives, double time, Schedule schedule, Applied field) implements Timed {
    /** Copies the list. */
    public Train {
      drives = List.copyOf(drives);
    }

    /** One drive all the time. */
    public Train(Drive drive, double time) {
      this(List.of(drive), time, Schedule.steady(time), null);
    }

    /**
     * V0 or I0 of the patterns, or the largest |V| or |I| that is given [V or A]; 0 where nothing
     * of that kind is given.
     */
    public double amplitude(Electrode.Drive kind) {
      return drives.stream().mapToDouble(d -> d.amplitude(kind)).max().orElse(0);
    }

    /** The times of its schedule stay. */
    @Override
    public Step endedAfter(double seconds) {
      boolean isSteady =
          schedule.slot() >= time
              && !schedule.isPulsed()
              && schedule.ramp() == 0
              && schedule.set() == null
              && schedule.until() == Schedule.Until.TIME;
      return new Train(
          drives,
          seconds,
          isSteady ? Schedule.steady(seconds) : schedule,
          Applied.cut(field, seconds / time));
    }
  }

  /** A uniform external field [A/m] that may change in time, without current. */
  record Field(double x, double y, double z, double time, FieldShape shape, double frequency)
      implements Timed {
    @Override
    public Step endedAfter(double seconds) {
      return new Field(x, y, z, seconds, shape, frequency);
    }
  }

  /** How a field changes in time: constant, a sine from 0 on, one smooth pulse sin^2. */
  enum FieldShape {
    CONSTANT,
    SINE,
    PULSE
  }

  /** Reads the conductance matrix. */
  record Measure(String label) implements Step {

    /** The label where no measure follows the last train step and the film is read all the same. */
    public static final String IMPLICIT = "trained";

    /** Characters of a label. */
    public static final int LONGEST = 60;
  }

  /**
   * Lets the network run from start patterns.
   *
   * @param starts where from
   * @param update the rule
   * @param gain first gain of graded updates
   * @param randomOrder whether asynchronous updates take the electrodes in random order
   */
  record Retrieve(Starts starts, UpdateRule update, double gain, boolean randomOrder)
      implements Step {}

  /** Several steps, several times. */
  record Repeat(int times, List<Step> steps) implements Step {
    /** Copies the list. */
    public Repeat {
      steps = List.copyOf(steps);
    }

    @Override
    public double duration() {
      return times * steps.stream().mapToDouble(Step::duration).sum();
    }
  }

  /** What is given at the electrodes while training. */
  sealed interface Drive {
    /** One value per electrode. */
    GivenValues values();

    /** As {@link Train#amplitude}. */
    double amplitude(Electrode.Drive kind);
  }

  /**
   * A pattern of voltages V_i = V0 s_i, or of currents I_i = I0 (s_i - mean s), which add up to
   * zero.
   *
   * @param amplitude V0 [V] or I0 [A]
   * @param byCurrent whether currents drive the electrodes
   */
  record PatternDrive(Pattern pattern, double amplitude, boolean byCurrent) implements Drive {
    /** A pattern of voltages. */
    public PatternDrive(Pattern pattern, double voltage) {
      this(pattern, voltage, false);
    }

    @Override
    public GivenValues values() {
      double[] values = pattern.voltages(amplitude);
      if (!byCurrent) {
        return GivenValues.voltages(values);
      }
      double mean = Arrays.stream(values).average().orElse(0);
      for (int i = 0; i < values.length; i++) {
        values[i] -= mean;
      }
      return GivenValues.currents(values);
    }

    @Override
    public double amplitude(Electrode.Drive kind) {
      return kind == (byCurrent ? Electrode.Drive.CURRENT : Electrode.Drive.VOLTAGE)
          ? amplitude
          : 0;
    }
  }

  /**
   * A voltage [V] or current [A] for each electrode; 0 where it floats.
   *
   * @param drives what each of them is
   */
  record Given(List<Double> list, List<Electrode.Drive> drives) implements Drive {
    /** Copies the lists. */
    public Given {
      list = List.copyOf(list);
      drives = List.copyOf(drives);
    }

    @Override
    public GivenValues values() {
      return new GivenValues(drives, list.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Those of one kind, in electrode order. */
    public double[] values(Electrode.Drive kind) {
      return IntStream.range(0, list.size())
          .filter(k -> drives.get(k) == kind)
          .mapToDouble(list::get)
          .toArray();
    }

    @Override
    public double amplitude(Electrode.Drive kind) {
      return Arrays.stream(values(kind)).map(Math::abs).max().orElse(0);
    }
  }

  /** Start patterns of a retrieval. */
  sealed interface Starts {}

  /** All 2^N patterns. */
  record AllPatterns() implements Starts {}

  /** These. */
  record Listed(List<Pattern> patterns) implements Starts {
    /** Copies the list. */
    public Listed {
      patterns = List.copyOf(patterns);
    }
  }

  /** Copies of each trained pattern, with so many signs turned round at random. */
  record Noisy(int copies, int flips) implements Starts {}

  /** Copies of each trained pattern at each of these fractions of signs turned round at random. */
  record Flipped(int copies, List<Double> fractions) implements Starts {
    /** Copies the list. */
    public Flipped {
      fractions = List.copyOf(fractions);
    }
  }
}
