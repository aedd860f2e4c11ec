package hopfilm.chart;

import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
public final class Ticks {
  private Ticks() {}

  /** Multiples of 1, 2, 2.5 or 5 times a power of ten between two numbers, at most so many. */
  public static List<Double> between(double low, double high, int most) {
    double step = step((high - low) / most);
    List<Double> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  /** Label of a tick, as short as the distance between neighbours allows. */
  public static String label(double tick, List<Double> all) {
    double step = all.size() > 1 ? all.get(1) - all.get(0) : Math.max(1, Math.abs(tick));
    int decimals = 0;
    while (decimals < 9 && Math.abs(Math.rint(step) - step) > 1e-6 * step) {
      step *= 10;
      decimals++;
    }
    return Prefix.fixed(tick, decimals);
  }

  private static double step(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (double m : new double[] {1, 2, 2.5, 5}) {
      if (m * power >= atLeast * (1 - 1e-9)) {
        return m * power;
      }
    }
    return 10 * power;
  }
}
