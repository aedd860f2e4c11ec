package hopfilm.protocol;

import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides when training may stop: what it changes has come to rest. Watched is the power p = sum
 * V_i G_ij V_j of the training voltages (summed over the drives), whose change since the start is
 * -E' of what is trained. Its mean over the latest window differs from the mean over the window
 * before by less than {@value #SMALL} of the change since the start. Means, because stripes that
 * slide under current make the conductances waver.
 */
public final class Settling {

  /** Time between readings [s]. */
  public static final double INTERVAL = 0.5e-9;

  private static final double WINDOW = 5e-9;

  /** Part of the whole change that counts as none. */
  private static final double SMALL = 0.03;

  /** A power that has changed by less than this part of itself has not changed. */
  private static final double NOTHING = 1e-6;

  /** A reading belongs to a window that ends this part of the interval before it. */
  private static final double ROUNDING = 1e-3;

  private record Reading(double time, double power) {}

  private final double interval;
  private final double window;
  private final double first;
  private final List<Reading> readings = new ArrayList<>();

  /**
   * @param cycle time in which all drives have had their turn [s]; 0 for a steady drive
   * @param first power before training [W]
   */
  public Settling(double cycle, double first) {
    this.interval = cycle == 0 ? INTERVAL : cycle * Math.ceil(INTERVAL / cycle);
    this.window = Math.max(WINDOW, 2 * interval);
    this.first = first;
  }

  /** Time between readings [s]. */
  public double interval() {
    return interval;
  }

  public void add(double time, double power) {
    readings.add(new Reading(time, power));
  }

  public boolean isSettled() {
    return change() < SMALL;
  }

  /** Change from window to window, relative; infinite while there are not two windows. */
  double change() {
    double now = readings.isEmpty() ? 0 : readings.get(readings.size() - 1).time();
    double tolerance = ROUNDING * interval;
    if (readings.isEmpty() || readings.get(0).time() > now - 2 * window + interval + tolerance) {
      return Double.POSITIVE_INFINITY;
    }
    double late = mean(now - window + tolerance, now + tolerance);
    double early = mean(now - 2 * window + tolerance, now - window + tolerance);
    double whole = Math.abs(late - first);
    return whole < NOTHING * Math.abs(first) ? 0 : Math.abs(late - early) / whole;
  }

  /** What is to be said where it had not settled after a time [s]. */
  String warning(double time) {
    String after = Quantity.format(time, Dimension.TIME);
    return Double.isInfinite(change())
        ? "training stopped after %s, too early to tell whether it has settled".formatted(after)
        : "training stopped after %s unsettled: what it learned still changed by %.2g %% in %s"
            .formatted(after, 100 * change(), Quantity.format(window, Dimension.TIME));
  }

  private double mean(double from, double to) {
    return readings.stream()
        .filter(r -> r.time() > from && r.time() <= to)
        .mapToDouble(Reading::power)
        .average()
        .orElseThrow();
  }
}
