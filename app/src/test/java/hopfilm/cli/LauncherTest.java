package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfilm.console.ExitStatus;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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

  private Path java;

  @BeforeEach
  void script() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
    script = Files.copy(Path.of("..", "hopfilm"), folder.resolve("hopfilm"));
    java =
        program(
            "java/bin/java",
            """
            echo "Picked up JAVA_TOOL_OPTIONS: -Dx=y" >&2
            echo "WARNING: Using incubator modules: jdk.incubator.vector" >&2
            echo "WARNING: something else" >&2
            echo "called with $*"
            """);
    Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\n");
  }

  private Path program(String name, String commands) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + commands);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  /** The layout of an unpacked release. */
  private void release() throws IOException {
    Files.createFile(Files.createDirectories(folder.resolve("lib")).resolve("hopfilm.jar"));
  }

  /** The layout of the sources, with a Maven that says what stands here. */
  private void sources(String maven) throws IOException {
    Files.createFile(folder.resolve("pom.xml"));
    Files.createDirectories(folder.resolve("app/target"));
    program("java/bin/javac", "");
    program("bin/mvn", "[ \"$1\" != --version ] || { echo Apache Maven 3.9.9; exit; }\n" + maven);
  }

  private String call(int status, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/bash", script.toString()));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("JAVA_HOME", java.getParent().getParent().toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
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
    release();
    call(0, "--version");
    for (int k = 0; k < 500 && !Files.readString(folder.resolve("said")).contains("else"); k++) {
      Thread.sleep(20);
    }
    assertThat(folder.resolve("said"))
        .content()
        .contains("Picked up JAVA_TOOL_OPTIONS", "WARNING: something else")
        .doesNotContain("incubator modules");
  }

  @Test
  void whatIsNoMasterOfSparkIsRefusedBeforeAnythingIsBuilt() throws Exception {
    sources("echo '[ERROR] nothing is built here'; exit 1");
    for (String wrong : List.of("nonsense", "local[0]", "spark://host")) {
      assertThat(call(2, "run", "film.yaml", "--spark", wrong))
          .hasLineCount(1)
          .contains("\"" + wrong + "\" is not a Spark master");
      assertThat(call(2, "run", "film.yaml", "--spark=" + wrong)).contains("is not a Spark master");
    }
    for (String right : List.of("local", "local[2]", "local[*]", "spark://host:7077", "yarn")) {
      assertThat(call(1, "run", "film.yaml", "--spark", right)).contains("nothing is built here");
    }
  }

  /** Only the environment tells master and worker of local-cluster where to listen. */
  @Test
  void aSparkOfThisMachineAloneListensHereAlone() throws Exception {
    sources("echo \"[ERROR] at ${SPARK_LOCAL_IP:-any}\"; exit 1");
    for (String here : List.of("local", "local[2]", "local-cluster[2,1,1024]")) {
      assertThat(call(1, "run", "film.yaml", "--spark", here)).contains("at 127.0.0.1");
      assertThat(call(1, "run", "film.yaml", "--spark=" + here)).contains("at 127.0.0.1");
    }
    assertThat(call(1, "run", "film.yaml", "--spark", "spark://host:7077")).contains("at any");
  }

  @Test
  void aReleaseBuildsNothingAndLeavesItToTheProgramToSayWhatIsNotInIt() throws Exception {
    release();
    for (String[] words : new String[][] {{"bench"}, {"spark"}, {"run", "x", "--spark", "yarn"}}) {
      assertThat(call(0, words))
          .contains("-jar " + folder.resolve("lib/hopfilm.jar") + " " + String.join(" ", words))
          .doesNotContain("hopfilm.sources");
    }
  }

  @Test
  void aReleaseWhoseJavaDoesNotStartHereTakesAnother() throws Exception {
    release();
    String system = PageCode.shell(folder, "uname -s").strip();
    program("runtime/bin/java", "exit 127");
    Files.writeString(
        folder.resolve("runtime/release"), "JAVA_VERSION=\"17\"\nOS_NAME=\"" + system + "\"\n");
    assertThat(call(0, "--version")).contains("called with");
  }

  @Test
  void anArchiveOfABuildThatBrokeOffIsBuiltAnew() throws Exception {
    sources(
        """
        touch app/target/hopfilm.jar
        [ -e broke ] || { touch broke; echo '[ERROR] broke off'; exit 1; }
        """);
    assertThat(call(1, "--version")).contains("broke off");
    assertThat(call(0, "--version")).contains("the last build was not finished", "called with");
    assertThat(call(0, "--version")).doesNotContain("build");
  }

  @Test
  void aBuildSaysHowFarItIsAndNoControlCharactersInAFile() throws Exception {
    sources(
        """
        case $* in *package) ;; *) exit 1 ;; esac
        echo "[INFO] Scanning for projects..."
        mkdir -p .m2/repository
        head -c 3000000 /dev/zero > .m2/repository/some.jar
        sleep 4.5 # it is looked at every other second, and seen to be over at the one after
        echo "[INFO] Reactor Build Order:"
        echo "[INFO]"
        echo "[INFO] Hopfilm                                                    [pom]"
        echo "[INFO] Hopfilm engine                                             [jar]"
        echo "[INFO] Hopfilm lab                                                [jar]"
        echo "[INFO]"
        echo "[INFO] Building Hopfilm 9.9                                       [1/3]"
        echo "[INFO] Building Hopfilm engine 9.9                                [2/3]"
        echo "[INFO] --- compiler:3.14.1:compile (default-compile) @ hopfilm-engine ---"
        for (( k = 0; k < 300; k++ )); do grep -q compiling said && break; sleep 0.1; done
        : > app/target/hopfilm.jar
        """);
    String said = call(0, "--version");
    assertThat(said)
        .contains("hopfilm: not built yet")
        .containsPattern(
            "hopfilm: module 2 of 3, engine: compiling \\(\\d+ s, 2 MB fetched\\); then lab\n")
        .containsPattern("hopfilm: built in \\d+ s\n")
        .contains("-Dhopfilm.sources=true")
        .doesNotContain("\033", "\r");
  }

  /** Somebody runs a film of hours and begins another command in changed sources. */
  @Test
  void aBuildLeavesAProgramThatRunsItsFile() throws Exception {
    sources("echo new > app/target/hopfilm.jar");
    Path jar = Files.writeString(folder.resolve("app/target/hopfilm.jar"), "old\n");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    try (InputStream running = Files.newInputStream(jar)) {
      assertThat(call(0, "--version")).contains("the sources are newer");
      assertThat(running.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("old\n");
    }
    assertThat(Files.readString(jar)).isEqualTo("new\n");
    // a build that fails takes nothing away
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    program("bin/mvn", "[ \"$1\" != --version ] || { echo Apache Maven 3.9.9; exit; }\nexit 1\n");
    assertThat(call(1, "--version")).contains("the build failed");
    assertThat(Files.readString(jar)).isEqualTo("new\n");
  }

  @Test
  void aBuildThatFailsSaysWhyAndWhereTheRestIs() throws Exception {
    sources(
        """
        echo "[INFO] Scanning for projects..."
        echo "[ERROR] Film.java:[3,1] cannot find symbol"
        echo "[ERROR] "
        echo "[ERROR] Re-run Maven using the -X switch to enable full debug logging."
        exit 1
        """);
    assertThat(call(1, "--version"))
        .containsPattern("hopfilm: the build failed after \\d+ s:\nFilm.java:\\[3,1] cannot find")
        .endsWith("all that Maven said is in " + folder.resolve("target/build.log") + "\n")
        .doesNotContain("Re-run");
  }

  @Test
  void aWorkingFolderThatWasRemovedIsSaid() throws Exception {
    release();
    Process process =
        new ProcessBuilder(
                "/bin/bash",
                "-c",
                "mkdir gone && cd gone && rmdir ../gone && exec /bin/bash \"$0\" --version",
                script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said)
        .endsWith("hopfilm: the working folder was removed: change to another one (cd)\n")
        .doesNotContain("called with");
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
