package hopfilm.fit;

import hopfilm.check.Plausibility;
import hopfilm.check.Vetting;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FitSpec;
import hopfilm.experiment.FitSpec.Data;
import hopfilm.experiment.FitSpec.Unknown;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.file.VariedKeys;
import hopfilm.folder.RunFolder;
import hopfilm.protocol.StoppedException;
import hopfilm.run.InputHash;
import hopfilm.sweep.StudyRuns;
import hopfilm.sweep.SweepBackend;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a protocol would tell about the unknown numbers of a film, before anything is measured. The
 * protocol runs once at the values of the file and twice for each number, slightly below and above;
 * the differences of the readings are their derivatives. Each of these films then goes on with what
 * could be measured next.
 *
 * <p>Runs that are done are read from their folders: a plan that was stopped goes on.
 */
public final class FitPlan {

  /** Change of the logarithm of a number. */
  private static final double STEP = 0.01;

  /** The state that the next readings begin with. */
  private static final String END = "end of the protocol";

  private static final String NEXT = "next";

  private final Study study;
  private final FitSpec fit;
  private final Path folder;
  private final SweepBackend backend;
  private final SweepListener listener;
  private final List<Point> points;
  private final List<NextReading> candidates;
  private final List<String> labels;
  private int begun;

  /**
   * A film that is run.
   *
   * @param values that differ from the file, by key
   * @param places logarithms of all unknowns
   */
  private record Point(Map<String, String> values, double[] places, Experiment film) {}

  private FitPlan(Study study, Path folder, SweepBackend backend, SweepListener listener) {
    this.study = study;
    this.fit = study.fit();
    this.folder = folder;
    this.backend = backend;
    this.listener = listener;
    this.points = points(study);
    this.candidates = next(study);
    this.labels = Readings.labels(study.experiment());
  }

  /** How many runs a plan has. */
  public static int runs(Study study) {
    return (1 + 2 * study.fit().unknowns().size()) * (1 + next(study).size());
  }

  /**
   * What can be known before the start.
   *
   * @param source name of the file, for messages
   * @return the runs of the protocol
   */
  public static List<SweepRun> vet(Study study, String source) throws IOException {
    List<SweepRun> runs = new ArrayList<>();
    for (Point p : points(study)) {
      runs.add(new SweepRun(runs.size() + 1, p.values(), p.film()));
    }
    Vetting.vet(runs);
    for (SweepRun run : runs) {
      Plausibility.refuse(run.experiment(), source);
    }
    return runs;
  }

  /**
   * Carries out a plan, or goes on with it.
   *
   * @param study with a section {@code fit}
   * @param folder an existing folder, empty or that of the same plan
   * @param backend carries out the runs
   * @param listener hears of the runs
   * @throws IOException if the folder cannot be written
   * @throws StoppedException if it was stopped; it can go on
   * @throws StudyRuns.FailedException if a run did not come to its end
   */
  public static PlanResult run(
      Study study, Path folder, SweepBackend backend, SweepListener listener) throws IOException {
    return StudyRuns.inFolder(
        folder,
        "fit --plan",
        () -> InputHash.of(study),
        () -> {
          PlanResult result = new FitPlan(study, folder, backend, listener).run();
          FitOutput.write(result);
          return result;
        });
  }

  private static List<Point> points(Study study) {
    List<Unknown> unknowns = study.fit().unknowns();
    List<Point> points = new ArrayList<>();
    points.add(point(study, -1, 0));
    for (int k = 0; k < unknowns.size(); k++) {
      points.add(point(study, k, -STEP));
      points.add(point(study, k, STEP));
    }
    return points;
  }

  private static Point point(Study study, int varied, double step) {
    List<Unknown> unknowns = study.fit().unknowns();
    Map<String, String> texts = new LinkedHashMap<>();
    double[] places = new double[unknowns.size()];
    for (int k = 0; k < places.length; k++) {
      Unknown u = unknowns.get(k);
      double value = k == varied ? u.at(step) : u.value();
      places[k] = Math.log(Math.abs(value));
      if (k == varied) {
        texts.put(u.key(), VariedKeys.text(u.range(), value));
      }
    }
    Experiment film = study.with(texts).experiment();
    List<Step> steps = new ArrayList<>(film.protocol());
    steps.add(new Step.Measure(END));
    return new Point(texts, places, Readings.withoutPages(film.withProtocol(steps)));
  }

