package hopfilm.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lines of a text, one at a time, so that a large file is not held. What was written behind
 * them since the size was taken is left out.
 */
final class TextLines implements AutoCloseable {

  private static final int FIRST = 256;

  private final Path file;
  private final InputStream in;
  private final long size;
  private byte[] line = new byte[FIRST];
  private int length;
  private int number;
  private long position;
  private boolean isEnded;

  TextLines(Path file, long size) throws IOException {
    this.file = file;
    this.size = size;
    this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /** Number of the line read last, from 1. */
  int number() {
    return number;
  }

  /** Whether the line read last had its end; else it may still be being written. */
  boolean isEnded() {
    return isEnded;
  }

  /**
   * The next line without its end, null behind the last.
   *
   * @throws FieldException if it is no text in UTF-8
   */
  String next() throws IOException {
    if (!advance()) {
      return null;
    }
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    String text = new String(line, 0, end, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      throw new FieldException(file, "is no text in UTF-8");
    }
    return text;
  }

  private boolean advance() throws IOException {
    length = 0;
    isEnded = false;
    while (position < size) {
      int c = in.read();
      if (c < 0) {
        break;
      }
      position++;
      if (c == '\n') {
        isEnded = true;
        break;
      }
      if (length == line.length) {
        if (length > Integer.MAX_VALUE / 2 - 1) {
          throw new FieldException(file, "line %d is too long".formatted(number + 1));
        }
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = (byte) c;
    }
    if (!isEnded && length == 0) {
      return false;
    }
    number++;
    return true;
  }

  /** Lines from here on that hold something and do not begin with a remark. */
  long countFilled() throws IOException {
    long count = 0;
    while (advance()) {
      boolean isFilled = false;
      for (int k = 0; k < length && !isFilled && line[0] != '#'; k++) {
        isFilled = line[k] < 0 || line[k] > ' ';
      }
      count += isFilled ? 1 : 0;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
