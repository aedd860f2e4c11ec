package hopfilm.live;

import hopfilm.input.ExperimentException;
import hopfilm.io.FileTree;
import hopfilm.run.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which the live films of one program have their tables and snapshots. It is removed
 * at the end; what a program that was killed has left is removed by the next one. A lock, which the
 * operating system lets go of however a program ends, tells which is left.
 */
public final class LiveScratch implements AutoCloseable {

  private static final String PREFIX = "hopfilm-films-";
  private static final int TRIES = 5;

  private final Path path;
  private final FolderLock lock;

  private LiveScratch(Path path, FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * A new one, after those that nobody has any more were removed.
   *
   * @param below folder for temporary files
   */
  public static LiveScratch in(Path below) throws IOException {
    for (int n = 0; n < TRIES; n++) {
      Path path = Files.createTempDirectory(below, PREFIX);
      try {
        LiveScratch scratch = new LiveScratch(path, FolderLock.of(path));
        scratch.sweep(below);
        return scratch;
      } catch (ExperimentException | NoSuchFileException e) {
        continue; // another program that starts now took it for one that is left
      }
    }
    throw new IOException("%s: folders in it come and go".formatted(below));
  }

  private void sweep(Path below) throws IOException {
    UserPrincipal user = Files.getOwner(path);
    List<Path> others;
    try (Stream<Path> all = Files.list(below)) {
      others =
          all.filter(f -> f.getFileName().toString().startsWith(PREFIX) && !f.equals(path))
              .toList();
    }
    for (Path other : others) {
      try {
        if (Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
            && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(user)) {
          remove(other);
        }
      } catch (ExperimentException | IOException e) {
        continue; // in use, or gone already; what stays harms nobody
      }
    }
  }

  private static void remove(Path left) throws IOException {
    try (FolderLock taken = FolderLock.of(left)) {
      FileTree.remove(left);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** A new folder for a film. */
  public Path film(String name) throws IOException {
    return Files.createDirectory(path.resolve(name));
  }

  @Override
  public void close() throws IOException {
    FileTree.remove(path);
    lock.close();
  }
}
