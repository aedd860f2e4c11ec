package hopfilm.film;

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
 * @param underCurrent whether the film was read under the training current
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
    boolean underCurrent,
    GivenValues values,
    VectorField m,
    FilmMeter.Reading reading,
    FilmMeter.Reading raw,
    Network network) {

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

  /** In words: under current, or at rest. */
  public String condition() {
    return underCurrent ? "under current" : "at rest";
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
