package hopfilm.dynamics;

/** When the potential is solved anew while the texture moves. */
public sealed interface Coupling {

  /**
   * Whenever the electric field, extrapolated linearly in time, is off by more than a tolerance.
   */
  static Coupling adaptive() {
    return new Adaptive(5e-3);
  }

  /** At every Runge-Kutta stage: for reference runs. */
  static Coupling everyStep() {
    return new EveryStep();
  }

  /** Every n steps, extrapolated linearly in between. */
  static Coupling every(int n) {
    return new Every(n);
  }

  /**
   * @param tolerance rms error of the extrapolated electric field over its rms
   */
  record Adaptive(double tolerance) implements Coupling {}

  /** The potential is solved at every stage, to 1e-10. */
  record EveryStep() implements Coupling {}

  /**
   * @param steps time steps from one solution to the next
   */
  record Every(int steps) implements Coupling {
    /**
     * @throws IllegalArgumentException if steps is below 1
     */
    public Every {
      if (steps < 1) {
        throw new IllegalArgumentException("the potential is solved every 1 or more steps");
      }
    }
  }
}
