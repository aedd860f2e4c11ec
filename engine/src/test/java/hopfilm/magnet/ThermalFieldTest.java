package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThermalFieldTest {

  private static final Grid GRID = Grid.film(50, 40, 4e-9, 1e-6);

  private static VectorField draw(ThermalField thermal, double[] strength, long step, double dt) {
    VectorField h = new VectorField(GRID);
    thermal.draw(h, strength, step, dt, 0, GRID.ny());
    return h;
  }

  private static double[] even(double strength) {
    double[] s = new double[GRID.cells()];
    Arrays.fill(s, strength);
    return s;
  }

  /** The number worked out with a pocket calculator from the constants. */
  @Test
  void theStrengthIsThatOfBrown() {
    // 2 x 0.3 x 1.380649e-23 x 300 / (2.211e5 x 1.2566371e-6 x 7e5 x 1.6e-23) = 7.9862e-4 A^2 s/m^2
    double s = new ThermalField(300, 1).strength(0.3, 7e5, 1.6e-23);
    assertThat(s).isCloseTo(2.8260e-2, within(1e-6));
    assertThat(new ThermalField(300, 1).strength(0.3, 0, 1.6e-23)).isZero();
    assertThat(new ThermalField(300, 1).strength(0, 7e5, 1.6e-23)).isZero();
    assertThat(new ThermalField(0, 1).strength(0.3, 7e5, 1.6e-23)).isZero();
    assertThatThrownBy(() -> new ThermalField(-1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theNumbersAreGaussianAndIndependent() {
    ThermalField thermal = new ThermalField(300, 7);
    int steps = 100;
    double n = 3.0 * GRID.cells() * steps;
    double[] moments = new double[5];
    double alongX = 0;
    double alongY = 0;
    double inTime = 0;
    double across = 0;
    VectorField before = draw(thermal, even(6), 0, 4);
    for (int step = 1; step <= steps; step++) {
      // 6/sqrt(4) = 3
      VectorField h = draw(thermal, even(6), step, 4);
      for (int i = 0; i < GRID.cells(); i++) {
        for (int c = 0; c < 3; c++) {
          double x = h.component(c)[i] / 3;
          for (int k = 1; k < 5; k++) {
            moments[k] += Math.pow(x, k) / n;
          }
          int row = i / GRID.nx();
          alongX += x * h.component(c)[row * GRID.nx() + (i + 1) % GRID.nx()] / 3 / n;
          alongY += x * h.component(c)[(i + GRID.nx()) % GRID.cells()] / 3 / n;
          inTime += x * before.component(c)[i] / 3 / n;
          across += x * h.component((c + 1) % 3)[i] / 3 / n;
        }
      }
      before = h;
    }
    // five standard errors, 1/sqrt(n) times the spread of each power: 1, sqrt 2, sqrt 15, sqrt 96
    double error = 5 / Math.sqrt(n);
    assertThat(moments[1]).isCloseTo(0, within(error));
    assertThat(moments[2]).isCloseTo(1, within(1.42 * error));
    assertThat(moments[3]).isCloseTo(0, within(3.9 * error));
    assertThat(moments[4]).isCloseTo(3, within(9.8 * error));
    assertThat(alongX).isCloseTo(0, within(error));
    assertThat(alongY).isCloseTo(0, within(error));
    assertThat(inTime).isCloseTo(0, within(error));
    assertThat(across).isCloseTo(0, within(error));
  }

  @Test
  void aRowDependsOnSeedStepAndRowAlone() {
    ThermalField thermal = new ThermalField(300, 7);
    VectorField whole = draw(thermal, even(1), 5, 1);
    VectorField parts = new VectorField(GRID);
    thermal.draw(parts, even(1), 5, 1, 30, 40);
    thermal.draw(parts, even(1), 5, 1, 0, 30);
    assertThat(parts.x()).isEqualTo(whole.x());
    assertThat(parts.z()).isEqualTo(whole.z());
    for (VectorField other :
        new VectorField[] {
          draw(thermal, even(1), 6, 1), draw(new ThermalField(300, 8), even(1), 5, 1)
        }) {
      assertThat(other.y()[17]).isNotEqualTo(whole.y()[17]);
    }
    // the sum of seed and step does not decide
    assertThat(draw(new ThermalField(300, 8), even(1), 4, 1).x()[0]).isNotEqualTo(whole.x()[0]);
    assertThat(whole.x()[0]).isNotEqualTo(whole.x()[GRID.nx()]);
  }
}
