package hopfilm.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what is written through it; closing it leaves the stream below open. */
final class CountingOutputStream extends FilterOutputStream {

  private long count;

  CountingOutputStream(OutputStream out) {
    super(out);
  }

  long count() {
    return count;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    count++;
  }

  @Override
  public void write(byte[] b, int from, int length) throws IOException {
    out.write(b, from, length);
    count += length;
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
