package hopfilm.claimpage;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.file.ExperimentFile.Setting;
import hopfilm.file.ExperimentKeys;
import hopfilm.file.Study;
import hopfilm.file.Yaml;
import hopfilm.file.YamlNode;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.Nearest;
import hopfilm.input.Origin;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The films of a page: each kind with each combination of the values that vary. */
final class PageFilms {

  /** The most films of a page. */
  private static final int MOST = 10_000;

  /** Words of a kind that are no keys of an experiment. */
  private static final List<String> WORDS =
      List.of("experiment", "vary", "let", "only", "keep", "kinds");

  private static final Pattern RANGE = Pattern.compile("(\\d{1,18})\\.\\.(\\d{1,18})");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?([eE][-+]?\\d+)?");

  /** A value of an expression in a text. */
  private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");

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

  private final PageSection films;
  private final PageFiles files;
  private final FilmFunctions functions;
  private final Map<String, Object> constants;
  private final Map<String, PageSection> kinds = new LinkedHashMap<>();

  /** Expressions by their texts and the types of their names: those of one kind are alike. */
  private final Map<Object, Expression> compiled = new HashMap<>();

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
    this.functions = new FilmFunctions(files);
    this.constants = constants;
    PageSection named = films.section("kinds");
    named.entries().forEach((kind, of) -> kinds.put(kind, PageSection.of(of, named.place(kind))));
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
          Kind of = new Kind(kind, own, effort);
          if (!effort.isQuick() || !of.word("only").equals("full")) {
            for (Map<String, Object> values : of.combinations(MOST - all.size())) {
              boolean isShown =
                  shown.contains(kind) && all.stream().noneMatch(f -> f.kind().equals(kind));
              all.add(of.film(values, effort, tiny, all.size() + 1).illustratedIf(isShown));
            }
          }
        });
    if (all.isEmpty()) {
      throw films.error("kinds", PageMessage.PAGE_ONLY_FULL);
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
    Set<String> labels = new TreeSet<>();
    Set<Object> seen = new HashSet<>();
    for (Film film : films) {
      if (!seen.add(film.run().kind())) {
        continue; // it has the steps of another one
      }
      Map<String, Integer> times = new HashMap<>();
      for (Step step : film.run().experiment().steps()) {
        if (step instanceof Step.Measure m) {
          int n = times.merge(m.label(), 1, Integer::sum);
          labels.add(n == 1 ? m.label() : m.label() + "-" + n);
        } else if (step instanceof Step.Train) {
          labels.add("untrained"); // taken by itself when the first training starts
        }
      }
    }
    return List.copyOf(labels);
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

  /** A value in a text: whole numbers without a point. */
  static String text(Object value) {
    boolean isWhole = value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15;
    return isWhole ? Long.toString(((Double) value).longValue()) : String.valueOf(value);
  }

  /** Films of one kind, in one effort. */
  private final class Kind {

    private final String kind;
    private final PageSection own;

    /** Keys of an experiment and words, those of the kind before those of all. */
    private final Map<String, YamlNode> of = new LinkedHashMap<>();

    private final Map<String, YamlNode> vary = new LinkedHashMap<>();
    private final Map<String, YamlNode> let = new LinkedHashMap<>();

    Kind(String kind, PageSection own, Effort effort) {
      this.kind = kind;
      this.own = own;
      for (PageSection section : List.of(films, own)) {
        section.entries().forEach((word, node) -> of.put(word, PageFilms.chosen(node, effort)));
        vary.putAll(chosen(section.section("vary"), effort));
        let.putAll(chosen(section.section("let"), effort));
      }
      check("only", List.of("full"));
      check("keep", List.of("snapshots", "numbers"));
      List.of("vary", "let").forEach(section -> of.remove(section));
    }

    private Map<String, YamlNode> chosen(PageSection section, Effort effort) {
      Map<String, YamlNode> all = new LinkedHashMap<>();
      section.entries().forEach((key, node) -> all.put(key, PageFilms.chosen(node, effort)));
      return all;
    }

    private void check(String word, List<String> words) {
      (own.has(word) ? own : films).word(word, words);
    }

    String word(String key) {
      return of.get(key) instanceof YamlNode.Scalar s ? s.text() : "";
    }

    List<Map<String, Object>> combinations(int most) {
      List<Map<String, Object>> all = List.of(Map.of());
      for (Map.Entry<String, YamlNode> axis : vary.entrySet()) {
        PageSection section = section("vary", axis.getKey());
        List<Object> values = values(axis.getKey(), axis.getValue(), section);
        if ((double) all.size() * values.size() > most) {
          throw section.error(axis.getKey(), PageMessage.PAGE_FILMS_TOO_MANY, MOST);
        }
        List<Map<String, Object>> longer = new ArrayList<>();
        for (Map<String, Object> before : all) {
          for (Object value : values) {
            Map<String, Object> one = new LinkedHashMap<>(before);
            one.put(axis.getKey(), value);
            longer.add(one);
          }
        }
        all = longer;
      }
      return all;
    }

    private List<Object> values(String key, YamlNode axis, PageSection section) {
      if (axis instanceof YamlNode.Sequence list) {
        if (list.items().isEmpty()) {
          throw section.error(key, PageMessage.PAGE_VALUES_NONE);
        }
        return list.items().stream().map(PageFilms::value).toList();
      }
      Matcher range = RANGE.matcher(axis instanceof YamlNode.Scalar s ? s.text() : "");
      if (!range.matches()) {
        return List.of(value(axis));
      }
      long from = Long.parseLong(range.group(1));
      long to = Long.parseLong(range.group(2));
      if (to < from) {
        throw section.error(key, PageMessage.PAGE_VALUES_NONE);
      }
      if (to - from >= MOST) {
        throw section.error(key, PageMessage.PAGE_FILMS_TOO_MANY, MOST);
      }
      return LongStream.rangeClosed(from, to).<Object>mapToObj(n -> n).toList();
    }

    Film film(Map<String, Object> varied, Effort effort, List<Setting> tiny, int number) {
      Map<String, Object> values = new LinkedHashMap<>(varied);
      values.keySet().removeIf(key -> key.contains("."));
      Scope scope = scope(values, effort);
      for (Map.Entry<String, YamlNode> l : let.entrySet()) {
        PageSection section = (own.section("let").has(l.getKey()) ? own : films).section("let");
        Scope of = scope;
        Expression e =
            compiled.computeIfAbsent(
                List.of(section.place(l.getKey()), l.getValue(), scope.names()),
                key -> section.expression(l.getKey(), l.getValue(), of));
        Object value = e.value(known(values, effort), functions);
        values.put(l.getKey(), value);
        scope = scope.with(l.getKey(), type(value));
      }
      Filling filling = new Filling(known(values, effort), scope, functions, compiled);
      List<Setting> settings = new ArrayList<>();
      of.forEach(
          (key, node) -> {
            if (!WORDS.contains(key)) {
              requireKey(key);
              settings.add(new Setting(key, filling.of(node, key), origin(key)));
            }
          });
      varied.forEach(
          (key, value) -> {
            if (key.contains(".")) {
              Origin at = section("vary", key).origin(key);
              String text = text(value);
              YamlNode node =
                  text.startsWith("[") ? Yaml.parseValue(text, at) : new YamlNode.Scalar(text, at);
              settings.add(new Setting(key, node, at));
            }
          });
      settings.addAll(tiny);
      effort
          .settings()
          .forEach(
              s -> {
                String[] both = s.split("=", 2);
                Origin at = new Origin("--set " + s, 0);
                settings.add(new Setting(both[0], Yaml.parseValue(both[1], at), at));
              });
      PlannedRun run =
          PlannedRun.of(
              "%s-%d".formatted(kind, number),
              same(settings, filling),
              cost(effort, varied, values),
              () -> experiment(settings, filling));
      run = word("keep").equals("snapshots") ? run.withSnapshots() : run;
      return new Film(kind, values, run);
    }

    /** All that the experiment is read from. */
    private Object same(List<Setting> settings, Filling filling) {
      YamlNode node = (own.has("experiment") ? own : films).node("experiment");
      List<String> all = new ArrayList<>();
      settings.forEach(s -> all.add(s.key() + "=" + s.reading().get().flow()));
      all.sort(null);
      all.add(0, node == null ? "" : filling.of(node, "experiment").flow());
      if (node instanceof YamlNode.Scalar s && files.hasHoles(s.text())) {
        filling.values().forEach((name, value) -> all.add(name + " " + value));
      }
      return all;
    }

    /** What decides the cost of a film: neither seeds nor the signs of its patterns do. */
    private Object cost(Effort effort, Map<String, Object> varied, Map<String, Object> values) {
      List<Object> key = new ArrayList<>(List.of(PageFilms.this, kind, effort));
      Map<String, Object> all = new LinkedHashMap<>(varied);
      all.putAll(values);
      all.forEach(
          (name, value) -> {
            boolean isSigns = value instanceof String s && s.matches("[+-]+");
            boolean isSeed =
                name.endsWith("seed") || (!name.contains(".") && value instanceof Long);
            key.add(isSeed ? name : isSigns ? ((String) value).length() : value);
          });
      return key;
    }

    /** Refuses a word that is neither one of a page nor a section of an experiment. */
    private void requireKey(String key) {
      List<String> known = new ArrayList<>(WORDS);
      known.addAll(ExperimentKeys.children(""));
      if (!key.contains(".") && !known.contains(key)) {
        PageSection section = own.has(key) ? own : films;
        Optional<String> near = Nearest.to(key, known);
        throw near.isPresent()
            ? section.error(key, PageMessage.PAGE_UNKNOWN_KEY_NEAR, near.get())
            : section.error(key, PageMessage.PAGE_UNKNOWN_KEY, String.join(", ", known));
      }
    }

    /** The section of the kind that has a key, or else that of all films. */
    private PageSection section(String name, String key) {
      PageSection ofKind = own.section(name);
      return ofKind.has(key) ? ofKind : films.section(name);
    }

    private Origin origin(String key) {
      return own.has(key) ? own.origin(key) : films.origin(key);
    }

    private Scope scope(Map<String, Object> values, Effort effort) {
      Map<String, Type> types = new LinkedHashMap<>();
      known(values, effort).forEach((name, value) -> types.put(name, type(value)));
      return Scope.of(types, FilmFunctions.class);
    }

    private Map<String, Object> known(Map<String, Object> values, Effort effort) {
      Map<String, Object> all = new LinkedHashMap<>(constants);
      all.putAll(values);
      all.put("kind", kind);
      all.put("quick", effort.isQuick());
      return all;
    }

    private Experiment experiment(List<Setting> settings, Filling filling) {
      PageSection section = own.has("experiment") ? own : films;
      YamlNode node = section.node("experiment");
      if (node == null) {
        throw films.error(
            "experiment", PageMessage.PAGE_MISSING, "an experiment file, or its keys");
      }
      String name = kind;
      Path folder = files.folder(); // null for a page of the program
      if (node instanceof YamlNode.Scalar s) {
        name = s.text();
        try {
          Faults faults = new Faults();
          node = Yaml.parse(files.experiment(name), name, faults);
          faults.end();
        } catch (IOException | InvalidPathException e) {
          throw section.error("experiment", PageMessage.PAGE_EXPERIMENT_FILE, name, e.getMessage());
        }
        folder = folder == null ? null : folder.resolve(name).getParent();
      }
      Study study = ExperimentFile.study(filling.of(node, "experiment"), name, folder, settings);
      if (study.isSweep()) {
        throw section.error("experiment", PageMessage.PAGE_SWEEP, study.sweep().get(0).key());
      }
      return study.experiment();
    }
  }

  /** Puts values into the holes of texts. */
  private record Filling(
      Map<String, Object> values,
      Scope scope,
      FilmFunctions functions,
      Map<Object, Expression> compiled) {

    /** A node whose texts are filled; one with a hole may become a map or list. */
    YamlNode of(YamlNode node, String key) {
      if (node instanceof YamlNode.Scalar s && s.text().contains("${")) {
        String text =
            HOLE.matcher(s.text())
                .replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), s.origin(), key)));
        boolean isTree = text.startsWith("{") || text.startsWith("[");
        return isTree ? Yaml.parseValue(text, s.origin()) : new YamlNode.Scalar(text, s.origin());
      }
      if (node instanceof YamlNode.Sequence list) {
        return new YamlNode.Sequence(
            list.items().stream().map(item -> of(item, key)).toList(), list.origin());
      }
      if (node instanceof YamlNode.Mapping map) {
        YamlNode.Mapping all = YamlNode.Mapping.empty(map.origin());
        for (Map.Entry<String, YamlNode> e : map.entries().entrySet()) {
          all = all.with(e.getKey(), of(e.getValue(), e.getKey()), map.originOf(e.getKey()));
        }
        return all;
      }
      return node;
    }

    private String value(String expression, Origin origin, String key) {
      Expression e =
          compiled.computeIfAbsent(
              List.of(expression, origin, scope.names()),
              k -> Expression.of(expression, origin, key, scope));
      return PageFilms.text(e.value(values, functions));
    }
  }

  /** One of {@code {full: ..., quick: ...}}, at any depth. */
  private static YamlNode chosen(YamlNode node, Effort effort) {
    if (!(node instanceof YamlNode.Mapping map)) {
      return node;
    }
    if (map.entries().keySet().equals(Set.of("full", "quick"))) {
      return map.get(effort.isQuick() ? "quick" : "full");
    }
    YamlNode.Mapping all = YamlNode.Mapping.empty(map.origin());
    for (Map.Entry<String, YamlNode> e : map.entries().entrySet()) {
      all = all.with(e.getKey(), chosen(e.getValue(), effort), map.originOf(e.getKey()));
    }
    return all;
  }
}
