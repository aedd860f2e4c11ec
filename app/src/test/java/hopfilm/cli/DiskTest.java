package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that fill up, folders that cannot be written, folders that vanish. */
class DiskTest {

  private static final String FILM =
      """
      name: film on a bad disk
      film: {size: [160 nm, 160 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 40 nm}
      initial: {texture: maze, seed: 1, relax: 20 ps}
      protocol:
        - train: {pattern: "+-+-", voltage: 10 mV, time: %s}
      output: {table: 1 ps, snapshots: 100 ps, checkpoint: 20 ms, formats: [ovf], report: off}
      """;

  @TempDir static Path folder;

  private static Path shortFilm;
  private static Path longFilm;

  @BeforeAll
  static void films() throws IOException {
    shortFilm = Files.writeString(folder.resolve("short.yaml"), FILM.formatted("300 ps"));
    longFilm = Files.writeString(folder.resolve("long.yaml"), FILM.formatted("90 ns"));
  }

  @Tag("slow")
  @Test
  void aFullDiskEndsTheRunWhichGoesOnWhenThereIsRoom() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        shell("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk.toString()) == 0,
        "a small disk cannot be mounted here: it needs the rights of root");
    try {
      Path whole = folder.resolve("whole");
      RealProgram undisturbed =
          RealProgram.start(
              folder.resolve("said-whole"), "run", shortFilm.toString(), "--out", whole.toString());
      assertThat(undisturbed.status()).as(undisturbed.said()).isZero();

      Path out = disk.resolve("out");
      RealProgram run =
          RealProgram.start(
              folder.resolve("said-disk"), "run", shortFilm.toString(), "--out", out.toString());
      run.awaitLock(out);
      awaitRows(out, run);
      Path ballast = disk.resolve("ballast");
      assertThat(shell("sh", "-c", "cat /dev/zero > " + ballast)).isNotZero();
      assertThat(run.status()).as(run.said()).isEqualTo(1);
      assertThat(run.said())
          .contains("No space left on device", "to go on: hopfilm run --resume " + out);
      assertThat(out).isDirectoryContaining("glob:**checkpoint-*");
      assertThat(out).isDirectoryNotContaining("glob:**{summary.json,*.part}");

      Files.delete(ballast);
      // in a process like the others: the kernels of this one may differ in the last digits
      RealProgram second =
          RealProgram.start(folder.resolve("said-second"), "run", "--resume", out.toString());
      assertThat(second.status()).as(second.said()).isZero();
      assertThat(RealProgram.content(out)).isEqualTo(RealProgram.content(whole));
    } finally {
      shell("umount", "-l", disk.toString());
    }
  }

  @Test
  void aDiskThatIsTooSmallIsRefusedBeforeTheRun() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("small-disk"));
    assumeTrue(
        shell("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()) == 0,
        "a small disk cannot be mounted here: it needs the rights of root");
    try {
      Path out = disk.resolve("out");
      Program p = Program.call("run", longFilm.toString(), "--out", out.toString());
      assertThat(p.status()).isEqualTo(2);
      assertThat(p.err()).hasLineCount(1).contains("will be written, but", "are free there");
      assertThat(out).doesNotExist();
      // and one that may not be written at all
      Path begun = Files.createDirectory(disk.resolve("begun"));
      Files.copy(shortFilm, begun.resolve("experiment.yaml"));
      assertThat(shell("mount", "-o", "remount,ro", disk.toString())).isZero();
      Program q = Program.call("run", longFilm.toString(), "--out", out.toString());
      assertThat(q.status()).isEqualTo(2);
      assertThat(q.err()).hasLineCount(1).contains("cannot be written");
      Program r = Program.call("run", "--resume", begun.toString());
      assertThat(r.status()).isEqualTo(2);
      assertThat(r.err()).hasLineCount(1).contains("cannot be written; change its permissions");
    } finally {
      shell("umount", "-l", disk.toString());
    }
  }

  @Test
  void aFileThatAFullDiskDoesNotTakeIsNamed() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("full-disk"));
    assumeTrue(
        shell("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()) == 0,
        "a small disk cannot be mounted here: it needs the rights of root");
    try {
      Path run = folder.resolve("converted");
      Program made =
          Program.call("run", shortFilm.toString(), "--set", "train.time=2ps", "--out", "" + run);
      assertThat(made.status()).as(made.err()).isZero();
      assertThat(shell("sh", "-c", "cat /dev/zero > " + disk.resolve("ballast"))).isNotZero();
      String field = run.resolve("m000000.ovf").toString();
      for (String[] command :
          new String[][] {
            {"convert", "" + run, "--out", disk + "/a.zarr"},
            {"convert", "" + run, "--out", disk + "/a.zarr.zip"},
            {"convert", "" + run, "--out", disk + "/a.h5"},
            {"convert", "" + run, "--out", disk + "/a.zarr"},
            {"convert", "" + run, "--out", disk + "/a.csv"},
            {"convert", "" + run, "--out", disk + "/a.cir"},
            {"convert", field, "--out", disk + "/a.h5"},
            {"convert", field, "--out", disk + "/a.ovf"},
            {"convert", field, "--out", disk + "/a.png"},
            {"plot", "" + run, "t", "mz", "--out", disk + "/a.svg"},
            {"plot", "" + run, "t", "mz", "--out", disk + "/a.png"}
          }) {
        Program p = Program.call(command);
        assertThat(p.status()).as(p.err()).isEqualTo(1);
        assertThat(p.err().lines().toList())
            .last(STRING)
            .contains("cannot read or write " + disk + "/a.", ": No space left on device");
        assertThat(disk).isDirectoryNotContaining("glob:**a.*");
      }
    } finally {
      shell("umount", "-l", disk.toString());
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsWrongInput() {
    // root may write anywhere but here
    assumeTrue(Files.isDirectory(Path.of("/proc")), "there is no /proc here");
    Program p = Program.call("run", longFilm.toString(), "--out", "/proc/hopfilm-out");
    assertThat(p.status()).as(p.err()).isEqualTo(2);
    assertThat(p.err()).hasLineCount(1).containsAnyOf("cannot be written", "are free there");
  }

  @Test
  void aFolderThatIsRemovedEndsTheRun() throws Exception {
    Path out = folder.resolve("removed");
    RealProgram run =
        RealProgram.start(
            folder.resolve("said-removed"), "run", longFilm.toString(), "--out", out.toString());
    run.awaitLock(out);
    awaitRows(out, run);
    // a file may come while the folder is being emptied
    while (Files.exists(out)) {
      shell("rm", "-rf", out.toString());
    }
    assertThat(run.status()).as(run.said()).isEqualTo(1);
    assertThat(run.said()).contains("was removed or renamed during the run");
    assertThat(out).doesNotExist();
  }

  private static int shell(String... command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Waits until the table has rows. */
  private static void awaitRows(Path out, RealProgram run) throws Exception {
    Path table = out.resolve("table.txt");
    while (!Files.exists(table) || Files.readAllLines(table).size() < 5) {
      assertThat(run.process.isAlive()).as(run.said()).isTrue();
      Thread.sleep(2);
    }
  }
}
