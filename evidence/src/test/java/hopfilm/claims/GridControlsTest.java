package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.grid.Grid;
import hopfilm.magnet.Textures;
import hopfilm.reproduce.Effort;
import hopfilm.run.Evaluation;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridControlsTest {

  private static final Experiment TURNED =
      GridControls.TURNED.runs(Effort.QUICK).get(0).experiment();

  /** Conductance of the turned film with uniform m, of that with m along z. */
  private static double share(double degrees) {
    Grid grid = TURNED.film().grid();
    double x = Math.cos(Math.toRadians(degrees));
    double y = Math.sin(Math.toRadians(degrees));
    double in = Evaluation.of(TURNED, Textures.uniform(grid, x, y, 0), null).conductance()[0][0];
    return in / Trainings.saturated(TURNED)[0][0];
  }

  @Test
  void theTurnedFilmIsASquareThatTheCurrentCrossesAlongADiagonalOfTheGrid() {
    // rho_par = 7 rho_perp for an AMR of 150 %; edges in steps of one cell in a hundred
    assertThat(share(45)).isCloseTo(1.0 / 7, within(2e-3));
    assertThat(share(135)).isCloseTo(1, within(2e-3));
    double g = Trainings.saturated(TURNED)[0][0];
    // a square has thickness / rho_perp, whatever its size; the same steps
    assertThat(g).isCloseTo(1e-6 / 6e-8, within(0.01 * 1e-6 / 6e-8));
  }

  @Test
  void theFilmIsShotWhereTheCurrentSetsInAndAtTheEnd() {
    for (Effort effort : List.of(Effort.QUICK, Effort.FULL)) {
      Experiment turned = GridControls.TURNED.runs(effort).get(0).experiment();
      for (double time : new double[] {turned.initial().relaxTime(), turned.duration()}) {
        double shots = time / turned.output().snapshots();
        assertThat(shots).isCloseTo(Math.rint(shots), within(1e-9));
      }
    }
  }
}
