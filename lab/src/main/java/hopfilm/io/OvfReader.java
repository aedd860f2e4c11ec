package hopfilm.io;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads OVF 2.0 and 1.0. Sizes are compared with the length of the file before memory is taken. */
final class OvfReader {
  /** Longer header lines are a sign of another kind of file. */
  private static final int LONGEST_LINE = 1 << 14;

  /** What a header says is kept, and little of it is ever more than a few kB. */
  private static final int LONGEST_HEADER = 100_000;

  private static final int LONGEST_NUMBER = 64;

  private final Path file;
  private final long length;
  private final InputStream in;
  private long position;

  private OvfReader(Path file, long length, InputStream in) {
    this.file = file;
    this.length = length;
    this.in = in;
  }

  /** What is read of an open file. */
  private interface Part<T> {
    T of(OvfReader reader) throws IOException;
  }

  static OvfFile read(Path file) throws IOException {
    return read(file, 1 << 16, OvfReader::read);
  }

  static double time(Path file) throws IOException {
    return read(file, 1 << 11, OvfReader::time);
  }

  private static <T> T read(Path file, int buffer, Part<T> part) throws IOException {
    if (Files.isDirectory(file)) {
      throw new OvfException(file, "is a folder, not an OVF file");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), buffer)) {
      return part.of(new OvfReader(file, Files.size(file), in));
    } catch (NoSuchFileException e) {
      throw new OvfException(file, "no such file");
    }
  }

  private OvfFile read() throws IOException {
    boolean version1 = version1();
    OvfHeader header = new OvfHeader(file);
    OvfFormat format = readHeader(header);
    Grid grid = header.grid(version1);
    checkLength(grid, format);
    VectorField field = new VectorField(grid);
    if (format == OvfFormat.TEXT) {
      readText(field);
    } else {
      readBinary(field, format);
    }
    if (version1) {
      scale(field, header.valueMultiplier());
    }
    checkFinite(field);
    return new OvfFile(field, header.time(), header.title(), header.valueUnits(version1));
  }

  private double time() throws IOException {
    version1();
    OvfHeader header = new OvfHeader(file);
    readHeader(header);
    return header.time();
  }

  /** Reads the first line. Revisions 0.99 and 0.0a0 are other names of 1.0. */
  private boolean version1() throws IOException {
    String first = position < length ? readLine(256) : "";
    String kind = first == null ? "" : first.replaceAll("[#\\s]", "").toLowerCase(Locale.ROOT);
    if (kind.equals("oommfovf2.0")) {
      return false;
    }
    if (kind.matches("oommf:rectangularmeshv?(1\\.0+|0\\.99|0\\.0a0)")) {
      return true;
    }
    if (kind.startsWith("oommf:irregular")) {
      throw error("holds an irregular mesh; only rectangular meshes can be read");
    }
    throw error(
        "not an OVF file: the first line must be \"# OOMMF OVF 2.0\" or"
            + " \"# OOMMF: rectangular mesh v1.0\"");
  }

  /** Reads up to the begin of the data and tells its format. */
  private OvfFormat readHeader(OvfHeader header) throws IOException {
    while (position < length) {
      if (position > LONGEST_HEADER) {
        throw error("the header is longer than 100 kB; is the line \"# Begin: Data ...\" missing?");
      }
      String line = readLine(LONGEST_LINE);
      if (line == null || !line.stripLeading().startsWith("#")) {
        if (line != null && line.isBlank()) {
          continue;
        }
        throw error("the header holds a line that does not start with #");
      }
      String text = line.strip().substring(1);
      String value =
          text.substring(text.indexOf(':') + 1)
              .strip()
              .replaceAll("\\s+", " ")
              .toLowerCase(Locale.ROOT);
      switch (OvfHeader.label(text)) {
        case "begin":
          if (value.startsWith("data")) {
            return format(value);
          }
          break;
        case "end":
          break;
        case "segmentcount":
          if (!value.equals("1")) {
            throw error("holds %s segments; only files with one can be read".formatted(value));
          }
          break;
        default:
          header.add(text);
      }
    }
    throw error("cut off in the header: the line \"# Begin: Data ...\" is missing");
  }

  private OvfFormat format(String value) throws OvfException {
    for (OvfFormat f : OvfFormat.values()) {
      if (value.equals("data " + f.label().toLowerCase(Locale.ROOT))) {
        return f;
      }
    }
    throw error(
        "the data block is \"%s\"; known are Data Text, Data Binary 4 and Data Binary 8"
            .formatted(value));
  }

  private void checkLength(Grid g, OvfFormat format) throws OvfException {
    long numbers = 3L * g.cells();
    // a number in text is a digit and a blank at least
    long needed = format == OvfFormat.TEXT ? 2 * numbers - 1 : (numbers + 1) * format.bytes();
    long left = length - position;
    if (needed > left) {
      throw error(
          "cut off: %d x %d x %d cells in %s need %d bytes%s, but only %d follow the header"
              .formatted(
                  g.nx(),
                  g.ny(),
                  g.nz(),
                  format.label(),
                  needed,
                  format == OvfFormat.TEXT ? " at least" : "",
                  left));
    }
  }

  private void readBinary(VectorField f, OvfFormat format) throws IOException {
    int size = format.bytes();
    ByteBuffer buffer = ByteBuffer.allocate(4096 * 3 * size);
    fill(buffer, size);
    buffer.order(byteOrder(buffer, size));
    int cells = f.grid().cells();
    for (int start = 0; start < cells; start += 4096) {
      int end = Math.min(cells, start + 4096);
      fill(buffer, (end - start) * 3 * size);
      for (int i = start; i < end; i++) {
        f.x()[i] = size == 4 ? buffer.getFloat() : buffer.getDouble();
        f.y()[i] = size == 4 ? buffer.getFloat() : buffer.getDouble();
        f.z()[i] = size == 4 ? buffer.getFloat() : buffer.getDouble();
      }
    }
    int next = nextNonBlank();
    if (next != '#') {
      throw error(
          next < 0
              ? "cut off: the line \"# End: Data\" is missing"
              : "the data block is longer than the number of cells in the header");
    }
  }

  /** The order in which the check value reads right: least significant byte first in 2.0. */
  private ByteOrder byteOrder(ByteBuffer buffer, int size) throws OvfException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      buffer.order(order);
      if (size == 4
          ? buffer.getFloat(0) == OvfFormat.CHECK4
          : buffer.getDouble(0) == OvfFormat.CHECK8) {
        return order;
      }
    }
    throw error(
        "the check value in front of the binary data is wrong: the file is damaged (was it copied"
            + " as text?)");
  }

  private void fill(ByteBuffer buffer, int bytes) throws IOException {
    int read = in.readNBytes(buffer.array(), 0, bytes);
    position += read;
    if (read < bytes) {
      throw error("cut off in the data");
    }
    buffer.clear();
  }

  private void readText(VectorField f) throws IOException {
    byte[] token = new byte[LONGEST_NUMBER];
    int cells = f.grid().cells();
    int c = nextNonBlank();
    for (long k = 0; ; k++) {
      while (c == '#' && k < 3L * cells) {
        // a comment, or the end
        if (isEnd()) {
          throw error("holds %d numbers, but the header says %d".formatted(k, 3L * cells));
        }
        c = nextNonBlank();
      }
      if (k == 3L * cells) {
        break;
      }
      int size = 0;
      while (c > ' ' && c != '#' && size < LONGEST_NUMBER) {
        token[size++] = (byte) c;
        c = nextByte();
      }
      f.component((int) (k % 3))[(int) (k / 3)] = number(token, size, k);
      if (c >= 0 && c <= ' ') {
        c = nextNonBlank();
      }
    }
    if (c != '#') {
      throw error(
          c < 0
              ? "cut off: the line \"# End: Data Text\" is missing"
              : "the data block is longer than the number of cells in the header");
    }
  }

  /** Reads the rest of a line that begins with a hash: whether its label is "End". */
  private boolean isEnd() throws IOException {
    String end = "end";
    int equal = 0;
    boolean isLabel = true;
    for (int c = nextByte(); c >= 0 && c != '\n'; c = nextByte()) {
      isLabel &= c != ':';
      if (isLabel && c > ' ') {
        boolean goesOn =
            equal >= 0 && equal < end.length() && Character.toLowerCase(c) == end.charAt(equal);
        equal = goesOn ? equal + 1 : -1;
      }
    }
    return equal == end.length();
  }

  private double number(byte[] token, int size, long k) throws OvfException {
    if (size == 0) {
      throw error("cut off in the data, after %d numbers".formatted(k));
    }
    try {
      if (size < LONGEST_NUMBER) {
        return JavaDoubleParser.parseDouble(token, 0, size);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    String text = new String(token, 0, size, StandardCharsets.ISO_8859_1);
    throw error("number %d of the data is \"%s\"".formatted(k + 1, text));
  }

  private static void scale(VectorField f, double factor) {
    for (int i = 0; factor != 1 && i < f.grid().cells(); i++) {
      f.x()[i] *= factor;
      f.y()[i] *= factor;
      f.z()[i] *= factor;
    }
  }

  private void checkFinite(VectorField f) throws OvfException {
    Optional<String> reason = RawVectors.notFinite(f);
    if (reason.isPresent()) {
      throw error(reason.get());
    }
  }

  private int nextByte() throws IOException {
    int c = in.read();
    if (c >= 0) {
      position++;
    }
    return c;
  }

  private int nextNonBlank() throws IOException {
    int c = nextByte();
    while (c >= 0 && c <= ' ') {
      c = nextByte();
    }
    return c;
  }

  /** A line without its end, or null if it is longer than allowed. */
  private String readLine(int longest) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    int c = nextByte();
    while (c >= 0 && c != '\n') {
      if (line.size() == longest) {
        return null;
      }
      line.write(c);
      c = nextByte();
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  private OvfException error(String what) {
    return new OvfException(file, what);
  }
}
