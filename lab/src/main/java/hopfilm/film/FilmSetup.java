package hopfilm.film;

import hopfilm.dynamics.BarrierSearch;
import hopfilm.dynamics.StaticDescent;
import hopfilm.dynamics.Surroundings;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.NumericsSpec;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.Resampling;
import hopfilm.grid.VectorField;
import hopfilm.heat.FilmTemperature;
import hopfilm.input.ExperimentException;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.OerstedField;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The film of an experiment as the engine wants it. */
public final class FilmSetup {

  /** After so many steps the conductances of a film at 900 K are those of a film at 0 K. */
  private static final int COLD_STEPS = 200;

  private final Experiment experiment;
  private final Grid grid;
  private final CellMask cells;
  private final Magnet magnet;
  private final List<Electrode> electrodes;
  private final Parallel parallel;
  private CurrentFlow flow;

  public FilmSetup(Experiment experiment, Parallel parallel) {
    this.experiment = experiment;
    this.parallel = parallel;
    this.grid = experiment.film().grid();
    this.cells = experiment.film().cells();
    Magnet alone =
        new Magnet(
                grid,
                experiment.disorder().on(grid, experiment.material().material()).within(cells),
                experiment.numerics().discretisation())
            .withDemag(experiment.film().demag(), experiment.numerics().demagLoops());
    this.magnet = experiment.film().field().map(f -> ExternalField.on(alone, f)).orElse(alone);
    this.electrodes = experiment.electrodes().on(grid);
  }

  /** Threads of the loops. */
  public int threads() {
    return parallel.threads();
  }

  public Grid grid() {
    return grid;
  }

  public Magnet magnet() {
    return magnet;
  }

  public List<Electrode> electrodes() {
    return electrodes;
  }

  public TableColumns columns() {
    boolean added = !magnet.addedTerms().isEmpty();
    return new TableColumns(
        electrodes.stream().map(Electrode::name).toList(),
        TableColumns.Terms.of(experiment, added));
  }

  /** The columns of its samples, if it takes any. */
  public Optional<SampleColumns> samples() {
    return SampleColumns.of(experiment);
  }

  public FilmMeter meter() {
    return electrodes.isEmpty() ? FilmMeter.ofNone() : new FilmMeter(flow());
  }

  /** The currents of an experiment without its magnet. */
  static CurrentFlow currents(Experiment experiment, KernelChoice kernels, Parallel parallel) {
    Grid grid = experiment.film().grid();
    return layOut(
        experiment, experiment.film().cells(), experiment.electrodes().on(grid), kernels, parallel);
  }

  private static CurrentFlow layOut(
      Experiment experiment,
      CellMask cells,
      List<Electrode> electrodes,
      KernelChoice kernels,
      Parallel parallel) {
    CurrentFlow corners =
        new CurrentFlow(
            cells.grid(),
            cells,
            experiment.material().conductivity(),
            electrodes,
            parallel,
            kernels);
    experiment
        .disorder()
        .conductivity(cells.grid(), experiment.material())
        .ifPresent(corners::relativeConductivity);
    return experiment.numerics().contacts() == NumericsSpec.Contacts.FITTED
        ? corners.fitted()
        : corners;
  }

  /**
   * A flow between the electrodes; all of one setup take turns with its large arrays. Null without
   * electrodes.
   */
  public CurrentFlow flow() {
    if (electrodes.isEmpty()) {
      return null;
    }
    if (flow == null) {
      flow = layOut(experiment, cells, electrodes, experiment.numerics().kernels(), parallel);
    }
    return flow.between(electrodes);
  }

  /**
   * Has meters read in between, after which the film goes on to the bits to which it would have
   * gone without that.
   */
  public void aside(Runnable work) {
    if (electrodes.isEmpty()) {
      work.run();
    } else {
      flow().keepingPreconditioner(work);
    }
  }

  /** The film in time, with a seed for the noise of its temperature. */
  public TimeEvolution evolution(long seed) {
    TimeEvolution film =
        new TimeEvolution(
            magnet, Optional.ofNullable(flow()), experiment.numerics().numerics(), parallel);
    film.stepLimit(experiment.numerics().longestStep());
    film.under(surroundings(seed));
    return film;
  }

  /** A copy of a film without current and thermal noise, near to where the film is. */
  public VectorField cold(TimeEvolution film) {
    return cold(film.m(), film.surroundings().coldMagnet(film.time()));
  }

  /** The same of a texture at rest in the film's own field. */
  public VectorField cold(VectorField texture) {
    return cold(texture.copy(), experiment.disorder().frozen(magnet));
  }

  /** Finds the rest states of the film in its own field, without current and thermal noise. */
  public BarrierSearch restStates() {
    return new BarrierSearch(
        experiment.disorder().frozen(magnet), experiment.numerics().kernels(), parallel);
  }

