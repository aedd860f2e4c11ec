package hopfilm.film;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.OutputSpec.Blocks;
import hopfilm.experiment.OutputSpec.Sampled;
import hopfilm.experiment.OutputSpec.Samples;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Table;
import hopfilm.io.Table.Column;
import hopfilm.transport.OperatingPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of samples.csv: time, then what each instrument shows at that moment. */
public final class SampleColumns {

  private final Samples samples;
  private final List<String> contacts;
  private final int count;

  private SampleColumns(Samples samples, List<String> contacts) {
    this.samples = samples;
    this.contacts = contacts;
    this.count = columns().size();
  }

  /** Those of an experiment, if it takes samples. */
  public static Optional<SampleColumns> of(Experiment e) {
    return e.output().readings().samples().map(s -> new SampleColumns(s, TableColumns.contacts(e)));
  }

  /** Whether the voltages and currents of contacts are wanted. */
  public boolean hasPoint() {
    return has(Sampled.VOLTAGE) || has(Sampled.CURRENT);
  }

  /** Whether the conductance matrix is wanted. */
  public boolean hasMatrix() {
    return has(Sampled.CONDUCTANCE);
  }

  private boolean has(Sampled what) {
    return samples.of().contains(what);
  }

  /** Names and units. */
  public List<Column> columns() {
    List<Column> all = new ArrayList<>();
    all.add(new Column("Time", "s"));
    for (String a : contacts) {
      if (has(Sampled.VOLTAGE)) {
        all.add(new Column(a + "_V", "V"));
      }
      if (has(Sampled.CURRENT)) {
        all.add(new Column(a + "_I", "A"));
      }
    }
    if (has(Sampled.CONDUCTANCE)) {
      for (String to : contacts) {
        contacts.forEach(from -> all.add(new Column("G_" + to + "_" + from, "S")));
      }
    }
    if (has(Sampled.MAGNETISATION)) {
      Blocks blocks = samples.cells();
      for (int j = 1; j <= blocks.up(); j++) {
        for (int i = 1; i <= blocks.across(); i++) {
          all.add(new Column("mz_" + i + "_" + j, "1"));
        }
      }
    }
    return all;
  }

  /** Voltages and currents of a file of samples, named as in {@code table.txt}. */
  public static Table asTable(Table samples) {
    List<Column> named = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (Column c : samples.columns()) {
      boolean isTime = c.name().equals("Time");
      if (isTime || c.name().matches(".*_[VI]")) {
        int end = c.name().length() - 2;
        String name = isTime ? "t" : c.name().substring(end + 1) + "_" + c.name().substring(0, end);
        named.add(new Column(name, c.unit()));
        values.add(samples.column(c.name()));
      }
    }
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < samples.rows().size(); k++) {
      int row = k;
      rows.add(values.stream().mapToDouble(v -> v[row]).toArray());
    }
    return new Table(named, rows);
  }

  /**
   * A sample.
   *
   * @param point null if none is wanted
   * @param siemens conductance matrix; null if none is wanted
   */
  public double[] row(double time, VectorField m, OperatingPoint point, double[][] siemens) {
    double[] row = new double[count];
    int n = 0;
    row[n++] = time;
    for (int k = 0; k < contacts.size(); k++) {
      if (has(Sampled.VOLTAGE)) {
        row[n++] = point.voltages()[k];
      }
      if (has(Sampled.CURRENT)) {
        row[n++] = point.currents()[k];
      }
    }
    if (has(Sampled.CONDUCTANCE)) {
      for (double g : Matrices.flat(siemens)) {
        row[n++] = g;
      }
    }
    if (has(Sampled.MAGNETISATION)) {
      Blocks blocks = samples.cells();
      for (int j = 0; j < blocks.up(); j++) {
        for (int i = 0; i < blocks.across(); i++) {
          row[n++] = block(m, i, j);
        }
      }
    }
    return row;
  }

  /** Mean mz of the cells of a block that hold film; 0 without any. */
  private double block(VectorField m, int across, int up) {
    Grid g = m.grid();
    Blocks blocks = samples.cells();
    double sum = 0;
    int cells = 0;
    for (int k = 0; k < g.nz(); k++) {
      for (int j = up * g.ny() / blocks.up(); j < (up + 1) * g.ny() / blocks.up(); j++) {
        for (int i = across * g.nx() / blocks.across();
            i < (across + 1) * g.nx() / blocks.across();
            i++) {
          int c = g.index(i, j, k);
          sum += m.z()[c];
          cells += m.isZero(c) ? 0 : 1;
        }
      }
    }
    return cells == 0 ? 0 : sum / cells;
  }
}
