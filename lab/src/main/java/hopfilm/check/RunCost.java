package hopfilm.check;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.Envelope;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.OutputSpec;
import hopfilm.experiment.Step;
import hopfilm.fourier.Convolutions;
import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.hopfield.Reference;
import hopfilm.magnet.Demag;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.ThermalField;
import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.Parallel;
import hopfilm.transport.CurrentFlow;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run will cost, within a factor of two on a usual machine. The times for one cell were
 * measured with films of 100 x 100 to 512 x 512 cells on one core of a server of 2023; those of the
 * small ones, which fit into its cache, count.
 *
 * @param timeStep without current [s]
 * @param kernels loops that it runs on
 * @param steps time steps, relaxation included
 * @param coreSeconds time on one core [s]
 * @param bytes memory of the film, what the program needs anyway not included
 */
record RunCost(double timeStep, String kernels, double steps, double coreSeconds, double bytes) {

  /** Memory of the program itself [bytes]. */
  static final double PROGRAM_BYTES = 240e6;

  /** Start of Java and of the program, before Java has compiled what it runs often [s]. */
  private static final double START_SECONDS = 1.5;

  /** Figures and report: of the first run, and of a later one in the same process [s]. */
  private static final double FIRST_REPORT_SECONDS = 5;

  private static final double REPORT_SECONDS = 1.5;

  /** What a cell adds to the figures, and a picture of a snapshot [s]. */
  private static final double REPORT_PLACE = 15e-6;

  private static final double PICTURE_SECONDS = 0.12;

  /** Start and the first report, as far as it takes longer than later ones, on one core [s]. */
  static final double ONCE_SECONDS = START_SECONDS + FIRST_REPORT_SECONDS - REPORT_SECONDS;

  private static final double BYTES_PER_CELL = 700;
  private static final double BYTES_PER_SOLID_CELL = 3500;

  /** Fields of the past, spectra and kernel of the demagnetising field. */
  private static final double DEMAG_BYTES_PER_CELL = 400;

  /** With vectors of 512 bits; with shorter ones as much longer. */
  private static final double VECTOR_STAGE = 3e-9;

  private static final double WIDE_VECTOR_STAGE = 7e-9;

  /** So much longer with several layers, and where the anisotropy or the bonds vary. */
  private static final double SOLID = 1.7;

  /** The same with an anisotropy of fourth order, measured (step_fourth of the bench). */
  private static final double FOURTH_ORDER = 2.2;

  private static final double BY_CELL = 1.4;
  private static final double BONDS_BY_CELL = 2;
  private static final Pattern VECTOR = Pattern.compile("vector-(\\d+)");
  private static final double PLAIN_STAGE = 15e-9;
  private static final double GENERAL_STAGE = 24e-9;
  private static final double NOISE_STAGE = 10e-9;

  /** Transforms of the demagnetising field, by place of a transformed layer and doubling of it. */
  private static final double DEMAG_PLACE = 0.7e-9;

  private static final double FLOAT_DEMAG_PLACE = 0.45e-9;
  private static final double PLAIN_DEMAG_PLACE = 2.5e-9;

  /**
   * The sum over pairs of layers, by layer, beside a doubling of a place: of the transforms of 8
   * layers of 64 x 64, padded to 2^14 places, it is a third, so 14/3 for 8
   * (docs/evidence/performance.md: a quarter of the field).
   */
  private static final double DEMAG_PAIR = 0.58;

  /** The Oersted field that is added. */
  private static final double OERSTED_STAGE = 0.5e-9;

  /** A potential solved from a good guess, in the coupling. */
  private static final double SOLVE = 80e-9;

  /** A potential solved to the accuracy of results. */
  private static final double READ = 160e-9;

  /** Potentials that take the time of an elimination: 18 of 200 x 200 cells, 37 of 700 x 700. */
  private static final double ELIMINATION = 25;

  /** So much longer such a solution takes in a measure. */
  private static final double MEASURE = 2;

  /** So much longer these take in a film of several layers. */
  private static final double SPACE = 12;

  /** Steps from one solution to the next with adaptive coupling. */
  private static final double STEPS_PER_SOLVE = 12;