  /** What could be measured next; nothing where no pairs are read. */
  private static List<NextReading> next(Study study) {
    return ofPairs(study.fit()).isPresent() ? NextReading.of(study.experiment()) : List.of();
  }

  private static Optional<Data> ofPairs(FitSpec fit) {
    return fit.data().stream().filter(d -> d.pairs().isPresent()).findFirst();
  }

  private PlanResult run() throws IOException {
    Path films = Files.createDirectories(folder.resolve(RunFolder.FILMS));
    ExperimentFile.save(study, new RunFolder(folder).experiment());
    List<SweepRun> runs = new ArrayList<>();
    points.forEach(p -> runs.add(new SweepRun(++begun, p.values(), p.film())));
    List<Readings> read = carryOut(runs, films, fit.data(), labels);
    Fisher fisher = Fisher.of(slopes(read), widths());
    List<PlanResult.Next> next = new ArrayList<>();
    for (NextReading candidate : candidates) {
      List<SweepRun> further = new ArrayList<>();
      for (int k = 0; k < points.size(); k++) {
        further.add(further(candidate, points.get(k), films.resolve(runs.get(k).folderName())));
      }
      List<Data> data = List.of(ofPairs(fit).orElseThrow());
      Fisher then = fisher.with(slopes(carryOut(further, films, data, List.of(NEXT))));
      next.add(new PlanResult.Next(candidate.what(), then));
    }
    return PlanResult.of(folder, study, fisher, next, rough(read), begun);
  }

  private double[] widths() {
    return fit.unknowns().stream().mapToDouble(Unknown::width).toArray();
  }

  /** The film of a run, from its end on. */
  private SweepRun further(NextReading candidate, Point point, Path run) {
    Path start = new RunFolder(run).measure(END);
    List<Step> steps = new ArrayList<>(candidate.steps());
    steps.add(new Step.Measure(NEXT));
    InitialSpec initial =
        new InitialSpec(
            new InitialSpec.FromFile(start),
            point.film().initial().seed(),
            new InitialSpec.Relax(OptionalDouble.of(0), point.film().initial().relaxAlpha()));
    Map<String, String> values = new LinkedHashMap<>(point.values());
    values.put(NEXT, candidate.what());
    return new SweepRun(
        ++begun, values, point.film().with(point.film().electrodes(), initial, steps));
  }

  private List<Readings> carryOut(
      List<SweepRun> runs, Path films, List<Data> data, List<String> measures) throws IOException {
    StudyRuns.requireDone(StudyRuns.carryOut(runs, films, backend, listener));
    List<Readings> all = new ArrayList<>();
    for (SweepRun run : runs) {
      all.add(Readings.of(films.resolve(run.folderName()), data, measures));
    }
    return all;
  }

  /** Derivatives of the readings of all points by the logarithm of each number. */
  private double[][] slopes(List<Readings> read) {
    double[][] slopes = new double[read.get(0).values().length][fit.unknowns().size()];
    for (int k = 0; k < fit.unknowns().size(); k++) {
      double[] below = read.get(2 * k + 1).values();
      double[] above = read.get(2 * k + 2).values();
      double step = points.get(2 * k + 2).places()[k] - points.get(2 * k + 1).places()[k];
      for (int i = 0; i < slopes.length; i++) {
        slopes[i][k] = (above[i] - below[i]) / step;
      }
    }
    return slopes;
  }

  /** Groups of readings that change in steps and not in proportion. */
  private List<PlanResult.Rough> rough(List<Readings> read) {
    Readings middle = read.get(0);
    List<PlanResult.Rough> all = new ArrayList<>();
    for (String group : middle.groups().stream().distinct().toList()) {
      PlanResult.Rough worst = null;
      for (int k = 0; k < fit.unknowns().size(); k++) {
        double[] below = read.get(2 * k + 1).values();
        double[] above = read.get(2 * k + 2).values();
        double bend = 0;
        double slope = 0;
        for (int i = 0; i < below.length; i++) {
          if (middle.groups().get(i).equals(group)) {
            bend += Math.pow(above[i] + below[i] - 2 * middle.values()[i], 2);
            slope += Math.pow(above[i] - below[i], 2);
          }
        }
        double share = Math.sqrt(bend / Math.max(slope, 1));
        if (share > (worst == null ? PlanResult.ROUGH : worst.share())) {
          worst = new PlanResult.Rough(group, fit.unknowns().get(k).key(), share);
        }
      }
      if (worst != null) {
        all.add(worst);
      }
    }
    return all;
  }
}
