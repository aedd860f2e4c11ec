package hopfilm.lifetime;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.KB;
import static hopfilm.units.Constants.MU0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.solver.BandedLu;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EscapeRateTest {

  private static Material material(double ms, double a, double ku, double d, double alpha) {
    return Material.of(ms, a).withKu(ku).withD(d).withAlpha(alpha).withP(1).withXi(0);
  }

  private static VectorField uniform(Grid g, double x, double y, double z) {
    VectorField m = VectorField.uniform(g, x, y, z);
    m.normalise();
    return m;
  }

  /**
   * A particle in a field h = H/HK across its axis passes K V (1 - h)^2 over one saddle, along the
   * field. I. Klik, L. Gunther, J. Stat. Phys. 60, 473 (1990), doi:10.1007/BF01314931: with c1, c2
   * the curvatures by 2 K V, (1 - h^2) and 1 at the minimum and h - 1 and h at the saddle,
   *
   * <pre>
   *   kappa = gamma HK/(2 (1 + alpha^2)) (alpha (1 - 2h) + sqrt(alpha^2 + 4 h (1 - h)))
   * </pre>
   */
  @ParameterizedTest
  @CsvSource({"0.2, 0.3", "0.2, 0.02", "0.7, 0.3", "0.5, 1"})
  void particleIsThatOfKlikAndGunther(double h, double alpha) {
    double ku = 5e4;
    double ms = 8e5;
    double hk = 2 * ku / (MU0 * ms);
    Grid g = Grid.film(1, 1, 5e-9, 5e-9);
    Magnet magnet =
        new Magnet(
            g,
            material(ms, 1e-11, ku, 0, alpha),
            Discretisation.COVARIANT,
            new double[] {h * hk, 0, 0});
    VectorField minimum = uniform(g, h, 0, Math.sqrt(1 - h * h));
    EscapeRate rate = EscapeRate.of(magnet, minimum, uniform(g, 1, 0, 0));
    assertThat(rate.why()).isNull();
    double pull = alpha * (1 - 2 * h);
    double kappa = pull + Math.sqrt(alpha * alpha + 4 * h * (1 - h));
    kappa *= GAMMA0 * hk / (2 * (1 + alpha * alpha));
    // two rounds of an inverse iteration agree to 1e-9, and it converges by up to 0.9 a round
    assertThat(rate.growth()).isCloseTo(kappa, within(1e-7 * kappa));
    double attempts = kappa / (2 * Math.PI) * Math.sqrt((1 + h) / h);
    assertThat(rate.attempts()).isCloseTo(attempts, within(1e-7 * attempts));
    double barrier = ku * 125e-27 * (1 - h) * (1 - h);
    double exponent = Math.exp(barrier / (KB * 100));
    assertThat(rate.seconds(barrier, 100))
        .isCloseTo(exponent / attempts, within(1e-6 / attempts * exponent));
    // the softer curvature at the minimum is 2 K V (1 - h^2)
    double soft = 2 * ku * 125e-27 * (1 - h * h);
    double swing = Math.toDegrees(Math.sqrt(KB * 100 / soft));
    assertThat(rate.swing(100)).isCloseTo(swing, within(1e-4 * swing));
    // about the field it turns back to it by 2 K V h at the saddle
    double top = Math.toDegrees(Math.sqrt(KB * 100 / (2 * ku * 125e-27 * h)));
    assertThat(rate.topSwing(100)).isCloseTo(top, within(1e-4 * top));
  }

  private static Magnet film(Discretisation discretisation) {
    Grid g = Grid.film(5, 4, 4e-9, 20e-9);
    Material material = material(7e5, 1e-11, 1.72e5, 2.859e-3, 0.3);
    Material tilted = material.withAnisotropy(material.Ku(), EasyAxis.of(0.48, 0.36, 0.8));
    return new Magnet(g, tilted, discretisation, new double[] {2e4, -1e4, 5e4})
        .withDemag(DemagKind.LOCAL);
  }

  /** The same second derivatives from the energy itself, by turns of two cells at once. */
  private static double[][] dense(Magnet magnet, VectorField m) {
    int n = 2 * m.grid().cells();
    double step = 1e-3;
    double[][] h = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int sign = 0; sign < 4; sign++) {
          double sa = sign % 2 == 0 ? step : -step;
          double sb = sign / 2 == 0 ? step : -step;
          double[] u = new double[n];
          u[a] += sa;
          u[b] += sb;
          sum += Math.signum(sa * sb) * magnet.energies(turned(m, u)).total();
        }
        h[a][b] = sum / (4 * step * step);
        h[b][a] = h[a][b];
      }
    }
    return h;
  }

  /** Turns cells along great circles; two axes across m that make a right-handed system with it. */
  private static VectorField turned(VectorField m, double[] u) {
    VectorField out = m.copy();
    for (int c = 0; c < m.grid().cells(); c++) {
      double[] v = {m.x()[c], m.y()[c], m.z()[c]};
      double r = Math.hypot(v[0], v[2]);
      double[] e = {v[2] / r, 0, -v[0] / r};
      double[] f = {
        v[1] * e[2] - v[2] * e[1], v[2] * e[0] - v[0] * e[2], v[0] * e[1] - v[1] * e[0]
      };
      double angle = Math.hypot(u[2 * c], u[2 * c + 1]);
      double sine = angle == 0 ? 0 : Math.sin(angle) / angle;
      for (int k = 0; k < 3; k++) {
        out.components()[k][c] =
            Math.cos(angle) * v[k] + sine * (u[2 * c] * e[k] + u[2 * c + 1] * f[k]);
      }
    }
    return out;
  }

  /** Determinants do not depend on the axes; 1e-6 is that of the differences of energies. */
  @ParameterizedTest
  @EnumSource(Discretisation.class)
  void determinantIsThatOfTheEnergy(Discretisation discretisation) {
    Magnet magnet = film(discretisation);
    VectorField m = Textures.random(magnet.grid(), 3);
    double unit = 1e-19;
    RealMatrix dense = MatrixUtils.createRealMatrix(dense(magnet, m)).scalarMultiply(1 / unit);
    double[] exact = new EigenDecompositionSymmetric(dense).getEigenvalues();
    TangentHessian hessian = new TangentHessian(magnet, m);
    BandedLu matrix = hessian.room();
    hessian.fill(matrix);
    matrix.factor();
    double logarithm = 0;
    int negative = 0;
    for (double v : exact) {
      logarithm += Math.log(Math.abs(v));
      negative += v < 0 ? 1 : 0;
    }
    assertThat(matrix.negativePivots()).isEqualTo(negative).isPositive();
    double found = matrix.logDeterminant() - hessian.size() * Math.log(unit);
    assertThat(found).isCloseTo(logarithm, within(1e-4));
  }

  /**
   * The growth rate is the one positive eigenvalue of the linear equation of motion, here of a
   * dense matrix, at a texture from which the energy falls in one direction.
   */
  @Test
  void growthIsThatOfTheDenseEquation() {
    double hk = 2 * 1e5 / (MU0 * 8e5);
    double alpha = 0.3;
    Grid g = Grid.film(5, 3, 4e-9, 4e-9);
    Material material = material(8e5, 1e-11, 1e5, 5e-4, alpha);
    Magnet magnet =
        new Magnet(g, material, Discretisation.COVARIANT, new double[] {0.3 * hk, 0, 0});
    VectorField saddle = uniform(g, 1, 0, 0);
    double[][] h = dense(magnet, saddle);
    int n = h.length;
    double unit = MU0 * 8e5 * g.cellVolume() * hk;
    double[][] motion = new double[n][n];
    for (int c = 0; c < n; c += 2) {
      for (int k = 0; k < n; k++) {
        motion[c][k] = -(alpha * h[c][k] - h[c + 1][k]) / unit;
        motion[c + 1][k] = -(alpha * h[c + 1][k] + h[c][k]) / unit;
      }
    }
    RealMatrix equation = MatrixUtils.createRealMatrix(motion);
    double largest = growing(equation);
    double kappa = largest * GAMMA0 * hk / (1 + alpha * alpha);
    VectorField minimum = uniform(g, 0.3, 0, Math.sqrt(0.91));
    EscapeRate rate = EscapeRate.of(magnet, minimum, saddle);
    assertThat(rate.why()).isNull();
    assertThat(rate.growth()).isCloseTo(kappa, within(1e-4 * kappa));
  }

  /** The one positive eigenvalue, by many steps of the equation in time. */
  private static double growing(RealMatrix motion) {
    int n = motion.getRowDimension();
    RealMatrix step = MatrixUtils.createRealIdentityMatrix(n).add(motion.scalarMultiply(5e-4));
    RealVector u = new ArrayRealVector(n, 1.0);
    double before = 0;
    for (int k = 0; k < 200_000; k++) {
      RealVector next = step.operate(u);
      before = next.getNorm() / u.getNorm();
      u = next.mapDivide(next.getNorm());
    }
    return (before - 1) / 5e-4;
  }

  @Test
  void statesThatAreNoMinimumAndNoSaddleHaveNoRate() {
    Grid g = Grid.film(4, 3, 4e-9, 4e-9);
    Magnet magnet = new Magnet(g, material(8e5, 1e-11, 1e5, 0, 0.3), Discretisation.COVARIANT);
    VectorField up = uniform(g, 0, 0, 1);
    assertThat(EscapeRate.of(magnet, uniform(g, 1, 0, 0), up).why()).contains("no minimum");
    assertThat(EscapeRate.of(magnet, up, up).why()).contains("has 0 directions");
  }

  @Test
  void filmsThatCannotHaveOneAreToldBefore() {
    Material material = material(8e5, 1e-11, 1e5, 0, 0.3);
    Grid open = Grid.film(4, 4, 4e-9, 4e-9);
    Magnet magnet = new Magnet(open, material, Discretisation.COVARIANT);
    assertThat(EscapeRate.obstacle(magnet)).isEmpty();
    assertThat(EscapeRate.obstacle(magnet.withDemag(DemagKind.ON)).orElseThrow())
        .contains("stray field");
    Grid periodic = Grid.film(4, 4, 4e-9, 4e-9, Edges.PERIODIC, Edges.OPEN);
    assertThat(
            EscapeRate.obstacle(new Magnet(periodic, material, Discretisation.COVARIANT))
                .orElseThrow())
        .contains("periodic");
    Grid large = Grid.film(300, 300, 4e-9, 4e-9);
    assertThat(
            EscapeRate.obstacle(new Magnet(large, material, Discretisation.COVARIANT))
                .orElseThrow())
        .contains("256 x 256");
  }
}
