package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.Electrode.Drive;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Given currents and floating electrodes, alone and mixed with voltages and resistances. */
class ElectrodeDrivesTest {
  private static final Grid FILM = Grid.film(60, 50, 4e-9, 1e-6);
  private static final AmrConductivity SIGMA = Conductances.STRONG;
  private static final SmoothTexture TEXTURE = new SmoothTexture(7);

  private static Held corners(String drives, double... ohm) {
    return flow(CellMask.full(FILM), drives, ohm).with(TEXTURE.at(FILM, 0));
  }

  /** One letter an electrode: Voltage, Current, Float. */
  private static CurrentFlow flow(CellMask mask, String drives, double... ohm) {
    List<Electrode> ideal = ElectrodeLayouts.corners(FILM, 40e-9);
    List<Electrode> electrodes = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      Drive drive =
          switch (drives.charAt(k)) {
            case 'C' -> Drive.CURRENT;
            case 'F' -> Drive.FLOAT;
            default -> Drive.VOLTAGE;
          };
      Electrode e = ideal.get(k);
      electrodes.add(
          new Electrode(e.name(), e.shapes().get(0), ohm.length == 0 ? 0 : ohm[k], drive));
    }
    return new CurrentFlow(FILM, mask, SIGMA, electrodes, Parallel.SERIAL, KernelChoice.PLAIN);
  }

  private static void solve(Held flow, double[] potential, double tolerance, double... values) {
    flow.solve(GivenValues.at(flow.electrodes(), values), potential, tolerance);
  }

  /** The kind of a value is its own: the electrodes' kinds say what a pattern means alone. */
  @Test
  void anElectrodeTakesAnyKindOfValue() {
    GivenValues given = GivenValues.at(corners("VCFV").electrodes(), 1, 0.2, 0, 0);
    double[][] potentials = new double[2][];
    for (String kinds : List.of("VCFV", "VVVV")) {
      CurrentFlow flow = flow(CellMask.full(FILM), kinds, 0.5, 2, 1, 0.1);
      double[] potential = new double[flow.potentialLength()];
      flow.with(TEXTURE.at(FILM, 0)).solve(given, potential, 1e-10);
      potentials[kinds.equals("VVVV") ? 1 : 0] = potential;
    }
    assertThat(potentials[1]).isEqualTo(potentials[0]);
  }

  /** Given values are found at the electrodes; the film knows nothing of how they were given. */
  @ParameterizedTest
  @CsvSource({
    "CCCC, 0",
    "CCCC, 0.5",
    "VCCC, 0",
    "VFCV, 0",
    "VFCV, 2",
    "FVFV, 0",
    "FCFC, 0.1",
    "VVCF, 100"
  })
  void sameAsTheVoltagesThatItFinds(String drives, double ohm) {
    double[] r = {ohm, 2 * ohm, 0, 0.3 * ohm};
    Held flow = corners(drives, r);
    double[] values = {0.01, -0.02, 0.015, -0.005};
    if (drives.equals("FCFC")) {
      values[3] = -values[1];
    }
    double[] potential = new double[flow.potentialLength()];
    Solution solution = flow.solve(GivenValues.at(flow.electrodes(), values), potential, 1e-11);
    assertThat(solution.residual()).isLessThan(1e-11);
    double[] voltages = flow.voltages(potential);
    double[] currents = flow.currents(potential);
    double largest = 0;
    double mean = 0;
    for (int k = 0; k < 4; k++) {
      largest = Math.max(largest, Math.abs(currents[k]));
      mean += voltages[k] / 4;
    }
    boolean anyVoltage = drives.contains("V");
    for (int k = 0; k < 4; k++) {
      switch (drives.charAt(k)) {
        // what is left over at the corners adds up: 1e-11 at each of a thousand
        case 'C' -> assertThat(currents[k]).isCloseTo(values[k], within(1e-9 * largest));
        case 'F' -> assertThat(currents[k]).isCloseTo(0, within(1e-9 * largest));
        default -> assertThat(voltages[k]).isCloseTo(values[k], within(1e-9 * 0.02));
      }
    }
    if (!anyVoltage) {
      assertThat(mean).isCloseTo(0, within(1e-8 * Math.abs(voltages[1])));
    }
    Held byVoltages = corners("VVVV", r);
    double[] same = new double[potential.length];
    byVoltages.solve(voltages, same, 1e-11);
    double power = 0;
    for (int k = 0; k < 4; k++) {
      assertThat(byVoltages.currents(same)[k]).isCloseTo(currents[k], within(2e-9 * largest));
      power += voltages[k] * currents[k];
    }
    assertThat(flow.power(potential) + flow.contactHeat(potential))
        .isCloseTo(power, within(1e-7 * power));

    OperatingPoint point =
        OperatingPoint.of(
            byVoltages.conductanceMatrix().siemens(), GivenValues.at(flow.electrodes(), values));
    for (int k = 0; k < 4; k++) {
      assertThat(point.currents()[k]).isCloseTo(currents[k], within(1e-7 * largest));
    }
    assertThat(point.power()).isCloseTo(power, within(1e-7 * power));
  }

  /** Along a moving texture: the guess tells the voltages of the last texture. */
  @ParameterizedTest
  @CsvSource({"CCCC", "VFCV"})
  void fewIterationsAlongAMovingTexture(String drives) {
    CurrentFlow flow = flow(CellMask.full(FILM), drives);
    CurrentFlow byVoltages = flow(CellMask.full(FILM), "VVVV");
    GivenValues values = GivenValues.at(flow.electrodes(), 0.01, -0.02, 0.015, -0.005);
    double[] v = new double[flow.potentialLength()];
    double[] w = new double[flow.potentialLength()];
    int[] iterations = new int[2];
    for (int step = 0; step < 60; step++) {
      Held flowHeld = flow.with(TEXTURE.at(FILM, 0.01 * step));
      Held byVoltagesHeld = byVoltages.with(TEXTURE.at(FILM, 0.01 * step));
      int here = flowHeld.solve(values, v, 1e-5).iterations();
      int there = byVoltagesHeld.solve(new double[] {.01, -.02, .015, -.005}, w, 1e-5).iterations();
      iterations[0] += step == 0 ? 0 : here;
      iterations[1] += step == 0 ? 0 : there;
    }
    assertThat(iterations[0]).isLessThan(5 * iterations[1] / 2); // 2.1 when written
  }

  @Test
  void refusesCurrentsThatDoNotAddUpToZero() {
    double[] potential = new double[corners("CCCC").potentialLength()];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> solve(corners("CCFC"), potential, 1e-6, 1, -2, 9, 1.1))
        .withMessageContaining("add up to 0.1 A")
        .withMessageContaining("'n4'");
    // with a voltage somewhere the rest leaves there
    solve(corners("CCVC"), potential, 1e-6, 1, -2, 9, 1.1);
    assertThat(corners("CCVC").currents(potential)[2]).isCloseTo(-0.1, within(1e-4));
  }

  /** A cut between left and right: each half balances its currents, and has its own mean. */
  @Test
  void halvesOfACutFilm() {
    boolean[] inside = new boolean[FILM.cells()];
    for (int c = 0; c < inside.length; c++) {
      inside[c] = c % FILM.nx() != 30;
    }
    CellMask cut = CellMask.of(FILM, inside);
    Held flow = flow(cut, "CFVC").with(TEXTURE.at(FILM, 0));
    double[] potential = new double[flow.potentialLength()];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> solve(flow, potential, 1e-6, 1, 0, 0, 1))
        .withMessageContaining("'n1', 'n4'");
    solve(flow, potential, 1e-10, 1, 0, 0.3, -1);
    double[] voltages = flow.voltages(potential);
    assertThat(voltages[0]).isCloseTo(-voltages[3], within(1e-7 * voltages[0]));
    assertThat(voltages[1]).isCloseTo(0.3, within(1e-8));
    assertThat(flow.currents(potential)[0]).isCloseTo(1, within(1e-7));
    ResistanceMatrix r = ResistanceMatrix.of(flow.conductanceMatrix());
    assertThat(2 * r.get(0, 0)).isCloseTo(voltages[0], within(1e-7 * voltages[0]));
    assertThat(r.get(0, 1)).isZero();
    assertThat(r.between(0, 3)).isCloseTo(2 * voltages[0], within(2e-7 * voltages[0]));
    assertThat(r.between(0, 1)).isInfinite();
  }

  @Test
  void resistanceMatrix() {
    ConductanceMatrix g = corners("VVVV", 0.1, 0, 0.7, 0).conductanceMatrix();
    ResistanceMatrix r = ResistanceMatrix.of(g);
    double[][] back = r.siemens();
    for (int i = 0; i < 4; i++) {
      double row = 0;
      double column = 0;
      for (int j = 0; j < 4; j++) {
        row += r.get(i, j);
        column += r.get(j, i);
        // G is symmetric to 1e-12, and so R
        assertThat(r.get(i, j)).isCloseTo(r.get(j, i), within(1e-10 * r.get(0, 0)));
        assertThat(back[i][j]).isCloseTo(g.get(i, j), within(1e-10 * g.get(1, 1)));
        double rg = 0;
        for (int k = 0; k < 4; k++) {
          rg += r.get(i, k) * g.get(k, j);
        }
        // the rows and columns of G add up to zero to 1e-12
        assertThat(rg).isCloseTo((i == j ? 1 : 0) - 0.25, within(1e-10));
      }
      assertThat(row).isCloseTo(0, within(1e-10 * r.get(0, 0)));
      assertThat(column).isCloseTo(0, within(1e-10 * r.get(0, 0)));
    }
    // between two electrodes, the others floating: a voltage of 1 V drives 1/R
    Held two = corners("VFVF", 0.1, 0, 0.7, 0);
    double[] potential = new double[two.potentialLength()];
    solve(two, potential, 1e-11, 1, 0, 0, 0);
    assertThat(r.between(0, 2)).isCloseTo(1 / two.currents(potential)[0], within(1e-7));
  }

  /** By hand: n1 and n2 by 2 S, n2 and n3 by 0.5 S, n4 alone. */
  @Test
  void resistorsInARow() {
    ResistanceMatrix r =
        ResistanceMatrix.of(
            new double[][] {{2, -2, 0, 0}, {-2, 2.5, -0.5, 0}, {0, -0.5, 0.5, 0}, {0, 0, 0, 0}});
    assertThat(r.between(0, 1)).isCloseTo(0.5, within(1e-12));
    assertThat(r.between(1, 2)).isCloseTo(2, within(1e-12));
    assertThat(r.between(2, 0)).isCloseTo(2.5, within(1e-12));
    assertThat(r.between(0, 3)).isInfinite();
    assertThat(r.between(0, 0)).isZero();
  }

  /** A square of a uniform film and two probes on it that float: half the voltage on each line. */
  @Test
  void floatingProbesReadThePotential() {
    List<Electrode> electrodes = new ArrayList<>(ElectrodeLayouts.sidesX(FILM));
    electrodes.add(new Electrode("p", new Disc(80e-9, 0, 1e-12), 1e3, Drive.FLOAT));
    electrodes.add(new Electrode("q", new Disc(160e-9, 200e-9, 1e-12), 0, Drive.FLOAT));
    CurrentFlow flow = new CurrentFlow(FILM, SIGMA, electrodes, Parallel.SERIAL);
    Held held = flow.with(hopfilm.grid.VectorField.uniform(FILM, 0, 0, 1));
    double[] potential = new double[flow.potentialLength()];
    solve(held, potential, 1e-10, 3, 0, Double.NaN, 0);
    // linear from 3 V at 0 to 0 V at 240 nm, exactly so in bilinear elements
    assertThat(held.voltages(potential)[2]).isCloseTo(2, within(1e-8));
    assertThat(held.voltages(potential)[3]).isCloseTo(1, within(1e-8));
  }
}
