package hopfilm.study;

import hopfilm.dynamics.Envelope;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Magnet;
import java.io.IOException;
import java.util.List;

/**
 * A film in time under voltages, currents and fields, with its clock and the Joule heat it has
 * made.
 */
final class DrivenFilm {

  private final TimeEvolution evolution;
  private final FilmClock clock;
  private final FilmMeter meter;
  private final FilmClock.RowSource rows;
  private final JouleHeat heat = new JouleHeat();
  private double[] values;
  private Envelope envelope = Envelope.constant();
  private boolean isOn;

  DrivenFilm(TimeEvolution evolution, FilmClock clock, FilmMeter meter, FilmClock.RowSource rows) {
    this.evolution = evolution;
    this.clock = clock;
    this.meter = meter;
    this.rows = rows;
  }

  double time() {
    return evolution.time();
  }

  VectorField m() {
    return evolution.m();
  }

  /** Joule heat so far [J]. */
  double joule() {
    return heat.joule();
  }

  /** What was last given at the electrodes, at full height [V or A]; null before the first. */
  double[] values() {
    return values;
  }

  /** The factor of the drive now; 0 without current. */
  double drive() {
    return isOn ? envelope.at(evolution.time()) : 0;
  }

  void relax(double time, double alpha) throws IOException {
    off();
    Magnet own = evolution.magnet();
    evolution.alpha(alpha);
    clock.advance(time, rows);
    evolution.magnet(own);
  }

  void rest(double time) throws IOException {
    off();
    clock.advance(time, rows);
  }

  void field(Step.Field step) throws IOException {
    off();
    double start = evolution.time();
    evolution.field(
        new double[] {step.x(), step.y(), step.z()},
        switch (step.shape()) {
          case CONSTANT -> Envelope.constant();
          case SINE -> Envelope.sine(start, step.frequency());
          case PULSE -> Envelope.pulse(start, start + step.time());
        });
    clock.advance(step.time(), rows);
    evolution.field(null, null);
  }

  void on(double[] v, Envelope f) {
    values = v;
    envelope = f;
    isOn = true;
    evolution.voltages(v, f);
    heat.begin();
  }

  void off() {
    evolution.voltages(null);
    isOn = false;
  }

  /**
   * Moves on to the end of a stretch, or until the film has settled.
   *
   * @param start of the train step, from which its times count [s]
   * @param drives all that is given at the electrodes in turn [V or A]
   * @param settling null for a stretch of given length
   * @return whether the film has settled
   */
  boolean advance(double start, double end, List<double[]> drives, Settling settling)
      throws IOException {
    if (isOn) {
      addHeat(meter.matrix(evolution.m()).siemens());
    }
    while (true) {
      double now = evolution.time() - start;
      double stop =
          settling == null ? end : Math.min(end, FilmClock.next(now, settling.interval()));
      clock.advance(stop - now, rows);
      boolean isRead =
          settling != null && isMultiple(evolution.time() - start, settling.interval());
      if (isOn || isRead) {
        double[][] g = meter.matrix(evolution.m()).siemens();
        addHeat(g);
        if (isRead) {
          settling.add(evolution.time(), trainingPower(drives, g));
        }
      }
      if (isRead && settling.isSettled()) {
        return true;
      }
      if (stop == end) {
        return false;
      }
    }
  }

  private static boolean isMultiple(double time, double interval) {
    return Math.abs(time - Math.rint(time / interval) * interval) < FilmClock.SAME * interval;
  }

  /** Joule heat now [W], of these conductances [S]. */
  double power(double[][] g) {
    return isOn ? fullPower(g) * drive() * drive() : 0;
  }

  void addHeat(double[][] g) {
    if (isOn) {
      heat.add(evolution.time(), fullPower(g), envelope);
    }
  }

  private double fullPower(double[][] g) {
    return trainingPower(List.of(values), g);
  }

  /** Joule heat of several drives, one after the other, at full height [W]. */
  double trainingPower(List<double[]> drives, double[][] g) {
    return drives.stream().mapToDouble(v -> meter.operatingPoint(g, v).power()).sum();
  }
}
