package hopfilm.live;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.run.FolderLock;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What live films leave on the disk while they are there, and afterwards. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveScratchTest {

  @TempDir Path folder;

  private static List<String> names(Path in) throws IOException {
    try (Stream<Path> all = Files.list(in)) {
      return all.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theDiskForgetsWhatTheMemoryDoes() throws Exception {
    Path scratch = Files.createDirectory(folder.resolve("film"));
    try (LiveFilm film =
        new LiveFilm(
            SmallFilm.experiment("initial.relax=1 ps"), false, scratch, 1, new LiveListener() {})) {
      idle(film);
      for (int k = 0; k < LiveMemory.CHAPTERS + 4; k++) {
        film.reset().get(60, TimeUnit.SECONDS);
        idle(film);
      }
      // the present one and those to which undo leads
      await(() -> names(scratch).size() == LiveMemory.CHAPTERS + 1);
      film.undo().get(60, TimeUnit.SECONDS);
      idle(film);
      // what was undone is not needed either
      await(() -> names(scratch).size() == LiveMemory.CHAPTERS);
      try (InputStream table = film.table()) {
        assertThat(table).isNotEmpty();
      }
    }
    assertThat(scratch).doesNotExist();
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws Exception {
    while (!condition.holds()) {
      Thread.sleep(2);
    }
  }

  private static void idle(LiveFilm film) throws Exception {
    await(() -> film.state().status() == LiveState.Status.IDLE);
  }

  @Test
  void whatAKilledProgramLeftIsSweptAndALivingOneIsLeftAlone() throws Exception {
    Path left = Files.createDirectories(folder.resolve("hopfilm-films-1/f1/001"));
    Files.writeString(left.resolve("table.txt"), "t");
    // as it is after a kill: a lock that nobody holds
    Files.writeString(folder.resolve("hopfilm-films-1/lock"), "");
    Path living = Files.createDirectories(folder.resolve("hopfilm-films-2/f1"));
    Path other = Files.createDirectory(folder.resolve("something"));
    Path link = Files.createSymbolicLink(folder.resolve("hopfilm-films-3"), other);
    try (FolderLock held = FolderLock.of(living.getParent());
        LiveScratch scratch = LiveScratch.in(folder)) {
      assertThat(folder.resolve("hopfilm-films-1")).doesNotExist();
      assertThat(living).isDirectory();
      assertThat(link).isSymbolicLink();
      assertThat(other).isEmptyDirectory();
      assertThat(scratch.film("f1")).isEmptyDirectory();
      try (LiveScratch second = LiveScratch.in(folder)) {
        assertThat(scratch.path()).isDirectory().isNotEqualTo(second.path());
      }
    }
    assertThat(names(folder)).containsExactly("hopfilm-films-2", "hopfilm-films-3", "something");
  }
}
