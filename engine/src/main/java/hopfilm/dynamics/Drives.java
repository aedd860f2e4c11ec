package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.GivenValues;
import hopfilm.transport.Held;
import hopfilm.transport.OperatingPoint;
import java.io.IOException;
import java.util.List;

/**
 * Owns the courses in time of the current and the external field, and the thermal field; sets all
 * in the kernel at each stage of a time step.
 *
 * <p>The potential is linear in the voltages. It is solved for their shape, and the drift velocity
 * multiplied by their envelope at each stage of a time step.
 */
final class Drives {

  /** A change of the drive from one moment to the next that no slope makes. */
  private static final double JUMP = 1e-6;

  /** Share of the longest step in which the field of the current can be a line. */
  private static final double LINE = 0.25;

  /** Share of its values up to which a signal is a line. */
  private static final double STRAIGHT = 1e-9;

  private final CurrentCoupling coupling;
  private final PaddedLayout layout;
  private final Parallel parallel;

  private Envelope envelope = Envelope.constant();
  private Surroundings.Signals signals; // null where all sources have one course
  private boolean driven;
  private boolean idle; // the envelope is 0 up to the next kink
  private Drift given;
  private DrivenField field; // null where that of the magnet alone acts
  private DrivenField.Moment cells; // of that field, null if it is uniform
  private double[] always = new double[3]; // uniform field of the magnet
  private List<Envelope> fieldCourses = List.of();
  private Surroundings.Through through; // null for no current through the film

  private ThermalNoise noise;
  private long noiseSteps; // while the film is cold

  private Drift drift;
  private double since;

  /**
   * @param coupling null for a film without electrodes
   */
  Drives(CurrentCoupling coupling, PaddedLayout layout, Parallel parallel) {
    this.coupling = coupling;
    this.layout = layout;
    this.parallel = parallel;
  }

  /** True if the conductivity is the usual one, which all kernels know. */
  boolean hasPlanarHall() {
    return coupling == null || coupling.drift().velocity().conduction().planarHall();
  }

  CurrentCoupling coupling() {
    return coupling;
  }

  /** The Oersted field of the current, null if none. */
  OerstedDrive oersted() {
    return coupling == null ? null : coupling.oersted();
  }

  /** Largest Oersted field that a cell can have between two times [A/m]. */
  double largestOersted(double from, double to) {
    return oersted() == null || !driven ? 0 : oersted().largest() * envelope.largest(from, to);
  }

  /** A magnet in the external and the Oersted field of a time. */
  Magnet present(Magnet magnet, double t) {
    Magnet now = field == null ? magnet : field.on(magnet, t);
    if (oersted() == null || !driven || idle || envelope.at(t) == 0) {
      return now;
    }
    oersted().at(envelope.at(t), coupling.since(t));
    VectorField current = new VectorField(magnet.grid());
    oersted().unpack(current);
    return now.withOersted(current);
  }

  /** Integral of the square of the drive between two times, 0 without current [s]. */
  double square(double from, double to) {
    return driven && !idle ? envelope.square(from, to) : 0;
  }

  /** Takes over what differs from the surroundings before. */
  void under(Surroundings next, Surroundings before, double time) {
    if (!next.noise().equals(before.noise())) {
      boolean isCold = next.noise().temperature() == 0;
      noiseSteps = noiseSteps();
      noise = isCold ? null : new ThermalNoise(next.noise(), next.magnet(), noiseSteps);
    }
    if (!next.field().equals(before.field())) { // kernels keep the cells of an equal one
      field = next.field().orElse(null);
      cells = next.field().flatMap(DrivenField::cells).map(DrivenField.Moment::new).orElse(null);
    }
    always = next.magnet().externalField();
    fieldCourses = next.field().map(DrivenField::active).orElse(List.of());
    if (!next.oersted().equals(before.oersted())) {
      coupling.oersted(next.oersted().map(o -> new OerstedDrive(o, layout, parallel)).orElse(null));
      restart();
    }
    Material material = next.magnet().material();
    Material was = before.magnet().material();
    boolean isSame =
        coupling == null
            || (material.P().equals(was.P())
                && material.Ms().equals(was.Ms())
                && next.heat().equals(before.heat()));
    if (!isSame) {
      coupling.drift().material(material);
      restart();
    }
    if (!next.drive().equals(before.drive())) {
      drive(next.drive(), time);
    }
  }

