package hopfilm.fit;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FitSpec.Data;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.grid.VectorField;
import hopfilm.io.FieldException;
import hopfilm.io.Ovf;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.io.TableWriter;
import hopfilm.result.Summary;
import hopfilm.texture.StripePeriod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the instruments show in a run, each reading in units of its noise. A conductance with
 * relative noise counts by its logarithm.
 *
 * @param groups label of the measure, or column, of each reading
 * @param values one for each
 */
record Readings(List<String> groups, double[] values) {

  /** The label that a run reads before its first training without being asked. */
  private static final String UNASKED = "untrained";

  /** The film of a run that is read, without pictures. */
  static Experiment withoutPages(Experiment film) {
    return ExperimentFile.with(
        film, List.of("output.report=off", "output.figures=off", "output.formats=[ovf]"));
  }

  /** Labels of the measures that a protocol asks for, in their order. */
  static List<String> labels(Experiment experiment) {
    boolean isAsked =
        experiment.steps().stream()
            .anyMatch(s -> s instanceof Step.Measure m && m.label().equals(UNASKED));
    return experiment.measures().stream().filter(l -> isAsked || !l.equals(UNASKED)).toList();
  }

  /**
   * Those of a run that is done.
   *
   * @param labels of the measures that are read
   */
  static Readings of(Path run, List<Data> data, List<String> labels) throws IOException {
    RunFolder folder = new RunFolder(run);
    Summary summary =
        folder
            .readWholeSummary()
            .orElseThrow(() -> new FieldException(folder.summary(), "is not there"));
    List<String> groups = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (Data d : data) {
      if (d.period().isPresent()) {
        String label = d.period().get().at();
        groups.add(label);
        values.add(d.scaled(label, period(folder, label)));
      } else if (d.pairs().isPresent()) {
        for (String label : labels) {
          double[][] g = summary.readings().conductance().get(label);
          for (double value : pairs(d.pairs().get().of(g))) {
            groups.add(label);
            values.add(d.scaled(label, value));
          }
        }
      } else {
        Table samples = TableReader.read(folder.samples(), TableWriter.Style.CSV);
        for (String column : d.columns()) {
          for (double v : samples.column(column)) {
            groups.add(column);
            values.add(d.scaled(column, v));
          }
        }
      }
    }
    return new Readings(
        List.copyOf(groups), values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Period of the stripes at a measure [m]; without stripes the longer side of the film. */
  static double period(RunFolder run, String label) throws IOException {
    VectorField m = Ovf.read(run.measure(label)).field();
    return StripePeriod.of(m).orElse(Math.max(m.grid().sizeX(), m.grid().sizeY()));
  }

  /** Each pair once: the matrix is symmetric, and rows of G add up to zero. */
  private static double[] pairs(double[][] matrix) {
    int n = matrix.length;
    double[] pairs = new double[n * (n - 1) / 2];
    int k = 0;
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        pairs[k++] = matrix[a][b];
      }
    }
    return pairs;
  }
}
