package hopfilm.section;

import static hopfilm.key.YamlValues.map;

import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.experiment.Training;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.Pattern;
import hopfilm.input.FileMessage;
import hopfilm.key.Binder;
import hopfilm.key.Section;
import hopfilm.transport.Electrode.Drive;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A train step, read and written. */
final class TrainSection {

  /** Currents that add up to this part of the largest cancel; what is left is rounding. */
  private static final double BALANCED = 1e-9;

  private static final int MAX_STRETCHES = 1_000_000;

  private final Section s;
  private final Training t;
  private final ProtocolContext protocol;

  private TrainSection(Section s, ProtocolContext protocol) {
    this.s = s;
    this.t = Binder.read(Training.class, s);
    this.protocol = protocol;
  }

  /**
   * Reads a train step.
   *
   * @param protocol hears of the patterns
   */
  static Step.Train read(Section s, ProtocolContext protocol) {
    if (s.node("pattern") instanceof YamlNode.Sequence) {
      throw s.error("pattern", FileMessage.PATTERN_LIST);
    }
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
    if (!isSet && isVerified()) {
      if (!s.has("pattern")) {
        throw s.error("until", FileMessage.ONLY_A_PATTERN_IS_VERIFIED, protocol.example());
      }
      if (protocol.electrodes() > Memory.MAX_TRIED) {
        throw s.error(
            "until", FileMessage.VERIFY_TOO_MANY, protocol.electrodes(), Memory.MAX_TRIED);
      }
    }
    Schedule schedule = schedule(drives.size(), t.time(), isSet);
    schedule.together().ifPresent(protocol::set);
    ProtocolContext.requireTime(t.field(), t.time(), s);
    return new Step.Train(drives, t.time(), schedule, t.temperature(), t.field(), t.part());
  }

  private boolean isVerified() {
    return t.until() == Training.Until.VERIFIED;
  }

  /** Whether the film is looked at between pulses of several patterns. */
  private boolean isSet(List<Pattern> shown) {
    boolean isMixed = t.drive() == Schedule.Blocks.SUM_AND_DIFFERENCE;
    boolean isWorst = t.order().filter(o -> o == Schedule.Order.WORST).isPresent();
    if (!s.has("patterns") || !(isMixed || isWorst || isVerified())) {
      if (isMixed || isWorst) {
        throw s.error(isMixed ? "drive" : "order", FileMessage.NEEDS_PATTERNS);
      }
      for (String key : List.of("flips", "gain", "show")) {
        s.refuse(key, FileMessage.ONLY_A_SET_HAS, key);
      }
      return false;
    }
    if (t.until() == Training.Until.SETTLED) {
      throw s.error("until", FileMessage.A_SET_DOES_NOT_SETTLE);
    }
    for (int k = 0; k < shown.size(); k++) {
      for (int l = 0; l < k; l++) {
        if (shown.get(k).isSameState(shown.get(l))) {
          throw s.error("patterns", FileMessage.SAME_PATTERN_TWICE, shown.get(l), shown.get(k));
        }
      }
    }
    if (isMixed && shown.size() != 2) {
      throw s.error("patterns", FileMessage.MIXED_NEEDS_TWO);
    }
    boolean showsFirst = t.show() == Schedule.Show.FIRST;
    if (shown.size() < 2 && showsFirst) {
      throw s.error("show", FileMessage.ONE_IS_NO_CONTROL);
    }
    if (isMixed && showsFirst) {
      throw s.error("show", FileMessage.MIXED_SHOWS_ALL);
    }
    if (isMixed && protocol.kinds().contains(Drive.CURRENT)) {
      throw s.error("drive", FileMessage.MIXED_NEEDS_VOLTAGES);
    }
    return true;
  }

