package hopfilm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FuzzCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int fuzz(String... arguments) {
    return new CommandLine(new FuzzCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void oneKindCanBeNamed() {
    assertThat(fuzz("--only", "npy", "--inputs", "50")).isZero();
    assertThat(out.toString()).startsWith("npy ").contains(" 50 files, ").hasLineCount(1);
  }

  @Test
  void aKindThatThereIsNotIsRefused() {
    assertThat(fuzz("--only", "csvv")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("--only csvv: there is ovf-text, ", "csv");
    assertThat(out.toString()).isEmpty();
  }
}
