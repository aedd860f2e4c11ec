package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages point at is there, and the first page is short. */
class DocumentationTest {

  private static final Path ROOT = Program.repository();

  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");

  private static List<Path> pages() throws IOException {
    List<Path> all = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    all.addAll(List.of(ROOT.resolve("CONTRIBUTING.md"), ROOT.resolve("CHANGELOG.md")));
    for (String folder : List.of("docs", "docs/gallery", "python")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(all::add);
      }
    }
    return all;
  }

  /** A page without its code, in which brackets mean something else. */
  private static String prose(Path page) throws IOException {
    return Files.readString(page)
        .replaceAll("(?s)```.*?```", "")
        .replaceAll("(?m)^ {4,}.*$", "")
        .replaceAll("`[^`\n]*`", "");
  }

  @Test
  void everyLinkWithinTheRepositoryLeadsSomewhere() throws IOException {
    List<String> lost = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      Matcher m = LINK.matcher(prose(page));
      while (m.find()) {
        String link = m.group(1) != null ? m.group(1) : m.group(2);
        if (link.matches("[a-z]+:.*")) {
          continue;
        }
        links++;
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
          lost.add(ROOT.relativize(page) + ": " + link);
        } else if (parts.length > 1 && !headings(target).contains(parts[1])) {
          lost.add(ROOT.relativize(page) + ": no such heading: " + link);
        }
      }
    }
    assertThat(lost).isEmpty();
    assertThat(links).isGreaterThan(200);
  }

  /** Headings as links name them. */
  private static List<String> headings(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(l -> l.matches("#{1,6} .*"))
        .map(l -> l.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(l -> l.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void everyPageIsInTheIndex() throws IOException {
    String index = Files.readString(ROOT.resolve("docs/README.md"));
    for (Path page : pages()) {
      if (page.getParent().equals(ROOT.resolve("docs")) && !page.endsWith("README.md")) {
        assertThat(index).contains("(" + page.getFileName() + ")");
      }
    }
  }

  @Test
  void theFirstPageIsShortAndItsSentencesAreToo() throws IOException {
    String text = prose(ROOT.resolve("README.md"));
    assertThat(text.split("\\s+").length).isLessThanOrEqualTo(900);
    String plain =
        text.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").replaceAll("(?m)^\\|.*$", "");
    for (String sentence : plain.split("(?<=[.:!?])\\s+|\\n\\n|\\n- ")) {
      assertThat(Arrays.stream(sentence.trim().split("\\s+")).count())
          .as(sentence)
          .isLessThanOrEqualTo(35);
    }
  }
}
