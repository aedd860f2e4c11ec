package hopfilm.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFilesTest {

  @TempDir Path folder;

  private CheckpointFiles files() {
    return new CheckpointFiles(folder, 7);
  }

  private void write(long number) throws IOException {
    files().write(number, out -> out.write(("content " + number).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void keepsTheLastTwo() throws IOException {
    for (int n = 0; n < 5; n++) {
      write(n);
    }
    List<CheckpointFiles.Found> all = files().all();
    assertThat(all).extracting(CheckpointFiles.Found::number).containsExactly(4L, 3L);
    try (InputStream in = files().open(all.get(0))) {
      byte[] content = new byte[9];
      assertThat(in.read(content)).isEqualTo(9);
      assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo("content 4");
    }
    files().remove();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void seesEveryChangedBitAndEveryMissingByte() throws IOException {
    write(0);
    Path file = files().all().get(0).file();
    byte[] good = Files.readAllBytes(file);
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, bad);
      assertThat(files().all().get(0).problem()).as("bit %d", bit).isNotNull();
    }
    for (int length = 0; length < good.length; length++) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThat(files().all().get(0).problem()).as("length %d", length).isNotNull();
    }
    Files.write(file, good);
    assertThat(files().all().get(0).problem()).isNull();
    assertThat(new CheckpointFiles(folder, 8).all().get(0).problem()).contains("format 7");
  }

  @Test
  void oneThatCannotBeWrittenLeavesTheOthers() throws IOException {
    write(0);
    write(1);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                files()
                    .write(
                        2,
                        out -> {
                          out.write(new byte[100_000]);
                          throw new IOException("No space left on device");
                        }));
    assertThat(files().all())
        .allSatisfy(f -> assertThat(f.problem()).isNull())
        .extracting(CheckpointFiles.Found::number)
        .containsExactly(1L, 0L);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }
}
