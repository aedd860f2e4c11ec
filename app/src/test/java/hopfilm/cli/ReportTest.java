package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages that are left out of runs and made later, and how far a run is. */
class ReportTest {
  private static final String YAML =
      """
      film: {size: [96 nm, 80 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 24 nm}
      initial: {relax: 6 ps}
      protocol: [measure: before, train: {pattern: "+-+-", time: 8 ps}, measure: after]
      output: {table: 2 ps, snapshots: 4 ps, formats: [ovf]}
      """;

  @TempDir static Path folder;
  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    file = Files.writeString(folder.resolve("small.yaml"), YAML);
  }

  /** What the terminal said of the last run. */
  private static String told;

  private static Path run(String name, String... settings) {
    Path out = folder.resolve(name);
    List<String> words = new ArrayList<>(List.of("run", file.toString(), "--out", out.toString()));
    for (String setting : settings) {
      words.addAll(List.of("--set", setting));
    }
    Program p = Program.call(words.toArray(String[]::new));
    assertThat(p.status()).as(p.err()).isZero();
    told = p.out();
    return out;
  }

  private static JsonNode summary(Path run) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(run.resolve("summary.json")));
  }

  /** What other programs draw first; of a film that learns it stays about zero and says nothing. */
  @Test
  void aFilmThatLearnsNothingShowsItsMeanMagnetisation() throws IOException {
    Path resting = run("resting", "protocol=[{rest: 4 ps}, measure: rested]");
    assertThat(resting.resolve("figures/m-time.svg")).content().contains("Mean magnetisation");
    assertThat(resting.resolve("index.html")).content().contains("Mean magnetisation");
    assertThat(run("learning").resolve("figures/m-time.svg")).doesNotExist();
  }

  /** Signals have their voltages and currents in time, and values at a stated time. */
  @Test
  void aFilmThatIsDrivenShowsVoltagesAndCurrentsInTime() throws IOException {
    String signals = "{sine: 8 mV, frequency: 62.5 GHz}";
    String protocol =
        "protocol=[measure: before, {drive: {time: 8 ps, voltages: {n1: %s, n2: float}}}, measure: after]"
            .formatted(signals);
    Path driven =
        run(
            "driven",
            protocol,
            "output={table: 2 ps, columns: [V, I], resistance: [[n1, n3]], formats: [ovf]}");
    String page = Files.readString(driven.resolve("index.html"));
    assertThat(page)
        .contains("Voltages of the electrodes", "Currents into the film")
        .contains("Resistances between electrodes")
        // a quarter of the period of 16 ps after 6 ps of relaxation
        .contains("In the drive at t = 10\u00a0ps, the row of the table with the largest power.")
        .contains("signals at their largest")
        .doesNotContain("Under what training gives")
        .doesNotContain("\u00a0zA", "\u00a0yW", "\u00a0yA");
    String rested = protocol.replace("}}}, measure", "}}}, rest: 2 ps, measure");
    // the terminal, which knows the last row alone, where the contacts are off
    assertThat(run("rested", rested, "output.columns=[V, I]").resolve("summary.json")).exists();
    assertThat(told).contains("voltage (mV)").containsPattern("n1 +8\\.00");
    String without = Files.readString(run("unkept", protocol).resolve("index.html"));
    assertThat(without)
        .contains("With the signals at their largest, as constant values")
        .doesNotContain("Voltages of the electrodes", "\u00a0zA", "\u00a0yW");
  }

  @Test
  void aRunSaysHowManySamplesItTookAndWhere() throws IOException {
    Path out = run("sampled", "output.samples={every: 1 ps}", "output.report=off");
    long rows = Files.readAllLines(out.resolve("samples.csv")).size() - 1L;
    Program again =
        Program.call("run", out.resolve("experiment.yaml").toString(), "--out", out + "2");
    assertThat(again.err())
        .contains("hopfilm: %d samples in %s".formatted(rows, out + "2/samples.csv"));
  }

  @Test
  void theReportOfARunWithoutOneIsWhatItWouldHaveBeen() throws IOException {
    Path with = run("with");
    Path without = run("without", "output.report=off");
    assertThat(without).isDirectoryNotContaining("glob:**index.html");
    assertThat(without.resolve("figures")).doesNotExist();
    Program p = Program.call("report", without.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.err()).contains("report in " + without.resolve("index.html"));
    for (String name : new String[] {"figures/texture-after.svg", "film-strip.svg", "film.gif"}) {
      assertThat(without.resolve(name)).hasSameBinaryContentAs(with.resolve(name));
    }
    // the page also says when and how long, and what was left out
    assertThat(Files.readString(without.resolve("index.html"))).contains("texture-after");
    assertThat(Program.call("run", "--resume", without.toString()).err()).contains("is done");
  }

  @Test
  void aPageWithoutFilesOfFiguresShowsThemAll() throws IOException {
    Path lean = run("lean", "output.figures=off");
    assertThat(lean.resolve("figures")).doesNotExist();
    assertThat(lean.resolve("film.gif")).doesNotExist();
    String page = Files.readString(lean.resolve("index.html"));
    assertThat(page).contains("texture-before-", "G-change-", " moments<");
    assertThat(page).doesNotContain("film.gif");
  }

  @Test
  void aSweepGetsAllItsPages() throws IOException {
    Path sweep = run("sweep", "initial.seed=[1, 2]", "output.report=off");
    String csv = Files.readString(sweep.resolve("runs.csv"));
    assertThat(Files.readString(sweep.resolve("index.html"))).doesNotContain("/index.html\"");
    Program report = Program.call("report", sweep.toString());
    assertThat(report.status()).isZero();
    assertThat(sweep.resolve("002_initial.seed=2/index.html")).isNotEmptyFile();
    assertThat(Files.readString(sweep.resolve("index.html")))
        .contains("002_initial.seed%3D2/index.html\"");
    assertThat(sweep.resolve("runs.csv")).hasContent(csv);
    Program status = Program.call("status", sweep.toString());
    assertThat(status.out()).contains("sweep: done, begun 2", "; 2 runs finished");
    // nothing was verified
    assertThat(status.out()).matches("(?s).*; 2 runs finished; [0-9, a-z-]*learned\\s*");
    assertThat(report.out()).contains(sweep + ": ");
    JsonNode told =
        JsonMapper.shared().readTree(Program.call("status", sweep.toString(), "--json").out());
    JsonNode outcomes = summary(sweep).get("outcomes");
    assertThat(told.get(sweep.toString()).get("outcomes")).isEqualTo(outcomes);
    assertThat(outcomes.valueStream().mapToInt(JsonNode::asInt).sum()).isEqualTo(2);
    Path first = sweep.resolve("001_initial.seed=1");
    String outcome = summary(first).get("outcome").asString();
    assertThat(Program.call("status", first.toString()).out())
        .endsWith(outcome.equals("learned") ? "; learned, not verified\n" : "; not learned\n");
  }

  @Test
  void whatIsNoRunIsSaidInOneLine() {
    for (String command : new String[] {"report", "status"}) {
      Program p = Program.call(command, folder.resolve("nothing").toString());
      assertThat(p.status()).isEqualTo(2);
      assertThat(p.err()).contains("the folder of a run or sweep").hasLineCount(1);
    }
  }
}
