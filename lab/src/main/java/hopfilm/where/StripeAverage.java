package hopfilm.where;

import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;

/**
 * Spreads what cells add over their neighbourhood, by a Gaussian of a full width at half maximum of
 * one period of the stripes: a stripe that moved leaves a plus and a minus side by side, and what
 * remains of them is seen. What a cell adds stays in the film, so that the sum is kept.
 *
 * <p>The period is that of the helix of A and D without anisotropy, 4 pi A/|D|; without D three
 * cells.
 */
final class StripeAverage {
  private final Grid film;
  private final CellMask cells;
  private final double width;
  private final double[] norm;

  StripeAverage(FilmSpec film, MaterialSpec material) {
    this(
        film.grid(),
        film.cells(),
        material.D() == 0
            ? 3 * film.cell()
            : Math.max(3 * film.cell(), 4 * Math.PI * material.A() / Math.abs(material.D())));
  }

  StripeAverage(Grid film, CellMask cells, double width) {
    this.film = film;
    this.cells = cells;
    this.width = width;
    double[] one = new double[film.nx() * film.ny()];
    for (int c = 0; c < one.length; c++) {
      one[c] = cells.inside(c) ? 1 : 0;
    }
    this.norm = spread(one);
  }

  /** Full width at half maximum [m]. */
  double width() {
    return width;
  }

  /** The average of values by column of cells, i + nx j. */
  double[] of(double[] values) {
    double[] shared = new double[values.length];
    for (int c = 0; c < values.length; c++) {
      shared[c] = cells.inside(c) ? values[c] / norm[c] : 0;
    }
    double[] average = spread(shared);
    for (int c = 0; c < average.length; c++) {
      average[c] = cells.inside(c) ? average[c] : 0;
    }
    return average;
  }

  private double[] spread(double[] values) {
    return along(along(values, 0), 1);
  }

  private double[] along(double[] values, int axis) {
    int n = film.cellsAlong(axis);
    int step = axis == 0 ? 1 : film.nx();
    double sigma = width / film.cellSize(axis) / Math.sqrt(8 * Math.log(2));
    int reach = (int) Math.ceil(4 * sigma);
    double[] weight = new double[reach + 1];
    for (int k = 0; k <= reach; k++) {
      weight[k] = Math.exp(-k * k / (2 * sigma * sigma));
    }
    boolean wraps = film.edges(axis) == Edges.PERIODIC;
    double[] result = new double[values.length];
    for (int c = 0; c < values.length; c++) {
      int at = axis == 0 ? c % film.nx() : Math.floorDiv(c, film.nx());
      double sum = 0;
      for (int k = -reach; k <= reach; k++) {
        int other = wraps ? Math.floorMod(at + k, n) : at + k;
        sum += other < 0 || other >= n ? 0 : weight[Math.abs(k)] * values[c + (other - at) * step];
      }
      result[c] = sum;
    }
    return result;
  }
}
