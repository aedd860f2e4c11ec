package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Films of any outline: known conductances, symmetries, and islands. */
class MaskedFilmTest {
  /** The solver's own tolerance, 1e-11, times the number of rows whose errors may add. */
  private static final Offset<Double> EXACT = within(1e-9);

  private static CurrentFlow flow(CellMask mask, List<Electrode> electrodes) {
    return new CurrentFlow(
        mask.grid(), mask, Conductances.STRONG, electrodes, Parallel.SERIAL, KernelChoice.PLAIN);
  }

  private static Held held(CellMask mask, VectorField m, List<Electrode> electrodes) {
    return flow(mask, electrodes).with(m);
  }

  /** In units of thickness * s_perp. */
  private static double[][] g(CellMask mask, VectorField m, List<Electrode> electrodes) {
    double[][] g = held(mask, m, electrodes).conductanceMatrix().siemens();
    for (double[] row : g) {
      for (int j = 0; j < row.length; j++) {
        row[j] /= mask.grid().sizeZ() * Conductances.STRONG.sPerp();
      }
    }
    return g;
  }

  private static VectorField alongZ(Grid grid) {
    return VectorField.uniform(grid, 0, 0, 1);
  }

  private static Electrode wide(String name, double x0, double y0, double x1, double y1) {
    return new Electrode(name, new Rectangle(x0, y0, x1, y1));
  }

  /** A bar of 20 x 8 cells that starts at cell (5, 3) of a grid of 37 x 29. */
  private static final Grid AROUND = Grid.film(37, 29, 4e-9, 1e-6);

  private static final Grid BAR = Grid.film(20, 8, 4e-9, 1e-6);
  private static final CellMask CUT =
      CellMask.full(AROUND).within(new Rectangle(20e-9, 12e-9, 100e-9, 44e-9));
  private static final List<Electrode> ENDS =
      List.of(wide("left", 20e-9, 0, 20e-9, 1e-7), wide("right", 100e-9, 0, 100e-9, 1e-7));

  @Test
  void uniformBarCutFromALargerGrid() {
    assertThat(CUT.count()).isEqualTo(160);
    // width / length times S_xx
    assertThat(g(CUT, alongZ(AROUND), ENDS)[0][0]).isCloseTo(8.0 / 20, EXACT);
    assertThat(g(CUT, VectorField.uniform(AROUND, 0, 1, 0), ENDS)[0][1])
        .isCloseTo(-8.0 / 20, EXACT);
    assertThat(g(CUT, VectorField.uniform(AROUND, 1, 0, 0), ENDS)[0][0])
        .isCloseTo(8.0 / 20 / 7, EXACT);
  }

  @Test
  void laminateCutFromALargerGrid() {
    VectorField m = alongZ(AROUND);
    for (int c = 0; c < AROUND.cells(); c++) {
      if (c % 37 % 2 == 0) {
        m.x()[c] = 1;
        m.z()[c] = 0;
      }
    }
    assertThat(g(CUT, m, ENDS)[0][0]).isCloseTo(8.0 / 20 * 2 / (7 + 1), EXACT);
  }

  /** Any texture: potential and field of the cut bar are those of a bar on a grid of its own. */
  @Test
  void cutBarIsABarOfItsOwn() {
    VectorField own = ConductanceLawsTest.rough(BAR, 4);
    VectorField m = ConductanceLawsTest.rough(AROUND, 5); // what lies outside does not count
    for (int c = 0; c < BAR.cells(); c++) {
      int at = AROUND.index(c % 20 + 5, c / 20 + 3, 0);
      for (int k = 0; k < 3; k++) {
        m.component(k)[at] = own.component(k)[c];
      }
    }
    Held cut = held(CUT, m, ENDS);
    Held bar = held(CellMask.full(BAR), own, ElectrodeLayouts.sidesX(BAR));
    double[] v = new double[cut.potentialLength()];
    double[] w = new double[bar.potentialLength()];
    cut.solve(new double[] {0.3, -0.1}, v, 1e-12);
    bar.solve(new double[] {0.3, -0.1}, w, 1e-12);
    for (int j = 0; j <= AROUND.ny(); j++) {
      for (int i = 0; i <= AROUND.nx(); i++) {
        boolean inside = i >= 5 && i <= 25 && j >= 3 && j <= 11;
        double expected = inside ? w[i - 5 + 21 * (j - 3)] : 0;
        assertThat(v[i + 38 * j]).isCloseTo(expected, within(inside ? 1e-11 : 0.0));
      }
    }
    assertThat(cut.power(v)).isCloseTo(bar.power(w), within(1e-10 * bar.power(w)));
    VectorField e = new VectorField(AROUND);
    cut.electricField(v, e);
    VectorField j = cut.currentDensity(v);
    for (int c = 0; c < AROUND.cells(); c++) {
      boolean still = e.x()[c] == 0 && e.y()[c] == 0 && j.x()[c] == 0 && j.y()[c] == 0;
      assertThat(still).isEqualTo(!CUT.inside(c));
    }
  }

