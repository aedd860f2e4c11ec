package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.ConductanceMatrix;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The current that follows the texture, solved rarely and often. */
class CouplingTest {

  private static final AmrConductivity SIGMA = new AmrConductivity(1.5e-7, 1.5);
  private static final double[] VOLTAGES = {0.015, -0.015, 0.015, -0.015};
  private static final Magnet MAGNET =
      new Magnet(Grid.film(50, 50, 4e-9, 1e-6), Films.chiral(1.72e5), Discretisation.COVARIANT);
  private static VectorField maze;

  @BeforeAll
  static void relax() {
    TimeEvolution evolution = evolution(Coupling.adaptive(), Parallel.SERIAL);
    evolution.state(Textures.random(MAGNET.grid(), 3), 0);
    evolution.under(s -> s.withAlpha(0.5));
    evolution.runUntil(1e-9);
    maze = evolution.m();
  }

  private static CurrentFlow flow(Parallel parallel) {
    Grid grid = MAGNET.grid();
    return new CurrentFlow(grid, SIGMA, ElectrodeLayouts.corners(grid, 60e-9), parallel);
  }

  private static TimeEvolution evolution(Coupling coupling, Parallel parallel) {
    Numerics numerics = new Numerics(Integrator.RK4, coupling, KernelChoice.AUTO);
    return new TimeEvolution(MAGNET, flow(parallel), numerics, parallel);
  }

  private static TimeEvolution trained(Coupling coupling, Parallel parallel, double time) {
    TimeEvolution evolution = evolution(coupling, parallel);
    evolution.state(maze, 0);
    evolution.under(s -> s.withVoltages(VOLTAGES));
    evolution.runUntil(time);
    return evolution;
  }

  private static ConductanceMatrix conductance(VectorField m) {
    CurrentFlow meter = flow(Parallel.SERIAL);
    return meter.with(m).conductanceMatrix();
  }

  @Test
  void adaptiveCouplingGivesTheChangeOfConductanceOfASolutionAtEveryStage() {
    double time = 0.3e-9;
    TimeEvolution often = trained(Coupling.everyStep(), Parallel.SERIAL, time);
    TimeEvolution rarely = trained(Coupling.adaptive(), Parallel.SERIAL, time);
    assertThat(rarely.solves()).isLessThan(often.solves() / 10);
    ConductanceMatrix start = conductance(maze);
    ConductanceMatrix exact = conductance(often.m());
    ConductanceMatrix found = conductance(rarely.m());
    double change = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        change = Math.max(change, Math.abs(exact.get(i, j) - start.get(i, j)));
      }
    }
    assertThat(change).isGreaterThan(0.01 * exact.get(0, 0));
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        // the field is held to 0.5 %, which energies of patterns may be off by as well
        assertThat(found.get(i, j)).isCloseTo(exact.get(i, j), within(5e-3 * change));
      }
    }
  }

  @Test
  void oneAndTwoThreadsGiveTheSameBits() {
    VectorField one = trained(Coupling.adaptive(), Parallel.SERIAL, 0.1e-9).m();
    try (Parallel two = Parallel.of(2)) {
      VectorField same = trained(Coupling.adaptive(), two, 0.1e-9).m();
      assertThat(same.x()).isEqualTo(one.x());
      assertThat(same.y()).isEqualTo(one.y());
      assertThat(same.z()).isEqualTo(one.z());
    }
  }

  @Test
  void plainAndVectorKernelsAgreeWhileTheTrajectoryIsNotChaotic() {
    Numerics plain = new Numerics(Integrator.RK4, Coupling.adaptive(), KernelChoice.PLAIN);
    TimeEvolution other = new TimeEvolution(MAGNET, flow(Parallel.SERIAL), plain, Parallel.SERIAL);
    other.state(maze, 0);
    other.under(s -> s.withVoltages(VOLTAGES));
    other.runUntil(0.05e-9);
    VectorField a = other.m();
    VectorField b = trained(Coupling.adaptive(), Parallel.SERIAL, 0.05e-9).m();
    for (int i = 0; i < a.x().length; i++) {
      // rounding, grown over 60 steps and through the solver's tolerance
      assertThat(a.x()[i]).isCloseTo(b.x()[i], within(1e-8));
      assertThat(a.z()[i]).isCloseTo(b.z()[i], within(1e-8));
    }
  }

  @Test
  void currentOffAndOnAgainStartsAfresh() {
    TimeEvolution evolution = trained(Coupling.adaptive(), Parallel.SERIAL, 0.02e-9);
    long solves = evolution.solves();
    evolution.under(s -> s.withoutCurrent());
    evolution.runUntil(0.04e-9);
    assertThat(evolution.solves()).isEqualTo(solves);
    evolution.under(s -> s.withVoltages(VOLTAGES));
    evolution.runUntil(0.06e-9);
    assertThat(evolution.solves()).isGreaterThan(solves);
  }

  @Test
  void aFilmWithoutElectrodesTakesNoVoltages() {
    TimeEvolution evolution = new TimeEvolution(MAGNET, Numerics.standard(), Parallel.SERIAL);
    assertThatThrownBy(() -> evolution.under(s -> s.withVoltages(VOLTAGES)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no electrodes");
  }
}
