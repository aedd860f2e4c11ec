package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.input.ExperimentException;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshStudyTest {

  @TempDir Path folder;

  private static MeshStudy of(double ratio, double... values) {
    List<MeshStudy.Row> rows = new ArrayList<>();
    double cell = 8e-9;
    for (double v : values) {
      rows.add(new MeshStudy.Row(cell, 1, v, v, Double.NaN, null));
      cell /= ratio;
    }
    return new MeshStudy(rows);
  }

  @Test
  void orderAndLimitAreThoseOfAKnownLaw() {
    // 5 + 3 h^2 for h = 4, 2, 1 and 5 - h^1.5 for h = 9, 3, 1
    MeshStudy second = of(2, 5 + 3 * 16, 5 + 3 * 4, 5 + 3);
    assertThat(second.order()).isCloseTo(2, within(1e-12));
    assertThat(second.limit()).isCloseTo(5, within(1e-12));
    MeshStudy other = of(3, 5 - 27, 5 - Math.pow(3, 1.5), 4);
    assertThat(other.order()).isCloseTo(1.5, within(1e-12));
    assertThat(other.limit()).isCloseTo(5, within(1e-12));
  }

  @Test
  void numbersThatTurnBackHaveNoOrder() {
    assertThat(of(2, 5, 6, 5.5).order()).isNaN();
    assertThat(of(2, 5, 6, 5.5).limit()).isNaN();
    assertThat(of(2, 5, 6).order()).isNaN();
  }

  /**
   * A small film with round contacts, fitted: bilinear elements, a conductivity that is constant in
   * each cell, and rims as chords are each right to the square of the cell size.
   */
  @Test
  void conductancesConvergeToTheSquareOfTheCellSize() throws IOException {
    Experiment film =
        SmallFilm.experiment(
            "film.size=[96 nm, 80 nm]",
            "electrodes.radius=25 nm",
            "initial={texture: helix, period: 48 nm}",
            "protocol=[measure: a]",
            "numerics.contacts=fitted");
    List<Experiment> meshes = MeshStudy.meshes(film, List.of("4 nm", "2 nm", "1 nm"));
    MeshStudy study = MeshStudy.run(film, meshes, folder, 1, note -> {});
    assertThat(study.rows()).extracting(MeshStudy.Row::cells).containsExactly(480L, 1920L, 7680L);
    assertThat(study.order()).isBetween(1.7, 2.3);
    double[][] start =
        SmallFilm.matrix(
            SmallFilm.summary(folder.resolve("start-settled")).get("conductance").get("start"));
    double mean = 0;
    for (int i = 0; i < 4; i++) {
      mean += start[i][i] / 4;
    }
    // on its own cells the texture comes back as it was, to rounding and the accuracy of G
    assertThat(study.rows().get(2).start()).isCloseTo(mean, within(1e-9 * mean));
    assertThat(Files.readAllLines(folder.resolve("mesh.csv"))).hasSize(4);
    assertThat(folder.resolve("cell=2nm/summary.json")).exists();
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeAnythingIsRun() {
    List<String> cells = List.of("8 nm", "4 nm");
    assertThatThrownBy(() -> MeshStudy.meshes(SmallFilm.experiment("protocol=[rest: 1 ps]"), cells))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("measure: NAME");
    Experiment film = SmallFilm.experiment("film.size=[96 nm, 80 nm]", "protocol=[measure: a]");
    assertThatThrownBy(() -> MeshStudy.meshes(film, List.of("4 nm", "3 nm")))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("not a whole number of cells");
  }
}
