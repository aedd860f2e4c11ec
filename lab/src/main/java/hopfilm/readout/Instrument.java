package hopfilm.readout;

import static hopfilm.units.Constants.KB;

/**
 * An ohmmeter that sends a current through two contacts, and how steady the place is where it
 * stands. A mean over a time t has the noise bandwidth B = 1/(2 t); so noise falls as 1/sqrt(t).
 *
 * @param current I through the film [A]
 * @param noise of the amplifier, referred to its input [V/sqrt(Hz)]
 * @param time t over which one reading is averaged [s]
 * @param tcr relative change of the film's resistance by temperature [1/K]
 * @param drift standard deviation of the film's temperature between two readings [K]
 */
public record Instrument(double current, double noise, double time, double tcr, double drift) {

  /**
   * @throws IllegalArgumentException if current or time are not above 0, or noise or drift below
   */
  public Instrument {
    if (!(current > 0) || !(time > 0) || !(noise >= 0) || !(drift >= 0) || !Double.isFinite(tcr)) {
      throw new IllegalArgumentException(
          "current %g A, noise %g V/sqrt(Hz), time %g s, tcr %g 1/K, drift %g K"
              .formatted(current, noise, time, tcr, drift));
    }
  }

  /** On a careful bench: 4 nV/sqrt(Hz), 1 s, 0.3 % a kelvin, 0.05 K. */
  public static Instrument usual(double current) {
    return new Instrument(current, 4e-9, 1, 0.003, 0.05);
  }

  /** The same, averaged over another time [s]. */
  public Instrument averaging(double other) {
    return new Instrument(current, noise, other, tcr, drift);
  }

  /** B = 1/(2 t) [Hz]. */
  double bandwidth() {
    return 0.5 / time;
  }

  /**
   * Johnson noise of a resistance, sqrt(4 k T R B) (H. Nyquist, Phys. Rev. 32, 110 (1928),
   * doi:10.1103/PhysRev.32.110) [V].
   *
   * @param temperature T [K]
   * @param ohm R [Ohm]
   */
  public double johnson(double temperature, double ohm) {
    return Math.sqrt(4 * KB * temperature * ohm * bandwidth());
  }

  /** Noise of the amplifier, its density times sqrt B [V]. */
  public double amplifier() {
    return noise * Math.sqrt(bandwidth());
  }

  /** Relative standard deviation of the resistance as the temperature drifts. */
  double relativeDrift() {
    return Math.abs(tcr) * drift;
  }
}
