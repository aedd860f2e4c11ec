package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hopfilm.input.ExperimentException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process can see of a lock; two processes are in StopTest. */
class FolderLockTest {

  @TempDir Path folder;

  @Test
  void aFolderIsUsedOnceAtATime() throws IOException {
    try (FolderLock lock = FolderLock.of(folder)) {
      String pid = Long.toString(ProcessHandle.current().pid());
      assertThatExceptionOfType(ExperimentException.class)
          .isThrownBy(() -> FolderLock.of(folder))
          .withMessageContaining("in use by process " + pid);
      assertThat(Files.readString(folder.resolve("lock"))).contains("\n" + pid + "\n");
    }
    assertThat(folder).isEmptyDirectory();
    FolderLock.of(folder).close();
  }

  /** On Windows locked bytes cannot be read: the text must be outside what is locked. */
  @Test
  void theTextIsNotLocked() throws IOException {
    try (FolderLock lock = FolderLock.of(folder);
        FileChannel other = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
      // in one process the locks of two channels must not overlap
      assertThat(other.tryLock(0, Files.size(folder.resolve("lock")), false)).isNotNull();
      assertThatExceptionOfType(OverlappingFileLockException.class).isThrownBy(other::tryLock);
    }
  }

  @Test
  void aLockThatIsLeftOverIsTakenIfItsOwnerWasHere() throws IOException {
    Path lock = folder.resolve("lock");
    Files.writeString(lock, leftOver());
    FolderLock.of(folder).close();
    Files.writeString(lock, "");
    FolderLock.of(folder).close();

    Files.writeString(lock, "elsewhere\n123\n2026-01-01T00:00:00Z\nx\n");
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> FolderLock.of(folder))
        .withMessageContaining("process 123 on elsewhere since 2026-01-01T00:00:00Z")
        .withMessageContaining("remove");
    Files.delete(lock);
    FolderLock.of(folder).close();
  }

  @Test
  void aLockIsRemovedOnlyIfItIsLeftOver() throws IOException {
    FolderLock.removeLeftOver(folder);
    Path lock = folder.resolve("lock");
    try (FolderLock held = FolderLock.of(folder)) {
      FolderLock.removeLeftOver(folder);
      assertThat(lock).exists();
    }
    Files.writeString(lock, "elsewhere\n123\n2026-01-01T00:00:00Z\nx\n");
    FolderLock.removeLeftOver(folder);
    assertThat(lock).exists();
    Files.writeString(lock, leftOver());
    FolderLock.removeLeftOver(folder);
    assertThat(lock).doesNotExist();
  }

  @Test
  void whatAProcessThatWasKilledAtOnceLeftCountsAsEmpty() throws IOException {
    Files.writeString(folder.resolve("lock"), "");
    Files.writeString(folder.resolve("status.json"), "{}");
    Path evaluations = Files.createDirectory(folder.resolve("evaluations"));
    RunDirectory.requireFree(folder);
    for (Path result : List.of(folder.resolve("table.txt"), evaluations.resolve("0001"))) {
      Files.writeString(result, "");
      assertThatExceptionOfType(ExperimentException.class)
          .isThrownBy(() -> RunDirectory.requireFree(folder));
      Files.delete(result);
    }
  }

  /** Of a process of this host that was killed. */
  private static String leftOver() {
    return FolderLock.host() + "\n1\n2026-01-01T00:00:00Z\nx\n";
  }
}
