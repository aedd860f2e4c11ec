package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.ExperimentArguments;
import hopfilm.console.FolderVerdict;
import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.Study;
import hopfilm.folder.FolderKind;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.run.DoneRun;
import hopfilm.run.RunDirectory;
import hopfilm.run.RunMessage;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.Sweep;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes pages of what runs left. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    header = "Write the report of a finished run or sweep again",
    description = "It has all figures. A sweep also gets the reports of its runs.")
final class ReportCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Folders of runs or sweeps")
  private List<Path> folders;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    for (Path folder : folders) {
      FolderKind kind = FolderKind.of(folder);
      if (kind != FolderKind.RUN) {
        throw ExperimentException.of(folder, CliMessage.RESUME_OTHER, kind.command(), folder);
      }
      if (!Files.isRegularFile(new RunFolder(folder).experiment())) {
        throw ExperimentException.of(folder, CliMessage.REPORT_NO_RUN);
      }
      Study study = RunDirectory.resumable(folder);
      if (study.isSweep()) {
        sweep(study, folder);
      } else {
        made(DoneRun.report(study.experiment(), folder, threads(), notes()));
      }
    }
    return ExitStatus.DONE;
  }

  private void sweep(Study study, Path folder) throws IOException {
    RunFolder there = new RunFolder(folder);
    if (!there.isDone()) {
      throw ExperimentException.of(folder, RunMessage.REPORT_NOT_DONE, folder);
    }
    Share share = ExperimentArguments.share(there.only().orElse(null));
    for (SweepRun run : Sweep.runs(study, share)) {
      DoneRun.report(run.experiment(), there.run(run.folderName()).path(), threads(), notes());
    }
    // all runs are there: none is carried out
    Sweep.run(study, folder, share, new LocalWorkers(1), SweepListener.NONE);
    made(there.page());
  }

  private void made(Path page) throws IOException {
    Path folder = page.resolveSibling("");
    RunFolder there = new RunFolder(folder);
    if (there.readStatus().isPresent()) {
      String words = FolderVerdict.of(folder, there.readStatus().get()).words();
      if (!words.isEmpty()) {
        spec.commandLine().getOut().println(folder + ": " + words);
      }
    }
    PrintWriter notes = spec.commandLine().getErr();
    notes.println("hopfilm: report in " + page);
  }

  private Consumer<String> notes() {
    PrintWriter err = spec.commandLine().getErr();
    return note -> err.println("hopfilm: " + note);
  }

  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }
}
