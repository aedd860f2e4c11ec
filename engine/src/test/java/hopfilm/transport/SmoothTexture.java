package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.SplittableRandom;

/** Seeded random textures of waves in random directions; m turns within about ten cells. */
final class SmoothTexture {
  private static final int WAVES = 12;
  private static final double LENGTH = 30; // cells

  private final double[][] waves = new double[2 * WAVES][4];

  SmoothTexture(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (double[] wave : waves) {
      double direction = 2 * Math.PI * random.nextDouble();
      double k = 2 * Math.PI / LENGTH * (0.7 + 0.6 * random.nextDouble());
      wave[0] = k * Math.cos(direction);
      wave[1] = k * Math.sin(direction);
      wave[2] = 2 * Math.PI * random.nextDouble();
      wave[3] = 4 * (random.nextDouble() - 0.5);
    }
  }

  static VectorField of(Grid grid, long seed) {
    return new SmoothTexture(seed).at(grid, 0);
  }

  /** The texture at a time; m turns by about 1.7 a unit of it. */
  VectorField at(Grid grid, double time) {
    VectorField m = new VectorField(grid);
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        double azimuth = 2 * sum(0, i, j, time);
        double elevation = sum(WAVES, i, j, time);
        int c = grid.index(i, j, 0);
        m.x()[c] = Math.cos(azimuth) * Math.cos(elevation);
        m.y()[c] = Math.sin(azimuth) * Math.cos(elevation);
        m.z()[c] = Math.sin(elevation);
      }
    }
    return m;
  }

  private double sum(int first, int i, int j, double time) {
    double sum = 0;
    for (int w = first; w < first + WAVES; w++) {
      double[] wave = waves[w];
      sum += Math.cos(wave[0] * i + wave[1] * j + wave[2] + wave[3] * time);
    }
    return sum * Math.sqrt(2.0 / WAVES);
  }
}
