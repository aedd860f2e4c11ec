package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.check.ExperimentCheck;
import hopfilm.file.ExperimentFile;
import hopfilm.hopfield.Pattern;
import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.ClaimVerdict;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GridMemoriesTest {

  /** 30 x 30 cells for some picoseconds: all that is computed from a film that learned nothing. */
  private static final Effort TINY =
      new Effort(
          true,
          List.of(
              "film.size=[192 nm, 192 nm]",
              "electrodes.radius=16 nm",
              "initial.relax.time=20 ps",
              "train.slot=4 ps",
              "train.pulse.on=4 ps",
              "train.pulse.off=2 ps",
              "train.hold=2 ps",
              "train.time=20 ps",
              "output.table=20 ps"));

  @TempDir Path folder;

  static List<GridMemories> all() {
    return List.of(
        GridMemories.TWELVE, GridMemories.UNLIKE, GridMemories.SIXTEEN, GridMemories.FOUR);
  }

  /** r regions have 2^(r-1) minima of like depth: none may be left that is not trained. */
  @ParameterizedTest
  @MethodSource("all")
  void thePatternsAreAllThatTheirRegionsHold(GridMemories claim) throws IOException {
    PlannedRun run = claim.runs(Effort.QUICK).get(0);
    String text = ExperimentFile.write(run.experiment());
    String key = claim.patterns().size() + " patterns";
    String said =
        ExperimentCheck.of(ExperimentFile.study(text, "claim", List.of()), 1).facts().get(key);
    assertThat(said)
        .startsWith(claim.patterns().size() == 2 ? "2 regions" : "3 regions")
        .endsWith("can be held");
    assertThat(claim.patterns().stream().map(Pattern::parse).map(Pattern::canonical))
        .doesNotHaveDuplicates();
  }

  /** A maze that two films share would tell one thing twice. */
  @Test
  void noMazeIsUsedTwice() {
    Set<Long> seeds = new HashSet<>();
    for (GridMemories claim : all()) {
      for (PlannedRun run : claim.runs(Effort.FULL)) {
        assertThat(seeds.add(run.experiment().initial().seed())).isTrue();
      }
    }
  }

  @Test
  void isJudgedByItsRuns() throws IOException {
    ClaimResult result = TinyFilms.judged(GridMemories.SIXTEEN, TINY, folder.resolve("out"));
    // three films that learned nothing: neither criterion can hold
    assertThat(result.evidence().verdict()).isEqualTo(ClaimVerdict.CONTRADICTED);
    List<List<String>> rows = result.evidence().tables().get(0).rows();
    assertThat(rows.get(0).subList(0, 3)).containsExactly("all shown", "0 of 2", "0 to 66");
    assertThat(rows.get(1).subList(0, 2)).containsExactly("the first shown alone", "0 of 1");
  }
}
