package hopfilm.cli;

import hopfilm.check.Plausibility;
import hopfilm.check.Vetting;
import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.ExperimentArguments;
import hopfilm.console.FolderOptions;
import hopfilm.console.MessageOptions;
import hopfilm.console.ProgressDisplay;
import hopfilm.console.StopSignals;
import hopfilm.console.Terminal;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.Study;
import hopfilm.folder.FolderKind;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.protocol.RunResult;
import hopfilm.report.RunStory;
import hopfilm.result.RunStatus;
import hopfilm.run.DoneRun;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.PageData;
import hopfilm.run.RunControl;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.Sweep;
import hopfilm.sweep.SweepBackend;
import hopfilm.sweep.SweepCluster;
import hopfilm.sweep.SweepResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Carries out an experiment. */
@Command(name = "run", mixinStandardHelpOptions = true, header = "Run an experiment or a sweep")
final class RunCommand implements Callable<Integer> {

  @Mixin private ExperimentArguments arguments = new ExperimentArguments();

  @Mixin private FolderOptions folders = new FolderOptions();

  @Mixin private SparkOption spark = new SparkOption();

  @Option(
      names = "--only",
      paramLabel = "k/n",
      description = "Run only every n-th run of a sweep, from the k-th")
  private String only;

  @Option(names = "--live", description = "Show the run in a browser")
  private boolean live;

