package hopfilm.validation;

import hopfilm.chart.CurveChart;
import hopfilm.input.Spelling;
import hopfilm.magnet.Discretisation;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** The D at which a wall costs nothing and the spiral begins, on cells of several sizes. */
final class SpiralThreshold extends Problem {

  private static final double KU = 4.8e5;
  private static final double WIDTH = Math.sqrt(ReferenceFilms.A / KU);
  private static final double DC = 4 * Math.sqrt(ReferenceFilms.A * KU) / Math.PI;

  SpiralThreshold() {
    super(
        "threshold",
        "Threshold of the spiral",
        "Above Dc = 4√(A Ku)/π walls have negative energy. The lattice shifts this"
            + " threshold, by more than 2.5 % for `standard` at 4 nm.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    double[] sizes = effort.choose(new double[] {4, 2}, new double[] {4, 2, 1});
    CurveChart chart =
        f.chart(
                "Threshold of the spiral on a lattice",
                "lines: first order of perturbation theory",
                "cell size (nm)",
                "Dc of the lattice / Dc \u2212 1")
            .logarithmic();
    for (Discretisation d : Discretisation.nearest()) {
      String scheme = Spelling.of(d);
      double[] shift = new double[sizes.length];
      double[] law = new double[sizes.length];
      for (int k = 0; k < sizes.length; k++) {
        double dx = sizes[k] * 1e-9;
        shift[k] = LatticeSpiral.threshold(ReferenceFilms.A, KU, dx, d) / DC - 1;
        double square = dx * dx / (WIDTH * WIDTH);
        law[k] = share(d) * square;
        f.check("Dc/continuum, %s, %.0f nm cells".formatted(scheme, sizes[k]), 1 + shift[k])
            .is(
                1 + law[k],
                "1 + %.5f (dx/w)^2, w = sqrt(A/Ku): bond energies expanded about the wall's profile"
                    .formatted(share(d)))
            .within(0.012 * square * square + 2e-5, "next order, (dx/w)^4");
      }
      int last = sizes.length - 1;
      f.check(
              "Dc/continuum, %s, extrapolated".formatted(scheme),
              1 + Numerical.richardson(shift[last - 1], shift[last]))
          .is(1, "4 sqrt(A Ku)/pi: I. E. Dzyaloshinskii, Sov. Phys. JETP 20, 665 (1965)")
          .within(
              0.005 * Math.pow(sizes[last - 1] * 1e-9 / WIDTH, 4) + 2e-5,
              "next order, (dx/w)^4, of the coarser of the two meshes");
      chart.points(scheme, sizes, shift).line(scheme + ", theory", sizes, law);
    }
  }

  /**
   * Shift of Dc in units of (dx/w)^2. A bond that turns by t costs 2A/dx^2 (1 - cos t) - D/dx sin t
   * ({@code standard}) or 2A/dx^2 (cos theta - cos(t - theta)), theta = D dx/2A ({@code
   * covariant}). With t = dx phi' + dx^3 phi'''/24 and the profile phi' = sech(x/w)/w, the terms of
   * order dx^2 integrate to these shares of 4 sqrt(A Ku).
   */
  private static double share(Discretisation d) {
    return d == Discretisation.STANDARD ? 1.0 / 24 : (2 - 16 / (Math.PI * Math.PI)) / 48;
  }
}
