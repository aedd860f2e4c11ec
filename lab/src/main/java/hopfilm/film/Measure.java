package hopfilm.film;

import hopfilm.experiment.Step;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Weights;
import hopfilm.transport.ConductanceMatrix;
import hopfilm.transport.GivenValues;
import java.util.List;

/**
 * What a measure step read.
 *
 * @param label its name
 * @param time simulated time [s]
 * @param condition whether the film was read at rest, as references are
 * @param values given at the electrodes in the train step during or before it, null before the
 *     first
 * @param m the texture
 * @param reading its conductances; cold where it was read so
 * @param raw the conductances at the temperature of the film; null where the reading has them
 * @param network what they mean for the network
 */
public record Measure(
    String label,
    double time,
    Condition condition,
    GivenValues values,
    VectorField m,
    FilmMeter.Reading reading,
    FilmMeter.Reading raw,
    Network network) {

  /** How a film was read. */
  public enum Condition {
    AT_REST("at rest"),
    UNDER_CURRENT("under current"),
    /** A current or a field has just gone, and the film did not rest since. */
    NOT_AT_REST("not at rest");

    private final String words;

    Condition(String words) {
      this.words = words;
    }

    /**
     * That of a reading.
     *
     * @param before the last step that took time; null before the first
     * @param isCold whether a copy is read that comes to rest first
     */
    public static Condition of(boolean isUnderCurrent, Step.Timed before, boolean isCold) {
      if (isUnderCurrent) {
        return UNDER_CURRENT;
      }
      return before == null || before.endsAtRest(isCold) ? AT_REST : NOT_AT_REST;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * What conductances mean for the network.
   *
   * @param weights G' or R' against the reference, null before the first train step
   * @param landscape E' of the patterns, null before a pattern was trained
   * @param trained patterns trained so far
   */
  public record Network(Weights weights, EnergyLandscape landscape, List<Pattern> trained) {

    public Network {
      trained = List.copyOf(trained);
    }
  }

  /** Whether the film was read at rest, as references are. */
  public boolean isAtRest() {
    return condition == Condition.AT_REST;
  }

  public ConductanceMatrix g() {
    return reading.g();
  }

  /** Conductance between the whole left and right edge / (thickness s_perp). */
  public double gx() {
    return reading.gx();
  }

  /** Conductance between the whole bottom and top edge / (thickness s_perp). */
  public double gy() {
    return reading.gy();
  }

  /** G' or R' against the reference, null before the first train step. */
  public Weights weights() {
    return network.weights();
  }

  /** E' of the patterns, null before a pattern was trained. */
  public EnergyLandscape landscape() {
    return network.landscape();
  }

  /** Patterns trained so far. */
  public List<Pattern> trained() {
    return network.trained();
  }
}
