package hopfilm.report;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.chart.FigureFiles;
import hopfilm.figures.CurrentScale;
import hopfilm.figures.FilmState;
import hopfilm.figures.FilmThumbnail;
import hopfilm.folder.RunFolder;
import hopfilm.result.SweepRecord;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepReportTest {
  @TempDir Path folder;

  @Test
  void holdsEverySectionAndLinksToEachRun() throws Exception {
    SweepReportData sweep = DemoReports.sweep();
    for (SweepRecord run : sweep.runs()) {
      Path itsPage = new RunFolder(folder).run(run.folder()).page();
      Files.createDirectories(itsPage.getParent());
      Files.createFile(itsPage);
    }
    Path page = SweepReport.write(sweep, new RunFolder(folder));
    String html = Files.readString(page);
    RunReportTest.assertSelfContained(
        html, List.of("success", "energies", "runs", "provenance", "experiment"));
    assertThat(html)
        .contains(
            "A sweep of 15 runs. 12 of 14 films learned their pattern; 9 of these are verified.")
        .contains("38 % to 96 %", "NaN in the texture", "1 run is not complete");

    // a browser must arrive at the folder, whatever signs its name holds
    List<String> linked =
        Pattern.compile("<td><a href=\"([^\"]*)\"")
            .matcher(html)
            .results()
            .map(m -> page.toUri().resolve(URI.create(m.group(1))))
            .map(uri -> Path.of(uri).getParent().getFileName().toString())
            .toList();
    assertThat(linked).isEqualTo(sweep.runs().stream().map(SweepRecord::folder).toList());

    Matcher svg = Pattern.compile("(?s)<svg.*?</svg\\s*>").matcher(html);
    int pictures = 0;
    while (svg.find()) {
      RunReportTest.parse(svg.group());
      pictures++;
    }
    // bars of the 14 runs that have energies, 3 intervals, and how training was verified
    assertThat(pictures).isEqualTo(18);
    assertThat(folder.resolve("figures/verified.png")).isNotEmptyFile();
    // no run left its film
    assertThat(html).doesNotContain("#films", "The films");
    assertThat(html)
        .contains("by 0.9 to 1.4 % (root mean square", "+210 K if no heat leaves")
        // 16 of 16 in 13 runs, 3 of 16 in 2
        .contains("214 of 240 inputs came back");
  }

  /** What the page of a sweep needs of a run. */
  private static void film(RunFolder run) throws Exception {
    RunReportData.Film film = DemoReports.run(true).film();
    FilmState last = film.states().get(1);
    Files.createDirectories(run.figures());
    Files.createFile(run.page());
    FigureFiles.write(
        List.of(run.thumbnail()),
        RunFolder.THUMBNAIL,
        new FilmThumbnail(last, film.electrodes(), CurrentScale.of(List.of(last.j())), false));
  }

  /** The first films, each with its values and its verdict, lead to their runs. */
  @Test
  void showsTheFilmsOfTheFirstRuns() throws Exception {
    SweepReportData sweep = DemoReports.sweep();
    RunFolder there = new RunFolder(folder);
    // the last but one has none
    for (SweepRecord run : sweep.runs()) {
      if (!run.equals(sweep.runs().get(13))) {
        film(there.run(run.folder()));
      }
    }
    String html = Files.readString(SweepReport.write(sweep, there));
    RunReportTest.assertSelfContained(html, List.of("films", "energies", "runs"));
    assertThat(html.indexOf("id=\"films\"")).isLessThan(html.indexOf("id=\"success\""));
    String films = html.substring(html.indexOf("id=\"films\""), html.indexOf("id=\"success\""));
    assertThat(films.split("<a href=\"0", -1)).hasSize(1 + 12);
    assertThat(films.split("not-learned\">\u2717 not learned<", -1)).hasSize(1 + 1);
    assertThat(films.split("\"verified\">\u2713 verified<", -1)).hasSize(1 + 8);
    assertThat(films.split("\"learned\">\u25d0 learned, not verified<", -1)).hasSize(1 + 3);
    assertThat(films)
        .contains("initial.seed 4", "recalled 3 of 16")
        .contains("The first 12 of 15 runs", "1 of 15 runs kept no picture")
        .contains("<code class=\"pattern\">+\u2212\u2212+</code>");
    Matcher svg = Pattern.compile("(?s)<svg.*?</svg\\s*>").matcher(films);
    while (svg.find()) {
      RunReportTest.parse(svg.group());
    }
  }

  /** Where every film is shown with its bars, these are not drawn a second time. */
  @Test
  void fewFilmsHaveTheirEnergiesBesideThem() throws Exception {
    SweepReportData all = DemoReports.sweep();
    List<SweepRecord> three = all.runs().subList(0, 3);
    RunFolder there = new RunFolder(folder);
    for (SweepRecord run : three) {
      film(there.run(run.folder()));
    }
    String html =
        Files.readString(
            SweepReport.write(
                new SweepReportData(
                    all.facts(), all.found(), all.effect(), three, true, null, null, null),
                there));
    RunReportTest.assertSelfContained(html, List.of("films", "success", "runs"));
    assertThat(html).doesNotContain("#energies", "first 12", "kept no picture");
    assertThat(html.split("energies of the patterns\"", -1)).hasSize(1 + 3);
    assertThat(html.length()).isLessThan(600_000);
  }
}
