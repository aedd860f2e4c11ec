package hopfilm.cli;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.file.ExperimentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The experiment files of the repository, with their times cut to picoseconds. */
final class ShortRuns {

  /** Enough for two bands of rows, one for each of two threads. */
  private static final int MAX_CELLS = 1200;

  private ShortRuns() {}

  /** All examples. */
  static List<Path> examples() {
    return files("examples", ".*\\.yaml");
  }

  /** Files that hold every key between them. */
  static List<Path> everyKey() {
    return files("app/src/test/resources/hopfilm/cli", "every-key-of-.*\\.yaml");
  }

  private static List<Path> files(String place, String pattern) {
    try (Stream<Path> all = Files.list(Program.repository().resolve(place))) {
      return all.filter(f -> f.getFileName().toString().matches(pattern)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings that cut the times of an example. */
  static List<String> settings(Path example) {
    List<String> settings =
        new ArrayList<>(
            List.of("initial.relax.time=4 ps", "output.table=2 ps", "output.snapshots=4 ps"));
    String text = text(example);
    addTimes(settings, text, "4 ps");
    if (text.contains("- drive:")) {
      settings.add("drive.time=4 ps");
    }
    if (text.contains("ramp:")) {
      settings.add("train.ramp=1 ps");
    }
    if (text.contains("  initial.seed: ")) {
      // a sweep over many mazes
      settings.add("initial.seed=1");
    }
    if (text.contains("{wired: ") || text.contains("- write:")) {
      // films of a million cells, and writes that end with a rest of 1 ns
      settings.add("film.cell=16 nm");
    }
    return settings;
  }

  /** The first run of a file with few cells, few rows and no pictures. */
  static Experiment small(Path file, String kernels) {
    List<String> settings = new ArrayList<>();
    String text = text(file);
    if (file.endsWith(Path.of("examples", file.getFileName().toString()))) {
      settings.addAll(settings(file));
      settings.add("output.table=4 ps");
    } else {
      settings.addAll(
          List.of("initial.relax.time=4 ps", "output.table=10 ps", "output.snapshots=10 ps"));
      // the shortest that holds a slot or a pulse
      addTimes(settings, text, "10 ps");
    }
    if (text.contains("from: noisy") && !text.contains("from: all")) {
      settings.add("retrieve.copies=5");
    }
    settings.addAll(
        List.of("output.formats=[ovf]", "output.report=off", "numerics.kernels=" + kernels));
    FilmSpec film = ExperimentFile.read(file, settings).film();
    settings.add("film.cell=" + (float) (1e9 * film.cell() * coarser(film)) + " nm");
    return ExperimentFile.read(file, settings);
  }

  private static void addTimes(List<String> settings, String text, String training) {
    for (String step : List.of("train", "write", "rest", "field", "relax")) {
      if (text.contains("- " + step + ":")) {
        settings.add(step + ".time=" + (step.equals("train") ? training : "4 ps"));
      }
    }
  }

  /** The smallest factor by which cells may grow along x and y to be few. */
  private static long coarser(FilmSpec film) {
    long nx = Math.round(film.sizeX() / film.cell());
    long ny = Math.round(film.sizeY() / film.cell());
    long factor = 1;
    while (nx % factor != 0
        || ny % factor != 0
        || nx / factor * (ny / factor) * film.layers() > MAX_CELLS) {
      factor++;
    }
    return factor;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
