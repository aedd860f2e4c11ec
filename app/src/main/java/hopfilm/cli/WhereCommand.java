package hopfilm.cli;

import hopfilm.console.ExitStatus;
import hopfilm.console.Terminal;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.run.RunDirectory;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.where.WeightMap;
import hopfilm.where.WhereFiles;
import hopfilm.where.WhereWeightsSit;
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

/** Where in a trained film the weights sit. */
@Command(
    name = "where",
    mixinStandardHelpOptions = true,
    header = "Map the weights over a trained film",
    description =
        "The maps show the sensitivity of each pattern's power, and its change by training.")
final class WhereCommand implements Callable<Integer> {

  /** Times and conductances this close, relative, are the same. */
  private static final double SAME = 1e-6;

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of a run")
  private Path run;

  @Option(
      names = "--before",
      paramLabel = "m.ovf",
      description = "Film before training (default: last one in the folder before it)")
  private Path before;

  @Option(
      names = "--after",
      paramLabel = "m.ovf",
      description =
          "Film after training (default: the measure that is judged, or the first snapshot after it)")
  private Path after;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the results (default: that of the run)")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (out != null) {
      RunDirectory.requireWritable(out);
    }
    WhereWeightsSit where = WhereWeightsSit.of(run, before, after);
    Path folder = out == null ? run : out;
    RunDirectory.requireWritable(folder);
    PrintWriter results = spec.commandLine().getOut();
    state(results, "before", where.before(), where.timeBefore());
    state(results, "after", where.after(), where.timeAfter());
    if (where.trainingStart() - where.timeBefore() > SAME * where.trainingStart()) {
      warn(
          "training began at %s, later than the film before; shorter output.snapshots show the film at that time"
              .formatted(time(where.trainingStart())));
    }
    if (where.otherwise() > SAME) {
      warn(
          "the run read conductances that differ by up to %.2g %% of the largest; maps and E' are of films at ambient temperature"
              .formatted(100 * where.otherwise()));
    }
    if (where.isOfResistances()) {
      warn(
          "the network learns in resistances; maps and E' here are of conductances at the same voltages, which a negative feedback lowers");
    }
    for (int k = 0; k < where.patterns().size(); k++) {
      print(results, where, k);
    }
    weights(results, where.pairs());
    WhereFiles.write(where, folder).forEach(results::println);
    return ExitStatus.DONE;
  }

  private void warn(String text) {
    spec.commandLine().getErr().println("hopfilm: warning: " + text);
  }

  private static void state(PrintWriter out, String which, Path file, double time) {
    out.println("%-7s %s, t = %s".formatted(which, file, time(time)));
  }

  private static String time(double t) {
    return Double.isNaN(t) ? "unknown" : Quantity.format(t, Dimension.TIME);
  }

  private static String at(WhereWeightsSit where) {
    return where.learned().isEmpty()
        ? ""
        : " at V0 = " + Quantity.format(where.amplitude(), Dimension.VOLTAGE, 3);
  }

  private static void print(PrintWriter out, WhereWeightsSit where, int k) {
    WeightMap map = where.patterns().get(k);
    String what =
        where.learned().isEmpty()
            ? "power of the drive"
            : k >= where.trained()
                ? "the lowest other state"
                : where.learned().get(k) ? "trained, and learned" : "trained, but not learned";
    out.println();
    out.println(
        "%s  %s; E' = %s%s against the untrained film"
            .formatted(
                map.name(), what, Quantity.format(map.energy(), Dimension.POWER), at(where)));
    Terminal.table(
        new Sheet<>(map.shares())
            .add("region", Form.TEXT, WeightMap.Share::region)
            .add("area", Form.TEXT, s -> percent(s.area()))
            .add("before", Form.TEXT, s -> percent(s.before()))
            .add("after", Form.TEXT, s -> percent(s.after()))
            .add("changed", Form.TEXT, s -> percent(s.gross()))
            .add("added (mW)", Form.TEXT, s -> number(1e3 * s.change())),
        out);
  }

  private static void weights(PrintWriter out, List<WeightMap> pairs) {
    out.println();
    Terminal.table(
        new Sheet<>(pairs)
            .add("pair", Form.TEXT, WeightMap::name)
            .add("G' (S)", Form.TEXT, map -> number(map.total()))
            .add("added between the two (S)", Form.TEXT, map -> number(between(map))),
        out);
    out.println();
  }

  private static double between(WeightMap map) {
    return map.shares().stream()
        .filter(s -> s.region().equals("between " + map.name()))
        .mapToDouble(WeightMap.Share::change)
        .sum();
  }

  private static String number(double v) {
    return String.format(Locale.ROOT, "%.4g", v);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
