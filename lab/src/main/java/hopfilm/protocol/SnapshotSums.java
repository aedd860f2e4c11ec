package hopfilm.protocol;

import hopfilm.folder.RunFolder;
import hopfilm.io.FileSum;
import hopfilm.io.WrittenPartException;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Lengths and checksums of the snapshots that a run has written, for its checkpoints. */
public final class SnapshotSums {

  private static final int NUMBERS = 4;

  /** Number, whether it is the picture, bytes, CRC-32C: whole numbers that a double holds. */
  private double[] all = new double[0];

  void add(int number, boolean isPicture, Path file) throws IOException {
    FileSum sum = FileSum.of(file);
    all = Arrays.copyOf(all, all.length + NUMBERS);
    int k = all.length - NUMBERS;
    all[k] = number;
    all[k + 1] = isPicture ? 1 : 0;
    all[k + 2] = sum.bytes();
    all[k + 3] = Long.parseLong(sum.crc32c(), 16);
  }

  public void save(StateWriter out) throws IOException {
    out.part("snapshots");
    out.numbers(all);
  }

  /**
   * Takes up what was saved.
   *
   * @param most numbers that there may be
   */
  public static SnapshotSums of(StateReader in, int most) throws IOException {
    in.part("snapshots");
    SnapshotSums sums = new SnapshotSums();
    sums.all = in.numbers(most);
    return sums;
  }

  /**
   * Compares with the files.
   *
   * @throws WrittenPartException if one is missing or not what it was
   */
  public void require(RunFolder folder) throws IOException {
    for (int k = 0; k + NUMBERS <= all.length; k += NUMBERS) {
      int number = (int) all[k];
      Path file = all[k + 1] == 0 ? folder.snapshot(number) : folder.picture(number);
      if (!new FileSum((long) all[k + 2], "%08x".formatted((long) all[k + 3])).isOf(file)) {
        throw new WrittenPartException(file);
      }
    }
  }
}
