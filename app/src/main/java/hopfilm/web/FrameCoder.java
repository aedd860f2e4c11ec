package hopfilm.web;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a film as a binary frame, byte by byte as docs/reference/http.md says. */
final class FrameCoder {

  private static final int HEADER = 64;
  private static final int HEADER_OF_HEATED = 72;
  private static final int CURRENT = 1;
  private static final int MASKED = 2;
  private static final int HEATED = 4;

  /** Pictures have at most so many cells on a side; larger films are thinned out. */
  private static final int LONGEST = 512;

  /** Current densities are shown over as many powers of ten. */
  private static final double DECADES = 3;

  private FrameCoder() {}

  /**
   * The header of a frame, beside the film.
   *
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

  /**
   * Temperatures of a film and the scale on which they are shown.
   *
   * @param kelvin of each cell
   * @param low of the scale [K]
   * @param high of the scale [K]
   */
  record Warmth(double[] kelvin, double low, double high) {}

  /** A frame of the top layer; j and warmth may be null. */
  static byte[] frame(Header h, VectorField m, VectorField j, Warmth warmth) {
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
    int header = warmth == null ? HEADER : HEADER_OF_HEATED;
    int planes = 3 + (j == null ? 0 : 3) + (warmth == null ? 0 : 1);
    byte[] bytes = new byte[header + cells.length * planes];
    boolean isMasked = planes(m, cells, bytes, header);
    double high = j == null ? Double.NaN : current(j, cells, bytes, header + 3 * cells.length);
    int flags = (j == null ? 0 : CURRENT) | (isMasked ? MASKED : 0) | (warmth == null ? 0 : HEATED);
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put("HFLM".getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) header);
    out.putShort((short) flags);
    out.putInt(nx).putInt(ny).putInt(h.number);
    out.putShort((short) stride).putShort((short) h.chapter);
    out.putDouble(h.time).putDouble(h.steps);
    out.putFloat((float) h.speed).putFloat((float) h.progress).putFloat((float) h.left);
    out.putFloat((float) (high - DECADES)).putFloat((float) high);
    out.putShort((short) layer).putShort((short) grid.nz());
    if (warmth != null) {
      out.putFloat((float) warmth.low).putFloat((float) warmth.high);
      warm(warmth, m, cells, bytes, header + (planes - 1) * cells.length);
    }
    return bytes;
  }

  /** True if there are cells without film. */
  private static boolean planes(VectorField m, int[] cells, byte[] bytes, int start) {
    boolean isMasked = false;
    for (int c = 0; c < 3; c++) {
      double[] from = m.component(c);
      int at = start + c * cells.length;
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

  private static void warm(Warmth t, VectorField m, int[] cells, byte[] bytes, int at) {
    for (int k = 0; k < cells.length; k++) {
      int cell = cells[k];
      if (m.x()[cell] != 0 || m.y()[cell] != 0 || m.z()[cell] != 0) {
        double level = (t.kelvin[cell] - t.low) / (t.high - t.low);
        bytes[at + k] = (byte) Math.round(1 + 254 * Math.max(0, Math.min(1, level)));
      }
    }
  }

  private static double size(VectorField j, int cell) {
    return Math.sqrt(
        j.x()[cell] * j.x()[cell] + j.y()[cell] * j.y()[cell] + j.z()[cell] * j.z()[cell]);
  }
}
