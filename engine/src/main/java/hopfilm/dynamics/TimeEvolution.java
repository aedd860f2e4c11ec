package hopfilm.dynamics;

import hopfilm.dynamics.AddedFieldKernel.Fields;
import hopfilm.grid.VectorField;
import hopfilm.heat.FilmTemperature;
import hopfilm.kernel.Drift;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.OerstedField;
import hopfilm.magnet.TemperatureLaw;
import hopfilm.magnet.ThermalField;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.GivenValues;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * A film in time: the texture moves by the Landau-Lifshitz-Gilbert equation under the current that
 * its own conductivity lets through.
 *
 * <p>Runge-Kutta schemes of order 4 or 5 at up to {@value TimeStep#SAFETY} of their stable step,
 * and short against a precession; |m| = 1 is restored after each step. Voltages and the external
 * field may vary in time ({@link Envelope}); a step ends wherever one of them jumps. At a
 * temperature a random field is drawn for each step ({@link ThermalField}). Not for use by several
 * threads at once.
 */
public final class TimeEvolution {

  /** NaN is detected within this many steps. */
  private static final int LOOK_EVERY = 100;

  private final Numerics numerics;
  private final Parallel parallel;
  private final PaddedLayout layout;
  private final Drives drives;
  private final Stepper stepper;
  private final Warmth warmth;
  private final PaddedField m;
  private final VectorField texture; // the cells of m, as last unpacked

  private Magnet magnet;
  private LlgKernel kernel;
  private TimeStep timeStep;
  private Magnet warmed; // the magnet at its temperature
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
    this.numerics = numerics;
    this.parallel = parallel;
    this.layout = new PaddedLayout(magnet.grid(), magnet.bonds().reach());
    this.m = new PaddedField(layout);
    this.texture = new VectorField(magnet.grid());
    this.drives =
        new Drives(
            flow == null
                ? null
                : new CurrentCoupling(flow, numerics.coupling(), magnet.material(), layout));
    this.warmth = new Warmth(magnet.grid(), drives);
    this.stepper =
        switch (numerics.integrator()) {
          case RK4 -> new RungeKutta4(m, drives, numerics, parallel);
          case DOPRI5 -> new DormandPrince(m, drives, numerics.tolerance(), parallel);
        };
    use(magnet);
  }

  /** Runs a given kernel, for comparison with programs that treat edges in another way. */
  TimeEvolution(Magnet magnet, Parallel parallel, LlgKernel kernel) {
    this(magnet, null, Numerics.standard(), parallel);
    this.kernel = kernel;
    stepper.kernel(kernel);
  }

  /** Makes kernel and step for a magnet, as it is at its temperature. */
  private void use(Magnet changed) {
    magnet = changed;
    warmed = warmth.of(changed);
    ThermalNoise noise = drives.noise();
    ThermalField strongestNoise = null;
    if (noise != null) {
      noise.use(warmed, warmth.felt());
      strongestNoise = warmth.strongest(noise.thermal());
    }
    Fields fields = new Fields(noise == null ? null : noise.field(), drives.oersted());
    kernel =
        drives.hasPlanarHall()
            ? LlgEquation.motion(warmed, layout, numerics.kernels(), fields)
            : LlgEquation.general(warmed, layout, fields);
    stepper.kernel(kernel);
    double[] h = drives.largestField();
    Magnet strongest = h == null ? warmed : warmed.withField(h);
    timeStep = new TimeStep(strongest, numerics.integrator(), strongestNoise);
  }

  /** Sets the texture and the time [s]. */
  public void state(VectorField start, double t) {
    m.pack(start);
    kernel.fillGhosts(m);
    time = t;
    warmth.restart(t);
    drives.restart();
    stepper.restart();
  }

  /** A copy of the texture. */
  public VectorField m() {
    VectorField copy = new VectorField(layout.grid());
    m.unpack(copy);
    return copy;
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
    return kernel.name();
  }

  /** Steps taken so far. */
  public long steps() {
    return steps;
  }

  /** Steps that the error control took back so far; 0 for schemes without one. */
  public long rejectedSteps() {
    return stepper.rejected();
  }

  /** Potentials solved so far. */
  public long solves() {
    return drives.coupling() == null ? 0 : drives.coupling().solves();
  }

  /** Uses another damping from now on, as while relaxing. */
  public void alpha(double alpha) {
    use(magnet.withAlpha(alpha));
  }

  /**
   * Uses another magnet on the same grid from now on: other field, other material. Its field ends
   * one that varies in time.
   *
   * @throws IllegalArgumentException if it is on another grid, or its bonds reach farther or less
   *     far
   */
  public void magnet(Magnet changed) {
    if (!changed.grid().equals(layout.grid())) {
      throw new IllegalArgumentException("the magnet is on another grid");
    }
    if (changed.bonds().reach() != layout.ghosts()) {
      throw new IllegalArgumentException(
          "the magnet's bonds reach %d cells, those of the one before %d: start another film"
              .formatted(changed.bonds().reach(), layout.ghosts()));
    }
    drives.field(null, null);
    Material now = magnet.material();
    Material next = changed.material();
    if (next.P() != now.P() || !next.Ms().equals(now.Ms())) {
      drives.material(changed);
    }
    use(changed.withOersted(null));
    kernel.fillGhosts(m);
  }

  /** The magnet in use, in the external field of the present time. */
  public Magnet magnet() {
    return inField(magnet);
  }

  private Magnet inField(Magnet m) {
    double[] h = drives.field(time);
    return h == null || Arrays.equals(h, m.externalField()) ? m : m.withField(h);
  }

  /** The same in the Oersted field of the present time, of the material at its temperature. */
  public Magnet present() {
    Magnet now = inField(warmed);
    VectorField current = new VectorField(layout.grid());
    return drives.oersted(time, current) ? now.withOersted(current) : now;
  }

  /**
   * Has the current make its Oersted field from now on. It is computed when the potential is
   * solved, and goes on linearly in time until the next solution.
   *
   * @param field of currents in this film; null for none
   * @throws IllegalArgumentException if it is for another grid, or the film has no contacts
   */
  public void oersted(OerstedField field) {
    if (field != null && drives.coupling() == null) {
      throw new IllegalArgumentException("the film has no electrodes");
    }
    if (field != null && !field.grid().equals(layout.grid())) {
      throw new IllegalArgumentException("the Oersted field is for another grid");
    }
    if (drives.coupling() != null) {
      drives.coupling().oersted(field == null ? null : new OerstedDrive(field, layout, parallel));
      drives.restart();
    }
    use(magnet);
  }

  /**
   * Replaces the external field of the magnet by f(t) h until {@code field(null, null)} or another
   * {@link #magnet(Magnet)}.
   *
   * @param h uniform field, three components [A/m]
   * @param f factor in time
   */
  public void field(double[] h, Envelope f) {
    drives.field(h, f);
    use(magnet);
  }

  /**
   * Brings the film to a temperature: the thermal field acts from now on, its steps counted from 0.
   *
   * @param field null or of 0 K for none
   * @throws IllegalArgumentException if the integrator is not {@link Integrator#RK4}: a field that
   *     is new in each step has no error that could control the step
   */
  public void thermal(ThermalField field) {
    boolean isNone = field == null || field.temperature() == 0;
    if (!isNone && numerics.integrator() != Integrator.RK4) {
      throw new IllegalArgumentException("a temperature needs the integrator RK4");
    }
    drives.noise(isNone ? null : new ThermalNoise(field, magnet));
    use(magnet);
  }

  /** Steps since the thermal field was set, 0 without one: with its seed, all of its state. */
  public long thermalStep() {
    return drives.noise() == null ? 0 : drives.noise().step();
  }

  /**
   * Continues the thermal field of another run, which has taken this many steps.
   *
   * @throws IllegalStateException if there is no thermal field
   */
  public void thermalStep(long step) {
    if (drives.noise() == null) {
      throw new IllegalStateException("the film has no temperature");
    }
    drives.noise().step(step);
  }

  /**
   * Has the current heat a film from now on; its temperature is that of the present time whenever
   * this one has reached the time to which it was to go.
   *
   * @param film of the same cells; null for none
   * @throws IllegalArgumentException if it is of other cells, or the film has no contacts
   */
  public void heat(FilmTemperature film) {
    heat(film, null);
  }

  /**
   * The same for a material that changes with its temperature, as does the thermal field where
   * there is one.
   *
   * @param ofTemperature how it changes, from the ambient temperature of the film on; null for not
   *     at all
   */
  public void heat(FilmTemperature film, TemperatureLaw ofTemperature) {
    heat(film, ofTemperature, 0);
  }

  /**
   * The same for a resistivity that changes with the temperature of each cell, rho = rho(ambient)
   * (1 + b (T - ambient)), both along and across m.
   *
   * @param perKelvin b, the temperature coefficient of the resistivity [1/K]
   */
  public void heat(FilmTemperature film, TemperatureLaw ofTemperature, double perKelvin) {
    warmth.heat(film, ofTemperature, perKelvin, time);
    changed();
  }

  /** The temperature of the film; null where the current does not heat it. */
  public FilmTemperature temperature() {
    return warmth.film();
  }

  private void warm() {
    if (warmth.film() != null && warmth.advance(time, longestStep(time))) {
      changed();
    }
  }

  private void changed() {
    use(magnet);
    kernel.fillGhosts(m);
  }

  /** Limits the time step below what is stable, for studies of convergence [s]. */
  public void stepLimit(double dt) {
    stepLimit = dt;
  }

  /**
   * Drives the electrodes with f(t) times the given values; null switches the current off. While f
   * is 0 the film moves as without current.
   *
   * @throws IllegalStateException if the film has no contacts
   */
  public void drive(GivenValues given, Envelope f) {
    if (given != null && drives.coupling() == null) {
      throw new IllegalStateException("the film has no electrodes");
    }
    warm();
    drives.electrodes(given, f);
    stepper.jumped();
    warmth.jumped();
  }

  /**
   * Drives the electrodes with given values from now on; null switches the current off.
   *
   * @throws IllegalStateException if the film has no contacts
   */
  public void drive(GivenValues given) {
    drive(given, Envelope.constant());
  }

  /**
   * Sets steady voltages of the electrodes in their order [V]; null switches the current off.
   *
   * @throws IllegalStateException if the film has no contacts
   */
  public void voltages(double[] v) {
    voltages(v, Envelope.constant());
  }

  /**
   * Sets voltages f(t) v of the electrodes in their order [V]; null switches the current off.
   *
   * @throws IllegalStateException if the film has no contacts
   */
  public void voltages(double[] v, Envelope f) {
    drive(v == null ? null : GivenValues.voltages(v), f);
  }

  /** Drives the film by a given drift velocity instead of a solved current; null ends it. */
  public void drift(Drift given) {
    drives.drift(given);
    stepper.jumped();
  }

  /** The layout that a given {@link Drift} must have. */
  public PaddedLayout layout() {
    return layout;
  }

  /** Potential at the film's corners of cells, as last solved, at the present voltages [V]. */
  public double[] potential() {
    return drives.potential(time);
  }

  /** The longest time step that would be taken now [s]. */
  public double timeStep() {
    return longestStep(drives.nextKink(time));
  }

  private double longestStep(double until) {
    double u = drives.largestDrift(time, until);
    double h = drives.largestOersted(time, until);
    double longest = timeStep.longest(u, drives.polarisation(), h);
    return Math.min(Math.min(stepLimit, drives.longestStep(time, until)), longest);
  }

  /**
   * Moves on to a time, in steps that end exactly there.
   *
   * @throws InstabilityException if the magnetisation is no longer a number, or no step is short
   *     enough for the tolerance
   */
  public void runUntil(double end) {
    runUntil(end, () -> false);
  }

  /**
   * Moves on to a time, or until it is asked to pause; to go on to the same time afterwards takes
   * the same steps as without the pause.
   *
   * @param pause asked before each step
   * @return true if the time was reached
   * @throws InstabilityException as above; a film that pauses is whole
   */
  public boolean runUntil(double end, BooleanSupplier pause) {
    long sinceLooked = 0;
    while (time < end) {
      if (pause.getAsBoolean()) {
        requireFinite();
        return false;
      }
      if (++sinceLooked % LOOK_EVERY == 0) {
        requireFinite();
      }
      double kink = drives.nextKink(time);
      double target = Math.min(end, kink);
      double reached;
      try {
        if (drives.isDue(time, kink)) {
          solve(target);
          stepper.drivesChanged();
        } else if (drives.solvesEveryStage() && !stepper.isPrepared()) {
          solve(target);
        }
        if (warmth.isDue(time)) {
          warm();
        }
        reached = stepper.advance(time, target, longestStep(target));
      } catch (IllegalStateException e) {
        throw InstabilityException.noCurrent(e, time, steps, drives.largestDrift(time, time));
      }
      if (reached == time) {
        giveUp();
      }
      time = reached;
      steps++;
      warmth.count(time);
      if (time == kink || time == end) {
        warm();
      }
      if (time == kink) {
        stepper.jumped();
      }
    }
    requireFinite();
    return true;
  }

  /**
   * Writes all that the further course depends on, besides what was set: magnet, voltages, fields
   * and their course in time.
   */
  public void save(StateWriter out) throws IOException {
    out.part("film");
    m.unpack(texture);
    for (int c = 0; c < 3; c++) {
      out.numbers(texture.component(c));
    }
    out.number(time);
    out.whole(steps);
    warmth.saveFelt(out);
    drives.save(out);
    stepper.save(out);
    warmth.save(out);
  }

  /**
   * Takes up what another film saved in which the same was set: it goes on to the same bits.
   *
   * @throws IOException if it was saved by a film of another kind
   */
  public void restore(StateReader in) throws IOException {
    in.part("film");
    for (int c = 0; c < 3; c++) {
      in.numbers(texture.component(c));
    }
    m.pack(texture);
    kernel.fillGhosts(m);
    time = in.number();
    steps = in.whole();
    if (warmth.restoreFelt(in)) {
      changed();
    }
    drives.restore(in);
    stepper.restore(in);
    warmth.restore(in, time);
  }

  private void solve(double target) {
    requireFinite();
    drives.solve(m, time, stepper.expected(longestStep(target)));
  }

  private void giveUp() {
    requireFinite();
    throw InstabilityException.stepTooShort(numerics.tolerance(), time, steps);
  }

  private void requireFinite() {
    m.unpack(texture);
    for (int i = 0; i < texture.x().length; i++) {
      if (!Double.isFinite(texture.x()[i] + texture.y()[i] + texture.z()[i])) {
        throw InstabilityException.notANumber(
            layout.grid(), i, time, steps, drives.largestDrift(time, time));
      }
    }
  }
}
