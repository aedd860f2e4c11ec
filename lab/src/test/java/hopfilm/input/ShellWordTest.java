package hopfilm.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

  @ParameterizedTest
  @ValueSource(strings = {"a b", "it's", "$HOME", "a;b", "*", "über", "\"", "a\\b", "plain-1.2"})
  void aShellReadsTheWordAsItIs(String word) throws IOException {
    Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.of(word)).start();
    byte[] said = shell.getInputStream().readAllBytes();
    assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo(word);
  }

  @Test
  void plainPathsStayAsTheyAre() {
    assertThat(ShellWord.of("out/four_node-1.2")).isEqualTo("out/four_node-1.2");
  }
}
