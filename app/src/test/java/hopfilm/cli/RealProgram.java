package hopfilm.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The program in a process of its own, which can be sent signals. */
final class RealProgram {

  /** Longer than any start takes on a busy machine. */
  private static final long PATIENCE = 900_000_000_000L;

  final Process process;
  private final Path said;

  private RealProgram(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /** Starts it; what it says goes to a file beside its folder. */
  static RealProgram start(Path said, String... arguments) throws IOException {
    return start(Map.of(), said, arguments);
  }

  /** The same with variables added to its environment. */
  static RealProgram start(Map<String, String> variables, Path said, String... arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command(arguments))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().putAll(variables);
    return new RealProgram(builder.start(), said);
  }

  /** Sends it a signal, such as TERM, by the shell's own kill: a minimal system has no other. */
  int kill(String signal) throws IOException, InterruptedException {
    String command = "kill -" + signal + " " + process.pid();
    return new ProcessBuilder("bash", "-c", command).inheritIO().start().waitFor();
  }

  /** The same on a terminal, which turns control characters that are written to it into signals. */
  static RealProgram onTerminal(Path said, String... arguments) throws IOException {
    List<String> command = command(arguments);
    command.add(1, "-Dhopfilm.terminal=true");
    String line =
        command.stream()
            .map(a -> "'" + a.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    ProcessBuilder builder =
        new ProcessBuilder("script", "-q", "-e", "-c", "exec " + line, "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("TERM", "xterm");
    return new RealProgram(builder.start(), said);
  }

  /** What starts it. */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // quick to start; the same bits as with all optimisation
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    // tests run side by side; as many threads as cores for each would be in each other's way
    command.add("-XX:ActiveProcessorCount=1");
    command.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** What the tests see. */
  static String classPath() {
    String path = System.getProperty("surefire.test.class.path");
    return path == null ? System.getProperty("java.class.path") : path + File.pathSeparator;
  }

  /** Waits until the run holds the lock of its folder, or has ended. */
  void awaitLock(Path folder) throws IOException, InterruptedException {
    Path lock = folder.resolve("lock");
    long begun = System.nanoTime();
    while (process.isAlive() && !holds(lock)) {
      if (System.nanoTime() - begun > PATIENCE) {
        throw new IllegalStateException("the run did not begin: " + said());
      }
      Thread.sleep(1);
    }
  }

  private boolean holds(Path lock) throws IOException {
    try {
      return Files.readString(lock).contains("\n" + process.pid() + "\n");
    } catch (java.nio.file.NoSuchFileException e) {
      return false;
    }
  }

  /** Waits for its end; returns its exit status. */
  int status() throws InterruptedException {
    if (!process.waitFor(PATIENCE, TimeUnit.NANOSECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the program did not end");
    }
    return process.exitValue();
  }

  /** All that it has said. */
  String said() throws IOException {
    return Files.readString(said);
  }

  /** Whether a signal, by its number, is ignored here, and so in every program that is started. */
  static boolean isIgnored(int signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("SigIgn:"))
        .anyMatch(
            l -> (Long.parseUnsignedLong(l.substring(7).strip(), 16) >> (signal - 1) & 1) != 0);
  }

  /** All files of a run but what tells of time and place. */
  static Map<String, String> content(Path run) throws IOException {
    Map<String, String> content = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(run)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = run.relativize(file).toString();
      String last = file.getFileName().toString();
      if (last.equals("summary.json")) {
        ObjectNode summary = (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
        summary.remove("seconds");
        content.put(name, summary.toPrettyString());
      } else if (!List.of("status.json", "files.json", "provenance.json", "index.html")
          .contains(last)) {
        content.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return content;
  }
}
