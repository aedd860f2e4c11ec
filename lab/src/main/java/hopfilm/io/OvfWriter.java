package hopfilm.io;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes OVF 2.0. */
final class OvfWriter {
  private OvfWriter() {}

  static void write(Path file, OvfFile content, OvfFormat format) throws IOException {
    WholeFile.write(
        file,
        out -> {
          out.write(header(content, format).getBytes(StandardCharsets.UTF_8));
          if (format == OvfFormat.TEXT) {
            writeText(out, content.field());
          } else {
            writeBinary(out, content.field(), format);
          }
          out.write(
              "# End: Data %s\n# End: Segment\n"
                  .formatted(format.label())
                  .getBytes(StandardCharsets.US_ASCII));
        });
  }

  private static String header(OvfFile content, OvfFormat format) {
    Grid g = content.field().grid();
    String label = content.title().replaceAll("[^A-Za-z0-9.-]+", "-");
    String unit = content.valueUnits().isBlank() ? "1" : oneLine(content.valueUnits());
    if (unit.contains(" ")) {
      unit = "{" + unit + "}";
    }
    StringBuilder s = new StringBuilder();
    s.append("# OOMMF OVF 2.0\n# Segment count: 1\n# Begin: Segment\n# Begin: Header\n");
    line(s, "Title", oneLine(content.title()));
    if (!Double.isNaN(content.time())) {
      line(s, "Desc", "Total simulation time:  " + content.time() + "  s");
    }
    line(s, "meshtype", "rectangular");
    line(s, "meshunit", "m");
    for (int axis = 0; axis < 3; axis++) {
      char name = "xyz".charAt(axis);
      double step = g.cellSize(axis);
      line(s, name + "base", step / 2);
      line(s, name + "nodes", g.cellsAlong(axis));
      line(s, name + "stepsize", step);
      line(s, name + "min", 0.0);
      line(s, name + "max", g.cellsAlong(axis) * step);
    }
    line(s, "valuedim", 3);
    line(s, "valuelabels", "%1$s_x %1$s_y %1$s_z".formatted(label));
    line(s, "valueunits", "%1$s %1$s %1$s".formatted(unit));
    s.append("# End: Header\n# Begin: Data ").append(format.label()).append('\n');
    return s.toString();
  }

  private static void line(StringBuilder s, String label, Object value) {
    s.append("# ").append(label).append(": ").append(value).append('\n');
  }

  /** A header value ends at the line's end or at a double hash. */
  private static String oneLine(String value) {
    return value.replaceAll("\\s+", " ").replaceAll("#+", "#").strip();
  }

  private static void writeText(OutputStream out, VectorField f) throws IOException {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < f.grid().cells(); i++) {
      row.setLength(0);
      row.append(f.x()[i]).append(' ').append(f.y()[i]).append(' ').append(f.z()[i]).append('\n');
      out.write(row.toString().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void writeBinary(OutputStream out, VectorField f, OvfFormat format)
      throws IOException {
    int cells = f.grid().cells();
    int vector = 3 * format.bytes();
    ByteBuffer buffer = ByteBuffer.allocate(4096 * vector).order(ByteOrder.LITTLE_ENDIAN);
    boolean single = format == OvfFormat.BINARY4;
    if (single) {
      buffer.putFloat(OvfFormat.CHECK4);
    } else {
      buffer.putDouble(OvfFormat.CHECK8);
    }
    for (int i = 0; i < cells; i++) {
      if (buffer.remaining() < vector) {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
      if (single) {
        buffer.putFloat((float) f.x()[i]).putFloat((float) f.y()[i]).putFloat((float) f.z()[i]);
      } else {
        buffer.putDouble(f.x()[i]).putDouble(f.y()[i]).putDouble(f.z()[i]);
      }
    }
    out.write(buffer.array(), 0, buffer.position());
    out.write('\n');
  }
}
