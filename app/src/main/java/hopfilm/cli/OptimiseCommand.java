package hopfilm.cli;

import hopfilm.check.Plausibility;
import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.ExperimentArguments;
import hopfilm.console.FolderOptions;
import hopfilm.console.MessageOptions;
import hopfilm.console.StopSignals;
import hopfilm.console.Terminal;
import hopfilm.experiment.OptimiseSpec;
import hopfilm.experiment.SweepRun;
import hopfilm.file.KeyPath;
import hopfilm.file.Study;
import hopfilm.folder.FolderKind;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.input.ShellWord;
import hopfilm.optimise.Candidate;
import hopfilm.optimise.Optimisation;
import hopfilm.optimise.OptimisationResult;
import hopfilm.optimise.OptimiseText;
import hopfilm.page.Sheet;
import hopfilm.run.RunControl;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepListener;
import hopfilm.yaml.Yaml.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks for the values at which an experiment does best. */
@Command(
    name = "optimise",
    mixinStandardHelpOptions = true,
    header = "Search for the best values of some keys",
    description = "The section optimise names keys and objective. The report ranks the keys.")
final class OptimiseCommand implements Callable<Integer> {

  @Mixin private ExperimentArguments arguments = new ExperimentArguments();

  @Mixin private FolderOptions folders = new FolderOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RunControl control = folders.control();
    folders.require(FolderKind.OPTIMISATION);
    Study study = folders.read(arguments);
    String name = folders.name(arguments);
    if (study.optimise() == null) {
      throw ExperimentException.of(name, CliMessage.OPTIMISE_NOTHING);
    }
    requireEffect(study.optimise());
    if (folders.resume() != null && new RunFolder(folders.resume()).isDone()) {
      notes().println(folders.nothingLeft());
      return ExitStatus.DONE;
    }
    List<SweepRun> runs = Optimisation.vet(study, name);
    int workers = Math.min(arguments.workers(study), runs.size());
    if (folders.resume() == null) {
      List<SweepRun> all = new ArrayList<>();
      Collections.nCopies(study.optimise().evaluations(), runs).forEach(all::addAll);
      folders.require(arguments, all, workers);
    }
    Path folder = folders.folder(arguments);
    notes().println(folders.begins(folder));
    Plausibility.warnings(runs).forEach(w -> MessageOptions.warn(w, notes()));
    return carryOut(study, folder, new LocalWorkers(workers, control), control);
  }

  /** Refuses a setting of a key that the search varies. */
  private void requireEffect(OptimiseSpec optimise) {
    for (Setting setting : arguments.settings()) {
      KeyPath key = KeyPath.parse(setting.key(), setting.origin());
      boolean isVaried =
          optimise.parameters().stream()
              .anyMatch(p -> KeyPath.parse(p.key(), setting.origin()).covers(key));
      if (isVaried) {
        throw ExperimentException.at(setting.origin(), key.text(), CliMessage.OPTIMISE_VARIES);
      }
    }
  }

  private int carryOut(Study study, Path folder, LocalWorkers workers, RunControl control)
      throws IOException {
    OptimisationResult result;
    int status;
    try (StopSignals signals = StopSignals.watch(control, notes())) {
      result =
          Optimisation.run(
              study,
              folder,
              workers,
              new SweepListener() {
                @Override
                public void note(SweepRun run, String message) {
                  notes().println("hopfilm: run %d: %s".formatted(run.number(), message));
                }
              },
              (trial, best) -> line(study.optimise(), trial, best));
      status = signals.status();
    } catch (IOException e) {
      if (Files.exists(new RunFolder(folder).experiment())) {
        goOn(folder);
      }
      throw e;
    }
    if (result.stopped() != null) {
      notes().println("hopfilm: stopped (%s)".formatted(result.stopped()));
      goOn(folder);
      return status;
    }
    print(result);
    notes().println("hopfilm: report in " + new RunFolder(folder).page());
    return result.best() == null ? ExitStatus.FAILED : ExitStatus.DONE;
  }

  private void line(OptimiseSpec optimise, Candidate t, Candidate best) {
    String text =
        "evaluation %d of %d (%s): %s %s"
            .formatted(
                t.number(),
                optimise.evaluations(),
                String.join(", ", OptimiseText.words(t.texts())),
                optimise.objective().text(),
                OptimiseText.value(optimise, t));
    if (!t.message().isEmpty()) {
      text += ", " + t.message();
    }
    if (best != null) {
      text +=
          best.number() == t.number()
              ? ", best so far"
              : "; best " + OptimiseText.value(optimise, best);
    }
    notes().println(text + String.format(Locale.ROOT, ", %.0f s", t.seconds()));
  }

  private void print(OptimisationResult result) {
    PrintWriter results = spec.commandLine().getOut();
    results.println(result.experiment().name());
    results.println();
    results.println(OptimiseText.summary(result));
    results.println();
    results.println("What it depends on: trend of the ranks, share of their variance");
    results.println();
    Terminal.table(
        Sheet.of(
            List.of("parameter", "trend", "95 % interval", "share"),
            OptimiseText.sensitivities(result.sensitivities())),
        results);
    if (result.best() != null) {
      results.println();
      results.println(
          "To run the best: hopfilm run " + ShellWord.of(new RunFolder(result.folder()).best()));
    }
  }

  private void goOn(Path folder) {
    notes().println(FolderOptions.goOn("optimise", folder));
  }

  private PrintWriter notes() {
    return spec.commandLine().getErr();
  }
}
