package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.io.Table;
import hopfilm.run.RunPlot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plots what a run folder holds. */
@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    header = "Plot columns of the tables of runs",
    description = "Without X and Y it lists the columns.")
final class PlotCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN... X Y...",
      hideParamSyntax = true,
      description = {
        "RUN: folders of runs, such as sweep/0*;",
        "X: column to the right;",
        "Y: columns upwards, a panel for each unit"
      })
  private List<String> arguments;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Add a run to the plot; may be repeated")
  private List<Path> others = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "An .svg or .png file (default: both as RUN/plot_X_Y)")
  private Path out;

  @Option(names = "--title", paramLabel = "TEXT", description = "Title above the plot")
  private String title;

  @Option(
      names = "--movie",
      description = {
        "Make film-strip.svg, film-strip.png and film.gif of the snapshots; of a finished run also"
            + " film.html with a slider"
      })
  private boolean movie;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter results = spec.commandLine().getOut();
    List<Path> runs = runs();
    Path run = runs.get(0);
    List<String> columns = arguments.subList(found(), arguments.size());
    if (movie) {
      if (arguments.size() > 1 || out != null || title != null || !others.isEmpty()) {
        throw ExperimentException.of("--movie", CliMessage.PLOT_MOVIE_ALONE);
      }
      RunPlot.movie(run).forEach(results::println);
    } else if (columns.isEmpty()) {
      for (Table.Column c : RunPlot.table(run).columns()) {
        results.println((c.name() + (c.unit().isEmpty() ? "" : " (" + c.unit() + ")")));
      }
    } else if (columns.size() == 1) {
      String x = columns.get(0);
      throw ExperimentException.of("plot " + run + " " + x, CliMessage.PLOT_NO_COLUMN, x, run);
    } else {
      List<Path> all = new ArrayList<>(runs);
      all.addAll(others);
      RunPlot.write(all, columns.get(0), columns.subList(1, columns.size()), out, title)
          .forEach(results::println);
    }
    return ExitStatus.DONE;
  }

  /** How many arguments, from the first on, are files and folders: what a pattern found. */
  private int found() {
    int n = 1;
    while (n < arguments.size() && isThere(arguments.get(n))) {
      n++;
    }
    return n;
  }

  /**
   * A column may be called as a file here is; what a pattern finds are run folders, or below one.
   */
  private static boolean isThere(String argument) {
    Path path = Path.of(argument);
    return Files.isRegularFile(new RunFolder(path).table())
        || (path.getNameCount() > 1 && Files.exists(path));
  }

  private List<Path> runs() {
    List<Path> all = arguments.subList(0, found()).stream().map(Path::of).toList();
    List<Path> runs =
        all.stream().filter(p -> Files.isRegularFile(new RunFolder(p).table())).toList();
    if (runs.isEmpty() || all.size() == 1) {
      return all;
    }
    if (runs.size() < all.size()) {
      spec.commandLine()
          .getErr()
          .println(
              "hopfilm: %d of %d are not run folders and are left out"
                  .formatted(all.size() - runs.size(), all.size()));
    }
    return runs;
  }
}
