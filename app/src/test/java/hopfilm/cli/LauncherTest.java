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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code hopfilm}, with a Java that only speaks, and standard output that is full. */
class LauncherTest {

  @TempDir Path folder;

  private Path script;

  @BeforeEach
  void release() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
    script = Files.copy(Path.of("..", "hopfilm"), folder.resolve("hopfilm"));
    Path lib = Files.createDirectories(folder.resolve("lib"));
    Files.createFile(lib.resolve("hopfilm.jar"));
    Path bin = Files.createDirectories(folder.resolve("java/bin"));
    Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\n");
    Path java =
        Files.writeString(
            bin.resolve("java"),
            """
            #!/bin/bash
            echo "Picked up JAVA_TOOL_OPTIONS: -Dx=y" >&2
            echo "WARNING: Using incubator modules: jdk.incubator.vector" >&2
            echo "WARNING: something else" >&2
            """);
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  private String call(int status, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/bash", script.toString()));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isEqualTo(status);
    // the filter ends after the program
    for (int k = 0; k < 500 && Files.size(said) == 0; k++) {
      Thread.sleep(20);
    }
    return Files.readString(said);
  }

  @Test
  void theNoteOfTheIncubatorIsLeftOutBehindOthersToo() throws Exception {
    String said = call(0, "--version");
    assertThat(said).contains("Picked up JAVA_TOOL_OPTIONS").doesNotContain("incubator");
    for (int k = 0; k < 500 && !Files.readString(folder.resolve("said")).contains("else"); k++) {
      Thread.sleep(20);
    }
    assertThat(folder.resolve("said")).content().contains("WARNING: something else");
  }

  @Test
  void whatIsNoMasterOfSparkIsRefusedBeforeAnythingIsBuilt() throws Exception {
    for (String wrong : List.of("nonsense", "local[0]", "spark://host")) {
      assertThat(call(2, "run", "film.yaml", "--spark", wrong))
          .hasLineCount(1)
          .contains("\"" + wrong + "\" is no master of Spark");
      assertThat(call(2, "run", "film.yaml", "--spark=" + wrong)).contains("is no master");
    }
    // a release has no cluster, but these get as far as that
    for (String right : List.of("local", "local[2]", "local[*]", "spark://host:7077", "yarn")) {
      assertThat(call(1, "run", "film.yaml", "--spark", right)).contains("Spark is fetched");
    }
  }

  @Test
  void resultsThatCannotBeWrittenAreAFailure() throws Exception {
    File full = new File("/dev/full");
    assumeTrue(full.exists(), "there is no /dev/full here");
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(RealProgram.command("--version"))
            .redirectOutput(full)
            .redirectError(said.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitStatus.FAILED);
    assertThat(said).content().contains("standard output cannot be written: No space left");
  }
}
