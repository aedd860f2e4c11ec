package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of wired films before a run. */
class WiredForecastTest {

  private static Optional<String> words(String size, String electrodes, String patterns) {
    Experiment e =
        ExperimentFile.parse(
            """
            film: {size: [%s], cell: 8 nm}
            electrodes: {%s, radius: 138 nm, margin: 256 nm}
            initial: {texture: helix}
            protocol: [train: {patterns: [%s], until: verified}]
            """
                .formatted(size, electrodes, patterns),
            "wired",
            List.of());
    return WiredForecast.words(e);
  }

  /** Of films like these 50 of 50 held both, and one of letters with two contacts each did not. */
  @Test
  void saysHowManyFilmsHold() {
    String both = "\"-+++--+-\", \"--+++--+\"";
    String eight = "wired: {grid: 8x8, neurons: 8, signs: both}";
    String words = words("4096 nm, 4096 nm", eight, both).orElseThrow();
    assertThat(words).matches("2\\d of 30 drawn films hold both, with 0.\\d of 16 signs wrong .*");
    String four = "wired: {grid: 4x4, neurons: 8, signs: both}";
    // two contacts each
    assertThat(words("2048 nm, 2048 nm", four, both).orElseThrow()).startsWith("0 of 30");
  }

  @Test
  void saysNothingOfWhatWasNotMeasured() {
    String both = "\"-+++--+-\", \"--+++--+\"";
    assertThat(words("3072 nm, 3072 nm", "wired: {grid: 8x8, neurons: 8, signs: both}", both))
        .hasValue(
            "none for contacts 365.7 nm apart: places where they meet were measured 512 nm apart");
    assertThat(words("4096 nm, 4096 nm", "wired: {grid: 8x8, neurons: 8}", both)).isEmpty();
    assertThat(words("2048 nm, 1024 nm", "grid: 2x4", both)).isEmpty();
  }
}
