package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of wired films before a run. */
class WiredForecastTest {

  private static final String FILM =
      """
      film: {size: [4096 nm, 4096 nm], cell: 8 nm}
      material: {Ku: 172 kJ/m^3, D: 6.5 mA, rho_perp: 0.24 uOhm m}
      electrodes: {wired: {grid: 8x8, neurons: 8, signs: both}, radius: 138 nm, margin: 256 nm}
      initial: {texture: maze, relax: 1 ns}
      protocol:
        - train: {patterns: ["-+++--+-", "--+++--+"], voltage: 96 mV, slot: 3 ns, until: verified}
      network: {reference: untrained, self_term: zero}
      """;

  private static Optional<String> words(String... settings) {
    Experiment e = ExperimentFile.parse(FILM, "wired", List.of(settings));
    return WiredForecast.words(e);
  }

  /** Of films like these, trained until verified, 50 of 50 held both. */
  @Test
  void saysHowManyFilmsHold() {
    String words = words().orElseThrow();
    assertThat(words)
        .matches(
            "2\\d of 30 drawn films hold both, with 0.\\d of 16 signs unstable on average; .*");
  }

  /** Two contacts each are too few. */
  @Test
  void fewContactsHoldHardlyAny() {
    assertThat(words("film.size=[2048 nm, 2048 nm]", "electrodes.wired.grid=4x4").orElseThrow())
        .matches("[01] of 30 .*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "film.size=[3072 nm, 3072 nm] | contacts along x apart by 512 nm, not 365.7 nm",
        "film.size=[4096 nm, 6144 nm] | contacts along y apart by 512 nm, not 804.6 nm",
        "train.voltage=38.4 mV | a voltage of 96 mV, not 38.4 mV",
        "electrodes.radius=100 nm | contacts of a radius of 138 nm, not 100 nm",
        "material.rho_perp=0.15 uOhm m | a resistivity of 240 nOhm m, not 150 nOhm m",
        "material.Ku=480 kJ/m^3 | Ku 172 kJ/m^3, not 480 kJ/m^3",
        "material.amr=2 % | amr 1.5, not 0.02",
        "material.dmi=interfacial | bulk DMI",
        "train.show=first | shown each pattern",
        "train.drive=sum-and-difference | shown each pattern",
        "network.reference=saturated | reference untrained",
        "film.demag=on | without stray and Oersted field",
        "film.oersted=on | without stray and Oersted field",
        "temperature=300 K | at 0 K",
        "pinning={density: 500 1/um^2, radius: 8 nm, frozen: true} | without stray and Oersted field",
        "train.field={value: [0 T, 0 T, 0.1 T], shape: constant} | applied fields",
        "protocol=[{rest: {time: 1 ns, field: {value: [0 T, 0 T, 0.1 T]}}}, {train: {patterns: [\"-+++--+-\", \"--+++--+\"], voltage: 96 mV, slot: 3 ns, time: 36 ns, until: verified}}] | applied fields",
        "material.spin_orbit={damping_like: 0.1, field_like: 0} | spin-orbit torque",
        "material.hall_angle=1 deg | Hall currents",
        "train.slot=1 ns | blocks of 3 ns, not 1 ns",
        "train.pulse={on: 0.7 ns, off: 1 ns} | pulses of 2 ns, not 700 ps",
        "film.layers=2 | mazes of one layer",
        "initial.texture=helix | mazes of one layer",
      })
  void saysInWhatAFilmDiffersFromThoseMeasured(String setting, String difference) {
    assertThat(words(setting).orElseThrow()).startsWith("none: ").contains(difference);
  }

  /** Heat counts where the material knows of it; the torque does not know the thickness. */
  @Test
  void aWarmFilmIsAnotherOneWhereItsMaterialChanges() {
    String cool = words().orElseThrow();
    assertThat(words("film.thickness=20 nm", "heat.substrate=MgO").orElseThrow()).isEqualTo(cool);
    assertThat(words("heat.substrate=MgO", "material.Tc=1400 K").orElseThrow())
        .contains("does not change as they warm");
  }

  @Test
  void filmsThatCurrentsDriveWereNotMeasured() {
    Experiment e =
        ExperimentFile.parse(
            FILM.replace("voltage: 96 mV", "current: 100 mA"),
            "wired",
            List.of("electrodes.drive=current"));
    assertThat(WiredForecast.words(e).orElseThrow()).contains("that voltages drive");
  }

  @Test
  void saysOfWhatItWasMeasuredWhereThereAreMore() {
    List<String> three = new ArrayList<>();
    three.add("train.patterns=[\"-+++--+-\", \"--+++--+\", \"-+-++-+-\"]");
    assertThat(words(three.toArray(String[]::new)).orElseThrow())
        .startsWith("by films of two patterns: ")
        .contains("hold all 3")
        .contains("too much for three: films held two");
  }

  /** Without inverters, and without wires, nothing is known and nothing said. */
  @Test
  void saysNothingOfOtherElectrodes() {
    assertThat(words("electrodes.wired.signs=plain")).isEmpty();
  }
}