  /**
   * Half a ring between its two flat ends: the current runs in circles, G = ln(r2/r1)/pi. Its edges
   * are staircases, and their error falls with the cells.
   */
  @Test
  void halfRing() {
    double[] error = new double[3];
    double r1 = 60e-9;
    double r2 = 120e-9;
    for (int r = 0; r < 3; r++) {
      int n = 30 << r;
      Grid grid = Grid.film(2 * n, n, 120e-9 / n, 1e-6);
      CellMask ring = CellMask.full(grid).within(new Disc(r2, 0, r2)).without(new Disc(r2, 0, r1));
      List<Electrode> ends =
          List.of(wide("left", 0, 0, r2 - r1, 0), wide("right", r2 + r1, 0, 2 * r2, 0));
      error[r] = Math.abs(g(ring, alongZ(grid), ends)[0][0] - Math.log(2) / Math.PI);
    }
    assertThat(error[0]).isLessThan(0.006); // of 0.22, cells of 4 nm; 0.0044 when written
    assertThat(error[1]).isLessThan(0.7 * error[0]);
    assertThat(error[2]).isLessThan(0.7 * error[1]);
  }

  /**
   * Half a ring between its two edges: the current runs outwards, G = pi/ln(r2/r1). The contacts
   * are staircases.
   */
  @Test
  void halfCorbinoDisc() {
    double[] error = new double[3];
    for (int r = 0; r < 3; r++) {
      int n = 40 << r;
      Grid grid = Grid.film(2 * n, 2 * n, 160e-9 / n, 1e-6);
      CellMask half = CellMask.full(grid).without(new Rectangle(0, 0, 320e-9, 160e-9));
      List<Electrode> rims =
          List.of(
              new Electrode("inner", new Disc(160e-9, 160e-9, 40e-9)),
              new Electrode("outer", Rings.ring(160e-9, 160e-9, 120e-9, 300e-9)));
      error[r] = Math.abs(g(half, alongZ(grid), rims)[0][0] - Math.PI / Math.log(3));
    }
    assertThat(error[0]).isLessThan(0.15); // of 2.86, cells of 4 nm
    assertThat(error[1]).isLessThan(0.7 * error[0]);
    assertThat(error[2]).isLessThan(0.7 * error[1]);
  }

  /**
   * A disc with two small half discs of radius a on opposite sides of its rim: the potential is
   * that of a source and a drain, so 1/G = 2/pi ln(2R/a) for a much below R.
   */
  @Test
  void discWithSmallContacts() {
    Grid grid = Grid.film(200, 200, 4e-9, 1e-6);
    double radius = 400e-9;
    CellMask disc = CellMask.full(grid).within(new Disc(radius, radius, radius));
    double a = 40e-9;
    List<Electrode> contacts =
        List.of(
            new Electrode("left", new Disc(0, radius, a)),
            new Electrode("right", new Disc(2 * radius, radius, a)));
    double g = g(disc, alongZ(grid), contacts)[0][0];
    // a is ten cells, and the rim is not flat over a
    assertThat(1 / g)
        .isCloseTo(2 / Math.PI * Math.log(2 * radius / a), within(0.02)); // 0.010 when written
  }

