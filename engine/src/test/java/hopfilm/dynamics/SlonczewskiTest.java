package hopfilm.dynamics;

import static hopfilm.dynamics.Macrospin.GAMMA0;
import static hopfilm.dynamics.Macrospin.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.SlonczewskiTorque;
import hopfilm.magnet.SlonczewskiTorque.Direction;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The torque of a current through the film, against the motion of one macrospin. */
class SlonczewskiTest {

  private static final double THICKNESS = 2e-9;
  private static final double KU = 3e5;
  private static final double MU0 = 4e-7 * Math.PI;
  private static final double HK = 2 * KU / (MU0 * MS);

  /** Field hbar J/(mu0 e Ms t) of unit efficiency. */
  private static double field(double density) {
    return 1.054571817e-34 * density / (MU0 * 1.602176634e-19 * MS * THICKNESS);
  }

  /** Density at which that field is h. */
  private static double density(double h) {
    return h / field(1);
  }

  private static TimeEvolution film(
      double Ku, double alpha, SlonczewskiTorque torque, double density, double[] m) {
    Magnet magnet = Macrospin.magnet(Ku, alpha, THICKNESS, SpinOrbitTorque.NONE, new double[3]);
    magnet = magnet.withMaterial(magnet.material().withSlonczewski(torque));
    TimeEvolution film = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    film.state(Textures.uniform(magnet.grid(), m[0], m[1], m[2]), 0);
    film.under(s -> s.withCurrentThrough(density, Envelope.constant()));
    return film;
  }

  @ParameterizedTest
  @CsvSource({"1, 3e4", "1, -2e4", "2.5, 3e4"})
  void undampedMacrospinTurnsTowardsThePolarisation(double lambda, double h) {
    // with c = m.p: dc/dt = gamma0 h eps(c) (1 - c^2), and eps = a/(b + d c) for lambda^2 = (b +
    // d)/2: the time from c = 0 is (b atanh c - d ln(1 - c^2)/2)/(gamma0 h a)
    SlonczewskiTorque torque = new SlonczewskiTorque(new Direction(1, 2, 2), 0.5, lambda, 0);
    double[] across = {2 / Math.sqrt(5), -1 / Math.sqrt(5), 0};
    TimeEvolution film = film(0, 0, torque, density(h), across);
    double t = 1e-10;
    film.runUntil(t);
    VectorField m = film.m();
    double c = (m.x()[0] + 2 * m.y()[0] + 2 * m.z()[0]) / 3;
    double b = lambda * lambda + 1;
    double d = lambda * lambda - 1;
    double a = 0.5 * lambda * lambda;
    double atanh = 0.5 * Math.log((1 + c) / (1 - c));
    double time = (b * atanh - 0.5 * d * Math.log(1 - c * c)) / (GAMMA0 * h * a);
    assertThat(Math.abs(c)).isBetween(0.1, 0.9);
    // error of the scheme at its own step
    assertThat(time).isCloseTo(t, within(1e-8 * t));
  }

  @Test
  void secondaryPartActsAsAFieldAlongThePolarisation() {
    SlonczewskiTorque torque = new SlonczewskiTorque(new Direction(0, 0, 1), 0, 1, 0.2);
    double h = 5e4;
    TimeEvolution film = film(0, 0.1, torque, density(h / 0.2), new double[] {1, 0, 0});
    film.runUntil(1e-9);
    // error of the scheme at its own step
    double phase = GAMMA0 * h / (1 + 0.1 * 0.1) * 1e-9;
    assertThat(Macrospin.error(film.m(), 0.1, phase)).isLessThan(1e-5);
  }

  @ParameterizedTest
  @CsvSource({"0.9, 1", "1.1, 1", "0.9, 2", "1.1, 2"})
  void smallAnglesGrowAboveTheCriticalCurrent(double share, double lambda) {
    // about +z with p along -z an angle grows at gamma0 (h eps - alpha Hk)/(1 + alpha^2), so that
    // J_c = alpha Hk mu0 e Ms t/(hbar eps) with eps = P lambda^2/2 at m = -p
    double alpha = 0.02;
    double polarisation = 0.4;
    double eps = polarisation * lambda * lambda / 2;
    double critical = density(alpha * HK / eps);
    SlonczewskiTorque torque =
        new SlonczewskiTorque(new Direction(0, 0, -1), polarisation, lambda, 0);
    double tilt = 1e-4;
    TimeEvolution film =
        film(
            KU,
            alpha,
            torque,
            share * critical,
            new double[] {tilt, 0, Math.sqrt(1 - tilt * tilt)});
    double t = 1e-9;
    film.runUntil(t);
    double rate = Math.log(Math.hypot(film.m().x()[0], film.m().y()[0]) / tilt) / t;
    double expected = GAMMA0 * alpha * HK * (share - 1) / (1 + alpha * alpha);
    // the step turns m by 0.3 rad, which damps it by 0.3^5/144 of a turn each
    assertThat(rate).isCloseTo(expected, within(0.02 * Math.abs(expected)));
  }

  @ParameterizedTest
  @EnumSource(Integrator.class)
  void allKernelsMoveAVaryingFilmInTheSameWay(Integrator integrator) {
    Grid grid = new Grid(9, 6, 2, 4e-9, 4e-9, 2e-9);
    Material a =
        Material.of(MS, 1e-11)
            .withKu(KU)
            .withD(1e-3, DmiKind.BULK)
            .withAlpha(0.1)
            .withSlonczewski(new SlonczewskiTorque(new Direction(1, 0, 1), 0.5, 2, 0.1));
    VectorField[] ends = new VectorField[2];
    for (int k = 0; k < 2; k++) {
      TimeEvolution film =
          new TimeEvolution(
              new Magnet(grid, a, Discretisation.COVARIANT),
              new Numerics(
                  integrator, Coupling.adaptive(), k == 0 ? KernelChoice.PLAIN : KernelChoice.AUTO),
              Parallel.SERIAL);
      film.state(Textures.random(grid, 3), 0);
      film.under(s -> s.withCurrentThrough(2e12, Envelope.pulse(0, 4e-12)));
      film.runUntil(5e-12);
      ends[k] = film.m();
    }
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < grid.cells(); i++) {
        // rounding, which the exchange of a random texture makes larger
        assertThat(ends[1].component(c)[i]).isCloseTo(ends[0].component(c)[i], within(1e-9));
      }
    }
  }

  @Test
  void aFilmWithoutTheTorqueRefusesACurrentThroughIt() {
    TimeEvolution film =
        new TimeEvolution(Macrospin.free(0.1, 0), Numerics.standard(), Parallel.SERIAL);
    assertThatThrownBy(() -> film.under(s -> s.withCurrentThrough(1e10, Envelope.constant())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no Slonczewski torque");
  }

  @Test
  void parametersMustMakeSense() {
    Direction z = new Direction(0, 0, 1);
    assertThatThrownBy(() -> new SlonczewskiTorque(z, 0.5, 0.9, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lambda >= 1");
    assertThatThrownBy(() -> new Direction(0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no direction");
  }
}
