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
              "output.table=20 ps",
              "output.snapshots=20 ps"));

  @TempDir Path folder;

  /** Thousands of copies are recalled. */
  @Test
  @Tag("slow")
  void isJudged() throws IOException {
    List<Claim> one = List.of(new Letters());
    Reproduction r = new Reproduction(folder.resolve("out"), one, one, TINY);
    r.carryOut(new LocalWorkers(2), 2, SweepListener.NONE);
    List<ClaimResult> results = r.report();
    assertThat(results).hasSize(1).allMatch(ClaimResult::isJudged);
    Evidence letters = results.get(0).evidence();
    List<List<String>> rows = letters.tables().get(0).rows();
    // Hebb's and Oja's rule recall one letter as long as more pixels are right than wrong
    assertThat(rows.get(rows.size() - 1).subList(1, 6)).allMatch(s -> s.startsWith("100"));
    assertThat(rows.get(rows.size() - 2).subList(1, 6)).allMatch(s -> s.startsWith("100"));
  }

  /** Where it was not run, the report of the paper does not mention it. */
  @Test
  void isLeftOutWhereItWasNotRun() throws IOException {
    List<Claim> one = List.of(new Letters());
    assertThat(new Reproduction(folder.resolve("other"), one, List.of(), TINY).report()).isEmpty();
  }

  @Test
  void lettersHave35PixelsAndDiffer() {
    List<Pattern> letters = LetterFilms.letters(List.of("A", "H", "L", "S", "T", "X", "Z"));
    assertThat(letters).allMatch(p -> p.size() == 35).doesNotHaveDuplicates();
  }
}
