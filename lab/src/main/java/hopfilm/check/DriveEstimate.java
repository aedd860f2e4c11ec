package hopfilm.check;

import static hopfilm.units.Constants.E;
import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.MU0;
import static hopfilm.units.Constants.MUB;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.Step;
import hopfilm.grid.Disc;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.Shape;
import hopfilm.transport.Electrode;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.GivenValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How hard voltages or currents drive a texture: the mean drift velocity u = muB P j/(e Ms), j =
 * |V_a - V_b|/(d rho_perp) between two electrodes of given voltage, j = |I_a - I_b|/(2 d t) between
 * two of given current in a film of thickness t, for the pair with the largest j; d is the distance
 * of their centres; of electrodes with several patches, each with its sign, two patches count.
 *
 * <p>What u does was measured on films of the default material. With lengths in 2A/|D| and times in
 * 2A Ms/(gamma D^2) the equation of motion holds u as u/(gamma |D|/Ms) alone, beside Ku A/D^2,
 * alpha and xi. So the limits are scaled with gamma |D|/Ms: exact for films that are alike in the
 * rest, a guess for others. Where D is less than Dc = 4 sqrt(A Ku)/pi, walls set the scale, and Dc
 * takes its place.
 *
 * @param driftVelocity u [m/s]
 * @param scale gamma |D|/Ms of the material [m/s]
 */
public record DriveEstimate(double driftVelocity, double scale) {

  /** That of the films on which the limits were measured, gamma0 D_H/2 with D_H = 6.5 mA [m/s]. */
  private static final double MEASURED = GAMMA0 * 6.5e-3 / 2;

  /** What to expect of a drift velocity, with its limit in the default material [m/s]. */
  public enum Regime {
    STALLS(60, "textures stall, little is learned"),
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

    /** Whether a film learns in it. */
    public boolean isUseful() {
      return this == SLOW || this == FAST;
    }

    /** In words. */
    public String meaning() {
      return meaning;
    }
  }

  /** A drift velocity in the default material. */
  public static DriveEstimate inDefaultMaterial(double driftVelocity) {
    return new DriveEstimate(driftVelocity, MEASURED);
  }

  /** Of the voltages or currents of a train step. */
  public static DriveEstimate of(Experiment experiment, Step.Drive drive) {
    Grid film = experiment.film().grid();
    List<Electrode> electrodes = experiment.electrodes().on(film);
    GivenValues v = drive.values();
    MaterialSpec m = experiment.material();
    List<Given> patches = new ArrayList<>();
    for (int e = 0; e < v.size(); e++) {
      Electrode electrode = electrodes.get(e);
      for (Electrode.Patch p : electrode.patches()) {
        // a current is shared by the patches, here evenly
        double share = v.kind(e) == Drive.CURRENT ? 1.0 / electrode.patches().size() : 1;
        double value = (p.isInverted() ? -share : share) * v.at(e);
        patches.add(new Given(centre(p.shape(), electrode.face(), film), v.kind(e), value));
      }
    }
    double largest = 0;
    for (int a = 0; a < patches.size(); a++) {
      Given one = patches.get(a);
      for (int b = a + 1; b < patches.size(); b++) {
        Given other = patches.get(b);
        double difference = Math.abs(one.value - other.value);
        if (one.kind != other.kind || difference == 0) {
          continue;
        }
        double dx = other.at[0] - one.at[0];
        double dy = other.at[1] - one.at[1];
        double d = Math.hypot(Math.hypot(dx, dy), other.at[2] - one.at[2]);
        if (one.kind == Drive.VOLTAGE) {
          largest = Math.max(largest, difference / d / m.rhoPerp());
        } else if (one.kind == Drive.CURRENT) {
          largest = Math.max(largest, difference / (2 * d * experiment.film().thickness()));
        }
      }
    }
    double threshold = 4 * Math.sqrt(m.A() * Math.max(0, m.Ku())) / Math.PI;
    double scale = GAMMA0 / MU0 * Math.max(Math.abs(m.D()), threshold) / m.Ms();
    return new DriveEstimate(MUB * Math.abs(m.P()) / (E * m.Ms()) * largest, scale);
  }

  /** What to expect. */
  public Regime regime() {
    return Arrays.stream(Regime.values())
        .filter(r -> driftVelocity < scaled(r.below))
        .findFirst()
        .orElse(Regime.NUCLEATES);
  }

  /** A drift velocity of the default material, brought to this one [m/s]. */
  public double scaled(double velocity) {
    return scale > 0 ? velocity * scale / MEASURED : velocity;
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
    return "measured on the default film" + (isAlike ? "" : ", scaled with D/Ms");
  }

  /** What is given at a patch, and its centre. */
  private record Given(double[] at, Drive kind, double value) {}

  /** Centre of a patch in space, half way up if it goes through the film. */
  static double[] centre(Shape shape, Face face, Grid film) {
    double[] flat = centre(shape);
    if (face == null) {
      return new double[] {flat[0], flat[1], film.sizeZ() / 2};
    }
    double[] at = new double[3];
    at[face.axis()] = face.isHigh() ? film.size(face.axis()) : 0;
    at[face.first()] = flat[0];
    at[face.second()] = flat[1];
    return at;
  }

  private static double[] centre(Shape shape) {
    if (shape instanceof Disc d) {
      return new double[] {d.cx(), d.cy()};
    } else if (shape instanceof Polygon p) {
      return new double[] {
        Arrays.stream(p.x()).average().orElseThrow(), Arrays.stream(p.y()).average().orElseThrow()
      };
    }
    Rectangle r = shape.box();
    return new double[] {(r.x0() + r.x1()) / 2, (r.y0() + r.y1()) / 2};
  }
}
