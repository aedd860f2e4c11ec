package hopfilm.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads and writes vector fields in any {@link FieldFormat}, named by the ending of the file. */
public final class FieldFiles {
  private FieldFiles() {}

  /**
   * Reads an OVF, NumPy or CSV file.
   *
   * @param cell edges of a cell along x, y, z [m], for NumPy files, which do not hold them; may be
   *     null for other files
   * @throws FieldException if the file is not there, damaged or of another kind, or if a NumPy file
   *     comes without the size of its cells
   */
  public static OvfFile read(Path file, double[] cell) throws IOException {
    return switch (FieldFormat.ofEnding(file).orElse(FieldFormat.HDF5)) {
      case OVF_TEXT, OVF4, OVF8 -> Ovf.read(file);
      case NPY -> NpyFiles.read(file, cell);
      case CSV -> CsvFiles.read(file);
      case VTK, HDF5 ->
          throw new FieldException(
              file, "cannot be read; fields are read from .ovf, .omf, .ohf, .npy and .csv");
    };
  }

  /** Writes a field. The file appears under its name only when it is whole. */
  public static void write(Path file, OvfFile content, FieldFormat format) throws IOException {
    switch (format) {
      case OVF_TEXT -> OvfWriter.write(file, content, OvfFormat.TEXT);
      case OVF4 -> OvfWriter.write(file, content, OvfFormat.BINARY4);
      case OVF8 -> OvfWriter.write(file, content, OvfFormat.BINARY8);
      case NPY -> NpyFiles.write(file, content.field());
      case CSV -> CsvFiles.write(file, content);
      case VTK -> VtkWriter.write(file, content);
      case HDF5 -> FieldArchive.write(file, List.of(content));
    }
  }
}