  private List<Step.Drive> drives() {
    if (s.has("voltages") || s.has("currents")) {
      for (String key : List.of("pattern", "patterns", "voltage", "current")) {
        s.refuse(key, s.has("voltages") ? FileMessage.VOLTAGES_GIVEN : FileMessage.CURRENTS_GIVEN);
      }
      return List.of(given());
    }
    if (s.has("patterns")) {
      s.refuse("pattern", FileMessage.PATTERNS_GIVEN);
      List<YamlNode> items = s.list("patterns");
      if (items.isEmpty()) {
        throw s.error("patterns", FileMessage.EMPTY_LIST);
      }
      List<Step.Drive> drives = new ArrayList<>();
      for (YamlNode item : items) {
        Pattern p = protocol.pattern(s, "patterns", item);
        drives.add(patternDrive(p));
      }
      return drives;
    }
    if (!s.has("pattern")) {
      throw s.error("pattern", FileMessage.NO_PATTERN, protocol.example());
    }
    Pattern pattern = protocol.pattern(s, "pattern", s.node("pattern"));
    return List.of(patternDrive(pattern));
  }

  private Step.PatternDrive patternDrive(Pattern pattern) {
    String key = s.has("patterns") ? "patterns" : "pattern";
    if (protocol.kinds().stream().distinct().count() > 1) {
      throw s.error(key, FileMessage.PATTERN_NEEDS_ONE_DRIVE);
    }
    boolean byCurrent = protocol.kinds().get(0) == Drive.CURRENT;
    s.refuse(
        byCurrent ? "voltage" : "current",
        FileMessage.NOT_SO_DRIVEN,
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
      s.refuse("voltages", FileMessage.NOT_SO_DRIVEN, "currents", "currents");
    } else if (!protocol.kinds().contains(Drive.CURRENT)) {
      s.refuse("currents", FileMessage.NOT_SO_DRIVEN, "voltages", "voltages");
    }
    for (Drive kind : List.of(Drive.VOLTAGE, Drive.CURRENT)) {
      String key = kind == Drive.VOLTAGE ? "voltages" : "currents";
      int wanted = Collections.frequency(protocol.kinds(), kind);
      if (wanted > 0 && !s.has(key)) {
        throw s.error(key, FileMessage.VALUES_MISSING, wanted, key);
      }
      double[] list = s.has(key) ? s.values(key) : new double[0];
      if (list.length != wanted) {
        String one = kind == Drive.VOLTAGE ? "0 V" : "0 mA";
        String example = (kind == Drive.VOLTAGE ? "50 mV" : "5 mA, -5 mA") + (", " + one).repeat(9);
        int first = kind == Drive.VOLTAGE ? 1 : Math.min(2, wanted);
        String shown =
            String.join(
                ", ", Arrays.copyOf(example.split(", "), Math.max(first, Math.min(wanted, 9))));
        throw s.error(key, FileMessage.HOW_MANY_VOLTAGES, list.length, wanted, "[" + shown + "]");
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
          "currents", FileMessage.CURRENTS_DO_NOT_CANCEL, Quantity.format(sum, Dimension.CURRENT));
    }
    return given;
  }

  private Schedule schedule(int drives, double time, boolean isSet) {
    boolean isVerified = isVerified();
    if (s.has("clearance") && protocol.electrodes() > Memory.MAX_TRIED) {
      throw s.error(
          "clearance", FileMessage.CLEARANCE_TOO_MANY, protocol.electrodes(), Memory.MAX_TRIED);
    }
    boolean isPulsed = isVerified || isSet || s.has("pulse");
    double on = t.pulse().map(Training.Pulse::on).orElse(isPulsed ? Schedule.USUAL_ON : 0);
    double off = t.pulse().map(Training.Pulse::off).orElse(isPulsed ? Schedule.USUAL_OFF : 0);
    double usual = isSet ? Schedule.Together.USUAL_SLOT : Schedule.usualSlot(drives, on, off, time);
    double slot = t.slot().orElse(usual);
    double ramp = t.ramp();
    Schedule schedule =
        new Schedule(
            slot,
            isPulsed ? on : slot,
            off,
            ramp,
            until(isSet),
            isSet ? Optional.of(together(isVerified)) : Optional.empty());
    double shortest = schedule.shortestOn(drives, time);
    if (time > 0 && 2 * ramp > shortest) {
      throw s.error(
          "ramp", FileMessage.RAMP_TOO_LONG, s.text("ramp"), time(shortest), time(shortest / 2));
    }
    if (time > 0 && schedule.stretches(time) > MAX_STRETCHES) {
      throw s.error(
          isPulsed ? "pulse" : "slot",
          FileMessage.TOO_MANY_TURNS,
          schedule.stretches(time),
          time(time),
          MAX_STRETCHES);
    }
    return schedule;
  }

