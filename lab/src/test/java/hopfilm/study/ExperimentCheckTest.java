package hopfilm.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.study.Sweep.Share;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentCheckTest {

  private static ExperimentCheck check(String... settings) {
    Experiment e = ExperimentFile.parse("", "default", List.of(settings));
    return ExperimentCheck.of(e, Sweep.runs(e, Share.WHOLE), 2);
  }

  @ParameterizedTest
  @CsvSource({"172 kJ/m^3, 45, 1.71", "480 kJ/m^3, 65, 1.025"})
  void thePeriodsOfTheTwoFilmsAreThePublishedOnes(String ku, double nanometres, double relative) {
    // as printed there, to the last digit
    LengthScales l =
        LengthScales.of(ExperimentFile.parse("", "x", List.of("material.Ku=" + ku)).material());
    assertThat(l.period()).isCloseTo(nanometres * 1e-9, within(0.5e-9));
    assertThat(l.relativeD()).isCloseTo(relative, within(5e-3));
  }

  @Test
  void withoutAnisotropyThePeriodIsThePitch() {
    LengthScales none =
        LengthScales.of(ExperimentFile.parse("", "x", List.of("material.Ku=0 J/m^3")).material());
    LengthScales little =
        LengthScales.of(ExperimentFile.parse("", "x", List.of("material.Ku=1 J/m^3")).material());
    assertThat(none.period()).isEqualTo(none.pitch());
    // the spiral's period tends to it
    assertThat(little.period()).isCloseTo(none.pitch(), within(1e-5 * none.pitch()));
    assertThat(none.pitch()).isCloseTo(44e-9, within(0.5e-9));
  }

  @Test
  void theWallOfThePaperLikeFilmIsKnown() {
    LengthScales l =
        LengthScales.of(
            ExperimentFile.parse("", "x", List.of("material.Ku=480 kJ/m^3")).material());
    assertThat(l.wall()).isCloseTo(4.6e-9, within(0.05e-9));
  }

  @ParameterizedTest
  @CsvSource({
    // mean u of these films: known to lie in 70-110 m/s
    "400 nm, 120 nm, 30 mV, 0.12 uOhm m, 70, 110",
    "512 nm, 154 nm, 38.4 mV, 0.15 uOhm m, 70, 110",
  })
  void theDriveOfGoodFilmsIsInTheirRange(
      String size, String radius, String voltage, String rho, double low, double high) {
    Experiment e =
        ExperimentFile.parse(
            "",
            "x",
            List.of(
                "film.size=[%s, %s]".formatted(size, size),
                "electrodes.radius=" + radius,
                "train.voltage=" + voltage,
                "material.rho_perp=" + rho));
    Step.Train train = (Step.Train) e.protocol().get(1);
    assertThat(DriveEstimate.of(e, train.drive()).driftVelocity()).isBetween(low, high);
  }

  @ParameterizedTest
  @CsvSource({
    "40, STALLS",
    "80, SLOW",
    "150, FAST",
    "300, RESTLESS",
    "600, TURBULENT",
    "900, NUCLEATES"
  })
  void everyMeasuredDriveIsInItsRegime(double u, DriveEstimate.Regime regime) {
    assertThat(new DriveEstimate(u).regime()).isEqualTo(regime);
  }

  @Test
  void showsLengthsDriveAndCost() {
    ExperimentCheck c = check();
    assertThat(c.warnings()).isEmpty();
    assertThat(c.facts())
        .containsKeys(
            "exchange length",
            "DMI pitch",
            "wall width",
            "cells per shortest length",
            "drift velocity, +-+-",
            "time step",
            "steps",
            "memory",
            "wall time");
    assertThat(c.facts().get("cells")).isEqualTo("128 x 128");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train.voltage=4 mV | stall",
        "train.voltage=400 mV | nucleates",
        "film.cell=8 nm | does not resolve",
        "material.D=1 mA | too weak for a maze",
        "train.pattern=++++ | carries no current",
        "train.voltage=[38.4 mV, 400 mV] | nucleates",
      })
  void warnsOfWhatCannotLearn(String setting, String expected) {
    assertThat(check(setting).warnings())
        .anySatisfy(w -> assertThat(w).contains(expected).hasLineCount(1));
  }

  @Test
  void aFilmOfMoreCellsCostsMore() {
    assertThat(steps(check("film.cell=2 nm"))).isGreaterThan(3 * steps(check()));
  }

  private static double steps(ExperimentCheck c) {
    return Double.parseDouble(c.facts().get("steps").replaceAll("[^0-9]", ""));
  }
}
