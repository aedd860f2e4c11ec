package hopfilm.chart;

/**
 * The colour space Oklab, in which equal distances look equally far apart.
 *
 * <p>L is the lightness from 0 to 1; a colour of hue h [rad] and chroma c lies at a = c cos h, b =
 * c sin h. Conversion to linear sRGB and the matrices: B. Ottosson, "A perceptual color space for
 * image processing" (2020).
 */
final class Oklab {
  private Oklab() {}

  /**
   * The sRGB colour 0xRRGGBB of a lightness, chroma and hue. A chroma that no screen can show at
   * this lightness is lowered; lightness and hue stay.
   */
  static int rgb(double lightness, double chroma, double hue) {
    double low = 0;
    double high = chroma;
    if (!inGamut(linear(lightness, chroma, hue))) {
      for (int k = 0; k < 12; k++) {
        double middle = (low + high) / 2;
        if (inGamut(linear(lightness, middle, hue))) {
          low = middle;
        } else {
          high = middle;
        }
      }
      chroma = low;
    }
    double[] rgb = linear(lightness, chroma, hue);
    return encode(rgb[0]) << 16 | encode(rgb[1]) << 8 | encode(rgb[2]);
  }

  private static double[] linear(double lightness, double chroma, double hue) {
    double a = chroma * Math.cos(hue);
    double b = chroma * Math.sin(hue);
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static double cube(double v) {
    return v * v * v;
  }

  private static boolean inGamut(double[] linear) {
    for (double v : linear) {
      if (v < -1e-4 || v > 1 + 1e-4) {
        return false;
      }
    }
    return true;
  }

  /** The transfer curve of sRGB (IEC 61966-2-1). */
  private static int encode(double linear) {
    double v = Math.min(1, Math.max(0, linear));
    double s = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * s);
  }
}
