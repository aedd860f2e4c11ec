package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.input.ExperimentException;
import hopfilm.io.FieldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConductanceFilesTest {

  @TempDir static Path run;
  @TempDir Path folder;

  @BeforeAll
  static void train() throws IOException {
    SmallFilm.run(run);
  }

  @Test
  void everyMeasureIsASubcircuitOfItsConductances() throws IOException {
    Path file = folder.resolve("film.cir");
    new ConductanceFiles(run).writeSpice(file, true);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines)
        .contains(
            ".subckt untrained n1 n2 n3 n4",
            ".subckt trained n1 n2 n3 n4",
            ".subckt over_time n1 n2 n3 n4");
    assertThat(lines).contains("* Trained with up to 10 mV at a contact");
    // u = muB P j/(e Ms), j = 2 V/(128 nm rho_perp) between the nearest contacts of unlike sign;
    // stripes stall below 60 m/s: V = 60 m/s e Ms rho_perp 128 nm/(2 muB P) = 6.97 mV. The root
    // mean square over the film is 1.1 to 1.6 times that j, by pattern, and the limit 1.3 times it.
    String linear = lines.stream().filter(l -> l.startsWith("* Linear: ")).findFirst().orElse("");
    Matcher m = Pattern.compile("holds up to about ([0-9.]+) mV at a contact, ").matcher(linear);
    assertThat(m.find()).as(linear).isTrue();
    assertThat(Double.parseDouble(m.group(1))).isBetween(6.97 * 1.3 / 1.6, 6.97 * 1.3 / 1.1);
    double[][] g = SmallFilm.matrix(SmallFilm.summary(run).get("conductance").get("trained"));
    int at = lines.indexOf(".subckt trained n1 n2 n3 n4");
    String[] second = lines.get(at + 2).split(" ");
    assertThat(second).startsWith("R1_3", "n1", "n3");
    // G is as symmetric as the potentials are exact
    assertThat(1 / Double.parseDouble(second[3]))
        .isCloseTo(-g[0][2], within(1e-7 * Math.abs(g[0][2])));
    // without a Hall effect there are resistors alone
    assertThat(lines.subList(at, at + 7)).noneMatch(l -> l.startsWith("G"));
  }

  @Test
  void theTableHasEveryPairOfEveryMeasure() throws IOException {
    Path file = folder.resolve("g.csv");
    new ConductanceFiles(run).writeCsv(file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + 2 * 16);
    assertThat(lines.get(0)).isEqualTo("measure,to,from,G (S),G_reference (S),weight (S)");
    double[][] weights =
        SmallFilm.matrix(SmallFilm.summary(run).get("weight_matrix").get("trained"));
    String[] first = lines.get(1 + 16 + 1).split(",");
    assertThat(first).startsWith("trained", "n1", "n2");
    assertThat(Double.parseDouble(first[5])).isEqualTo(weights[0][1]);
    assertThat(Double.parseDouble(first[3]) - Double.parseDouble(first[4]))
        .isCloseTo(weights[0][1], within(1e-12));
  }

  @Test
  void halfOfAMatrixIsRefusedWhereThereIsAHallEffect() throws IOException {
    Path hall = folder.resolve("hall");
    SmallFilm.run(hall, "material.hall_angle=5 deg", "protocol=[measure: a]");
    ConductanceFiles files = new ConductanceFiles(hall);
    Path file = folder.resolve("hall.cir");
    assertThatThrownBy(() -> files.writeSpice(file, true))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("leave out --over-time");
    assertThat(file).doesNotExist();
    files.writeSpice(file, false);
    assertThat(Files.readString(file)).contains("\nG1_2 n1 n4 n2 n4 ");
  }

  @Test
  void aRunWithoutAMeasureHasNoConductances() throws IOException {
    Path bare = folder.resolve("bare");
    SmallFilm.run(bare, "protocol=[rest: 1 ps]");
    assertThatThrownBy(() -> new ConductanceFiles(bare))
        .isInstanceOf(FieldException.class)
        .hasMessageContaining("has no measure");
  }
}
