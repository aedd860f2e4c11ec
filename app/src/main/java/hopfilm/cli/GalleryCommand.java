package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.ProgressDisplay;
import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import hopfilm.sweep.Gallery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the pictures of the documentation. */
@Command(
    name = "gallery",
    hidden = true,
    mixinStandardHelpOptions = true,
    header = "Run the examples and draw the pictures of the documentation")
final class GalleryCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Experiment files (default: examples/, except maps and searches)")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the pictures (default: docs/gallery)")
  private Path out;

  @Option(
      names = "--sliders",
      description = "Write pages with a slider instead (default folder: target/gallery/sliders)")
  private boolean sliders;

  @Option(names = "--set", paramLabel = "key=value", description = "Change a key of every file")
  private List<String> settings = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (out == null) {
      out = sliders ? Path.of("target", "gallery", "sliders") : Path.of("docs", "gallery");
    }
    List<Path> examples = files.isEmpty() ? all(Path.of("examples")) : files;
    for (Path example : examples) {
      Gallery.vet(example, settings, out);
    }
    int threads = Runtime.getRuntime().availableProcessors();
    for (Path example : examples) {
      double duration = ExperimentFile.read(example, settings).duration();
      try (ProgressDisplay progress = ProgressDisplay.of(spec.commandLine().getErr(), duration)) {
        Path made =
            sliders
                ? Gallery.slider(example, settings, out, threads, progress.ofRun())
                : Gallery.make(example, settings, out, threads, progress.ofRun());
        spec.commandLine().getOut().println(made);
      }
    }
    return ExitStatus.DONE;
  }

  private List<Path> all(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw ExperimentException.of(folder, CliMessage.GALLERY_NO_EXAMPLES);
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(f -> f.toString().endsWith(".yaml"))
          .filter(f -> Gallery.isOfOneRun(f, settings))
          .sorted()
          .toList();
    }
  }
}
