package hopfilm.dynamics;

import static hopfilm.units.Constants.MU0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Barriers with known heights. */
class BarrierSearchTest {

  private static final double A = 1e-11;
  private static final double KU = 1e5;
  private static final double MILLI_ELECTRON_VOLT = 1.602176634e-22;

  private static BarrierSearch search(Magnet magnet) {
    return new BarrierSearch(magnet, KernelChoice.AUTO, Parallel.SERIAL);
  }

  private static Material material(double ms, double a, double ku, double d) {
    return Material.of(ms, a).withKu(ku).withD(d).withAlpha(0.3).withP(1).withXi(0);
  }

  private static VectorField uniform(Grid g, double x, double y, double z) {
    VectorField m = VectorField.uniform(g, x, y, z);
    m.normalise();
    return m;
  }

  /** A particle that turns as a whole passes K V: E. C. Stoner, E. P. Wohlfarth (1948). */
  @Test
  void macrospinPassesTheAnisotropy() {
    Grid g = Grid.film(1, 1, 5e-9, 5e-9);
    Material material = material(8e5, A, 5e4, 0);
    Magnet magnet = new Magnet(g, material, Discretisation.COVARIANT);
    List<VectorField> way =
        List.of(uniform(g, 0, 0, 1), uniform(g, 0.6, 0.5, 0.1), uniform(g, 0, 0, -1));
    BarrierSearch.Outcome found = search(magnet).find(way, 8);
    assertThat(found.isFound()).as(found.why()).isTrue();
    // the saddle is a rest state: its energy is right to the square of the force that is left
    assertThat(found.barrier()).isCloseTo(5e4 * 125e-27, within(1e-6 * 5e4 * 125e-27));
    assertThat(found.back()).isCloseTo(found.barrier(), within(1e-9 * found.barrier()));
    // it turns by pi, straight on: up to the top, down behind it
    List<BarrierSearch.Point> path = found.path();
    assertThat(path.get(path.size() - 1).distance()).isCloseTo(Math.PI, within(1e-6));
    int top = 0;
    for (int p = 1; p < path.size(); p++) {
      top = path.get(p).energy() > path.get(top).energy() ? p : top;
    }
    for (int p = 1; p < path.size(); p++) {
      assertThat(path.get(p).distance()).isGreaterThan(path.get(p - 1).distance());
      double rise = path.get(p).energy() - path.get(p - 1).energy();
      assertThat(p <= top ? rise : -rise).isPositive();
    }
  }

  /** Barrier over sqrt(A K) and the section of a wire whose start is a row of nuclei. */
  private static double nucleus(double h, double cell, double centre, double factor) {
    int nx = (int) Math.round(400e-9 / cell) + 1;
    Grid g = Grid.film(nx, 1, cell, cell);
    Material plain = material(8e5, A, KU, 0);
    Material material = plain.withAnisotropy(plain.Ku(), EasyAxis.of(1, 0, 0));
    double field = -h * 2 * KU / (MU0 * 8e5);
    Magnet magnet = new Magnet(g, material, Discretisation.COVARIANT, new double[] {field, 0, 0});
    List<VectorField> way = new ArrayList<>(List.of(uniform(g, 1, 0, 0)));
    double wall = Math.sqrt(A / KU);
    for (int p = 1; p < 23; p++) {
      VectorField m = new VectorField(g);
      double half = factor * nx * cell * p / 23;
      for (int i = 0; i < nx; i++) {
        double x = (i + 0.5) * cell - centre * nx * cell;
        double angle =
            2 * Math.atan(Math.exp((x + half) / wall)) - 2 * Math.atan(Math.exp((x - half) / wall));
        m.x()[i] = Math.cos(angle);
        m.y()[i] = Math.sin(angle);
      }
      way.add(m);
    }
    way.add(uniform(g, -1, 0, 0));
    BarrierSearch.Outcome found = search(magnet).find(way, 24);
    assertThat(found.isFound()).as(found.why()).isTrue();
    return found.barrier() / (cell * cell * Math.sqrt(A * KU));
  }

  /**
   * The nucleus of reversal in a wire, 8 S sqrt(A K) (tanh R - h R), cosh^2 R = 1/h. H. B. Braun,
   * Phys. Rev. B 50, 16501 (1994), doi:10.1103/PhysRevB.50.16501.
   */
  @ParameterizedTest
  @CsvSource({"0.1, 6.134709", "0.3, 3.789436", "0.6, 1.481253"})
  void nucleusInAWireIsThatOfBraun(double h, double exact) {
    double fine = nucleus(h, 2e-9, 0.5, 0.6);
    assertThat(fine).isCloseTo(exact, within(0.002 * exact)); // a fifth of a wall is a cell
    double coarse = nucleus(h, 4e-9, 0.5, 0.6);
    // the lattice is of second order
    assertThat((coarse - exact) / (fine - exact)).isBetween(3.9, 4.2);
  }

