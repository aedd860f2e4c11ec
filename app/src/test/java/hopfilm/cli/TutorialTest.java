package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.check.ExperimentCheck;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * docs/tutorials/first-film.md and your-device.md, followed to the letter from their second step
 * on.
 */
class TutorialTest {

  @TempDir Path folder;

  private JsonNode summary(String run) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(folder.resolve(run).resolve("summary.json")));
  }

  /** A column of the table of a sweep. */
  private List<Double> column(String sweep, String name) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(sweep).resolve("runs.csv"));
    int at = List.of(lines.get(0).split(",")).indexOf(name);
    return lines.stream().skip(1).map(l -> Double.parseDouble(l.split(",")[at])).toList();
  }

  @Test
  void checkWarnsOfNothingInTheDeviceOfThePage() throws Exception {
    PageCode.of("tutorials/your-device.md").write("my-device.yaml", folder);
    Study study = ExperimentFile.study(folder.resolve("my-device.yaml"), List.of());
    assertThat(ExperimentCheck.of(study, 1).warnings()).isEmpty();
  }

  @Test
  @Tag("slow")
  void everyCommandDoesWhatThePageSays() throws Exception {
    PageCode page =
        PageCode.ofText(
            Files.readString(Program.repository().resolve("docs/tutorials/first-film.md"))
                + Files.readString(Program.repository().resolve("docs/tutorials/your-device.md")));
    Path examples = Files.createDirectory(folder.resolve("examples"));
    Files.copy(
        Program.repository().resolve("examples/four-node.yaml"),
        examples.resolve("four-node.yaml"));
    page.write("my-device.yaml", folder);
    String said = page.shell(folder);
    assertThat(said).contains("that was wrong", "did you mean film.cell?");
    for (String film : new String[] {"first", "mine"}) {
      assertThat(summary(film).path("learned").asBoolean()).isTrue();
    }
    assertThat(summary("seeds").path("runs").asInt()).isEqualTo(4);
    assertThat(summary("voltages").path("runs").asInt()).isEqualTo(2);
    // the page: 391 K, 3 % and 644 K; other loops take another course
    assertThat(summary("mine").path("heat").path("T_max").asDouble()).isBetween(380.0, 400.0);
    assertThat(column("voltages", "G_change").get(0)).isLessThan(0.05);
    assertThat(column("voltages", "T_max").get(1)).isBetween(600.0, 700.0);
    for (String file : new String[] {"first", "mine", "seeds", "voltages"}) {
      assertThat(folder.resolve(file).resolve("index.html")).isNotEmptyFile();
    }
  }
}
