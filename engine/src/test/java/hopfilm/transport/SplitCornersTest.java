package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that touch at a corner alone: no current passes there, and all laws hold. */
class SplitCornersTest {

  private static final AmrConductivity HALL =
      new AmrConductivity(1.5e-7, 1.5, Math.toRadians(15), true);

  private static CurrentFlow flow(
      CellMask mask, AmrConductivity sigma, List<Electrode> electrodes) {
    return new CurrentFlow(
        mask.grid(), mask, sigma, electrodes, Parallel.SERIAL, KernelChoice.PLAIN);
  }

  private static Held held(
      CellMask mask, AmrConductivity sigma, VectorField m, List<Electrode> electrodes) {
    return flow(mask, sigma, electrodes).with(m);
  }

  private static Electrode disc(String name, double x, double y, double r) {
    return new Electrode(name, new Disc(x, y, r));
  }

  /** An insulating cut along the diagonal, 1.5 nm wide along x: a row of cells on coarse meshes. */
  @ParameterizedTest
  @ValueSource(doubles = {4, 2, 1})
  void aDiagonalCutInsulatesOnEveryMesh(double nm) {
    double size = 96e-9;
    Grid grid = Grid.film((int) (96 / nm), (int) (96 / nm), nm * 1e-9, 1e-6);
    double w = 0.75e-9;
    CellMask cut =
        CellMask.full(grid)
            .without(
                new Polygon(
                    new double[] {-w, w, size + w, size - w}, new double[] {0, 0, size, size}));
    List<Electrode> two = List.of(disc("a", 16e-9, 80e-9, 13e-9), disc("b", 80e-9, 16e-9, 13e-9));
    CurrentFlow flow = flow(cut, Conductances.STRONG, two);
    assertThat(flow.isolatedElectrodes()).containsExactly("a", "b");
    assertThat(flow.with(ConductanceLawsTest.rough(grid, 3)).conductanceMatrix().siemens())
        .isDeepEqualTo(new double[2][2]);
    // with a contact more on each side both halves conduct, and nothing passes between them
    List<Electrode> four =
        List.of(
            two.get(0), two.get(1), disc("c", 16e-9, 40e-9, 9e-9), disc("d", 40e-9, 16e-9, 9e-9));
    for (AmrConductivity sigma : List.of(Conductances.STRONG, HALL)) {
      double[][] g =
          held(cut, sigma, ConductanceLawsTest.rough(grid, 3), four).conductanceMatrix().siemens();
      assertThat(g[0][2]).isLessThan(-1e-3);
      assertThat(g[1][3]).isLessThan(-1e-3);
      for (int[] pair : new int[][] {{0, 1}, {0, 3}, {2, 1}, {2, 3}}) {
        assertThat(g[pair[0]][pair[1]]).isCloseTo(0, within(1e-10 * g[0][0]));
        assertThat(g[pair[1]][pair[0]]).isCloseTo(0, within(1e-10 * g[0][0]));
      }
    }
  }

  @Test
  void anElectrodeOnTheCornerJoins() {
    Grid grid = Grid.film(8, 8, 4e-9, 1e-6);
    CellMask two =
        CellMask.full(grid)
            .without(new Rectangle(16e-9, 0, 32e-9, 16e-9))
            .without(new Rectangle(0, 16e-9, 16e-9, 32e-9));
    List<Electrode> ends = List.of(disc("low", 0, 0, 5e-9), disc("high", 32e-9, 32e-9, 5e-9));
    VectorField m = ConductanceLawsTest.rough(grid, 4);
    assertThat(flow(two, HALL, ends).isolatedElectrodes()).containsExactly("low", "high");
    List<Electrode> three = List.of(ends.get(0), ends.get(1), disc("metal", 16e-9, 16e-9, 1e-9));
    double[][] g = held(two, HALL, m, three).conductanceMatrix().siemens();
    assertThat(g[0][2]).isNegative();
    assertThat(g[1][2]).isNegative();
    // the metal is at 0 V: what comes from the one half does not reach the other
    assertThat(g[0][1]).isCloseTo(0, within(1e-12 * g[0][0]));
  }

