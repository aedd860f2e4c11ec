package hopfilm.file;

import hopfilm.experiment.ExperimentMessage;
import hopfilm.experiment.Goal;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.experiment.Step;
import hopfilm.units.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A drive step as it is given; what it means is a {@link hopfilm.experiment.Driven}. */
record DriveKeys(
    @Key("how long current flows; by default as long as the samples") @In(Step.DURATION)
        OptionalDouble time,
    @Key("what contacts are given, by their names: a voltage, a signal, or float") @In(NAMED)
        Optional<YamlNode> voltages,
    @Key("the same for contacts that a current drives, counted positive into the film") @In(NAMED)
        Optional<YamlNode> currents,
    @Key(
            "contacts that are not named: at 0 V, or connected to nothing; one that floats, or that a"
                + " current drives, by its electrodes[].drive, floats in any case")
        @Default(value = "0 V", isWritten = false)
        Others others,
    Optional<DrivenField> field,
    Optional<Goal> until,
    @Key(Step.PART) @In(value = Step.DURATION, count = 2) Optional<List<Double>> part) {

  static final String NAMED = "{contact: value | signal | float}";

  /** What becomes of contacts that a drive step does not name. */
  enum Others {
    ZERO("0 V"),
    FLOAT("float");

    private final String word;

    Others(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** A field whose components may be signals. */
  record DrivenField(
      @Key("external field meanwhile, in A/m or as mu0 H in T: each component a value or a signal")
          @In(value = "[x, y, z], each a value or a signal", isList = true)
          YamlNode value) {}

  /** A signal: a value in time, wherever it stands. */
  record SignalKeys(
      @Key("the same value at all times; a value without braces says the same") @In(LEVEL)
          Optional<Quantity> value,
      @Key("amplitude of a sine: offset + sine sin(2 pi frequency t + phase), t within the step")
          @In(LEVEL)
          Optional<Quantity> sine,
      @Key("frequency of the sine")
          @In(Step.FREQUENCY)
          @OnlyWith(key = "sine", otherwise = ExperimentMessage.ONLY_A_SINE_HAS)
          OptionalDouble frequency,
      @Key("phase of the sine at the start of the step")
          @In("deg, -360 deg to 360 deg")
          @Default(value = "0 deg", isWritten = false)
          @OnlyWith(key = "sine", otherwise = ExperimentMessage.ONLY_A_SINE_HAS)
          double phase,
      @Key("value about which the sine goes up and down; by default 0")
          @In(LEVEL)
          @OnlyWith(key = "sine", otherwise = ExperimentMessage.ONLY_A_SINE_HAS)
          Optional<Quantity> offset,
      @Key("height of pulses, one after the other, the first at once") @In(LEVEL)
          Optional<Quantity> pulses,
      @Key("length of a pulse, flanks included")
          @In(INTERVAL)
          @OnlyWith(key = "pulses", otherwise = ExperimentMessage.ONLY_PULSES_HAVE)
          OptionalDouble on,
      @Key("pause after a pulse")
          @In(Step.DURATION)
          @OnlyWith(key = "pulses", otherwise = ExperimentMessage.ONLY_PULSES_HAVE)
          OptionalDouble off,
      @Key("length of each flank of a pulse")
          @In(Step.DURATION)
          @Default(value = "0 ns", isWritten = false)
          @OnlyWith(key = "pulses", otherwise = ExperimentMessage.ONLY_PULSES_HAVE)
          double ramp,
      @Key(
              "numbers at equal distances in time, each times scale: a list of them, or a file beside"
                  + " the experiment: text with columns, or .npy")
          @In(value = "a file | a list of numbers", isList = true)
          Optional<YamlNode> samples,
      @Key("name or number of the column of the file; may be left out where it has one alone")
          @In("a name, or a number from 1")
          @OnlyWith(key = "samples", otherwise = ExperimentMessage.ONLY_SAMPLES_HAVE)
          Optional<String> column,
      @Key("time from one sample to the next")
          @In(INTERVAL)
          @OnlyWith(key = "samples", otherwise = ExperimentMessage.ONLY_SAMPLES_HAVE)
          OptionalDouble every,
      @Key("the value of a sample of 1")
          @In(LEVEL)
          @OnlyWith(key = "samples", otherwise = ExperimentMessage.ONLY_SAMPLES_HAVE)
          Optional<Quantity> scale,
      @Key("between two samples: the first of them is held, or a straight line")
          @Default(value = "hold", isWritten = false)
          @OnlyWith(key = "samples", otherwise = ExperimentMessage.ONLY_SAMPLES_HAVE)
          Between between) {

    static final String LEVEL = "mV, -1 kV to 1 kV; mA, -1 kA to 1 kA; " + Step.FIELD_RANGE;

    /** Keys that take a value of what the signal is of. */
    static final List<String> LEVELS = List.of("value", "sine", "offset", "pulses", "scale");

    static final String INTERVAL = "ns, 0.001 ps to 1 ms";

    /** What samples mean between their times. */
    enum Between {
      HOLD,
      LINEAR
    }
  }
}