  private VectorField cold(VectorField m, Magnet at) {
    new StaticDescent(at, experiment.numerics().kernels(), parallel).smooth(m, COLD_STEPS);
    return m;
  }

  private Surroundings surroundings(long seed) {
    return new Surroundings(
        magnet,
        Optional.empty(),
        new Surroundings.NoCurrent(),
        experiment.film().noise(experiment.temperature(), seed),
        temperature()
            .map(
                t ->
                    new Surroundings.Heat(
                        t,
                        experiment.material().law(ambient()),
                        experiment.material().temperatureCoefficient())),
        oersted());
  }

  private double ambient() {
    return experiment.heat().orElseThrow().ambient();
  }

  /** The film at ambient temperature, where the current heats it. */
  private Optional<FilmTemperature> temperature() {
    if (experiment.heat().isEmpty()) {
      return Optional.empty();
    }
    boolean[] held = experiment.electrodes().hasHeatSinks() ? heatSinks(flow(), experiment) : null;
    return Optional.of(
        new FilmTemperature(cells, experiment.heat().get().properties(), held, parallel));
  }

  /** Whether each cell stays at ambient temperature; null without heat sinks. */
  static boolean[] heatSinks(CurrentFlow flow, Experiment experiment) {
    ElectrodesSpec electrodes = experiment.electrodes();
    if (!electrodes.hasHeatSinks()) {
      return null;
    }
    boolean[] held = new boolean[experiment.film().grid().cells()];
    for (int e = 0; e < electrodes.count(); e++) {
      if (electrodes.contacts().get(e).heatSink()) {
        flow.under(e, held);
      }
    }
    return held;
  }

  /** The field that its currents make, where it is on. */
  public Optional<OerstedField> oersted() {
    return experiment.film().oersted()
        ? Optional.of(new OerstedField(grid, experiment.numerics().demagLoops()))
        : Optional.empty();
  }

  /** Holds the magnetisation of frozen pinning sites as it is now. */
  public void freeze(TimeEvolution evolution) {
    Magnet now = evolution.surroundings().magnet();
    Magnet held = experiment.disorder().frozen(now);
    if (held != now) {
      evolution.under(s -> s.withMagnet(held));
    }
  }

  /** The cells that hold film. */
  public CellMask cells() {
    return cells;
  }

  /** The texture before it relaxes, for a seed of the maze; zero where there is no film. */
  public VectorField start(long seed) throws IOException {
    if (experiment.initial().texture() instanceof InitialSpec.FromFile f) {
      return onFilm(fromFile(f));
    }
    return onFilm(
        experiment.initial().texture() instanceof InitialSpec.Picture picture
            ? StartFiles.texture(experiment, picture)
            : StartTextures.of(experiment, seed));
  }

  /** From which cells to which the start is carried over; empty where it is not. */
  public Optional<String> carriedOver() throws IOException {
    if (!(experiment.initial().texture() instanceof InitialSpec.FromFile f) || !f.resampled()) {
      return Optional.empty();
    }
    Grid g = StartFiles.read(f.file().path(), grid).grid();
    return SameCells.of(grid, g)
        ? Optional.empty()
        : Optional.of("%s to %s".formatted(SameCells.words(g), SameCells.words(grid)));
  }

  /** The film saturated along z, as a reference. */
  public VectorField saturated() {
    return onFilm(Textures.uniform(grid, 0, 0, 1));
  }

  private VectorField onFilm(VectorField m) {
    cells.clear(m);
    return m;
  }

  private VectorField fromFile(InitialSpec.FromFile f) throws IOException {
    Path path = f.file().path();
    VectorField read = StartFiles.read(path, grid);
    Grid g = read.grid();
    boolean isSame = SameCells.of(grid, g);
    if (!isSame && !(f.resampled() && SameCells.isOfOneSize(grid, g))) {
      throw ExperimentException.of(
          "initial.file",
          f.resampled() ? FilmMessage.START_HAS_OTHER_SIZE : FilmMessage.START_HAS_OTHER_CELLS,
          path,
          SameCells.words(g),
          SameCells.words(grid));
    }
    VectorField m =
        isSame ? new VectorField(grid, read.x(), read.y(), read.z()) : Resampling.of(read, grid);
    m.normalise();
    for (int i = 0; i < grid.cells(); i++) {
      if (cells.inside(i) && !(Math.abs(m.x()[i]) + Math.abs(m.y()[i]) + Math.abs(m.z()[i]) > 0)) {
        throw ExperimentException.of(
            "initial.file", FilmMessage.START_HAS_HOLES, path, SameCells.place(grid, i));
      }
    }
    return m;
  }
}
