package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/tutorial.md, followed to the letter from its second step on. */
@Tag("slow")
class TutorialTest {

  @TempDir Path folder;

  private JsonNode summary(String run) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(folder.resolve(run).resolve("summary.json")));
  }

  @Test
  void everyCommandDoesWhatThePageSays() throws Exception {
    PageCode page = PageCode.of("tutorial.md");
    Path examples = Files.createDirectory(folder.resolve("examples"));
    Files.copy(
        Program.repository().resolve("examples/four-node.yaml"),
        examples.resolve("four-node.yaml"));
    page.write("my-device.yaml", folder);
    StringBuilder said = new StringBuilder();
    for (PageCode.Block block : page.in("bash")) {
      said.append(PageCode.shell(folder, block.text()));
    }
    assertThat(said).contains("that was wrong", "did you mean cell?");
    for (String film : new String[] {"first", "mine"}) {
      assertThat(summary(film).path("learned").asBoolean()).isTrue();
    }
    assertThat(summary("seeds").path("runs").asInt()).isEqualTo(4);
    assertThat(summary("voltages").path("runs").asInt()).isEqualTo(2);
    for (String file : new String[] {"first", "mine", "seeds", "voltages"}) {
      assertThat(folder.resolve(file).resolve("index.html")).isNotEmptyFile();
    }
  }
}
