package hopfilm.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * NumPy arrays by name, as {@code numpy.load} opens them: a zip of {@code .npy} files. Numbers are
 * float64, texts of one length in Unicode.
 *
 * <p>Reference: NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays".
 */
public final class NpzWriter {
  private final ZipOutputStream zip;

  /** Starts a file; the stream stays open. */
  public NpzWriter(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  /**
   * Adds numbers.
   *
   * @param values in C order: the last index runs fastest
   */
  public void numbers(String name, int[] shape, double[] values) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    entry(name, NpyFiles.header("<f8", shape), bytes.array());
  }

  /** Adds texts. */
  public void texts(String name, List<String> texts) throws IOException {
    int longest = longest(texts);
    entry(name, NpyFiles.header("<U" + longest, texts.size()), padded(texts, longest));
  }

  /** Characters of the longest text, 1 at least. */
  static int longest(List<String> texts) {
    return texts.stream().mapToInt(t -> t.codePointCount(0, t.length())).reduce(1, Math::max);
  }

  /** Texts of one length in UTF-32, filled up with zeros. */
  static byte[] padded(List<String> texts, int longest) {
    ByteBuffer bytes = ByteBuffer.allocate(texts.size() * longest * Integer.BYTES);
    for (int k = 0; k < texts.size(); k++) {
      bytes.position(k * longest * Integer.BYTES);
      bytes.put(texts.get(k).getBytes(Charset.forName("UTF-32LE")));
    }
    return bytes.array();
  }

  private void entry(String name, byte[] header, byte[] data) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    // the same numbers give the same file on any day
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(header);
    zip.write(data);
    zip.closeEntry();
  }

  /** Ends the file. */
  public void finish() throws IOException {
    zip.finish();
  }
}
