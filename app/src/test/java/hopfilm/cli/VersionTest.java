package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.run.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One version, that of the pom, wherever a version is named. */
class VersionTest {

  private static final Path ROOT = Program.repository();

  @TempDir Path folder;

  private static String find(String file, String pattern) throws IOException {
    Matcher m =
        Pattern.compile(pattern, Pattern.MULTILINE).matcher(Files.readString(ROOT.resolve(file)));
    assertThat(m.find()).as("%s in %s", pattern, file).isTrue();
    return m.group(1);
  }

  private JsonNode json(String file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("out").resolve(file)));
  }

  @Test
  void programResultsAndPagesNameTheVersionOfThePom() throws IOException {
    String version = find("pom.xml", "<artifactId>hopfilm-parent</artifactId>\\s*<version>(.*?)<");
    assertThat(
            Program.call("--version")
                .out()
                .strip()
                .replaceFirst(" \\(commit [0-9a-f]{10}(, changed)?\\)$", ""))
        .isEqualTo("Hopfilm " + version);
    Path file =
        Files.writeString(
            folder.resolve("film.yaml"),
            """
            film: {size: [64 nm, 64 nm], cell: 4 nm}
            electrodes: {layout: corners, radius: 20 nm}
            initial: {texture: uniform}
            protocol: [{train: {pattern: "+-+-", time: 1 ps}}, {measure: trained}]
            output: {formats: [], report: off}
            """);
    Program p = Program.call("run", file.toString(), "--out", folder.resolve("out").toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(json("summary.json").path("version").asString()).isEqualTo(version);
    assertThat(json("provenance.json").path("version").asString()).isEqualTo(version);
    // both name the commit, or neither does where there is no clone
    String commit = json("provenance.json").path("commit").asString("none");
    assertThat(Program.call("--version").out().contains("(commit " + commit + ")"))
        .isEqualTo(Provenance.commit().isPresent());
    assertThat(find("CITATION.cff", "^version: (.*)$")).isEqualTo(version);
    assertThat(find("CHANGELOG.md", "^## (\\S+)")).isEqualTo(version);
    assertThat(find("docs/openapi.yaml", "^  version: \"?([^\"\\n]*)")).isEqualTo(version);
    assertThat(find("python/pyproject.toml", "^version = \"(.*)\"$")).isEqualTo(version);
    assertThat(find("python/hopfilm/__init__.py", "^__version__ = \"(.*)\"$")).isEqualTo(version);
    for (String module :
        new String[] {"autocode", "engine", "lab", "evidence", "app", "cluster", "bench"}) {
      assertThat(find(module + "/pom.xml", "hopfilm-parent</artifactId>\\s*<version>(.*?)<"))
          .isEqualTo(version);
    }
  }

  @Test
  void theCitationHasTheAddressOfThePom() throws IOException {
    assertThat(find("CITATION.cff", "^repository-code: (.*)$"))
        .isEqualTo(find("pom.xml", "<repository.url>(.*?)<"));
  }
}
