package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import hopfilm.check.ExperimentCheck;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.result.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts of {@code check} beside runs of the same film: docs/reference/check-and-report.md. */
class ForecastTest {

  private static final String FILM =
      """
      film: {size: [96 nm, 80 nm], cell: 4 nm, thickness: 20 nm}
      material: {amr: 8 %}
      heat: {interface: 100 MW/m^2/K}
      electrodes: {layout: corners, radius: 24 nm}
      initial: {texture: uniform, relax: 0 ns}
      protocol:
        - train: {pattern: "+-+-", voltage: 25 mV, time: 200 ps, pulse: {on: 60 ps, off: 20 ps}}
        - rest: 20 ps
      output: {table: 10 ps, snapshots: 1 us, formats: [], report: off}
      """;

  @TempDir Path folder;

  private static Study film(String... settings) {
    return ExperimentFile.study(FILM, "film", List.of(settings));
  }

  private static Matcher forecast(Study study, String pattern) {
    String words = ExperimentCheck.of(study, 1).facts().get("film temperature");
    Matcher m = Pattern.compile(pattern).matcher(words);
    assertThat(m.find()).as(words).isTrue();
    return m;
  }

  private Table run(Study study) throws IOException {
    ExperimentRunner.run(study.experiment(), folder, 1, RunListener.NONE);
    return TableReader.read(folder.resolve("table.txt"));
  }

