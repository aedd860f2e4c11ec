package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a page of {@code docs}: blocks of a language, some with the name of the file that
 * they are, as in <code>```yaml film.yaml</code>.
 */
final class PageCode {

  /**
   * A block.
   *
   * @param name file that it is, empty without
   */
  record Block(String language, String name, String text) {}

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+) ?(\\S*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final String PYTHON = "/usr/bin/python3";

  private final List<Block> blocks = new ArrayList<>();

  /** The blocks of a page in their order. */
  static PageCode of(String page) throws IOException {
    return ofText(Files.readString(Program.repository().resolve("docs").resolve(page)));
  }

  /** The blocks of a part of a page. */
  static PageCode ofText(String text) {
    PageCode code = new PageCode();
    Matcher m = BLOCK.matcher(text);
    while (m.find()) {
      code.blocks.add(new Block(m.group(1), m.group(2), m.group(3)));
    }
    return code;
  }

  /** All of a language. */
  List<Block> in(String language) {
    return blocks.stream().filter(b -> b.language().equals(language)).toList();
  }

  /** The one that is a file of that name. */
  Block named(String name) {
    return blocks.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
  }

  /** Puts the block that is a file into a folder. */
  Path write(String name, Path folder) throws IOException {
    return Files.writeString(folder.resolve(name), named(name).text());
  }

  /** Copies a file of examples into a folder. */
  static Path example(String name, Path folder) throws IOException {
    Path file = Program.repository().resolve("examples").resolve(name);
    return Files.copy(file, folder.resolve(file.getFileName()));
  }

  /** Skips the test where Python or NumPy is missing, but not in continuous integration. */
  static void requirePython() throws IOException, InterruptedException {
    boolean isThere =
        Files.isExecutable(Path.of(PYTHON))
            && new ProcessBuilder(PYTHON, "-c", "import numpy").start().waitFor() == 0;
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isThere).as("Python of the system, with NumPy").isTrue();
    }
    assumeTrue(isThere, "install python3-numpy");
  }

  /** Runs a script in its folder with Python; returns what it printed. */
  static String python(Path script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON, "-B", script.toString()));
    command.addAll(List.of(arguments));
    return call(script.getParent(), command);
  }

  /**
   * Runs all commands of the page in a folder, one block after the other; returns what they say.
   */
  String shell(Path folder) throws IOException, InterruptedException {
    StringBuilder said = new StringBuilder();
    for (Block block : in("bash")) {
      said.append(shell(folder, block.text()));
    }
    return said.toString();
  }

  /** Runs commands as a shell does, with ./hopfilm in the folder being this program. */
  static String shell(Path folder, String commands) throws IOException, InterruptedException {
    if (!Files.exists(folder.resolve("hopfilm"))) {
      launcher(folder, folder);
    }
    return call(folder, List.of("bash", "-euc", commands));
  }

  /**
   * Makes ./hopfilm in a folder this program, with the classes of another folder before its own.
   */
  static void launcher(Path folder, Path classes) throws IOException {
    launcher(folder, classes, "");
  }

  /**
   * The same with settings.
   *
   * @param settings of each run, as {@code --set} takes them, with spaces between
   */
  static void launcher(Path folder, Path classes, String settings) throws IOException {
    StringBuilder line = new StringBuilder("#!/bin/sh\n");
    if (!settings.isEmpty()) {
      line.append("if [ \"$1\" = run ]; then set -- \"$@\"");
      for (String setting : settings.split(" ")) {
        line.append(" --set ").append(setting);
      }
      line.append("; fi\n");
    }
    line.append("exec");
    for (String word : RealProgram.command()) {
      if (word.startsWith("-XX:TieredStopAtLevel") && settings.isEmpty()) {
        word = "--add-modules=jdk.incubator.vector"; // films of a page are long enough for speed
      } else if (word.equals(RealProgram.classPath())) {
        word = classes + File.pathSeparator + word;
      }
      line.append(" '").append(word.replace("'", "'\\''")).append('\'');
    }
    Path launcher = Files.writeString(folder.resolve("hopfilm"), line.append(" \"$@\"\n"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  /** Runs a program to its end, which must be a good one; returns what it said. */
  static String call(Path folder, List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("said", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(15, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(command + " does not end: " + Files.readString(said));
      }
      String text = Files.readString(said);
      assertThat(process.exitValue()).as("%s: %s", command, text).isZero();
      return text;
    } finally {
      Files.delete(said);
    }
  }
}
