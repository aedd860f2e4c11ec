package hopfilm.reproduce;

import hopfilm.check.ExperimentCheck;
import hopfilm.folder.RunFolder;
import hopfilm.io.FileTree;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import hopfilm.page.Sheet;
import hopfilm.run.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes {@code index.html}, self-contained, with {@code figures/} and {@code tables/} beside. */
final class ClaimsReport {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimsReport.class);

  private final Path folder;
  private final Effort effort;
  private final List<CallRecord.Call> calls;
  private final boolean isOfPaper;
  private final Html html;

  private ClaimsReport(
      Path folder, List<ClaimResult> results, Effort effort, List<CallRecord.Call> calls) {
    this.folder = folder;
    this.isOfPaper = results.stream().anyMatch(r -> !r.claim().isBeyondPaper());
    this.html = new Html(title());
    this.effort = effort;
    this.calls = calls;
  }

  static void write(
      Path folder, List<ClaimResult> results, Effort effort, List<CallRecord.Call> calls)
      throws IOException {
    // what claims do not draw any more must not stay behind
    FileTree.remove(new RunFolder(folder).figures());
    FileTree.remove(folder.resolve("tables"));
    new ClaimsReport(folder, results, effort, calls).write(results);
  }

  private void write(List<ClaimResult> results) throws IOException {
    html.raw("<h1>" + title() + "</h1>");
    if (isOfPaper) {
      paper();
    }
    if (effort.isQuick()) {
      html.raw(
          "<p class=\"alert\">%s: fewer films and fewer points than the full report, see n.</p>"
              .formatted(effort.isTiny() ? "Tiny films, whose verdicts mean nothing" : "Quick"));
    }
    html.paragraph(
        "Each verdict follows from criteria that were stated before the runs; where one was stated"
            + " anew later, its section says so. Reproduced: all hold."
            + " Partly: some do not. Contradicted: none holds. Numbers are mean \u00b1 standard deviation over n films, each from"
            + " another random maze, unless an interval is named."
            + (isOfPaper
                ? " Supplemental Material was not available: nothing here is a number of it."
                : ""));
    contents(results);
    for (ClaimResult r : results) {
      section(r);
    }
    cost(results);
    html.heading("provenance", "Provenance").facts(provenance());
    WholeFile.writeSafely(new RunFolder(folder).page(), html.page());
  }

  private String title() {
    return isOfPaper ? "The paper, claim by claim" : "Claims";
  }

  private void paper() {
    html.raw(
        "<p class=\"summary\">What W. Yu, J. Xiao and G. E. W. Bauer show and say in Phys. Rev. B"
            + " 104, L180405 (2021), <a href=\"https://doi.org/10.1103/PhysRevB.104.L180405\">"
            + "doi:10.1103/PhysRevB.104.L180405</a>, computed anew.</p>");
  }

  /** Whole or not at all, so that one section does not take the others along. */
  private void section(ClaimResult r) {
    Html part = new Html("");
    try {
      new ClaimSection(part, folder, effort).write(r);
    } catch (IOException | RuntimeException e) {
      LOG.debug("{} cannot be shown", r.claim().id(), e);
      part = new Html("");
      new ClaimSection(part, folder, effort).failed(r, e);
    }
    html.raw(part.body());
  }

  private void contents(List<ClaimResult> results) {
    html.heading("contents", "Contents");
    Map<String, Long> counts =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    ClaimResult::outcome, LinkedHashMap::new, Collectors.counting()));
    html.paragraph(
        results.size()
            + (results.size() == 1 ? " claim: " : " claims: ")
            + counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "))
            + ".");
    html.raw("<div class=\"contents\">");
    html.sheet(
        new Sheet<>(results)
            .add("verdict", Form.TEXT, r -> new Markup(ClaimSection.chip(r), r.outcome()))
            .add("claim", Form.TEXT, ClaimsReport::link)
            .add("runs", Form.WHOLE, r -> r.runs().isEmpty() ? null : r.runs().size())
            .add(
                "time on one core",
                Form.TEXT,
                r ->
                    r.isJudged() && !r.runs().isEmpty()
                        ? ExperimentCheck.duration(r.seconds())
                        : ""));
    html.raw("</div>");
  }

  private void cost(List<ClaimResult> results) throws IOException {
    html.heading("cost", "Time taken");
    FinishedRuns finished = new FinishedRuns(folder.resolve("runs"));
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (ClaimResult r : results) {
      for (PlannedRun run : r.runs()) {
        if (!seconds.containsKey(run.folderName()) && finished.has(run)) {
          double s = finished.get(run).summary().effort().seconds();
          seconds.put(run.folderName(), s);
        }
      }
    }
    double wall = calls.stream().mapToDouble(CallRecord.Call::seconds).sum();
    html.paragraph(
        "%d runs, %s if one after the other on one core, longer where the machine was busy with other things. Runs that several claims need count once here, but for each claim above."
            .formatted(
                seconds.size(),
                ExperimentCheck.duration(
                    seconds.values().stream().mapToDouble(Double::doubleValue).sum())));
    if (calls.isEmpty()) {
      return;
    }
    html.paragraph(
        "Calls of hopfilm reproduce that made this folder, %s of wall time in all:"
            .formatted(ExperimentCheck.duration(wall)));
    html.sheet(
        new Sheet<>(calls)
            .add("begun", Form.TEXT, c -> c.started().replace('T', ' ').replace("Z", " UTC"))
            .add("runs", Form.WHOLE, CallRecord.Call::runs)
            .add("at a time", Form.WHOLE, CallRecord.Call::workers)
            .add("wall time", Form.TEXT, c -> ExperimentCheck.duration(c.seconds()))
            .add("claims", Form.TEXT, c -> String.join(" ", c.claims())));
  }

  private static Markup link(ClaimResult r) {
    return new Markup(
        "<a class=\"title\" href=\"#%s\">%s</a>"
            .formatted(r.claim().id(), ClaimSection.text(r.claim().title())),
        r.claim().title());
  }

  private static Map<String, String> provenance() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("program", "Hopfilm " + Provenance.version());
    facts.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    return facts;
  }
}
