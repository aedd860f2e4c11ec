package hopfilm.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * An article that runs cite.
 *
 * @param key name of the entry, such as Yu2021
 * @param bibtex the entry, whose note says what it is cited for, with the end of its last line
 */
record Paper(String key, String bibtex) {

  /** The articles of the resource {@code references.bib}, in its order. */
  static List<Paper> all() {
    try (InputStream in = Paper.class.getResourceAsStream("references.bib")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.replace("\r", "").strip().split("\n\n")).map(Paper::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Paper of(String entry) {
    return new Paper(entry.substring(entry.indexOf('{') + 1, entry.indexOf(',')), entry + "\n");
  }
}
