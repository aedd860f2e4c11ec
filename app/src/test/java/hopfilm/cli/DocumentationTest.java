package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages point at is there, and the first page is short. */
class DocumentationTest {

  private static final Path ROOT = Program.repository();

  /** The first page of a release, in its root. */
  private static final Path RELEASE = ROOT.resolve("dist/README.md");

  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");

  /** All pages of the repository. */
  static List<Path> pages() throws IOException {
    List<Path> all = new ArrayList<>(List.of(ROOT.resolve("README.md"), RELEASE));
    for (String page :
        List.of(
            "CONTRIBUTING.md",
            ".ci/README.md",
            "SECURITY.md",
            "CHANGELOG.md",
            "python/README.md")) {
      all.add(ROOT.resolve(page));
    }
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(all::add);
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

  /** Each diff of the page fits the sources and edits as many files as its table counts. */
  @Test
  void extensionsFitAndEditAsManyFilesAsCounted(@TempDir Path folder) throws Exception {
    String page = Files.readString(ROOT.resolve("docs/howto/extend.md"));
    Matcher row = Pattern.compile("(?m)^\\|(an? [^|]+) \\|(\\d+) \\|$").matcher(page);
    int rows = 0;
    while (row.find()) {
      rows++;
      String name = row.group(1);
      int from = page.indexOf("Add " + name);
      assertThat(from).as(name).isPositive();
      int end = page.indexOf("\n**", from);
      Path diff = folder.resolve("extension.diff");
      StringBuilder all = new StringBuilder();
      for (PageCode.Block block : PageCode.ofText(page.substring(from, end)).in("diff")) {
        all.append(block.text());
      }
      Files.writeString(diff, all);
      String edited =
          PageCode.call(ROOT, List.of("git", "apply", "--check", "--numstat", diff.toString()));
      assertThat(edited.lines()).as(name).hasSize(Integer.parseInt(row.group(2)));
    }
    assertThat(rows).isEqualTo(5);
  }

  /**
   * Links of a page that lead nowhere.
   *
   * @param from where the page lies for its reader
   */
  private static List<String> lost(Path page, Path from, Predicate<Path> isThere)
      throws IOException {
    List<String> lost = new ArrayList<>();
    for (String link : links(page)) {
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? page : from.resolveSibling(parts[0]).normalize();
      if (!Files.exists(target) || !isThere.test(target)) {
        lost.add(ROOT.relativize(page) + ": " + link);
      } else if (parts.length > 1 && !headings(target).contains(parts[1])) {
        lost.add(ROOT.relativize(page) + ": no such heading: " + link);
      }
    }
    return lost;
  }

  private static List<String> links(Path page) throws IOException {
    return LINK.matcher(prose(page))
        .results()
        .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .toList();
  }

  @Test
  void everyLinkWithinTheRepositoryLeadsSomewhere() throws IOException {
    List<String> lost = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      if (!page.equals(RELEASE)) {
        links += links(page).size();
        lost.addAll(lost(page, page, target -> true));
      }
    }
    assertThat(lost).isEmpty();
    assertThat(links).isGreaterThan(200);
  }

  /** A release has the files that dist/build.xml names, and a first page of its own. */
  @Test
  void everyLinkWithinAReleaseLeadsSomewhere() throws IOException {
    Matcher names =
        Pattern.compile("<fileset dir=\"\\$\\{root}\" includes=\"([^\"]*)\"")
            .matcher(Files.readString(ROOT.resolve("dist/build.xml")));
    assertThat(names.find()).isTrue();
    List<PathMatcher> patterns =
        Arrays.stream(names.group(1).split(","))
            .map(name -> FileSystems.getDefault().getPathMatcher("glob:" + name))
            .toList();
    Predicate<Path> isThere =
        file -> {
          Path name = ROOT.relativize(file);
          boolean isNamed =
              patterns.stream()
                  .anyMatch(p -> p.matches(name) || p.matches(name.resolve("any.yaml")));
          return name.startsWith("README.md")
              || name.startsWith("licenses")
              || (isNamed && !isDiary(file));
        };
    List<String> lost = new ArrayList<>();
    for (Path page : pages()) {
      if (page.equals(RELEASE)) {
        lost.addAll(lost(page, ROOT.resolve("README.md"), isThere));
      } else if (isThere.test(page) && !page.equals(ROOT.resolve("README.md"))) {
        lost.addAll(lost(page, page, isThere));
      }
    }
    assertThat(lost).isEmpty();
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
    Path docs = ROOT.resolve("docs");
    for (Path page : pages()) {
      if (page.startsWith(docs) && !page.equals(docs.resolve("README.md"))) {
        String name = docs.relativize(page).toString();
        assertThat(index.contains("(" + name + ")")).as(name).isEqualTo(!isDiary(page));
      }
    }
  }

  @Test
  void theFirstPageCountsWhatWasValidated() throws IOException {
    List<Integer> checks =
        Pattern.compile("(?m)^\\| ?\\[[a-z0-9-]+\\]\\(#.*\\) ?\\| ?(\\d+) ?\\| ?\\1 ?\\|")
            .matcher(Files.readString(ROOT.resolve("docs/evidence/validation.md")))
            .results()
            .map(m -> Integer.valueOf(m.group(1)))
            .toList();
    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains(checks.size() + " problems with known answers")
        .contains("pass all " + checks.stream().mapToInt(i -> i).sum() + " checks");
  }

  /** A page of the diary: what was tried when, not part of a release. */
  private static boolean isDiary(Path page) {
    return page.startsWith(ROOT.resolve("docs/notes"));
  }

  @Test
  void theFirstPageIsShort() throws IOException {
    assertThat(prose(ROOT.resolve("README.md")).split("\\s+").length).isLessThanOrEqualTo(700);
    assertThat(prose(RELEASE).split("\\s+").length).isLessThanOrEqualTo(500);
  }

  @Test
  void allPagesTogetherCanBeRead() throws IOException {
    int words = Files.readString(ROOT.resolve("README.md")).trim().split("\\s+").length;
    for (Path page : pages()) {
      if (page.startsWith(ROOT.resolve("docs")) && !isDiary(page)) {
        words += Files.readString(page).trim().split("\\s+").length;
      }
    }
    assertThat(words).isLessThanOrEqualTo(50_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"README.md", "dist/README.md", "docs/README.md", "docs/tutorials/first-film.md"})
  void sentencesAreShort(String page) throws IOException {
    String plain =
        prose(ROOT.resolve(page))
            .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
            .replaceAll("(?m)^\\|.*$", "");
    for (String sentence : plain.split("(?<=[.!?])\\s+|\\n\\n|\\n- ")) {
      assertThat(Arrays.stream(sentence.trim().split("\\s+")).count())
          .as(sentence)
          .isLessThanOrEqualTo(35);
    }
  }
}
