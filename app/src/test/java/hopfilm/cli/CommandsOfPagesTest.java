package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages tell a reader to type is taken by the program. */
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
}
