package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows as hidden units against what is known of networks of two layers. */
class GradedRowsTest {

  /** Two pixels, the pictures ++ and +-. */
  private static final RowBank TWO = new RowBank(List.of(List.of(3.0, 3.0), List.of(0.5, -0.5)));

  /**
   * By hand: for +- the shares are 0 and 1, so E = -1/g ln((1 + cosh g) / 2) = -2/g ln cosh(g/2).
   */
  @Test
  void theEnergyOfTwoRowsIsThatByHand() {
    for (double gain : new double[] {0.5, 2, 20}) {
      GradedRows rows = new GradedRows(TWO, gain);
      double byHand = -2 / gain * Math.log(Math.cosh(gain / 2));
      for (String picture : List.of("++", "+-", "-+", "--")) {
        assertThat(rows.energy(new Pattern(picture))).isCloseTo(byHand, within(1e-14));
      }
      assertThat(rows.energy(new double[] {0, 0})).isCloseTo(0, within(1e-15));
    }
    // exp(gain) is no number of 64 bits; the energy is
    assertThat(new GradedRows(TWO, 1000).energy(new Pattern("++")))
        .isCloseTo(-1 + 2 * Math.log(2) / 1000, within(1e-14));
  }

  /**
   * By hand: with pixels at u, -u the shares are 0 and u, so f = 0, tanh(g u / 2) and the pixels
   * rest where u = tanh(8 tanh(g u / 2)).
   */
  @Test
  void pixelsRestWhereTheyDoByHand() {
    double gain = 0.6;
    double u = 1;
    for (int k = 0; k < 1000; k++) {
      u = Math.tanh(8 * Math.tanh(gain * u / 2));
    }
    assertThat(u).isBetween(0.9, 0.99); // 0.97: neither of the ends
    double[] pixels = {1, -1};
    GradedRows rows = new GradedRows(TWO, gain);
    for (int k = 0; k < 200; k++) {
      rows.update(pixels);
    }
    assertThat(pixels).containsExactly(new double[] {u, -u}, within(1e-12));
    assertThat(rows.recall(new Pattern("-+"))).satisfies(a -> assertThat(a.row()).isEqualTo(1));
  }

  /** The input of a pixel is minus the derivative of E by its voltage, and no update raises E. */
  @Test
  void theEnergyFalls() {
    SplittableRandom random = new SplittableRandom(3);
    for (int n = 0; n < 50; n++) {
      GradedRows rows = new GradedRows(bank(4, 9, random), 1 + 30 * random.nextDouble());
      double[] u = IntStream.range(0, 9).mapToDouble(p -> 0.8 * random.nextGaussian()).toArray();
      for (int p = 0; p < 9; p++) {
        u[p] = Math.tanh(u[p]);
      }
      double energy = rows.energy(u);
      for (int k = 0; k < 100; k++) {
        rows.update(u);
        double next = rows.energy(u);
        assertThat(next).isLessThanOrEqualTo(energy + 1e-14); // rounding
        energy = next;
      }
      assertThat(slope(rows, u)).isLessThan(1e-5);
    }
  }

  /** Largest derivative of E by a voltage that is not near its end, by differences. */
  private static double slope(GradedRows rows, double[] u) {
    double most = 0;
    for (int p = 0; p < u.length; p++) {
      if (Math.abs(u[p]) < 0.999) {
        double h = 1e-6;
        double[] up = u.clone();
        double[] down = u.clone();
        up[p] += h;
        down[p] -= h;
        most = Math.max(most, Math.abs(rows.energy(up) - rows.energy(down)) / (2 * h));
      }
    }
    return most;
  }

  private static RowBank bank(int rows, int pixels, SplittableRandom random) {
    return new RowBank(
        Stream.generate(
                () -> IntStream.range(0, pixels).mapToObj(p -> random.nextGaussian()).toList())
            .limit(rows)
            .toList());
  }

  /** A gain at which the second row is out of the game gives the answer of the strongest row. */
  @Test
  void aHighGainAnswersAsTheStrongestRow() {
    SplittableRandom random = new SplittableRandom(8);
    for (int n = 0; n < 100; n++) {
      RowBank bank = bank(5, 11, random);
      Pattern given = Pattern.ofCode(11, random.nextInt(1 << 11));
      assertThat(new GradedRows(bank, 1e5).recall(given)).isEqualTo(bank.recall(given));
    }
  }

  @Test
  void aRowThatHoldsNothingAnswersNothing() {
    GradedRows rows = new GradedRows(new RowBank(List.of(List.of(0.0, 0.0))), 20);
    assertThat(rows.recall(new Pattern("+-")).picture()).isEqualTo(new Pattern("+-"));
    assertThat(rows.energy(new Pattern("+-"))).isZero();
  }
}
