package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three outcomes of training, on the live page and in the reports, light and dark. */
class OutcomeColoursTest {

  private static final List<String> OUTCOMES = List.of("good", "learned", "bad");

  /** WCAG 2.2, level AA, for text of any size. */
  private static final double CONTRAST = 4.5;

  /** CIE76; 2.3 is just noticeable, and side by side 20 are different colours to anybody. */
  private static final double APART = 20;

  /**
   * What people with no red, green or blue cones see, in linear sRGB: G. M. Machado, M. M.
   * Oliveira, L. A. F. Fernandes, IEEE Trans. Vis. Comput. Graph. 15, 1291 (2009), severity 1.
   */
  private static final double[][][] EYES = {
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
    },
    {
      {1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}
    }
  };

  /** Linear sRGB to XYZ with D65 (IEC 61966-2-1). */
  private static final double[][] XYZ = {
    {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}
  };

  private static String css(String resource) throws IOException {
    try (InputStream in = OutcomeColoursTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The properties of the light theme, or of the dark one, which comes second. */
  private static String theme(String css, boolean isDark) {
    int light = css.indexOf(":root");
    int from = isDark ? css.indexOf(":root", light + 1) : light;
    return css.substring(from, css.indexOf('}', from));
  }

  private static Color colour(String theme, String property) {
    Matcher value = Pattern.compile("--" + property + ": (#[0-9a-f]{6});").matcher(theme);
    assertThat(value.find()).as(property).isTrue();
    return Color.decode(value.group(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void threeColoursThatAllCanReadAndTellApart(boolean isDark) throws IOException {
    String page = theme(css("/hopfilm/web/style.css"), isDark);
    String report = theme(css("/hopfilm/page/report.css"), isDark);
    for (String outcome : OUTCOMES) {
      assertThat(colour(report, outcome)).as(outcome).isEqualTo(colour(page, outcome));
      for (String theme : List.of(page, report)) {
        for (String paper : List.of("paper", "panel")) {
          assertThat(PageFilesTest.contrast(theme, outcome, paper))
              .as("%s on %s, dark %s", outcome, paper, isDark)
              .isGreaterThan(CONTRAST);
        }
      }
      for (String other : OUTCOMES) {
        for (double[][] eye : EYES) {
          if (!other.equals(outcome)) {
            assertThat(distance(colour(page, outcome), colour(page, other), eye))
                .as("%s and %s, dark %s", outcome, other, isDark)
                .isGreaterThan(APART);
          }
        }
      }
    }
  }

  private static double[] linear(Color c) {
    float[] srgb = c.getRGBColorComponents(null);
    double[] rgb = new double[3];
    for (int k = 0; k < 3; k++) {
      rgb[k] = srgb[k] <= 0.04045 ? srgb[k] / 12.92 : Math.pow((srgb[k] + 0.055) / 1.055, 2.4);
    }
    return rgb;
  }

  private static double[] times(double[][] matrix, double[] v) {
    double[] product = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[i] += matrix[i][j] * v[j];
      }
    }
    return product;
  }

  private static double distance(Color a, Color b, double[][] eye) {
    double[] one = lab(times(eye, linear(a)));
    double[] other = lab(times(eye, linear(b)));
    return Math.sqrt(
        Math.pow(one[0] - other[0], 2)
            + Math.pow(one[1] - other[1], 2)
            + Math.pow(one[2] - other[2], 2));
  }

  private static double[] lab(double[] rgb) {
    for (int k = 0; k < 3; k++) {
      rgb[k] = Math.min(1, Math.max(0, rgb[k]));
    }
    double[] xyz = times(XYZ, rgb);
    double x = curve(xyz[0] / 0.9505);
    double y = curve(xyz[1]);
    double z = curve(xyz[2] / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double curve(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
  }
}
