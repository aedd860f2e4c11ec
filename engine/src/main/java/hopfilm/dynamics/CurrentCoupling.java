package hopfilm.dynamics;

import static hopfilm.units.Constants.E;
import static hopfilm.units.Constants.MUB;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.GivenValues;
import hopfilm.transport.Held;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns the last potentials and the drift velocity of the latest: m gives the conductivity, this the
 * potential and the electric field E, and E the velocity muB j/(e Ms), j = s_perp (E + ratio m
 * (m.E)).
 *
 * <p>Between two solutions E is extrapolated linearly in time, while j follows m at every stage.
 */
final class CurrentCoupling {

  private static final double TIGHT = 1e-10;
  private static final double LOOSE = 1e-5;
  private static final int MOST_STEPS = 40;

  /** Share of the resistivity at ambient temperature below which its law has no meaning. */
  private static final double LEAST = 0.1;

  private final CurrentFlow flow;
  private final Coupling coupling;
  private final PaddedLayout layout;
  private final VectorField work; // within a solution: its texture first, then its electric field
  private OerstedDrive oersted; // null without
  private Heating heating; // null without
  private double coefficient; // of the resistivity [1/K]
  private double[] factor; // of the conductivity in each cell, null for 1
  private Drift drift;
  private double[] scale; // drift velocity by field, a number a cell, or one for all [m/s/(V/m)]
  private final double[][] history; // the last potentials, the latest first
  private final double[] historyTime = new double[3];

  private GivenValues given; // null before the first
  private int known;
  private double solvedAt;
  private double interval;
  private double next;
  private double maxDrift;
  private long solves;

