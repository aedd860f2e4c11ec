package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.MaterialSpec;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.units.Quantity;

/**
 * The spin-orbit torque of a film beside its spin-transfer torque. Both are proportional to the
 * current density, so their ratio is one number of the film:
 *
 * <pre>
 *   gamma0 H/(u |dm/dx|) = sqrt(xi_DL^2 + xi_FL^2) l/(|P| t)
 * </pre>
 *
 * with gamma0 hbar/(2 mu0 muB) = 1, t the thickness [m], and l the length in which m turns by a
 * radian where it turns most [m]: the wall parameter, or 2A/|D| if that is less; in a film without
 * both the exchange length. The limits are those of docs/explanation/physics.md, "Spin-orbit
 * torque".
 *
 * @param ratio 0 without spin-orbit torque, infinite without spin-transfer torque
 */
record SpinOrbitShare(double ratio) {

  /** Up to which films learned as they do under spin-transfer torque alone. */
  private static final double LEARNS_ALIKE = 0.35;

  /** Up to which the feedback of interfacial interaction stayed negative. */
  private static final double TURNS_ALIKE = 0.05;

  static SpinOrbitShare of(Experiment e) {
    MaterialSpec m = e.material();
    SpinOrbitTorque torque = m.spinOrbit().torque();
    if (torque.isNone()) {
      return new SpinOrbitShare(0);
    }
    LengthScales l = LengthScales.of(e);
    double turn = Math.min(l.wall(), l.pitch() / (2 * Math.PI));
    double length = Double.isInfinite(turn) ? l.exchange() : turn;
    double efficiency = Math.hypot(torque.dampingLike(), torque.fieldLike());
    return new SpinOrbitShare(efficiency * length / (Math.abs(m.P()) * e.film().thickness()));
  }

  /** Whether what is known of films without it holds. */
  boolean learnsAlike() {
    return ratio <= LEARNS_ALIKE;
  }

  /** Whether the current turns stripes as it does without it. */
  boolean turnsAlike() {
    return ratio <= TURNS_ALIKE;
  }

  /** What is to be added to a statement on learning; empty where it holds. */
  String reservation() {
    return learnsAlike()
        ? ""
        : "; but %s, and this was measured up to %s times (docs/explanation/physics.md, Spin-orbit torque)"
            .formatted(words(), LEARNS_ALIKE);
  }

  /** Such as {@code the spin-orbit torque is 1.1 times the spin-transfer torque}. */
  String words() {
    return Double.isInfinite(ratio)
        ? "there is no spin-transfer torque (material.P = 0)"
        : "the spin-orbit torque is %s times the spin-transfer torque"
            .formatted(Quantity.digits(ratio, 2));
  }
}
