package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.hopfield.Pattern;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Reproduction;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LettersTest {

  /**
   * 50 x 70 cells for 100 ps: all that is computed from a film, on one that has learned nothing.
   */
  private static final Effort TINY =
      new Effort(
          true,
          List.of(
              "film.size=[400 nm, 560 nm]",
              "film.cell=8 nm",
              "electrodes.radius=18 nm",
              "electrodes.margin=40 nm",
              "initial.relax.time=20 ps",
              "train.time=20 ps",
              "train.slot=2 ps",
              "output.table=20 ps",
              "output.snapshots=20 ps"));

  @TempDir Path folder;

  @Test
  void bothClaimsShareTheFilmsWithOneLetter() throws IOException {
    List<Claim> both = List.of(new Letters(), new Capacity());
    int alone = both.stream().mapToInt(c -> c.runs(TINY).size()).sum();
    Reproduction r = new Reproduction(folder.resolve("out"), both, both, TINY);
    assertThat(r.size()).isEqualTo(alone - 1);
    // where they were not run, the report of the paper does not mention them
    assertThat(new Reproduction(folder.resolve("other"), both, List.of(), TINY).report()).isEmpty();
  }

  /** Thousands of copies are recalled. */
  @Test
  @Tag("slow")
  void bothClaimsAreJudged() throws IOException {
    List<Claim> both = List.of(new Letters(), new Capacity());
    Reproduction r = new Reproduction(folder.resolve("out"), both, both, TINY);
    r.carryOut(new LocalWorkers(2), 2, SweepListener.NONE);
    List<ClaimResult> results = r.report();
    assertThat(results).hasSize(2).allMatch(ClaimResult::isJudged);
    Evidence letters = results.get(0).evidence();
    List<List<String>> rows = letters.tables().get(0).rows();
    // Hebb's and Oja's rule recall one letter as long as more pixels are right than wrong
    assertThat(rows.get(rows.size() - 1).subList(1, 6)).allMatch(s -> s.startsWith("100"));
    assertThat(rows.get(rows.size() - 2).subList(1, 6)).allMatch(s -> s.startsWith("100"));
    assertThat(folder.resolve("out/figures")).isDirectoryContaining("glob:**capacity*.png");
  }

  @Test
  void lettersHave35PixelsAndDiffer() {
    List<Pattern> letters = LetterFilms.letters(LetterFilms.LETTERS.size());
    assertThat(letters).allMatch(p -> p.size() == 35).doesNotHaveDuplicates();
  }
}
