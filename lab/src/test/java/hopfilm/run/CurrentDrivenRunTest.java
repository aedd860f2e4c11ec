package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.check.Vetting;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.input.ExperimentException;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Films whose electrodes are driven by currents, and networks of resistances. */
class CurrentDrivenRunTest {

  private static final String FILM =
      """
      film: {size: [160 nm, 128 nm], cell: 4 nm}
      material: {dmi: interfacial}
      electrodes: {layout: corners, radius: 32 nm, drive: current}
      initial: {texture: maze, seed: 1, relax: 20 ps}
      network: {weights: resistance}
      output: {table: 10 ps, snapshots: 1 us, formats: [], report: off}
      protocol:
        - measure: untrained
        - train: {pattern: "++-+", current: 100 mA, time: 40 ps}
        - measure: trained
        - retrieve: {from: all, update: asynchronous}
      """;

  @TempDir Path folder;

  private RunResult run(String yaml, String... settings) throws IOException {
    return ExperimentRunner.run(
        ExperimentFile.parse(yaml, "film", List.of(settings)), folder, 1, RunListener.NONE);
  }

  private static double heat(double[][] r, double[] i) {
    double p = 0;
    for (int a = 0; a < i.length; a++) {
      for (int b = 0; b < i.length; b++) {
        p += i[a] * r[a][b] * i[b];
      }
    }
    return p;
  }

  @Test
  void energiesAreWhatTrainingAddedToTheHeat() throws IOException {
    RunResult r = run(FILM);
    JsonNode summary = SmallFilm.summary(folder);
    assertThat(summary.get("weights").asString()).isEqualTo("resistance");
    double[][] before = SmallFilm.matrix(summary.get("resistance").get("untrained"));
    double[][] after = SmallFilm.matrix(summary.get("resistance").get("trained"));
    EnergyLandscape land = r.judged().landscape();
    // I0 = 100 mA less the mean of the signs
    double[] trained = {0.05, 0.05, -0.15, 0.05};
    double added = heat(after, trained) - heat(before, trained);
    // differences of heats, each to 1e-11 of itself
    double rounding = 1e-10 * heat(after, trained);
    assertThat(land.energy(Pattern.parse("++-+"))).isCloseTo(-added, within(rounding));
    double[] other = {0.1, -0.1, 0.1, -0.1};
    assertThat(land.energy(Pattern.parse("+-+-")))
        .isCloseTo(heat(before, other) - heat(after, other), within(rounding));

    Table table = TableReader.read(folder.resolve("table.txt"));
    double[] p = table.column("P");
    assertThat(p[p.length - 1]).isCloseTo(heat(after, trained), within(rounding));
    double[] ePrime = table.column("E_prime");
    assertThat(ePrime[ePrime.length - 1]).isCloseTo(-added, within(rounding));
    JsonNode point = summary.get("operating_points").get("trained");
    assertThat(point.get("currents").get(2).asDouble()).isCloseTo(-0.15, within(1e-10));
    assertThat(point.get("power").asDouble()).isCloseTo(heat(after, trained), within(rounding));
    double joule = summary.get("energy_joule").asDouble();
    assertThat(joule).isBetween(0.9 * 40e-12 * p[4], 1.1 * 40e-12 * p[4]);
  }

  /** The mean R of weights from conductances and from resistances is that of the same film. */
  @Test
  void eitherInputFromEitherDrive() throws IOException {
    RunResult byCurrents = run(FILM, "network.weights=conductance");
    double v0 = byCurrents.judged().landscape().energy(Pattern.parse("++-+"));
    double[][] g = byCurrents.judged().g().siemens();
    JsonNode point = SmallFilm.summary(folder).get("operating_points").get("trained");
    double largest = 0;
    for (JsonNode v : point.get("voltages")) {
      largest = Math.max(largest, Math.abs(v.asDouble()));
    }
    double[][] before = byCurrents.measures().get(0).g().siemens();
    double[] volts = Pattern.parse("++-+").voltages(largest);
    // differences of heats, each to 1e-11 of itself
    assertThat(v0).isCloseTo(heat(before, volts) - heat(g, volts), within(1e-10 * heat(g, volts)));
  }

  @Test
  void readsBackWhatItWrites() {
    String mixed =
        """
        electrodes:
          - {name: a, shape: disc, centre: [0 nm, 0 nm], radius: 40 nm, drive: current}
          - {name: b, shape: disc, centre: [512 nm, 0 nm], radius: 40 nm, resistance: 2 Ohm}
          - {name: c, shape: disc, centre: [512 nm, 512 nm], radius: 40 nm, drive: float}
        protocol: [train: {voltages: [5 mV], currents: [3 mA], time: 1 ns}]
        """;
    for (String yaml : List.of(FILM, FILM + "\n", mixed)) {
      Experiment e = ExperimentFile.parse(yaml, "film", List.of());
      Experiment again = ExperimentFile.parse(ExperimentFile.write(e), "film", List.of());
      assertThat(again).isEqualTo(e);
    }
    Experiment e = ExperimentFile.parse(mixed, "film", List.of());
    assertThat(((Step.Train) e.protocol().get(0)).drives().get(0).values().numbers())
        .containsExactly(0.003, 0.005, 0);
  }

  @Test
  void currentsMustCancelInEachPartOfAFilm() {
    Experiment cut =
        ExperimentFile.parse(
            FILM.replace(
                    "4 nm}",
                    "4 nm, mask: [{shape: rectangle, centre: [80 nm, 64 nm], size: [12 nm, 200 nm]}]}")
                .replace("pattern: \"++-+\", current: 100 mA", "currents: [1 mA, -1 mA, 0 A, 0 A]"),
            "film",
            List.of());
    assertThatThrownBy(() -> Vetting.vet(cut))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("add up to 0.001 A at 'n1', 'n4'");
  }
}
