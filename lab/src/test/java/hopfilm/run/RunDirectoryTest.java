package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hopfilm.input.ExperimentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

  @TempDir Path folder;

  @Test
  void numbersRunsOfOneFile() throws IOException {
    assertThat(RunDirectory.next(folder, "fig1")).isEqualTo(folder.resolve("runs/fig1-001"));
    assertThat(RunDirectory.next(folder, "fig1")).isEqualTo(folder.resolve("runs/fig1-002"));
    assertThat(RunDirectory.next(folder, "other")).isEqualTo(folder.resolve("runs/other-001"));
  }

  @Test
  void takesANewAndAnEmptyFolder() throws IOException {
    assertThat(RunDirectory.of(folder)).isEqualTo(folder);
    assertThat(RunDirectory.of(folder.resolve("a/b"))).isEmptyDirectory();
    // as the user wrote it, whether or not the folder above it was there
    Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("c/d").toAbsolutePath());
    assertThat(RunDirectory.of(relative)).isEqualTo(relative);
  }

  @Test
  void neverOverwrites() throws IOException {
    Files.writeString(folder.resolve("table.txt"), "mine");
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> RunDirectory.of(folder))
        .withMessageContaining("is not empty");
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> RunDirectory.of(folder.resolve("table.txt")))
        .withMessageContaining("is a file");
  }
}
