package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether energies come from readings in one condition. Every reference is read at rest; under
 * current m is tilted into a cone, which changes conductances by a percent and E', a small
 * difference of them, by ten times that.
 */
final class ReadingCondition {

  private static final String MISMATCH =
      " under current, the reference at rest: current alone changes E' by 10 to 20 %%; put \"-"
          + " rest: 1.5 ns\" %s";

  private static final String REFERENCE =
      "the reference of the weights is read when training begins, right after a step with a current"
          + " or a field, and not at rest; put \"- rest: 1.5 ns\" before the train step";

  private final Experiment experiment;
  private final Set<String> warnings = new LinkedHashSet<>();

  private boolean hasReference;
  private boolean isActedOn; // by a current or a field in the last step that took time

  private boolean isDriven;
  private boolean isTrained;
  private boolean isMeasured;

  /** The measure that decides, as long as none at rest follows the last train step. */
  private String underCurrent;

  private ReadingCondition(Experiment e) {
    experiment = e;
  }

  /**
   * One line for each measure under current whose energies are judged or used by a retrieval, and
   * one for a reference that is not read at rest.
   */
  static List<String> warnings(Experiment e) {
    ReadingCondition c = new ReadingCondition(e);
    e.steps().forEach(c::pass);
    c.judge();
    return List.copyOf(c.warnings);
  }

  private void pass(Step step) {
    if (step instanceof Step.Train train) {
      boolean isJudged = experiment.network().isReadFromThisFilm() && !train.patterns().isEmpty();
      if (!hasReference && isActedOn && isJudged) {
        warnings.add(REFERENCE);
      }
      hasReference = true;
      isTrained |= !train.patterns().isEmpty();
      isDriven = endsUnderCurrent(train);
      isMeasured = false;
      underCurrent = null;
    } else if (step instanceof Step.Measure measure) {
      read(measure.label());
    } else if (step instanceof Step.Retrieve) {
      judge();
    } else {
      isDriven = step.hasCurrent();
      isActedOn = isDriven || step.hasField();
    }
  }

  private void read(String label) {
    underCurrent = isDriven && (!isMeasured || underCurrent != null) ? label : null;
    isMeasured = true;
  }

  /** What is said where the last reading is used now. */
  private void judge() {
    if (!isTrained) {
      return;
    }
    if (!isMeasured) {
      read(Step.Measure.IMPLICIT);
      if (isDriven) {
        warnings.add(
            "no measure follows the last train step: the film is read"
                + MISMATCH.formatted("and \"- measure: trained\" after it"));
      }
      underCurrent = null; // said once
    } else if (underCurrent != null) {
      warnings.add("measure " + underCurrent + " is read" + MISMATCH.formatted("before it"));
    }
  }

  private static boolean endsUnderCurrent(Step.Train train) {
    Schedule s = train.schedule();
    if (s.ramp() > 0 || s.verified().isPresent() || !s.isPulsed()) {
      return s.ramp() == 0 && !s.isPulsed();
    }
    List<Schedule.Stretch> all = s.stretches(train.drives().size(), train.time());
    return all.isEmpty() || all.get(all.size() - 1).drive() >= 0;
  }
}
