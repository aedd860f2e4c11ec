package hopfilm.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final String TWO_TRAINS =
      """
      protocol:
        - train: {pattern: +-+-, time: 1 ns}
        - repeat: {times: 2, steps: [train: {pattern: ++--, time: 2 ns}]}
        - rest: 1 ns
      sweep:
        train.pattern: [+-+-, +--+]
        initial.seed: [4, 5, 6]
      """;

  private static Experiment read(String... settings) {
    return ExperimentFile.parse(TWO_TRAINS, "two", List.of(settings));
  }

  private static List<String> trained(Experiment e) {
    return e.steps().stream()
        .filter(Step.Train.class::isInstance)
        .map(s -> ((Step.PatternDrive) ((Step.Train) s).drives().get(0)).pattern().text())
        .toList();
  }

  @Test
  void aSettingOfAStepActsOnEverySuchStep() {
    assertThat(trained(read("train.pattern=+---"))).containsExactly("+---", "+---", "+---");
    assertThat(read("train.pattern=+---").sweep())
        .extracting(SweepAxis::key)
        .containsExactly("initial.seed");
  }

  @Test
  void anIndexPicksOneStepAlsoInsideARepeat() {
    assertThat(trained(read("initial.seed=1", "train.pattern=+---", "train[2].pattern=++++")))
        .containsExactly("+---", "++++", "++++");
  }

  @Test
  void theSettingsMeanWhatTheFileWouldMean() {
    Experiment set = read("rest=3 ns", "film.cell=8 nm", "protocol.train.voltage=20 mV");
    Experiment file =
        ExperimentFile.parse(
            TWO_TRAINS
                    .replace("rest: 1 ns", "rest: 3 ns")
                    .replace("time: 1 ns", "time: 1 ns, voltage: 20 mV")
                    .replace("time: 2 ns", "time: 2 ns, voltage: 20 mV")
                + "film: {cell: 8 nm}\n",
            "two",
            List.of());
    assertThat(set).isEqualTo(file);
  }

  @Test
  void aListReplacesTheSweepEntryOfTheSameKeyInItsPlace() {
    assertThat(read("train.pattern=[++--, +++-, +---]").sweep())
        .containsExactly(
            new SweepAxis("train.pattern", List.of("++--", "+++-", "+---")),
            new SweepAxis("initial.seed", List.of("4", "5", "6")));
    assertThat(read("initial.seed=2..3").sweep())
        .containsExactly(
            new SweepAxis("train.pattern", List.of("+-+-", "+--+")),
            new SweepAxis("initial.seed", List.of("2", "3")));
  }

  @Test
  void aSweepOfAllTrainStepsReplacesThatOfOne() {
    Experiment e = read("train[1].pattern=[++--, +---]", "train.pattern=[++++, +---]");
    assertThat(e.sweep())
        .extracting(SweepAxis::key)
        .containsExactly("train.pattern", "initial.seed");
  }

  @Test
  void aListOfAListKeyIsAValueAndAListOfListsASweep() {
    assertThat(read("film.size=[600 nm, 520 nm]").film().nx()).isEqualTo(150);
    assertThat(read("film.size=[[600 nm, 520 nm], [520 nm, 520 nm]]").sweep())
        .contains(new SweepAxis("film.size", List.of("[600 nm, 520 nm]", "[520 nm, 520 nm]")));
  }

  @Test
  void expandsEveryCombinationTheLastKeyFastest() {
    List<SweepRun> runs = ExperimentFile.runs(read("initial.seed=[4, 5]"));
    assertThat(runs)
        .extracting(SweepRun::values)
        .containsExactly(
            Map.of("train.pattern", "+-+-", "initial.seed", "4"),
            Map.of("train.pattern", "+-+-", "initial.seed", "5"),
            Map.of("train.pattern", "+--+", "initial.seed", "4"),
            Map.of("train.pattern", "+--+", "initial.seed", "5"));
    assertThat(runs.get(3).experiment()).isEqualTo(read("train.pattern=+--+", "initial.seed=5"));
    assertThat(runs.get(3).folderName()).isEqualTo("004_train.pattern=+--+_initial.seed=5");
  }

  @Test
  void folderNamesHoldNothingThatAFileSystemRefuses() {
    List<SweepRun> runs =
        ExperimentFile.runs(
            ExperimentFile.parse("", "x", List.of("material.D=[2.86 mJ/m^2, 6.5 mA]")));
    assertThat(runs.get(0).folderName()).isEqualTo("001_material.D=2.86mJ-m2");
  }

  @Test
  void setsAnElectrodeOfAList() {
    String list =
        """
        electrodes:
          - {name: a, shape: disc, centre: [0 nm, 0 nm], radius: 40 nm}
          - {name: b, shape: disc, centre: [512 nm, 0 nm], radius: 40 nm}
        protocol: [measure: a]
        """;
    Experiment e = ExperimentFile.parse(list, "x", List.of("electrodes[2].radius=50 nm"));
    assertThat(((ElectrodesSpec.Listed) e.electrodes()).entries().get(1).outline())
        .isEqualTo(new Outline.Disc(512e-9, 0, 50e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "film.cel=4nm | film.cel: unknown key; did you mean cell?",
        "film.cell | write key=value",
        "film.cell= | no value",
        "film.cell=4 | film.cell: 4 has no unit",
        "trian.pattern=+-+- | unknown key; did you mean train?",
        "train.time=1 nm | is a length; expected a time",
        "train[0].pattern=+-+- | counted from 1",
        "train[9].pattern=+-+- | the protocol has 2 train steps",
        "film[1].cell=4 nm | film is not a list",
        "retrieve.gain=1 | the protocol has no retrieve step",
        "film.cell.x=4 nm | film.cell is a value and has no keys below it",
        "temperature=300 K | not available yet",
        "train.currents=[1 mA] | not available yet",
        "sweep.train.pattern=[+-+-] | unknown key",
        "initial.seed=[] | the list is empty",
        "initial.seed=9..1 | the range must go upwards",
        "electrodes[1].radius=1 nm | has no list of electrodes",
        "film.cell={a | not valid YAML",
        "train.pattern=[+-+-, +] | has 1 signs for 4 electrodes",
      })
  void refusesASettingInOneLine(String setting, String expected) {
    ExperimentException e =
        catchThrowableOfType(ExperimentException.class, () -> read(setting.strip()));
    assertThat(e.getMessage()).hasLineCount(1).startsWith("--set ").contains(expected.strip());
  }

  @Test
  void anIndexPicksOnePartOfTheMask() {
    String yaml =
        """
        film:
          mask:
            - {shape: disc, centre: [100 nm, 100 nm], radius: 40 nm}
            - {shape: disc, centre: [300 nm, 300 nm], radius: 40 nm}
        """;
    Experiment e =
        ExperimentFile.parse(
            yaml, "x", List.of("film.mask[2].radius=[50 nm, 60 nm]", "film.mask[1].keep=outside"));
    assertThat(e.sweep())
        .containsExactly(new SweepAxis("film.mask[2].radius", List.of("50 nm", "60 nm")));
    assertThat(ExperimentFile.runs(e).get(1).experiment().film().mask())
        .extracting(FilmSpec.Cut::outline)
        .containsExactly(
            new Outline.Disc(100e-9, 100e-9, 40e-9), new Outline.Disc(300e-9, 300e-9, 60e-9));
  }

  @Test
  void aSettingReachesTheKeysOfAPulse() {
    Experiment e =
        ExperimentFile.parse(
            "protocol: [train: {pattern: +-+-, pulse: {on: 1 ns, off: 1 ns}}]",
            "x",
            List.of("train.pulse.off=3 ns"));
    assertThat(((Step.Train) e.steps().get(0)).schedule().off()).isEqualTo(3e-9);
  }
}
