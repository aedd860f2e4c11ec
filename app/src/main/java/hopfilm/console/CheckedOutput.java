package hopfilm.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * Standard output that keeps the first error: a {@link PrintWriter} swallows it, and results would
 * be lost in silence.
 */
public final class CheckedOutput extends OutputStream {

  private final OutputStream out;
  private IOException error;

  /**
   * @param standard what was printed there before is written first
   */
  public CheckedOutput(PrintStream standard) {
    standard.flush();
    this.out = new FileOutputStream(FileDescriptor.out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      error = error == null ? e : error;
      throw e;
    }
  }

  /**
   * Says whether something could not be written, and why; a reader that has had enough, such as
   * head, is no news.
   */
  public boolean isLost(PrintWriter notes) {
    String reason = error == null ? "Broken pipe" : String.valueOf(error.getMessage());
    if (reason.contains("Broken pipe")) {
      return false;
    }
    notes.println("hopfilm: standard output cannot be written: " + reason);
    return true;
  }
}
