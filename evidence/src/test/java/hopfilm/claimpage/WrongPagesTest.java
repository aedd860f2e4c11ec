package hopfilm.claimpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import hopfilm.expression.ExpressionMessage;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The template with one thing wrong: one message, at its line. */
class WrongPagesTest {

  @TempDir Path folder;

  /**
   * @param from text of the template
   * @param to what stands there
   * @param message its name, or a part of what the reader of experiments says
   */
  record Case(String from, String to, String message) {}

  static List<Case> cases() throws IOException {
    List<Case> all = new ArrayList<>();
    try (var in = WrongPagesTest.class.getResourceAsStream("wrong-pages.txt")) {
      String[] blocks = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n");
      for (String block : blocks) {
        List<String> lines = block.lines().filter(l -> !l.startsWith("#")).toList();
        if (lines.size() == 3) {
          all.add(
              new Case(
                  lines.get(0).replace("\\n", "\n"),
                  lines.get(1).replace("\\n", "\n"),
                  lines.get(2).substring(3)));
        }
      }
    }
    return all;
  }

  private PageClaim read(String text) throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), text);
    return PageClaim.of(folder, "mine.yaml");
  }

  @Test
  void theTemplateIsRight() throws IOException {
    assertThatNoException().isThrownBy(() -> read(ClaimManual.template()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedAtItsLine(Case c) throws IOException {
    String template = ClaimManual.template();
    assertThat(template).contains(c.from);
    String text = template.replace(c.from, c.to);
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> read(text))
        .satisfies(
            e -> {
              String name = e.reason().map(m -> m.name()).orElse("");
              assertThat(c.message.equals(name) || e.getMessage().contains(c.message))
                  .as(e.getMessage() + " (" + name + ")")
                  .isTrue();
              assertThat(e.getMessage()).startsWith("mine.yaml:").hasLineCount(1);
              assertThat(e.line()).isPositive();
            });
  }

  /** Those that no change of the template can bring about. */
  private static final Set<Message> ELSEWHERE =
      Set.of(
          PageMessage.PAGE_NO_FILE,
          PageMessage.PAGE_TOO_LONG,
          PageMessage.PAGE_NO_TEXT,
          PageMessage.PAGE_FILMS_NONE,
          PageMessage.PAGE_FOR,
          PageMessage.PAGE_FOR_NONE,
          ExpressionMessage.EXPRESSION_VALUE,
          PageMessage.PAGE_NO_TINY);

  @Test
  void eachMessageHasACase() throws IOException {
    Set<Message> left = new HashSet<>(List.of(PageMessage.values()));
    left.addAll(List.of(ExpressionMessage.values()));
    left.removeAll(ELSEWHERE);
    for (Case c : cases()) {
      left.removeIf(m -> m.name().equals(c.message));
    }
    assertThat(left).isEmpty();
  }

  @Test
  void aPageOfSeveralClaimsIsAskedForOneOfThem() throws IOException {
    String several =
        ClaimManual.template()
            .replace("claim: A film", "for: {a: {x: 1}, b: {x: 2}}\nclaim: A film");
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> read(several))
        .satisfies(e -> assertThat(e.reason()).contains(PageMessage.PAGE_FOR))
        .withMessageContaining("a, b");
    Files.writeString(folder.resolve("mine.yaml"), several);
    assertThat(PageClaim.of(folder, "mine.yaml#b").id()).isEqualTo("b");
    Files.writeString(folder.resolve("one.yaml"), ClaimManual.template());
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> PageClaim.of(folder, "one.yaml#b"))
        .satisfies(e -> assertThat(e.reason()).contains(PageMessage.PAGE_FOR_NONE));
  }

  @Test
  void aPageThatIsNotThereOrTooLongIsRefused() throws IOException {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> PageClaim.of(folder, "nowhere.yaml"))
        .satisfies(e -> assertThat(e.reason()).contains(PageMessage.PAGE_NO_FILE));
    Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE4});
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> PageClaim.of(folder, "latin.yaml"))
        .satisfies(e -> assertThat(e.reason()).contains(PageMessage.PAGE_NO_TEXT));
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> read(ClaimManual.template() + "# long\n".repeat(40_000)))
        .satisfies(e -> assertThat(e.reason()).contains(PageMessage.PAGE_TOO_LONG));
  }

  @Test
  void aPageWithoutFilmsIsRefused() {
    String page = "claim: a\nsource: b\ncriteria: {c: {that: d, holds: 1 > 0}}\n";
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> read(page))
        .satisfies(e -> assertThat(e.reason()).contains(PageMessage.PAGE_FILMS_NONE));
  }

  static Stream<Integer> seeds() {
    return Stream.iterate(0, k -> k + 1).limit(Boolean.getBoolean("hopfilm.slow") ? 200 : 20);
  }

  /** A page damaged at random is read, or refused in words. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedPageIsReadOrRefused(int seed) throws IOException {
    String text = damaged(ClaimManual.template(), new Random(seed));
    try {
      read(text);
    } catch (ExperimentException e) {
      assertThat(e.getMessage()).contains("mine.yaml");
    }
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).hasSize(1);
    }
  }

  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "'",
          "\"",
          ":",
          "- ",
          "${",
          "null",
          "1e999",
          "1..99999999",
          "new('java.io.File', '/')",
          "kept.class",
          "`${kept}`",
          "\u0000",
          "\t",
          "&a",
          "*a",
          "!!x",
          "mean(left)",
          "1/0",
          "for(x : y) z",
          "=",
          "#",
          "\n",
          "9".repeat(400),
          "((((((((((");

  private static String damaged(String text, Random random) {
    StringBuilder s = new StringBuilder(text);
    for (int k = 0; k < 1 + random.nextInt(3); k++) {
      int at = random.nextInt(s.length());
      int end = Math.min(s.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> s.delete(at, end);
        case 1 -> s.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> s.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        default -> s.insert(at, s.substring(at, end));
      }
    }
    return s.toString();
  }
}
