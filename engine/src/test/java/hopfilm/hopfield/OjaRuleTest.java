package hopfilm.hopfield;

import static hopfilm.hopfield.HebbRuleTest.A;
import static hopfilm.hopfield.HebbRuleTest.H;
import static hopfilm.hopfield.HebbRuleTest.L;
import static hopfilm.hopfield.HebbRuleTest.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.hopfield.Retrieval.Settings;
import hopfilm.hopfield.Retrieval.UpdateRule;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class OjaRuleTest {

  private static final List<Pattern> LETTERS = List.of(A, H, L, T);

  /** At a constant rate the unit moves about its limit by the rate: 0.003 here, squared in this. */
  @Test
  void oneUnitFindsTheLeadingEigenvectorOfTheCorrelations() {
    OjaRule rule = new OjaRule(1, 35, 3);
    for (int k = 0; k < 20_000; k++) {
      rule.show(LETTERS.get(k % 4), 0.003);
    }
    double[][] c = new double[35][35];
    for (Pattern p : LETTERS) {
      for (int i = 0; i < 35; i++) {
        for (int j = 0; j < 35; j++) {
          c[i][j] += p.sign(i) * p.sign(j) / 140.0;
        }
      }
    }
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(c));
    int first =
        IntStream.range(0, 35)
            .reduce((a, b) -> eigen.getEigenvalue(a) > eigen.getEigenvalue(b) ? a : b)
            .orElseThrow();
    RealVector w = MatrixUtils.createRealVector(rule.unit(0));
    assertThat(w.getNorm()).isCloseTo(1, within(0.01));
    assertThat(Math.abs(w.dotProduct(eigen.getEigenvector(first)))).isCloseTo(1, within(0.01));
  }

  /** What is left of the start outside the patterns is 35 times 1e-6. */
  @Test
  void aUnitForEachElectrodeFindsTheProjectionOntoAllPatterns() {
    double[][] p = new OjaRule(35, 35, 3).learn(LETTERS, 500).matrix();
    double trace = 0;
    for (int i = 0; i < 35; i++) {
      trace += p[i][i];
      for (Pattern s : LETTERS) {
        double projected = 0;
        for (int j = 0; j < 35; j++) {
          projected += p[i][j] * s.sign(j);
        }
        assertThat(projected).isCloseTo(s.sign(i), within(1e-3));
      }
    }
    assertThat(trace).isCloseTo(4, within(1e-2));
  }

  @Test
  void holdsLettersThatHebbsRuleConfuses() {
    Settings settings = Settings.of(UpdateRule.ASYNCHRONOUS, 1);
    Retrieval oja = new Retrieval(OjaRule.weights(LETTERS, 500, SelfTerm.ZERO, 3), settings);
    Retrieval hebb = new Retrieval(HebbRule.weights(LETTERS, SelfTerm.ZERO), settings);
    assertThat(LETTERS).allMatch(s -> oja.run(s).end().equals(s));
    assertThat(LETTERS).anyMatch(s -> !hebb.run(s).end().isSameState(s));
  }

  @Test
  void aPatternOfAnotherSizeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OjaRule(1, 4, 1).show(A, 0.1))
        .withMessageContaining("35 signs for 4 electrodes");
    assertThatIllegalArgumentException().isThrownBy(() -> new OjaRule(0, 4, 1));
  }
}
