package hopfilm.cli;

import hopfilm.chart.Prefix;
import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.ExperimentArguments;
import hopfilm.console.QuantityList;
import hopfilm.console.Terminal;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.NumericsSpec;
import hopfilm.input.ExperimentException;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.run.RunDirectory;
import hopfilm.sweep.MeshStudy;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one film on several meshes. */
@Command(
    name = "mesh",
    mixinStandardHelpOptions = true,
    header = "Compare a film on several meshes, from the same start")
final class MeshCommand implements Callable<Integer> {

  private static final QuantityList.Range LENGTHS =
      new QuantityList.Range(1e-11, 1e-2, "0.01 nm to 10 mm");

  @Mixin private ExperimentArguments arguments = new ExperimentArguments();

  @Option(
      names = "--cells",
      paramLabel = "LIST",
      description =
          "Cell sizes, such as \"8 nm, 4 nm, 2 nm\" (default: twice, once and half that of the"
              + " film)")
  private String cells;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the results, new or empty (default: runs/FILE-mesh-NNN)")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Experiment experiment = arguments.read().experiment();
    if (experiment.electrodes().count() == 0) {
      throw ExperimentException.of("electrodes", CliMessage.MESH_NO_ELECTRODES);
    }
    // what does not fit is said before a folder is made
    List<Experiment> meshes = MeshStudy.meshes(experiment, edges(experiment.film().cell()));
    Path folder =
        out == null
            ? RunDirectory.next(Path.of(""), arguments.stem() + "-mesh")
            : RunDirectory.of(out);
    PrintWriter notes = spec.commandLine().getErr();
    notes.println("hopfilm: writing " + folder);
    MeshStudy study =
        MeshStudy.run(
            experiment,
            meshes,
            folder,
            Runtime.getRuntime().availableProcessors(),
            what -> notes.println("hopfilm: " + what));
    print(study, spec.commandLine().getOut());
    if (experiment.numerics().contacts() == NumericsSpec.Contacts.CORNERS) {
      spec.commandLine()
          .getOut()
          .println(
              "Contacts end at corners of cells, which is right to the first power of the cell size"
                  + " where their rims are curved or slanted; --set numerics.contacts=fitted is"
                  + " right to the square.");
    }
    return ExitStatus.DONE;
  }

  private List<String> edges(double cell) {
    List<Double> values = new ArrayList<>();
    if (cells == null) {
      values.addAll(List.of(2 * cell, cell, cell / 2));
    } else {
      for (String word : QuantityList.split(cells)) {
        values.add(QuantityList.value("--cells", word, Dimension.LENGTH, LENGTHS));
      }
    }
    if (values.size() < 2 || values.stream().distinct().count() < values.size()) {
      throw ExperimentException.of("--cells", CliMessage.MESH_CELLS);
    }
    values.sort((a, b) -> Double.compare(b, a));
    return values.stream().map(v -> Quantity.exact(v, Dimension.LENGTH)).toList();
  }

  private static void print(MeshStudy study, PrintWriter out) {
    Terminal.table(
        new Sheet<>(study.rows())
            .add("cell", Form.TEXT, r -> Prefix.format(r.cell(), "m"))
            .add("cells", Form.WHOLE, MeshStudy.Row::cells)
            .add("G at start", Form.TEXT, r -> String.format(Locale.ROOT, "%.5g S", r.start()))
            .add("G at end", Form.TEXT, r -> String.format(Locale.ROOT, "%.5g S", r.end()))
            .add("margin", Form.fixed(3), MeshStudy.Row::margin)
            .add(
                "learned", Form.TEXT, r -> r.learned() == null ? null : r.learned() ? "yes" : "no"),
        out);
    out.println();
    out.println("G: mean current of an electrode per volt, the others at 0 V.");
    if (study.order() > 0) {
      out.printf(
          Locale.ROOT,
          "The start converges with order %.2g to %.5g S; the smallest cells miss it by %.2g %%.%n",
          study.order(),
          study.limit(),
          100 * Math.abs(study.rows().get(study.rows().size() - 1).start() / study.limit() - 1));
    } else {
      out.println(
          "The start shows no order: that takes three meshes of one ratio whose numbers go one"
              + " way.");
    }
  }
}
