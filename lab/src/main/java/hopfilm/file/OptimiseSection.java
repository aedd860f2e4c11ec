package hopfilm.file;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Objective;
import hopfilm.experiment.OptimiseSpec;
import hopfilm.experiment.Parameter;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepAxis;
import hopfilm.input.FileMessage;
import hopfilm.key.Binder;
import hopfilm.key.ExperimentKeys.OptimiseKeys;
import hopfilm.key.Section;
import hopfilm.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** The section {@code optimise}, read and written. */
public final class OptimiseSection {

  private final Section section;

  private OptimiseSection(Section section) {
    this.section = section;
  }

  /**
   * Reads it.
   *
   * @param sweep of the same experiment
   */
  static OptimiseSpec read(Section section, List<SweepAxis> sweep) {
    return new OptimiseSection(section).read(sweep);
  }

  private OptimiseSpec read(List<SweepAxis> sweep) {
    OptimiseKeys given = Binder.read(OptimiseKeys.class, section);
    boolean isMaximised = given.maximise().isPresent();
    if (isMaximised && given.minimise().isPresent()) {
      throw section.error("minimise", FileMessage.TWO_OBJECTIVES);
    }
    Objective objective =
        given
            .maximise()
            .or(given::minimise)
            .orElseThrow(
                () ->
                    section.error(
                        "", FileMessage.NO_OBJECTIVE, String.join(" | ", Objective.names())));
    List<Parameter> parameters = VariedKeys.read(section, sweep);
    // the size that the author of the method recommends
    int usual = 4 + (int) Math.floor(3 * Math.log(parameters.size()));
    return new OptimiseSpec(
        objective,
        isMaximised,
        parameters,
        given.evaluations(),
        given.population().orElse(usual),
        given.seed());
  }

  /** Refuses an objective that no film of the protocol has, before any is run. */
  static void requireValue(OptimiseSpec spec, Experiment e, Section section) {
    boolean isTaught = e.steps().stream().anyMatch(Step.Train.class::isInstance);
    boolean isRecalled = e.steps().stream().anyMatch(Step.Retrieve.class::isInstance);
    boolean needsRecall = spec.objective() == Objective.RECALLED && !isRecalled;
    if (!isTaught || needsRecall) {
      throw section.error(
          spec.isMaximised() ? "maximise" : "minimise",
          FileMessage.OBJECTIVE_WITHOUT_STEP,
          spec.objective().text(),
          isTaught ? "retrieve" : "train");
    }
  }

  /** The section of a search. */
  static YamlNode tree(OptimiseSpec o) {
    Optional<Objective> objective = Optional.of(o.objective());
    return Binder.tree(
        "optimise",
        new OptimiseKeys(
            objective.filter(x -> o.isMaximised()),
            objective.filter(x -> !o.isMaximised()),
            Optional.of(VariedKeys.tree(o.parameters())),
            o.evaluations(),
            Optional.of(o.population()),
            o.seed()));
  }
}
