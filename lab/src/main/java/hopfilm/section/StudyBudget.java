package hopfilm.section;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.Region;
import hopfilm.grid.Grid;
import hopfilm.grid.Shape;
import hopfilm.input.FileMessage;
import hopfilm.key.Section;
import hopfilm.parallel.Interruption;
import hopfilm.transport.Electrode;
import hopfilm.yaml.YamlNode;
import java.util.List;

/**
 * The work that one experiment file may ask for, all runs of its sweep together, counted before it
 * is done: values that are read, shapes with all their copies, and points of films compared with
 * shapes. An interrupted thread ends here.
 */
public final class StudyBudget {

  /** Of one experiment, with all copies: each takes some hundred bytes. */
  static final int MAX_SHAPES = 20_000;

  /** Some seconds. */
  private static final double MAX_COMPARISONS = 2e9;

  /** Some seconds, and a hundred bytes each. */
  public static final double MAX_VALUES = 1e7;

  private double comparisons;

  /** Values that a part of a file has; none where it is missing. */
  public static double values(YamlNode node) {
    if (node instanceof YamlNode.Mapping m) {
      return m.entries().values().stream().mapToDouble(StudyBudget::values).sum();
    }
    return node instanceof YamlNode.Sequence s
        ? s.items().stream().mapToDouble(StudyBudget::values).sum()
        : node == null ? 0 : 1;
  }

  /** Counts the shapes of a film, and what finding its cells takes. */
  public void film(FilmSpec film, Section top) {
    require(film.shapes(), top, "film");
    compare(film.comparisons(), top, "film");
  }

  /** The same of its electrodes. */
  public void electrodes(FilmSpec film, ElectrodesSpec electrodes, Section top) {
    require(film.shapes() + electrodes.shapes(), top, "electrodes");
    Grid grid = film.grid();
    double corners = (grid.nx() + 1.0) * (grid.ny() + 1.0);
    int images = (film.edges().periodicX() ? 3 : 1) * (film.edges().periodicY() ? 3 : 1);
    for (Electrode electrode : electrodes.on(grid)) {
      double layers = electrode.face() == null ? film.layers() + 1.0 : 1;
      for (Shape shape : electrode.shapes()) {
        compare(layers * shape.tests(images * corners, film.cell()), top, "electrodes");
      }
    }
  }

  /** The same of parts with a material of their own. */
  void regions(FilmSpec film, List<Region> regions, Section top) {
    double shapes = regions.stream().mapToDouble(r -> r.placed().shapes()).sum();
    require(film.shapes() + shapes, top, "regions");
    double columns = (double) film.nx() * film.ny();
    int images = (film.edges().periodicX() ? 3 : 1) * (film.edges().periodicY() ? 3 : 1);
    for (Region region : regions) {
      double tests = region.placed().onFilm().tests(images * columns, film.cell());
      compare(columns * film.layers() + tests, top, "regions");
    }
  }

  private static void require(double shapes, Section top, String key) {
    if (shapes > MAX_SHAPES) {
      throw top.error(key, FileMessage.TOO_MANY_SHAPES, shapes, MAX_SHAPES);
    }
  }

  /** Counts comparisons for a key. */
  void compare(double more, Section top, String key) {
    Interruption.check();
    // what is too much is said once, with one number
    comparisons += comparisons > MAX_COMPARISONS ? 0 : more;
    if (comparisons > MAX_COMPARISONS) {
      throw top.error(key, FileMessage.SHAPES_TAKE_TOO_LONG, comparisons, MAX_COMPARISONS);
    }
  }
}
