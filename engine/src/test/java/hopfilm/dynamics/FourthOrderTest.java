package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.KernelChoice;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import java.util.Arrays;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariants of the covariant discretisation with second neighbours, and published numbers. */
@Order(3)
class FourthOrderTest {

  private static final double KAPPA = Films.D / (2 * Films.A);

  private static Magnet magnet(Grid grid, double Ku) {
    return new Magnet(grid, Films.chiral(Ku), Discretisation.COVARIANT4);
  }

  private static VectorField relaxed(Magnet magnet, VectorField m) {
    StaticDescent.Outcome end =
        new StaticDescent(magnet, KernelChoice.AUTO, Parallel.SERIAL).relax(m, 1e-6, 200_000);
    assertThat(end.converged()).isTrue();
    return m;
  }

  /** Every cell of a free chain stands in the same surroundings, the ends too. */
  @ParameterizedTest
  @ValueSource(doubles = {8e-9, 4e-9, 1e-9})
  void helixOfExactPitchHasNoTorque(double dx) {
    Grid grid =
        new Grid(23, 1, 1, dx, dx, dx, new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));
    Magnet magnet = magnet(grid, 0);
    VectorField m = Textures.helix(grid, 0, 2 * Math.PI / KAPPA, DmiKind.BULK, 1);
    VectorField h = magnet.field(m);
    double scale = 2 * Films.A / (4e-7 * Math.PI * Films.MS * dx * dx);
    for (int i = 0; i < grid.nx(); i++) {
      double torque = m.y()[i] * h.z()[i] - m.z()[i] * h.y()[i];
      // rounding of the exchange
      assertThat(torque).isCloseTo(0, within(1e-13 * scale));
    }
  }

  @Test
  void uniformFilmStaysAtRestUnderACurrent() {
    Grid grid = Grid.film(12, 9, 4e-9, 1e-8, Edges.PERIODIC, Edges.PERIODIC);
    VectorField up = Textures.uniform(grid, 0, 0, 1);
    TimeEvolution film =
        new TimeEvolution(magnet(grid, 4.8e5), null, Numerics.standard(), Parallel.SERIAL);
    Drift drift = new Drift(film.layout(), 0);
    Arrays.fill(drift.start().x(), 150);
    film.state(up, 0);
    film.under(s -> s.withDrift(drift));
    film.runUntil(1e-11);
    assertThat(film.m().mean(2)).isEqualTo(1);
  }

  /** At the step that is used the energy only falls, from random directions and at any damping. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 1})
  void energyFallsAtTheLongestStep(double alpha) {
    Grid grid = Grid.film(24, 20, 4e-9, 1e-8);
    Magnet magnet = magnet(grid, 4.8e5).withAlpha(alpha);
    TimeEvolution film = new TimeEvolution(magnet, null, Numerics.standard(), Parallel.SERIAL);
    film.state(Textures.random(grid, 3), 0);
    double before = magnet.energies(film.m()).total();
    for (int k = 1; k <= 40; k++) {
      film.runUntil(5e-12 * k);
      double now = magnet.energies(film.m()).total();
      assertThat(now).isLessThan(before);
      before = now;
    }
  }

  /**
   * Distance in percent from the axially symmetric solution 10.758, computed by the independent
   * program.
   */
  @ParameterizedTest
  @CsvSource({"4e-9, -2.6", "2.5e-9, -0.4", "2e-9, -0.2"})
  void energyOfASkyrmion(double dx, double percent) {
    int n = (int) Math.round(80e-9 / dx);
    Grid grid = Grid.film(n, n, dx, 1e-9, Edges.PERIODIC, Edges.PERIODIC);
    Magnet magnet = magnet(grid, 6e5);
    VectorField m = Textures.skyrmion(grid, 4e-8, 4e-8, 1.15e-8, 4.1e-9, DmiKind.BULK, 1, -1);
    double above =
        magnet.energies(relaxed(magnet, m)).total()
            - magnet.energies(Textures.uniform(grid, 0, 0, 1)).total();
    // one printed digit
    assertThat(100 * (above / (1e-9 * Films.A) / 10.758 - 1)).isCloseTo(percent, within(0.05));
  }

  /** The canted edge: 2 sqrt(A Ku) (1 - cos t) - D t with sin t = D/(2 sqrt(A Ku)). */
  @ParameterizedTest
  @CsvSource({"8e-9, 26", "4e-9, 6.6", "2e-9, 1.6", "1e-9, 0.4"})
  void energyOfAnEdge(double dx, double percent) {
    int n = (int) Math.round(160e-9 / dx);
    Grid grid =
        new Grid(n, 1, 1, dx, dx, dx, new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));
    Magnet magnet = magnet(grid, 6e5);
    VectorField up = Textures.uniform(grid, 0, 0, 1);
    VectorField m = relaxed(magnet, up.copy());
    double above = magnet.energies(m).total() + 6e5 * grid.cells() * grid.cellVolume();
    double root = 2 * Math.sqrt(Films.A * 6e5);
    double t = Math.asin(Films.D / root);
    double exact = root * (1 - Math.cos(t)) - Films.D * t;
    // digits of the reference
    assertThat(100 * (above / (2 * dx * dx) / exact - 1))
        .isCloseTo(percent, within(percent > 10 ? 0.5 : 0.06));
  }

  /** After 2 ns with alpha = 0.5, in percent below the limit of -1.9958e-14 J. */
  @ParameterizedTest
  @CsvSource({"4e-9, -0.27", "2.5e-9, -0.09"})
  void energyOfTheTestTexture(double dx, double percent) {
    int n = (int) Math.round(200e-9 / dx);
    Grid grid = Grid.film(n, n, dx, 1e-6);
    Magnet magnet = magnet(grid, 4.8e5).withAlpha(0.5);
    TimeEvolution film = new TimeEvolution(magnet, null, Numerics.standard(), Parallel.SERIAL);
    film.state(Films.testTexture(grid), 0);
    film.runUntil(2e-9);
    // digits of the limit and of the distance
    assertThat(100 * (1 - magnet.energies(film.m()).total() / -1.9958e-14))
        .isCloseTo(percent, within(0.01));
  }

  @Test
  void aLayoutWithTooFewGhostsIsRefused() {
    Grid grid = Grid.film(5, 4, 4e-9, 1e-8);
    assertThatThrownBy(
            () -> LlgEquation.motion(magnet(grid, 0), new PaddedLayout(grid), KernelChoice.AUTO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bonds that reach 2 cells need as many ghosts, not 1");
    TimeEvolution film =
        new TimeEvolution(magnet(grid, 0), null, Numerics.standard(), Parallel.SERIAL);
    Magnet near = new Magnet(grid, Films.chiral(0), Discretisation.STANDARD);
    assertThatThrownBy(() -> film.under(s -> s.withMagnet(near)))
        .hasMessageContaining("start another film");
  }

  @Test
  void withoutInteractionItIsTheFivePointLaplacian() {
    Grid grid =
        new Grid(
            9,
            1,
            1,
            4e-9,
            4e-9,
            4e-9,
            new Grid.Boundary(Edges.PERIODIC, Edges.PERIODIC, Edges.OPEN));
    Material a = Material.uniform(Films.MS, Films.A, 0, 0, DmiKind.BULK, 0.3, 1, 0);
    VectorField m = Textures.random(grid, 2);
    VectorField h = new Magnet(grid, a, Discretisation.COVARIANT4).field(m);
    double unit = 2 * Films.A / (4e-7 * Math.PI * Films.MS * 16e-18);
    double[] z = m.z();
    // M. Abramowitz, I. A. Stegun, table 25.2
    double lap = (-z[2] + 16 * z[3] - 30 * z[4] + 16 * z[5] - z[6]) / 12;
    assertThat(h.z()[4]).isCloseTo(unit * lap, within(1e-13 * unit));
  }
}
