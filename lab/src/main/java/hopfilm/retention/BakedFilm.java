package hopfilm.retention;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepAxis;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmNetwork;
import hopfilm.film.Kept;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.magnet.DemagKind;
import hopfilm.result.Summary;
import hopfilm.run.RunMessage;
import hopfilm.sweep.SweepMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A film that was trained, read from its run folder.
 *
 * @param folder of the run
 * @param kind swept values of the run; seeds, patterns and pictures are left out
 * @param network as its training left it
 * @param state its texture at the measure that decides (OVF)
 */
record BakedFilm(
    Path folder,
    String kind,
    Experiment experiment,
    Summary summary,
    FilmNetwork network,
    Path state) {

  /** Swept keys whose values make no other kind of film. */
  private static final Set<String> ALIKE = Set.of("pattern", "patterns", "picture");

  /**
   * The film of a run, or all trained films of a sweep.
   *
   * @param note hears of runs of a sweep that are left out
   * @throws ExperimentException if there is none, or a file is damaged
   */
  static List<BakedFilm> of(Path run, Consumer<String> note) throws IOException {
    RunFolder folder = new RunFolder(run);
    if (!folder.isSweep()) {
      return List.of(of(run, ""));
    }
    FileList.requireWhole(folder, Set.of(RunFile.EXPERIMENT, RunFile.RUNS));
    List<BakedFilm> films = new ArrayList<>();
    ExperimentException first = ExperimentException.of(run, SweepMessage.RETAIN_NO_RUN);
    int left = 0;
    for (SweepRun r : ExperimentFile.study(folder.experiment(), List.of()).runs()) {
      try {
        films.add(of(run.resolve(r.folderName()), kind(r)));
      } catch (ExperimentException e) {
        if (e.reason()
            .filter(m -> m instanceof RunMessage || m instanceof SweepMessage)
            .isEmpty()) {
          throw e;
        }
        first = left++ == 0 ? e : first;
      }
    }
    if (films.isEmpty()) {
      throw first;
    }
    if (left > 0) {
      note.accept("%d runs are left out; %s".formatted(left, first.getMessage()));
    }
    return films;
  }

  private static String kind(SweepRun run) {
    return run.values().entrySet().stream()
        .filter(v -> !SweepAxis.isSeed(v.getKey()))
        .filter(v -> !ALIKE.contains(v.getKey().replaceFirst(".*\\.", "")))
        .map(v -> v.getKey() + " " + v.getValue())
        .collect(Collectors.joining(", "));
  }

  private static BakedFilm of(Path folder, String kind) throws IOException {
    RunFolder run = new RunFolder(folder);
    if (!run.isRun()) {
      throw ExperimentException.of(folder, SweepMessage.RETAIN_NO_RUN);
    }
    FileList.requireWhole(run, RunFile.numbersAnd(RunFile.MEASURE));
    Summary summary = FileList.consistent(folder, () -> run.readWholeSummary().orElse(null));
    if (summary == null || !summary.head().isDone()) {
      throw ExperimentException.of(folder, RunMessage.READOUT_NOT_DONE, folder);
    }
    String judged = summary.verdict().judged();
    boolean isTrained = !summary.network().trained().isEmpty() || summary.recalls().row() != null;
    if (judged == null || !isTrained || summary.network().referenceMatrix() == null) {
      throw ExperimentException.of(folder, SweepMessage.RETAIN_NOT_TRAINED);
    }
    Path state = run.measure(judged).toAbsolutePath().normalize();
    if (!Files.isRegularFile(state)) {
      throw ExperimentException.of(folder, SweepMessage.RETAIN_NO_STATE, judged);
    }
    Experiment experiment = ExperimentFile.read(run.experiment(), List.of());
    return new BakedFilm(folder, kind, experiment, summary, network(experiment, summary), state);
  }

  /** Whether it holds a picture in a row. */
  boolean isRow() {
    return summary.recalls().row() != null;
  }

  /**
   * What is left of its memory.
   *
   * @param g conductances read cold [S]
   * @param trained the same right after training
   */
  Kept kept(double[][] g, double[][] trained) {
    return network.kept(g, trained);
  }

  private static FilmNetwork network(Experiment experiment, Summary summary) {
    FilmNetwork network = new FilmNetwork(experiment);
    network.reference(summary.network().referenceMatrix());
    for (Step step : experiment.steps()) {
      if (step instanceof Step.Train train) {
        network.train(train);
      }
    }
    return network;
  }

  /**
   * Its thickness [m] where only temperature over thickness counts; else NaN. The noise of a cell
   * goes with T/V, and all energies of one layer without a stray field go with V.
   */
  double ratioThickness() {
    boolean isRatio =
        experiment.film().layers() == 1
            && experiment.film().demag() == DemagKind.OFF
            && experiment.heat().isEmpty();
    return isRatio ? experiment.film().thickness() : Double.NaN;
  }
}
