package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.input.Message;
import hopfilm.transport.Electrode;
import hopfilm.transport.GivenValues;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A step of the protocol. */
public sealed interface Step {

  String DURATION = "ns, 0 ns to 1 ms";
  String FIELD_RANGE = "kA/m, -100 MA/m to 100 MA/m";
  String FREQUENCY = "GHz, 1 Hz to 1000 THz";

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

  /** A uniform external field that is on during a step. */
  record Applied(
      @Key("external field meanwhile, pauses included, in A/m or as mu0 H in T")
          @In(value = FIELD_RANGE, count = 3)
          List<Double> value,
      @Key("in time: constant, from 0 to its value at the end of the step, or a sine from 0 on")
          @Default("constant")
          Course shape,
      @Key("of a sine; by default one period in the time")
          @In(FREQUENCY)
          @OnlyWith(key = "shape", is = "sine", otherwise = Message.ONLY_SINE_HAS_FREQUENCY)
          OptionalDouble frequency) {

    /** The field of a step of so long [s]: a sine without a frequency has one period in it. */
    private static Optional<Applied> during(Optional<Applied> field, double time) {
      return field.map(
          f -> new Applied(f.value, f.shape, period(f.shape == Course.SINE, f.frequency, time)));
    }

    /** A ramp that ends early ends lower. */
    private static Optional<Applied> cut(Optional<Applied> field, double share) {
      return field.map(
          f ->
              f.shape == Course.RAMP
                  ? new Applied(f.value.stream().map(h -> h * share).toList(), f.shape, f.frequency)
                  : f);
    }
  }

  private static OptionalDouble period(boolean isSine, OptionalDouble given, double time) {
    return isSine ? OptionalDouble.of(given.orElse(1 / time)) : OptionalDouble.empty();
  }

  /**
   * How a field during a step changes in time: constant, from 0 to its height, a sine from 0 on.
   */
  enum Course {
    CONSTANT,
    RAMP,
    SINE
  }

  /** No current, with another damping, until the time or a torque |m x H| is reached. */
  record Relax(
      @Key("without current, with damping alpha") @In(DURATION) @Default("10 ns") double time,
      @Key("damping meanwhile") @In("0 to 10") @Default("0.5") double alpha,
      @Key(
              "ends at the first row of the table at which the largest |m x H| of a cell is no more"
                  + " than this; time is then the limit")
          @In("A/m, 1 nA/m to 100 MA/m")
          OptionalDouble torque,
      Optional<Applied> field)
      implements Timed {
    public Relax {
      field = Applied.during(field, time);
    }

    /** For a time, without a field. */
    public Relax(double time, double alpha) {
      this(time, alpha, OptionalDouble.empty(), Optional.empty());
    }

    @Override
    public Step endedAfter(double seconds) {
      return new Relax(seconds, alpha, torque, Applied.cut(field, seconds / time));
    }
  }

  /** No current. */
  record Rest(
      @Key("without current, with the film's damping") @In(DURATION) @Default("1.5 ns") double time,
      Optional<Applied> field)
      implements Timed {
    public Rest {
      field = Applied.during(field, time);
    }

    /** Without a field. */
    public Rest(double time) {
      this(time, Optional.empty());
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
   * @param field that is on all the time
   */
  record Train(List<Drive> drives, double time, Schedule schedule, Optional<Applied> field)
      implements Timed {
    /** Copies the list. */
    public Train {
      drives = List.copyOf(drives);
      field = Applied.during(field, time);
    }

    /** One drive all the time. */
    public Train(Drive drive, double time) {
      this(List.of(drive), time, Schedule.steady(time), Optional.empty());
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

  /** A uniform external field that may change in time, without current. */
  record Field(
      @Key("external field, in A/m or as mu0 H in T") @In(value = FIELD_RANGE, count = 3)
          List<Double> value,
      @Key("how long, without current") @In(DURATION) @Default("1 ns") double time,
      @Key("in time: constant, a sine from 0 on, or one smooth pulse sin^2") @Default("constant")
          FieldShape shape,
      @Key("of a sine; by default one period in the time")
          @In(FREQUENCY)
          @OnlyWith(key = "shape", is = "sine", otherwise = Message.ONLY_SINE_HAS_FREQUENCY)
          OptionalDouble frequency)
      implements Timed {
    public Field {
      frequency = period(shape == FieldShape.SINE, frequency, time);
    }

    @Override
    public Step endedAfter(double seconds) {
      return new Field(value, seconds, shape, frequency);
    }
  }

  /** How a field changes in time: constant, a sine from 0 on, one smooth pulse sin^2. */
  enum FieldShape {
    CONSTANT,
    SINE,
    PULSE
  }

  /** Reads the conductance matrix. */
  record Measure(
      @Key(
              "reads the conductance matrix of the texture as it is; the name of the result. Right after"
                  + " a train step that is the film under current, after a rest the film at rest")
          @In("letters, digits, blanks, - and _")
          String label)
      implements Step {

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
  record Repeat(
      @Key("how often") @In("1 to 10000") @Default("2") int times,
      @Key("what is repeated") @In("protocol steps") List<Step> steps)
      implements Step {
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
