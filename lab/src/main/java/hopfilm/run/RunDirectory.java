package hopfilm.run;

import hopfilm.check.RunDisk;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
import hopfilm.input.ExperimentException;
import hopfilm.io.CheckpointFiles;
import hopfilm.io.FileTree;
import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that a run or a sweep fills: new or empty, so that no result is ever overwritten. */
public final class RunDirectory {

  /** Where runs get folders of their own. */
  public static final Path RUNS = Path.of("runs");

  private static final int MOST = 100_000;

  private RunDirectory() {}

  /**
   * The next free folder {@code runs/<stem>-001}, {@code -002} ... below a folder, created.
   *
   * @param stem name of the experiment file without its ending
   */
  public static Path next(Path below, String stem) throws IOException {
    return nextIn(below.resolve(RUNS), stem);
  }

  /** The same in a folder of runs, which is created where it is missing. */
  public static Path nextIn(Path folder, String stem) throws IOException {
    Files.createDirectories(folder);
    for (int n = 1; n < MOST; n++) {
      try {
        // fails where another run was quicker
        return Files.createDirectory(folder.resolve("%s-%03d".formatted(stem, n)));
      } catch (FileAlreadyExistsException e) {
        continue;
      }
    }
    throw new IOException(folder + " is full; remove old runs or use --out");
  }

  /**
   * A folder of the user's choice, created where it is missing.
   *
   * @throws ExperimentException if it exists and is not empty, or is no folder
   */
  public static Path of(Path folder) throws IOException {
    requireFree(folder);
    try {
      Files.createDirectories(folder); // its answer is absolute now and then
      return folder;
    } catch (FileSystemException e) {
      // what the rights say is not always what the file system does
      throw ExperimentException.of(folder, RunMessage.OPTION_OUT_UNWRITABLE, nearest(folder));
    }
  }

