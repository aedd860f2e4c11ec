package hopfilm.chart;

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

  /**
   * Equal steps on either side, and each step keeps its order for the two common kinds of colour
   * blindness (matrices on linear sRGB: G. M. Machado et al., 2009, doi:10.1109/TVCG.2009.113).
   */
  @Test
  void divergingMapHasEqualStepsAndKeepsItsOrderForColourBlindEyes() {
    double[][][] eyes = {
      {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
      {
        {0.152286, 1.052583, -0.204868},
        {0.114503, 0.786281, 0.099216},
        {-0.003882, -0.048116, 1.051998}
      },
      {
        {0.367322, 0.860646, -0.227968},
        {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}
      }
    };
    for (double[][] eye : eyes) {
      for (int side = -1; side <= 1; side += 2) {
        double whole = seen(eye, 0.5) - seen(eye, 0.5 + 0.5 * side);
        assertThat(whole).isGreaterThan(40);
        for (int k = 1; k <= 8; k++) {
          double step = seen(eye, 0.5 + side * (k - 1) / 16.0) - seen(eye, 0.5 + side * k / 16.0);
          // the map is even in Oklab; L* of a colour-blind eye differs from that by up to a half
          assertThat(step).isBetween(0.5 * whole / 8, 1.6 * whole / 8);
        }
      }
    }
  }

  private static double seen(double[][] eye, double t) {
    int rgb = ColourMap.DIVERGING.rgb(t);
    double[] linear = {linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255)};
    double[] weights = {0.2126, 0.7152, 0.0722};
    double y = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        y += weights[i] * eye[i][j] * linear[j];
      }
    }
    return 116 * Math.cbrt(Math.max(0, y)) - 16;
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
