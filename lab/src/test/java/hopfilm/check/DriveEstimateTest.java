package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.parallel.Parallel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriveEstimateTest {

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

  /** A region over the left half has its own P and Ms; rms over the bar, which conducts evenly. */
  @Test
  void aRegionDriftsByItsOwnPolarisation() {
    String left = "regions=[{shape: rectangle, centre: [64 nm, 8 nm], size: [128 nm, 16 nm], %s}]";
    double whole = drift(160e-6 / (16e-9 * 10e-9));
    for (String own : new String[] {"P: 0.2", "Ms: 3.5 MA/m"}) {
      Experiment e = between("current", "currents: [160 uA, -160 uA]", left.formatted(own));
      assertThat(DriveEstimate.of(e, heat(e)).driftVelocity())
          .isCloseTo(whole * Math.sqrt((1 + 0.04) / 2), withinPercentage(0.1));
    }
  }

  /** A current from one contact to another one at a voltage: I^2 rho/(w t)^2 over a time warms. */
  @Test
  void aDrivenCurrentHeatsAsTheVoltageThatMakesIt() {
    String film = "film={size: [256 nm, 16 nm], cell: 4 nm, thickness: 10 nm}";
    String drive = "protocol=[{drive: {%s, time: 1 ns}}]";
    String[] forms = {"voltages: {left: 38.4 mV}", "currents: {left: 160 uA}"};
    for (String form : forms) {
      Experiment e =
          ExperimentFile.parse(
              "", "x", List.of(film, "electrodes.layout=sides-x", drive.formatted(form)));
      double joule =
          DriveHeat.times(e).entrySet().stream()
              .mapToDouble(
                  on ->
                      on.getValue() * new DriveCurrents().of(e, on.getKey()).orElseThrow().power())
              .sum();
      double density = 160e-6 / (16e-9 * 10e-9);
      assertThat(joule).isCloseTo(0.15e-6 * density * density * 1e-9, withinPercentage(0.1));
    }
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
      rises[k] = HeatForecast.hottest(heat, e, 1, Parallel.SERIAL);
    }
    double own = 0.15e-6 * heat.largest() * heat.largest() * 20e-9 / 100e6;
    double mean = 0.15e-6 * heat.mean() * heat.mean() * 20e-9 / 100e6;
    assertThat(rises[0]).isCloseTo(own, withinPercentage(1));
    assertThat(rises[2]).isCloseTo(mean, withinPercentage(1));
    assertThat(rises[1]).isBetween(rises[2], rises[0]);
    assertThat(HeatForecast.words(heat, e))
        .contains("over the interface on average within some 700 ps, +", "in the hottest cell");
    Experiment even = between("voltage", "voltages: [30 mV, 0 mV]", "heat.ambient=300 K");
    DriveHeat alike = heat(even);
    double q = 0.15e-6 * alike.mean() * alike.mean();
    assertThat(HeatForecast.hottest(alike, even, 1, Parallel.SERIAL))
        .isCloseTo(q * 10e-9 / 100e6, withinPercentage(1));
  }

  /**
   * Between whole edges a film saturated along z has I = V w t/(rho_perp l) with and without Hall
   * currents across, which raise |j| and add no heat: the film warms at V^2/(rho_perp l^2).
   */
  @ParameterizedTest
  @CsvSource({"0", "30"})
  void hallCurrentsAcrossTheFieldAddNoHeat(double angle) {
    // as wide as 64 lengths, so that nearly all of it is far from the sides
    Experiment e =
        ExperimentFile.parse(
            "",
            "x",
            List.of(
                "film={size: [16 nm, 1024 nm], cell: 4 nm, thickness: 10 nm}",
                "electrodes.layout=sides-x",
                "material.hall_angle=" + angle + " deg",
                "heat.ambient=300 K",
                "protocol=[{train: {voltages: [30 mV, 0 mV], time: 1 ns}}]"));
    DriveHeat heat = heat(e);
    double q = Math.pow(30e-3 / 16e-9, 2) / 0.15e-6;
    assertThat(heat.power()).isCloseTo(q, withinPercentage(2));
    assertThat(heat.heating()[2 + 4 * 128]).isCloseTo(q, withinPercentage(0.1));
    double j = 30e-3 / 16e-9 / 0.15e-6 / Math.cos(Math.toRadians(angle));
    assertThat(heat.mean()).isCloseTo(j, withinPercentage(2));
  }

  /** Through a film along m, the resistivity is rho_par, seven times rho_perp at amr 150 %. */
  @Test
  void currentThroughLayersWarmsThemWithTheResistivityAlongM() {
    Experiment e =
        ExperimentFile.parse(
            "",
            "x",
            List.of(
                "film={size: [32 nm, 32 nm], cell: 4 nm, thickness: 16 nm, layers: 4}",
                "electrodes=[{name: a, shape: rectangle, centre: [16 nm, 16 nm], size: [32 nm, 32 nm], face: -z},"
                    + " {name: b, shape: rectangle, centre: [16 nm, 16 nm], size: [32 nm, 32 nm], face: +z}]",
                "heat.ambient=300 K",
                "protocol=[{train: {voltages: [30 mV, 0 mV], time: 1 ns}}]"));
    DriveHeat heat = heat(e);
    double q = Math.pow(30e-3 / 16e-9, 2) / (7 * 0.15e-6);
    assertThat(heat.power()).isCloseTo(q, withinPercentage(0.1));
    assertThat(heat.heating()[0]).isCloseTo(q, withinPercentage(0.1));
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
    return new Step.PatternDrive(hopfilm.hopfield.Pattern.parse("+-+-"), voltage, false);
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
}
