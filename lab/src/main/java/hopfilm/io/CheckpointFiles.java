package hopfilm.io;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The two latest checkpoints in a folder, {@code checkpoint-A} and {@code checkpoint-B}. A new one
 * takes the place of the older of them, and only when it is whole and on disk.
 *
 * <pre>
 *   "HOPFILM checkpoint\n"   then, big-endian:
 *   int   version of the format
 *   long  number of the checkpoint, counted from 0
 *   ...   content
 *   long  length of the content [bytes]
 *   long  CRC-32C of all before
 * </pre>
 */
public final class CheckpointFiles {

  private static final byte[] MAGIC = "HOPFILM checkpoint\n".getBytes(StandardCharsets.US_ASCII);

  /** Bytes before the content. */
  public static final int HEAD = MAGIC.length + Integer.BYTES + Long.BYTES;

  /** Bytes behind it. */
  public static final int TAIL = 2 * Long.BYTES;

  /** Names of both files; the first is written first. */
  public static final List<String> NAMES = List.of("checkpoint-A", "checkpoint-B");

  /**
   * A checkpoint that was found.
   *
   * @param number counted from 0; -1 where it cannot be read
   * @param problem why it cannot be used, null if it is whole
   * @param isForeign whether it is whole, but of another version of the format
   */
  public record Found(Path file, long number, String problem, boolean isForeign) {

    Found(Path file, long number, String problem) {
      this(file, number, problem, false);
    }
  }

  private final Path folder;
  private final int format;

  /**
   * @param format version of the content's format
   */
  public CheckpointFiles(Path folder, int format) {
    this.folder = folder;
    this.format = format;
  }

  /** Writes a checkpoint. What was there stays if that fails. */
  public void write(long number, WholeFile.Content content) throws IOException {
    WholeFile.writeSafely(
        folder.resolve(NAMES.get((int) (number % NAMES.size()))),
        raw -> {
          CheckedOutputStream sum = new CheckedOutputStream(raw, new CRC32C());
          DataOutputStream out = new DataOutputStream(sum);
          out.write(MAGIC);
          out.writeInt(format);
          out.writeLong(number);
          CountingOutputStream counted = new CountingOutputStream(out);
          content.writeTo(counted);
          out.writeLong(counted.count());
          out.writeLong(sum.getChecksum().getValue());
          out.flush();
        });
  }

  /** Whether a folder has a checkpoint, whole or not. */
  public static boolean isAnyIn(Path folder) {
    return NAMES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** The checkpoints that are there, whole or not, the latest first. */
  public List<Found> all() throws IOException {
    List<Found> all = new ArrayList<>();
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        all.add(look(file));
      }
    }
    all.sort(Comparator.comparingLong(Found::number).reversed());
    return all;
  }

  /** Opens the content of a whole checkpoint. */
  public InputStream open(Found found) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(found.file()), 1 << 16);
    try {
      in.skipNBytes(HEAD);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  public void remove() throws IOException {
    for (String name : NAMES) {
      Files.deleteIfExists(folder.resolve(name));
      Files.deleteIfExists(folder.resolve(name + WholeFile.PART));
    }
  }

  private Found look(Path file) throws IOException {
    long size = Files.size(file);
    if (size < HEAD + TAIL) {
      return new Found(file, -1, "is cut off");
    }
    try (CheckedInputStream sum =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), 1 << 16), new CRC32C());
        DataInputStream in = new DataInputStream(sum)) {
      byte[] magic = new byte[MAGIC.length];
      in.readFully(magic);
      if (!Arrays.equals(magic, MAGIC)) {
        return new Found(file, -1, "is not a checkpoint");
      }
      int version = in.readInt();
      long number = in.readLong();
      long content = size - HEAD - TAIL;
      in.skipNBytes(content);
      if (in.readLong() != content || sum.getChecksum().getValue() != in.readLong()) {
        return new Found(file, -1, "is damaged: its checksum is wrong");
      }
      if (version != format) {
        return new Found(
            file,
            number,
            "has format %d, this program reads format %d: resume with the version that wrote it"
                .formatted(version, format),
            true);
      }
      return number < 0
          ? new Found(file, -1, "has the number " + number)
          : new Found(file, number, null);
    } catch (EOFException e) {
      return new Found(file, -1, "is cut off");
    }
  }
}