  /** Estimates an experiment without a sweep. */
  static RunCost of(Experiment e) {
    TimeEvolution sample = sample(e);
    String kernels = sample.kernelName();
    double cells = (double) e.film().nx() * e.film().ny() * e.film().layers();
    double space = e.film().layers() == 1 ? 1 : SPACE;
    double longest = sample.timeStep();
    double relaxed = (1 + mazes(e)) * e.initial().relaxTime();
    double steps = relaxed / step(e, longest) + steps(e, longest, step -> true);
    double solves = steps(e, longest, Step::hasCurrent) * solvesPerStep(e.numerics().coupling());
    double rows = e.duration() / e.output().table();
    // a row solves for all electrodes but one and for both pairs of whole edges; a measure for all
    // electrodes, and twice for each pair
    long measures = e.steps().stream().filter(Step.Measure.class::isInstance).count();
    double contacts = potentials(e);
    double readings = rows * (contacts + 1) + MEASURE * measures * (contacts + 4);
    double currents = space * (solves * SOLVE + (readings + samples(e)) * READ);
    double fields = e.film().oersted() ? solves * convolution(e) : 0;
    double time = cells * (4 * steps * stage(e, kernels) + currents + fields);
    return new RunCost(sample.timeStep(), kernels, steps, time, bytes(e));
  }

  /** Solutions for a conductance matrix. */
  private static double potentials(Experiment e) {
    boolean isEliminated =
        CurrentFlow.isEliminated(
            e.film().grid(),
            e.material().conductivity(),
            e.electrodes().count(),
            e.electrodes().hasInverters());
    return isEliminated ? ELIMINATION : e.electrodes().count();
  }

  /** Time steps of some steps of the protocol. */
  private static double steps(Experiment e, double longest, Predicate<Step> which) {
    return e.steps().stream()
        .filter(which)
        .mapToDouble(s -> s.duration() / step(e, Math.min(longest, followed(s))))
        .sum();
  }

  /** The longest time step that follows the signals of a step [s]. */
  private static double followed(Step step) {
    return step instanceof Step.Timed timed
        ? timed.courses().mapToDouble(Envelope::longestStep).min().orElse(Double.POSITIVE_INFINITY)
        : Double.POSITIVE_INFINITY;
  }

  /** A step, as steps end at rows and samples too [s]. */
  private static double step(Experiment e, double longest) {
    double every =
        e.output().readings().samples().map(OutputSpec.Samples::every).orElse(e.output().table());
    double shorter = Math.min(every, e.output().table());
    return shorter / Math.ceil(shorter / longest);
  }

  /** Potentials solved for samples: one each, or for all contacts but one where it has G. */
  private static double samples(Experiment e) {
    return e.output()
        .readings()
        .samples()
        .map(
            s ->
                e.duration()
                    / s.every()
                    * (s.of().contains(OutputSpec.Sampled.CONDUCTANCE) ? potentials(e) - 1 : 1))
        .orElse(0.0);
  }

  /** Memory of the film, what the program needs anyway not included [bytes]. */
  static double bytes(Experiment e) {
    long cells = (long) e.film().nx() * e.film().ny() * e.film().layers();
    double each = e.film().layers() == 1 ? BYTES_PER_CELL : BYTES_PER_SOLID_CELL;
    each += e.film().demag() == DemagKind.ON ? DEMAG_BYTES_PER_CELL : 0;
    each += e.film().oersted() ? DEMAG_BYTES_PER_CELL : 0;
    // the default film's are in the figure above
    return each * cells
        + CurrentFlow.keptBytes(e.electrodes().count(), cells)
        - CurrentFlow.keptBytes(4, cells);
  }

  /** Time for the figures of a run, on one core [s]. */
  static double reportSeconds(Experiment e) {
    double cells = (double) e.film().nx() * e.film().ny() * e.film().layers();
    return REPORT_SECONDS + REPORT_PLACE * cells + PICTURE_SECONDS * RunDisk.pictures(e);
  }

