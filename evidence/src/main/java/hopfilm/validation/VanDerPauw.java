package hopfilm.validation;

import hopfilm.chart.CurveChart;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import hopfilm.transport.Electrode;
import java.util.List;

/** Four contacts on the rim of a film: the identity of van der Pauw. */
final class VanDerPauw extends Problem {

  private static final String PAUW =
      "exp(-pi R_12,43/R_s) + exp(-pi R_23,14/R_s) = 1, R_s = sqrt(rho_par rho_perp)/t or rho/t: L."
          + " J. van der Pauw, Philips Res. Rep. 13, 1 (1958)";

  VanDerPauw() {
    super(
        "van-der-pauw",
        "Van der Pauw's identity",
        "Four contacts at the edge of a rectangle fulfil the identity for uniform m at an"
            + " angle and for any texture in the plane.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    int[] rows = effort.choose(new int[] {16, 32, 64}, new int[] {16, 32, 64, 128, 256});
    String[] names = {"isotropic", "m at 30 degrees", "texture in the plane"};
    double[][] errors = new double[3][rows.length];
    double[] h = new double[rows.length];
    for (int k = 0; k < rows.length; k++) {
      h[k] = rows[k];
      Grid grid = Currents.film(rows[k] * 3 / 2, rows[k]);
      VectorField[] m = {
        VectorField.uniform(grid, 0, 0, 1),
        Currents.inPlane(grid, (x, y) -> Math.PI / 6),
        Currents.inPlane(
            grid, (x, y) -> 0.7 + 1.5 * Math.sin(2.5 * x + y) + Math.cos(3 * y - 2 * x * y))
      };
      for (int c = 0; c < 3; c++) {
        double sheet = c == 0 ? 1 : 1 / Math.sqrt(Currents.S_PAR);
        errors[c][k] = sum(m[c], rows[k], sheet) - 1;
      }
    }
    int last = rows.length - 1;
    for (int c = 0; c < 3; c++) {
      f.check(
              "sum of exponentials, %s, %d rows".formatted(names[c], rows[last]),
              1 + errors[c][last])
          .is(1, PAUW)
          .within(
              1.5 * Math.abs(errors[c][0]) * Math.pow((double) rows[0] / rows[last], 1.8),
              "error of %d rows, falling as h^1.8 or faster".formatted(rows[0]));
    }
    CurveChart chart =
        f.chart(
                "Van der Pauw's identity",
                "distance from 1 of exp(\u2212\u03c0 R1/Rs) + exp(\u2212\u03c0 R2/Rs)",
                "cells along y",
                "distance from 1")
            .logarithmic();
    for (int c = 0; c < 3; c++) {
      chart.points(names[c], h, java.util.Arrays.stream(errors[c]).map(Math::abs).toArray());
    }
  }

  private static double sum(VectorField m, int rows, double sheet) {
    int n = rows / 8;
    // in cyclic order: bottom, right, top, left
    List<Electrode> contacts =
        List.of(
            Currents.point("c1", 3 * n, 0),
            Currents.point("c2", 12 * n, 3 * n),
            Currents.point("c3", 8 * n, 8 * n),
            Currents.point("c4", 0, 5 * n));
    double[][] g = Currents.matrix(m, contacts);
    double first = Currents.resistance(g, 0, 1, 3, 2);
    double second = Currents.resistance(g, 1, 2, 0, 3);
    return Math.exp(-Math.PI * first / sheet) + Math.exp(-Math.PI * second / sheet);
  }
}
