package hopfilm.section;

import hopfilm.experiment.AppliedField;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.FileMessage;
import hopfilm.key.Section;
import hopfilm.transport.Electrode.Drive;
import hopfilm.yaml.YamlNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the steps of a protocol have to know while they are read: the electrodes, and what the steps
 * before have done.
 */
public final class ProtocolContext {

  /** What the number and kind of electrodes decide. */
  private static final Set<FileMessage> OF_ELECTRODES =
      EnumSet.of(
          FileMessage.HOW_MANY_VOLTAGES,
          FileMessage.NOT_SO_DRIVEN,
          FileMessage.VALUES_MISSING,
          FileMessage.TOO_MANY_FLIPS,
          FileMessage.HOW_MANY_PIXELS,
          FileMessage.WRITE_NO_TILE);

  private final List<Drive> kinds;
  private final List<String> names;
  private final SampleFiles samples;
  private final boolean isKnown;
  private final boolean hasRow;
  private final Reference reference;
  private final WeightKind weights;
  private final Faults faults;
  private final Set<String> labels = new HashSet<>();
  private final Set<Pattern> patterns = new HashSet<>();
  private boolean trained;
  private boolean lacksSteps;
  private Schedule.Together set;

  /**
   * @param electrodes null if they are wrong: nothing is said then of what they decide
   * @param names of the electrodes; null if they are wrong
   * @param network null if it is wrong
   * @param samples reads those of signals
   * @param faults get the errors of steps
   */
  public ProtocolContext(
      ElectrodesSpec electrodes,
      List<String> names,
      NetworkSpec network,
      SampleFiles samples,
      Faults faults) {
    this.names = names == null ? List.of() : names;
    this.samples = samples;
    this.isKnown = electrodes != null;
    this.kinds = isKnown ? electrodes.drives() : Collections.nCopies(4, Drive.VOLTAGE);
    this.hasRow = !isKnown || electrodes instanceof ElectrodesSpec.Rows;
    this.weights = network == null ? WeightKind.CONDUCTANCE : network.weights();
    this.reference = network == null ? Reference.SATURATED : network.reference();
    this.faults = faults;
  }

  /** Reads a step; null if it is wrong: later steps find what they need of it. */
  Step read(Supplier<Step> step) {
    Step read =
        faults.read(
            () -> {
              try {
                return step.get();
              } catch (ExperimentException e) {
                if (isKnown || !OF_ELECTRODES.contains(e.reason().orElse(null))) {
                  throw e;
                }
                return null;
              }
            });
    lacksSteps |= read == null;
    return read;
  }

  /** What is given at each electrode. */
  List<Drive> kinds() {
    return kinds;
  }

  /** Names of the electrodes; none where they are not known. */
  List<String> names() {
    return names;
  }

  /** Reads the samples of signals. */
  SampleFiles samples() {
    return samples;
  }

  int electrodes() {
    return kinds.size();
  }

  boolean hasNoElectrodes() {
    return isKnown && kinds.isEmpty();
  }

  /** Whether the first electrode is the row of the others, or may be. */
  boolean hasRow() {
    return hasRow;
  }

  Reference reference() {
    return reference;
  }

  WeightKind weights() {
    return weights;
  }

  /** A write step was read. */
  void wrote() {
    trained = true;
  }

  /** A train step was read. */
  void train(List<Pattern> shown) {
    trained = true;
    patterns.addAll(shown);
  }

  /** A set was trained with looks in between; the last one counts. */
  void set(Schedule.Together looked) {
    set = looked;
  }

  /** First gain of graded updates: that with which the trainer of a set looked, else the usual. */
  double gain(double usual) {
    return set == null ? usual : set.gain();
  }

  boolean isTrained() {
    return trained || lacksSteps;
  }

  /** How many different patterns were trained. */
  int patterns() {
    return lacksSteps ? Math.max(1, patterns.size()) : patterns.size();
  }

  /** Notes the label of a measure; false if another has it. */
  boolean measure(String label) {
    return labels.add(label);
  }

  boolean isMeasured() {
    return !labels.isEmpty() || lacksSteps;
  }

  /** One sign for each electrode. */
  Pattern pattern(Section s, String key, YamlNode node) {
    String text = s.scalar(key, node);
    String shown = Excerpt.of(text);
    String example = example();
    for (int i = 0; i < text.length(); i++) {
      if ("+-\u2212\u2013".indexOf(text.charAt(i)) < 0) {
        String sign = text.substring(i, text.offsetByCodePoints(i, 1));
        throw s.errorIn(key, node, FileMessage.NO_SIGN, shown, sign, i + 1, example);
      }
    }
    if (isKnown && text.length() != electrodes()) {
      throw s.errorIn(
          key, node, FileMessage.HOW_MANY_SIGNS, shown, text.length(), electrodes(), example);
    }
    return Pattern.parse(text, text.length());
  }

  /** A field that changes during a step needs time for it. */
  static void requireTime(Optional<AppliedField> field, double time, Section step) {
    if (time == 0 && field.filter(f -> f.shape() != AppliedField.Course.CONSTANT).isPresent()) {
      throw step.error("time", FileMessage.SHAPE_NEEDS_TIME, step.section("field").text("shape"));
    }
  }

  /** A pattern for messages. */
  public String example() {
    return example(electrodes());
  }

  /** A pattern of so many signs, cut off where it becomes long. */
  public static String example(int electrodes) {
    String full = "+-".repeat((electrodes + 1) / 2).substring(0, electrodes);
    return electrodes <= 20 ? full : full.substring(0, 20) + "...";
  }
}
