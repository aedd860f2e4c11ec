package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.heat.FilmTemperature;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bar between whole edges, which is heated alike everywhere: q = V^2/(rho l^2). */
class HeatForecastTest {

  private static final double CAPACITY = 3.5e6;
  private static final double Q = Math.pow(30e-3 / 256e-9, 2) / 0.15e-6;

  private static Experiment bar(String heat, String contacts, String train, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "film={size: [256 nm, 16 nm], cell: 4 nm, thickness: 10 nm}",
                "heat=" + heat,
                "electrodes={layout: sides-x%s}".formatted(contacts),
                "initial={texture: uniform, relax: 0 ns}",
                "protocol=[{train: {pattern: \"+-\", voltage: 15 mV, %s}}, {rest: 1 ns}]"
                    .formatted(train)));
    settings.addAll(List.of(more));
    return ExperimentFile.parse("", "x", settings);
  }

  private static DriveHeat heat(Experiment e) {
    Step.Train train = (Step.Train) e.steps().get(0);
    return new DriveCurrents().of(e, train.drives().get(0)).orElseThrow();
  }

  private static double mean(Experiment e) {
    return new DriveCurrents().forecast(e).orElseThrow().mean() - 300;
  }

  @Test
  void noHeatLeavesWithoutAnInterface() {
    // 100 pulses of 20 ps
    Experiment e = bar("{interface: 0 MW/m^2/K}", "", "time: 5 ns, pulse: {on: 20 ps, off: 30 ps}");
    // q s/c; the potential is solved to 1e-5
    assertThat(mean(e)).isCloseTo(Q * 2e-9 / CAPACITY, withinPercentage(0.1));
    assertThat(HeatForecast.isSteady(e)).isFalse();
    double reading = HeatForecast.after(1e-3, e, heat(e), Parallel.SERIAL);
    assertThat(reading).isCloseTo(Q * 1e-3 / CAPACITY, withinPercentage(0.1));
    assertThat(HeatForecast.words(heat(e), e)).contains("K/ns without end");
  }

  /** On a flank the voltage is linear in time, and the heat of one a third of its time's. */
  @Test
  void rampsTakeHeatAway() {
    Experiment once = bar("{interface: 0 MW/m^2/K}", "", "time: 1 ns, ramp: 0.3 ns");
    assertThat(mean(once)).isCloseTo(Q * 0.6e-9 / CAPACITY, withinPercentage(0.1));
    assertThat(DriveHeat.times(once).values()).singleElement().satisfies(t -> near(t, 0.6e-9));
    // 100 pulses, of which most are followed by their mean
    Experiment pulsed =
        bar(
            "{interface: 0 MW/m^2/K}",
            "",
            "time: 5 ns, ramp: 3 ps, pulse: {on: 20 ps, off: 30 ps}");
    assertThat(mean(pulsed)).isCloseTo(Q * 1.6e-9 / CAPACITY, withinPercentage(0.1));
    assertThat(DriveHeat.times(pulsed).values()).singleElement().satisfies(t -> near(t, 1.6e-9));
  }

  @Test
  void aStepWithoutTimeHasNoHeat() {
    Experiment e = bar("{interface: 0 MW/m^2/K}", "", "time: 0 ns");
    assertThat(DriveHeat.times(e).values()).containsExactly(0.0);
    assertThat(mean(e)).isZero();
  }

  private static void near(double found, double expected) {
    assertThat(found).isCloseTo(expected, withinPercentage(1e-9));
  }

  @Test
  void aStepHasItsOwnAmbientTemperature() {
    Experiment e = bar("{interface: 0 MW/m^2/K}", "", "time: 1 ns, temperature: 385 K");
    HeatForecast f = new DriveCurrents().forecast(e).orElseThrow();
    assertThat(f.mean()).isCloseTo(385 + Q * 1e-9 / CAPACITY, withinPercentage(0.1));
    assertThat(f.highest()).isCloseTo(f.mean(), withinPercentage(0.1));
    Experiment curie = ExperimentFile.with(e, List.of("material.Tc=410 K"));
    assertThat(new DriveCurrents().forecast(curie).orElseThrow().ends()).isPresent();
  }

  /** A region over the whole bar has its own resistivity, so a third of the heat. */
  @Test
  void regionsHeatByTheirResistivity() {
    String all =
        "{shape: rectangle, centre: [128 nm, 8 nm], size: [256 nm, 16 nm], rho_perp: 0.45 uOhm m}";
    Experiment e =
        ExperimentFile.with(
            bar("{interface: 0 MW/m^2/K}", "", "time: 1 ns"), List.of("regions=[" + all + "]"));
    assertThat(mean(e)).isCloseTo(Q / 3 * 1e-9 / CAPACITY, withinPercentage(0.1));
  }

  /** Towards q t/h with c t/h = 350 ps, and down between two pulses. */
  @Test
  void anInterfaceCools() {
    Experiment e =
        bar("{interface: 100 MW/m^2/K}", "", "time: 2.5 ns, pulse: {on: 1 ns, off: 0.5 ns}");
    double tau = 350e-12;
    double first = -Math.expm1(-1e-9 / tau);
    double second = first * Math.exp(-1.5e-9 / tau) + first;
    double most = Q * 10e-9 / 1e8;
    // the steps of a stretch double; each is exact for an even film
    assertThat(mean(e)).isCloseTo(most * second, withinPercentage(0.1));
    HeatForecast f = new DriveCurrents().forecast(e).orElseThrow();
    assertThat(f.time()).isCloseTo(2.5e-9, withinPercentage(0.1));
    assertThat(f.highest() - 300).isCloseTo(most * second, withinPercentage(0.1));
  }

  /**
   * Between two sinks the rise is a parabola, q l^2/(8 kappa) in its middle; with an interface a
   * cosh of the length sqrt(kappa t/h).
   */
  @ParameterizedTest
  @CsvSource({"0, 30", "1, 30", "100, 30", "100, 3"})
  void heatSinksCool(double interface_, double kappa) {
    Experiment e =
        bar(
            "{interface: %s MW/m^2/K, conductivity: %s W/m/K}".formatted(interface_, kappa),
            ", heat_sink: on",
            "time: 1 ns");
    FilmTemperature film = HeatForecast.steady(e, heat(e), Parallel.SERIAL);
    double l = 252e-9; // between the centres of the cells that are held
    double decay = Math.sqrt(kappa * 10e-9 / (1e6 * interface_));
    double middle =
        interface_ == 0
            ? Q * l * l / (8 * kappa)
            : Q * 10e-9 / (1e6 * interface_) * (1 - 1 / Math.cosh(l / 2 / decay));
    // the middle of a cell is 2 nm beside that of the bar, and cells are 1/4 of the decay at most
    assertThat(film.highest() - 300).isCloseTo(middle, withinPercentage(0.5));
    // the run to the end of time
    Experiment whole =
        bar(
            "{interface: %s MW/m^2/K, conductivity: %s W/m/K}".formatted(interface_, kappa),
            ", heat_sink: on",
            "time: 1 us");
    assertThat(new DriveCurrents().forecast(whole).orElseThrow().highest() - 300)
        .isCloseTo(film.highest() - 300, withinPercentage(2));
  }

  /**
   * A hole of one cell, in the middle, keeps the forecast from joining cells. The longer a drive is
   * on, the wider its heat spreads, but not beyond sqrt(kappa t/h) = 77 nm with the interface.
   */
  @ParameterizedTest
  @CsvSource({
    "'time: 6 ns, pulse: {on: 1 ns, off: 1 ns}', 100",
    "time: 90 ns, 100",
    "time: 90 ns, 0"
  })
  void cellsAreJoinedWithoutLossOfThePeak(String train, double interface_) {
    HeatForecast joined = ofSquare(train, interface_, List.of());
    HeatForecast single =
        ofSquare(
            train,
            interface_,
            List.of(
                "film.mask=[{shape: rectangle, centre: [126 nm, 126 nm], size: [4 nm, 4 nm]}]"));
    assertThat(joined.highest() - 300).isGreaterThan(40);
    // joined cells are 8 nm; the hole is 1/4096 of the film
    assertThat(joined.highest() - 300).isCloseTo(single.highest() - 300, withinPercentage(0.3));
    assertThat(joined.highest() - joined.mean())
        .isCloseTo(single.highest() - single.mean(), withinPercentage(3));
    assertThat(joined.mean() - 300).isCloseTo(single.mean() - 300, withinPercentage(0.3));
  }

  private static HeatForecast ofSquare(String train, double interface_, List<String> more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "film={size: [256 nm, 256 nm], cell: 4 nm, thickness: 20 nm}",
                "heat={interface: %s MW/m^2/K}".formatted(interface_),
                "electrodes={layout: corners, radius: 60 nm}",
                "protocol=[{train: {pattern: \"+-+-\", voltage: 20 mV, %s}}]".formatted(train)));
    settings.addAll(more);
    return new DriveCurrents().forecast(ExperimentFile.parse("", "x", settings)).orElseThrow();
  }

  /**
   * A drive that stays on in a film whose resistance rises by c a kelvin: at a voltage T (1 + c T)
   * is the rise T0 of a film without c, at a current T is T0/(1 - c T0), and none of c T0 above 1.
   * The words have two digits.
   */
  @Test
  void theResistanceOfAWarmFilmCounts() {
    Experiment e =
        bar(
            "{interface: 20 MW/m^2/K}",
            "",
            "time: 1 ns",
            "material.temperature_coefficient=0.01 1/K");
    double c = 0.01;
    double first = Q * 10e-9 / 20e6;
    DriveHeat voltage = heat(e);
    double rise = (Math.sqrt(1 + 4 * c * first) - 1) / (2 * c);
    assertThat(leftOn(voltage, e)).isCloseTo(rise, withinPercentage(5));
    assertThat(rise).isLessThan(0.8 * first);
    DriveHeat current = byCurrent(voltage).times(Math.sqrt(0.5 / c / first));
    assertThat(leftOn(current, e)).isCloseTo(0.5 / c / (1 - 0.5), withinPercentage(5));
    assertThat(HeatForecast.words(current.times(Math.sqrt(2.1)), e)).startsWith("more and more");
  }

  private static DriveHeat byCurrent(DriveHeat d) {
    return new DriveHeat(
        d.mean(), d.drift(), d.largest(), d.power(), d.inContacts(), 1, d.heating(), d.held());
  }

  /** The mean rise of the words [K]. */
  private static double leftOn(DriveHeat drive, Experiment e) {
    return Double.parseDouble(
        HeatForecast.words(drive, e).replaceFirst("^\\+([0-9.]+) K .*", "$1"));
  }
}
