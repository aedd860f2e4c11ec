package hopfilm.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Intervals against closed forms. The ranges are so wide that they add less than 1e-6. */
class FisherTest {

  private static final double WIDE = 1e5;

  @Test
  void repeatedReadingsNarrowByTheRootOfTheirNumber() {
    double[][] once = {{100.0}};
    Fisher fisher = Fisher.of(once, WIDE);
    assertThat(fisher.sigma(0)).isCloseTo(0.01, within(1e-9));
    assertThat(fisher.with(once).with(once).with(once).sigma(0)).isCloseTo(0.005, within(1e-9));
  }

  /** A straight line a + b t through t = -1, 0, 1, 2: Var b = sigma^2 / sum (t - mean)^2 = 1/5. */
  @Test
  void theSlopeOfALineHasItsTextbookError() {
    double[][] line = {{1, -1}, {1, 0}, {1, 1}, {1, 2}};
    Fisher fisher = Fisher.of(line, WIDE, WIDE);
    assertThat(fisher.sigma(1)).isCloseTo(Math.sqrt(1 / 5.0), within(1e-8));
    // Var a = 1/4 + mean^2/5, Cov = -mean/5, with the mean 1/2
    assertThat(fisher.sigma(0)).isCloseTo(Math.sqrt(0.3), within(1e-8));
    assertThat(fisher.correlation(0, 1)).isCloseTo(-0.1 / Math.sqrt(0.06), within(1e-8));
  }

  @Test
  void aRatioIsKnownWhereItsFactorsAreNot() {
    double[][] slopes = {{1000, -1000}};
    Fisher fisher = Fisher.of(slopes, 1, 1);
    assertThat(fisher.isIdentifiable(0)).isFalse();
    assertThat(fisher.isIdentifiable(1)).isFalse();
    List<Combination> known = Combination.of(fisher, List.of("D", "A"));
    assertThat(known).extracting(Combination::text).containsExactly("D / A");
    // one reading of ln(D/A) with the error 1/1000; the range, of variance 1/6, adds 3e-6 of it
    assertThat(known.get(0).sigma()).isCloseTo(1e-3, within(1e-8));
  }

  /** Of a range that nothing narrows, the standard deviation is that of equal chances. */
  @Test
  void withoutAReadingTheRangeIsLeft() {
    double[][] slopes = {{0, 500}};
    Fisher fisher = Fisher.of(slopes, 0.3, 0.3);
    assertThat(fisher.isRead(0)).isFalse();
    assertThat(fisher.isIdentifiable(0)).isFalse();
    assertThat(fisher.sigma(0)).isCloseTo(0.3 / Math.sqrt(12), within(1e-12));
    assertThat(fisher.isIdentifiable(1)).isTrue();
    assertThat(fisher.widest()).isZero();
    assertThat(Combination.of(fisher, List.of("xi", "P"))).isEmpty();
  }

  @Test
  void powersOfACombinationAreWritten() {
    // readings of A Ku / D^2 alone
    double[][] slopes = {{800, 800, -1600}};
    Fisher fisher = Fisher.of(slopes, 1, 1, 1);
    List<Combination> known = Combination.of(fisher, List.of("A", "Ku", "D"));
    assertThat(known).hasSize(1);
    double[] exponents = known.get(0).exponents();
    assertThat(exponents[1] / exponents[0]).isCloseTo(1, within(0.02));
    assertThat(exponents[2] / exponents[0]).isCloseTo(-2, within(0.04));
  }
}
