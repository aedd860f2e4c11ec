package hopfilm.protocol;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Driven;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Inject;
import hopfilm.experiment.Step;
import hopfilm.film.AdiabaticHeat;
import hopfilm.film.FilmMeter;
import hopfilm.film.FilmNetwork;
import hopfilm.film.FilmSetup;
import hopfilm.film.Kept;
import hopfilm.film.Measure;
import hopfilm.film.SampleColumns;
import hopfilm.film.TableColumns;
import hopfilm.film.TableRow;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.Weights;
import hopfilm.magnet.Magnet;
import hopfilm.result.Relaxed;
import hopfilm.result.Retrieved;
import hopfilm.result.RunStatus;
import hopfilm.result.TrainStep;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.texture.TextureKind;
import hopfilm.transport.OperatingPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Carries out the protocol of an experiment, step by step, and keeps what comes out.
 *
 * <p>The reference of the weights is read when the first train step starts. A measure after it has
 * energies; a retrieve step uses the latest measure, and where none followed the last train step
 * the film is read there and then under the label {@value Step.Measure#IMPLICIT}. The measure that
 * is judged is the first at rest after the last train step, or, where there is none, the first.
 *
 * <p>A run that is resumed goes the same way from the start. What was asked of the film before
 * {@code Checkpoints} knows; all else follows from it and is cheap.
 */
public final class ProtocolRunner {

  /** Training changes conductances by some percent; a change by heat of more than this is told. */
  private static final double WARM = 1e-3;

  private final Experiment experiment;
  private final FilmSetup setup;
  private final FilmMeter meter;
  private final Replay replay;
  private final RunListener listener;
  private final TableColumns columns;
  private final SampleColumns samples; // null where none are taken
  private final TextureWatch watch;
  private final TimeEvolution evolution;
  private final DrivenFilm film;
  private final FilmNetwork network;
  private final Trainer trainer;
  private final Measures measures = new Measures();
  private final List<Retrieved> retrievals = new ArrayList<>();
  private final Warnings warnings;
  private final List<Relaxed> relaxed = new ArrayList<>();
  private final List<TrainStep> phases = new ArrayList<>();

  private Hottest hottest; // null where the current does not heat the film
  private TextureKind texture; // null before the end
  private Step.Timed before; // the last step that took time; null before the first
  private Pattern training;
  private String phase = "start";
  private double lastEnergy = Double.NaN; // E' of the last row

  public ProtocolRunner(
      Experiment experiment,
      FilmSetup setup,
      FilmMeter meter,
      TimeEvolution evolution,
      FilmClock clock,
      Replay replay,
      TableColumns columns,
      RunListener listener) {
    this.experiment = experiment;
    this.setup = setup;
    this.meter = meter;
    this.evolution = evolution;
    this.replay = replay;
    this.columns = columns;
    this.listener = listener;
    this.network = new FilmNetwork(experiment);
    this.warnings = new Warnings(listener);
    this.hottest = experiment.heat().isPresent() ? new Hottest() : null;
    this.watch = new TextureWatch(experiment.highestTemperature() > 0);
    this.samples = setup.samples().orElse(null);
    this.film =
        new DrivenFilm(
            evolution, clock, meter, new Rows(), replay, () -> setup.cold(evolution), this::warn);
    this.trainer = new Trainer(experiment, network, film, this::shows, this::warn);
    clock.passing(t -> progress(t, lastEnergy));
  }

  public double time() {
    return film.time();
  }

  public void save(StateWriter out) throws IOException {
    watch.save(out);
    warnings.save(out);
    if (hottest != null) {
      hottest.save(out);
    }
    film.save(out);
  }

  public void restore(StateReader in) throws IOException {
    watch.restore(in);
    warnings.restore(in);
    if (hottest != null) {
      hottest = Hottest.restore(in, setup.grid().cells());
    }
    film.restore(in);
  }

  /** Whether the film was trained so far. */
  public boolean isTrained() {
    return !phases.isEmpty();
  }

  /** What has come out so far. */
  public RunResult result(Path folder, RunStatus status, String message) {
    double trainingTime = phases.stream().mapToDouble(p -> p.end() - p.start()).sum();
    return new RunResult(
        folder,
        experiment,
        new RunResult.End(status, message),
        new RunResult.Found(
            measures.all(),
            measures.judged(),
            network.trained(),
            network.reference(),
            retrievals,
            relaxed,
            texture,
            phases,
            network.memories(measures.judged()),
            network.row(measures.judged()),
            hottest),
        new RunResult.Effort(
            new RunResult.Training(film.given().joule(), trainingTime),
            evolution.kernelName(),
            evolution.steps(),
            evolution.solves(),
            replay.sessions(),
            replay.seconds()),
        warnings());
  }

  /** From the start to the end. */
  public void carryOut() throws IOException {
    begin();
    for (Step step : experiment.steps()) {
      replay.boundary();
      carryOut(step);
    }
    if (needsMeasure()) {
      measure(new Step.Measure(Step.Measure.IMPLICIT));
    }
    if (hottest != null) {
      hottest = Hottest.of(replay.ask(() -> ReplayLog.Entry.of(hottest.numbers())).numbers());
    }
    texture = film.texture();
    replay.boundary();
  }

  /**
   * What a run answers at its end, of a film that is saved as one, and goes on.
   *
   * @return in the order of {@link #carryOut()}
   */
  public List<ReplayLog.Entry> ending() {
    texture = TextureKind.of(evolution.view());
    List<ReplayLog.Entry> all = new ArrayList<>();
    if (hottest != null) {
      all.add(new ReplayLog.Entry(hottest.numbers(), null));
    }
    all.add(new ReplayLog.Entry(new double[] {texture.ordinal()}, null));
    return all;
  }

  /** From the start to the relaxed film. */
  public void begin() throws IOException {
    film.start();
    InitialSpec initial = experiment.initial();
    if (initial.relaxTime() > 0) {
      phase = "relax";
      relaxed.add(film.relax(new Step.Relax(initial.relaxTime(), initial.relaxAlpha())));
    }
    setup.freeze(evolution);
  }

  /** Whether the film was trained and not read since. */
  public boolean needsMeasure() {
    return measures.areOlder() && !phases.isEmpty();
  }

  /** Whether voltages are on now. */
  public boolean isDriven() {
    return film.given().factor() != 0;
  }

  /** Carries out one step. */
  public void carryOut(Step step) throws IOException {
    int last = phases.size() - 1;
    if (last >= 0 && phases.get(last).restEnd() == null && !isRest(step)) {
      phases.set(last, phases.get(last).restingUntil(film.time()));
    }
    if (step instanceof Step.Timed timed
        && film.temperature(timed.temperature(), experiment.temperature())
        && hottest != null) {
      hottest.look(evolution.temperature().orElse(null), film.time());
    }
    if (step instanceof Step.Relax relax) {
      phase = "relax";
      relax(relax);
    } else if (step instanceof Step.Rest rest) {
      phase = "rest";
      film.rest(rest);
    } else if (step instanceof Step.Train train) {
      film.apply(train.field(), train);
      train(train);
      film.withdraw(train.field());
    } else if (step instanceof Driven driven) {
      phase = "drive";
      film.drive(driven);
    } else if (step instanceof Step.Field field) {
      phase = "field";
      film.field(field);
    } else if (step instanceof Inject inject) {
      phase = "inject";
      film.inject(inject);
    } else if (step instanceof Step.Measure measure) {
      measure(measure);
    } else if (step instanceof Step.Retrieve retrieve) {
      retrieve(retrieve);
    } else {
      throw new IllegalStateException("a repeat is written out before: " + step);
    }
    if (step instanceof Step.Timed timed && timed.duration() > 0) {
      before = timed;
    }
  }

  /** Whether a step leaves a film that was trained to itself. */
  private boolean isRest(Step step) {
    return !(step instanceof Step.Timed)
        || ((step instanceof Step.Rest || step instanceof Step.Relax)
            && !step.hasField()
            && experiment.temperature(step) == experiment.temperature());
  }

  private void relax(Step.Relax step) throws IOException {
    Relaxed end = film.relax(step);
    relaxed.add(end);
    end.warning(step.torque(), hasTimeAlone(step)).ifPresent(this::warn);
  }

  /** Whether the film should have come to rest, which noise and a field in motion forbid. */
  private boolean hasTimeAlone(Step.Relax step) {
    return experiment.temperature(step) == 0
        && step.torque().isEmpty()
        && step.until().isEmpty()
        && step.isUniform();
  }

  private void train(Step.Train step) throws IOException {
    if (!network.hasReference()) {
      ReferenceReader reader = new ReferenceReader(experiment, setup, meter, network, replay);
      network.reference(reader.read(film, this::makes));
      if (film.isWarm() && experiment.network().isReadFromThisFilm()) {
        network.rawReference(network.matrix(film.rawConductances()));
      }
    }
    network.train(step);
    listener.trains(film.time(), network.amplitude());
    measures.trains();
    phases.add(trainer.carryOut(step));
    listener.trained(
        TrainStep.isVerified(phases, network.trained().stream().map(Pattern::toString).toList()));
  }

  private void shows(Pattern pattern, String phase) {
    if (!Objects.equals(pattern, training)) {
      lastEnergy = Double.NaN; // it was that of another pattern
    }
    this.training = pattern;
    this.phase = phase;
  }

  private void makes(int film) throws IOException {
    phase = "untrained film %d of %d".formatted(film, experiment.network().mazes());
    replay.boundary();
    progress(time(), Double.NaN);
  }

  private void measure(Step.Measure step) throws IOException {
    boolean isCold = step.isCold(film.temperature());
    DrivenFilm.Taken taken = film.read(isCold);
    FilmMeter.Reading r = taken.reading();
    double[][] g = r.g().siemens();
    Weights weights = network.hasReference() ? network.weights(g) : null;
    EnergyLandscape landscape = weights == null ? null : network.landscape(weights, g);
    Measure measure =
        new Measure(
            measures.free(step.label()),
            taken.time(),
            Measure.Condition.of(taken.underCurrent(), before, isCold),
            taken.values(),
            taken.m(),
            r,
            taken.raw(),
            new Measure.Network(weights, landscape, network.trained()));
    boolean isFirst = measures.add(measure, !phases.isEmpty());
    if (isFirst) {
      network.theorem().ifPresent(this::warn);
    }
    warmth(measure.label());
  }

  private void warmth(String label) throws IOException {
    double perKelvin = experiment.material().temperatureCoefficient();
    double rise = perKelvin == 0 ? 0 : film.rise();
    if (Math.abs(perKelvin * rise) > WARM) {
      warn(AdiabaticHeat.warm(label, rise, perKelvin * rise));
    }
  }

  /** The label that the last measure got. */
  public String lastLabel() {
    return measures.latest().label();
  }

  /** Whether a pattern was trained or a picture written so far. */
  public boolean hasMemory() {
    return network.hasMemory();
  }

  /** What is left of what was trained, as {@link FilmNetwork#kept}. */
  public Kept kept(double[][] g, double[][] before) {
    return network.kept(g, before);
  }

  private void retrieve(Step.Retrieve step) throws IOException {
    if (needsMeasure()) {
      measure(new Step.Measure(Step.Measure.IMPLICIT));
    }
    Measure latest = measures.latest();
    if (latest == null || latest.weights() == null || network.trained().isEmpty()) {
      warn("a retrieve step before any pattern was trained finds nothing");
      return;
    }
    Retrieval retrieval = network.retrieval(step, latest.weights());
    retrieval.note().ifPresent(this::warn);
    retrievals.add(network.recall(step, retrieval, latest.label()));
  }

  /** What the clock writes at its stops. */
  private final class Rows implements FilmClock.RowSource {
    @Override
    public double[] row(VectorField m, double t) {
      watch.look(m, t).ifPresent(ProtocolRunner.this::warn);
      if (hottest != null) {
        hottest.look(evolution.temperature().orElse(null), t);
      }
      FilmMeter.Reading r = meter.row(m);
      film.given().addHeat(r.g().siemens());
      TableRow row = ProtocolRunner.this.row(m, t, r);
      lastEnergy = row.ePrime();
      progress(t, lastEnergy);
      listener.row(row);
      return row.numbers();
    }

    @Override
    public double[] sample(VectorField m, double t) {
      double[][] g = samples.hasMatrix() ? meter.siemens(m) : null;
      OperatingPoint point = samples.hasPoint() ? film.point(g) : null;
      return samples.row(t, m, point, g);
    }
  }

  /** What a row would say now, read by a meter of somebody else: the film does not notice. */
  public TableRow look(FilmMeter other) {
    VectorField m = evolution.m();
    return row(m, evolution.time(), other.row(m)); // that of the clock stands still between stops
  }

  private TableRow row(VectorField m, double t, FilmMeter.Reading r) {
    double[][] g = r.g().siemens();
    double ePrime = training == null ? Double.NaN : network.energy(training, g);
    Magnet now = evolution.present();
    OperatingPoint point = film.point(g);
    double[] numbers =
        columns.row(
            new TableColumns.Moment(
                t,
                m,
                now,
                now.energies(m),
                r,
                film.given().power(g),
                evolution.temperature().orElse(null),
                ePrime,
                point));
    boolean isOn = film.given().factor() != 0;
    return new TableRow(
        numbers,
        ePrime,
        g,
        point,
        isOn ? film.given().present() : null,
        isOn && !film.given().hasSignals() ? training : null,
        network.trained(),
        network.rawReference(),
        network.hasReference() ? network.largest(g) : Double.NaN);
  }

  private void progress(double time, double ePrime) {
    listener.progress(new RunListener.Progress(time, experiment.duration(), phase, ePrime));
  }

  /** Says what is known without the run, in place of what was; it is no part of its state. */
  public void foresee(List<String> messages) {
    warnings.foresee(messages);
  }

  /** Those of the whole run, and one where heat was left out that matters. */
  private List<String> warnings() {
    List<String> all = warnings.all();
    if (hottest == null) {
      double rise = AdiabaticHeat.rise(film.given().joule(), setup.cells().volume());
      AdiabaticHeat.warning(rise).ifPresent(all::add);
    }
    return all;
  }

  public void warn(String message) {
    warnings.add(message);
  }
}
