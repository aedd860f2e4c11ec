package hopfilm.validation;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.FileTree;
import hopfilm.io.Table;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.run.ExperimentRunner;
import hopfilm.transport.ResistanceMatrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An example of the program, run as a user runs it.
 *
 * @param table table.txt
 * @param result its measures
 */
record ExampleFilm(Table table, RunResult result) {

  /**
   * Runs an example to its end.
   *
   * @param name of its file, without .yaml
   * @param settings as {@code --set}
   */
  static ExampleFilm run(String name, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("output.report=off", "output.figures=off", "output.formats=[]"));
    try {
      Experiment experiment = ExperimentFile.parse(text(name), name, all);
      Path folder = Files.createTempDirectory("hopfilm-" + name);
      try {
        RunResult result = ExperimentRunner.run(experiment, folder, 1, RunListener.NONE);
        return new ExampleFilm(new RunFolder(folder).readTable(), result);
      } finally {
        FileTree.remove(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** A column in its last row. */
  double last(String column) {
    double[] values = table.column(column);
    return values[values.length - 1];
  }

  /** Resistance between the first two contacts at a measure, the others floating [Ohm]. */
  double resistance(String label) {
    return result.found().measures().stream()
        .filter(m -> m.label().equals(label))
        .map(m -> ResistanceMatrix.of(m.g().siemens()).between(0, 1))
        .findFirst()
        .orElseThrow();
  }

  private static String text(String name) throws IOException {
    try (InputStream in =
        ExampleFilm.class.getResourceAsStream("/hopfilm/examples/" + name + ".yaml")) {
      if (in == null) {
        throw new IOException("the program lacks the example " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
