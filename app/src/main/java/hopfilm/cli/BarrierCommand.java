package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.QuantityList;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.run.Barrier;
import hopfilm.run.RunDirectory;
import hopfilm.units.Dimension;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The energy barrier between two states of a film. */
@Command(
    name = "barrier",
    mixinStandardHelpOptions = true,
    header = "Find the energy barrier between two rest states",
    description = {
      "It lays a path of minimal energy between them, without current, and searches its saddle.",
      "A barrier is found if the film falls from the saddle to both states."
    })
final class BarrierCommand implements Callable<Integer> {

  private static final QuantityList.Range TEMPERATURES =
      new QuantityList.Range(1e-3, 1e5, "0.001 K to 100 kK");

  @Parameters(index = "0", paramLabel = "A.ovf", description = "First state (OVF)")
  private Path first;

  @Parameters(index = "1", paramLabel = "B.ovf", description = "Second state (OVF)")
  private Path second;

  @Option(
      names = "--file",
      paramLabel = "FILM.yaml",
      description = "Experiment file (default: that of the run of A.ovf)")
  private Path file;

  @Option(names = "--set", paramLabel = "key=value", description = "Change a key of the film")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--through",
      paramLabel = "m.ovf",
      description = "State on the way from A to B; repeat for several, in order")
  private List<Path> through = new ArrayList<>();

  @Option(names = "--relax", description = "Begin from the rest states of A and B")
  private boolean relaxes;

  @Option(
      names = "--temperature",
      paramLabel = "K",
      description = "Temperature of kT (default: \"300 K\")")
  private String temperature = "300 K";

  @Option(
      names = "--lifetime",
      paramLabel = "K",
      description = "Temperature at which to compute the lifetime of A, such as \"300 K\"")
  private String lifetime;

  @Option(
      names = "--images",
      paramLabel = "n",
      description = "Images of the path, 5 to 200 (default: ${DEFAULT-VALUE})")
  private int images = 14;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of figure, saddle and path, new or empty (default: runs/barrier-NNN)")
  private Path out;

  @Option(names = "--threads", paramLabel = "n", description = "Threads (default: all cores)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print JSON in SI units")
  private boolean isJson;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    double kelvin =
        QuantityList.value("--temperature", temperature, Dimension.TEMPERATURE, TEMPERATURES);
    OptionalDouble lifetimeAt =
        lifetime == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                QuantityList.value("--lifetime", lifetime, Dimension.TEMPERATURE, TEMPERATURES));
    if (images < 5 || images > 200) {
      throw ExperimentException.of("--images", CliMessage.BARRIER_IMAGES, images);
    }
    if (threads < 1) {
      throw ExperimentException.of("--threads", CliMessage.OPTION_THREADS);
    }
    Path film = film();
    Study study = ExperimentFile.study(film, settings);
    if (study.isSweep()) {
      throw ExperimentException.of(film, CliMessage.EVALUATE_SWEEP, study.sweep().get(0).key());
    }
    Experiment experiment = study.experiment();
    if (out != null) {
      RunDirectory.requireFree(out);
    }
    Barrier.Options options = new Barrier.Options(through, relaxes, kelvin, images, lifetimeAt);
    Barrier.Search search = Barrier.search(experiment, first, second, options, threads);
    Path folder = out == null ? RunDirectory.next(Path.of(""), "barrier") : RunDirectory.of(out);
    search.write(folder);
    PrintWriter print = spec.commandLine().getOut();
    if (isJson) {
      print.print(JsonFile.text(search.result()));
    } else {
      print(search.result(), folder, print);
    }
    return ExitStatus.DONE;
  }

  /** The experiment file given, or that of the folder in which the first state lies. */
  private Path film() {
    if (file != null) {
      return file;
    }
    Path folder = first.toAbsolutePath().getParent();
    for (int n = 0; n < 2 && folder != null; n++) {
      Path own = new RunFolder(folder).experiment();
      if (Files.isRegularFile(own)) {
        return own;
      }
      folder = folder.getParent();
    }
    throw ExperimentException.of("--file", CliMessage.BARRIER_NO_FILM, first);
  }

  private static void print(Barrier b, Path folder, PrintWriter out) {
    out.println("verdict: " + (b.why() == null ? b.verdict() : "not found: " + b.why()));
    out.println(b.summary());
    if (b.lifetime() != null) {
      out.println(b.lifetime().summary());
    }
    out.println("A and B are %.1f degrees apart (root mean square)".formatted(b.angle()));
    b.conductances().ifPresent(out::println);
    out.println("path, saddle and figures: " + folder);
  }
}
