package hopfilm.cli;

import hopfilm.claimpage.ClaimManual;
import hopfilm.console.ExitStatus;
import hopfilm.console.Terminal;
import hopfilm.film.TableColumns;
import hopfilm.manual.JsonSchema;
import hopfilm.manual.KeyManual;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
    header = "Explain a command, a section or a key")
final class HelpCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "TOPIC",
      description = {
        "Command, section (material) or key (film.cell);",
        "keys lists all keys, columns those of table.txt,",
        "claims all parts of a page of claims"
      })
  private String topic;

  @Option(names = "--markdown", description = "Print all keys as Markdown")
  private boolean markdown;

  @Option(names = "--schema", description = "Print the JSON Schema of the file, for editors")
  private boolean schema;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      hidden = true,
      description = "Write all generated pages, schemas and Python files into the sources at DIR")
  private Path pages;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    CommandLine program = spec.commandLine().getParent();
    if (pages != null) {
      GeneratedPages.write(pages, program);
    } else if (markdown) {
      out.print(KeyManual.markdown());
    } else if (schema) {
      out.print(JsonSchema.text());
    } else if (topic == null) {
      program.usage(out);
    } else if (topic.equals("keys")) {
      out.print(KeyManual.list());
    } else if (topic.equals("columns")) {
      Terminal.table(
          new Sheet<>(TableColumns.all())
              .add("column", Form.TEXT, TableColumns.Meaning::name)
              .add("unit", Form.TEXT, TableColumns.Meaning::unit)
              .add("meaning", Form.TEXT, TableColumns.Meaning::meaning),
          out);
      out.printf(
          "%nOn request, by output.columns: [%s];%nR_a_b by output.resistance.%n",
          String.join(", ", TableColumns.onDemand()));
    } else if (topic.equals("claims")) {
      for (ClaimManual.Part part : ClaimManual.parts()) {
        out.printf("%s%n%n", part.title());
        Terminal.table(part.sheet(), out);
        out.println();
      }
    } else if (program.getSubcommands().containsKey(topic)) {
      program.getSubcommands().get(topic).usage(out);
    } else {
      out.print(KeyManual.entry(topic));
    }
    out.flush();
    return ExitStatus.DONE;
  }
}
