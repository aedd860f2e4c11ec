package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.file.ExperimentFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What check says of a row. */
class RowForecastTest {

  private static Map<String, String> facts(String... settings) {
    Path example = Path.of("..", "examples", "rows.yaml");
    return ExperimentCheck.of(ExperimentFile.study(example, List.of(settings)), 1).facts();
  }

  /** 24 places of 4 x 4 contacts and 8 pixels: three each, 4.6 sqrt(3) = 8.0. */
  @Test
  void saysPlacesAndDistance() {
    Map<String, String> facts = facts("film.cell=16 nm");
    assertThat(facts.get("row"))
        .isEqualTo(
            "8 pixels of 1 contact each, which meet the row at 3.0 places on average, 2 to 4");
    assertThat(facts.get("forecast"))
        .startsWith("the two kinds of pixels 8.0 deviations apart on average");
  }

  /**
   * Four pixels of each kind: (3 q + 3)^2 / (3 q^2 + 3) = 4.4 degrees of freedom with q = 2^2. By
   * tables of chi square between those for 4 and 5: 0.61 and 2.6 of the distance, 8.0.
   */
  @Test
  void saysBetweenWhichDistancesFilmsLie() {
    assertThat(facts("film.cell=16 nm").get("forecast")).endsWith("; 95 % of films 4.9 to 21");
    assertThat(facts("film.cell=16 nm", "write.picture=--------").get("forecast"))
        .endsWith("as the root of places");
  }

  @Test
  void forecastsNothingOfOtherFilms() {
    assertThat(facts("film.cell=16 nm", "write.time=1 ns").get("forecast"))
        .isEqualTo("none: it was measured with a block of 3 ns, not 1 ns");
    assertThat(facts("film.cell=16 nm", "film.demag=local").get("forecast"))
        .startsWith("none: it is for films at 0 K without stray");
  }

  /** Half the voltage drives half the current through the same film; by the example 9.7 A flow. */
  @Test
  void theCurrentGoesWithTheVoltage() {
    String key = "current of the row, +--+-++-";
    assertThat(facts("film.cell=16 nm").get(key)).matches("about 1[0-9]\\.\\d A");
    assertThat(facts("film.cell=16 nm", "write.voltage=48 mV").get(key))
        .matches("about [5-9]\\.\\d+ A");
  }
}
