package hopfilm.folder;

import static hopfilm.folder.OrEmpty.orEmpty;
import static hopfilm.folder.OrEmpty.whole;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * {@code summary.json} of a run: what came out, in numbers. Of a file that was read, what it does
 * not say is null where a number or text is meant, and an empty list or map.
 *
 * @param head which run it was, and how it ended
 * @param network what the conductances were read as
 * @param readings what was read at each measure
 * @param verdict what the measure that decides says of the trained patterns
 * @param recalls what comes back
 * @param warnings one line each
 * @param effort what the run took
 * @param training one for each train step
 */
public record SummaryRecord(
    @JsonUnwrapped Head head,
    @JsonUnwrapped Network network,
    @JsonUnwrapped Readings readings,
    @JsonUnwrapped Verdict verdict,
    @JsonUnwrapped Recalls recalls,
    List<String> warnings,
    @JsonUnwrapped Effort effort,
    List<TrainingRecord> training) {

  /** Nothing said is an empty list. */
  public SummaryRecord {
    recalls = recalls == null ? new Recalls(null, null, null, null) : recalls;
    warnings = orEmpty(warnings);
    training = orEmpty(training);
    verdict =
        verdict.with(
            Outcome.of(
                verdict.everyLearned(),
                recalls.stored,
                TrainingRecord.isVerified(training, network.trained())));
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

  /**
   * Which run it was, and how it ended.
   *
   * @param name of the experiment
   * @param version of the program
   * @param status done or failed
   * @param message why it failed
   * @param seeds by their keys
   * @param temperature [K]
   */
  public record Head(
      String name,
      String version,
      String status,
      @JsonInclude(Include.NON_NULL) String message,
      Map<String, Long> seeds,
      @JsonInclude(Include.NON_NULL) Double temperature) {

    /** Nothing said is an empty map. */
    public Head {
      seeds = whole(seeds);
    }

    /** Says whether the run came to its end. */
    public boolean isDone() {
      return StatusRecord.DONE.equals(status);
    }
  }

  /**
   * A run that ended by an error before it could say more.
   *
   * @param head which run it was; without its temperature
   * @param seconds wall time [s]
   */
  public record Failed(@JsonUnwrapped Head head, double seconds) {}

  /**
   * What the conductances were read as.
   *
   * @param electrodes names, in electrode order
   * @param patterns trained patterns in the order of training; null where there are none
   * @param weights conductance or resistance
   * @param reference what the weights count from
   * @param referenceFile folder of the run that it was taken from; null where the run read it
   *     itself
   * @param scaling of the reference; null for 1
   * @param referenceMatrix the reference before it is scaled [S, Ohm]; null where nothing was
   *     trained
   * @param selfTerm zero or kept
   */
  public record Network(
      List<String> electrodes,
      List<String> patterns,
      String weights,
      String reference,
      @JsonInclude(Include.NON_NULL) String referenceFile,
      @JsonInclude(Include.NON_NULL) Double scaling,
      @JsonInclude(Include.NON_NULL) double[][] referenceMatrix,
      String selfTerm) {

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
  }

  /**
   * What was read at each measure, by its label.
   *
   * @param conductance matrices [S]
   * @param resistance matrices [Ohm]; null unless the weights are resistances
   * @param operatingPoints of the electrodes in the train step during or before the measure
   * @param conductanceErrors how exact the conductances are
   * @param gx conductance along x / (thickness s_perp); null where it is none
   * @param gy the same along y
   * @param weightMatrix G' or R' [S, Ohm]; none before the first train step
   * @param energies E' by pattern [W]
   * @param amplitudes V0 or I0 that they count with [V, A]; empty in a file that does not say it
   */
  public record Readings(
      Map<String, double[][]> conductance,
      @JsonInclude(Include.NON_NULL) Map<String, double[][]> resistance,
      Map<String, Point> operatingPoints,
      Map<String, ReadErrors> conductanceErrors,
      Map<String, Double> gx,
      Map<String, Double> gy,
      Map<String, double[][]> weightMatrix,
      Map<String, Map<String, Double>> energies,
      @JsonProperty("V0") @JsonInclude(Include.NON_EMPTY) Map<String, Double> amplitudes) {

    /** Nothing said is an empty map. */
    public Readings {
      conductance = matrices(conductance);
      resistance = resistance == null ? null : matrices(resistance);
      operatingPoints = whole(operatingPoints);
      conductanceErrors = whole(conductanceErrors);
      gx = orEmpty(gx);
      gy = orEmpty(gy);
      weightMatrix = matrices(weightMatrix);
      energies = whole(energies);
      amplitudes = whole(amplitudes);
    }
  }

  /**
   * Voltages and currents of all electrodes.
   *
   * @param voltages [V]
   * @param currents into the film [A]
   * @param power Joule heat [W]
   */
  public record Point(double[] voltages, double[] currents, double power) {}

  /**
   * How exact a conductance matrix is, each relative to its largest element.
   *
   * @param symmetry by how much it is not symmetric
   * @param rowSum by how much its rows do not add up to zero
   * @param residual of the potentials
   * @param read "under current" or "at rest"
   */
  public record ReadErrors(double symmetry, double rowSum, double residual, String read) {}

  /**
   * What the measure that decides says of the trained patterns. Of a sample of the patterns the
   * keys have another name.
   *
   * @param judged its label; null without one
   * @param minimum the lowest pattern
   * @param learned whether each trained pattern is the lowest; a single one stands without brackets
   * @param margin of each trained pattern, likewise; null where it is none
   * @param minimumSampled the lowest pattern of a sample
   * @param learnedSampled likewise
   * @param marginSampled likewise
   * @param outcome of the training; null where no pattern was trained and read. It follows from the
   *     others and from how the film was trained
   */
  @JsonFilter(Verdict.FILTER)
  public record Verdict(
      String judged,
      String minimum,
      @OneOrAll List<Boolean> learned,
      @OneOrAll List<Double> margin,
      String minimumSampled,
      @OneOrAll List<Boolean> learnedSampled,
      @OneOrAll List<Double> marginSampled,
      Outcome outcome) {

    static final String FILTER = "verdict";

    /** Where no pattern was trained and read. */
    public static Verdict none(String judged) {
      return new Verdict(judged, null, null, null, null, null, null, null);
    }

    /** Of all patterns. */
    public static Verdict ofAll(
        String judged, String minimum, List<Boolean> learned, List<Double> margin) {
      return new Verdict(judged, minimum, learned, margin, null, null, null, null);
    }

    /** Of a sample of the patterns. */
    public static Verdict ofSample(
        String judged, String minimum, List<Boolean> learned, List<Double> margin) {
      return new Verdict(judged, null, null, null, minimum, learned, margin, null);
    }

    private Verdict with(Outcome of) {
      return new Verdict(
          judged, minimum, learned, margin, minimumSampled, learnedSampled, marginSampled, of);
    }

    /** Says whether it is of a sample of the patterns. */
    public boolean isSampled() {
      return minimumSampled != null;
    }

    /** The lowest pattern, of all or of a sample; null without one. */
    public String lowest() {
      return isSampled() ? minimumSampled : minimum;
    }

    /** Whether each trained pattern is the lowest, of all or of a sample. */
    public List<Boolean> everyLearned() {
      List<Boolean> all = isSampled() ? learnedSampled : learned;
      return all == null ? List.of() : all;
    }

    /** The margin of each trained pattern, against all or a sample; null where it is none. */
    public List<Double> everyMargin() {
      List<Double> all = isSampled() ? marginSampled : margin;
      return all == null ? List.of() : all;
    }

    /** Says of the k-th trained pattern whether it is the lowest. */
    public boolean learned(int k) {
      return k < everyLearned().size() && Boolean.TRUE.equals(everyLearned().get(k));
    }

    /** The margin of the k-th trained pattern; NaN where it is none. */
    public double margin(int k) {
      return k < everyMargin().size() ? SummaryRecord.number(everyMargin().get(k)) : Double.NaN;
    }
  }

  /** Outcomes of the retrieve steps. */
  public List<Retrieval> retrieval() {
    return recalls.retrieval();
  }

  /**
   * What comes back.
   *
   * @param retrieval one for each retrieve step
   * @param memories how several trained patterns are held; empty with fewer
   * @param stored how many of these have at least 90 % of their copies back; null with fewer
   * @param memoryReading how that was tried
   */
  public record Recalls(
      List<Retrieval> retrieval,
      @JsonInclude(Include.NON_EMPTY) List<HeldMemory> memories,
      @JsonInclude(Include.NON_NULL) Integer stored,
      @JsonInclude(Include.NON_NULL) HowTried memoryReading) {

    /** Nothing said is an empty list. */
    public Recalls {
      retrieval = orEmpty(retrieval);
      memories = orEmpty(memories);
    }
  }

  /**
   * How one of several patterns is held.
   *
   * @param pattern with + first
   * @param fixedPoint whether no electrode wants to turn
   * @param stability least current that keeps an electrode, of the largest
   * @param recalled copies that came back
   * @param of all copies
   * @param energy E' [W]
   * @param rank place of its energy, from 1
   * @param margin lowest other state of its basin above it, of the largest |E'|; null without one
   * @param basin share of all inputs that end at it; null where not all were tried
   */
  public record HeldMemory(
      String pattern,
      boolean fixedPoint,
      double stability,
      int recalled,
      int of,
      double energy,
      int rank,
      Double margin,
      Double basin) {}

  /**
   * How memories were tried.
   *
   * @param measure label of the measure whose weights were used
   * @param update rule of the updates
   * @param gain first gain of graded updates; null of others
   * @param flips wrong signs in each copy
   */
  public record HowTried(
      String measure, String update, @JsonInclude(Include.NON_NULL) Double gain, int flips) {}

  /**
   * Outcome of a retrieve step.
   *
   * @param update rule of the updates
   * @param selfTerm zero or kept
   * @param gain of graded updates; null for others
   * @param measure label of the measure whose weights were used
   * @param hits starts that came to a trained pattern
   * @param total all starts, one that was drawn twice counted twice; {@code from} has the distinct
   *     ones
   * @param recall against the fraction of wrong signs; empty where that was not asked
   * @param from where each start ended
   */
  public record Retrieval(
      String update,
      String selfTerm,
      @JsonInclude(Include.NON_NULL) Double gain,
      String measure,
      int hits,
      int total,
      @JsonInclude(Include.NON_EMPTY) List<Recall> recall,
      Map<String, End> from) {

    /** Nothing said is empty. */
    public Retrieval {
      update = update == null ? "" : update;
      recall = orEmpty(recall);
      from = whole(from);
    }
  }

  /**
   * Copies with wrong signs that came to the pattern that they were made from, or its negative.
   *
   * @param flipped fraction of the signs turned round
   * @param flips their number
   * @param hits copies that did
   * @param total all copies
   * @param distinct inputs that differ among them; null in a file that does not say it
   * @param low lower end of the 95 % interval of so many inputs; null where nothing is left to
   *     chance
   * @param high its upper end; null likewise
   * @param overlap mean of the ends
   */
  public record Recall(
      double flipped,
      int flips,
      int hits,
      int total,
      @JsonInclude(Include.NON_NULL) Integer distinct,
      Double low,
      Double high,
      double overlap) {}

  /**
   * Where a start ended.
   *
   * @param end null where it ended in a cycle
   * @param steps updates until then
   * @param cycle patterns of it
   */
  public record End(String end, int steps, List<String> cycle) {}

  /**
   * What the run took.
   *
   * @param kernels loops in use
   * @param energyJoule Joule heat of training [J]
   * @param energyPerBit for each trained sign [J]; null without one
   * @param trainingTime duration of all train steps [s]
   * @param steps time steps
   * @param potentials solved for the drive
   * @param seconds wall time [s]
   * @param heat how hot the film was; null where the current does not heat it
   */
  public record Effort(
      String kernels,
      Double energyJoule,
      Double energyPerBit,
      Double trainingTime,
      long steps,
      long potentials,
      double seconds,
      @JsonInclude(Include.NON_NULL) Heat heat) {}

  /**
   * How hot the film was.
   *
   * @param highest temperature of the hottest cell in the hottest row of the table [K]
   * @param time of that row [s]
   * @param given heat that came into the film up to the last row [J]
   * @param stored of that in the film, above the temperature at the start [J]
   * @param substrate of that into the substrate [J]
   * @param contacts of that into contacts that are heat sinks [J]
   */
  public record Heat(
      @JsonProperty("T_max") double highest,
      double time,
      double given,
      double stored,
      double substrate,
      double contacts) {}

  /** NaN for a number that is not there. */
  public static double number(Double value) {
    return value == null ? Double.NaN : value;
  }
}
