package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs modules of the page in Node.js; where there is none, the test is skipped. */
final class Node {

  /** Modules are imported by their text: the name of a file decides what Node takes it for. */
  private static final String LOAD =
      """
      import { readFileSync } from "node:fs";
      const load = (file) =>
        import("data:text/javascript," + encodeURIComponent(readFileSync(file, "utf8")));
      """;

  private Node() {}

  /** A file of the page. */
  static Path file(String name) throws URISyntaxException {
    return Path.of(Node.class.getResource("/hopfilm/web/" + name).toURI());
  }

  /**
   * Runs a script.
   *
   * @param script has {@code load(file)} for a module that imports no others
   * @param arguments {@code process.argv[1]} and on
   * @return the printed text, without blanks around it
   */
  static String run(String script, String... arguments) throws InterruptedException, IOException {
    List<String> command = new ArrayList<>(List.of("node", "--input-type=module", "-e"));
    command.add(LOAD + script);
    command.addAll(List.of(arguments));
    Process node;
    try {
      node = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return Assumptions.abort("no Node.js here: " + e.getMessage());
    }
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(node.exitValue()).as(said).isZero();
    return said.strip();
  }
}
