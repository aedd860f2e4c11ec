package hopfilm.io;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/** Three binary numbers a cell, x index fastest: the data of NumPy and VTK files. */
final class RawVectors {
  private static final int CHUNK = 4096;

  private RawVectors() {}

  /** Writes double precision, least significant byte first. */
  static void write(OutputStream out, VectorField f) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK * 24).order(ByteOrder.LITTLE_ENDIAN);
    int cells = f.grid().cells();
    for (int start = 0; start < cells; start += CHUNK) {
      buffer.clear();
      for (int i = start; i < Math.min(cells, start + CHUNK); i++) {
        buffer.putDouble(f.x()[i]).putDouble(f.y()[i]).putDouble(f.z()[i]);
      }
      out.write(buffer.array(), 0, buffer.position());
    }
  }

  /**
   * Fills a field.
   *
   * @param width bytes a number, 4 or 8
   */
  static void read(Path file, InputStream in, VectorField f, int width, ByteOrder order)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK * 3 * width).order(order);
    int cells = f.grid().cells();
    for (int start = 0; start < cells; start += CHUNK) {
      int end = Math.min(cells, start + CHUNK);
      buffer.clear();
      if (in.readNBytes(buffer.array(), 0, (end - start) * 3 * width) < (end - start) * 3 * width) {
        throw new FieldException(file, "cut off in the data");
      }
      for (int i = start; i < end; i++) {
        for (int c = 0; c < 3; c++) {
          f.component(c)[i] = width == 4 ? buffer.getFloat() : buffer.getDouble();
        }
      }
    }
  }

  static void requireFinite(Path file, VectorField f) throws FieldException {
    Optional<String> reason = notFinite(f);
    if (reason.isPresent()) {
      throw new FieldException(file, reason.get());
    }
  }

  /** What is wrong with the first cell that holds no number, if there is one. */
  static Optional<String> notFinite(VectorField f) {
    Grid g = f.grid();
    for (int i = 0; i < g.cells(); i++) {
      if (!Double.isFinite(f.x()[i] + f.y()[i] + f.z()[i])) {
        return Optional.of(
            "cell (%d, %d, %d) holds (%s, %s, %s); all numbers must be finite"
                .formatted(
                    i % g.nx(),
                    i / g.nx() % g.ny(),
                    i / (g.nx() * g.ny()),
                    f.x()[i],
                    f.y()[i],
                    f.z()[i]));
      }
    }
    return Optional.empty();
  }
}
