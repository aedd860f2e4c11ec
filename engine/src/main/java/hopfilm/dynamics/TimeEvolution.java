package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Magnet;
import hopfilm.solver.Parallel;
import hopfilm.transport.CurrentFlow;

/**
 * A film in time: the texture moves by the Landau-Lifshitz-Gilbert equation under the current that
 * its own conductivity lets through.
 *
 * <p>The classical Runge-Kutta scheme of order 4 at {@value TimeStep#SAFETY} of its stable step;
 * |m| = 1 is restored after each step. Not for use by several threads at once.
 */
public final class TimeEvolution {

  private final Parallel parallel;
  private final Numerics numerics;
  private final PaddedLayout layout;
  private final CurrentCoupling coupling;
  private final PaddedField m;
  private final PaddedField stageA;
  private final PaddedField stageB;
  private final PaddedField sum;
  private final VectorField cells;

  private Magnet magnet;
  private LlgKernel kernel;
  private TimeStep timeStep;
  private Drift drift;
  private boolean driven;
  private double stepLimit = Double.POSITIVE_INFINITY;
  private double time;
  private long steps;

  /**
   * @param magnet the film
   * @param flow currents through it, null for a film without contacts
   * @param numerics how to simulate
   * @param parallel threads of the loops
   */
  public TimeEvolution(Magnet magnet, CurrentFlow flow, Numerics numerics, Parallel parallel) {
    this.parallel = parallel;
    this.numerics = numerics;
    this.layout = new PaddedLayout(magnet.grid());
    this.coupling =
        flow == null
            ? null
            : new CurrentCoupling(flow, numerics.coupling(), magnet.material(), layout);
    this.m = new PaddedField(layout);
    this.stageA = new PaddedField(layout);
    this.stageB = new PaddedField(layout);
    this.sum = new PaddedField(layout);
    this.cells = new VectorField(magnet.grid());
    this.magnet = magnet;
    use(magnet);
  }

  /** Runs a given kernel, for comparison with programs that treat edges in another way. */
  TimeEvolution(Magnet magnet, Parallel parallel, LlgKernel kernel) {
    this(magnet, null, Numerics.standard(), parallel);
    this.kernel = kernel;
  }

  private void use(Magnet changed) {
    magnet = changed;
    kernel = LlgEquation.motion(changed, layout, numerics.kernels());
    timeStep = new TimeStep(changed);
  }

  /** Sets the texture and the time [s]. */
  public void state(VectorField texture, double t) {
    m.pack(texture);
    kernel.fillGhosts(m);
    time = t;
    if (driven) {
      coupling.voltages(coupling.voltages());
    }
  }

  /** A copy of the texture. */
  public VectorField m() {
    VectorField copy = new VectorField(layout.grid());
    m.unpack(copy);
    return copy;
  }

  /** Present time [s]. */
  public double time() {
    return time;
  }

  /** Name of the kernel set in use. */
  public String kernelName() {
    return kernel.name();
  }

  /** Steps taken so far. */
  public long steps() {
    return steps;
  }

  /** Potentials solved so far. */
  public long solves() {
    return coupling == null ? 0 : coupling.solves();
  }

  /** Uses another damping from now on, as while relaxing. */
  public void alpha(double alpha) {
    use(magnet.withAlpha(alpha));
  }

  /** Uses another magnet on the same grid from now on: other field, other material. */
  public void magnet(Magnet changed) {
    if (!changed.grid().equals(layout.grid())) {
      throw new IllegalArgumentException("the magnet is on another grid");
    }
    use(changed);
    kernel.fillGhosts(m);
  }

  /** The magnet in use. */
  public Magnet magnet() {
    return magnet;
  }

  /** Limits the time step below what is stable, for studies of convergence [s]. */
  public void stepLimit(double dt) {
    stepLimit = dt;
  }

  /**
   * Sets the voltages of the electrodes in their order [V]; null switches the current off.
   *
   * @throws IllegalStateException if the film has no contacts
   */
  public void voltages(double[] v) {
    if (v != null && coupling == null) {
      throw new IllegalStateException("the film has no electrodes");
    }
    driven = v != null;
    drift = driven ? coupling.drift() : null;
    if (driven) {
      coupling.voltages(v);
    }
  }

  /** Drives the film by a given drift velocity instead of a solved current; null ends it. */
  public void drift(Drift given) {
    driven = false;
    drift = given;
  }

  /** The layout that a given {@link Drift} must have. */
  public PaddedLayout layout() {
    return layout;
  }

  /** Potential at the film's corners of cells as last solved [V]. */
  public double[] potential() {
    return coupling.potential();
  }

  /** The time step that would be taken now [s]. */
  public double timeStep() {
    double u = driven ? coupling.maxDrift() : drift == null ? 0 : largest(drift);
    return Math.min(stepLimit, TimeStep.SAFETY * timeStep.bound(u));
  }

  /**
   * Moves on to a time, in equal steps that end exactly there.
   *
   * @throws InstabilityException if the magnetisation is no longer a number
   */
  public void runUntil(double end) {
    while (time < end) {
      if (driven && !coupling.solvesEveryStage() && coupling.isDue(time)) {
        m.unpack(cells);
        coupling.solve(cells, time, timeStep());
        requireFinite();
      } else if (driven && coupling.solvesEveryStage()) {
        solveStage(m, time);
      }
      double left = end - time;
      long n = Math.max(1, (long) Math.ceil(left / timeStep() * (1 - 1e-9)));
      step(left / n);
      time = n == 1 ? end : time + left / n;
      steps++;
    }
    m.unpack(cells);
    requireFinite();
  }

  private void step(double dt) {
    stage(m, m, sum, stageA, 0, dt / 6, dt / 2);
    stage(stageA, sum, sum, stageB, dt / 2, dt / 3, dt / 2);
    stage(stageB, sum, sum, stageA, dt / 2, dt / 3, dt);
    double s = prepare(stageA, dt);
    parallel.forRange(
        layout.rows(),
        8,
        (from, to) -> kernel.lastStage(stageA, sum, m, drift, s, dt / 6, from, to));
  }

  private void stage(
      PaddedField in,
      PaddedField sumIn,
      PaddedField out,
      PaddedField next,
      double late,
      double b,
      double c) {
    double s = prepare(in, late);
    parallel.forRange(
        layout.rows(),
        8,
        (from, to) -> kernel.stage(in, m, sumIn, out, next, drift, s, b, c, from, to));
  }

  /** Extrapolation factor of a stage that stands {@code late} after the present time. */
  private double prepare(PaddedField in, double late) {
    if (!driven) {
      return 0;
    }
    if (coupling.solvesEveryStage() && late > 0) {
      solveStage(in, time + late);
    }
    return coupling.factor(time + late);
  }

  private void solveStage(PaddedField in, double t) {
    in.unpack(cells);
    coupling.solve(cells, t, timeStep());
  }

  private void requireFinite() {
    for (int i = 0; i < cells.x().length; i++) {
      if (!Double.isFinite(cells.x()[i] + cells.y()[i] + cells.z()[i])) {
        int nx = layout.grid().nx();
        throw new InstabilityException(
            "the magnetisation of cell (%d, %d) is no longer a number at %.4g ns after %d steps"
                .formatted(i % nx, i / nx % layout.grid().ny(), time * 1e9, steps));
      }
    }
  }

  private double largest(Drift d) {
    double max = 0;
    for (int i = 0; i < d.x0().length; i++) {
      max = Math.max(max, Math.hypot(d.x0()[i], d.y0()[i]));
    }
    return max * Math.max(1, 1 + d.ratio());
  }
}
