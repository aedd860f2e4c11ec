package hopfilm.report;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.folder.RunFolder;
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
    for (SweepReportData.Run run : sweep.runs()) {
      Path itsPage = new RunFolder(folder).run(run.folder()).page();
      Files.createDirectories(itsPage.getParent());
      Files.createFile(itsPage);
    }
    Path page = SweepReport.write(sweep, new RunFolder(folder));
    String html = Files.readString(page);
    RunReportTest.assertSelfContained(
        html, List.of("success", "energies", "runs", "provenance", "experiment"));
    assertThat(html)
        .contains("A sweep of 15 runs. In 12 of 14 the film learned")
        .contains("38 % to 96 %", "NaN in the texture", "1 run is not complete");

    // a browser must arrive at the folder, whatever signs its name holds
    List<String> linked =
        Pattern.compile("<td><a href=\"([^\"]*)\"")
            .matcher(html)
            .results()
            .map(m -> page.toUri().resolve(URI.create(m.group(1))))
            .map(uri -> Path.of(uri).getParent().getFileName().toString())
            .toList();
    assertThat(linked).isEqualTo(sweep.runs().stream().map(SweepReportData.Run::folder).toList());

    Matcher svg = Pattern.compile("(?s)<svg.*?</svg\\s*>").matcher(html);
    int pictures = 0;
    while (svg.find()) {
      RunReportTest.parse(svg.group());
      pictures++;
    }
    // bars of the 14 runs that have energies, 3 intervals, and how training was verified
    assertThat(pictures).isEqualTo(18);
    assertThat(folder.resolve("figures/verified.png")).isNotEmptyFile();
  }
}
