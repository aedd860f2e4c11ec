package hopfilm.study;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.io.CheckpointFiles;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
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
    assertThat(new CheckpointFiles(folder, 1).all())
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
}
