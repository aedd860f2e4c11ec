package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HebbAgreementTest {

  private static final List<Pattern> TWO = List.of(Pattern.parse("+-+-+"), Pattern.parse("++--+"));

  /** Conductances of five contacts, the same between all. */
  private static double[][] even() {
    double[][] g = new double[5][5];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        g[i][j] = i == j ? 4 : -1;
      }
    }
    return g;
  }

  /** Hebb's rule itself, 0.3 S for a pattern and 0.1 S more for each pair. */
  private static double[][] hebb() {
    double[][] w = HebbRule.matrix(TWO);
    for (double[] row : w) {
      for (int j = 0; j < 5; j++) {
        row[j] = 0.3 * 5 * row[j] + 0.1;
      }
    }
    return w;
  }

  @Test
  void hebbsRuleAgreesWithItself() {
    HebbAgreement a = HebbAgreement.of(even(), hebb(), TWO).orElseThrow();
    assertThat(a.pairs()).hasSize(10);
    assertThat(a.correlation()).isCloseTo(1, within(1e-12));
    assertThat(a.slope()).isCloseTo(0.3, within(1e-12));
    // equal in both: n1 and n5; unlike in both: n1 n4, n2 n3, n4 n5; counted by hand
    assertThat(a.groups()).extracting(HebbAgreement.Group::sum).containsExactly(-2, 0, 2);
    assertThat(a.groups()).extracting(HebbAgreement.Group::pairs).containsExactly(3, 6, 1);
    assertThat(a.groups().get(0).mean()).isCloseTo(-0.5, within(1e-12));
    assertThat(a.groups().get(0).deviation()).isCloseTo(0, within(1e-12));
    assertThat(a.groups().get(2).deviation()).isNaN();
  }

  /** By hand: sums -1, -1, 1 and weights -3, -1, 1; the correlation is sqrt(3)/2. */
  @Test
  void scatterLowersTheCorrelation() {
    double[][] g = {{2, -1, -1}, {-1, 2, -1}, {-1, -1, 2}};
    double[][] w = {{0, -3, -1}, {-3, 0, 1}, {-1, 1, 0}};
    // unlike: n1 n2 and n1 n3; like: n2 n3
    HebbAgreement a = HebbAgreement.of(g, w, List.of(Pattern.parse("+--"))).orElseThrow();
    assertThat(a.correlation()).isCloseTo(Math.sqrt(3) / 2, within(1e-12));
    assertThat(a.slope()).isCloseTo(1.5, within(1e-12));
    assertThat(a.groups().get(0).deviation()).isCloseTo(Math.sqrt(2), within(1e-12));
  }

  @Test
  void contactsFarApartDoNotCount() {
    double[][] g = even();
    g[0][4] = -0.009;
    g[4][0] = -0.009;
    double[][] w = hebb();
    w[0][4] = 0.009;
    w[4][0] = 0.009;
    HebbAgreement a = HebbAgreement.of(g, w, TWO).orElseThrow();
    assertThat(a.pairs()).hasSize(9);
    assertThat(a.correlation()).isCloseTo(1, within(1e-12));
  }

  /** Patches of unlike signs may cancel before training, and not after. */
  @Test
  void aPairWithoutConductanceMayHaveAWeight() {
    double[][] g = even();
    g[0][4] = 0;
    g[4][0] = 0;
    assertThat(HebbAgreement.of(g, hebb(), TWO).orElseThrow().pairs()).hasSize(10);
  }

  @Test
  void thereIsNoneWhereNothingDiffers() {
    assertThat(HebbAgreement.of(even(), even(), TWO)).isEmpty();
    assertThat(HebbAgreement.of(even(), hebb(), List.of(Pattern.parse("+++++")))).isEmpty();
  }
}
