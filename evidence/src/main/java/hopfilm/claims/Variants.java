package hopfilm.claims;

import hopfilm.reproduce.Batch;
import hopfilm.reproduce.Batch.Film;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.Plan;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The film of the paper trained with some keys changed: what is learned for each change.
 *
 * @param name first part of the names of the runs
 * @param quickSeeds mazes of a quick reproduction, for each variant and pattern
 * @param fullSeeds those of a full one
 * @param settings changed keys by a readable name; none for the film as it is
 * @param quick variants of a quick reproduction
 * @param common keys that are changed in all of them
 */
record Variants(
    String name,
    int quickSeeds,
    int fullSeeds,
    Map<String, List<String>> settings,
    List<String> quick,
    Function<Effort, List<String>> common)
    implements Plan {

  /** None yet. */
  static Variants of(String name, int quickSeeds, int fullSeeds) {
    return new Variants(name, quickSeeds, fullSeeds, Map.of(), List.of(), effort -> List.of());
  }

  /** With keys that are changed in all. */
  Variants all(Function<Effort, List<String>> keys) {
    return new Variants(name, quickSeeds, fullSeeds, settings, quick, keys);
  }

  /** One more, which a quick reproduction has too. */
  Variants with(String variant, String... keys) {
    return add(variant, true, keys);
  }

  /** One more, of a full reproduction only. */
  Variants fully(String variant, String... keys) {
    return add(variant, false, keys);
  }

  private Variants add(String variant, boolean isQuick, String... keys) {
    Map<String, List<String>> all = new LinkedHashMap<>(settings);
    all.put(variant, List.of(keys));
    List<String> some = new ArrayList<>(quick);
    if (isQuick) {
      some.add(variant);
    }
    return new Variants(name, quickSeeds, fullSeeds, all, some, common);
  }

  List<String> names(Effort effort) {
    return effort.choose(quick, List.copyOf(settings.keySet()));
  }

  private static List<String> patterns(Effort effort) {
    return effort.choose(List.of("+--+"), Trainings.PATTERNS);
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return names(effort).stream().flatMap(v -> of(v).runs(effort).stream()).toList();
  }

  /** The runs of one variant. */
  Plan of(String variant) {
    return effort ->
        patterns(effort).stream()
            .flatMap(p -> batch(variant, p, effort).runs(effort).stream())
            .toList();
  }

  private Batch batch(String variant, String pattern, Effort effort) {
    List<String> keys = new ArrayList<>(common.apply(effort));
    keys.addAll(settings.get(variant));
    // the unchanged film has the name that other claims give it, so that they share it
    String first = keys.isEmpty() ? "paper" : name + "-" + variant;
    keys.add("train.pattern=" + pattern);
    Film film = PaperFilms.paper(keys.toArray(String[]::new));
    return Batch.of(first + "-" + pattern, quickSeeds, fullSeeds, film);
  }

  /** Reads what came out and adds it to the evidence as a table and as numbers. */
  Map<String, TrainedFilms> judge(Trial trial, Evidence e) {
    Map<String, TrainedFilms> outcomes = new LinkedHashMap<>();
    String patterns = String.join(", ", patterns(trial.effort()));
    Rows table =
        e.table(
            "After training on " + patterns + ", reference untrained",
            "film",
            TrainedFilms.COLUMNS);
    for (String variant : names(trial.effort())) {
      TrainedFilms films = TrainedFilms.of(trial.films(of(variant)));
      outcomes.put(variant, films);
      table.row(variant, films.cells());
      e.number(variant + ": trained pattern lowest", films.lowest());
      e.number(variant + ": added conductance", films.contrast(), "of the power");
    }
    return outcomes;
  }
}
