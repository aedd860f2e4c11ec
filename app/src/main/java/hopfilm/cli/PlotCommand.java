package hopfilm.cli;

import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.io.Table;
import hopfilm.run.RunPlot;
import java.io.IOException;
import java.io.PrintWriter;
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
    description = "Plots columns of the table of a run; without columns, lists them.")
final class PlotCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "RUN", description = "folder of a run")
  private Path run;

  @Parameters(index = "1", arity = "0..1", paramLabel = "X", description = "column to the right")
  private String x;

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "Y",
      description = "columns upwards, all of one unit")
  private List<String> ys = new ArrayList<>();

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "one more run in the same plot; may be repeated")
  private List<Path> others = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "an .svg or .png file (default: RUN/plot_X_Y.svg and .png)")
  private Path out;

  @Option(names = "--title", paramLabel = "TEXT", description = "above the plot")
  private String title;

  @Option(
      names = "--movie",
      description = "makes film-strip.svg, film-strip.png and film.gif from the snapshots instead")
  private boolean movie;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter results = spec.commandLine().getOut();
    if (movie) {
      if (x != null || out != null || title != null || !others.isEmpty()) {
        throw ExperimentException.of("--movie", Message.PLOT_MOVIE_ALONE);
      }
      RunPlot.movie(run).forEach(results::println);
    } else if (x == null) {
      for (Table.Column c : RunPlot.table(run).columns()) {
        results.println((c.name() + (c.unit().isEmpty() ? "" : " (" + c.unit() + ")")));
      }
    } else if (ys.isEmpty()) {
      throw ExperimentException.of("plot " + run + " " + x, Message.PLOT_NO_COLUMN, x, run);
    } else {
      List<Path> runs = new ArrayList<>(List.of(run));
      runs.addAll(others);
      RunPlot.write(runs, x, ys, out, title).forEach(results::println);
    }
    return ExitStatus.DONE;
  }
}
