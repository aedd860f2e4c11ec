package hopfilm.cli;

import hopfilm.manual.JsonSchema;
import hopfilm.manual.KeyManual;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains commands and the keys of the experiment file. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    description = "Explains a command, or a key or section of the experiment file.")
final class HelpCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "TOPIC",
      description = "a command, a section such as material, or a key such as film.cell")
  private String topic;

  @Option(names = "--markdown", description = "all keys, as the page docs/experiment-file.md")
  private boolean markdown;

  @Option(
      names = "--schema",
      description = "JSON Schema of the experiment file, for editors: docs/experiment.schema.json")
  private boolean schema;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    CommandLine program = spec.commandLine().getParent();
    if (markdown) {
      out.print(KeyManual.markdown());
    } else if (schema) {
      out.print(JsonSchema.text());
    } else if (topic == null) {
      program.usage(out);
      sections(out);
    } else if (program.getSubcommands().containsKey(topic)) {
      program.getSubcommands().get(topic).usage(out);
    } else {
      out.print(KeyManual.entry(topic));
    }
    out.flush();
    return ExitStatus.DONE;
  }

  private static void sections(PrintWriter out) {
    out.println();
    out.println("Sections of the experiment file (hopfilm help SECTION, hopfilm help KEY):");
    for (String section : KeyManual.sections()) {
      String keys = KeyManual.summary(section).orElse("");
      out.printf("  %-18s  %s%n", section.isEmpty() ? "(none)" : section, keys);
    }
  }
}
