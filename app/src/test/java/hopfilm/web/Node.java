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

  /**
   * Modules are imported by their text, those that they import within it: the name of a file
   * decides what Node takes it for.
   */
  private static final String LOAD =
      """
      import { readFileSync } from "node:fs";
      import { dirname, join } from "node:path";
      const address = (file) =>
        "data:text/javascript," + encodeURIComponent(readFileSync(file, "utf8").replace(
          /from "(\\.[^"]+)"/g, (_, name) => `from "${address(join(dirname(file), name))}"`));
      const load = (file) => import(address(file));
      """;

  /** As much of a document as modules ask for: every element is there once it is asked for. */
  private static final String DOCUMENT =
      """
      class Element {
        value = ""; children = []; attributes = {}; parts = {}; heard = {}; style = {}; dataset = {};
        classList = { add() {}, remove() {}, toggle() {} };
        get textContent() { return this.children.map((c) => c.textContent ?? c).join(""); }
        set textContent(text) { this.children = [text]; }
        append(...more) { this.children.push(...more); }
        replaceChildren(...all) { this.children = all; }
        setAttribute(name, value) { this.attributes[name] = value; }
        querySelector(name) { return (this.parts[name] ??= new Element()); }
        addEventListener(kind, f) { (this.heard[kind] ??= []).push(f); }
        fire(kind) { return Promise.all((this.heard[kind] ?? []).map((f) => f({ target: this }))); }
        showModal() {}
        close() {}
      }
      const elements = {};
      const byId = (id) => (elements[id] ??= new Element());
      const create = () => new Element();
      globalThis.document =
        Object.assign(new Element(), { getElementById: byId, createElement: create, createElementNS: create });
      """;

  private Node() {}

  /** A file of the page. */
  static Path file(String name) throws URISyntaxException {
    return Path.of(Node.class.getResource("/hopfilm/web/" + name).toURI());
  }

  /**
   * Runs a script.
   *
   * @param script has {@code load(file)} for a module
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

  /** Runs a script that has {@code byId} and elements that {@code fire} as well. */
  static String onPage(String script, String... arguments)
      throws InterruptedException, IOException {
    return run(DOCUMENT + script, arguments);
  }
}