  /** A few cells of the same film: the step depends on cell and material alone, grains aside. */
  static TimeEvolution sample(Experiment e) {
    FilmSpec film = e.film();
    int nz = Math.min(2, film.layers());
    Grid few = Grid.film(4, 4, film.cell(), film.thickness());
    if (nz > 1) {
      double dz = film.thickness() / film.layers();
      few = new Grid(4, 4, nz, film.cell(), film.cell(), dz);
    }
    Material material = disordered(e, few);
    if (!e.film().isFull()) {
      // any cell less takes the same kernel
      CellMask mask = CellMask.full(few).without(new Disc(0, 0, e.film().cell()));
      material = material.within(mask);
    }
    Magnet magnet =
        new Magnet(few, material, e.numerics().discretisation())
            .withDemag(e.film().demag(), e.numerics().demagLoops());
    magnet = e.disorder().frozen(magnet);
    TimeEvolution evolution = new TimeEvolution(magnet, e.numerics().numerics(), Parallel.SERIAL);
    evolution.stepLimit(e.numerics().longestStep());
    evolution.under(s -> s.withNoise(new ThermalField(e.highestTemperature(), 0)));
    return evolution;
  }

  private static Material disordered(Experiment e, Grid grid) {
    return e.disorder().sample(grid, e.material().material());
  }

  private static double stage(Experiment e, String kernels) {
    boolean wide = e.numerics().discretisation().weights().length > 1;
    Matcher bits = VECTOR.matcher(kernels);
    double shorter = bits.find() ? 512 / Double.parseDouble(bits.group(1)) : 1;
    Material a = disordered(e, Grid.film(4, 4, e.film().cell(), e.film().thickness()));
    boolean bonds = !(a.A().isUniform() && a.D().isUniform()) || e.material().Tc().isPresent();
    double varied = bonds ? BONDS_BY_CELL : a.isUniform() ? 1 : BY_CELL;
    double solid = e.film().layers() > 1 ? SOLID : 1;
    double fourth = e.material().hasFourthOrder() ? FOURTH_ORDER : 1;
    double vector = shorter * varied * fourth * solid * (wide ? WIDE_VECTOR_STAGE : VECTOR_STAGE);
    double local =
        kernels.contains("general")
            ? GENERAL_STAGE
            : kernels.contains("plain") ? PLAIN_STAGE : vector;
    double added = e.film().demag() == DemagKind.ON ? demag(e) : 0;
    added += e.film().oersted() ? OERSTED_STAGE : 0;
    return local + added + (e.highestTemperature() > 0 ? NOISE_STAGE : 0);
  }

  /** A field of long range. */
  private static double convolution(Experiment e) {
    FourierLoops loops = e.numerics().demagLoops();
    double places = Demag.transformedPlaces(e.film().grid(), loops);
    double cells = (double) e.film().nx() * e.film().ny();
    double vector = loops == FourierLoops.FLOAT ? FLOAT_DEMAG_PLACE : DEMAG_PLACE;
    double one = Convolutions.usesVectors(loops) ? vector : PLAIN_DEMAG_PLACE;
    int layers = e.film().layers();
    double pairs = layers > 1 ? DEMAG_PAIR * layers : 0;
    return one * places / cells * (Math.log(places) / Math.log(2) + pairs);
  }

  private static double demag(Experiment e) {
    double relax = e.initial().relaxTime() * (1 + mazes(e));
    double time = relax;
    double fields = relax * fieldsPerStage(e, e.initial().relaxAlpha());
    for (Step step : e.steps()) {
      double alpha = step instanceof Step.Relax r ? r.alpha() : e.material().alpha();
      time += step.duration();
      fields += step.duration() * fieldsPerStage(e, alpha);
    }
    return time == 0 ? 0 : fields / time * convolution(e);
  }

  /** Films that are relaxed beside this one for the mean that is the reference. */
  private static int mazes(Experiment e) {
    return e.network().reference() == Reference.UNTRAINED_MEAN ? e.network().mazes() : 0;
  }

  private static double fieldsPerStage(Experiment e, double alpha) {
    boolean isOnce = e.highestTemperature() == 0 && e.numerics().numerics().isDemagOnceAStep(alpha);
    return isOnce ? 0.25 : 1;
  }

  private static double solvesPerStep(Coupling coupling) {
    if (coupling instanceof Coupling.EveryStep) {
      return 4;
    }
    return coupling instanceof Coupling.Every n ? 1.0 / n.steps() : 1 / STEPS_PER_SOLVE;
  }
}
