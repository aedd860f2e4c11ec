package hopfilm.report;

import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.figures.FilmStrip;
import hopfilm.figures.SnapshotPicture;
import hopfilm.figures.Snapshots;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.WholeFile;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import hopfilm.page.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the report of a run: one self-contained page and its figures as files. */
public final class RunReport {
  private final RunReportData data;
  private final RunFigures figures;
  private final Html html;
  private final Map<String, String> svg = new HashMap<>();

  /** Null without snapshots. */
  private FilmStrip strip;

  private int frames;
  private boolean hasMovie;

  private RunReport(RunReportData data) {
    this.data = data;
    this.figures = new RunFigures(data);
    this.html = new Html(data.facts().name());
  }

  /**
   * Writes {@code index.html}, {@code figures/*.svg, *.png} and, from the snapshots that lie there,
   * {@code film-strip.svg, film-strip.png, film.gif} into the folder of the run.
   *
   * @param threads 1 keeps other runs at the same time undisturbed
   * @return the page
   */
  public static Path write(RunReportData data, RunFolder folder, int threads) throws IOException {
    RunReport report = new RunReport(data);
    report.svg.putAll(FigureFiles.write(folder.figures(), report.figures.all(), threads));
    if (report.figures.thumbnail() != null) {
      FigureFiles.write(
          List.of(folder.thumbnail()), RunFolder.THUMBNAIL, report.figures.thumbnail());
    }
    List<SnapshotPicture> frames = RunFilm.frames(folder);
    if (!frames.isEmpty()) {
      report.hasMovie = true;
      report.show(frames, RunFilm.write(folder, frames));
    }
    return report.writePage(folder);
  }

  /**
   * Writes the most important figures of a run as one picture, which its page does not show.
   *
   * @param file ends with .svg or .png
   * @return false if the run has none of them
   */
  public static boolean writeOverview(RunReportData data, Path file) throws IOException {
    Figure overview = new RunFigures(data).overview();
    if (overview == null) {
      return false;
    }
    FigureFiles.write(List.of(file), "overview", overview);
    return true;
  }

  /** Writes {@code index.html} as {@link #write} does, without any file of a figure. */
  public static Path writePage(RunReportData data, RunFolder folder, int threads)
      throws IOException {
    RunReport report = new RunReport(data);
    report.svg.putAll(FigureFiles.draw(report.figures.all(), threads));
    List<SnapshotPicture> frames = RunFilm.frames(folder);
    if (!frames.isEmpty()) {
      report.show(frames, FigureFiles.svg(Snapshots.strip(frames), RunFolder.STRIP));
    }
    return report.writePage(folder);
  }

  private void show(List<SnapshotPicture> shown, String stripSvg) {
    frames = shown.size();
    strip = Snapshots.strip(shown);
    svg.put(RunFolder.STRIP, stripSvg);
  }

  private Path writePage(RunFolder folder) throws IOException {
    Path page = folder.page();
    WholeFile.writeSafely(page, page());
    return page;
  }

  private String page() {
    html.raw("<h1>" + Markup.escape(data.facts().name()) + "</h1>");
    RunStory story = new RunStory(data, html, this::picture);
    story.head();
    if (!data.facts().warnings().isEmpty()) {
      int n = data.facts().warnings().size();
      html.note("<a href=\"#warnings\">%s</a>".formatted(n == 1 ? "1 warning" : n + " warnings"));
    }
    html.links();
    story.film(strip == null ? null : moments());
    story.energies();
    story.memories();
    story.row();
    story.retrieval();
    story.heat();
    story.conductances();
    story.readout();
    story.expectations();
    return html.page(data.facts());
  }

  private Page.Picture picture(String name) {
    if (name.equals(RunFolder.STRIP)) {
      return new Page.Picture(svg.get(name), strip.width());
    }
    Figure figure = figures.get(name);
    return figure == null ? null : new Page.Picture(svg.get(name), figure.width());
  }

  private String moments() {
    String moments = "%d of %d moments".formatted(strip.frames(), frames);
    return hasMovie
        ? "%s; all as a moving picture: <a href=\"%2$s\">%2$s</a>"
            .formatted(moments, RunFile.MOVIE.text())
        : moments;
  }
}
