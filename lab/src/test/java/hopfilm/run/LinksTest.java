package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hopfilm.experiment.Experiment;
import hopfilm.input.ExperimentException;
import hopfilm.io.Table;
import hopfilm.io.TableWriter;
import hopfilm.io.WholeFile;
import hopfilm.protocol.RunListener;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Symbolic links in the folder of a run: nothing is written through them. */
class LinksTest {

  private static final Experiment EXPERIMENT =
      SmallFilm.experiment(
          "film.size=[96 nm, 80 nm]",
          "electrodes.radius=24 nm",
          "initial.relax=6 ps",
          "train.time=8 ps",
          "output={table: 1 ps, snapshots: 5 ps, formats: [ovf], report: off}");

  @TempDir Path folder;

  /** Of every file that is there, and of those that will be. */
  @Test
  void noneIsFollowedWhereARunGoesOn() throws IOException {
    Path run = Files.createDirectories(folder.resolve("run"));
    ExperimentRunner.run(EXPERIMENT, run, 1, RunListener.NONE, new StopAt(24));
    List<Path> there;
    try (Stream<Path> all = Files.walk(run)) {
      there = all.filter(p -> !p.equals(run)).toList();
    }
    assertThat(there).contains(run.resolve("table.txt"), run.resolve("checkpoint-A"));
    Path other = folder.resolve("other");
    for (Path file : there) {
      Files.move(file, other);
      refused(run, file, other);
      Files.move(other, file);
    }
    Files.writeString(other, "of the user");
    for (String name : List.of("lock", "summary.json", "status.json.part", "checkpoint-A.part")) {
      refused(run, run.resolve(name), other);
      assertThat(Files.readString(other)).isEqualTo("of the user");
    }
    Files.delete(other);
    Files.createDirectory(other);
    refused(run, run.resolve("figures"), other);
    assertThat(other).isEmptyDirectory();
  }

  private static void refused(Path run, Path link, Path target) throws IOException {
    Files.createSymbolicLink(link, target);
    ExperimentException e =
        catchThrowableOfType(ExperimentException.class, () -> RunDirectory.resumable(run));
    assertThat(e).as(link.toString()).isNotNull();
    assertThat(e.reason()).as(e.getMessage()).contains(RunMessage.FOLDER_LINK);
    assertThat(e).hasMessageContaining(run.relativize(link).toString());
    Files.delete(link);
  }

  @Test
  void aFolderThatIsALinkIsAsGoodAsItself() throws IOException {
    Path whole = Files.createDirectories(folder.resolve("whole"));
    ExperimentRunner.run(EXPERIMENT, whole, 1, RunListener.NONE);
    Path run = Files.createDirectories(folder.resolve("run"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), run);
    ExperimentRunner.run(EXPERIMENT, link, 1, RunListener.NONE, new StopAt(24));
    assertThat(RunDirectory.resumable(link).experiment()).isEqualTo(EXPERIMENT);
    ExperimentRunner.run(EXPERIMENT, link, 1, RunListener.NONE);
    assertThat(ResultFiles.content(run)).isEqualTo(ResultFiles.content(whole));
  }

  /** One that comes while the run goes on. */
  @Test
  void noFileIsOpenedThroughOne() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "of the user");
    Path file = folder.resolve("file");
    for (String name : List.of("file", "file.part")) {
      Files.createSymbolicLink(folder.resolve(name), other);
      WholeFile.write(file, out -> out.write(1));
      assertThat(file).isRegularFile().hasSize(1);
      assertThat(folder.resolve("file.part")).doesNotExist();
      Files.delete(file);
    }
    List<Table.Column> columns = List.of(new Table.Column("t", "s"));
    Path rows = folder.resolve("rows");
    try (TableWriter table = TableWriter.create(rows, columns)) {
      table.row(1);
      Files.move(rows, folder.resolve("moved"));
      Files.createSymbolicLink(rows, folder.resolve("moved"));
      FileSystemException e =
          catchThrowableOfType(
              FileSystemException.class,
              () ->
                  TableWriter.resume(
                      rows, columns, TableWriter.Style.TABLE, table.position(), table.checksum()));
      assertThat(e).isNotNull();
    }
    Files.delete(rows);
    Files.createSymbolicLink(rows, other);
    TableWriter.create(rows, columns).close();
    assertThat(Files.readString(rows)).startsWith("# t (s)");
    assertThat(Files.readString(other)).isEqualTo("of the user");
  }
}
