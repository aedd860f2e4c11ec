package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.folder.RunFolder;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.RunControl;
import hopfilm.run.SharedStarts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a sweep that relax the same film relax it once, and end with the bits of single runs. */
class SharedStartTest {

  private static final String FILM =
      """
      name: two voltages
      film: {size: [80 nm, 60 nm]}
      electrodes: {layout: corners, radius: 20 nm}
      initial: {relax: 20 ps}
      protocol:
        - measure: untrained
        - train: {pattern: "+-+-", voltage: 10 mV, time: 10 ps}
        - measure: trained
      temperature: 50 K
      output: {table: 2 ps, snapshots: 5 ps, samples: {every: 3 ps}}
      """;

  @TempDir Path folder;

  private static Study study(String sweep) {
    return ExperimentFile.study(FILM + sweep, "film.yaml", List.of());
  }

  /** Which films were relaxed, by the number of their run. */
  private final ConcurrentHashMap<Integer, Boolean> relaxed = new ConcurrentHashMap<>();

  private final SweepListener counter =
      new SweepListener() {
        @Override
        public void progress(SweepRun run, RunListener.Progress p) {
          if (p.phase().equals("relax") && p.time() > 0 && p.time() < 19e-12) {
            relaxed.put(run.number(), true);
          }
        }
      };

  /** The noise of the second run goes on as if it had relaxed its film itself. */
  @Test
  void oneRelaxesForAllAndTheBitsAreThoseOfSingleRuns() throws IOException {
    Study study = study("sweep: {train.voltage: [5 mV, 10 mV]}\n");
    Sweep.run(
        study,
        Files.createDirectory(folder.resolve("all")),
        Share.WHOLE,
        new LocalWorkers(2),
        counter);
    assertThat(relaxed).hasSize(1);
    for (SweepRun run : study.runs()) {
      Path alone = Files.createDirectory(folder.resolve("alone" + run.number()));
      ExperimentRunner.run(run.experiment(), alone, 1, RunListener.NONE);
      RunFolder shared = new RunFolder(folder.resolve("all")).run(run.folderName());
      assertThat(Files.mismatch(shared.table(), new RunFolder(alone).table())).isEqualTo(-1);
      assertThat(Files.mismatch(shared.samples(), new RunFolder(alone).samples())).isEqualTo(-1);
      List<Path> snapshots = new RunFolder(alone).snapshotFiles();
      assertThat(snapshots).hasSizeGreaterThan(5);
      for (Path file : snapshots) {
        assertThat(Files.mismatch(file, shared.path().resolve(file.getFileName()))).isEqualTo(-1);
      }
      assertThat(shared.pictures()).hasSameSizeAs(snapshots);
      assertThat(shared.readSummary().orElseThrow().warnings())
          .isEqualTo(new RunFolder(alone).readSummary().orElseThrow().warnings());
    }
    try (Stream<Path> files = Files.list(folder.resolve("all"))) {
      assertThat(files.map(f -> f.getFileName().toString())).doesNotContain(".starts");
    }
  }

  /** What decides the relaxed film: anything of it but protocol, network and name. */
  @Test
  void onlyEqualFilmsAreShared() throws IOException {
    Path scratch = folder.resolve("scratch");
    for (String key :
        List.of(
            "initial.seed: [1, 2]",
            "seed: [1, 2]",
            "material.alpha: [0.2, 0.3]",
            "material.P: [0.5, 1]",
            "output.table: [1 ps, 2 ps]",
            "output.samples.every: [1 ps, 2 ps]",
            "electrodes.radius: [20 nm, 24 nm]")) {
      List<Experiment> runs =
          study("sweep: {" + key + "}\n").runs().stream().map(SweepRun::experiment).toList();
      assertThat(SharedStarts.of(runs, scratch).has(runs.get(0))).as(key).isFalse();
    }
    List<Experiment> alike =
        study("sweep: {train.time: [10 ps, 20 ps]}\n").runs().stream()
            .map(SweepRun::experiment)
            .toList();
    assertThat(SharedStarts.of(alike, scratch).has(alike.get(1))).isTrue();
  }

  /** Another run takes over where the first was stopped before its film was relaxed. */
  @Test
  void aRunThatIsStoppedLeavesItToAnother() throws IOException {
    List<Experiment> runs =
        study("sweep: {train.time: [10 ps, 20 ps]}\n").runs().stream()
            .map(SweepRun::experiment)
            .toList();
    try (SharedStarts starts = SharedStarts.of(runs, folder.resolve("scratch"))) {
      RunControl stopped = RunControl.unlimited();
      stopped.stop("at once");
      ExperimentRunner.run(
          runs.get(0),
          Files.createDirectory(folder.resolve("a")),
          1,
          RunListener.NONE,
          stopped,
          starts);
      for (String name : List.of("b", "c")) {
        ExperimentRunner.run(
            runs.get(1),
            Files.createDirectory(folder.resolve(name)),
            1,
            RunListener.NONE,
            RunControl.unlimited(),
            starts);
      }
    }
    assertThat(Files.mismatch(folder.resolve("b/table.txt"), folder.resolve("c/table.txt")))
        .isEqualTo(-1);
    assertThat(folder.resolve("scratch")).doesNotExist();
  }
}
