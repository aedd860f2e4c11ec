package hopfilm.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlotAxisTest {

  @Test
  void logarithmicAxesGiveEqualRatiosEqualLengths() {
    PlotAxis axis = PlotAxis.around(0.5, 8, true);
    assertThat(axis.share(1) - axis.share(0.5))
        .isCloseTo(axis.share(8) - axis.share(4), within(1e-12));
    assertThat(axis.share(0.5)).isPositive();
    assertThat(axis.share(8)).isLessThan(1);
  }

  @Test
  void fewDecadesHaveMultiplesAsTicksAndManyHavePowers() {
    assertThat(PlotAxis.around(1, 4, true).ticks(8))
        .extracting(PlotAxis.Tick::label)
        .containsExactly("1", "2", "3", "4");
    assertThat(PlotAxis.around(1e-9, 1e-1, true).ticks(8))
        .extracting(PlotAxis.Tick::label)
        .contains("10\u207b\u2078", "0.01")
        .doesNotContain("0.02");
  }

  @Test
  void linearTicksAreRoundAndInside() {
    assertThat(PlotAxis.around(0, 90, false).ticks(8))
        .extracting(PlotAxis.Tick::label)
        .containsExactly("0", "20", "40", "60", "80");
  }

  /** There is no pulse 0.5. */
  @Test
  void whatIsCountedHasTicksAtWholeNumbers() {
    assertThat(PlotAxis.whole(0, 2).ticks(8))
        .extracting(PlotAxis.Tick::label)
        .containsExactly("0", "1", "2");
    assertThat(PlotAxis.whole(0, 12).ticks(5))
        .extracting(PlotAxis.Tick::label)
        .containsExactly("0", "5", "10");
  }

  @Test
  void barsStandOnZeroUnlessSomeHang() {
    assertThat(PlotAxis.fromZero(3, 10)).isEqualTo(new PlotAxis(0, 11, false));
    assertThat(PlotAxis.fromZero(-10, -3)).isEqualTo(new PlotAxis(-11, 0, false));
    PlotAxis both = PlotAxis.fromZero(-5, 5);
    assertThat(both.low()).isEqualTo(-6);
    assertThat(both.high()).isEqualTo(6);
  }

  /** A difference in the last digits is rounding, and must not be blown up to fill the plot. */
  @Test
  void roundingDoesNotFillThePlot() {
    PlotAxis axis = PlotAxis.roomy(2, 2 + 1e-12);
    assertThat(axis.low()).isCloseTo(1.9, within(1e-6));
    assertThat(axis.high()).isCloseTo(2.1, within(1e-6));
    assertThat(PlotAxis.roomy(2, 3).high()).isCloseTo(3.1, within(1e-9));
    PlotAxis none = PlotAxis.fromZero(0, 0);
    assertThat(none.share(0)).isCloseTo(0.5, within(1e-9));
  }
}
