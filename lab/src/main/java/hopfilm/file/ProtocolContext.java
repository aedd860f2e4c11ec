package hopfilm.file;

import hopfilm.experiment.Schedule;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.input.Excerpt;
import hopfilm.input.Message;
import hopfilm.transport.Electrode.Drive;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the steps of a protocol have to know while they are read: the electrodes, and what the steps
 * before have done.
 */
final class ProtocolContext {

  private final List<Drive> kinds;
  private final Reference reference;
  private final Set<String> labels = new HashSet<>();
  private final Set<Pattern> patterns = new HashSet<>();
  private boolean trained;
  private Schedule.Set set;

  /**
   * @param kinds what is given at each electrode
   * @param reference that the weights are measured against
   */
  ProtocolContext(List<Drive> kinds, Reference reference) {
    this.kinds = List.copyOf(kinds);
    this.reference = reference;
  }

  /** What is given at each electrode. */
  List<Drive> kinds() {
    return kinds;
  }

  int electrodes() {
    return kinds.size();
  }

  Reference reference() {
    return reference;
  }

  /** A train step was read. */
  void train(List<Pattern> shown) {
    trained = true;
    patterns.addAll(shown);
  }

  /** A set was trained with looks in between; the last one counts. */
  void set(Schedule.Set looked) {
    set = looked;
  }

  /** First gain of graded updates: that with which the trainer of a set looked, else the usual. */
  double gain(double usual) {
    return set == null ? usual : set.gain();
  }

  boolean isTrained() {
    return trained;
  }

  /** How many different patterns were trained. */
  int patterns() {
    return patterns.size();
  }

  /** Notes the label of a measure; false if another has it. */
  boolean measure(String label) {
    return labels.add(label);
  }

  boolean isMeasured() {
    return !labels.isEmpty();
  }

  /** One sign for each electrode. */
  Pattern pattern(Section s, String key, YamlNode node) {
    String text = s.scalar(key, node);
    String shown = Excerpt.of(text);
    String example = example();
    for (int i = 0; i < text.length(); i++) {
      if ("+-\u2212\u2013".indexOf(text.charAt(i)) < 0) {
        String sign = text.substring(i, text.offsetByCodePoints(i, 1));
        throw s.errorIn(key, node, Message.NO_SIGN, shown, sign, i + 1, example);
      }
    }
    if (text.length() != electrodes()) {
      throw s.errorIn(
          key, node, Message.HOW_MANY_SIGNS, shown, text.length(), electrodes(), example);
    }
    return Pattern.parse(text, electrodes());
  }

  /** A pattern for messages. */
  String example() {
    return example(electrodes());
  }

  /** A pattern of so many signs, cut off where it becomes long. */
  static String example(int electrodes) {
    String full = "+-".repeat((electrodes + 1) / 2).substring(0, electrodes);
    return electrodes <= 20 ? full : full.substring(0, 20) + "...";
  }
}
