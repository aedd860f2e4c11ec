package hopfilm.validation;

import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.Held;
import java.util.List;

/** Currents in space: bars, a laminate, and a disc on a half-space, with contacts on faces. */
final class SpreadingResistance extends Problem {

  private static final double[] TILTED = {0.6, 0.48, 0.64};
  private static final double[] OTHER = {-0.48, 0.8, 0.36};
  private static final String EXACT = "the elements hold these fields exactly; solver to 1e-11";

  /** Madelung constant of rock salt, the images of a charge in the middle of an earthed cube. */
  private static final double MADELUNG = 1.747564594633;

  SpreadingResistance() {
    super(
        "space",
        "Currents in three dimensions",
        "A block with m tilted out of all axes, a laminate of two such directions and a"
            + " disc on a half-space have known conductances.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    for (int axis = 0; axis < 3; axis++) {
      char name = "xyz".charAt(axis);
      f.check("uniform m, along " + name, between(block(axis, TILTED, TILTED), axis))
          .is(
              sigma(TILTED, axis),
              "E along the axis between periodic sides: S_%c%c = 1 - 6/7 m_%c^2"
                  .formatted(name, name, name))
          .within(1e-9, EXACT);
      f.check(
              "laminate of two m, across its layers, along " + name,
              between(block(axis, TILTED, OTHER), axis))
          .is(
              2 / (1 / sigma(TILTED, axis) + 1 / sigma(OTHER, axis)),
              "resistances in series: 1/<1/S_%c%c>".formatted(name, name))
          .within(1e-9, EXACT);
    }
    disc(f, effort);
  }

  private static double sigma(double[] m, int axis) {
    return 1 - 6.0 / 7 * m[axis] * m[axis];
  }

  /** Layers of two directions of m that follow each other along an axis. */
  private static VectorField block(int axis, double[] even, double[] odd) {
    Edges[] edges = {Edges.PERIODIC, Edges.PERIODIC, Edges.PERIODIC};
    edges[axis] = Edges.OPEN;
    Grid g = new Grid(8, 6, 4, 1e-9, 1e-9, 1e-9, new Grid.Boundary(edges[0], edges[1], edges[2]));
    VectorField m = new VectorField(g);
    for (int c = 0; c < g.cells(); c++) {
      int[] at = {c % g.nx(), c / g.nx() % g.ny(), c / (g.nx() * g.ny())};
      double[] v = at[axis] % 2 == 0 ? even : odd;
      m.x()[c] = v[0];
      m.y()[c] = v[1];
      m.z()[c] = v[2];
    }
    return m;
  }

  /** Conductivity between two whole faces, in units of s_perp. */
  private static double between(VectorField m, int axis) {
    Grid g = m.grid();
    Face low = Face.values()[2 * axis];
    Face high = Face.values()[2 * axis + 1];
    List<Electrode> contacts = List.of(part(g, low, 0), part(g, high, 0));
    CurrentFlow flow =
        new CurrentFlow(g, new AmrConductivity(1, Currents.AMR), contacts, Parallel.SERIAL);
    Held held = flow.with(m);
    double area = g.size(low.first()) * g.size(low.second());
    return held.conductanceMatrix().get(0, 0) * g.size(axis) / area;
  }

  /** A face, less this much at the high ends of both its sides. */
  private static Electrode part(Grid g, Face face, double less) {
    double u = g.size(face.first()) - less;
    double v = g.size(face.second()) - less;
    return new Electrode(face.toString(), new Rectangle(0, 0, u, v)).on(face);
  }

  private static void disc(Findings f, Effort effort) {
    int[] cells = effort.choose(new int[] {12, 24, 40}, new int[] {16, 32, 48, 64, 96});
    double[] radius = new double[cells.length];
    double[] error = new double[cells.length];
    double exact = 0.25 - MADELUNG / (16 * Math.PI);
    double ours = 0;
    for (int n = 0; n < cells.length; n++) {
      ours = spreading(cells[n]);
      radius[n] = 0.25 * cells[n];
      error[n] = ours / exact - 1;
    }
    double last = radius[radius.length - 1];
    f.check("R r/rho of a disc on a half-space, %.0f cells to its radius r".formatted(last), ours)
        .is(
            exact,
            "1/4 (R. Holm, Electric Contacts, 1967, doi:10.1007/978-3-662-06688-1), less M/(4 pi)"
                + " r/L for an earthed cube at a distance L = 4 r, M = 1.747565 (Madelung: its"
                + " images are a rock salt lattice)")
        .withinShare(
            0.6 / last,
            "corners inside the rim stand for the disc, which makes it smaller by about half a"
                + " cell");
    f.chart(
            "Disc on a half-space",
            "error of the spreading resistance",
            "cells to the radius",
            "relative error")
        .logarithmic()
        .points("measured", radius, error);
  }

  /** A quarter of the disc on an eighth of the cube, r = L/4. */
  private static double spreading(int n) {
    double h = 1e-9;
    double size = n * h;
    Grid g = new Grid(n, n, n, h, h, h);
    List<Electrode> contacts =
        List.of(
            new Electrode("disc", new Disc(0, 0, size / 4)).on(Face.HIGH_Z),
            part(g, Face.HIGH_X, 0),
            new Electrode("+y", new Rectangle(0, 0, size - h, size)).on(Face.HIGH_Y),
            part(g, Face.LOW_Z, h));
    CurrentFlow flow = new CurrentFlow(g, new AmrConductivity(1, 0), contacts, Parallel.SERIAL);
    Held held = flow.with(VectorField.uniform(g, 0, 0, 1));
    double[] v = new double[flow.potentialLength()];
    held.solve(new double[] {1, 0, 0, 0}, v, 1e-9);
    return size / 4 / (4 * held.currents(v)[0]);
  }
}
