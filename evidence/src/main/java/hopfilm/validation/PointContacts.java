package hopfilm.validation;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import hopfilm.transport.Electrode;
import java.util.ArrayList;
import java.util.List;

/** Small contacts inside a rectangle and a disc, by conformal maps. */
final class PointContacts extends Problem {

  private static final String MAP =
      "four images of each contact on the doubled torus, ln|theta_1(pi z/2a, e^(-pi b/a))| -"
          + " pi y^2/(4ab) each (E. T. Whittaker, G. N. Watson, A Course of Modern Analysis,"
          + " Cambridge 1927, ch. XXI)";

  /** Places of four contacts in units of the film's height; the film is 3/2 as long. */
  private static final double[][] PLACES = {
    {0.25, 0.25}, {1.125, 0.375}, {1.0, 0.75}, {0.375, 0.625}
  };

  /** Places of four contacts in a disc of radius 1; cell corners where 20 divides the diameter. */
  private static final double[][] IN_DISC = {{0.5, 0.1}, {-0.3, 0.5}, {-0.4, -0.2}, {0.2, -0.6}};

  PointContacts() {
    super(
        "point-contacts",
        "Point and disc contacts, conformal map",
        "Conformal maps give the resistances of four point contacts in a rectangle and in a"
            + " disc, and of two small discs.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    int[] rows = effort.choose(new int[] {16, 32, 64, 128}, new int[] {16, 32, 64, 128, 256, 512});
    double[] errors = new double[rows.length];
    double[] anisotropic = new double[rows.length];
    double[] h = new double[rows.length];
    double exact = fourTerminal(1, 1);
    double exactAlong = fourTerminal(Currents.S_PAR, 1);
    for (int k = 0; k < rows.length; k++) {
      h[k] = rows[k];
      errors[k] = Math.abs(measured(rows[k], 0, 1) / exact - 1);
      anisotropic[k] = Math.abs(measured(rows[k], 1, 0) / exactAlong - 1);
    }
    int last = rows.length - 1;
    String reason = "error on %d rows, falling as h^2, and half as much more".formatted(rows[0]);
    double fall = 1.5 * Math.pow((double) rows[0] / rows[last], 2);
    f.check(
            "R_12,43 of four point contacts, %d rows".formatted(rows[last]),
            measured(rows[last], 0, 1))
        .is(exact, MAP)
        .withinShare(errors[0] * fall, reason);
    f.check("the same with m along x", measured(rows[last], 1, 0))
        .is(exactAlong, MAP + ", lengths along x times sqrt(7)")
        .withinShare(anisotropic[0] * fall, reason);
    f.check("order of convergence", Numerical.order(errors[last - 1], errors[last], 2))
        .is(2, "bilinear elements away from contacts")
        .within(0.1, "higher terms of the error");
    inDisc(f, effort);
    int radius = effort.choose(8, 24);
    f.check("R of two discs of radius 1/16 of the height", discs(16 * radius))
        .is(twoTerminal(1.0 / 16), "R = (rho/(pi t)) ln(...), " + MAP)
        .within(
            0.5 / (Math.PI * radius) + 0.005,
            "stepped rims: the radius of %d cells is known to 1/2; and (radius/distance)^2 = 0.005"
                .formatted(radius));
    f.chart(
            "Four point contacts in a rectangle",
            "error of the four-terminal resistance",
            "cells along y",
            "relative error")
        .logarithmic()
        .points("isotropic", h, errors)
        .points("m along x", h, anisotropic);
  }

  private static double measured(int rows, double mx, double mz) {
    Grid grid = Currents.film(rows * 3 / 2, rows);
    List<Electrode> contacts = new ArrayList<>();
    for (double[] p : PLACES) {
      contacts.add(
          Currents.point(
              "c" + contacts.size(), (int) Math.round(p[0] * rows), (int) Math.round(p[1] * rows)));
    }
    return Currents.resistance(
        Currents.matrix(VectorField.uniform(grid, mx, 0, mz), contacts), 0, 1, 3, 2);
  }

  /** Four point contacts inside a disc that a mask cuts out of the grid. */
  private static void inDisc(Findings f, Effort effort) {
    int cells = effort.choose(160, 640);
    double exact = fourTerminalInDisc(1);
    f.check(
            "R_12,43 of four point contacts in a disc, %d cells across".formatted(cells),
            measuredInDisc(cells))
        .is(
            exact,
            "image of each contact at the inverse point: ln|z - w| + ln|1 - z w*| (Thomson's circle"
                + " theorem)")
        .within(
            Math.abs(fourTerminalInDisc(1 + 1.0 / cells) - exact),
            "stepped rim: what a radius larger by half a cell changes");
  }

  private static double measuredInDisc(int cells) {
    Grid grid = Currents.film(cells, cells);
    double r = 0.5 * grid.sizeX();
    CellMask mask = CellMask.full(grid).within(new Disc(r, r, r));
    VectorField m = VectorField.uniform(grid, 0, 0, 1);
    mask.clear(m);
    List<Electrode> contacts = new ArrayList<>();
    for (double[] p : IN_DISC) {
      int i = (int) Math.round(0.5 * cells * (1 + p[0]));
      int j = (int) Math.round(0.5 * cells * (1 + p[1]));
      contacts.add(Currents.point("c" + contacts.size(), i, j));
    }
    return Currents.resistance(Currents.matrix(m, mask, contacts), 0, 1, 3, 2);
  }

  /**
   * @param radius of the disc, the contacts staying where they are
   */
  private static double fourTerminalInDisc(double radius) {
    double[][] p = new double[4][];
    for (int c = 0; c < 4; c++) {
      p[c] = new double[] {IN_DISC[c][0] / radius, IN_DISC[c][1] / radius};
    }
    return -(green(p[3], p[0]) - green(p[3], p[1]) - green(p[2], p[0]) + green(p[2], p[1]))
        / (2 * Math.PI);
  }

  private static double green(double[] z, double[] w) {
    double re = 1 - z[0] * w[0] - z[1] * w[1];
    double im = z[0] * w[1] - z[1] * w[0];
    return Math.log(Math.hypot(z[0] - w[0], z[1] - w[1])) + Math.log(Math.hypot(re, im));
  }

  private static double discs(int rows) {
    Grid grid = Currents.film(rows * 3 / 2, rows);
    List<Electrode> contacts = new ArrayList<>();
    for (int c = 0; c < 2; c++) {
      double x = PLACES[2 * c][0] * grid.sizeY();
      double y = PLACES[2 * c][1] * grid.sizeY();
      contacts.add(new Electrode("c" + c, new Disc(x, y, grid.sizeY() / 16)));
    }
    return 1 / Currents.matrix(VectorField.uniform(grid, 0, 0, 1), contacts)[0][0];
  }

  /** Voltage of contact 4 against 3 for a current from 1 to 2 with conductivities sx and sy. */
  private static double fourTerminal(double sx, double sy) {
    double s = Math.sqrt(sx * sy);
    Images images = new Images(1.5 * Math.sqrt(s / sx), Math.sqrt(s / sy));
    double[][] p = new double[4][];
    for (int c = 0; c < 4; c++) {
      p[c] = new double[] {PLACES[c][0] * Math.sqrt(s / sx), PLACES[c][1] * Math.sqrt(s / sy)};
    }
    return -(images.sum(p[3], p[0])
            - images.sum(p[3], p[1])
            - images.sum(p[2], p[0])
            + images.sum(p[2], p[1]))
        / (2 * Math.PI * s);
  }

  private static double twoTerminal(double radius) {
    Images images = new Images(1.5, 1);
    double[] p = PLACES[0];
    double[] q = PLACES[2];
    return -(images.self(p, radius) + images.self(q, radius) - 2 * images.sum(p, q))
        / (2 * Math.PI);
  }

  /** Potential of a unit charge and its mirror images in a rectangle of sides a and b. */
  private record Images(double a, double b) {

    double sum(double[] at, double[] from) {
      double sum = 0;
      for (int sx = -1; sx <= 1; sx += 2) {
        for (int sy = -1; sy <= 1; sy += 2) {
          sum += one(at[0] - sx * from[0], at[1] - sy * from[1]);
        }
      }
      return sum;
    }

    /** The potential at a distance r from the charge itself. */
    double self(double[] at, double r) {
      return sum(new double[] {at[0] + r, at[1]}, at);
    }

    private double one(double x, double y) {
      double q = Math.exp(-Math.PI * b / a);
      double re = 0;
      double im = 0;
      for (int n = 0; n < 12; n++) {
        double weight = (n % 2 == 0 ? 2 : -2) * Math.pow(q, (n + 0.5) * (n + 0.5));
        double k = (2 * n + 1) * Math.PI / (2 * a);
        re += weight * Math.sin(k * x) * Math.cosh(k * y);
        im += weight * Math.cos(k * x) * Math.sinh(k * y);
      }
      return Math.log(Math.hypot(re, im)) - Math.PI * y * y / (4 * a * b);
    }
  }
}
