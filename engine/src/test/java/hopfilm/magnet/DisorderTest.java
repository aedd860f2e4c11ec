package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisorderTest {

  private static Grid film(int nx, int ny, Edges edges) {
    return Grid.film(nx, ny, 4e-9, 1e-6, edges, edges);
  }

  @ParameterizedTest
  @EnumSource(Edges.class)
  void grainsAreConnectedNeighboursOfTheirCentre(Edges edges) {
    Grid grid = film(90, 70, edges);
    Grains grains = Grains.voronoi(grid, 40e-9, 7);
    // 360 x 280 nm^2 / (40 nm)^2
    assertThat(grains.count()).isEqualTo(63);
    // a Voronoi cell is convex: the cell half-way between two of one grain is of that grain too
    int[] first = new int[grains.count()];
    java.util.Arrays.fill(first, -1);
    for (int cell = 0; edges == Edges.OPEN && cell < grid.cells(); cell++) {
      int k = grains.of(cell);
      if (first[k] < 0) {
        first[k] = cell;
      }
      int i = cell % 90 + first[k] % 90;
      int j = cell / 90 + first[k] / 90;
      if (i % 2 == 0 && j % 2 == 0) {
        assertThat(grains.of(i / 2 + 90 * (j / 2))).isEqualTo(k);
      }
    }
  }

  @Test
  void periodicGrainsGoOnAcrossTheEdges() {
    Grid grid = film(64, 64, Edges.PERIODIC);
    Grains grains = Grains.voronoi(grid, 32e-9, 3);
    int across = 0;
    int inside = 0;
    for (int j = 0; j < 64; j++) {
      across += grains.of(64 * j) != grains.of(63 + 64 * j) ? 1 : 0;
      inside += grains.of(31 + 64 * j) != grains.of(32 + 64 * j) ? 1 : 0;
    }
    // a boundary every 8 cells on average; an edge that cuts would have one in nearly every row
    assertThat(across).isLessThan(24);
    assertThat(inside).isLessThan(24);
  }

  @Test
  void sizesAndSpreadAreAsAsked() {
    Grid grid = film(400, 400, Edges.OPEN);
    Grains grains = Grains.voronoi(grid, 16e-9, 11);
    Parameter ku = grains.vary(Grains.Property.KU, Parameter.of(5e5), 0.1);
    Set<Double> values = new HashSet<>();
    double sum = 0;
    double square = 0;
    for (int cell = 0; cell < grid.cells(); cell++) {
      double v = ku.at(cell) / 5e5 - 1;
      if (values.add(v)) {
        sum += v;
        square += v * v;
      }
    }
    int n = values.size();
    // 10 000 points; hardly one without a cell
    assertThat(n).isBetween(9_900, 10_000);
    // standard errors are 0.001 and 0.0007; the cut at three deviations takes 1.3 % of the width
    assertThat(sum / n).isCloseTo(0, within(0.004));
    assertThat(Math.sqrt(square / n)).isCloseTo(0.0987, within(0.003));
  }

  @Test
  void deviationsDoNotDependOnWhatElseVaries() {
    Grid grid = film(50, 50, Edges.OPEN);
    Parameter first = Grains.voronoi(grid, 20e-9, 5).vary(Grains.Property.D, Parameter.of(1), 0.2);
    Grains again = Grains.voronoi(grid, 20e-9, 5);
    again.vary(Grains.Property.KU, Parameter.of(1), 0.3);
    Parameter second = again.vary(Grains.Property.D, Parameter.of(1), 0.2);
    Parameter other = Grains.voronoi(grid, 20e-9, 6).vary(Grains.Property.D, Parameter.of(1), 0.2);
    int same = 0;
    for (int cell = 0; cell < grid.cells(); cell++) {
      assertThat(second.at(cell)).isEqualTo(first.at(cell));
      same += other.at(cell) == first.at(cell) ? 1 : 0;
    }
    assertThat(same).isZero();
  }

  @Test
  void axesTiltEvenlyAround() {
    Grid grid = film(300, 300, Edges.OPEN);
    double tilt = Math.toRadians(5);
    EasyAxis axes = Grains.voronoi(grid, 12e-9, 2).tilt(new EasyAxis.Uniform(0, 0, 1), tilt);
    Set<Double> seen = new HashSet<>();
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int cell = 0; cell < grid.cells(); cell++) {
      double x = axes.at(0, cell);
      double y = axes.at(1, cell);
      double z = axes.at(2, cell);
      assertThat(x * x + y * y + z * z).isCloseTo(1, within(1e-14));
      if (seen.add(x)) {
        xx += x * x;
        yy += y * y;
        xy += x * y;
      }
    }
    int n = seen.size();
    // about 10 000 grains: 1.4 % of statistics, 1 % of tan against sine, 2.6 % of the cut
    assertThat(Math.sqrt(xx / n)).isCloseTo(tilt, within(0.05 * tilt));
    assertThat(Math.sqrt(yy / n)).isCloseTo(tilt, within(0.05 * tilt));
    assertThat(xy / n).isCloseTo(0, within(0.05 * tilt * tilt));
  }

  @Test
  void sitesCoverTheExpectedAreaAndWrap() {
    // 400 discs of 12 nm on 1.6 x 1.6 um^2 cover 1 - exp(-n pi r^2 / area) = 6.83 %
    Grid grid = film(400, 400, Edges.PERIODIC);
    PinningSites sites = PinningSites.random(grid, 400 / (1.6e-6 * 1.6e-6), 12e-9, 9);
    assertThat(sites.count()).isEqualTo(400);
    int covered = 0;
    for (boolean in : sites.inside()) {
      covered += in ? 1 : 0;
    }
    // overlap fluctuates by about 0.1 %, the staircase by less
    assertThat(covered / 160_000.0).isCloseTo(0.0683, within(0.003));
    Parameter ku = sites.replace(grid, Parameter.of(1), 3);
    for (int cell = 0; cell < grid.cells(); cell++) {
      assertThat(ku.at(cell)).isEqualTo(sites.inside()[cell] ? 3 : 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Edges.class)
  void aSiteWiderThanTheFilmCoversIt(Edges edges) {
    Grid grid = film(21, 16, edges);
    PinningSites site = PinningSites.random(grid, 1 / (84e-9 * 64e-9), 1e-2, 4);
    assertThat(site.count()).isEqualTo(1);
    assertThat(site.inside()).doesNotContain(false);
  }

  @Test
  void sitesAndGrainsOfOneSeedLieIndependently() {
    // tiny sites would lie at the centres of the grains, one each, if both took the same numbers
    Grid grid = film(200, 200, Edges.OPEN);
    Grains grains = Grains.voronoi(grid, 20e-9, 1);
    PinningSites sites = PinningSites.random(grid, 1 / (20e-9 * 20e-9), 3e-9, 1);
    assertThat(sites.count()).isEqualTo(grains.count());
    Set<Integer> hit = new HashSet<>();
    for (int cell = 0; cell < grid.cells(); cell++) {
      if (sites.inside()[cell]) {
        hit.add(grains.of(cell));
      }
    }
    // 1600 points into 1600 cells of unequal size: about 1 - 0.44 of them are hit
    assertThat(hit.size() / 1600.0).isBetween(0.45, 0.68);
  }
}
