package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.result.PatternEnergies;
import hopfilm.result.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run as a page with a slider. */
class RunMomentsTest {

  /** One of them at the end of training, at 65 ps. */
  private static final String ROWS = "output.table=5 ps";

  @TempDir Path folder;

  /** The row at a measure holds the matrix that the summary was made of. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "network.reference=untrained",
        "network.reference=scaled",
        "network.weights=resistance"
      })
  void aRowHasTheEnergiesOfItsMeasure(String setting) throws IOException {
    Experiment experiment = SmallFilm.experiment(setting, ROWS);
    Summary summary = SmallFilm.run(folder, setting, ROWS).summary("");
    RunFolder run = new RunFolder(folder);
    RunMoments moments =
        new RunMoments(experiment, summary, null, run.readTable(), run.snapshots());
    PatternEnergies read = moments.energies(moments.row(summary.training().get(0).end()));
    Map<String, Double> energies = summary.readings().energies().get("trained");
    double largest = energies.values().stream().mapToDouble(Math::abs).max().orElseThrow();
    assertThat(largest).isPositive();
    // the potential is solved to 1e-9 or better for both; what is compared are small differences
    energies.forEach(
        (pattern, watts) ->
            assertThat(read.watts().get(pattern)).isCloseTo(watts, within(1e-4 * largest)));
    assertThat(read.minimum()).isEqualTo(summary.verdict().lowest());
  }

  @Test
  void thePageHoldsAllFramesAndFetchesNothing() throws IOException {
    SmallFilm.run(folder, "output.resistance=[[n1, n2]]");
    List<Path> files = RunPlot.movie(folder);
    assertThat(files.get(0)).isEqualTo(folder.resolve("film.html"));
    String page = Files.readString(files.get(0));
    int snapshots = new RunFolder(folder).snapshots().size();
    assertThat(snapshots).isEqualTo(5);
    assertThat(page)
        .contains("max=\"4\"", "Resistances between electrodes", "Energies of the patterns");
    // film, energies and four curves
    assertThat(page.split("class=\"frame\"", -1)).hasSize(1 + 6 * snapshots);
    assertThat(page).contains("<li>t = 0, no current", "ps, under current, lowest");
    String addresses = page.replaceAll("xmlns(:xlink)?=\"http://www.w3.org/[^\"]*\"", "");
    assertThat(addresses).doesNotContain("http:", "https:", "src=", "<link", "@import", "url(//");
    assertThat(Pattern.compile("href=\"(?!data:image/png;base64,)").matcher(addresses).find())
        .isFalse();
  }

  @Test
  void aRunThatIsNotDoneHasNoSuchPage() throws IOException {
    SmallFilm.run(folder);
    Files.delete(folder.resolve("status.json"));
    assertThat(RunPlot.movie(folder)).noneMatch(f -> f.endsWith("film.html")).hasSize(3);
  }

  @Test
  void withoutSnapshotsItNamesTheKey() throws IOException {
    SmallFilm.run(folder, "output.formats=[]");
    assertThatThrownBy(() -> RunPlot.movie(folder))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("output.formats=[ovf]");
  }
}