  /** Smooth outlines have no such corner: their films are computed as ever, to the bit. */
  @Test
  void discsRingsAndSlitsHaveNone() {
    Grid grid = Grid.film(64, 64, 4e-9, 1e-6);
    CellMask full = CellMask.full(grid);
    VectorField m = VectorField.uniform(grid, 0, 0, 1);
    List<Electrode> two =
        List.of(disc("a", 70e-9, 128e-9, 20e-9), disc("b", 190e-9, 128e-9, 20e-9));
    for (CellMask mask :
        List.of(
            full,
            full.within(new Disc(128e-9, 128e-9, 120e-9)),
            full.within(new Disc(128e-9, 128e-9, 120e-9)).without(new Disc(128e-9, 128e-9, 50e-9)),
            full.without(new Rectangle(100e-9, 60e-9, 108e-9, 180e-9)))) {
      assertThat(held(mask, HALL, m, two).circuit().film().split()).isNull();
    }
  }

  /** A sieve of random holes, with hundreds of such corners. */
  private static CellMask sieve(Grid grid, long seed) {
    boolean[] inside = new boolean[grid.nx() * grid.ny()];
    Random random = new Random(seed);
    for (int c = 0; c < inside.length; c++) {
      inside[c] = random.nextDouble() < 0.75;
    }
    return CellMask.of(grid, inside);
  }

  private static final List<Electrode> THREE =
      List.of(
          disc("a", 16e-9, 16e-9, 9e-9),
          disc("b", 76e-9, 20e-9, 9e-9),
          disc("c", 44e-9, 70e-9, 9e-9));

  /** Onsager, Kirchhoff and Joule. */
  @ParameterizedTest
  @CsvSource({"OPEN, OPEN, 1", "PERIODIC, OPEN, 1", "PERIODIC, PERIODIC, 1", "OPEN, PERIODIC, 3"})
  void lawsHoldWithHallCurrents(Edges x, Edges y, int layers) {
    Grid grid = new Grid(24, 22, layers, 4e-9, 4e-9, 5e-9, new Grid.Boundary(x, y, Edges.OPEN));
    CellMask mask = sieve(grid, 5);
    VectorField m = ConductanceLawsTest.rough(grid, 7);
    VectorField reversed = new VectorField(grid);
    for (int c = 0; c < 3; c++) {
      for (int n = 0; n < grid.cells(); n++) {
        reversed.component(c)[n] = -m.component(c)[n];
      }
    }
    CurrentFlow flow = flow(mask, HALL, THREE);
    Held held = flow.with(m);
    assertThat(flow.circuit().film().split().count()).isGreaterThan(50 * layers);
    double[][] back = held(mask, HALL, reversed, THREE).conductanceMatrix().siemens();
    double[][] g = held.conductanceMatrix().siemens();
    double skew = 0;
    for (int i = 0; i < 3; i++) {
      double row = 0;
      double column = 0;
      for (int j = 0; j < 3; j++) {
        row += g[i][j];
        column += g[j][i];
        skew = Math.max(skew, Math.abs(g[i][j] - g[j][i]));
        assertThat(g[i][j]).isCloseTo(back[j][i], within(1e-9 * g[0][0]));
      }
      assertThat(row).isCloseTo(0, within(1e-9 * g[0][0]));
      assertThat(column).isCloseTo(0, within(1e-9 * g[0][0]));
    }
    assertThat(skew).isGreaterThan(1e-4 * g[0][0]);
    double[] voltages = {0.3, -0.2, 0.1};
    double[] v = new double[flow.potentialLength()];
    held.solve(voltages, v, 1e-11);
    double power = 0;
    for (int e = 0; e < 3; e++) {
      power += voltages[e] * held.currents(v)[e];
    }
    assertThat(held.power(v)).isCloseTo(power, within(1e-9 * power));
    // the derivative of G knows these cells: their shares of the heat make up the whole
    double heat = 0;
    for (double share :
        new ConductanceSensitivity(UnitDrives.of(flow, m)).heat(voltages, voltages)) {
      heat += share;
    }
    assertThat(heat).isCloseTo(power, within(1e-9 * power));
  }

