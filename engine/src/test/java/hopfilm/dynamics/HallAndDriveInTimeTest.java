package hopfilm.dynamics;

import static hopfilm.units.Constants.E;
import static hopfilm.units.Constants.MUB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.GivenValues;
import hopfilm.transport.Held;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Films in time with Hall currents, and with electrodes that are driven by currents. */
class HallAndDriveInTimeTest {
  private static final Grid GRID = Grid.film(40, 36, 4e-9, 1e-6);
  private static final Magnet MAGNET =
      new Magnet(GRID, Films.chiral(1.72e5), Discretisation.COVARIANT);
  private static final double[] VOLTAGES = {0.015, -0.015, 0.015, -0.015};
  private static VectorField texture;

  @BeforeAll
  static void relax() {
    TimeEvolution evolution = new TimeEvolution(MAGNET, numerics(), Parallel.SERIAL);
    evolution.state(Textures.random(GRID, 3), 0);
    evolution.under(s -> s.withAlpha(0.5));
    evolution.runUntil(0.2e-9);
    texture = evolution.m();
  }

  private static Numerics numerics() {
    return new Numerics(Integrator.RK4, Coupling.everyStep(), KernelChoice.AUTO);
  }

  /** One value in the left half, another one in the right half. */
  private static ScalarField halves(Grid grid, double left, double right) {
    ScalarField field = new ScalarField(grid);
    for (int i = 0; i < grid.cells(); i++) {
      field.values()[i] = 2 * (i % grid.nx()) < grid.nx() ? left : right;
    }
    return field;
  }

  /** Halves in series add their resistances, side by side their conductances. */
  @Test
  void halvesOfOtherResistivityAreResistorsInSeriesAndSideBySide() {
    Grid grid = Grid.film(20, 8, 4e-9, 1e-6);
    AmrConductivity sigma = new AmrConductivity(1.5e-7, 0);
    VectorField m = Textures.uniform(grid, 0, 0, 1);
    CurrentFlow along =
        new CurrentFlow(grid, sigma, ElectrodeLayouts.sidesX(grid), Parallel.SERIAL);
    along.relativeConductivity(halves(grid, 1, 0.25).values());
    CurrentFlow across = along.between(ElectrodeLayouts.sidesY(grid));
    double square = 1.5e-7 / 1e-6; // Ohm
    double series = 1 / (square * 20 / 8 * (0.5 + 0.5 * 4));
    double sides = (0.5 + 0.5 * 0.25) / (square * 8 / 20);
    // the potential is linear in each half, which the elements hold; solved to 1e-10
    assertThat(along.with(m).conductanceMatrix().get(0, 1))
        .isCloseTo(-series, within(1e-9 * series));
    assertThat(across.with(m).conductanceMatrix().get(0, 1))
        .isCloseTo(-sides, within(1e-9 * sides));
  }

  /** Far from the boundary each half of a film turns as a film of its polarisation does. */
  @Test
  void halvesOfOtherPolarisationDriftAsEachAlone() {
    Grid grid = Grid.film(80, 4, 4e-9, 1e-6);
    Material spins = Material.of(7e5, 1e-20).withAlpha(0.1).withXi(0.05);
    VectorField start = new VectorField(grid);
    for (int i = 0; i < grid.cells(); i++) {
      double angle = 0.2 * (i % grid.nx());
      start.x()[i] = Math.cos(angle);
      start.z()[i] = Math.sin(angle);
    }
    Material halves = spins.withP(Parameter.of(halves(grid, 0.8, 0.3)));
    VectorField both = driven(grid, halves, start);
    VectorField left = driven(grid, spins.withP(0.8), start);
    VectorField right = driven(grid, spins.withP(0.3), start);
    double moved = 0;
    for (int i = 0; i < grid.cells(); i++) {
      int x = i % grid.nx();
      // the fourth order reaches two cells a stage, so 16 cells in two steps
      if (x < 20 || x >= 60) {
        VectorField alone = x < 20 ? left : right;
        for (int c = 0; c < 3; c++) {
          // rounding: P is a factor elsewhere
          assertThat(both.component(c)[i]).isCloseTo(alone.component(c)[i], within(1e-13));
        }
      }
      moved = Math.max(moved, Math.abs(left.x()[i] - right.x()[i]));
    }
    assertThat(moved).isGreaterThan(1e-4);
  }

  private static VectorField driven(Grid grid, Material material, VectorField start) {
    AmrConductivity sigma = new AmrConductivity(1.5e-7, 0);
    CurrentFlow flow = new CurrentFlow(grid, sigma, ElectrodeLayouts.sidesX(grid));
    Magnet magnet = new Magnet(grid, material, Discretisation.COVARIANT);
    TimeEvolution film = new TimeEvolution(magnet, flow, numerics(), Parallel.SERIAL);
    film.state(start, 0);
    film.stepLimit(1e-12);
    film.under(s -> s.withVoltages(new double[] {0.05, 0}));
    film.runUntil(2e-12);
    return film.m();
  }

  @Test
  void spinOrbitTorqueNeedsOnePolarisation() {
    Material a = Material.of(7e5, 1e-11).withSpinOrbit(new SpinOrbitTorque(0.1, 0));
    Parameter P = Parameter.of(halves(GRID, 1, 0.5));
    assertThatThrownBy(() -> a.withP(P)).isInstanceOf(IllegalArgumentException.class);
  }

  private static CurrentFlow flow(AmrConductivity sigma, Drive drive) {
    return flow(GRID, sigma, drive);
  }

