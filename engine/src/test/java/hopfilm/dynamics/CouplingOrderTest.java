package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.Films;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import org.junit.jupiter.api.Test;

/** The electric field is extrapolated linearly in time: an error of second order. */
class CouplingOrderTest {
  private static final Grid GRID = Grid.film(24, 16, 4e-9, 1e-6);
  private static final double DT = 5e-14;

  private static VectorField evolve(Coupling coupling) {
    Magnet magnet = new Magnet(GRID, Films.chiral(1.72e5), Discretisation.COVARIANT);
    CurrentFlow flow =
        new CurrentFlow(
            GRID,
            new AmrConductivity(1.5e-7, 1.5),
            ElectrodeLayouts.corners(GRID, 17e-9),
            Parallel.SERIAL);
    Numerics numerics = new Numerics(Integrator.RK4, coupling, KernelChoice.PLAIN);
    TimeEvolution evolution = new TimeEvolution(magnet, flow, numerics, Parallel.SERIAL);
    evolution.stepLimit(DT);
    evolution.state(Films.testTexture(GRID), 0);
    evolution.under(s -> s.withVoltages(new double[] {0.02, 0, 0.01, -0.01}));
    evolution.runUntil(256 * DT);
    return evolution.m();
  }

  @Test
  void halfTheIntervalLeavesAQuarterOfTheError() {
    VectorField exact = evolve(Coupling.everyStep());
    double[] error = new double[3];
    for (int r = 0; r < 3; r++) {
      VectorField m = evolve(Coupling.every(64 >> r));
      for (int k = 0; k < 3; k++) {
        for (int c = 0; c < GRID.cells(); c++) {
          error[r] = Math.max(error[r], Math.abs(m.component(k)[c] - exact.component(k)[c]));
        }
      }
    }
    // 4 in the limit; intervals of up to 3.2 ps are not small against the motion
    assertThat(error[0] / error[1]).isBetween(3.0, 5.0);
    assertThat(error[1] / error[2]).isBetween(3.0, 5.0);
  }
}
