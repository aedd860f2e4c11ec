package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room that a run is said to take, against what it took. */
class RunDiskTest {

  @TempDir Path folder;

  /** Pictures make most of a small run; fonts and compression differ, so it is right to a half. */
  @Test
  void ofASmallRunWithPictures() throws IOException {
    Experiment e =
        SmallFilm.experiment(
            "film.size=[96 nm, 80 nm]",
            "electrodes.radius=24 nm",
            "initial.relax=6 ps",
            "train.time=6 ps",
            "output={table: 2 ps, snapshots: 4 ps, formats: [ovf, png]}");
    ExperimentRunner.run(e, folder, 2, RunListener.NONE);
    double taken = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        taken += Files.size(file);
      }
    }
    assertThat(RunDisk.result(e) / taken).isBetween(0.67, 1.5);
  }
}
