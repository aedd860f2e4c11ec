package hopfilm.io;

import hopfilm.grid.Grid;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * VTK image data (.vti) for ParaView: one vector a cell in double precision, as appended raw data.
 * Lengths are in nm, because cameras and clipping planes of viewers fail at 1e-9; the unit stands
 * in the field data, beside the time [s].
 *
 * <p>Reference: VTK User's Guide, "VTK XML file formats" (Kitware).
 */
final class VtkWriter {
  private static final double NM = 1e9;

  private VtkWriter() {}

  static void write(Path file, OvfFile content) throws IOException {
    Grid g = content.field().grid();
    String extent = "0 %d 0 %d 0 %d".formatted(g.nx(), g.ny(), g.nz());
    String name = xml(content.title().isBlank() ? "m" : content.title());
    StringBuilder s = new StringBuilder();
    s.append("<?xml version=\"1.0\"?>\n");
    s.append("<VTKFile type=\"ImageData\" version=\"1.0\" byte_order=\"LittleEndian\"");
    s.append(" header_type=\"UInt64\">\n");
    s.append("<ImageData WholeExtent=\"").append(extent).append("\" Origin=\"0 0 0\" Spacing=\"");
    s.append(g.dx() * NM).append(' ').append(g.dy() * NM).append(' ').append(g.dz() * NM);
    s.append("\">\n<FieldData>\n");
    text(s, "length unit", "nm");
    text(s, "value unit", content.valueUnits());
    if (!Double.isNaN(content.time())) {
      s.append("<DataArray type=\"Float64\" Name=\"TimeValue\" NumberOfTuples=\"1\"");
      s.append(" format=\"ascii\">").append(content.time()).append("</DataArray>\n");
    }
    s.append("</FieldData>\n<Piece Extent=\"").append(extent).append("\">\n");
    s.append("<CellData Vectors=\"").append(name).append("\">\n");
    s.append("<DataArray type=\"Float64\" Name=\"").append(name);
    s.append("\" NumberOfComponents=\"3\" format=\"appended\" offset=\"0\"/>\n");
    s.append("</CellData>\n</Piece>\n</ImageData>\n<AppendedData encoding=\"raw\">\n_");
    ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    length.putLong(24L * g.cells());
    WholeFile.write(
        file,
        out -> {
          out.write(s.toString().getBytes(StandardCharsets.UTF_8));
          out.write(length.array());
          RawVectors.write(out, content.field());
          out.write("\n</AppendedData>\n</VTKFile>\n".getBytes(StandardCharsets.US_ASCII));
        });
  }

  /** A string of the field data: its bytes as numbers, ended by a zero. */
  private static void text(StringBuilder s, String name, String value) {
    s.append("<Array type=\"String\" Name=\"").append(name);
    s.append("\" NumberOfTuples=\"1\" format=\"ascii\">");
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      s.append(b & 0xff).append(' ');
    }
    s.append("0</Array>\n");
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("\\p{Cntrl}", " ");
  }
}
