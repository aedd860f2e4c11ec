package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages, schemas and Python files that repeat the program are what it says today. */
class GeneratedPagesTest {

  private static final Path ROOT = Program.repository();

  @TempDir Path folder;

  @Test
  void filesAreCurrent() throws IOException {
    List<String> old = new ArrayList<>();
    for (Map.Entry<String, String> file :
        GeneratedPages.of(ROOT, Main.commandLine(true)).entrySet()) {
      if (!Files.readString(ROOT.resolve(file.getKey())).equals(file.getValue())) {
        old.add(file.getKey());
      }
    }
    assertThat(old).as("write them again: ./hopfilm help --pages .").isEmpty();
  }

  @Test
  void oneCommandWritesThem() throws IOException {
    for (String file : GeneratedPages.of(ROOT, Main.commandLine(true)).keySet()) {
      Path copy = folder.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, Files.readString(ROOT.resolve(file)) + "\nmine\n");
    }
    for (String source : List.of("docs/bench.json", "docs/openapi.yaml")) {
      Files.copy(ROOT.resolve(source), folder.resolve(source));
    }
    assertThat(Program.call("help", "--pages", folder.toString()).status()).isZero();
    assertThat(folder.resolve("docs/reference/materials.md"))
        .hasSameTextualContentAs(ROOT.resolve("docs/reference/materials.md"));
    assertThat(folder.resolve("docs/reference/run-folder.md"))
        .as("only its parts are written")
        .content()
        .contains("|`E_prime` |W |", "|`passed_untrained` |")
        .endsWith("mine\n");
    assertThat(folder.resolve("docs/reference/commands.md")).content().contains("### optimise");
    assertThat(folder.resolve("docs/reference/http.md")).content().contains("`GET /api/hello`");
    assertThat(folder.resolve("docs/evidence/performance.md"))
        .content()
        .contains("figures meet their target");
    assertThat(folder.resolve("docs/data/messages.csv")).content().contains("OPTION_UNKNOWN,");
  }
}
