package hopfilm.io;

import java.nio.file.Path;

/** An OVF file that cannot be read; the message names the file and what is wrong with it. */
public final class OvfException extends FieldException {
  private static final long serialVersionUID = 1L;

  OvfException(Path file, String what) {
    super(file, what);
  }
}
