package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resistances between the applied voltages and the film, whose own is about 0.1 Ohm here. */
class ContactResistanceTest {
  private static final AmrConductivity SIGMA = new AmrConductivity(1.5e-7, 1.5);
  private static final Grid FILM = Grid.film(60, 50, 4e-9, 1e-6);
  private static final SmoothTexture TEXTURE = new SmoothTexture(11);

  private static List<Electrode> with(List<Electrode> ideal, double... ohm) {
    List<Electrode> list = new ArrayList<>();
    for (int e = 0; e < ohm.length; e++) {
      list.add(new Electrode(ideal.get(e).name(), ideal.get(e).shapes().get(0), ohm[e]));
    }
    return list;
  }

  private static Held flow(List<Electrode> electrodes) {
    CurrentFlow flow = new CurrentFlow(FILM, SIGMA, electrodes, Parallel.SERIAL);
    return flow.with(TEXTURE.at(FILM, 0));
  }

  private static Held corners(double... ohm) {
    return cornersOf(ohm).with(TEXTURE.at(FILM, 0));
  }

  private static CurrentFlow cornersOf(double... ohm) {
    List<Electrode> electrodes = with(ElectrodeLayouts.corners(FILM, 60e-9), ohm);
    return new CurrentFlow(FILM, SIGMA, electrodes, Parallel.SERIAL);
  }

  /** Largest |V - v - R I| of the four corners. */
  private static double miss(Held flow, double[] outside, double[] potential) {
    double[] currents = flow.currents(potential);
    double largest = 0;
    int[] at = {0, FILM.nx(), (FILM.nx() + 1) * (FILM.ny() + 1) - 1, (FILM.nx() + 1) * FILM.ny()};
    for (int e = 0; e < currents.length; e++) {
      double drop = flow.electrodes().get(e).resistance() * currents[e];
      largest = Math.max(largest, Math.abs(outside[e] - potential[at[e]] - drop));
    }
    return largest;
  }

  @Test
  void twoContactsAreInSeriesWithTheFilm() {
    List<Electrode> sides = ElectrodeLayouts.sidesX(FILM);
    double film = flow(sides).conductanceMatrix().get(0, 0);
    double[][] g = flow(with(sides, 0.3, 5)).conductanceMatrix().siemens();
    double expected = 1 / (1 / film + 0.3 + 5);
    assertThat(g[0][0]).isCloseTo(expected, within(1e-11 * expected));
    assertThat(g[0][1]).isCloseTo(-expected, within(1e-11 * expected));
    assertThat(g[1][1]).isCloseTo(expected, within(1e-11 * expected));
  }

