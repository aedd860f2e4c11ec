package hopfilm.reading;

import hopfilm.experiment.Experiment;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Table;
import hopfilm.magnet.Material;
import hopfilm.texture.DomainTopology;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;

/**
 * How a training drives a film and how it moves.
 *
 * @param meanDrift mean |u| over the cells of the relaxed maze as the current begins, u = muB P
 *     j/(e Ms) [m/s]
 * @param largestDrift largest |u| of a cell [m/s]
 * @param overlap mean m(0).m(t) from the start to the end of training
 * @param wallGrowth relative change of the length of the lines mz = 0
 * @param unrest standard deviation of E' over the last ten rows of the table / Joule power
 */
record FilmMotion(
    double meanDrift, double largestDrift, double overlap, double wallGrowth, double unrest) {

  private static final int ROWS = 10;

  /** Of a run that kept all its snapshots. */
  static FilmMotion of(FinishedRun run, Equations equations) {
    VectorField before = run.before();
    VectorField after = run.after();
    Experiment e = run.experiment();
    VectorField j = equations.currentDensity(e, before);
    Material own = e.disorder().on(j.grid(), e.material().material());
    int cells = j.grid().cells();
    double sum = 0;
    double largest = 0;
    for (int c = 0; c < cells; c++) {
      double u = own.driftByCurrent(c) * Math.hypot(j.x()[c], j.y()[c]);
      sum += u;
      largest = Math.max(largest, u);
    }
    double walls = DomainTopology.of(after).wallLength() / DomainTopology.of(before).wallLength();
    return new FilmMotion(
        sum / cells, largest, overlap(before, after), walls - 1, unrest(run.table()));
  }

  /** Mean of a.b over the cells. */
  static double overlap(VectorField a, VectorField b) {
    double sum = 0;
    int n = a.grid().cells();
    for (int i = 0; i < n; i++) {
      sum += product(a, b, i);
    }
    return sum / n;
  }

  /** Mean distance from the nearest side of the grid, weighted by 1 - a.b [m]. */
  static double fromEdge(VectorField a, VectorField b) {
    Grid g = a.grid();
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < g.cells(); i++) {
      int x = i % g.nx();
      int y = i / g.nx() % g.ny();
      double along = (Math.min(x, g.nx() - 1 - x) + 0.5) * g.dx();
      double across = (Math.min(y, g.ny() - 1 - y) + 0.5) * g.dy();
      double w = 1 - product(a, b, i);
      sum += w * Math.min(along, across);
      weight += w;
    }
    return sum / weight;
  }

  /** Mean 1 - a.b inside over that of all cells. */
  static double inside(boolean[] inside, VectorField a, VectorField b) {
    double sum = 0;
    double all = 0;
    int n = 0;
    for (int i = 0; i < inside.length; i++) {
      double w = 1 - product(a, b, i);
      all += w;
      if (inside[i]) {
        sum += w;
        n++;
      }
    }
    return sum / n / (all / inside.length);
  }

  private static double product(VectorField a, VectorField b, int i) {
    return a.x()[i] * b.x()[i] + a.y()[i] * b.y()[i] + a.z()[i] * b.z()[i];
  }

  private static double unrest(Table t) {
    double[] energy = t.column("E_prime");
    double[] power = t.column("P");
    int rows = Math.min(ROWS, energy.length);
    double[] last = new double[rows];
    double mean = 0;
    for (int k = 0; k < rows; k++) {
      last[k] = energy[energy.length - rows + k];
      mean += power[power.length - rows + k] / rows;
    }
    return new StandardDeviation().evaluate(last) / mean;
  }
}
