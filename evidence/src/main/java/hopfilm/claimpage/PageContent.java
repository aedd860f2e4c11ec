package hopfilm.claimpage;

import hopfilm.expression.Expression;
import hopfilm.expression.Scope;
import hopfilm.expression.Type;
import hopfilm.expression.Vocabulary;
import hopfilm.reading.FilmFunctions;
import hopfilm.reading.FilmReadings;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Numbers;
import hopfilm.run.Evaluation;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Films and expressions of a page: made when first needed, as a list of claims does without. */
final class PageContent {

  /** A reading of each film. */
  private record Reading(String title, String unit, Expression is) {}

  /** A table of an expression over rows and columns. */
  private record Table(
      String title, Map<String, Object> columns, Map<String, Object> rows, Expression cells) {

    void add(Map<String, Object> names, Statistics statistics, Evidence e) {
      Evidence.Rows table = e.table(title, "", List.copyOf(columns.keySet()));
      rows.forEach(
          (label, row) ->
              table.row(
                  label,
                  columns.values().stream()
                      .map(
                          column -> {
                            Map<String, Object> all = new HashMap<>(names);
                            all.put("row", row);
                            all.put("column", column);
                            Object v = cells.value(all, statistics);
                            return v instanceof Number n ? Numbers.text(n.doubleValue()) : v;
                          })
                      .toList()));
    }
  }

  private final ClaimPage page;
  private final PageExtra extra;

  private final Map<String, Object> constants = new LinkedHashMap<>();
  private final PageFilms films;
  private Map<String, Reading> readings;
  private Map<String, Expression> criteria;
  private List<Table> tables;

  /**
   * Reads the constants of the page.
   *
   * @param extra what it cannot say
   * @throws hopfilm.input.ExperimentException if one is wrong, or the page names no films
   */
  PageContent(ClaimPage page, PageExtra extra) {
    this.page = page;
    this.extra = extra;
    PageSection let = page.root().section("let");
    Scope scope = Scope.of(Map.of(), FilmFunctions.class);
    for (Map.Entry<String, YamlNode> e : let.entries().entrySet()) {
      ClaimPage.requireName(let, e.getKey(), scope);
      Expression is = let.expression(e.getKey(), e.getValue(), scope);
      constants.put(e.getKey(), is.value(constants, new FilmFunctions(page.files()::beside)));
      scope = scope.with(e.getKey(), is.type());
    }
    PageSection section = page.root().section("films");
    if (section.entries().isEmpty()) {
      throw page.root().error("films", PageMessage.PAGE_FILMS_NONE);
    }
    films = new PageFilms(section, page.files(), constants, page.root().section("figures"));
  }

  List<PageFilm> films(Effort effort) {
    if (effort.isTiny() && page.tiny().isEmpty()) {
      throw page.root().error("tiny", PageMessage.PAGE_NO_TINY, page.id());
    }
    return films.all(effort, effort.isTiny() ? page.tiny() : List.of());
  }

  /**
   * Reads the experiments of all films, no two of which may be the same.
   *
   * @throws hopfilm.input.ExperimentException if one is wrong
   */
  void vet(Effort effort) {
    List<PageFilm> all = films(effort);
    all.forEach(film -> film.run().experiment());
    films.requireDifferent(all);
  }

  /** Reads all expressions with the names that the films of a full reproduction have. */
  synchronized void check() {
    if (readings != null) {
      return;
    }
    List<PageFilm> full = films.all(Effort.FULL, List.of());
    Map<String, Type> names = new LinkedHashMap<>();
    constants.forEach((name, v) -> names.put(name, Filling.type(v)));
    names.putAll(PageFilm.names(full));
    extra.readings().keySet().forEach(name -> names.put(name, Type.NUMBER));
    Scope ofFilm =
        new Scope(
            names,
            Vocabulary.of(FilmReadings.class),
            films.kinds(),
            PageFilm.measures(full),
            PageFilm.columns(full),
            setting -> PageFilm.refused(full, setting));
    Map<String, Reading> read = readings(ofFilm);
    Map<String, Type> columns = new LinkedHashMap<>();
    constants.forEach((name, v) -> columns.put(name, Filling.type(v)));
    columns.put("quick", Type.TRUTH);
    read.forEach((name, r) -> columns.put(name, r.is().type().column()));
    Scope ofAll =
        new Scope(
            columns,
            Vocabulary.of(BankStatistics.class),
            films.kinds(),
            List.of(),
            List.of(),
            setting -> null);
    criteria = criteria(ofAll);
    tables = tables(ofAll);
    PageEvidence.check(page.root(), read.keySet(), films.kinds());
    readings = read;
  }

