package hopfilm.section;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FieldSource;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.FilmSpec.FilmEdges;
import hopfilm.experiment.Outline;
import hopfilm.experiment.Step;
import hopfilm.film.ExternalField;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.Origin;
import hopfilm.input.Spelling;
import hopfilm.key.Binder;
import hopfilm.key.Section;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of the section {@code film}: a whole number of cells, and no more than memory can hold.
 */
public final class FilmSection {

  private static final long MAX_CELLS = 1L << 26;

  /** As a run takes it. */
  private static final double BYTES_PER_CELL = 500;

  /** The same with several layers. */
  private static final double BYTES_PER_SOLID_CELL = 3000;

  private final double memory;

  /** Films with fields of files that fit. */
  private final Set<List<Object>> fitting = new HashSet<>();

  /**
   * @param memory that a run may take [bytes]
   */
  public FilmSection(double memory) {
    this.memory = memory;
  }

  public FilmSpec read(Section s) {
    FilmSpec film = Binder.read(FilmSpec.class, s);
    requireCells(s, film);
    requireMemory(s, film);
    FilmEdges edges = film.edges();
    if (film.oersted() && edges != FilmEdges.OPEN) {
      throw s.error("oersted", FileMessage.OERSTED_NEEDS_OPEN_EDGES, Spelling.of(edges));
    }
    double radius = Math.min(film.sizeX(), film.sizeY()) / 2;
    if (film.shape() instanceof Outline.LargestRing r && r.inner() >= radius) {
      throw s.error("inner", FileMessage.INNER_TOO_LARGE, s.text("inner"), length(radius));
    }
    OutlineSection.vetShape(s, film.shape());
    for (int i = 0; i < film.mask().size(); i++) {
      Section cut = s.entry("mask", i + 1, s.list("mask").get(i));
      OutlineSection.vet(cut, film.mask().get(i).placed());
    }
    return film;
  }

  /** The file of an external field must be one of this film. */
  public void requireFields(Experiment e, Section top) {
    FilmSpec film = e.film();
    film.field().ifPresent(f -> require(f, film, top.originOf("film"), "film.field.file"));
    for (Step step : e.steps()) {
      if (step instanceof Step.Timed timed) {
        String key = step instanceof Step.Field ? "field.file" : step.kind() + ".field.file";
        timed.applied().ifPresent(f -> require(f, film, top.originOf("protocol"), key));
      }
    }
  }

  private void require(FieldSource field, FilmSpec film, Origin at, String key) {
    if (field.file().isPresent() && fitting.add(List.of(field, film))) {
      try {
        ExternalField.read(field, film.grid());
      } catch (ExperimentException x) {
        throw x.movedTo(at, key);
      }
    }
  }

  private static void requireCells(Section s, FilmSpec film) {
    double cell = film.cell();
    for (int axis = 0; axis < 2; axis++) {
      double n = film.size().get(axis) / cell;
      double whole = Math.rint(n);
      String key = s.has("size") ? "size" : "cell";
      String along = length(film.size().get(axis)) + (s.has("size") ? "" : " (default film.size)");
      String of = length(cell) + (s.has("cell") ? "" : " (default film.cell)");
      String name = axis == 0 ? "x" : "y";
      if (n < 2 - 1e-6) {
        throw s.error(key, FileMessage.TOO_FEW_CELLS, along, name, of, length(2 * cell));
      }
      if (Math.abs(n - whole) > 1e-6 * n) {
        throw s.error(
            key,
            FileMessage.NO_WHOLE_CELLS,
            along,
            name,
            of,
            length(Math.floor(n) * cell),
            length((Math.floor(n) + 1) * cell));
      }
    }
  }

  private void requireMemory(Section s, FilmSpec film) {
    int layers = film.layers();
    double cells = film.sizeX() / film.cell() * (film.sizeY() / film.cell()) * layers;
    double bytes = cells * (layers == 1 ? BYTES_PER_CELL : BYTES_PER_SOLID_CELL);
    if (cells > MAX_CELLS) {
      throw s.error("cell", FileMessage.TOO_MANY_CELLS, cells, MAX_CELLS);
    }
    if (bytes > memory) {
      throw s.error("cell", FileMessage.TOO_LITTLE_MEMORY, cells, bytes / 1e9, memory / 1e9);
    }
  }

  public static String length(double metres) {
    return Quantity.format(metres, Dimension.LENGTH);
  }
}
