package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.film.FilmSetup;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentCheckTest {

  private static ExperimentCheck check(String... settings) {
    return ExperimentCheck.of(ExperimentFile.study("", "default", List.of(settings)), 2);
  }

  /** Warnings but that of the heat, which all films of 1 um have. */
  private static List<String> doubts(ExperimentCheck check) {
    return check.warnings().stream().filter(w -> !w.contains("heat is not in the model")).toList();
  }

  @ParameterizedTest
  @CsvSource({"172 kJ/m^3, 45, 1.71", "480 kJ/m^3, 65, 1.025"})
  void thePeriodsOfTheTwoFilmsAreThePublishedOnes(String ku, double nanometres, double relative) {
    // as printed there, to the last digit
    LengthScales l = LengthScales.of(ExperimentFile.parse("", "x", List.of("material.Ku=" + ku)));
    assertThat(l.period()).isCloseTo(nanometres * 1e-9, within(0.5e-9));
    assertThat(l.relativeD()).isCloseTo(relative, within(5e-3));
  }

  @Test
  void heatThatTheModelLeavesOutIsWarnedOf() {
    String words = "heat is not in the model: add the section heat";
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

  /** u = muB P j/(e Ms) with muB/e = 5.788e-5 m^2/s, Ms 700 kA/m, P 1 [m/s]. */
  private static double drift(double density) {
    return 5.788382e-5 / 700e3 * density;
  }

  private static DriveHeat heat(Experiment e) {
    Step.Train train = (Step.Train) e.protocol().get(0);
    return new DriveCurrents().of(e, train.drives().get(0)).orElseThrow();
  }

  private static Experiment between(String drive, String values, String... more) {
    Stream<String> settings =
        Stream.of(
            "film={size: [256 nm, 16 nm], cell: 4 nm, thickness: 10 nm}",
            "electrodes={layout: sides-x, drive: %s}".formatted(drive),
            "protocol=[{train: {%s, time: 1 ns}}]".formatted(values));
    return ExperimentFile.parse("", "x", Stream.concat(settings, Stream.of(more)).toList());
  }

  /** I/(w t) through a bar and V/(rho l) between whole edges. */
  @Test
  void theDriftVelocityIsThatOfTheCurrentDensity() {
    Experiment current = between("current", "currents: [160 uA, -160 uA]");
    assertThat(DriveEstimate.of(current, heat(current)).driftVelocity())
        .isCloseTo(drift(160e-6 / (16e-9 * 10e-9)), withinPercentage(0.1));
    Experiment voltage = between("voltage", "voltages: [30 mV, 0 mV]");
    assertThat(DriveEstimate.of(voltage, heat(voltage)).driftVelocity())
        .isCloseTo(drift(30e-3 / (0.15e-6 * 256e-9)), withinPercentage(0.1));
  }

  /** Between whole edges the film has rho l/(w t) = 240 Ohm, in series with two contacts. */
  @ParameterizedTest
  @CsvSource({"0, false", "50, false", "500, true"})
  void contactResistancesLowerTheDriftVelocity(double ohm, boolean isMost) {
    Experiment e =
        between(
            "voltage", "pattern: \"+-\", voltage: 15 mV", "electrodes.resistance=" + ohm + " Ohm");
    DriveHeat heat = heat(e);
    double share = 240 / (240 + 2 * ohm);
    assertThat(DriveEstimate.of(e, heat).driftVelocity())
        .isCloseTo(share * drift(30e-3 / (0.15e-6 * 256e-9)), withinPercentage(0.2));
    assertThat(heat.inContacts()).isCloseTo(1 - share, within(2e-3));
    assertThat(heat.contacts().isPresent()).isEqualTo(isMost);
    if (isMost) {
      assertThat(heat.contacts().orElseThrow())
          .isEqualTo("the contact resistances take 81 % of the voltage");
      assertThat(Plausibility.warnings(e))
          .anySatisfy(
              w -> assertThat(w).contains("u is about", "81 %", "lower electrodes.resistance"));
    }
  }

  /**
   * A film with heat that goes down alone is as hot in each cell as its own heat makes it, q t/h;
   * one that spreads it at once is evenly warm. Between whole edges all cells are alike.
   */
  @Test
  void theHottestCellLiesBetweenItsOwnHeatAndTheMean() {
    String film = "film={size: [160 nm, 160 nm], cell: 4 nm, thickness: 20 nm}";
    String corners = "electrodes.radius=30 nm";
    String train = "protocol=[{train: {pattern: %s, voltage: 10 mV, time: 1 ns}}]";
    double[] rises = new double[3];
    String[] conductivities = {"1e-6 W/m/K", "30 W/m/K", "1e5 W/m/K"};
    Experiment e = null;
    DriveHeat heat = null;
    for (int k = 0; k < rises.length; k++) {
      String conductivity = "heat.conductivity=" + conductivities[k];
      e =
          ExperimentFile.parse(
              "", "x", List.of(film, corners, train.formatted("+-+-"), conductivity));
      heat = heat(e);
      rises[k] = heat.hottest(e.heat().orElseThrow(), e);
    }
    double own = 0.15e-6 * heat.largest() * heat.largest() * 20e-9 / 100e6;
    double mean = 0.15e-6 * heat.mean() * heat.mean() * 20e-9 / 100e6;
    assertThat(rises[0]).isCloseTo(own, withinPercentage(1));
    assertThat(rises[2]).isCloseTo(mean, withinPercentage(1));
    assertThat(rises[1]).isBetween(rises[2], rises[0]);
    assertThat(heat.steady(e.heat().orElseThrow(), e))
        .contains("over the interface on average, +", "in the hottest cell");
    Experiment even = between("voltage", "voltages: [30 mV, 0 mV]", "heat.ambient=300 K");
    DriveHeat alike = heat(even);
    double q = 0.15e-6 * alike.mean() * alike.mean();
    assertThat(alike.hottest(even.heat().orElseThrow(), even))
        .isCloseTo(q * 10e-9 / 100e6, withinPercentage(1));
  }

  /**
   * The sum over pairs of layers grows with their square: by docs/performance.md it is a quarter of
   * the field of 8 layers, so 1.56 of the rest at 50 where transforms and it alone count.
   */
  @Test
  void manyLayersWithAStrayFieldCostMoreForEachCell() {
    double[] cell = new double[2];
    int[] layers = {8, 50};
    for (int k = 0; k < 2; k++) {
      RunCost cost =
          RunCost.of(
              ExperimentFile.parse(
                  "",
                  "x",
                  List.of(
                      "film={size: [256 nm, 256 nm], cell: 4 nm, demag: on, layers: %d, thickness: %d nm}"
                          .formatted(layers[k], 4 * layers[k]),
                      "electrodes.radius=60 nm",
                      "output.table=10 ns",
                      "protocol=[{rest: 10 ns}]")));
      cell[k] = cost.coreSeconds() / cost.steps() / (64 * 64 * layers[k]);
    }
    // without it the two were equal; with 20 ns of the step itself beside 39 of transforms
    assertThat(cell[1] / cell[0]).isBetween(1.7, 2.4);
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

  private static final String IRON_GERMANIUM =
      "material={preset: FeGe, alpha: 0.3, P: 0.5, rho_perp: 2 uOhm m, amr: 1 %}";

  /** FeGe orders below 276 K (docs/materials.md). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "temperature=300 K | temperature = 300 K and the Curie temperature of FeGe is 276 K: the result does not hold",
        "heat.substrate=MgO | heat.ambient = 300 K and the Curie temperature of FeGe is 276 K",
        "heat.ambient=275 K | the current heats the film to about",
        "temperature=270 K |",
        "heat={ambient: 300 K}|heat.ambient = 300 K"
      })
  void aFilmAboveItsCurieTemperatureIsWarnedOf(String setting, String expected) {
    // one that is written again has lost the name of its preset
    Study study = ExperimentFile.study("", "x", List.of(IRON_GERMANIUM, setting));
    String spelled = ExperimentFile.write(study.experiment());
    for (Experiment e :
        List.of(study.experiment(), ExperimentFile.parse(spelled, "x", List.of()))) {
      List<String> found =
          Plausibility.warnings(e).stream().filter(w -> w.contains("Curie temperature")).toList();
      if (expected == null) {
        assertThat(found).isEmpty();
      } else {
        assertThat(found).singleElement().asString().startsWith(expected).contains("material.Tc");
      }
    }
  }

  @Test
  void aFilmThatWasHotIsSaidToHoldNothing() {
    Experiment e = ExperimentFile.parse("", "x", List.of(IRON_GERMANIUM, "heat.ambient=200 K"));
    assertThat(CurieLimit.after(e, 486))
        .hasValueSatisfying(
            w ->
                assertThat(w)
                    .startsWith(
                        "the film was at up to 486 K and the Curie temperature of FeGe is 276 K"));
    assertThat(CurieLimit.after(e, 275)).isEmpty();
    Experiment follows =
        ExperimentFile.parse(
            "", "x", List.of(IRON_GERMANIUM, "heat.ambient=200 K", "material.Tc=276 K"));
    assertThat(CurieLimit.after(follows, 486)).isEmpty();
    Experiment other = ExperimentFile.parse("", "x", List.of("heat.ambient=200 K"));
    assertThat(CurieLimit.after(other, 2000)).isEmpty();
  }

  /** Runs that differ in what is given alone take one solution. */
  @Test
  void theCurrentIsProportionalToWhatIsGiven() {
    Experiment e = ExperimentFile.parse("", "x", List.of("film.cell=8 nm"));
    DriveCurrents known = new DriveCurrents();
    DriveHeat one = known.of(e, plusMinus(10e-3)).orElseThrow();
    DriveHeat three = known.of(e, plusMinus(30e-3)).orElseThrow();
    assertThat(three.mean()).isCloseTo(3 * one.mean(), withinPercentage(1e-10));
    assertThat(three.power()).isCloseTo(9 * one.power(), withinPercentage(1e-10));
    DriveHeat alone = new DriveCurrents().of(e, plusMinus(30e-3)).orElseThrow();
    assertThat(three.mean()).isEqualTo(alone.mean());
  }

  private static Step.Drive plusMinus(double voltage) {
    return new Step.PatternDrive(hopfilm.hopfield.Pattern.parse("+-+-"), voltage);
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
    assertThat(DriveEstimate.Regime.ofMaze(u)).isEqualTo(regime);
  }

  /** Twice D at half the length A/D, and Ku A/D^2 as before: the same motion at twice the speed. */
  @Test
  void theVerdictOnTheDriveIsThatOfTheSimilarFilm() {
    String[] similar = {"material.D=13 mA", "material.Ku=688 kJ/m^3", "train.voltage=76.8 mV"};
    assertThat(check(similar).facts().get("drift velocity, +-+-"))
        .isEqualTo(
            "about 269 m/s: learns slowly and surely (measured on the default film, scaled with"
                + " D/Ms)");
    assertThat(check("train.voltage=76.8 mV").facts().get("drift velocity, +-+-"))
        .isEqualTo("about 269 m/s: learns fast, best contrast (measured on the default film)");
    similar[2] = "train.voltage=20 mV";
    assertThat(doubts(check(similar)))
        .contains(
            "u is about 70 m/s: textures stall, few films learn (measured on the default film,"
                + " scaled with D/Ms); 210 to 390 m/s learn best: try 74 mV, or another"
                + " material.rho_perp");
  }

  @Test
  void warningsOfASweepNameTheRunsTheyAreAbout() {
    assertThat(doubts(check("train.voltage=[38.4 mV, 4 mV, 38.4 mV, 4 mV]")))
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("runs 2, 4: u is about 14 m/s: textures stall");
    assertThat(doubts(check("train.voltage=[38.4 mV, 4 mV]")).get(0)).startsWith("run 2: u is");
    assertThat(doubts(check("train.voltage=4 mV", "initial.seed=1..3")).get(0))
        .startsWith("u is about");
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
        "material.D=0 mA | no maze",
        "material.Ku=600 kJ/m^3 | lower material.Ku",
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

  /** mu0 Ms^2/2 = 307.876 kJ/m^3 at 700 kA/m, as above. */
  @Test
  void theAnisotropyOfTheLengthsIsSaid() {
    assertThat(check("film.demag=local", "material.Ku=480 kJ/m^3").facts().get("K of the lengths"))
        .isEqualTo("172 kJ/m^3, Ku - mu0 Ms^2/2 of a thin film (film.demag: local)");
    assertThat(check("film.demag=on", "material.Ku=480 kJ/m^3").facts().get("K of the lengths"))
        .isEqualTo("480 kJ/m^3, Ku as given, without the demagnetising field");
    assertThat(check().facts()).doesNotContainKey("K of the lengths");
    assertThat(check("film.demag=on", "material.D=1 mA").facts().get("spiral period"))
        .contains("too weak for one, but the stray field makes domains too");
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

  @ParameterizedTest
  @CsvSource({"11 nm, true", "13 nm, false"})
  void aSkyrmionOfFewCellsIsWarnedOf(String radius, boolean isSmall) {
    List<String> warnings =
        doubts(check("initial={texture: skyrmion, radius: %s}".formatted(radius)));
    assertThat(warnings.stream().anyMatch(w -> w.contains("less than three cells")))
        .isEqualTo(isSmall);
  }

  /** A strip of another program's users, docs/coming-from.md. */
  @Test
  void aNarrowStripIsNotUnusual() {
    String train = "protocol=[{train: {pattern: +-, time: 1 ns}}]";
    ExperimentCheck c = check("film.size=[512 nm, 16 nm]", "electrodes.layout=sides-x", train);
    assertThat(c.warnings()).noneMatch(w -> w.contains("film.size"));
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

  @Test
  void trainingThatMayEndSoonerIsSaidBesideTheTime() {
    String plain = check("protocol=[train: {pattern: +-+-, time: 60 ns}]").facts().get("wall time");
    assertThat(plain).doesNotContain("if training");
    String verified = "protocol=[train: {pattern: +-+-, time: 60 ns, until: verified}]";
    assertThat(check(verified).facts().get("wall time"))
        .isEqualTo(plain + ", if training takes all of its time");
  }

  @Test
  void measuresOfManyElectrodesTakeTheirTime() {
    String train = "{train: {pattern: \"%s\", time: 1 ns}}".formatted("+-".repeat(17) + "+");
    double[] seconds = new double[2];
    for (int k = 0; k < 2; k++) {
      String measures = "{repeat: {times: %d, steps: [{measure: a}]}}".formatted(1 + 11 * k);
      List<String> settings =
          List.of(
              "electrodes={grid: 7x5, radius: 20 nm, margin: 40 nm}",
              "protocol=[%s, %s]".formatted(train, measures));
      seconds[k] = RunCost.of(ExperimentFile.parse("", "x", settings)).coreSeconds();
    }
    // 39 solutions a measure, 160 ns a cell or more each, 16 384 cells
    assertThat(seconds[1] - seconds[0]).isGreaterThan(11 * 39 * 160e-9 * 16384);
  }

  private static double stages(String... settings) {
    RunCost cost = RunCost.of(ExperimentFile.parse("", "x", List.of(settings)));
    return cost.coreSeconds() / cost.steps();
  }

  @Test
  void stepsOfLayersAndGrainsCostMore() {
    double plain = stages("protocol=[{rest: {time: 10 ns}}]");
    double grains =
        stages("protocol=[{rest: {time: 10 ns}}]", "grains={size: 20 nm, spread: {D: 5 %}}");
    double general =
        stages(
            "protocol=[{rest: {time: 10 ns}}]",
            "grains={size: 20 nm, spread: {D: 5 %}}",
            "numerics.kernels=plain");
    assertThat(grains).isGreaterThan(1.2 * plain);
    assertThat(general).isGreaterThan(1.2 * grains);
  }

  @Test
  void aFilmOfMoreCellsCostsMore() {
    assertThat(steps(check("film.cell=2 nm"))).isGreaterThan(3 * steps(check()));
  }

  private static double steps(ExperimentCheck c) {
    return Double.parseDouble(c.facts().get("steps").replaceAll(" for.*|[^0-9]", ""));
  }
}
