package hopfilm.protocol;

import hopfilm.dynamics.Envelope;
import hopfilm.dynamics.Surroundings.Signals;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.GivenValues;
import hopfilm.transport.OperatingPoint;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The values given at the electrodes now, and the Joule heat of the run. */
final class PresentDrive {

  /** So long before a jump is before it in spite of rounding, of the time and at least [s]. */
  private static final double BEFORE = 1e-14;

  private static final double BEFORE_START = 1e-24;

  private final DoubleSupplier time;
  private final JouleHeat heat = new JouleHeat();
  private GivenValues values;
  private Envelope envelope = Envelope.constant();
  private Signals signals; // null where all sources have one course
  private boolean isOn;

  /**
   * @param time of the film [s]
   */
  PresentDrive(DoubleSupplier time) {
    this.time = time;
  }

  /** One course for all sources. */
  void on(GivenValues given, Envelope course) {
    on(given);
    envelope = course;
    signals = null;
  }

  /** A course for each source. */
  void on(GivenValues given, List<Envelope> courses) {
    on(given);
    signals = new Signals(given, courses);
  }

  private void on(GivenValues given) {
    values = given;
    isOn = true;
    heat.begin();
  }

  void off() {
    isOn = false;
  }

  boolean isOn() {
    return isOn;
  }

  /** The values last given at the electrodes, at full height; null before the first. */
  GivenValues full() {
    return values;
  }

  /** The same, but of signals those now, and where they jump now, those before. */
  GivenValues present() {
    return isOn && signals != null ? signals.at(before()) : values;
  }

  /** Now, and where sources jump now, before. */
  double before() {
    double now = time.getAsDouble();
    return now - Math.max(BEFORE * now, BEFORE_START);
  }

  /** The factor of the present values; 0 without current. */
  double factor() {
    if (hasSignals()) {
      return Arrays.stream(present().numbers()).anyMatch(v -> v != 0) ? 1 : 0;
    }
    return isOn ? envelope.at(time.getAsDouble()) : 0;
  }

  /** Whether signals drive the film, which train nothing. */
  boolean hasSignals() {
    return isOn && signals != null;
  }

  /** Joule heat so far [J]. */
  double joule() {
    return heat.joule();
  }

  /** Joule heat now [W], of these conductances [S]. */
  double power(double[][] g) {
    return isOn ? fullPower(g) * factor() * factor() : 0;
  }

  /** Adds the heat up to now, of these conductances [S]. */
  void addHeat(double[][] g) {
    if (hasSignals()) {
      // what changes with the film is the scale of G alone
      double scale = 0;
      for (int k = 0; k < g.length; k++) {
        scale += g[k][k];
      }
      double unit = scale;
      heat.add(
          time.getAsDouble(),
          unit,
          (from, to) ->
              unit == 0
                  ? 0
                  : signals.integral(from, to, v -> OperatingPoint.of(g, v).power()) / unit);
    } else if (isOn) {
      heat.add(time.getAsDouble(), fullPower(g), envelope::square);
    }
  }

  private double fullPower(double[][] g) {
    return power(List.of(present()), g);
  }

  /** Joule heat of several drives, one after the other, at full height [W]. */
  static double power(List<GivenValues> drives, double[][] g) {
    return drives.stream().mapToDouble(v -> OperatingPoint.of(g, v).power()).sum();
  }

  void save(StateWriter out) throws IOException {
    heat.save(out);
  }

  void restore(StateReader in) throws IOException {
    heat.restore(in);
  }
}
