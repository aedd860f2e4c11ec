package hopfilm.file;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.transport.Electrode;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyTest {

  private static Study study(String... settings) {
    return ExperimentFile.study("", "film", List.of(settings));
  }

  /** In some of these sweeps a default follows from the swept key, so that runs differ in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "initial.seed=1..3",
        "initial.texture=[maze, uniform, helix]",
        "numerics.integrator=[dopri5, rk4]",
        "network.reference=[untrained-mean, untrained, scaled]",
        "electrodes.radius=[100 nm, 154 nm]",
        "train.until=[time, verified]",
        "film.size=[[600 nm, 520 nm], [520 nm, 520 nm]]",
        "film.size=[[512 nm, 512 nm], [256 nm, 300 nm]]",
        "film.size[2]=[256 nm, 300 nm]",
        "material.axis[1]=[0, 0.5]",
        "material.D=[2.86 mJ/m^2, 6.5 mA]"
      })
  void aSweepThatIsWrittenReadsBackWithTheSameRuns(String setting) {
    Study sweep = study(setting);
    Study back = ExperimentFile.study(ExperimentFile.write(sweep), "another name", List.of());
    assertThat(back.runs()).isEqualTo(sweep.runs());
    assertThat(back).isEqualTo(sweep);
    assertThat(ExperimentFile.write(back)).isEqualTo(ExperimentFile.write(sweep));
    assertThat(ExperimentValues.of(back)).isEqualTo(ExperimentValues.of(sweep));
  }

  private static List<List<Double>> voltages(Study study) {
    return study.runs().stream()
        .map(
            r ->
                r.experiment().protocol().stream()
                    .filter(Step.Train.class::isInstance)
                    .map(s -> ((Step.Train) s).amplitude(Electrode.Drive.VOLTAGE))
                    .toList())
        .toList();
  }

  /** A later setting of one step counts beside a sweep over all, whoever swept, also read back. */
  @Test
  void aStepThatIsSetAfterASweepOverAllKeepsItsValue() {
    String all = "train.voltage=[10 mV, 20 mV]";
    String protocol = "protocol=[train: {pattern: \"+-+-\"}, train: {pattern: \"++--\"}]";
    List<List<Double>> expected = List.of(List.of(0.03, 0.01), List.of(0.03, 0.02));
    Study set = study(protocol, all, "train[1].voltage=30 mV");
    assertThat(voltages(set)).isEqualTo(expected);
    Study back = ExperimentFile.study(ExperimentFile.write(set), "film", List.of());
    assertThat(voltages(back)).isEqualTo(expected);
    Study file =
        ExperimentFile.study(
            "sweep: {train.voltage: [10 mV, 20 mV]}",
            "film",
            List.of(protocol, "train[1].voltage=30 mV"));
    assertThat(voltages(file)).isEqualTo(expected);
    Study zipped =
        ExperimentFile.study(
            "sweep: {zip: {train.voltage: [10 mV, 20 mV], initial.seed: [1, 2]}}",
            "film",
            List.of(protocol, "train[1].voltage=30 mV"));
    assertThat(voltages(zipped)).isEqualTo(expected);
    // the order of keys in a sweep is that of its runs alone
    Study narrowFirst =
        ExperimentFile.study(
            "sweep: {\"train[1].voltage\": [30 mV, 40 mV], train.voltage: [10 mV, 20 mV]}",
            "film",
            List.of(protocol));
    assertThat(voltages(narrowFirst))
        .containsExactly(
            List.of(0.03, 0.01), List.of(0.03, 0.02), List.of(0.04, 0.01), List.of(0.04, 0.02));
    assertThat(voltages(study(protocol, "train[1].voltage=30 mV", all)))
        .containsExactly(List.of(0.01, 0.01), List.of(0.02, 0.02));
    List<Double> alphas =
        study("initial.relax=[1 ns, 2 ns]", "initial.relax.alpha=0.2").runs().stream()
            .map(r -> r.experiment().initial().relaxAlpha())
            .toList();
    assertThat(alphas).containsExactly(0.2, 0.2);
  }

  /** Where the later setting leaves a swept key without effect, it replaces the sweep. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train.voltage=[10 mV, 20 mV]|train[1].voltage=30 mV",
        "initial.relax=[1 ns, 2 ns]|initial.relax.time=3 ns",
        "film.size=[[256 nm, 256 nm], [512 nm, 256 nm]]|film.size[1]=300 nm",
      })
  void aLaterSettingOfTheOnlyStepReplacesASweep(String sweep, String setting) {
    assertThat(study(sweep, setting)).isEqualTo(study(setting));
  }

  @Test
  void anAxisMayBeOneComponent() {
    Study field =
        ExperimentFile.study(
            """
            protocol:
              - relax: {time: 1 ns, field: {value: [1 mT, 2 mT, 3 mT]}}
              - field: {value: [0 T, 0 T, 1 T], time: 1 ns}
            sweep:
              relax.field.value[3]: [0 mT, 100 mT]
              film.size[1]: [256 nm, 400 nm]
            """,
            "field",
            List.of("relax.field.value[2]=5 mT", "field.value[1]=7 mT"));
    List<List<Double>> values =
        field.runs().stream()
            .map(r -> ((Step.Relax) r.experiment().protocol().get(0)).field().orElseThrow())
            .map(f -> f.source().value().orElseThrow())
            .toList();
    double tesla = 1 / (4e-7 * Math.PI);
    Offset<Double> rounding = Offset.offset(1e-9 * tesla);
    assertThat(values).hasSize(4);
    assertThat(values.get(2).get(0)).isCloseTo(1e-3 * tesla, rounding);
    assertThat(values.get(2).get(1)).isCloseTo(5e-3 * tesla, rounding);
    assertThat(values.get(0).get(2)).isZero();
    assertThat(values.get(2).get(2)).isCloseTo(0.1 * tesla, rounding);
    assertThat(field.runs().get(1).experiment().film().size()).containsExactly(400e-9, 512e-9);
    Step.Field second = (Step.Field) field.experiment().protocol().get(1);
    assertThat(second.source().value().orElseThrow().get(0)).isCloseTo(7e-3 * tesla, rounding);
    assertThat(second.source().value().orElseThrow().get(2)).isCloseTo(tesla, rounding);
  }

  /** 154/512 of the shorter side; what the default fits keeps it to the bit. */
  @Test
  void contactsOfASmallFilmAreInProportion() {
    assertThat(radius("film.size=[400 nm, 300 nm]"))
        .isCloseTo(154e-9 * 300 / 512, Offset.offset(1e-21));
    assertThat(radius("film.size=[308 nm, 308 nm]"))
        .isCloseTo(154e-9 * 308 / 512, Offset.offset(1e-21));
    assertThat(radius("film.size=[312 nm, 312 nm]")).isEqualTo(154e-9);
    assertThat(radius("film.size=[2 um, 2 um]")).isEqualTo(154e-9);
    assertThat(radius("seed=1")).isEqualTo(154e-9);
  }

  private static double radius(String setting) {
    return ((ElectrodesSpec.Corners) study(setting).experiment().electrodes()).radius();
  }

  @Test
  void eachRunIsThatOfAFileWithItsValues() {
    Study sweep = study("initial.texture=[maze, uniform]", "numerics.integrator=[dopri5, rk4]");
    for (SweepRun run : sweep.runs()) {
      String[] settings =
          run.values().entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .toArray(String[]::new);
      assertThat(run.experiment()).isEqualTo(study(settings).experiment());
    }
    // a uniform film is not relaxed where nothing is said of it
    assertThat(sweep.runs().get(2).experiment().initial().relaxTime()).isZero();
  }

  @Test
  void otherValuesLeaveTheSweepAndEndTheSearch() {
    Study study =
        study(
            "initial.seed=1..2",
            "optimise={maximise: margin, parameters: {train.voltage: [20 mV, 60 mV]}}");
    Study other = study.with(Map.of("train.voltage", "30 mV"));
    assertThat(other).isEqualTo(study("initial.seed=1..2", "train.voltage=30 mV"));
    assertThat(study.optimise()).isNotNull();
  }

  @Test
  void otherContactsLeaveTheProtocolAsItIs() {
    Experiment now = study().experiment().withProtocol(List.of(new Step.Rest(1e-9)));
    Experiment nine =
        ExperimentFile.with(now, List.of("electrodes={grid: 3x3, radius: 20 nm, margin: 60 nm}"));
    assertThat(nine.electrodes().count()).isEqualTo(9);
    assertThat(nine.protocol()).isEqualTo(now.protocol());
  }
}
