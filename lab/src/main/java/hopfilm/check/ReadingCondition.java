package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.film.Measure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether energies come from readings in one condition. Every reference is read at rest; under
 * current m is tilted into a cone, which changes conductances by a percent and E', a small
 * difference of them, by ten times that. A field, or a current that has just gone, tilts it too.
 */
final class ReadingCondition {

  private static final String REFERENCE =
      "the reference of the weights is read when training begins, right after a step with a current"
          + " or a field, and not at rest; put \"- rest: 1.5 ns\" before the train step";

  /** How the film is at a reading, by a measure of this label or, without one, all the same. */
  private record Reading(Optional<String> label, Measure.Condition condition) {}

  private final Experiment experiment;
  private final Set<String> warnings = new LinkedHashSet<>();

  private boolean hasReference;
  private boolean isTrained;
  private double kelvin; // of the last step
  private boolean isDriven; // at its end
  private Optional<Step.Timed> before = Optional.empty(); // the last that took time
  private Optional<Reading> latest = Optional.empty(); // since the last train step
  private Optional<Reading> judged = Optional.empty(); // of these the first at rest, or the first

  private ReadingCondition(Experiment e) {
    experiment = e;
    kelvin = e.temperature();
  }

  /**
   * One line for each measure not at rest whose energies are judged or used by a retrieval, and one
   * for a reference that is not read at rest.
   */
  static List<String> warnings(Experiment e) {
    ReadingCondition c = new ReadingCondition(e);
    e.steps().forEach(c::pass);
    c.readAtLast();
    c.judged.ifPresent(c::use);
    return List.copyOf(c.warnings);
  }

  private void pass(Step step) {
    if (step instanceof Step.Measure measure) {
      read(Optional.of(measure.label()), measure.isCold(kelvin));
    } else if (step instanceof Step.Retrieve) {
      readAtLast();
      latest.ifPresent(this::use);
    } else if (step instanceof Step.Timed timed) {
      if (timed instanceof Step.Train train) {
        train(train);
      }
      kelvin = experiment.temperature(timed);
      isDriven = timed.endsUnderCurrent();
      before = timed.duration() > 0 ? Optional.of(timed) : before;
    }
  }

  private void train(Step.Train train) {
    boolean isJudged = experiment.network().isReadFromThisFilm() && !train.patterns().isEmpty();
    if (!hasReference && isJudged && !before.map(b -> b.endsAtRest(kelvin > 0)).orElse(true)) {
      warnings.add(REFERENCE);
    }
    hasReference = true;
    isTrained |= !train.patterns().isEmpty();
    latest = Optional.empty();
    judged = Optional.empty();
  }

  private void read(Optional<String> label, boolean isCold) {
    latest =
        Optional.of(
            new Reading(
                label, Measure.Condition.of(isDriven && !isCold, before.orElse(null), isCold)));
    boolean isBetter =
        judged.isEmpty()
            || (judged.get().condition != Measure.Condition.AT_REST
                && latest.get().condition == Measure.Condition.AT_REST);
    judged = isBetter ? latest : judged;
  }

  /** The film is read where no measure follows the last train step. */
  private void readAtLast() {
    if (latest.isEmpty()) {
      read(Optional.empty(), kelvin > 0);
    }
  }

  private void use(Reading r) {
    if (!isTrained || r.condition == Measure.Condition.AT_REST) {
      return;
    }
    warnings.add(
        "%s is read %s, the reference at rest: %s; put \"- rest: 1.5 ns\" %s"
            .formatted(
                r.label
                    .map("measure "::concat)
                    .orElse("no measure follows the last train step: the film"),
                r.condition == Measure.Condition.UNDER_CURRENT
                    ? "under current"
                    : "right after a current or a field",
                r.condition == Measure.Condition.UNDER_CURRENT
                    ? "current alone changes E' by 10 to 20 %"
                    : "what they leave of their tilt changes E'",
                r.label.isEmpty() ? "and \"- measure: trained\" after it" : "before it"));
  }
}
