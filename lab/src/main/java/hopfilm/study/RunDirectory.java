package hopfilm.study;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that a run or a sweep fills: new or empty, so that no result is ever overwritten. */
public final class RunDirectory {

  private static final int MOST = 100_000;

  private RunDirectory() {}

  /**
   * The next free folder {@code runs/<stem>-001}, {@code -002} ... below a folder, created.
   *
   * @param stem name of the experiment file without its ending
   */
  public static Path next(Path below, String stem) throws IOException {
    Path runs = Files.createDirectories(below.resolve("runs"));
    for (int n = 1; n < MOST; n++) {
      try {
        // fails where another run was quicker
        return Files.createDirectory(runs.resolve("%s-%03d".formatted(stem, n)));
      } catch (FileAlreadyExistsException e) {
        continue;
      }
    }
    throw new IOException(runs + " is full; remove old runs or use --out");
  }

  /**
   * A folder of the user's choice, created where it is missing.
   *
   * @throws ExperimentException if it exists and is not empty, or is no folder
   */
  public static Path of(Path folder) throws IOException {
    requireFree(folder);
    return Files.createDirectories(folder);
  }

  /**
   * Says whether a folder could be filled, without creating it.
   *
   * @throws ExperimentException if it exists and is not empty, is no folder, or cannot be made
   */
  public static void requireFree(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      throw ExperimentException.of(folder, Message.OPTION_OUT_FILE);
    }
    requireWritable(folder);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw ExperimentException.of(folder, Message.OPTION_OUT_NOT_EMPTY);
      }
    }
  }

  /**
   * Says whether files could be written into a folder, without creating it.
   *
   * @throws ExperimentException if the folder, or the nearest above it that is there, may not be
   *     written into
   */
  public static void requireWritable(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (there.getParent() != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      throw ExperimentException.of(folder, Message.OPTION_OUT_UNWRITABLE, there);
    }
  }

  /**
   * Says whether a file of the user's choice could be written; it may be there already.
   *
   * @throws ExperimentException if it is a folder, or its folder is missing or may not be written
   *     into
   */
  public static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw ExperimentException.of(file, Message.OPTION_OUT_IS_FOLDER);
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (!Files.isDirectory(folder)) {
      throw ExperimentException.of(file, Message.OPTION_OUT_NO_FOLDER, folder);
    }
    requireWritable(folder);
  }
}
