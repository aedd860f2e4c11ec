package hopfilm.validation;

import hopfilm.input.Spelling;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Material;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import org.hipparchus.special.elliptic.legendre.LegendreEllipticIntegral;

/** Period of the spiral with an easy axis across its plane, little above its threshold. */
final class SpiralPeriod extends Problem {

  private static final double KU = 4.8e5;
  private static final Material MATERIAL =
      ReferenceFilms.material(KU, ReferenceFilms.D, DmiKind.BULK);

  SpiralPeriod() {
    super(
        "spiral",
        "Period of the spiral with anisotropy",
        "The spiral of the paper-like film, D = 1.025 Dc, has the period 4 k K(k) √(A/Ku)"
            + " with E(k)/k = D/Dc. K and E are complete elliptic integrals.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    double exact = exact();
    double[] sizes = effort.choose(new double[] {2, 1}, new double[] {2, 1, 0.5});
    double[][] errors = new double[2][sizes.length];
    for (Discretisation d : Discretisation.nearest()) {
      String scheme = Spelling.of(d);
      double[] period = new double[sizes.length];
      for (int k = 0; k < sizes.length; k++) {
        period[k] = LatticeSpiral.period(MATERIAL, sizes[k] * 1e-9, d, exact);
        errors[d.ordinal()][k] = Math.abs(period[k] / exact - 1);
      }
      int last = sizes.length - 1;
      // relative to (dx/w)^2, w = 4.56 nm: measured 0.03 and 0.42, the shift of the threshold 1/24
      // and 1/127 magnified by the nearness of the threshold
      double share = d == Discretisation.COVARIANT ? 0.045 : 0.5;
      f.check("period, %s, %.1f nm cells (nm)".formatted(scheme, sizes[last]), period[last] * 1e9)
          .is(exact * 1e9, SOURCE)
          .withinShare(
              share * sizes[last] * sizes[last] * 1e-18 * KU / ReferenceFilms.A,
              "error of order two: %.3f (dx/w)^2 with the wall parameter w = 4.56 nm"
                  .formatted(share));
      f.check(
              "period, %s, extrapolated (nm)".formatted(scheme),
              Numerical.richardson(period[last - 1], period[last]) * 1e9)
          .is(exact * 1e9, SOURCE)
          .withinShare(
              effort.choose(4e-3, 1e-3),
              "fourth order in dx/w on the coarser mesh, magnified near the threshold");
    }
    double[] law = Numerical.values(sizes, s -> 0.42 * s * s / 20.83);
    f.chart(
            "Period of the spiral with anisotropy",
            "distance from the exact period of %.3f nm".formatted(exact * 1e9),
            "cell size (nm)",
            "relative error of the period")
        .logarithmic()
        .line("slope 2", sizes, law)
        .points("standard", sizes, errors[Discretisation.STANDARD.ordinal()])
        .points("covariant", sizes, errors[Discretisation.COVARIANT.ordinal()]);
  }

  private static final String SOURCE =
      "4 k K(k) sqrt(A/Ku), E(k)/k = pi D/(4 sqrt(A Ku)): A. N. Bogdanov, A. Hubert, J. Magn. Magn."
          + " Mater. 138, 255 (1994), doi:10.1016/0304-8853(94)90046-9";

  private static double exact() {
    double ratio = Math.PI * ReferenceFilms.D / (4 * Math.sqrt(ReferenceFilms.A * KU));
    double k =
        Numerical.root(q -> LegendreEllipticIntegral.bigE(q * q) / q - ratio, 1e-6, 1 - 1e-15);
    return 4 * k * LegendreEllipticIntegral.bigK(k * k) * Math.sqrt(ReferenceFilms.A / KU);
  }
}
