package hopfilm.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Key;
import hopfilm.key.UsualRange;
import hopfilm.section.StepForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyManualTest {

  static List<Key> keys() {
    return ExperimentKeys.all();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyKeyHasAnEntryByItsFullName(Key key) {
    assertThat(KeyManual.entry(key.path()))
        .startsWith(key.path())
        .satisfies(
            text ->
                assertThat(text.replaceAll("\\s+", " "))
                    .contains(key.meaning().replaceAll("\\s+", " ")));
    if (key.byDefault() != null) {
      assertThat(KeyManual.entry(key.path())).contains(key.byDefault());
    }
  }

  @ParameterizedTest
  @MethodSource("sections")
  void theExampleOfASectionIsAnExperiment(String section) {
    KeyExamples.of(section)
        .ifPresent(
            example -> {
              // the drawing of the example lies among those of the repository
              String yaml = example.replace("svg: ", "svg: ../examples/");
              Experiment e = ExperimentFile.parse(yaml, "example", List.of());
              assertThat(ExperimentFile.parse(ExperimentFile.write(e), "example", List.of()))
                  .isEqualTo(e);
            });
  }

  static List<String> sections() {
    return KeyManual.sections();
  }

  @Test
  void noExampleIsOfASectionThatIsNot() {
    assertThat(sections()).contains("", "film", "electrodes[]", "protocol.train", "output");
    assertThat(sections().stream().filter(s -> KeyExamples.of(s).isPresent()).count())
        .isGreaterThanOrEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource({
    "cell, film.cell",
    "train.voltage, protocol.train.voltage",
    "Ms, material.Ms",
    "sweep, sweep"
  })
  void theEndOfANameIsEnoughWhereItIsUnique(String topic, String key) {
    assertThat(KeyManual.entry(topic)).startsWith(key + "\n");
  }

  @Test
  void aSectionListsItsKeys() {
    assertThat(KeyManual.entry("film")).contains("size", "cell", "thickness");
    assertThat(KeyManual.entry("train")).contains("pattern", "voltage");
    assertThat(KeyManual.entry("protocol"))
        .contains("train", "retrieve", "repeat")
        .hasLineCount(StepForm.values().length + 3);
  }

  @ParameterizedTest
  @CsvSource({
    "film.cel, did you mean film.cell?",
    "filn, did you mean film?",
    "radius, electrodes.radius",
    "xyzzyxyzzy, see hopfilm help",
  })
  void saysInOneLineWhatItDoesNotKnow(String topic, String expected) {
    assertThatThrownBy(() -> KeyManual.entry(topic))
        .isInstanceOf(ExperimentException.class)
        .hasMessageStartingWith("help " + topic + ": ")
        .hasMessageContaining(expected);
  }

  @Test
  void usualRangesBelongToKeysAndLieWithinTheirLimits() {
    for (UsualRange r : UsualRange.ALL) {
      assertThat(ExperimentKeys.find(r.key())).as(r.key()).isNotNull();
      assertThat(r.warnings(ExperimentFile.defaults())).isEmpty();
    }
  }
}