  /** A quarter turn of film, texture and electrodes, and a shift across periodic edges. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void conductancesDoNotDependOnWhereTheFilmLies(boolean turns) {
    int n = 20;
    Edges edges = turns ? Edges.OPEN : Edges.PERIODIC;
    Grid grid = new Grid(n, n, 1, 4e-9, 4e-9, 1e-6, new Grid.Boundary(edges, edges, Edges.OPEN));
    CellMask mask = sieve(grid, 8);
    VectorField m = ConductanceLawsTest.rough(grid, 9);
    VectorField other = new VectorField(grid);
    boolean[] inside = new boolean[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        int from = i + n * j;
        int to = turns ? n - 1 - j + n * i : (i + 7) % n + n * ((j + 12) % n);
        inside[to] = mask.inside(from);
        other.x()[to] = turns ? -m.y()[from] : m.x()[from];
        other.y()[to] = turns ? m.x()[from] : m.y()[from];
        other.z()[to] = m.z()[from];
      }
    }
    double[][] places = {{16, 16}, {60, 20}, {40, 64}};
    Electrode[] here = new Electrode[3];
    Electrode[] there = new Electrode[3];
    for (int e = 0; e < 3; e++) {
      double x = places[e][0] * 1e-9;
      double y = places[e][1] * 1e-9;
      here[e] = disc("n" + e, x, y, 7e-9);
      there[e] =
          turns
              ? disc("n" + e, 80e-9 - y, x, 7e-9)
              : disc("n" + e, (x + 28e-9) % 80e-9, (y + 48e-9) % 80e-9, 7e-9);
    }
    Held first = held(mask, HALL, m, List.of(here));
    Held second = held(CellMask.of(grid, inside), HALL, other, List.of(there));
    assertThat(first.circuit().film().split().count()).isGreaterThan(30);
    double[][] g = first.conductanceMatrix().siemens();
    double[][] h = second.conductanceMatrix().siemens();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(h[i][j]).isCloseTo(g[i][j], within(1e-9 * g[0][0]));
      }
    }
  }

  /**
   * A dense solution of elements assembled apart, of a film of 7 x 7 cells two of which touch: each
   * has a copy of the corner that lies in the plane of the other three.
   */
  @Test
  void potentialAndFieldAreThoseOfTheSplitMesh() {
    int n = 7;
    Grid grid = Grid.film(n, n, 4e-9, 1e-6);
    boolean[] inside = new boolean[n * n];
    java.util.Arrays.fill(inside, true);
    inside[3 + n * 2] = false;
    inside[2 + n * 3] = false;
    VectorField m = ConductanceLawsTest.rough(grid, 2);
    List<Electrode> two = List.of(disc("a", 0, 0, 5e-9), disc("b", 28e-9, 28e-9, 5e-9));
    Held flow = held(CellMask.of(grid, inside), HALL, m, two);
    double[] v = new double[flow.potentialLength()];
    double[] voltages = {0.5, -0.25};
    flow.solve(voltages, v, 1e-13);

    int nodes = (n + 1) * (n + 1);
    int touch = 3 + (n + 1) * 3;
    int low = touch; // the copy of cell (2, 2); that of (3, 3) is the last node
    double[][] k = new double[nodes + 1][nodes + 1];
    for (int cell = 0; cell < n * n; cell++) {
      if (inside[cell]) {
        DenseMesh.add(grid, m, HALL, cell, k, touch, nodes);
      }
    }
    // rows: equations of free nodes, voltages of electrodes, and the two planes
    double[] b = new double[nodes + 1];
    double[][] planes = {
      {low, 2 + 8 * 3, 3 + 8 * 2, 2 + 8 * 2}, {nodes, 4 + 8 * 3, 3 + 8 * 4, 4 + 8 * 4}
    };
    double[][] a = new double[nodes + 1][];
    for (int r = 0; r <= nodes; r++) {
      a[r] = k[r].clone();
    }
    for (double[] plane : planes) {
      // f_p of a corner of the cell goes along with the copy of which it is part
      for (int c = 1; c < 4; c++) {
        for (int q = 0; q <= nodes; q++) {
          a[(int) plane[c]][q] += (c == 3 ? -1 : 1) * k[(int) plane[0]][q];
        }
      }
    }
    for (double[] plane : planes) {
      int row = (int) plane[0];
      java.util.Arrays.fill(a[row], 0);
      a[row][row] = 1;
      a[row][(int) plane[1]] = -1;
      a[row][(int) plane[2]] = -1;
      a[row][(int) plane[3]] = 1;
    }
    for (int e = 0; e < 2; e++) {
      for (int node = 0; node < nodes; node++) {
        double x = node % (n + 1) * 4e-9 - (e == 0 ? 0 : 28e-9);
        int row = node / (n + 1);
        double y = row * 4e-9 - (e == 0 ? 0 : 28e-9);
        if (Math.hypot(x, y) < 5e-9) {
          java.util.Arrays.fill(a[node], 0);
          a[node][node] = 1;
          b[node] = voltages[e];
        }
      }
    }
    double[] expected = DenseMesh.gauss(a, b);
    for (int node = 0; node < nodes; node++) {
      if (node != touch) {
        assertThat(v[node]).isCloseTo(expected[node], within(1e-11));
      }
    }
    VectorField e = new VectorField(grid);
    flow.electricField(v, e);
    for (int cell : new int[] {2 + n * 2, 3 + n * 3}) {
      double own = cell == 2 + n * 2 ? expected[low] : expected[nodes];
      int corner = cell == 2 + n * 2 ? 3 : 0;
      double[] at = new double[4];
      for (int c = 0; c < 4; c++) {
        at[c] = c == corner ? own : expected[DenseMesh.node(grid, cell, c)];
      }
      double ex = (at[0] + at[2] - at[1] - at[3]) / (2 * 4e-9);
      double ey = (at[0] + at[1] - at[2] - at[3]) / (2 * 4e-9);
      // 1e-11 V over a cell
      assertThat(e.x()[cell]).isCloseTo(ex, within(1e-2));
      assertThat(e.y()[cell]).isCloseTo(ey, within(1e-2));
      assertThat(Math.hypot(ex, ey)).isGreaterThan(1e5);
    }
  }