  private void drive(Surroundings.Drive next, double time) {
    driven = next instanceof Surroundings.Current || next instanceof Surroundings.Signals;
    signals = next instanceof Surroundings.Signals several ? several : null;
    given = next instanceof Surroundings.GivenDrift g ? g.drift() : null;
    through = next instanceof Surroundings.Through t ? t : null;
    if (next instanceof Surroundings.Current current) {
      envelope = current.course();
      idle = false;
      coupling.drive(current.values());
    } else if (signals != null) {
      envelope = new Several(signals.active(), coupling.solvesEveryStage() ? 1 : LINE);
      idle = false;
      coupling.drive(signals.at(time));
    }
  }

  long solves() {
    return coupling == null ? 0 : coupling.solves();
  }

  /** Forgets what is known of the potential: the texture was set from outside. */
  void restart() {
    if (driven) {
      coupling.drive(coupling.given());
    }
  }

  /** The thermal field, null if none. */
  ThermalNoise noise() {
    return noise;
  }

  /** Draws what is random in a step of length dt. */
  void beginStep(double dt) {
    if (noise != null) {
      noise.draw(dt, parallel);
    }
  }

  /** A magnet in the largest external field. */
  Magnet strongest(Magnet magnet) {
    return field == null ? magnet : field.strongestOn(magnet);
  }

  /** The field of cells that is switched on, null if none. */
  DrivenField.Moment cells() {
    return cells;
  }

  /** First time after t at which a drive or its slope jumps. */
  double nextKink(double t) {
    double next = driven ? envelope.nextKink(t) : Double.POSITIVE_INFINITY;
    for (Envelope course : fieldCourses) {
      next = Math.min(next, course.nextKink(t));
    }
    return through == null ? next : Math.min(next, through.course().nextKink(t));
  }

  /** Longest time step that follows the drives between two times. */
  double longestStep(double from, double to) {
    double step = Double.POSITIVE_INFINITY;
    if (driven && envelope.largest(from, to) > 0) {
      step = envelope.longestStep();
    }
    for (Envelope course : fieldCourses) {
      if (course.largest(from, to) > 0) {
        step = Math.min(step, course.longestStep());
      }
    }
    return largestThrough(from, to) == 0 ? step : Math.min(step, through.course().longestStep());
  }

  /** Largest current density through the film between two times [A/m^2]. */
  double largestThrough(double from, double to) {
    return through == null ? 0 : Math.abs(through.density()) * through.course().largest(from, to);
  }

  /** Largest muB j/(e Ms) that a cell can have between two times [m/s]. */
  double largestDrift(double from, double to) {
    if (driven) {
      return coupling.drift().largest() * envelope.largest(from, to);
    }
    return given == null ? 0 : given.largestVelocity();
  }

  /** Spin polarisation of the current. */
  double polarisation() {
    return driven
        ? coupling.drift().velocity().polarisation()
        : given == null ? 0 : given.polarisation();
  }

  /** Potential at the corners of cells at a time, as last solved [V]. */
  double[] potential(double t) {
    double[] v = coupling.potential();
    double f = driven ? envelope.at(t) : 1;
    for (int i = 0; i < v.length && f != 1; i++) {
      v[i] *= f;
    }
    return v;
  }

  /** Voltages and currents of the contacts at a time, for values that they have then. */
  OperatingPoint contacts(VectorField m, double t, GivenValues given) {
    return coupling.point(m, t, given, driven ? envelope.at(t) : 1);
  }

  boolean solvesEveryStage() {
    return driven && !idle && coupling.solvesEveryStage();
  }

  /**
   * Looks ahead from t to the next kink: without current until then the potential is left alone.
   */
  void lookAhead(double t, double kink) {
    if (!driven) {
      return;
    }
    boolean still = envelope.largest(t, kink) == 0;
    if (idle && !still) {
      restart();
    }
    idle = still;
  }

