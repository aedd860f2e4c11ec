package hopfilm.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * What tells a file from a damaged one.
 *
 * @param bytes its length
 * @param crc32c CRC-32C of all bytes, 8 hexadecimal digits
 */
public record FileSum(long bytes, String crc32c) {

  private static final int BLOCK = 1 << 16;

  public static FileSum of(Path file) throws IOException {
    CRC32C sum = new CRC32C();
    long bytes = add(sum, file, Long.MAX_VALUE);
    return new FileSum(bytes, text(sum));
  }

  /** Says whether a file is there and as it was. */
  public boolean isOf(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) == bytes && of(file).equals(this);
  }

  /** A checksum in hexadecimal digits. */
  static String text(CRC32C sum) {
    return "%08x".formatted(sum.getValue());
  }

  /** Takes the beginning of a file into a checksum; throws where the file is shorter. */
  static void addHead(CRC32C sum, Path file, long length) throws IOException {
    if (add(sum, file, length) < length) {
      throw new EOFException(file + " is cut off");
    }
  }

  private static long add(CRC32C sum, Path file, long most) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long bytes = 0;
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      while (bytes < most) {
        block.clear().limit((int) Math.min(BLOCK, most - bytes));
        int n = in.read(block);
        if (n < 0) {
          break;
        }
        sum.update(block.flip());
        bytes += n;
      }
    }
    return bytes;
  }
}
