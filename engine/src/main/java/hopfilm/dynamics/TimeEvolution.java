package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.heat.FilmTemperature;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.GivenValues;
import hopfilm.transport.OperatingPoint;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A film in time: the texture moves by the Landau-Lifshitz-Gilbert equation under the current that
 * its own conductivity lets through.
 *
 * <p>Runge-Kutta schemes of order 4 or 5 at up to {@value TimeStep#SAFETY} of their stable step,
 * and short against a precession; |m| = 1 is restored after each step. What acts from outside is
 * one value, its {@link Surroundings}; a step ends wherever a source or a field in it jumps. Not
 * for use by several threads at once.
 */
public final class TimeEvolution {

  private static final int LOOK_EVERY = 100; // steps within which NaN is detected

  private final Numerics numerics;
  private final PaddedLayout layout;
  private final Drives drives;
  private final Stepper stepper;
  private final MaterialTemperature temperature;
  private final PaddedField m;
  private final VectorField texture; // the cells of m, as last unpacked

  private Surroundings surroundings;
  private Motion motion;
  private double stepLimit = Double.POSITIVE_INFINITY;
  private double time;
  private long steps;

  /** A film without contacts, with standard numerics and one thread. */
  public TimeEvolution(Magnet magnet) {
    this(magnet, Numerics.standard(), Parallel.SERIAL);
  }

  /** A film with currents, with standard numerics and one thread. */
  public TimeEvolution(Magnet magnet, CurrentFlow flow) {
    this(magnet, flow, Numerics.standard(), Parallel.SERIAL);
  }

  /** A film without contacts. */
  public TimeEvolution(Magnet magnet, Numerics numerics, Parallel parallel) {
    this(magnet, Optional.empty(), numerics, parallel);
  }

  /** A film with currents. */
  public TimeEvolution(Magnet magnet, CurrentFlow flow, Numerics numerics, Parallel parallel) {
    this(magnet, Optional.of(flow), numerics, parallel);
  }

  /**
   * @param magnet the film
   * @param flow currents through it; empty for a film without contacts
   * @param numerics how to simulate
   * @param parallel threads of the loops; results do not depend on their number
   */
  public TimeEvolution(
      Magnet magnet, Optional<CurrentFlow> flow, Numerics numerics, Parallel parallel) {
    this.numerics = numerics;
    this.layout = new PaddedLayout(magnet.grid(), magnet.bonds().reach());
    this.m = new PaddedField(layout);
    this.texture = new VectorField(magnet.grid());
    this.drives =
        new Drives(
            CurrentCoupling.of(flow.orElse(null), numerics, magnet, layout), layout, parallel);
    this.temperature = new MaterialTemperature(magnet.grid(), drives);
    this.stepper =
        switch (numerics.integrator()) {
          case RK4 -> new RungeKutta4(m, drives, numerics, parallel);
          case DOPRI5 -> new DormandPrince(m, drives, numerics.tolerance(), parallel);
        };
    this.surroundings = Surroundings.of(magnet);
    makeMotion();
  }

  /** Runs a given kernel, for comparison with programs that treat edges in another way. */
  TimeEvolution(Magnet magnet, Parallel parallel, LlgKernel kernel) {
    this(magnet, Numerics.standard(), parallel);
    use(new Motion(magnet, kernel, motion.step()));
  }

  /** What acts on the film from outside. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /**
   * Puts the film into other surroundings from the present time on. Parts that are equal continue:
   * the steps of the same noise, the temperature of the same film, the potential of the same drive.
   *
   * @throws IllegalArgumentException if they are not for this film
   */
  public void under(Surroundings next) {
    next.requireFit(layout, drives.coupling() != null, numerics.integrator());
    warm();
    Surroundings before = surroundings;
    surroundings = next;
    temperature.under(next, before, time);
    drives.under(next, before, time);
    if (!next.differsOnlyInDrive(before)) {
      makeMotion();
    }
    stepper.jumped();
    temperature.jumped();
  }

  /** Changes the surroundings from the present time on. */
  public void under(UnaryOperator<Surroundings> change) {
    under(change.apply(surroundings));
  }

  private void makeMotion() {
    use(Motion.of(surroundings.magnet(), layout, numerics, drives, temperature));
  }

  private void use(Motion next) {
    motion = next;
    stepper.kernel(next.kernel());
    next.kernel().fillGhosts(m);
  }

  /** Sets the texture and the time [s]. */
  public void state(VectorField start, double t) {
    m.pack(start);
    motion.kernel().fillGhosts(m);
    time = t;
    temperature.restart(t);
    drives.restart();
    stepper.restart();
  }

  /** A copy of the texture. */
  public VectorField m() {
    return view().copy();
  }

  /** The texture in an array of the film's own, which its next step overwrites. */
  public VectorField view() {
    m.unpack(texture);
    return texture;
  }

  /** Present time [s]. */
  public double time() {
    return time;
  }

  /** Name of the kernel set in use. */
  public String kernelName() {
    return motion.kernel().name();
  }

  /** Steps taken so far. */
  public long steps() {
    return steps;
  }

  /** Steps that the error control rejected; 0 for schemes without one. */
  public long rejectedSteps() {
    return stepper.rejected();
  }

  /** Solutions of the potential so far. */
  public long solves() {
    return drives.solves();
  }

  /** The magnet at its temperature, in the external and the Oersted field of the present time. */
  public Magnet present() {
    return drives.present(motion.magnet(), time);
  }

  /** The temperature of the film; empty where the current does not heat it. */
  public Optional<FilmTemperature> temperature() {
    return Optional.ofNullable(temperature.film());
  }

  private void warm() {
    if (temperature.film() != null && temperature.advance(time, longestStep(time))) {
      makeMotion();
    }
  }

  /** Limits the time step below what is stable, for studies of convergence [s]. */
  public void stepLimit(double dt) {
    stepLimit = dt;
  }

  /** The layout of the film's cells, which a given drift velocity must have. */
  PaddedLayout layout() {
    return layout;
  }

  /** Potential at the film's corners of cells, as last solved, at the present voltages [V]. */
  public double[] potential() {
    return drives.potential(time);
  }

  /**
   * Voltages and currents of the contacts of the present texture, of a potential of its own. Its
   * solver and matrix are those of the film, so that this costs less than any other reading.
   */
  public OperatingPoint contacts(GivenValues given) {
    return drives.contacts(view(), time, given);
  }

  /** The longest time step that would be taken now [s]. */
  public double timeStep() {
    return longestStep(drives.nextKink(time));
  }

  private double longestStep(double until) {
    return Math.min(stepLimit, motion.longestStep(drives, time, until));
  }

  /** Advances to a time without a pause. */
  public void runUntil(double end) {
    runUntil(end, () -> false);
  }

  /**
   * Advances to a time, in steps that end exactly there, or until a pause, which is asked for
   * before each step. Continuing to the same time afterwards takes the same steps as without the
   * pause.
   *
   * @return true if the time was reached
   * @throws InstabilityException if the magnetisation is no longer a number, or no step is short
   *     enough for the tolerance
   */
  public boolean runUntil(double end, BooleanSupplier pause) {
    long sinceLooked = 0;
    while (time < end) {
      boolean isPaused = pause.getAsBoolean();
      if (isPaused || ++sinceLooked % LOOK_EVERY == 0) {
        requireFinite();
      }
      if (isPaused) {
        return false;
      }
      step(end);
    }
    requireFinite();
    return true;
  }

  /** The potential and the temperature where they are due, then one step of the magnetisation. */
  private void step(double end) {
    double kink = drives.nextKink(time);
    double target = Math.min(end, kink);
    double reached;
    try {
      drives.lookAhead(time, kink);
      boolean isDue = drives.isDue(time);
      if (isDue || (drives.solvesEveryStage() && !stepper.isPrepared())) {
        requireFinite();
        drives.solve(m, time, stepper.expected(longestStep(target)), target);
      }
      if (isDue) {
        stepper.drivesChanged();
      }
      if (temperature.isDue(time)) {
        warm();
      }
      reached = stepper.advance(time, target, longestStep(target));
    } catch (IllegalStateException e) {
      throw InstabilityException.noCurrent(e, time, steps, drives.largestDrift(time, time));
    }
    if (reached == time) {
      requireFinite();
      throw InstabilityException.stepTooShort(numerics.tolerance(), time, steps);
    }
    time = reached;
    steps++;
    temperature.count(time);
    if (time == kink || time == end) {
      warm();
    }
    if (time == kink) {
      stepper.jumped();
      if (drives.jumped(time)) {
        temperature.jumped();
      }
    }
  }

  /** Writes all that the further course depends on, besides the surroundings. */
  public void save(StateWriter out) throws IOException {
    out.part("film");
    out.numbers(view().components());
    out.number(time);
    out.whole(steps);
    temperature.saveApplied(out);
    drives.save(out);
    stepper.save(out);
    temperature.save(out);
  }

  /** Restores the state of a film under the same surroundings; it continues bit for bit. */
  public void restore(StateReader in) throws IOException {
    in.part("film");
    stepper.restart();
    in.numbers(texture.components());
    m.pack(texture);
    motion.kernel().fillGhosts(m);
    time = in.number();
    steps = in.whole();
    if (temperature.restoreApplied(in)) {
      makeMotion();
    }
    drives.restore(in);
    stepper.restore(in);
    temperature.restore(in, time);
  }

  private void requireFinite() {
    InstabilityException.requireFinite(view(), time, steps, () -> drives.largestDrift(time, time));
  }
}
