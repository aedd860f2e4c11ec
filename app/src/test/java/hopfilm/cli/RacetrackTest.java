package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.file.ExperimentFile;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/howto/racetrack.md, followed to the letter. */
class RacetrackTest {

  @TempDir Path folder;

  @Test
  void itsFilesAreExperiments() throws Exception {
    PageCode page = PageCode.of("howto/racetrack.md");
    page.write("racetrack.yaml", folder);
    page.write("map.yaml", folder);
    assertThat(ExperimentFile.study(folder.resolve("racetrack.yaml"), List.of()).runs()).hasSize(1);
    assertThat(ExperimentFile.study(folder.resolve("map.yaml"), List.of()).runs()).hasSize(16);
  }

  @Test
  @Tag("slow")
  void everyCommandDoesWhatThePageSays() throws Exception {
    PageCode page = PageCode.of("howto/racetrack.md");
    for (String file : List.of("racetrack.yaml", "map.yaml")) {
      page.write(file, folder);
    }
    PageCode.example("wall_speed.py", Files.createDirectory(folder.resolve("examples")));
    String said = page.shell(folder);
    Table held = TableReader.read(folder.resolve("held/table.txt"));
    assertThat(last(held, "mz")).isBetween(-0.1, 0.1); // in the notch, half way
    Table passed = TableReader.read(folder.resolve("passed/table.txt"));
    assertThat(last(passed, "mz")).isLessThan(-0.98);
    double[] r = passed.column("R_left_right");
    double highest = Arrays.stream(r).max().orElseThrow();
    // the page: 0.7 Ohm above the track, which has 2.5 Ohm of the wall
    assertThat(highest - r[r.length - 1]).isCloseTo(3.2, within(0.3));
    List<Double> speeds =
        Pattern.compile("[:=] (\\d+) m/s")
            .matcher(said)
            .results()
            .map(RacetrackTest::speed)
            .toList();
    assertThat(speeds).hasSize(4);
    for (int k = 0; k < 4; k += 2) {
      // cells of 4 nm: 0.3 (dx/w)^2 = 6 %, and rounding
      assertThat(speeds.get(k) / speeds.get(k + 1)).isCloseTo(0.93, within(0.03));
    }
    assertThat(Files.readAllLines(folder.resolve("map/runs.csv"))).hasSize(17);
    assertThat(folder.resolve("map/map-Q.png")).isNotEmptyFile();
  }

  private static double speed(MatchResult found) {
    return Double.parseDouble(found.group(1));
  }

  private static double last(Table table, String column) {
    double[] values = table.column(column);
    return values[values.length - 1];
  }
}
