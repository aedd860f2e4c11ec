package hopfilm.check;

import static hopfilm.check.Checks.check;
import static hopfilm.check.Checks.doubts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train.voltage=4 mV | stall",
        "train.voltage=400 mV | nucleates",
        "film.cell=8 nm | more than a third of the wall width",
        "train.pattern=++++ | carries no current",
        "material.Ms=7 kA/m | is unusual",
        "material.rho_perp=0.15 mOhm m | usual are 0.01 uOhm m to 20 uOhm m",
        "temperature=30 kK | temperature = 30 kK is unusual",
        "film.thickness=1 mm | film.thickness = 1 mm is unusual",
        "train.voltage=[38.4 mV, 400 mV] | nucleates",
        "material.dmi=interfacial | negative feedback",
        "film.demag=local | with film.demag: local use the full one, 480 kJ/m^3",
        "film.demag=on | with film.demag: on use the full one, 480 kJ/m^3",
      })
  void warnsOfWhatCannotLearn(String setting, String expected) {
    assertThat(doubts(check(setting)))
        .anySatisfy(w -> assertThat(w).contains(expected).hasLineCount(1));
  }

  /** Walls of 23.95 nm: cells of 6.4 nm hold them, those of 4 nm do not. */
  @Test
  void cellsAboveASixthOfAWallHoldItUntilNoiseFreesIt() {
    String text = "more than a sixth of the wall width, 23.95 nm";
    String rest = "protocol=[measure: untrained, rest: {time: 1 ns, temperature: 300 K}]";
    String[] large = {"film.size=[512 nm, 512 nm]", "film.cell=6.4 nm", "film.thickness=20 nm"};
    assertThat(doubts(check(large[0], large[1], large[2], "temperature=300 K")))
        .anySatisfy(w -> assertThat(w).contains(text, "300 K", "use 4 nm or less"));
    assertThat(doubts(check(large[0], large[1], large[2])))
        .noneMatch(w -> w.contains("more than a sixth"));
    assertThat(doubts(check(large[0], "film.cell=4 nm", large[2], "temperature=300 K")))
        .noneMatch(w -> w.contains("more than a sixth"));
    assertThat(doubts(check(large[0], large[1], rest))).anyMatch(w -> w.contains(text));
  }

  private static final String[] PAPER_LIKE = {
    "material.Ku=480 kJ/m^3", "film.size=[400 nm, 400 nm]", "electrodes.radius=100 nm"
  };

  private static ExperimentCheck paperLike(String... more) {
    return check(Stream.of(PAPER_LIKE, more).flatMap(Stream::of).toArray(String[]::new));
  }

  @Test
  void standardCellsOfFourNanometresAreBelowTheLatticeThresholdOfThePaperLikeFilm() {
    assertThat(doubts(paperLike("train.voltage=30 mV"))).isEmpty();
    assertThat(doubts(paperLike("train.voltage=30 mV", "numerics.discretisation=standard")))
        .singleElement()
        .satisfies(
            w ->
                assertThat(w)
                    .contains("1.025 Dc", "threshold of the lattice", "metastable")
                    .hasLineCount(1));
  }

  @Test
  void eachRemedyOfTheLatticeWarningHelps() {
    String[] standard = {"train.voltage=30 mV", "numerics.discretisation=standard", ""};
    String warning = doubts(paperLike(standard[0], standard[1])).get(0);
    assertThat(warning).contains("numerics.discretisation=covariant", "film.cell='2 nm'");
    Matcher larger = Pattern.compile("material.D of ([0-9.]+ mA) or more").matcher(warning);
    assertThat(larger.find()).isTrue();
    for (String remedy :
        List.of(
            "numerics.discretisation=covariant",
            "film.cell=2 nm",
            "material.D=" + larger.group(1))) {
      standard[2] = remedy;
      assertThat(doubts(paperLike(standard))).as(remedy).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "material.D=3 mA | 0.79 Dc",
        "material.D=0 mA | forms no stripe domains",
        "material.Ku=600 kJ/m^3 | material.D (default 6.5 mA): 6.5 mA is",
      })
  void refusesAMazeBelowTheThresholdOfTheContinuum(String setting, String expected) {
    Experiment e = ExperimentFile.parse("", "x", List.of(setting));
    assertThatThrownBy(() -> Plausibility.refuse(e, "film.yaml"))
        .isInstanceOf(ExperimentException.class)
        .hasMessageStartingWith("film.yaml: material.D")
        .hasMessageContaining(expected);
    Experiment uniform = ExperimentFile.parse("", "x", List.of(setting, "initial.texture=uniform"));
    assertThatCode(() -> Plausibility.refuse(uniform, "film.yaml")).doesNotThrowAnyException();
  }

  @Test
  void theValuesInARefusalAreTheThreshold() {
    // the message says: raise D above Dc, or lower Ku below a value
    Experiment weak = ExperimentFile.parse("", "x", List.of("material.D=3 mA"));
    assertThatThrownBy(() -> Plausibility.refuse(weak, "f")).hasMessageContaining("3.797 mA");
    for (String setting : List.of("material.D=3.798 mA", "material.Ku=107.3 kJ/m^3")) {
      List<String> settings = List.of("material.D=3 mA", setting);
      Experiment strong = ExperimentFile.parse("", "x", settings);
      assertThatCode(() -> Plausibility.refuse(strong, "f")).doesNotThrowAnyException();
    }
  }

  @Test
  void theVoltageThatAWarningProposesLearns() {
    String warning = doubts(check("train.voltage=4 mV")).get(0);
    Matcher volts = Pattern.compile("try ([0-9.]+ mV)").matcher(warning);
    assertThat(volts.find()).isTrue();
    assertThat(doubts(check("train.voltage=" + volts.group(1)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"11 nm, true", "13 nm, false"})
  void aSkyrmionOfFewCellsIsWarnedOf(String radius, boolean isSmall) {
    List<String> warnings =
        doubts(check("initial={texture: skyrmion, radius: %s}".formatted(radius)));
    assertThat(warnings.stream().anyMatch(w -> w.contains("less than three cells")))
        .isEqualTo(isSmall);
  }

  /**
   * With Ku - mu0 Ms^2/2 = 600 kJ/m^3 and D = 3.5 mJ/m^2 an isolated skyrmion has R = w0 d/sqrt(1 -
   * d^2) = 11 nm, with Ku alone 5.5 nm.
   */
  @Test
  void inAThinFilmTheStrayFieldWidensSkyrmions() {
    String[] film = {
      "film={size: [128 nm, 128 nm], cell: 2 nm, thickness: 1 nm, demag: on}",
      "material={Ms: 580 kA/m, A: 15 pJ/m, Ku: 811 kJ/m^3, D: 3.5 mJ/m^2, dmi: interfacial}",
      "electrodes={layout: sides-x}",
      "initial.texture=skyrmion",
      "protocol=[{relax: 1 ns}]",
    };
    assertThat(check(film).warnings()).noneMatch(w -> w.contains("less than three cells"));
    film[0] = film[0].replace("on", "off");
    assertThat(check(film).warnings()).anyMatch(w -> w.contains("skyrmions, 5.5 nm, is less than"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "texture: skyrmion, centre: [200 nm, 64 nm] | the centre of a skyrmion [200 nm, 64 nm] is outside",
        "texture: skyrmion, centres: [[64 nm, 64 nm], [64 nm, -1 nm]] | a skyrmion [64 nm, -1 nm] is outside",
        "texture: wall, centre: [129 nm, 64 nm] | the wall through [129 nm, 64 nm] is outside",
      })
  void whatBeginsOutsideOfTheFilmIsWarnedOf(String initial, String expected) {
    String[] film = {
      "film={size: [128 nm, 128 nm], cell: 4 nm}",
      "electrodes.layout=sides-x",
      "initial={%s}".formatted(initial),
      "protocol=[{rest: 1 ns}]"
    };
    assertThat(check(film).warnings()).anyMatch(w -> w.contains(expected));
    film[2] = film[2].replace("-1", "1").replaceAll("\\[(129|200)", "[120");
    assertThat(check(film).warnings()).noneMatch(w -> w.contains("is outside"));
  }

  /** A strip of another program's users, docs/howto/from-mumax-oommf.md. */
  @Test
  void aNarrowStripIsNotUnusual() {
    String train = "protocol=[{train: {pattern: +-, time: 1 ns}}]";
    ExperimentCheck c = check("film.size=[512 nm, 16 nm]", "electrodes.layout=sides-x", train);
    assertThat(c.warnings()).noneMatch(w -> w.contains("film.size"));
  }

  @Test
  void warningsOfASweepNameTheRunsTheyAreAbout() {
    assertThat(doubts(check("initial.seed=1..2", "train.voltage=[38.4 mV, 4 mV]")))
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("runs 2, 4: u is about 14 m/s: textures stall");
    assertThat(doubts(check("train.voltage=[38.4 mV, 4 mV]")).get(0)).startsWith("run 2: u is");
    assertThat(doubts(check("train.voltage=4 mV", "initial.seed=1..3")).get(0))
        .startsWith("u is about");
  }

  @Test
  void heatThatTheModelLeavesOutIsWarnedOf() {
    String words = "heat is not in the model; add the section heat";
    assertThat(check("train.time=1 ns").warnings()).anyMatch(w -> w.contains(words));
    // in 0.2 ns the default film would warm by 20 K
    assertThat(check("train.time=0.2 ns").warnings()).noneMatch(w -> w.contains(words));
    assertThat(check("heat.substrate=MgO").warnings()).noneMatch(w -> w.contains(words));
    String[] two = {
      "protocol=[{train: {pattern: \"+-+-\", voltage: 38.4 mV, time: 0.4 ns}},"
          + " {train: {pattern: \"+--+\", voltage: 38.4 mV, time: 0.4 ns}}]"
    };
    assertThat(check(two).warnings()).anyMatch(w -> w.contains(words));
  }
}
