package hopfilm.file;

import static hopfilm.file.YamlValues.list;
import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.numbers;
import static hopfilm.file.YamlValues.scalar;
import static hopfilm.file.YamlValues.word;

import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.transport.Electrode.Drive;
import java.util.List;

/** Writes the steps of a protocol. */
final class ProtocolWriter {

  private ProtocolWriter() {}

  static YamlNode step(Step step) {
    if (step instanceof Step.Relax r) {
      return step(
          "relax",
          map()
              .with("time", number("protocol.relax.time", r.time()))
              .with("alpha", number("protocol.relax.alpha", r.alpha())));
    } else if (step instanceof Step.Rest r) {
      return step("rest", map().with("time", number("protocol.rest.time", r.time())));
    } else if (step instanceof Step.Train t) {
      return step("train", train(t));
    } else if (step instanceof Step.Field f) {
      return step("field", field(f));
    } else if (step instanceof Step.Measure m) {
      return step("measure", scalar(m.label()));
    } else if (step instanceof Step.Retrieve r) {
      return step("retrieve", retrieve(r));
    }
    Step.Repeat r = (Step.Repeat) step;
    return step(
        "repeat",
        map()
            .with("times", scalar(Integer.toString(r.times())))
            .with("steps", list(r.steps().stream().map(ProtocolWriter::step).toList())));
  }

  private static YamlNode step(String kind, YamlNode value) {
    return map().with(kind, value);
  }

  private static YamlNode field(Step.Field f) {
    YamlNode.Mapping map =
        map()
            .with("value", numbers("protocol.field.value", f.x(), f.y(), f.z()))
            .with("time", number("protocol.field.time", f.time()))
            .with("shape", word(f.shape()));
    return f.shape() == Step.FieldShape.SINE
        ? map.with("frequency", number("protocol.field.frequency", f.frequency()))
        : map;
  }

  private static YamlNode train(Step.Train t) {
    YamlNode.Mapping map = map();
    Step.Drive first = t.drives().get(0);
    if (first instanceof Step.PatternDrive p) {
      map =
          t.drives().size() == 1
              ? map.with("pattern", scalar(p.pattern().text()))
              : map.with("patterns", list(t.drives().stream().map(ProtocolWriter::sign).toList()));
      String key = p.byCurrent() ? "current" : "voltage";
      map = map.with(key, number("protocol.train." + key, p.amplitude()));
    } else {
      Step.Given given = (Step.Given) first;
      for (Drive kind : List.of(Drive.VOLTAGE, Drive.CURRENT)) {
        String key = kind == Drive.VOLTAGE ? "voltages" : "currents";
        if (given.drives().contains(kind)) {
          map = map.with(key, numbers("protocol.train." + key, given.values(kind)));
        }
      }
    }
    map = map.with("time", number("protocol.train.time", t.time()));
    Schedule plan = t.schedule();
    if (plan.slot() != Schedule.usualSlot(t.drives().size(), plan.on(), plan.off(), t.time())) {
      map = map.with("slot", number("protocol.train.slot", plan.slot()));
    }
    if (plan.isPulsed()) {
      map =
          map.with(
              "pulse",
              map()
                  .with("on", number("protocol.train.pulse.on", plan.on()))
                  .with("off", number("protocol.train.pulse.off", plan.off())));
    }
    if (plan.ramp() > 0) {
      map = map.with("ramp", number("protocol.train.ramp", plan.ramp()));
    }
    if (plan.until() != Schedule.Until.TIME) {
      map = map.with("until", word(plan.until()));
    }
    if (plan.until() != Schedule.Until.VERIFIED) {
      return map;
    }
    Schedule.Pass pass = plan.pass();
    if (pass.clearance() > 0) {
      map = map.with("clearance", number("protocol.train.clearance", pass.clearance()));
    }
    return map.with("margin", number("protocol.train.margin", pass.margin()))
        .with("hold", number("protocol.train.hold", pass.hold()));
  }

  private static YamlNode sign(Step.Drive drive) {
    return scalar(((Step.PatternDrive) drive).pattern().text());
  }

  private static YamlNode retrieve(Step.Retrieve r) {
    YamlNode.Mapping map = map();
    if (r.starts() instanceof Step.Listed l) {
      map = map.with("from", list(l.patterns().stream().map(p -> scalar(p.text())).toList()));
    } else if (r.starts() instanceof Step.Noisy n) {
      map =
          map.with("from", scalar("noisy"))
              .with("copies", scalar(Integer.toString(n.copies())))
              .with("flips", scalar(Integer.toString(n.flips())));
    } else if (r.starts() instanceof Step.Flipped f) {
      map =
          map.with("from", scalar("noisy"))
              .with("copies", scalar(Integer.toString(f.copies())))
              .with(
                  "flipped",
                  numbers(
                      "protocol.retrieve.flipped",
                      f.fractions().stream().mapToDouble(Double::doubleValue).toArray()));
    } else {
      map = map.with("from", scalar("all"));
    }
    map = map.with("update", word(r.update()));
    if (r.update() == UpdateRule.GRADED) {
      map = map.with("gain", number("protocol.retrieve.gain", r.gain()));
    } else if (r.update() == UpdateRule.ASYNCHRONOUS) {
      map = map.with("order", scalar(r.randomOrder() ? "random" : "fixed"));
    }
    return map;
  }
}