  private Schedule.Until until(boolean isSet) {
    return switch (t.until()) {
      case TIME -> new Schedule.Time();
      case SETTLED -> new Schedule.Settled();
      case VERIFIED ->
          new Schedule.Verified(
              t.margin().orElse(isSet ? 0 : s.value("margin")), t.clearance(), t.hold());
    };
  }

  private Schedule.Together together(boolean isVerified) {
    int flips = t.flips().orElseGet(() -> Memory.usualFlips(protocol.electrodes()));
    if (flips > protocol.electrodes()) {
      throw s.error("flips", FileMessage.TOO_MANY_FLIPS, flips, protocol.electrodes());
    }
    return new Schedule.Together(
        t.order().orElse(usualOrder(isVerified)), t.drive(), flips, t.gain(), t.show());
  }

  private static Schedule.Order usualOrder(boolean isVerified) {
    return isVerified ? Schedule.Order.WORST : Schedule.Order.IN_TURN;
  }

  private static String time(double seconds) {
    return Quantity.format(seconds, Dimension.TIME);
  }

  /** The map of a train step. */
  static YamlNode tree(Step.Train t) {
    YamlNode.Mapping map = Binder.tree("protocol.train", given(t));
    YamlNode patterns = map.get("patterns");
    return patterns == null ? map : map().with("patterns", patterns).with(map);
  }

  /** A step as it would be given: what follows from the rest is left out. */
  private static Training given(Step.Train t) {
    Schedule plan = t.schedule();
    Optional<Schedule.Together> set = plan.together();
    Optional<Schedule.Verified> verified = plan.verified();
    List<String> signs = t.patterns().stream().map(Pattern::text).toList();
    boolean isOne = signs.size() == 1 && set.isEmpty();
    double usual =
        set.isPresent()
            ? Schedule.Together.USUAL_SLOT
            : Schedule.usualSlot(t.drives().size(), plan.on(), plan.off(), t.time());
    int electrodes = t.drives().get(0).values().size();
    return new Training(
        isOne ? Optional.of(signs.get(0)) : Optional.empty(),
        amplitude(t, Drive.VOLTAGE),
        isOne || signs.isEmpty() ? Optional.empty() : Optional.of(signs),
        values(t, Drive.VOLTAGE),
        amplitude(t, Drive.CURRENT),
        values(t, Drive.CURRENT),
        t.time(),
        t.part(),
        plan.slot() == usual ? OptionalDouble.empty() : OptionalDouble.of(plan.slot()),
        set.map(Schedule.Together::order).filter(o -> o != usualOrder(verified.isPresent())),
        set.map(Schedule.Together::blocks).orElse(Schedule.Blocks.PATTERNS),
        set.map(Schedule.Together::show).orElse(Schedule.Show.ALL),
        set.map(Schedule.Together::flips).filter(f -> f != Memory.usualFlips(electrodes)),
        set.map(Schedule.Together::gain).orElse(Schedule.Together.USUAL_GAIN),
        plan.isPulsed() ? Optional.of(new Training.Pulse(plan.on(), plan.off())) : Optional.empty(),
        plan.ramp(),
        verified.isPresent()
            ? Training.Until.VERIFIED
            : plan.mayEndSooner() ? Training.Until.SETTLED : Training.Until.TIME,
        verified.isPresent() ? OptionalDouble.of(verified.get().margin()) : OptionalDouble.empty(),
        verified.map(Schedule.Verified::clearance).orElse(0.0),
        verified.map(Schedule.Verified::hold).orElse(0.0),
        t.temperature(),
        t.field());
  }

  private static OptionalDouble amplitude(Step.Train t, Drive kind) {
    return t.drives().get(0) instanceof Step.PatternDrive p
            && p.byCurrent() == (kind == Drive.CURRENT)
        ? OptionalDouble.of(p.amplitude())
        : OptionalDouble.empty();
  }

  private static Optional<List<Double>> values(Step.Train t, Drive kind) {
    return t.drives().get(0) instanceof Step.Given g && g.drives().contains(kind)
        ? Optional.of(Arrays.stream(g.values(kind)).boxed().toList())
        : Optional.empty();
  }
}
