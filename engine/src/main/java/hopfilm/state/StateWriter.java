package hopfilm.state;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Writes all that the further course of a computation depends on, to the last bit, in named parts,
 * so that it can be stopped and taken up again by a {@link StateReader}.
 */
public final class StateWriter {

  private static final int BLOCK = 1024;

  private final DataOutputStream out;
  private final ByteBuffer block = ByteBuffer.allocate(Double.BYTES * BLOCK);

  public StateWriter(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  /** Begins a part; the reader must ask for it by the same name. */
  public void part(String name) throws IOException {
    out.writeUTF(name);
  }

  public void number(double v) throws IOException {
    out.writeDouble(v);
  }

  public void whole(long v) throws IOException {
    out.writeLong(v);
  }

  public void flag(boolean v) throws IOException {
    out.writeBoolean(v);
  }

  /** Writes a text of up to 20 000 characters. */
  public void text(String v) throws IOException {
    out.writeUTF(v);
  }

  /** Writes the numbers of each array and how many they are. */
  public void numbers(double[]... arrays) throws IOException {
    for (double[] values : arrays) {
      write(values);
    }
  }

  private void write(double[] values) throws IOException {
    out.writeInt(values.length);
    for (int from = 0; from < values.length; from += BLOCK) {
      int n = Math.min(BLOCK, values.length - from);
      block.clear();
      block.asDoubleBuffer().put(values, from, n);
      out.write(block.array(), 0, Double.BYTES * n);
    }
  }
}
