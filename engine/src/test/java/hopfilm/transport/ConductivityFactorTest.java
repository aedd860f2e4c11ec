package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conductivity that differs from cell to cell, as in a film that is unevenly warm. */
class ConductivityFactorTest {

  private static final double RHO = 1.5e-7;

  private static CurrentFlow flow(CellMask mask, AmrConductivity sigma, List<Electrode> between) {
    return new CurrentFlow(mask.grid(), mask, sigma, between, Parallel.SERIAL, KernelChoice.PLAIN);
  }

  /** With two cells that touch at a corner alone, and a hole. */
  private static CellMask holed(Grid grid) {
    boolean[] inside = new boolean[grid.nx() * grid.ny()];
    Arrays.fill(inside, true);
    inside[grid.index(6, 5, 0)] = false;
    inside[grid.index(7, 6, 0)] = false;
    return CellMask.of(grid, inside);
  }

  /** The same factor everywhere is another resistivity: to rounding, and the solver's 1e-11. */
  @ParameterizedTest
  @CsvSource({"1, 0", "1, 20", "3, 0", "3, 20"})
  void evenFactorIsAnotherResistivity(int layers, double hall) {
    Grid grid = new Grid(14, 12, layers, 4e-9, 4e-9, 5e-9);
    CellMask mask = holed(grid);
    VectorField m = Textures.random(grid, 3);
    mask.clear(m);
    double angle = Math.toRadians(hall);
    List<Electrode> corners = ElectrodeLayouts.corners(grid, 14e-9);
    CurrentFlow hot = flow(mask, new AmrConductivity(RHO, 1.2, angle, true), corners);
    CurrentFlow other = flow(mask, new AmrConductivity(1.3 * RHO, 1.2, angle, true), corners);
    double[] factor = new double[grid.cells()];
    Arrays.fill(factor, 1 / 1.3);
    hot.with(m); // of the film before it is hot
    hot.conductivityFactor(factor);
    double[] v = {0.02, -0.01, 0.03, 0};
    double[][] all = new double[2][];
    double[][] heat = new double[2][grid.cells()];
    VectorField[] j = new VectorField[2];
    for (int k = 0; k < 2; k++) {
      CurrentFlow flow = k == 0 ? hot : other;
      Held flowHeld = flow.with(m);
      double[] potential = new double[flow.potentialLength()];
      flowHeld.solve(v, potential, 1e-11);
      all[k] = flowHeld.currents(potential);
      flowHeld.heat(potential, new VectorField(grid), heat[k]);
      j[k] = flowHeld.currentDensity(potential);
    }
    double scale = Arrays.stream(all[1]).map(Math::abs).max().orElseThrow();
    double hottest = Arrays.stream(heat[1]).max().orElseThrow();
    for (int e = 0; e < 4; e++) {
      assertThat(all[0][e]).isCloseTo(all[1][e], within(1e-9 * scale));
    }
    for (int c = 0; c < grid.cells(); c++) {
      assertThat(heat[0][c]).isCloseTo(heat[1][c], within(1e-8 * hottest));
      assertThat(j[0].x()[c]).isCloseTo(j[1].x()[c], within(1e-8 * 1e13));
    }
    double[][] g = ConductivityFactorTest.sensitivity(hot, m);
    double[][] expected = ConductivityFactorTest.sensitivity(other, m);
    for (int c = 0; c < grid.cells(); c++) {
      assertThat(g[0][c]).isCloseTo(expected[0][c], within(1e-8 * hottest * grid.cellVolume()));
    }
  }

  private static double[][] sensitivity(CurrentFlow flow, VectorField m) {
    ConductanceSensitivity s = new ConductanceSensitivity(UnitDrives.of(flow, m));
    double[] v = {0.02, -0.01, 0.03, 0};
    return new double[][] {s.heat(v, v), s.gradient(v, v).x()};
  }

  /** Resistances in a row add up, conductances side by side do. */
  @Test
  void halvesAddUp() {
    Grid grid = Grid.film(20, 12, 4e-9, 20e-9);
    VectorField m = Films.smooth(grid);
    double[] factor = new double[grid.cells()];
    for (int c = 0; c < factor.length; c++) {
      factor[c] = c % 20 < 10 ? 1 : 0.4;
    }
    AmrConductivity plain = new AmrConductivity(RHO, 0);
    double square = grid.dz() / RHO;
    CurrentFlow row = flow(CellMask.full(grid), plain, ElectrodeLayouts.sidesX(grid));
    row.conductivityFactor(factor);
    Held rowHeld = row.with(m);
    double half = 12.0 / 10;
    assertThat(rowHeld.conductanceMatrix().get(0, 0))
        .isCloseTo(square * half / (1 + 1 / 0.4), within(1e-9 * square));
    CurrentFlow beside = flow(CellMask.full(grid), plain, ElectrodeLayouts.sidesY(grid));
    beside.conductivityFactor(factor);
    Held besideHeld = beside.with(m);
    assertThat(besideHeld.conductanceMatrix().get(0, 0))
        .isCloseTo(square * (1 + 0.4) / half, within(1e-9 * square));
    beside.conductivityFactor(null);
    assertThatThrownBy(besideHeld::conductanceMatrix).hasMessageContaining("another magnetisation");
    besideHeld = beside.with(m);
    assertThat(besideHeld.conductanceMatrix().get(0, 0))
        .isCloseTo(square * 2 / half, within(1e-9 * square));
    assertThatThrownBy(() -> beside.conductivityFactor(new double[3]))
        .hasMessage("3 factors of the conductivity for 240 cells");
  }
}
