package hopfilm.cli;

import hopfilm.check.ExperimentCheck;
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
import hopfilm.fit.Estimate;
import hopfilm.fit.FilmFit;
import hopfilm.fit.FitPlan;
import hopfilm.fit.FitResult;
import hopfilm.fit.FitSummary;
import hopfilm.fit.FitWords;
import hopfilm.fit.Intervals;
import hopfilm.fit.PlanResult;
import hopfilm.folder.FolderKind;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.page.Sheet;
import hopfilm.protocol.StoppedException;
import hopfilm.result.SweepRecord;
import hopfilm.run.RunControl;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds numbers of a film from what was measured, or plans the measurement. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    header = "Find numbers of a film from measured conductances",
    description =
        "The section fit names measured values, their noise and the unknown numbers. The command prints each number with its interval, or that the model does not explain the data. --plan names what to measure next.")
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
    RunControl control = folders.control();
    folders.require(isPlan ? FolderKind.PLAN : FolderKind.FIT);
    Study study = folders.read(arguments);
    String name = folders.name(arguments);
    if (study.fit() == null) {
      throw ExperimentException.of(name, CliMessage.FIT_NOTHING);
    }
    if (!isPlan && study.fit().unmeasured().isPresent()) {
      throw ExperimentException.of(
          "%s: fit.data[%d]".formatted(name, study.fit().unmeasured().get()),
          CliMessage.FIT_NO_DATA);
    }
    List<SweepRun> runs = isPlan ? FitPlan.vet(study, name) : FilmFit.vet(study, name);
    int workers = Math.min(arguments.workers(), runs.size());
    folders.require(arguments, isPlan ? runs : all(study, runs.get(0)), workers);
    Path folder = folders.folder(arguments);
    notes().println(folders.begins(folder));
    Plausibility.warnings(runs.subList(0, 1)).forEach(w -> MessageOptions.warn(w, notes()));
    return carryOut(study, folder, new LocalWorkers(workers, control), control);
  }

  /** As many runs as a fit may take. */
  private static List<SweepRun> all(Study study, SweepRun one) {
    return Collections.nCopies(study.fit().evaluations() + 1, one);
  }

  private int carryOut(Study study, Path folder, LocalWorkers workers, RunControl control)
      throws IOException {
    try (StopSignals signals = StopSignals.watch(control, notes())) {
      try {
        if (isPlan) {
          print(FitPlan.run(study, folder, workers, progress(FitPlan.runs(study))));
        } else {
          print(FilmFit.run(study, folder, workers, SweepListener.NONE, clouds(study)));
        }
      } catch (StoppedException e) {
        notes().println("hopfilm: stopped (%s)".formatted(e.getMessage()));
        notes().println(FolderOptions.goOn(isPlan ? "fit --plan" : "fit", folder));
        return signals.status();
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

  /** A line after each cloud, with the time that the rest takes at most. */
  private FilmFit.Listener clouds(Study study) {
    List<String> names = Intervals.names(study.fit().unknowns());
    int most = study.fit().evaluations();
    long start = System.nanoTime();
    return progress -> {
      double each = (System.nanoTime() - start) / 1e9 / progress.runs();
      notes()
          .println(
              "%d of at most %d runs: %s; up to %s more"
                  .formatted(
                      progress.runs(),
                      most,
                      FitWords.line(progress, names),
                      ExperimentCheck.duration(each * (most - progress.runs()))));
    };
  }

  private void print(FitResult result) {
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.print(JsonFile.text(FitSummary.of(result)));
      return;
    }
    begin(result, FitWords.summary(result), FitWords.found(result));
    out.println();
    Terminal.table(FitWords.groups(result), out);
    out.flush();
    FitWords.warnings(result).forEach(w -> MessageOptions.warn(w, notes()));
  }

  private void begin(Intervals result, String summary, Sheet<Estimate> estimates) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(result.study().experiment().name());
    out.println();
    out.println(summary);
    out.println();
    Terminal.table(estimates, out);
    FitWords.combinations(result).forEach(line -> out.println("\n" + line));
  }

  private void print(PlanResult result) {
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.print(JsonFile.text(FitSummary.of(result)));
      return;
    }
    begin(result, FitWords.summary(result), FitWords.estimates(result));
    if (!result.next().isEmpty()) {
      out.println();
      out.println("What to measure next, the most useful first");
      out.println();
      Terminal.table(FitWords.next(result), out);
    }
    out.flush();
    FitWords.warnings(result).forEach(w -> MessageOptions.warn(w, notes()));
  }

  private PrintWriter notes() {
    return spec.commandLine().getErr();
  }
}
