package hopfilm.cli;

import hopfilm.input.ExperimentException;
import hopfilm.run.RunDirectory;
import hopfilm.run.RunMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets the shell complete commands, options and files. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    header = "Print completion for bash and zsh, or manual pages",
    description = "Use it with: source <(hopfilm completion)")
final class CompletionCommand implements Callable<Integer> {

  @Option(
      names = "--man",
      paramLabel = "DIR",
      description =
          "Write a manual page of each command into a folder, such as ~/.local/share/man/man1")
  private Path man;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandLine program = spec.root().commandLine();
    if (man != null) {
      if (Files.isRegularFile(man)) {
        throw ExperimentException.of("--man " + man, RunMessage.OPTION_OUT_FILE);
      }
      RunDirectory.requireWritable(man);
      for (Path page : ManPages.write(program, man)) {
        spec.commandLine().getOut().println(page);
      }
      return ExitStatus.DONE;
    }
    spec.commandLine().getOut().print(AutoComplete.bash("hopfilm", program));
    return ExitStatus.DONE;
  }
}
