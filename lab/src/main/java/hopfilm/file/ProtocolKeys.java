package hopfilm.file;

import static hopfilm.file.KeyForms.DURATION;
import static hopfilm.file.KeyForms.INPUT_CURRENT;
import static hopfilm.file.KeyForms.INTERVAL;
import static hopfilm.file.KeyForms.SIGNED_CURRENT;
import static hopfilm.file.KeyForms.SIGNED_VOLTAGE;
import static hopfilm.file.KeyForms.SPREAD;
import static hopfilm.file.KeyForms.VOLTAGE;
import static hopfilm.file.KeyForms.choice;
import static hopfilm.file.KeyForms.key;
import static hopfilm.file.KeyForms.list;
import static hopfilm.file.KeyForms.measure;
import static hopfilm.file.KeyForms.plain;
import static hopfilm.file.KeyForms.text;

import hopfilm.experiment.Step;
import hopfilm.file.KeyKind.Measures;
import hopfilm.file.KeyKind.Whole;
import hopfilm.units.Dimension;
import java.util.List;
import java.util.stream.Stream;

/** Keys of the steps of a protocol. */
final class ProtocolKeys {

  private static final List<Key> TRAIN =
      List.of(
          key(
              "protocol.train.pattern",
              text("one sign per electrode, such as +-+-"),
              null,
              "the pattern whose voltages are applied"),
          key("protocol.train.voltage", VOLTAGE, "38.4 mV", "the voltage V0 of a + electrode"),
          key(
              "protocol.train.patterns",
              list("a list of patterns"),
              null,
              "patterns that are applied in turn, instead of pattern"),
          key(
              "protocol.train.voltages",
              new Measures(SIGNED_VOLTAGE, 0),
              null,
              "the voltage of each electrode that a voltage drives, instead of a pattern"),
          key(
              "protocol.train.current",
              INPUT_CURRENT,
              null,
              "I0 of a pattern where currents drive: I0 (s - mean s) goes into the film at sign s"),
          key(
              "protocol.train.currents",
              new Measures(SIGNED_CURRENT, 0),
              null,
              "the current into the film at each electrode that a current drives"),
          key("protocol.train.time", DURATION, "20 ns", "how long, pauses included"),
          key("protocol.train.part", new Measures(DURATION, 2), null, Step.PART),
          key(
              "protocol.train.slot",
              INTERVAL,
              null,
              "how long each of several patterns has its turn; by default 1 ns, or a pulse and its"
                  + " pause, or 3 ns where the film is looked at in between"),
          key(
              "protocol.train.order",
              choice("in-turn", "worst"),
              null,
              "which of several patterns a pulse shows: the next one, or, after a look at the film at"
                  + " rest, the one that came out worst; by default worst where training is verified,"
                  + " in turn without looks otherwise"),
          key(
              "protocol.train.drive",
              choice("patterns", "sum-and-difference"),
              "patterns",
              "what the slots show of two patterns: each of them; or V0 where they agree and nothing"
                  + " connected elsewhere, then V0 where they differ"),
          key(
              "protocol.train.show",
              choice("all", "first"),
              "all",
              "which of several patterns are shown where the film is looked at in between: all, or"
                  + " the first in place of each other one, which is the control; all are tested"),
          key(
              "protocol.train.flips",
              new Whole(1, 1_000),
              null,
              "wrong signs in the copies that a trainer of several patterns tries; by default a tenth,"
                  + " at least one"),
          key(
              "protocol.train.gain",
              plain("0.01", "8"),
              "5",
              "first gain of the graded recall that a trainer of several patterns tries"),
          key(
              "protocol.train.pulse.on",
              INTERVAL,
              null,
              "length of a pulse of the voltages; 2 ns where training is verified"),
          key(
              "protocol.train.pulse.off",
              INTERVAL,
              null,
              "length of the pause after a pulse; 1 ns where training is verified"),
          key(
              "protocol.train.ramp",
              DURATION,
              "0 ns",
              "how long the voltages rise when they go on, and fall before they go off"),
          key(
              "protocol.train.until",
              choice("time", "settled", "verified"),
              "time",
              "when to stop: after the time, or before it as soon as the conductances have settled,"
                  + " or the film, read at rest after a pulse, has learned the pattern"),
          key(
              "protocol.train.margin",
              SPREAD,
              "5 %",
              "least margin of the pattern, of the largest |E'|; of several patterns each against the"
                  + " other states of its basin, and by default 0 % (verified)"),
          key(
              "protocol.train.clearance",
              SPREAD,
              "0 %",
              "by how much every other pattern must miss to be a fixed point of sign updates, of the"
                  + " largest current |I'| of the trained ones (verified, up to 12 electrodes)"),
          key(
              "protocol.train.hold",
              DURATION,
              "3 ns",
              "how long a film that passed rests before it must pass again (verified); not part of"
                  + " time"));

  private static final List<Key> RETRIEVE =
      List.of(
          key(
              "protocol.retrieve.from",
              list("all | noisy | a list of patterns"),
              "all",
              "start patterns"),
          key(
              "protocol.retrieve.update",
              choice("asynchronous", "synchronous", "graded"),
              "graded",
              "how the voltages follow the currents"),
          key(
              "protocol.retrieve.gain",
              plain("0.01", "8"),
              "1.2",
              "first gain (graded); from 1 on the input is remembered; after training of a set with looks"
                  + " in between, that of the trainer"),
          key(
              "protocol.retrieve.order",
              choice("fixed", "random"),
              "fixed",
              "order of the electrodes (asynchronous)"),
          key(
              "protocol.retrieve.copies",
              new Whole(1, 1_000_000),
              "100",
              "copies of each trained pattern (noisy)"),
          key(
              "protocol.retrieve.flips",
              new Whole(1, 1_000),
              "1",
              "signs turned round in each copy (noisy)"),
          key(
              "protocol.retrieve.flipped",
              new Measures(measure(Dimension.FRACTION, "%", "0 %", "50 %"), Measures.ANY),
              null,
              "fractions of the signs turned round, instead of flips: recall is given for each"
                  + " (noisy)"));

  static final List<Key> ALL =
      Stream.of(
              of("relax", Step.Relax.class),
              of("rest", Step.Rest.class),
              TRAIN,
              of("train.field", Step.Applied.class),
              of("measure", Step.Measure.class),
              RETRIEVE,
              of("field", Step.Field.class),
              of("repeat", Step.Repeat.class))
          .flatMap(List::stream)
          .toList();

  private ProtocolKeys() {}

  private static List<Key> of(String step, Class<?> record) {
    return Component.keys("protocol." + step, record);
  }
}
