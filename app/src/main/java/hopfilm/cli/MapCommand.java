package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.Terminal;
import hopfilm.folder.FileList;
import hopfilm.input.ExperimentException;
import hopfilm.page.Sheet;
import hopfilm.run.RunDirectory;
import hopfilm.sweep.SweepDrawing;
import hopfilm.sweep.SweepDrawings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws what came out of a sweep over one or two of its keys. */
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    header = "Draw the results of a sweep over one or two keys",
    description = "Runs that differ in seeds only are pooled; other keys are lines or panels.")
final class MapCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "SWEEP", description = "Folder of a sweep")
  private Path sweep;

  @Option(
      names = "--x",
      paramLabel = "KEY",
      required = true,
      description =
          "Swept key with numbers, for the horizontal axis; a unique end of its name is enough")
  private String x;

  @Option(
      names = "--y",
      paramLabel = "KEY",
      description = "Swept key of the vertical axis (default: none, for curves over x)")
  private String y;

  @Option(
      names = "--value",
      paramLabel = "NAME",
      description =
          "Value of a cell or point: learned, margin, recalled, energy-per-bit, time, texture, or a"
              + " numerical column of runs.csv (default: learned)")
  private String value = "learned";

  @Option(
      names = "--pool",
      paramLabel = "KEY",
      description = "Swept key whose runs are pooled too; may be repeated")
  private List<String> pool = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "An .svg, .png or .csv file (default: SWEEP/map-NAME.svg, .png and .csv, and the report)")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    SweepDrawing drawing =
        FileList.consistent(sweep, () -> SweepDrawings.of(sweep, x, y, value, pool));
    List<Path> files;
    if (out == null) {
      RunDirectory.requireWritable(sweep);
      files = drawing.write();
    } else {
      if (!out.toString().toLowerCase(Locale.ROOT).matches(".*\\.(svg|png|csv)")) {
        throw ExperimentException.of("--out " + out, CliMessage.MAP_ENDING);
      }
      RunDirectory.requireFile(out);
      drawing.writeFile(out);
      files = List.of(out);
    }
    PrintWriter results = spec.commandLine().getOut();
    results.println(drawing.title());
    results.println();
    List<List<String>> rows = drawing.rows();
    Terminal.table(Sheet.of(rows.get(0), rows.subList(1, rows.size())), results);
    results.println();
    files.forEach(results::println);
    return ExitStatus.DONE;
  }
}
