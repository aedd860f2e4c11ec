package hopfilm.cli;

import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.run.RunDirectory;
import hopfilm.sweep.SweepCurve;
import hopfilm.sweep.SweepMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
        "Draws success, margin, energy, time or a column of a sweep over one or two of its keys, the"
            + " runs that differ in others taken together.")
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
      description = "swept key upwards (default: none, and a curve over x with its spread)")
  private String y;

  @Option(
      names = "--value",
      paramLabel = "NAME",
      description =
          "learned, margin, recalled, energy-per-bit, time, or a column of runs.csv (default:"
              + " learned)")
  private String value = "learned";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "an .svg, .png or .csv file (default: RUN/map-NAME.svg, .png and .csv, and the report)")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (y == null) {
      SweepCurve curve = SweepCurve.of(sweep, x, value);
      write(curve::write, curve::writeFile, curve.title(), curve.rows());
    } else {
      SweepMap map = SweepMap.of(sweep, x, y, value);
      write(map::write, map::writeFile, map.title(), map.rows());
    }
    return ExitStatus.DONE;
  }

  /** Writes the files of a drawing into the folder of the sweep, and says which. */
  private interface IntoFolder {
    List<Path> write() throws IOException;
  }

  /** Writes one file of a drawing. */
  private interface IntoFile {
    void write(Path file) throws IOException;
  }

  private void write(IntoFolder all, IntoFile one, String title, List<List<String>> rows)
      throws IOException {
    List<Path> files;
    if (out == null) {
      RunDirectory.requireWritable(sweep);
      files = all.write();
    } else {
      if (!out.toString().toLowerCase(Locale.ROOT).matches(".*\\.(svg|png|csv)")) {
        throw ExperimentException.of("--out " + out, Message.MAP_ENDING);
      }
      RunDirectory.requireFile(out);
      one.write(out);
      files = List.of(out);
    }
    PrintWriter results = spec.commandLine().getOut();
    results.println(title);
    results.println();
    TextTable table = new TextTable(rows.get(0).toArray(String[]::new));
    rows.subList(1, rows.size()).forEach(row -> table.row(row.toArray(String[]::new)));
    table.print(results);
    results.println();
    files.forEach(results::println);
  }
}
