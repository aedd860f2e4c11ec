package hopfilm.claimpage;

import hopfilm.input.ExperimentException;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import hopfilm.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A claim that stands in a page: films, what is read of each, criteria on these readings. */
public final class PageClaim implements Claim {

  private final ClaimPage page;
  private final PageExtra extra;
  private final String title;
  private final List<Criterion> criteria = new ArrayList<>();

  /** Made when films or expressions are first needed. */
  private PageContent content;

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
    content().vet(Effort.FULL);
    content().check();
    content().vet(Effort.QUICK);
    if (!page.tiny().isEmpty()) {
      content().vet(Effort.TINY);
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
  public String argument() {
    return isOfUser() ? page.place() : id();
  }

  @Override
  public Optional<String> page() {
    return Optional.of(page.text());
  }

  @Override
  public Map<String, String> files() {
    return isOfUser() ? Map.copyOf(page.files().read()) : Map.of();
  }

  @Override
  public List<Criterion> criteria() {
    return List.copyOf(criteria);
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return content().films(effort).stream().map(PageFilm::run).toList();
  }

  @Override
  public double judgingSeconds(Effort effort) {
    return runs(effort).stream().mapToDouble(film -> extra.seconds(effort, film)).sum();
  }

  private synchronized PageContent content() {
    if (content == null) {
      content = new PageContent(page, extra);
    }
    return content;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence e) throws IOException {
    List<PageFilm> films = content().films(effort);
    List<FinishedRun> runs = finished.get(films.stream().map(PageFilm::run).toList());
    Map<String, Column> columns = content().read(films, runs);
    content().decide(columns, effort, e);
    new PageEvidence(page.root(), films, runs, columns, e).add();
    content().addTables(columns, effort, e);
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
}
