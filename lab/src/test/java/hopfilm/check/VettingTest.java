package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which runs of a sweep stand for all. */
class VettingTest {

  private static Vetting.Sample sample(String sweep, int most) {
    return Vetting.sample(
        ExperimentFile.study("sweep: " + sweep + "\n", "experiment", List.of()), most);
  }

  private static List<Integer> numbers(Vetting.Sample sample) {
    return sample.runs().stream().map(SweepRun::number).toList();
  }

  @Test
  void filmsThatDifferInTheirSeedsAreOne() {
    Vetting.Sample sample = sample("{initial.seed: 1..500}", 4);
    assertThat(numbers(sample)).containsExactly(1);
    assertThat(sample.isPart()).isFalse();
  }

  @Test
  void fewFilmsAreVettedAll() {
    Vetting.Sample sample = sample("{electrodes.radius: [100 nm, 120 nm], initial.seed: 1..20}", 4);
    assertThat(numbers(sample)).containsExactly(1, 21);
    assertThat(sample.isPart()).isFalse();
  }

  @Test
  void ofManyTheEndsOfEachAxisAreVetted() {
    // 3 x 4 films, the last axis fastest: the corners of the rectangle are 1, 4, 9 and 12
    Vetting.Sample sample =
        sample(
            "{electrodes.radius: [100 nm, 110 nm, 120 nm], film.thickness: [1 um, 2 um, 3 um, 4 um]}",
            5);
    assertThat(numbers(sample)).containsExactlyInAnyOrder(1, 4, 9, 12);
    assertThat(sample.isPart()).isTrue();
    assertThat(sample.films()).isEqualTo(12);
  }
}
