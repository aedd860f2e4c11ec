package hopfilm.heat;

/** The ground under a film. */
public sealed interface Substrate {

  /** A surface that stays at ambient temperature. */
  record Ideal() implements Substrate {}

  /**
   * A half-space at ambient temperature at the start, insulated beside the film.
   *
   * @param capacity heat capacity [J/(m^3 K)]
   * @param conductivity thermal conductivity [W/(m K)]
   */
  record HalfSpace(double capacity, double conductivity) implements Substrate {
    /**
     * @throws IllegalArgumentException if one of them is not above 0 and finite
     */
    public HalfSpace {
      Positive.require("heat capacity of the substrate", capacity);
      Positive.require("thermal conductivity of the substrate", conductivity);
    }

    /** How fast heat spreads in it [m^2/s]. */
    public double diffusivity() {
      return conductivity / capacity;
    }
  }
}
