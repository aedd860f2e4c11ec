package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.parallel.Parallel;
import hopfilm.units.Constants;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadCurrentTest {

  /**
   * 400 nm x 200 nm x 20 nm of 0.15 uOhm m, contacts at its ends: 15 Ohm, j the same everywhere.
   */
  private static final String BAR =
      """
      film: {size: [400 nm, 200 nm], cell: 10 nm, thickness: 20 nm}
      material: {Ms: 700 kA/m, P: 0.5, rho_perp: 0.15 uOhm m}
      electrodes: {layout: sides-x}
      initial: {texture: uniform}
      protocol: [{train: {pattern: "+-", time: 1 ns}}]
      """;

  private static Experiment bar(String more) {
    return ExperimentFile.study(BAR + more, "bar", List.of()).experiment();
  }

  private static ReadCurrent of(String more, double warming) {
    return ReadCurrent.of(bar(more), warming, 1, Parallel.SERIAL).orElseThrow();
  }

  @Test
  void aBarInClosedForm() {
    ReadCurrent c = of("heat: {interface: 100 MW/m^2/K}\n", 1);
    assertThat(c.lowest()).isCloseTo(15, within(1e-6));
    assertThat(c.highest()).isCloseTo(15, within(1e-6));
    // u = muB P j/(e Ms), j = I/(200 nm 20 nm)
    double j = c.byDrift() / (200e-9 * 20e-9);
    double u = Constants.MUB * 0.5 * j / (Constants.E * 700e3);
    assertThat(u).isCloseTo(c.velocity(), within(1e-6 * u));
    // I^2 R over the interface of 400 nm x 200 nm; after 32 steps 0.8^32 of the rise is missing
    double rise = c.byHeat() * c.byHeat() * 15 / (1e8 * 400e-9 * 200e-9);
    assertThat(rise).isCloseTo(1, within(2e-3));
    assertThat(of("heat: {interface: 100 MW/m^2/K}\n", 4).byHeat())
        .isCloseTo(2 * c.byHeat(), within(1e-9));
    assertThat(c.condition()).isEmpty();
    assertThat(c.limit()).startsWith("a drift velocity of ").contains("; 1 K of warming would");
  }

  /** A bar that repeats across the current carries it as one that ends. */
  @Test
  void periodicEdges() {
    ReadCurrent open = of("heat: {interface: 100 MW/m^2/K}\n", 1);
    String edges = "20 nm, edges: periodic-y}";
    Experiment bar =
        ExperimentFile.study(BAR.replace("20 nm}", edges), "bar", List.of()).experiment();
    ReadCurrent none = ReadCurrent.of(bar, 1, 1, Parallel.SERIAL).orElseThrow();
    assertThat(none.byDrift()).isCloseTo(open.byDrift(), within(1e-6 * open.byDrift()));
    assertThat(none.lowest()).isCloseTo(15, within(1e-6));
    // on MgO, without the section heat, at another interface: as the open film there
    ReadCurrent usual = of("", 1);
    assertThat(none.byHeat()).isCloseTo(usual.byHeat(), within(1e-6 * usual.byHeat()));
  }

  @Test
  void threadsChangeNoBit() {
    Experiment bar = bar("heat: {substrate: MgO}\n");
    try (Parallel three = Parallel.of(3)) {
      assertThat(ReadCurrent.of(bar, 1, 1, three))
          .isEqualTo(ReadCurrent.of(bar, 1, 1, Parallel.SERIAL));
    }
  }

  /** On MgO, whose own warming is added; and what a film without polarisation is limited by. */
  @Test
  void withoutHeatAndWithoutTorque() {
    ReadCurrent c = of("", 1);
    assertThat(c.condition().orElseThrow()).contains("MgO");
    assertThat(c.byHeat()).isLessThan(of("heat: {interface: 100 MW/m^2/K}\n", 1).byHeat());
    Experiment still =
        ExperimentFile.study(BAR.replace("P: 0.5", "P: 0"), "bar", List.of()).experiment();
    ReadCurrent hot = ReadCurrent.of(still, 1, 1, Parallel.SERIAL).orElseThrow();
    assertThat(hot.byDrift()).isInfinite();
    assertThat(hot.current()).isCloseTo(hot.byHeat(), within(0.0));
    assertThat(hot.limit())
        .startsWith("1 K of warming (as if on MgO: no heat)")
        .doesNotContain(";");
    // no heat leaves: I^2 R over the heat capacity of the bar, for a reading of one second
    ReadCurrent insulated = of("heat: {interface: 0 W/m^2/K}\n", 1);
    double volume = 400e-9 * 200e-9 * 20e-9;
    assertThat(insulated.current())
        .isCloseTo(Math.sqrt(3.5e6 * volume / 15), within(1e-3 * insulated.current()));
    assertThat(insulated.limit())
        .startsWith("1 K of warming (in a reading of 1 s: no heat leaves)");
  }

  /** The drift velocity goes as the current, the warming as its square. */
  @Test
  void aCurrentAboveTheLimit() {
    ReadCurrent c = of("heat: {interface: 100 MW/m^2/K}\n", 1);
    assertThat(c.velocityAt(2 * c.byDrift())).isCloseTo(2 * c.velocity(), within(1e-9));
    assertThat(c.warmingAt(2 * c.byHeat())).isCloseTo(4, within(1e-9));
    assertThat(c.warning(c.current())).isEmpty();
    // the table of docs/howto/read-a-film.md at 2.5 m/s and 10 m/s, and beyond its end
    assertThat(c.warning(4 * c.byDrift()).orElseThrow())
        .contains(" moves about 8 % of the training");
    assertThat(c.warning(10 * c.byDrift()).orElseThrow()).contains(" moves about 20 % ");
    assertThat(c.warning(80 * c.byDrift()).orElseThrow()).contains(" moves more than 71 % ");
    ReadCurrent hot = of("heat: {interface: 100 MW/m^2/K}\n", 1e-6);
    assertThat(hot.warning(2 * hot.current()).orElseThrow()).endsWith("warm by less than 1 uK");
  }

  /** 2 Ohm that scatter by 1 %: sqrt 2 I 20 mOhm beside the drift. */
  @Test
  void theForecastKnowsContacts() {
    String ideal = ReadForecast.words(bar("")).orElseThrow();
    Experiment touched =
        ExperimentFile.study(
                BAR.replace("layout: sides-x", "layout: sides-x, resistance: 2 Ohm"),
                "bar",
                List.of())
            .experiment();
    String words = ReadForecast.words(touched).orElseThrow();
    double current = ReadCurrent.of(touched, 1, 1, Parallel.SERIAL).orElseThrow().current();
    double scatter = Math.sqrt(2) * current * 0.02;
    assertThat(ideal).doesNotContain("% of contacts");
    assertThat(words)
        .contains("1 % of contacts " + Quantity.format(scatter, Dimension.VOLTAGE, 2) + ", noise");
    assertThat(ratio(words)).isLessThan(ratio(ideal));
  }

  private static double ratio(String words) {
    return Double.parseDouble(words.replaceFirst(".*signal to noise about ([0-9.]+).*", "$1"));
  }

  @Test
  void theForecastOfAFilmThatTrains() {
    assertThat(ReadForecast.words(bar("")).orElseThrow())
        .contains(
            " through 15 Ohm to 15 Ohm training moves up to about ", "signal to noise about ");
    Experiment idle =
        ExperimentFile.study(
                BAR.replaceAll("protocol:.*", "protocol: [{rest: 1 ns}]"), "bar", List.of())
            .experiment();
    assertThat(ReadForecast.words(idle)).isEmpty();
  }
}
