package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.GivenValues;
import hopfilm.transport.Held;
import hopfilm.transport.OperatingPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Owns the source at the electrodes, the last potentials and the time of the next solution.
 *
 * <p>m gives the conductivity, this the potential, and its electric field E the {@link
 * SolvedDrift}.
 *
 * <p>Between two solutions E is extrapolated linearly in time, while j follows m at every stage.
 * Signals of several courses are known ahead and bend the line.
 */
final class CurrentCoupling {

  private static final double TIGHT = 1e-10;
  private static final double LOOSE = 1e-5;

  /** Of what bends the line between two solutions, a small part of E. */
  private static final double BENT = 1e-3;

  /** Of a reading: about the error of its currents, of the largest. */
  private static final double READ = 1e-6;

  private static final int MAX_STEPS = 40;

  /** Potentials that are kept: a parabola starts the solver of the next. */
  private static final int KEPT = 3;

  private final CurrentFlow flow;
  private final Coupling coupling;
  private final PaddedLayout layout;
  private final VectorField work; // within a solution: its texture first, then its electric field
  private OerstedDrive oersted; // null if none
  private Heating heating; // null if none
  private double coefficient; // of the resistivity [1/K]
  private double[] conductivityFactor; // of each cell, null for 1
  private final SolvedDrift drift;
  private final Past<double[]> potentials;

  private GivenValues given; // null before the first
  private double interval;
  private double next;
  private long solves;

  /** The coupling to a flow, null if none. */
  static CurrentCoupling of(
      CurrentFlow flow, Numerics numerics, Magnet magnet, PaddedLayout layout) {
    return flow == null
        ? null
        : new CurrentCoupling(flow, numerics.coupling(), magnet.material(), layout);
  }

  private CurrentCoupling(
      CurrentFlow flow, Coupling coupling, Material material, PaddedLayout layout) {
    this.flow = flow;
    this.coupling = coupling;
    this.layout = layout;
    this.work = new VectorField(layout.grid());
    this.drift = new SolvedDrift(flow, layout, material);
    this.potentials = new Past<>(new double[KEPT][flow.potentialLength()]);
  }

  /** The current makes its Oersted field from the next solution on; null ends that. */
  void oersted(OerstedDrive field) {
    oersted = field;
  }

  /** The Oersted field, null if none. */
  OerstedDrive oersted() {
    return oersted;
  }

  /**
   * Has the current heat the film from the next solution on.
   *
   * @param film null to end that
   * @param perKelvin temperature coefficient of the resistivity [1/K]
   */
  void heating(Heating film, double perKelvin) {
    heating = film;
    coefficient = film == null ? 0 : perKelvin;
    conductivityFactor = coefficient == 0 ? null : new double[layout.grid().cells()];
    flow.conductivityFactor(null);
  }

  /** Sets the conductivity of each cell by its temperature at a time. */
  void conduct(double t) {
    if (conductivityFactor == null) {
      return;
    }
    for (int c = 0; c < conductivityFactor.length; c++) {
      double resistivity = 1 + coefficient * heating.rise(c, t);
      if (!(resistivity >= Surroundings.Heat.MIN_RESISTIVITY)) {
        throw InstabilityException.noResistivity(heating.film().at(c), coefficient, t);
      }
      conductivityFactor[c] = 1 / resistivity;
    }
    flow.conductivityFactor(conductivityFactor);
  }

  /** Drives the electrodes with these values; what was known of the potential is forgotten. */
  void drive(GivenValues values) {
    given = values;
    flow.forgetPreconditioner(); // whether or not somebody has measured in between
    potentials.known(0);
    next = Double.NEGATIVE_INFINITY;
    interval = 0;
  }

  /** Sets other values for the next solution, which continue those of the last. */
  void give(GivenValues values) {
    given = values;
  }

  /** The values that drive the electrodes; null before the first. */
  GivenValues given() {
    return given;
  }

  /** The drift velocity, as last solved. */
  SolvedDrift drift() {
    return drift;
  }

  /** Time over which the drift is extrapolated at time t: that since the last solution [s]. */
  double since(double t) {
    return solvesEveryStage() ? 0 : drift.since(t);
  }

  long solves() {
    return solves;
  }

  boolean solvesEveryStage() {
    return coupling instanceof Coupling.EveryStep;
  }

  /** True if the potential must be solved anew before a step that starts at t. */
  boolean isDue(double t) {
    return t >= next;
  }

  /** Forgets solutions later than t, of stages of a step that was given up. */
  void rewind(double t) {
    potentials.rewind(t);
  }

  void save(StateWriter out) throws IOException {
    out.part("coupling");
    flow.save(out);
    out.flag(given != null);
    if (given != null) {
      out.numbers(numbers());
    }
    out.numbers(potentials.at(0), potentials.at(1), potentials.at(2), potentials.times());
    drift.save(out);
    for (double v : new double[] {interval, next, drift.largest()}) {
      out.number(v);
    }
    out.whole(potentials.known());
    out.whole(solves);
    if (oersted != null) {
      oersted.save(out);
    }
  }

  void restore(StateReader in) throws IOException {
    in.part("coupling");
    flow.restore(in);
    given = null;
    if (in.flag()) {
      double[] values = new double[flow.electrodes().size()];
      in.numbers(values);
      given = given(values);
    }
    in.numbers(potentials.at(0), potentials.at(1), potentials.at(2), potentials.times());
    drift.restore(in);
    interval = in.number();
    next = in.number();
    drift.largest(in.number());
    potentials.known((int) Math.min(KEPT, Math.max(0, in.whole())));
    solves = in.whole();
    if (oersted != null) {
      oersted.restore(in);
    }
  }

