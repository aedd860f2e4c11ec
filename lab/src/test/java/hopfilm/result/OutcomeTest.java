package hopfilm.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What training came to, told from what was read of a film and from how it was trained. */
class OutcomeTest {

  @ParameterizedTest
  @CsvSource({
    "true, , true, VERIFIED",
    "true, , false, LEARNED",
    // it passed its test, and lost the pattern in the rest that followed
    "false, , true, NOT_LEARNED",
    "false, , false, NOT_LEARNED",
    // of several patterns only one is the lowest, and all are held
    "true false, 2, true, VERIFIED",
    "true false, 2, false, LEARNED",
    "true false, 1, true, NOT_LEARNED",
    "false false, 2, false, LEARNED",
  })
  void aFilmHasOneOfThreeOutcomes(String lowest, Integer stored, boolean passed, Outcome expected) {
    List<Boolean> each = new ArrayList<>();
    for (String word : lowest.split(" ")) {
      each.add(Boolean.valueOf(word));
    }
    assertThat(Outcome.of(each, stored, passed)).isEqualTo(expected);
  }

  @Test
  void aFilmThatWasTrainedWithNothingHasNone() {
    assertThat(Outcome.of(List.of(), null, false)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "+-+-, +-+- true, true",
    "+-+-, +-+- false, false",
    // no test was asked for
    "+-+-, -, false",
    // what was tested was trained on without a test
    "+-+-, +-+- true | -, false",
    "+-+-, - | +-+- true, true",
    // the test of the second pattern says nothing of the first
    "+-+- +--+, +-+- true | +--+ true, false",
    "+-+- +--+, +-+- +--+ true, true",
    "+-+-, , false",
  })
  void aTestCountsForAllThatWasTrainedAndIfItWasTheLast(
      String trained, String steps, boolean expected) {
    List<TrainStep> training = new ArrayList<>();
    for (String step : steps == null ? new String[0] : steps.split(" \\| ")) {
      training.add(step(step));
    }
    assertThat(TrainStep.isVerified(training, List.of(trained.split(" ")))).isEqualTo(expected);
  }

  private static TrainStep step(String words) {
    int at = words.lastIndexOf(' ');
    Verification verified =
        at < 0
            ? null
            : new Verification(
                words.substring(0, at),
                Boolean.valueOf(words.substring(at + 1)),
                1e-9,
                1,
                1,
                6,
                Map.of());
    return new TrainStep("train", 0, 1e-9, null, verified, Map.of());
  }
}
