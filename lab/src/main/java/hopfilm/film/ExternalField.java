package hopfilm.film;

import static hopfilm.units.Constants.MU0;

import hopfilm.dynamics.Envelope;
import hopfilm.dynamics.Surroundings;
import hopfilm.experiment.FieldSource;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.input.InputFiles;
import hopfilm.io.FieldFiles;
import hopfilm.io.OvfFile;
import hopfilm.magnet.Magnet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** External fields of an experiment on the engine. A file with equal vectors is a uniform field. */
public final class ExternalField {

  /** Of what a file holds, as of a value [A/m]. */
  private static final double LARGEST = 1e8;

  private static final String KEY = "field.file";

  private ExternalField() {}

  /** A magnet in a field. */
  public static Magnet on(Magnet magnet, FieldSource source) {
    if (source.value().isPresent()) {
      return magnet.withField(uniform(source));
    }
    VectorField field = read(source, magnet.grid());
    return isUniform(field) ? magnet.withField(first(field)) : magnet.withField(field);
  }

  /** The surroundings of a film in a field with a course in time. */
  public static Surroundings on(Surroundings film, FieldSource source, Envelope course) {
    if (source.value().isPresent()) {
      return film.withField(uniform(source), course);
    }
    VectorField field = read(source, film.magnet().grid());
    return isUniform(field) ? film.withField(first(field), course) : film.withField(field, course);
  }

  private static double[] uniform(FieldSource source) {
    return source.value().orElseThrow().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] first(VectorField field) {
    return new double[] {field.x()[0], field.y()[0], field.z()[0]};
  }

  private static boolean isUniform(VectorField field) {
    return Arrays.stream(field.components())
        .allMatch(values -> Arrays.stream(values).allMatch(v -> v == values[0]));
  }

  /**
   * The field of a file [A/m].
   *
   * @throws ExperimentException if it cannot be read, or is not for this film
   */
  public static VectorField read(FieldSource source, Grid film) {
    Path path = source.file().orElseThrow().path();
    OvfFile file;
    try {
      file = FieldFiles.read(path, new double[] {film.dx(), film.dy(), film.dz()});
    } catch (IOException e) {
      throw ExperimentException.of(KEY, FilmMessage.BAD_FIELD_FILE, InputFiles.reason(e));
    }
    Grid g = file.field().grid();
    if (!SameCells.of(film, g)) {
      throw ExperimentException.of(
          KEY, FilmMessage.FIELD_HAS_OTHER_CELLS, path, SameCells.words(g), SameCells.words(film));
    }
    VectorField h = new VectorField(film, file.field().x(), file.field().y(), file.field().z());
    DoubleUnaryOperator unit = unit(path, file.valueUnits());
    for (double[] values : h.components()) {
      for (int i = 0; i < values.length; i++) {
        values[i] = source.scale() * unit.applyAsDouble(values[i]);
        if (!(Math.abs(values[i]) <= LARGEST)) {
          throw ExperimentException.of(
              KEY, FilmMessage.FIELD_OUT_OF_RANGE, path, values[i] + " A/m", source.scale());
        }
      }
    }
    return h;
  }

  private static DoubleUnaryOperator unit(Path path, String unit) {
    return switch (unit) {
      case "", "1", "A/m" -> v -> v;
      case "T" -> v -> v / MU0;
      default -> throw ExperimentException.of(KEY, FilmMessage.FIELD_HAS_NO_UNIT, path, unit);
    };
  }
}
