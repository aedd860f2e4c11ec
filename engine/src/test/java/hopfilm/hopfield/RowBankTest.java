package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A bank of rows against what is known of ideal weights. */
class RowBankTest {

  private static final List<Pattern> HADAMARD =
      List.of(new Pattern("++++++++"), new Pattern("+-+-+-+-"), new Pattern("++--++--"));

  /** Their overlaps are zero, so one wrong pixel of eight leaves 6 against 2. */
  @Test
  void orthogonalPicturesComeBackExactly() {
    RowBank bank = RowBank.nearest(HADAMARD);
    for (Pattern picture : HADAMARD) {
      List<Pattern> copies = RowBank.copies(picture, 1, 50, 1);
      assertThat(bank.exact(picture, copies)).isEqualTo(50);
    }
    assertThat(bank.recall(new Pattern("+-+-+-++")).currents()).containsExactly(2.0, 6.0, -2.0);
  }

  /** By hand: the picture with the fewest other signs, or the negative of one. */
  @Test
  void idealWeightsFindTheNearestPicture() {
    SplittableRandom random = new SplittableRandom(4);
    for (int n = 0; n < 200; n++) {
      List<Pattern> pictures = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        pictures.add(Pattern.ofCode(15, random.nextInt(1 << 15)));
      }
      Pattern given = Pattern.ofCode(15, random.nextInt(1 << 15));
      Pattern answer = RowBank.nearest(pictures).recall(given).picture();
      int least = 15;
      for (Pattern p : pictures) {
        int other = differing(p, given);
        least = Math.min(least, Math.min(other, 15 - other));
      }
      assertThat(differing(answer, given)).isEqualTo(least);
    }
  }

  private static int differing(Pattern a, Pattern b) {
    return (int) IntStream.range(0, a.size()).filter(k -> a.sign(k) != b.sign(k)).count();
  }

  /** A row with weights five times as large has the larger current for the other's picture too. */
  @Test
  void aRowWithLargeWeightsDoesNotWinByThem() {
    RowBank bank = new RowBank(List.of(List.of(5.0, 5.0, 5.0, 5.0), List.of(1.0, 1.0, 1.0, -1.0)));
    RowBank.Answer answer = bank.recall(new Pattern("+++-"));
    assertThat(answer.currents()).containsExactly(10.0, 4.0);
    assertThat(answer.row()).isEqualTo(1);
    assertThat(answer.picture()).isEqualTo(new Pattern("+++-"));
    assertThat(new RowBank(List.of(List.of(0.0, 0.0))).recall(new Pattern("+-")).row()).isZero();
  }

  /** The row has the sign of its current. */
  @Test
  void aNegativeIsAnsweredByItsNegative() {
    RowBank.Answer answer = RowBank.nearest(HADAMARD).recall(new Pattern("-+-+-+--"));
    assertThat(answer.row()).isEqualTo(1);
    assertThat(answer.picture()).isEqualTo(new Pattern("-+-+-+-+"));
  }

  /** Unequal weights of the right signs: the picture comes from signs alone. */
  @Test
  void weightsOfTheRightSignsGiveTheWholePicture() {
    RowBank bank = new RowBank(List.of(List.of(0.4, -2.0, -1.5), List.of(0.3, 0.35, 0.1)));
    RowBank.Answer answer = bank.recall(new Pattern("+-+"));
    assertThat(answer.currents().get(0)).isCloseTo(0.9, within(1e-12));
    assertThat(answer.picture()).isEqualTo(new Pattern("+--"));
  }

  /** The first row has the larger share by the weights that choose, the signs are of the others. */
  @Test
  void oneWeightChoosesAndAnotherHasTheSign() {
    RowBank bank =
        new RowBank(
            List.of(List.of(3.0, 1.0), List.of(1.0, -1.0)),
            List.of(List.of(2.0, -0.5), List.of(1.0, -1.0)));
    RowBank.Answer answer = bank.recall(new Pattern("++"));
    assertThat(answer.currents()).containsExactly(4.0, 0.0);
    assertThat(answer.row()).isOne(); // its share of +-, the signs of the first row, is 1
    assertThat(answer.picture()).isEqualTo(new Pattern("+-"));
  }

  @Test
  void copiesHaveSoManyWrongPixelsAndDependOnTheSeed() {
    Pattern picture = new Pattern("+-++--+-");
    List<Pattern> copies = RowBank.copies(picture, 3, 100, 5);
    assertThat(copies).hasSize(100).allMatch(c -> differing(c, picture) == 3);
    assertThat(copies).isEqualTo(RowBank.copies(picture, 3, 100, 5));
    assertThat(copies).isNotEqualTo(RowBank.copies(picture, 3, 100, 6));
    assertThat(RowBank.copies(picture, 8, 1, 1).get(0).text()).isEqualTo("-+--++-+");
  }

  @Test
  void rowsHaveTheSamePixels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RowBank(List.of(List.of(1.0), List.of(1.0, 2.0))));
  }
}
