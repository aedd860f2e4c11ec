package hopfilm.file;

import static hopfilm.file.YamlValues.list;
import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.numbers;
import static hopfilm.file.YamlValues.scalar;
import static hopfilm.file.YamlValues.word;

import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.Pattern;
import hopfilm.input.Message;
import hopfilm.transport.Electrode.Drive;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A train step, read and written. */
final class TrainSection {

  /** Currents that add up to this part of the largest cancel; what is left is rounding. */
  private static final double BALANCED = 1e-9;

  private static final int MOST_STRETCHES = 1_000_000;

  private final Section s;
  private final ProtocolContext protocol;

  private TrainSection(Section s, ProtocolContext protocol) {
    this.s = s;
    this.protocol = protocol;
  }

  /**
   * Reads a train step.
   *
   * @param protocol hears of the patterns
   */
  static Step.Train read(Section s, ProtocolContext protocol) {
    return new TrainSection(s, protocol).read();
  }

  private Step.Train read() {
    List<Step.Drive> drives = drives();
    List<Pattern> shown = new ArrayList<>();
    for (Step.Drive drive : drives) {
      if (drive instanceof Step.PatternDrive p) {
        shown.add(p.pattern());
      }
    }
    protocol.train(shown);
    boolean isSet = isSet(shown);
    if (!isSet && s.choice("until").equals("verified")) {
      if (!s.has("pattern")) {
        throw s.error("until", Message.ONLY_A_PATTERN_IS_VERIFIED, protocol.example());
      }
      if (protocol.electrodes() > Memory.MAX_TRIED) {
        throw s.error("until", Message.VERIFY_TOO_MANY, protocol.electrodes(), Memory.MAX_TRIED);
      }
    }
    double time = s.value("time");
    Schedule schedule = schedule(drives.size(), time, isSet);
    if (isSet) {
      protocol.set(schedule.set());
    }
    Optional<Step.Applied> field =
        s.has("field")
            ? Optional.of(Binder.read(Step.Applied.class, s.section("field")))
            : Optional.empty();
    ProtocolContext.requireTime(field, time, s);
    Optional<List<Double>> part =
        s.has("part")
            ? Optional.of(Arrays.stream(s.values("part")).boxed().toList())
            : Optional.empty();
    return new Step.Train(drives, time, schedule, field, part);
  }

  /** Whether the film is looked at between pulses of several patterns. */
  private boolean isSet(List<Pattern> shown) {
    boolean isMixed = s.choice("drive").equals("sum-and-difference");
    boolean isWorst = s.has("order") && s.choice("order").equals("worst");
    boolean isVerified = s.choice("until").equals("verified");
    if (!s.has("patterns") || !(isMixed || isWorst || isVerified)) {
      if (isMixed || isWorst) {
        throw s.error(isMixed ? "drive" : "order", Message.NEEDS_PATTERNS);
      }
      for (String key : List.of("flips", "gain", "show")) {
        s.refuse(key, Message.ONLY_A_SET_HAS, key);
      }
      return false;
    }
    if (s.choice("until").equals("settled")) {
      throw s.error("until", Message.A_SET_DOES_NOT_SETTLE);
    }
    for (int k = 0; k < shown.size(); k++) {
      for (int l = 0; l < k; l++) {
        if (shown.get(k).isSameState(shown.get(l))) {
          throw s.error("patterns", Message.SAME_PATTERN_TWICE, shown.get(l), shown.get(k));
        }
      }
    }
    if (isMixed && shown.size() != 2) {
      throw s.error("patterns", Message.MIXED_NEEDS_TWO);
    }
    if (shown.size() < 2 && s.choice("show").equals("first")) {
      throw s.error("show", Message.ONE_IS_NO_CONTROL);
    }
    if (isMixed && s.choice("show").equals("first")) {
      throw s.error("show", Message.MIXED_SHOWS_ALL);
    }
    if (isMixed && protocol.kinds().contains(Drive.CURRENT)) {
      throw s.error("drive", Message.MIXED_NEEDS_VOLTAGES);
    }
    return true;
  }

