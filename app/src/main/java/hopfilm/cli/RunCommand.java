package hopfilm.cli;

import hopfilm.study.Experiment;
import hopfilm.study.ExperimentException;
import hopfilm.study.ExperimentRunner;
import hopfilm.study.LocalWorkers;
import hopfilm.study.Message;
import hopfilm.study.Plausibility;
import hopfilm.study.RunDirectory;
import hopfilm.study.RunResult;
import hopfilm.study.RunStatus;
import hopfilm.study.Sweep;
import hopfilm.study.SweepResult;
import hopfilm.study.SweepRun;
import hopfilm.study.Vetting;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Carries out an experiment. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Carries out an experiment and writes its folder.")
final class RunCommand implements Callable<Integer> {

  @Mixin private ExperimentArguments arguments = new ExperimentArguments();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder of the results, new or empty (default: runs/<file>-NNN)")
  private Path out;

  @Option(
      names = "--only",
      paramLabel = "k/n",
      description = "only every n-th run of a sweep, from the k-th on")
  private String only;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter results = spec.commandLine().getOut();
    PrintWriter notes = spec.commandLine().getErr();
    Experiment experiment = arguments.read();
    Sweep.Share share = ExperimentArguments.share(only);
    if (only != null && !experiment.isSweep()) {
      throw ExperimentException.of("--only " + only, Message.OPTION_ONLY_SINGLE);
    }
    List<SweepRun> runs = Sweep.runs(experiment, share);
    Vetting.vet(runs);
    for (SweepRun run : runs) {
      Plausibility.refuse(run.experiment(), arguments.name());
    }
    if (out != null) {
      RunDirectory.requireFree(out);
    }
    int workers = Math.min(arguments.workers(experiment), runs.size());
    Path folder =
        out == null ? RunDirectory.next(Path.of(""), arguments.stem()) : RunDirectory.of(out);
    notes.println("hopfilm: writing " + folder);
    // before the run: it may be long
    List<String> doubts = Plausibility.warnings(runs);
    doubts.forEach(w -> notes.println("warning: " + w));
    return experiment.isSweep()
        ? sweep(experiment, folder, share, runs, workers, doubts, results, notes)
        : single(experiment, folder, doubts, results, notes);
  }

  private static int single(
      Experiment experiment,
      Path folder,
      List<String> doubts,
      PrintWriter results,
      PrintWriter notes)
      throws IOException {
    RunResult result;
    try (ProgressDisplay progress = ProgressDisplay.of(notes, experiment.duration(), 1)) {
      int threads = Runtime.getRuntime().availableProcessors();
      result = ExperimentRunner.run(experiment, folder, threads, progress.ofRun());
    }
    ResultTables.print(result, results);
    warn(result.warnings(), doubts, notes);
    notes.println("hopfilm: report in " + folder.resolve("index.html"));
    return result.status() == RunStatus.DONE ? Main.DONE : Main.FAILED;
  }

  private static int sweep(
      Experiment experiment,
      Path folder,
      Sweep.Share share,
      List<SweepRun> runs,
      int workers,
      List<String> doubts,
      PrintWriter results,
      PrintWriter notes)
      throws IOException {
    double total = runs.stream().mapToDouble(r -> r.experiment().duration()).sum();
    SweepResult result;
    try (ProgressDisplay progress = ProgressDisplay.of(notes, total, runs.size())) {
      result = Sweep.run(experiment, folder, share, new LocalWorkers(workers), progress.ofSweep());
    }
    SweepTables.print(result, results);
    warn(result.warnings(), doubts, notes);
    notes.println("hopfilm: report in " + folder.resolve("index.html"));
    return result.failures().isEmpty() ? Main.DONE : Main.FAILED;
  }

  /** The warnings that were not shown before the run. */
  private static void warn(List<String> warnings, List<String> shown, PrintWriter notes) {
    warnings.stream().filter(w -> !shown.contains(w)).forEach(w -> notes.println("warning: " + w));
  }
}
