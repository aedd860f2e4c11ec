package hopfilm.console;

import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Nearest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words of a command line. */
public final class WrongCall {

  private WrongCall() {}

  public static ExperimentException of(ParameterException e) {
    CommandLine command = e.getCommandLine();
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return error(CliMessage.OPTION_USAGE, e.getMessage(), name(command));
    }
    String word = unmatched.getUnmatched().get(0);
    if (word.startsWith("-")) {
      return option(word.split("=", 2)[0], command);
    }
    return command.getParent() == null
        ? command(word, command)
        : error(CliMessage.OPTION_TOO_MANY, Excerpt.of(word), name(command));
  }

  private static ExperimentException option(String word, CommandLine command) {
    List<String> known =
        command.getCommandSpec().options().stream()
            .filter(o -> !o.hidden())
            .flatMap(o -> Stream.of(o.names()))
            .filter(name -> name.startsWith("--"))
            .toList();
    String shown = Excerpt.of(word);
    return Nearest.to(word, known)
        .map(near -> error(CliMessage.OPTION_UNKNOWN_NEAR, shown, near))
        .orElseGet(() -> error(CliMessage.OPTION_UNKNOWN, shown, name(command)));
  }

  private static ExperimentException command(String word, CommandLine program) {
    List<String> known =
        program.getSubcommands().entrySet().stream()
            .filter(c -> !c.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();
    String shown = Excerpt.of(word);
    return Nearest.to(word, known)
        .map(near -> error(CliMessage.OPTION_COMMAND_NEAR, shown, near))
        .orElseGet(() -> error(CliMessage.OPTION_COMMAND, shown, String.join(", ", known)));
  }

  private static ExperimentException error(Message message, Object... values) {
    return ExperimentException.of("hopfilm", message, values);
  }

  private static String name(CommandLine line) {
    return line.getParent() == null ? "" : line.getCommandName() + " ";
  }
}
