package hopfilm.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots found by their names. */
class SnapshotTest {

  @TempDir Path folder;

  @Test
  void comeInTheOrderOfTimeAlsoBeyondAMillion() throws IOException {
    RunFolder run = new RunFolder(folder);
    for (int number : new int[] {1_000_000, 999_999, 0, 20}) {
      Files.createFile(run.snapshot(number));
    }
    assertThat(run.snapshots().stream().map(Snapshot::number))
        .containsExactly(0, 20, 999_999, 1_000_000);
    assertThat(run.snapshotFiles().get(1)).isEqualTo(folder.resolve("m000020.ovf"));
    assertThat(run.snapshots().get(1).time(2e-9)).isEqualTo(40e-9);
  }

  @Test
  void otherFilesAreNone() throws IOException {
    for (String name :
        List.of("m.ovf", "m12345.ovf", "m000001.png", "am000001.ovf", "m0000000001.ovf", "j.ovf")) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(new RunFolder(folder).snapshots()).isEmpty();
  }
}