  @Option(names = "--json", description = "Print summary.json and the folder")
  private boolean isJson;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Cores of a run (default: all), without effect on results")
  private Integer threads;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (threads != null && threads < 1) {
      throw ExperimentException.of("--threads " + threads, CliMessage.OPTION_THREADS);
    }
    RunControl control = folders.control();
    Path resume = folders.resume();
    folders.require(FolderKind.RUN);
    Study study = folders.read(arguments);
    if (only == null && resume != null) {
      only = new RunFolder(resume).only().orElse(null); // a share goes on as that share
    }
    Share share = ExperimentArguments.share(only);
    if (resume != null && new RunFolder(resume).isDone() && isWhole(study, share, resume)) {
      notes().println(folders.nothingLeft());
      return ExitStatus.DONE;
    }
    if (only != null && !study.isSweep()) {
      throw ExperimentException.of("--only " + only, CliMessage.OPTION_ONLY_SINGLE);
    }
    if (live && study.isSweep()) {
      throw ExperimentException.of(
          "--live", CliMessage.OPTION_LIVE_SWEEP, Sweep.runs(study, share).size());
    }
    spark.require(study.isSweep(), arguments.hasWorkers());
    List<SweepRun> runs = Sweep.runs(study, share);
    Vetting.vet(runs);
    String name = folders.name(arguments);
    for (SweepRun run : runs) {
      Plausibility.refuse(run.experiment(), name);
    }
    int workers = Math.min(arguments.workers(study), runs.size());
    folders.require(arguments, runs, workers);
    // what can be wrong with the cluster is wrong before anything is written
    try (SweepCluster.Session session = spark.connect(control, notes())) {
      SweepBackend backend = session == null ? workers(workers, control) : session;
      return carryOut(study, share, runs, backend, control);
    }
  }

  private LocalWorkers workers(int workers, RunControl control) {
    return threads == null
        ? new LocalWorkers(workers, control)
        : new LocalWorkers(workers, threads(), control);
  }

  /** Whether all that was done is there, or could be made again without the film. */
  private boolean isWhole(Study study, Share share, Path folder) throws IOException {
    if (study.isSweep()) {
      return Sweep.isWhole(study, folder, share);
    }
    return DoneRun.mend(
        study.experiment(), folder, threads(), note -> notes().println("hopfilm: " + note));
  }

  private int carryOut(
      Study study, Share share, List<SweepRun> runs, SweepBackend backend, RunControl control)
      throws IOException {
    Path folder = folders.folder(arguments);
    notes().println(folders.begins(folder));
    // before the run: it may be long
    List<String> doubts = Plausibility.warnings(runs);
    doubts.forEach(w -> MessageOptions.warn(w, notes()));
    try {
      return study.isSweep()
          ? sweep(study, folder, share, runs, backend, control, doubts)
          : single(study.experiment(), folder, control, doubts);
    } catch (IOException e) {
      if (Files.exists(new RunFolder(folder).experiment())) {
        notes().println("hopfilm: what was written before stays; see below why no more could be");
        goOn(folder);
      }
      throw e;
    }
  }

  private void goOn(Path folder) {
    notes().println(FolderOptions.goOn("run", folder));
  }

  private PrintWriter notes() {
    return spec.commandLine().getErr();
  }

  private PrintWriter results() {
    return spec.commandLine().getOut();
  }

  private int single(Experiment experiment, Path folder, RunControl control, List<String> doubts)
      throws IOException {
    RunResult result;
    int status;
    // the display first: its terminal sets signals to what they do by default
    try (ProgressDisplay progress = ProgressDisplay.of(notes(), experiment.duration());
        StopSignals signals = StopSignals.watch(control, notes())) {
      result =
          live
              ? ServeCommand.watched(
                  experiment, folder, threads(), progress.ofRun(), control, notes())
              : ExperimentRunner.run(experiment, folder, threads(), progress.ofRun(), control);
      status = signals.status();
    }
    if (result.status() == RunStatus.STOPPED) {
      return stopped(folder, result.message(), status);
    }
    if (isJson) {
      printJson(folder);
    } else {
      print(result);
    }
    warn(result.warnings(), doubts, notes());
    saySamples(new RunFolder(folder).samples());
    notes().println(whereToLook(folder));
    return result.status() == RunStatus.DONE ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private void print(RunResult result) throws IOException {
    PrintWriter out = results();
    out.println(result.experiment().name());
    RunStory.tell(PageData.told(result), new Terminal(out));
    RunResult.Effort e = result.effort();
    out.printf(
        Locale.ROOT,
        "%n%d steps, %d potentials, kernels %s, %.1f s%n",
        e.steps(),
        e.solves(),
        e.kernels(),
        e.seconds());
  }

  private int sweep(
      Study study,
      Path folder,
      Share share,
      List<SweepRun> runs,
      SweepBackend backend,
      RunControl control,
      List<String> doubts)
      throws IOException {
    SweepResult result;
    int status;
    try (ProgressDisplay progress = ProgressDisplay.of(notes(), runs);
        StopSignals signals = StopSignals.watch(control, notes())) {
      result = Sweep.run(study, folder, share, backend, progress.ofSweep());
      status = signals.status();
    }
    if (result.isStopped()) {
      long left = result.records().stream().filter(r -> r.status() == RunStatus.STOPPED).count();
      return stopped(folder, "%d of %d runs are not done".formatted(left, runs.size()), status);
    }
    if (isJson) {
      printJson(folder);
    } else {
      Terminal.print(result, results());
    }
    warn(result.warnings(), doubts, notes());
    notes().println(whereToLook(folder));
    return result.failures().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  /** The summary after the folder, so that a script need not look for it in messages. */
  private void printJson(Path folder) throws IOException {
    String summary = Files.readString(new RunFolder(folder).summary());
    String path = JsonMapper.shared().writeValueAsString(folder.toAbsolutePath().toString());
    results().print("{\n  \"folder\" : " + path + "," + summary.substring(1));
  }

  private int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /** A run without a page is to be found all the same. */
  private static String whereToLook(Path folder) {
    Path page = new RunFolder(folder).page();
    return Files.isRegularFile(page)
        ? "hopfilm: report in " + page
        : "hopfilm: results in " + folder + "; no page, as output.report says";
  }

  /** The page does not show them. */
  private void saySamples(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        notes().println("hopfilm: %d samples in %s".formatted(lines.count() - 1, file));
      }
    }
  }

  private int stopped(Path folder, String why, int status) {
    notes().println("hopfilm: stopped (%s)".formatted(why));
    goOn(folder);
    return status;
  }

  /** The warnings that were not shown before the run. */
  private static void warn(List<String> warnings, List<String> shown, PrintWriter notes) {
    warnings.stream().filter(w -> !shown.contains(w)).forEach(w -> MessageOptions.warn(w, notes));
  }
}
