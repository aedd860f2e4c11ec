package hopfilm.claims;

import hopfilm.experiment.Experiment;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.magnet.Textures;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import hopfilm.run.Evaluation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Films with four nodes, each trained on one pattern: what several claims look at. */
final class Trainings {

  /** One of each kind that differs by more than a rotation. */
  static final List<String> PATTERNS = List.of("+-+-", "+--+", "++-+");

  private final Map<String, List<FinishedRun>> byPattern = new LinkedHashMap<>();
  private final double[][] saturated;

  private Trainings(double[][] saturated) {
    this.saturated = saturated;
  }

  /** On the film of the paper; those of the first maze are illustrated. */
  static List<PlannedRun> onPaperFilm(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (String pattern : PATTERNS) {
      for (long seed : effort.seeds(2, 20)) {
        Experiment e = Films.paper(effort, "train.pattern=" + pattern, "initial.seed=" + seed);
        String name = "paper-%s-seed=%d".formatted(pattern, seed);
        runs.add(PlannedRun.of(name, e).withSnapshots().illustratedIf(seed == 1));
      }
    }
    return runs;
  }

  /** On the default film, only in a full reproduction. */
  static List<PlannedRun> onDefaultFilm(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (String pattern : PATTERNS) {
      for (long seed : effort.seeds(0, 20)) {
        Experiment e = Films.standard(effort, "train.pattern=" + pattern, "initial.seed=" + seed);
        runs.add(PlannedRun.of("default-%s-seed=%d".formatted(pattern, seed), e));
      }
    }
    return runs;
  }

  /** Reads finished trainings of one film. */
  static Trainings of(List<PlannedRun> planned, FinishedRuns finished) throws IOException {
    Trainings trainings = new Trainings(saturated(planned.get(0).experiment()));
    for (FinishedRun run : finished.get(planned)) {
      String pattern = run.pattern();
      trainings.byPattern.computeIfAbsent(pattern, p -> new ArrayList<>()).add(run);
    }
    return trainings;
  }

  /** Conductance matrix of the film saturated along z [S]. */
  static double[][] saturated(Experiment e) {
    Grid grid = e.film().grid();
    VectorField up = Textures.uniform(grid, 0, 0, 1);
    return Evaluation.of(e, up, null).conductance();
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