  /** No current crosses the mirror line of a film with a hole in its middle. */
  @Test
  void holeAgainstTheHalfWithoutTheOther() {
    Grid grid = Grid.film(60, 44, 4e-9, 1e-6);
    CellMask hole = CellMask.full(grid).without(new Disc(120e-9, 88e-9, 50e-9));
    CellMask half = hole.without(new Rectangle(0, 0, 240e-9, 88e-9));
    for (VectorField m : List.of(alongZ(grid), VectorField.uniform(grid, 1, 0, 0))) {
      double whole = g(hole, m, ElectrodeLayouts.sidesX(grid))[0][0];
      assertThat(g(half, m, ElectrodeLayouts.sidesX(grid))[0][0]).isCloseTo(whole / 2, EXACT);
    }
  }

  /** Rayleigh: what is taken away lowers the power for all voltages. */
  @Test
  void notchesLowerTheConductance() {
    Grid grid = Grid.film(50, 40, 4e-9, 1e-6);
    VectorField m = ConductanceLawsTest.rough(grid, 6);
    double[] before = null;
    for (int depth = 0; depth < 40; depth += 6) {
      CellMask notched =
          CellMask.full(grid).without(new Rectangle(90e-9, -1e-9, 110e-9, depth * 4e-9 - 1e-9));
      Held flow = held(notched, m, ElectrodeLayouts.corners(grid, 30e-9));
      double[] power = new double[8];
      for (int s = 1; s < 8; s++) {
        double[] voltages = {0, s & 1, s >> 1 & 1, s >> 2};
        double[] v = new double[flow.potentialLength()];
        flow.solve(voltages, v, 1e-11);
        power[s] = flow.power(v);
        assertThat(before == null || power[s] < before[s]).isTrue();
      }
      before = power;
    }
  }

  /** Reciprocity, Kirchhoff and Joule on sieves of random holes with all kinds of edges. */
  @Test
  void sieves() {
    for (Edges x : Edges.values()) {
      for (Edges y : Edges.values()) {
        Grid grid = new Grid(41, 50, 1, 4e-9, 3e-9, 1e-6, new Grid.Boundary(x, y, Edges.OPEN));
        VectorField random = ConductanceLawsTest.rough(grid, 7);
        boolean[] inside = new boolean[grid.cells()];
        for (int c = 0; c < inside.length; c++) {
          inside[c] = random.z()[c] > -0.2; // 60 % of the cells: necks, islands, dead ends
        }
        List<Electrode> electrodes =
            List.of(
                new Electrode("a", new Disc(30e-9, 30e-9, 20e-9)),
                new Electrode("b", new Disc(120e-9, 40e-9, 20e-9)),
                new Electrode("c", new Disc(70e-9, 120e-9, 20e-9)));
        CurrentFlow whole = flow(CellMask.of(grid, inside), electrodes);
        assertThat(whole.isolatedElectrodes()).isEmpty();
        Held flow = whole.with(random);
        ConductanceMatrix g = flow.conductanceMatrix();
        assertThat(g.symmetryError()).isLessThan(1e-9);
        assertThat(g.rowSumError()).isLessThan(1e-9);
        double[] voltages = {0.04, -0.01, 0.02};
        double[] v = new double[flow.potentialLength()];
        flow.solve(voltages, v, 1e-11);
        double[] currents = flow.currents(v);
        double power = 0;
        for (int e = 0; e < 3; e++) {
          power += voltages[e] * currents[e];
        }
        assertThat(flow.power(v)).isCloseTo(power, within(1e-9 * power));
      }
    }
  }

  @Test
  void discsTakeAsManyIterationsAsSquares() {
    Grid grid = Grid.film(128, 128, 4e-9, 1e-6);
    CellMask disc = CellMask.full(grid).within(new Disc(256e-9, 256e-9, 256e-9));
    int[] iterations = new int[2];
    for (int k = 0; k < 2; k++) {
      Held flow =
          held(
              k == 0 ? CellMask.full(grid) : disc,
              SmoothTexture.of(grid, 1),
              ElectrodeLayouts.edgeCentres(grid, 80e-9));
      double[] v = new double[flow.potentialLength()];
      iterations[k] = flow.solve(new double[] {1, 0, 1, 0}, v, 1e-8).iterations();
    }
    assertThat(iterations[1]).isLessThanOrEqualTo(iterations[0] + 3); // -1 when written
  }

