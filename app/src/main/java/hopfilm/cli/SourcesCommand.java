package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.input.ExperimentException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command that the script among the sources carries out, by a program of its own which it builds.
 * Here it has its line in the help; a release does not show it.
 */
final class SourcesCommand implements Callable<Integer> {

  private static final Map<String, String[]> ALL =
      Map.of(
          "bench",
          new String[] {
            "Measure speed and memory and compare them with limits",
            "It first builds its own program; ./hopfilm bench --help lists the options."
          },
          "spark",
          new String[] {
            "Start a Spark master or worker for run --spark",
            "Call ./hopfilm spark master, then on each machine ./hopfilm spark worker"
                + " spark://host:7077 (docs/howto/cluster.md)."
          });

  private final String name;

  private SourcesCommand(String name) {
    this.name = name;
  }

  /** Adds them to the commands of the program. */
  static void addTo(CommandLine program, boolean isVisible) {
    ALL.forEach(
        (name, words) -> {
          CommandSpec spec = CommandSpec.wrapWithoutInspection(new SourcesCommand(name)).name(name);
          spec.usageMessage().header(words[0]).description(words[1]).hidden(!isVisible);
          spec.parser().stopAtUnmatched(true);
          program.addSubcommand(name, new CommandLine(spec).setUnmatchedArgumentsAllowed(true));
        });
  }

  @Override
  public Integer call() {
    throw ExperimentException.of(name, CliMessage.OPTION_COMMAND_SOURCES, name);
  }
}
