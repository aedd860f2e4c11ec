package hopfilm.claims;

import hopfilm.experiment.Experiment;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The film of the paper trained with some keys changed: what is learned for each change.
 *
 * @param name first part of the names of the runs
 * @param settings changed keys by a readable name; none for the film as it is
 * @param quick variants of a quick reproduction
 */
record Variants(String name, Map<String, List<String>> settings, List<String> quick) {

  /** Variants from a name and its settings in turn, all of them also in a quick reproduction. */
  static Variants of(String name, Map<String, List<String>> settings) {
    return new Variants(name, settings, List.copyOf(settings.keySet()));
  }

  private static List<String> patterns(Effort effort) {
    return effort.choose(List.of("+--+"), Trainings.PATTERNS);
  }

  List<String> names(Effort effort) {
    return effort.choose(quick, List.copyOf(settings.keySet()));
  }

  List<PlannedRun> runs(Effort effort, int quickSeeds, int fullSeeds) {
    List<PlannedRun> all = new ArrayList<>();
    for (String variant : names(effort)) {
      all.addAll(runs(variant, effort, quickSeeds, fullSeeds));
    }
    return all;
  }

  /** The runs of one variant. */
  List<PlannedRun> runs(String variant, Effort effort, int quickSeeds, int fullSeeds) {
    List<PlannedRun> runs = new ArrayList<>();
    List<String> changed = settings.get(variant);
    for (String pattern : patterns(effort)) {
      for (long seed : effort.seeds(quickSeeds, fullSeeds)) {
        List<String> keys = new ArrayList<>();
        keys.add("train.pattern=" + pattern);
        keys.add("initial.seed=" + seed);
        keys.addAll(changed);
        Experiment e = Films.paper(effort, keys.toArray(String[]::new));
        // the unchanged film has the name that other claims give it, so that they share it
        String first = changed.isEmpty() ? "paper" : name + "-" + variant;
        runs.add(PlannedRun.of("%s-%s-seed=%d".formatted(first, pattern, seed), e));
      }
    }
    return runs;
  }

  /** Reads what came out and adds it to the evidence as a table and as numbers. */
  Map<String, TrainedFilms> judge(
      Effort effort, int quickSeeds, int fullSeeds, FinishedRuns finished, Evidence evidence)
      throws IOException {
    Map<String, TrainedFilms> outcomes = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    for (String variant : names(effort)) {
      TrainedFilms films =
          TrainedFilms.of(finished.get(runs(variant, effort, quickSeeds, fullSeeds)));
      outcomes.put(variant, films);
      List<String> row = new ArrayList<>(List.of(variant));
      row.addAll(films.cells());
      rows.add(row);
      evidence.number(variant + ": trained pattern lowest", films.lowest());
      evidence.number(variant + ": added conductance", films.contrast(), "of the power");
    }
    List<String> columns = new ArrayList<>(List.of("film"));
    columns.addAll(TrainedFilms.COLUMNS);
    evidence.table(
        "After training on %s, reference untrained".formatted(String.join(", ", patterns(effort))),
        columns,
        rows);
    return outcomes;
  }
}
