package hopfilm.section;

import static hopfilm.key.YamlValues.list;
import static hopfilm.key.YamlValues.map;
import static hopfilm.key.YamlValues.scalar;

import hopfilm.experiment.AppliedField;
import hopfilm.experiment.Driven;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Goal;
import hopfilm.experiment.Inject;
import hopfilm.experiment.Step;
import hopfilm.film.TableColumns;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.Nearest;
import hopfilm.input.Origin;
import hopfilm.key.Binder;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Section;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The steps of a protocol as they stand in a file, each read and written in one place. */
public enum StepForm {
  RELAX(Step.Relax.class, "time", "let the film relax with large damping, without current") {
    @Override
    Step read(Section s, ProtocolContext protocol) {
      Step.Relax relax = Binder.read(Step.Relax.class, s);
      if (relax.field().filter(f -> f.shape() != AppliedField.Course.CONSTANT).isPresent()) {
        s.refuse("torque", FileMessage.NO_REST_IN_A_FIELD);
      }
      ProtocolContext.requireTime(relax.field(), relax.time(), s);
      return relax;
    }
  },
  REST(Step.Rest.class, "time", "let time pass without current, with the damping of the material") {
    @Override
    Step read(Section s, ProtocolContext protocol) {
      Step.Rest rest = Binder.read(Step.Rest.class, s);
      ProtocolContext.requireTime(rest.field(), rest.time(), s);
      return rest;
    }
  },
  TRAIN(Step.Train.class, null, "drive patterns, voltages or currents through the film") {
    @Override
    boolean isOf(Step step) {
      return step instanceof Step.Train t && t.picture().isEmpty();
    }

    @Override
    Step read(Section s, ProtocolContext protocol) {
      return TrainSection.read(s, protocol);
    }

    @Override
    YamlNode write(Step step) {
      return TrainSection.tree((Step.Train) step);
    }
  },
  WRITE(Step.Train.class, null, "write a picture into a row") {
    @Override
    boolean isOf(Step step) {
      return step instanceof Step.Train t && t.picture().isPresent();
    }

    @Override
    Step read(Section s, ProtocolContext protocol) {
      return WriteSection.read(s, protocol);
    }

    @Override
    YamlNode write(Step step) {
      return WriteSection.tree((Step.Train) step);
    }
  },
  DRIVE(Driven.class, null, "drive signals through the film and train nothing") {
    @Override
    Step read(Section s, ProtocolContext protocol) {
      return DriveSection.read(s, protocol);
    }

    @Override
    YamlNode write(Step step) {
      return DriveSection.tree((Driven) step);
    }
  },
  MEASURE(Step.Measure.class, "label", "read the conductances and keep them under a label") {
    @Override
    Step read(Section s, ProtocolContext protocol) {
      return measure(s, protocol);
    }

    @Override
    YamlNode write(Step step) {
      Step.Measure measure = (Step.Measure) step;
      return measure.cold().isEmpty() ? scalar(measure.label()) : super.write(step);
    }
  },
  RETRIEVE(Step.Retrieve.class, null, "let the network recall patterns") {
    @Override
    Step read(Section s, ProtocolContext protocol) {
      return RetrieveSection.read(s, protocol);
    }

    @Override
    YamlNode write(Step step) {
      return RetrieveSection.tree((Step.Retrieve) step);
    }
  },
  FIELD(Step.Field.class, null, "apply an external field") {
    @Override
    Step read(Section s, ProtocolContext protocol) {
      Step.Field field = Binder.read(Step.Field.class, s);
      if (field.shape() != Step.FieldShape.CONSTANT && field.time() == 0) {
        throw s.error("time", FileMessage.SHAPE_NEEDS_TIME, s.text("shape"));
      }
      return field;
    }
  },
  INJECT(Inject.class, null, "send a spin-polarised current through the film") {
    @Override
    Step read(Section s, ProtocolContext protocol) {
      Inject inject = Binder.read(Inject.class, s);
      if (inject.shape() != Step.FieldShape.CONSTANT && inject.time() == 0) {
        throw s.error("time", FileMessage.SHAPE_NEEDS_TIME, s.text("shape"));
      }
      ProtocolContext.requireTime(inject.field(), inject.time(), s);
      return inject;
    }
  },
  REPEAT(Step.Repeat.class, null, "carry out a list of steps several times") {
    @Override
    Step read(Section s, ProtocolContext protocol) {
      return repeat(s, protocol);
    }

    @Override
    YamlNode write(Step step) {
      Step.Repeat r = (Step.Repeat) step;
      return map()
          .with("times", scalar(Integer.toString(r.times())))
          .with("steps", list(r.steps().stream().map(StepForm::tree).toList()));
    }
  };

  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_ .-]{0,%d}".formatted(Step.Measure.LONGEST - 1));

  /** A file of such a name, with any ending, is a device on Windows. */
  private static final Pattern RESERVED =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)( *\\..*)?", Pattern.CASE_INSENSITIVE);

  public static final int MAX_STEPS = 100_000;

  private final Class<? extends Step> type;
  private final String shortKey;
  private final String about;

  /**
   * @param shortKey the key of the value that stands for a step written without braces; null where
   *     there is no such form
   * @param about it in a few words, for the manual
   */
  StepForm(Class<? extends Step> type, String shortKey, String about) {
    this.type = type;
    this.shortKey = shortKey;
    this.about = about;
  }

  boolean isOf(Step step) {
    return type.isInstance(step);
  }

  abstract Step read(Section s, ProtocolContext protocol);

  YamlNode write(Step step) {
    return Binder.tree("protocol." + text(), (Record) step);
  }

  /** Its name in a file. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** It in a few words. */
  public String about() {
    return about;
  }

  /** The key of the value that stands for a step of this name; null where there is none. */
  public static String shortKey(String kind) {
    return Arrays.stream(values())
        .filter(f -> f.text().equals(kind))
        .findFirst()
        .map(f -> f.shortKey)
        .orElse(null);
  }

  private static StepForm of(String kind) {
    return valueOf(kind.toUpperCase(Locale.ROOT));
  }

  /** A step as an entry of a protocol. */
  public static YamlNode tree(Step step) {
    StepForm form = Arrays.stream(values()).filter(f -> f.isOf(step)).findFirst().orElseThrow();
    return map().with(form.text(), form.write(step));
  }

  /** Reads a list of steps; null if one of them is wrong. */
  public static List<Step> steps(YamlNode node, String shown, ProtocolContext protocol) {
    if (!(node instanceof YamlNode.Sequence list)) {
      throw Section.shown(node).isEmpty()
          ? ExperimentException.at(node.origin(), shown, FileMessage.NO_STEPS)
          : ExperimentException.at(
              node.origin(), shown, FileMessage.NO_STEPS_LIST, Section.shown(node));
    }
    List<Step> steps = new ArrayList<>();
    for (YamlNode item : list.items()) {
      steps.add(protocol.read(() -> step(item, shown, protocol)));
    }
    return steps.contains(null) ? null : steps;
  }

  private static Step step(YamlNode item, String shown, ProtocolContext protocol) {
    List<String> kinds = ExperimentKeys.children("protocol");
    if (!(item instanceof YamlNode.Mapping map) || map.entries().size() != 1) {
      throw ExperimentException.at(
          item.origin(), shown, FileMessage.NO_STEP, Section.shown(item), String.join(", ", kinds));
    }
    String kind = map.entries().keySet().iterator().next();
    if (!kinds.contains(kind)) {
      Origin at = map.originOf(kind);
      String step = Excerpt.of(kind);
      throw Nearest.to(kind, kinds)
          .map(near -> ExperimentException.at(at, shown, FileMessage.UNKNOWN_STEP_NEAR, step, near))
          .orElseGet(
              () ->
                  ExperimentException.at(
                      at, shown, FileMessage.UNKNOWN_STEP, step, String.join(", ", kinds)));
    }
    YamlNode value = map.get(kind);
    YamlNode full =
        value instanceof YamlNode.Scalar s && s.text().isEmpty()
            ? YamlNode.Mapping.empty(s.origin())
            : value;
    if (protocol.hasNoElectrodes() && (List.of("train", "drive", "retrieve").contains(kind))) {
      throw ExperimentException.at(map.originOf(kind), kind, FileMessage.STEP_NEEDS_ELECTRODES);
    }
    Section s =
        new Section("protocol." + kind, kind, full, map.origin(), protocol.samples().named());
    Step step = of(kind).read(s, protocol);
    if (step instanceof Step.Timed timed && timed.part().isPresent()) {
      requirePart(timed, s);
    }
    if (step instanceof Step.Timed timed && timed.until().isPresent()) {
      requireOneGoal(s.section("until"));
    }
    return step;
  }

  private static void requirePart(Step.Timed step, Section s) {
    if (!(step.from() >= 0 && step.from() < step.to() && step.to() <= step.time() * (1 + 1e-9))) {
      String time = Quantity.format(step.time(), Dimension.TIME);
      throw s.error("part", FileMessage.NO_PART, s.node("part").flow(), time);
    }
  }

  /** One value, or one change. */
  private static void requireOneGoal(Section s) {
    List<String> given = Stream.of("below", "above", "settled").filter(s::has).toList();
    if (given.isEmpty()) {
      throw s.error("", FileMessage.NO_GOAL, s.text("column"));
    }
    if (given.size() > 1) {
      throw s.error(given.get(1), FileMessage.TWO_GOALS, given.get(0), given.get(1));
    }
  }

  /** The columns must be there, and the values in their units. */
  public static void requireColumns(Experiment e, Origin protocol) {
    Map<Goal, String> goals = new LinkedHashMap<>();
    e.steps().stream()
        .filter(Step.Timed.class::isInstance)
        .forEach(s -> ((Step.Timed) s).until().ifPresent(g -> goals.putIfAbsent(g, s.kind())));
    if (goals.isEmpty()) {
      return;
    }
    List<TableColumns.Meaning> columns = TableColumns.of(e);
    List<String> names = columns.stream().map(TableColumns.Meaning::name).toList();
    for (Goal goal : goals.keySet()) {
      String until = goals.get(goal) + ".until.";
      int c = names.indexOf(goal.column());
      String shown = Excerpt.of(goal.column());
      if (c < 0) {
        throw Nearest.to(goal.column(), names)
            .map(
                near ->
                    error(
                        protocol, until + "column", FileMessage.NO_TABLE_COLUMN_NEAR, shown, near))
            .orElseGet(
                () ->
                    error(
                        protocol,
                        until + "column",
                        FileMessage.NO_TABLE_COLUMN,
                        shown,
                        Excerpt.of(String.join(", ", names))));
      }
      Quantity level = goal.level();
      String unit = columns.get(c).unit();
      if (level.value() != 0 && !level.dimension().unit().equals(unit)) {
        throw error(
            protocol,
            until
                + (goal.below().isPresent()
                    ? "below"
                    : goal.above().isPresent() ? "above" : "settled"),
            FileMessage.OTHER_UNIT,
            Quantity.exact(level.value(), level.dimension()),
            level.dimension().description(),
            shown,
            unit.isEmpty() ? "is a plain number" : "is in " + unit,
            ("0.5 " + unit).strip());
      }
    }
  }

  private static ExperimentException error(
      Origin protocol, String key, FileMessage message, Object... values) {
    return ExperimentException.at(protocol, key, message, values);
  }

  private static Step measure(Section s, ProtocolContext protocol) {
    Step.Measure measure = Binder.read(Step.Measure.class, s);
    String label = measure.label();
    if (!LABEL.matcher(label).matches()) {
      throw s.error("label", FileMessage.BAD_LABEL, Excerpt.of(label));
    }
    if (RESERVED.matcher(label).matches()) {
      throw s.error("label", FileMessage.RESERVED_LABEL, label);
    }
    if (!protocol.measure(label)) {
      throw s.error("label", FileMessage.SAME_LABEL, label);
    }
    return measure;
  }

  private static Step repeat(Section s, ProtocolContext protocol) {
    List<YamlNode> inner = s.list("steps");
    int times = (int) s.whole("times");
    List<Step> steps = steps(new YamlNode.Sequence(inner, s.origin()), "repeat.steps", protocol);
    if (steps == null) {
      return null;
    }
    if (steps.isEmpty()) {
      throw s.error("steps", FileMessage.NO_STEPS);
    }
    Step.Repeat repeat = new Step.Repeat(times, steps);
    if (count(repeat) > MAX_STEPS) {
      throw s.error("times", FileMessage.TOO_MANY_STEPS, count(repeat), MAX_STEPS);
    }
    return repeat;
  }

  /** With repeats written out. */
  public static double count(Step step) {
    return step instanceof Step.Repeat r
        ? r.times() * r.steps().stream().mapToDouble(StepForm::count).sum()
        : 1;
  }
}
