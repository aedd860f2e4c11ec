package hopfilm.cli;

import hopfilm.check.MaterialList;
import hopfilm.console.ExitStatus;
import hopfilm.console.Terminal;
import hopfilm.key.Materials;
import hopfilm.page.Sheet;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists materials with the sources of their values. */
@Command(
    name = "materials",
    mixinStandardHelpOptions = true,
    header = "List materials and the sources of their values",
    description = "Each magnet can be a material.preset.")
final class MaterialsCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Show all values of this material")
  private String name;

  @Option(names = "--markdown", description = "Print all materials as Markdown")
  private boolean markdown;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (markdown) {
      out.print(MaterialList.markdown());
    } else if (name == null) {
      print(out, MaterialList.head(), MaterialList.rows());
      out.println();
      out.println(
          "? is unknown. All values with their sources: hopfilm materials NAME, one of "
              + String.join(", ", Materials.all().keySet()));
    } else {
      List<List<String>> rows = MaterialList.of(name);
      out.println(name + ": " + Materials.all().get(name).about());
      out.println();
      print(out, List.of("key", "value", "range", "source (DOI)", "note"), rows);
      if (rows.stream().anyMatch(row -> row.get(4).startsWith("(B)"))) {
        out.println();
        out.println("(B): as the material table of BORIS quotes the source");
      }
    }
    out.flush();
    return ExitStatus.DONE;
  }

  private static void print(PrintWriter out, List<String> head, List<List<String>> rows) {
    Terminal.table(Sheet.of(head, rows), out);
  }
}
