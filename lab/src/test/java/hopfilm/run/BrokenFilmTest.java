package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.io.CheckpointFiles;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.result.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A film that breaks up under far too strong a current, from its start to what its folder says. */
class BrokenFilmTest {

  @TempDir Path folder;

  @Test
  void endsTheRunAndLeavesNoGarbage() throws IOException {
    Experiment experiment =
        SmallFilm.experiment(
            "film.size=[96 nm, 80 nm]",
            "electrodes.radius=24 nm",
            "initial.relax=20 ps",
            "output.table=1 ps",
            "protocol=[{measure: x}, {train: {pattern: \"+-+-\", voltage: 20 V, time: 1 ns}}]");
    RunResult result = ExperimentRunner.run(experiment, folder, 1, RunListener.NONE);
    assertThat(result.status()).isEqualTo(RunStatus.FAILED);
    assertThat(result.message()).containsPattern("at [0-9.e-]+ ns").contains("lower");
    JsonNode status = SmallFilm.json(folder.resolve("status.json"));
    assertThat(status.get("status").asString()).isEqualTo("failed");
    assertThat(status.get("reason").asString()).isEqualTo(result.message());
    assertThat(new CheckpointFiles(folder, Checkpoints.FORMAT).all())
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.problem()).isNull());
    // a magnetisation is a number of 1 at most in every row that was written
    Table table = TableReader.read(folder.resolve("table.txt"));
    for (String name : new String[] {"mx", "my", "mz", "E_total"}) {
      assertThat(Arrays.stream(table.column(name)).allMatch(Double::isFinite)).as(name).isTrue();
    }
    assertThat(table.rows()).isNotEmpty();
    assertThat(table.column("t")).isSorted();
    assertThat(table.column("t")[table.rows().size() - 1]).isLessThan(1e-9);
    assertThat(Files.readString(folder.resolve("summary.json"))).contains("\"failed\"");
  }

  /**
   * Currents nearly across the field are beyond the solver as soon as the edges tilt. What was
   * solved before stays, and the last checkpoint, from which the run comes to the same end.
   */
  @Test
  void aPotentialThatDoesNotConvergeEndsTheRun() throws IOException {
    Experiment experiment =
        SmallFilm.experiment(
            "film.size=[96 nm, 80 nm]",
            "electrodes.radius=24 nm",
            "initial={texture: uniform}",
            "material.hall_angle=-85 deg",
            "material.amr=199 %",
            "output.table=1 ps",
            "output.checkpoint=1 ms",
            "protocol=[{rest: 1 ns}, {measure: never}]");
    RunResult result = ExperimentRunner.run(experiment, folder, 1, RunListener.NONE);
    assertThat(result.status()).isEqualTo(RunStatus.FAILED);
    assertThat(result.message())
        .contains("the potential does not converge", "most of it at x = ", "lower |amr|")
        .containsPattern("at 0\\.00[0-9]+ ns");
    JsonNode status = SmallFilm.json(folder.resolve("status.json"));
    assertThat(status.get("status").asString()).isEqualTo("failed");
    assertThat(status.get("reason").asString()).isEqualTo(result.message());
    Table table = TableReader.read(folder.resolve("table.txt"));
    assertThat(table.rows()).isNotEmpty();
    double last = table.column("t")[table.rows().size() - 1];
    // no row of the time at which it failed, and nothing of what was asked for later
    assertThat(result.message()).doesNotContain("at %.6g ns".formatted(last * 1e9));
    assertThat(result.measures()).isEmpty();
    assertThat(status.get("checkpoint_time").asDouble()).isBetween(last, last + 1.01e-12);
    byte[] rows = Files.readAllBytes(folder.resolve("table.txt"));
    RunResult again = ExperimentRunner.run(experiment, folder, 1, RunListener.NONE);
    assertThat(again.message()).isEqualTo(result.message());
    assertThat(folder.resolve("table.txt")).hasBinaryContent(rows);
  }
}
