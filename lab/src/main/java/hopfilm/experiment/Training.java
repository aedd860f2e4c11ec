package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A train step as it is given: the keys of {@code train}, in SI units. What it means for some
 * electrodes is a {@link Step.Train}.
 */
public record Training(
    @Key("trained pattern: +V0 or -V0 at each electrode")
        @In("one sign per electrode, such as +-+-")
        Optional<String> pattern,
    @Key("voltage V0") @In("mV, 0.001 uV to 1 kV") @Default("38.4 mV") OptionalDouble voltage,
    @Key("patterns presented in turn, instead of `pattern`") @In("a list of patterns")
        Optional<List<String>> patterns,
    @Key("voltages of the voltage-driven electrodes, instead of a pattern")
        @In(value = "mV, -1 kV to 1 kV", count = 0)
        Optional<List<Double>> voltages,
    @Key("current I0 of a current-driven pattern: an electrode of sign s gets I0 (s - mean s)")
        @In("mA, 0.001 pA to 1 kA")
        OptionalDouble current,
    @Key("currents into the film at the current-driven electrodes")
        @In(value = "mA, -1 kA to 1 kA", count = 0)
        Optional<List<Double>> currents,
    @Key("duration, pauses included; with `until` the upper limit")
        @In(Ranges.DURATION)
        @Default("20 ns")
        double time,
    @Key(Step.PART) @In(value = Ranges.DURATION, count = 2) Optional<List<Double>> part,
    @Key("presentation time of a pattern (default: pulse and pause, else 1 ns; verified: 3 ns)")
        @In(INTERVAL)
        OptionalDouble slot,
    @Key(
            "next pattern: in turn, or that with the worst verify read (default: in-turn; verified:"
                + " worst)")
        Optional<Schedule.Order> order,
    @Key(
            "two patterns in turn, or first the electrodes where they agree, then those where they differ (others float)")
        @Default(value = "patterns", isWritten = false)
        Schedule.Blocks drive,
    @Key("`first` presents the first pattern only, as a control; all are tested")
        @Default(value = "all", isWritten = false)
        Schedule.Show show,
    @Key(
            "wrong signs in each probe of a verify read (default: a tenth of the electrodes, 1"
                + " or more)")
        @In("1 to 1000")
        Optional<Integer> flips,
    @Key("initial gain of graded recall in a verify read")
        @In("0.01 to 8")
        @Default(value = "5", isWritten = false)
        double gain,
    Optional<Pulse> pulse,
    @Key("rise and fall time of the voltages")
        @In(Ranges.DURATION)
        @Default(value = "0 ns", isWritten = false)
        double ramp,
    @Key(
            "end of training: after `time`, with settled conductances, or after a passed verify read (write-verify)")
        @Default(value = "time", isWritten = false)
        Until until,
    @Key(
            "min energy gap to the lowest competing state, relative to the largest |E'| (verified); several patterns: within their basins, default 0 %")
        @In(SHARE)
        @Default("5 %")
        @OnlyWith(key = "until", is = "verified", otherwise = ExperimentMessage.ONLY_VERIFIED_HAS)
        OptionalDouble margin,
    @Key(
            "min current, relative to the largest trained |I'|, that flips an electrode of each spurious state (verified, up to 12 electrodes)")
        @In(SHARE)
        @Default(value = "0 %", isWritten = false)
        @OnlyWith(key = "until", is = "verified", otherwise = ExperimentMessage.ONLY_VERIFIED_HAS)
        double clearance,
    @Key("dwell before a second verify read, which must pass too (verified); not part of `time`")
        @In(Ranges.DURATION)
        @Default("3 ns")
        @OnlyWith(key = "until", is = "verified", otherwise = ExperimentMessage.ONLY_VERIFIED_HAS)
        double hold,
    @Key(Step.TEMPERATURE) @In(Ranges.KELVIN) OptionalDouble temperature,
    Optional<AppliedField> field) {

  static final String INTERVAL = "ns, 0.001 ps to 1 ms";
  static final String SHARE = "%, 0 % to 100 %";

  /** When to stop. */
  public enum Until {
    TIME,
    SETTLED,
    VERIFIED
  }

  /** Voltages that go off and on again. */
  public record Pulse(
      @Key("length of a pulse (default: 2 ns with verified)") @In(INTERVAL) double on,
      @Key("pause after a pulse (default: 1 ns with verified)") @In(INTERVAL) double off) {}
}
