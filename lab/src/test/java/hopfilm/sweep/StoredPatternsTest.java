package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.Study;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a sweep says of films with two patterns: each number again from others that it writes. */
class StoredPatternsTest {

  private static final Study SWEEP =
      SmallFilm.study(
          "initial.seed=1..2",
          "film.size=[96 nm, 80 nm]",
          "electrodes.radius=24 nm",
          "protocol=[measure: untrained, train: {patterns: [+-+-, +--+], slot: 10 ps, pulse: {on: 10 ps, off: 2 ps},"
              + " voltage: 20 mV, time: 40 ps, until: verified, hold: 0 ps}, measure: trained]");

  @TempDir Path folder;

  @Test
  void memoriesFollowFromEnergiesAndCopies() throws IOException {
    Sweep.run(SWEEP, folder, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE);
    List<String> lines = Files.readAllLines(folder.resolve("runs.csv"));
    List<String> columns = Arrays.asList(lines.get(0).split(","));
    for (SweepRun run : Sweep.runs(SWEEP, Share.WHOLE)) {
      JsonNode summary =
          JsonMapper.shared().readTree(folder.resolve(run.folderName()).resolve("summary.json"));
      JsonNode energies = summary.path("energies").path("trained");
      int stored = 0;
      for (JsonNode memory : summary.path("memories")) {
        double own = memory.path("energy").asDouble();
        assertThat(energies.path(memory.path("pattern").asString()).asDouble()).isEqualTo(own);
        long lower =
            energies
                .propertyStream()
                // carries no current, and is no state to compare with
                .filter(e -> !e.getKey().equals("++++"))
                .filter(e -> e.getValue().asDouble() < own)
                .count();
        assertThat(memory.path("rank").asLong()).isEqualTo(lower + 1);
        stored += 10 * memory.path("recalled").asInt() >= 9 * memory.path("of").asInt() ? 1 : 0;
      }
      assertThat(summary.path("memories")).hasSize(2);
      assertThat(summary.path("stored").asInt()).isEqualTo(stored);
      String[] row = lines.get(run.number()).split(",", -1);
      assertThat(row[columns.indexOf("patterns")]).isEqualTo("2");
      assertThat(row[columns.indexOf("stored")]).isEqualTo(Integer.toString(stored));
      // two blocks, and one pulse in the rest of the time: a small film does not learn in that
      JsonNode shown = summary.path("training").path(0).path("shown");
      assertThat(shown.valueStream().mapToInt(JsonNode::asInt).sum()).isEqualTo(3);
    }
  }
}
