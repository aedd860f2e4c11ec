package hopfilm.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file under another name and renames it, so that it is whole or not there. A symbolic
 * link of either name is replaced, never followed.
 */
public final class WholeFile {

  /** Ending of a file that is being written. */
  public static final String PART = ".part";

  /** What fills the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the stream is buffered. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** What fills the file by its path. */
  @FunctionalInterface
  public interface PathContent {
    void writeTo(Path part) throws IOException;
  }

  private WholeFile() {}

  public static void write(Path file, Content content) throws IOException {
    fill(file, part -> stream(part, content));
  }

  /** Writes a file that outlives a loss of power from the moment at which this returns. */
  public static void writeSafely(Path file, Content content) throws IOException {
    fill(
        file,
        part -> {
          stream(part, content);
          sync(part);
        });
    syncFolder(file.toAbsolutePath().getParent());
  }

  /** Makes the names in a folder outlive a loss of power. */
  public static void syncFolder(Path folder) {
    try {
      sync(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      // systems on which a folder cannot be opened keep renames safe by themselves
      return;
    }
  }

  /** Makes a file that was written before outlive a loss of power. */
  public static void sync(Path file) throws IOException {
    sync(file, StandardOpenOption.WRITE);
  }

  /** The same of a text in UTF-8. */
  public static void writeSafely(Path file, String text) throws IOException {
    writeSafely(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void stream(Path part, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(newFile(part), 1 << 16)) {
      content.writeTo(out);
    }
  }

  private static OutputStream newFile(Path part) throws IOException {
    return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static void sync(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  private static void replace(Path part, Path file) throws IOException {
    try {
      // REPLACE_EXISTING would remove the old file first
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The same error with the name of the file; of a full disk, for one, the system says none. */
  public static FileSystemException named(Path file, IOException e) {
    if (e instanceof FileSystemException known) {
      return known;
    }
    FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
    named.initCause(e);
    return named;
  }

  /**
   * Writes a file by its path.
   *
   * @param content opens the path, at which there is nothing
   */
  public static void fill(Path file, PathContent content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + PART);
    try {
      if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(part); // of a process that was killed
      }
      content.writeTo(part);
      replace(part, file);
    } catch (IOException e) {
      throw named(file, e);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
