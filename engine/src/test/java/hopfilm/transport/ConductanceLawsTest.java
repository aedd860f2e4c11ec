package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold on every mesh: reciprocity, Kirchhoff, Joule, and the symmetry of the square. */
class ConductanceLawsTest {
  private static final AmrConductivity SIGMA = new AmrConductivity(1.5e-7, 1.5);

  static Stream<Grid> films() {
    List<Grid> films = new ArrayList<>();
    int[][] sizes = {{37, 61}, {40, 40}, {97, 31}, {64, 12}, {15, 90}};
    for (int[] n : sizes) {
      for (Edges x : Edges.values()) {
        for (Edges y : Edges.values()) {
          films.add(new Grid(n[0], n[1], 1, 4e-9, 3e-9, 2e-7, new Grid.Boundary(x, y, Edges.OPEN)));
        }
      }
    }
    return films.stream();
  }

  /** Three electrodes, two of them inside. */
  private static List<Electrode> electrodes(Grid film) {
    double x = film.sizeX();
    double y = film.sizeY();
    return List.of(
        new Electrode("disc", new Disc(0.3 * x, 0.3 * y, 0.15 * Math.min(x, y) + 4e-9)),
        new Electrode("bar", new Rectangle(0.55 * x, 0.7 * y, 0.75 * x, 0.9 * y)),
        new Electrode(
            "triangle",
            new Polygon(
                new double[] {0.8 * x, 0.9 * x, 0.85 * x},
                new double[] {0.05 * y, 0.05 * y, 0.4 * y})));
  }

  /** m at random in every cell: nothing is smooth. */
  static VectorField rough(Grid film, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    VectorField m = new VectorField(film);
    for (int c = 0; c < film.cells(); c++) {
      double azimuth = 2 * Math.PI * random.nextDouble();
      double z = 2 * random.nextDouble() - 1;
      m.x()[c] = Math.sqrt(1 - z * z) * Math.cos(azimuth);
      m.y()[c] = Math.sqrt(1 - z * z) * Math.sin(azimuth);
      m.z()[c] = z;
    }
    return m;
  }

  @ParameterizedTest
  @MethodSource("films")
  void reciprocityKirchhoffJoule(Grid film) {
    CurrentFlow flow = new CurrentFlow(film, SIGMA, electrodes(film), Parallel.SERIAL);
    Held held = flow.with(rough(film, 5));
    ConductanceMatrix g = held.conductanceMatrix();
    assertThat(g.symmetryError()).isLessThan(1e-9);
    assertThat(g.rowSumError()).isLessThan(1e-9);
    assertThat(g.residual()).isLessThan(1e-10);
    for (int i = 0; i < 3; i++) {
      assertThat(g.get(i, i)).isPositive();
    }

    double[] voltages = {0.04, -0.01, 0.02};
    double[] potential = new double[flow.potentialLength()];
    assertThat(held.solve(voltages, potential, 1e-11).residual()).isLessThan(1e-11);
    double[] currents = held.currents(potential);
    double power = 0;
    double ohm = 0;
    for (int i = 0; i < 3; i++) {
      power += voltages[i] * currents[i];
      for (int j = 0; j < 3; j++) {
        ohm += voltages[i] * g.get(i, j) * voltages[j];
      }
    }
    assertThat(currents[0] + currents[1] + currents[2])
        .isCloseTo(0, within(1e-9 * Math.abs(currents[0])));
    assertThat(power).isCloseTo(held.power(potential), within(1e-9 * power));
    assertThat(power).isCloseTo(ohm, within(1e-9 * power));
  }

  /** Columns of cells carry the electrodes' current: j at the centre is the mean of its cell. */
  @Test
  void everyColumnCarriesTheCurrent() {
    Grid film = new Grid(23, 17, 1, 4e-9, 3e-9, 2e-7);
    CurrentFlow flow = new CurrentFlow(film, SIGMA, ElectrodeLayouts.sidesX(film), Parallel.SERIAL);
    Held held = flow.with(rough(film, 6));
    double[] potential = new double[flow.potentialLength()];
    held.solve(new double[] {0.05, 0}, potential, 1e-12);
    double current = held.currents(potential)[0];
    assertThat(current).isPositive();
    VectorField j = held.currentDensity(potential);
    for (int i = 0; i < film.nx(); i++) {
      double sum = 0;
      for (int k = 0; k < film.ny(); k++) {
        sum += j.x()[film.index(i, k, 0)] * film.dy() * film.sizeZ();
      }
      assertThat(sum).isCloseTo(current, within(1e-9 * current));
    }
  }

