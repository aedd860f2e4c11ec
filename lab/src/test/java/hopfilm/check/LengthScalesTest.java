package hopfilm.check;

import static hopfilm.check.Checks.check;
import static hopfilm.check.Checks.doubts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmSetup;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthScalesTest {

  @ParameterizedTest
  @CsvSource({"172 kJ/m^3, 45, 1.71", "480 kJ/m^3, 65, 1.025"})
  void thePeriodsOfTheTwoFilmsAreThePublishedOnes(String ku, double nanometres, double relative) {
    // as printed there, to the last digit
    LengthScales l = LengthScales.of(ExperimentFile.parse("", "x", List.of("material.Ku=" + ku)));
    assertThat(l.period()).isCloseTo(nanometres * 1e-9, within(0.5e-9));
    assertThat(l.relativeD()).isCloseTo(relative, within(5e-3));
  }

  /** Against an easy plane a helix needs some D, which is not computed. */
  @Test
  void anEasyPlaneHasNoKnownThreshold() {
    assertThat(check("material.Ku=-50 kJ/m^3").facts().get("spiral period"))
        .contains("Dc is not known without an easy axis");
    assertThat(check("material.Ku=0 J/m^3").facts().get("spiral period")).contains("any D makes");
  }

  @Test
  void withoutAnisotropyThePeriodIsThePitch() {
    LengthScales none =
        LengthScales.of(ExperimentFile.parse("", "x", List.of("material.Ku=0 J/m^3")));
    LengthScales little =
        LengthScales.of(ExperimentFile.parse("", "x", List.of("material.Ku=1 J/m^3")));
    assertThat(none.period()).isEqualTo(none.pitch());
    // the spiral's period tends to it
    assertThat(little.period()).isCloseTo(none.pitch(), within(1e-5 * none.pitch()));
    assertThat(none.pitch()).isCloseTo(44e-9, within(0.5e-9));
  }

  @Test
  void theWallOfThePaperLikeFilmIsKnown() {
    LengthScales l =
        LengthScales.of(ExperimentFile.parse("", "x", List.of("material.Ku=480 kJ/m^3")));
    assertThat(l.wall()).isCloseTo(4.6e-9, within(0.05e-9));
  }

  /** In a thin film the field is an anisotropy: the two ways to write one film are one. */
  @Test
  void theThinFilmFieldCountsAsAnisotropy() {
    // mu0 Ms^2/2 = 307.876 kJ/m^3 at 700 kA/m
    LengthScales with =
        LengthScales.of(
            ExperimentFile.parse("", "x", List.of("film.demag=local", "material.Ku=480 kJ/m^3")));
    LengthScales without =
        LengthScales.of(ExperimentFile.parse("", "x", List.of("material.Ku=172.124 kJ/m^3")));
    assertThat(with.period()).isCloseTo(without.period(), within(1e-5 * with.period()));
    assertThat(with.shortest()).isCloseTo(without.shortest(), within(1e-5 * with.wallWidth()));
    assertThat(doubts(check("film.demag=local", "material.Ku=480 kJ/m^3"))).isEmpty();
    Experiment weak = ExperimentFile.parse("", "x", List.of("film.demag=local", "material.D=3 mA"));
    assertThatCode(() -> Plausibility.refuse(weak, "f")).doesNotThrowAnyException();
  }

  /** A wall starts as wide as one that is at rest: the two ways to write one thin film are one. */
  @Test
  void aWallOfAThinFilmStartsWithItsOwnWidth() throws IOException {
    String[] film = {
      "film={size: [64 nm, 16 nm], cell: 4 nm, demag: local}",
      "initial.texture=wall",
      "material.Ku=480 kJ/m^3",
      "electrodes.layout=sides-x",
      "protocol=[{rest: 1 ns}]"
    };
    VectorField local = start(film);
    film[0] = film[0].replace("local", "off");
    VectorField bare = start(film);
    film[2] = "material.Ku=172.124 kJ/m^3";
    VectorField reduced = start(film);
    for (int i = 0; i < local.z().length; i++) {
      assertThat(local.z()[i]).isCloseTo(reduced.z()[i], within(1e-5));
    }
    // 10 nm beside the middle: tanh(10/4.6) = 0.97 and tanh(10/7.6) = 0.86
    assertThat(Math.abs(bare.z()[10])).isGreaterThan(0.1 + Math.abs(local.z()[10]));
  }

  private static VectorField start(String... settings) throws IOException {
    Experiment e = ExperimentFile.parse("", "x", List.of(settings));
    return new FilmSetup(e, Parallel.SERIAL).start(1);
  }

  /** The slope of m_z in the middle of a wall, from its first integral, gives the width. */
  @Test
  void anisotropyOfFourthOrderNarrowsWalls() {
    LengthScales l =
        LengthScales.of(
            ExperimentFile.parse(
                "",
                "x",
                List.of(
                    "material.Ku=100 kJ/m^3",
                    "material.Ku2=72 kJ/m^3",
                    "material.Kc1=-1 MJ/m^3",
                    "material.A=10 pJ/m")));
    assertThat(l.wallWidth()).isCloseTo(Math.PI * Math.sqrt(1e-11 / 172e3), within(1e-15));
    assertThat(l.cubic()).isCloseTo(Math.PI * Math.sqrt(1e-17), within(1e-15));
    assertThat(l.shortest()).isEqualTo(l.cubic());
    assertThat(l.shortestName()).startsWith("width of cubic walls");
  }

  /** Of both laws of stripes the same: D/Dc is 1 where a wall costs nothing. */
  @Test
  void anisotropyOfFourthOrderRaisesTheThreshold() {
    String[] film = {"material.Ku=0 kJ/m^3", "material.Ku2=400 kJ/m^3"};
    Experiment e = ExperimentFile.parse("", "x", List.of(film));
    // 2 sqrt(A Ku2) (sqrt 2 + asinh 1)/pi = 2.92283 mJ/m^2
    assertThat(LengthScales.of(e).relativeD()).isCloseTo(2.85885e-3 / 2.92283e-3, within(1e-4));
    assertThatThrownBy(() -> Plausibility.refuse(e, "f")).hasMessageContaining("0.978 Dc");
    Experiment mixed =
        ExperimentFile.parse("", "x", List.of("material.Ku=100 kJ/m^3", "material.Ku2=300 kJ/m^3"));
    // cells of 4 nm add some 0.1 mJ/m^2 to -0.071 mJ/m^2
    assertThat(Plausibility.wall(mixed).orElseThrow()).isCloseTo(-0.071e-3, within(0.2e-3));
    // what a refusal proposes is a film that is taken
    assertThatThrownBy(() -> Plausibility.refuse(e, "f")).hasMessageContaining("Ku below -");
    assertThatCode(
            () ->
                Plausibility.refuse(
                    ExperimentFile.parse("", "x", List.of("material.Ku=-25 kJ/m^3", film[1])), "f"))
        .doesNotThrowAnyException();
  }
}
