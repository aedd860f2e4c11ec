package hopfilm.claimpage;

import hopfilm.expression.Expression;
import hopfilm.input.ExperimentException;
import hopfilm.reproduce.Effort;
import hopfilm.yaml.Yaml.Setting;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The films of a page: each kind with each combination of the values that vary. */
final class PageFilms {

  /** The longest name of a kind. */
  private static final int LONGEST = 100;

  /** The kind of films of a page that names none. */
  private static final String ONE_KIND = "films";

  private final PageSection films;
  private final PageFiles files;
  private final Map<String, Object> constants;
  private final Map<String, PageSection> kinds = new LinkedHashMap<>();

  /** Expressions by their texts and the types of their names: those of one kind are alike. */
  private final Map<Object, Expression> compiled = new HashMap<>();

  private final Set<String> shown = new LinkedHashSet<>();
  private final Map<String, List<PageFilm>> planned = new HashMap<>();

  /**
   * @param films the section of a page
   * @param constants numbers that have a name in the page
   * @param figures of the page: the films that they show keep theirs
   */
  PageFilms(
      PageSection films, PageFiles files, Map<String, Object> constants, PageSection figures) {
    this.films = films;
    this.files = files;
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
      shown.add(PageFilm.kind(figure, kinds()));
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
  List<PageFilm> all(Effort effort, List<Setting> tiny) {
    return planned.computeIfAbsent(effort + " " + tiny, key -> plan(effort, tiny));
  }

  private List<PageFilm> plan(Effort effort, List<Setting> tiny) {
    List<PageFilm> all = new ArrayList<>();
    kinds.forEach(
        (kind, own) -> {
          PageKind of = new PageKind(kind, films, own, files, constants, compiled, effort);
          if (!effort.isQuick() || !of.word("only").equals("full")) {
            for (Map<String, Object> values : of.combinations(PageKind.MOST - all.size())) {
              boolean isShown =
                  shown.contains(kind) && all.stream().noneMatch(f -> f.kind().equals(kind));
              all.add(of.film(values, effort, tiny).illustratedIf(isShown));
            }
          }
        });
    if (all.isEmpty()) {
      throw films.error("kinds", PageMessage.PAGE_ONLY_FULL);
    }
    return List.copyOf(all);
  }

  /**
   * Refuses a film that is planned twice.
   *
   * @throws ExperimentException if there is one
   */
  void requireDifferent(List<PageFilm> all) {
    Map<Object, PageFilm> seen = new HashMap<>();
    for (PageFilm film : all) {
      PageFilm same = seen.put(film.run().same(), film);
      if (same != null) {
        throw films.error(
            "vary", PageMessage.PAGE_FILM_TWICE, same.run().name(), film.run().name());
      }
    }
  }
}
