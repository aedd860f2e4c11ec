package hopfilm.study;

import static hopfilm.units.Constants.E;
import static hopfilm.units.Constants.MUB;

import hopfilm.grid.Disc;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.Shape;
import hopfilm.transport.Electrode;
import java.util.Arrays;
import java.util.List;

/**
 * How hard voltages drive a texture: the mean drift velocity u = muB P j/(e Ms) with j = |V_a -
 * V_b|/(d rho_perp), for the pair of electrodes with the largest |V_a - V_b|/d, d being the
 * distance of their centres. All that a texture does depends on u alone.
 *
 * @param driftVelocity u [m/s]
 */
public record DriveEstimate(double driftVelocity) {

  /** What to expect of a drift velocity. */
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

  /** Of the voltages of a train step. */
  public static DriveEstimate of(Experiment experiment, Step.Drive drive) {
    List<Electrode> electrodes = experiment.electrodes().on(experiment.film().grid());
    double[] v = drive.volts();
    double steepest = 0;
    for (int a = 0; a < v.length; a++) {
      double[] from = centre(electrodes.get(a).shape());
      for (int b = a + 1; b < v.length; b++) {
        double[] to = centre(electrodes.get(b).shape());
        double d = Math.hypot(to[0] - from[0], to[1] - from[1]);
        steepest = Math.max(steepest, Math.abs(v[a] - v[b]) / d);
      }
    }
    MaterialSpec m = experiment.material();
    return new DriveEstimate(MUB * Math.abs(m.P()) / (E * m.Ms()) * steepest / m.rhoPerp());
  }

  /** What to expect. */
  public Regime regime() {
    return Arrays.stream(Regime.values())
        .filter(r -> driftVelocity < r.below)
        .findFirst()
        .orElse(Regime.NUCLEATES);
  }

  private static double[] centre(Shape shape) {
    if (shape instanceof Disc d) {
      return new double[] {d.cx(), d.cy()};
    } else if (shape instanceof Rectangle r) {
      return new double[] {(r.x0() + r.x1()) / 2, (r.y0() + r.y1()) / 2};
    }
    Polygon p = (Polygon) shape;
    return new double[] {
      Arrays.stream(p.x()).average().orElseThrow(), Arrays.stream(p.y()).average().orElseThrow()
    };
  }
}
