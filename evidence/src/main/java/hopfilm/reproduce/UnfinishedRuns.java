package hopfilm.reproduce;

import hopfilm.experiment.SweepRun;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
import hopfilm.io.CheckpointFiles;
import hopfilm.io.FileTree;
import hopfilm.run.Checkpoints;
import hopfilm.run.FolderLock;
import hopfilm.run.InputHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an earlier call left of its runs when it was stopped or killed.
 *
 * @param folder of the runs at work, {@code DIR/runs/unfinished}
 */
record UnfinishedRuns(Path folder) {

  /** The key under which a run of a reproduction has its name. */
  static final String NAME = "run";

  /** Whether the folder of a run is to be kept. */
  private interface Kept {
    boolean test(Path own, StatusRecord status) throws IOException;
  }

  /** Numbers a run for a backend. */
  static SweepRun numbered(int number, PlannedRun run) {
    return new SweepRun(number, Map.of(NAME, run.folderName()), run.carriedOut());
  }

  /** The runs that are done and were not moved to their places, by name. */
  Map<String, Path> done(Collection<PlannedRun> runs) throws IOException {
    return find(runs, (own, status) -> status.isDone());
  }

  /**
   * Gives the runs that can go on the numbers that they have now, and removes what is of no use.
   *
   * @param open the runs to come
   * @param needed those of all claims: others that were begun wait for their own call
   * @throws hopfilm.input.ExperimentException if another process is at one of them
   */
  void takeOver(List<SweepRun> open, Collection<PlannedRun> needed) throws IOException {
    Map<String, Path> begun = find(needed, (own, status) -> canGoOn(own));
    for (Path own : begun.values()) {
      FolderLock.of(own).close();
    }
    for (Path entry : entries()) {
      if (!begun.containsValue(entry)) {
        FileTree.remove(entry);
      }
    }
    for (SweepRun run : open) {
      Path own = begun.get(run.values().get(NAME));
      Path place = folder.resolve(run.folderName());
      if (own != null && !own.equals(place)) {
        Files.move(own, place);
      }
    }
  }

  /** Removes the folder where nothing is left that could go on. */
  void tidy() throws IOException {
    if (entries().isEmpty()) {
      Files.delete(folder);
    }
  }

  private Map<String, Path> find(Collection<PlannedRun> runs, Kept kept) throws IOException {
    Map<String, Path> found = new LinkedHashMap<>();
    List<Path> there = entries();
    for (PlannedRun run : runs) {
      String name = afterNumber(numbered(0, run).folderName());
      for (Path own : there) {
        if (afterNumber(own.getFileName().toString()).equals(name) && isOf(own, run, kept)) {
          found.putIfAbsent(run.folderName(), own);
        }
      }
    }
    return found;
  }

  private static boolean isOf(Path own, PlannedRun run, Kept kept) throws IOException {
    Optional<StatusRecord> status = new RunFolder(own).readStatus();
    return status.isPresent()
        && status.get().isOf(InputHash.of(run.carriedOut()))
        && kept.test(own, status.get());
  }

  private static boolean canGoOn(Path own) throws IOException {
    List<CheckpointFiles.Found> all = new CheckpointFiles(own, Checkpoints.FORMAT).all();
    return !all.isEmpty() && all.stream().noneMatch(CheckpointFiles.Found::isForeign);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** The name of a run without its number, which depends on what else is open. */
  private static String afterNumber(String folderName) {
    return folderName.substring(folderName.indexOf('_') + 1);
  }
}
