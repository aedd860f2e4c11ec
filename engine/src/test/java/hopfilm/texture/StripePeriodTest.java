package hopfilm.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripePeriodTest {

  private static final double CELL = 5e-9;

  private static double[] picture(int nx, int ny, DoubleBinaryOperator at) {
    double[] values = new double[nx * ny];
    for (int c = 0; c < values.length; c++) {
      values[c] = at.applyAsDouble((c % nx + 0.5) * CELL, (Math.floorDiv(c, nx) + 0.5) * CELL);
    }
    return values;
  }

  private static DoubleBinaryOperator stripes(
      double period, double degrees, DoubleUnaryOperator of) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return (x, y) -> of.applyAsDouble(2 * Math.PI * (x * cos + y * sin) / period);
  }

  /** Exact where a side has whole periods, else within 0.5 %: five periods or so have an end. */
  @ParameterizedTest
  @CsvSource({"44, 30", "48, 0", "41.3, 77", "60, 45", "31, -20", "47, 90"})
  void periodOfASine(double nanometres, double degrees) {
    double period = nanometres * 1e-9;
    double[] values = picture(64, 48, stripes(period, degrees, Math::sin));
    double found = StripePeriod.of(values, 64, 48, CELL, CELL).orElseThrow();
    assertThat(found).isCloseTo(period, within(0.005 * period));
  }

  /** Of three periods the ends count. */
  @Test
  void periodOfASmallFilm() {
    for (int degrees = 0; degrees < 180; degrees += 20) {
      double[] values = picture(24, 24, stripes(41e-9, degrees, Math::sin));
      double found = StripePeriod.of(values, 24, 24, CELL, CELL).orElseThrow();
      assertThat(found).isCloseTo(41e-9, within(0.04 * 41e-9));
    }
  }

  /** Domains with sharp walls, of unequal widths, on a background with a slope, with noise. */
  @Test
  void neitherHarmonicsNorBackgroundCount() {
    double period = 52e-9;
    Random random = new Random(3);
    DoubleBinaryOperator domains = stripes(period, 25, p -> Math.sin(p) > 0.3 ? 1 : -1);
    double[] values =
        picture(
            128,
            96,
            (x, y) -> 7 + domains.applyAsDouble(x, y) + 3e6 * x + 0.5 * random.nextGaussian());
    double found = StripePeriod.of(values, 128, 96, CELL, CELL).orElseThrow();
    assertThat(found).isCloseTo(period, within(0.005 * period));
  }

  /** A maze of random phases whose waves all have one length, in all directions. */
  @Test
  void periodOfAMaze() {
    double period = 40e-9;
    Random random = new Random(4);
    double[] values = new double[128 * 128];
    for (int wave = 0; wave < 60; wave++) {
      double phase = 2 * Math.PI * random.nextDouble();
      double[] one = picture(128, 128, stripes(period, 6 * wave, p -> Math.cos(p + phase)));
      for (int c = 0; c < values.length; c++) {
        values[c] += one[c];
      }
    }
    double found = StripePeriod.of(values, 128, 128, CELL, CELL).orElseThrow();
    assertThat(found).isCloseTo(period, within(0.005 * period));
  }

  /** Twice the size of each number is twice the period; both axes count by their own size. */
  @Test
  void lengthsScale() {
    double[] values = picture(48, 48, stripes(45e-9, 0, Math::sin));
    double one = StripePeriod.of(values, 48, 48, CELL, CELL).orElseThrow();
    assertThat(StripePeriod.of(values, 48, 48, 2 * CELL, 2 * CELL).orElseThrow())
        .isCloseTo(2 * one, within(1e-9 * one));
    assertThat(StripePeriod.of(values, 48, 48, 2 * CELL, CELL).orElseThrow())
        .isCloseTo(2 * one, within(0.01 * 2 * one));
  }

  @Test
  void noStripesNoPeriod() {
    Random random = new Random(5);
    assertThat(StripePeriod.of(new double[64 * 64], 64, 64, CELL, CELL)).isEmpty();
    assertThat(of((x, y) -> 0.7)).isEmpty();
    assertThat(of((x, y) -> 1e6 * x - 2e6 * y)).isEmpty();
    assertThat(of((x, y) -> random.nextGaussian())).isEmpty();
    assertThat(of((x, y) -> x < 150e-9 ? 1 : -1)).as("a wall").isEmpty();
    assertThat(of(stripes(300e-9, 0, Math::sin))).as("one period").isEmpty();
    assertThat(StripePeriod.of(new double[] {1}, 1, 1, CELL, CELL)).isEmpty();
  }

  private static OptionalDouble of(DoubleBinaryOperator at) {
    return StripePeriod.of(picture(64, 64, at), 64, 64, CELL, CELL);
  }

  /** The z component of all layers. */
  @Test
  void periodOfAFilm() {
    Grid grid = new Grid(60, 40, 2, CELL, CELL, CELL);
    VectorField m = new VectorField(grid);
    double[] mz = picture(60, 40, stripes(50e-9, 0, Math::cos));
    for (int c = 0; c < grid.cells(); c++) {
      m.z()[c] = mz[c % 2400];
    }
    assertThat(StripePeriod.of(m).orElseThrow()).isCloseTo(50e-9, within(0.004 * 50e-9));
  }
}
