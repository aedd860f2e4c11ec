package hopfilm.io;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values, one line a cell, x index fastest: its centre [m] and the vector, under
 * the header {@code x (m),y (m),z (m),mx,my,mz}. Values with a unit carry it in the header: {@code
 * mx (A/m)}. Numbers read back to the same bits; cell sizes are read from the centres, to rounding.
 */
final class CsvFiles {
  private static final String CENTRES = "x (m),y (m),z (m)";

  /** Allowed error of a centre, in cells: files of other programs have few digits. */
  private static final double TOLERANCE = 1e-3;

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

  static OvfFile read(Path file) throws IOException {
    List<double[]> rows = new ArrayList<>();
    String header;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      header = in.readLine();
      if (header == null
          || !header.replaceAll("[\"\\s\\uFEFF]", "").startsWith("x(m),y(m),z(m),")) {
        throw new FieldException(file, "line 1 must be \"" + CENTRES + ",mx,my,mz\"");
      }
      int number = 1;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          rows.add(row(file, number, line));
        }
      }
    } catch (NoSuchFileException e) {
      throw new FieldException(file, "no such file");
    } catch (CharacterCodingException e) {
      throw new FieldException(file, "is no text in UTF-8");
    }
    Grid grid = grid(file, rows);
    VectorField f = new VectorField(grid);
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.get(i);
      f.x()[i] = row[3];
      f.y()[i] = row[4];
      f.z()[i] = row[5];
    }
    String[] names = header.split(",");
    String last = names[names.length - 1].replace("\"", "").strip();
    int open = last.indexOf('(');
    String unit = open < 0 || !last.endsWith(")") ? "" : last.substring(open + 1).replace(")", "");
    return new OvfFile(f, Double.NaN, "", unit);
  }

  private static double[] row(Path file, int number, String line) throws FieldException {
    String[] words = line.split(",", -1);
    if (words.length != 6) {
      throw new FieldException(
          file, "line %d has %d values, not 6".formatted(number, words.length));
    }
    double[] row = new double[6];
    for (int c = 0; c < 6; c++) {
      try {
        row[c] = Double.parseDouble(words[c].strip());
      } catch (NumberFormatException e) {
        throw new FieldException(
            file, "line %d: \"%s\" is no number".formatted(number, words[c].strip()));
      }
      if (!Double.isFinite(row[c])) {
        throw new FieldException(
            file, "line %d: %s; all numbers must be finite".formatted(number, words[c].strip()));
      }
    }
    return row;
  }

  /**
   * The grid whose corner is at the origin, or where the first centre of an axis is half a cell.
   */
  private static Grid grid(Path file, List<double[]> rows) throws FieldException {
    if (rows.isEmpty()) {
      throw new FieldException(file, "holds no cells");
    }
    int[] n = new int[3];
    double[] d = new double[3];
    int stride = 1;
    for (int axis = 0; axis < 3; axis++) {
      double first = rows.get(0)[axis];
      n[axis] = 1;
      while ((long) (n[axis] + 1) * stride <= rows.size()
          && rows.get(n[axis] * stride)[axis] > rows.get((n[axis] - 1) * stride)[axis]) {
        n[axis]++;
      }
      double last = rows.get((n[axis] - 1) * stride)[axis];
      d[axis] = n[axis] > 1 ? (last - first) / (n[axis] - 1) : 2 * first;
      stride *= n[axis];
    }
    if (stride != rows.size()) {
      throw new FieldException(
          file,
          "holds %d cells, which are no full %d x %d x %d grid with x running fastest, then y"
              .formatted(rows.size(), n[0], n[1], n[2]));
    }
    Grid grid;
    try {
      grid = new Grid(n[0], n[1], n[2], d[0], d[1], d[2], Edges.OPEN, Edges.OPEN, Edges.OPEN);
    } catch (IllegalArgumentException e) {
      throw new FieldException(
          file, e.getMessage() + "; along an axis of one cell its centre is half the cell size");
    }
    requireCentres(file, rows, grid);
    return grid;
  }

  private static void requireCentres(Path file, List<double[]> rows, Grid g) throws FieldException {
    for (int i = 0; i < rows.size(); i++) {
      int[] at = {i % g.nx(), i / g.nx() % g.ny(), i / (g.nx() * g.ny())};
      for (int axis = 0; axis < 3; axis++) {
        double expected = rows.get(0)[axis] + at[axis] * g.cellSize(axis);
        if (Math.abs(rows.get(i)[axis] - expected) > TOLERANCE * g.cellSize(axis)) {
          throw new FieldException(
              file,
              "cell %d has its centre at %c = %s m, but a regular grid has it at %s m"
                  .formatted(i + 1, "xyz".charAt(axis), rows.get(i)[axis], expected));
        }
      }
    }
  }
}
