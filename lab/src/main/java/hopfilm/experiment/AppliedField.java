package hopfilm.experiment;

import hopfilm.dynamics.Envelope;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Inline;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import java.util.Optional;
import java.util.OptionalDouble;

/** An external field that is on during a step. */
public record AppliedField(
    @Inline FieldSource source,
    @Key("time dependence; ramp and sine start from 0") @Default("constant") Course shape,
    @Key("frequency of a sine (default: one period in the step)")
        @In(Ranges.FREQUENCY)
        @OnlyWith(key = "shape", is = "sine", otherwise = ExperimentMessage.ONLY_SINE_HAS_FREQUENCY)
        OptionalDouble frequency) {

  /** The field of a step of so long [s]: a sine without a frequency has one period in it. */
  static Optional<AppliedField> during(Optional<AppliedField> field, double time) {
    return field.map(
        f ->
            new AppliedField(f.source, f.shape, period(f.shape == Course.SINE, f.frequency, time)));
  }

  static boolean isConstant(Optional<AppliedField> field) {
    return field.filter(f -> f.shape != Course.CONSTANT).isEmpty();
  }

  /**
   * How a field during a step changes in time: constant, from 0 to its height, a sine from 0 on.
   */
  public enum Course {
    CONSTANT,
    RAMP,
    SINE
  }

  /** The course in a step that began then and takes so long [s]. */
  public Envelope course(double start, double time) {
    return switch (shape) {
      case CONSTANT -> Envelope.constant();
      case SINE -> Envelope.sine(start, frequency.orElseThrow());
      // of a ramp up and down the way up
      case RAMP -> Envelope.ramp(start, start + 2 * time, time);
    };
  }

  static OptionalDouble period(boolean isSine, OptionalDouble given, double time) {
    return isSine ? OptionalDouble.of(given.orElse(1 / time)) : OptionalDouble.empty();
  }
}