  private static CurrentFlow flow(Grid grid, AmrConductivity sigma, Drive drive) {
    List<Electrode> electrodes =
        ElectrodeLayouts.corners(grid, 50e-9).stream()
            .map(e -> new Electrode(e.name(), e.shapes().get(0), 0, drive))
            .toList();
    return new CurrentFlow(grid, sigma, electrodes, Parallel.SERIAL);
  }

  /** The torque of a step is that of the current density that the flow itself shows. */
  @ParameterizedTest
  @CsvSource({
    "0, true, 1, false",
    "20, true, 1, false",
    "-50, true, 1, false",
    "20, false, 1, false",
    "0, false, 3, false",
    "20, true, 3, false",
    "-50, true, 3, false",
    "20, true, 1, true",
    "20, true, 3, true"
  })
  void torqueOfTheCurrentDensity(double degrees, boolean planarHall, int layers, boolean hasParts) {
    AmrConductivity sigma = new AmrConductivity(1.5e-7, 1.5, Math.toRadians(degrees), planarHall);
    Magnet uniform = layers == 1 ? MAGNET : ofLayers(layers);
    Grid grid = uniform.grid();
    ScalarField P = halves(grid, 0.9, -0.3);
    Magnet magnet =
        hasParts ? uniform.withMaterial(uniform.material().withP(Parameter.of(P))) : uniform;
    VectorField start = layers == 1 ? texture : Films.smooth(grid);
    double dt = 1e-15; // the current changes by less than 1e-4 of itself
    CurrentFlow driving = flow(grid, sigma, Drive.VOLTAGE);
    CurrentFlow flow = flow(grid, sigma, Drive.VOLTAGE);
    if (hasParts) {
      driving.relativeConductivity(halves(grid, 1, 0.4).values());
      flow.relativeConductivity(halves(grid, 1, 0.4).values());
    }
    TimeEvolution coupled = new TimeEvolution(magnet, driving, numerics(), Parallel.SERIAL);
    coupled.state(start, 0);
    coupled.under(s -> s.withVoltages(VOLTAGES));
    coupled.runUntil(dt);

    Held held = flow.with(start);
    double[] potential = new double[flow.potentialLength()];
    held.solve(VOLTAGES, potential, 1e-11);
    VectorField j = held.currentDensity(potential);
    TimeEvolution given = new TimeEvolution(magnet, numerics(), Parallel.SERIAL);
    Drift drift = new Drift(given.layout(), Drift.Conduction.ofRatio(0), 1);
    double scale = MUB / (E * magnet.material().Ms().at(0));
    for (int row = 0; row < grid.ny() * grid.nz(); row++) {
      for (int i = 0; i < grid.nx(); i++) {
        for (int k = 0; k < drift.components(); k++) {
          int cell = i + grid.nx() * row;
          double u = scale * magnet.material().P().at(cell) * j.component(k)[cell];
          drift.start().component(k)[given.layout().start(row) + i] = u;
        }
      }
    }
    given.state(start, 0);
    given.under(s -> s.withDrift(drift));
    given.runUntil(dt);

    TimeEvolution still = new TimeEvolution(magnet, numerics(), Parallel.SERIAL);
    still.state(start, 0);
    still.runUntil(dt);
    double moved = 0;
    double off = 0;
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < grid.cells(); c++) {
        double m = coupled.m().component(k)[c];
        moved = Math.max(moved, Math.abs(m - still.m().component(k)[c]));
        off = Math.max(off, Math.abs(m - given.m().component(k)[c]));
      }
    }
    assertThat(off).isLessThan(1e-3 * moved);
  }

  private static Magnet ofLayers(int layers) {
    Grid grid = new Grid(32, 30, layers, 4e-9, 4e-9, 4e-9);
    return new Magnet(grid, Films.chiral(1.72e5), Discretisation.COVARIANT);
  }

  /**
   * The same motion under the voltages that the currents bring about, taken from the middle of each
   * picosecond: an error of second order.
   */
  @Test
  void currentsAndTheVoltagesThatTheyMake() {
    AmrConductivity sigma = new AmrConductivity(1.5e-7, 1.5);
    GivenValues currents = GivenValues.currents(0.12, -0.1, 0.09, -0.11);
    CurrentFlow byCurrents = flow(sigma, Drive.CURRENT);
    TimeEvolution a = new TimeEvolution(MAGNET, byCurrents, numerics(), Parallel.SERIAL);
    a.state(texture, 0);
    a.under(s -> s.withCurrent(currents, Envelope.constant()));
    TimeEvolution b =
        new TimeEvolution(MAGNET, flow(sigma, Drive.VOLTAGE), numerics(), Parallel.SERIAL);
    b.state(texture, 0);
    CurrentFlow judge = flow(sigma, Drive.CURRENT);
    double[] potential = new double[judge.potentialLength()];
    for (int k = 0; k < 50; k++) {
      a.runUntil((k + 0.5) * 1e-12);
      Held held = judge.with(a.m());
      held.solve(currents, potential, 1e-9);
      b.under(s -> s.withVoltages(held.voltages(potential)));
      a.runUntil((k + 1) * 1e-12);
      b.runUntil((k + 1) * 1e-12);
    }
    VectorField ma = a.m();
    VectorField mb = b.m();
    double moved = 0;
    double off = 0;
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < GRID.cells(); c++) {
        moved = Math.max(moved, Math.abs(ma.component(k)[c] - texture.component(k)[c]));
        off = Math.max(off, Math.abs(ma.component(k)[c] - mb.component(k)[c]));
      }
    }
    assertThat(moved).isGreaterThan(0.1);
    assertThat(off).isCloseTo(0, within(1e-4));
  }
}
