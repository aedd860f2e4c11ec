package hopfilm.reproduce;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.run.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of runs, {@code DIR/runs}. A run is there once it is complete: it is carried out
 * elsewhere and moved in.
 */
public record FinishedRuns(Path folder) {

  /** True if the run is there, with all that is needed of it. */
  public boolean has(PlannedRun run) throws IOException {
    return KeptFiles.suffice(folder.resolve(run.folderName()), run);
  }

  /** A run that is there. */
  public FinishedRun get(PlannedRun run) throws IOException {
    return new FinishedRun(folder.resolve(run.folderName()), run.experiment());
  }

  /**
   * Gives runs made before the program learned a key, which are the same with its default, the name
   * that they have now.
   */
  void adopt(Collection<PlannedRun> runs) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> there;
    try (Stream<Path> all = Files.list(folder)) {
      there = all.filter(f -> Files.isRegularFile(new RunFolder(f).summary())).toList();
    }
    for (PlannedRun run : runs) {
      Path own = folder.resolve(run.folderName());
      if (!Files.exists(own)) {
        for (Path other : there) {
          if (Files.exists(other)
              && run.isNamedLike(other.getFileName().toString())
              && isSame(other, run)) {
            Files.move(other, own);
            break;
          }
        }
      }
    }
  }

  private static boolean isSame(Path other, PlannedRun run) throws IOException {
    try {
      Experiment there = ExperimentFile.read(new RunFolder(other).experiment(), List.of());
      return there.withPages(run.experiment().output().pages()).equals(run.experiment())
          && Provenance.version()
              .equals(new FinishedRun(other, run.experiment()).summary().head().version());
    } catch (ExperimentException e) {
      return false; // of a program that knew other keys
    }
  }

  /** Several, in their order. */
  public List<FinishedRun> get(List<PlannedRun> runs) throws IOException {
    List<FinishedRun> all = new ArrayList<>();
    for (PlannedRun run : runs) {
      all.add(get(run));
    }
    return all;
  }
}
