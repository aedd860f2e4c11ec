package hopfilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Scripts of {@code src/test/resources/python}, run by the system's Python. */
public final class Python {
  private static final String PROGRAM = "/usr/bin/python3";

  private Python() {}

  /**
   * Runs a script; it must end with status 0. Without Python or a module of it the test is skipped,
   * but in continuous integration it fails: there nothing may go unnoticed.
   *
   * @return what it printed
   */
  public static String run(String modules, String script, Object... arguments) throws Exception {
    String missing = missing(modules);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(missing).as("Python of the system").isNull();
    }
    assumeTrue(
        missing == null,
        missing + ": install python3-numpy, python3-h5py, python3-xarray and python3-zarr");
    Path file = Path.of(Python.class.getResource("/python/" + script).toURI());
    List<String> command = new ArrayList<>(List.of(PROGRAM, "-B", file.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Result result = call(command);
    assertThat(result.status()).as("%s: %s", script, result.output()).isZero();
    return result.output();
  }

  private static String missing(String modules) throws Exception {
    if (!Files.isExecutable(Path.of(PROGRAM))) {
      return PROGRAM + " is missing";
    }
    Result result = call(List.of(PROGRAM, "-c", "import " + modules));
    return result.status() == 0 ? null : PROGRAM + " cannot import " + modules;
  }

  private record Result(int status, String output) {}

  private static Result call(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("python", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(300, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command + " does not end");
      }
      return new Result(
          process.exitValue(), Files.readString(output, StandardCharsets.UTF_8).strip());
    } finally {
      Files.delete(output);
    }
  }
}
