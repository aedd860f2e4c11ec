package hopfilm.io;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Comma-separated values, one line a cell, x index fastest: its centre [m] and the vector, under
 * the header {@code x (m),y (m),z (m),mx,my,mz}. Values with a unit carry it in the header: {@code
 * mx (A/m)}. Numbers read back to the same bits; cell sizes are read from the centres, to rounding.
 */
final class CsvFiles {
  private static final String CENTRES = "x (m),y (m),z (m)";

  /** {@code Bx}, {@code Bx (T)}, {@code Bx [T]} or {@code Bx/T}. */
  private static final Pattern COMPONENT =
      Pattern.compile(
          "(?<name>[^(\\[/]*)(\\((?<round>[^()]*)\\)|\\[(?<square>[^\\[\\]]*)]|/(?<quotient>.*))?");

  /** A unit without brackets, as in {@code Bx_T}, which could be a part of the name. */
  private static final Pattern BARE_UNIT = Pattern.compile("(?i).*[xyz][^a-z0-9]+.+");

  /** Allowed error of a centre, in cells: files of other programs have few digits. */
  private static final double TOLERANCE = 1e-3;

  /** Bytes of a line of six digits. */
  private static final int SHORTEST = 12;

  private static final int LONGEST_LINE = 10_000;

  private CsvFiles() {}

  static void write(Path file, OvfFile content) throws IOException {
    VectorField f = content.field();
    Grid g = f.grid();
    String unit = content.valueUnits().isBlank() ? "" : " (" + content.valueUnits() + ")";
    WholeFile.write(
        file,
        out -> {
          StringBuilder line = new StringBuilder(CENTRES);
          for (String name : new String[] {"mx", "my", "mz"}) {
            line.append(',').append(name).append(unit.replace(',', ' '));
          }
          out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < g.cells(); i++) {
            line.setLength(0);
            int j = i / g.nx() % g.ny();
            int k = i / (g.nx() * g.ny());
            line.append((i % g.nx() + 0.5) * g.dx()).append(',');
            line.append((j + 0.5) * g.dy()).append(',').append((k + 0.5) * g.dz()).append(',');
            line.append(f.x()[i]).append(',').append(f.y()[i]).append(',').append(f.z()[i]);
            out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
          }
        });
  }

  /** Lines are counted before memory is taken, which is eight bytes for each number. */
  static OvfFile read(Path file) throws IOException {
    try {
      return read(file, Files.size(file));
    } catch (NoSuchFileException e) {
      throw new FieldException(file, "no such file");
    }
  }

  private static OvfFile read(Path file, long size) throws IOException {
    // beside the header
    long filled = Math.max(0, TextLines.countFilled(file, size) - 1);
    long cells = Math.min(filled, size / SHORTEST + 1);
    if (cells > Integer.MAX_VALUE - 8) {
      throw new FieldException(file, "holds too many cells for one field");
    }
    String header;
    double[][] numbers;
    int count = 0;
    try (TextLines lines = new TextLines(file, size, LONGEST_LINE)) {
      header = lines.next() ? lines.text() : "";
      if (!header.replaceAll("[\"\\s\\uFEFF]", "").startsWith("x(m),y(m),z(m),")) {
        throw new FieldException(file, "line 1 must be \"" + CENTRES + ",mx,my,mz\"");
      }
      numbers = new double[6][(int) cells];
      double[] row = new double[numbers.length];
      while (lines.next()) {
        if (!lines.isBlank()) {
          lines.numbers(',', row);
          requireFinite(file, lines.number(), row);
          for (int c = 0; c < row.length; c++) {
            numbers[c][count] = row[c];
          }
          count++;
        }
      }
    }
    Grid grid = grid(file, numbers, count);
    VectorField f = new VectorField(grid, numbers[3], numbers[4], numbers[5]);
    return new OvfFile(f, Double.NaN, "", unit(file, header));
  }

  /** The unit of the three components, which their names must not contradict. */
  private static String unit(Path file, String header) throws FieldException {
    String[] names = header.replace("\"", "").split(",", -1);
    String unit = null;
    for (int c = 0; c < 3; c++) {
      String name = c + 3 < names.length ? names[c + 3].strip() : "";
      Matcher parts = COMPONENT.matcher(name);
      if (!parts.matches() || BARE_UNIT.matcher(parts.group("name").strip()).matches()) {
        throw wrongHeader(file, "\"" + name + "\" is not a name with a unit, such as \"Bx (T)\"");
      }
      String word = parts.group("name").strip().toLowerCase(Locale.ROOT);
      char axis = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
      if (axis >= 'x' && axis <= 'z' && axis != "xyz".charAt(c)) {
        throw wrongHeader(file, "\"" + name + "\" stands for " + "xyz".charAt(c));
      }
      String own =
          Stream.of("round", "square", "quotient")
              .map(parts::group)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse("")
              .strip();
      if (unit != null && !unit.equals(own)) {
        throw wrongHeader(file, "the components have different units");
      }
      unit = own;
    }
    return unit;
  }

  private static FieldException wrongHeader(Path file, String what) {
    return new FieldException(
        file, "line 1: %s; the components are x, y and z, all in one unit".formatted(what));
  }

  private static void requireFinite(Path file, int line, double[] row) throws FieldException {
    for (double value : row) {
      if (!Double.isFinite(value)) {
        throw new FieldException(
            file, "line %d: %s; all numbers must be finite".formatted(line, value));
      }
    }
  }

  /**
   * The grid whose corner is at the origin, or where the first centre of an axis is half a cell.
   */
  private static Grid grid(Path file, double[][] centres, int cells) throws FieldException {
    if (cells == 0) {
      throw new FieldException(file, "holds no cells");
    }
    int[] n = new int[3];
    double[] d = new double[3];
    int stride = 1;
    for (int axis = 0; axis < 3; axis++) {
      double first = centres[axis][0];
      n[axis] = 1;
      while ((long) (n[axis] + 1) * stride <= cells
          && centres[axis][n[axis] * stride] > centres[axis][(n[axis] - 1) * stride]) {
        n[axis]++;
      }
      double last = centres[axis][(n[axis] - 1) * stride];
      d[axis] = n[axis] > 1 ? (last - first) / (n[axis] - 1) : 2 * first;
      stride *= n[axis];
    }
    if (stride != cells) {
      throw new FieldException(
          file,
          "holds %d cells, which are not a full %d x %d x %d grid with x running fastest, then y"
              .formatted(cells, n[0], n[1], n[2]));
    }
    Grid grid;
    try {
      grid = new Grid(n[0], n[1], n[2], d[0], d[1], d[2]);
    } catch (IllegalArgumentException e) {
      throw new FieldException(
          file, e.getMessage() + "; along an axis of one cell its centre is half the cell size");
    }
    requireCentres(file, centres, cells, grid);
    return grid;
  }

  private static void requireCentres(Path file, double[][] centres, int cells, Grid g)
      throws FieldException {
    int stride = 1;
    for (int axis = 0; axis < 3; axis++) {
      int n = axis == 0 ? g.nx() : axis == 1 ? g.ny() : g.nz();
      for (int i = 0; i < cells; i++) {
        double expected = centres[axis][0] + i / stride % n * g.cellSize(axis);
        if (Math.abs(centres[axis][i] - expected) > TOLERANCE * g.cellSize(axis)) {
          throw new FieldException(
              file,
              "cell %d has its centre at %c = %s m, but a regular grid has it at %s m"
                  .formatted(i + 1, "xyz".charAt(axis), centres[axis][i], expected));
        }
      }
      stride *= n;
    }
  }
}
