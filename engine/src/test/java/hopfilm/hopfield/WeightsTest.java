package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightsTest {

  private static final double[][] G = {{3, -2, -1}, {-2, 4, -2}, {-1, -2, 3}};
  private static final double[][] REF = {{2, -1, -1}, {-1, 2, -1}, {-1, -1, 2}};

  @Test
  void areTheDifferenceToTheReference() {
    Weights w = Weights.of(G, REF, Reference.UNTRAINED, SelfTerm.ZERO);
    assertThat(w.gPrime()).isDeepEqualTo(new double[][] {{1, -1, 0}, {-1, 2, -1}, {0, -1, 1}});
    assertThat(w.largestConductance()).isEqualTo(4);
  }

  @Test
  void haveTraceZeroWithTheScaledReference() {
    Weights w = Weights.of(G, REF, Reference.SCALED, SelfTerm.ZERO);
    assertThat(w.get(0, 0) + w.get(1, 1) + w.get(2, 2)).isCloseTo(0, within(1e-15 * 10));
    assertThat(w.get(0, 2)).isCloseTo(-1 + 10.0 / 6, within(1e-15)); // lambda = 10 / 6
  }

  /** Rows sum to zero, so that pairs have mean zero where the trace is. */
  @Test
  void ofPairsHaveMeanZeroWithTheScaledUntrainedReference() {
    double[][] g = Matrices.film(6, new SplittableRandom(1));
    double[][] before = Matrices.film(6, new SplittableRandom(2));
    Weights w = Weights.of(g, before, Reference.UNTRAINED_SCALED, SelfTerm.ZERO);
    double trace = 0;
    double pairs = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        trace += i == j ? w.get(i, j) : 0;
        pairs += i == j ? 0 : w.get(i, j);
      }
    }
    double rounding = 1e-12;
    assertThat(trace).isCloseTo(0, within(rounding));
    assertThat(pairs).isCloseTo(0, within(rounding));
    double lambda = (g[0][1] - w.get(0, 1)) / before[0][1];
    assertThat(w.get(2, 3)).isCloseTo(g[2][3] - lambda * before[2][3], within(rounding));
  }

  @Test
  void aReferenceThatIsScaledInPartTakesThatPartOfTheMean() {
    double[][] g = Matrices.film(6, new SplittableRandom(1));
    double[][] before = Matrices.film(6, new SplittableRandom(2));
    Weights none = Weights.of(g, before, Reference.UNTRAINED, SelfTerm.ZERO);
    Weights part = Weights.of(g, before, Reference.UNTRAINED_SCALED, SelfTerm.ZERO, 0.4);
    double all = 0;
    double left = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        all += i == j ? 0 : none.get(i, j);
        left += i == j ? 0 : part.get(i, j);
      }
    }
    double rounding = 1e-12;
    assertThat(left).isCloseTo(0.6 * all, within(rounding));
    assertThat(Weights.of(g, before, Reference.UNTRAINED_SCALED, SelfTerm.ZERO, 0).gPrime())
        .isDeepEqualTo(none.gPrime());
  }

  @Test
  void theSelfTermChangesTheCurrentsButNotTheEnergy() {
    Weights zero = Weights.of(G, REF, Reference.UNTRAINED, SelfTerm.ZERO);
    Weights full = zero.with(SelfTerm.FULL);
    double[] v = {1, -1, -1};
    assertThat(zero.current(v)).containsExactly(1, 0, 1);
    assertThat(full.current(v)).containsExactly(2, -2, 0);
    // sum V I' with the self-term is V^T G' V = -E'
    assertThat(full.energy(v)).isEqualTo(-4);
    assertThat(zero.energy(v)).isEqualTo(-4);
  }

  @Test
  void theMeanReferenceIsTheMeanOfTheFilms() {
    assertThat(Weights.mean(List.of(G, REF))[1]).containsExactly(-1.5, 3, -1.5);
  }

  @Test
  void hebbsMatrixHasTheStoredPatternAsStrongestMode() {
    Pattern s = Pattern.parse("+-++-");
    Weights w = Matrices.weights(Matrices.hebb(new double[] {2}, s), SelfTerm.ZERO);
    // eigenvalues of 2 s s^T: 2 N and 0; the zero diagonal takes 2 from all; rounding of 5 x 5
    assertThat(w.largestEigenvalue(SelfTerm.FULL)).isCloseTo(10, within(1e-13));
    assertThat(w.largestEigenvalue(SelfTerm.ZERO)).isCloseTo(8, within(1e-13));
  }

  @Test
  void energyIsEvenInTheVoltages() {
    SplittableRandom random = new SplittableRandom(3);
    Weights w = Matrices.weights(Matrices.random(6, random), SelfTerm.FULL);
    double[] v = random.doubles(6, -1, 1).toArray();
    double[] minus = v.clone();
    for (int i = 0; i < 6; i++) {
      minus[i] = -v[i];
    }
    assertThat(w.energy(minus)).isEqualTo(w.energy(v)).isNotZero();
  }

  @Test
  void refusesMatricesThatDoNotFit() {
    double[][] two = {{1, -1}, {-1, 1}};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Weights.of(G, two, Reference.UNTRAINED, SelfTerm.ZERO))
        .withMessageContaining("the reference has 2 electrodes, the film 3");
    double[][] broken = {{1, Double.NaN}, {-1, 1}};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Weights.of(broken, two, Reference.UNTRAINED, SelfTerm.ZERO));
  }
}
