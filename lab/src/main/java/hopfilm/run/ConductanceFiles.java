package hopfilm.run;

import hopfilm.folder.RunFolder;
import hopfilm.folder.SummaryRecord;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.io.FieldException;
import hopfilm.io.SpiceCircuit;
import hopfilm.io.Table;
import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The conductance matrices of a run for other programs: circuits, and a table of all. */
public final class ConductanceFiles {

  /** Beside the largest conductance, how far G may be from symmetric where only half is known. */
  private static final double SYMMETRIC = 1e-6;

  private final RunFolder run;
  private final SummaryRecord summary;
  private final List<String> names;

  /**
   * Reads a run.
   *
   * @throws FieldException if the folder is none of a run, or holds no conductances
   */
  public ConductanceFiles(Path folder) throws IOException {
    RunArchive.requireRun(folder);
    run = new RunFolder(folder);
    summary =
        run.readSummary()
            .orElseThrow(
                () -> new FieldException(run.summary(), "is not there, or cannot be read"));
    names = summary.network().electrodes();
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
    SpiceCircuit circuit =
        new SpiceCircuit(
            List.of(
                "Conductances of the film \"%s\", Hopfilm %s"
                    .formatted(summary.head().name(), summary.head().version()),
                "One subcircuit for each measure; terminals are the electrodes "
                    + String.join(", ", names),
                "Use: X1 A B ... NAME, with a node for each electrode; volts, amperes, ohms"),
            names);
    all.forEach(circuit::add);
    if (isOverTime) {
      all.forEach(this::requireSymmetric);
      Table table = run.readTable();
      circuit.add("over_time", table.column("t"), course(table));
    }
    WholeFile.writeSafely(file, circuit.text());
  }

  private void requireSymmetric(String label, double[][] g) {
    double most = 0;
    double odd = 0;
    for (int i = 0; i < g.length; i++) {
      double row = 0;
      for (int j = 0; j < g.length; j++) {
        row += g[i][j];
        most = Math.max(most, Math.abs(g[i][j]));
        odd = Math.max(odd, Math.abs(g[i][j] - g[j][i]));
      }
      odd = Math.max(odd, Math.abs(row));
    }
    if (odd > SYMMETRIC * most) {
      throw ExperimentException.of(run.path(), Message.SPICE_HALL, label);
    }
  }

  private List<double[][]> course(Table table) {
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
