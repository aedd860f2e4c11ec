package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Films of several layers in experiment files and runs. */
class LayeredFilmTest {

  private static final String FACES =
      "electrodes=[{name: a, shape: disc, centre: [64 nm, 12 nm], radius: 30 nm, face: -x},"
          + " {name: b, shape: rectangle, centre: [80 nm, 12 nm], size: [60 nm, 24 nm], face: +y},"
          + " {name: c, shape: disc, centre: [120 nm, 40 nm], radius: 20 nm, face: +z},"
          + " {name: d, shape: disc, centre: [160 nm, 128 nm], radius: 20 nm}]";

  @TempDir Path folder;

  @Test
  void theFileIsWrittenAndReadBackWhole() {
    Experiment e = SmallFilm.experiment("film.layers=3", "film.thickness=24 nm", FACES);
    Grid g = e.film().grid();
    assertThat(g.nz()).isEqualTo(3);
    assertThat(g.dz()).isCloseTo(8e-9, within(1e-20));
    assertThat(e.electrodes().on(g))
        .extracting(x -> x.face())
        .containsExactly(Face.LOW_X, Face.HIGH_Y, Face.HIGH_Z, null);
    assertThat(ExperimentFile.parse(ExperimentFile.write(e), "again", List.of())).isEqualTo(e);
  }

  /** m in the plane, the same in all layers: the conductances of one layer. */
  @Test
  void equalLayersMeasureAsOne() throws IOException {
    double[][][] g = new double[2][][];
    for (int n = 0; n < 2; n++) {
      Path run = folder.resolve("layers" + n);
      SmallFilm.run(
          run,
          "film.layers=" + (n == 0 ? 1 : 4),
          "initial={texture: uniform, direction: [1, 0.4, 0], relax: 0 ns}");
      g[n] = SmallFilm.matrix(SmallFilm.summary(run).get("conductance").get("untrained"));
    }
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(g[1][i][j]).isCloseTo(g[0][i][j], within(1e-9 * g[0][i][i]));
      }
    }
  }

  @Test
  void aRunWithContactsOnFacesLeavesAllItsFiles() throws IOException {
    SmallFilm.run(folder, "film.layers=3", "film.thickness=24 nm", "output.report=on", FACES);
    JsonNode summary = SmallFilm.summary(folder);
    double[][] g = SmallFilm.matrix(summary.get("conductance").get("trained"));
    for (double[] row : g) {
      double sum = 0;
      double size = 0;
      for (double x : row) {
        sum += x;
        size = Math.max(size, Math.abs(x));
      }
      assertThat(sum).isCloseTo(0, within(1e-9 * size));
    }
    VectorField m = Ovf.read(folder.resolve("m000001.ovf")).field();
    assertThat(m.grid().nz()).isEqualTo(3);
    assertThat(m.z()[0]).isNotEqualTo(m.z()[m.grid().index(0, 0, 1)]); // a maze in space
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("Magnetisation of the film in space");
    assertThat(folder.resolve("figures/space-after.png")).isNotEmptyFile();
  }
}
