package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.run.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static final String ENGINE = "hopfilm-engine</artifactId>\\s*<version>(.*?)<";
  private static final String PARENT = "hopfilm-parent</artifactId>\\s*<version>(.*?)<";

  /** Where it stands, by the file. */
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("pom.xml", PARENT),
          Map.entry("autocode/pom.xml", PARENT),
          Map.entry("engine/pom.xml", PARENT),
          Map.entry("lab/pom.xml", PARENT),
          Map.entry("evidence/pom.xml", PARENT),
          Map.entry("app/pom.xml", PARENT),
          Map.entry("cluster/pom.xml", PARENT),
          Map.entry("bench/pom.xml", PARENT),
          Map.entry("architecture/pom.xml", PARENT),
          Map.entry("CITATION.cff", "^version: (.*)$"),
          Map.entry("CHANGELOG.md", "^## (?!Unreleased)(\\S+)"),
          Map.entry("docs/openapi.yaml", "^  version: \"?([^\"\n]*)"),
          Map.entry("docs/tutorials/first-film.md", "prints `Hopfilm ([^`]*)`"),
          Map.entry("docs/howto/use-from-java.md", ENGINE),
          Map.entry("examples/library/pom.xml", ENGINE),
          Map.entry("python/pyproject.toml", "^version = \"(.*)\"$"),
          Map.entry("python/hopfilm/__init__.py", "^__version__ = \"(.*)\"$"));

  private static String find(String file, String pattern) throws IOException {
    return find(ROOT, file, pattern);
  }

  private static String find(Path root, String file, String pattern) throws IOException {
    Matcher m =
        Pattern.compile(pattern, Pattern.MULTILINE).matcher(Files.readString(root.resolve(file)));
    assertThat(m.find()).as("%s in %s", pattern, file).isTrue();
    return m.group(1);
  }

  private static void allAre(String version, Path root) throws IOException {
    for (Map.Entry<String, String> place : PLACES.entrySet()) {
      assertThat(find(root, place.getKey(), place.getValue()))
          .as(place.getKey())
          .isEqualTo(version);
    }
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
    allAre(version, ROOT);
  }

  @Test
  void theScriptOfAReleaseSetsItEverywhere() throws Exception {
    List<String> files = new ArrayList<>(PLACES.keySet());
    files.add("dist/version");
    for (String file : files) {
      Path copy = folder.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(ROOT.resolve(file), copy);
    }
    Process script =
        new ProcessBuilder("bash", folder.resolve("dist/version").toString(), "9.8.7", "2031-02-03")
            .inheritIO()
            .start();
    assertThat(script.waitFor()).isZero();
    allAre("9.8.7", folder);
    assertThat(find(folder, "CHANGELOG.md", "^## (.*)$")).isEqualTo("9.8.7 (3 February 2031)");
    assertThat(find(folder, "pom.xml", "outputTimestamp>(.*?)<")).startsWith("2031-02-03T");
  }
}
