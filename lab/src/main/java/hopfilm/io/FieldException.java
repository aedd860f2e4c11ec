package hopfilm.io;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of a field or a table that cannot be read; the message names the file and what is wrong
 * with it.
 */
public class FieldException extends IOException {
  private static final long serialVersionUID = 1L;

  public FieldException(Path file, String what) {
    super(file + ": " + what);
  }
}
