package hopfilm.readout;

/**
 * A resistance that was read before and after training, and what hides the change; all voltages are
 * at the read current and root mean squares of one reading.
 *
 * @param before resistance of the untrained film, no current at other contacts [Ohm]
 * @param after that of the trained one [Ohm]
 * @param film the part of {@code before} that is not contact resistance [Ohm]
 * @param current I [A]
 * @param time t of one reading [s]
 * @param noise what would hide the change
 */
public record Reading(
    double before, double after, double film, double current, double time, Noise noise) {

  /** Signal to noise at which a change counts as seen, for {@link #seenAfter}. */
  public static final double SEEN = 5;

  /**
   * Root mean squares [V].
   *
   * @param johnson of the resistance, sqrt(4 k T R B)
   * @param amplifier its density times sqrt B
   * @param magnetic of the film, as far as it is known
   * @param contact as contact resistances scatter; averaging does not lessen it
   * @param drift I R tcr dT; averaging does not lessen it
   */
  public record Noise(
      double johnson, double amplifier, double magnetic, double contact, double drift) {

    /** What averaging lessens, as 1/sqrt t. */
    public double averaged() {
      return Math.sqrt(johnson * johnson + amplifier * amplifier + magnetic * magnetic);
    }

    /** What it does not. */
    double lasting() {
      return Math.hypot(contact, drift);
    }

    /** All of it. */
    public double total() {
      return with(drift);
    }

    /** All of it with another drift [V]. */
    double with(double other) {
      return Math.hypot(averaged(), Math.hypot(contact, other));
    }
  }

  /** Change by training [Ohm]. */
  public double change() {
    return after - before;
  }

  /** Change of the voltage at the read current [V]. */
  public double voltage() {
    return current * change();
  }

  /** |dV| over all noise; infinite without any. */
  public double signalToNoise() {
    return change() == 0 ? 0 : Math.abs(voltage()) / noise.total();
  }

  /**
   * How long to average until the change is {@link #SEEN} times the noise [s]; infinite where
   * scatter and drift alone hide it.
   */
  public double seenAfter() {
    double allowed = Math.pow(voltage() / SEEN, 2) - Math.pow(noise.lasting(), 2);
    return allowed > 0 ? time * Math.pow(noise.averaged(), 2) / allowed : Double.POSITIVE_INFINITY;
  }
}
