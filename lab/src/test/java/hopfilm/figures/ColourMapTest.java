package hopfilm.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ColourMapTest {
  /** CIE 1976 lightness L* of an sRGB colour: another measure than the one the maps are made by. */
  private static double lightness(int rgb) {
    double y =
        0.2126 * linear(rgb >> 16 & 255)
            + 0.7152 * linear(rgb >> 8 & 255)
            + 0.0722 * linear(rgb & 255);
    return 116 * Math.cbrt(y) - 16;
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  @Test
  void sequentialMapGrowsEvenlyLighter() {
    double first = lightness(ColourMap.SEQUENTIAL.rgb(0));
    double last = lightness(ColourMap.SEQUENTIAL.rgb(1));
    assertThat(last - first).isGreaterThan(70);
    for (int k = 1; k <= 16; k++) {
      double step =
          lightness(ColourMap.SEQUENTIAL.rgb(k / 16.0))
              - lightness(ColourMap.SEQUENTIAL.rgb((k - 1) / 16.0));
      // Oklab and L* differ by some tenths for saturated colours
      assertThat(step).isBetween(0.5 * (last - first) / 16, 1.6 * (last - first) / 16);
    }
  }

  @Test
  void divergingMapIsWhiteAtZeroAndAlikeOnBothSides() {
    assertThat(lightness(ColourMap.DIVERGING.rgb(0.5))).isGreaterThan(95);
    for (double a = 0.1; a <= 0.5; a += 0.1) {
      double low = lightness(ColourMap.DIVERGING.rgb(0.5 - a));
      double high = lightness(ColourMap.DIVERGING.rgb(0.5 + a));
      // neither sign may look stronger; saturated purple and green differ a little in L*
      assertThat(low).isCloseTo(high, within(8.0));
    }
    int down = ColourMap.DIVERGING.rgb(0);
    int up = ColourMap.DIVERGING.rgb(1);
    assertThat(up >> 8 & 255).as("up is green").isGreaterThan((up >> 16 & 255) + 60);
    assertThat(down >> 8 & 255).as("down is purple").isLessThan((down >> 16 & 255) - 60);
  }

  @Test
  void directionIsWhiteUpBlackDownAndOppositeHuesInThePlane() {
    assertThat(lightness(ColourMap.direction(0, 0, 1))).isGreaterThan(95);
    assertThat(lightness(ColourMap.direction(0, 0, -1))).isLessThan(10);
    for (int k = 0; k < 8; k++) {
      double a = k * Math.PI / 4;
      int c = ColourMap.direction(Math.cos(a), Math.sin(a), 0);
      // equal lightness all round: no direction stands out
      assertThat(lightness(c)).isCloseTo(68, within(7.0));
      int opposite = ColourMap.direction(-Math.cos(a), -Math.sin(a), 0);
      int difference = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        difference += Math.abs((c >> shift & 255) - (opposite >> shift & 255));
      }
      assertThat(difference).isGreaterThan(120);
    }
  }

  @Test
  void numbersOutsideTheRangeTakeTheColourOfTheEnd() {
    assertThat(ColourMap.SEQUENTIAL.rgb(-3)).isEqualTo(ColourMap.SEQUENTIAL.rgb(0));
    assertThat(ColourMap.SEQUENTIAL.rgb(7)).isEqualTo(ColourMap.SEQUENTIAL.rgb(1));
  }
}
