package hopfilm.protocol;

import hopfilm.dynamics.Envelope;
import hopfilm.dynamics.Surroundings;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.AppliedField;
import hopfilm.experiment.Driven;
import hopfilm.experiment.Inject;
import hopfilm.experiment.Signal;
import hopfilm.experiment.Step;
import hopfilm.film.BrokenRunException;
import hopfilm.film.ExternalField;
import hopfilm.film.FilmMeter;
import hopfilm.grid.VectorField;
import hopfilm.result.Relaxed;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.texture.TextureKind;
import hopfilm.transport.GivenValues;
import hopfilm.transport.OperatingPoint;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A film in time under voltages, currents and fields, with its clock and the Joule heat it has
 * made.
 */
final class DrivenFilm {

  /**
   * What a measure read.
   *
   * @param underCurrent whether the film was under current
   * @param values last given at the electrodes, null before the first
   * @param reading cold where it is to be so
   * @param raw of the film as it is; null where the reading is that
   */
  record Taken(
      double time,
      boolean underCurrent,
      GivenValues values,
      VectorField m,
      FilmMeter.Reading reading,
      FilmMeter.Reading raw) {}

  private final TimeEvolution evolution;
  private final FilmClock clock;
  private final FilmMeter meter;
  private final FilmClock.RowSource rows;
  private final Replay replay;
  private final Consumer<String> warns;
  private final Supplier<VectorField> cold;
  private final PresentDrive given;

  /**
   * @param cold makes a copy of the film without thermal noise
   * @param warns hears why a step did not reach its goal
   */
  DrivenFilm(
      TimeEvolution evolution,
      FilmClock clock,
      FilmMeter meter,
      FilmClock.RowSource rows,
      Replay replay,
      Supplier<VectorField> cold,
      Consumer<String> warns) {
    this.evolution = evolution;
    this.clock = clock;
    this.meter = meter;
    this.rows = rows;
    this.replay = replay;
    this.cold = cold;
    this.warns = warns;
    this.given = new PresentDrive(clock::now);
  }

  /** Present time [s]. */
  double time() {
    return clock.now();
  }

  /** Begins the run. */
  void start() throws IOException {
    clock.start(rows);
  }

  PresentDrive given() {
    return given;
  }

  /**
   * Switches a field on for a step that begins now.
   *
   * @param field empty for none, which leaves the film to the bits of one without
   */
  void apply(Optional<AppliedField> field, Step.Timed step) {
    field.ifPresent(f -> apply(f, time() - step.from(), step.time()));
  }

  private void apply(AppliedField field, double start, double time) {
    evolution.under(s -> ExternalField.on(s, field.source(), field.course(start, time)));
  }

  /** Switches the field of a step off again. */
  void withdraw(Optional<AppliedField> field) {
    if (field.isPresent()) {
      evolution.under(s -> s.withoutField());
    }
  }

  /** Without current, with another damping; how far from rest it ended. */
  Relaxed relax(Step.Relax step) throws IOException {
    off();
    Surroundings own = evolution.surroundings();
    evolution.under(s -> s.withAlpha(step.alpha()));
    apply(step.field(), step);
    double start = time();
    double before = energy();
    Done isAtRest = () -> torque() <= step.torque().getAsDouble();
    advance(step, time() + step.duration(), step.torque().isPresent() ? isAtRest : null);
    double torque = torque();
    Relaxed end =
        new Relaxed(
            start,
            time(),
            torque,
            torque / evolution.present().material().Ms().maxAbs(),
            energy() - before);
    evolution.under(own);
    return end;
  }

  private double energy() throws IOException {
    return replay
        .ask(() -> ReplayLog.Entry.of(evolution.present().energies(evolution.view()).total()))
        .number();
  }

  /** Whether a step may end at a row. */
  private interface Done {
    boolean isReached() throws IOException;
  }

  /**
   * Moves on to the end of a step, or to the row at which it has come to its goal.
   *
   * @param end of the step [s]
   * @param done another goal; null for none
   */
  private void advance(Step.Timed step, double end, Done done) throws IOException {
    GoalWatch goal = step.until().map(GoalWatch::new).orElse(null);
    if (goal == null && done == null) {
      clock.advanceTo(end, rows);
      return;
    }
    boolean isCutShort;
    while (true) {
      isCutShort = clock.advanceTo(Math.min(end, clock.nextRow()), rows);
      boolean isDone = done != null && done.isReached();
      isDone |= goal != null && goal.look(time(), last(goal.column()));
      // a step that was cut short, and goes on as one of that time, asks no more than it did
      if (isDone || clock.isAt(end) || isCutShort) {
        break;
      }
    }
    if (goal != null && !goal.isReached() && !isCutShort) {
      warns.accept(goal.warning(step.kind()));
    }
  }

