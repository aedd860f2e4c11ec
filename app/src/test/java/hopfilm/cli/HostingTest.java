package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address of the project stands nowhere or, set by one command, everywhere. */
class HostingTest {

  private static final Path ROOT = Program.repository();

  private static final List<String> PLACES =
      List.of(
          "pom.xml",
          "CITATION.cff",
          "README.md",
          "docs/README.md",
          "SECURITY.md",
          "python/pyproject.toml",
          ".github/ISSUE_TEMPLATE/config.yml");

  private static final String CODE = "https://git.university.test/films/hopfilm";
  private static final String HELP = "https://forum.university.test/hopfilm";

  @TempDir Path folder;

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String place : PLACES) {
      texts.put(place, Files.readString(folder.resolve(place)));
    }
    return texts;
  }

  private String address(String... words) throws Exception {
    String script = folder.resolve("dist/address").toString();
    return PageCode.python(Path.of(script), words);
  }

  @Test
  void oneCommandSetsTheAddressEverywhere() throws Exception {
    PageCode.requirePython();
    for (String place : PLACES) {
      copy(place);
    }
    copy("dist/address");
    address("none");
    Map<String, String> none = texts();
    assertThat(none.values()).noneMatch(text -> text.contains("university.test"));

    address("https://other.university.test/x");
    address(CODE + "/", HELP);
    Map<String, String> set = texts();
    assertThat(set.values()).noneMatch(text -> text.contains("other.university"));
    assertThat(set.get("pom.xml"))
        .contains("<repository.url>" + CODE + "<", "<help.url>" + HELP + "<");
    assertThat(set.get("CITATION.cff")).contains("\nrepository-code: " + CODE + "\n");
    assertThat(set.get("python/pyproject.toml"))
        .contains("\n[project.urls]\nSource = \"" + CODE + "\"\nHelp = \"" + HELP + "\"\n\n[");
    for (String page : List.of("README.md", "docs/README.md")) {
      assertThat(set.get(page)).contains("(" + CODE + ")", "(" + HELP + ")");
    }
    assertThat(set.get("SECURITY.md")).contains("<" + CODE + "/security>");
    assertThat(set.get(".github/ISSUE_TEMPLATE/config.yml")).contains("url: " + HELP + "\n");

    address("none");
    assertThat(texts()).isEqualTo(none);
  }

  @Test
  void citationAndPagesHaveTheAddressOfThePom() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    var found = Pattern.compile("<repository.url>(.*?)</").matcher(pom);
    assertThat(found.find()).isTrue();
    String code = found.group(1);
    for (String place : List.of("CITATION.cff", "README.md", "python/pyproject.toml")) {
      String text = Files.readString(ROOT.resolve(place));
      if (code.isEmpty()) {
        assertThat(text).as(place).doesNotContain("repository-code", "[project.urls]", "example.");
      } else {
        assertThat(text).as(place).contains(code);
      }
    }
  }

  private void copy(String name) throws IOException {
    Path copy = folder.resolve(name);
    Files.createDirectories(copy.getParent());
    Files.copy(ROOT.resolve(name), copy);
  }
}
