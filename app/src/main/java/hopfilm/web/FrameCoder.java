package hopfilm.web;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a film as a binary frame, byte by byte as docs/http.md says. */
final class FrameCoder {

  private static final int HEADER = 64;
  private static final int CURRENT = 1;
  private static final int MASKED = 2;

  /** Pictures have at most so many cells on a side; larger films are thinned out. */
  private static final int LONGEST = 512;

  /** Current densities are shown over as many powers of ten. */
  private static final double DECADES = 3;

  private FrameCoder() {}

  /**
   * The header of a frame, beside the film.
   *
   * @param number of the frame
   * @param chapter of the film
   * @param time [s]
   * @param steps time steps taken
   * @param speed simulated ns per second, NaN at rest
   * @param progress of the step, NaN without an end
   * @param left seconds, NaN without an end
   */
  record Header(
      int number,
      int chapter,
      double time,
      double steps,
      double speed,
      double progress,
      double left) {}

  /** A frame of the top layer; j may be null. */
  static byte[] frame(Header h, VectorField m, VectorField j) {
    Grid grid = m.grid();
    int stride = (Math.max(grid.nx(), grid.ny()) + LONGEST - 1) / LONGEST;
    int nx = (grid.nx() + stride - 1) / stride;
    int ny = (grid.ny() + stride - 1) / stride;
    int layer = grid.nz() - 1;
    int[] cells = new int[nx * ny];
    for (int y = 0; y < ny; y++) {
      for (int x = 0; x < nx; x++) {
        cells[y * nx + x] = x * stride + grid.nx() * (y * stride + grid.ny() * layer);
      }
    }
    byte[] bytes = new byte[HEADER + cells.length * (j == null ? 3 : 6)];
    boolean isMasked = planes(m, cells, bytes);
    double high = j == null ? Double.NaN : current(j, cells, bytes, HEADER + 3 * cells.length);
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put("HFLM".getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) HEADER);
    out.putShort((short) ((j == null ? 0 : CURRENT) | (isMasked ? MASKED : 0)));
    out.putInt(nx).putInt(ny).putInt(h.number);
    out.putShort((short) stride).putShort((short) h.chapter);
    out.putDouble(h.time).putDouble(h.steps);
    out.putFloat((float) h.speed).putFloat((float) h.progress).putFloat((float) h.left);
    out.putFloat((float) (high - DECADES)).putFloat((float) high);
    out.putShort((short) layer).putShort((short) grid.nz());
    return bytes;
  }

  /** True if there are cells without film. */
  private static boolean planes(VectorField m, int[] cells, byte[] bytes) {
    boolean isMasked = false;
    for (int c = 0; c < 3; c++) {
      double[] from = m.component(c);
      int at = HEADER + c * cells.length;
      for (int k = 0; k < cells.length; k++) {
        bytes[at + k] = (byte) Math.round(127 * from[cells[k]]);
      }
    }
    for (int cell : cells) {
      isMasked |= m.x()[cell] == 0 && m.y()[cell] == 0 && m.z()[cell] == 0;
    }
    return isMasked;
  }

  /** log10 of the largest current density. */
  private static double current(VectorField j, int[] cells, byte[] bytes, int at) {
    int n = cells.length;
    double most = 0;
    for (int cell : cells) {
      most = Math.max(most, size(j, cell));
    }
    double high = most > 0 ? Math.log10(most) : 0;
    for (int k = 0; k < n; k++) {
      double size = size(j, cells[k]);
      if (size > 0) {
        double level = (Math.log10(size) - high + DECADES) / DECADES;
        bytes[at + k] = (byte) Math.max(1, Math.round(1 + 254 * level));
        bytes[at + n + k] = (byte) Math.round(127 * j.x()[cells[k]] / size);
        bytes[at + 2 * n + k] = (byte) Math.round(127 * j.y()[cells[k]] / size);
      }
    }
    return high;
  }

  private static double size(VectorField j, int cell) {
    return Math.sqrt(
        j.x()[cell] * j.x()[cell] + j.y()[cell] * j.y()[cell] + j.z()[cell] * j.z()[cell]);
  }
}
