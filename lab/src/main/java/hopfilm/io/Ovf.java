package hopfilm.io;

import hopfilm.grid.VectorField;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Vector fields as files that OOMMF, mumax3 and Ubermag read and write.
 *
 * <p>A file is a header of lines {@code # label: value} and a data block of three numbers a cell, x
 * index fastest, as text, single or double precision. Version 2.0 stores binary numbers with the
 * least significant byte first, version 1.0 with the most significant one first and with a {@code
 * valuemultiplier}.
 *
 * <p>Reference: OOMMF User's Guide, section "Vector Field File Format (OVF)", NISTIR 6376,
 * doi:10.6028/NIST.IR.6376.
 */
public final class Ovf {
  private Ovf() {}

  /**
   * Reads an OVF 2.0 or 1.0 file on a rectangular mesh.
   *
   * @throws OvfException if the file is not there, cut off, damaged or of another kind
   */
  public static OvfFile read(Path file) throws IOException {
    return OvfReader.read(file);
  }

  /**
   * Reads when the vectors of a file were taken, and no more than its header [s].
   *
   * @return NaN if the file does not say
   * @throws OvfException as {@link #read}
   */
  public static double time(Path file) throws IOException {
    return OvfReader.time(file);
  }

  /**
   * Writes an OVF 2.0 file. It appears under its name only when it is whole.
   *
   * @param title title of the segment, also the stem of the value labels
   * @param valueUnits such as {@code A/m}; empty for plain numbers
   * @param time simulated time [s]; NaN is left out
   */
  public static void write(
      Path file, VectorField field, OvfFormat format, String title, String valueUnits, double time)
      throws IOException {
    OvfWriter.write(file, new OvfFile(field, time, title, valueUnits), format);
  }
}
