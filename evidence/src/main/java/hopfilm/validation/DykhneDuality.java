package hopfilm.validation;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import java.util.SplittableRandom;

/** Two-dimensional conductors with m in the plane, for which duality fixes conductances. */
final class DykhneDuality extends Problem {

  private static final String DYKHNE =
      "A. M. Dykhne, Sov. Phys. JETP 32, 63 (1971); J. B. Keller, J. Math. Phys. 5, 548 (1964),"
          + " doi:10.1063/1.1704146: ";
  private static final double EXACT = Math.sqrt(Currents.S_PAR);

  DykhneDuality() {
    super(
        "dykhne",
        "Duality: checkerboard, random and smooth textures in the plane",
        "For m in the plane, the product of the two conductances between opposite edges of"
            + " a rectangle is t²/(ρ∥ ρ⊥) for any texture.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    smooth(f, effort);
    checkerboard(f, effort.choose(32, 96));
    mosaic(f, effort);
  }

  private static double product(VectorField m) {
    return Math.sqrt(Currents.alongX(m) * Currents.alongY(m));
  }

  private static void smooth(Findings f, Effort effort) {
    int[] rows = effort.choose(new int[] {16, 32, 64}, new int[] {16, 32, 64, 128, 256});
    int last = rows.length - 1;
    double[] h = new double[rows.length];
    double[][] errors = new double[3][rows.length];
    for (int seed = 1; seed <= 3; seed++) {
      Currents.Angle angle = waves(seed);
      for (int k = 0; k < rows.length; k++) {
        h[k] = rows[k];
        Grid grid = Currents.film(rows[k] * 3 / 2, rows[k]);
        errors[seed - 1][k] = product(Currents.inPlane(grid, angle)) / EXACT - 1;
      }
      double[] e = errors[seed - 1];
      f.check(
              "sqrt(g_x g_y), smooth texture of seed %d, %d rows".formatted(seed, rows[last]),
              EXACT * (1 + e[last]))
          .is(EXACT, DYKHNE + "sqrt(s_par s_perp)")
          .withinShare(
              1.5 * e[0] * Math.pow((double) rows[0] / rows[last], 1.3),
              "error of %d rows, falling at least as h^1.3 (singular corners)".formatted(rows[0]));
    }
    f.chart(
            "Smooth textures in the plane",
            "error of sqrt(gx gy) against sqrt(s\u2225 s\u22a5)",
            "cells along y",
            "relative error")
        .logarithmic()
        .points("seed 1", h, errors[0])
        .points("seed 2", h, errors[1])
        .points("seed 3", h, errors[2]);
  }

  /** An angle that turns by several waves of random amplitude. */
  private static Currents.Angle waves(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] wave = new double[6][4];
    for (double[] w : wave) {
      w[0] = 6 * (random.nextDouble() - 0.5);
      w[1] = 6 * (random.nextDouble() - 0.5);
      w[2] = 2 * Math.PI * random.nextDouble();
      w[3] = 1.2 * random.nextDouble();
    }
    double offset = Math.PI * random.nextDouble();
    return (x, y) -> {
      double phi = offset;
      for (double[] w : wave) {
        phi += w[3] * Math.sin(w[0] * x + w[1] * y + w[2]);
      }
      return phi;
    };
  }

  private static void checkerboard(Findings f, int finest) {
    double[] h = new double[3];
    double[] e = new double[3];
    for (int k = 0; k < 3; k++) {
      int square = finest >> (2 - k);
      h[k] = square;
      e[k] = Currents.alongX(board(4, square)) / EXACT - 1;
    }
    // geometric rest of a series of errors
    double ratio = (e[1] - e[2]) / (e[0] - e[1]);
    double limit = e[2] - (e[1] - e[2]) * ratio / (1 - ratio);
    f.check("g of a checkerboard of 4 x 4 squares, extrapolated", EXACT * (1 + limit))
        .is(EXACT, DYKHNE + "sqrt(s_par s_perp)")
        .withinShare(
            0.25 * e[2],
            "a quarter of the error on the finest mesh, %d cells a square".formatted(finest));
    f.check("the same on %d cells a square".formatted(finest), EXACT * (1 + e[2]))
        .is(EXACT, DYKHNE + "sqrt(s_par s_perp)")
        .withinShare(
            e[0] * Math.pow(ratio, 2) * 1.5 + 1e-9,
            "error on a mesh four times as coarse, times the measured reduction");
  }

  private static VectorField board(int squares, int cells) {
    return Currents.inPlane(
        Currents.film(squares * cells, squares * cells),
        (x, y) -> ((int) (x * squares) + (int) (y * squares)) % 2 == 0 ? 0 : Math.PI / 2);
  }

  /** Squares at random along x or y: as many of one kind as of the other in the mean. */
  private static void mosaic(Findings f, Effort effort) {
    int seeds = 8;
    int squares = effort.choose(12, 24);
    int fine = effort.choose(8, 16);
    for (int seed = 1; seed <= 2; seed++) {
      double coarse = product(mosaic(squares, fine / 2, seed)) / EXACT - 1;
      double g = product(mosaic(squares, fine, seed)) / EXACT - 1;
      f.check(
              "sqrt(g_x g_y), random squares of seed %d, %d cells each".formatted(seed, fine),
              EXACT * (1 + g))
          .is(EXACT, DYKHNE + "sqrt(s_par s_perp)")
          .withinShare(coarse, "the error with half as many cells");
    }
    double mean = 0;
    double square = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      double g = Math.log(Currents.alongX(mosaic(squares, fine, seed)) / EXACT);
      mean += g / seeds;
      square += g * g / seeds;
    }
    double error = Math.sqrt((square - mean * mean) / (seeds - 1));
    f.check(
            "g_x, geometric mean of %d mosaics of %d x %d squares"
                .formatted(seeds, squares, squares),
            EXACT * Math.exp(mean))
        .is(EXACT, DYKHNE + "sqrt(s_par s_perp)")
        .withinShare(
            3 * error + 0.01, "three standard errors of the sample, and 1 % for the cells");
  }

  private static VectorField mosaic(int squares, int cells, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] phi = new double[squares * squares];
    for (int s = 0; s < phi.length; s++) {
      phi[s] = random.nextBoolean() ? 0 : Math.PI / 2;
    }
    return Currents.inPlane(
        Currents.film(squares * cells, squares * cells),
        (x, y) -> phi[(int) (x * squares) + squares * (int) (y * squares)]);
  }
}
