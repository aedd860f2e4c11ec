package hopfilm.optimise;

import hopfilm.check.Plausibility;
import hopfilm.check.Vetting;
import hopfilm.experiment.OptimiseSpec;
import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.file.VariedKeys;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.io.FileTree;
import hopfilm.protocol.StoppedException;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.run.DoneRun;
import hopfilm.run.InputHash;
import hopfilm.sweep.RunValue;
import hopfilm.sweep.RunValue.Reading;
import hopfilm.sweep.StudyRuns;
import hopfilm.sweep.Sweep;
import hopfilm.sweep.SweepBackend;
import hopfilm.sweep.SweepListener;
import hopfilm.sweep.SweepResult;
import hopfilm.sweep.SweepTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.MersenneTwister;

/**
 * Looks for the values of some keys at which the runs of an experiment do best. Each evaluation is
 * the whole sweep of the experiment in a folder of its own, so that seeds and patterns count alike.
 * The search is CMA-ES, an evolution strategy for functions that are noisy and have no derivatives
 * (N. Hansen and A. Ostermeier, Evol. Comput. 9, 159 (2001), doi:10.1162/106365601750190398).
 *
 * <p>The search depends on its seed and on the values of the objective alone. An optimisation that
 * was stopped is therefore walked through again: evaluations that are done are read from their
 * folders, and it goes on with the same bits.
 */
public final class Optimisation {

  /** Hears how it goes. */
  @FunctionalInterface
  public interface Listener {
    /** An evaluation is done; {@code best} is the best so far, null while none has a value. */
    void evaluated(Candidate trial, Candidate best);
  }

  /** First step of the search, as a share of each range. */
  private static final double STEP = 0.3;

  /** Draws anew so often before a point outside the ranges is moved to their edge. */
  private static final int DRAWS = 20;

  /** Where no evaluation has a value yet; only the order counts. */
  private static final double BAD = 1e9;

  private final Study study;
  private final OptimiseSpec spec;
  private final Path folder;
  private final SweepBackend backend;
  private final SweepListener sweeps;
  private final Listener listener;
  private final List<Candidate> trials = new ArrayList<>();

  /** The number of evaluations is reached. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("all evaluations are done");
    }
  }

  private Optimisation(
      Study study, Path folder, SweepBackend backend, SweepListener sweeps, Listener listener) {
    this.study = study;
    this.spec = study.optimise();
    this.folder = folder;
    this.backend = backend;
    this.sweeps = sweeps;
    this.listener = listener;
  }

  /**
   * What can be known before the start: the middle and the ends of the ranges are vetted.
   *
   * @param source name of the file, for messages
   * @return the runs of one evaluation, that in the middle of the ranges
   */
  public static List<SweepRun> vet(Study study, String source) throws IOException {
    List<SweepRun> middle = null;
    OptimiseSpec spec = study.optimise();
    for (double[] shares : spec.probes()) {
      List<SweepRun> runs =
          study.with(VariedKeys.texts(spec.parameters(), spec.values(shares))).runs();
      Vetting.vet(runs);
      for (SweepRun run : runs) {
        Plausibility.refuse(run.experiment(), source);
      }
      middle = middle == null ? runs : middle;
    }
    return middle;
  }

  /**
   * Carries out an optimisation, or goes on with it.
   *
   * @param study with a section {@code optimise}
   * @param folder an existing folder, empty or that of the same optimisation
   * @param backend carries out the runs of an evaluation
   * @param sweeps hears of the runs
   * @param listener hears of the evaluations
   * @throws IOException if the folder cannot be written
   * @throws ExperimentException if it is in use
   */
  public static OptimisationResult run(
      Study study, Path folder, SweepBackend backend, SweepListener sweeps, Listener listener)
      throws IOException {
    return StudyRuns.inFolder(
        folder,
        "optimise",
        () -> InputHash.of(study),
        () -> new Optimisation(study, folder, backend, sweeps, listener).run(),
        OptimisationResult::stopped);
  }

  private OptimisationResult run() throws IOException {
    Files.createDirectories(folder.resolve(RunFolder.EVALUATIONS));
    ExperimentFile.save(study, new RunFolder(folder).experiment());
    String stopped = null;
    String converged = null;
    try {
      search();
      converged = "the steps of the search became too small, or its values too alike, to go on";
    } catch (Enough e) {
      converged = null;
    } catch (StoppedException e) {
      stopped = e.getMessage();
    }
    OptimisationResult result = new OptimisationResult(folder, study, trials, stopped, converged);
    OptimiseOutput.write(result);
    return result;
  }

