package hopfilm.rows;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowReading;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.PlannedRun;
import hopfilm.rows.RowFilm.Written;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureBankTest {

  /** A film that gained 0.2 S at pixels unlike the row, and nothing at those like it. */
  private static Written film(String pixels) {
    Pattern picture = new Pattern(pixels);
    int n = picture.size();
    List<Double> gains =
        IntStream.range(0, n).mapToObj(p -> picture.sign(p) < 0 ? 0.2 : 0.0).toList();
    double[][] before = new double[n + 1][n + 1];
    Arrays.fill(before[0], 1, n + 1, -8);
    return new Written(
        new RowFilm("film", picture, RowFilm.EIGHT, 1, RowFilm.SHORT),
        new RowReading(
            picture,
            gains,
            IntStream.range(0, n).mapToObj(p -> 2).toList(),
            IntStream.range(0, n).mapToObj(p -> 0.1).toList()),
        before);
  }

  private static PictureBank bank() {
    return PictureBank.of(
        List.of(
            List.of(film("++++++++++"), film("----------")),
            List.of(film("+-+-+-+-+-"), film("+++++-----"))),
        Written::weights);
  }

  @Test
  void currentsOfTilesAdd() {
    PictureBank bank = bank();
    assertThat(bank.pictures().get(0).text()).isEqualTo("++++++++++----------");
    assertThat(bank.weights().get(0)).hasSize(20);
    assertThat(bank.exact(0.1, 1)).isEqualTo(bank.nearest(0.1, 1)).isGreaterThan(1900);
    assertThat(bank.holdsAll(1)).isTrue();
  }

  /**
   * 24 films of 32 pixels and one of 16 on half as many contacts, which are the picture together.
   */
  @Test
  void aLargeDigitIsCutIntoTiles() {
    List<List<RowFilm>> digits = Digits.TWENTY_EIGHT.sets(Effort.FULL).get(0);
    assertThat(digits).hasSize(3).allSatisfy(tiles -> assertThat(tiles).hasSize(25));
    for (int d = 0; d < 3; d++) {
      List<String> tiles = digits.get(d).stream().map(f -> f.picture().text()).toList();
      assertThat(String.join("", tiles)).isEqualTo(Digits.TWENTY_EIGHT.drawn().get(d).text());
      assertThat(tiles).as("current flows").allMatch(t -> t.contains("-") && t.contains("+"));
    }
    List<PlannedRun> runs = Digits.TWENTY_EIGHT.runs(Effort.FULL);
    assertThat(runs.stream().map(r -> r.experiment().initial().seed()).distinct()).hasSize(75);
    double side = 8 * 512e-9;
    assertThat(runs.get(23).experiment().film().sizeY()).isEqualTo(side);
    assertThat(runs.get(24).experiment().film().sizeY()).isEqualTo(side / 2);
  }

  @Test
  void controlsForget() {
    assertThat(bank().shuffled(1).exact(0.1, 1)).isZero();
    PictureBank other =
        PictureBank.of(
            List.of(List.of(film("--++--++--++--++--++")), List.of(film("+--++--++--++--+--++"))),
            Written::weights);
    assertThat(bank().asked(other).exact(0.1, 1)).isZero();
  }

  /** A film whose places are all alike says nothing untrained. */
  @Test
  void untrainedPlacesAreCountedFromTheirMean() {
    assertThat(film("+-+-").untrained()).containsOnly(0.0);
    // unlike pixels gained 0.2 S of 8 S before: 1 % of it is less, 3 % is more
    assertThat(film("+-+-").right(1.01, new Pattern("+-+-"))).isEqualTo(4);
    assertThat(film("+-+-").right(1.03, new Pattern("+-+-"))).isEqualTo(2);
    assertThat(film("+-+-").right(1.01, new Pattern("+-++"))).isEqualTo(3);
  }
}
