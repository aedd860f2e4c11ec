package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRulesTest {

  private static final int PULSES = 16;

  @Test
  void weightsThatGoHalfOfTheWayAtEachPulseFollowOja() {
    double[] unlike = new double[PULSES + 1];
    double[] like = new double[PULSES + 1];
    for (int n = 1; n <= PULSES; n++) {
      unlike[n] = unlike[n - 1] + (3 - unlike[n - 1]) / 2;
      like[n] = -unlike[n];
    }
    LearningRules rules = LearningRules.fit(unlike, like);
    // half of the rest remains after ln 2 times the time of decay; the fit tries steps of 1 %
    assertThat(rules.pulses()).isCloseTo(1 / Math.log(2), within(0.01));
    assertThat(rules.limit()).isCloseTo(3, within(0.01));
    assertThat(rules.ojaRms()).isLessThan(0.01);
    assertThat(rules.hebbRms()).isGreaterThan(0.5);
    assertThat(rules.oja(-1)[1]).isCloseTo(-1.5, within(0.02));
  }

  @Test
  void weightsThatAddTheSameAtEachPulseFollowTheOuterProduct() {
    double[] unlike = new double[PULSES + 1];
    double[] like = new double[PULSES + 1];
    for (int n = 1; n <= PULSES; n++) {
      unlike[n] = unlike[n - 1] + 0.25;
      like[n] = like[n - 1] - 0.25;
    }
    LearningRules rules = LearningRules.fit(unlike, like);
    // rounding
    assertThat(rules.hebbRms()).isLessThan(1e-12);
    assertThat(rules.slope()).isCloseTo(0.25, within(1e-12));
    assertThat(rules.hebb(-1)[4]).isCloseTo(-1, within(1e-12));
  }

  @Test
  void likePairsThatDoNotWeakenAreNoOuterProduct() {
    double[] unlike = {0, 1, 2, 3, 4};
    double[] like = new double[5];
    LearningRules rules = LearningRules.fit(unlike, like);
    // the best compromise is half: it misses each curve by n/2, rms sqrt(30/4/5)
    assertThat(rules.slope()).isCloseTo(0.5, within(1e-12));
    assertThat(rules.hebbRms()).isCloseTo(Math.sqrt(1.5), within(1e-12));
  }
}
