package hopfilm.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a plot: places values and ticks.
 *
 * @param low lowest value shown
 * @param high highest value shown
 * @param logarithmic true if equal ratios have equal lengths; then low is above 0
 * @param isWhole true if what is counted has no parts: ticks stand at whole numbers alone
 */
public record PlotAxis(double low, double high, boolean logarithmic, boolean isWhole) {

  /** An axis of numbers that need not be whole. */
  public PlotAxis(double low, double high, boolean logarithmic) {
    this(low, high, logarithmic, false);
  }

  /** An axis of counts. */
  public static PlotAxis whole(double low, double high) {
    return new PlotAxis(low, high, false, true);
  }

  /** Share of the range left free at each end, so that no marker is cut. */
  private static final double AIR = 0.05;

  /** Relative difference below which numbers are taken for equal. */
  private static final double ROUNDING = 1e-9;

  /** A tick and its label; the label is empty at a minor tick. */
  public record Tick(double value, String label) {}

  /** An axis around values. */
  public static PlotAxis around(double least, double greatest, boolean logarithmic) {
    if (logarithmic) {
      double ratio = Math.max(greatest / least, 2);
      return new PlotAxis(least * Math.pow(ratio, -AIR), least * Math.pow(ratio, 1 + AIR), true);
    }
    double range = greatest > least ? greatest - least : Math.max(1e-3, Math.abs(greatest));
    return new PlotAxis(least - AIR * range, least + (1 + AIR) * range, false);
  }

  /** A linear axis with a tenth of the range of its values free at each end. */
  public static PlotAxis roomy(double least, double greatest) {
    double air = air(least, greatest);
    return new PlotAxis(least - air, greatest + air, false);
  }

  /** A linear axis for bars: zero is part of it, and at its end if no bar lies beyond. */
  static PlotAxis fromZero(double least, double greatest) {
    double low = Math.min(0, least);
    double high = Math.max(0, greatest);
    double air = air(low, high);
    boolean none = low == 0 && high == 0;
    return new PlotAxis(low < 0 || none ? low - air : 0, high > 0 || none ? high + air : 0, false);
  }

  private static double air(double low, double high) {
    // what differs by rounding only must not fill the plot, nor make ticks of its size
    double size = Math.max(1e-3, Math.max(Math.abs(high), Math.abs(low)));
    return high - low > ROUNDING * size ? 0.1 * (high - low) : 0.05 * size;
  }

  /** Place of a value: 0 at the low end, 1 at the high end. */
  public double share(double v) {
    return logarithmic ? Math.log(v / low) / Math.log(high / low) : (v - low) / (high - low);
  }

  /** Ticks within the range, in order. */
  public List<Tick> ticks(int most) {
    return logarithmic ? decades() : steps(most);
  }

  private List<Tick> steps(int most) {
    List<Double> values =
        Ticks.between(low, high, most).stream()
            .filter(v -> !isWhole || Math.abs(v - Math.rint(v)) < ROUNDING * Math.max(1, high))
            .toList();
    return values.stream().map(v -> new Tick(v, Ticks.label(v, values))).toList();
  }

  /** Powers of ten; where these are few, also some multiples of them. */
  private List<Tick> decades() {
    double range = Math.log10(high / low);
    List<Tick> ticks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    int stride = Math.max(1, (int) Math.ceil(range / 6));
    int[] multiples =
        range < 1.2
            ? new int[] {1, 2, 3, 4, 6, 8}
            : range < 2.5 ? new int[] {1, 2, 5} : new int[] {1};
    for (int e = first; e <= last; e++) {
      for (int f : multiples) {
        double v = f * Math.pow(10, e);
        if (v >= low && v <= high) {
          boolean labelled = f != 1 || e % stride == 0;
          ticks.add(new Tick(v, labelled ? label(f, e) : ""));
        }
      }
    }
    return ticks;
  }

  private static String label(int f, int e) {
    if (e >= -3 && e <= 4) {
      return String.format(Locale.ROOT, "%." + Math.max(0, -e) + "f", f * Math.pow(10, e));
    }
    return (f == 1 ? "" : f + "\u00b7") + "10" + superscript(e);
  }

  private static String superscript(int e) {
    StringBuilder s = new StringBuilder();
    for (char c : Integer.toString(e).toCharArray()) {
      s.append(
          c == '-'
              ? '\u207b'
              : "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(c - '0'));
    }
    return s.toString();
  }
}
