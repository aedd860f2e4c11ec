package hopfilm.input;

import hopfilm.io.FieldException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what the user named. That it cannot be read is then wrong input, not a failed run. */
public final class InputFiles {

  /** What reads the file. */
  @FunctionalInterface
  public interface Reading<T> {
    T read() throws IOException;
  }

  private InputFiles() {}

  /**
   * Reads a file or a folder.
   *
   * @param path what is read, for messages
   * @throws ExperimentException if that ends in an error, with what is wrong
   */
  public static <T> T read(Path path, Reading<T> reading) {
    try {
      return reading.read();
    } catch (FieldException e) {
      throw ExperimentException.passedOn(e);
    } catch (IOException e) {
      throw ExperimentException.of(path, InputMessage.UNREADABLE, reason(e));
    }
  }

  /** Why a file cannot be read, without its name. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    if (reason == null && e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (reason == null && e instanceof FileAlreadyExistsException) {
      return "something of that name is there already";
    }
    return reason == null ? "no reason given" : reason;
  }
}
