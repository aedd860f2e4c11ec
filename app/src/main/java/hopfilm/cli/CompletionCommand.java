package hopfilm.cli;

import hopfilm.console.ExitStatus;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets the shell complete commands, options and files. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    header = "Print completion for bash and zsh",
    description = "Use it with: source <(hopfilm completion)")
final class CompletionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(AutoComplete.bash("hopfilm", spec.root().commandLine()));
    return ExitStatus.DONE;
  }
}
