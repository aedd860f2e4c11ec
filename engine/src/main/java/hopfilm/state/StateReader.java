package hopfilm.state;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads what a {@link StateWriter} wrote, in the same order.
 *
 * <p>All methods throw an {@link IOException} if something else was written there.
 */
public final class StateReader {

  private static final int BLOCK = 1024;

  private final DataInputStream in;
  private final ByteBuffer block = ByteBuffer.allocate(Double.BYTES * BLOCK);

  public StateReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** Begins a part. */
  public void part(String name) throws IOException {
    String found = in.readUTF();
    if (!found.equals(name)) {
      throw new IOException("the state holds \"%s\" where \"%s\" belongs".formatted(found, name));
    }
  }

  public double number() throws IOException {
    return in.readDouble();
  }

  public long whole() throws IOException {
    return in.readLong();
  }

  public boolean flag() throws IOException {
    return in.readBoolean();
  }

  public String text() throws IOException {
    return in.readUTF();
  }

  /** Reads as many numbers as each array has; they must be as many as were written. */
  public void numbers(double[]... arrays) throws IOException {
    for (double[] into : arrays) {
      fill(into, in.readInt());
    }
  }

  /**
   * Reads an array of numbers of unknown length.
   *
   * @param max largest length that is accepted, which limits the memory taken
   */
  public double[] numbers(int max) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > max) {
      throw new IOException("the state has %d numbers, not up to %d".formatted(length, max));
    }
    double[] values = new double[length];
    fill(values, length);
    return values;
  }

  private void fill(double[] into, int length) throws IOException {
    if (length != into.length) {
      throw new IOException("the state has %d numbers, not %d".formatted(length, into.length));
    }
    for (int from = 0; from < into.length; from += BLOCK) {
      int n = Math.min(BLOCK, into.length - from);
      in.readFully(block.array(), 0, Double.BYTES * n);
      block.clear();
      block.asDoubleBuffer().get(into, from, n);
    }
  }
}
