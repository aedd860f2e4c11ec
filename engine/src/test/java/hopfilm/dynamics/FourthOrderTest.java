package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.FourthOrder;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.TemperatureLaw;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anisotropies of fourth order against closed forms; those of single cells are macrospins. */
class FourthOrderTest {

  private static final double MU0 = 4e-7 * Math.PI;
  private static final double MS = 8e5;

  private static Material material(double ku, FourthOrder fourth) {
    Material a = Material.of(MS, 1e-11).withAlpha(0.3).withP(1);
    return new Material(
        a.Ms(),
        a.A(),
        new Material.Anisotropy(Parameter.of(ku), EasyAxis.Z, fourth),
        a.chirality(),
        a.alpha(),
        a.torques());
  }

  private static FourthOrder uniaxial(double ku2) {
    return new FourthOrder(Parameter.of(ku2), Parameter.of(0), FourthOrder.NONE.cubic());
  }

  private static FourthOrder cubic(double kc1) {
    return new FourthOrder(Parameter.of(0), Parameter.of(kc1), FourthOrder.NONE.cubic());
  }

  /** The direction in which a film of one direction comes to rest. */
  private static double[] rest(Material a, double[] field, double[] start, KernelChoice choice) {
    Grid grid = Grid.film(9, 3, 4e-9, 1e-8);
    Magnet magnet = new Magnet(grid, a, Discretisation.COVARIANT, field);
    VectorField m = Textures.uniform(grid, start[0], start[1], start[2]);
    StaticDescent.Outcome end =
        new StaticDescent(magnet, choice, Parallel.SERIAL).relax(m, 1e-9, 100_000);
    assertThat(end.converged()).isTrue();
    return new double[] {m.x()[4], m.y()[4], m.z()[4]};
  }

  /** dw/d(cos^2) = -Ku - 2 Ku2 cos^2 = 0: an easy cone for Ku2 &lt; 0 &lt; Ku &lt; -2 Ku2. */
  @ParameterizedTest
  @EnumSource(KernelChoice.class)
  void anEasyConeHasItsAngle(KernelChoice choice) {
    for (double ratio : new double[] {0.3, 0.5, 0.9}) {
      double ku2 = -2e5;
      double[] m =
          rest(
              material(-2 * ku2 * ratio, uniaxial(ku2)),
              new double[3],
              new double[] {0.5, 0.4, 0.6},
              choice);
      // a torque of 1e-9 Ms leaves an angle of about as much
      assertThat(m[2] * m[2]).isCloseTo(ratio, within(1e-8));
      assertThat(m[1] / m[0]).isCloseTo(0.8, within(1e-8));
    }
  }

  /** The cubic axes are easy for Kc1 &gt; 0, the diagonals of the cube for Kc1 &lt; 0. */
  @ParameterizedTest
  @EnumSource(KernelChoice.class)
  void aCubeHasItsEasyAxes(KernelChoice choice) {
    double[] start = {0.4, 0.5, 0.75};
    double[] axis = rest(material(0, cubic(5e4)), new double[3], start, choice);
    assertThat(Arrays.stream(axis).map(Math::abs).max().orElseThrow()).isCloseTo(1, within(1e-8));
    double[] diagonal = rest(material(0, cubic(-5e4)), new double[3], start, choice);
    for (double c : diagonal) {
      assertThat(Math.abs(c)).isCloseTo(1 / Math.sqrt(3), within(1e-8));
    }
  }

  /**
   * A field along the hard axis [110] of a cube, in units h of 2 Kc1/(mu0 Ms): m lies at c = cos of
   * the angle to it, with c (2 c^2 - 1) = h, and along it from h = 1 on.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.9, 1.05})
  void aHardAxisSaturatesAtItsField(double h) {
    double kc1 = 5e4;
    double field = h * 2 * kc1 / (MU0 * MS) / Math.sqrt(2);
    double[] m =
        rest(
            material(0, cubic(kc1)),
            new double[] {field, field, 0},
            new double[] {1, 0.6, 0},
            KernelChoice.AUTO);
    double c = (m[0] + m[1]) / Math.sqrt(2);
    assertThat(h < 1 ? c * (2 * c * c - 1) : c * h).isCloseTo(h, within(1e-7));
  }

  /** Half a hard axis loop: w = -Ku2 cos^4 switches along e at 4 Ku2/(mu0 Ms), as (m.e)^3 does. */
  @Test
  void anEasyAxisHoldsUpToItsField() {
    double switching = 4 * 1e5 / (MU0 * MS);
    for (double share : new double[] {0.98, 1.02}) {
      double[] m =
          rest(
              material(0, uniaxial(1e5)),
              new double[] {0, 0, -share * switching},
              new double[] {1e-3, 0, 1},
              KernelChoice.AUTO);
      assertThat(m[2]).isCloseTo(share < 1 ? 1 : -1, within(1e-6));
    }
  }

