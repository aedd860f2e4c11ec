package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Fonts;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page draws in the colours of the figures and writes numbers as they do. Both are written down
 * twice, in Java and in JavaScript; here each side is held against the other.
 */
class PageLikeFiguresTest {

  /** Channels may differ by this: the last bit of a power is up to the machine. */
  private static final int ROUNDING = 1;

  private static JsonNode run(String script, String... arguments) throws Exception {
    return JsonMapper.shared().readTree(Node.run(script, arguments));
  }

  @Test
  void colourMapsAreThoseOfTheFigures() throws Exception {
    JsonNode page =
        run(
            """
            const { DIVERGING, SEQUENTIAL } = await load(process.argv[1]);
            console.log(JSON.stringify({ diverging: [...DIVERGING], sequential: [...SEQUENTIAL] }));
            """,
            Node.file("colours.js").toString());
    assertThat(page.path("diverging").size()).isEqualTo(3 * 256);
    assertThat(page.path("sequential").size()).isEqualTo(3 * 256);
    for (int k = 0; k < 256; k++) {
      assertLike(page.path("diverging"), 3 * k, ColourMap.DIVERGING.rgb(k / 255.0));
      assertLike(page.path("sequential"), 3 * k, ColourMap.SEQUENTIAL.rgb(k / 255.0));
    }
  }

  @Test
  void directionsHaveTheColoursOfTheFigures() throws Exception {
    JsonNode page =
        run(
            """
            const { DIRECTION, directionIndex } = await load(process.argv[1]);
            const shown = [];
            for (let level = 0; level < 64; level += 3) {
              for (let angle = 0; angle < 128; angle += 5) {
                const mz = (2 * level) / 63 - 1;
                const plane = Math.sqrt(1 - mz * mz);
                const a = (angle / 128) * 2 * Math.PI;
                const m = [plane * Math.cos(a), plane * Math.sin(a), mz];
                const k = directionIndex(...m);
                shown.push({ m, rgb: [...DIRECTION.slice(k, k + 3)] });
              }
            }
            console.log(JSON.stringify(shown));
            """,
            Node.file("colours.js").toString());
    assertThat(page.size()).isEqualTo(22 * 26);
    for (JsonNode shown : page) {
      JsonNode m = shown.path("m");
      int rgb = ColourMap.direction(m.get(0).asDouble(), m.get(1).asDouble(), m.get(2).asDouble());
      assertLike(shown.path("rgb"), 0, rgb);
    }
  }

  @Test
  void seriesAndSignsHaveTheColoursOfTheFigures() throws Exception {
    JsonNode page =
        run(
            """
            const c = await load(process.argv[1]);
            const signs = [1, -1, 0].map(c.signColour);
            const { SERIES, NO_FILM, NO_CURRENT } = c;
            console.log(JSON.stringify({ series: SERIES, signs, NO_FILM, NO_CURRENT }));
            """,
            Node.file("colours.js").toString());
    int last = Palette.SERIES.size() - 1;
    assertThat(page.path("series").size()).isEqualTo(Palette.SERIES.size());
    for (int k = 0; k < last; k++) {
      assertThat(page.path("series").get(k).asString()).isEqualTo(css(Palette.SERIES.get(k)));
    }
    // ink would not show on a dark page
    assertThat(Palette.SERIES.get(last)).isEqualTo(Palette.INK);
    assertThat(page.path("series").get(last).asString()).isNotEqualTo(css(Palette.INK));
    List<String> signs = List.of(css(Palette.VERMILLION), css(Palette.BLUE), css(Palette.NEUTRAL));
    assertThat(page.path("signs").valueStream().map(JsonNode::asString)).isEqualTo(signs);
    assertLike(page.path("NO_FILM"), 0, Palette.NO_FILM.getRGB());
    assertLike(page.path("NO_CURRENT"), 0, Palette.PAPER.getRGB());
  }

  /** Numbers of every prefix and beyond both ends, some a hair from the next one. */
  private static double[] numbers() {
    Random random = new Random(7);
    return DoubleStream.concat(
            DoubleStream.of(1e-9, 30e-9, 100, -14e-6, 0.0384, 999.9999999999e-12, 999.999e-12, 1e3),
            DoubleStream.generate(
                    () ->
                        (random.nextBoolean() ? 1 : -1)
                            * Math.pow(10, -25 + 51 * random.nextDouble()))
                .limit(400))
        .toArray();
  }

  @Test
  void numbersAreWrittenAsInTheFigures() throws Exception {
    double[] numbers = numbers();
    JsonNode page =
        run(
            """
            const { prefix, quantity } = await load(process.argv[1]);
            const shown = JSON.parse(process.argv[2]).map((x) => [
              prefix(x).name, prefix(x).factor, quantity(x, "V") ]);
            console.log(JSON.stringify(shown));
            """,
            Node.file("format.js").toString(),
            DoubleStream.of(numbers)
                .mapToObj(Double::toString)
                .collect(Collectors.joining(",", "[", "]")));
    assertThat(page.size()).isEqualTo(numbers.length);
    for (int k = 0; k < numbers.length; k++) {
      Prefix prefix = Prefix.of(numbers[k]);
      JsonNode shown = page.get(k);
      assertThat(shown.get(0).asString()).as("prefix of %s", numbers[k]).isEqualTo(prefix.symbol());
      assertThat(shown.get(1).asDouble() / prefix.factor()).isCloseTo(1, within(1e-12));
      assertThat(shown.get(2).asString())
          .isEqualTo(Prefix.format(numbers[k], "V").replace('\u00a0', ' '));
    }
  }

  /** The page keeps the unit at zero, where a slider may stand, and has a dash for no number. */
  @Test
  void patternsAreWrittenAsInTheFiguresAndZeroKeepsItsUnit() throws Exception {
    JsonNode page =
        run(
            """
            const { pretty, quantity } = await load(process.argv[1]);
            console.log(JSON.stringify([pretty("+--+"), quantity(0, "V"), quantity(null, "V")]));
            """,
            Node.file("format.js").toString());
    assertThat(page.get(0).asString()).isEqualTo(Fonts.pattern("+--+"));
    assertThat(page.get(1).asString()).isEqualTo(Prefix.format(0, "V") + " V");
    assertThat(page.get(2).asString()).isEqualTo("\u2013");
  }

  private static void assertLike(JsonNode bytes, int at, int rgb) {
    for (int k = 0; k < 3; k++) {
      assertThat(bytes.get(at + k).asInt())
          .as("channel %d of %06x", k, rgb & 0xffffff)
          .isCloseTo(rgb >> (16 - 8 * k) & 255, within(ROUNDING));
    }
  }

  private static String css(Color c) {
    return String.format(Locale.ROOT, "#%06x", c.getRGB() & 0xffffff);
  }
}