  @Test
  void islandsCarryNoCurrent() {
    Grid grid = Grid.film(60, 40, 4e-9, 1e-6);
    // cut at 80 nm, and a cell of its own in the middle of a hole
    CellMask cut =
        CellMask.full(grid)
            .without(new Rectangle(80e-9, 0, 88e-9, 160e-9))
            .without(new Rectangle(140e-9, 60e-9, 170e-9, 100e-9));
    boolean[] inside = new boolean[grid.cells()];
    for (int c = 0; c < inside.length; c++) {
      inside[c] = cut.inside(c) || c == grid.index(38, 19, 0);
    }
    CellMask islands = CellMask.of(grid, inside);
    VectorField m = ConductanceLawsTest.rough(grid, 8);
    List<Electrode> three =
        List.of(
            wide("left", 0, 0, 0, 160e-9),
            wide("right", 240e-9, 0, 240e-9, 160e-9),
            wide("middle", 120e-9, 0, 120e-9, 40e-9));
    assertThat(flow(islands, three).isolatedElectrodes()).containsExactly("left");
    Held flow = held(islands, m, three);
    double[] v = new double[flow.potentialLength()];
    flow.solve(new double[] {0.3, 0.2, 0.1}, v, 1e-11);
    assertThat(flow.currents(v)[0]).isZero();
    assertThat(v[10 + 61 * 20]).isEqualTo(0.3); // left part
    assertThat(v[38 + 61 * 19]).isZero(); // the cell in the hole
    // the right part alone
    double[][] right = g(islands.without(new Rectangle(0, 0, 80e-9, 1)), m, three.subList(1, 3));
    double[][] all = g(islands, m, three);
    assertThat(all[0]).containsOnly(0);
    assertThat(all[1][2]).isCloseTo(right[0][1], EXACT);

    assertThat(flow(islands, three.subList(0, 2)).isolatedElectrodes())
        .containsExactly("left", "right");
    Held apart = held(islands, m, three.subList(0, 2));
    assertThat(apart.conductanceMatrix().siemens()).isDeepEqualTo(new double[2][2]);
    assertThat(apart.conductanceMatrix().symmetryError()).isZero();
    // nor do equal voltages on each island
    List<Electrode> four =
        List.of(three.get(0), three.get(1), three.get(2), wide("low", 20e-9, 0, 40e-9, 0));
    Held pairs = held(islands, m, four);
    assertThat(pairs.solve(new double[] {1, 2, 2, 1}, v, 1e-10)).isEqualTo(new Solution(0, 0));
    assertThat(pairs.power(v)).isCloseTo(0, within(1e-10)); // W, of 1 W
  }

  @Test
  void refusesElectrodesBesideTheFilm() {
    Grid grid = Grid.film(60, 60, 4e-9, 1e-6);
    CellMask disc = CellMask.full(grid).within(new Disc(120e-9, 120e-9, 120e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> held(disc, alongZ(grid), ElectrodeLayouts.corners(grid, 40e-9)))
        .withMessageContaining("'n1' touches no cell corner of the film");
    // beside the film electrodes may lie on each other, on it they may not
    Electrode left = wide("left", 0, 0, 40e-9, 240e-9);
    assertThat(flow(disc, List.of(left, wide("low", 0, 0, 120e-9, 10e-9))).isolatedElectrodes())
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> held(disc, alongZ(grid), List.of(left, wide("low", 0, 0, 120e-9, 60e-9))))
        .withMessageContaining("'left' and 'low' overlap");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> held(disc, alongZ(BAR), ElectrodeLayouts.sidesX(grid)))
        .withMessageContaining("20 x 8");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CurrentFlow(
                    grid, CUT, Conductances.STRONG, ENDS, Parallel.SERIAL, KernelChoice.PLAIN))
        .withMessageContaining("another grid");
  }
}