  private List<Step.Drive> drives() {
    if (s.has("voltages") || s.has("currents")) {
      for (String key : List.of("pattern", "patterns", "voltage", "current")) {
        s.refuse(key, s.has("voltages") ? Message.VOLTAGES_GIVEN : Message.CURRENTS_GIVEN);
      }
      return List.of(given());
    }
    if (s.has("patterns")) {
      s.refuse("pattern", Message.PATTERNS_GIVEN);
      List<YamlNode> items = s.list("patterns");
      if (items.isEmpty()) {
        throw s.error("patterns", Message.EMPTY_LIST);
      }
      List<Step.Drive> drives = new ArrayList<>();
      for (YamlNode item : items) {
        Pattern p = protocol.pattern(s, "patterns", item);
        drives.add(patternDrive(p));
      }
      return drives;
    }
    if (!s.has("pattern")) {
      throw s.error("pattern", Message.NO_PATTERN, protocol.example());
    }
    if (s.node("pattern") instanceof YamlNode.Sequence) {
      throw s.error("pattern", Message.PATTERN_LIST);
    }
    Pattern pattern = protocol.pattern(s, "pattern", s.node("pattern"));
    return List.of(patternDrive(pattern));
  }

  private Step.PatternDrive patternDrive(Pattern pattern) {
    String key = s.has("patterns") ? "patterns" : "pattern";
    if (protocol.kinds().stream().distinct().count() > 1) {
      throw s.error(key, Message.PATTERN_NEEDS_ONE_DRIVE);
    }
    boolean byCurrent = protocol.kinds().get(0) == Drive.CURRENT;
    s.refuse(
        byCurrent ? "voltage" : "current",
        Message.NOT_SO_DRIVEN,
        byCurrent ? "currents" : "voltages",
        byCurrent ? "current" : "voltage");
    return new Step.PatternDrive(pattern, s.value(byCurrent ? "current" : "voltage"), byCurrent);
  }

  /**
   * Voltages and currents as they are given, each list for the protocol.electrodes() that it
   * drives.
   */
  private Step.Given given() {
    Double[] values = new Double[protocol.electrodes()];
    Arrays.fill(values, 0.0);
    if (!protocol.kinds().contains(Drive.VOLTAGE)) {
      s.refuse("voltages", Message.NOT_SO_DRIVEN, "currents", "currents");
    } else if (!protocol.kinds().contains(Drive.CURRENT)) {
      s.refuse("currents", Message.NOT_SO_DRIVEN, "voltages", "voltages");
    }
    for (Drive kind : List.of(Drive.VOLTAGE, Drive.CURRENT)) {
      String key = kind == Drive.VOLTAGE ? "voltages" : "currents";
      int wanted = Collections.frequency(protocol.kinds(), kind);
      if (wanted > 0 && !s.has(key)) {
        throw s.error(key, Message.VALUES_MISSING, wanted, key);
      }
      double[] list = s.has(key) ? s.values(key) : new double[0];
      if (list.length != wanted) {
        String one = kind == Drive.VOLTAGE ? "0 V" : "0 mA";
        String example = (kind == Drive.VOLTAGE ? "50 mV" : "5 mA, -5 mA") + (", " + one).repeat(9);
        int first = kind == Drive.VOLTAGE ? 1 : Math.min(2, wanted);
        String shown =
            String.join(
                ", ", Arrays.copyOf(example.split(", "), Math.max(first, Math.min(wanted, 9))));
        throw s.error(key, Message.HOW_MANY_VOLTAGES, list.length, wanted, "[" + shown + "]");
      }
      for (int k = 0, next = 0; k < protocol.electrodes(); k++) {
        if (protocol.kinds().get(k) == kind) {
          values[k] = list[next++];
        }
      }
    }
    Step.Given given = new Step.Given(List.of(values), protocol.kinds());
    double[] currents = given.values(Drive.CURRENT);
    double sum = Arrays.stream(currents).sum();
    double largest = Arrays.stream(currents).map(Math::abs).max().orElse(0);
    if (!protocol.kinds().contains(Drive.VOLTAGE) && Math.abs(sum) > BALANCED * largest) {
      throw s.error(
          "currents", Message.CURRENTS_DO_NOT_CANCEL, Quantity.format(sum, Dimension.CURRENT));
    }
    return given;
  }

