package hopfilm.result;

import static hopfilm.result.OrEmpty.orEmpty;
import static hopfilm.result.OrEmpty.whole;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The outcome of a run: {@code summary.json}, and what pages, tables and sweeps tell of it. What a
 * file does not say is null where a number or text is meant, and an empty list or map.
 *
 * @param head which run it was, and how it ended
 * @param network what the conductances were read as
 * @param readings what was read at each measure
 * @param verdict what the measure that decides says of the trained patterns
 * @param recalls what comes back
 * @param effort what the run took
 * @param film what became of the texture
 */
public record Summary(
    @JsonUnwrapped Head head,
    @JsonUnwrapped Network network,
    @JsonUnwrapped Readings readings,
    @JsonUnwrapped Verdict verdict,
    @JsonUnwrapped Recalls recalls,
    @Field("one line each") List<String> warnings,
    @JsonUnwrapped Effort effort,
    @JsonUnwrapped Film film,
    @Field("each train step") List<TrainStep> training,
    @Field("each entry of expect, and what the film has instead") @JsonInclude(Include.NON_EMPTY)
        List<ExpectationResult> expectations) {

  /** Nothing said is an empty list; the outcome follows from the rest. */
  public Summary {
    recalls = recalls == null ? new Recalls(null, null, null, null, null) : recalls;
    warnings = orEmpty(warnings);
    film = film == null ? new Film(null, null) : film;
    training = orEmpty(training);
    expectations = orEmpty(expectations);
    readings.requireSize(network.electrodes());
    boolean hasPassed = TrainStep.isVerified(training, network.trained());
    verdict = verdict.with(Outcome.of(verdict.everyLearned(), recalls.stored, hasPassed));
  }

  /** A run of which no more is known than that it ended, and how. */
  public static Summary ended(Head head, double seconds) {
    return new Summary(
        head,
        new Network(null, null, null, null, null, null, null, null),
        new Readings(null, null, null, null, null, null, null, null, null, null, null, null),
        new Verdict.OfAll(null, null, null, null, null),
        null,
        null,
        new Effort(null, null, null, null, 0, 0, seconds, null),
        null,
        null,
        null);
  }

  /** The same with expectations that were compared. */
  public Summary with(List<ExpectationResult> compared) {
    return new Summary(
        head, network, readings, verdict, recalls, warnings, effort, film, training, compared);
  }

  /** The same without what grows with the square of the electrodes, or with all their patterns. */
  public Summary withoutMatrices() {
    Readings r = readings;
    return new Summary(
        head,
        network,
        new Readings(
            null,
            null,
            null,
            r.operatingPoints,
            r.conductanceErrors,
            r.gx,
            r.gy,
            null,
            only(verdict.judged(), r.energies),
            r.amplitudes,
            null,
            null),
        verdict,
        new Recalls(
            recalls.retrieval.stream().map(Retrieved::withoutStarts).toList(),
            recalls.memories,
            recalls.stored,
            recalls.memoryReading,
            recalls.row),
        warnings,
        effort,
        film,
        training,
        expectations);
  }

  /**
   * Which run it was, and how it ended.
   *
   * @param message why it failed
   */
  public record Head(
      @Field("title of the experiment") String name,
      @Field("version of the program") String version,
      @Field("done or failed") String status,
      @Field("reason of a failure") @JsonInclude(Include.NON_NULL) String message,
      @Field("random seeds by their keys") Map<String, Long> seeds,
      @Field(unit = "K", value = "temperature of the thermal noise") @JsonInclude(Include.NON_NULL)
          Double temperature) {

    /** Nothing said is an empty map. */
    public Head {
      seeds = whole(seeds);
    }

    /** Says whether the run came to its end. */
    public boolean isDone() {
      return RunStatus.DONE.text().equals(status);
    }
  }

  /** A run that ended by an error before it could say more. */
  public record Failed(@JsonUnwrapped Head head, double seconds) {}

  /** What the conductances were read as. */
  public record Network(
      @Field("names, in the order of all matrices") List<String> electrodes,
      @Field("trained patterns in the order of training; null for none") List<String> patterns,
      @Field("kind of weights: conductance or resistance") String weights,
      @Field("kind of baseline") String reference,
      @Field("run whose baseline is used") @JsonInclude(Include.NON_NULL) String referenceFile,
      @Field("factor of the baseline, unless 1") @JsonInclude(Include.NON_NULL) Double scaling,
      @Field(unit = "S, Ohm", value = "baseline before scaling; absent without training")
          @JsonInclude(Include.NON_NULL)
          double[][] referenceMatrix,
      @Field("self-connections: zero or full") String selfTerm) {

    /** Nothing said is an empty list. */
    public Network {
      electrodes = orEmpty(electrodes);
      if (referenceMatrix != null) {
        matrices(Map.of("reference", referenceMatrix));
      }
    }

    /** Trained patterns in the order of training; empty where there are none. */
    public List<String> trained() {
      return orEmpty(patterns);
    }

    /** Says whether the inputs of the network are currents. */
    public boolean isResistance() {
      return "resistance".equals(weights);
    }

    /** Unit of the weights. */
    public String unit() {
      return isResistance() ? "Ohm" : "S";
    }
  }

  /**
   * What was read at each measure, by its label.
   *
   * @param times simulated [s]; of a run that just ended, not of a file
   * @param landscapes E' and what it says of the patterns trained until then; likewise
   */
  public record Readings(
      @Field(unit = "S", value = "G, N x N") Map<String, double[][]> conductance,
      @Field(unit = "S", value = "G read at the temperature of the film, where conductance is cold")
          @JsonInclude(Include.NON_EMPTY)
          Map<String, double[][]> conductanceRaw,
      @Field(unit = "Ohm", value = "R, N x N, with network.weights: resistance")
          @JsonInclude(Include.NON_NULL)
          Map<String, double[][]> resistance,
      @Field("electrical state of the train step with the readout, or of the last one before it")
          Map<String, Point> operatingPoints,
      @Field("numerical errors of G") Map<String, ReadErrors> conductanceErrors,
      @Field("conductance from left to right edge, times rho_perp/thickness")
          Map<String, Double> gx,
      @Field("the same from bottom to top edge") Map<String, Double> gy,
      @Field(unit = "S, Ohm", value = "weights G' or R'") Map<String, double[][]> weightMatrix,
      @Field(unit = "W", value = "network energy E' of each pattern")
          Map<String, Map<String, Double>> energies,
      @Field(unit = "V, A", value = "voltage V0 (or current I0) used in E'")
          @JsonProperty("V0")
          @JsonInclude(Include.NON_EMPTY)
          Map<String, Double> amplitudes,
      @JsonIgnore Map<String, Double> times,
      @JsonIgnore List<PatternEnergies> landscapes) {

    /** Nothing said is an empty map. */
    public Readings {
      conductance = matrices(conductance);
      conductanceRaw = matrices(conductanceRaw);
      resistance = resistance == null ? null : matrices(resistance);
      operatingPoints = whole(operatingPoints);
      conductanceErrors = whole(conductanceErrors);
      gx = orEmpty(gx);
      gy = orEmpty(gy);
      weightMatrix = matrices(weightMatrix);
      energies = whole(energies);
      amplitudes = whole(amplitudes);
      times = whole(times);
      landscapes = orEmpty(landscapes);
    }

    /**
     * @throws IllegalArgumentException if a matrix is not of these electrodes, which only a damaged
     *     file has
     */
    private void requireSize(List<String> electrodes) {
      Stream.of(conductance, weightMatrix, resistance == null ? conductance : resistance)
          .flatMap(all -> all.values().stream())
          .filter(matrix -> matrix.length != electrodes.size())
          .findFirst()
          .ifPresent(
              matrix -> {
                throw new IllegalArgumentException(
                    "a matrix is of %d electrodes, not %d"
                        .formatted(matrix.length, electrodes.size()));
              });
    }

    /** Labels of the measures in the order of time. */
    public List<String> labels() {
      return List.copyOf(conductance.keySet());
    }

    /** Under current, or at rest; empty where a file does not say. */
    public String condition(String label) {
      ReadErrors errors = conductanceErrors.get(label);
      return errors == null || errors.read == null ? "" : errors.read;
    }
  }

  /** Voltages and currents of all electrodes. */
  public record Point(
      @Field(unit = "V", value = "voltages of the electrodes") double[] voltages,
      @Field(unit = "A", value = "currents into the film") double[] currents,
      @Field(unit = "W", value = "Joule heating power") double power) {}

  /** How exact a conductance matrix is, each relative to its largest element. */
  public record ReadErrors(
      @Field("largest difference of G and its transpose, relative to the largest element")
          double symmetry,
      @Field("largest sum of a row of G, relative to that element") double rowSum,
      @Field("largest relative residual of the potentials") double residual,
      @Field("at rest, under current, or not at rest: right after a current or a field")
          String read) {}

  /** Outcomes of the retrieve steps. */
  public List<Retrieved> retrieval() {
    return recalls.retrieval();
  }

  /** What comes back. */
  public record Recalls(
      @Field("each retrieve step") List<Retrieved> retrieval,
      @Field("recall test of each of several patterns") @JsonInclude(Include.NON_EMPTY)
          List<HeldMemory> memories,
      @Field("patterns with at least 90 % of their probes recalled") @JsonInclude(Include.NON_NULL)
          Integer stored,
      @Field("conditions of the recall test") @JsonInclude(Include.NON_NULL) HowTried memoryReading,
      @Field("picture stored by a row") @JsonInclude(Include.NON_NULL) WrittenRow row) {

    /** Nothing said is an empty list. */
    public Recalls {
      retrieval = orEmpty(retrieval);
      memories = orEmpty(memories);
    }
  }

  /** What the run took. */
  public record Effort(
      @Field("plain, or vector with its width in bits (vector-256)") String kernels,
      @Field(
              unit = "J",
              value =
                  "Joule heat of all train and drive steps, by the trapezoidal rule over rows of the table")
          Double energyJoule,
      @Field(unit = "J", value = "Joule heat per trained sign") Double energyPerBit,
      @Field(unit = "s", value = "duration of all train steps") Double trainingTime,
      @Field("time steps") long steps,
      @Field("potentials solved for the drive") long potentials,
      @Field(unit = "s", value = "wall time") double seconds,
      @Field("temperatures and heat balance") @JsonInclude(Include.NON_NULL) Heat heat) {}

  /** What became of the texture. */
  public record Film(
      @Field("each relaxation, the initial one included") @JsonInclude(Include.NON_EMPTY)
          List<Relaxed> relaxed,
      @Field("final texture: uniform, skyrmions, maze or in-plane") @JsonInclude(Include.NON_NULL)
          String texture) {

    /** Nothing said is an empty list. */
    public Film {
      relaxed = orEmpty(relaxed);
    }
  }

  /** How hot the film was. */
  public record Heat(
      @Field(
              unit = "K",
              value =
                  "hottest cell in any row of table.txt, and where a step sets another ambient temperature")
          @JsonProperty("T_max")
          double highest,
      @Field(unit = "s", value = "when it was") double time,
      @Field(unit = "J", value = "heat given to the film up to the last row") double given,
      @Field(unit = "J", value = "part in the film") double stored,
      @Field(unit = "J", value = "part in the substrate") double substrate,
      @Field(unit = "J", value = "part removed by heat sinks") double contacts) {}

  /** What E' counts with at the measure that decides, or at the last one; null without E' there. */
  public PatternEnergies.Input input() {
    return readings.landscapes.stream()
        .filter(e -> verdict.judged() == null || verdict.judged().equals(e.label()))
        .reduce((first, last) -> last)
        .map(PatternEnergies::input)
        .orElse(null);
  }

  /** E' at each measure of a run that just ended, all with that input, so that they compare. */
  public List<PatternEnergies> comparable() {
    PatternEnergies.Input input = input();
    return readings.landscapes.stream().map(e -> e.at(input)).toList();
  }

  /** E' at the measure that decides; null where none was read. */
  public PatternEnergies energies() {
    String judged = verdict.judged();
    Map<String, Double> watts = judged == null ? null : readings.energies.get(judged);
    if (watts == null) {
      return null;
    }
    List<PatternEnergies.PatternEnergy> all = new ArrayList<>();
    watts.forEach(
        (pattern, w) -> all.add(new PatternEnergies.PatternEnergy(pattern, OrEmpty.number(w))));
    List<PatternEnergies.Trained> trained = new ArrayList<>();
    for (String pattern : network.trained()) {
      int k = trained.size();
      trained.add(
          new PatternEnergies.Trained(
              pattern, OrEmpty.number(watts.get(pattern)), verdict.learned(k), verdict.margin(k)));
    }
    Double amplitude = readings.amplitudes.get(judged);
    return new PatternEnergies(
        judged,
        all,
        verdict.lowest() == null ? "" : verdict.lowest(),
        trained,
        verdict.isSampled(),
        amplitude == null ? null : new PatternEnergies.Input(amplitude, network.isResistance()));
  }

  /** Of the last train step that verifies; null without one. */
  public Verification verification() {
    Verification last = null;
    for (TrainStep t : training) {
      last = t.verification() == null ? last : t.verification();
    }
    return last;
  }

  /** What all blocks and pulses of the train steps showed, and how often. */
  public Map<String, Integer> shown() {
    Map<String, Integer> all = new LinkedHashMap<>();
    training.forEach(t -> t.shown().forEach((what, n) -> all.merge(what, n, Integer::sum)));
    return all;
  }

  private static <T> Map<String, T> only(String label, Map<String, T> all) {
    return label != null && all.containsKey(label) ? Map.of(label, all.get(label)) : Map.of();
  }

  private static Map<String, double[][]> matrices(Map<String, double[][]> byLabel) {
    for (double[][] rows : whole(byLabel).values()) {
      for (double[] row : rows) {
        if (row == null || row.length != rows.length) {
          throw new IllegalArgumentException("a matrix is not square");
        }
      }
    }
    return orEmpty(byLabel);
  }
}
