package hopfilm.check;

import static hopfilm.check.Checks.check;
import static hopfilm.check.Checks.doubts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentCheckTest {

  /** The films on which the verdicts were measured keep them, by voltages and by currents. */
  @ParameterizedTest
  @CsvSource({
    "four-node.yaml, +-+-, learns slowly and surely",
    "four-node.yaml, +--+, learns slowly and surely",
    "negative-feedback-currents.yaml, +-+-, learns slowly and surely",
    "paper-four-node.yaml, +-+-, 'learns fast, best contrast'",
    "paper-four-node.yaml, ++-+, 'learns fast, best contrast'",
    "thick-film.yaml, +--+, 'what films learn was measured with contacts through them'"
  })
  void theVerdictsOfTheExamplesAreThoseThatWereMeasured(
      String example, String pattern, String verdict) throws IOException {
    Study study =
        ExperimentFile.study(
            Path.of("../examples/" + example), List.of("train.pattern=" + pattern));
    ExperimentCheck c = ExperimentCheck.of(study, 1);
    assertThat(c.facts().get("drift velocity, " + pattern)).contains(verdict);
    assertThat(c.warnings()).noneMatch(w -> w.contains("u is about"));
  }

  /** A film that is only driven learns nothing, so that no verdict on learning is due. */
  @Test
  void aFilmThatIsOnlyDrivenHasADriftVelocityAndNoVerdict() {
    Study study =
        ExperimentFile.study(
            "",
            "x",
            List.of(
                "electrodes.layout=sides-x",
                "protocol=[{train: {voltages: [1 mV, 0 mV], time: 1 ns}}]"));
    ExperimentCheck c = ExperimentCheck.of(study, 1);
    assertThat(c.facts()).containsEntry("drift velocity, given voltages", "about 1 m/s");
    assertThat(c.warnings()).noneMatch(w -> w.contains("learn"));
  }

  /** Twice D at half the length A/D, and Ku A/D^2 as before: the same motion at twice the speed. */
  @Test
  void theVerdictOnTheDriveIsThatOfTheSimilarFilm() {
    String[] similar = {"material.D=13 mA", "material.Ku=688 kJ/m^3", "train.voltage=76.8 mV"};
    assertThat(check(similar).facts().get("drift velocity, +-+-"))
        .isEqualTo(
            "about 269 m/s: learns slowly and surely (measured on films of the default material with four contacts, scaled with"
                + " D/Ms)");
    assertThat(check("train.voltage=76.8 mV").facts().get("drift velocity, +-+-"))
        .isEqualTo(
            "about 269 m/s: learns fast, and some films are torn: 100 to 200 m/s learn best"
                + " (measured on films of the default material with four contacts)");
    similar[2] = "train.voltage=20 mV";
    assertThat(doubts(check(similar)))
        .contains(
            "u is about 70 m/s: textures stall, few films learn (measured on films of the default material with four contacts,"
                + " scaled with D/Ms); 210 to 390 m/s learn best: try 74 mV, or another"
                + " material.rho_perp");
  }

  /** A line that starts at 1 ns ends at the third of three samples at 2 ns. */
  @ParameterizedTest
  @CsvSource({
    "hold, 3 ns, 0", "hold, 2 ns, 2", "hold, 1.5 ns, 2", "hold, 1 ns, 1",
    "linear, 3 ns, 0", "linear, 2 ns, 0", "linear, 1.5 ns, 3", "linear, 1 ns, 2"
  })
  void samplesThatAStepLeavesOutAreCounted(String between, String time, int used) {
    List<String> doubts =
        doubts(
            check(
                "protocol=[{drive: {time: %s, voltages: {n1: {samples: [0, 1, 0.5], every: 1 ns, scale: 1 mV, between: %s}}}}]"
                    .formatted(time, between)));
    if (used == 0) {
      assertThat(doubts).noneMatch(w -> w.contains("samples every"));
    } else {
      assertThat(doubts).anyMatch(w -> w.endsWith("the first %d are used".formatted(used)));
    }
  }

  @Test
  void oneVerdictIsThatOfTheGravestDoubt() {
    assertThat(check("heat.substrate=MgO", "film.thickness=20 nm").verdict()).isEqualTo("OK");
    // the model film of 1 um without heat
    assertThat(check().verdict()).startsWith("unphysical: the current would warm the film by");
    String[] cool = {"heat.substrate=MgO", "film.thickness=20 nm", ""};
    cool[2] = "train.voltage=4 mV";
    assertThat(check(cool).verdict()).startsWith("will not learn: u is about 14 m/s");
    cool[2] = "temperature=0.001 K";
    assertThat(check("train.time=0.2 ns", cool[2]).verdict()).isEqualTo("OK, with a warning");
    ExperimentCheck both = check("train.voltage=4 V", "film.cell=8 nm");
    assertThat(both.verdict()).startsWith("unphysical: film.cell = 8 nm");
    assertThat(both.doubts()).isSortedAccordingTo(Comparator.comparing(Doubt::severity));
  }

  /** Other programs replace a field by the next one. */
  @Test
  void fieldsOfFilmAndStepAreNamedTogether() {
    String film = "film.field={value: [0 mT, 0 mT, 10 mT]}";
    String rest = "protocol=[{rest: {time: 1 ns, field: {value: [0 mT, 0 mT, 5 mT]}}}]";
    String drive = "protocol=[{drive: {time: 1 ns, field: {value: [0 mT, 0 mT, 5 mT]}}}]";
    String added = "added to film.field, which acts in all steps";
    assertThat(check(film, rest).facts()).containsEntry("field of a step", added);
    assertThat(check(film, drive).facts()).containsEntry("field of a step", added);
    assertThat(check(film).facts()).doesNotContainKey("field of a step");
    assertThat(check(rest).facts()).doesNotContainKey("field of a step");
  }

  @Test
  void aTableWithoutARowAtTheEndIsNamed() {
    String[] film = {"initial.relax=0 ns", "protocol=[{rest: {time: 150 ps}}]", "output.table="};
    for (String every : List.of("100 ps", "400 ps")) {
      film[2] = "output.table=" + every;
      assertThat(check(film).facts().get("last row of table.txt"))
          .startsWith(every.equals("100 ps") ? "50 ps before the end" : "150 ps before the end");
    }
    for (String every : List.of("50 ps", "150 ps", "1 ps")) {
      film[2] = "output.table=" + every;
      assertThat(check(film).facts()).doesNotContainKey("last row of table.txt");
    }
  }

  @Test
  void showsLengthsDriveAndCost() {
    ExperimentCheck c = check();
    assertThat(doubts(c)).isEmpty();
    assertThat(c.facts())
        .containsKeys(
            "exchange length",
            "DMI pitch",
            "wall width",
            "resolution",
            "drift velocity, +-+-",
            "time step",
            "steps",
            "memory",
            "wall time");
    assertThat(c.facts().get("cells")).isEqualTo("128 x 128 of 4 nm");
  }

  /**
   * The default training puts 1.86 nJ into 0.262 um^3 within 20 ns, which is 2030 K: measured in
   * its run. The estimate knows no texture, so it may be off by a third.
   */
  @Test
  void saysHowHotTheFilmWouldGet() {
    ExperimentCheck c = check();
    Matcher rise = Pattern.compile("\\+(\\d+) K if").matcher(c.facts().get("heat, +-+-"));
    assertThat(rise.find()).isTrue();
    assertThat(Double.parseDouble(rise.group(1))).isBetween(2030 / 1.33, 2030 * 1.33);
    assertThat(c.facts().get("Oersted field, +-+-")).contains("T at the faces");
    // steps of the same drive heat one film
    String step = "{train: {pattern: \"+-+-\", voltage: 38.4 mV, time: 10 ns}}";
    ExperimentCheck twice = check("protocol=[%s, {rest: 1 ns}, %s]".formatted(step, step));
    assertThat(twice.facts().get("heat, +-+-")).isEqualTo(c.facts().get("heat, +-+-"));
    ExperimentCheck other =
        check("protocol=[%s, %s]".formatted(step, step.replace("38.4", "19.2")));
    assertThat(other.facts()).containsKeys("heat, +-+-", "heat, +-+- (2)");
  }

  /** A film of ten times the heat capacity warms a tenth as fast; rounded to two digits. */
  @Test
  void theRateOfHeatingIsThatOfTheHeatCapacityOfTheFile() {
    double light = rate(check("heat.capacity=1 MJ/m^3/K"));
    assertThat(light / rate(check("heat.capacity=10 MJ/m^3/K"))).isCloseTo(10, within(1.0));
    // without the section heat, that of metals
    assertThat(light / rate(check())).isCloseTo(3.5, within(0.35));
  }

  private static double rate(ExperimentCheck c) {
    Matcher rate = Pattern.compile("([0-9.]+) K/ns").matcher(c.facts().get("heat, +-+-"));
    assertThat(rate.find()).isTrue();
    return Double.parseDouble(rate.group(1));
  }

  /** Rectangles whose sides lie on corners of cells, so that the gap is that of the drawing. */
  @Test
  void theGapBetweenContactsIsSaidInSpiralPeriods() {
    assertThat(gap("240 nm")).startsWith("200 nm at the closest, 4.4 spiral periods");
    assertThat(gap("140 nm")).startsWith("100 nm at the closest, 2.2 spiral periods: few stripes");
    assertThat(check("protocol=[{rest: 1 ns}]").facts()).doesNotContainKey("gap of contacts");
  }

  private static String gap(String left) {
    String contact =
        "{name: %s, shape: polygon, points: [[%s, 0 nm], [%s, 0 nm], [%s, 128 nm], [%s, 128 nm]]}";
    return check(
            "film.size=[256 nm, 128 nm]",
            "electrodes=[%s, %s]"
                .formatted(
                    contact.formatted("a", "0 nm", "40 nm", "40 nm", "0 nm"),
                    contact.formatted("b", left, "256 nm", "256 nm", left)),
            "protocol=[{train: {pattern: \"+-\", voltage: 38.4 mV, time: 1 ns}}]")
        .facts()
        .get("gap of contacts");
  }

  /** mu0 Ms^2/2 = 307.876 kJ/m^3 at 700 kA/m, as above. */
  @Test
  void theAnisotropyOfTheLengthsIsSaid() {
    assertThat(check("film.demag=local", "material.Ku=480 kJ/m^3").facts().get("K of the lengths"))
        .isEqualTo("172 kJ/m^3, Ku - mu0 Ms^2/2 of a thin film (film.demag: local)");
    assertThat(check("film.demag=on", "material.Ku=480 kJ/m^3").facts().get("K of the lengths"))
        .isEqualTo(
            "480 kJ/m^3, Ku as given, without the demagnetising field: the film is thicker than the exchange length");
    String[] thin = {"film.demag=on", "material.Ku=480 kJ/m^3", "film.thickness=5 nm"};
    assertThat(check(thin).facts().get("K of the lengths"))
        .isEqualTo("172 kJ/m^3, Ku - mu0 Ms^2/2 of a thin film (film.demag: on)");
    assertThat(check().facts()).doesNotContainKey("K of the lengths");
    assertThat(check("film.demag=on", "material.D=1 mA").facts().get("spiral period"))
        .contains("too weak for one, but the stray field makes domains too");
  }

  @Test
  void whereNothingSetsALengthNoResolutionIsSaid() {
    assertThat(check("material.D=0 mA", "material.Ku=0 J/m^3").facts())
        .containsKey("wall width")
        .doesNotContainKey("resolution");
  }

  @Test
  void theDipolarFieldBringsItsOwnLengthAndCost() {
    Experiment off = ExperimentFile.parse("", "x", List.of());
    Experiment on = ExperimentFile.parse("", "x", List.of("film.demag=on"));
    LengthScales l = LengthScales.of(on);
    // sqrt(2A/(mu0 Ms^2)) = 5.7 nm
    assertThat(l.shortest()).isCloseTo(Math.PI * 5.7e-9, within(0.1e-9));
    assertThat(doubts(check("film.demag=on", "film.cell=8 nm", "material.Ku=200 kJ/m^3")))
        .anySatisfy(w -> assertThat(w).contains("magnetostatic walls"));
    assertThat(RunCost.of(on).timeStep()).isLessThan(RunCost.of(off).timeStep());
    assertThat(RunCost.of(on).coreSeconds()).isGreaterThan(2 * RunCost.of(off).coreSeconds());
  }

  @Test
  void temperatureIsShownAndShortensTheStep() {
    assertThat(check("temperature=300 K").facts()).containsEntry("temperature", "300 K");
    assertThat(check().facts()).doesNotContainKey("temperature");
    RunCost cold = RunCost.of(ExperimentFile.parse("", "x", List.of()));
    RunCost warm = RunCost.of(ExperimentFile.parse("", "x", List.of("temperature=300 K")));
    assertThat(warm.timeStep()).isLessThan(0.51 * cold.timeStep());
    assertThat(warm.coreSeconds()).isGreaterThan(2 * cold.coreSeconds());
  }
}
