package hopfilm.io;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
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

  /** A separator: blanks, however many. */
  static final char BLANKS = ' ';

  private static final int FIRST = 256;

  /** The exact decimal form of any double is shorter. */
  private static final int LONGEST_NUMBER = 1100;

  private static final int LONGEST_SHOWN = 60;

  private final Path file;
  private final InputStream in;
  private final long size;
  private final int longest;
  private byte[] line = new byte[FIRST];
  private int length;
  private int number;
  private long position;
  private boolean isEnded;

  /**
   * @param size bytes that are read
   * @param longest bytes of a line that are read
   */
  TextLines(Path file, long size, int longest) throws IOException {
    this.file = file;
    this.size = size;
    this.longest = longest;
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

  /** Goes to the next line; false behind the last. */
  boolean next() throws IOException {
    if (!advance()) {
      return false;
    }
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return true;
  }

  /** Bytes of the line. */
  int length() {
    return length;
  }

  /**
   * The line without its end.
   *
   * @throws FieldException if it is not text in UTF-8
   */
  String text() throws FieldException {
    return text(0, length);
  }

  /** A part of the line. */
  String text(int from, int to) throws FieldException {
    String text = new String(line, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      throw new FieldException(file, "is not text in UTF-8");
    }
    return text;
  }

  /** How often a character of ASCII comes in the line. */
  int count(char c) {
    int n = 0;
    for (int k = 0; k < length; k++) {
      n += line[k] == c ? 1 : 0;
    }
    return n;
  }

  /** Where a character of ASCII comes next, or the end of the line. */
  int indexOf(char c, int from) {
    int k = from;
    while (k < length && line[k] != c) {
      k++;
    }
    return k;
  }

  /** Whether the line begins with a hash. */
  boolean isRemark() {
    return length > 0 && line[0] == '#';
  }

  /** Whether the line has nothing but blanks. */
  boolean isBlank() {
    for (int k = 0; k < length; k++) {
      if (!isBlank(k)) {
        return false;
      }
    }
    return true;
  }

  private boolean isBlank(int k) {
    return line[k] >= 0 && line[k] <= ' ';
  }

  /**
   * Reads the numbers of the line. Nothing is allocated, as large files have many of them.
   *
   * @throws FieldException if there are more or fewer than the array has, or one is no number
   */
  void numbers(char separator, double[] into) throws FieldException {
    int found = separator == BLANKS ? words() : 1 + count(separator);
    if (found != into.length) {
      throw new FieldException(
          file,
          "line %d has %d number%s, not %d"
              .formatted(number, found, found == 1 ? "" : "s", into.length));
    }
    int from = 0;
    for (int n = 0; n < into.length; n++) {
      if (separator == BLANKS) {
        while (isBlank(from)) {
          from++;
        }
      }
      int end = separator == BLANKS ? wordEnd(from) : indexOf(separator, from);
      int first = from;
      int last = end;
      while (first < last && isBlank(first)) {
        first++;
      }
      while (last > first && isBlank(last - 1)) {
        last--;
      }
      // a spreadsheet may quote its cells
      if (last - first > 1 && line[first] == '"' && line[last - 1] == '"') {
        first++;
        last--;
      }
      into[n] = number(first, last);
      from = end + 1;
    }
  }

  private int words() {
    int n = 0;
    for (int k = 0; k < length; k++) {
      n += !isBlank(k) && (k == 0 || isBlank(k - 1)) ? 1 : 0;
    }
    return n;
  }

  private int wordEnd(int from) {
    int k = from;
    while (k < length && !isBlank(k)) {
      k++;
    }
    return k;
  }

  private double number(int from, int to) throws FieldException {
    try {
      if (to > from && to - from <= LONGEST_NUMBER && !isOfSource(from, to)) {
        return JavaDoubleParser.parseDouble(line, from, to - from);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new FieldException(
        file, "line %d: \"%s\" is not a number".formatted(number, shown(text(from, to))));
  }

  /** Whether it is a number of a Java source that no table means: 0x1p-3, 0.1f. */
  private boolean isOfSource(int from, int to) {
    int first = line[from] == '-' || line[from] == '+' ? from + 1 : from;
    boolean isHex = to - first > 1 && lower(first + 1) == 'x';
    return isHex || lower(to - 1) == 'f' || lower(to - 1) == 'd';
  }

  private int lower(int k) {
    return line[k] | 0x20;
  }

  /** What stands in a file, short enough for a message. */
  static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
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
        if (length >= longest) {
          throw new FieldException(
              file, "line %d has more than %d characters".formatted(number + 1, longest));
        }
        line = Arrays.copyOf(line, Math.min(2 * length, longest));
      }
      line[length++] = (byte) c;
    }
    if (!isEnded && length == 0) {
      return false;
    }
    number++;
    return true;
  }

  /** Lines of a file that hold something and do not begin with a hash. */
  static long countFilled(Path file, long size) throws IOException {
    long count = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      // whether this line is counted, or is not to be
      boolean isSettled = false;
      boolean isStart = true;
      for (long k = 0; k < size; k++) {
        int c = in.read();
        if (c < 0) {
          break;
        }
        if (c == '\n') {
          isSettled = false;
        } else if (!isSettled && c > ' ') {
          count += isStart && c == '#' ? 0 : 1;
          isSettled = true;
        }
        isStart = c == '\n';
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
