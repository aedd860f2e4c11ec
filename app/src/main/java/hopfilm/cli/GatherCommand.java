package hopfilm.cli;

import hopfilm.console.ExitStatus;
import hopfilm.console.MessageOptions;
import hopfilm.console.Terminal;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFolder;
import hopfilm.run.RunDirectory;
import hopfilm.sweep.Gathering;
import hopfilm.sweep.SweepResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the shares of a sweep together. */
@Command(
    name = "gather",
    mixinStandardHelpOptions = true,
    header = "Merge the shares of a sweep into one folder",
    description = "The shares come from run --only k/n.")
final class GatherCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Folders of all shares")
  private List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the sweep, new or empty (default: runs/gathered-NNN)")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter notes = spec.commandLine().getErr();
    Gathering gathering = FileList.consistent(folders.get(0), () -> Gathering.of(folders));
    Path folder = out == null ? RunDirectory.next(Path.of(""), "gathered") : RunDirectory.of(out);
    notes.println("hopfilm: writing " + folder);
    SweepResult result = gathering.into(folder);
    Terminal.print(result, spec.commandLine().getOut());
    gathering.notes().forEach(n -> MessageOptions.warn(n, notes));
    result.warnings().forEach(w -> MessageOptions.warn(w, notes));
    notes.println("hopfilm: report in " + new RunFolder(folder).page());
    return result.failures().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
  }
}
