package hopfilm.study;

import hopfilm.dynamics.InstabilityException;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.ReferenceTheorem;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.io.TableWriter;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.solver.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries out one experiment and fills its folder: table, snapshots, summary, figures, report.
 *
 * <p>The reference of the weights is read when the first train step starts. A measure after it has
 * energies; a retrieve step uses the latest measure, and where none followed the last train step
 * the film is read there and then under the label {@value #IMPLICIT}.
 */
public final class ExperimentRunner {

  static final String IMPLICIT = "trained";

  private final Experiment experiment;
  private final Path folder;
  private final RunListener listener;
  private final FilmSetup setup;
  private final FilmMeter meter;
  private final TableColumns columns;
  private final List<Measure> measures = new ArrayList<>();
  private final List<RetrievalResult> retrievals = new ArrayList<>();
  private final List<Pattern> trained = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<TrainPhase> phases = new ArrayList<>();

  private TimeEvolution evolution;
  private FilmClock clock;
  private double[][] reference;
  private double[] voltages;
  private Pattern training;
  private double lastAmplitude;
  private double heat;
  private double[] heatFrom;
  private Measure judged;
  private boolean measuredSinceTraining;
  private String phase = "start";

  /** When a train step ran, and what it trained. */
  record TrainPhase(String name, double start, double end) {}

  private ExperimentRunner(
      Experiment experiment, Path folder, Parallel parallel, RunListener listener) {
    this.experiment = experiment;
    this.folder = folder;
    this.listener = listener;
    this.setup = new FilmSetup(experiment, parallel);
    this.meter = setup.meter();
    this.columns = new TableColumns(setup.electrodes());
  }

  /**
   * Builds what a run starts with and lets it go again, so that whatever is wrong with electrodes
   * or files is known before anything is written.
   *
   * @throws ExperimentException if the experiment cannot start
   */
  public static void vet(Experiment experiment) throws IOException {
    try {
      FilmSetup setup = new FilmSetup(experiment, Parallel.SERIAL);
      setup.meter();
      if (experiment.initial().texture() instanceof InitialSpec.FromFile) {
        setup.start(0);
      }
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("electrodes: " + e.getMessage());
    }
  }

  /**
   * Runs an experiment without a sweep.
   *
   * @param folder an existing, empty folder
   * @param threads threads of the loops
   * @throws IOException if the folder cannot be written
   * @throws ExperimentException if a file that the experiment names is unusable
   */
  public static RunResult run(Experiment experiment, Path folder, int threads, RunListener listener)
      throws IOException {
    long started = System.nanoTime();
    try (Parallel parallel = Parallel.of(threads)) {
      ExperimentRunner runner = new ExperimentRunner(experiment, folder, parallel, listener);
      return runner.run(started);
    }
  }

  private RunResult run(long started) throws IOException {
    VectorField start = setup.start(experiment.initial().seed());
    Files.writeString(folder.resolve("experiment.yaml"), experiment.toYaml());
    evolution = setup.evolution();
    evolution.state(start, 0);
    RunStatus status = RunStatus.DONE;
    String message = null;
    try (TableWriter table = TableWriter.create(folder.resolve("table.txt"), columns.columns())) {
      clock = new FilmClock(evolution, experiment.output(), folder, table, columns.columns());
      try {
        carryOut();
      } catch (InstabilityException e) {
        status = RunStatus.FAILED;
        message = e.getMessage();
        warn(message);
      }
    }
    RunResult result =
        new RunResult(
            folder,
            experiment,
            status,
            message,
            measures,
            judged,
            trained,
            retrievals,
            warnings,
            evolution.kernelName(),
            heat,
            evolution.steps(),
            evolution.solves(),
            (System.nanoTime() - started) * 1e-9);
    new RunOutput(result, setup, meter, clock.table(), phases).write();
    return result;
  }

  private void carryOut() throws IOException {
    clock.start(this::row);
    InitialSpec initial = experiment.initial();
    if (initial.relaxTime() > 0) {
      relax(initial.relaxTime(), initial.relaxAlpha());
    }
    for (Step step : experiment.steps()) {
      carryOut(step);
    }
    if (!measuredSinceTraining && !phases.isEmpty()) {
      measure(IMPLICIT);
    }
  }

  private void carryOut(Step step) throws IOException {
    if (step instanceof Step.Relax relax) {
      relax(relax.time(), relax.alpha());
    } else if (step instanceof Step.Rest rest) {
      rest(rest.time());
    } else if (step instanceof Step.Train train) {
      train(train);
    } else if (step instanceof Step.Field field) {
      field(field);
    } else if (step instanceof Step.Measure measure) {
      measure(measure.label());
    } else if (step instanceof Step.Retrieve retrieve) {
      retrieve(retrieve);
    } else {
      throw new IllegalStateException("a repeat is written out before: " + step);
    }
  }

  private void relax(double time, double alpha) throws IOException {
    currentOff();
    phase = "relax";
    Magnet own = evolution.magnet();
    evolution.alpha(alpha);
    clock.advance(time, this::row);
    evolution.magnet(own);
  }

  private void rest(double time) throws IOException {
    currentOff();
    phase = "rest";
    clock.advance(time, this::row);
  }

  private void field(Step.Field step) throws IOException {
    currentOff();
    phase = "field";
    Magnet own = evolution.magnet();
    evolution.magnet(own.withField(new double[] {step.x(), step.y(), step.z()}));
    clock.advance(step.time(), this::row);
    evolution.magnet(own);
  }

  private void train(Step.Train step) throws IOException {
    if (reference == null) {
      reference = reference();
    }
    training = null;
    phase = "train";
    if (step.drive() instanceof Step.PatternDrive p) {
      training = p.pattern();
      phase = "train " + training;
      if (!trained.contains(training.canonical())) {
        trained.add(training.canonical());
      }
    }
    lastAmplitude = step.drive().amplitude();
    voltages = step.drive().volts();
    measuredSinceTraining = false;
    judged = null;
    evolution.voltages(voltages);
    double start = evolution.time();
    heatFrom = null;
    addHeat(start, meter.matrix(evolution.m()).siemens());
    double end = clock.advance(step.time(), this::row);
    addHeat(end, meter.matrix(evolution.m()).siemens());
    phases.add(new TrainPhase(phase, start, end));
  }

  private void currentOff() {
    evolution.voltages(null);
    voltages = null;
  }

  private double[][] reference() throws IOException {
    return switch (experiment.network().reference()) {
      case UNTRAINED -> meter.matrix(evolution.m()).siemens();
      case SATURATED, SCALED -> meter.matrix(Textures.uniform(setup.grid(), 0, 0, 1)).siemens();
      case UNTRAINED_MEAN -> untrainedMean();
    };
  }

  private double[][] untrainedMean() throws IOException {
    List<double[][]> matrices = new ArrayList<>();
    InitialSpec initial = experiment.initial();
    for (int k = 1; k <= experiment.network().mazes(); k++) {
      phase = "untrained film %d of %d".formatted(k, experiment.network().mazes());
      progress(Double.NaN);
      TimeEvolution other = setup.evolution();
      other.state(setup.start(initial.seed() + 1000L * k), 0);
      other.alpha(initial.relaxAlpha());
      other.runUntil(initial.relaxTime());
      matrices.add(setup.meter().matrix(other.m()).siemens());
    }
    return Weights.mean(matrices);
  }

  private void measure(String label) {
    VectorField m = evolution.m();
    FilmMeter.Reading r = meter.read(m);
    Weights weights = null;
    EnergyLandscape landscape = null;
    if (reference != null) {
      weights = weights(r.g().siemens(), experiment.network().selfTerm());
      if (!trained.isEmpty()) {
        landscape = new EnergyLandscape(weights, v0(), trained, experiment.seed());
      }
    }
    Measure measure =
        new Measure(
            free(label),
            evolution.time(),
            voltages != null,
            voltages,
            m,
            r.g(),
            r.gx(),
            r.gy(),
            weights,
            landscape,
            List.copyOf(trained));
    measures.add(measure);
    if (!measuredSinceTraining && !phases.isEmpty()) {
      judged = measure;
      measuredSinceTraining = true;
      theorem();
    }
  }

  /** The label, numbered where a measure of that name is there already, as in a repeat. */
  private String free(String label) {
    String free = label;
    for (int n = 2; ; n++) {
      String tried = free;
      if (measures.stream().noneMatch(m -> m.label().equals(tried))) {
        return tried;
      }
      free = label + "-" + n;
    }
  }

  private void theorem() {
    ReferenceTheorem.note(
            experiment.network().reference(),
            experiment.material().amr(),
            experiment.network().selfTerm())
        .ifPresent(this::warn);
  }

  private void retrieve(Step.Retrieve step) {
    if (!measuredSinceTraining && !phases.isEmpty()) {
      measure(IMPLICIT);
    }
    Measure latest = measures.isEmpty() ? null : measures.get(measures.size() - 1);
    if (latest == null || latest.weights() == null || trained.isEmpty()) {
      warn("a retrieve step before any pattern was trained finds nothing");
      return;
    }
    Retrieval retrieval =
        new Retrieval(
            latest.weights(),
            new Retrieval.Settings(
                step.update(),
                step.randomOrder() ? Retrieval.Order.RANDOM : Retrieval.Order.ASCENDING,
                step.gain(),
                Retrieval.Settings.DEFAULT_NOISE,
                experiment.seed()));
    retrieval.note().ifPresent(this::warn);
    Retrieval.Summary summary =
        step.starts() instanceof Step.AllPatterns
            ? retrieval.fromAll(trained)
            : retrieval.from(
                RetrievalStarts.of(step.starts(), trained, experiment.seed()), trained);
    retrievals.add(new RetrievalResult(latest.label(), step, summary));
  }

  private double v0() {
    return experiment.network().voltage().orElse(lastAmplitude);
  }

  private Weights weights(double[][] g, SelfTerm selfTerm) {
    Reference kind = experiment.network().reference();
    return Weights.of(g, reference, kind, selfTerm);
  }

  private double[] row(VectorField m, double t) {
    FilmMeter.Reading r = meter.read(m);
    double[][] g = r.g().siemens();
    double ePrime = Double.NaN;
    if (training != null) {
      ePrime = weights(g, SelfTerm.ZERO).energy(training.voltages(v0()));
    }
    if (voltages != null) {
      addHeat(t, g);
    }
    progress(ePrime);
    double p = voltages == null ? 0 : power(g);
    return columns.row(new TableColumns.Moment(t, m, evolution.magnet().energies(m), r, p, ePrime));
  }

  private double power(double[][] g) {
    double p = 0;
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        p += voltages[i] * g[i][j] * voltages[j];
      }
    }
    return p;
  }

  /** Joule heat since the last reading, by the trapezoidal rule. */
  private void addHeat(double t, double[][] g) {
    double p = power(g);
    if (heatFrom != null) {
      heat += 0.5 * (p + heatFrom[1]) * (t - heatFrom[0]);
    }
    heatFrom = new double[] {t, p};
  }

  private void progress(double ePrime) {
    listener.progress(
        new RunListener.Progress(evolution.time(), experiment.duration(), phase, ePrime));
  }

  private void warn(String message) {
    if (!warnings.contains(message)) {
      warnings.add(message);
      listener.warning(message);
    }
  }
}
