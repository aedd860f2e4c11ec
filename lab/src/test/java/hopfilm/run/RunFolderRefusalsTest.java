package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hopfilm.check.CheckMessage;
import hopfilm.check.RunDisk;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.SweepRun;
import hopfilm.input.AllMessages;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.io.CheckpointFiles;
import hopfilm.protocol.RunListener;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reason for which a run folder is not used, each produced by the state that it names. */
class RunFolderRefusalsTest {

  @TempDir Path folder;

  private final Set<Message> seen = new HashSet<>();

  @Test
  void everyReasonIsProduced() throws IOException {
    refuses(RunMessage.RESUME_NOTHING, () -> RunDirectory.resumable(folder));
    inUse();
    tooSmall();
    resume();
    otherVersion();
    Set<Message> all =
        AllMessages.stream()
            .filter(m -> m.name().matches("(RESUME|FOLDER|DISK)_.*"))
            .collect(Collectors.toSet());
    all.remove(RunMessage.RESUME_UNWRITABLE); // of a disk that only root can make: in DiskTest
    assertThat(seen).isEqualTo(all);
  }

  private void inUse() throws IOException {
    Path used = Files.createDirectories(folder.resolve("used"));
    try (FolderLock lock = FolderLock.of(used)) {
      refuses(RunMessage.FOLDER_IN_USE, () -> FolderLock.of(used));
    }
    refuses(
        RunMessage.FOLDER_IN_USE_UNNAMED,
        () -> {
          throw FolderLock.inUse(used, "".split("\n"));
        });
    Files.writeString(used.resolve("lock"), "elsewhere\n123\n2026-01-01T00:00:00Z\nx\n");
    refuses(RunMessage.FOLDER_OF_ANOTHER_HOST, () -> FolderLock.of(used));
    Files.delete(used.resolve("lock"));
    Path inside = Files.createDirectories(used.resolve("figures"));
    Files.createSymbolicLink(inside.resolve("weights.svg"), used.resolve("gone"));
    refuses(RunMessage.FOLDER_LINK, () -> FolderLock.of(used));
  }

  private void tooSmall() {
    // some 900 MB of snapshots a run
    Experiment film =
        SmallFilm.experiment(
            "film.size=[1 um, 1 um]", "electrodes.radius=100 nm", "output.snapshots=0.1 ps");
    List<SweepRun> runs = Collections.nCopies(200_000, new SweepRun(1, Map.of(), film));
    refuses(CheckMessage.DISK_TOO_SMALL, () -> RunDisk.require(folder, runs, 1));
  }

  private void resume() throws IOException {
    Experiment experiment = SmallFilm.experiment("initial.seed=2");
    Path run = Files.createDirectories(folder.resolve("run"));
    ExperimentRunner.run(experiment, run, 1, RunListener.NONE, new StopAt(60));
    refuses(
        RunMessage.RESUME_OTHER_EXPERIMENT,
        () ->
            ExperimentRunner.run(SmallFilm.experiment("initial.seed=3"), run, 1, RunListener.NONE));
    // which the folder does not take down: it can be resumed with its own
    assertThat(RunDirectory.resumable(run).experiment()).isEqualTo(experiment);
    Path yaml = run.resolve("experiment.yaml");
    String text = Files.readString(yaml);
    Files.writeString(yaml, text.replace("material:", "material;"));
    assertThat(refuses(RunMessage.RESUME_UNREADABLE, () -> RunDirectory.resumable(run)))
        .startsWith(yaml + ": ")
        .contains("since the run began (line ");
    Files.writeString(yaml, text);
    Path unknown = Files.createDirectories(folder.resolve("unknown"));
    Files.createFile(unknown.resolve("table.txt"));
    refuses(
        RunMessage.RESUME_UNKNOWN,
        () -> ExperimentRunner.run(experiment, unknown, 1, RunListener.NONE));
    new CheckpointFiles(run, Checkpoints.FORMAT + 1).write(1000, out -> out.write(0));
    refuses(
        RunMessage.RESUME_FORMAT, () -> ExperimentRunner.run(experiment, run, 1, RunListener.NONE));
  }

  private void otherVersion() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new RunIdentity("inputs", "0.0.1", "kernels", "java").save(new StateWriter(bytes));
    StateReader in = new StateReader(new ByteArrayInputStream(bytes.toByteArray()));
    RunIdentity now = new RunIdentity("inputs", "0.0.2", "kernels", "java");
    refuses(RunMessage.RESUME_VERSION, () -> now.require(in, folder, note -> {}));
  }

  private String refuses(Message reason, ThrowingCallable call) {
    ExperimentException e = catchThrowableOfType(ExperimentException.class, call);
    assertThat(e).as(reason.name()).isNotNull();
    assertThat(e.reason()).contains(reason);
    seen.add(reason);
    return e.getMessage();
  }
}
