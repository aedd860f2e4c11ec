package hopfilm.chart;

/**
 * Colours 0xRRGGBB for numbers from 0 to 1. Lightness changes evenly, so that no step is made up.
 */
public enum ColourMap {
  /** Purple, white, green: a signed quantity with its zero in the middle. */
  DIVERGING {
    @Override
    int compute(double t) {
      double side = 2 * t - 1;
      double a = Math.abs(side);
      double lightness = 0.975 - 0.545 * a;
      return side < 0
          ? Oklab.rgb(lightness, 0.19 * a, Math.toRadians(312))
          : Oklab.rgb(lightness, 0.13 * a, Math.toRadians(155));
    }
  },
  /** Dark blue to yellow: a quantity without a sign. */
  SEQUENTIAL {
    @Override
    int compute(double t) {
      double hue = 290 - 185 * t;
      return Oklab.rgb(0.24 + 0.70 * t, 0.145, Math.toRadians(hue));
    }
  };

  private final int[] table = new int[256];

  ColourMap() {
    for (int k = 0; k < table.length; k++) {
      table[k] = compute(k / (table.length - 1.0));
    }
  }

  abstract int compute(double t);

  /** Colour of a number; what lies outside 0 to 1 takes the colour of the end. */
  public int rgb(double t) {
    double clamped = Math.min(1, Math.max(0, t));
    return table[(int) Math.round(clamped * (table.length - 1))];
  }

  /** Direction as hue, mz as lightness: white up, black down, grey-free colours in the plane. */
  public static int direction(double mx, double my, double mz) {
    double inPlane = Math.min(1, Math.hypot(mx, my));
    double lightness = 0.70 + 0.28 * Math.max(-1, Math.min(1, mz));
    if (mz < 0) {
      lightness = 0.70 + 0.55 * Math.max(-1, mz);
    }
    return Oklab.rgb(lightness, 0.17 * inPlane, Math.atan2(my, mx) + Math.toRadians(30));
  }
}
