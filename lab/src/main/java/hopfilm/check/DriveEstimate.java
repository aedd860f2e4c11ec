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
import java.util.Arrays;
import java.util.List;

/**
 * How hard voltages or currents drive a texture: the mean drift velocity u = muB P j/(e Ms), j =
 * |V_a - V_b|/(d rho_perp) between two electrodes of given voltage, j = |I_a - I_b|/(2 d t) between
 * two of given current in a film of thickness t, for the pair with the largest j; d is the distance
 * of their centres.
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
    double largest = 0;
    for (int a = 0; a < v.size(); a++) {
      double[] from = centre(electrodes.get(a), film);
      for (int b = a + 1; b < v.size(); b++) {
        double[] to = centre(electrodes.get(b), film);
        double d = Math.hypot(Math.hypot(to[0] - from[0], to[1] - from[1]), to[2] - from[2]);
        Drive one = v.kind(a);
        Drive other = v.kind(b);
        if (one == Drive.VOLTAGE && other == Drive.VOLTAGE) {
          largest = Math.max(largest, Math.abs(v.at(a) - v.at(b)) / d / m.rhoPerp());
        } else if (one == Drive.CURRENT && other == Drive.CURRENT) {
          double j = Math.abs(v.at(a) - v.at(b)) / (2 * d * experiment.film().thickness());
          largest = Math.max(largest, j);
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

  /** On which films the verdict rests. */
  public String source() {
    boolean isAlike = scale <= 0 || Math.abs(scale / MEASURED - 1) < 0.01;
    return "measured on the default film" + (isAlike ? "" : ", scaled with D/Ms");
  }

  /** Centre of an electrode in space, half way up if it goes through the film. */
  private static double[] centre(Electrode electrode, Grid film) {
    double[] flat = centre(electrode.shape());
    Face face = electrode.face();
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
