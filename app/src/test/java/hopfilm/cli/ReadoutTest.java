package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.readout.ReadoutRecord;
import hopfilm.result.Summary;
import hopfilm.transport.ResistanceMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadoutTest {

  /** Six contacts and 2.5 % of AMR. */
  private static final String YAML =
      """
      film: {size: [192 nm, 128 nm], cell: 4 nm, thickness: 20 nm}
      material: {amr: 2.5 %, rho_perp: 0.2 uOhm m}
      electrodes: {layout: grid, grid: 2x3, radius: 20 nm, margin: 24 nm}
      initial: {texture: maze, seed: 1, relax: 40 ps}
      protocol:
        - measure: untrained
        - train: {pattern: "+-+-+-", voltage: 30 mV, time: 40 ps}
        - rest: 20 ps
        - measure: trained
      output: {table: 5 ps, snapshots: 1 ns, formats: [ovf], report: off}
      """;

  @TempDir static Path folder;
  private static Path run;

  @BeforeAll
  static void aRun() throws IOException {
    run = run("run", YAML);
  }

  private static Path run(String name, String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), yaml);
    Path out = folder.resolve(name);
    Program p = Program.call("run", file.toString(), "--out", out.toString());
    assertThat(p.status()).as(p.err()).isZero();
    return out;
  }

  private static JsonNode json(String... more) {
    String[] call = new String[more.length + 3];
    call[0] = "readout";
    call[1] = run.toString();
    call[2] = "--json";
    System.arraycopy(more, 0, call, 3, more.length);
    Program p = Program.call(call);
    assertThat(p.status()).as(p.err()).isZero();
    return JsonMapper.shared().readTree(p.out());
  }

  /** R_aa + R_bb - 2 R_ab of the pseudo-inverse of G, and the voltages at 10 uA. */
  @Test
  void theNumbersAreThoseOfTheConductances() throws IOException {
    Summary s = new RunFolder(run).readSummary().orElseThrow();
    ResistanceMatrix before = ResistanceMatrix.of(s.readings().conductance().get("untrained"));
    ResistanceMatrix after = ResistanceMatrix.of(s.readings().conductance().get("trained"));
    JsonNode all = json("--current", "10 uA");
    assertThat(all.get("pairs")).hasSize(15);
    int a = 0;
    int b = 0;
    for (JsonNode pair : all.get("pairs")) {
      b++;
      if (b == 6) {
        a++;
        b = a + 1;
      }
      assertThat(pair.get("a").asString()).isEqualTo("n" + (a + 1));
      assertThat(pair.get("b").asString()).isEqualTo("n" + (b + 1));
      double r = before.get(a, a) + before.get(b, b) - 2 * before.get(a, b);
      double dr = after.get(a, a) + after.get(b, b) - 2 * after.get(a, b) - r;
      // G is symmetric to 1e-11 of itself
      assertThat(pair.get("R").asDouble()).isCloseTo(r, within(1e-9 * r));
      assertThat(pair.get("dR").asDouble()).isCloseTo(dr, within(1e-9 * r));
      assertThat(pair.get("dV").asDouble()).isCloseTo(1e-5 * dr, within(1e-14 * r));
      assertThat(pair.get("drift").asDouble()).isCloseTo(1e-5 * r * 1.5e-4, within(1e-14 * r));
    }
    // currents at 1 V and -1 V: P = V.G V = (2 V)^2/R
    double[][] g = s.readings().conductance().get("untrained");
    double power = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        power += (i + j) % 2 == 0 ? g[i][j] : -g[i][j];
      }
    }
    JsonNode pattern = all.get("patterns").get(0);
    assertThat(pattern.get("pattern").asString()).isEqualTo("+-+-+-");
    assertThat(pattern.get("R").asDouble()).isCloseTo(4 / power, within(1e-9));
  }

  @Test
  void theTerminalEndsWithTheSentence() {
    Program p = Program.call("readout", run.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out())
        .startsWith("training: ")
        .contains("learned; untrained: untrained, trained: trained, at ")
        .contains("current: ", "m/s", "1 K of warming (as if on MgO: no heat)")
        .contains("n1-n2", "+-+-+-", "trained (Ohm)", "change (", "noise of one reading: Johnson");
    String[] lines = p.out().strip().lines().toArray(String[]::new);
    assertThat(lines[lines.length - 1])
        .startsWith("at ")
        .contains("one reading of all 15 pairs in 15 s tells trained from untrained by ")
        .contains("if the temperature drifts by 0.05 K alike everywhere; ")
        .contains("5 sigma");
    assertThat(json().get("sentence").asString()).isEqualTo(lines[lines.length - 1]);
  }

  /** A film that learned nothing is told from the untrained one; the verdict stands beside it. */
  @Test
  void theVerdictOfTrainingAndWhatSigmaMeans() throws IOException {
    String outcome = new RunFolder(run).readSummary().orElseThrow().verdict().outcome().text();
    Program p = Program.call("readout", run.toString());
    assertThat(p.out())
        .startsWith("training: %s; untrained: ".formatted(outcome))
        .contains("sigma means that the film has changed, not that it holds the pattern");
    assertThat(json().get("outcome").asString()).isEqualTo(outcome);
    assertThat(json().get("patterns").get(0).get("contrast_sigma").isNumber()).isTrue();
  }

  @Test
  void aCurrentThatDestroysIsWarnedOf() {
    Program p = Program.call("readout", run.toString(), "--current", "20 mA");
    assertThat(p.status()).isZero();
    assertThat(p.out())
        .contains("current: a drift velocity of ", " of warming (as if on MgO: no heat)")
        .containsPattern(
            "warning: 20 mA is larger than the .* moves more than 71 % of the training");
    assertThat(json("--current", "20 mA").get("warning").asString()).startsWith("20 mA is larger");
    JsonNode usual = json();
    assertThat(usual.get("warning").isNull()).isTrue();
    JsonNode twice = json("--current", 2 * usual.get("current").asDouble() + " A");
    double velocity = usual.get("drift_velocity").asDouble();
    assertThat(twice.get("drift_velocity").asDouble())
        .isCloseTo(2 * velocity, within(1e-9 * velocity));
  }

  /** The current is that of the finished film: it does not depend on the texture. */
  @Test
  void checkSaysItBeforehand() throws IOException {
    Path file = Files.writeString(folder.resolve("before.yaml"), YAML);
    Program check = Program.call("check", file.toString(), "--json");
    String words =
        JsonMapper.shared().readTree(check.out()).get("facts").get("read-out").asString();
    Program p = Program.call("readout", run.toString());
    assertThat(words)
        .startsWith(p.out().lines().findFirst().orElseThrow().replaceFirst(".*, ", ""));
  }

  /** A run keeps what it is read as, tells the sentence, and has it on its page. */
  @Test
  void aRunKeepsIt() throws IOException {
    ReadoutRecord kept =
        JsonFile.read(new RunFolder(run).readout(), ReadoutRecord.class).orElseThrow();
    Program p = Program.call("readout", run.toString(), "--json");
    assertThat(p.out()).isEqualTo(JsonFile.text(kept)).isEqualTo(text("readout.json"));
    assertThat(Program.call("report", run.toString()).status()).isZero();
    assertThat(text("index.html"))
        .contains(">Readout</a>", ">Readout</h2>", "n1-n2", kept.sentence().substring(1));
  }

  private static String text(String file) throws IOException {
    return Files.readString(run.resolve(file));
  }

  @Test
  void theYieldOfASweep() throws IOException {
    Path sweep = run("sweep", YAML + "sweep: {initial.seed: [1, 2, 3]}\n");
    Program p = Program.call("readout", sweep.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out()).contains("001_initial.seed=1", "003_initial.seed=3", "weakest pair");
    assertThat(p.out().strip())
        .matches("(?s).*\\s[0-3] of 3 films are told trained from untrained by 5 sigma or more .*");
    JsonNode all =
        JsonMapper.shared().readTree(Program.call("readout", sweep.toString(), "--json").out());
    assertThat(all.get("runs").get(0).get("readout").get("pairs")).hasSize(15);
    assertThat(all.get("of").asInt()).isEqualTo(3);
    assertThat(Files.readAllLines(sweep.resolve("runs.csv")).get(0))
        .contains(",read_current,read_sigma,");
  }

  @Test
  void optionsCount() {
    JsonNode usual = json("--current", "1 uA");
    assertThat(json("--current=1 uA", "--noise=4 nV/sqrtHz", "--tcr=0.3 %/K", "--contact=1 %"))
        .isEqualTo(usual);
    double noise = usual.get("pairs").get(0).get("amplifier").asDouble();
    JsonNode other = json("--current=1 uA", "--noise=8 nV/sqrt(Hz)", "--time=4 s", "--drift=0 K");
    assertThat(other.get("pairs").get(0).get("amplifier").asDouble())
        .isCloseTo(noise, within(1e-20));
    assertThat(other.get("pairs").get(0).get("drift").asDouble()).isZero();
    assertThat(other.get("sentence").asString()).doesNotContain("temperature");
    JsonNode touched = json("--current=1 uA", "--contact=2 mOhm").get("pairs").get(0);
    assertThat(touched.get("contact").asDouble())
        .isCloseTo(1e-6 * Math.sqrt(2) * 2e-3, within(1e-20));
    // warming goes as the square of the current, as long as heat limits it
    double one = json("--warming=1 uK").get("current").asDouble();
    assertThat(json("--warming=4 uK").get("current").asDouble()).isCloseTo(2 * one, within(1e-12));
  }

  /** A material that says how its resistance goes with temperature is read so. */
  @Test
  void theCoefficientIsThatOfTheMaterial() throws IOException {
    String heated = YAML.replace("20 nm}", "20 nm}\nheat: {interface: 1e6 MW/m^2/K}");
    String warm = heated.replace("amr: 2.5 %", "amr: 2.5 %, temperature_coefficient: 0.006 1/K");
    double drift = drift(run("coefficient", warm));
    assertThat(drift).isCloseTo(2 * drift(run("usual", heated)), withinPercentage(1e-3));
  }

  /** Heat that is left changes the resistance as training does. */
  @Test
  void aFilmThatIsStillWarmIsSaid() throws IOException {
    String warm =
        YAML.replace("20 nm}", "20 nm}\nheat: {substrate: MgO}")
            .replace("amr: 2.5 %", "amr: 2.5 %, temperature_coefficient: 0.006 1/K");
    Path still = run("still-warm", warm);
    Program p = Program.call("readout", still.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out()).contains("warning: measure trained is read", "above ambient temperature");
    JsonNode json =
        JsonMapper.shared().readTree(Program.call("readout", still.toString(), "--json").out());
    assertThat(json.get("readings_warning").asString()).startsWith("measure trained is read");
    assertThat(json("--current", "1 uA").has("readings_warning")).isFalse();
  }

  private static double drift(Path folder) {
    Program p = Program.call("readout", folder.toString(), "--json", "--current", "1 uA");
    return JsonMapper.shared().readTree(p.out()).get("pairs").get(0).get("drift").asDouble();
  }

  /** A film at a temperature tells its own noise; a measure before training is not needed. */
  @Test
  void aWarmFilmWithoutAMeasureBefore() throws IOException {
    Path warm =
        run(
            "warm",
            YAML.replace("  - measure: untrained\n", "")
                .replace("rest: 20 ps", "rest: 100 ps")
                .replace("protocol:", "temperature: 300 K\nprotocol:"));
    Program p = Program.call("readout", warm.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out())
        .contains("; untrained: the reference untrained, trained: trained")
        .contains(", magnetic up to ")
        .doesNotContain("magnetic noise counts as 0");
  }

  /** What happens to the film after its rest is no noise. */
  @Test
  void magneticNoiseIsThatOfTheRestAfterTraining() throws IOException {
    String noisy =
        YAML.replace("rest: 20 ps", "rest: 100 ps")
            .replace("protocol:", "temperature: 300 K\nprotocol:");
    String later = noisy.replace("output:", "  - field: {value: [0 mT, 0 mT, 200 mT]}\noutput:");
    assertThat(magnetic(run("later", later))).isEqualTo(magnetic(run("noisy", noisy))).isPositive();
    Path brief = run("brief", noisy.replace("rest: 100 ps", "rest: 30 ps"));
    assertThat(magnetic(brief)).isZero();
    assertThat(Program.call("readout", brief.toString()).out())
        .contains("warning: magnetic noise counts as 0");
  }

  private static double magnetic(Path run) {
    Program p = Program.call("readout", run.toString(), "--json", "--current", "1 uA");
    return JsonMapper.shared().readTree(p.out()).get("pairs").get(0).get("magnetic").asDouble();
  }
}
