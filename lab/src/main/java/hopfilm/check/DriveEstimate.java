package hopfilm.check;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.MU0;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.ListedElectrodes;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.Step;
import hopfilm.units.Quantity;
import java.util.Arrays;
import java.util.Optional;

/**
 * How hard voltages or currents drive a texture: the drift velocity u = muB P j/(e Ms), where j is
 * the root mean square of the current density that {@link DriveHeat} says, contact resistances
 * included.
 *
 * <p>What u does was measured on films of the default material, as the mean |u| over the cells of
 * their relaxed mazes. The rms over the same films magnetised along z, which is known without a
 * maze, is {@link #FILLED} times that. With lengths in 2A/|D| and times in 2A Ms/(gamma D^2) the
 * equation of motion holds u as u/(gamma |D|/Ms) alone, beside Ku A/D^2, alpha and xi. So the
 * limits are scaled with gamma |D|/Ms: exact for films that are alike in the rest, a guess for
 * others. Where D is less than Dc of {@link LengthScales}, walls set the scale, and Dc takes its
 * place.
 *
 * @param driftVelocity u [m/s]
 * @param scale gamma |D|/Ms of the material [m/s]
 */
public record DriveEstimate(double driftVelocity, double scale) {

  /** That of the films on which the limits were measured, gamma0 D_H/2 with D_H = 6.5 mA [m/s]. */
  private static final double MEASURED = GAMMA0 * 6.5e-3 / 2;

  /**
   * rms of u over the film magnetised along z / the u of the limits, which was taken as V/(d
   * rho_perp) between neighbouring contacts: 1.62, 1.32, 1.24 for the three patterns of
   * examples/four-node.yaml, 1.41, 1.19, 1.10 for those of examples/paper-four-node.yaml, the films
   * of the limits; their mean.
   */
  private static final double FILLED = 1.3;

  /** Drift velocities of mazes that learn best in the default material [m/s]. */
  private static final double BEST_FROM = 80;

  private static final double BEST_TO = 150;

  /** One of them [m/s]. */
  private static final double GOOD = 100;

  /** What to expect, with the limit of the mean |u| in mazes of the default material [m/s]. */
  public enum Regime {
    STALLS(60, "textures stall, few films learn"),
    SLOW(110, "learns slowly and surely"),
    FAST(220, "learns fast, best contrast"),
    RESTLESS(450, "never comes to rest"),
    TURBULENT(750, "turbulent, contrast is lost"),
    NUCLEATES(Double.POSITIVE_INFINITY, "nucleates skyrmions");

    private final double below;
    private final String meaning;

    Regime(double below, String meaning) {
      this.below = below;
      this.meaning = meaning;
    }

    /** That of a mean |u| over the cells of a maze of the default material [m/s]. */
    public static Regime ofMaze(double meanDrift) {
      return Arrays.stream(values()).filter(r -> meanDrift < r.below).findFirst().orElse(NUCLEATES);
    }

    /** Whether a film learns in it. */
    public boolean isUseful() {
      return this == SLOW || this == FAST;
    }

    /** In words. */
    public String meaning() {
      return meaning;
    }
  }

  /** Of a drive, whose current is solved for; empty where it cannot be. */
  public static Optional<DriveEstimate> of(Experiment experiment, Step.Drive drive) {
    return new DriveCurrents().of(experiment, drive).map(heat -> of(experiment, heat));
  }

  /** Of the current of a drive. */
  static DriveEstimate of(Experiment experiment, DriveHeat heat) {
    MaterialSpec m = experiment.material();
    double threshold = LengthScales.threshold(m, experiment.film());
    double scale = GAMMA0 / MU0 * Math.max(Math.abs(m.D()), threshold) / m.Ms();
    return new DriveEstimate(heat.drift(), scale);
  }

  /**
   * Whether anything is known of what films learn between such contacts: below contacts on top of a
   * film next to no current flows, which the mean counts and the limits do not know.
   */
  static boolean hasVerdict(Experiment e) {
    return !(e.electrodes() instanceof ListedElectrodes list)
        || list.entries().stream().allMatch(entry -> entry.face().isEmpty());
  }

  /** What to expect. */
  public Regime regime() {
    return Arrays.stream(Regime.values())
        .filter(r -> driftVelocity < scaled(r.below))
        .findFirst()
        .orElse(Regime.NUCLEATES);
  }

  /** What to expect of a drive under which films learn. */
  String meaning() {
    return isTooFast()
        ? "learns fast, and some films are torn: %s learn best".formatted(best())
        : regime().meaning();
  }

  /** Whether it is faster than those that learn best. */
  boolean isTooFast() {
    return !(driftVelocity <= scaled(BEST_TO));
  }

  /** The drift velocities that learn best, in words. */
  String best() {
    return "%s to %s m/s"
        .formatted(Quantity.digits(scaled(BEST_FROM), 2), Quantity.digits(scaled(BEST_TO), 2));
  }

  /** The amplitude that gives one of them where this one gives the estimate. */
  double best(double amplitude) {
    return amplitude * scaled(GOOD) / driftVelocity;
  }

  /** A drift velocity of mazes of the default material as that of this estimate [m/s]. */
  double scaled(double velocity) {
    return FILLED * (scale > 0 ? velocity * scale / MEASURED : velocity);
  }

  /**
   * By what factor voltages and currents may be multiplied until stripes no longer stall: up to
   * there the texture stays and the film is a linear circuit; infinite without a drift.
   */
  public double untilStripesMove() {
    return driftVelocity > 0
        ? scaled(Regime.STALLS.below) / driftVelocity
        : Double.POSITIVE_INFINITY;
  }

  /** On which films the verdict rests. */
  public String source() {
    boolean isAlike = scale <= 0 || Math.abs(scale / MEASURED - 1) < 0.01;
    return "measured on films of the default material with four contacts"
        + (isAlike ? "" : ", scaled with D/Ms");
  }
}
