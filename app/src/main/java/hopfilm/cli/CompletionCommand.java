package hopfilm.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets the shell complete commands, options and files. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description =
        "Prints what bash and zsh need to complete commands and options: source <(hopfilm"
            + " completion)")
final class CompletionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine program = spec.root().commandLine();
    spec.commandLine().getOut().print(AutoComplete.bash("hopfilm", program));
    return ExitStatus.DONE;
  }
}
