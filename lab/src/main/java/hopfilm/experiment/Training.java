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
    @Key("pattern that is trained: +V0 or -V0 at each electrode, by its signs")
        @In("one sign per electrode, such as +-+-")
        Optional<String> pattern,
    @Key("voltage V0 of a + electrode; a - electrode has -V0")
        @In("mV, 0.001 uV to 1 kV")
        @Default("38.4 mV")
        OptionalDouble voltage,
    @Key("patterns that are presented in turn, instead of `pattern`") @In("a list of patterns")
        Optional<List<String>> patterns,
    @Key("voltage of each voltage-driven electrode, instead of a pattern")
        @In(value = "mV, -1 kV to 1 kV", count = 0)
        Optional<List<Double>> voltages,
    @Key(
            "current I0 of a current-driven pattern: I0 (s - mean s) flows into the film at an"
                + " electrode of sign s")
        @In("mA, 0.001 pA to 1 kA")
        OptionalDouble current,
    @Key("current into the film at each current-driven electrode")
        @In(value = "mA, -1 kA to 1 kA", count = 0)
        Optional<List<Double>> currents,
    @Key("duration of the step, pauses included; with `until` the upper limit")
        @In(Step.DURATION)
        @Default("20 ns")
        double time,
    @Key(Step.PART) @In(value = Step.DURATION, count = 2) Optional<List<Double>> part,
    @Key(
            "presentation time of each pattern before the next one, by default 1 ns, or a pulse"
                + " and its pause, or 3 ns with reads in between")
        @In(INTERVAL)
        OptionalDouble slot,
    @Key(
            "pattern that the next pulse presents: the next in the list, or the one with the"
                + " worst verify read; by default `worst` with until: verified")
        Optional<Schedule.Order> order,
    @Key(
            "what two patterns drive: each pattern in turn; or first the electrodes where they"
                + " agree, then those where they differ, all others floating")
        @Default(value = "patterns", isWritten = false)
        Schedule.Blocks drive,
    @Key(
            "`all`: presents every pattern; `first`: single-pattern control, presents only the"
                + " first one. All are tested")
        @Default(value = "all", isWritten = false)
        Schedule.Show show,
    @Key(
            "wrong signs in each corrupted probe of a verify read, by default a tenth of the"
                + " electrodes, at least 1")
        @In("1 to 1000")
        Optional<Integer> flips,
    @Key("initial gain of the graded recall in a verify read")
        @In("0.01 to 8")
        @Default(value = "5", isWritten = false)
        double gain,
    Optional<Pulse> pulse,
    @Key("rise time of the voltages when they switch on, and fall time before they switch off")
        @In(Step.DURATION)
        @Default(value = "0 ns", isWritten = false)
        double ramp,
    @Key(
            "end of training: after `time`; once the conductances have settled; or write-verify"
                + " (verified): once a read at rest after a pulse passes the test")
        @Default(value = "time", isWritten = false)
        Until until,
    @Key(
            "min relative energy gap to the lowest competing state, relative to the largest |E'|;"
                + " several patterns: to the states of their basins, default 0 % (verified)")
        @In(SHARE)
        @Default("5 %")
        @OnlyWith(key = "until", is = "verified", otherwise = ExperimentMessage.ONLY_VERIFIED_HAS)
        OptionalDouble margin,
    @Key(
            "stability margin of spurious states: in each, some electrode must be driven to flip by"
                + " this fraction of the largest trained |I'| (verified, at most 12 electrodes)")
        @In(SHARE)
        @Default(value = "0 %", isWritten = false)
        @OnlyWith(key = "until", is = "verified", otherwise = ExperimentMessage.ONLY_VERIFIED_HAS)
        double clearance,
    @Key(
            "dwell before the second verify read, a retention test: the film must pass twice"
                + " (verified); not part of `time`")
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
      @Key("length of a voltage pulse, by default 2 ns with until: verified") @In(INTERVAL)
          double on,
      @Key("length of the pause after a pulse, by default 1 ns with until: verified") @In(INTERVAL)
          double off) {}
}
