package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.Amplitudes;
import hopfilm.film.TableColumns;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.input.InputFiles;
import hopfilm.input.Nearest;
import hopfilm.io.FieldException;
import hopfilm.io.Table;
import hopfilm.plot.TablePlot;
import hopfilm.report.RunFilm;
import hopfilm.result.PatternEnergies;
import hopfilm.result.Summary;
import hopfilm.result.TrainStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Plots of what run folders hold: any column of {@code table.txt} against any other. */
public final class RunPlot {

  private RunPlot() {}

  /**
   * The table of a run.
   *
   * @throws ExperimentException if the folder is no run, or its table is damaged
   */
  public static Table table(Path run) {
    RunFolder folder = new RunFolder(run);
    Path file = folder.table();
    if (!Files.isDirectory(run)) {
      throw ExperimentException.of(run, RunMessage.PLOT_NO_RUN);
    }
    if (!Files.isRegularFile(file)) {
      throw folder.isSweep()
          ? ExperimentException.of(run, RunMessage.PLOT_SWEEP, run)
          : ExperimentException.of(run, RunMessage.PLOT_NO_TABLE);
    }
    return InputFiles.read(
        file,
        () -> {
          FileList.requireWhole(folder, Set.of(RunFile.TABLE));
          return folder.readTable();
        });
  }

  /**
   * Plots columns of runs.
   *
   * @param runs folders of runs, at least one
   * @param x column that is drawn to the right
   * @param ys columns that are drawn upwards, at least one; each unit gets a panel
   * @param out a file that ends with .svg or .png, or null for both in the folder of the sweep that
   *     several runs are of, otherwise in the first folder
   * @param title above the plot, or null for the name of that folder
   * @return the files written
   * @throws ExperimentException if a column is unknown, or nothing can be drawn
   */
  public static List<Path> write(List<Path> runs, String x, List<String> ys, Path out, String title)
      throws IOException {
    List<TablePlot.Curve> curves = new ArrayList<>();
    Set<String> notes = new TreeSet<>();
    boolean hasEnergy = x.equals(TableColumns.E_PRIME) || ys.contains(TableColumns.E_PRIME);
    for (Path run : runs) {
      Table table =
          hasEnergy
              ? FileList.consistent(run, () -> comparable(run, table(run), notes))
              : table(run);
      requireColumn(run, table, x);
      for (String y : ys) {
        requireColumn(run, table, y);
        String label = name(run) + (ys.size() > 1 ? " " + y : "");
        curves.add(new TablePlot.Curve(runs.size() > 1 ? label : y, table, y));
      }
    }
    if (curves.size() > TablePlot.MAX_CURVES) {
      throw ExperimentException.of(
          runs.get(0), RunMessage.PLOT_TOO_MANY, curves.size(), TablePlot.MAX_CURVES);
    }
    List<Path> files = files(home(runs), x, ys, out);
    try {
      TablePlot.write(
          files, title != null ? title : name(home(runs)), x, curves, String.join(", ", notes));
    } catch (IllegalArgumentException e) {
      throw ExperimentException.of(
          new RunFolder(runs.get(0)).table(),
          RunMessage.PLOT_NOTHING,
          x,
          String.join(", ", ys),
          e.getMessage());
    }
    return files;
  }

  /**
   * A table with E' of all rows at the V0 or I0 of the last train step, as in the report; as it is
   * where the folder does not say what was trained when.
   *
   * @param notes hears of the V0
   */
  private static Table comparable(Path run, Table table, Set<String> notes) throws IOException {
    RunFolder folder = new RunFolder(run);
    FileList.requireWhole(folder, RunFile.NUMBERS);
    Summary summary = folder.readWholeSummary().orElse(null);
    if (summary == null || !Files.isRegularFile(folder.experiment())) {
      return table;
    }
    Experiment e = ExperimentFile.study(folder.experiment(), List.of()).experiment();
    Amplitudes all = Amplitudes.of(e, summary.training().stream().map(TrainStep::start).toList());
    if (!Double.isNaN(all.last())) {
      notes.add(new PatternEnergies.Input(all.last(), summary.network().isResistance()).words());
    }
    return all.scaled(table, all.last());
  }

  private static Path home(List<Path> runs) {
    Path first = runs.get(0).toAbsolutePath().normalize().getParent();
    boolean isOneSweep =
        runs.size() > 1
            && new RunFolder(first).isSweep()
            && runs.stream()
                .allMatch(r -> first.equals(r.toAbsolutePath().normalize().getParent()));
    return isOneSweep ? first : runs.get(0);
  }

  /**
   * Makes the film strip and the moving picture of a run again, and of a run that is done the page
   * with the slider.
   *
   * @throws ExperimentException if the folder has too few snapshots, or a damaged one
   */
  public static List<Path> movie(Path run) throws IOException {
    if (!Files.isDirectory(run)) {
      throw ExperimentException.of(run, RunMessage.PLOT_NO_RUN);
    }
    RunDirectory.requireWritable(run);
    RunFolder folder = new RunFolder(run);
    FileList.requireWhole(folder, RunFile.numbersAnd(RunFile.SNAPSHOT));
    List<Path> files = new ArrayList<>();
    try {
      if (folder.isDone() && Files.isRegularFile(folder.experiment())) {
        Experiment experiment = RunDirectory.resumable(run).experiment();
        DoneRun.slider(experiment, run).ifPresent(files::add);
      }
      files.addAll(RunFilm.write(folder));
    } catch (FieldException e) {
      throw ExperimentException.passedOn(e);
    }
    if (files.isEmpty()) {
      throw ExperimentException.of(run, RunMessage.PLOT_TOO_FEW_SNAPSHOTS);
    }
    return files;
  }

  private static void requireColumn(Path run, Table table, String column) {
    List<String> known = table.columns().stream().map(Table.Column::name).toList();
    if (!known.contains(column)) {
      Path file = new RunFolder(run).table();
      throw Nearest.to(column, known)
          .map(k -> ExperimentException.of(file, RunMessage.PLOT_UNKNOWN_NEAR, column, k))
          .orElseGet(
              () ->
                  ExperimentException.of(
                      file, RunMessage.PLOT_UNKNOWN, column, String.join(", ", known)));
    }
  }

  private static List<Path> files(Path run, String x, List<String> ys, Path out) {
    if (out == null) {
      RunDirectory.requireWritable(run);
      String stem = "plot_" + x + "_" + String.join("_", ys);
      return List.of(run.resolve(stem + ".svg"), run.resolve(stem + ".png"));
    }
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".svg") && !name.endsWith(".png")) {
      throw ExperimentException.of("--out " + out, RunMessage.PLOT_ENDING);
    }
    RunDirectory.requireFile(out);
    return List.of(out);
  }

  private static String name(Path run) {
    return run.toAbsolutePath().normalize().getFileName().toString();
  }
}
