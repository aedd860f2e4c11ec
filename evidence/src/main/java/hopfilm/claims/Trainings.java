package hopfilm.claims;

import hopfilm.experiment.Experiment;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.magnet.Textures;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Plan;
import hopfilm.run.Evaluation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Films with four nodes, each trained on one pattern: what several claims look at. */
final class Trainings {

  /** One of each kind that differs by more than a rotation. */
  static final List<String> PATTERNS = List.of("+-+-", "+--+", "++-+");

  /** On the film of the paper; those of the first maze are illustrated. */
  static final Plan ON_PAPER_FILM =
      each(
          p ->
              Batch.of("paper-" + p, 2, 20, PaperFilms.paper("train.pattern=" + p))
                  .withSnapshots()
                  .shown());

  /** The first maze of these. */
  static final Plan FIRST_MAZE =
      effort ->
          ON_PAPER_FILM.runs(effort).stream()
              .filter(r -> r.experiment().initial().seed() == 1)
              .toList();

  /** On the default film, only in a full reproduction. */
  static final Plan ON_DEFAULT_FILM =
      each(p -> Batch.of("default-" + p, 0, 20, PaperFilms.standard("train.pattern=" + p)));

  private final Map<String, List<FinishedRun>> byPattern;
  private final double[][] saturated;

  /** Finished trainings of one film. */
  Trainings(List<FinishedRun> runs) {
    this.saturated = saturated(runs.get(0).experiment());
    this.byPattern =
        runs.stream()
            .collect(
                Collectors.groupingBy(
                    FinishedRun::pattern, LinkedHashMap::new, Collectors.toList()));
  }

  /** Films for each pattern. */
  static Plan each(Function<String, Batch> films) {
    return effort -> PATTERNS.stream().flatMap(p -> films.apply(p).runs(effort).stream()).toList();
  }

  /** Conductance matrix of the film saturated along z [S]. */
  static double[][] saturated(Experiment e) {
    return Evaluation.of(e, Textures.uniform(e.film().grid(), 0, 0, 1), null).conductance();
  }

  List<String> patterns() {
    return List.copyOf(byPattern.keySet());
  }

  List<FinishedRun> of(String pattern) {
    return byPattern.get(pattern);
  }

  List<FinishedRun> all() {
    return byPattern.values().stream().flatMap(List::stream).toList();
  }

  /** True if there are other films to take a mean of. */
  boolean has(Reference reference) {
    return reference != Reference.UNTRAINED_MEAN
        || byPattern.values().stream().allMatch(l -> l.size() > 1);
  }

  /**
   * Weights of the trained film.
   *
   * @param reference where it is the mean of untrained films, that of all mazes but its own
   */
  Weights weights(FinishedRun run, Reference reference) {
    double[][] ref =
        switch (reference) {
          case UNTRAINED, UNTRAINED_SCALED -> run.conductance("untrained");
          case SATURATED, SCALED -> saturated;
          case UNTRAINED_MEAN ->
              Weights.mean(
                  byPattern.values().iterator().next().stream()
                      .filter(r -> r.seed() != run.seed())
                      .map(r -> r.conductance("untrained"))
                      .toList());
        };
    return run.weights("trained", ref, reference, SelfTerm.ZERO);
  }
}