  /** The value of a column in the last row. */
  private double last(String column) throws IOException {
    return replay.ask(() -> ReplayLog.Entry.of(clock.last(column))).number();
  }

  /** The kind of the texture now. */
  TextureKind texture() throws IOException {
    double kind =
        replay.ask(() -> ReplayLog.Entry.of(TextureKind.of(evolution.view()).ordinal())).number();
    return TextureKind.values()[(int) kind];
  }

  private double torque() throws IOException {
    return replay
        .ask(() -> ReplayLog.Entry.of(evolution.present().largestTorque(evolution.view())))
        .number();
  }

  void rest(Step.Rest step) throws IOException {
    apply(step.field(), step);
    off();
    advance(step, time() + step.duration(), null);
    withdraw(step.field());
  }

  /** Rests; says whether the step was cut short. */
  boolean rest(double time) throws IOException {
    off();
    return clock.advance(time, rows);
  }

  void field(Step.Field step) throws IOException {
    off();
    Envelope course = step.course(time() - step.from());
    evolution.under(s -> ExternalField.on(s, step.source(), course));
    clock.advance(step.duration(), rows);
    evolution.under(s -> s.withoutField());
  }

  /** A current through the film. */
  void inject(Inject step) throws IOException {
    off();
    apply(step.field(), step);
    Envelope course = step.course(time() - step.from());
    evolution.under(s -> s.withCurrentThrough(step.density(), course));
    advance(step, time() + step.duration(), null);
    off();
    withdraw(step.field());
  }

  /** Signals at the contacts, and a field of signals. */
  void drive(Driven step) throws IOException {
    double start = time() - step.from();
    List<Envelope> courses = step.courses(start, clock::times);
    GivenValues values = step.values();
    given.on(values, courses);
    clock.current(true);
    evolution.under(s -> s.withSignals(values, courses));
    step.field().ifPresent(field -> apply(field, start));
    trainingPower(List.of(values));
    advance(step, end(step, start), null);
    trainingPower(List.of(values));
    if (step.field().isPresent()) {
      evolution.under(s -> s.withoutField());
    }
  }

  /** A step that ends with a sample ends at its very time. */
  private double end(Driven step, double start) {
    double end = time() + step.duration();
    for (Signal signal : step.signals()) {
      if (signal instanceof Signal.Samples s) {
        int n = (int) Math.min(s.series().size(), Math.rint(step.to() / s.every()));
        if (Math.abs(n * s.every() - step.to()) < FilmClock.SAME * s.every()) {
          return clock.times(start, s.every(), n)[n];
        }
      }
    }
    return end;
  }

  private void apply(List<Signal> field, double start) {
    double[] h = field.stream().mapToDouble(Signal::value).toArray();
    List<Envelope> courses = Driven.courses(field, start, clock::times);
    evolution.under(s -> s.withField(h, courses));
  }

  void on(GivenValues values, Envelope f) {
    given.on(values, f);
    clock.current(true);
    evolution.under(s -> s.withCurrent(values, f));
  }

  void off() {
    evolution.under(s -> s.withoutCurrent());
    clock.current(false);
    given.off();
  }

  /**
   * Moves on to the end of a stretch, or until the film has settled, or the step is cut short.
   *
   * @param start of the train step, from which its times count [s]
   * @param drives all that is given at the electrodes in turn
   * @param settling null for a stretch of given length
   * @return whether the step ends before that
   */
  boolean advance(double start, double end, List<GivenValues> drives, Settling settling)
      throws IOException {
    if (given.isOn()) {
      trainingPower(drives);
    }
    while (true) {
      double now = time() - start;
      double stop =
          settling == null ? end : Math.min(end, FilmClock.next(now, settling.interval()));
      boolean isCutShort = clock.advance(stop - now, rows);
      boolean isRead = settling != null && isMultiple(time() - start, settling.interval());
      if (given.isOn() || isRead) {
        double power = trainingPower(drives);
        if (isRead) {
          settling.add(time(), power);
        }
      }
      if (isCutShort || (isRead && settling.isSettled())) {
        return true;
      }
      // a reading may be due at the end but for rounding
      if (clock.isAt(start + end)) {
        return false;
      }
    }
  }

