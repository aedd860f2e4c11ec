package hopfilm.web;

import hopfilm.chart.FigureFiles;
import hopfilm.check.ExperimentCheck;
import hopfilm.check.Plausibility;
import hopfilm.check.Vetting;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.input.ExperimentException;
import hopfilm.run.DeviceFigure;
import hopfilm.transport.Electrode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Vets experiments as the command line does, and against the limits of the server. Memory is one of
 * them: no film is taken that would leave too little to the others, as memory that runs out ends
 * whatever thread asks for more.
 */
final class Admission {

  static final String NAME = "experiment";

  /** Films of a sweep that are vetted, at most. */
  private static final int MAX_FILMS = 32;

  /** Cells of all of them together, some seconds of vetting. */
  private static final long MAX_CELLS = 4_000_000;

  /**
   * A live film has its past and what pages see too, so many times what a run takes: with 0.16 to 1
   * million cells 1.0 to 1.3 kB a cell were measured, after a training was saved, where a run takes
   * 0.7 kB.
   */
  static final double LIVE = 1.6;

  /** Of the same a film that is vetted and let go: two of 0.55 million cells fit into 290 MB. */
  static final double VETTED = 0.35;

  /** Of the same a snapshot that is looked at. */
  static final double SHOWN = 0.2;

  /** What the server takes without a film, and for the figures of a run that is saved [bytes]. */
  private static final double PROGRAM = 56e6;

  private final Limits limits;
  private final Collection<Screen> films;
  private final double all;
  private double held; // guarded by this

  /**
   * @param films that are open
   * @param memory of the program [bytes]
   */
  Admission(Limits limits, Collection<Screen> films, double memory) {
    this.limits = limits;
    this.films = films;
    this.all = Math.max(0, memory - PROGRAM);
  }

  /**
   * Reads a text.
   *
   * @throws ExperimentException if it is wrong
   */
  Study parse(String yaml) {
    return parse(yaml, null);
  }

  /**
   * Says the same of files whether they are there or not; large sweeps are not read at all.
   *
   * @param drawing text that stands for the SVG files that it names; null refuses these
   */
  private Study parse(String yaml, String drawing) {
    int runs = ExperimentFile.runs(yaml, NAME);
    if (runs > limits.runs()) {
      throw WebException.of(
          422,
          "sweep: there are %d runs; this server takes %d: shorten the lists, or use hopfilm"
              + " check and hopfilm run",
          runs,
          limits.runs());
    }
    Optional<String> named = ExperimentFile.drawing(yaml, NAME);
    if (drawing != null && !named.equals(Optional.of("sweep"))) {
      return ExperimentFile.drawn(yaml, NAME, drawing);
    }
    named.ifPresent(Admission::refuseDrawing);
    return ExperimentFile.withoutFiles(yaml, NAME);
  }

  private static void refuseDrawing(String key) {
    throw WebException.of(
        422,
        key
            + ": drawings are read here only where they are sent with the check; use that, hopfilm"
            + " run, or the experiment that hopfilm check --json has");
  }

  /** Refuses a film that cannot run, or is too much for this server. */
  void vet(Experiment e) throws IOException {
    look(e);
    Vetting.vet(e);
  }

  /** What is known without the film. */
  private void look(Experiment e) {
    if (!e.files().isEmpty() || e.network().given().isPresent()) {
      throw WebException.of(
          422, "experiment: files are not read here; use hopfilm on the command line");
    }
    bound(e);
    Plausibility.refuse(e, NAME);
  }

  private static long cells(Experiment e) {
    return (long) e.film().nx() * e.film().ny() * e.film().layers();
  }

  /** The bounds alone. */
  void bound(Experiment e) {
    long cells = cells(e);
    if (cells > limits.cells()) {
      throw WebException.of(
          422,
          "film.cell: the film has %d cells; this server takes %d: use a smaller film or larger"
              + " cells, or hopfilm run",
          cells,
          limits.cells());
    }
    if (e.electrodes().count() > limits.nodes()) {
      throw WebException.of(
          422,
          "electrodes: there are %d; this server takes %d: use fewer, or hopfilm run",
          e.electrodes().count(),
          limits.nodes());
    }
  }

