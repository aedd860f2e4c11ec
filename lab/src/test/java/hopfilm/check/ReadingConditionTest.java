package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.file.ExperimentFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which readings are warned of as not at rest while what they are compared with is. */
class ReadingConditionTest {

  private static final String TRAIN = "train: {pattern: \"+-+-\", time: 4 ns}";

  private static List<String> warnings(String steps) {
    String protocol =
        steps
            .replace("FIELD", "field: {time: 1 ns, value: [0 mT, 0 mT, 9 mT]}")
            .replace("INJECT", "inject: {time: 1 ns, density: 1e10 A/m^2}")
            .replaceAll("train(?!:)", TRAIN)
            .replaceAll("retrieve", "retrieve: {from: all}");
    return Plausibility.warnings(
        ExperimentFile.parse(
            "material: {slonczewski: {P: 0.4}}\nprotocol: [%s]".formatted(protocol),
            "test",
            List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "measure: u, train, measure: on, rest: 1 ns, measure: off, retrieve",
        "measure: u, train, relax: 0 ns, rest: 1 ns, measure: off",
        "measure: u, train, relax: 1 ns, measure: off",
        "measure: u, train, measure: on, FIELD, measure: b, rest: 1 ns, measure: off, retrieve",
        // a cold copy has come to rest
        "measure: u, train, {measure: {label: on, cold: on}}",
        "measure: u, train, rest: 1 ns, FIELD, {measure: {label: b, cold: on}}, retrieve",
        "measure: u, train, rest: 1 ns, measure: off, train, rest: 1 ns, measure: again",
        "measure: u, train, measure: between, train, rest: 1 ns, measure: off",
        "measure: u, rest: 1 ns",
        "measure: u, train, rest: 1 ns",
        "FIELD, rest: 1 ns, train, rest: 1 ns, measure: a",
        // at rest for another reason: a pause, the end of a ramp, a test; no pattern, no energies
        "measure: u, 'train: {pattern: \"+-+-\", time: 4 ns, pulse: {on: 1 ns, off: 1 ns}}', measure: a",
        "measure: u, 'train: {pattern: \"+-+-\", time: 4 ns, ramp: 0.1 ns}', measure: a",
        "measure: u, 'train: {pattern: \"+-+-\", time: 9 ns, until: verified}', measure: a",
        "measure: u, 'train: {voltages: [80 mV, 0 V, 80 mV, 0 V], time: 4 ns}', measure: a",
      })
  void readingsAtRestAreNotWarnedOf(String steps) {
    assertThat(withoutQuotes(steps)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "measure: u, train, measure: on | measure on is read under current",
        "measure: u, train, measure: on, measure: on2 | measure on",
        "measure: u, train, measure: on, retrieve, rest: 1 ns, measure: off | measure on",
        "measure: u, train, rest: 1 ns, measure: off, train, measure: on | measure on",
        "measure: u, train, retrieve | no measure follows the last train step",
        "drive: {time: 1 ns, voltages: {n1: 1 mV}}, train, rest: 1 ns, measure: a | the reference",
        "FIELD, train, rest: 1 ns, measure: a | the reference",
        "measure: u, train, rest: 0 ns, measure: a | measure a is read right after",
        "measure: u, train, FIELD, measure: a | measure a is read right after a current or a field",
        "measure: u, train, FIELD | no measure follows the last train step: the film is read right",
        "measure: u, train, rest: {time: 1 ns, field: {value: [0 mT, 0 mT, 9 mT]}}, measure: a | measure a",
        "measure: u, train, INJECT, measure: a | measure a is read right after",
        "measure: u, train, drive: {time: 1 ns, voltages: {n1: 1 mV}}, measure: a | measure a",
        "measure: u, train, rest: 1 ns, measure: a, FIELD, measure: b, retrieve | measure b",
      })
  void energiesOfOtherReadingsAreWarnedOf(String steps, String warning) {
    assertThat(withoutQuotes(steps))
        .singleElement()
        .satisfies(w -> assertThat(w).startsWith(warning).contains("\"- rest: 1.5 ns\""));
  }

  private static List<String> withoutQuotes(String steps) {
    return warnings(steps.replace("'", ""));
  }
}
