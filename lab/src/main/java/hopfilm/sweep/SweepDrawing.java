package hopfilm.sweep;

import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.experiment.SweepAxis;
import hopfilm.io.WholeFile;
import hopfilm.report.SweepReport;
import hopfilm.sweep.RunValue.Reading;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A number of the runs of a sweep, drawn and as a table: a {@link SweepCurve} over one key, or a
 * {@link SweepMap} over two. Only runs that repeat each other, those that differ in seeds alone,
 * are taken together; other keys are lines or panels. Runs that failed are left out.
 */
public abstract class SweepDrawing {

  /** More than these no one can tell apart. */
  static final int MAX_VALUES = 60;

  /** Below it Q and the means of m are what rounding left. */
  private static final double NOTHING = 1e-12;

  final SweepTable table;
  final MapAxis x;
  final RunValue value;

  /** Lines or panels, by the keys that are kept apart. */
  final List<Alike> parts;

  /** Swept keys whose runs are taken together. */
  final List<String> pooled;

  SweepDrawing(
      SweepTable table, MapAxis x, RunValue value, List<Alike> parts, List<String> pooled) {
    this.table = table;
    this.x = x;
    this.value = value;
    this.parts = parts;
    this.pooled = pooled;
  }

  /** Whether all that is kept apart can be drawn. */
  abstract boolean hasRoom();

  /** All points or cells. */
  abstract Stream<Reading> readings();

  /** What stands above the lines. */
  public abstract String title();

  /** Lines of values, with a head. */
  public abstract List<List<String>> rows();

  /** Name of its files without their ending. */
  abstract String name();

  abstract Figure figure();

  /** In SI units but for the swept keys, whose units are in the head. */
  abstract String csv();

  /** Whether there is anything to draw. */
  final boolean hasNumbers() {
    return readings().anyMatch(r -> Double.isFinite(r.value()));
  }

  /** What is taken together, in a few words. */
  final String pooled() {
    return pooled.stream()
        .map(k -> SweepAxis.isSeed(k) ? "seeds" : k.replaceFirst(".*\\.", ""))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  final int runs() {
    return readings().mapToInt(Reading::runs).sum();
  }

  /** The value in file names. */
  final String stem() {
    return value.name().replaceAll("[^A-Za-z0-9._-]", "-");
  }

  /** Keys that are kept apart; none for a single line or panel. */
  final List<String> apart() {
    return List.copyOf(parts.get(0).values().keySet());
  }

  /** A value, and a share as how many of how many. */
  final String text(Reading r) {
    if (!value.kinds().isEmpty() && r.total() > 0) {
      String all = r.hits() == r.total() ? "" : " %d/%d".formatted(r.hits(), r.total());
      return value.kinds().get((int) r.value()) + all;
    }
    return r.hits() >= 0 && r.total() > 0 ? r.hits() + "/" + r.total() : number(r.value());
  }

  final String number(double v) {
    boolean isNothing = value.dimension() == Dimension.FRACTION && Math.abs(v) < NOTHING;
    return Double.isFinite(v) ? Quantity.format(isNothing ? 0 : v, value.dimension()) : "-";
  }

  final Path folder() {
    return table.file().resolveSibling("");
  }

  /**
   * Writes an {@code .svg}, a {@code .png} and a {@code .csv} into the folder of the sweep, and
   * shows the drawing in its report.
   *
   * @return the files
   */
  public final List<Path> write() throws IOException {
    List<Path> files =
        Stream.of(".svg", ".png", ".csv").map(ending -> folder().resolve(name() + ending)).toList();
    for (Path file : files) {
      writeFile(file);
    }
    SweepReport.showMaps(folder());
    return files;
  }

  /** Writes one file, as a table or as a picture. */
  public final void writeFile(Path file) throws IOException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      WholeFile.writeSafely(file, csv());
    } else {
      FigureFiles.write(List.of(file), name(), figure());
    }
  }
}
