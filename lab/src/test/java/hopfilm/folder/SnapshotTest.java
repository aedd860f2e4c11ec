package hopfilm.folder;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
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
  }

  @Test
  void theTimeIsTheOneInTheFileWhateverFilesAreMissing() throws IOException {
    RunFolder run = new RunFolder(folder);
    VectorField m = new VectorField(new Grid(2, 1, 1, 1e-9, 1e-9, 1e-9));
    m.x()[0] = 1;
    m.x()[1] = 1;
    Ovf.write(run.snapshot(2), m, OvfFormat.TEXT, "m", "", 2.34e-9);
    assertThat(run.snapshots().get(0).time()).isEqualTo(2.34e-9);
  }

  @Test
  void thoseFromANumberOnGoWithTheirPictures() throws IOException {
    RunFolder run = new RunFolder(folder);
    for (int number : new int[] {0, 1, 2, 4}) {
      Files.createFile(run.snapshot(number));
      Files.createFile(run.picture(number));
    }
    Files.createFile(folder.resolve("m.ovf"));
    run.removeSnapshots(2);
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            "m000000.ovf", "m000000.png", "m000001.ovf", "m000001.png", "m.ovf");
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
