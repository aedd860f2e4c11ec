package hopfilm.check;

import static hopfilm.check.Checks.check;
import static hopfilm.check.Checks.doubts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import hopfilm.file.ExperimentFile;
import hopfilm.units.Constants;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpinOrbitShareTest {

  private static double ratio(String... settings) {
    return SpinOrbitShare.of(ExperimentFile.parse("", "x", List.of(settings))).ratio();
  }

  /**
   * gamma0 H with H = hbar j xi/(2 e mu0 Ms t), over u |dm/dx| with u = muB P j/(e Ms), in a helix
   * (Ku = 0), which turns by |D|/(2A) everywhere.
   */
  @Test
  void isTheRatioOfTheTwoTorques() {
    double j = 1e12;
    double ms = 7e5;
    double t = 2e-9;
    double field = Constants.HBAR * j * 0.3 / (2 * Constants.E * Constants.MU0 * ms * t);
    double u = Constants.MUB * 0.5 * j / (Constants.E * ms);
    double expected = Constants.GAMMA0 * field / (u * 3e-3 / 2e-11);
    String[] film = {
      "film.thickness=2 nm",
      "material.Ku=0 kJ/m^3",
      "material.D=3 mJ/m^2",
      "material.P=-0.5",
      "material.spin_orbit.damping_like=-0.3"
    };
    // gamma0 = 2.211e5 m/(A s) is rounded
    assertThat(ratio(film)).isCloseTo(expected, withinPercentage(0.1));
    assertThat(ratio("film.thickness=2 nm")).isZero();
    assertThat(ratio("material.P=0", "material.spin_orbit.field_like=1")).isInfinite();
  }

  private static List<String> warnings(String setting, String efficiency, String thickness) {
    return doubts(
        check(
            setting,
            "film.thickness=" + thickness,
            "heat.substrate=MgO",
            "material.spin_orbit.damping_like=" + efficiency));
  }

  /** A little of it takes nothing from what is known. */
  @ParameterizedTest
  @CsvSource({
    "train.voltage=4 mV, textures stall",
    "train.voltage=400 mV, nucleates",
    "material.dmi=interfacial, conducts the pattern worse; count resistances"
  })
  void aSmallShareSilencesNoWarning(String setting, String warning) {
    assertThat(warnings(setting, "0.01", "20 nm"))
        .isEqualTo(warnings(setting, "0", "20 nm"))
        .anySatisfy(w -> assertThat(w).contains(warning));
  }

  @ParameterizedTest
  @CsvSource({
    "train.voltage=4 mV, 'textures stall, few films learn'",
    "train.voltage=38.4 mV, learns slowly and surely",
    "material.dmi=interfacial, 'turn it round for some patterns'"
  })
  void aLargeShareIsSaid(String setting, String warning) {
    assertThat(warnings(setting, "0.1", "1 nm"))
        .anySatisfy(
            w ->
                assertThat(w)
                    .contains(
                        warning, "the spin-orbit torque is 0.70 times the spin-transfer torque")
                    .hasLineCount(1));
    assertThat(warnings(setting, "0.1", "1 nm")).noneMatch(w -> w.contains("count resistances"));
  }

  @Test
  void theFactSaysAShareThatChangesNothing() {
    ExperimentCheck c = check("film.thickness=20 nm", "material.spin_orbit.field_like=0.3");
    assertThat(c.facts().get("drift velocity, +-+-"))
        .endsWith("; the spin-orbit torque is 0.10 times the spin-transfer torque");
  }

  @Test
  void withoutSpinTransferNothingIsKnown() {
    String[] film = {"material.P=0", "material.spin_orbit.damping_like=1"};
    assertThat(doubts(check(film)))
        .singleElement()
        .satisfies(w -> assertThat(w).contains("no spin-transfer torque", "is not known"));
    String[] interfacial =
        Stream.concat(Stream.of(film), Stream.of("material.dmi=interfacial"))
            .toArray(String[]::new);
    assertThat(doubts(check(interfacial))).noneMatch(w -> w.contains("feedback"));
  }
}
