package hopfilm.retention;

import hopfilm.dynamics.BarrierSearch;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.OutputSpec;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmMeter;
import hopfilm.film.FilmSetup;
import hopfilm.film.Kept;
import hopfilm.folder.FileList;
import hopfilm.folder.FolderKind;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.io.FileSum;
import hopfilm.io.Ovf;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.TemperatureLaw;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.StoppedException;
import hopfilm.result.Summary;
import hopfilm.run.RunMessage;
import hopfilm.sweep.StudyRuns;
import hopfilm.sweep.SweepBackend;
import hopfilm.sweep.SweepListener;
import hopfilm.sweep.SweepMessage;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Bakes of trained films. Each is a run of its own: the film begins as it was after training, rests
 * without current at a temperature, and is read cold at several times. The control has no thermal
 * noise and the material of the file.
 *
 * <p>Bakes that are done are read from their folders: a retention that was stopped goes on.
 */
public final class Bakes {

  /** A bake is read at its time over each of these. */
  private static final int[] READ = {20, 10, 5, 2, 1};

  /** The film before the bake, from which weights left count. */
  private static final String START = "start";

  private static final String READING = "read-";

  /** Noise of a film begins at a multiple of this seed. */
  private static final long FILM_SEEDS = Retention.Plan.MOST_SEEDS;

  private final Retention.Plan plan;
  private final List<BakedFilm> films;
  private final Consumer<String> note;
  private final List<Bake> bakes = new ArrayList<>();

  /** A bake of a film, numbered from 0. */
  private record Bake(int film, double temperature, int seed, SweepRun run) {}

  private Bakes(Retention.Plan plan, List<BakedFilm> films, Consumer<String> note) {
    this.plan = plan;
    this.films = films;
    this.note = note;
    for (int f = 0; f < films.size(); f++) {
      bakes.add(bake(f, 0, 1));
      for (double kelvin : plan.temperatures()) {
        for (int seed = 1; seed <= plan.seeds(); seed++) {
          bakes.add(bake(f, kelvin, seed));
        }
      }
    }
  }

  /**
   * The bakes of a plan.
   *
   * @param note hears of films that are left out, and of each search of a barrier
   * @throws ExperimentException if no film is trained, a file is damaged, or a film cannot be baked
   */
  public static Bakes of(Retention.Plan plan, Consumer<String> note) throws IOException {
    double[] sorted = plan.temperatures().clone();
    Arrays.sort(sorted);
    for (int k = 1; k < sorted.length; k++) {
      if (sorted[k] == sorted[k - 1]) {
        throw ExperimentException.of(
            "--temperatures", SweepMessage.RETAIN_TEMPERATURE_TWICE, kelvin(sorted[k]));
      }
    }
    List<BakedFilm> films = BakedFilm.of(Path.of(plan.run()), note);
    for (BakedFilm film : films) {
      double limit =
          TemperatureLaw.MAX_SHARE
              * film.experiment().material().Tc().orElse(Double.POSITIVE_INFINITY);
      double highest = sorted[sorted.length - 1];
      if (highest >= limit) {
        throw ExperimentException.of(
            "--temperatures", FileMessage.STEP_TOO_HOT, kelvin(highest), kelvin(limit));
      }
    }
    return new Bakes(plan, films, note);
  }

  /**
   * The bakes that were begun in a folder.
   *
   * @throws ExperimentException if there are none, they are damaged, or the folder is read-only
   */
  public static Bakes in(Path folder, Consumer<String> note) throws IOException {
    Path file = new RunFolder(folder).bakes();
    if (FolderKind.of(folder) != FolderKind.RETENTION) {
      throw ExperimentException.of(folder, SweepMessage.RETAIN_NO_FOLDER);
    }
    if (!Files.isWritable(folder)) {
      throw ExperimentException.of(folder, RunMessage.RESUME_UNWRITABLE);
    }
    return of(
        JsonFile.read(file, Retention.Plan.class)
            .filter(Retention.Plan::isSound)
            .orElseThrow(() -> ExperimentException.of(file, SweepMessage.RETAIN_DAMAGED)),
        note);
  }

  private static String kelvin(double temperature) {
    return Quantity.format(temperature, Dimension.TEMPERATURE);
  }

  /** All bakes, those of a film one after the other, its control first. */
  public List<SweepRun> runs() {
    return bakes.stream().map(Bake::run).toList();
  }

