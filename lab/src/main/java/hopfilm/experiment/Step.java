package hopfilm.experiment;

import static hopfilm.experiment.Ranges.DURATION;

import hopfilm.dynamics.Envelope;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Inline;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.transport.Electrode;
import hopfilm.transport.GivenValues;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A step of the protocol. */
public sealed interface Step permits Step.Timed, Step.Measure, Step.Retrieve, Step.Repeat {

  String PART = "start and end of the simulated part; live films write it";
  String TEMPERATURE =
      "temperature of the step (default: that of the run); with `heat` the ambient temperature: film"
          + " and substrate are brought to it at once, and what a current warmed them by stays";

  /** What it is, in one word as a file has it: train. */
  default String kind() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Simulated time that the step takes [s]. */
  default double duration() {
    return 0;
  }

  /** Whether it ends as soon as it has reached its aim. */
  default boolean mayEndSooner() {
    return false;
  }

  /** Whether a field or torque from outside is on during it, besides that of the current. */
  default boolean hasField() {
    return false;
  }

  /** Whether current flows. */
  default boolean hasCurrent() {
    return false;
  }

  /** The patterns that it trains. */
  default List<Pattern> patterns() {
    return List.of();
  }

  /**
   * What the electrodes are given, each set of values that can be on alone; empty without current.
   */
  default List<GivenValues> given() {
    return List.of();
  }

  /** Its drives as sources of heat; empty without current. */
  default List<Heating> heating() {
    return List.of();
  }

  /**
   * A drive as a source of heat.
   *
   * @param drive the voltages or currents
   * @param time for which it would be on at full height for as much heat as in the step, without
   *     pauses and ramps; of signals, at the values of their strongest moment [s]
   */
  record Heating(Drive drive, double time) {}

  /** A step that takes time. */
  sealed interface Timed extends Step permits Relax, Rest, Train, Field, Driven, Inject {
    /** How long at most [s]. */
    double time();

    /** At which value of a column it ends before its time. */
    default Optional<Goal> until() {
      return Optional.empty();
    }

    @Override
    default boolean mayEndSooner() {
      return until().isPresent();
    }

    /** Its own temperature [K]; empty for that of the run. */
    default OptionalDouble temperature() {
      return OptionalDouble.empty();
    }

    @Override
    default boolean hasField() {
      return applied().isPresent();
    }

    /** Whether current flows at its end. */
    default boolean endsUnderCurrent() {
      return false;
    }

    /**
     * Whether a reading right after it is one at rest, as references are: at its end no current
     * flows, and none of its fields has just gone.
     *
     * @param isCold whether a copy is read that comes to rest first
     */
    default boolean endsAtRest(boolean isCold) {
      return isCold || !(endsUnderCurrent() || hasField());
    }

    /** The external field that is on during it, beside that of the film. */
    default Optional<FieldSource> applied() {
      return Optional.empty();
    }

    /** The courses of its signals and fields, as if it began at 0. */
    default Stream<Envelope> courses() {
      return Stream.empty();
    }

    /** From when and until when it is carried out, where that is not all of its time [s]. */
    Optional<List<Double>> part();

    /** True if no moment of it differs from another: a part of it is a shorter step. */
    boolean isUniform();

    /** For another time [s], or a part of it. */
    Timed with(double time, Optional<List<Double>> part);

    /** Time of its course at which it begins [s]. */
    default double from() {
      return part().map(p -> p.get(0)).orElse(0.0);
    }

    /** Time of its course until which it goes at most [s]. */
    default double to() {
      return part().map(p -> p.get(1)).orElse(time());
    }

    /** True if it ends in the midst of its course. */
    default boolean isCut() {
      return to() < time() * (1 - 1e-9);
    }

    /** What was done of it, as a step, where it ended after so long [s]. */
    default Timed endedAfter(double seconds) {
      return isUniform()
          ? with(seconds, Optional.empty())
          : with(time(), Optional.of(List.of(from(), from() + seconds)));
    }

    /** What is left of it after so long [s]. */
    default Timed after(double seconds) {
      return isUniform()
          ? with(time() - seconds, Optional.empty())
          : with(time(), Optional.of(List.of(from() + seconds, to())));
    }

    @Override
    default double duration() {
      return part().isPresent() ? to() - from() : time();
    }
  }

