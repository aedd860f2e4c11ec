package hopfilm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixTest {
  @ParameterizedTest
  @CsvSource({
    "14e-6, W, 14 µW",
    "-1.2345e-11, W, −12.3 pW",
    "30e-9, s, 30 ns",
    "0.0384, V, 38.4 mV",
    "1e-9, s, 1 ns",
    "999.9999999999e-12, s, 1 ns",
    "100, s, 100 s",
    "3.5e12, A/m², 3.5 TA/m²",
    "0, s, 0",
    "NaN, W, n/a"
  })
  void writesNumbersAsPeopleDo(double value, String unit, String text) {
    assertThat(Prefix.format(value, unit).replace('\u00a0', ' ')).isEqualTo(text);
  }

  @Test
  void onePrefixServesAWholeSet() {
    assertThat(Prefix.of(new double[] {3e-7, -0.02, Double.NaN}).symbol()).isEqualTo("m");
    assertThat(Prefix.of(new double[0])).isEqualTo(new Prefix("", 1));
  }

  @Test
  void ticksAreRoundAndLabelledAlike() {
    var ticks = Ticks.between(-0.3, 1.1, 6);
    assertThat(ticks).containsExactly(-0.25, 0.0, 0.25, 0.5, 0.75, 1.0);
    assertThat(ticks.stream().map(t -> Ticks.label(t, ticks)))
        .containsExactly("−0.25", "0.00", "0.25", "0.50", "0.75", "1.00");
    assertThat(Ticks.between(0, 512, 5)).containsExactly(0.0, 200.0, 400.0);
  }
}
