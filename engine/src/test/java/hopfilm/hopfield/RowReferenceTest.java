package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The two multiples of a reference that a written picture asks for. */
class RowReferenceTest {

  private static final double ROUNDING = 1e-12;

  /** By hand: means 0.09 and -0.01 of G, the gap between -0.01 and 0.04. */
  @Test
  void middleAndBorderOfAPictureThatIsWritten() {
    RowReference r =
        RowReference.fitted(
            new Pattern("-+-+-"),
            List.of(0.16, -0.02, 0.28, -0.02, 0.36),
            List.of(4.0, 2.0, 2.0, 2.0, 4.0));
    assertThat(r.middle()).isCloseTo(1 + (0.27 / 3 - 0.01) / 2, within(ROUNDING));
    assertThat(r.border()).isCloseTo(1 + (-0.01 + 0.04) / 2, within(ROUNDING));
  }

  /** One pixel is beyond any border: the least is one wrong, in the wider of two gaps. */
  @Test
  void theBorderHasTheFewestWrongThenTheWidestGap() {
    List<Double> gains = List.of(0.0, 0.1, 0.2, 0.5, 0.6);
    List<Double> even = List.of(1.0, 1.0, 1.0, 1.0, 1.0);
    assertThat(RowReference.fitted(new Pattern("++-+-"), gains, even).border())
        .isCloseTo(1.15, within(ROUNDING)); // 0.15 leaves one wrong, so does 0.55, as narrow
    assertThat(RowReference.fitted(new Pattern("+-+--"), gains, even).border())
        .isCloseTo(1.35, within(ROUNDING)); // so does 0.05, narrower
  }

  @Test
  void pixelsWithoutContactHaveNoPartInIt() {
    RowReference all = RowReference.fitted(new Pattern("-+"), List.of(0.3, 0.0), List.of(1.0, 1.0));
    assertThat(
            RowReference.fitted(new Pattern("-+-"), List.of(0.3, 0.0, 0.0), List.of(1.0, 1.0, 0.0)))
        .isEqualTo(all);
    assertThat(RowReference.fitted(new Pattern("--"), List.of(0.3, 0.0), List.of(1.0, 1.0)))
        .isEqualTo(RowReference.of(1));
  }

  /**
   * In a written film nothing is wrong; with the signs dealt to other pixels, or in an unwritten
   * film, a border leaves hardly fewer than half: of 32 fair coins and 33 borders, 9 to 15.
   */
  @Test
  void theBorderFindsNothingWhereNothingIsWritten() {
    Random random = new Random(7);
    int dealt = 0;
    int untrained = 0;
    for (int film = 0; film < 20; film++) {
      List<Integer> signs = new ArrayList<>(Collections.nCopies(16, 1));
      signs.addAll(Collections.nCopies(16, -1));
      Collections.shuffle(signs, random);
      Pattern picture = Pattern.of(signs.stream().mapToInt(s -> s).toArray());
      List<Double> before =
          IntStream.range(0, 32).mapToObj(k -> 4 + 0.1 * random.nextGaussian()).toList();
      List<Double> gains =
          signs.stream()
              .map(s -> s < 0 ? 0.3 + 0.03 * random.nextGaussian() : 0.01 * random.nextGaussian())
              .toList();
      RowReading row =
          new RowReading(picture, gains, Collections.nCopies(32, 1), before, RowReference.of(1))
              .fitted();
      assertThat(row.wrong()).isZero();
      dealt += row.wrongDealt(film);
      untrained += row.wrongUntrained();
    }
    assertThat(dealt / 20.0).isBetween(9.0, 15.0);
    assertThat(untrained / 20.0).isBetween(9.0, 15.0);
  }
}
