package hopfilm.key;

import hopfilm.experiment.ExperimentMessage;
import hopfilm.experiment.Goal;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.experiment.Ranges;
import hopfilm.experiment.Step;
import hopfilm.units.Quantity;
import hopfilm.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A drive step as it is given; what it means is a {@link hopfilm.experiment.Driven}. */
public record DriveKeys(
    @Key("duration (default: that of the samples)") @In(Ranges.DURATION) OptionalDouble time,
    @Key("voltage of each electrode by name; `float`: open") @In(NAMED) Optional<YamlNode> voltages,
    @Key("current into the film of each current-driven electrode by name") @In(NAMED)
        Optional<YamlNode> currents,
    @Key(
            "other electrodes: grounded or open; electrodes with drive float or current are always open")
        @Default(value = "0 V", isWritten = false)
        Others others,
    Optional<DrivenField> field,
    Optional<Goal> until,
    @Key(Step.PART) @In(value = Ranges.DURATION, count = 2) Optional<List<Double>> part) {

  static final String NAMED = "{electrode: value | signal | float}";

  /** What becomes of contacts that a drive step does not name. */
  public enum Others {
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
  public record DrivenField(
      @Key("external field H in A/m or mu0 H in T; those of film and step add")
          @In(value = "[x, y, z], each a value or a signal", isList = true)
          YamlNode value) {}

  /** A signal: a value in time, wherever it stands. */
  public record SignalKeys(
      @Key("constant value; the braces may be omitted") @In(LEVEL) Optional<Quantity> value,
      @Key("amplitude: offset + sine sin(2 pi frequency t + phase), t from the start of the step")
          @In(LEVEL)
          Optional<Quantity> sine,
      @Key("frequency of the sine")
          @In(Ranges.FREQUENCY)
          @OnlyWith(key = "sine", otherwise = ExperimentMessage.ONLY_A_SINE_HAS)
          OptionalDouble frequency,
      @Key("phase at the start of the step")
          @In("deg, -360 deg to 360 deg")
          @Default(value = "0 deg", isWritten = false)
          @OnlyWith(key = "sine", otherwise = ExperimentMessage.ONLY_A_SINE_HAS)
          double phase,
      @Key("mean value (default: 0)")
          @In(LEVEL)
          @OnlyWith(key = "sine", otherwise = ExperimentMessage.ONLY_A_SINE_HAS)
          Optional<Quantity> offset,
      @Key("height of periodic pulses") @In(LEVEL) Optional<Quantity> pulses,
      @Key("length of a pulse with flanks")
          @In(INTERVAL)
          @OnlyWith(key = "pulses", otherwise = ExperimentMessage.ONLY_PULSES_HAVE)
          OptionalDouble on,
      @Key("pause after each pulse")
          @In(Ranges.DURATION)
          @OnlyWith(key = "pulses", otherwise = ExperimentMessage.ONLY_PULSES_HAVE)
          OptionalDouble off,
      @Key("length of each flank of a pulse")
          @In(Ranges.DURATION)
          @Default(value = "0 ns", isWritten = false)
          @OnlyWith(key = "pulses", otherwise = ExperimentMessage.ONLY_PULSES_HAVE)
          double ramp,
      @Key("equidistant samples in units of `scale`; files are text or .npy")
          @In(value = "a file | a list of numbers", isList = true)
          Optional<YamlNode> samples,
      @Key("column of the file, if it has several")
          @In("a name, or a number from 1")
          @OnlyWith(key = "samples", otherwise = ExperimentMessage.ONLY_SAMPLES_HAVE)
          Optional<String> column,
      @Key("time between samples")
          @In(INTERVAL)
          @OnlyWith(key = "samples", otherwise = ExperimentMessage.ONLY_SAMPLES_HAVE)
          OptionalDouble every,
      @Key("value of a sample of 1")
          @In(LEVEL)
          @OnlyWith(key = "samples", otherwise = ExperimentMessage.ONLY_SAMPLES_HAVE)
          Optional<Quantity> scale,
      @Key("earlier sample, or linear interpolation; the last is held for one `every`")
          @Default(value = "hold", isWritten = false)
          @OnlyWith(key = "samples", otherwise = ExperimentMessage.ONLY_SAMPLES_HAVE)
          Between between) {

    static final String LEVEL = "mV, -1 kV to 1 kV; mA, -1 kA to 1 kA; " + Ranges.FIELD;

    /** Keys that take a value of what the signal is of. */
    public static final List<String> LEVELS = List.of("value", "sine", "offset", "pulses", "scale");

    static final String INTERVAL = "ns, 0.001 ps to 1 ms";

    /** What samples mean between their times. */
    public enum Between {
      HOLD,
      LINEAR
    }
  }
}