  private void search() {
    int n = spec.parameters().size();
    double[] middle = new double[n];
    Arrays.fill(middle, 0.5);
    double[] step = new double[n];
    Arrays.fill(step, STEP);
    double[] zeros = new double[n];
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    CMAESOptimizer optimizer =
        new CMAESOptimizer(
            Integer.MAX_VALUE,
            0,
            true,
            0,
            DRAWS,
            new MersenneTwister(spec.seed()),
            false,
            (iteration, before, now) -> false);
    optimizer.optimize(
        // ended by Enough
        new MaxEval(Integer.MAX_VALUE),
        new ObjectiveFunction(this::evaluate),
        spec.isMaximised() ? GoalType.MAXIMIZE : GoalType.MINIMIZE,
        new InitialGuess(middle),
        new SimpleBounds(zeros, ones),
        new CMAESOptimizer.Sigma(step),
        new CMAESOptimizer.PopulationSize(spec.population()));
  }

  private double evaluate(double[] shares) {
    if (trials.size() == spec.evaluations()) {
      throw new Enough();
    }
    int number = trials.size() + 1;
    double[] values = spec.values(shares);
    Candidate trial =
        trials.stream()
            .filter(t -> Arrays.equals(t.values(), values))
            .findFirst()
            .map(t -> t.again(number))
            .orElseGet(() -> carryOut(number, values));
    trials.add(trial);
    try {
      OptimiseOutput.writeTable(folder, spec, trials);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    listener.evaluated(trial, OptimisationResult.best(spec, trials));
    return scaled(Double.isNaN(trial.objective()) ? worst() : trial.objective());
  }

  /** Heat in fJ and times in ns: the search ends where values differ by less than 1e-12. */
  private double scaled(double value) {
    return switch (spec.objective()) {
      case ENERGY_PER_BIT -> 1e15 * value;
      case TIME -> 1e9 * value;
      case LEARNED, MARGIN, RECALLED -> value;
    };
  }

  /** What an evaluation without a value counts as. */
  private double worst() {
    double bad = spec.isMaximised() ? -BAD : BAD;
    double worst = Double.NaN;
    for (Candidate t : trials) {
      if (Double.isNaN(worst) || spec.isBetter(worst, t.objective())) {
        worst = Double.isNaN(t.objective()) ? worst : t.objective();
      }
    }
    return Double.isNaN(worst) ? bad : worst;
  }

  private Candidate carryOut(int number, double[] values) {
    Map<String, String> texts = VariedKeys.texts(spec.parameters(), values);
    String name = RunFolder.EVALUATIONS + "/%04d".formatted(number);
    Study candidate;
    try {
      candidate = study.with(texts);
      for (SweepRun run : candidate.runs()) {
        Plausibility.refuse(run.experiment(), study.experiment().name());
      }
    } catch (ExperimentException e) {
      return without(number, values, texts, e.withoutPlace());
    }
    try {
      Path own = Files.createDirectories(folder.resolve(name));
      String inputs = InputHash.of(candidate);
      if (new RunFolder(own).readStatus().filter(s -> !s.isOf(inputs)).isPresent()) {
        // of a search that took another way, as a run failed then that did not fail now
        FileTree.remove(own);
        Files.createDirectories(own);
      }
      if (!new RunFolder(own).isDone(inputs) || !DoneRun.isWhole(own)) {
        SweepResult sweep = Sweep.run(candidate, own, Share.WHOLE, backend, sweeps);
        if (sweep.isStopped()) {
          throw new StoppedException(
              sweep.records().stream()
                  .filter(r -> r.status() == RunStatus.STOPPED)
                  .map(SweepRecord::message)
                  .findFirst()
                  .orElse("stopped"));
        }
      } else {
        DoneRun.removeLeftOvers(own);
      }
      return judged(number, values, texts, name, SweepTable.read(own));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Candidate judged(
      int number, double[] values, Map<String, String> texts, String name, SweepTable table) {
    double seconds = table.rows().stream().mapToDouble(r -> SweepTable.number(r, "seconds")).sum();
    int failed = table.rows().size() - table.done().size();
    Reading reading = RunValue.of(spec.objective()).of(table.done());
    String message = Double.isNaN(reading.value()) ? "no run has a value of the objective" : "";
    if (failed > 0) {
      // the runs that are left would be a choice of the lucky ones
      reading = new Reading(Double.NaN, Double.NaN, Double.NaN, -1, 0, reading.runs());
      message = "%d of %d runs failed".formatted(failed, table.rows().size());
    }
    Reading learned = RunValue.LEARNED.of(table.done());
    return new Candidate(number, values, texts, reading, learned, name, message, seconds);
  }

  private static Candidate without(
      int number, double[] values, Map<String, String> texts, String why) {
    Reading none = new Reading(Double.NaN, Double.NaN, Double.NaN, -1, 0, 0);
    return new Candidate(number, values, new LinkedHashMap<>(texts), none, none, "", why, 0);
  }
}
