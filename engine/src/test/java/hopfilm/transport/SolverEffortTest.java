package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How hard the solver has to work, and that it always arrives. */
class SolverEffortTest {
  private static final AmrConductivity SIGMA = new AmrConductivity(1.5e-7, 1.5);

  private static int iterations(int n, boolean inside) {
    Grid film = Grid.film(n, n, 4e-9, 1e-6);
    double size = film.sizeX();
    List<Electrode> electrodes =
        inside
            ? ElectrodeLayouts.grid(film, 3, 3, 0.09 * size, 0.2 * size)
            : ElectrodeLayouts.corners(film, 0.3 * size);
    CurrentFlow flow = new CurrentFlow(film, SIGMA, electrodes, Parallel.SERIAL);
    Held held = flow.with(SmoothTexture.of(film, 1));
    double[] voltages = new double[electrodes.size()];
    for (int e = 0; e < voltages.length; e++) {
      voltages[e] = e % 2;
    }
    Solution solution = held.solve(voltages, new double[flow.potentialLength()], 1e-8);
    assertThat(solution.residual()).isLessThan(1e-8);
    return solution.iterations();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void iterationsDoNotGrowWithTheFilm(boolean inside) {
    int small = iterations(100, inside);
    assertThat(small).isLessThanOrEqualTo(14); // 11 when written
    assertThat(iterations(200, inside)).isLessThanOrEqualTo(small + 3);
    assertThat(iterations(400, inside)).isLessThanOrEqualTo(small + 3);
    assertThat(iterations(800, inside)).isLessThanOrEqualTo(small + 3);
  }

  /** Of hundreds of electrodes no potential is kept; their conductances are the same. */
  @Test
  void conductancesNeedNoPotentialsOfBefore() {
    AmrConductivity hall = new AmrConductivity(1.5e-7, 1.5, 0.02, true);
    double[][] g = held(3, hall, true).conductanceMatrix().siemens();
    Held passing = held(3, hall, false);
    // potentials to 1e-11 either way
    assertThat(passing.conductanceMatrix().siemens()).satisfies(s -> isNear(s, g, 1e-10));
    assertThat(passing.circuit().units().potentials()).isNull();
  }

  /** Corners without electrode are eliminated there, whoever needed potentials before. */
  @Test
  void manyElectrodesNeedNoPotentials() {
    Held many = held(6, SIGMA, true);
    double[][] g = many.circuit().units().withPotentials().siemens();
    ConductanceMatrix found = many.conductanceMatrix();
    assertThat(found.iterations()).isZero();
    assertThat(found.rowSumError()).isLessThan(1e-12);
    // potentials to 1e-11
    assertThat(found.siemens()).satisfies(s -> isNear(s, g, 1e-10));
    // a table's row has the same bits, with potentials kept or without
    assertThat(many.conductanceMatrix(1e-4).siemens()).isDeepEqualTo(found.siemens());
    assertThat(held(6, SIGMA, false).conductanceMatrix().siemens()).isDeepEqualTo(found.siemens());
  }

  /** The same with rims where they are drawn, and contact resistances. */
  @Test
  void eliminationKnowsRimsAndResistances() {
    Grid film = Grid.film(90, 90, 4e-9, 1e-6);
    List<Electrode> electrodes =
        ElectrodeLayouts.grid(film, 6, 6, 20e-9, 30e-9).stream()
            .map(e -> new Electrode(e.name(), e.patches(), 2, e.drive(), e.face()))
            .toList();
    CurrentFlow flow = new CurrentFlow(film, SIGMA, electrodes, Parallel.SERIAL).fitted();
    Held held = flow.with(SmoothTexture.of(film, 1));
    Circuit circuit = held.circuit();
    ConductanceMatrix found = held.conductanceMatrix();
    assertThat(found.iterations()).isZero();
    double[][] g = circuit.contacts().outside(circuit.units().withPotentials()).siemens();
    assertThat(found.siemens()).satisfies(s -> isNear(s, g, 1e-10)); // potentials to 1e-11
  }

  /** A film with n x n electrodes whose potentials are kept or not. */
  private static Held held(int n, AmrConductivity sigma, boolean areKept) {
    Grid film = Grid.film(90, 90, 4e-9, 1e-6);
    List<Electrode> electrodes = ElectrodeLayouts.grid(film, n, n, 20e-9, 30e-9);
    CurrentFlow flow = new CurrentFlow(film, sigma, electrodes, Parallel.SERIAL);
    flow.circuit().units().keep(areKept);
    return flow.with(SmoothTexture.of(film, 1));
  }

  private static void isNear(double[][] a, double[][] b, double tolerance) {
    for (int i = 0; i < a.length; i++) {
      assertThat(a[i]).containsExactly(b[i], within(tolerance * b[0][0]));
    }
  }

  /**
   * Odd, prime and lopsided sizes, oblong cells, all edges; m = x along x couples one axis only.
   */
  @ParameterizedTest
  @ValueSource(doubles = {-1.9, -1.5, 0, 0.08, 1.5, 1.9})
  void anySizeAnyAmrConverges(double amr) {
    int[][] sizes = {{37, 61}, {1, 5}, {5, 1}, {2, 3}, {127, 128}, {3, 200}, {101, 7}};
    double[][] cells = {{4e-9, 4e-9}, {2e-9, 9e-9}, {4e-8, 4e-9}};
    for (int[] n : sizes) {
      for (double[] d : cells) {
        for (int edges = 0; edges < 4; edges++) {
          Edges x = edges % 2 == 0 ? Edges.OPEN : Edges.PERIODIC;
          Edges y = edges / 2 == 0 ? Edges.OPEN : Edges.PERIODIC;
          Grid film =
              new Grid(n[0], n[1], 1, d[0], d[1], 1e-6, new Grid.Boundary(x, y, Edges.OPEN));
          for (VectorField m :
              List.of(VectorField.uniform(film, 1, 0, 0), SmoothTexture.of(film, 2))) {
            assertThat(cold(film, m, amr))
                .as(film + " amr " + amr)
                .isLessThan(d[0] == d[1] && Math.abs(amr) < 1.6 ? 30 : 120);
          }
        }
      }
    }
  }

  private static int cold(Grid film, VectorField m, double amr) {
    int i = film.nx() / 2;
    int j = (film.ny() + 1) / 2;
    List<Electrode> points =
        List.of(
            new Electrode("a", new Disc(0, 0, 0)),
            new Electrode("b", new Disc(i * film.dx(), j * film.dy(), 0)));
    AmrConductivity sigma = new AmrConductivity(1.5e-7, amr);
    CurrentFlow flow = new CurrentFlow(film, sigma, points, Parallel.SERIAL);
    Solution solution =
        flow.with(m).solve(new double[] {1, 0}, new double[flow.potentialLength()], 1e-8);
    assertThat(solution.residual()).isLessThan(1e-8);
    return solution.iterations();
  }

  @Test
  void extrapolatedStartsSaveMostIterations() {
    Grid film = Grid.film(128, 128, 4e-9, 1e-6);
    SmoothTexture texture = new SmoothTexture(3);
    CurrentFlow flow =
        new CurrentFlow(film, SIGMA, ElectrodeLayouts.corners(film, 154e-9), Parallel.SERIAL);
    double[] voltages = {0.0384, -0.0384, 0.0384, -0.0384};
    double[][] v = new double[3][flow.potentialLength()];
    int cold = 0;
    int warm = 0;
    for (int step = 0; step < 10; step++) {
      double[] next = new double[flow.potentialLength()];
      for (int k = 0; step > 2 && k < next.length; k++) {
        next[k] = 3 * v[0][k] - 3 * v[1][k] + v[2][k];
      }
      Held held = flow.with(texture.at(film, 0.006 * step)); // turns by 0.01
      warm = held.solve(voltages, next, 1e-5).iterations();
      cold = step == 0 ? warm : cold;
      v = new double[][] {next, v[0], v[1]};
    }
    assertThat(cold).isBetween(5, 10); // 7 when written
    assertThat(warm).isLessThanOrEqualTo(3); // 2 when written
  }

  /** The tolerance means the same accuracy whatever the start. */
  @Test
  void accuracyDoesNotDependOnTheStart() {
    Grid film = Grid.film(64, 64, 4e-9, 1e-6);
    CurrentFlow flow =
        new CurrentFlow(film, SIGMA, ElectrodeLayouts.corners(film, 77e-9), Parallel.SERIAL);
    Held held = flow.with(SmoothTexture.of(film, 4));
    double[] voltages = {1, 0, 0, 0};
    double[] exact = new double[flow.potentialLength()];
    held.solve(voltages, exact, 1e-13);
    for (double far : new double[] {0, 1, 1e4}) {
      double[] v = new double[exact.length];
      for (int k = 0; k < v.length; k++) {
        v[k] = far * Math.sin(0.1 * k);
      }
      held.solve(voltages, v, 1e-6);
      double largest = 0;
      for (int k = 0; k < v.length; k++) {
        largest = Math.max(largest, Math.abs(v[k] - exact[k]));
      }
      assertThat(largest).as("start " + far).isLessThan(2e-6);
    }
  }

  @Test
  void sameBitsWithAnyNumberOfThreads() {
    Grid film = Grid.film(150, 131, 4e-9, 1e-6);
    VectorField m = SmoothTexture.of(film, 5);
    double[] one = null;
    for (int threads = 1; threads <= 3; threads++) {
      try (Parallel parallel = Parallel.of(threads)) {
        CurrentFlow flow =
            new CurrentFlow(film, SIGMA, ElectrodeLayouts.corners(film, 150e-9), parallel);
        Held held = flow.with(m);
        double[] v = new double[flow.potentialLength()];
        held.solve(new double[] {1, -1, 1, -1}, v, 1e-9);
        one = one == null ? v : one;
        assertThat(v).isEqualTo(one);
      }
    }
  }

  @Test
  void forgettingMakesResultsIndependentOfThePast() {
    Grid film = Grid.film(60, 70, 4e-9, 1e-6);
    SmoothTexture texture = new SmoothTexture(6);
    CurrentFlow used =
        new CurrentFlow(film, SIGMA, ElectrodeLayouts.corners(film, 70e-9), Parallel.SERIAL);
    Held usedHeld = used.with(texture.at(film, 0));
    ConductanceMatrix before = usedHeld.conductanceMatrix();
    usedHeld = used.with(texture.at(film, 0.01));
    used.forget();
    CurrentFlow fresh =
        new CurrentFlow(film, SIGMA, ElectrodeLayouts.corners(film, 70e-9), Parallel.SERIAL);
    Held freshHeld = fresh.with(texture.at(film, 0.01));
    ConductanceMatrix after = freshHeld.conductanceMatrix();
    assertThat(usedHeld.conductanceMatrix().siemens()).isDeepEqualTo(after.siemens());
    assertThat(before.get(0, 1)).isNotEqualTo(after.get(0, 1));
    int cold = after.iterations();
    assertThat(freshHeld.conductanceMatrix().iterations()).isLessThan(cold / 4);
  }

  @Test
  void aWarmSolutionAllocatesNothing() {
    Grid film = Grid.film(40, 40, 4e-9, 1e-6);
    SmoothTexture texture = new SmoothTexture(7);
    VectorField[] m = {texture.at(film, 0), texture.at(film, 0.1)};
    // vectors are objects until their loops are compiled
    CurrentFlow flow =
        new CurrentFlow(
            film,
            CellMask.full(film),
            SIGMA,
            ElectrodeLayouts.corners(film, 40e-9),
            Parallel.SERIAL,
            KernelChoice.PLAIN);
    double[] voltages = {1, -1, 1, -1};
    double[] v = new double[flow.potentialLength()];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = 0;
    for (int k = 0; k < 20; k++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      flow.with(m[k % 2]).solve(voltages, v, 1e-8);
      bytes = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertThat(bytes).isLessThan(1000); // an array of the film would be 13 kB
  }
}