  /** G_out + G R G_out = G, for a film and for any matrix with zero row sums. */
  @Test
  void matrixSolvesTheNetworkEquations() {
    double[] ohm = {0.02, 0, 3, 400};
    assertNetwork(
        corners(0, 0, 0, 0).conductanceMatrix().siemens(),
        ohm,
        corners(ohm).conductanceMatrix().siemens());
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 50; trial++) {
      int n = 2 + random.nextInt(8);
      double[][] g = new double[n][n];
      double[] r = new double[n];
      for (int i = 0; i < n; i++) {
        r[i] = random.nextInt(3) == 0 ? 0 : Math.exp(10 * random.nextDouble() - 5);
        for (int j = 0; j < n; j++) {
          // not symmetric: with a Hall effect it need not be
          double conductance = random.nextDouble();
          g[i][j] -= conductance;
          g[i][i] += conductance;
        }
      }
      assertNetwork(g, r, ContactResistances.outside(g, r, false));
    }
  }

  private static void assertNetwork(double[][] g, double[] r, double[][] out) {
    for (int i = 0; i < g.length; i++) {
      double rowSum = 0;
      for (int j = 0; j < g.length; j++) {
        double sum = out[i][j];
        double scale = Math.abs(out[i][j]);
        for (int k = 0; k < g.length; k++) {
          sum += g[i][k] * r[k] * out[k][j];
          scale += Math.abs(g[i][k] * r[k] * out[k][j]);
        }
        rowSum += out[i][j];
        // errors of a film's G, 1e-12 of its largest element, weigh R G = 7e3 in the sum
        assertThat(sum).isCloseTo(g[i][j], within(1e-11 * (1 + scale)));
      }
      assertThat(rowSum).isCloseTo(0, within(1e-14 * out[i][i]));
    }
  }

  @Test
  void symmetricWithZeroRowSums() {
    ConductanceMatrix g = corners(0.02, 0, 3, 400).conductanceMatrix();
    assertThat(g.symmetryError()).isLessThan(1e-10);
    assertThat(g.rowSumError()).isLessThan(1e-10);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(g.get(i, j)).isCloseTo(g.get(j, i), within(1e-10 * Math.abs(g.get(i, j))));
        assertThat(g.get(i, j)).isNegative();
      }
    }
  }

  @Test
  void largeResistances() {
    // Only the contacts count: a star of N equal resistors, whose centre is the film.
    double[][] star = corners(1e9, 1e9, 1e9, 1e9).conductanceMatrix().siemens();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double expected = ((i == j ? 1 : 0) - 0.25) * 1e-9;
        assertThat(star[i][j]).isCloseTo(expected, within(1e-8 * 1e-9));
      }
    }
    // One electrode off: the matrix of the other three alone, the last one floating.
    double[][] g = corners(0, 0, 0, 0).conductanceMatrix().siemens();
    double[][] off = corners(0, 0, 0, 1e12).conductanceMatrix().siemens();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double expected = g[i][j] - g[i][3] * g[3][j] / g[3][3];
        assertThat(off[i][j]).isCloseTo(expected, within(1e-10 * g[0][0]));
      }
      assertThat(off[i][3]).isCloseTo(0, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.01, 1, 10, 1e3, 1e6})
  void potentialBehindTheContacts(double ohm) {
    Held flow = corners(ohm, 0.5 * ohm, 0, 2 * ohm);
    double[] outside = {0.05, -0.05, 0.02, -0.05};
    double[] v = new double[flow.potentialLength()];
    Solution solution = flow.solve(outside, v, 1e-8);
    assertThat(solution.residual()).isLessThan(1e-8);
    assertThat(miss(flow, outside, v)).isLessThan(1e-8);
    double[] currents = flow.currents(v);
    ConductanceMatrix g = flow.conductanceMatrix();
    double power = 0;
    for (int i = 0; i < 4; i++) {
      double expected = 0;
      for (int j = 0; j < 4; j++) {
        expected += g.get(i, j) * outside[j];
      }
      power += outside[i] * currents[i];
      assertThat(currents[i]).isCloseTo(expected, within(1e-7 * Math.abs(currents[0])));
    }
    assertThat(flow.power(v) + flow.contactHeat(v)).isCloseTo(power, within(1e-7 * power));
    assertThat(flow.contactHeat(v)).isPositive();
  }

  @Test
  void equalVoltagesDriveNoCurrent() {
    Held flow = corners(1, 2, 3, 4);
    double[] v = new double[flow.potentialLength()];
    assertThat(flow.solve(new double[] {0.1, 0.1, 0.1, 0.1}, v, 1e-8))
        .isEqualTo(new Solution(0, 0));
    assertThat(v).containsOnly(0.1);
  }

  /** Along a moving texture the estimate is kept: no N solutions a step, and no less accurate. */
  @Test
  void fewSolutionsAlongAMovingTexture() {
    CurrentFlow flow = cornersOf(0.1, 1, 10, 0.1);
    CurrentFlow ideal = cornersOf(0, 0, 0, 0);
    CurrentFlow judge = cornersOf(0.1, 1, 10, 0.1);
    double[] outside = {1, -1, 1, -1};
    double[] v = new double[flow.potentialLength()];
    double[] w = new double[flow.potentialLength()];
    int[] iterations = new int[2];
    for (int step = 0; step < 60; step++) {
      VectorField m = TEXTURE.at(FILM, 0.01 * step);
      Held flowHeld = flow.with(m);
      Held idealHeld = ideal.with(m);
      int here = flowHeld.solve(outside, v, 1e-5).iterations();
      int there = idealHeld.solve(outside, w, 1e-5).iterations();
      iterations[0] += step == 0 ? 0 : here;
      iterations[1] += step == 0 ? 0 : there;
      if (step % 10 == 9) {
        double[] exact = v.clone();
        judge.with(m).solve(outside, exact, 1e-11);
        double span = 0;
        double error = 0;
        for (int k = 0; k < v.length; k++) {
          span = Math.max(span, Math.abs(exact[k] - exact[0]));
          error = Math.max(error, Math.abs((v[k] - v[0]) - (exact[k] - exact[0])));
        }
        // the tolerance, and as much for the estimate that judges the error
        assertThat(error).isLessThan(2e-5 * span);
      }
    }
    assertThat(iterations[0]).isLessThan(5 * iterations[1] / 2); // 2.02 when written
  }

  @Test
  void forgettingMakesResultsIndependentOfThePast() {
    CurrentFlow used = cornersOf(0.1, 1, 10, 0.1);
    double[] outside = {1, -1, 1, -1};
    double[] v = new double[used.potentialLength()];
    used.with(TEXTURE.at(FILM, 0)).solve(outside, v, 1e-6);
    Held usedHeld = used.with(TEXTURE.at(FILM, 0.5));
    used.forget();
    v = new double[v.length];
    usedHeld.solve(outside, v, 1e-6);
    Held freshHeld = cornersOf(0.1, 1, 10, 0.1).with(TEXTURE.at(FILM, 0.5));
    double[] w = new double[v.length];
    freshHeld.solve(outside, w, 1e-6);
    assertThat(v).isEqualTo(w);
  }

  @Test
  void isolatedElectrodeHasItsVoltage() {
    CellMask left = CellMask.full(FILM).without(new Disc(240e-9, 200e-9, 80e-9));
    boolean[] inside = new boolean[FILM.cells()];
    for (int c = 0; c < inside.length; c++) {
      inside[c] = left.inside(c) || c == inside.length - 1;
    }
    CurrentFlow flow =
        new CurrentFlow(
            FILM,
            CellMask.of(FILM, inside),
            SIGMA,
            with(ElectrodeLayouts.corners(FILM, 30e-9), 1, 2, 3, 4),
            Parallel.SERIAL,
            KernelChoice.PLAIN);
    Held held = flow.with(TEXTURE.at(FILM, 0));
    assertThat(flow.isolatedElectrodes()).containsExactly("n3");
    double[] v = new double[flow.potentialLength()];
    double[] outside = {0.1, 0.2, 0.3, 0.4};
    held.solve(outside, v, 1e-8);
    assertThat(miss(held, outside, v)).isLessThan(1e-8);
    assertThat(v[v.length - 1]).isCloseTo(0.3, within(1e-15));
    assertThat(held.conductanceMatrix().siemens()[2]).containsOnly(0);
  }

  @Test
  void refusesWrongResistances() {
    for (double ohm : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Electrode("n1", new Disc(0, 0, 1e-8), ohm))
          .withMessageContaining("'n1'")
          .withMessageContaining("Ohm");
    }
  }
}
