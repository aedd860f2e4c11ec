package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hopfilm.transport.Electrode.Drive;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenValuesTest {

  @Test
  void nothingIsGivenWhereAnElectrodeFloats() {
    List<Drive> kinds = List.of(Drive.VOLTAGE, Drive.FLOAT, Drive.CURRENT);
    GivenValues given = new GivenValues(kinds, new double[] {0.05, Double.NaN, -0.002});
    assertThat(given.numbers()).containsExactly(0.05, 0, -0.002);
  }

  @Test
  void voltsAreNotAmperes() {
    assertThat(GivenValues.voltages(1, -1)).isNotEqualTo(GivenValues.currents(1, -1));
    assertThat(GivenValues.voltages(1, -1)).isEqualTo(GivenValues.voltages(1, -1));
  }

  @Test
  void keepsItsNumbers() {
    double[] volts = {1, 2};
    GivenValues given = GivenValues.voltages(volts);
    volts[0] = 7;
    given.numbers()[1] = 7;
    assertThat(given.numbers()).containsExactly(1, 2);
  }

  @Test
  void refusesAnotherNumberThanElectrodes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GivenValues(List.of(Drive.VOLTAGE), new double[2]))
        .withMessage("2 values for 1 electrodes");
  }
}
