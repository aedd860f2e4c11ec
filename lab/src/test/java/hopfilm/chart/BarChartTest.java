package hopfilm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarChartTest {
  private static final BarChart.Kind KIND = new BarChart.Kind("all", Palette.BLUE);

  private static BarChart chart(String... names) {
    return new BarChart(
        "title",
        "subtitle",
        "names",
        "value",
        List.of(KIND),
        Stream.of(names).map(n -> new BarChart.Bar(n, 1, KIND, "")).toList());
  }

  /** Names that would overlap read upwards, and the chart grows by their length. */
  @Test
  void longNamesAreTurned() {
    String name = "a name of some length";
    int beside = chart("a", "b", "c").height();
    assertThat(chart(name, name).height()).isEqualTo(beside);
    int turned = chart(name, name, name, name, name).height();
    assertThat(turned)
        .isGreaterThan(beside + (int) Fonts.width(Fonts.TICK, name) - 24)
        .isLessThan(beside + (int) Fonts.width(Fonts.TICK, name) + 24);
  }
}