  /** Joule heat of several drives at full height [W]; the heat so far goes on to now. */
  double trainingPower(List<GivenValues> drives) throws IOException {
    return replay
        .ask(
            () -> {
              double[][] g = meter.matrix(evolution.view()).siemens();
              given.addHeat(g);
              return ReplayLog.Entry.of(PresentDrive.power(drives, g));
            })
        .number();
  }

  /**
   * Reads the film.
   *
   * @param isCold whether to read a copy without current and thermal noise besides
   */
  Taken read(boolean isCold) throws IOException {
    ReplayLog.Entry known =
        replay.ask(
            () -> {
              VectorField m = evolution.m();
              return new ReplayLog.Entry(meter.read(m).numbers(), m);
            });
    FilmMeter.Reading raw = FilmMeter.Reading.of(known.numbers());
    FilmMeter.Reading reading =
        isCold
            ? FilmMeter.Reading.of(
                replay
                    .ask(() -> new ReplayLog.Entry(meter.read(cold.get()).numbers(), null))
                    .numbers())
            : raw;
    boolean underCurrent = given.factor() != 0 && !isCold;
    return new Taken(time(), underCurrent, given.full(), known.m(), reading, isCold ? raw : null);
  }

  /** Conductances of the present texture [S]; at a temperature without its noise. */
  double[][] conductances() throws IOException {
    return isWarm()
        ? replay.ask(() -> ReplayLog.Entry.of(meter.matrix(cold.get()))).matrix()
        : rawConductances();
  }

  /** Conductances of the present texture as it is [S]. */
  double[][] rawConductances() throws IOException {
    return replay.ask(() -> ReplayLog.Entry.of(meter.matrix(evolution.view()))).matrix();
  }

  /** Mean rise over the temperature at which resistivities are given [K]; 0 without heat. */
  double rise() throws IOException {
    Optional<Surroundings.Heat> heat = evolution.surroundings().heat();
    if (heat.isEmpty()) {
      return 0;
    }
    double given = heat.get().film().properties().ambient();
    return replay.ask(() -> ReplayLog.Entry.of(heat.get().film().mean() - given)).number();
  }

  /** Whether thermal noise acts on the film. */
  boolean isWarm() {
    return temperature() > 0;
  }

  /** Temperature of the film without the heat of the current [K]; 0 without thermal noise. */
  double temperature() {
    Surroundings s = evolution.surroundings();
    double warmer = s.heat().map(Surroundings.Heat::warmer).orElse(0.0);
    return s.noise().temperature() == 0 ? 0 : s.noise().temperature() + warmer;
  }

  /**
   * Brings the film to a temperature.
   *
   * @param own of the step, to which the ambient temperature comes too; empty for that of the run
   * @param usual temperature of the thermal noise in a run [K]
   * @return whether it had another before
   */
  boolean temperature(OptionalDouble own, double usual) {
    Surroundings now = evolution.surroundings();
    double kelvin = own.orElse(usual);
    Surroundings next = now;
    if (now.heat().isPresent()) {
      // the thermal field of a heated film counts from the temperature at which the material is
      double given = now.heat().get().film().properties().ambient();
      next = now.withHeat(now.heat().get().at(own.orElse(given)));
      kelvin = kelvin == 0 ? 0 : given;
    }
    next = next.withNoise(now.noise().about(kelvin));
    boolean isOther = !next.equals(now);
    if (isOther) {
      evolution.under(next);
    }
    return isOther;
  }

  private static boolean isMultiple(double time, double interval) {
    return Math.abs(time - Math.rint(time / interval) * interval) < FilmClock.SAME * interval;
  }

  /**
   * Voltages and currents of the contacts now. At a jump they are those before it: what is read at
   * the end of a step or of a held sample belongs to that. With all sources off they are 0.
   *
   * @param g conductances [S], from which all follows; null to solve for the potential
   */
  OperatingPoint point(double[][] g) {
    Optional<GivenValues> values =
        given.isOn() ? evolution.surroundings().given(given.before()) : Optional.empty();
    if (values.isEmpty()) {
      return new OperatingPoint(new double[meter.contacts()], new double[meter.contacts()]);
    }
    if (g != null) {
      return OperatingPoint.of(g, values.get());
    }
    try {
      return evolution.contacts(values.get());
    } catch (IllegalStateException e) {
      throw new BrokenRunException(
          "the currents could not be read (%s)".formatted(e.getMessage()), e);
    }
  }

  void save(StateWriter out) throws IOException {
    clock.save(out);
    given.save(out);
    evolution.save(out);
    meter.save(out);
  }

  void restore(StateReader in) throws IOException {
    clock.restore(in);
    given.restore(in);
    evolution.restore(in);
    meter.restore(in);
  }
}
