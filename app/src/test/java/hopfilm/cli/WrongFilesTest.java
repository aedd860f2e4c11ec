package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import hopfilm.input.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wrong arguments and damaged files of the commands beside {@code run} and {@code check}: status 2,
 * one line, and the folder as it was, to the byte.
 */
class WrongFilesTest {

  /**
   * A call and what must be said.
   *
   * @param expected name of a message, or a part of the line
   */
  record Case(String arguments, String expected) {
    @Override
    public String toString() {
      return arguments;
    }
  }

  @TempDir static Path folder;

  static List<Case> cases() throws IOException {
    try (var in = WrongFilesTest.class.getResourceAsStream("wrong-arguments.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .map(l -> l.split(" => ", 2))
          .map(l -> new Case(l[0].strip(), l[1].strip()))
          .toList();
    }
  }

  @BeforeAll
  static void files() throws IOException {
    new WrongFiles(folder).write();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedInOneLineAndNothingIsWritten(Case c) throws IOException {
    assumeFalse(c.arguments.equals("gallery") && Files.isDirectory(Path.of("examples")));
    Map<Path, String> before = tree();
    String[] args =
        Arrays.stream(c.arguments.split(" +"))
            .map(w -> w.startsWith("@") ? folder.resolve(w.substring(1)).toString() : w)
            .map(w -> w.equals("''") ? "" : w.replace('~', ' '))
            .toArray(String[]::new);
    long taken = Memory.allocated();
    Program p = Program.call(args);
    taken = Memory.allocated() - taken;
    assertThat(p.status()).as(p.out() + p.err()).isEqualTo(2);
    assertThat(p.out()).isEmpty();
    assertThat(p.err()).hasLineCount(1).startsWith("hopfilm: ").endsWith(System.lineSeparator());
    assertThat(p.err()).doesNotContain("Exception", "\tat ", "java.", "null", "%s");
    assertThat(p.err().strip()).hasSizeGreaterThan(20);
    assertThat(p.err().strip()).matches(".*(" + form(c.expected) + ").*");
    assertThat(tree()).isEqualTo(before);
    assertThat(taken).isLessThan(Memory.LITTLE);
  }

  @Test
  void statusPrintsTheSoundFoldersToo() {
    String sound = folder.resolve("share-1").toString();
    Program p =
        Program.call(
            "status",
            folder.resolve("none").toString(),
            sound,
            folder.resolve("nowhere").toString());
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.out()).hasLineCount(1).startsWith(sound + ": done");
    assertThat(p.err()).hasLineCount(2).contains("none: ", "nowhere: ");
  }

  /** With the cases of {@link WrongInputTest}, each message about the commands is seen once. */
  @Test
  void everyMessageOfTheseCommandsIsExpectedOnce() throws IOException {
    List<String> expected = cases().stream().map(Case::expected).toList();
    assertThat(WrongInputTest.messages())
        .extracting(Message::name)
        .filteredOn(
            name ->
                name.matches(
                    "(GATHER|EVALUATE|CONVERT|PLOT|WHERE|READOUT|RECALL|DAMAGED|GALLERY|VALIDATE|MAP|OPTIMISE|FIT)_.*"))
        .isSubsetOf(expected);
  }

  private static String form(String expected) {
    return WrongInputTest.messages()
        .filter(m -> m.name().equals(expected))
        .map(WrongInputTest::form)
        .findFirst()
        .orElse(java.util.regex.Pattern.quote(expected));
  }

  private static Map<Path, String> tree() throws IOException {
    Map<Path, String> tree = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path p : all.toList()) {
        boolean isFile = Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS);
        tree.put(
            p, isFile ? new String(Files.readAllBytes(p), StandardCharsets.ISO_8859_1) : "other");
      }
    }
    return tree;
  }
}
