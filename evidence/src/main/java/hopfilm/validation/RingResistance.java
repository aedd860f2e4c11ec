package hopfilm.validation;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
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

  /** Wide: inner over outer radius. */
  private static final double WIDE = 0.5;

  /** Narrow, so that the current follows the ring. */
  private static final double NARROW = 0.9;

  RingResistance() {
    super(
        "resistance",
        "Resistance of a bar and of a ring",
        "Two-terminal resistances of a bar with m along and across, and of the ring of"
            + " arXiv:2109.05101 with four directions of m.");
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
    VectorField m = new VectorField(g);
    for (int j = 0; j < g.ny(); j++) {
      for (int i = 0; i < g.nx(); i++) {
        double[] v = texture.at(i + 0.5 - cells, j + 0.5 - cells);
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        int c = g.index(i, j, 0);
        m.x()[c] = v[0] / length;
        m.y()[c] = v[1] / length;
        m.z()[c] = v[2] / length;
      }
    }
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
