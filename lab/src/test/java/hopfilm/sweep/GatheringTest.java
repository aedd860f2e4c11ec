package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.run.ResultFiles;
import hopfilm.run.SmallFilm;
import hopfilm.run.StopAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shares of a sweep, run apart, are the sweep once they are together. */
@Order(6)
class GatheringTest {

  private static final Study SWEEP =
      SmallFilm.study(
          "train.pattern=[+-+-, +--+]",
          "initial.seed=1..2",
          "film.size=[96 nm, 80 nm]",
          "electrodes.radius=24 nm",
          "train.time=20 ps");

  @TempDir static Path folder;

  @BeforeAll
  static void shares() throws IOException {
    run(SWEEP, "whole", Share.WHOLE);
    for (int k = 1; k <= 3; k++) {
      run(SWEEP, "share-" + k, new Share(k, 3));
    }
  }

  private static SweepResult run(Study study, String name, Share share) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    return Sweep.run(study, own, share, new LocalWorkers(1), SweepListener.NONE);
  }

  private static Path share(int k) {
    return folder.resolve("share-" + k);
  }

  private static SweepResult gather(String out, Path... shares) throws IOException {
    return Gathering.of(List.of(shares)).into(Files.createDirectories(folder.resolve(out)));
  }

  @Test
  void isTheSweepAsIfItHadBeenRunAtOnce() throws IOException {
    // the order in which they are named is of no account
    SweepResult result = gather("together", share(3), share(1), share(2));
    Path together = folder.resolve("together");
    Path whole = folder.resolve("whole");
    assertThat(names(together)).isEqualTo(names(whole));
    assertThat(ResultFiles.csv(together)).isEqualTo(ResultFiles.csv(whole));
    assertThat(ResultFiles.summary(together)).isEqualTo(ResultFiles.summary(whole));
    for (SweepRun run : Sweep.runs(SWEEP, Share.WHOLE)) {
      assertThat(ResultFiles.content(together.resolve(run.folderName())))
          .isEqualTo(ResultFiles.content(whole.resolve(run.folderName())));
    }
    // another start finds all of it done, and writes the same lines, seconds included
    List<String> lines = Files.readAllLines(together.resolve("runs.csv"));
    SweepResult again = run(SWEEP, "together", Share.WHOLE);
    assertThat(again.records()).usingRecursiveComparison().isEqualTo(result.records());
    assertThat(Files.readAllLines(together.resolve("runs.csv"))).isEqualTo(lines);
  }

  @Test
  void namesTheSharesThatAreMissing() {
    refused(SweepMessage.GATHER_NO_SHARES, "1/3, 3/3", share(2));
    refused(SweepMessage.GATHER_NO_SHARES, "2/3", share(1), share(3));
    refused(SweepMessage.GATHER_TWICE, "run 1 is in", share(1), share(2), share(1));
  }

  @Test
  void refusesAnotherExperimentAndRunsThatHaveNotEnded() throws IOException {
    Study other =
        ExperimentFile.study(
            ExperimentFile.write(SWEEP), "small film", List.of("train.voltage=9 mV"));
    run(other, "other", new Share(2, 3));
    refused(
        SweepMessage.GATHER_OTHER_EXPERIMENT, "9 mV", share(1), folder.resolve("other"), share(3));

    Path stopped = Files.createDirectories(folder.resolve("stopped"));
    LocalWorkers workers = new LocalWorkers(1, new StopAt(5));
    Sweep.run(SWEEP, stopped, new Share(2, 3), workers, SweepListener.NONE);
    refused(SweepMessage.GATHER_NOT_ENDED, "run 2 is stopped", share(1), stopped, share(3));
    Path begun = Files.createDirectories(folder.resolve("begun"));
    for (String file : List.of("experiment.yaml", "status.json")) {
      Files.copy(stopped.resolve(file), begun.resolve(file));
    }
    refused(SweepMessage.GATHER_NOT_ENDED, "run 2 is not begun", share(1), begun, share(3));
    Files.delete(begun.resolve("status.json"));
    refused(SweepMessage.GATHER_NO_SHARES, "2/3", share(1), begun, share(3));

    // the stopped share goes on as the share that it was, and all is there
    assertThat(new RunFolder(stopped).only()).contains("2/3");
    run(SWEEP, "stopped", new Share(2, 3));
    gather("completed", share(1), stopped, share(3));
    assertThat(ResultFiles.csv(folder.resolve("completed")))
        .isEqualTo(ResultFiles.csv(folder.resolve("whole")));
  }

  @Test
  void aRunThatFailedStaysOneThatFailed() throws IOException {
    // currents nearly across the field, in a film of which hardly any resists, are not found
    Study failing =
        SmallFilm.study(
            "material.amr=199.99 %",
            "material.hall_angle=[0 deg, -88.99 deg]",
            "film.size=[128 nm, 80 nm]",
            "electrodes.radius=30 nm",
            "initial.relax=10 ps",
            "train.time=10 ps");
    run(failing, "failing", Share.WHOLE);
    SweepResult one = run(failing, "failing-1", new Share(1, 2));
    SweepResult two = run(failing, "failing-2", new Share(2, 2));
    assertThat(one.failures().size() + two.failures().size()).isEqualTo(1);
    SweepResult all =
        gather("failing-all", folder.resolve("failing-1"), folder.resolve("failing-2"));
    assertThat(all.failures()).hasSize(1);
    assertThat(ResultFiles.csv(folder.resolve("failing-all")))
        .isEqualTo(ResultFiles.csv(folder.resolve("failing")));
    assertThat(ResultFiles.summary(folder.resolve("failing-all")))
        .isEqualTo(ResultFiles.summary(folder.resolve("failing")));
  }

  private static void refused(Message reason, String part, Path... shares) {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> Gathering.of(List.of(shares)))
        .withMessageContaining(part)
        .satisfies(e -> assertThat(e.reason()).contains(reason));
  }

  private static List<String> names(Path sweep) throws IOException {
    try (Stream<Path> files = Files.list(sweep)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