  @Test
  void fieldPointsDownThePotential() {
    Grid film = Grid.film(10, 20, 4e-9, 1e-6);
    CurrentFlow flow = new CurrentFlow(film, SIGMA, ElectrodeLayouts.sidesY(film), Parallel.SERIAL);
    Held held = flow.with(VectorField.uniform(film, 0, 0, 1));
    double[] potential = new double[flow.potentialLength()];
    held.solve(new double[] {0, 0.08}, potential, 1e-12);
    VectorField e = new VectorField(film);
    held.electricField(potential, e);
    for (int c = 0; c < film.cells(); c++) {
      assertThat(e.x()[c]).isCloseTo(0, within(1e-3)); // V/m, of 1e6
      assertThat(e.y()[c]).isCloseTo(-0.08 / 80e-9, within(1e-3));
    }
    double jy = held.currentDensity(potential).y()[7];
    assertThat(jy).isCloseTo(-1e6 / 1.5e-7, within(1e4)); // A/m^2, of 7e12
  }

  /** A turn of film and m by 90 degrees takes corner 1 to 2, 2 to 3, 3 to 4 and 4 to 1. */
  @Test
  void turnedFilm() {
    Grid film = Grid.film(37, 61, 4e-9, 1e-6);
    VectorField m = rough(film, 7);
    Grid turned = Grid.film(61, 37, 4e-9, 1e-6);
    VectorField n = new VectorField(turned);
    for (int j = 0; j < film.ny(); j++) {
      for (int i = 0; i < film.nx(); i++) {
        int from = film.index(i, j, 0);
        int to = turned.index(film.ny() - 1 - j, i, 0);
        n.x()[to] = -m.y()[from];
        n.y()[to] = m.x()[from];
        n.z()[to] = m.z()[from];
      }
    }
    double[][] g = Conductances.g(m, ElectrodeLayouts.corners(film, 50e-9));
    double[][] h = Conductances.g(n, ElectrodeLayouts.corners(turned, 50e-9));
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(h[(i + 1) % 4][(j + 1) % 4]).isCloseTo(g[i][j], within(1e-9));
      }
    }
  }

  /** Strong AMR of the kind a > 0 lowers, of the kind a < 0 raises every dissipated power. */
  @Test
  void signOfAmrIsTheSignOfTheChange() {
    Grid film = Grid.film(30, 30, 4e-9, 1e-6);
    double[] voltages = {1, -1, 1, -1};
    double[] power = new double[3];
    for (int k = 0; k < 3; k++) {
      AmrConductivity sigma = new AmrConductivity(1e-7, k - 1.0);
      CurrentFlow flow =
          new CurrentFlow(film, sigma, ElectrodeLayouts.corners(film, 30e-9), Parallel.SERIAL);
      Held held = flow.with(rough(film, 8));
      double[] potential = new double[flow.potentialLength()];
      held.solve(voltages, potential, 1e-10);
      power[k] = held.power(potential);
    }
    assertThat(power[0]).isGreaterThan(power[1]);
    assertThat(power[2]).isLessThan(power[1]);
  }

  @Test
  void equalVoltagesDriveNoCurrent() {
    Grid film = Grid.film(30, 30, 4e-9, 1e-6);
    CurrentFlow flow =
        new CurrentFlow(film, SIGMA, ElectrodeLayouts.corners(film, 30e-9), Parallel.SERIAL);
    Held held = flow.with(rough(film, 9));
    double[] potential = new double[flow.potentialLength()];
    Solution solution = held.solve(new double[] {0.1, 0.1, 0.1, 0.1}, potential, 1e-10);
    assertThat(solution).isEqualTo(new Solution(0, 0));
    assertThat(potential).containsOnly(0.1);
  }
}
