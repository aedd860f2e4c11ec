package hopfilm.claimpage;

import hopfilm.claimpage.PageFilms.Film;
import hopfilm.file.YamlNode;
import hopfilm.input.ExperimentException;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A claim that stands in a page: films, what is read of each, criteria on these readings. */
public final class PageClaim implements Claim {

  private final ClaimPage page;
  private final PageExtra extra;
  private final String title;
  private final List<Criterion> criteria = new ArrayList<>();

  /** Made when films or expressions are first needed. */
  private Content content;

  private PageClaim(ClaimPage page, PageExtra extra) {
    this.page = page;
    this.extra = extra;
    this.title = page.title();
    page.root().word("beyond", List.of("the paper"));
    page.root().word("table", List.of("films"));
    page.root().needed("source", ClaimPage.KEYS.get("source"));
    PageSection stated = page.root().section("criteria");
    if (stated.entries().isEmpty()) {
      throw page.root().error("criteria", PageMessage.PAGE_MISSING, ClaimPage.KEYS.get("criteria"));
    }
    for (Map.Entry<String, YamlNode> e : stated.entries().entrySet()) {
      if (!(e.getValue() instanceof YamlNode.Mapping)) {
        throw stated.error(e.getKey(), PageMessage.PAGE_CRITERION);
      }
      PageSection one = stated.section(e.getKey()).allow(List.of("that", "holds"));
      if (extra == PageExtra.NONE) {
        one.needed("holds", "the condition as an expression");
      }
      criteria.add(Criterion.of(e.getKey(), one.needed("that", "the condition in words")));
    }
  }

  /**
   * A claim of a user, checked in full: keys, names, expressions, and all films, quick and full.
   *
   * @param place FILE, or FILE#NAME where the page states several claims
   * @throws ExperimentException if anything is wrong with it
   */
  public static PageClaim of(Path folder, String place) {
    PageClaim claim = new PageClaim(ClaimPage.of(folder, place), PageExtra.NONE);
    claim.vet();
    return claim;
  }

  /** A claim of the program. */
  public static PageClaim ofProgram(String page) {
    return ofProgram(page, "", PageExtra.NONE);
  }

  /**
   * A claim of the program.
   *
   * @param name where the page states several claims, else empty
   * @param extra what the page cannot say
   */
  public static PageClaim ofProgram(String page, String name, PageExtra extra) {
    return new PageClaim(ClaimPage.ofProgram(page, name), extra);
  }

  /**
   * Checks all of it.
   *
   * @throws ExperimentException if anything is wrong
   */
  public void vet() {
    runs(Effort.FULL).forEach(PlannedRun::experiment);
    content().check();
    runs(Effort.QUICK).forEach(PlannedRun::experiment);
    if (!page.tiny().isEmpty()) {
      runs(Effort.TINY).forEach(PlannedRun::experiment);
    }
  }

