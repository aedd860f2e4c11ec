package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wired films of earlier claims, with another reading or other signs of the blocks. */
class PairsOnceMoreTest {

  @TempDir Path folder;

  /** Only the reference differs from the films that lost a pattern. */
  @Test
  void theScaledFilmsAreThoseOfTheOlderClaims() {
    List<Experiment> older =
        Stream.of(new LetterPairs(), new Capacity())
            .flatMap(c -> c.runs(Effort.FULL).stream())
            .map(PlannedRun::experiment)
            .toList();
    List<PlannedRun> scaled =
        Stream.of(ScaledReading.PAIRS, ScaledReading.CAPACITY)
            .flatMap(c -> c.runs(Effort.FULL).stream())
            .toList();
    assertThat(scaled).hasSize(8);
    assertThat(scaled.stream().map(PlannedRun::name))
        .contains("pairs-scaled-AS-seed=28003", "capacity-scaled-24-seed=32203");
    for (PlannedRun run : scaled) {
      Experiment e = run.experiment();
      assertThat(e.network().reference()).isEqualTo(Reference.UNTRAINED_SCALED);
      assertThat(e.network().scaling()).isEqualTo(1);
      assertThat(older)
          .filteredOn(o -> o.initial().seed() == e.initial().seed())
          .singleElement()
          .satisfies(
              o -> {
                assertThat(o.steps()).isEqualTo(e.steps());
                assertThat(o.film()).isEqualTo(e.film());
                assertThat(o.electrodes()).isEqualTo(e.electrodes());
              });
    }
  }

  /** Signs differ between the first two arms, the order between the last two. */
  @Test
  void theArmsShowEachPatternTwice() {
    List<PlannedRun> runs = new NegativeAfter().runs(Effort.FULL);
    assertThat(runs).hasSize(30);
    for (int k = 0; k < 10; k++) {
      List<Pattern> negative = shown(runs.get(k));
      List<Pattern> same = shown(runs.get(10 + k));
      List<Pattern> turn = shown(runs.get(20 + k));
      assertThat(runs.get(20 + k).experiment().initial().seed()).isEqualTo(67001 + k);
      for (int p = 0; p < 3; p++) {
        Pattern pattern = turn.get(p);
        assertThat(turn.get(3 + p)).isEqualTo(pattern);
        assertThat(same.subList(2 * p, 2 * p + 2)).containsOnly(pattern);
        assertThat(negative.subList(2 * p, 2 * p + 2)).containsExactly(pattern, pattern.negated());
      }
    }
  }

  private static List<Pattern> shown(PlannedRun run) {
    Step.Train train =
        run.experiment().steps().stream()
            .filter(Step.Train.class::isInstance)
            .map(Step.Train.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(train.time()).isEqualTo(18e-9);
    return train.patterns();
  }

  /** 48 x 48 cells. */
  @Test
  void negativesAreJudgedByTheirRuns() throws IOException {
    Effort tiny =
        new Effort(
            true,
            List.of(
                "film.size=[307.2 nm, 307.2 nm]",
                "electrodes.radius=10 nm",
                "electrodes.margin=20 nm",
                "initial.relax.time=4 ps",
                "train.slot=2 ps",
                "train.time=12 ps",
                "rest.time=1 ps",
                "output.table=20 ps"));
    ClaimResult result = TinyFilms.judged(new NegativeAfter(), tiny, folder.resolve("out"));
    assertThat(result.evidence().outcomes()).hasSize(5);
    assertThat(result.evidence().tables())
        .hasSize(2)
        .allSatisfy(t -> assertThat(t.rows()).hasSize(3));
  }

  /** The warm films and the controls grow the same mazes; nothing is learned in picoseconds. */
  @Test
  void keptPairsAreJudgedByTheirRuns() throws IOException {
    Effort tiny =
        TinyFilms.wired("307.2 nm, 102.4 nm", "electrodes.radius=25 nm", "rest.time=1 ps");
    ClaimResult result = TinyFilms.judged(new PairRetention(), tiny, folder.resolve("out"));
    assertThat(result.evidence().outcomes())
        .extracting(o -> o.criterion().key(), Evidence.Outcome::met)
        .contains(tuple("learned", false))
        .hasSize(4);
    assertThat(result.evidence().tables().get(0).rows())
        .hasSize(4)
        .extracting(row -> row.get(1))
        .containsExactly("69001", "69002", "69001", "69002");
  }

  /** 100 x 70 cells. */
  @Test
  void scaledLettersAreJudgedByTheirRuns() throws IOException {
    Effort tiny =
        TinyFilms.wired("640 nm, 448 nm", "electrodes.radius=8 nm", "electrodes.margin=16 nm");
    ClaimResult result = TinyFilms.judged(ScaledReading.PAIRS, tiny, folder.resolve("out"));
    assertThat(result.evidence().tables().get(0).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.subList(2, 4)).containsExactly("no", "no"));
  }

  /** 96 x 96 cells. */
  @Test
  @Tag("slow")
  void scaledRandomPatternsAreJudgedByTheirRuns() throws IOException {
    Effort tiny =
        TinyFilms.wired("614.4 nm, 614.4 nm", "electrodes.radius=8 nm", "electrodes.margin=20 nm");
    ClaimResult result = TinyFilms.judged(ScaledReading.CAPACITY, tiny, folder.resolve("out"));
    assertThat(result.evidence().tables().get(0).rows()).hasSize(2);
    assertThat(result.evidence().outcomes()).hasSize(2);
  }
}