  /** The coupling to a flow, null where there is none. */
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
    material(material);
    this.history = new double[3][flow.potentialLength()];
  }

  /** Has the current make its Oersted field from the next solution on; null ends that. */
  void oersted(OerstedDrive field) {
    oersted = field;
  }

  /** The Oersted field, null without. */
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
    factor = coefficient == 0 ? null : new double[layout.grid().cells()];
    flow.conductivityFactor(null);
  }

  /** Has the film conduct as it does at its temperature at a time. */
  void conduct(double t) {
    if (factor == null) {
      return;
    }
    for (int c = 0; c < factor.length; c++) {
      double resistivity = 1 + coefficient * heating.rise(c, t);
      if (!(resistivity >= LEAST)) {
        throw InstabilityException.noResistivity(heating.film().at(c), coefficient, t);
      }
      factor[c] = 1 / resistivity;
    }
    flow.conductivityFactor(factor);
  }

  /** Takes over Ms and P; the electrodes must be driven anew afterwards. */
  void material(Material material) {
    AmrConductivity c = flow.conductivity();
    Drift.Conduction conduction = new Drift.Conduction(c.ratio(), c.hallRatio(), c.planarHall());
    drift = new Drift(layout, conduction, material.P());
    scale = scale(material, material.Ms().isUniform() ? 1 : layout.grid().cells());
  }

  private double[] scale(Material material, int cells) {
    double[] velocity = new double[cells];
    for (int i = 0; i < cells; i++) {
      double ms = material.Ms().at(i);
      velocity[i] = ms == 0 ? 0 : MUB / (E * ms) * flow.conductivity().sPerp();
    }
    return velocity;
  }

  /** Takes over another Ms, with which the current stays what it is. */
  void rescale(Material material) {
    double[] before = scale;
    scale = scale(material, layout.grid().cells());
    int nx = layout.grid().nx();
    for (int k = 0; k < drift.components(); k++) {
      double[] start = drift.start().component(k);
      double[] slope = drift.slope().component(k);
      for (int i = 0; i < scale.length; i++) {
        double old = before[before.length == 1 ? 0 : i];
        double ratio = old == 0 ? 0 : scale[i] / old;
        int c = layout.start(i / nx) + i % nx;
        start[c] *= ratio;
        slope[c] *= ratio;
      }
    }
  }

  /** Drives the electrodes with these values; what was known of the potential is forgotten. */
  void drive(GivenValues values) {
    given = values;
    flow.forgetPreconditioner(); // whether or not somebody has measured in between
    known = 0;
    next = Double.NEGATIVE_INFINITY;
    interval = 0;
  }

  /** The values that drive the electrodes; null before the first. */
  GivenValues given() {
    return given;
  }

  Drift drift() {
    return drift;
  }

  /** Extrapolation factor of the drift at time t: the time since the last solution. */
  double factor(double t) {
    return coupling instanceof Coupling.EveryStep ? 0 : t - solvedAt;
  }

  /** Largest muB j/(e Ms) that a cell can have [m/s]. */
  double maxDrift() {
    return maxDrift;
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
    int later = 0;
    while (later < known && historyTime[later] > t) {
      later++;
    }
    for (int a = later; a < known && later > 0; a++) {
      double[] swap = history[a - later];
      history[a - later] = history[a];
      history[a] = swap;
      historyTime[a - later] = historyTime[a];
    }
    known -= later;
  }

  void save(StateWriter out) throws IOException {
    out.part("coupling");
    flow.save(out);
    out.flag(given != null);
    if (given != null) {
      out.numbers(numbers());
    }
    for (double[] a : new double[][] {history[0], history[1], history[2], historyTime}) {
      out.numbers(a);
    }
    for (int k = 0; k < drift.components(); k++) {
      out.numbers(drift.start().component(k));
      out.numbers(drift.slope().component(k));
    }
    for (double v : new double[] {solvedAt, interval, next, maxDrift}) {
      out.number(v);
    }
    out.whole(known);
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
    for (double[] a : new double[][] {history[0], history[1], history[2], historyTime}) {
      in.numbers(a);
    }
    for (int k = 0; k < drift.components(); k++) {
      in.numbers(drift.start().component(k));
      in.numbers(drift.slope().component(k));
    }
    solvedAt = in.number();
    interval = in.number();
    next = in.number();
    maxDrift = in.number();
    known = (int) Math.min(history.length, Math.max(0, in.whole()));
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
    return history[0].clone();
  }

  /**
   * Solves the potential for the texture at time t.
   *
   * @param dt the time step in use
   * @param envelope of the drive
   */
  void solve(PaddedField m, double t, double dt, Envelope envelope) {
    VectorField texture = work;
    m.unpack(texture);
    conduct(t);
    Held held = flow.with(texture);
    // the same stage, or the same up to rounding: two such points would ruin the polynomial
    boolean isSame = known > 0 && Math.abs(t - historyTime[0]) <= 4 * Math.ulp(t);
    double[] potential = isSame ? history[0] : predict(t);
    held.solve(given, potential, solvesEveryStage() ? TIGHT : LOOSE);
    solves++;
    if (!isSame) {
      remember();
    }
    historyTime[0] = t;
    if (oersted != null) {
      held.currentDensity(potential, oersted.current());
      oersted.solved(known < 2 || solvesEveryStage() ? 0 : t - solvedAt);
    }
    if (heating != null) {
      held.heat(potential, work, heating.solved());
      if (solvesEveryStage()) {
        heating.takeOver();
      } else {
        heating.solved(t, envelope.square(heating.counted(), t));
      }
    }
    VectorField field = work; // the flow has copied the texture, the heat has left its field there
    if (heating == null) {
      held.electricField(potential, field);
    }
    double error = update(field, t);
    schedule(t, dt, error);
  }

  /** Polynomial through the last potentials, as a start for the solver, in place of the oldest. */
  private double[] predict(double t) {
    double[] start = history[history.length - 1];
    if (known == 0) {
      java.util.Arrays.fill(start, 0);
      return start;
    }
    double[] weight = {1, 0, 0};
    for (int a = 0; a < known; a++) {
      weight[a] = 1;
      for (int b = 0; b < known; b++) {
        if (b != a) {
          weight[a] *= (t - historyTime[b]) / (historyTime[a] - historyTime[b]);
        }
      }
    }
    for (int i = 0; i < start.length; i++) {
      double v = 0;
      for (int a = 0; a < known; a++) {
        v += weight[a] * history[a][i];
      }
      start[i] = v;
    }
    return start;
  }

  /** The potential just solved becomes the latest. */
  private void remember() {
    double[] latest = history[2];
    history[2] = history[1];
    history[1] = history[0];
    history[0] = latest;
    historyTime[2] = historyTime[1];
    historyTime[1] = historyTime[0];
    known = Math.min(3, known + 1);
  }

  /** New drift and slope; returns how far off the extrapolation was, relative in rms. */
  private double update(VectorField field, double t) {
    Grid grid = layout.grid();
    boolean first = known < 2;
    double elapsed = t - solvedAt;
    boolean slope = !first && !solvesEveryStage() && elapsed > 0;
    double off = 0;
    double all = 0;
    double largest = 0;
    for (int row = 0; row < layout.rows(); row++) {
      int start = layout.start(row);
      for (int i = 0; i < grid.nx(); i++) {
        int cell = row * grid.nx() + i;
        int c = start + i;
        double cellOff = 0;
        double square = 0;
        for (int k = 0; k < drift.components(); k++) {
          double[] w0 = drift.start().component(k);
          double[] w1 = drift.slope().component(k);
          double w = scale[scale.length == 1 ? 0 : cell] * field.component(k)[cell];
          w *= factor == null ? 1 : factor[cell];
          double old = w0[c];
          double d = w - (old + elapsed * w1[c]);
          cellOff += d * d;
          square += w * w;
          w1[c] = slope ? (w - old) / elapsed : 0;
          w0[c] = w;
        }
        off += cellOff;
        all += square;
        largest = Math.max(largest, square);
      }
    }
    solvedAt = t;
    maxDrift = Math.sqrt(largest) * drift.largest();
    return first || all == 0 ? 0 : Math.sqrt(off / all);
  }

  private void schedule(double t, double dt, double error) {
    if (coupling instanceof Coupling.Every every) {
      interval = every.steps() * dt;
    } else if (coupling instanceof Coupling.Adaptive adaptive) {
      if (known < 3) {
        interval = dt;
      } else {
        // the error of a linear extrapolation grows as the square of its reach
        double factor = 0.9 * Math.sqrt(adaptive.tolerance() / Math.max(error, 1e-12));
        interval *= Math.min(2, Math.max(0.3, factor));
        interval = Math.min(MOST_STEPS * dt, Math.max(dt, interval));
      }
    }
    next = t + interval - 0.5 * dt;
  }
}
