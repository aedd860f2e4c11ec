package hopfilm.run;

import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.io.FileTree;
import hopfilm.io.WholeFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second process out of a folder. The file {@code lock} is locked by the operating system,
 * which lets go of it however the process ends, and names its owner: host, process, time.
 *
 * <p>A file that nobody has locked is left over, if its owner was on this host. On a file system
 * that several hosts share the lock of another one may not be seen, so that its owner is believed.
 */
public final class FolderLock implements AutoCloseable {

  private static final int LONGEST = 1000;
  private static final int TRIES = 5;

  /** Far behind the text: on Windows nobody reads bytes that somebody else has locked. */
  private static final long LOCKED_BYTE = 1L << 30;

  /**
   * Folders that this process has locked: a process that closes any channel of a file loses its
   * locks on it (POSIX), so that its own are never tried again.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Path file;
  private final FileChannel channel;
  private final FileChannel second;

  private FolderLock(Path folder, Path file, FileChannel channel, FileChannel second) {
    this.folder = folder;
    this.file = file;
    this.channel = channel;
    this.second = second;
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws ExperimentException if another process has it, or this one has already, or if there is
   *     a symbolic link in the folder, through which a file elsewhere would be written
   */
  public static FolderLock of(Path folder) throws IOException {
    Path real = folder.toRealPath();
    Optional<Path> link = FileTree.link(real);
    if (link.isPresent()) {
      throw ExperimentException.of(folder, RunMessage.FOLDER_LINK, real.relativize(link.get()));
    }
    if (!OWN.add(real)) {
      throw ExperimentException.of(
          folder, RunMessage.FOLDER_IN_USE, ProcessHandle.current().pid(), host(), "this start");
    }
    try {
      for (int n = 0; n < TRIES; n++) {
        FolderLock lock = attempt(folder, real);
        if (lock != null) {
          return lock;
        }
      }
      throw new IOException("%s: its lock comes and goes".formatted(folder));
    } catch (IOException | RuntimeException e) {
      OWN.remove(real);
      throw e;
    }
  }

  /** Null if the file was removed by its owner just before. */
  private static FolderLock attempt(Path folder, Path real) throws IOException {
    Path file = new RunFolder(real).lock();
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    FileChannel byPath = null;
    boolean isOurs = false;
    try {
      boolean isFree = channel.tryLock(LOCKED_BYTE, 1, false) != null;
      String[] owner = text(channel).split("\n");
      if (!isFree) {
        throw inUse(folder, owner);
      }
      if (owner.length > 2 && !owner[0].equals(host())) {
        throw ExperimentException.of(
            folder, RunMessage.FOLDER_OF_ANOTHER_HOST, owner[1], owner[0], owner[2], file);
      }
      String own =
          "%s\n%d\n%s\n%s\n"
              .formatted(
                  host(),
                  ProcessHandle.current().pid(),
                  Instant.now().truncatedTo(ChronoUnit.SECONDS),
                  UUID.randomUUID());
      write(own, channel, file);
      // a file that was removed meanwhile would lock nobody out
      byPath = FileChannel.open(file, StandardOpenOption.READ);
      isOurs = text(byPath).equals(own);
      return isOurs ? new FolderLock(real, file, channel, byPath) : null;
    } catch (NoSuchFileException e) {
      return null;
    } finally {
      if (!isOurs) {
        channel.close();
        if (byPath != null) {
          byPath.close();
        }
      }
    }
  }

  /**
   * Whether a process of this host has the lock of a folder; where that cannot be told it is
   * believed to.
   */
  public static boolean isHeld(Path folder) {
    try {
      Path real = folder.toRealPath();
      Path file = new RunFolder(real).lock();
      if (OWN.contains(real) || !Files.exists(file)) {
        return OWN.contains(real);
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        // shared: for reading, and so that two that ask do not meet
        return channel.tryLock(LOCKED_BYTE, 1, true) == null;
      }
    } catch (NoSuchFileException e) {
      return false; // let go just now
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Removes the lock that a process left when it was killed after its work was done. A lock that
   * somebody holds, or another host may hold, stays.
   */
  static void removeLeftOver(Path folder) throws IOException {
    if (Files.exists(new RunFolder(folder).lock())) {
      try {
        of(folder).close();
      } catch (ExperimentException e) {
        // work that is done needs no lock
        return;
      }
    }
  }

  private static void write(String owner, FileChannel to, Path file) throws IOException {
    try {
      to.truncate(0);
      to.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      Files.deleteIfExists(file); // nobody else has it
      throw WholeFile.named(file, e);
    }
  }

  private static String text(FileChannel in) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
    int length = Math.max(0, in.read(buffer, 0));
    return new String(buffer.array(), 0, length, StandardCharsets.UTF_8);
  }

  /**
   * @param owner lines of the lock; none while its owner has only just taken it
   */
  static ExperimentException inUse(Path folder, String[] owner) {
    return owner.length < 3
        ? ExperimentException.of(folder, RunMessage.FOLDER_IN_USE_UNNAMED)
        : ExperimentException.of(folder, RunMessage.FOLDER_IN_USE, owner[1], owner[0], owner[2]);
  }

  /** Name of this host, as the lock and {@code status.json} have it. */
  public static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this host";
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
    second.close();
    OWN.remove(folder);
  }
}