  @Test
  void energiesAreSumsByHand() {
    Grid grid = Grid.film(7, 5, 4e-9, 1e-8);
    double s = Math.sqrt(0.5);
    FourthOrder fourth =
        new FourthOrder(
            Parameter.of(3e4),
            Parameter.of(-2e4),
            new FourthOrder.Cubic(new EasyAxis.Uniform(s, s, 0), new EasyAxis.Uniform(0, 0, 1)));
    VectorField m = Textures.random(grid, 2);
    double sum = 0;
    double scale = 0;
    for (int i = 0; i < grid.cells(); i++) {
      double z = m.z()[i] * m.z()[i];
      double a = Math.pow(s * (m.x()[i] + m.y()[i]), 2);
      double c = Math.pow(s * (m.x()[i] - m.y()[i]), 2); // the cross product is [1, -1, 0]
      double w = -1e5 * z - 3e4 * z * z - 2e4 * (a * z + z * c + c * a);
      sum += w * grid.cellVolume();
      scale += Math.abs(w) * grid.cellVolume();
    }
    Magnet magnet = new Magnet(grid, material(1e5, fourth), Discretisation.COVARIANT);
    assertThat(magnet.energies(m).anisotropy()).isCloseTo(sum, within(1e-12 * scale));
    assertThat(magnet.terms()).extracting(t -> t.name()).containsOnlyOnce("anisotropy");
  }

  /**
   * The polynomial of Legendre P4 goes as the order to the tenth power, whatever it is made of: w =
   * -K (cos^4 - 6/7 cos^2). The uniaxial anisotropy goes as the third power beside it.
   */
  @Test
  void harmonicsGoAsTheirPowersOfTheOrder() {
    Grid grid = Grid.film(2, 2, 4e-9, 1e-8);
    TemperatureLaw law = new TemperatureLaw(800, 300, 2, 2, 3);
    double[] rise = new double[grid.cells()];
    Arrays.fill(rise, 150);
    double order = law.order(450);
    for (double share : new double[] {0, 0.4}) {
      Material cold = material(1e5 * (share - 6.0 / 7), uniaxial(1e5));
      Material warm = law.at(cold, grid, rise);
      for (double cos : List.of(0.2, 0.5, 0.9)) {
        double before = difference(grid, cold, cos) + 1e5 * share * cos * cos;
        double expected =
            Math.pow(order, 10) * before - Math.pow(order, 3) * 1e5 * share * cos * cos;
        assertThat(difference(grid, warm, cos)).isCloseTo(expected, within(1e-6));
      }
    }
    Material cube = law.at(material(0, cubic(4e4)), grid, rise);
    assertThat(cube.anisotropy().fourth().Kc1().at(0))
        .isCloseTo(4e4 * Math.pow(order, 10), within(1e-6));
    assertThat(cube.Ku().at(0)).isZero();
  }

  /** Energy density at a polar angle, less that in the plane [J/m^3]. */
  private static double difference(Grid grid, Material a, double cos) {
    Magnet magnet = new Magnet(grid, a, Discretisation.COVARIANT);
    VectorField tilted = Textures.uniform(grid, Math.sqrt(1 - cos * cos), 0, cos);
    VectorField flat = Textures.uniform(grid, 1, 0, 0);
    return (magnet.energies(tilted).anisotropy() - magnet.energies(flat).anisotropy())
        / (grid.cells() * grid.cellVolume());
  }

  @Test
  void axesThatAreNotAtRightAnglesAreRefused() {
    EasyAxis.Uniform x = new EasyAxis.Uniform(1, 0, 0);
    EasyAxis.Uniform other = new EasyAxis.Uniform(0.6, 0.8, 0);
    assertThatThrownBy(() -> new FourthOrder.Cubic(x, other))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