  /** The values; no number where a source is taken off its electrode. */
  private double[] numbers() {
    double[] numbers = given.numbers();
    for (int e = 0; e < numbers.length; e++) {
      boolean isOff = given.kind(e) == Drive.FLOAT;
      numbers[e] =
          isOff && flow.electrodes().get(e).drive() != Drive.FLOAT ? Double.NaN : numbers[e];
    }
    return numbers;
  }

  private GivenValues given(double[] numbers) {
    List<Drive> kinds = new ArrayList<>();
    for (int e = 0; e < numbers.length; e++) {
      kinds.add(Double.isNaN(numbers[e]) ? Drive.FLOAT : flow.electrodes().get(e).drive());
    }
    return new GivenValues(kinds, numbers);
  }

  /** The potential of the last solution. */
  double[] potential() {
    return potentials.at(0).clone();
  }

  /**
   * Voltages and currents of the contacts for a texture at time t, of a potential of its own, which
   * the film does not feel.
   *
   * @param factor of these values to those of the last potentials
   */
  OperatingPoint point(VectorField texture, double t, GivenValues values, double factor) {
    conduct(t);
    double[] guess = new double[flow.potentialLength()];
    predict(t, guess);
    for (int i = 0; i < guess.length && factor != 1; i++) {
      guess[i] *= factor;
    }
    return flow.with(texture).point(values, guess, READ);
  }

  /**
   * Solves the potential for the texture at time t.
   *
   * @param dt the time step in use
   * @param envelope of the drive
   * @return the flow through the texture
   */
  Held solve(PaddedField m, double t, double dt, Envelope envelope) {
    m.unpack(work);
    conduct(t);
    Held held = flow.with(work);
    double[] potential = potential(held, t);
    boolean hasSlope = potentials.known() > 1 && !solvesEveryStage();
    if (oersted != null) {
      held.currentDensity(potential, oersted.current());
      oersted.solved(hasSlope ? drift.since(t) : 0);
    }
    electricField(held, potential, t, envelope);
    schedule(t, dt, drift.solved(work, conductivityFactor, t, hasSlope));
    return held;
  }

  /** Time over which E is extrapolated from a solution on, in steps of length dt [s]. */
  double reach(double dt) {
    return Math.max(dt, interval);
  }

  /** Time of the solution before the last, from which the slope is; infinite without one [s]. */
  double past() {
    return potentials.known() > 1 ? potentials.times()[1] : Double.POSITIVE_INFINITY;
  }

  /**
   * Adds a change of E to its slope.
   *
   * @param held the flow of the last solution
   * @param time in which it comes [s]
   * @param more values at the electrodes that make it
   */
  void bend(Held held, double time, GivenValues more) {
    double[] potential = new double[flow.potentialLength()];
    held.solve(more, potential, BENT);
    solves++;
    if (oersted != null) {
      held.currentDensity(potential, oersted.current());
      oersted.bend(time);
    }
    held.electricField(potential, work);
    drift.bend(work, conductivityFactor, time);
  }

  /** Solves the potential of a texture at time t and remembers it. */
  private double[] potential(Held held, double t) {
    // the same stage, or the same up to rounding: two such points would ruin the polynomial
    boolean isSame =
        potentials.known() > 0 && Math.abs(t - potentials.times()[0]) <= 4 * Math.ulp(t);
    double[] potential = isSame ? potentials.at(0) : predict(t);
    held.solve(given, potential, solvesEveryStage() ? TIGHT : LOOSE);
    solves++;
    if (isSame) {
      potentials.times()[0] = t;
    } else {
      potentials.remember(t);
    }
    return potential;
  }

  /**
   * Writes the electric field over the texture, which the flow has copied, and hands on its heat.
   */
  private void electricField(Held held, double[] potential, double t, Envelope envelope) {
    if (heating == null) {
      held.electricField(potential, work);
      return;
    }
    held.heat(potential, work, heating.room());
    if (solvesEveryStage()) {
      heating.takeOver();
    } else {
      heating.solved(t, envelope.square(heating.counted(), t));
    }
  }

  /** A start for the solver, in place of the oldest potential. */
  private double[] predict(double t) {
    double[] start = potentials.next();
    predict(t, start);
    return start;
  }

  /** Polynomial through the last potentials. */
  private void predict(double t, double[] start) {
    if (potentials.known() == 0) {
      Arrays.fill(start, 0);
      return;
    }
    double[] weight = potentials.weights(potentials.known(), t);
    for (int i = 0; i < start.length; i++) {
      double v = 0;
      for (int a = 0; a < potentials.known(); a++) {
        v += weight[a] * potentials.at(a)[i];
      }
      start[i] = v;
    }
  }

  private void schedule(double t, double dt, double error) {
    if (coupling instanceof Coupling.Every every) {
      interval = every.steps() * dt;
    } else if (coupling instanceof Coupling.Adaptive adaptive) {
      if (potentials.known() < KEPT) {
        interval = dt;
      } else {
        // the error of a linear extrapolation grows as the square of its reach
        double growth = 0.9 * Math.sqrt(adaptive.tolerance() / Math.max(error, 1e-12));
        interval *= Math.min(2, Math.max(0.3, growth));
        interval = Math.min(MAX_STEPS * dt, Math.max(dt, interval));
      }
    }
    next = t + interval - 0.5 * dt;
  }
}
