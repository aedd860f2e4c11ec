package hopfilm.validation;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.MU0;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.ResistanceMatrix;
import java.util.List;

/** What an ohmmeter reads of a bar and of a ring, with m along, across and around. */
final class RingResistance extends Problem {

  private static final String BAR =
      "R = rho L/(w t), rho_par = 7 rho_perp (T. R. McGuire, R. I. Potter, IEEE Trans. Magn. 11,"
          + " 1018 (1975), doi:10.1109/TMAG.1975.1058782)";
  private static final String RING =
      "the potential grows with the angle: two halves of pi rho/(t ln(r2/r1)) side by side";

  private static final String TURNED =
      "m = (sqrt(1 - p^2) (cos, sin)(k x + phi), p) in the Landau-Lifshitz-Gilbert equation with"
          + " Zhang-Li torque: p gamma0 (Hk - 2 A k^2/(mu0 Ms)) = (1 - xi/alpha) u k";
  private static final String CHARGE =
      "the same equation, exact for any current: alpha phi = artanh p + xi k (integral of u dt);"
          + " the resistance is the sum of rho_perp + (rho_par - rho_perp) cos^2 (k x + phi)";

  /** Wide: inner over outer radius. */
  private static final double WIDE = 0.5;

  /** Narrow, so that the current follows the ring. */
  private static final double NARROW = 0.9;

