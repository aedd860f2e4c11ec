package hopfilm.optimise;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.OptimiseSpec;
import hopfilm.file.Study;
import java.nio.file.Path;
import java.util.List;

/**
 * What an optimisation found.
 *
 * @param folder where it is written
 * @param study with a section {@code optimise}
 * @param trials in their order
 * @param stopped why it was stopped before its end, null otherwise
 * @param converged why the search ended before all evaluations were made, null otherwise
 */
public record OptimisationResult(
    Path folder, Study study, List<Candidate> trials, String stopped, String converged) {

  public OptimisationResult {
    trials = List.copyOf(trials);
  }

  /** The experiment at the start of the search. */
  public Experiment experiment() {
    return study.experiment();
  }

  /** The best evaluation, the first of several; null if none has a value. */
  public Candidate best() {
    return best(study.optimise(), trials);
  }

  static Candidate best(OptimiseSpec spec, List<Candidate> trials) {
    Candidate best = null;
    for (Candidate t : trials) {
      if (!Double.isNaN(t.objective())
          && (best == null || spec.isBetter(t.objective(), best.objective()))) {
        best = t;
      }
    }
    return best;
  }

  /** What the objective depends on, the most important parameter first. */
  public Sensitivities sensitivities() {
    return Sensitivities.of(study.optimise(), trials);
  }
}
