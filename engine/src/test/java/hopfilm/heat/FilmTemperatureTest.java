package hopfilm.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.heat.Substrate.HalfSpace;
import hopfilm.heat.Substrate.Ideal;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilmTemperatureTest {

  private static final double NS = 1e-9;
  private static final double C = 3.5e6;
  private static final double KAPPA = 30;
  private static final double POWER = 4e17;

  private static FilmTemperature film(Grid grid, double kappa, double h, Substrate below) {
    return new FilmTemperature(
        CellMask.full(grid), new HeatProperties(C, kappa, h, below, 300), null, Parallel.SERIAL);
  }

  private static double[] even(Grid grid, double value) {
    double[] heat = new double[grid.cells()];
    Arrays.fill(heat, value);
    return heat;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void insulatedFilmKeepsItsHeat(int layers) {
    Grid grid = new Grid(9, 7, layers, 4e-9, 4e-9, 5e-9);
    FilmTemperature film = film(grid, KAPPA, 0, new Ideal());
    for (double dt : new double[] {1e-12, 7e-12, 1e-10, 2e-9}) {
      film.step(dt, even(grid, POWER * dt));
    }
    // T0 + q t/c
    double expected = 300 + POWER * (1e-12 + 7e-12 + 1e-10 + 2e-9) / C;
    for (int c = 0; c < grid.cells(); c++) {
      assertThat(film.at(c)).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  /** T - T0 = (q dz/h) (1 - exp(-t/tau)), tau = c dz/h, at any step. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 40})
  void filmOnAnIdealSubstrateRelaxes(int steps) {
    Grid grid = Grid.film(6, 5, 4e-9, 20e-9);
    double h = 1e8;
    double tau = C * 20e-9 / h;
    FilmTemperature film = film(grid, KAPPA, h, new Ideal());
    for (int step = 0; step < steps; step++) {
      film.step(2 * tau / steps, even(grid, POWER * 2 * tau / steps));
    }
    double expected = POWER * 20e-9 / h * (1 - Math.exp(-2));
    assertThat(film.rise()[11]).isCloseTo(expected, within(1e-9 * expected));
  }

  /** A film of no weight on a half-space: 2 F sqrt(t/(pi kappa c)) (Carslaw, Jaeger, 2.9). */
  @ParameterizedTest
  @CsvSource({"3.4e6, 40", "1.6e6, 1.4"})
  void surfaceOfAHalfSpaceWarmsAsTheRootOfTime(double c, double kappa) {
    // so wide that heat from the edges does not reach the middle
    Grid grid = Grid.film(24, 24, 2e-6, 1e-12);
    HalfSpace below = new HalfSpace(c, kappa);
    FilmTemperature film = film(grid, 0, 1e12, below);
    double flux = 4e9;
    double t = 0;
    double dt = 2e-13;
    while (t < 100 * NS) {
      film.step(dt, even(grid, flux * dt / 1e-12));
      t += dt;
      double expected = 2 * flux * Math.sqrt(t / (Math.PI * kappa * c)) + flux / 1e12;
      if (t > 50e-12) {
        assertThat(film.rise()[grid.index(12, 12, 0)])
            .as("%g s", t)
            .isCloseTo(expected, within(0.01 * expected));
      }
      dt *= 1.01;
    }
  }

  @Test
  void sumOfDecaysIsTheResponse() {
    HalfSpace below = new HalfSpace(1.65e6, 148);
    double[] edges = {32e-9, 16e-9};
    SurfaceResponse sum = new SurfaceResponse(below, new int[] {16, 16}, edges);
    for (double t = 2e-13; t < 5e-6; t *= 1.7) {
      double scale = 1 / Math.sqrt(Math.PI * below.conductivity() * below.capacity() * t);
      for (int[] at : new int[][] {{0, 0}, {1, 0}, {0, 3}, {4, 7}, {15, 15}}) {
        double g = 0;
        for (int l = 0; l < sum.rates().length; l++) {
          g += sum.weights(l)[at[0] + 16 * at[1]] * Math.exp(-sum.rates()[l] * t);
        }
        double exact = SurfaceResponse.exact(below, at[0], at[1], edges, t);
        assertThat(g).isCloseTo(exact, within(5e-4 * scale));
      }
    }
  }

  /**
   * A square of steady flux F on a half-space: its middle ends at 4 F a ln(1 + sqrt 2)/(2 pi
   * kappa).
   */
  @Test
  void smallSquareEndsAtItsPlateau() {
    Grid grid = Grid.film(20, 20, 5e-9, 1e-12);
    HalfSpace below = new HalfSpace(1.65e6, 148);
    FilmTemperature film = film(grid, 0, 1e13, below);
    double flux = 1e10;
    double dt = 1e-13;
    for (double t = 0; t < 2e-6; t += dt) {
      dt *= 1.05;
      film.step(dt, even(grid, flux * dt / 1e-12));
    }
    double a = 100e-9;
    // Carslaw, Jaeger, 10.5: (2 F/(pi kappa)) 2 (a/2) arsinh(1) at the centre of a square of edge a
    double plateau = 2 * flux * a / (Math.PI * 148) * Math.log(1 + Math.sqrt(2));
    double middle = film.rise()[grid.index(10, 10, 0)];
    // cells around the middle, 2e-6 s, and what the sum of decays leaves
    assertThat(middle).isCloseTo(plateau, within(0.02 * plateau));
  }

  /** A sheet held at ambient temperature at one end: cosh(x/l), l = sqrt(kappa dz/h). */
  @Test
  void finFallsOffOverItsLength() {
    double[] off = new double[2];
    double h = 1e9;
    for (int k = 0; k < 2; k++) {
      int n = 40 << k;
      double dx = 200e-9 / n;
      Grid grid = new Grid(n, 2, 1, dx, dx, 20e-9);
      boolean[] held = new boolean[grid.cells()];
      held[0] = true;
      held[n] = true;
      FilmTemperature film =
          new FilmTemperature(
              CellMask.full(grid),
              new HeatProperties(C, KAPPA, h, new Ideal(), 300),
              held,
              Parallel.SERIAL);
      for (int step = 0; step < 400; step++) {
        film.step(5e-12, even(grid, POWER * 5e-12));
      }
      double length = Math.sqrt(KAPPA * 20e-9 / h);
      double full = POWER * 20e-9 / h;
      // from the centre of the held cell to the insulated end
      double end = (n - 0.5) * dx;
      for (int i : new int[] {n / 10, n / 4, n / 2}) {
        double expected = full * (1 - Math.cosh((end - i * dx) / length) / Math.cosh(end / length));
        off[k] = Math.max(off[k], Math.abs(film.rise()[i] - expected) / full);
      }
    }
    assertThat(off[1]).isLessThan(1e-3);
    assertThat(off[0] / off[1]).isBetween(3.5, 4.5);
  }

  /**
   * The slowest mode of a sheet decays as exp(-D (pi/L)^2 t), as it would along each axis alone.
   */
  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void unevenHeatEvensOut(int axis) {
    int n = 24;
    int[] cells = {axis == 0 ? n : 3, axis == 1 ? n : 3, axis == 2 ? n : 2};
    Grid grid = new Grid(cells[0], cells[1], cells[2], 4e-9, 4e-9, 4e-9);
    FilmTemperature film = film(grid, KAPPA, 0, new Ideal());
    double[] heat = new double[grid.cells()];
    for (int c = 0; c < heat.length; c++) {
      int[] at = {c % cells[0], c / cells[0] % cells[1], c / (cells[0] * cells[1])};
      heat[c] = C * Math.cos(Math.PI * (at[axis] + 0.5) / n);
    }
    film.step(1e-18, heat);
    double[] none = new double[grid.cells()];
    for (int step = 0; step < 200; step++) {
      film.step(0.5e-12, none);
    }
    double k = Math.sin(Math.PI / (2 * n)) / 2e-9;
    double expected = Math.cos(Math.PI / (2 * n)) * Math.exp(-KAPPA / C * k * k * 100e-12);
    assertThat(film.rise()[0]).isCloseTo(expected, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "1, true", "3, false", "3, true"})
  void heatIsKept(int layers, boolean isHeld) {
    Grid grid = new Grid(13, 11, layers, 4e-9, 5e-9, 6e-9);
    CellMask mask = CellMask.full(grid).without(new Disc(20e-9, 25e-9, 11e-9));
    boolean[] held = new boolean[grid.cells()];
    for (int c = 0; c < held.length; c++) {
      held[c] = c % 13 < 2 && c / 13 % 11 < 3;
    }
    SplittableRandom random = new SplittableRandom(4);
    double[][] ends = new double[2][];
    for (int threads = 1; threads <= 2; threads++) {
      try (Parallel parallel = Parallel.of(threads)) {
        FilmTemperature film =
            new FilmTemperature(
                mask,
                new HeatProperties(C, KAPPA, 2e8, new HalfSpace(3.4e6, 40), 300),
                isHeld ? held : null,
                parallel);
        random = new SplittableRandom(4);
        for (int step = 0; step < 60; step++) {
          double dt = 1e-12 * (1 + 20 * random.nextDouble());
          double[] heat = new double[grid.cells()];
          for (int c = 0; c < heat.length; c++) {
            heat[c] = mask.inside(c) ? POWER * dt * random.nextDouble() : 0;
          }
          film.step(dt, heat);
        }
        FilmTemperature.Balance b = film.balance();
        assertThat(b.stored() + b.substrate() + b.contacts())
            .isCloseTo(b.given(), within(1e-12 * b.given()));
        assertThat(b.contacts() > 0).isEqualTo(isHeld);
        assertThat(b.substrate()).isPositive();
        ends[threads - 1] = film.rise().clone();
      }
    }
    assertThat(ends[1]).isEqualTo(ends[0]);
    assertThat(ends[0][5 + 13 * 5]).isZero();
  }

  @Test
  void stepsAreOfSecondOrder() {
    double[] ends = new double[3];
    for (int k = 0; k < 3; k++) {
      Grid grid = Grid.film(20, 16, 8e-9, 20e-9);
      FilmTemperature film = film(grid, KAPPA, 1e8, new Ideal());
      int n = 20 << k;
      for (int step = 0; step < n; step++) {
        double[] heat = new double[grid.cells()];
        for (int c = 0; c < heat.length; c++) {
          double x = (c % 20 + 0.5) / 20;
          int row = c / 20;
          double y = (row + 0.5) / 16;
          heat[c] = POWER * 2e-10 / n * Math.exp(-20 * (x - 0.3) * (x - 0.3) - 9 * (y - 0.4) * y);
        }
        film.step(2e-10 / n, heat);
      }
      ends[k] = film.rise()[grid.index(6, 6, 0)];
    }
    assertThat((ends[0] - ends[1]) / (ends[1] - ends[2])).isBetween(3.5, 4.5);
  }

  @Test
  void resumedFilmGoesOnToTheSameBits() throws IOException {
    Grid grid = Grid.film(40, 36, 4e-9, 20e-9);
    FilmTemperature whole = film(grid, KAPPA, 1e8, new HalfSpace(3.4e6, 40));
    FilmTemperature resumed = film(grid, KAPPA, 1e8, new HalfSpace(3.4e6, 40));
    for (int step = 0; step < 20; step++) {
      whole.step(3e-12, even(grid, POWER * 3e-12));
      if (step == 9) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        whole.save(new StateWriter(bytes));
        resumed.restore(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
      } else if (step > 9) {
        resumed.step(3e-12, even(grid, POWER * 3e-12));
      }
    }
    assertThat(resumed.rise()).isEqualTo(whole.rise());
    assertThat(resumed.balance()).isEqualTo(whole.balance());
  }

  @Test
  void whatIsNoFilmIsRefused() {
    Grid round =
        new Grid(
            4, 4, 1, 1e-9, 1e-9, 1e-9, new Grid.Boundary(Edges.PERIODIC, Edges.OPEN, Edges.OPEN));
    assertThatThrownBy(() -> film(round, KAPPA, 0, new Ideal())).hasMessageContaining("open edges");
    Grid grid = Grid.film(4, 4, 1e-9, 1e-9);
    HeatProperties heat = new HeatProperties(C, KAPPA, 0, new Ideal(), 300);
    assertThatThrownBy(
            () -> new FilmTemperature(CellMask.full(grid), heat, new boolean[3], Parallel.SERIAL))
        .hasMessageContaining("held cells need 16 flags, not 3");
    assertThatThrownBy(() -> new HeatProperties(0, KAPPA, 0, new Ideal(), 300))
        .hasMessageContaining("heat capacity is 0");
    assertThatThrownBy(() -> new HeatProperties(C, -1, 0, new Ideal(), 300))
        .hasMessageContaining("thermal conductivity is -1");
    assertThatThrownBy(() -> new HalfSpace(1e6, Double.NaN)).hasMessageContaining("substrate");
  }
}
