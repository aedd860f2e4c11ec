package hopfilm.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "6.5 mA, CURRENT, 6.5e-3",
    "700 kA/m, MAGNETISATION, 7e5",
    "10 pJ/m, EXCHANGE_STIFFNESS, 1e-11",
    "10 pN, EXCHANGE_STIFFNESS, 1e-11",
    "172 kJ/m^3, ENERGY_DENSITY, 1.72e5",
    "172 kJ m^-3, ENERGY_DENSITY, 1.72e5",
    "172 kJ·m⁻³, ENERGY_DENSITY, 1.72e5",
    "172 kJ/m3, ENERGY_DENSITY, 1.72e5",
    "172 m^-3 kJ, ENERGY_DENSITY, 1.72e5",
    "172 kJ/m/m/m, ENERGY_DENSITY, 1.72e5",
    "0.172 MPa, ENERGY_DENSITY, 1.72e5",
    "2.86 mJ/m^2, SURFACE_ENERGY, 2.86e-3",
    "2.86 mJ/m², SURFACE_ENERGY, 2.86e-3",
    "0.15 uOhm m, RESISTIVITY, 1.5e-7",
    "0.15 uOhm*m, RESISTIVITY, 1.5e-7",
    "0.15 m uOhm, RESISTIVITY, 1.5e-7",
    "0.15 m µΩ, RESISTIVITY, 1.5e-7",
    "15 uOhm cm, RESISTIVITY, 1.5e-7",
    "150 m/MS, RESISTIVITY, 1.5e-4",
    "6.6 MS/m, CONDUCTIVITY, 6.6e6",
    "6.6 1/(uOhm m), CONDUCTIVITY, 6.6e6",
    "38.4 mV, VOLTAGE, 0.0384",
    "-38.4mV, VOLTAGE, -0.0384",
    "512 nm, LENGTH, 5.12e-7",
    "1 um, LENGTH, 1e-6",
    "1 µm, LENGTH, 1e-6",
    "1 μm, LENGTH, 1e-6",
    "40 Å, LENGTH, 4e-9",
    "1e-12 m, LENGTH, 1e-12",
    "1E3 nm, LENGTH, 1e-6",
    ".5 nm, LENGTH, 5e-10",
    "20 ns, TIME, 2e-8",
    "5 min, TIME, 300",
    "2 h, TIME, 7200",
    "150 %, FRACTION, 1.5",
    "1.5, FRACTION, 1.5",
    "300 K, TEMPERATURE, 300",
    "10 Ohm, RESISTANCE, 10",
    "2.5 1/Ohm, CONDUCTANCE, 2.5",
    "100 m/s, VELOCITY, 100",
    "1e12 A/m^2, CURRENT_DENSITY, 1e12",
    "100 1/um^2, AREAL_NUMBER, 1e14",
    "100 /um^2, AREAL_NUMBER, 1e14",
    "1 GHz, FREQUENCY, 1e9",
    "1 aJ, ENERGY, 1e-18",
    "1 eV, ENERGY, 1.602176634e-19",
  })
  void readsTheDoubleNearestToTheDecimalValue(String text, Dimension dimension, double si) {
    assertThat(Quantity.parse(text, dimension)).isEqualTo(si);
  }

  @Test
  void convertsAFieldInTeslaByMu0() {
    // mu0 H = 1 T is 795 774.715 A/m, 1 Oe is 79.577 4715 A/m (tables); nine digits are printed
    // there
    assertThat(Quantity.parse("100 mT", Dimension.MAGNETIC_FIELD))
        .isCloseTo(79577.4715, within(1e-4));
    assertThat(Quantity.parse("1 kOe", Dimension.MAGNETIC_FIELD))
        .isCloseTo(79577.4715, within(1e-4));
    assertThat(Quantity.parse("30 kA/m", Dimension.MAGNETIC_FIELD)).isEqualTo(3e4);
  }

  @Test
  void aRangeWithAUnitIsRefusedAsOne() {
    for (String text : List.of("2..5", "2 mJ/m^2..5 mJ/m^2")) {
      assertThatExceptionOfType(UnitException.class)
          .isThrownBy(() -> Quantity.parse(text, Dimension.SURFACE_ENERGY))
          .withMessageContaining("ranges a..b are of whole numbers without a unit; write a list");
    }
  }

  @Test
  void anExactTextReadsBackToTheSameDouble() {
    assertThat(Quantity.exact(0.0384, Dimension.VOLTAGE)).isEqualTo("38.4 mV");
    assertThat(Quantity.exact(0.0384567, Dimension.VOLTAGE)).isEqualTo("38.4567 mV");
    assertThat(Quantity.exact(0.123456, Dimension.FRACTION)).isEqualTo("0.123456");
    Random random = new Random(1);
    for (int k = 0; k < 10_000; k++) {
      double si = random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30);
      for (Dimension d : List.of(Dimension.LENGTH, Dimension.RESISTANCE, Dimension.FRACTION)) {
        assertThat(Quantity.parse(Quantity.exact(si, d), d)).isEqualTo(si);
      }
    }
    for (double edge : new double[] {0, Double.MIN_VALUE, Double.MAX_VALUE}) {
      String text = Quantity.exact(edge, Dimension.TIME);
      assertThat(Quantity.parse(text, Dimension.TIME)).isEqualTo(edge);
    }
  }

  @Test
  void convertsDegreesAndDoesNotTakeThemForAFraction() {
    assertThat(Quantity.parse("30 deg", Dimension.ANGLE))
        .isCloseTo(Math.PI / 6, within(1e-15)); // pi itself is rounded
    refused("30 deg", Dimension.FRACTION, "30 deg is an angle; expected a plain number");
  }

  @Test
  void theUnitTellsWhichFormOfTheDmiConstantIsMeant() {
    Dimension[] forms = {Dimension.CURRENT, Dimension.SURFACE_ENERGY};
    assertThat(Quantity.read("6.5 mA", forms)).isEqualTo(new Quantity(6.5e-3, Dimension.CURRENT));
    assertThat(Quantity.read("2.86 mJ/m^2", forms))
        .isEqualTo(new Quantity(2.86e-3, Dimension.SURFACE_ENERGY));
    assertThatExceptionOfType(UnitException.class)
        .isThrownBy(() -> Quantity.read("3 mV", forms))
        .withMessage(
            "3 mV is a voltage; expected a current, for example 6.5 mA, or an energy per area, for"
                + " example 2.86 mJ/m^2");
  }

  @Test
  void aNumberWithoutUnitIsShownInTheUnitThatMakesItUsual() {
    Dimension[] forms = {Dimension.CURRENT, Dimension.SURFACE_ENERGY};
    assertThatExceptionOfType(UnitException.class)
        .isThrownBy(() -> Quantity.read("1.58e-3", forms))
        .withMessage("1.58e-3 has no unit; write for example 1.58e-3 J/m^2 or 6.5 mA");
    assertThatExceptionOfType(UnitException.class)
        .isThrownBy(() -> Quantity.read("-7", forms))
        .withMessage("-7 has no unit; write for example -7 mA or 2.86 mJ/m^2");
    assertThatExceptionOfType(UnitException.class)
        .isThrownBy(() -> Quantity.read("2", Map.of(Dimension.TIME, "ps")))
        .withMessage("2 has no unit; write for example 2 ps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "-0", " 0e5 "})
  void zeroNeedsNoUnit(String zero) {
    assertThat(Quantity.parse(zero, Dimension.ENERGY_DENSITY)).isZero();
    assertThat(Quantity.read(zero, Dimension.CURRENT, Dimension.SURFACE_ENERGY).value()).isZero();
  }

  @Test
  void saysWhatWasReadAndWhatIsExpected() {
    refused("40 mV", Dimension.LENGTH, "40 mV is a voltage; expected a length, for example 4 nm");
    refused("4", Dimension.LENGTH, "4 has no unit; write for example 4 nm");
    refused("50", Dimension.VOLTAGE, "50 has no unit; write for example 50 mV");
    refused("2e5", Dimension.ENERGY_DENSITY, "2e5 has no unit; write for example 2e5 J/m^3");
    refused("4 nmm", Dimension.LENGTH, "4 nmm: unknown unit 'nmm', nearest is 'nm'");
    refused("4 NM", Dimension.LENGTH, "4 NM: unknown unit 'NM', nearest is 'nm'");
    refused("4 KA/m", Dimension.MAGNETISATION, "4 KA/m: unknown unit 'KA', nearest is 'kA'");
    refused("1 uohms m", Dimension.RESISTIVITY, "unknown unit 'uohms', nearest is 'uohm'");
    refused("4 volt", Dimension.VOLTAGE, "4 volt: unknown unit 'volt', write for example 38.4 mV");
    refused("0,15 uOhm m", Dimension.RESISTIVITY, "write decimals with a point");
    refused("4 m/V", Dimension.LENGTH, "4 m/V has the dimension of kg^-1 m^-1 s^3 A;");
    refused("0.88 T", Dimension.MAGNETISATION, "0.88 T is a magnetic flux density; expected a");
    refused("fast", Dimension.VELOCITY, "'fast' is not a number with a unit; write for example");
  }

  @ParameterizedTest
  @CsvSource({
    "''", "NaN m", "Infinity m", "0x10 m", "1e9999 m", "9e999 m", "1 m^", "1 m^-", "1 (m", "1 m)",
    "1 ()", "1 m//s", "1 m**", "1 m^99", "1 ((m^9)^9)^9", "1 m*", "1 kmin", "1 k", "1 %%", "- 1 m",
    "--1 m", "1 m;", "1 mm mm"
  })
  void refusesWhatIsNoLength(String text) {
    assertThatExceptionOfType(UnitException.class)
        .isThrownBy(() -> Quantity.parse(text, Dimension.LENGTH));
  }

  @Test
  void refusesVeryLongTextsInsteadOfOverflowingTheStack() {
    String text = "1 " + "(".repeat(100_000) + "m";
    assertThatExceptionOfType(UnitException.class)
        .isThrownBy(() -> Quantity.parse(text, Dimension.LENGTH));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0384, VOLTAGE, 38.4 mV",
    "5.12e-7, LENGTH, 512 nm",
    "1e-6, LENGTH, 1 um",
    "9.9999e-7, LENGTH, 1 um",
    "-2.8588e-3, SURFACE_ENERGY, -2.859 mJ/m^2",
    "1.72e5, ENERGY_DENSITY, 172 kJ/m^3",
    "1.5e-7, RESISTIVITY, 150 nOhm m",
    "1.5, FRACTION, 1.5",
    "0, VOLTAGE, 0 V",
    "123.456, VELOCITY, 123.5 m/s",
    "1.2346e12, CURRENT_DENSITY, 1.235e12 A/m^2",
    "1e-30, LENGTH, 1e-30 m",
  })
  void printsFourDigitsWithASuitablePrefix(double si, Dimension dimension, String shown) {
    assertThat(Quantity.format(si, dimension)).isEqualTo(shown);
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void readsBackWhatItPrints(Dimension dimension) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      double si = (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-30, 30));
      double back = Quantity.parse(Quantity.format(si, dimension), dimension);
      // four significant digits: half a unit of the last is 5e-4 relative at most
      assertThat(back).isCloseTo(si, within(5.001e-4 * Math.abs(si)));
    }
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void everyExampleHasItsDimension(Dimension dimension) {
    for (String example : dimension.example().split(" or ")) {
      assertThat(Quantity.read(example, dimension).dimension()).isEqualTo(dimension);
    }
  }

  private static void refused(String text, Dimension expected, String message) {
    assertThatExceptionOfType(UnitException.class)
        .isThrownBy(() -> Quantity.parse(text, expected))
        .withMessageContaining(message);
  }
}
