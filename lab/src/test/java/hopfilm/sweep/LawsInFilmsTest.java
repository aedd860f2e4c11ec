package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Laws 2 and 4 of docs/explanation/several-memories.md, on mazes that are not those of the page.
 */
@Tag("slow")
class LawsInFilmsTest {

  private static final Path DATA = Path.of("..", "docs", "data");
  private static final int[][] NEIGHBOURS = {{0, 1}, {0, 2}, {1, 3}, {2, 3}};

  @TempDir Path folder;

  /**
   * The page has 0.02, 0.23 and 0.23 S in slots of 0.25, 3 and 6 ns, each ± 0.014 or less over ten
   * films, so some 0.02 over five: a third and two thirds of the last are three deviations away.
   */
  @Test
  void currentThatTurnsRoundWithinANanosecondUndoesWhatItWrote() throws IOException {
    double[] gain = new double[3];
    String[] slots = {"0.25 ns", "3 ns", "6 ns"};
    for (int k = 0; k < 3; k++) {
      List<String> settings = List.of("train.slot=" + slots[k], "initial.seed=41..45");
      for (double[] film : gains("law-turning.yaml", slots[k], settings)) {
        for (double pair : film) {
          gain[k] += pair / (4 * 5);
        }
      }
    }
    assertThat(gain[2]).isPositive();
    assertThat(gain[0]).isLessThan(gain[2] / 3);
    assertThat(gain[1]).isGreaterThan(2 * gain[2] / 3);
  }

  /**
   * Pairs that are not driven: deviations of 0.14 and 0.07 S on the page. Here each is known to a
   * fifth of itself, of twelve pairs, so that other mazes would have a ratio below 1.2 in one case
   * of twenty; these are fixed.
   */
  @Test
  void whatIsNotDrivenScattersMoreBetweenCloseContacts() throws IOException {
    List<String> mazes = List.of("initial.seed=51..56");
    List<String> close =
        List.of(
            "initial.seed=51..56",
            "film.size=[320 nm, 320 nm]",
            "electrodes.radius=86 nm",
            "train.voltage=60 mV");
    double far = deviation(gains("law-scatter.yaml", "far", mazes));
    double near = deviation(gains("law-scatter.yaml", "near", close));
    assertThat(near).isGreaterThan(1.2 * far);
  }

  /** Of the pairs 1 2 and 3 4, whose contacts have like signs. */
  private static double deviation(List<double[]> films) {
    double sum = 0;
    double square = 0;
    int n = 0;
    for (double[] film : films) {
      for (double pair : new double[] {film[0], film[3]}) {
        sum += pair;
        square += pair * pair;
        n++;
      }
    }
    return Math.sqrt((square - sum * sum / n) / (n - 1));
  }

  /** What the four pairs of neighbours gain in each film [S]. */
  private List<double[]> gains(String file, String name, List<String> settings) throws IOException {
    Study study = ExperimentFile.study(DATA.resolve(file), settings);
    Path own = Files.createDirectories(folder.resolve(name));
    Sweep.run(study, own, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE);
    return Sweep.runs(study, Share.WHOLE).stream().map(run -> gains(own, run)).toList();
  }

  private static double[] gains(Path folder, SweepRun run) {
    JsonNode g =
        JsonMapper.shared()
            .readTree(folder.resolve(run.folderName()).resolve("summary.json").toFile())
            .path("conductance");
    double[] gains = new double[NEIGHBOURS.length];
    for (int k = 0; k < gains.length; k++) {
      int i = NEIGHBOURS[k][0];
      int j = NEIGHBOURS[k][1];
      gains[k] =
          g.path("untrained").path(i).path(j).asDouble()
              - g.path("trained").path(i).path(j).asDouble();
    }
    return gains;
  }
}
