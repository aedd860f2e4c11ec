package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfilm.console.ExitStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What scripts want: objects in place of tables, messages elsewhere, nothing in between. */
class ScriptTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(
            folder.resolve("small.yaml"),
            """
            film: {size: [96 nm, 80 nm], cell: 4 nm}
            electrodes: {layout: corners, radius: 24 nm}
            initial: {relax: 2 ps}
            protocol: [train: {pattern: "+-+-", time: 2 ps}, measure: after]
            output: {table: 1 ps, formats: [], report: off}
            """);
  }

  private String[] run(String name, String... more) {
    String[] words = new String[more.length + 4];
    words[0] = "run";
    words[1] = file.toString();
    words[2] = "--out";
    words[3] = folder.resolve(name).toString();
    System.arraycopy(more, 0, words, 4, more.length);
    return words;
  }

  @Test
  void aQuietRunPrintsItsSummaryAndNothingElse() throws IOException {
    Program p = Program.call(run("one", "--quiet", "--json", "--threads", "1"));
    assertThat(p.status()).isZero();
    assertThat(p.err()).isEmpty();
    String path = "\"folder\" : \"" + folder.resolve("one").toAbsolutePath() + "\",";
    assertThat(p.out()).contains(path);
    assertThat(p.out().replaceFirst("\n.*,", ""))
        .isEqualTo(Files.readString(folder.resolve("one/summary.json")));
  }

  @Test
  void namesOfFilesAreNeitherOptionsNorMoreArguments() throws IOException {
    assertThat(Program.call("check", "--", "-film.yaml").err())
        .startsWith("hopfilm: -film.yaml: there is no such file");
    assertThat(Program.call("check", "-film.yaml").err())
        .startsWith("hopfilm: unknown option -film.yaml");
    Path words = Files.writeString(folder.resolve("words"), "--secret\n");
    Program p = Program.call("check", "@" + words);
    assertThat(p.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(p.err()).contains("@" + words + ": there is no such file").doesNotContain("secret");
  }

  @Test
  void resultsAreReplacedOnlyWhenForced() throws IOException {
    assertThat(Program.call(run("one")).status()).isZero();
    String first = Files.readString(folder.resolve("one/summary.json"));
    Program refused = Program.call(run("one", "--set", "seed=7"));
    assertThat(refused.status()).isEqualTo(2);
    assertThat(folder.resolve("one/summary.json")).hasContent(first);
    // what the run begins from is not taken away
    String[] itself = run("one", "--force");
    itself[1] = folder.resolve("one/experiment.yaml").toString();
    refused = Program.call(itself);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("an input of the run");
    assertThat(folder.resolve("one/summary.json")).hasContent(first);

    Program forced = Program.call(run("one", "--force", "--set", "protocol=[measure: only]"));
    assertThat(forced.status()).as(forced.err()).isZero();
    assertThat(Files.readString(folder.resolve("one/summary.json")))
        .contains("\"only\"")
        .doesNotContain("\"after\"");
    // a folder that holds other things is never emptied
    Path mine = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(mine.resolve("thesis.tex"), "mine");
    assertThat(Program.call(run("mine", "--force")).status()).isEqualTo(2);
    assertThat(mine.resolve("thesis.tex")).hasContent("mine");
    // nothing to replace is fine
    assertThat(Program.call(run("new", "--force")).status()).isZero();
  }

  @Test
  void whyItFailedIsSaidAllTheSame() {
    Program p = Program.call(run("one", "-q", "--set", "film.cel=4 nm"));
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.err()).contains("did you mean film.cell?").hasLineCount(1);
  }

  @Test
  void aLogHasTheMessagesOfSeveralRuns() throws IOException {
    Path log = folder.resolve("log.txt");
    Program first = Program.call(run("one", "--log", log.toString()));
    Program second = Program.call(run("two", "--log", log.toString(), "--quiet"));
    assertThat(first.err()).contains("warning: ", "writing ");
    assertThat(second.err()).isEmpty();
    assertThat(log).hasContent(first.err() + first.err().replace(path("one"), path("two")));
  }

  @Test
  void aLogHasWhyItFailed() throws IOException {
    Path log = folder.resolve("failed.txt");
    Program p = Program.call(run("one", "--log", log.toString(), "--set", "film.cel=4 nm"));
    assertThat(p.status()).isEqualTo(2);
    assertThat(log).hasContent(p.err());
    assertThat(p.err()).contains("did you mean film.cell?");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void aCheckIsAnObject() {
    Program p = Program.call("check", file.toString(), "--json");
    JsonNode all = JsonMapper.shared().readTree(p.out());
    assertThat(all.propertyNames()).containsExactly("experiment", "facts", "warnings", "verdict");
    assertThat(all.get("facts").get("cells").asString()).startsWith("24 x 20");
    assertThat(all.get("warnings").get(0).asString()).contains("turbulent");
  }

  @Test
  void theSameBitsWithOneThreadAndTwo() throws IOException {
    for (String n : new String[] {"1", "2"}) {
      assertThat(Program.call(run("threads" + n, "--threads", n)).status()).isZero();
    }
    assertThat(folder.resolve("threads1/table.txt"))
        .hasSameBinaryContentAs(folder.resolve("threads2/table.txt"));
  }

  @ParameterizedTest
  @CsvSource({
    "--threads 0, --threads 0: is not a number of threads; give 1 or more",
    "--log /no/such/folder/x, /no/such/folder/x: "
  })
  void wrongOptionsAreOneLine(String options, String expected) {
    Program p = Program.call(run("one", options.split(" ")));
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.err()).contains(expected).hasLineCount(1);
    assertThat(folder.resolve("one")).doesNotExist();
  }

  @Test
  void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
    Path script = Files.writeString(folder.resolve("completion"), Program.call("completion").out());
    Process bash =
        new ProcessBuilder(
                "/bin/bash",
                "-c",
                "source %s; COMP_WORDS=(hopfilm reprod); COMP_CWORD=1; _complete_hopfilm 2>/dev/null;"
                        .formatted(script)
                    + " echo ${COMPREPLY[@]}")
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    assertThat(said.strip()).isEqualTo("reproduce");
  }
}
