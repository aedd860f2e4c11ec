package hopfilm.claimpage;

import hopfilm.experiment.Experiment;
import hopfilm.expression.Type;
import hopfilm.file.ExperimentFile;
import hopfilm.film.TableColumns;
import hopfilm.input.ExperimentException;
import hopfilm.reproduce.PlannedRun;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A film of a page.
 *
 * @param kind its kind
 * @param values what varies, and what follows from it, by name
 * @param run its experiment
 */
record PageFilm(String kind, Map<String, Object> values, PlannedRun run) {

  PageFilm illustratedIf(boolean isShown) {
    return new PageFilm(kind, values, run.illustratedIf(isShown));
  }

  /** The kind whose first film a figure shows: {@code KIND/NAME}, or the first one. */
  static String kind(String figure, List<String> kinds) {
    int cut = figure.lastIndexOf('/');
    return cut < 0 ? kinds.get(0) : figure.substring(0, cut);
  }

  /** Names of what varies and follows, with the types of their values. */
  static Map<String, Type> names(List<PageFilm> films) {
    Map<String, Type> names = new LinkedHashMap<>();
    names.put("kind", Type.TEXT);
    names.put("quick", Type.TRUTH);
    for (PageFilm film : films) {
      film.values().forEach((name, v) -> names.put(name, Filling.type(v)));
    }
    return names;
  }

  /** Labels of the measures of any of these films; one that comes again has its number. */
  static List<String> measures(List<PageFilm> films) {
    return names(films, Experiment::measures);
  }

  /** Columns of the table of any of these films. */
  static List<String> columns(List<PageFilm> films) {
    return names(films, e -> TableColumns.of(e).stream().map(TableColumns.Meaning::name).toList());
  }

  private static List<String> names(
      List<PageFilm> films, Function<Experiment, List<String>> namesOf) {
    Set<String> names = new TreeSet<>();
    Set<Object> seen = new HashSet<>();
    for (PageFilm film : films) {
      if (seen.add(film.run().kind())) { // else it has the steps of another one
        names.addAll(namesOf.apply(film.run().experiment()));
      }
    }
    return List.copyOf(names);
  }

  /** What is wrong with a setting in one of these films; null if it can be set in all kinds. */
  static String refused(List<PageFilm> films, String setting) {
    Set<String> tried = new LinkedHashSet<>();
    for (PageFilm film : films) {
      if (tried.add(film.kind())) {
        try {
          ExperimentFile.with(film.run().experiment(), List.of(setting));
        } catch (ExperimentException e) {
          return e.withoutPlace();
        }
      }
    }
    return null;
  }
}