  /**
   * The answer of the check, for a page.
   *
   * @param drawing the text of the SVG file that the experiment names; null without one
   */
  Map<String, Object> check(String yaml, String drawing) throws IOException {
    Map<String, Object> said = new LinkedHashMap<>();
    try {
      Study study = parse(yaml, drawing);
      List<SweepRun> runs = study.runs();
      for (SweepRun run : runs) {
        goOn();
        look(run.experiment());
      }
      Vetting.Sample sample = sample(study);
      for (SweepRun run : sample.runs()) {
        goOn();
        try (Hold hold = hold(run.experiment(), VETTED, null)) {
          Vetting.vet(run.experiment());
        }
      }
      goOn();
      ExperimentCheck check = ExperimentCheck.of(study, 1);
      List<String> warnings = new ArrayList<>(check.warnings());
      if (sample.isPart()) {
        warnings.add(
            "sweep: of %d films that differ the first and the ends of the lists were vetted; hopfilm check vets all"
                .formatted(sample.films()));
      }
      said.put("ok", true);
      said.put("error", null);
      said.put("warnings", warnings);
      said.put("facts", check.facts());
      said.put("verdict", check.verdict());
      said.put("seconds", ExperimentCheck.wallTime(runs.subList(0, 1), 1));
      said.put("bytes", ExperimentCheck.memory(study.experiment()));
      said.put("yaml", ExperimentFile.writeWhole(study));
      device(said, study.experiment(), drawing != null);
    } catch (ExperimentException e) {
      wrong(said, WebException.of(e));
    } catch (WebException e) {
      if (e.status() == 503) {
        throw e; // nothing is known of the experiment
      }
      wrong(said, e);
    }
    return said;
  }

  private static void device(Map<String, Object> said, Experiment e, boolean isDrawn) {
    said.put(
        "electrodes", e.electrodes().on(e.film().grid()).stream().map(Electrode::name).toList());
    said.put("picture", isDrawn ? FigureFiles.document(DeviceFigure.of(e), "device") : null);
  }

  private static void goOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("nobody waits for this check");
    }
  }

  private static Vetting.Sample sample(Study study) {
    long cells = 1;
    for (SweepRun run : study.runs()) {
      cells = Math.max(cells, cells(run.experiment()));
    }
    return Vetting.sample(study, (int) Math.max(1, Math.min(MAX_FILMS, MAX_CELLS / cells)));
  }

  private static void wrong(Map<String, Object> said, WebException e) {
    said.put("ok", false);
    said.put("error", e.error());
    said.put("warnings", List.of());
    said.put("facts", Map.of());
    said.put("verdict", null);
    said.put("seconds", null);
    said.put("bytes", null);
    said.put("yaml", null);
    said.put("electrodes", List.of());
    said.put("picture", null);
  }

  /** Room that is held until it is given back. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Holds room for a film.
   *
   * @param share of what a run of it takes
   * @param instead film whose place it takes; null for none
   * @throws WebException if there is too little
   */
  synchronized Hold hold(Experiment e, double share, Screen instead) {
    double needed = share * ExperimentCheck.filmMemory(e);
    double free = all - held;
    for (Screen screen : films) {
      free -=
          screen == instead ? 0 : share(screen) * ExperimentCheck.filmMemory(screen.experiment());
    }
    if (needed > free) {
      throw WebException.of(
          503,
          "film.cell: the film needs about %.0f MB, and %.0f of the %.0f MB for films are free; close a film, use larger cells or a smaller film, or start the server with more memory (HOPFILM_JAVA_OPTS=-Xmx...)",
          Math.ceil(needed / 1e6),
          Math.max(0, Math.floor(free / 1e6)),
          Math.floor(all / 1e6));
    }
    held += needed;
    return () -> give(needed);
  }

  private static double share(Screen screen) {
    return screen instanceof LiveScreen ? LIVE : SHOWN;
  }

  private synchronized void give(double bytes) {
    held -= bytes;
  }
}
