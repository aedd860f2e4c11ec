package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pages and messages follow the habits of CONTRIBUTING.md: sentences and table cells are short, and
 * words that must be read twice have their replacement. Pages that are not there yet stand in
 * {@code words-exceptions.txt} with the number of faults that they may have; {@code
 * -Dhopfilm.words=write} lowers these numbers, and never raises one.
 */
class WordsTest {

  private static final Path ROOT = Program.repository();

  private static final Path EXCEPTIONS =
      ROOT.resolve("app/src/test/resources/hopfilm/cli/words-exceptions.txt");

  /** Words of a sentence that is still read at once. */
  private static final int LONGEST = 30;

  /** Of all sentences, how many may be longer. */
  private static final double LONG_SHARE = 0.02;

  private static final int WIDEST_CELL = 200;

  /** Words to avoid, and what to write. */
  private static final Map<Pattern, String> AVOIDED = new LinkedHashMap<>();

  static {
    avoid("\\bgo(es|ing)? on\\b|\\bwent on\\b", "continue, resume");
    avoid("\\bin (the )?place of\\b", "instead of");
    avoid("\\banew\\b", "again");
    avoid("\\bas ever\\b", "as usual");
    avoid("\\bturn(s|ed|ing)? (\\w+ )?round\\b", "reverse");
    avoid("\\b(comes?|came) to (at )?[0-9]", "reach, is");
    avoid("\\bin little\\b", "small");
    avoid("\\bat hand\\b", "current");
    avoid("\\b(takes?|took|taken) away\\b", "remove");
    avoid("\\b(comes?|came|coming) back\\b", "is recalled, returns");
    avoid("\\bfor (who|what|whoever)\\b", "name the reader or the thing");
    avoid("\\b(says?|said|tells?|told|wants?|asks?|knows?|known to)\\b", "print, report, require");
    avoid("(?m)(^|[.:] |\\| )What (?![^.|]*\\?)", "name the thing");
    avoid("(?m)(^|[.:] )Of (?!course)[a-z]", "the subject first");
    avoid(
        "(?<!there )\\b(is|are) no (list|number|film|pattern|run|file|path|word|name)\\b",
        "is not a");
    avoid("\\bnext to (no|nothing)\\b", "almost no, negligible");
    avoid("\\bhas come\\b|\\bcame out\\b|\\bcomes out\\b", "results, reached");
  }

  private static void avoid(String words, String instead) {
    AVOIDED.put(Pattern.compile(words), instead);
  }

  private enum Fault {
    SENTENCES,
    CELLS,
    WORDS
  }

  /** What is wrong with a page, with a line each. */
  private record Page(String name, int sentences, Map<Fault, List<String>> faults) {

    static Page of(Path file) throws IOException {
      String whole = Files.readString(file);
      if (file.toString().endsWith(".csv")) {
        whole = whole.replace("\n", ".\n\n"); // each message is a sentence
      }
      String text =
          whole
              .replaceAll("(?s)```.*?```", "")
              .replaceAll("(?s)<!--.*?-->", "")
              .replaceAll("(?m)^ {4,}.*$", "")
              .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
              .replaceAll("`[^`\n]*`", "X");
      Map<Fault, List<String>> faults = new TreeMap<>();
      for (Fault f : Fault.values()) {
        faults.put(f, new ArrayList<>());
      }
      List<String> sentences = sentences(text);
      sentences.stream().filter(s -> words(s) > LONGEST).forEach(faults.get(Fault.SENTENCES)::add);
      text.lines()
          .filter(line -> line.startsWith("|"))
          .flatMap(line -> Stream.of(line.split("(?<!\\\\)\\|", -1)))
          .filter(cell -> cell.strip().length() > WIDEST_CELL)
          .forEach(faults.get(Fault.CELLS)::add);
      AVOIDED.forEach(
          (words, instead) -> {
            Matcher found = words.matcher(text);
            while (found.find()) {
              faults.get(Fault.WORDS).add("%s: write %s".formatted(found.group().strip(), instead));
            }
          });
      return new Page(
          ROOT.relativize(file).toString().replace('\\', '/'), sentences.size(), faults);
    }

    /** Sentences of paragraphs and lists; a table and a heading have none. */
    private static List<String> sentences(String text) {
      String prose =
          text.replaceAll("(?m)^(\\||#|<).*$", "").replaceAll("(?m)^\\s*([-*]|\\d+\\.) ", "\n\n");
      return Stream.of(prose.split("(?<=[.!?])[)\"*]*\\s+|\\n\\s*\\n"))
          .filter(s -> words(s) > 1)
          .toList();
    }

    private static long words(String sentence) {
      return Stream.of(sentence.strip().split("\\s+")).filter(w -> w.matches(".*\\w.*")).count();
    }

    int count(Fault fault) {
      return faults.get(fault).size();
    }
  }

  private static List<Page> pages() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (Path file : DocumentationTest.pages()) {
      if (!file.startsWith(ROOT.resolve("docs/notes"))) {
        pages.add(Page.of(file));
      }
    }
    pages.add(Page.of(ROOT.resolve("docs/data/messages.csv")));
    return pages;
  }

  /** Faults that a page may have: a line is page, sentences, cells, words. */
  private static Map<String, int[]> exceptions() throws IOException {
    Map<String, int[]> all = new TreeMap<>();
    for (String line : Files.readAllLines(EXCEPTIONS)) {
      String[] parts = line.split("\\s+");
      all.put(parts[0], Stream.of(parts).skip(1).mapToInt(Integer::parseInt).toArray());
    }
    return all;
  }

  @Test
  void pagesFollowTheHabits() throws IOException {
    Map<String, int[]> exceptions = exceptions();
    List<String> wrong = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Page page : pages()) {
      int[] allowed = exceptions.getOrDefault(page.name, new int[Fault.values().length]);
      StringBuilder line = new StringBuilder(page.name);
      int left = 0;
      for (Fault fault : Fault.values()) {
        int count = page.count(fault);
        int may = allowed[fault.ordinal()];
        if (count > may) {
          wrong.add(
              "%s: %d %s, allowed %d:\n    %s"
                  .formatted(
                      page.name, count, fault, may, String.join("\n    ", page.faults.get(fault))));
        }
        left += Math.min(count, may);
        line.append(' ').append(Math.min(count, may));
      }
      if (left > 0) {
        lines.add(line.toString());
      }
    }
    if ("write".equals(System.getProperty("hopfilm.words"))) {
      Files.write(EXCEPTIONS, lines.stream().sorted().toList());
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void fewSentencesAreLong() throws IOException {
    int all = 0;
    int tooLong = 0;
    for (Page page : pages()) {
      all += page.sentences;
      tooLong += page.count(Fault.SENTENCES);
    }
    assertThat(all).isGreaterThan(1000);
    assertThat((double) tooLong / all).isLessThanOrEqualTo(LONG_SHARE);
  }
}
