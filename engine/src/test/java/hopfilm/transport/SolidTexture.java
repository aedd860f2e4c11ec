package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.SplittableRandom;

/** Seeded random textures of waves in space; m turns within about ten cells along every axis. */
final class SolidTexture {
  private static final int WAVES = 12;
  private static final double LENGTH = 30; // cells

  private SolidTexture() {}

  static VectorField of(Grid grid, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] waves = new double[2 * WAVES][4];
    for (double[] wave : waves) {
      double k = 2 * Math.PI / LENGTH * (0.7 + 0.6 * random.nextDouble());
      double up = 2 * random.nextDouble() - 1;
      double direction = 2 * Math.PI * random.nextDouble();
      wave[0] = k * Math.sqrt(1 - up * up) * Math.cos(direction);
      wave[1] = k * Math.sqrt(1 - up * up) * Math.sin(direction);
      wave[2] = k * up;
      wave[3] = 2 * Math.PI * random.nextDouble();
    }
    VectorField m = new VectorField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      double azimuth = 2 * sum(waves, 0, grid, c);
      double elevation = sum(waves, WAVES, grid, c);
      m.x()[c] = Math.cos(azimuth) * Math.cos(elevation);
      m.y()[c] = Math.sin(azimuth) * Math.cos(elevation);
      m.z()[c] = Math.sin(elevation);
    }
    return m;
  }

  private static double sum(double[][] waves, int first, Grid grid, int cell) {
    int i = cell % grid.nx();
    int j = cell / grid.nx() % grid.ny();
    int k = cell / (grid.nx() * grid.ny());
    double sum = 0;
    for (int w = first; w < first + WAVES; w++) {
      double[] wave = waves[w];
      sum += Math.cos(wave[0] * i + wave[1] * j + wave[2] * k + wave[3]);
    }
    return sum * Math.sqrt(2.0 / WAVES);
  }
}
