package hopfilm.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Textures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyTest {

  private static VectorField spiral(int n) {
    return Textures.helix(Grid.film(n, n, 240e-9 / n, 1e-9), 0.5, 60e-9, DmiKind.BULK, 1);
  }

  private static double difference(VectorField f, VectorField g) {
    double max = 0;
    Grid grid = f.grid();
    for (int c = 0; c < 3; c++) {
      for (int j = 4; j < grid.ny() - 4; j++) {
        for (int i = 4; i < grid.nx() - 4; i++) {
          int cell = grid.index(i, j, 0);
          max = Math.max(max, Math.abs(f.component(c)[cell] - g.component(c)[cell]));
        }
      }
    }
    return max;
  }

  @Test
  void aTextureGoesOntoAnotherMesh() {
    VectorField m = spiral(48);
    // rounding of the places between the cells, a few 1e-16 of 48
    assertThat(difference(Accuracy.onto(m.grid(), m), m)).isLessThan(1e-14);
    double coarse = difference(Accuracy.onto(spiral(96).grid(), m), spiral(96));
    double fine = difference(Accuracy.onto(spiral(192).grid(), spiral(96)), spiral(192));
    // off by the second derivative, which a spiral has along m, where the length of 1 mends it, and
    // by the third
    assertThat(coarse).isLessThan(0.05);
    assertThat(coarse / fine).isBetween(7.0, 9.0);
  }

  /** theta^2/12 and theta^4/90 with theta = D dx/(2A) = 0.5718, and a little of the next order. */
  @ParameterizedTest
  @CsvSource({"COVARIANT, 2.725, 0.05", "COVARIANT4, 0.1188, 0.005"})
  void errorOfTheHelixIsThatOfTheExpandedBond(Discretisation d, double percent, double next) {
    Accuracy helix = new AccurateHelix();
    double[] errors = helix.errors(helix.solve(d, 4e-9, new Accuracy.Clock()));
    assertThat(errors[0]).isCloseTo(percent, within(next));
    // the pitch is exact; what the torque leaves
    assertThat(errors[1]).isLessThan(1e-4);
  }

  /**
   * A texture that no current and no interaction helps: the dipolar field alone makes the vortex.
   */
  @Test
  void secondNeighboursSharpenTheCoreOfAVortex() {
    Accuracy vortex = new AccurateVortex();
    double second = vortex.solve(Discretisation.COVARIANT, 4e-9, new Accuracy.Clock())[0];
    double fourth = vortex.solve(Discretisation.COVARIANT4, 4e-9, new Accuracy.Clock())[0];
    double fine = vortex.solve(Discretisation.COVARIANT, 2e-9, new Accuracy.Clock())[0];
    double finer = vortex.solve(Discretisation.COVARIANT, 1.6e-9, new Accuracy.Clock())[0];
    // of order two, cells in the ratio of 5 to 4
    double limit = finer + (finer - fine) / (1.5625 - 1);
    assertThat(Math.abs(fourth - limit)).isLessThan(0.3 * Math.abs(second - limit));
  }
}
