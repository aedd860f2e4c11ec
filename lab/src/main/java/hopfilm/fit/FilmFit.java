package hopfilm.fit;

import hopfilm.check.Plausibility;
import hopfilm.check.Vetting;
import hopfilm.experiment.FitSpec;
import hopfilm.experiment.FitSpec.Unknown;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.file.VariedKeys;
import hopfilm.fit.FitResult.Progress;
import hopfilm.fit.FitResult.Residual;
import hopfilm.folder.RunFolder;
import hopfilm.protocol.StoppedException;
import hopfilm.result.SweepRecord;
import hopfilm.run.InputHash;
import hopfilm.sweep.StudyRuns;
import hopfilm.sweep.SweepBackend;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds numbers of a film from what was measured: films with tried numbers are carried out cloud by
 * cloud, see {@link CloudSearch}.
 *
 * <p>The search depends on its seed and on the runs alone. A fit that was stopped is walked through
 * again: runs that are done are read from their folders, and it ends with the same bits.
 */
public final class FilmFit {

  private final Study study;
  private final FitSpec fit;
  private final Path folder;
  private final Path films;
  private final SweepBackend backend;
  private final SweepListener runs;
  private final Listener listener;
  private final Measurement measurement;
  private int begun;
  private int failed;

  /** Hears how it goes. */
  @FunctionalInterface
  public interface Listener {
    /** A cloud is done. */
    void found(Progress progress);
  }

  private FilmFit(
      Study study, Path folder, SweepBackend backend, SweepListener runs, Listener listener) {
    this.study = study;
    this.fit = study.fit();
    this.folder = folder;
    this.films = folder.resolve(RunFolder.CANDIDATES);
    this.backend = backend;
    this.runs = runs;
    this.listener = listener;
    this.measurement = new Measurement(fit);
  }

  /**
   * What can be known before the start: the middle and the ends of the ranges are vetted.
   *
   * @param source name of the file, for messages
   * @return a film of each
   */
  public static List<SweepRun> vet(Study study, String source) throws IOException {
    List<Unknown> unknowns = study.fit().unknowns();
    List<SweepRun> probes = new ArrayList<>();
    double[] middle = unknowns.stream().mapToDouble(Unknown::middle).toArray();
    probes.add(run(study, 1, middle));
    for (int k = 0; k < middle.length; k++) {
      for (int side = -1; side <= 1; side += 2) {
        double[] end = middle.clone();
        end[k] += side * unknowns.get(k).width() / 2;
        probes.add(run(study, probes.size() + 1, end));
      }
    }
    Vetting.vet(probes);
    for (SweepRun probe : probes) {
      Plausibility.refuse(probe.experiment(), source);
    }
    return probes;
  }

  private static SweepRun run(Study study, int number, double... place) {
    Map<String, String> values = texts(study.fit(), place);
    if (study.fit().draws()) {
      values.put("initial.seed", Long.toString(study.fit().seed() + number));
    }
    return new SweepRun(number, values, Readings.withoutPages(study.with(values).experiment()));
  }

  private static Map<String, String> texts(FitSpec fit, double... place) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int k = 0; k < place.length; k++) {
      Unknown u = fit.unknowns().get(k);
      texts.put(u.key(), VariedKeys.text(u.range(), u.exp(place[k])));
    }
    return texts;
  }

  /**
   * Carries out a fit, or goes on with it.
   *
   * @param study with a section {@code fit} whose data have measured values
   * @param folder an existing folder, empty or that of the same fit
   * @param backend carries out the runs
   * @param runs hears of them
   * @param listener hears of each cloud
   * @throws IOException if the folder cannot be written
   * @throws StoppedException if it was stopped; it can go on
   * @throws StudyRuns.FailedException if too many runs did not come to their ends
   */
  public static FitResult run(
      Study study, Path folder, SweepBackend backend, SweepListener runs, Listener listener)
      throws IOException {
    return StudyRuns.inFolder(
        folder,
        "fit",
        () -> InputHash.of(study),
        () -> {
          FitResult result = new FilmFit(study, folder, backend, runs, listener).run();
          FitOutput.write(result);
          return result;
        });
  }

  private FitResult run() throws IOException {
    Files.createDirectories(films);
    ExperimentFile.save(study, new RunFolder(folder).experiment());
    CloudSearch.Found found =
        new CloudSearch(
                fit,
                measurement.scaled(measurement.values()),
                this::carryOut,
                f -> listener.found(progress(f)))
            .run();
    double[] place = found.estimate().place();
    SweepRun best = run(study, ++begun, place);
    StudyRuns.requireDone(StudyRuns.carryOut(List.of(best), films, backend, runs));
    ExperimentFile.save(study.with(best.values()), new RunFolder(folder).best());
    Fisher fisher = found.estimate().fisher();
    List<Residual> residuals =
        residuals(found.cloud(), measurement.of(films.resolve(best.folderName())));
    boolean isExplained = found.isExplained() && isStartMet(residuals);
    return new FitResult(
        folder,
        study,
        fisher,
        FitResult.estimates(fit.unknowns(), found.estimate()),
        isExplained ? Combination.of(fisher, Intervals.names(fit.unknowns())) : List.of(),
        found.estimate().chi2(),
        isExplained,
        residuals,
        begun,
        failed);
  }

  /** A start from a picture is believed where the readings before any current have it too. */
  private boolean isStartMet(List<Residual> residuals) {
    double[] squares =
        residuals.stream()
            .filter(r -> fit.pictured().contains(r.reading().group()))
            .mapToDouble(r -> Math.pow((r.reading().value() - r.fitted()) / r.noise(), 2))
            .toArray();
    return squares.length == 0
        || Arrays.stream(squares).average().orElseThrow() <= FitResult.limit(squares.length);
  }

  private Progress progress(CloudSearch.Found f) {
    return new Progress(
        begun, FitResult.estimates(fit.unknowns(), f.estimate()), f.estimate().chi2());
  }

  private List<Residual> residuals(Cloud cloud, double... fitted) {
    List<Residual> residuals = new ArrayList<>();
    for (int i = 0; i < fitted.length; i++) {
      double noise = measurement.noise(i);
      residuals.add(
          new Residual(
              measurement.readings().get(i), fitted[i], noise, noise * cloud.modelError(i)));
    }
    return residuals;
  }

  /** Films that fail are left out, as long as they are a third at most. */
  private List<Cloud.Member> carryOut(List<double[]> places) throws IOException {
    List<SweepRun> cloud = new ArrayList<>();
    for (double[] place : places) {
      cloud.add(run(study, ++begun, place));
    }
    List<SweepRecord> bad = StudyRuns.carryOut(cloud, films, backend, runs);
    if (3 * bad.size() > cloud.size()) {
      StudyRuns.requireDone(bad);
    }
    failed += bad.size();
    List<String> without = bad.stream().map(SweepRecord::folder).toList();
    List<Cloud.Member> members = new ArrayList<>();
    for (int j = 0; j < cloud.size(); j++) {
      if (!without.contains(cloud.get(j).folderName())) {
        double[] readings = measurement.of(films.resolve(cloud.get(j).folderName()));
        members.add(new Cloud.Member(rounded(places.get(j)), measurement.scaled(readings)));
      }
    }
    return members;
  }

  /** Logarithms of the values that the film had. */
  private double[] rounded(double... place) {
    double[] rounded = new double[place.length];
    Arrays.setAll(rounded, k -> Math.log(Math.abs(fit.unknowns().get(k).exp(place[k]))));
    return rounded;
  }
}
