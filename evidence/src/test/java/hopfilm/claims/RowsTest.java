package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.reproduce.Claim;
import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.Effort;
import hopfilm.rows.Digits;
import hopfilm.rows.RandomPictures;
import hopfilm.rows.RowDecay;
import hopfilm.rows.RowErasure;
import hopfilm.rows.RowRetention;
import hopfilm.rows.Rows;
import hopfilm.rows.SimilarPictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Films of a few cells that learn next to nothing: every claim is judged. */
@Tag("slow")
class RowsTest {

  private static final Effort TINY =
      new Effort(
          true,
          List.of(
              "film.size=[640 nm, 512 nm]",
              "electrodes.radius=10 nm",
              "electrodes.margin=20 nm",
              "initial.relax.time=4 ps",
              "write.time=4 ps",
              "output.table=20 ps"));

  static Stream<Claim> claims() {
    return Stream.of(new Rows(), SimilarPictures.TWO, RandomPictures.THREE, Digits.SIXTEEN);
  }

  @Test
  void aRowIsKept(@TempDir Path folder) throws IOException {
    isJudgedByItsRuns(
        new RowRetention(), TINY.after(List.of("film.cell=8 nm", "rest.time=4 ps")), folder);
  }

  @Test
  void aRowDecays(@TempDir Path folder) throws IOException {
    Effort tiny = TINY.after(List.of("film.cell=8 nm", "field.time=4 ps", "rest.time=4 ps"));
    isJudgedByItsRuns(new RowDecay(), tiny, folder);
  }

  @Test
  void aRowIsErased(@TempDir Path folder) throws IOException {
    isJudgedByItsRuns(new RowErasure(), TINY.after(List.of("film.cell=8 nm")), folder);
  }

  @ParameterizedTest
  @MethodSource("claims")
  void isJudgedByItsRuns(Claim claim, @TempDir Path folder) throws IOException {
    isJudgedByItsRuns(claim, TINY, folder);
  }

  private static void isJudgedByItsRuns(Claim claim, Effort effort, Path folder)
      throws IOException {
    ClaimResult result = TinyFilms.judged(claim, effort, folder.resolve("out"));
    assertThat(result.evidence().outcomes()).hasSameSizeAs(claim.criteria());
    assertThat(result.evidence().tables().get(0).rows()).isNotEmpty();
  }
}
