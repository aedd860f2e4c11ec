package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.parallel.Parallel;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.Electrode.Patch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Electrodes of several patches, held against a film whose patches are electrodes of their own: the
 * matrix of the electrodes is C^T P C, C_pe the sign of patch p at electrode e.
 */
class WiredElectrodesTest {
  private static final AmrConductivity SIGMA = Conductances.STRONG;
  private static final Grid FILM = Grid.film(48, 32, 4e-9, 1e-6);
  private static final SmoothTexture TEXTURE = new SmoothTexture(5);

  /** Six patches in two rows, by number and sign: three electrodes. */
  private static final int[] PLAIN = {1, 2, 3, 3, 1, 2};

  private static final int[] BOTH = {1, 2, -1, 3, -3, -2};

  private static CurrentFlow flow(List<Electrode> electrodes) {
    return new CurrentFlow(FILM, SIGMA, electrodes, Parallel.SERIAL);
  }

  private static Held held(List<Electrode> electrodes) {
    return flow(electrodes).with(TEXTURE.at(FILM, 0));
  }

  private static List<Electrode> single() {
    return ElectrodeLayouts.grid(FILM, 2, 3, 14e-9, 24e-9);
  }

  private static List<Electrode> wired(int[] places, double ohm, String drives) {
    List<Electrode> all = new ArrayList<>();
    for (int k = 1; k <= 3; k++) {
      List<Patch> patches = new ArrayList<>();
      for (int p = 0; p < places.length; p++) {
        if (Math.abs(places[p]) == k) {
          patches.add(new Patch(single().get(p).shapes().get(0), places[p] < 0));
        }
      }
      Drive drive =
          switch (drives.charAt(k - 1)) {
            case 'C' -> Drive.CURRENT;
            case 'F' -> Drive.FLOAT;
            default -> Drive.VOLTAGE;
          };
      all.add(new Electrode("w" + k, patches, ohm * k, drive, null));
    }
    return all;
  }

  /** C^T P C. */
  private static double[][] joined(double[][] patches, int[] places) {
    double[][] g = new double[3][3];
    for (int p = 0; p < places.length; p++) {
      for (int q = 0; q < places.length; q++) {
        double signs = Math.signum(places[p]) * Math.signum(places[q]);
        g[Math.abs(places[p]) - 1][Math.abs(places[q]) - 1] += signs * patches[p][q];
      }
    }
    return g;
  }

