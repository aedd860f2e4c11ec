package hopfilm.validation;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** Stripes of alternating m, along and across the current. */
final class Laminates extends Problem {

  private static final String MILTON =
      "laminate formulas (G. W. Milton, The Theory of Composites, Cambridge 2002, ch. 9,"
          + " doi:10.1017/CBO9780511613357): ";
  private static final String EXACT = "the elements hold these fields exactly; solver to 1e-11";
  private static final int LAYER = 8;

  Laminates() {
    super(
        "laminates",
        "Stripes along and across the current",
        "Laminates with two directions of m, Bloch helices and Néel helices have"
            + " conductances in closed form.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    int n = effort.choose(64, 160);
    Grid open = Currents.film(n, n);
    double c = Math.sqrt(0.5);
    f.check(
            "m = x | z, across the stripes",
            Currents.alongX(stripes(open, new double[] {1, 0, 0}, new double[] {0, 0, 1})))
        .is(2 / (1 / Currents.S_PAR + 1), MILTON + "g = 1/<1/S_xx> = 2/(7 + 1)")
        .within(1e-9, EXACT);
    f.check(
            "m = y | z, along the stripes",
            Currents.alongY(stripes(open, new double[] {0, 1, 0}, new double[] {0, 0, 1})))
        .is((Currents.S_PAR + 1) / 2, MILTON + "g = <S_yy> = (1/7 + 1)/2")
        .within(1e-9, EXACT);
    Grid ring = Currents.film(n, n, Edges.OPEN, Edges.PERIODIC);
    f.check(
            "m at +45 | -45 degrees, across the stripes",
            Currents.alongX(stripes(ring, new double[] {c, c, 0}, new double[] {c, -c, 0})))
        .is(4.0 / 7, MILTON + "g = 1/<1/S_xx> = 4/7, no voltage across")
        .within(1e-9, EXACT);
    f.check("m at +45 | -45 degrees, along the stripes", zigzagAlong(c))
        .is(0.25, MILTON + "g = <S_yy - S_xy^2/S_xx> = 4/7 - 9/28")
        .within(1e-7, "the contacts' influence, exp(-pi 20) of the layer width away");
    helices(f, n);
  }

  /** From the resistances of two lengths: what the contacts add drops out. */
  private static double zigzagAlong(double c) {
    double[] r = new double[2];
    int[] lengths = {160, 240};
    for (int k = 0; k < 2; k++) {
      Grid grid = Currents.film(2 * LAYER, lengths[k], Edges.PERIODIC, Edges.OPEN);
      r[k] = 1 / Currents.alongY(stripes(grid, new double[] {c, c, 0}, new double[] {c, -c, 0}));
    }
    return (lengths[1] - lengths[0]) / (2.0 * LAYER) / (r[1] - r[0]);
  }

  private static void helices(Findings f, int n) {
    Grid open = Currents.film(n, n);
    VectorField bloch = helix(open, n, false);
    VectorField neel = helix(open, n, true);
    String means = "averages of S = 1 - 6/7 sin^2 over a turn: ";
    f.check("Bloch helix, across", Currents.alongX(bloch))
        .is(1, means + "S_xx = 1")
        .within(1e-9, EXACT);
    f.check("Bloch helix, along", Currents.alongY(bloch))
        .is(4.0 / 7, means + "<S_yy>")
        .within(1e-9, EXACT);
    f.check("Neel helix, across", Currents.alongX(neel))
        .is(Math.sqrt(Currents.S_PAR), means + "1/<1/S_xx> = 1/sqrt 7")
        .within(1e-9, "cells sample this mean to better than 1e-9; solver to 1e-11");
    f.check("Neel helix, along", Currents.alongY(neel))
        .is(1, means + "S_yy = 1")
        .within(1e-9, EXACT);
  }

  private static VectorField stripes(Grid grid, double[] first, double[] second) {
    return ReferenceFilms.filled(grid, (i, j) -> i / LAYER % 2 == 0 ? first : second);
  }

  /** One turn along x. */
  private static VectorField helix(Grid grid, int period, boolean neel) {
    return ReferenceFilms.filled(
        grid,
        (i, j) -> {
          double p = 2 * Math.PI * (i + 0.5) / period;
          return new double[] {neel ? Math.sin(p) : 0, neel ? 0 : Math.sin(p), Math.cos(p)};
        });
  }
}
