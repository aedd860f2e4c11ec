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
}
