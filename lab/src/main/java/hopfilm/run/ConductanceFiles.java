package hopfilm.run;

import hopfilm.check.DriveEstimate;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.film.Matrices;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.io.FieldException;
import hopfilm.io.SpiceCircuit;
import hopfilm.io.Table;
import hopfilm.io.WholeFile;
import hopfilm.result.Summary;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The conductance matrices of a run for other programs: circuits, and a table of all. */
public final class ConductanceFiles {

  /** Beside the largest conductance, how far G may be from symmetric where only half is known. */
  private static final double SYMMETRIC = 1e-6;

  private final RunFolder run;
  private final Summary summary;
  private final List<String> names;

  /**
   * Reads a run.
   *
   * @throws FieldException if the folder is none of a run, or holds no conductances
   */
  public ConductanceFiles(Path folder) throws IOException {
    RunArchive.requireRun(folder);
    run = new RunFolder(folder);
    FileList.requireWhole(run, RunFile.NUMBERS);
    summary =
        run.readWholeSummary().orElseThrow(() -> new FieldException(run.summary(), "is not there"));
    names = summary.network().electrodes();
    if (names.isEmpty()) {
      throw new FieldException(folder, "has no electrodes, so no conductances");
    }
    if (summary.readings().conductance().isEmpty()) {
      throw new FieldException(
          folder, "has no measure, so no conductances; put \"- measure: NAME\" into its protocol");
    }
  }

  /**
   * A file of SPICE with a subcircuit for each measure.
   *
   * @param isOverTime adds one whose conductances follow the table
   * @throws FieldException if they should, and the film has a Hall effect, or electrodes inverters
   */
  public void writeSpice(Path file, boolean isOverTime) throws IOException {
    Map<String, double[][]> all = summary.readings().conductance();
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "Conductances of the film \"%s\", Hopfilm %s"
            .formatted(summary.head().name(), summary.head().version()));
    remarks.add(
        "One subcircuit for each measure; terminals are the electrodes "
            + String.join(", ", names));
    remarks.add("Use: X1 A B ... NAME, with a node for each electrode; volts, amperes, ohms");
    remarks.addAll(limits());
    SpiceCircuit circuit = new SpiceCircuit(remarks, names);
    all.forEach(circuit::add);
    if (isOverTime) {
      all.forEach(this::requireSymmetric);
      Table table = run.readTable();
      circuit.add("over_time", table.column("t"), course(table, names));
    }
    WholeFile.writeSafely(file, circuit.text());
  }

  /** What trained the film, and up to where its texture stays and the circuit holds. */
  private List<String> limits() {
    List<String> lines = new ArrayList<>();
    if (!Files.isRegularFile(run.experiment())) {
      return lines;
    }
    Experiment e = ExperimentFile.read(run.experiment(), List.of());
    for (Electrode.Drive kind : List.of(Electrode.Drive.VOLTAGE, Electrode.Drive.CURRENT)) {
      double trained = 0;
      double limit = Double.POSITIVE_INFINITY;
      for (Step step : e.steps()) {
        if (step instanceof Step.Train train) {
          for (Step.Drive drive : train.drives()) {
            double amplitude = drive.amplitude(kind);
            trained = Math.max(trained, amplitude);
            if (amplitude > 0) {
              double factor =
                  DriveEstimate.of(e, drive)
                      .map(DriveEstimate::untilStripesMove)
                      .orElse(Double.POSITIVE_INFINITY);
              limit = Math.min(limit, amplitude * factor);
            }
          }
        }
      }
      Dimension dimension = kind == Electrode.Drive.VOLTAGE ? Dimension.VOLTAGE : Dimension.CURRENT;
      if (trained > 0) {
        lines.add(
            "Trained with up to %s at a contact".formatted(Quantity.format(trained, dimension)));
      }
      if (Double.isFinite(limit) && e.material().spinOrbit().torque().isNone()) {
        lines.add(
            "Linear: holds up to about %s at a contact, with the signs of training; above, stripes move"
                .formatted(Quantity.format(limit, dimension, 2)));
      }
    }
    return lines;
  }

  private void requireSymmetric(String label, double[][] g) {
    double row = 0;
    for (double[] of : g) {
      row = Math.max(row, Math.abs(Arrays.stream(of).sum()));
    }
    if (!isSymmetric(g) || row > SYMMETRIC * largest(g)) {
      throw ExperimentException.of(run.path(), RunMessage.SPICE_HALL, label);
    }
  }

  /** Whether one half of a matrix says the other: there is no Hall effect. */
  static boolean isSymmetric(double[][] g) {
    double odd = 0;
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < i; j++) {
        odd = Math.max(odd, Math.abs(g[i][j] - g[j][i]));
      }
    }
    return odd <= SYMMETRIC * largest(g);
  }

  private static double largest(double[][] g) {
    return Arrays.stream(g).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }

  /** G in each row of a table, of a film whose G is symmetric [S]. */
  static List<double[][]> course(Table table, List<String> names) {
    int n = names.size();
    double[][][] g = new double[table.rows().size()][n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        double[] column = table.column("G_" + names.get(i) + "_" + names.get(j));
        for (int k = 0; k < column.length; k++) {
          g[k][i][j] = column[k];
          g[k][j][i] = column[k];
        }
      }
    }
    return List.of(g);
  }

  /** One line for each measure and pair of electrodes: G, what it counts from, the difference. */
  public void writeCsv(Path file) throws IOException {
    double[][] reference = summary.network().referenceMatrix();
    List<String> lines = new ArrayList<>();
    lines.add("measure,to,from,G (S),G_reference (S),weight (%s)".formatted(unit()));
    summary
        .readings()
        .conductance()
        .forEach(
            (label, g) -> {
              double[][] weight = summary.readings().weightMatrix().get(label);
              for (int i = 0; i < g.length; i++) {
                for (int j = 0; j < g.length; j++) {
                  lines.add(
                      "%s,%s,%s,%s,%s,%s"
                          .formatted(
                              label,
                              names.get(i),
                              names.get(j),
                              g[i][j],
                              at(isResistance() ? null : reference, i, j),
                              at(weight, i, j)));
                }
              }
            });
    WholeFile.writeSafely(file, String.join("\n", lines) + "\n");
  }

  /** Matrices one after the other, NaN where a label has none. */
  static double[] stacked(Collection<String> labels, Map<String, double[][]> byLabel, int size) {
    double[] all = new double[labels.size() * size * size];
    int at = 0;
    for (String label : labels) {
      double[][] matrix = byLabel.get(label);
      if (matrix == null) {
        Arrays.fill(all, at, at + size * size, Double.NaN);
      } else {
        System.arraycopy(Matrices.flat(matrix), 0, all, at, size * size);
      }
      at += size * size;
    }
    return all;
  }

  private boolean isResistance() {
    return "resistance".equals(summary.network().weights());
  }

  private String unit() {
    return isResistance() ? "Ohm" : "S";
  }

  private static String at(double[][] matrix, int i, int j) {
    return matrix == null ? "" : Double.toString(matrix[i][j]);
  }
}
