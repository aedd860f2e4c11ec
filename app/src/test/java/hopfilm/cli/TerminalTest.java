package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.page.Form;
import hopfilm.page.Sheet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Results as a terminal shows them. */
class TerminalTest {

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
