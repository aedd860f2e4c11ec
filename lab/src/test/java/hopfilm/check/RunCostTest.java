package hopfilm.check;

import static hopfilm.check.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.file.ExperimentFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunCostTest {

  /**
   * The sum over pairs of layers grows with their square: by docs/evidence/performance.md it is a
   * quarter of the field of 8 layers, so 1.56 of the rest at 50 where transforms and it alone
   * count.
   */
  @Test
  void manyLayersWithAStrayFieldCostMoreForEachCell() {
    double[] cell = new double[2];
    int[] layers = {8, 50};
    for (int k = 0; k < 2; k++) {
      RunCost cost =
          RunCost.of(
              ExperimentFile.parse(
                  "",
                  "x",
                  List.of(
                      "film={size: [256 nm, 256 nm], cell: 4 nm, demag: on, layers: %d, thickness: %d nm}"
                          .formatted(layers[k], 4 * layers[k]),
                      "electrodes.radius=60 nm",
                      "output.table=10 ns",
                      "protocol=[{rest: 10 ns}]")));
      cell[k] = cost.coreSeconds() / cost.steps() / (64 * 64 * layers[k]);
    }
    // without it the two were equal; with 20 ns of the step itself beside 39 of transforms
    assertThat(cell[1] / cell[0]).isBetween(1.7, 2.4);
  }

  @Test
  void measuresOfManyElectrodesTakeTheirTime() {
    String train = "{train: {pattern: \"%s\", time: 1 ns}}".formatted("+-".repeat(17) + "+");
    double[] seconds = new double[2];
    for (int k = 0; k < 2; k++) {
      String measures = "{repeat: {times: %d, steps: [{measure: a}]}}".formatted(1 + 11 * k);
      List<String> settings =
          List.of(
              "electrodes={grid: 7x5, radius: 20 nm, margin: 40 nm}",
              "protocol=[%s, %s]".formatted(train, measures));
      seconds[k] = RunCost.of(ExperimentFile.parse("", "x", settings)).coreSeconds();
    }
    // 39 solutions a measure, 160 ns a cell or more each, 16 384 cells
    assertThat(seconds[1] - seconds[0]).isGreaterThan(11 * 39 * 160e-9 * 16384);
  }

  private static double stages(String... settings) {
    RunCost cost = RunCost.of(ExperimentFile.parse("", "x", List.of(settings)));
    return cost.coreSeconds() / cost.steps();
  }

  @Test
  void stepsOfLayersAndGrainsCostMore() {
    double plain = stages("protocol=[{rest: {time: 10 ns}}]");
    double grains =
        stages("protocol=[{rest: {time: 10 ns}}]", "grains={size: 20 nm, spread: {D: 5 %}}");
    double general =
        stages(
            "protocol=[{rest: {time: 10 ns}}]",
            "grains={size: 20 nm, spread: {D: 5 %}}",
            "numerics.kernels=plain");
    assertThat(grains).isGreaterThan(1.2 * plain);
    assertThat(general).isGreaterThan(1.2 * grains);
  }

  /** With little damping each of four stages has its own field (docs/explanation/numerics.md). */
  @Test
  void littleDampingCostsAFieldAtEachStage() {
    String rest = "protocol=[{rest: {time: 10 ns}}]";
    double without = stages(rest, "initial.relax=0 ns");
    double once = stages(rest, "initial.relax=0 ns", "film.demag=on", "material.alpha=0.3");
    double each = stages(rest, "initial.relax=0 ns", "film.demag=on", "material.alpha=0.005");
    assertThat((each - without) / (once - without)).isBetween(3.9, 4.1);
    double relaxed = stages(rest, "initial.relax=10 ns", "film.demag=on", "material.alpha=0.005");
    // half of the time relaxes with much damping
    assertThat((relaxed - without) / (once - without)).isBetween(2.4, 2.6);
    double step =
        stages(
            "protocol=[{rest: {time: 10 ns}}, {relax: {time: 30 ns, alpha: 0.5}}]",
            "initial.relax=0 ns",
            "film.demag=on",
            "material.alpha=0.005");
    assertThat((step - without) / (once - without)).isBetween(1.7, 1.8);
  }

  @Test
  void aFilmOfMoreCellsCostsMore() {
    assertThat(steps(check("film.cell=2 nm"))).isGreaterThan(3 * steps(check()));
  }

  @Test
  void trainingThatMayEndSoonerIsSaidBesideTheTime() {
    String plain = check("protocol=[train: {pattern: +-+-, time: 60 ns}]").facts().get("wall time");
    assertThat(plain).doesNotContain("if training");
    String verified = "protocol=[train: {pattern: +-+-, time: 60 ns, until: verified}]";
    assertThat(check(verified).facts().get("wall time"))
        .isEqualTo(plain + ", if each step takes all of its time");
  }

  private static double steps(ExperimentCheck c) {
    return Double.parseDouble(c.facts().get("steps").replaceAll(" for.*|[^0-9]", ""));
  }
}
