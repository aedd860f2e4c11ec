package hopfilm.sweep;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.result.RunStatus;
import hopfilm.result.Summary;
import hopfilm.run.ExperimentRunner;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One film on several meshes from the same start: the film of the experiment is relaxed on its own
 * cells, then for 0.3 ns on the smallest ones, and every mesh begins with that texture, resampled.
 * What then differs is the mesh. A texture at rest on large cells is not smooth on small ones, so
 * that its numbers would show what the second relaxation shows, and no order.
 *
 * <p>The order p of a number f is that of f(h) = f(0) + c h^p through three meshes whose cells
 * shrink by one ratio; with it f(0) is f3 + (f3 - f2) / (r^p - 1). P. J. Roache, "Verification and
 * Validation in Computational Science and Engineering" (Hermosa, 1998).
 */
public final class MeshStudy {

  /**
   * What came out on one mesh.
   *
   * @param cell edge of a cell [m]
   * @param cells number of cells
   * @param start mean conductance of an electrode at the first measure [S]
   * @param end the same at the measure that decides
   * @param margin of the first trained pattern; NaN without one
   * @param learned whether it is the lowest; null without one
   */
  public record Row(
      double cell, long cells, double start, double end, double margin, Boolean learned) {}

  /** Walls of a maze find their width on other cells within some tenths of a nanosecond. */
  private static final String SETTLING = "0.3 ns";

  private final List<Row> rows;

  MeshStudy(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * The film on all meshes, as the experiment starts it.
   *
   * @param cells edges of cells as a file has them, such as {@code 4 nm}
   * @throws ExperimentException if there is no measure, or a mesh does not fit the film
   */
  public static List<Experiment> meshes(Experiment experiment, List<String> cells) {
    if (experiment.steps().stream().noneMatch(Step.Measure.class::isInstance)) {
      throw ExperimentException.of("mesh", SweepMessage.MESH_NO_MEASURE);
    }
    return cells.stream()
        .map(cell -> ExperimentFile.with(experiment, List.of("film.cell=" + cell)))
        .toList();
  }

  /**
   * Runs the film on all meshes.
   *
   * @param meshes of {@link #meshes}, the coarsest first
   * @param folder empty; gets a run folder for the start and each mesh, and {@code mesh.csv}
   * @param notes hears what is going on
   */
  public static MeshStudy run(
      Experiment experiment,
      List<Experiment> meshes,
      Path folder,
      int threads,
      Consumer<String> notes)
      throws IOException {
    Path begin = folder.resolve("start");
    Experiment start =
        ExperimentFile.with(
            experiment,
            List.of("protocol=[measure: start]", "output.formats=[ovf]", "output.report=off"));
    Path settled = folder.resolve("start-settled");
    List<String> cells =
        meshes.stream().map(e -> Quantity.exact(e.film().cell(), Dimension.LENGTH)).toList();
    notes.accept("the start");
    carryOut(start, begin, threads);
    String smallest = cells.get(cells.size() - 1);
    notes.accept("the start settles on cells of " + smallest);
    carryOut(
        ExperimentFile.with(
            start,
            List.of(
                "film.cell=" + smallest,
                "initial={file: \"%s\", resample: on, relax: %s}"
                    .formatted(texture(begin), SETTLING))),
        settled,
        threads);
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < cells.size(); k++) {
      notes.accept("cells of " + cells.get(k));
      Path own = folder.resolve("cell=" + cells.get(k).replace(" ", ""));
      Experiment e =
          ExperimentFile.with(
              meshes.get(k),
              List.of("initial={file: \"%s\", resample: on}".formatted(texture(settled))));
      carryOut(e, own, threads);
      rows.add(row(e, new RunFolder(own)));
    }
    MeshStudy study = new MeshStudy(rows);
    WholeFile.writeSafely(folder.resolve("mesh.csv"), study.csv());
    return study;
  }

  private static String texture(Path folder) {
    return new RunFolder(folder).measure("start").toAbsolutePath().toString();
  }

  private static void carryOut(Experiment e, Path folder, int threads) throws IOException {
    Files.createDirectories(folder);
    RunResult result = ExperimentRunner.run(e, folder, threads, RunListener.NONE);
    if (result.status() != RunStatus.DONE) {
      throw new IOException(folder + ": " + result.message());
    }
  }

  private static Row row(Experiment e, RunFolder folder) throws IOException {
    Summary s =
        folder
            .readSummary()
            .orElseThrow(() -> new IOException(folder.summary() + " cannot be read"));
    Map<String, double[][]> g = s.readings().conductance();
    String first = g.keySet().iterator().next();
    String last = first;
    for (String label : g.keySet()) {
      last = label;
    }
    String judged = s.verdict().judged() == null ? last : s.verdict().judged();
    boolean isTrained = !s.network().trained().isEmpty();
    return new Row(
        e.film().cell(),
        (long) e.film().nx() * e.film().ny() * e.film().layers(),
        mean(g.get(first)),
        mean(g.get(judged)),
        isTrained ? s.verdict().margin(0) : Double.NaN,
        isTrained ? s.verdict().learned(0) : null);
  }

  private static double mean(double[][] g) {
    double sum = 0;
    for (int i = 0; i < g.length; i++) {
      sum += g[i][i] / g.length;
    }
    return sum;
  }

  /** The coarsest first. */
  public List<Row> rows() {
    return rows;
  }

  /**
   * The order of the mean conductance of the start through the last three meshes; NaN with fewer,
   * with ratios that differ, or where it does not settle.
   */
  public double order() {
    int n = rows.size();
    if (n < 3) {
      return Double.NaN;
    }
    double ratio = rows.get(n - 2).cell() / rows.get(n - 1).cell();
    double before = rows.get(n - 3).cell() / rows.get(n - 2).cell();
    double far = rows.get(n - 3).start() - rows.get(n - 2).start();
    double near = rows.get(n - 2).start() - rows.get(n - 1).start();
    boolean isOne = Math.abs(before / ratio - 1) < 0.01;
    return isOne && far * near > 0 ? Math.log(far / near) / Math.log(ratio) : Double.NaN;
  }

  /** What the mean conductance of the start tends to with ever smaller cells [S]; NaN as above. */
  public double limit() {
    double p = order();
    if (!(p > 0)) {
      return Double.NaN;
    }
    int n = rows.size();
    double ratio = rows.get(n - 2).cell() / rows.get(n - 1).cell();
    double last = rows.get(n - 1).start();
    return last + (last - rows.get(n - 2).start()) / (Math.pow(ratio, p) - 1);
  }

  private String csv() {
    return new Sheet<>(rows)
        .add("cell", "m", Form.NUMBER, r -> String.format(Locale.ROOT, "%.10g", r.cell()))
        .add("cells", Form.WHOLE, Row::cells)
        .add("G_start", "S", Form.NUMBER, Row::start)
        .add("G_end", "S", Form.NUMBER, Row::end)
        .add("margin", Form.NUMBER, Row::margin)
        .add("learned", Form.TRUTH, Row::learned)
        .csv();
  }
}
