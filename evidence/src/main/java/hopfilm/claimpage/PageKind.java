package hopfilm.claimpage;

import hopfilm.experiment.Experiment;
import hopfilm.expression.Expression;
import hopfilm.expression.Scope;
import hopfilm.expression.Type;
import hopfilm.file.ExperimentFile;
import hopfilm.file.KeyPath;
import hopfilm.file.Study;
import hopfilm.input.Faults;
import hopfilm.input.Nearest;
import hopfilm.input.Origin;
import hopfilm.key.ExperimentKeys;
import hopfilm.reading.FilmFunctions;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.PlannedRun;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.Yaml.Setting;
import hopfilm.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Films of one kind, in one effort. */
final class PageKind {

  /** The most films of a page. */
  static final int MOST = 10_000;

  /** Words of a kind that are no keys of an experiment. */
  static final List<String> WORDS = List.of("experiment", "vary", "let", "only", "keep", "kinds");

  private static final Pattern RANGE = Pattern.compile("(\\d{1,18})\\.\\.(\\d{1,18})");

  private final PageSection films;
  private final PageFiles files;
  private final FilmFunctions functions;
  private final Map<String, Object> constants;
  private final Map<Object, Expression> compiled;

  private final String kind;
  private final PageSection own;

  /** Keys of an experiment and words, those of the kind before those of all. */
  private final Map<String, YamlNode> of = new LinkedHashMap<>();

  private final Map<String, YamlNode> vary = new LinkedHashMap<>();
  private final Map<String, YamlNode> let = new LinkedHashMap<>();

  /** The file of the experiment, once it is read. */
  private YamlNode experiment;

  /**
   * @param films the section of all kinds
   * @param own that of this one
   * @param constants numbers that have a name in the page
   * @param compiled expressions of the page
   */
  PageKind(
      String kind,
      PageSection films,
      PageSection own,
      PageFiles files,
      Map<String, Object> constants,
      Map<Object, Expression> compiled,
      Effort effort) {
    this.films = films;
    this.files = files;
    this.functions = new FilmFunctions(files::beside);
    this.constants = constants;
    this.compiled = compiled;
    this.kind = kind;
    this.own = own;
    for (PageSection section : List.of(films, own)) {
      section.entries().forEach((word, node) -> of.put(word, chosen(node, effort)));
      vary.putAll(chosen(section.section("vary"), effort));
      let.putAll(chosen(section.section("let"), effort));
    }
    check("only", List.of("full"));
    check("keep", List.of("snapshots", "numbers"));
    List.of("vary", "let").forEach(section -> of.remove(section));
    requireEffect();
  }

  /** Refuses a key that one of {@code vary} sets again. */
  private void requireEffect() {
    List<String> set = new ArrayList<>();
    of.keySet().stream().filter(key -> key.contains(".")).forEach(set::add);
    for (String key : vary.keySet()) {
      if (key.contains(".")) {
        KeyPath path = KeyPath.parse(key, section("vary", key).origin(key));
        for (String other : set) {
          boolean isOfKind = of.containsKey(other);
          PageSection there = isOfKind ? (own.has(other) ? own : films) : section("vary", other);
          if (path.covers(KeyPath.parse(other, there.origin(other)))) {
            throw there.error(other, PageMessage.PAGE_VARIED, key);
          }
        }
        set.add(key);
      }
    }
  }

  private Map<String, YamlNode> chosen(PageSection section, Effort effort) {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    section.entries().forEach((key, node) -> all.put(key, chosen(node, effort)));
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
      return list.items().stream().map(Filling::value).toList();
    }
    if (axis instanceof YamlNode.Mapping) {
      throw section.error(key, PageMessage.PAGE_VALUES_MAP, axis.flow());
    }
    Matcher range = RANGE.matcher(axis instanceof YamlNode.Scalar s ? s.text() : "");
    if (!range.matches()) {
      return List.of(Filling.value(axis));
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

  PageFilm film(Map<String, Object> varied, Effort effort, List<Setting> tiny) {
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
      scope = scope.with(l.getKey(), Filling.type(value));
    }
    Filling filling = new Filling(known(values, effort), scope, functions, compiled);
    List<Setting> settings = new ArrayList<>();
    of.forEach(
        (key, node) -> {
          if (!WORDS.contains(key)) {
            requireKey(key);
            settings.add(new Setting(key, () -> filling.of(node, key), origin(key)));
          }
        });
    varied.forEach(
        (key, value) -> {
          if (key.contains(".")) {
            Origin at = section("vary", key).origin(key);
            String text = Filling.text(value);
            YamlNode node =
                text.startsWith("[") ? Yaml.parseValue(text, at) : new YamlNode.Scalar(text, at);
            settings.add(new Setting(key, node, at));
          }
        });
    settings.addAll(tiny);
    PlannedRun run =
        PlannedRun.of(
            name(varied),
            () -> same(settings, filling),
            cost(effort, varied, values),
            () -> experiment(settings, filling));
    run = word("keep").equals("snapshots") ? run.withSnapshots() : run;
    return new PageFilm(kind, values, run);
  }

  /** The kind, and what varies in it. */
  private String name(Map<String, Object> varied) {
    StringBuilder name = new StringBuilder(kind);
    varied.forEach(
        (key, value) ->
            name.append(", ")
                .append(key.substring(key.lastIndexOf('.') + 1))
                .append(' ')
                .append(value));
    return name.toString();
  }

  /** All that the experiment is read from. */
  private Object same(List<Setting> settings, Filling filling) {
    YamlNode node = (own.has("experiment") ? own : films).node("experiment");
    List<String> all = new ArrayList<>();
    settings.forEach(s -> all.add(s.key() + "=" + s.reading().get().flow()));
    all.sort(null);
    if (node instanceof YamlNode.Scalar s && files.hasHoles(s.text())) {
      filling.values().forEach((name, value) -> all.add(name + " " + value));
    }
    all.add(0, node == null ? "" : filling.of(node, "experiment").flow());
    return all;
  }

  /** What decides the cost of a film: neither seeds nor the signs of its patterns do. */
  private Object cost(Effort effort, Map<String, Object> varied, Map<String, Object> values) {
    List<Object> key = new ArrayList<>(List.of(films, kind, effort));
    Map<String, Object> all = new LinkedHashMap<>(varied);
    all.putAll(values);
    all.forEach(
        (name, value) -> {
          boolean isSigns = value instanceof String s && s.matches("[+-]+");
          boolean isSeed = name.endsWith("seed") || (!name.contains(".") && value instanceof Long);
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
    known(values, effort).forEach((name, value) -> types.put(name, Filling.type(value)));
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
      throw films.error("experiment", PageMessage.PAGE_MISSING, "an experiment file, or its keys");
    }
    String name = kind;
    Path folder = files.folder(); // null for a page of the program
    if (node instanceof YamlNode.Scalar s) {
      name = s.text();
      try {
        node = parsed(name);
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

  private synchronized YamlNode parsed(String name) throws IOException {
    if (experiment == null) {
      Faults faults = new Faults();
      YamlNode read = Yaml.parse(files.experiment(name), name, faults);
      faults.end();
      experiment = read;
    }
    return experiment;
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
