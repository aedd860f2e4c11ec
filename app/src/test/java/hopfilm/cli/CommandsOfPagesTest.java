package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages tell a reader to type is taken by the program, in the order of the pages. */
class CommandsOfPagesTest {

  private static final Path ROOT = Program.repository();

  /** A line of code that calls the program; the rest of a pipe or list is not looked at. */
  private static final Pattern LINE =
      Pattern.compile("^(?: {4}|\\$ )?(?:\\./)?hopfilm ([^#|>\\n]*)", Pattern.MULTILINE);

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  @TempDir Path folder;

  private static List<String> commands(Path page) throws IOException {
    return LINE.matcher(Files.readString(page)).results().map(m -> m.group(1).strip()).toList();
  }

  private static String[] words(String command) {
    return WORD.matcher(command.replaceAll("[\\[\\]]", ""))
        .results()
        .map(CommandsOfPagesTest::word)
        .toArray(String[]::new);
  }

  private static String word(MatchResult m) {
    for (int group = 1; group < 3; group++) {
      if (m.group(group) != null) {
        return m.group(group);
      }
    }
    return m.group(3);
  }

  /** With --help behind it a command does nothing, but its words and options are looked at. */
  @Test
  void everyCommandOnAPageHasWordsThatThereAre() throws IOException {
    List<String> wrong = new ArrayList<>();
    int commands = 0;
    for (Path page : DocumentationTest.pages()) {
      for (String command : commands(page)) {
        if (command.matches("(bench|spark)( .*)?")) {
          continue; // of the script among the sources
        }
        commands++;
        Program p = Program.call(words(command + (command.startsWith("-") ? "" : " --help")));
        if (p.status() != 0) {
          wrong.add(ROOT.relativize(page) + ": hopfilm " + command + ": " + p.err().strip());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(commands).isGreaterThan(100);
  }

  /** The first commands of a reader, carried out with the times of the film cut. */
  @ParameterizedTest
  @ValueSource(strings = {"README.md", "dist/README.md"})
  void theCommandsOfTheFirstPageWork(String page) throws Exception {
    Path examples = Files.createDirectory(folder.resolve("examples"));
    Files.copy(ROOT.resolve("examples/four-node.yaml"), examples.resolve("four-node.yaml"));
    PageCode.launcher(
        folder,
        folder,
        "initial.relax.time=4ps train.time=4ps rest.time=4ps output.table=4ps train.pattern=+-+-");
    Matcher lines =
        Pattern.compile("^ {4}(\\./hopfilm .*)$", Pattern.MULTILINE)
            .matcher(Files.readString(ROOT.resolve(page)));
    int carriedOut = 0;
    while (lines.find()) {
      String line = lines.group(1);
      if (!line.startsWith("./hopfilm serve")) { // it has tests of its own, and would not end
        PageCode.shell(folder, line);
        carriedOut++;
      }
    }
    assertThat(carriedOut).isPositive();
    assertThat(folder.resolve("runs/four-node-001/index.html")).isNotEmptyFile();
  }

  /** A reader who follows all pages in one folder never meets a folder that is there already. */
  @Test
  void noFolderIsMadeTwice() throws IOException {
    Map<String, String> madeBy = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    Pattern made = Pattern.compile("--out[= ]([\\w.-]+)|\\bout=\"([^\"]+)\"");
    for (Path page : DocumentationTest.pages()) {
      String name = ROOT.relativize(page).toString().replace('\\', '/');
      if (name.equals("README.md") || name.matches("docs/(tutorials|howto)/.*")) {
        List<String> here =
            made.matcher(Files.readString(page))
                .results()
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
                .filter(folder -> !folder.matches("DIR|out"))
                .distinct() // two ways to the same results may stand on a page
                .toList();
        for (String folder : here) {
          String before = madeBy.put(folder, name);
          if (before != null) {
            twice.add("%s: %s and %s".formatted(folder, before, name));
          }
        }
      }
    }
    assertThat(twice).isEmpty();
    assertThat(madeBy).hasSizeGreaterThan(30);
  }

  /** An example with the settings of a page passes check; without them it is tested elsewhere. */
  @Test
  @Tag("slow")
  void theSettingsOfPagesFitTheExamples() throws IOException {
    List<String> wrong = new ArrayList<>();
    Set<List<String>> checked = new HashSet<>();
    for (Path page : DocumentationTest.pages()) {
      for (String command : commands(page)) {
        List<String> words = arguments(command);
        if (words.size() < 2
            || !words.get(0).equals("run")
            || !words.get(1).startsWith("examples/")) {
          continue;
        }
        List<String> check =
            new ArrayList<>(List.of("check", ROOT.resolve(words.get(1)).toString()));
        for (int k = 2; k < words.size() - 1; k++) {
          if (words.get(k).equals("--set")) {
            // of a sweep the first value: each run is vetted
            String first = words.get(k + 1).replaceFirst("=\\[([^,\\]]*).*", "=$1");
            check.addAll(List.of("--set", first.replaceFirst("=(\\d+)\\.\\..*", "=$1")));
          }
        }
        if (check.size() > 2 && checked.add(check)) {
          Program p = Program.call(check.toArray(String[]::new));
          if (p.status() != 0) {
            wrong.add("%s: %s: %s".formatted(ROOT.relativize(page), command, p.err().strip()));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(checked).hasSizeGreaterThan(10);
  }

  /** As a shell splits a line, quotes within a word too. */
  private static List<String> arguments(String command) {
    return Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+")
        .matcher(command)
        .results()
        .map(m -> m.group().replaceAll("[\"']", ""))
        .toList();
  }
}
