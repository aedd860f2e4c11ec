package hopfilm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The reference solutions themselves, against numbers from elsewhere. */
class RadialProfileTest {

  @Test
  void isolatedSkyrmionOfTheIndependentProgram() {
    RadialProfile p = SkyrmionRadius.exact();
    // five digits of the reference program
    assertThat(p.effectiveRadius()).isCloseTo(11.607e-9, within(1e-12));
    assertThat(p.energy()).isCloseTo(10.758, within(1e-3));
  }

  @Test
  void skyrmionInTheDiscOfTheStandardProblem() {
    RadialProfile p = new RadialProfile(1.3e-11, 3e-3, 4e5, 50e-9, 20e-9, true);
    // m_z of the published solution of the differential equation at 10.02004 and 27.05411 nm
    assertThat(p.mz(10.02004008016032e-9)).isCloseTo(0.9717848557863308, within(2e-5));
    assertThat(p.mz(27.05410821643287e-9)).isCloseTo(-0.7438896117431730, within(2e-5));
  }
}
