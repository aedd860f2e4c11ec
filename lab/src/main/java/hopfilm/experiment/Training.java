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
    @Key("the pattern whose voltages are applied") @In("one sign per electrode, such as +-+-")
        Optional<String> pattern,
    @Key("the voltage V0 of a + electrode") @In("mV, 0.001 uV to 1 kV") @Default("38.4 mV")
        OptionalDouble voltage,
    @Key("patterns that are applied in turn, instead of pattern") @In("a list of patterns")
        Optional<List<String>> patterns,
    @Key("the voltage of each electrode that a voltage drives, instead of a pattern")
        @In(value = "mV, -1 kV to 1 kV", count = 0)
        Optional<List<Double>> voltages,
    @Key("I0 of a pattern where currents drive: I0 (s - mean s) goes into the film at sign s")
        @In("mA, 0.001 pA to 1 kA")
        OptionalDouble current,
    @Key("the current into the film at each electrode that a current drives")
        @In(value = "mA, -1 kA to 1 kA", count = 0)
        Optional<List<Double>> currents,
    @Key("how long, pauses included") @In(Step.DURATION) @Default("20 ns") double time,
    @Key(Step.PART) @In(value = Step.DURATION, count = 2) Optional<List<Double>> part,
    @Key(
            "how long each of several patterns has its turn; by default 1 ns, or a pulse and its"
                + " pause, or 3 ns where the film is looked at in between")
        @In(INTERVAL)
        OptionalDouble slot,
    @Key(
            "which of several patterns a pulse shows: the next one, or, after a look at the film at"
                + " rest, the one that came out worst; by default worst where training is verified,"
                + " in turn without looks otherwise")
        Optional<Schedule.Order> order,
    @Key(
            "what the slots show of two patterns: each of them; or V0 where they agree and nothing"
                + " connected elsewhere, then V0 where they differ")
        @Default(value = "patterns", isWritten = false)
        Schedule.Blocks drive,
    @Key(
            "which of several patterns are shown where the film is looked at in between: all, or"
                + " the first in place of each other one, which is the control; all are tested")
        @Default(value = "all", isWritten = false)
        Schedule.Show show,
    @Key(
            "wrong signs in the copies that a trainer of several patterns tries; by default a tenth,"
                + " at least one")
        @In("1 to 1000")
        Optional<Integer> flips,
    @Key("first gain of the graded recall that a trainer of several patterns tries")
        @In("0.01 to 8")
        @Default(value = "5", isWritten = false)
        double gain,
    Optional<Pulse> pulse,
    @Key("how long the voltages rise when they go on, and fall before they go off")
        @In(Step.DURATION)
        @Default(value = "0 ns", isWritten = false)
        double ramp,
    @Key(
            "when to stop: after the time, or before it as soon as the conductances have settled,"
                + " or the film, read at rest after a pulse, has learned the pattern")
        @Default(value = "time", isWritten = false)
        Until until,
    @Key(
            "least margin of the pattern, of the largest |E'|; of several patterns each against the"
                + " other states of its basin, and by default 0 % (verified)")
        @In(SHARE)
        @Default("5 %")
        @OnlyWith(key = "until", is = "verified", otherwise = ExperimentMessage.ONLY_VERIFIED_HAS)
        OptionalDouble margin,
    @Key(
            "by how much every other pattern must miss to be a fixed point of sign updates, of the"
                + " largest current |I'| of the trained ones (verified, up to 12 electrodes)")
        @In(SHARE)
        @Default(value = "0 %", isWritten = false)
        @OnlyWith(key = "until", is = "verified", otherwise = ExperimentMessage.ONLY_VERIFIED_HAS)
        double clearance,
    @Key(
            "how long a film that passed rests before it must pass again (verified); not part of"
                + " time")
        @In(Step.DURATION)
        @Default("3 ns")
        @OnlyWith(key = "until", is = "verified", otherwise = ExperimentMessage.ONLY_VERIFIED_HAS)
        double hold,
    Optional<Step.Applied> field) {

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
      @Key("length of a pulse of the voltages; 2 ns where training is verified") @In(INTERVAL)
          double on,
      @Key("length of the pause after a pulse; 1 ns where training is verified") @In(INTERVAL)
          double off) {}
}
