package hopfilm.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A piece of an experiment file for each section of its manual, from the file examples.txt. */
final class KeyExamples {

  private static final Map<String, String> BY_SECTION = read();

  private KeyExamples() {}

  /** That of a section, if there is one. */
  static Optional<String> of(String section) {
    return Optional.ofNullable(BY_SECTION.get(section));
  }

  private static Map<String, String> read() {
    try (var in = KeyExamples.class.getResourceAsStream("examples.txt")) {
      Map<String, String> all = new HashMap<>();
      String section = "";
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (line.startsWith("==")) {
          section = line.substring(2).strip();
        } else {
          all.merge(section, line + "\n", String::concat);
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
