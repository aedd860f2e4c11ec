package hopfilm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /** A minus that is turned reads as a bar: the signs of a pattern stand one below the other. */
  @Test
  void signsStayUpright() {
    String name = Fonts.pattern("-".repeat(30));
    BarChart chart = chart(name, name, name, name);
    BufferedImage image =
        new BufferedImage(chart.width(), chart.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, chart.width(), chart.height());
    chart.paint(g);
    g.dispose();
    int strokes = 0;
    for (int y = chart.height() / 3; y < chart.height(); y++) {
      strokes += longest(image, y) >= 8 && longest(image, y - 1) < 8 ? 1 : 0;
    }
    // thirty rows of minus signs, and those of titles and legend
    assertThat(strokes).isBetween(30, 60);
  }

  /** Longest row of dark pixels beside the axis [px]. */
  private static int longest(BufferedImage image, int y) {
    int longest = 0;
    int run = 0;
    for (int x = image.getWidth() / 2; x < image.getWidth(); x++) {
      run = (image.getRGB(x, y) & 0xff) < 128 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Of twenty bars two beside each other have a word: each stays within the place of its bar. */
  @Test
  void wordsThatWouldMeetReadAlongTheirBars() {
    for (double value : new double[] {-10, -1, 1, 10}) {
      List<BarChart.Bar> bars =
          IntStream.range(0, 20)
              .mapToObj(k -> new BarChart.Bar("", 0, KIND, ""))
              .collect(Collectors.toCollection(ArrayList::new));
      bars.set(7, new BarChart.Bar("", value, KIND, "trained, lowest"));
      bars.set(8, new BarChart.Bar("", value, KIND, "trained"));
      bars.set(19, new BarChart.Bar("", Math.signum(value) * 10, KIND, ""));
      List<BarChart.Bar> plain =
          bars.stream().map(b -> new BarChart.Bar("", b.value(), KIND, "")).toList();
      BufferedImage with = image(bars);
      BufferedImage without = image(plain);
      int from = with.getWidth();
      int to = 0;
      for (int x = 0; x < with.getWidth(); x++) {
        for (int y = 0; y < with.getHeight(); y++) {
          if (with.getRGB(x, y) != without.getRGB(x, y)) {
            from = Math.min(from, x);
            to = Math.max(to, x);
          }
        }
      }
      // two places of some 41 px each, and words of some 15 px
      assertThat(to - from).as("value %s", value).isBetween(20, 82);
    }
  }

  private static BufferedImage image(List<BarChart.Bar> bars) {
    BarChart chart = new BarChart("title", "subtitle", "names", "value", List.of(KIND), bars);
    BufferedImage image =
        new BufferedImage(chart.width(), chart.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    chart.paint(g);
    g.dispose();
    return image;
  }
}
