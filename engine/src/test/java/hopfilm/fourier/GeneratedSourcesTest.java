package hopfilm.fourier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedSourcesTest {

  private static final Path FOLDER = Path.of("src", "main", "java", "hopfilm", "fourier");

  @Test
  void filesAreWhatTheGeneratorWrites() throws IOException {
    for (Map.Entry<String, String> file : LaneSources.all(FOLDER).entrySet()) {
      String text = Files.readString(FOLDER.resolve(file.getKey()), StandardCharsets.UTF_8);
      // the formatter breaks lines, and comments with them
      assertThat(bare(text))
          .as(
              "%s: ./mvnw -Pgenerate -pl engine process-test-classes spotless:apply writes it",
              file.getKey())
          .isEqualTo(bare(file.getValue()));
    }
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+\\*(?=\\s)|\\s+", "");
  }
}
