package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.magnet.LatticeWall.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LatticeWallTest {

  private static final double KU = 4.8e5;
  private static final double DC = 4 * Math.sqrt(Films.A * KU) / Math.PI;

  private static double energy(double D, double cell, Discretisation d, Normal normal) {
    return LatticeWall.energy(Films.A, KU, D, cell, d, normal).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, 4e-9, 4.67e-5", "COVARIANT, 4e-9, -1.65e-4",
    "STANDARD, 2e-9, -1.459e-4", "COVARIANT, 2e-9, -2.011e-4",
    "COVARIANT4, 4e-9, -2.292e-4", "COVARIANT4, 2e-9, -2.187e-4"
  })
  void isThatOfTheIndependentProgram(Discretisation d, double cell, double expected) {
    // 0.05 % of 4 sqrt(A Ku): the digits of the reference
    assertThat(energy(Films.D, cell, d, Normal.AXIS))
        .isCloseTo(expected, within(5e-4 * 4 * Math.sqrt(Films.A * KU)));
  }

  @ParameterizedTest
  @CsvSource({"STANDARD, AXIS", "STANDARD, DIAGONAL", "COVARIANT, AXIS", "COVARIANT, DIAGONAL"})
  void tendsToTheContinuumWithTheSquareOfTheCell(Discretisation d, Normal normal) {
    double exact = 4 * Math.sqrt(Films.A * KU) - Math.PI * Films.D;
    double coarse = energy(Films.D, 1e-9, d, normal) - exact;
    double fine = energy(Films.D, 0.5e-9, d, normal) - exact;
    // order 2; the next order is (1 nm / 4.6 nm)^2 of it
    assertThat(coarse / fine).isBetween(3.8, 4.2);
  }

  @ParameterizedTest
  @EnumSource(Normal.class)
  void tendsToTheContinuumWithTheFourthPowerOfTheCell(Normal normal) {
    double exact = 4 * Math.sqrt(Films.A * KU) - Math.PI * Films.D;
    double coarse = energy(Films.D, 1e-9, Discretisation.COVARIANT4, normal) - exact;
    double fine = energy(Films.D, 0.5e-9, Discretisation.COVARIANT4, normal) - exact;
    // order 4; the next order is a few times (1 nm / 4.6 nm)^2 of it
    assertThat(coarse / fine).isBetween(12.0, 20.0);
  }

  @ParameterizedTest
  @EnumSource(Discretisation.class)
  void veryFineCellsJoinTheContinuum(Discretisation d) {
    double width = Math.sqrt(Films.A / KU);
    double chain = energy(Films.D, width / 160, d, Normal.AXIS);
    double continuum = energy(Films.D, width / 175, d, Normal.AXIS);
    // what cells of 1/160 of the width leave, of order 160^-2
    assertThat(chain).isCloseTo(continuum, within(1e-5 * 4 * Math.sqrt(Films.A * KU)));
  }

  @ParameterizedTest
  @CsvSource({"AXIS, 1.03", "DIAGONAL, 1.016"})
  void thresholdOfStandardAtFourNanometres(Normal normal, double expected) {
    double d =
        LatticeWall.threshold(Films.A, KU, 4e-9, Discretisation.STANDARD, normal).orElseThrow();
    // as published, to its last digit
    assertThat(d / DC).isCloseTo(expected, within(normal == Normal.AXIS ? 5e-3 : 5e-4));
  }

  @ParameterizedTest
  @EnumSource(Normal.class)
  void covariantHasStripesInThePaperLikeFilm(Normal normal) {
    assertThat(energy(Films.D, 4e-9, Discretisation.COVARIANT, normal)).isNegative();
  }

  @ParameterizedTest
  @EnumSource(Normal.class)
  void theSignOfDMakesNoDifference(Normal normal) {
    double plus = energy(Films.D, 4e-9, Discretisation.COVARIANT, normal);
    assertThat(energy(-Films.D, 4e-9, Discretisation.COVARIANT, normal)).isEqualTo(plus);
  }

  @Test
  void thereIsNoWallWithoutAnEasyAxisOrInCellsOfAQuarterPitch() {
    assertThat(LatticeWall.energy(1e-11, 0, 1e-3, 4e-9, Discretisation.STANDARD, Normal.AXIS))
        .isEmpty();
    // pitch 4 pi A/D = 126 nm
    assertThat(LatticeWall.energy(1e-11, 1e5, 1e-3, 32e-9, Discretisation.COVARIANT, Normal.AXIS))
        .isEmpty();
  }
}
