package hopfilm.retention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hopfilm.film.Kept;
import hopfilm.input.ExperimentException;
import hopfilm.run.Lifetime;
import hopfilm.sweep.SweepMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * What trained films keep of their memory: {@code summary.json} of a retention, in SI units.
 *
 * @param name of the first film
 * @param run folder of the trained film or sweep
 * @param time of each bake [s]
 * @param seeds bakes of a film at each temperature
 * @param only the films, where all are of one kind; null otherwise
 * @param kinds the films of each kind, where there are several
 * @param events other rest states that bakes ended in; null where they were not asked for
 * @param films that were baked, in the order of their numbers
 * @param readings of all bakes
 */
public record Retention(
    String name,
    String status,
    String run,
    double time,
    int seeds,
    @JsonUnwrapped Kind only,
    @JsonInclude(Include.NON_EMPTY) List<Kind> kinds,
    @JsonInclude(Include.NON_NULL) List<Event> events,
    @JsonIgnore List<Film> films,
    @JsonIgnore List<Reading> readings) {

  /** Temperature with which bakes are compared, and of kT and lifetimes [K]. */
  static final double ROOM = 300;

  private static final double CONFIDENCE = 0.95;

  /**
   * What is baked: {@code retain.json}.
   *
   * @param run folder of the trained film or of a sweep of such films
   * @param temperatures above 0 K [K]; the control comes by itself
   * @param time of each bake [s]
   * @param seeds bakes of a film at each temperature, with other noise
   * @param events whether the barriers to other rest states are searched
   */
  public record Plan(String run, double[] temperatures, double time, int seeds, boolean events) {

    /** Bakes of one film at one temperature; {@link Bakes} gives each film as many seeds. */
    static final int MOST_SEEDS = 1000;

    /**
     * @throws ExperimentException if there are too few or too many seeds
     */
    public static Plan of(Path run, double[] temperatures, double time, int seeds, boolean events) {
      if (!areAllowed(seeds)) {
        throw ExperimentException.of("--seeds", SweepMessage.RETAIN_SEEDS, seeds);
      }
      return new Plan(
          run.toAbsolutePath().normalize().toString(), temperatures, time, seeds, events);
    }

    /** Whether a file that was not damaged can have it. */
    @JsonIgnore
    boolean isSound() {
      return run != null
          && temperatures != null
          && temperatures.length > 0
          && DoubleStream.of(temperatures).allMatch(t -> t > 0 && Double.isFinite(t))
          && time > 0
          && Double.isFinite(time)
          && areAllowed(seeds);
    }

    private static boolean areAllowed(int seeds) {
      return seeds >= 1 && seeds <= MOST_SEEDS;
    }
  }

  /**
   * Films that differ in seeds and patterns alone.
   *
   * @param kind their swept values; empty without any
   * @param films how many
   * @param isRow whether they hold pictures in rows
   * @param bakes the control at 0 K first
   * @param crossed bakes that ended in another rest state, by temperature
   */
  public record Kind(
      String kind,
      int films,
      @JsonIgnore boolean isRow,
      Rest rest,
      List<Bake> bakes,
      List<Crossed> crossed) {}

  /**
   * The rest limit: the films without noise, for ever.
   *
   * @param weights left, mean over the films
   * @param low of its 95 % interval over films; null with one
   * @param margin the smallest of all films; null where there is none
   * @param recalled films that recall all they were trained
   */
  public record Rest(double weights, Double low, Double high, Double margin, int recalled) {}

  /**
   * Bakes at one temperature.
   *
   * @param temperature [K]; 0 for the control
   * @param times after training [s]
   * @param weights left at each time, mean over films and seeds
   * @param low of the 95 % interval of each mean, over films, with one film over seeds; null where
   *     there is one bake
   * @param margin the smallest at the last time; null where there is none
   * @param recalled bakes that recall all at the last time
   * @param of how many bakes
   * @param slope of the weights left by decade of time; of a bake above that of its control
   * @param slopeLow of its 95 % interval; null with one bake
   * @param sameThickness at which 300 K has the same bits as this bake [m]; null where not only T
   *     over thickness counts
   */
  public record Bake(
      double temperature,
      double[] times,
      double[] weights,
      double[] low,
      double[] high,
      Double margin,
      int recalled,
      int of,
      double slope,
      Double slopeLow,
      Double slopeHigh,
      Double sameThickness) {}

  /**
   * Bakes that ended in another rest state than their control.
   *
   * @param temperature [K]
   * @param events bakes that did
   * @param of how many bakes
   * @param time of all together [s]
   * @param atLeast mean time to the first event, with 95 % confidence at least [s]
   */
  public record Crossed(double temperature, int events, int of, double time, double atLeast) {

    /**
     * By the exact interval of a binomial share (Clopper and Pearson, Biometrika 26, 404 (1934),
     * doi:10.1093/biomet/26.4.404) for events at a constant rate. Without an event that is the rule
     * of three.
     *
     * @param each time of a bake [s]
     */
    static Crossed of(double temperature, int events, int of, double each) {
      double most =
          events == of
              ? 1
              : new BetaDistribution(events + 1.0, of - events)
                  .inverseCumulativeProbability(CONFIDENCE);
      return new Crossed(temperature, events, of, of * each, -each / Math.log1p(-most));
    }
  }

  /**
   * A rest state other than that of the control, in which bakes of a film ended.
   *
   * @param film its number from 1
   * @param temperatures of the bakes that ended in it [K]
   * @param angle between the two rest states, root mean square [degrees]
   * @param weightsChange by how much its weights left differ from those of the control at rest
   * @param isFound whether the barrier is proven
   * @param why it is not; null if it is
   * @param barrierKt from the rest state of the control, in kT at 300 K; null if the states are no
   *     neighbours
   * @param backKt the way back
   * @param lifetime of the rest state of the control against this event at 300 K; null without a
   *     barrier, and for films that have none that can be computed
   */
  public record Event(
      int film,
      List<Double> temperatures,
      double angle,
      double weightsChange,
      @JsonProperty("found") boolean isFound,
      @JsonInclude(Include.NON_NULL) String why,
      @JsonProperty("barrier_kT") Double barrierKt,
      @JsonProperty("back_kT") Double backKt,
      Lifetime lifetime) {}

  /**
   * A film.
   *
   * @param run name of its folder
   * @param kind swept values of its run
   * @param isRow whether it holds a picture in a row
   * @param thickness where only temperature over thickness counts [m]; else NaN
   * @param rest what it keeps at rest, without noise
   */
  public record Film(String run, String kind, boolean isRow, double thickness, Kept rest) {}

  /**
   * A reading of a bake.
   *
   * @param film its number from 0
   * @param temperature [K]; 0 for the control
   * @param time after training [s]
   * @param angle between the rest states of this bake and of the control, root mean square
   *     [degrees]; NaN before the end
   */
  public record Reading(
      int film, double temperature, int seed, double time, Kept kept, double angle) {

    boolean isLast() {
      return !Double.isNaN(angle);
    }
  }
}