  private Map<String, Reading> readings(Scope ofFilm) {
    Map<String, Reading> all = new LinkedHashMap<>();
    Set<String> titles = new TreeSet<>();
    PageSection section = page.root().section("read");
    Scope scope = ofFilm;
    for (Map.Entry<String, YamlNode> e : section.entries().entrySet()) {
      String name = e.getKey();
      boolean isSame = e.getValue() instanceof YamlNode.Scalar s && s.text().equals(name);
      PageSection one =
          e.getValue() instanceof YamlNode.Mapping
              ? section.section(name).allow(List.of("is", "as", "unit"))
              : null;
      String is = one == null ? section.text(name) : one.needed("is", "an expression");
      if (!isSame && !is.equals(name)) {
        ClaimPage.requireName(section, name, scope);
      }
      Expression expression =
          one == null
              ? section.expression(name, e.getValue(), scope)
              : one.expression("is", one.node("is"), scope);
      String as = one == null || !one.has("as") ? name : one.text("as");
      if (!as.isEmpty() && !titles.add(as)) {
        throw section.error(name, PageMessage.PAGE_TITLES_ALIKE, as);
      }
      all.put(name, new Reading(as, one == null ? "" : one.text("unit"), expression));
      scope = scope.with(name, expression.type());
    }
    return all;
  }

  private Map<String, Expression> criteria(Scope scope) {
    PageSection section = page.root().section("criteria");
    Map<String, Expression> all = new LinkedHashMap<>();
    for (String key : section.entries().keySet()) {
      PageSection one = section.section(key);
      if (one.has("holds")) {
        all.put(key, one.expression("holds", one.node("holds"), scope).mustBe(Type.TRUTH));
      }
    }
    return all;
  }

  private List<Table> tables(Scope scope) {
    List<Table> all = new ArrayList<>();
    for (YamlNode node : page.root().list("tables")) {
      PageSection one =
          PageSection.of(node, "tables").allow(List.of("title", "columns", "rows", "cells"));
      Map<String, Object> columns = values(one.section("columns"));
      Map<String, Object> rows = values(one.section("rows"));
      if (columns.isEmpty() || rows.isEmpty()) {
        throw one.error("rows", PageMessage.PAGE_MISSING, "rows and columns of the table");
      }
      Scope cells =
          scope
              .with("row", Filling.type(rows.values().iterator().next()))
              .with("column", Filling.type(columns.values().iterator().next()));
      one.needed("cells", "an expression with row and column");
      all.add(
          new Table(
              one.needed("title", "the title of the table"),
              columns,
              rows,
              one.expression("cells", one.node("cells"), cells)));
    }
    return all;
  }

  private static Map<String, Object> values(PageSection section) {
    Map<String, Object> all = new LinkedHashMap<>();
    section.entries().forEach((label, node) -> all.put(label, Filling.value(node)));
    return all;
  }

  /** Each reading of all films. */
  Map<String, Column> read(List<PageFilm> films, List<FinishedRun> runs) {
    check();
    List<String> kinds = films.stream().map(PageFilm::kind).toList();
    List<Map<String, Object>> values = new ArrayList<>();
    List<FilmReadings> ofFilms = new ArrayList<>();
    Map<String, List<FinishedRun>> alike =
        IntStream.range(0, runs.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    kinds::get, Collectors.mapping(runs::get, Collectors.toList())));
    for (int k = 0; k < runs.size(); k++) {
      Map<String, Object> own = new LinkedHashMap<>(constants);
      PageFilm.names(films).keySet().forEach(name -> own.put(name, null));
      own.putAll(films.get(k).values());
      own.put("kind", kinds.get(k));
      FinishedRun run = runs.get(k);
      extra.readings().forEach((name, number) -> own.put(name, number.applyAsDouble(run)));
      values.add(own);
      ofFilms.add(
          new FilmReadings(
              run, alike.get(kinds.get(k)), Evaluation.EQUATIONS, page.files()::beside));
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    readings.forEach(
        (name, reading) -> {
          List<Object> all = new ArrayList<>();
          for (int k = 0; k < runs.size(); k++) {
            Object value = reading.is().value(values.get(k), ofFilms.get(k));
            values.get(k).put(name, value);
            all.add(value);
          }
          columns.put(
              name,
              new Column(
                  reading.title(), reading.unit(), reading.is().type().column(), kinds, all));
        });
    return columns;
  }

  /** Decides the criteria that the page states as expressions; all are asked. */
  void decide(Map<String, Column> columns, Effort effort, Evidence e) {
    Statistics statistics = new BankStatistics();
    Map<String, Object> names = names(columns, effort);
    criteria.forEach(
        (key, holds) -> {
          boolean isMet = (Boolean) holds.value(names, statistics);
          e.decide(key, isMet, "%s", statistics.because());
        });
  }

  /** Adds the tables of the page. */
  void addTables(Map<String, Column> columns, Effort effort, Evidence e) {
    Map<String, Object> names = names(columns, effort);
    tables.forEach(table -> table.add(names, new BankStatistics(), e));
  }

  private Map<String, Object> names(Map<String, Column> columns, Effort effort) {
    Map<String, Object> names = new LinkedHashMap<>(constants);
    names.putAll(columns);
    names.put("quick", effort.isQuick());
    return names;
  }
}
