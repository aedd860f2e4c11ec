package hopfilm.dynamics;

import static hopfilm.dynamics.Macrospin.GAMMA0;
import static hopfilm.dynamics.Macrospin.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.LayerExchange;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Exchange across a spacer, against two coupled macrospins. */
class LayerExchangeTest {

  private static final double MU0 = 4e-7 * Math.PI;
  private static final double DZ = 2e-9;

  /** Two layers with an empty one between them. */
  private static Magnet layers(Grid grid, double J, double alpha, double[] field) {
    ScalarField ms = new ScalarField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      ms.values()[c] = c / (grid.nx() * grid.ny()) == 1 ? 0 : MS;
    }
    Material a =
        new Material(
            Parameter.of(ms),
            Parameter.of(1e-11),
            new Material.Anisotropy(Parameter.of(0), EasyAxis.Z),
            new Material.Chirality(Parameter.of(0), DmiKind.BULK),
            Parameter.of(alpha),
            new Material.Torques(0, 0));
    return new Magnet(grid, a, Discretisation.STANDARD, field)
        .withLayerExchange(new LayerExchange.Pair(0, 2, J));
  }

  private static TimeEvolution film(
      Magnet magnet, double[] low, double[] high, KernelChoice loops) {
    VectorField m = new VectorField(magnet.grid());
    for (int c = 0; c < 3 && low != null; c++) {
      m.component(c)[0] = low[c];
      m.component(c)[2] = high[c];
    }
    TimeEvolution film =
        new TimeEvolution(
            magnet, new Numerics(Integrator.RK4, Coupling.adaptive(), loops), Parallel.SERIAL);
    film.state(m, 0);
    return film;
  }

  @ParameterizedTest
  @CsvSource({"0.3", "0.7"})
  void layersAgainstEachOtherCantUpToTheSaturationField(double share) {
    // w = |J| cos 2 theta - 2 mu0 Ms H t cos theta is least at cos theta = H/Hs
    double J = -5e-4;
    double saturation = 2 * Math.abs(J) / (MU0 * MS * DZ);
    Grid grid = new Grid(1, 1, 3, 4e-9, 4e-9, DZ);
    Magnet magnet = layers(grid, J, 0.5, new double[] {share * saturation, 0, 0});
    double[] up = {0.1, Math.sqrt(0.99), 0};
    double[] down = {0.1, -Math.sqrt(0.99), 0};
    TimeEvolution film = film(magnet, up, down, KernelChoice.AUTO);
    film.runUntil(2e-9);
    VectorField m = film.m();
    // relaxation leaves exp(-gamma0 alpha Hs sin^2 theta t)
    assertThat(m.x()[0]).isCloseTo(share, within(1e-9));
    assertThat(m.x()[2]).isCloseTo(share, within(1e-9));
    assertThat(m.y()[0]).isCloseTo(-m.y()[2], within(1e-9));
    double energy =
        (Math.abs(J) * (2 * share * share - 1) - MU0 * MS * share * saturation * DZ * 2 * share)
            * 16e-18;
    assertThat(magnet.energies(m).total()).isCloseTo(energy, within(1e-9 * Math.abs(energy)));
  }

  @Test
  void layersTurnAboutEachOtherAtTheRateOfTheirExchange() {
    // dm_a/dt = -gamma0 h m_a x m_b: both turn about m_a + m_b at gamma0 h |m_a + m_b|
    double J = 3e-4;
    double h = J / (MU0 * MS * DZ);
    Grid grid = new Grid(1, 1, 3, 4e-9, 4e-9, DZ);
    double[] a = {1, 0, 0};
    double[] b = {0, 0, 1};
    TimeEvolution film = film(layers(grid, J, 0, new double[3]), a, b, KernelChoice.AUTO);
    film.stepLimit(1e-13);
    double t = Math.PI / (GAMMA0 * h * Math.sqrt(2));
    film.runUntil(t);
    // half a turn about (1, 0, 1) exchanges them; fourth order of a step of 0.1 ps
    assertThat(film.m().z()[0]).isCloseTo(1, within(1e-7));
    assertThat(film.m().x()[2]).isCloseTo(1, within(1e-7));
  }

  @ParameterizedTest
  @EnumSource(KernelChoice.class)
  void allKernelsMoveTheFilmInTheSameWay(KernelChoice loops) {
    Grid grid = new Grid(9, 20, 3, 4e-9, 4e-9, DZ);
    VectorField[] ends = new VectorField[2];
    for (int k = 0; k < 2; k++) {
      TimeEvolution film =
          film(
              layers(grid, -1e-3, 0.1, new double[] {0, 1e5, 0}),
              null,
              null,
              k == 0 ? KernelChoice.PLAIN : loops);
      VectorField start = Textures.random(grid, 3);
      for (int cell = 180; cell < 360; cell++) {
        start.x()[cell] = start.y()[cell] = start.z()[cell] = 0;
      }
      film.state(start, 0);
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
  void layersMustBeThere() {
    Magnet magnet = layers(new Grid(1, 1, 3, 4e-9, 4e-9, DZ), 1e-3, 0, new double[3]);
    for (LayerExchange.Pair p :
        new LayerExchange.Pair[] {
          new LayerExchange.Pair(0, 3, 1e-3),
          new LayerExchange.Pair(2, 0, 1e-3),
          new LayerExchange.Pair(0, 2, Double.NaN)
        }) {
      assertThatThrownBy(() -> magnet.withLayerExchange(p))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("between layers");
    }
  }
}
