package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.FolderOptions;
import hopfilm.console.ProgressDisplay;
import hopfilm.console.QuantityList;
import hopfilm.console.StopSignals;
import hopfilm.console.Terminal;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.protocol.StoppedException;
import hopfilm.retention.Bakes;
import hopfilm.retention.Retention;
import hopfilm.retention.RetentionOutput;
import hopfilm.run.RunControl;
import hopfilm.run.RunDirectory;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepBackend;
import hopfilm.sweep.SweepCluster;
import hopfilm.units.Dimension;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How long trained films remember. */
@Command(
    name = "retain",
    mixinStandardHelpOptions = true,
    header = "Bake trained films and measure what they keep",
    description =
        "Each film is baked at each temperature and, as a control, without thermal noise, and read cold at five times. The results are weights left, their slope per decade of time, and the limit at 0 K.")
final class RetainCommand implements Callable<Integer> {

  private static final String USUAL_TEMPERATURES = "300 K, 600 K, 900 K";
  private static final String USUAL_TIME = "20 ns";
  private static final int USUAL_SEEDS = 3;

  private static final QuantityList.Range TEMPERATURES =
      new QuantityList.Range(1e-3, 1e5, "0.001 K to 100 kK; 0 K is baked anyway");
  private static final QuantityList.Range TIMES =
      new QuantityList.Range(1e-12, 1e-3, "1 ps to 1 ms");

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RUN",
      description = "Folder of a run that trained a pattern or wrote a picture, or of a sweep")
  private Path run;

  @Option(
      names = "--temperatures",
      paramLabel = "LIST",
      description = "Temperatures of the bakes (default: \"" + USUAL_TEMPERATURES + "\")")
  private String temperatures;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = "Duration of a bake (default: \"" + USUAL_TIME + "\")")
  private String time;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "Bakes of a film at each temperature, each with other noise (default: "
              + USUAL_SEEDS
              + ")")
  private Integer seeds;

  @Option(
      names = "--events",
      description = "Search the barriers to other rest states that bakes end in")
  private boolean events;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the results, new or empty (default: runs/retain-NNN)")
  private Path out;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Resume the bakes in this folder; leave out the other arguments")
  private Path resume;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Concurrent runs or problems (default: number of cores)")
  private Integer workers;

  @Mixin private SparkOption spark = new SparkOption();

  @Option(names = "--json", description = "Print JSON in SI units")
  private boolean isJson;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (workers != null && workers < 1) {
      throw ExperimentException.of("--workers", CliMessage.OPTION_WORKERS, workers);
    }
    spark.require(true, workers != null);
    Bakes bakes = resume == null ? begun() : resumed();
    RunControl control = RunControl.unlimited();
    // what can be wrong with the cluster is wrong before anything is written
    try (SweepCluster.Session session = spark.connect(control, notes())) {
      Path folder = resume == null ? folder() : resume;
      notes()
          .println("hopfilm: %s %s".formatted(resume == null ? "writing" : "going on in", folder));
      SweepBackend backend =
          session == null
              ? new LocalWorkers(Math.min(workers(), bakes.runs().size()), control)
              : session;
      return carryOut(bakes, folder, backend, control);
    }
  }

  private Bakes begun() throws IOException {
    if (run == null) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'RUN'");
    }
    double[] kelvin =
        QuantityList.split(temperatures == null ? USUAL_TEMPERATURES : temperatures).stream()
            .mapToDouble(
                w -> QuantityList.value("--temperatures", w, Dimension.TEMPERATURE, TEMPERATURES))
            .toArray();
    double seconds =
        QuantityList.value("--time", time == null ? USUAL_TIME : time, Dimension.TIME, TIMES);
    int each = seeds == null ? USUAL_SEEDS : seeds;
    Retention.Plan plan = Retention.Plan.of(run, kelvin, seconds, each, events);
    if (out == null) {
      RunDirectory.requireWritable(RunDirectory.RUNS);
    } else {
      RunDirectory.requireFree(out);
    }
    Bakes bakes = Bakes.of(plan, this::note);
    RunDirectory.requireRoom(out == null ? Path.of("") : out, bakes.runs(), workers());
    return bakes;
  }

  private Path folder() throws IOException {
    return out == null ? RunDirectory.next(Path.of(""), "retain") : RunDirectory.of(out);
  }

  private Bakes resumed() throws IOException {
    Object[] given = {run, temperatures, time, seeds, events ? true : null, out};
    String[] names = {"RUN", "--temperatures", "--time", "--seeds", "--events", "--out"};
    for (int k = 0; k < given.length; k++) {
      if (given[k] != null) {
        throw ExperimentException.of("--resume " + resume, CliMessage.RESUME_NOT_WITH, names[k]);
      }
    }
    return Bakes.in(resume, this::note);
  }

  private int workers() {
    return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
  }

  private int carryOut(Bakes bakes, Path folder, SweepBackend backend, RunControl control)
      throws IOException {
    Retention result;
    try (ProgressDisplay progress = ProgressDisplay.of(notes(), bakes.runs());
        StopSignals signals = StopSignals.watch(control, notes())) {
      try {
        result = bakes.run(folder, backend, progress.ofSweep(), workers());
      } catch (StoppedException e) {
        notes().println("hopfilm: stopped (%s)".formatted(e.getMessage()));
        notes().println(FolderOptions.goOn("retain", folder));
        return signals.status();
      }
    }
    PrintWriter print = spec.commandLine().getOut();
    if (isJson) {
      print.print(JsonFile.text(result));
    } else {
      print.println(result.name());
      RetentionOutput.tell(result, new Terminal(print));
      print.flush();
    }
    notes().println("hopfilm: report in " + new RunFolder(folder).page());
    return ExitStatus.DONE;
  }

  private void note(String text) {
    notes().println("hopfilm: " + text);
  }

  private PrintWriter notes() {
    return spec.commandLine().getErr();
  }
}
