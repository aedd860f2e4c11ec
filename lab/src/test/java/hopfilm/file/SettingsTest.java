package hopfilm.file;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.ListedElectrodes;
import hopfilm.experiment.Outline;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepAxis;
import hopfilm.experiment.SweepRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static Study study(String... settings) {
    return ExperimentFile.study(Corpus.TWO_TRAINS, "two", List.of(settings));
  }

  private static Experiment read(String... settings) {
    return study(settings).experiment();
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
    assertThat(study("train.pattern=+---").sweep())
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
    Study set = study("rest=3 ns", "film.cell=8 nm", "protocol.train.voltage=20 mV");
    Study file =
        ExperimentFile.study(
            Corpus.TWO_TRAINS
                    .replace("rest: 1 ns", "rest: 3 ns")
                    .replace("time: 1 ns", "time: 1 ns, voltage: 20 mV")
                    .replace("time: 2 ns", "time: 2 ns, voltage: 20 mV")
                + "film: {cell: 8 nm}\n",
            "two",
            List.of());
    assertThat(set).isEqualTo(file);
  }

  /** Keys under zip have their first, second, ... values together, the other axes run faster. */
  @Test
  void zippedKeysMoveTogether() {
    String yaml =
        """
        sweep:
          film.thickness: [10 nm, 20 nm]
          zip: {train.pattern: ["+-+-", "++--", "+--+"], initial.seed: 7..9}
        """;
    Study study = ExperimentFile.study(yaml, "zip", List.of());
    assertThat(study.runs())
        .extracting(r -> String.join(" ", r.values().values()))
        .containsExactly(
            "+-+- 7 10 nm",
            "+-+- 7 20 nm",
            "++-- 8 10 nm",
            "++-- 8 20 nm",
            "+--+ 9 10 nm",
            "+--+ 9 20 nm");
    assertThat(study.runs().get(3).experiment().initial().seed()).isEqualTo(8);
    assertThat(trained(study.runs().get(3).experiment())).containsExactly("++--");
    Study again = ExperimentFile.study(ExperimentFile.writeWhole(study), "zip", List.of());
    assertThat(again).isEqualTo(study);
    assertThat(ExperimentFile.study(yaml, "zip", List.of("initial.seed=1..3")).runs())
        .extracting(r -> r.values().get("initial.seed"))
        .containsExactly("1", "1", "2", "2", "3", "3");
    assertThat(ExperimentFile.study(yaml, "zip", List.of("initial.seed=4")).runs()).hasSize(6);
    assertThat(ExperimentFile.study(yaml, "zip", List.of("train.pattern=+-+-")).runs())
        .extracting(r -> r.values().get("initial.seed"))
        .containsExactly("7", "7", "8", "8", "9", "9");
  }

  @Test
  void aListReplacesTheSweepEntryOfTheSameKeyInItsPlace() {
    assertThat(study("train.pattern=[++--, +++-, +---]").sweep())
        .containsExactly(
            new SweepAxis("train.pattern", List.of("++--", "+++-", "+---")),
            new SweepAxis("initial.seed", List.of("4", "5", "6")));
    assertThat(study("initial.seed=2..3").sweep())
        .containsExactly(
            new SweepAxis("train.pattern", List.of("+-+-", "+--+")),
            new SweepAxis("initial.seed", List.of("2", "3")));
  }

  @Test
  void aSweepOfAllTrainStepsReplacesThatOfOne() {
    Study e = study("train[1].pattern=[++--, +---]", "train.pattern=[++++, +---]");
    assertThat(e.sweep())
        .extracting(SweepAxis::key)
        .containsExactly("train.pattern", "initial.seed");
  }

  @Test
  void aListOfAListKeyIsAValueAndAListOfListsASweep() {
    assertThat(read("film.size=[600 nm, 520 nm]").film().nx()).isEqualTo(150);
    assertThat(study("film.size=[[600 nm, 520 nm], [520 nm, 520 nm]]").sweep())
        .contains(new SweepAxis("film.size", List.of("[600 nm, 520 nm]", "[520 nm, 520 nm]")));
  }

  @Test
  void expandsEveryCombinationTheLastKeyFastest() {
    List<SweepRun> runs = study("initial.seed=[4, 5]").runs();
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
        ExperimentFile.study("", "x", List.of("material.D=[2.86 mJ/m^2, 6.5 mA]")).runs();
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
    assertThat(((ListedElectrodes) e.electrodes()).entries().get(1).patches().get(0).outline())
        .isEqualTo(new Outline.Disc(512e-9, 0, 50e-9));
  }

  /** Without a number the key is that of each contact that has it, whatever the others are. */
  @Test
  void aRadiusIsSweptOverAllDiscsOfAList() {
    String list =
        """
        electrodes:
          - {name: a, shape: disc, centre: [0 nm, 0 nm], radius: 40 nm}
          - {name: b, shape: rectangle, centre: [512 nm, 256 nm], size: [80 nm, 80 nm]}
          - {name: c, shape: disc, centre: [512 nm, 0 nm], radius: 30 nm}
        protocol: [measure: a]
        """;
    Study swept = ExperimentFile.study(list, "x", List.of("electrodes.radius=[50 nm, 60 nm]"));
    assertThat(swept.runs())
        .extracting(SweepRun::folderName)
        .containsExactly("001_electrodes.radius=50nm", "002_electrodes.radius=60nm");
    List<ListedElectrodes.Entry> last =
        ((ListedElectrodes) swept.runs().get(1).experiment().electrodes()).entries();
    assertThat(last.get(0).patches().get(0).outline()).isEqualTo(new Outline.Disc(0, 0, 60e-9));
    assertThat(last.get(1).patches().get(0).outline()).isNotInstanceOf(Outline.Disc.class);
    assertThat(last.get(2).patches().get(0).outline())
        .isEqualTo(new Outline.Disc(512e-9, 0, 60e-9));
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
    Study e =
        ExperimentFile.study(
            yaml, "x", List.of("film.mask[2].radius=[50 nm, 60 nm]", "film.mask[1].keep=outside"));
    assertThat(e.sweep())
        .containsExactly(new SweepAxis("film.mask[2].radius", List.of("50 nm", "60 nm")));
    assertThat(e.runs().get(1).experiment().film().mask())
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