  /** Signals of several courses: their heat is that of their sum at each time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "n1: {sine: 30 mV, frequency: 20 GHz}, n3: {pulses: 20 mV, on: 10 ps, off: 30 ps}",
        "n1: {sine: 40 mV, frequency: 20 GHz}, n2: {sine: 40 mV, frequency: 10 GHz},"
            + " n3: {sine: 40 mV, frequency: 5 GHz}, n4: {sine: 40 mV, frequency: 2.5 GHz}",
        "n1: {samples: [1, -1, 1, 1, -1, 1, -1, -1], every: 50 ps, scale: 30 mV},"
            + " n2: {samples: [1, 1, -1, 1, -1, -1, 1, -1], every: 50 ps, scale: 30 mV},"
            + " n3: 0 mV, n4: {samples: [1, -1, -1, 1, 1, 1, -1, -1], every: 50 ps, scale: 30 mV}",
        // a thousand moments evenly spread are all at zeros of this sine
        "n1: {sine: 30 mV, frequency: 2500 GHz}, n3: 10 mV",
      })
  void severalSignalsHeatAsForecast(String signals) throws IOException {
    Study study = film("protocol=[{drive: {time: 400 ps, voltages: {%s}}}]".formatted(signals));
    Matcher said = forecast(study, "^([0-9.]+) K on average .*, ([0-9.]+) K in the");
    Table table = run(study);
    double[] means = table.column("T_mean");
    double last = means[means.length - 1] - 300;
    double most = Arrays.stream(table.column("T_max")).max().orElseThrow() - 300;
    // digits, and the difference of a film along z from one under current
    assertThat(Double.parseDouble(said.group(1)) - 300).isCloseTo(last, within(0.5 + 0.1 * last));
    assertThat(Double.parseDouble(said.group(2)) - 300).isCloseTo(most, within(0.5 + 0.15 * most));
  }

  /** The end of each film's last pulse, at 200 ps, where it is as hot as ever. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "train.voltage=30 mV",
        "electrodes.heat_sink=on",
        "heat={interface: 0 MW/m^2/K}",
        "heat={interface: 0 MW/m^2/K} & electrodes.heat_sink=on",
        "heat={interface: 300 MW/m^2/K, substrate: SiO2} & electrodes.heat_sink=on",
        "material.Ku2=100 kJ/m^3",
        "material.Kc1=50 kJ/m^3",
        "regions=[{shape: rectangle, centre: [20 nm, 40 nm], size: [40 nm, 80 nm], Ku: 400 kJ/m^3}]",
        "grains={size: 20 nm, spread: {Ku: 10 %}}",
        "film.layers=2",
        "train.temperature=350 K",
        "train.ramp=15 ps",
        "material.temperature_coefficient=0.006 1/K & electrodes.resistance=5 Ohm",
        "material.amr=150 % & initial={texture: maze, relax: 400 ps}",
      })
  void filmsGetAsHotAsForecast(String settings) throws IOException {
    Study study = film(settings.split(" & "));
    Matcher said =
        forecast(study, "^([0-9.]+) K on average when the last current ends, ([0-9.]+) K in the");
    Table table = run(study);
    double[] t = table.column("t");
    double end = t[t.length - 1] - 20e-12;
    int row = 0;
    while (t[row] < end - 1e-13) {
      row++;
    }
    double mean = table.column("T_mean")[row] - 300;
    double hottest = table.column("T_max")[row] - 300;
    assertThat(mean).isGreaterThan(10);
    // rounded to kelvins of some 30 K; how a maze conducts is a mean
    double share = settings.contains("maze") ? 15 : 6;
    assertThat(Double.parseDouble(said.group(1)) - 300).isCloseTo(mean, withinPercentage(share));
    assertThat(Double.parseDouble(said.group(2)) - 300).isCloseTo(hottest, withinPercentage(share));
  }

  @Test
  void aRunEndsAtItsCurieTemperatureWhenForecast() throws IOException {
    Study study = film("material.Tc=360 K", "train.voltage=12 mV", "train.time=400 ps");
    Matcher said = forecast(study, "a cell reaches 342 K, 0.95 Tc, after about ([0-9.]+) ps or");
    assertThat(ExperimentCheck.of(study, 1).verdict())
        .startsWith("unphysical: the current heats a cell to 342 K");
    double[] t = run(study).column("t");
    // rows are 10 ps apart
    assertThat(1e12 * t[t.length - 1])
        .isCloseTo(Double.parseDouble(said.group(1)), within(0.2e12 * t[t.length - 1] + 10));
  }

  /** What the current warmed the film by stays, and then leaves it. */
  @Test
  void aFilmIsHottestWhenAStepBringsItToAHigherTemperature() throws IOException {
    Study study = film("rest={time: 20 ps, temperature: 400 K}");
    Matcher said = forecast(study, "([0-9.]+) K in the hottest cell at about 200 ps");
    Table table = run(study);
    double before = table.column("T_max")[20];
    assertThat(table.column("t")[20]).isCloseTo(200e-12, within(1e-24));
    double hottest = SmallFilm.summary(folder).path("heat").path("T_max").asDouble();
    assertThat(hottest).isCloseTo(before + 100, within(1e-9));
    assertThat(SmallFilm.summary(folder).path("heat").path("time").asDouble())
        .isCloseTo(200e-12, within(1e-24));
    assertThat(Double.parseDouble(said.group(1)) - 300)
        .isCloseTo(hottest - 300, withinPercentage(6));
    for (double later : Arrays.copyOfRange(table.column("T_max"), 21, 23)) {
      assertThat(later).isBetween(400.0, hottest);
    }
  }

  @Test
  void aStepWhoseTemperatureIsTooHighEndsTheRunAtItsStart() throws IOException {
    Study study = film("rest={time: 20 ps, temperature: 500 K}", "material.Tc=560 K");
    forecast(study, "a cell reaches 532 K, 0.95 Tc, after about 200 ps");
    RunResult r = ExperimentRunner.run(study.experiment(), folder, 1, RunListener.NONE);
    assertThat(r.end().message()).contains("Curie");
    assertThat(r.end().status()).isEqualTo(RunStatus.FAILED);
    double[] t = TableReader.read(folder.resolve("table.txt")).column("t");
    assertThat(t[t.length - 1]).isCloseTo(200e-12, within(1e-24));
  }

