package hopfilm.cli;

import hopfilm.check.Plausibility;
import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.ExperimentArguments;
import hopfilm.console.FolderOptions;
import hopfilm.console.MessageOptions;
import hopfilm.console.StopSignals;
import hopfilm.console.Terminal;
import hopfilm.experiment.SweepRun;
import hopfilm.file.Study;
import hopfilm.fit.FitPlan;
import hopfilm.fit.PlanResult;
import hopfilm.fit.PlanSummary;
import hopfilm.fit.PlanWords;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.protocol.StoppedException;
import hopfilm.result.SweepRecord;
import hopfilm.run.RunControl;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepListener;
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

/** What readings tell about the numbers of a film. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    header = "Plan which numbers of a film a measurement finds",
    description =
        "The section fit of the file names the readings with their noise and the unknown numbers."
            + " The plan prints the interval that the protocol would give each number, known"
            + " combinations of the others, and what to measure next.")
final class FitCommand implements Callable<Integer> {

  /** Runs between two lines of progress. */
  private static final int EVERY = 20;

  @Mixin private ExperimentArguments arguments = new ExperimentArguments();

  @Mixin private FolderOptions folders = new FolderOptions();

  @Option(names = "--plan", description = "Plan the measurement, without measured data")
  private boolean isPlan;

  @Option(names = "--json", description = "Print JSON in SI units")
  private boolean isJson;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!isPlan) {
      throw ExperimentException.of("fit", CliMessage.FIT_NOT_YET);
    }
    RunControl control = folders.control();
    if (folders.resume() != null && !FitPlan.isIn(folders.resume())) {
      throw ExperimentException.of("--resume " + folders.resume(), CliMessage.FIT_NO_FOLDER);
    }
    Study study = folders.read(arguments);
    String name = folders.name(arguments);
    if (study.fit() == null) {
      throw ExperimentException.of(name, CliMessage.FIT_NOTHING);
    }
    List<SweepRun> runs = FitPlan.vet(study, name);
    int workers = Math.min(arguments.workers(), runs.size());
    folders.require(arguments, runs, workers);
    Path folder = folders.folder(arguments);
    notes().println(folders.begins(folder));
    Plausibility.warnings(runs.subList(0, 1)).forEach(w -> MessageOptions.warn(w, notes()));
    return carryOut(study, folder, new LocalWorkers(workers, control), control);
  }

  private int carryOut(Study study, Path folder, LocalWorkers workers, RunControl control)
      throws IOException {
    try (StopSignals signals = StopSignals.watch(control, notes())) {
      try {
        print(FitPlan.run(study, folder, workers, progress(FitPlan.runs(study))));
      } catch (StoppedException e) {
        notes().println("hopfilm: stopped (%s)".formatted(e.getMessage()));
        notes().println(FolderOptions.goOn("fit --plan", folder));
        return signals.status();
      } catch (FitPlan.FailedException e) {
        notes().println("hopfilm: " + e.getMessage());
        return ExitStatus.FAILED;
      }
    }
    notes().println("hopfilm: report in " + new RunFolder(folder).page());
    return ExitStatus.DONE;
  }

  private SweepListener progress(int total) {
    return new SweepListener() {
      private int done;

      @Override
      public void doneBefore(SweepRun run) {
        done++;
      }

      @Override
      public void finished(SweepRecord record, int number, int of) {
        if (++done % EVERY == 0 || done == total) {
          notes().println("%d of %d runs".formatted(done, total));
        }
      }
    };
  }

  private void print(PlanResult result) {
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.print(JsonFile.text(PlanSummary.of(result)));
      return;
    }
    out.println(result.study().experiment().name());
    out.println();
    out.println(PlanWords.summary(result));
    out.println();
    Terminal.table(PlanWords.estimates(result), out);
    PlanWords.combinations(result).forEach(line -> out.println("\n" + line));
    if (!result.next().isEmpty()) {
      out.println();
      out.println("What to measure next, the most useful first");
      out.println();
      Terminal.table(PlanWords.next(result), out);
    }
    out.flush();
    PlanWords.warnings(result).forEach(w -> MessageOptions.warn(w, notes()));
  }

  private PrintWriter notes() {
    return spec.commandLine().getErr();
  }
}
