package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.hopfield.Pattern;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomPairsTest {

  /** 48 x 48 cells. */
  private static final Effort TINY =
      TinyFilms.wired("307.2 nm, 307.2 nm", "electrodes.radius=10 nm", "electrodes.margin=20 nm");

  @TempDir Path folder;

  /** Among 2 x 50 random patterns of 2^7 some are equal; pairs and their order are not. */
  @Test
  void thePairsAreUncorrelatedAndEachFilmHasItsOwn() {
    Set<List<Pattern>> pairs = new HashSet<>();
    int plus = 0;
    for (long seed = 26001; seed <= 26050; seed++) {
      List<Pattern> pair = RandomPairs.EIGHT.pair(seed);
      int product = 0;
      for (int e = 0; e < 8; e++) {
        product += pair.get(0).sign(e) * pair.get(1).sign(e);
        plus += pair.get(0).sign(e);
      }
      assertThat(product).isZero();
      pairs.add(pair);
      assertThat(RandomPairs.EIGHT.pair(seed)).isEqualTo(pair);
    }
    assertThat(pairs).hasSizeGreaterThan(48);
    // sum of 400 signs: 20 in the root of the mean square
    assertThat(plus).isBetween(-80, 80);
  }

  @Test
  void noMazeIsUsedTwice() {
    List<PlannedRun> runs =
        Stream.of(
                RandomPairs.EIGHT,
                RandomPairs.DENSE,
                RandomPairs.SIXTEEN,
                new LetterPairs(),
                new Capacity())
            .flatMap(c -> c.runs(Effort.FULL).stream())
            .toList();
    assertThat(runs).hasSize(105);
    assertThat(runs.stream().map(r -> r.experiment().initial().seed())).doesNotHaveDuplicates();
  }

  @Test
  void isJudgedByItsRuns() throws IOException {
    ClaimResult result = judged(RandomPairs.EIGHT);
    List<List<String>> rows = result.evidence().tables().get(0).rows();
    // films that learned nothing
    assertThat(rows.get(0).subList(0, 2)).containsExactly("both shown", "0 of 2");
    assertThat(rows.get(1).subList(0, 2)).containsExactly("the first shown alone", "0 of 1");
    // 12 pairs of electrodes have both signs alike or both unlike, 16 have one of each
    List<List<String>> sums = result.evidence().tables().get(1).rows();
    assertThat(sums.stream().map(s -> s.get(0))).isSubsetOf("-2", "+0", "+2");
    assertThat(result.evidence().tables().get(2).rows())
        .singleElement()
        .satisfies(row -> assertThat(row).hasSize(5).element(3).asString().endsWith(" (100 %)"));
  }

  @Test
  void isJudgedWithoutAControl() throws IOException {
    ClaimResult result = judged(RandomPairs.DENSE);
    assertThat(result.claim().criteria().stream().map(Criterion::key))
        .containsExactly("fixed", "stored", "hebb");
    assertThat(result.evidence().tables().get(0).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.subList(0, 2)).containsExactly("both shown", "0 of 2"));
  }

  private ClaimResult judged(Claim claim) throws IOException {
    return TinyFilms.judged(claim, TINY, folder.resolve("out"));
  }
}
