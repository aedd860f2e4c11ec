package hopfilm.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSpacingTest {

  private static Experiment film(String film, String rows, String electrodes) {
    return ExperimentFile.parse(
        "film: {%s}%nelectrodes: {rows: {grid: 4x6, pixels: 8%s}%s}%nprotocol: [measure: a]%n"
            .formatted(film, rows, electrodes),
        "film",
        List.of());
  }

  @Test
  void aSpacingGivesWhatWouldBeGivenWithoutIt() {
    Experiment given =
        film(
            "size: [2275.2 nm, 1516.8 nm], cell: 7.9 nm", "", ", radius: 102 nm, margin: 189.6 nm");
    assertThat(film("", ", spacing: 379.2 nm", ", radius: 102 nm")).isEqualTo(given);
    // what the file of a run has
    assertThat(ExperimentFile.parse(ExperimentFile.write(given), "film", List.of()))
        .isEqualTo(given);
  }

  @Test
  void radiusAndCellsFollowWhereTheyAreNotGiven() {
    Experiment e = film("thickness: 20 nm", ", spacing: 500 nm", "");
    assertThat(e.film().thickness()).isEqualTo(20e-9);
    assertThat(e.film().sizeX()).isEqualTo(3e-6);
    // the largest cell of at most 8 nm of which the spacing has a whole number
    assertThat(500e-9 / e.film().cell()).isCloseTo(63, within(1e-9));
    assertThat(((ElectrodesSpec.Rows) e.electrodes()).radius()).isEqualTo(135e-9);
    assertThat(film("cell: 6.25 nm", ", spacing: 500 nm", "").film().cell()).isEqualTo(6.25e-9);
  }

  @Test
  void aSweepTakesSpacings() {
    String sweep =
        "electrodes: {rows: {grid: 2x2, pixels: 2, spacing: 80 nm}}\nprotocol: [measure: a]\n"
            + "sweep: {electrodes.rows.spacing: [80 nm, 96 nm]}\n";
    assertThat(ExperimentFile.study(sweep, "sweep", List.of()).runs())
        .extracting(r -> r.experiment().film().sizeX())
        .containsExactly(160e-9, 192e-9);
  }
}