  RingResistance() {
    super(
        "resistance",
        "Resistance of a bar and of a ring",
        "Bars with m along and across and the ring of arXiv:2109.05101 have known"
            + " two-terminal resistances. In the ring m has four directions or turns under a"
            + " current.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    Grid bar = Currents.film(30, 10);
    for (boolean isAlong : new boolean[] {true, false}) {
      VectorField m = VectorField.uniform(bar, isAlong ? 1 : 0, isAlong ? 0 : 1, 0);
      f.check(
              "R t/rho_perp of a bar of 3 squares, m " + (isAlong ? "along" : "across"),
              between(Currents.matrix(m, ElectrodeLayouts.sidesX(bar))))
          .is(isAlong ? 3 / Currents.S_PAR : 3, BAR)
          .within(1e-9, "uniform fields are exact; solver to 1e-11");
    }
    int cells = effort.choose(60, 200);
    double exact = Math.PI / (2 * Math.log(1 / WIDE));
    String rim = "the rim follows cells: about half a cell of the width of %d".formatted(cells / 2);
    f.check("ring of r1 = r2/2, m upright", ring(cells, WIDE, (x, y) -> new double[] {0, 0, 1}))
        .is(exact, RING + " of rho_perp")
        .withinShare(1.0 / cells, rim);
    f.check("the same, m outward", ring(cells, WIDE, (x, y) -> new double[] {x, y, 0}))
        .is(exact, RING + " of rho_perp")
        .withinShare(1.0 / cells, rim);
    f.check("the same, m around", ring(cells, WIDE, (x, y) -> new double[] {-y, x, 0}))
        .is(exact / Currents.S_PAR, RING + " of rho_par")
        .withinShare(1.0 / cells, rim);
    memristance(effort, f);
    double narrow = Math.PI / (2 * Math.log(1 / NARROW));
    double mean = (1 + 1 / Currents.S_PAR) / 2;
    for (double angle : new double[] {0, 30, 90}) {
      double c = Math.cos(Math.toRadians(angle));
      double s = Math.sin(Math.toRadians(angle));
      f.check(
              "ring of r1 = 0.9 r2, m uniform at %.0f degrees to the line of contacts"
                  .formatted(angle),
              ring(cells, NARROW, (x, y) -> new double[] {c, s, 0}))
          .is(
              mean * narrow,
              "the current follows a narrow ring: rho_perp + (rho_par - rho_perp) <cos^2>, and the"
                  + " mean of cos^2 over half a turn is 1/2 in any direction")
          .withinShare(
              0.5 / ((1 - NARROW) * cells) + Math.pow(2 * (1 - NARROW) / (1 + NARROW), 2),
              "half a cell of the width, and the square of width over mean radius");
    }
  }

  /**
   * A current turns the m of a ring, and the resistance follows the charge. Unrolled, the ring is a
   * periodic chain with m = (sqrt(1 - p^2) (cos, sin)(k x + phi), p).
   */
  private static void memristance(Effort effort, Findings f) {
    int n = effort.choose(64, 128);
    double dx = 128e-9 / n;
    double alpha = 0.3;
    double xi = 0.1;
    double u = 100;
    double ku = -5e5;
    Material plane =
        Material.of(ReferenceFilms.MS, ReferenceFilms.A)
            .withKu(ku)
            .withAlpha(alpha)
            .withP(1)
            .withXi(xi);
    Magnet magnet = ReferenceFilms.chain(n, dx, Edges.PERIODIC, plane, Discretisation.STANDARD);
    double turn = 2 * Math.PI / n;
    VectorField start = Currents.inPlane(magnet.grid(), (x, y) -> turn * x);
    TimeEvolution evolution = ReferenceFilms.driven(magnet, start, u);
    double slope = Math.sin(turn) / dx;
    double stiffness =
        -2
            / (MU0 * ReferenceFilms.MS)
            * (ku + 2 * ReferenceFilms.A * (1 - Math.cos(turn)) / (dx * dx));
    double p = u * slope * (1 - xi / alpha) / (GAMMA0 * stiffness);
    evolution.runUntil(0.2e-9);
    f.check("m_z of a ring under 100 m/s", evolution.m().mean(2))
        .is(p, TURNED)
        .withinShare(1e-3, "rest of the approach, exp(-alpha gamma0 Hk t)");
    double[] times = effort.choose(new double[] {0.5}, new double[] {0.2, 0.5, 1, 2});
    for (double ns : times) {
      evolution.runUntil(ns * 1e-9);
      VectorField m = evolution.m();
      double phi = turn / 2 + (p + xi * slope * u * ns * 1e-9) / alpha;
      f.check("m_x of a cell of a ring after %s ns of 100 m/s".formatted(ns), m.x()[0])
          .is(Math.sqrt(1 - p * p) * Math.cos(phi), CHARGE)
          .within(1e-4, "artanh p = p + p^3/3, and the time step");
      Grid quarter = Currents.film(n / 4, 1);
      VectorField part = new VectorField(quarter);
      double exact = 0;
      for (int i = 0; i < n / 4; i++) {
        part.x()[i] = m.x()[i];
        part.y()[i] = m.y()[i];
        part.z()[i] = m.z()[i];
        double along = Math.cos(turn * i + phi);
        exact += 1 + (1 / Currents.S_PAR - 1) * (1 - p * p) * along * along;
      }
      f.check("R t/rho_perp of a quarter of it", 1 / Currents.alongX(part))
          .is(exact, CHARGE)
          .within(
              2 * 2.71,
              "contacts short the field across in the two outer cells: rho of a cell less 1/s is at"
                  + " most 2.71 there");
    }
  }

  /** m at a place relative to the centre, of any length but 0. */
  @FunctionalInterface
  private interface Texture {
    double[] at(double x, double y);
  }

  /**
   * R t/rho_perp between cuts of a ring along the radii to the left and to the right.
   *
   * @param cells of the outer radius
   * @param inner radius over the outer one
   */
  private static double ring(int cells, double inner, Texture texture) {
    Grid g = Currents.film(2 * cells, 2 * cells);
    double outer = g.sizeX() / 2;
    CellMask mask =
        CellMask.full(g)
            .within(new Disc(outer, outer, outer))
            .without(new Disc(outer, outer, inner * outer));
    VectorField m =
        ReferenceFilms.filled(g, (i, j) -> texture.at(i + 0.5 - cells, j + 0.5 - cells));
    m.normalise();
    mask.clear(m);
    double h = outer / cells / 4;
    return between(
        Currents.matrix(
            m,
            mask,
            List.of(
                new Electrode("left", new Rectangle(0, outer - h, outer / 2 + h, outer + h)),
                new Electrode(
                    "right", new Rectangle(1.5 * outer - h, outer - h, 2 * outer, outer + h)))));
  }

  private static double between(double[][] siemens) {
    return ResistanceMatrix.of(siemens).between(0, 1);
  }
}
