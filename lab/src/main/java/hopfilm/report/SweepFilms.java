package hopfilm.report;

import hopfilm.chart.FigureFiles;
import hopfilm.folder.RunFolder;
import hopfilm.page.Html;
import hopfilm.result.SweepRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The part of a sweep's report that shows the films of its first runs, each with its verdict. */
final class SweepFilms {
  /** More films than this no one compares. */
  static final int MAX_FILMS = 12;

  private final Html html;
  private final RunFolder sweep;
  private final List<SweepRecord> runs;
  private final List<SweepRecord> pictured;
  private final double largest;

  /**
   * @param largest |E'| of a bar of full height [W]
   */
  SweepFilms(Html html, RunFolder sweep, List<SweepRecord> runs, double largest) {
    this.html = html;
    this.sweep = sweep;
    this.runs = runs;
    this.pictured = runs.stream().filter(r -> Files.isRegularFile(thumbnail(r))).toList();
    this.largest = largest;
  }

  private Path thumbnail(SweepRecord run) {
    return sweep.run(run.folder()).thumbnail();
  }

  private List<SweepRecord> shown() {
    return pictured.subList(0, Math.min(MAX_FILMS, pictured.size()));
  }

  /** Says whether the films of all runs are shown, and so their energies. */
  boolean isOfAll() {
    return shown().size() == runs.size();
  }

  void write() throws IOException {
    List<SweepRecord> shown = shown();
    if (shown.isEmpty()) {
      return;
    }
    html.heading("films", "The films");
    html.raw(
        "<p class=\"note\">Each film after its run: the magnetisation (green where m points up, purple where it points down)%s. A film leads to its own report.</p>"
            .formatted(
                runs.stream().allMatch(r -> r.energies() == null)
                    ? ""
                    : " and the current through its contacts; below them E\u2032 of each pattern, the trained one in orange, the lowest one framed, all on one scale of "
                        + MiniBars.scale(largest, runs)));
    html.raw("<div class=\"films\">");
    for (SweepRecord run : shown) {
      html.raw(RunLink.of(sweep, run, card(run)));
    }
    html.raw("</div>");
    int without = runs.size() - pictured.size();
    if (shown.size() < pictured.size()) {
      html.raw(
          "<p class=\"note\">The first %d of %d runs; <a href=\"#runs\">all of them</a> are below.</p>"
              .formatted(shown.size(), runs.size()));
    }
    if (without > 0) {
      html.raw(
          "<p class=\"note\">%d of %d runs kept no picture of the film; <code>hopfilm report</code> makes those of runs that are done.</p>"
              .formatted(without, runs.size()));
    }
  }

  private String card(SweepRecord run) throws IOException {
    String name = "film-" + (runs.indexOf(run) + 1);
    return "%s%s<span class=\"of\">%s</span><span>%s</span><span>%s</span>"
        .formatted(
            FigureFiles.embedded(thumbnail(run), name),
            run.energies() == null ? "" : MiniBars.svg(run.energies(), largest, MiniBars.BROAD),
            RunLink.values(run),
            RunLink.verdict(run),
            run.lastRecall() == null ? "" : "recalled " + RunLink.recalled(run));
  }
}
