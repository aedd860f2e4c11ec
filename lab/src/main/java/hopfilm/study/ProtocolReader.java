package hopfilm.study;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the protocol of an experiment file and vets the order of its steps. */
final class ProtocolReader {

  private static final java.util.regex.Pattern LABEL =
      java.util.regex.Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_ .-]{0,59}");

  private static final int MOST_STRETCHES = 1_000_000;

  private final int electrodes;
  private final Reference reference;
  private final Set<String> labels = new HashSet<>();
  private boolean measured;
  private boolean trained;
  private boolean patterns;

  ProtocolReader(int electrodes, Reference reference) {
    this.electrodes = electrodes;
    this.reference = reference;
  }

  List<Step> read(YamlNode node) {
    List<Step> steps = steps(node, "protocol");
    if (steps.isEmpty()) {
      throw ExperimentException.at(node.origin(), "protocol", "empty; list one step or more");
    }
    return steps;
  }

  private List<Step> steps(YamlNode node, String shown) {
    if (!(node instanceof YamlNode.Sequence list)) {
      throw ExperimentException.at(
          node.origin(), shown, "a list of steps is expected; begin each line with \"- \"");
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
          item.origin(),
          shown,
          "\"%s\" is no step; write \"- step: {...}\" with one of %s"
              .formatted(Section.shorten(item.flow()), String.join(", ", kinds)));
    }
    String kind = map.entries().keySet().iterator().next();
    if (!kinds.contains(kind)) {
      throw ExperimentException.at(
          map.originOf(kind), shown, "unknown step " + kind + Nearest.hint(kind, kinds));
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
          throw s.error("steps", "empty; list one step or more");
        }
        yield new Step.Repeat(times, steps);
      }
    };
  }

  private static Step field(Section s) {
    double[] h = s.values("value");
    double time = s.value("time");
    Step.FieldShape shape = s.constant("shape", Step.FieldShape.class);
    if (shape != Step.FieldShape.SINE) {
      s.refuse("frequency", "only a sine has a frequency");
    }
    if (shape != Step.FieldShape.CONSTANT && time == 0) {
      throw s.error("time", "0 ns is too short for a " + s.text("shape") + "; give a time");
    }
    double frequency = shape == Step.FieldShape.SINE ? s.optional("frequency").orElse(1 / time) : 0;
    return new Step.Field(h[0], h[1], h[2], time, shape, frequency);
  }

  private Step train(Section s) {
    trained = true;
    List<Step.Drive> drives = drives(s);
    double time = s.value("time");
    return new Step.Train(drives, time, schedule(s, drives.size(), time));
  }

  private List<Step.Drive> drives(Section s) {
    if (s.has("voltages")) {
      for (String key : List.of("pattern", "patterns", "voltage")) {
        s.refuse(key, "voltages are given as well");
      }
      double[] v = s.values("voltages");
      if (v.length != electrodes) {
        throw s.error(
            "voltages",
            "%d values for %d electrodes; give one for each".formatted(v.length, electrodes));
      }
      return List.of(new Step.Voltages(java.util.Arrays.stream(v).boxed().toList()));
    }
    if (s.has("patterns")) {
      s.refuse("pattern", "patterns are given as well");
      List<YamlNode> items = s.list("patterns");
      if (items.isEmpty()) {
        throw s.error("patterns", "the list is empty; give one pattern or more");
      }
      patterns = true;
      List<Step.Drive> drives = new ArrayList<>();
      for (YamlNode item : items) {
        Pattern p = pattern(s, "patterns", s.scalar("patterns", item));
        drives.add(new Step.PatternDrive(p, s.value("voltage")));
      }
      return drives;
    }
    if (!s.has("pattern")) {
      throw s.error(
          "pattern",
          "missing; give a pattern such as %s, several patterns: [...], or voltages: [...]"
              .formatted(example()));
    }
    if (s.node("pattern") instanceof YamlNode.Sequence) {
      throw s.error(
          "pattern",
          "a list; several patterns in turn are patterns: [...], several runs come from \"sweep:"
              + " train.pattern: [...]\"");
    }
    patterns = true;
    Pattern pattern = pattern(s, "pattern", s.text("pattern"));
    return List.of(new Step.PatternDrive(pattern, s.value("voltage")));
  }

  private static Schedule schedule(Section s, int drives, double time) {
    boolean isPulsed = s.has("pulse");
    double on = 0;
    double off = 0;
    if (isPulsed) {
      Section pulse = s.section("pulse");
      on = pulse.value("on");
      off = pulse.value("off");
    }
    double slot = s.optional("slot").orElse(Schedule.usualSlot(drives, on, off, time));
    double ramp = s.value("ramp");
    double shortest = Math.min(isPulsed ? on : slot, Math.min(slot, time));
    if (time > 0 && 2 * ramp > shortest) {
      throw s.error(
          "ramp",
          "%s up and as much down do not fit into %s; allowed up to %s"
              .formatted(s.text("ramp"), time(shortest), time(shortest / 2)));
    }
    boolean untilSettled = s.choice("until").equals("settled");
    Schedule schedule = new Schedule(slot, isPulsed ? on : slot, off, ramp, untilSettled);
    if (time > 0 && schedule.stretches(time) > MOST_STRETCHES) {
      throw s.error(
          isPulsed ? "pulse" : "slot",
          "%.3g turns in %s are too many; allowed up to %d"
              .formatted(schedule.stretches(time), time(time), MOST_STRETCHES));
    }
    return schedule;
  }

  private static String time(double seconds) {
    return Quantity.format(seconds, Dimension.TIME);
  }

  private Step measure(Section s) {
    String label = s.text("label");
    if (!LABEL.matcher(label).matches()) {
      throw s.error(
          "label",
          "\"%s\": a name has at most 60 letters, digits, blanks, - and _"
              .formatted(Section.shorten(label)));
    }
    if (!labels.add(label)) {
      throw s.error("label", "two measures are called " + label + "; give each a name of its own");
    }
    measured = true;
    return new Step.Measure(label);
  }

  private Step retrieve(Section s) {
    if (!measured) {
      throw s.error("", "there is no measure before it; put \"- measure: trained\" above");
    }
    if (!trained && reference == Reference.UNTRAINED) {
      throw s.error(
          "",
          "with reference untrained there are no weights before the first train step; put one"
              + " above");
    }
    UpdateRule update = s.constant("update", UpdateRule.class);
    if (update != UpdateRule.GRADED) {
      s.refuse("gain", "only graded updates have a gain");
    }
    if (update != UpdateRule.ASYNCHRONOUS) {
      s.refuse("order", "only asynchronous updates have an order");
    }
    return new Step.Retrieve(
        starts(s), update, s.value("gain"), s.choice("order").equals("random"));
  }

  private Step.Starts starts(Section s) {
    boolean isNoisy = s.node("from") instanceof YamlNode.Scalar from && from.text().equals("noisy");
    if (!isNoisy) {
      s.refuse("copies", "only from: noisy has copies");
      s.refuse("flips", "only from: noisy has flips");
    }
    if (s.node("from") instanceof YamlNode.Sequence list) {
      if (list.items().isEmpty()) {
        throw s.error("from", "the list is empty; give patterns, or all");
      }
      return new Step.Listed(
          list.items().stream().map(p -> pattern(s, "from", s.scalar("from", p))).toList());
    }
    if (isNoisy) {
      if (!patterns) {
        throw s.error("from", "noisy copies need a pattern that was trained before");
      }
      int flips = (int) s.whole("flips");
      if (flips > electrodes) {
        throw s.error(
            "flips", "%d signs of %d electrodes cannot be turned".formatted(flips, electrodes));
      }
      return new Step.Noisy((int) s.whole("copies"), flips);
    }
    String from = s.text("from");
    if (from.equals("all")) {
      if (electrodes > Pattern.MOST_LISTED) {
        throw s.error(
            "from",
            "all 2^%d patterns are too many; allowed up to %d electrodes, use noisy or a list"
                .formatted(electrodes, Pattern.MOST_LISTED));
      }
      return new Step.AllPatterns();
    }
    if (from.matches("[+-]+")) {
      return new Step.Listed(List.of(pattern(s, "from", from)));
    }
    throw s.error("from", "\"%s\" is none of all | noisy | a list of patterns".formatted(from));
  }

  private Pattern pattern(Section s, String key, String text) {
    try {
      return Pattern.parse(text, electrodes);
    } catch (IllegalArgumentException e) {
      throw s.error(key, e.getMessage() + "; write one sign for each, such as " + example());
    }
  }

  private String example() {
    return "+-".repeat(electrodes).substring(0, Math.min(electrodes, 20));
  }
}