  /** No current, with another damping, until the time or a torque |m x H| is reached. */
  record Relax(
      @Key(
              "duration, without current; without `torque` and `until`, a final |m x H| above 5 % of Ms gives a warning")
          @In(DURATION)
          @Default("10 ns")
          double time,
      @Key("damping during the step") @In("0 to 10") @Default("0.5") double alpha,
      @Key("largest |m x H| that ends the step at a table row, at the latest after `time`")
          @In("A/m, 1 nA/m to 100 MA/m")
          OptionalDouble torque,
      @Key(TEMPERATURE) @In(Ranges.KELVIN) OptionalDouble temperature,
      Optional<AppliedField> field,
      Optional<Goal> until,
      @Key(PART) @In(value = DURATION, count = 2) Optional<List<Double>> part)
      implements Timed {
    public Relax {
      field = AppliedField.during(field, time);
    }

    /** For a time, without a field. */
    public Relax(double time, double alpha) {
      this(
          time,
          alpha,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public boolean mayEndSooner() {
      return torque.isPresent() || until.isPresent();
    }

    @Override
    public Optional<FieldSource> applied() {
      return field.map(AppliedField::source);
    }

    @Override
    public Stream<Envelope> courses() {
      return field.map(f -> f.course(0, time)).stream();
    }

    @Override
    public boolean isUniform() {
      return AppliedField.isConstant(field);
    }

    @Override
    public Relax with(double seconds, Optional<List<Double>> other) {
      return new Relax(seconds, alpha, torque, temperature, field, until, other);
    }
  }

  /** No current. */
  record Rest(
      @Key("duration, without current") @In(DURATION) @Default("1.5 ns") double time,
      @Key(TEMPERATURE) @In(Ranges.KELVIN) OptionalDouble temperature,
      Optional<AppliedField> field,
      Optional<Goal> until,
      @Key(PART) @In(value = DURATION, count = 2) Optional<List<Double>> part)
      implements Timed {
    public Rest {
      field = AppliedField.during(field, time);
    }

    /** Without a field. */
    public Rest(double time) {
      this(time, OptionalDouble.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<FieldSource> applied() {
      return field.map(AppliedField::source);
    }

    @Override
    public Stream<Envelope> courses() {
      return field.map(f -> f.course(0, time)).stream();
    }

    @Override
    public boolean isUniform() {
      return AppliedField.isConstant(field);
    }

    @Override
    public Rest with(double seconds, Optional<List<Double>> other) {
      return new Rest(seconds, temperature, field, until, other);
    }
  }

  /**
   * Voltages or currents on.
   *
   * @param drives one, or several in turn
   * @param time how long at most [s]
   * @param temperature its own [K]; empty for that of the run
   */
  record Train(
      List<Drive> drives,
      double time,
      Schedule schedule,
      OptionalDouble temperature,
      Optional<AppliedField> field,
      Optional<List<Double>> part)
      implements Timed {
    public Train {
      drives = List.copyOf(drives);
      field = AppliedField.during(field, time);
    }

    public Train(Drive drive, double time) {
      this(
          List.of(drive),
          time,
          Schedule.steady(time),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /**
     * V0 or I0 of the patterns, or the largest |V| or |I| that is given [V or A]; 0 where nothing
     * of that kind is given.
     */
    public double amplitude(Electrode.Drive kind) {
      return drives.stream().mapToDouble(d -> d.amplitude(kind)).max().orElse(0);
    }

    @Override
    public boolean mayEndSooner() {
      return schedule.mayEndSooner() || until().isPresent();
    }

    @Override
    public boolean hasCurrent() {
      return true;
    }

    @Override
    public boolean endsUnderCurrent() {
      if (schedule.ramp() > 0 || schedule.verified().isPresent() || !schedule.isPulsed()) {
        return schedule.ramp() == 0 && !schedule.isPulsed();
      }
      List<Schedule.Stretch> all = schedule.stretches(drives.size(), time);
      return all.isEmpty() || all.get(all.size() - 1).drive() >= 0;
    }

    @Override
    public List<GivenValues> given() {
      return drives.stream().map(Drive::values).toList();
    }

    @Override
    public List<Heating> heating() {
      double each = time * schedule.meanSquare(time) / drives.size();
      return drives.stream().map(d -> new Heating(d, each)).toList();
    }

    /** Those of its drives that are patterns. */
    @Override
    public List<Pattern> patterns() {
      return drives.stream()
          .flatMap(d -> d instanceof PatternDrive p ? Stream.of(p.pattern()) : Stream.empty())
          .toList();
    }

    /** The picture that is written into a row, if it is one. */
    public Optional<PictureDrive> picture() {
      return drives.get(0) instanceof PictureDrive p ? Optional.of(p) : Optional.empty();
    }

    @Override
    public String kind() {
      return picture().isPresent() ? "write" : "train";
    }

    @Override
    public boolean isUniform() {
      return schedule.slot() >= time
          && !schedule.isPulsed()
          && schedule.ramp() == 0
          && schedule.together().isEmpty()
          && !schedule.mayEndSooner()
          && AppliedField.isConstant(field);
    }

    @Override
    public Optional<FieldSource> applied() {
      return field.map(AppliedField::source);
    }

    @Override
    public Stream<Envelope> courses() {
      return field.map(f -> f.course(0, time)).stream();
    }

    @Override
    public Train with(double seconds, Optional<List<Double>> other) {
      Schedule now = isUniform() ? Schedule.steady(seconds) : schedule;
      return new Train(drives, seconds, now, temperature, field, other);
    }
  }

  /** An external field that may change in time, without current. */
  record Field(
      @Inline FieldSource source,
      @Key("duration, without current") @In(DURATION) @Default("1 ns") double time,
      @Key("time dependence; a sine starts from 0, a pulse is one sin^2") @Default("constant")
          FieldShape shape,
      @Key("frequency of a sine (default: one period in the step)")
          @In(Ranges.FREQUENCY)
          @OnlyWith(
              key = "shape",
              is = "sine",
              otherwise = ExperimentMessage.ONLY_SINE_HAS_FREQUENCY)
          OptionalDouble frequency,
      @Key(PART) @In(value = DURATION, count = 2) Optional<List<Double>> part)
      implements Timed {
    public Field {
      frequency = AppliedField.period(shape == FieldShape.SINE, frequency, time);
    }

    /** The course of a step that began then [s]. */
    public Envelope course(double start) {
      return shape.course(start, time, frequency);
    }

    @Override
    public Optional<FieldSource> applied() {
      return Optional.of(source);
    }

    @Override
    public Stream<Envelope> courses() {
      return Stream.of(course(0));
    }

    @Override
    public boolean isUniform() {
      return shape == FieldShape.CONSTANT;
    }

    @Override
    public Field with(double seconds, Optional<List<Double>> other) {
      return new Field(source, seconds, shape, frequency, other);
    }
  }

  /** How a step's drive changes in time: constant, a sine from 0 on, one smooth pulse sin^2. */
  enum FieldShape {
    CONSTANT,
    SINE,
    PULSE;

    Envelope course(double start, double time, OptionalDouble frequency) {
      return switch (this) {
        case CONSTANT -> Envelope.constant();
        case SINE -> Envelope.sine(start, frequency.orElseThrow());
        case PULSE -> Envelope.pulse(start, start + time);
      };
    }
  }

  /** Reads the conductance matrix. */
  record Measure(
      @Key("name of the readout; directly after a train step, it is under current")
          @In("letters, digits, blanks, dots, - and _; 60 at most")
          String label,
      @Key(
              "read a copy without current after 200 steps of a descent, which removes thermal"
                  + " noise (default: on at a temperature)")
          Optional<Cold> cold)
      implements Step {

    /** At the temperature at which the film is, unless something else is given. */
    public Measure(String label) {
      this(label, Optional.empty());
    }

    /** Whether the noise of the temperature is removed before the reading. */
    public enum Cold {
      ON,
      OFF
    }

    /** Whether a film at a temperature [K] is read cold. */
    public boolean isCold(double kelvin) {
      return cold.map(c -> c == Cold.ON).orElse(kelvin > 0);
    }

    /** The label where no measure follows the last train step and the film is read all the same. */
    public static final String IMPLICIT = "trained";

    /** Characters of a label. */
    public static final int LONGEST = 60;
  }

  /**
   * Lets the network run from start patterns.
   *
   * @param gain first gain of graded updates
   * @param randomOrder whether asynchronous updates take the electrodes in random order
   */
  record Retrieve(Starts starts, UpdateRule update, double gain, boolean randomOrder)
      implements Step {}

  /** Several steps, several times. */
  record Repeat(
      @Key("repetitions") @In("1 to 10000") @Default("2") int times,
      @Key("steps to repeat") @In("protocol steps") List<Step> steps)
      implements Step {
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
   * The first electrode, the row, has V0, each other one, a pixel, V0 where its sign is + and -V0
   * where it is -. So current flows from the row to the pixels that are -, and never turns round
   * whatever the picture.
   *
   * @param picture one sign for each pixel
   * @param voltage V0 [V]
   */
  record PictureDrive(Pattern picture, double voltage) implements Drive {
    @Override
    public GivenValues values() {
      return GivenValues.voltages(new Pattern("+" + picture.text()).voltages(voltage));
    }

    @Override
    public double amplitude(Electrode.Drive kind) {
      return kind == Electrode.Drive.VOLTAGE ? voltage : 0;
    }
  }

  /** A voltage [V] or current [A] for each electrode; 0 where it floats. */
  record Given(List<Double> list, List<Electrode.Drive> drives) implements Drive {
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
}
