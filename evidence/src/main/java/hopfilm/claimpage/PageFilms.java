package hopfilm.claimpage;

import hopfilm.experiment.Experiment;
import hopfilm.expression.Expression;
import hopfilm.expression.Type;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Yaml.Setting;
import hopfilm.file.YamlNode;
import hopfilm.film.TableColumns;
import hopfilm.input.ExperimentException;
import hopfilm.reading.FilmFunctions;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.PlannedRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The films of a page: each kind with each combination of the values that vary. */
final class PageFilms {

  /** The most films of a page. */
  static final int MOST = 10_000;

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?([eE][-+]?\\d+)?");

  /** The longest name of a kind. */
  private static final int LONGEST = 100;

  /** The kind of films of a page that names none. */
  private static final String ONE_KIND = "films";

  /**
   * A film.
   *
   * @param kind its kind
   * @param values what varies, and what follows from it, by name
   */
  record Film(String kind, Map<String, Object> values, PlannedRun run) {

    private Film illustratedIf(boolean isShown) {
      return new Film(kind, values, run.illustratedIf(isShown));
    }
  }

  final PageSection films;
  final PageFiles files;
  final FilmFunctions functions;
  final Map<String, Object> constants;
  private final Map<String, PageSection> kinds = new LinkedHashMap<>();

  /** Expressions by their texts and the types of their names: those of one kind are alike. */
  final Map<Object, Expression> compiled = new HashMap<>();

  private final Set<String> shown = new LinkedHashSet<>();
  private final Map<String, List<Film>> planned = new HashMap<>();

  /**
   * @param films the section of a page
   * @param constants numbers that have a name in the page
   * @param figures of the page: the films that they show keep theirs
   */
  PageFilms(
      PageSection films, PageFiles files, Map<String, Object> constants, PageSection figures) {
    this.films = films;
    this.files = files;
    this.functions = new FilmFunctions(files::beside);
    this.constants = constants;
    PageSection named = films.section("kinds");
    for (Map.Entry<String, YamlNode> e : named.entries().entrySet()) {
      if (e.getKey().isBlank() || e.getKey().length() > LONGEST) {
        throw named.error(e.getKey(), PageMessage.PAGE_KIND, LONGEST);
      }
      kinds.put(e.getKey(), PageSection.of(e.getValue(), named.place(e.getKey())));
    }
    if (kinds.isEmpty()) {
      kinds.put(ONE_KIND, new PageSection(YamlNode.Mapping.empty(films.map().origin()), "films"));
    }
    for (String figure : figures.entries().keySet()) {
      shown.add(PageEvidence.kind(figure, kinds()));
    }
  }

  /** All kinds, in the order of the page. */
  List<String> kinds() {
    return List.copyOf(kinds.keySet());
  }

  /**
   * All films, in the order of the page.
   *
   * @param tiny settings of tiny films
   * @throws ExperimentException if anything is wrong with one of them
   */
  List<Film> all(Effort effort, List<Setting> tiny) {
    return planned.computeIfAbsent(effort + " " + tiny, key -> plan(effort, tiny));
  }

  private List<Film> plan(Effort effort, List<Setting> tiny) {
    List<Film> all = new ArrayList<>();
    kinds.forEach(
        (kind, own) -> {
          PageKind of = new PageKind(kind, this, own, effort);
          if (!effort.isQuick() || !of.word("only").equals("full")) {
            for (Map<String, Object> values : of.combinations(MOST - all.size())) {
              boolean isShown =
                  shown.contains(kind) && all.stream().noneMatch(f -> f.kind().equals(kind));
              all.add(of.film(values, effort, tiny).illustratedIf(isShown));
            }
          }
        });
    if (all.isEmpty()) {
      throw films.error("kinds", PageMessage.PAGE_ONLY_FULL);
    }
    Map<Object, Film> seen = new HashMap<>();
    for (Film film : all) {
      Film same = seen.put(film.run().same(), film);
      if (same != null) {
        throw films.error(
            "vary", PageMessage.PAGE_FILM_TWICE, same.run().name(), film.run().name());
      }
    }
    return List.copyOf(all);
  }

  /** Names of what varies and follows, with the types of their values. */
  static Map<String, Type> names(List<Film> films) {
    Map<String, Type> names = new LinkedHashMap<>();
    names.put("kind", Type.TEXT);
    names.put("quick", Type.TRUTH);
    for (Film film : films) {
      film.values().forEach((name, v) -> names.put(name, type(v)));
    }
    return names;
  }

  static Type type(Object value) {
    return value instanceof Boolean
        ? Type.TRUTH
        : value instanceof Number ? Type.NUMBER : value instanceof List ? Type.LIST : Type.TEXT;
  }

  /** Labels of the measures of any of these films; one that comes again has its number. */
  static List<String> measures(List<Film> films) {
    return names(films, Experiment::measures);
  }

  /** Columns of the table of any of these films. */
  static List<String> columns(List<Film> films) {
    return names(films, e -> TableColumns.of(e).stream().map(TableColumns.Meaning::name).toList());
  }

  private static List<String> names(List<Film> films, Function<Experiment, List<String>> namesOf) {
    Set<String> names = new TreeSet<>();
    Set<Object> seen = new HashSet<>();
    for (Film film : films) {
      if (seen.add(film.run().kind())) { // else it has the steps of another one
        names.addAll(namesOf.apply(film.run().experiment()));
      }
    }
    return List.copyOf(names);
  }

  /** What is wrong with a setting in one of these films; null if it can be set in all kinds. */
  static String refused(List<Film> films, String setting) {
    Set<String> tried = new LinkedHashSet<>();
    for (Film film : films) {
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

  /** A value as the page gives it: a number, or a text. */
  static Object value(YamlNode node) {
    String text = node instanceof YamlNode.Scalar s ? s.text() : node.flow();
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    return NUMBER.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
  }
}
