package hopfilm.study;

import hopfilm.figures.Film;
import hopfilm.figures.TablePlot;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plots of what run folders hold: any column of {@code table.txt} against any other. */
public final class RunPlot {

  private RunPlot() {}

  /**
   * The table of a run.
   *
   * @throws ExperimentException if the folder is no run
   */
  public static Table table(Path run) throws IOException {
    Path file = run.resolve("table.txt");
    if (!Files.isDirectory(run)) {
      throw new ExperimentException(run + ": is no folder; name the folder of a run");
    }
    if (!Files.isRegularFile(file)) {
      throw new ExperimentException(
          Files.exists(run.resolve("runs.csv"))
              ? run + ": is a sweep and has no table.txt; name one of the run folders in it"
              : run + ": has no table.txt; name the folder of a run");
    }
    try {
      return TableReader.read(file);
    } catch (IOException e) {
      throw new ExperimentException(e.getMessage());
    }
  }

  /**
   * Plots columns of runs.
   *
   * @param runs folders of runs, at least one
   * @param x column that is drawn to the right
   * @param ys columns that are drawn upwards, at least one, all of one unit
   * @param out a file that ends with .svg or .png, or null for both in the first folder
   * @param title above the plot, or null for the name of the folder
   * @return the files written
   * @throws ExperimentException if a column is unknown, units differ, or nothing can be drawn
   */
  public static List<Path> write(List<Path> runs, String x, List<String> ys, Path out, String title)
      throws IOException {
    List<TablePlot.Curve> curves = new ArrayList<>();
    for (Path run : runs) {
      Table table = table(run);
      unit(run, table, x);
      for (String y : ys) {
        unit(run, table, y);
        String label = name(run) + (ys.size() > 1 ? " " + y : "");
        curves.add(new TablePlot.Curve(runs.size() > 1 ? label : y, table, y));
      }
    }
    requireOneUnit(runs.get(0), curves);
    if (curves.size() > TablePlot.MOST_CURVES) {
      throw new ExperimentException(
          "%d curves are more than the %d that can be told apart; plot fewer columns or runs"
              .formatted(curves.size(), TablePlot.MOST_CURVES));
    }
    List<Path> files = files(runs.get(0), x, ys, out);
    try {
      TablePlot.write(files, title != null ? title : name(runs.get(0)), x, curves);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(
          "%s: %s and %s cannot be plotted: %s"
              .formatted(
                  runs.get(0).resolve("table.txt"), x, String.join(", ", ys), e.getMessage()));
    }
    return files;
  }

  /**
   * Makes the film strip and the moving picture of a run again.
   *
   * @throws ExperimentException if the folder has too few snapshots
   */
  public static List<Path> movie(Path run) throws IOException {
    if (!Files.isDirectory(run)) {
      throw new ExperimentException(run + ": is no folder; name the folder of a run");
    }
    List<Path> files = Film.write(run);
    if (files.isEmpty()) {
      throw new ExperimentException(
          run
              + ": has no two snapshots m000000.ovf of one film; run with output.formats=[ovf] and"
              + " shorter output.snapshots");
    }
    return files;
  }

  private static String unit(Path run, Table table, String column) {
    List<String> known = table.columns().stream().map(Table.Column::name).toList();
    if (!known.contains(column)) {
      throw new ExperimentException(
          "%s: no column %s%s"
              .formatted(
                  run.resolve("table.txt"),
                  column,
                  Nearest.to(column, known)
                      .map(k -> "; did you mean " + k + "?")
                      .orElse("; known here: " + String.join(", ", known))));
    }
    return table.columns().get(table.indexOf(column).getAsInt()).unit();
  }

  private static void requireOneUnit(Path run, List<TablePlot.Curve> curves) {
    TablePlot.Curve first = curves.get(0);
    String unit = unit(run, first.table(), first.column());
    for (TablePlot.Curve c : curves) {
      String other = unit(run, c.table(), c.column());
      if (!other.equals(unit)) {
        throw new ExperimentException(
            "%s is in %s but %s is in %s; plot columns of one unit together"
                .formatted(first.column(), called(unit), c.column(), called(other)));
      }
    }
  }

  private static String called(String unit) {
    return unit.isEmpty() ? "plain numbers" : unit;
  }

  private static List<Path> files(Path run, String x, List<String> ys, Path out) {
    if (out == null) {
      String stem = "plot_" + x + "_" + String.join("_", ys);
      return List.of(run.resolve(stem + ".svg"), run.resolve(stem + ".png"));
    }
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".svg") && !name.endsWith(".png")) {
      throw new ExperimentException("--out " + out + ": end the name with .svg or .png");
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ExperimentException("--out " + out + ": the folder does not exist");
    }
    return List.of(out);
  }

  private static String name(Path run) {
    return run.toAbsolutePath().normalize().getFileName().toString();
  }
}
