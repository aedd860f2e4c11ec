package hopfilm.protocol;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.GivenReference;
import hopfilm.experiment.NetworkSpec;
import hopfilm.film.Measure;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.MemoryReading;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowReading;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Spelling;
import hopfilm.result.HeldMemory;
import hopfilm.result.HowTried;
import hopfilm.result.OrEmpty;
import hopfilm.result.PatternEnergies;
import hopfilm.result.Relaxed;
import hopfilm.result.Retrieved;
import hopfilm.result.RunStatus;
import hopfilm.result.Summary;
import hopfilm.result.TrainStep;
import hopfilm.result.Verdict;
import hopfilm.result.WrittenRow;
import hopfilm.texture.TextureKind;
import hopfilm.transport.Electrode;
import hopfilm.transport.OperatingPoint;
import hopfilm.transport.ResistanceMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a run found.
 *
 * @param folder where it is written
 * @param experiment what was run
 * @param found what was read of the film, and what became of the network
 * @param effort what it took
 * @param warnings one line each
 */
public record RunResult(
    Path folder,
    Experiment experiment,
    End end,
    Found found,
    Effort effort,
    List<String> warnings) {

  /**
   * How a run ended.
   *
   * @param status in one word
   * @param message why it failed, null otherwise
   */
  public record End(RunStatus status, String message) {}

  /**
   * What was read of the film, and what became of the network.
   *
   * @param measures all measures in the order of time
   * @param judged the measure that decides what was learned: the first at rest after the last train
   *     step, or, where there is none, the first; null if there is none at all
   * @param trained trained patterns in the order of training, each once, with + first
   * @param reference what the weights count from, in their kind [S, Ohm]; null as long as there are
   *     none
   * @param relaxed how the relaxations ended, in their order
   * @param texture at the end; null of a run that did not come to it
   * @param training the train steps, in their order
   * @param memories how several trained patterns are held; null with fewer
   * @param row what a row has learned of the picture written last; null where none was
   * @param hottest the film when it was hottest; null where the current does not heat it
   */
  public record Found(
      List<Measure> measures,
      Measure judged,
      List<Pattern> trained,
      double[][] reference,
      List<Retrieved> retrievals,
      List<Relaxed> relaxed,
      TextureKind texture,
      List<TrainStep> training,
      MemoryReading memories,
      RowReading row,
      Hottest hottest) {

    public Found {
      measures = List.copyOf(measures);
      trained = List.copyOf(trained);
      retrievals = List.copyOf(retrievals);
      relaxed = List.copyOf(relaxed);
      training = List.copyOf(training);
    }
  }

  /**
   * What a run took.
   *
   * @param training of the film
   * @param kernels name of the kernels
   * @param steps time steps taken
   * @param solves potentials solved for the drive
   * @param sessions how often it was started: 1, and 1 more each time that it was resumed
   * @param seconds wall time of all sessions [s]
   */
  public record Effort(
      Training training, String kernels, long steps, long solves, int sessions, double seconds) {

    private Summary.Effort of(Found found) {
      int ofRow = found.row == null ? 0 : found.row.picture().size();
      int bits = ofRow + found.trained.stream().mapToInt(Pattern::size).sum();
      return new Summary.Effort(
          kernels,
          training.joule,
          bits == 0 ? null : (Double) (training.joule / bits),
          training.time,
          steps,
          solves,
          seconds,
          found.hottest == null ? null : found.hottest.heat());
    }
  }

  /**
   * What training took of the film.
   *
   * @param joule Joule heat of all train steps [J]
   * @param time their duration, pauses between pulses included [s]
   */
  public record Training(double joule, double time) {}

  public RunResult {
    warnings = List.copyOf(warnings);
  }

  /** The result with a further warning. */
  public RunResult warned(String message) {
    List<String> all = new ArrayList<>(warnings);
    if (!all.contains(message)) {
      all.add(message);
    }
    return new RunResult(folder, experiment, end, found, effort, all);
  }

  /** The result as that of another folder and experiment. */
  public RunResult in(Path otherFolder, Experiment other) {
    return new RunResult(otherFolder, other, end, found, effort, warnings);
  }

  /** How it ended. */
  public RunStatus status() {
    return end.status();
  }

  /** Why it failed, null otherwise. */
  public String message() {
    return end.message();
  }

  /** All measures in the order of time. */
  public List<Measure> measures() {
    return found.measures();
  }

  /** The measure that decides what was learned; null if there is none. */
  public Measure judged() {
    return found.judged();
  }

  /** Trained patterns in the order of training. */
  public List<Pattern> trained() {
    return found.trained();
  }

  /** All retrieve steps. */
  public List<Retrieved> retrievals() {
    return found.retrievals();
  }

  /** How several trained patterns are held; null with fewer than two, or nothing read of them. */
  public MemoryReading memories() {
    return found.memories();
  }

  /**
   * All that numbers tell of it.
   *
   * @param version of the program
   */
  public Summary summary(String version) {
    NetworkSpec n = experiment.network();
    return new Summary(
        new Summary.Head(
            experiment.name(),
            version,
            status().text(),
            message(),
            experiment.seeds(),
            experiment.temperature()),
        new Summary.Network(
            experiment.electrodes().on(experiment.film().grid()).stream()
                .map(Electrode::name)
                .toList(),
            trained().isEmpty() ? null : trained().stream().map(Pattern::toString).toList(),
            Spelling.of(n.weights()),
            Spelling.of(n.reference()),
            n.given().map(GivenReference::run).orElse(null),
            n.scaling() == 1 ? null : (Double) n.scaling(),
            found.reference(),
            Spelling.of(n.selfTerm())),
        readings(n.weights() == WeightKind.RESISTANCE),
        verdict(),
        recalls(),
        warnings,
        effort.of(found),
        new Summary.Film(found.relaxed, found.texture == null ? null : found.texture.text()),
        found.training(),
        List.of());
  }

  private Summary.Readings readings(boolean isResistance) {
    Map<String, PatternEnergies> landscapes =
        known(
            m ->
                m.landscape() == null
                    ? null
                    : PatternEnergies.of(m.label(), m.landscape(), m.trained(), isResistance));
    return new Summary.Readings(
        all(m -> m.g().siemens()),
        known(m -> m.raw() == null ? null : m.raw().g().siemens()),
        isResistance ? all(m -> ResistanceMatrix.of(m.g()).ohm()) : null,
        known(RunResult::point),
        all(
            m ->
                new Summary.ReadErrors(
                    m.g().symmetryError(),
                    m.g().rowSumError(),
                    m.g().residual(),
                    m.condition().toString())),
        all(m -> OrEmpty.orNull(m.gx())),
        all(m -> OrEmpty.orNull(m.gy())),
        known(m -> m.weights() == null ? null : m.weights().gPrime()),
        of(landscapes, PatternEnergies::watts),
        of(landscapes, e -> e.input().amplitude()),
        all(Measure::time),
        List.copyOf(landscapes.values()));
  }

  private static <T> Map<String, T> of(
      Map<String, PatternEnergies> landscapes, Function<PatternEnergies, T> what) {
    Map<String, T> all = new LinkedHashMap<>();
    landscapes.forEach((label, e) -> all.put(label, what.apply(e)));
    return all;
  }

  private <T> Map<String, T> all(Function<Measure, T> of) {
    Map<String, T> all = new LinkedHashMap<>();
    if (experiment.electrodes().count() == 0) {
      return all;
    }
    measures().forEach(m -> all.put(m.label(), of.apply(m)));
    return all;
  }

  private <T> Map<String, T> known(Function<Measure, T> of) {
    Map<String, T> known = all(of);
    known.values().removeIf(Objects::isNull);
    return known;
  }

  private static Summary.Point point(Measure m) {
    if (m.values() == null) {
      return null;
    }
    OperatingPoint p = OperatingPoint.of(m.g().siemens(), m.values());
    return new Summary.Point(p.voltages(), p.currents(), p.power());
  }

  private Verdict verdict() {
    String label = judged() == null ? null : judged().label();
    EnergyLandscape land = judged() == null ? null : judged().landscape();
    if (land == null) {
      return new Verdict.OfAll(label, null, null, null, null);
    }
    String lowest = land.lowest().pattern().toString();
    List<Boolean> learned = land.learned(trained());
    List<Double> margin = land.margin(trained()).stream().map(OrEmpty::orNull).toList();
    return land.isSampled()
        ? new Verdict.OfSample(label, lowest, learned, margin, null)
        : new Verdict.OfAll(label, lowest, learned, margin, null);
  }

  private Summary.Recalls recalls() {
    MemoryReading m = memories();
    WrittenRow row = found.row() == null ? null : WrittenRow.of(found.row());
    return m == null
        ? new Summary.Recalls(retrievals(), null, null, null, row)
        : new Summary.Recalls(
            retrievals(),
            m.memories().stream().map(HeldMemory::of).toList(),
            m.stored(),
            HowTried.of(m),
            row);
  }
}
