package hopfilm.bench;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import java.util.List;

/** The film of examples/four-node.yaml, but 1 um thick, trained on one pattern. */
final class DefaultFilm {

  private static final String YAML =
      """
      name: default film
      film: {size: [512 nm, 512 nm], cell: 4 nm, thickness: 1 um}
      material: {Ms: 700 kA/m, A: 10 pJ/m, Ku: 172 kJ/m^3, D: 6.5 mA, dmi: bulk, alpha: 0.3, P: 1, xi: 0, rho_perp: 0.15 uOhm m, amr: 150 %}
      electrodes: {layout: corners, radius: 154 nm}
      initial: {texture: maze, seed: 1, relax: {time: 10 ns, alpha: 0.5}}
      protocol:
        - measure: untrained
        - train: {pattern: "+-+-", voltage: 38.4 mV, time: 20 ns}
        - measure: trained
        - retrieve: {from: all, update: graded}
      output: {table: 200 ps, snapshots: 10 ns}
      """;

  /** Of +-+- [V]. */
  static final double[] VOLTAGES = {38.4e-3, -38.4e-3, 38.4e-3, -38.4e-3};

  private DefaultFilm() {}

  static Experiment experiment(String... settings) {
    return study(settings).experiment();
  }

  static Study study(String... settings) {
    return ExperimentFile.study(YAML, "default film", List.of(settings));
  }
}