  @Override
  public String id() {
    return page.id();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String source() {
    return page.root().text("source");
  }

  /** True for a page of a user, false for one of the program. */
  public boolean isOfUser() {
    return page.files().folder() != null;
  }

  @Override
  public boolean isBeyondPaper() {
    return isOfUser() || page.root().has("beyond");
  }

  @Override
  public Optional<String> page() {
    return Optional.of(page.text());
  }

  @Override
  public List<Criterion> criteria() {
    return List.copyOf(criteria);
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return content().films(effort).stream().map(Film::run).toList();
  }

  private synchronized Content content() {
    if (content == null) {
      content = new Content();
    }
    return content;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence e) throws IOException {
    List<Film> films = content().films(effort);
    List<FinishedRun> runs = finished.get(films.stream().map(Film::run).toList());
    Map<String, Column> columns = content().read(films, runs);
    Statistics statistics = new BankStatistics();
    Map<String, Object> names = new LinkedHashMap<>(content().constants);
    names.putAll(columns);
    names.put("quick", effort.isQuick());
    content()
        .criteria
        .forEach(
            (key, holds) -> {
              boolean isMet = (Boolean) holds.value(names, statistics);
              e.decide(key, isMet, "%s", statistics.because());
            });
    new PageEvidence(page.root(), films, runs, columns, e).add();
    for (Table table : content().tables) {
      table.add(names, statistics, e);
      statistics.because();
    }
    extra.add(
        effort,
        IntStream.range(0, runs.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    k -> films.get(k).kind(),
                    LinkedHashMap::new,
                    Collectors.mapping(runs::get, Collectors.toList()))),
        e);
    String note = page.root().text("note");
    if (!note.isEmpty()) {
      e.note(note);
    }
  }

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
                            return v instanceof Number n
                                ? hopfilm.reproduce.Numbers.text(n.doubleValue())
                                : v;
                          })
                      .toList()));
    }
  }

  /** Films and expressions of the page. */
  private final class Content {

    private final Map<String, Object> constants = new LinkedHashMap<>();
    private final PageFilms films;
    private Map<String, Reading> readings;
    private Map<String, Expression> criteria;
    private List<Table> tables;

    Content() {
      PageSection let = page.root().section("let");
      Scope scope = Scope.of(Map.of(), FilmFunctions.class);
      for (Map.Entry<String, YamlNode> e : let.entries().entrySet()) {
        ClaimPage.requireName(let, e.getKey(), scope);
        Expression is = let.expression(e.getKey(), e.getValue(), scope);
        constants.put(e.getKey(), is.value(constants, new FilmFunctions(page.files())));
        scope = scope.with(e.getKey(), is.type());
      }
      PageSection section = page.root().section("films");
      if (section.entries().isEmpty()) {
        throw page.root().error("films", PageMessage.PAGE_FILMS_NONE);
      }
      films = new PageFilms(section, page.files(), constants, page.root().section("figures"));
    }

    List<Film> films(Effort effort) {
      if (effort.isTiny() && page.tiny().isEmpty()) {
        throw page.root().error("tiny", PageMessage.PAGE_NO_TINY, id());
      }
      return films.all(effort, effort.isTiny() ? page.tiny() : List.of());
    }

    /** Reads all expressions with the names that the films of a full reproduction have. */
    synchronized void check() {
      if (readings != null) {
        return;
      }
      List<Film> full = films.all(Effort.FULL, List.of());
      Map<String, Type> names = new LinkedHashMap<>();
      constants.forEach((name, v) -> names.put(name, PageFilms.type(v)));
      names.putAll(PageFilms.names(full));
      Scope ofFilm =
          new Scope(
              names,
              Vocabulary.of(FilmReadings.class),
              films.kinds(),
              PageFilms.measures(full),
              setting -> PageFilms.refused(full, setting));
      Map<String, Reading> read = readings(ofFilm);
      Map<String, Type> columns = new LinkedHashMap<>();
      constants.forEach((name, v) -> columns.put(name, PageFilms.type(v)));
      columns.put("quick", Type.TRUTH);
      read.forEach((name, r) -> columns.put(name, r.is().type().column()));
      Scope ofAll =
          new Scope(
              columns,
              Vocabulary.of(BankStatistics.class),
              films.kinds(),
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
                .with("row", PageFilms.type(rows.values().iterator().next()))
                .with("column", PageFilms.type(columns.values().iterator().next()));
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
      section.entries().forEach((label, node) -> all.put(label, PageFilms.value(node)));
      return all;
    }

    /** Each reading of all films. */
    Map<String, Column> read(List<Film> films, List<FinishedRun> runs) {
      check();
      List<String> kinds = films.stream().map(Film::kind).toList();
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
        PageFilms.names(films).keySet().forEach(name -> own.put(name, null));
        own.putAll(films.get(k).values());
        own.put("kind", kinds.get(k));
        values.add(own);
        ofFilms.add(new FilmReadings(runs.get(k), alike.get(kinds.get(k)), page.files()));
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
  }
}
