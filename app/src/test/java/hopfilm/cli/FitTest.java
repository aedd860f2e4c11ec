package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan of a tiny film, as a user calls it. */
class FitTest {

  private static final String SMALL =
      """
      name: tiny plan
      film: {size: [100 nm, 60 nm], cell: 10 nm, thickness: 20 nm}
      electrodes: {layout: corners, radius: 25 nm}
      initial: {texture: wall}
      protocol:
        - measure: before
        - drive: {voltages: {n1: 20 mV, n3: 0 V}, others: float, time: 20 ps}
        - rest: 20 ps
        - measure: after
      output: {table: 10 ps, samples: {every: 10 ps}}
      fit:
        data:
          - {of: G, noise: 0.01 %}
          - {of: [n1_I, n2_V], noise: {I: 2 uA, V: 0.1 mV}}
        parameters:
          material.rho_perp: [0.1 uOhm m, 0.2 uOhm m]
          film.thickness: [15 nm, 25 nm]
      """;

  @TempDir Path folder;

  @Test
  void printsIntervalsAndWhatToMeasureNext() throws IOException {
    Path file = Files.writeString(folder.resolve("tiny.yaml"), SMALL);
    Path out = folder.resolve("out");
    Program p = Program.call("fit", "--plan", file.toString(), "--out", out.toString());
    assertThat(p.status()).as(p.err()).isZero();
    // the drift velocity is that of j = V/(rho l), whatever the thickness, and tells the two apart
    assertThat(p.out())
        .contains("2 of 2 numbers are identifiable")
        .contains("the last pulse again", "a pulse of 20 mV from n1 to n2", "100 mT along z");
    assertThat(p.err()).contains("45 of 45 runs", "report in " + out.resolve("index.html"));
    assertThat(out.resolve("index.html")).content().contains("Correlations");
    Program again = Program.call("fit", "--plan", "--resume", out.toString(), "--json");
    assertThat(again.status()).as(again.err()).isZero();
    JsonNode json = JsonMapper.shared().readTree(again.out());
    assertThat(json.get("explained").isNull()).isTrue();
    JsonNode rho = json.get("parameters").get("material.rho_perp");
    assertThat(rho.get("value").asDouble()).isEqualTo(0.15e-6);
    assertThat(rho.get("identifiable").asBoolean()).isTrue();
    assertThat(rho.get("low").asDouble()).isBetween(0.1e-6, 0.15e-6);
    assertThat(rho.get("high").asDouble()).isBetween(0.15e-6, 0.2e-6);
    // the same pulse, five pairs other than n1 to n3, and two fields
    assertThat(json.get("next")).hasSize(8);
  }

  /** The film is measured by a run of another resistivity, without noise. */
  @Test
  void printsWhatWasFound() throws IOException {
    String film =
        SMALL.substring(0, SMALL.indexOf("fit:")).replace("name: tiny plan", "name: tiny fit");
    Path own = Files.writeString(folder.resolve("film.yaml"), film);
    String out = folder.resolve("run").toString();
    Program run =
        Program.call(
            "run",
            own.toString(),
            "--out",
            out,
            "--set",
            "material.rho_perp=0.163 uOhm m",
            "--json");
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode g = JsonMapper.shared().readTree(run.out()).get("conductance").get("after");
    Files.writeString(
        folder.resolve("g.csv"),
        "# made by the test\nlabel,G_n1_n2[mS],G_n3_n1\nafter,%s,%s\n"
            .formatted(1e3 * g.get(0).get(1).asDouble(), g.get(2).get(0).asDouble()));
    String fit =
        """
        fit:
          data: [{file: g.csv, noise: 0.01 %}]
          parameters: {material.rho_perp: [0.1 uOhm m, 0.2 uOhm m]}
          evaluations: 40
        """;
    Path file = Files.writeString(folder.resolve("fit.yaml"), film + fit);
    Path fitted = folder.resolve("fitted");
    Program p = Program.call("fit", file.toString(), "--out", fitted.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out())
        .contains("The model explains the data", "material.rho_perp  163 nOhm m", "residual rms");
    assertThat(p.err()).contains("of at most 40 runs: rho_perp 16", "report in");
    assertThat(fitted.resolve("index.html")).content().contains("Measured and fitted");
    assertThat(fitted.resolve("residuals.csv")).content().contains("G_n1_n2,after,");
    Program again = Program.call("fit", "--resume", fitted.toString(), "--json");
    assertThat(again.status()).as(again.err()).isZero();
    JsonNode rho =
        JsonMapper.shared().readTree(again.out()).get("parameters").get("material.rho_perp");
    assertThat(0.163e-6).isBetween(rho.get("low").asDouble(), rho.get("high").asDouble());
  }
}
