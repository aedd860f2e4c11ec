package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.console.MessageOptions;
import hopfilm.console.Terminal;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Results as a terminal shows them. */
class TerminalTest {
  private static final String FULL = "/dev/full";

  private final StringWriter said = new StringWriter();
  private final Terminal terminal = new Terminal(new PrintWriter(said, true));

  @Test
  void theVerdictIsPlainAndLoudWhereAFilmDidNotLearn() {
    terminal.verdict("learned", "\u25d0 learned, not verified");
    terminal.verdict("not-learned", "\u2717 not learned, 1 of 2 stored");
    assertThat(said.toString().lines())
        .containsExactly("learned, not verified", "NOT learned, 1 of 2 stored");
  }

  /** Minus signs, primes, micro and quotes as any terminal has them; long patterns are cut. */
  @Test
  void allIsAscii() {
    terminal.summary("E\u2032 of +\u2212+\u2212 is \u22122.5\u00a0\u00b5W, \u201cuntrained\u201d.");
    terminal.outcome(Map.of("recalled", "+\u2212".repeat(100)));
    terminal.alert("a caution");
    assertThat(said.toString().lines().toList())
        .startsWith("E' of +-+- is -2.5 uW, \"untrained\".")
        .endsWith("", "NOTE: a caution")
        .anySatisfy(line -> assertThat(line).endsWith("... (200 signs)").hasSizeLessThan(80));
    assertThat(said.toString()).matches("\\p{ASCII}*");
  }

  /** Names of films, files and folders come from others. */
  @Test
  void noTextMovesTheCursor(@TempDir Path folder) throws IOException {
    String name = "\u001b[31mred\u001b]0;title\u0007 \r\u009b1m \u202e";
    PrintWriter out = MessageOptions.printable(said);
    out.println(name + "\tb");
    assertThat(said.toString().lines())
        .containsExactly("\\u001B[31mred\\u001B]0;title\\u0007 \\u000D\\u009B1m \\u202E\tb");

    Path film =
        Files.writeString(
            folder.resolve("film.yaml"),
            """
            name: "\\e[31mred\\e]0;title\\a \\u202e"
            film: {size: [96 nm, 80 nm], cell: 4 nm}
            electrodes: {layout: corners, radius: 24 nm}
            initial: {relax: 2 ps}
            protocol: [{measure: untrained}]
            output: {table: 2 ps, figures: off, report: off, formats: []}
            """);
    String log = folder.resolve("log").toString();
    Path odd = folder.resolve("o\u001bdd");
    Program run = Program.call("run", film.toString(), "--out", odd.toString(), "--log", log);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("\\u001B[31mred\\u001B]0;title\\u0007 \\u202E\n");
    String all = run.out() + run.err() + Files.readString(Path.of(log));
    assertThat(all).contains("o\\u001Bdd").matches("[\\P{C}\\n\\t]*");
  }

  /** A log that cannot be written is said once, and the command goes on. */
  @Test
  @EnabledIf("hasAFullDevice")
  void aFullDiskUnderTheLogIsSaid(@TempDir Path folder) throws IOException {
    Path film =
        Files.writeString(
            folder.resolve("film.yaml"),
            """
            film: {size: [96 nm, 80 nm], cell: 4 nm}
            initial: {relax: 2 ps}
            protocol: [{rest: 2 ps}]
            output: {table: 2 ps, figures: off, report: off, formats: []}
            """);
    Program run =
        Program.call(
            "run", film.toString(), "--out", folder.resolve("out").toString(), "--log", FULL);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).containsOnlyOnce("warning: --log takes no more");
  }

  static boolean hasAFullDevice() {
    return Files.exists(Path.of(FULL));
  }

  /** What explains, figures and what is folded away are for pages. */
  @Test
  void aTableHasNoColumnOfNothing() {
    terminal
        .note("why")
        .paragraph("how")
        .figures("pair", List.of())
        .details(
            "all",
            () -> {
              throw new AssertionError("it is folded away");
            });
    terminal.sheet(
        new Sheet<>(List.of(1, 2))
            .add("n", Form.WHOLE, n -> n)
            .add("none", Form.TEXT, n -> null)
            .add("power", "W", Form.QUANTITY, n -> 1e-3 * n));
    assertThat(said.toString().lines())
        .containsExactly("", " n  power (mW)", " 1       1.000", " 2       2.000");
  }
}
