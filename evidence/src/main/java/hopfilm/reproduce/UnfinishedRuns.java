package hopfilm.reproduce;

import hopfilm.experiment.SweepRun;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
import hopfilm.io.CheckpointFiles;
import hopfilm.io.FileTree;
import hopfilm.run.InputHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The runs of an earlier call that were stopped or killed. Each goes on from its checkpoint and
 * ends with the bits that it would have had.
 *
 * @param folder of the runs at work, {@code DIR/runs/unfinished}
 */
record UnfinishedRuns(Path folder) {

  /**
   * Keeps the runs that can go on, under the numbers that they have now, and removes all else.
   *
   * @param open the runs to come
   */
  void takeOver(List<SweepRun> open) throws IOException {
    Files.createDirectories(folder);
    List<Path> there;
    try (Stream<Path> all = Files.list(folder)) {
      there = all.toList();
    }
    Set<Path> kept = new HashSet<>();
    for (SweepRun run : open) {
      Path place = folder.resolve(run.folderName());
      for (Path old : there) {
        if (!kept.contains(place) && isBegun(old, run)) {
          if (!old.equals(place)) {
            Files.move(old, place);
          }
          kept.add(place);
        }
      }
    }
    for (Path old : there) {
      if (!kept.contains(old)) {
        FileTree.remove(old);
      }
    }
  }

  private static boolean isBegun(Path old, SweepRun run) throws IOException {
    if (!afterNumber(old.getFileName().toString()).equals(afterNumber(run.folderName()))
        || !CheckpointFiles.isAnyIn(old)) {
      return false;
    }
    Optional<StatusRecord> status = new RunFolder(old).readStatus();
    return status.isPresent() && status.get().isOf(InputHash.of(run.experiment()));
  }

  /** The name of a run without its number, in which it may differ from call to call. */
  private static String afterNumber(String folderName) {
    return folderName.substring(folderName.indexOf('_') + 1);
  }
}
