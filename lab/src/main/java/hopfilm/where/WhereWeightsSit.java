package hopfilm.where;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.ExperimentException;
import hopfilm.transport.Electrode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in the film of a finished run the weights sit, by its snapshots from before and after the
 * training.
 *
 * @param experiment of the run
 * @param states the film before and after
 * @param electrodes in their order
 * @param patterns maps of the power of the patterns that were trained, then of their rival, the
 *     lowest other state; of the voltages of the training where it trained no pattern
 * @param pairs maps of pairs of electrodes, that of the largest weight first
 * @param amplitude V0 at which the patterns are [V]; NaN where none was trained
 * @param trained number of the patterns that were trained among the maps
 * @param learned whether each of them has the lowest E' against the untrained film, by the weights
 *     of the network
 * @param otherwise largest difference of conductances from those that the run read, over the
 *     largest of them: more than the tolerance where the run read a film that heat had changed
 */
public record WhereWeightsSit(
    Experiment experiment,
    TrainingStates states,
    List<Electrode> electrodes,
    List<WeightMap> patterns,
    List<WeightMap> pairs,
    double amplitude,
    int trained,
    List<Boolean> learned,
    double otherwise) {

  /** Pairs of electrodes in the picture. */
  private static final int MAX_PAIRS = 6;

  /**
   * Computes the maps.
   *
   * @param run folder of a run
   * @param before a state to take for the film before training; null for a snapshot of the run
   * @param after the same after it
   * @throws ExperimentException if the folder is no run, or holds no states from before and after
   */
  public static WhereWeightsSit of(Path run, Path before, Path after) throws IOException {
    if (!Files.isDirectory(run)) {
      throw ExperimentException.of(run, WhereMessage.WHERE_NO_RUN);
    }
    Path file = new RunFolder(run).experiment();
    if (new RunFolder(run).isSweep()) {
      throw ExperimentException.of(run, WhereMessage.WHERE_SWEEP);
    }
    if (!Files.isRegularFile(file)) {
      throw ExperimentException.of(run, WhereMessage.WHERE_NO_EXPERIMENT);
    }
    boolean isGiven = before != null && after != null;
    FileList.requireWhole(
        new RunFolder(run), isGiven ? RunFile.NUMBERS : RunFile.numbersAnd(RunFile.SNAPSHOT));
    return FileList.consistent(run, () -> read(run, before, after));
  }

  private static WhereWeightsSit read(Path run, Path before, Path after) throws IOException {
    Path file = new RunFolder(run).experiment();
    Study study = ExperimentFile.study(file, List.of());
    if (study.isSweep()) {
      throw ExperimentException.of(run, WhereMessage.WHERE_SWEEP);
    }
    Experiment experiment = study.experiment();
    TrainingStates states = TrainingStates.of(run, experiment, before, after);
    WeightMaps maps = new WeightMaps(experiment, states);
    List<Pattern> trained = experiment.trained();
    List<WeightMap> patterns = new ArrayList<>();
    List<Boolean> learned = List.of();
    double v0 = trained.isEmpty() ? Double.NaN : amplitude(experiment, maps);
    if (!trained.isEmpty()) {
      EnergyLandscape land =
          maps.landscape(experiment.network().weights(), trained, v0, experiment.seed());
      learned = land.learned(trained);
      trained.forEach(p -> patterns.add(maps.power(p.text(), p.voltages(v0))));
      boolean hasInverters = experiment.electrodes().hasInverters();
      land.entries().stream()
          .filter(e -> hasInverters || !e.pattern().isUniform())
          .filter(e -> trained.stream().noneMatch(e.pattern()::isSameState))
          .min(java.util.Comparator.comparingDouble(EnergyLandscape.Entry::energy))
          .ifPresent(e -> patterns.add(maps.power(e.pattern().text(), e.pattern().voltages(v0))));
    } else {
      double[] voltages = voltages(experiment);
      if (voltages != null) {
        patterns.add(maps.power("drive", voltages));
      }
    }
    return new WhereWeightsSit(
        experiment,
        states,
        maps.electrodes(),
        List.copyOf(patterns),
        maps.pairs(),
        v0,
        trained.isEmpty() ? patterns.size() : trained.size(),
        learned,
        maps.change(states));
  }

  /**
   * V0 of the patterns [V]: the network's, or that of the training; by currents the largest voltage
   * with which the trained film answers.
   */
  private static double amplitude(Experiment e, WeightMaps maps) {
    if (!isOfResistances(e) && e.network().amplitude().isPresent()) {
      return e.network().amplitude().getAsDouble();
    }
    double volts = 0;
    for (Step step : e.steps()) {
      volts = step instanceof Step.Train train ? amplitude(train, maps) : volts;
    }
    return volts;
  }

  private static double amplitude(Step.Train train, WeightMaps maps) {
    double given = train.amplitude(Electrode.Drive.VOLTAGE);
    return given > 0 ? given : maps.largestVoltage(train);
  }

  private static boolean isOfResistances(Experiment e) {
    return e.network().weights() == WeightKind.RESISTANCE;
  }

  /** Whether the network learns in resistances, while the maps and E' are of conductances. */
  public boolean isOfResistances() {
    return isOfResistances(experiment);
  }

  /** The voltages of the first train step; null if something else drives an electrode there. */
  private static double[] voltages(Experiment e) {
    for (Step step : e.steps()) {
      if (step instanceof Step.Train train && train.drives().get(0) instanceof Step.Given given) {
        boolean isPlain = given.drives().stream().allMatch(d -> d == Electrode.Drive.VOLTAGE);
        return isPlain ? given.values().numbers() : null;
      }
    }
    return null;
  }

  /** File of the film before training. */
  public Path before() {
    return states.before().file();
  }

  /** Its time [s]. */
  public double timeBefore() {
    return states.before().time();
  }

  /** File of the film after training. */
  public Path after() {
    return states.after().file();
  }

  /** Its time [s]. */
  public double timeAfter() {
    return states.after().time();
  }

  /** When the training began [s]. */
  public double trainingStart() {
    return states.trainingStart();
  }

  /** The pairs of the picture. */
  List<WeightMap> shownPairs() {
    return pairs.subList(0, Math.min(MAX_PAIRS, pairs.size()));
  }
}
