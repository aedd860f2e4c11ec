package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A four-node film that runs in a second: large enough for a texture, not for learning. */
public final class SmallFilm {

  public static final String YAML =
      """
      name: small film
      film: {size: [160 nm, 128 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 32 nm}
      initial: {texture: maze, seed: 1, relax: 25 ps}
      protocol:
        - measure: untrained
        - train: {pattern: "+-+-", voltage: 10 mV, time: 40 ps}
        - measure: trained
        - retrieve: {from: all, update: graded}
        - retrieve: {from: all, update: asynchronous}
      output: {table: 10 ps, snapshots: 20 ps, formats: [ovf], report: off}
      """;

  private SmallFilm() {}

  public static Experiment experiment(String... settings) {
    return study(settings).experiment();
  }

  public static Study study(String... settings) {
    return ExperimentFile.study(YAML, "small", List.of(settings));
  }

  public static RunResult run(Path folder, String... settings) throws IOException {
    return run(folder, 1, settings);
  }

  public static RunResult run(Path folder, int threads, String... settings) throws IOException {
    Files.createDirectories(folder);
    return ExperimentRunner.run(experiment(settings), folder, threads, RunListener.NONE);
  }

  public static JsonNode summary(Path folder) throws IOException {
    return json(folder.resolve("summary.json"));
  }

  public static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  /** A matrix of summary.json. */
  public static double[][] matrix(JsonNode rows) {
    double[][] g = new double[rows.size()][rows.size()];
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        g[i][j] = rows.get(i).get(j).asDouble();
      }
    }
    return g;
  }
}
