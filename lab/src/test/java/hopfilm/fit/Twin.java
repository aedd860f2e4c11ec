package hopfilm.fit;

import hopfilm.experiment.FitSpec.Pairs;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.film.TableColumns;
import hopfilm.folder.RunFolder;
import hopfilm.io.FileTree;
import hopfilm.result.Summary;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A film with hidden numbers that is measured with noise, and the fit of what was measured. */
final class Twin {

  /** Relative noise of a reading. */
  static final double NOISE = 1e-4;

  private final String yaml;
  private final Path folder;
  private final Pairs pairs;

  /**
   * @param yaml without a section {@code fit}
   * @param folder an empty one
   */
  Twin(String yaml, Path folder) {
    this(yaml, folder, Pairs.G);
  }

  /**
   * @param pairs what is measured
   */
  Twin(String yaml, Path folder, Pairs pairs) {
    this.yaml = yaml;
    this.folder = folder;
    this.pairs = pairs;
  }

  /** Measures all pairs at all labels of a film with these values, for {@code g.csv}. */
  Twin measured(Map<String, String> hidden, long seed) throws IOException {
    Study film = ExperimentFile.study(yaml, "twin", List.of());
    SweepRun run = new SweepRun(1, Map.of(), Readings.withoutPages(film.with(hidden).experiment()));
    new LocalWorkers(2).run(List.of(run), folder, SweepListener.NONE, ended -> {});
    Path done = folder.resolve(run.folderName());
    Summary summary = new RunFolder(done).readSummary().orElseThrow();
    List<String> contacts = TableColumns.contacts(run.experiment());
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("label");
    for (int a = 0; a < contacts.size(); a++) {
      for (int b = a + 1; b < contacts.size(); b++) {
        csv.append(",%s_%s_%s".formatted(pairs, contacts.get(a), contacts.get(b)));
      }
    }
    for (String label : Readings.labels(film.experiment())) {
      double[][] values = pairs.of(summary.readings().conductance().get(label));
      csv.append('\n').append(label);
      for (int a = 0; a < contacts.size(); a++) {
        for (int b = a + 1; b < contacts.size(); b++) {
          csv.append(',').append(values[a][b] * (1 + NOISE * random.nextGaussian()));
        }
      }
    }
    Files.writeString(folder.resolve("g.csv"), csv.append('\n'));
    FileTree.remove(done);
    return this;
  }

  /** The file of the fit. */
  Study study(String parameters) {
    String fit =
        "fit: {data: [{file: '%s', of: %s, noise: 0.01 %%}], parameters: %s}\n"
            .formatted(folder.resolve("g.csv"), pairs, parameters);
    return ExperimentFile.study(yaml + fit, "twin", List.of());
  }

  FitResult fit(String parameters) throws IOException {
    return fit(study(parameters), Files.createDirectory(folder.resolve("fit")));
  }

  static FitResult fit(Study study, Path into) throws IOException {
    return FilmFit.run(study, into, new LocalWorkers(2), SweepListener.NONE, progress -> {});
  }
}
