package hopfilm.io;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * NumPy arrays of shape (nz, ny, nx, 3): {@code m[k, j, i]} is the vector of cell (i, j, k).
 * Written as version 1.0, float64, least significant byte first, C order; read in versions 1 to 3,
 * also float32, big-endian, and (ny, nx, 3) for one layer. An array holds neither cell size nor
 * time.
 *
 * <p>Reference: NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays".
 */
final class NpyFiles {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Magic and header together are a multiple of it, so that the data can be mapped into memory. */
  private static final int ALIGNMENT = 64;

  /** As NumPy's own limit, {@code max_header_size} of {@code numpy.load}. */
  private static final int LONGEST_HEADER = 10_000;

  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>=|]?)([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

  private static final Set<String> FLOATS = Set.of("f8", "f4");
  private static final Set<String> NUMBERS = Set.of("f8", "f4", "i1", "b1", "i8");

  private NpyFiles() {}

  static void write(Path file, VectorField f) throws IOException {
    Grid g = f.grid();
    byte[] start = header("<f8", g.nz(), g.ny(), g.nx(), 3);
    WholeFile.write(
        file,
        out -> {
          out.write(start);
          RawVectors.write(out, f);
        });
  }

  /** What stands before the numbers of an array, in version 1.0. */
  static byte[] header(String type, int... shape) {
    String sizes =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s%s), }"
            .formatted(type, sizes, shape.length == 1 ? "," : "");
    int fixed = MAGIC.length + 4;
    int length = (fixed + header.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - fixed;
    header += " ".repeat(length - 1 - header.length()) + "\n";
    ByteBuffer start = ByteBuffer.allocate(fixed + length).order(ByteOrder.LITTLE_ENDIAN);
    start.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) length);
    start.put(header.getBytes(StandardCharsets.US_ASCII));
    return start.array();
  }

  static OvfFile read(Path file, double[] cell) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return read(file, in, Files.size(file), cell);
    } catch (NoSuchFileException e) {
      throw new FieldException(file, "no such file");
    } catch (BufferUnderflowException e) {
      throw new FieldException(file, "cut off in the header");
    }
  }

  private static OvfFile read(Path file, InputStream in, long size, double[] cell)
      throws IOException {
    Header header = header(file, in, size);
    Grid grid = grid(file, header.shape, cell);
    header.requireNumbers(file, 3L * grid.cells());
    VectorField f = new VectorField(grid);
    RawVectors.read(file, in, f, header.width(), header.order);
    RawVectors.requireFinite(file, f);
    return new OvfFile(f, Double.NaN, "", "");
  }

  /**
   * What stands before the numbers.
   *
   * @param left bytes that follow
   * @param type a letter and the bytes of a number
   */
  private record Header(String shape, long left, String type, ByteOrder order) {
    int width() {
      return type.charAt(1) - '0';
    }

    double number(ByteBuffer row, int at) {
      int from = at * width();
      return switch (type) {
        case "f4" -> row.getFloat(from);
        case "i1", "b1" -> row.get(from);
        case "i8" -> row.getLong(from);
        default -> row.getDouble(from);
      };
    }

    void requireNumbers(Path file, long count) throws FieldException {
      if (left != width() * count) {
        throw new FieldException(
            file,
            "the header asks for %d bytes of numbers, but %d follow it"
                .formatted(width() * count, left));
      }
    }
  }

  private static Header header(Path file, InputStream in, long size) throws IOException {
    return header(file, in, size, FLOATS);
  }

  private static Header header(Path file, InputStream in, long size, Set<String> types)
      throws IOException {
    ByteBuffer start = ByteBuffer.wrap(in.readNBytes(8)).order(ByteOrder.LITTLE_ENDIAN);
    if (start.limit() < 8
        || Arrays.mismatch(start.array(), MAGIC) != MAGIC.length
        || start.get(6) < 1
        || start.get(6) > 3) {
      throw new FieldException(file, "is not a NumPy array (.npy) of version 1, 2 or 3");
    }
    boolean isShort = start.get(6) == 1;
    ByteBuffer count = ByteBuffer.wrap(in.readNBytes(isShort ? 2 : 4));
    count.order(ByteOrder.LITTLE_ENDIAN);
    int length = isShort ? Short.toUnsignedInt(count.getShort()) : count.getInt();
    if (length < 0 || length > size) {
      throw new FieldException(file, "cut off in the header");
    }
    if (length > LONGEST_HEADER) {
      throw new FieldException(
          file, "the header has %d bytes; NumPy writes up to %d".formatted(length, LONGEST_HEADER));
    }
    String header = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String type = found(file, header, DESCR, "descr").group(2);
    if (!types.contains(type)) {
      throw new FieldException(
          file, "holds numbers of type %s; save it as float64, a.astype(float)".formatted(type));
    }
    if (found(file, header, ORDER, "fortran_order").group(1).equals("True")) {
      throw new FieldException(
          file, "is in Fortran order; save numpy.ascontiguousarray(a) instead");
    }
    boolean isBig = found(file, header, DESCR, "descr").group(1).equals(">");
    return new Header(
        found(file, header, SHAPE, "shape").group(1).strip().replaceAll(",$", ""),
        size - 8 - (isShort ? 2 : 4) - length,
        type,
        isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  /** Writes an array of one dimension. */
  static void write(Path file, double[] numbers) throws IOException {
    WholeFile.write(
        file,
        out -> {
          out.write(header("<f8", numbers.length));
          ByteBuffer bytes =
              ByteBuffer.allocate(Double.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
          bytes.asDoubleBuffer().put(numbers);
          out.write(bytes.array());
        });
  }

  /** The numbers of columns without names. */
  static List<String> numbered(int columns) {
    List<String> names = new ArrayList<>();
    for (int c = 1; c <= columns; c++) {
      names.add(Integer.toString(c));
    }
    return names;
  }

  /** A column of an array of shape (rows) or (rows, columns). */
  static double[] column(Path file, ToIntFunction<List<String>> choice, int most)
      throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      Header header = header(file, in, Files.size(file));
      if (!header.shape.matches("\\d{1,9}(\\s*,\\s*\\d{1,6})?")) {
        throw new FieldException(
            file, "the shape is (%s); it must be (n) or (n, columns)".formatted(header.shape));
      }
      int[] n =
          Arrays.stream(header.shape.split("\\s*,\\s*")).mapToInt(Integer::parseInt).toArray();
      int columns = n.length == 1 ? 1 : n[1];
      header.requireNumbers(file, (long) n[0] * columns);
      if (n[0] > most) {
        throw new FieldException(file, "has more than the %d rows that are read".formatted(most));
      }
      if (columns == 0) {
        throw new FieldException(file, "holds no numbers");
      }
      int c = choice.applyAsInt(numbered(columns));
      double[] numbers = new double[n[0]];
      int width = header.width();
      for (int k = 0; k < n[0]; k++) {
        ByteBuffer row = ByteBuffer.wrap(in.readNBytes(columns * width)).order(header.order);
        numbers[k] = header.number(row, c);
        if (!Double.isFinite(numbers[k])) {
          throw new FieldException(
              file,
              "row %d has no finite number there; all samples must be finite".formatted(k + 1));
        }
      }
      return numbers;
    } catch (BufferUnderflowException e) {
      throw new FieldException(file, "cut off in the header");
    }
  }

  /** The rows of an array of shape (rows, ...), the rest of it in one line; also of integers. */
  static double[][] rows(Path file, int most) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      Header header = header(file, in, Files.size(file), NUMBERS);
      if (!header.shape.matches("\\d{1,9}(\\s*,\\s*\\d{1,6}){1,3}")) {
        throw new FieldException(
            file, "the shape is (%s); it must be (rows, columns)".formatted(header.shape));
      }
      long[] n =
          Arrays.stream(header.shape.split("\\s*,\\s*")).mapToLong(Long::parseLong).toArray();
      long columns = Arrays.stream(n).skip(1).reduce(1, (a, b) -> a * b);
      if (columns > most || n[0] * columns > most) {
        throw new FieldException(
            file, "has more than the %d numbers that are read".formatted(most));
      }
      header.requireNumbers(file, n[0] * columns);
      double[][] rows = new double[(int) n[0]][(int) columns];
      for (double[] numbers : rows) {
        ByteBuffer row =
            ByteBuffer.wrap(in.readNBytes(numbers.length * header.width())).order(header.order);
        for (int c = 0; c < numbers.length; c++) {
          numbers[c] = header.number(row, c);
        }
      }
      return rows;
    } catch (BufferUnderflowException e) {
      throw new FieldException(file, "cut off in the header");
    }
  }

  private static Matcher found(Path file, String header, Pattern pattern, String key)
      throws FieldException {
    Matcher m = pattern.matcher(header);
    if (!m.find()) {
      throw new FieldException(
          file, "the header has no plain %s; save an array of float64".formatted(key));
    }
    return m;
  }

  private static Grid grid(Path file, String shape, double[] cell) throws FieldException {
    if (!shape.matches("(\\d{1,9}\\s*,\\s*)?\\d{1,9}\\s*,\\s*\\d{1,9}\\s*,\\s*3")) {
      throw new FieldException(
          file, "the shape is (%s); it must be (nz, ny, nx, 3) or (ny, nx, 3)".formatted(shape));
    }
    if (cell == null) {
      throw new FieldException(
          file, "a NumPy array holds no cell size; give it as --cell \"4 nm, 4 nm, 1 um\"");
    }
    int[] n = Arrays.stream(shape.split("\\s*,\\s*")).mapToInt(Integer::parseInt).toArray();
    int nz = n.length == 4 ? n[0] : 1;
    try {
      return new Grid(n[n.length - 2], n[n.length - 3], nz, cell[0], cell[1], cell[2]);
    } catch (IllegalArgumentException e) {
      throw new FieldException(file, e.getMessage());
    }
  }
}
