package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.hopfield.EnergyLandscape.Entry;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyLandscapeTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 9, 14})
  void grayWalkGivesTheQuadraticFormOfEveryState(int n) {
    double[][] g = Matrices.random(n, new SplittableRandom(n));
    var landscape = new EnergyLandscape(Matrices.weights(g, SelfTerm.ZERO), 0.1);
    assertThat(landscape.entries()).hasSize(1 << (n - 1));
    assertThat(landscape.isSampled()).isFalse();
    for (Pattern p : Pattern.all(n)) {
      RealVector v = MatrixUtils.createRealVector(p.voltages(0.1));
      double form = -v.dotProduct(MatrixUtils.createRealMatrix(g).operate(v));
      // rounding of N^2 terms of 0.01, and of 1024 flips between refreshes
      assertThat(landscape.energy(p)).isCloseTo(form, within(1e-13 * n * n));
    }
  }

  @Test
  void energyIsTwiceTheWeightsBetweenUnlikeElectrodes() {
    double[][] g = Matrices.film(7, new SplittableRandom(5));
    var landscape = new EnergyLandscape(Matrices.weights(g, SelfTerm.FULL), 3);
    for (Entry e : landscape.entries()) {
      double unlike = 0;
      for (int i = 0; i < 7; i++) {
        for (int j = 0; j < 7; j++) {
          unlike += e.pattern().sign(i) != e.pattern().sign(j) ? g[i][j] : 0;
        }
      }
      assertThat(e.energy()).isCloseTo(2 * 9 * unlike, within(1e-12)); // 49 terms of 9
    }
    assertThat(landscape.entries().get(0).pattern().isUniform()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 20})
  void hebbsMatrixHasTheStoredPatternLowest(int n) {
    Pattern s = Pattern.parse("+--+-+++--+-++-+--++".substring(0, n));
    Weights w = Matrices.weights(Matrices.hebb(new double[] {1}, s), SelfTerm.ZERO);
    var landscape = new EnergyLandscape(w, 2);
    // E' = -V0^2 (s.p)^2: -V0^2 N^2 at s, -V0^2 (N-2)^2 one flip away, 0 at the highest
    assertThat(landscape.lowest().pattern()).isEqualTo(s);
    assertThat(landscape.lowest().energy()).isCloseTo(-4.0 * n * n, within(1e-9));
    assertThat(landscape.learned(s)).isTrue();
    assertThat(landscape.learned(s.negated())).isTrue();
    double margin = 1 - (double) (n - 2) * (n - 2) / (n * n);
    assertThat(landscape.margin(s)).isCloseTo(margin, within(1e-12));
    Pattern near = Pattern.parse("+++" + s.text().substring(3));
    assertThat(landscape.margin(near)).isCloseTo(-1 + Math.pow(1 - 4.0 / n, 2), within(1e-12));
    assertThat(landscape.learned(List.of(near, s))).containsExactly(false, true);
    assertThat(landscape.margin(List.of(near, s)).get(1)).isEqualTo(landscape.margin(s));
  }

  @Test
  void theUniformPatternIsNeverLowestNorLearned() {
    double[][] g = Matrices.semidefiniteFilm(5, -1, new SplittableRandom(2));
    var landscape = new EnergyLandscape(Matrices.weights(g, SelfTerm.ZERO), 1);
    Pattern uniform = Pattern.parse("+++++");
    assertThat(landscape.energy(uniform)).isLessThan(landscape.lowest().energy());
    assertThat(landscape.lowest().pattern().isUniform()).isFalse();
    assertThat(landscape.learned(uniform)).isFalse();
    assertThat(landscape.margin(uniform)).isNaN();
  }

  @Test
  void marginIsPositiveExactlyForTheLearnedPattern() {
    SplittableRandom random = new SplittableRandom(8);
    for (int k = 0; k < 50; k++) {
      Weights w = Matrices.weights(Matrices.film(4, random), SelfTerm.ZERO);
      var landscape = new EnergyLandscape(w, 1);
      for (Pattern p : Pattern.all(4)) {
        boolean lowest = landscape.lowest().pattern().isSameState(p);
        assertThat(landscape.learned(p)).isEqualTo(lowest);
        assertThat(landscape.margin(p) > 0).isEqualTo(lowest);
      }
    }
  }

  @Test
  void twoElectrodesHaveOneStateAndNoWeightsHaveNoMargin() {
    Pattern p = Pattern.parse("+-");
    var two =
        new EnergyLandscape(Matrices.weights(new double[][] {{1, -1}, {-1, 1}}, SelfTerm.ZERO), 1);
    assertThat(two.learned(p)).isTrue();
    assertThat(two.margin(p)).isNaN();
    var none = new EnergyLandscape(Matrices.weights(new double[3][3], SelfTerm.ZERO), 1);
    assertThat(none.learned(Pattern.parse("+-+"))).isFalse();
    assertThat(none.margin(Pattern.parse("+-+"))).isNaN();
  }

  @Test
  void largeNetworksAreSampledAndTheLocalMinimaFound() {
    Pattern s = Pattern.parse("+--+-+++--+-++-+--++-+-+--+-+++");
    int n = s.size();
    Weights w = Matrices.weights(Matrices.hebb(new double[] {1}, s), SelfTerm.ZERO);
    var blind = new EnergyLandscape(w, 1);
    assertThat(blind.isSampled()).isTrue();
    // the one memory is the only local minimum, so descent finds it untold
    assertThat(blind.lowest().pattern()).isEqualTo(s);
    var told = new EnergyLandscape(w, 1, List.of(s), 4);
    double margin = 1 - (double) (n - 2) * (n - 2) / (n * n);
    assertThat(told.margin(s)).isCloseTo(margin, within(1e-12));
    assertThat(told.entries()).extracting(Entry::pattern).doesNotHaveDuplicates();
    assertThat(told.entries()).allMatch(e -> e.pattern().sign(0) > 0);
  }

  @Test
  void theSampleFollowsTheSeed() {
    Weights w = Matrices.weights(Matrices.film(24, new SplittableRandom(1)), SelfTerm.ZERO);
    var first = new EnergyLandscape(w, 1, List.of(), 7);
    assertThat(new EnergyLandscape(w, 1, List.of(), 7).entries()).isEqualTo(first.entries());
    assertThat(new EnergyLandscape(w, 1, List.of(), 8).entries()).isNotEqualTo(first.entries());
  }

  @Test
  void refusesWhatDoesNotFit() {
    Weights w = Matrices.weights(new double[3][3], SelfTerm.ZERO);
    assertThatIllegalArgumentException().isThrownBy(() -> new EnergyLandscape(w, 0));
    var landscape = new EnergyLandscape(w, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> landscape.energy(Pattern.parse("+-+-")))
        .withMessageContaining("4 signs for 3 electrodes");
  }
}
