package hopfilm.validation;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.Held;
import java.util.stream.DoubleStream;

/** A strip of permalloy in a field across it, seen by its resistance. */
final class PermalloyStrip extends Problem {

  private static final double MS = 8e5;
  private static final double A = 1.3e-11;
  private static final double WIDTH = 160e-9;
  private static final double THICKNESS = 10e-9;
  private static final double[] FIELDS = {20, 40, 60, 80};
  private static final String PROFILE =
      "m(y) of a strip without end by Newton's method, its stray field as that of charged sheets;"
          + " E along the strip is the same at each y, so that R = L/(t integral of dy/rho_xx). The"
          + " problem is that of W. Zhang, J. Chen, W. Zhang, Physica B 565, 62 (2019),"
          + " doi:10.1016/j.physb.2019.03.005, arXiv:1812.10294, which gives no table";

  PermalloyStrip() {
    super(
        "strip",
        "Resistance of a permalloy strip in a field across it",
        "In a transverse field the resistance of a permalloy strip"
            + " (examples/permalloy-strip.yaml) leaves the parabola of coherent rotation,"
            + " because the edges turn last.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    ExampleFilm film = ExampleFilm.run("permalloy-strip");
    double along = film.resistance("0 mT");
    double across = along * 0.985 / 1.015;
    double[] ours = new double[FIELDS.length];
    for (int k = 0; k < FIELDS.length; k++) {
      ours[k] = share(film.resistance("%.0f mT".formatted(FIELDS[k])), along, across);
      f.check("(R - R_perp)/(R_par - R_perp) at %.0f mT".formatted(FIELDS[k]), ours[k])
          .is(share(resistivity(profile(FIELDS[k]), 0.03), ratio(0.03), 1), PROFILE)
          .within(0.01, "second order of cells of 5 nm, 0.01 (dx/l)^2, exchange length l = 5.7 nm");
    }
    StripProfile turned = profile(60);
    double mean = turned.mean(phi -> 1 + (ratio(Currents.AMR) - 1) * Math.pow(Math.cos(phi), 2));
    f.check("rho/rho_perp at 60 mT with an AMR of 150 %", conducted(turned, effort.choose(16, 32)))
        .is(
            resistivity(turned, Currents.AMR),
            "1/<1/rho_xx>, the current shifts; the mean of rho_xx is %.3f".formatted(mean))
        .withinShare(2e-3, "the ends of the bar, and cells across against points of the profile");
    double[] all = Numerical.values(24, k -> 5.0 * k);
    double saturation = 1e3 * MU0 * MS * StripProfile.factor(WIDTH, THICKNESS, 160);
    f.chart(
            "Permalloy strip in a field across it",
            "160 nm wide, 10 nm thick, AMR ratio 3 %",
            "field (mT)",
            "(R - R\u22a5)/(R\u2225 - R\u22a5)")
        .line(
            "one-dimensional solution",
            all,
            Numerical.values(all, mT -> share(resistivity(profile(mT), 0.03), ratio(0.03), 1)))
        .line(
            "coherent rotation",
            all,
            Numerical.values(all, mT -> Math.max(0, 1 - Math.pow(mT / saturation, 2))))
        .points("Hopfilm", FIELDS, ours);
  }

  private static StripProfile profile(double mT) {
    return new StripProfile(MS, A, WIDTH, THICKNESS, 1e-3 * mT / MU0, 160);
  }

  /** rho_par/rho_perp of an AMR ratio. */
  private static double ratio(double amr) {
    return (1 + amr / 2) / (1 - amr / 2);
  }

  private static double share(double r, double along, double across) {
    return (r - across) / (along - across);
  }

  /** Of a strip whose current is free to shift, in units of rho_perp. */
  private static double resistivity(StripProfile profile, double amr) {
    return 1 / profile.mean(phi -> 1 / (1 + (ratio(amr) - 1) * Math.cos(phi) * Math.cos(phi)));
  }

  /** E/j in the middle of a long bar with a profile, in units of rho_perp. */
  private static double conducted(StripProfile profile, int width) {
    Grid grid = Currents.film(16 * width, width);
    CurrentFlow flow = Currents.flow(grid, ElectrodeLayouts.sidesX(grid));
    VectorField m = Currents.inPlane(grid, (x, y) -> profile.at(y));
    Held held = flow.with(m);
    double[] v = new double[flow.potentialLength()];
    held.solve(new double[] {1, 0}, v, 1e-12);
    VectorField e = new VectorField(grid);
    held.electricField(v, e);
    double[] column = Numerical.values(width, j -> grid.index(grid.nx() / 2, j, 0));
    double[] jx = held.currentDensity(v).x();
    double j = DoubleStream.of(column).map(c -> jx[(int) c]).average().orElseThrow();
    double along = DoubleStream.of(column).map(c -> e.x()[(int) c]).average().orElseThrow();
    return along / j * flow.conductivity().sPerp();
  }
}
