package hopfilm.cli;

import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
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
    description =
        "Draws success, margin, energy, time or a column of a sweep over one or two of its keys."
            + " Runs that differ in seeds alone are taken together; other keys are lines or"
            + " panels.")
final class MapCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "RUN", description = "folder of a sweep")
  private Path sweep;

  @Option(
      names = "--x",
      paramLabel = "KEY",
      required = true,
      description = "swept key to the right, such as train.voltage, or its end, such as voltage")
  private String x;

  @Option(
      names = "--y",
      paramLabel = "KEY",
      description = "swept key upwards (default: none, and curves over x with their spread)")
  private String y;

  @Option(
      names = "--value",
      paramLabel = "NAME",
      description =
          "learned, margin, recalled, energy-per-bit, time, or a column of runs.csv (default:"
              + " learned)")
  private String value = "learned";

  @Option(
      names = "--pool",
      paramLabel = "KEY",
      description =
          "swept key whose runs are taken together, as those of seeds always are; may be repeated")
  private List<String> pool = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "an .svg, .png or .csv file (default: RUN/map-NAME.svg, .png and .csv, and the report)")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    SweepDrawing drawing = SweepDrawings.of(sweep, x, y, value, pool);
    List<Path> files;
    if (out == null) {
      RunDirectory.requireWritable(sweep);
      files = drawing.write();
    } else {
      if (!out.toString().toLowerCase(Locale.ROOT).matches(".*\\.(svg|png|csv)")) {
        throw ExperimentException.of("--out " + out, Message.MAP_ENDING);
      }
      RunDirectory.requireFile(out);
      drawing.writeFile(out);
      files = List.of(out);
    }
    PrintWriter results = spec.commandLine().getOut();
    results.println(drawing.title());
    results.println();
    List<List<String>> rows = drawing.rows();
    TextTable table = new TextTable(rows.get(0).toArray(String[]::new));
    rows.subList(1, rows.size()).forEach(row -> table.row(row.toArray(String[]::new)));
    table.print(results);
    results.println();
    files.forEach(results::println);
    return ExitStatus.DONE;
  }
}