  /** The section heat does not hide what a film without it is told. */
  @Test
  void aFilmThatGetsTooHotIsUnphysicalWithTheSectionHeatToo() {
    String time = "train.time=5 ns";
    assertThat(ExperimentCheck.of(film(time, "heat={interface: 1 MW/m^2/K}"), 1).verdict())
        .startsWith("unphysical: the current heats the film to about ");
    Study without = ExperimentFile.study(FILM.replaceAll("heat:.*", ""), "film", List.of(time));
    assertThat(ExperimentCheck.of(without, 1).verdict())
        .startsWith("unphysical: the current would warm the film by ");
  }

  /** A drive step of zeros heats nothing, beside one that does. */
  @Test
  void zerosHeatNothing() {
    String train = "{train: {pattern: \"+-+-\", voltage: 25 mV, time: 60 ps}}";
    String zeros = "{drive: {time: 1 ps, voltages: {n1: 0 mV, n3: 0 mV}}}";
    String words = "^([0-9.]+) K on average";
    double alone =
        Double.parseDouble(forecast(film("protocol=[%s]".formatted(train)), words).group(1));
    Matcher both = forecast(film("protocol=[%s, %s]".formatted(zeros, train)), words);
    assertThat(Double.parseDouble(both.group(1))).isEqualTo(alone);
  }

  /**
   * A current that others take to ground heats with the resistance: the film runs away from a
   * temperature that it would have at a voltage.
   */
  @Test
  void aCurrentHeatsMoreAsTheResistanceRises() throws IOException {
    Study study =
        film(
            "film.size=[64 nm, 32 nm]",
            "material={amr: 8 %, rho_perp: 0.2 uOhm m, temperature_coefficient: 0.01 1/K}",
            "heat={interface: 50 MW/m^2/K, capacity: 3 MJ/m^3/K}",
            "electrodes={layout: sides-x}",
            "protocol=[{drive: {time: 1 ns, currents: {left: 0.9 mA}}}]");
    Matcher said = forecast(study, "^([0-9.]+) K on average");
    double[] means = run(study).column("T_mean");
    double rise = means[means.length - 1] - 300;
    assertThat(rise).isGreaterThan(100);
    // the resistance of the next step is that of the last, in steps that double
    assertThat(Double.parseDouble(said.group(1)) - 300).isCloseTo(rise, withinPercentage(15));
  }

  /** Steps end at each row, so rows in quick succession make more of them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 ps, drive: {time: 200 ps, voltages: {n1: 5 mV, n3: -5 mV}}",
        "1.2 ps, drive: {time: 200 ps, voltages: {n1: 5 mV, n3: -5 mV}}",
        "5 ps, drive: {time: 200 ps, voltages: {n1: 5 mV, n3: -5 mV}}",
        "50 ps, drive: {time: 200 ps, voltages: {n1: 5 mV, n3: -5 mV}}",
        "10 ps, drive: {time: 60 ps, voltages: {n1: {sine: 5 mV, frequency: 100 GHz}}}",
        "10 ps, rest: {time: 60 ps, field: {value: [0 mT, 0 mT, 1 mT], shape: sine, frequency: 90 GHz}}",
        "10 ps, field: {value: [0 mT, 0 mT, 1 mT], shape: sine, frequency: 200 GHz, time: 60 ps}",
      })
  void stepsAreAsManyAsForecast(String rowsAndStep) throws IOException {
    String[] parts = rowsAndStep.split(", ", 2);
    Study study = film("output.table=" + parts[0], "protocol=[{%s}]".formatted(parts[1]));
    String words = ExperimentCheck.of(study, 1).facts().get("steps");
    double said = Double.parseDouble(words.replaceAll(" for.*|[^0-9]", ""));
    run(study);
    double steps = SmallFilm.summary(folder).path("steps").asDouble();
    // the current shortens no step here; a last one is cut
    assertThat(said).isCloseTo(steps, withinPercentage(2));
  }
}
