package hopfilm.io;

import java.io.IOException;
import java.nio.file.Path;

/** A file is not what it was when a checkpoint counted on it. */
public final class WrittenPartException extends IOException {

  private static final long serialVersionUID = 1;

  public WrittenPartException(Path file) {
    super(file + " does not hold what it held at the checkpoint");
  }
}
