package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Spiral;
import hopfilm.transport.AmrConductivity;

/**
 * Conductance of a maze over that of the film along z. Stripes conduct otherwise along and across,
 *
 * <pre>
 *   m along the walls   s_perp + s s_delta along, s_perp across     bulk interaction
 *   m across the walls  s_perp along, 1/&lt;1/sigma&gt; across            interfacial interaction
 * </pre>
 *
 * with s the mean of m_x^2 + m_y^2 over a {@link Spiral}, and a maze of them like the geometric
 * mean: J. B. Keller, J. Math. Phys. 5, 548 (1964), doi:10.1063/1.1704146. Training turns them
 * until the current crosses the walls. 1 for films that do not start from a maze.
 */
final class MazeConductance {

  private MazeConductance() {}

  /** Before training. */
  static double untrained(Experiment e) {
    double[] ends = ends(e);
    return Math.sqrt(ends[0] * ends[1]);
  }

  /** The mean of those before training and after it. */
  static double halfTrained(Experiment e) {
    return 0.5 * (untrained(e) + ends(e)[1]);
  }

  /** Along stripes and across them. */
  private static double[] ends(Experiment e) {
    MaterialSpec m = e.material();
    if (!(e.initial().texture() instanceof InitialSpec.Maze)
        || !(LengthScales.of(e).relativeD() > 1)) {
      return new double[] {1, 1};
    }
    double Ku = m.anisotropy(LengthScales.seen(m, e.film()));
    double s = Spiral.of(m.A(), Ku, m.Ku2(), m.D()).map(Spiral::inPlane).orElse(0.5);
    AmrConductivity sigma = m.conductivity();
    double toM = (sigma.sPerp() + sigma.sDelta()) / sigma.sPerp();
    return m.dmi() == DmiKind.BULK
        ? new double[] {1 + s * (toM - 1), 1}
        : new double[] {1, 1 / (1 + s * (1 / toM - 1))};
  }
}
