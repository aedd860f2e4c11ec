package hopfilm.file;

import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Nearest;
import hopfilm.input.Origin;
import hopfilm.input.Spelling;
import hopfilm.protocol.Verifier;
import hopfilm.transport.Electrode.Drive;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the protocol of an experiment file and vets the order of its steps. */
final class ProtocolReader {

  private static final java.util.regex.Pattern LABEL =
      java.util.regex.Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_ .-]{0,59}");

  /** Currents that add up to this part of the largest cancel; what is left is rounding. */
  private static final double BALANCED = 1e-9;

  private static final int MOST_STRETCHES = 1_000_000;

  private static final int MOST_STEPS = 100_000;

  /** Of all starts of a retrieval together: 2^20 patterns of 20 electrodes, and some more. */
  private static final int MOST_SIGNS = 30_000_000;

  private final List<Drive> kinds;
  private final int electrodes;
  private final Reference reference;
  private final Set<String> labels = new HashSet<>();
  private boolean measured;
  private boolean trained;
  private final Set<Pattern> patterns = new HashSet<>();

  /**
   * @param kinds what is given at each electrode
   */
  ProtocolReader(List<Drive> kinds, Reference reference) {
    this.kinds = List.copyOf(kinds);
    this.electrodes = kinds.size();
    this.reference = reference;
  }

  List<Step> read(YamlNode node) {
    List<Step> steps = steps(node, "protocol");
    if (steps.isEmpty()) {
      throw ExperimentException.at(node.origin(), "protocol", Message.NO_STEPS);
    }
    return steps;
  }

  private List<Step> steps(YamlNode node, String shown) {
    if (!(node instanceof YamlNode.Sequence list)) {
      throw Section.shown(node).isEmpty()
          ? ExperimentException.at(node.origin(), shown, Message.NO_STEPS)
          : ExperimentException.at(
              node.origin(), shown, Message.NO_STEPS_LIST, Section.shown(node));
    }
    List<Step> steps = new ArrayList<>();
    for (YamlNode item : list.items()) {
      steps.add(step(item, shown));
    }
    return steps;
  }

  private Step step(YamlNode item, String shown) {
    List<String> kinds = ExperimentKeys.children("protocol");
    if (!(item instanceof YamlNode.Mapping map) || map.entries().size() != 1) {
      throw ExperimentException.at(
          item.origin(), shown, Message.NO_STEP, Section.shown(item), String.join(", ", kinds));
    }
    String kind = map.entries().keySet().iterator().next();
    if (!kinds.contains(kind)) {
      Origin at = map.originOf(kind);
      String step = Section.shorten(kind);
      throw Nearest.to(kind, kinds)
          .map(near -> ExperimentException.at(at, shown, Message.UNKNOWN_STEP_NEAR, step, near))
          .orElseGet(
              () ->
                  ExperimentException.at(
                      at, shown, Message.UNKNOWN_STEP, step, String.join(", ", kinds)));
    }
    YamlNode value = map.get(kind);
    YamlNode full =
        value instanceof YamlNode.Scalar s && s.text().isEmpty()
            ? YamlNode.Mapping.empty(s.origin())
            : value;
    Section s = new Section("protocol." + kind, kind, full, map.origin());
    return switch (kind) {
      case "relax" -> new Step.Relax(s.value("time"), s.value("alpha"));
      case "rest" -> new Step.Rest(s.value("time"));
      case "train" -> train(s);
      case "measure" -> measure(s);
      case "retrieve" -> retrieve(s);
      case "field" -> field(s);
      default -> {
        List<YamlNode> inner = s.list("steps");
        int times = (int) s.whole("times");
        List<Step> steps = steps(new YamlNode.Sequence(inner, s.origin()), "repeat.steps");
        if (steps.isEmpty()) {
          throw s.error("steps", Message.NO_STEPS);
        }
        Step.Repeat repeat = new Step.Repeat(times, steps);
        if (count(repeat) > MOST_STEPS) {
          throw s.error("times", Message.TOO_MANY_STEPS, count(repeat), MOST_STEPS);
        }
        yield repeat;
      }
    };
  }

  /** With repeats written out. */
  private static double count(Step step) {
    return step instanceof Step.Repeat r
        ? r.times() * r.steps().stream().mapToDouble(ProtocolReader::count).sum()
        : 1;
  }

  private static Step field(Section s) {
    double[] h = s.values("value");
    double time = s.value("time");
    Step.FieldShape shape = s.constant("shape", Step.FieldShape.class);
    if (shape != Step.FieldShape.SINE) {
      s.refuse("frequency", Message.ONLY_SINE_HAS_FREQUENCY);
    }
    if (shape != Step.FieldShape.CONSTANT && time == 0) {
      throw s.error("time", Message.SHAPE_NEEDS_TIME, s.text("shape"));
    }
    double frequency = shape == Step.FieldShape.SINE ? s.optional("frequency").orElse(1 / time) : 0;
    return new Step.Field(h[0], h[1], h[2], time, shape, frequency);
  }

  private Step train(Section s) {
    trained = true;
    List<Step.Drive> drives = drives(s);
    if (s.choice("until").equals("verified")) {
      if (!s.has("pattern")) {
        throw s.error("until", Message.ONLY_A_PATTERN_IS_VERIFIED, example(electrodes));
      }
      if (electrodes > Verifier.MOST_ELECTRODES) {
        throw s.error("until", Message.VERIFY_TOO_MANY, electrodes, Verifier.MOST_ELECTRODES);
      }
    }
    double time = s.value("time");
    return new Step.Train(drives, time, schedule(s, drives.size(), time));
  }

  private List<Step.Drive> drives(Section s) {
    if (s.has("voltages") || s.has("currents")) {
      for (String key : List.of("pattern", "patterns", "voltage", "current")) {
        s.refuse(key, s.has("voltages") ? Message.VOLTAGES_GIVEN : Message.CURRENTS_GIVEN);
      }
      return List.of(given(s));
    }
    if (s.has("patterns")) {
      s.refuse("pattern", Message.PATTERNS_GIVEN);
      List<YamlNode> items = s.list("patterns");
      if (items.isEmpty()) {
        throw s.error("patterns", Message.EMPTY_LIST);
      }
      List<Step.Drive> drives = new ArrayList<>();
      for (YamlNode item : items) {
        Pattern p = pattern(s, "patterns", item);
        patterns.add(p);
        drives.add(patternDrive(s, p));
      }
      return drives;
    }
    if (!s.has("pattern")) {
      throw s.error("pattern", Message.NO_PATTERN, example(electrodes));
    }
    if (s.node("pattern") instanceof YamlNode.Sequence) {
      throw s.error("pattern", Message.PATTERN_LIST);
    }
    Pattern pattern = pattern(s, "pattern", s.node("pattern"));
    patterns.add(pattern);
    return List.of(patternDrive(s, pattern));
  }

  private Step.PatternDrive patternDrive(Section s, Pattern pattern) {
    String key = s.has("patterns") ? "patterns" : "pattern";
    if (kinds.stream().distinct().count() > 1) {
      throw s.error(key, Message.PATTERN_NEEDS_ONE_DRIVE);
    }
    boolean byCurrent = kinds.get(0) == Drive.CURRENT;
    s.refuse(
        byCurrent ? "voltage" : "current",
        Message.NOT_SO_DRIVEN,
        byCurrent ? "currents" : "voltages",
        byCurrent ? "current" : "voltage");
    return new Step.PatternDrive(pattern, s.value(byCurrent ? "current" : "voltage"), byCurrent);
  }

  /** Voltages and currents as they are given, each list for the electrodes that it drives. */
  private Step.Given given(Section s) {
    Double[] values = new Double[electrodes];
    Arrays.fill(values, 0.0);
    if (!kinds.contains(Drive.VOLTAGE)) {
      s.refuse("voltages", Message.NOT_SO_DRIVEN, "currents", "currents");
    } else if (!kinds.contains(Drive.CURRENT)) {
      s.refuse("currents", Message.NOT_SO_DRIVEN, "voltages", "voltages");
    }
    for (Drive kind : List.of(Drive.VOLTAGE, Drive.CURRENT)) {
      String key = kind == Drive.VOLTAGE ? "voltages" : "currents";
      int wanted = Collections.frequency(kinds, kind);
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
      for (int k = 0, next = 0; k < electrodes; k++) {
        if (kinds.get(k) == kind) {
          values[k] = list[next++];
        }
      }
    }
    Step.Given given = new Step.Given(List.of(values), kinds);
    double[] currents = given.values(Drive.CURRENT);
    double sum = Arrays.stream(currents).sum();
    double largest = Arrays.stream(currents).map(Math::abs).max().orElse(0);
    if (!kinds.contains(Drive.VOLTAGE) && Math.abs(sum) > BALANCED * largest) {
      throw s.error(
          "currents", Message.CURRENTS_DO_NOT_CANCEL, Quantity.format(sum, Dimension.CURRENT));
    }
    return given;
  }

  private static Schedule schedule(Section s, int drives, double time) {
    Schedule.Until until = s.constant("until", Schedule.Until.class);
    boolean isVerified = until == Schedule.Until.VERIFIED;
    if (!isVerified) {
      for (String key : List.of("margin", "clearance", "hold")) {
        s.refuse(key, Message.ONLY_VERIFIED_HAS, key);
      }
    }
    boolean isPulsed = isVerified || s.has("pulse");
    double on = isVerified ? Schedule.USUAL_ON : 0;
    double off = isVerified ? Schedule.USUAL_OFF : 0;
    if (s.has("pulse")) {
      Section pulse = s.section("pulse");
      on = pulse.value("on");
      off = pulse.value("off");
    }
    double slot = s.optional("slot").orElse(Schedule.usualSlot(drives, on, off, time));
    double ramp = s.value("ramp");
    double shortest = Math.min(isPulsed ? on : slot, Math.min(slot, time));
    if (time > 0 && 2 * ramp > shortest) {
      throw s.error(
          "ramp", Message.RAMP_TOO_LONG, s.text("ramp"), time(shortest), time(shortest / 2));
    }
    Schedule schedule =
        new Schedule(
            slot,
            isPulsed ? on : slot,
            off,
            ramp,
            until,
            isVerified
                ? new Schedule.Pass(s.value("margin"), s.value("clearance"), s.value("hold"))
                : Schedule.Pass.NONE);
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

  private static String time(double seconds) {
    return Quantity.format(seconds, Dimension.TIME);
  }

  private Step measure(Section s) {
    String label = s.text("label");
    if (!LABEL.matcher(label).matches()) {
      throw s.error("label", Message.BAD_LABEL, Section.shorten(label));
    }
    if (!labels.add(label)) {
      throw s.error("label", Message.SAME_LABEL, label);
    }
    measured = true;
    return new Step.Measure(label);
  }

  private Step retrieve(Section s) {
    if (!measured) {
      throw s.error("", Message.NO_MEASURE_BEFORE);
    }
    if (!trained && (reference == Reference.UNTRAINED || reference == Reference.UNTRAINED_SCALED)) {
      throw s.error("", Message.NO_TRAIN_BEFORE, Spelling.of(reference));
    }
    UpdateRule update = s.constant("update", UpdateRule.class);
    if (update != UpdateRule.GRADED) {
      s.refuse("gain", Message.ONLY_GRADED_HAS_GAIN);
    }
    if (update != UpdateRule.ASYNCHRONOUS) {
      s.refuse("order", Message.ONLY_ASYNCHRONOUS_HAS_ORDER);
    }
    return new Step.Retrieve(
        starts(s), update, s.value("gain"), s.choice("order").equals("random"));
  }

  private Step.Starts starts(Section s) {
    boolean isNoisy = s.node("from") instanceof YamlNode.Scalar from && from.text().equals("noisy");
    if (!isNoisy) {
      s.refuse("copies", Message.ONLY_NOISY_HAS, "copies");
      s.refuse("flips", Message.ONLY_NOISY_HAS, "flips");
      s.refuse("flipped", Message.ONLY_NOISY_HAS, "flipped");
    }
    if (s.node("from") instanceof YamlNode.Sequence list) {
      if (list.items().isEmpty()) {
        throw s.error("from", Message.EMPTY_LIST);
      }
      return new Step.Listed(list.items().stream().map(p -> pattern(s, "from", p)).toList());
    }
    if (isNoisy) {
      if (patterns.isEmpty()) {
        throw s.error("from", Message.NOTHING_FOR_NOISY);
      }
      return noisy(s);
    }
    String from = s.text("from");
    if (from.equals("all")) {
      if (electrodes > Pattern.MOST_LISTED) {
        throw s.error("from", Message.TOO_MANY_PATTERNS, electrodes, Pattern.MOST_LISTED);
      }
      return new Step.AllPatterns();
    }
    if (from.matches("[+-]+")) {
      return new Step.Listed(List.of(pattern(s, "from", s.node("from"))));
    }
    throw s.error("from", Message.NO_STARTS, Section.shorten(from), example(electrodes));
  }

  private Step.Starts noisy(Section s) {
    List<Double> fractions = List.of();
    if (s.has("flipped")) {
      s.refuse("flips", Message.FLIPPED_GIVEN);
      fractions = Arrays.stream(s.values("flipped")).boxed().toList();
      if (fractions.isEmpty()) {
        throw s.error("flipped", Message.EMPTY_LIST);
      }
    }
    int flips = (int) s.whole("flips");
    if (flips > electrodes) {
      throw s.error("flips", Message.TOO_MANY_FLIPS, flips, electrodes);
    }
    int copies = (int) s.whole("copies");
    double starts = (double) copies * patterns.size() * Math.max(1, fractions.size());
    if (starts * electrodes > MOST_SIGNS) {
      throw s.error("copies", Message.TOO_MANY_STARTS, starts, electrodes, MOST_SIGNS / electrodes);
    }
    return fractions.isEmpty()
        ? new Step.Noisy(copies, flips)
        : new Step.Flipped(copies, fractions);
  }

  private Pattern pattern(Section s, String key, YamlNode node) {
    String text = s.scalar(key, node);
    String shown = Section.shorten(text);
    String example = example(electrodes);
    for (int i = 0; i < text.length(); i++) {
      if ("+-\u2212\u2013".indexOf(text.charAt(i)) < 0) {
        String sign = text.substring(i, text.offsetByCodePoints(i, 1));
        throw s.errorIn(key, node, Message.NO_SIGN, shown, sign, i + 1, example);
      }
    }
    if (text.length() != electrodes) {
      throw s.errorIn(key, node, Message.HOW_MANY_SIGNS, shown, text.length(), electrodes, example);
    }
    return Pattern.parse(text, electrodes);
  }

  /** A pattern of so many signs, cut off where it becomes long. */
  static String example(int electrodes) {
    String full = "+-".repeat((electrodes + 1) / 2).substring(0, electrodes);
    return electrodes <= 20 ? full : full.substring(0, 20) + "...";
  }
}
