package hopfilm.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConstantsTest {

  @Test
  void bohrMagnetonIsThatOfElectronChargeAndMass() {
    double hbar = 1.054571817e-34; // J s, CODATA 2018
    double mass = 9.1093837015e-31; // kg, CODATA 2018
    // digits given there: 3e-10 relative
    assertThat(Constants.E * hbar / (2 * mass)).isCloseTo(Constants.MUB, within(1e-9 * 1e-23));
  }

  @Test
  void gyromagneticRatioIsThatOfTheElectronToThreeDigits() {
    double electron = 1.76085963023e11; // 1/(s T), CODATA 2018
    assertThat(Constants.GAMMA0 / Constants.MU0).isCloseTo(electron, within(1e-3 * electron));
  }

  @Test
  void gasConstantFollowsFromBoltzmanns() {
    assertThat(Constants.KB * 6.02214076e23).isCloseTo(8.314462618, within(1e-9));
  }
}