  /** Layers that are alike conduct as one where m has no part that tilts. */
  @Test
  void layersAlikeAreOneLayer() {
    Grid one = Grid.film(20, 20, 4e-9, 6e-9);
    Grid three =
        new Grid(
            20, 20, 3, 4e-9, 4e-9, 2e-9, new Grid.Boundary(Edges.OPEN, Edges.OPEN, Edges.OPEN));
    VectorField m = new VectorField(one);
    VectorField high = new VectorField(three);
    Random random = new Random(3);
    for (int c = 0; c < 400; c++) {
      double phi = 2 * Math.PI * random.nextDouble();
      for (int k = 0; k < 3; k++) {
        high.x()[c + 400 * k] = m.x()[c] = Math.cos(phi);
        high.y()[c + 400 * k] = m.y()[c] = Math.sin(phi);
      }
    }
    double[][] flat =
        held(sieve(one, 4), Conductances.STRONG, m, THREE).conductanceMatrix().siemens();
    double[][] solid =
        held(sieve(three, 4), Conductances.STRONG, high, THREE).conductanceMatrix().siemens();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(solid[i][j]).isCloseTo(flat[i][j], within(1e-9 * flat[0][0]));
      }
    }
  }

  /** Columns of one cell, which touch four others each, still conduct upwards. */
  @Test
  void columnsConductUpwards() {
    Grid grid =
        new Grid(6, 6, 3, 4e-9, 4e-9, 5e-9, new Grid.Boundary(Edges.OPEN, Edges.OPEN, Edges.OPEN));
    boolean[] inside = new boolean[36];
    for (int c = 0; c < 36; c++) {
      inside[c] = (c % 6 + c / 6) % 2 == 0;
    }
    VectorField m = VectorField.uniform(grid, 0, 0, 1);
    Rectangle all = new Rectangle(0, 0, 24e-9, 24e-9);
    List<Electrode> ends =
        List.of(
            new Electrode("low", all).on(Face.LOW_Z), new Electrode("high", all).on(Face.HIGH_Z));
    double[][] g =
        held(CellMask.of(grid, inside), Conductances.STRONG, m, ends).conductanceMatrix().siemens();
    // 18 columns, the conductivity along m
    double sigma = Conductances.STRONG.sPerp() + Conductances.STRONG.sDelta();
    double expected = 18 * sigma * 4e-9 * 4e-9 / 15e-9;
    assertThat(g[0][0]).isCloseTo(expected, within(1e-9 * expected));
  }
}
