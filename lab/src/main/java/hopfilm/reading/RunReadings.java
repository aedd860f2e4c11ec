package hopfilm.reading;

import hopfilm.expression.Meaning;
import hopfilm.expression.Names;
import hopfilm.expression.Names.What;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Textures;
import hopfilm.texture.DomainTopology;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;

/** What expressions can read of the run of a film, of its table and of its textures. */
public abstract class RunReadings extends FilmFunctions {

  final FinishedRun run;
  final Equations equations;

  /**
   * @param files text of a file that an expression names
   */
  RunReadings(FinishedRun run, Equations equations, UnaryOperator<String> files) {
    super(files);
    this.run = run;
    this.equations = equations;
  }

  // The run.

  @Meaning("seed of the maze")
  public double seed() {
    return run.seed();
  }

  @Meaning(
      value = "temperature of the hottest cell at any time; needs the section heat",
      unit = "K")
  public double hottest() {
    return run.summary().effort().heat().highest();
  }

  @Meaning("time steps of the run")
  public double steps() {
    return run.summary().effort().steps();
  }

  @Meaning(value = "time at which the film is relaxed and its steps begin", unit = "s")
  public double start() {
    return run.start();
  }

  @Meaning(value = "time simulated", unit = "s")
  public double duration() {
    return run.end();
  }

  @Meaning(value = "time of a measure, after relaxation; needs keep: snapshots", unit = "s")
  public double time(@Names(What.MEASURE) String measure) {
    return run.time(measure) - run.start();
  }

  // The table.

  @Meaning(
      "value of a column of table.txt in the row nearest to a time after relaxation [s]; NaN beyond the run")
  public double at(@Names(What.COLUMN) String column, double time) {
    double end = run.end();
    double wanted = run.start() + time;
    return wanted < 0 || wanted > end * (1 + 1e-9) ? Double.NaN : run.at(column, wanted);
  }

  @Meaning("value of a column of table.txt in its last row, at the last multiple of output.table")
  public double last(@Names(What.COLUMN) String column) {
    return run.last(column);
  }

  @Meaning(
      "value of a column of table.txt at a time after relaxation [s], between its rows; NaN beyond the run")
  public double value(@Names(What.COLUMN) String column, double time) {
    double[] t = run.table().column("t");
    double[] y = run.table().column(column);
    double at = run.start() + time;
    if (at < t[0] || at > t[t.length - 1] * (1 + 1e-9)) {
      return Double.NaN;
    }
    int row = 1;
    while (row < t.length - 1 && t[row] < at) {
      row++;
    }
    double share = (at - t[row - 1]) / (t[row] - t[row - 1]);
    return y[row - 1] + share * (y[row] - y[row - 1]);
  }

  @Meaning(
      value = "when a column first takes a value, after relaxation; NaN if it never does",
      unit = "s")
  public double crossing(@Names(What.COLUMN) String column, double value) {
    double[] t = run.table().column("t");
    double[] y = run.table().column(column);
    for (int row = 1; row < t.length; row++) {
      boolean isAfter = t[row - 1] > run.start() * (1 - 1e-9);
      if (isAfter && (y[row] - value) * (y[row - 1] - value) <= 0 && y[row] != y[row - 1]) {
        double share = (value - y[row - 1]) / (y[row] - y[row - 1]);
        return t[row - 1] + share * (t[row] - t[row - 1]) - run.start();
      }
    }
    return Double.NaN;
  }

  @Meaning("slope of the line of least squares through a column between two times [1/s]")
  public double slope(@Names(What.COLUMN) String column, double from, double to) {
    double[] t = run.table().column("t");
    double[] y = run.table().column(column);
    SimpleRegression line = new SimpleRegression();
    IntStream.range(0, t.length)
        .filter(k -> t[k] - run.start() > from - 1e-15 && t[k] - run.start() < to + 1e-15)
        .forEach(k -> line.addData(t[k], y[k]));
    return line.getSlope();
  }

  // Textures; the page keeps snapshots.

  final VectorField state(String state) {
    return switch (state) {
      case "before" -> run.before();
      case "after" -> run.after();
      case "up" -> Textures.uniform(run.experiment().film().grid(), 0, 0, 1);
      default -> run.state(state);
    };
  }

  @Meaning("mean m.m' over the cells of two textures; needs keep: snapshots")
  public double overlap(@Names(What.STATE) String one, @Names(What.STATE) String other) {
    return FilmMotion.overlap(state(one), state(other));
  }

  @Meaning(
      value =
          "mean distance of the cells from the nearest edge of film.size, weighted by 1 - m.m' of two textures; needs keep: snapshots",
      unit = "m")
  public double fromEdge(@Names(What.STATE) String one, @Names(What.STATE) String other) {
    return FilmMotion.fromEdge(state(one), state(other));
  }

  @Meaning(
      "mean 1 - m.m' of two textures in pinning sites over that in all cells; NaN without sites; needs keep: snapshots")
  public double inSites(@Names(What.STATE) String one, @Names(What.STATE) String other) {
    VectorField m = state(one);
    return run.experiment()
        .disorder()
        .pinning()
        .map(p -> FilmMotion.inside(p.on(m.grid()).inside(), m, state(other)))
        .orElse(Double.NaN);
  }

  @Meaning(value = "length of the walls mz = 0; needs keep: snapshots", unit = "m")
  public double walls(@Names(What.STATE) String state) {
    return DomainTopology.of(state(state)).wallLength();
  }

  @Meaning("free ends of stripes; needs keep: snapshots")
  public double ends(@Names(What.STATE) String state) {
    return DomainTopology.of(state(state)).ends();
  }

  @Meaning(
      "least mean m(0).m(t) of the relaxed film with any later snapshot; needs keep: snapshots")
  public double leastOverlap() {
    List<VectorField> m = run.snapshots();
    return m.subList(run.relaxed() + 1, m.size()).stream()
        .mapToDouble(later -> FilmMotion.overlap(m.get(run.relaxed()), later))
        .min()
        .orElseThrow();
  }

  @Meaning(value = "mean drift velocity as the current begins; needs keep: snapshots", unit = "m/s")
  public double meanDrift() {
    return FilmMotion.of(run, equations).meanDrift();
  }

  @Meaning(
      value = "largest drift velocity of a cell as the current begins; needs keep: snapshots",
      unit = "m/s")
  public double largestDrift() {
    return FilmMotion.of(run, equations).largestDrift();
  }

  @Meaning("deviation of E' over the last ten rows of the table / power; needs keep: snapshots")
  public double unrest() {
    return FilmMotion.of(run, equations).unrest();
  }

  @Meaning(
      "mean over the columns of cells of |mean of m over the thickness|; needs keep: snapshots")
  public double upright(@Names(What.STATE) String state) {
    VectorField m = state(state);
    int layers = m.grid().nz();
    int columns = m.grid().cells() / layers;
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      double[] mean = new double[3];
      for (int c = 0; c < 3; c++) {
        for (int layer = 0; layer < layers; layer++) {
          mean[c] += m.component(c)[column + layer * columns] / layers;
        }
      }
      sum += Math.sqrt(mean[0] * mean[0] + mean[1] * mean[1] + mean[2] * mean[2]);
    }
    return sum / columns;
  }

  @Meaning("number of domains; needs keep: snapshots")
  public double domains(@Names(What.STATE) String state) {
    return DomainTopology.of(state(state)).domains();
  }
}