  /**
   * Says whether a folder could be filled, without creating it.
   *
   * @throws ExperimentException if it exists and is not empty, is no folder, or cannot be made
   */
  public static void requireFree(Path folder) throws IOException {
    if (folder.toString().isEmpty()) {
      throw ExperimentException.of("--out ''", RunMessage.OPTION_OUT_NONE);
    }
    if (Files.isRegularFile(folder)) {
      throw ExperimentException.of(folder, RunMessage.OPTION_OUT_FILE);
    }
    requireWritable(folder);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (!entries.allMatch(RunDirectory::isLeftOver)) {
        throw ExperimentException.of(folder, RunMessage.OPTION_OUT_NOT_EMPTY);
      }
    }
  }

  /**
   * Says whether a folder could be filled anew: it is free, or holds results of this program that
   * nobody works on, and none of the inputs.
   *
   * @throws ExperimentException if not
   */
  public static void requireReplaceable(Path folder, List<Path> inputs) throws IOException {
    RunFolder there = new RunFolder(folder);
    if (!Files.isDirectory(folder) || !Files.isRegularFile(there.experiment())) {
      requireFree(folder);
      return;
    }
    if (there.readStatus().isEmpty()) {
      throw ExperimentException.of(folder, RunMessage.FORCE_NO_RESULTS);
    }
    requireWritable(folder);
    FolderLock.of(folder).close();
    Path real = folder.toRealPath();
    for (Path input : inputs) {
      if (Files.exists(input) && input.toRealPath().startsWith(real)) {
        throw ExperimentException.of(folder, RunMessage.FORCE_INPUT, input);
      }
    }
  }

  /** A folder of the user's choice, created where it is missing; what was in it is removed. */
  public static Path emptied(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      List<Path> old;
      try (Stream<Path> entries = Files.list(folder)) {
        old = entries.toList();
      }
      for (Path entry : old) {
        FileTree.remove(entry);
      }
    }
    return of(folder);
  }

  /** Says whether a process that was killed at once may have left this entry of a folder. */
  private static boolean isLeftOver(Path entry) {
    String name = entry.getFileName().toString();
    boolean isOfSeveral =
        List.of(RunFolder.EVALUATIONS, RunFolder.FILMS, RunFolder.CANDIDATES, RunFolder.BAKED)
            .contains(name);
    String[] inside = isOfSeveral ? entry.toFile().list() : null;
    return (inside != null && inside.length == 0)
        || name.equals(RunFile.LOCK.text())
        || name.equals(RunFile.BAKES.text())
        || name.equals(RunFile.STATUS.text())
        || name.equals(RunFile.STATUS.text() + WholeFile.PART)
        || name.equals(RunFile.EXPERIMENT.text() + WholeFile.PART)
        || name.matches("signal-[0-9a-f]{16}\\.npy(" + WholeFile.PART + ")?");
  }

  /**
   * Reads what is to go on, a run or a sweep, from its folder.
   *
   * @throws ExperimentException if there is none, it is not the one that was begun, or it is in use
   */
  public static Study resumable(Path folder) throws IOException {
    Path file = new RunFolder(folder).experiment();
    if (!Files.isRegularFile(file)) {
      throw ExperimentException.of(folder, RunMessage.RESUME_NOTHING);
    }
    if (!Files.isWritable(folder)) {
      throw ExperimentException.of(folder, RunMessage.RESUME_UNWRITABLE);
    }
    FolderLock.of(folder).close();
    Optional<StatusRecord> status = new RunFolder(folder).readStatus();
    Study study;
    try {
      study = ExperimentFile.study(file, List.of());
    } catch (ExperimentException e) {
      // a run has begun, so that it could be read then
      throw status.isEmpty()
          ? e
          : ExperimentException.of(file, RunMessage.RESUME_UNREADABLE, e.line(), e.withoutPlace());
    }
    String inputs = InputHash.of(study);
    boolean isOther = status.isPresent() && !status.get().isOf(inputs);
    if (isOther && !isCheckpointOf(folder, inputs)) {
      throw ExperimentException.of(file, RunMessage.RESUME_OTHER_EXPERIMENT);
    }
    return study;
  }

  /**
   * Keeps the results in a folder from being written over by a run of other inputs.
   *
   * @param inputs hash of those of the run that is to begin or go on there
   * @throws ExperimentException if it holds results of others, or of ones that nothing tells
   */
  public static void requireOwn(Path folder, String inputs) throws IOException {
    RunFolder there = new RunFolder(folder);
    Optional<StatusRecord> status = there.readStatus();
    if ((status.isPresent() && status.get().isOf(inputs)) || isCheckpointOf(folder, inputs)) {
      return;
    }
    if (status.isPresent()) {
      throw ExperimentException.of(folder, RunMessage.RESUME_OTHER_EXPERIMENT);
    }
    boolean hasResults = Files.exists(there.table()) || Files.exists(there.summary());
    if (hasResults && !hasForeignCheckpoint(folder)) {
      throw ExperimentException.of(folder, RunMessage.RESUME_UNKNOWN);
    }
  }

  /**
   * Whether a run that was stopped is of these inputs, whatever its status, without a sum, says.
   */
  private static boolean isCheckpointOf(Path folder, String inputs) throws IOException {
    return RunIdentity.inputs(new CheckpointFiles(folder, Checkpoints.FORMAT))
        .filter(inputs::equals)
        .isPresent();
  }

  /** One of another format says itself why it is not read. */
  private static boolean hasForeignCheckpoint(Path folder) throws IOException {
    return new CheckpointFiles(folder, Checkpoints.FORMAT)
        .all().stream().anyMatch(CheckpointFiles.Found::isForeign);
  }

  /**
   * Keeps the results of another experiment in the folder of a run from being written over.
   *
   * @param sweep folder of the sweep
   * @throws ExperimentException if there are such
   */
  public static void requireOwn(SweepRun run, Path sweep) throws IOException {
    requireOwn(sweep.resolve(run.folderName()), InputHash.of(run.experiment()));
  }

  /**
   * Says whether files could be written into a folder, without creating it.
   *
   * @throws ExperimentException if the folder, or the nearest above it that is there, may not be
   *     written into
   */
  public static void requireWritable(Path folder) {
    if (!isWritable(folder)) {
      throw ExperimentException.of(folder, RunMessage.OPTION_OUT_UNWRITABLE, nearest(folder));
    }
  }

  /** Whether a folder can be written, or made in the nearest one that is there. */
  public static boolean isWritable(Path folder) {
    Path there = nearest(folder);
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  /** The folder, or the nearest above it that is there. */
  private static Path nearest(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (there.getParent() != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    return there;
  }

  /**
   * Says whether there is room for what runs write, before they are begun.
   *
   * @param folder may not be there yet
   * @param workers runs at a time
   * @throws ExperimentException if there is not
   */
  public static void requireRoom(Path folder, List<SweepRun> runs, int workers) throws IOException {
    RunDisk.require(nearest(folder), runs, workers);
  }

  /**
   * Says whether a file of the user's choice could be written; it may be there already.
   *
   * @throws ExperimentException if it is a folder, or its folder is missing or may not be written
   *     into
   */
  public static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw ExperimentException.of(file, RunMessage.OPTION_OUT_IS_FOLDER);
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (!Files.isDirectory(folder)) {
      throw ExperimentException.of(file, RunMessage.OPTION_OUT_NO_FOLDER, folder);
    }
    requireWritable(folder);
  }
}