  /** At a free end half a nucleus is enough. */
  @Test
  void nucleusAtAnEndCostsHalf() {
    double exact = 3.789436 / 2;
    assertThat(nucleus(0.3, 2e-9, 0, 1.2)).isCloseTo(exact, within(0.002 * exact));
  }

  /**
   * A skyrmion that collapses: P. F. Bessarab, V. M. Uzdin, H. Jonsson, Comput. Phys. Commun. 196,
   * 335 (2015) has the method; the numbers are those of a band with climbing images on the same
   * lattice.
   */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"0, 495.7", "0.5, 503.5"})
  void skyrmionCollapses(double centre, double barrier) {
    int n = 60;
    Grid g = Grid.film(n, n, 2e-9, 2e-9, Edges.PERIODIC, Edges.PERIODIC);
    Material material = material(3.84e5, 3.25e-12, 0, 5.83e-4);
    double[] field = {0, 0, 0.12 / MU0};
    Magnet magnet = new Magnet(g, material, Discretisation.STANDARD, field);
    VectorField start = skyrmion(g, n / 2.0 + centre, n / 2.0 + centre);
    BarrierSearch search = search(magnet);
    VectorField skyrmion = search.rest(start);
    VectorField polarised = uniform(g, 0, 0, 1);
    assertThat(magnet.energies(skyrmion).total()).isCloseTo(-1.308109e-18, within(1e-24));
    assertThat(magnet.energies(polarised).total()).isCloseTo(-1.327104e-18, within(1e-24));
    BarrierSearch.Outcome found = search.find(List.of(skyrmion, polarised), 14);
    // the core passes a corner of cells, or a cell; the band is good to 0.5
    assertThat(found.barrier() / MILLI_ELECTRON_VOLT).isCloseTo(barrier, within(0.7));
  }

  /** A skyrmion in film along z. */
  private static VectorField skyrmion(Grid g, double centreX, double centreY) {
    VectorField m = new VectorField(g);
    for (int c = 0; c < g.cells(); c++) {
      double x = c % g.nx() + 0.5 - centreX;
      int row = c / g.nx();
      double y = row + 0.5 - centreY;
      double r = Math.hypot(x, y);
      double angle = Math.PI * Math.max(0, 1 - r / 14);
      double turn = r < 1e-9 ? 0 : Math.sin(angle) / r;
      m.x()[c] = -turn * y;
      m.y()[c] = turn * x;
      m.z()[c] = Math.cos(angle);
    }
    return m;
  }

  /**
   * In a track a skyrmion leaves over the edge more easily than it collapses: P. F. Bessarab et
   * al., Sci. Rep. 8, 3433 (2018), doi:10.1038/s41598-018-21623-3.
   */
  @Tag("slow")
  @Test
  void skyrmionLeavesATrack() {
    int width = 40;
    Grid g = Grid.film(60, width, 2e-9, 2e-9, Edges.PERIODIC, Edges.OPEN);
    Material material = material(3.84e5, 3.25e-12, 0, 5.83e-4);
    Magnet magnet =
        new Magnet(g, material, Discretisation.STANDARD, new double[] {0, 0, 0.12 / MU0});
    BarrierSearch search = search(magnet);
    VectorField skyrmion = search.rest(skyrmion(g, 30, width / 2.0));
    VectorField empty = search.rest(uniform(g, 0, 0, 1));
    List<VectorField> way = new ArrayList<>(List.of(skyrmion));
    for (double y = width / 2.0 - 3; y > -12; y -= 3) {
      way.add(skyrmion(g, 30, y));
    }
    way.add(empty);
    BarrierSearch.Outcome leaves = search.find(way, 20);
    BarrierSearch.Outcome collapses = search.find(List.of(skyrmion, empty), 14);
    assertThat(leaves.isFound()).as(leaves.why()).isTrue();
    assertThat(collapses.isFound()).as(collapses.why()).isTrue();
    assertThat(leaves.barrier()).isPositive().isLessThan(collapses.barrier());
  }

  @Test
  void pathsNeedTwoEnds() {
    Grid g = Grid.film(4, 4, 4e-9, 4e-9);
    Material material = material(8e5, A, KU, 0);
    BarrierSearch search = search(new Magnet(g, material, Discretisation.COVARIANT));
    VectorField up = uniform(g, 0, 0, 1);
    assertThatThrownBy(() -> search.find(List.of(up), 9))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> search.find(List.of(up, up.copy()), 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different ends");
  }
}
