package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import hopfilm.protocol.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots and figures that are written on other threads than that of the film. */
class WrittenBehindTest {

  private static final String[] SETTINGS = {
    "output.formats=[ovf, png]", "output.report=on", "output.snapshots=5 ps"
  };

  @TempDir Path folder;

  private static List<Path> files(Path run) throws IOException {
    try (Stream<Path> all = Files.walk(run)) {
      return all.filter(Files::isRegularFile).map(run::relativize).sorted().toList();
    }
  }

  /** Files with wall times, which differ from run to run. */
  private static boolean hasWallTime(Path file) {
    return file.toString().matches("(status|provenance|summary|files)\\.json|index\\.html");
  }

  @Test
  void everyFileHasTheSameBytesWithOneThreadAndWithSeveral() throws IOException {
    Path one = folder.resolve("one");
    Path several = folder.resolve("several");
    SmallFilm.run(one, 1, SETTINGS);
    SmallFilm.run(several, 3, SETTINGS);
    assertThat(files(several)).isEqualTo(files(one));
    assertThat(files(one)).hasSizeGreaterThan(40);
    for (Path file : files(one)) {
      if (!hasWallTime(file)) {
        assertThat(several.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
      }
    }
  }

  /** A folder stands where the snapshot is to be written. */
  @Test
  void aSnapshotThatCannotBeWrittenEndsTheRunAlike() throws IOException {
    for (int threads : new int[] {1, 3}) {
      Path run = folder.resolve("threads-" + threads);
      Files.createDirectories(run.resolve("m000003.png/full"));
      Throwable e =
          catchThrowable(
              () ->
                  ExperimentRunner.run(
                      SmallFilm.experiment(SETTINGS), run, threads, RunListener.NONE));
      assertThat(e).isInstanceOf(IOException.class).hasMessageContaining("m000003.png");
      assertThat(run.resolve("summary.json")).doesNotExist();
    }
  }
}