  private Schedule schedule(int drives, double time, boolean isSet) {
    Schedule.Until until = s.constant("until", Schedule.Until.class);
    boolean isVerified = until == Schedule.Until.VERIFIED;
    if (!isVerified) {
      for (String key : List.of("margin", "clearance", "hold")) {
        s.refuse(key, Message.ONLY_VERIFIED_HAS, key);
      }
    }
    if (s.has("clearance") && protocol.electrodes() > Memory.MAX_TRIED) {
      throw s.error(
          "clearance", Message.CLEARANCE_TOO_MANY, protocol.electrodes(), Memory.MAX_TRIED);
    }
    boolean isPulsed = isVerified || isSet || s.has("pulse");
    double on = isVerified || isSet ? Schedule.USUAL_ON : 0;
    double off = isVerified || isSet ? Schedule.USUAL_OFF : 0;
    if (s.has("pulse")) {
      Section pulse = s.section("pulse");
      on = pulse.value("on");
      off = pulse.value("off");
    }
    double usual = isSet ? Schedule.Set.USUAL_SLOT : Schedule.usualSlot(drives, on, off, time);
    double slot = s.optional("slot").orElse(usual);
    double ramp = s.value("ramp");
    Schedule schedule =
        new Schedule(
            slot,
            isPulsed ? on : slot,
            off,
            ramp,
            until,
            isVerified
                ? new Schedule.Pass(
                    isSet && !s.has("margin") ? 0 : s.value("margin"),
                    s.value("clearance"),
                    s.value("hold"))
                : Schedule.Pass.NONE,
            isSet ? set(isVerified) : null);
    double shortest = schedule.shortestOn(drives, time);
    if (time > 0 && 2 * ramp > shortest) {
      throw s.error(
          "ramp", Message.RAMP_TOO_LONG, s.text("ramp"), time(shortest), time(shortest / 2));
    }
    if (time > 0 && schedule.stretches(time) > MOST_STRETCHES) {
      throw s.error(
          isPulsed ? "pulse" : "slot",
          Message.TOO_MANY_TURNS,
          schedule.stretches(time),
          time(time),
          MOST_STRETCHES);
    }
    return schedule;
  }

  private Schedule.Set set(boolean isVerified) {
    Schedule.Order order =
        s.has("order") ? s.constant("order", Schedule.Order.class) : usualOrder(isVerified);
    int flips = s.has("flips") ? (int) s.whole("flips") : Memory.usualFlips(protocol.electrodes());
    if (flips > protocol.electrodes()) {
      throw s.error("flips", Message.TOO_MANY_FLIPS, flips, protocol.electrodes());
    }
    return new Schedule.Set(
        order,
        s.constant("drive", Schedule.Blocks.class),
        flips,
        s.value("gain"),
        s.constant("show", Schedule.Show.class));
  }

  private static Schedule.Order usualOrder(boolean isVerified) {
    return isVerified ? Schedule.Order.WORST : Schedule.Order.IN_TURN;
  }

  private static String time(double seconds) {
    return Quantity.format(seconds, Dimension.TIME);
  }

  /** The map of a train step. */
  static YamlNode tree(Step.Train t) {
    YamlNode.Mapping map = map();
    Step.Drive first = t.drives().get(0);
    if (first instanceof Step.PatternDrive p) {
      map =
          t.drives().size() == 1 && t.schedule().set() == null
              ? map.with("pattern", scalar(p.pattern().text()))
              : map.with("patterns", list(t.drives().stream().map(TrainSection::sign).toList()));
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
    if (t.part().isPresent()) {
      map = map.with("part", numbers("protocol.train.part", t.part().get()));
    }
    Schedule plan = t.schedule();
    double usual =
        plan.set() != null
            ? Schedule.Set.USUAL_SLOT
            : Schedule.usualSlot(t.drives().size(), plan.on(), plan.off(), t.time());
    if (plan.slot() != usual) {
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
    if (t.field().isPresent()) {
      map = map.with("field", Binder.tree("protocol.train.field", t.field().get()));
    }
    if (plan.until() != Schedule.Until.TIME) {
      map = map.with("until", word(plan.until()));
    }
    if (plan.set() != null) {
      map = set(map, t);
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

  private static YamlNode.Mapping set(YamlNode.Mapping map, Step.Train t) {
    Schedule.Set set = t.schedule().set();
    YamlNode.Mapping all = map;
    if (set.order() != usualOrder(t.schedule().until() == Schedule.Until.VERIFIED)) {
      all = all.with("order", word(set.order()));
    }
    if (set.blocks() != Schedule.Blocks.PATTERNS) {
      all = all.with("drive", word(set.blocks()));
    }
    if (set.show() != Schedule.Show.ALL) {
      all = all.with("show", word(set.show()));
    }
    int signs = t.drives().get(0).values().size();
    if (set.flips() != Memory.usualFlips(signs)) {
      all = all.with("flips", scalar(Integer.toString(set.flips())));
    }
    return set.gain() == Schedule.Set.USUAL_GAIN
        ? all
        : all.with("gain", number("protocol.train.gain", set.gain()));
  }

  private static YamlNode sign(Step.Drive drive) {
    return scalar(((Step.PatternDrive) drive).pattern().text());
  }
}