  private Bake bake(int f, double kelvin, int seed) {
    Experiment e = films.get(f).experiment();
    List<Step> steps = new ArrayList<>(List.of(cold(START)));
    double before = 0;
    for (int k = 0; k < READ.length; k++) {
      // the control has the material at the temperature of the file, and no noise
      OptionalDouble own = kelvin > 0 ? OptionalDouble.of(kelvin) : OptionalDouble.empty();
      double until = plan.time() / READ[k];
      steps.add(
          new Step.Rest(until - before, own, Optional.empty(), Optional.empty(), Optional.empty()));
      steps.add(cold(READING + (k + 1)));
      before = until;
    }
    InitialSpec start =
        new InitialSpec(
            new InitialSpec.FromFile(films.get(f).state()),
            e.initial().seed(),
            0,
            e.initial().relaxAlpha());
    OutputSpec quiet =
        new OutputSpec(
            plan.time(),
            plan.time(),
            e.output().checkpoint(),
            List.of(OutputSpec.Format.OVF),
            new OutputSpec.Pages(OutputSpec.Report.OFF, OutputSpec.Figures.OFF),
            OutputSpec.Readings.NONE);
    Experiment baked = e.with(e.electrodes(), start, steps).withOutput(quiet);
    long noise = FILM_SEEDS * (f + 1) + seed;
    List<String> settings = new ArrayList<>(List.of("temperature=0 K", "seed=" + noise));
    if (e.material().temperatureCoefficient() != 0) {
      // conductances are read at the ambient temperature of the file, as the reference was
      settings.add("material.temperature_coefficient=0 1/K");
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("film", Integer.toString(f + 1));
    values.put("temperature", kelvin(kelvin));
    values.put("seed", Integer.toString(seed));
    return new Bake(
        f,
        kelvin,
        seed,
        new SweepRun(bakes.size() + 1, values, ExperimentFile.with(baked, settings)));
  }

  private String name() {
    return films.get(0).experiment().name();
  }

  private static Step.Measure cold(String label) {
    return new Step.Measure(label, Optional.of(Step.Measure.Cold.ON));
  }

  /**
   * Carries out the bakes, or goes on with them, and writes what came out.
   *
   * @param folder an existing folder, empty or that of the same bakes
   * @param threads with which the films are brought to rest; they change nothing
   * @throws IOException if the folder cannot be written
   * @throws StoppedException if it was stopped; it can go on
   * @throws StudyRuns.FailedException if a bake did not come to its end
   */
  public Retention run(Path folder, SweepBackend backend, SweepListener listener, int threads)
      throws IOException {
    return StudyRuns.inFolder(
        folder,
        "retain",
        () -> {
          JsonFile.write(new RunFolder(folder).bakes(), plan);
          return FileSum.of(new RunFolder(folder).bakes()).crc32c();
        },
        () -> {
          Path baked = Files.createDirectories(folder.resolve(RunFolder.BAKED));
          StudyRuns.requireDone(StudyRuns.carryOut(runs(), baked, backend, listener));
          Retention result = read(baked, threads);
          RetentionOutput.write(result, folder);
          return result;
        });
  }

  private Retention read(Path folder, int threads) throws IOException {
    List<Retention.Reading> readings = new ArrayList<>();
    List<Retention.Film> rested = new ArrayList<>();
    List<Retention.Event> events = new ArrayList<>();
    try (Parallel parallel = Parallel.of(threads)) {
      for (int f = 0; f < films.size(); f++) {
        FilmReader reader = new FilmReader(films.get(f), parallel);
        VectorField control = null;
        FilmEvents others = null;
        for (Bake bake : bakes) {
          if (bake.film == f) {
            RunFolder run = new RunFolder(folder).run(bake.run.folderName());
            VectorField end = reader.rest(run.measure(READING + READ.length));
            control = control == null ? end : control;
            double angle = reader.search.angle(control, end);
            readings.addAll(reader.readings(bake, run, angle));
            if (plan.events()) {
              others = others == null ? reader.events(f, control) : others;
              others.add(bake.temperature, end, angle, reader.kept(end));
            }
          }
        }
        rested.add(reader.film());
        if (others != null) {
          events.addAll(others.events(note));
        }
      }
    }
    return KindStatistics.of(plan, name(), rested, readings, events);
  }

  /** Reads the bakes of one film. */
  private final class FilmReader {
    private final BakedFilm film;
    private final FilmSetup setup;
    private final FilmMeter meter;
    private final Magnet magnet;
    private final BarrierSearch search;
    private double[][] trained;

    FilmReader(BakedFilm film, Parallel parallel) {
      this.film = film;
      this.setup = new FilmSetup(film.experiment(), parallel);
      this.meter = setup.meter();
      this.magnet = film.experiment().disorder().frozen(setup.magnet());
      this.search = setup.restStates();
    }

    /** The rest state below a texture in a file. */
    VectorField rest(Path file) throws IOException {
      VectorField m = Ovf.read(file).field();
      return search.rest(new VectorField(setup.grid(), m.x(), m.y(), m.z()));
    }

    List<Retention.Reading> readings(Bake bake, RunFolder run, double angle) throws IOException {
      Summary summary = FileList.consistent(run.path(), () -> run.readSummary().orElseThrow());
      Map<String, double[][]> g = summary.readings().conductance();
      trained = trained == null ? g.get(START) : trained;
      List<Retention.Reading> all = new ArrayList<>();
      for (int k = 0; k < READ.length; k++) {
        Kept kept = film.kept(g.get(READING + (k + 1)), trained);
        all.add(
            new Retention.Reading(
                bake.film,
                bake.temperature,
                bake.seed,
                plan.time() / READ[k],
                kept,
                k == READ.length - 1 ? angle : Double.NaN));
      }
      return all;
    }

    FilmEvents events(int number, VectorField control) {
      return new FilmEvents(number, control, kept(control), magnet, search);
    }

    Kept kept(VectorField m) {
      return film.kept(meter.siemens(m), trained);
    }

    /** The film at rest at 0 K for ever. */
    Retention.Film film() throws IOException {
      return new Retention.Film(
          film.folder().toString(),
          film.kind(),
          film.isRow(),
          film.ratioThickness(),
          kept(rest(film.state())));
    }
  }
}
