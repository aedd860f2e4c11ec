package hopfilm.protocol;

import hopfilm.experiment.Step;
import hopfilm.film.Measure;
import java.util.ArrayList;
import java.util.List;

/** What was read from the film, and which reading is judged. */
final class Measures {

  private final List<Measure> all = new ArrayList<>();
  private Measure judged; // null before the first after training
  private boolean areOlder = true;

  List<Measure> all() {
    return all;
  }

  /** The first at rest since the last train step, or, where there is none, the first. */
  Measure judged() {
    return judged;
  }

  /** The last one; null without. */
  Measure latest() {
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /** Whether they are from before the last train step. */
  boolean areOlder() {
    return areOlder;
  }

  /** A train step begins. */
  void trains() {
    areOlder = true;
    judged = null;
  }

  /**
   * Adds one.
   *
   * @return whether it is the first of a trained film since the last train step
   */
  boolean add(Measure measure, boolean isTrained) {
    all.add(measure);
    if (!isTrained) {
      return false;
    }
    // references are read at rest
    if (judged == null || (!judged.isAtRest() && measure.isAtRest())) {
      judged = measure;
    }
    boolean isFirst = areOlder;
    areOlder = false;
    return isFirst;
  }

  /** The label, numbered where a measure of that name is there already, as in a repeat. */
  String free(String label) {
    String free = label;
    for (int n = 2; ; n++) {
      String tried = free;
      if (all.stream().noneMatch(m -> m.label().equals(tried))) {
        return tried;
      }
      String number = "-" + n;
      int room = Step.Measure.LONGEST - number.length();
      free = label.substring(0, Math.min(label.length(), room)) + number;
    }
  }
}