  private static void assertClose(double[][] found, double[][] expected, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected.length; j++) {
        assertThat(found[i][j]).isCloseTo(expected[i][j], within(tolerance * expected[0][0]));
      }
    }
  }

  /** To what is left of the potentials, 1e-11, and its square in the short way. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void matrixIsThatOfThePatchesJoined(boolean hasBothSigns) {
    int[] places = hasBothSigns ? BOTH : PLAIN;
    double[][] expected = joined(held(single()).conductanceMatrix().siemens(), places);
    Held flow = held(wired(places, 0, "VVV"));
    ConductanceMatrix g = flow.conductanceMatrix();
    assertClose(g.siemens(), expected, 1e-10);
    assertThat(g.symmetryError()).isLessThan(1e-10);
    assertThat(g.rowSumError()).isLessThan(1e-10);
    assertClose(flow.conductanceMatrix(1e-6).siemens(), expected, 1e-10);
  }

  @Test
  void voltagesAreThoseOfThePatches() {
    double[] v = {0.03, -0.02, 0.05};
    Held wired = held(wired(BOTH, 0, "VVV"));
    double[] one = new double[wired.potentialLength()];
    wired.solve(v, one, 1e-10);
    double[] each = new double[6];
    for (int p = 0; p < 6; p++) {
      each[p] = Math.signum(BOTH[p]) * v[Math.abs(BOTH[p]) - 1];
    }
    Held apart = held(single());
    double[] other = new double[one.length];
    apart.solve(each, other, 1e-10);
    for (int n = 0; n < one.length; n++) {
      assertThat(one[n]).isCloseTo(other[n], within(1e-10));
    }
    double heat = 0;
    double[] currents = wired.currents(one);
    double[] voltages = wired.voltages(one);
    for (int k = 0; k < 3; k++) {
      assertThat(voltages[k]).isEqualTo(v[k]);
      heat += v[k] * currents[k];
    }
    // the sum of V I is the Joule heat, inverted patches included
    assertThat(heat).isCloseTo(wired.power(one), within(1e-9 * heat));
  }

  /** Equal voltages drive a current where patches have opposite signs, and none without. */
  @Test
  void groundOfTheInvertersCounts() {
    double[] equal = {0.1, 0.1, 0.1};
    Held both = held(wired(BOTH, 0, "VVV"));
    double[] potential = new double[both.potentialLength()];
    both.solve(equal, potential, 1e-8);
    double heat = both.power(potential);
    assertThat(heat).isGreaterThan(0);
    Held plain = held(wired(PLAIN, 0, "VVV"));
    plain.solve(equal, potential, 1e-8);
    assertThat(plain.power(potential)).isLessThan(1e-12 * heat);
  }

  /**
   * Whatever is given, voltages and currents found on the film obey I = G V of the matrix, and what
   * was given is met, contact resistances included.
   */
  @ParameterizedTest
  @CsvSource({"VVV, 0.05", "VFV, 0", "VCV, 0.02", "CCC, 0", "CFC, 0.03", "FVF, 0"})
  void everyDriveObeysTheMatrix(String drives, double ohm) {
    Held flow = held(wired(BOTH, ohm, drives));
    double[] given = {0.02, 0.01, -0.04};
    for (int k = 0; k < 3; k++) {
      given[k] *= drives.charAt(k) == 'F' ? 0 : 1;
    }
    double[] potential = new double[flow.potentialLength()];
    GivenValues values = GivenValues.at(flow.electrodes(), given);
    flow.solve(values, potential, 1e-9);
    double[][] g = flow.conductanceMatrix().siemens();
    double[] v = flow.voltages(potential);
    double[] currents = flow.currents(potential);
    OperatingPoint p = OperatingPoint.of(g, values);
    double scale = Math.abs(currents[0]) + Math.abs(currents[1]) + Math.abs(currents[2]);
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (int j = 0; j < 3; j++) {
        sum += g[i][j] * v[j];
      }
      assertThat(currents[i]).isCloseTo(sum, within(1e-7 * scale));
      assertThat(p.currents()[i]).isCloseTo(sum, within(1e-7 * scale));
      assertThat(drives.charAt(i) == 'V' ? v[i] : currents[i])
          .isCloseTo(given[i], within(1e-8 * Math.max(scale, 0.04)));
    }
  }

  @Test
  void resistancesInvertTheMatrix() {
    double[][] g = held(wired(BOTH, 0, "VVV")).conductanceMatrix().siemens();
    double[][] r = ResistanceMatrix.of(g).ohm();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += g[i][k] * r[k][j];
        }
        assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-9));
      }
    }
  }

  /** G(V, V) and its derivative by the texture hold for joined patches as for single ones. */
  @Test
  void sensitivityIsThatOfThePatches() {
    double[] u = {1, -1, 1};
    double[] each = new double[6];
    for (int p = 0; p < 6; p++) {
      each[p] = Math.signum(BOTH[p]) * u[Math.abs(BOTH[p]) - 1];
    }
    double[] wired =
        new ConductanceSensitivity(UnitDrives.of(flow(wired(BOTH, 0, "VVV")), TEXTURE.at(FILM, 0)))
            .turn(u, u);
    double[] apart =
        new ConductanceSensitivity(UnitDrives.of(flow(single()), TEXTURE.at(FILM, 0)))
            .turn(each, each);
    double largest = 0;
    for (double x : apart) {
      largest = Math.max(largest, Math.abs(x));
    }
    for (int c = 0; c < apart.length; c++) {
      assertThat(wired[c]).isCloseTo(apart[c], within(1e-8 * largest));
    }
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Electrode(
                    "a", List.of(new Patch(new Disc(0, 0, 1e-8), true)), 0, Drive.VOLTAGE, null))
        .withMessageContaining("no patch of sign +");
    Electrode crossed =
        new Electrode(
            "a",
            List.of(
                new Patch(new Disc(0, 0, 2e-8), false), new Patch(new Disc(1e-8, 0, 2e-8), true)),
            0,
            Drive.VOLTAGE,
            null);
    Electrode far = new Electrode("b", new Disc(FILM.sizeX(), 0, 2e-8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurrentFlow.vet(CellMask.full(FILM), List.of(crossed, far)))
        .withMessageContaining("opposite signs and overlap");
    // a film in two pieces would float on one side
    CellMask cut = CellMask.full(FILM).without(new Rectangle(8e-8, 0, 1e-7, FILM.sizeY()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurrentFlow.vet(cut, wired(BOTH, 0, "VVV")))
        .withMessageContaining("in one piece");
  }

  /**
   * Placed so that all 28 pairs of 8 neurons of 8 patches meet with both signs, as in the study.
   */
  @Test
  void everyPairMeetsOnAWiredGrid() {
    WiredGrid.Plan plan = new WiredGrid.Plan(8, 8, 8, true, 1);
    WiredGrid grid = WiredGrid.of(plan);
    assertThat(grid).isEqualTo(WiredGrid.of(plan));
    WiredGrid.Meetings m = grid.meetings();
    for (int i = 0; i < 8; i++) {
      assertThat(m.equal()[i][i] + m.opposite()[i][i]).isZero();
      for (int j = 0; j < i; j++) {
        assertThat(m.equal()[i][j]).isPositive();
        assertThat(m.opposite()[i][j]).isPositive();
      }
    }
    // every edge of the grid is a meeting
    int all = 0;
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < i; j++) {
        all += m.equal()[i][j] + m.opposite()[i][j];
      }
    }
    assertThat(all).isEqualTo(2 * 7 * 8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WiredGrid.of(new WiredGrid.Plan(8, 8, 10, true, 1)))
        .withMessageContaining("shared evenly");
  }
}
