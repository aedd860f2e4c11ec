package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.dynamics.StaticDescent;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.LatticeWall.Normal;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import org.hipparchus.special.elliptic.legendre.LegendreEllipticIntegral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walls and spirals against films that relax, and against closed forms. */
class SpiralTest {

  private static final double A = 1e-11;

  /** Energy an area along the stripes of a film, periodic, in which m turns once or is uniform. */
  private static double relaxed(double ku, double ku2, double D, double length, boolean turns) {
    int n = 240;
    double cell = length / n;
    Grid grid = Grid.film(n, 1, cell, 1e-8, Edges.PERIODIC, Edges.PERIODIC);
    Material plain = Material.of(8e5, A).withD(D, DmiKind.BULK).withAlpha(0.3).withP(1);
    FourthOrder fourth =
        new FourthOrder(Parameter.of(ku2), Parameter.of(0), FourthOrder.NONE.cubic());
    Material a =
        new Material(
            plain.Ms(),
            plain.A(),
            new Material.Anisotropy(Parameter.of(ku), EasyAxis.Z, fourth),
            plain.chirality(),
            plain.alpha(),
            plain.torques());
    VectorField m = VectorField.uniform(grid, 0, 0, 1);
    for (int i = 0; turns && i < n; i++) {
      double theta = 2 * Math.PI * (i + 0.5) / n;
      m.y()[i] = -Math.sin(theta); // the sense that D above 0 wants
      m.z()[i] = Math.cos(theta);
    }
    Magnet magnet = new Magnet(grid, a, Discretisation.STANDARD);
    StaticDescent.Outcome end =
        new StaticDescent(magnet, KernelChoice.PLAIN, Parallel.SERIAL).relax(m, 1e-6, 200_000);
    assertThat(end.converged()).isTrue();
    return magnet.energies(m).total() / (cell * 1e-8);
  }

  @ParameterizedTest
  @CsvSource({"1e5, 3e5, 2.859e-3", "0, 4e5, 2e-3", "3e5, -1e5, 1e-3", "-5e4, 2e5, 1e-3"})
  void wallsHaveTheEnergyOfRelaxedOnes(double ku, double ku2, double D) {
    double length = 240e-9;
    double uniform = relaxed(ku, ku2, D, length, false);
    double wall = 0.5 * (relaxed(ku, ku2, D, length, true) - uniform); // there are two
    double scale = Spiral.wall(A, ku, ku2, 0);
    double lattice =
        LatticeWall.energy(A, ku, ku2, D, 1e-9, Discretisation.STANDARD, Normal.AXIS).orElseThrow();
    // walls 120 nm apart, some 15 wall parameters, do not meet
    assertThat(wall).isCloseTo(lattice, within(1e-5 * scale));
    // cells of 1 nm, of order (1 nm/5 nm)^2/24
    assertThat(wall).isCloseTo(Spiral.wall(A, ku, ku2, D), within(4e-3 * scale));
  }

  @Test
  void theTwoFilmsThatWereForecastWrongly() {
    double D = 2.859e-3;
    // the integral of sqrt(a + b x^2) from -1 to 1 in closed form
    assertThat(Spiral.wall(A, 1e5, 3e5, D)).isCloseTo(-0.071e-3, within(1e-6));
    assertThat(D / Spiral.threshold(A, 0, 4e5)).isCloseTo(0.978, within(1e-3));
    assertThat(Spiral.of(A, 0, 4e5, D)).isEmpty();
    double a = 3e5;
    double b = -1e5;
    double exact =
        2 * Math.sqrt(A) * (Math.sqrt(a + b) + a / Math.sqrt(-b) * Math.asin(Math.sqrt(-b / a)));
    assertThat(Spiral.wall(A, a - b, b, 0)).isCloseTo(exact, within(1e-12 * exact));
  }

  @Test
  void thereAreNoWallsWithoutAnEasyAxis() {
    for (double[] k : new double[][] {{0, 0}, {-1e5, 0}, {1e5, -6e4}, {-2e5, 1e5}}) {
      assertThat(Spiral.hasWalls(k[0], k[1])).isFalse();
      assertThat(Spiral.of(A, k[0], k[1], 3e-3)).isEmpty();
      assertThat(Spiral.threshold(A, k[0], k[1])).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"1e-9", "0.1", "0.9", "0.999", "0.999999999"})
  void withoutFourthOrderItIsElliptic(double k) {
    double dc = 4 * Math.sqrt(A * 2e5) / Math.PI;
    Spiral s = Spiral.of(A, 2e5, 0, dc * LegendreEllipticIntegral.bigE(k * k) / k).orElseThrow();
    double period = 4 * k * LegendreEllipticIntegral.bigK(k * k) * Math.sqrt(A / 2e5);
    // near k = 1 the modulus of so near a D loses half of its digits
    assertThat(s.period()).isCloseTo(period, within((k > 0.9999 ? 1e-6 : 1e-9) * period));
  }

  /** Of all periods it has the least energy a volume; m_x^2 + m_y^2 has the mean that it says. */
  @ParameterizedTest
  @CsvSource({"1e5, 5e4, 2.859e-3", "3e5, -1e5, 2.859e-3"})
  void itsPeriodHasTheLeastEnergy(double ku, double ku2, double D) {
    double period = Spiral.of(A, ku, ku2, D).orElseThrow().period();
    double below = relaxed(ku, ku2, D, 0.9 * period, true) / (0.9 * period);
    double at = relaxed(ku, ku2, D, period, true) / period;
    double above = relaxed(ku, ku2, D, 1.1 * period, true) / (1.1 * period);
    // of a parabola through three points; the third order of the curve leaves some 1e-2
    double least = 0.05 * (below - above) / (below - 2 * at + above);
    assertThat(below).isGreaterThan(at);
    assertThat(least).isCloseTo(0, within(0.02));
  }
}