  /** True if the potential is due to be solved before a step that starts at t. */
  boolean isDue(double t) {
    return driven && !idle && !coupling.solvesEveryStage() && coupling.isDue(t);
  }

  /** Solves the potential for a texture at time t of a step that ends at {@code end}. */
  void solve(PaddedField m, double t, double dt, double end) {
    if (signals == null) {
      coupling.solve(m, t, dt, envelope);
      return;
    }
    GivenValues now = signals.at(seen(t, end));
    coupling.give(now);
    Held held = coupling.solve(m, t, dt, envelope);
    double next = Math.min(t + coupling.reach(dt), Math.nextDown(end));
    if (next > t && !coupling.solvesEveryStage()) {
      bend(held, t, now, next);
    }
  }

  /**
   * Adds to the slope what the signals do from one time to another besides going on as before. The
   * mean of the line that results is theirs, by Simpson's rule.
   */
  private void bend(Held held, double t, GivenValues now, double next) {
    double[] first = now.numbers();
    double[] middle = signals.at(0.5 * (t + next)).numbers();
    double[] last = signals.at(next).numbers();
    double past = coupling.past();
    double[] before = past < t ? signals.at(past).numbers() : first;
    double reach = past < t ? (next - t) / (t - past) : 0;
    double[] more = new double[first.length];
    boolean bends = false;
    for (int k = 0; k < more.length; k++) {
      double line = (4 * middle[k] + last[k] - 2 * first[k]) / 3;
      more[k] = line - first[k] - reach * (first[k] - before[k]);
      double scale = Math.abs(first[k]) + Math.abs(middle[k]) + Math.abs(last[k]);
      bends |= Math.abs(more[k]) > STRAIGHT * scale;
    }
    if (bends) {
      coupling.bend(held, next - t, new GivenValues(now.kinds(), more));
    }
  }

  /** A step ends before a jump that stands at its end. */
  private static double seen(double t, double end) {
    return Math.min(t, Math.nextDown(end));
  }

  /** A source jumps at a time, or its slope; true if the heat of the current begins anew. */
  boolean jumped(double t) {
    if (signals != null) {
      restart();
    }
    return signals != null
        || (driven && Math.abs(envelope.at(t) - envelope.at(Math.nextDown(t))) > JUMP);
  }

  /**
   * Makes ready for the right-hand side at time t of a step that ends at {@code end}: sets the
   * external field of the kernel and the current through it, {@link #drift()} and {@link #since()}.
   */
  void prepare(LlgKernel kernel, double t, double end) {
    double seen = seen(t, end);
    if (field != null) {
      double[] h = field.at(seen);
      kernel.externalField(h[0] + always[0], h[1] + always[1], h[2] + always[2]);
      if (cells != null) {
        cells.at(seen);
      }
    }
    kernel.through(through == null ? 0 : through.density() * through.course().at(seen));
    drift = given;
    since = 0;
    if (driven) {
      double f = idle ? 0 : envelope.at(seen);
      drift = f == 0 ? null : coupling.drift().velocity().times(f);
      since = coupling.since(t);
      if (oersted() != null) {
        oersted().at(f, since);
      }
    } else if (oersted() != null) {
      oersted().at(0, 0);
    }
  }

  /** Drift velocity of the prepared stage, null if none. */
  Drift drift() {
    return drift;
  }

  /** Time since the potential was solved, at the prepared stage [s]. */
  double since() {
    return since;
  }

  void save(StateWriter out) throws IOException {
    out.part("drives");
    out.flag(idle);
    if (coupling != null) {
      coupling.save(out);
    }
    out.whole(noiseSteps());
  }

  /** The drives and their envelopes must be set before. */
  void restore(StateReader in) throws IOException {
    in.part("drives");
    idle = in.flag();
    if (coupling != null) {
      coupling.restore(in);
    }
    noiseSteps = in.whole();
    if (noise != null) {
      noise.step(noiseSteps);
    }
  }

  /** Steps with noise so far. Another noise counts on, so that it draws other random numbers. */
  private long noiseSteps() {
    return noise == null ? noiseSteps : noise.step();
  }
}
