package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EnergyTerm;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.ThermalField;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The motion at a temperature, against statistical mechanics. */
class TemperatureTest {

  private static final double KB = 1.380649e-23;
  private static final double MU0 = 4e-7 * Math.PI;
  private static final double GAMMA0 = 2.211e5;
  private static final double T = 300;

  /** 64 x 64 cells of 4 nm, 4 nm thick, that hardly know of each other: as many macrospins. */
  private static final Grid SPINS = Grid.film(64, 64, 4e-9, 4e-9);

  private static TimeEvolution evolution(Magnet magnet, int threads) {
    return new TimeEvolution(magnet, Numerics.standard(), Parallel.of(threads));
  }

  private static TimeEvolution spins(double Ku, double alpha, double dt, long seed) {
    // exchange far below one ampere per metre
    Material a = Material.of(Films.MS, 1e-22).withKu(Ku).withAlpha(alpha).withP(1);
    TimeEvolution film = evolution(new Magnet(SPINS, a, Discretisation.STANDARD), 1);
    film.under(s -> s.withNoise(new ThermalField(T, seed)));
    film.stepLimit(dt);
    return film;
  }

  /**
   * The density of u = mz is exp(s u^2)/Z with s = Ku V/(kB T): 20 classes of |u| of equal
   * probability, all spins independent of each other.
   */
  @ParameterizedTest
  @CsvSource({"4e-13, 0.5, 1", "1e-13, 0.5, 2", "2e-13, 0.1, 3", "Infinity, 0.05, 4"})
  void anAnisotropyWellIsFilledAsBoltzmannSays(double dt, double alpha, long seed) {
    double s = 2.5;
    double Ku = s * KB * T / SPINS.cellVolume();
    TimeEvolution film = spins(Ku, alpha, dt, seed);
    film.state(VectorField.uniform(SPINS, 0.6, 0, 0.8), 0);
    // eight times 1/(alpha gamma0 Hk) = 12 ps/alpha
    film.runUntil(1e-10 / alpha);
    int classes = 20;
    double[] seen = new double[classes];
    double[] upper = new double[classes];
    for (int k = 0; k < classes; k++) {
      upper[k] = quantile((k + 1.0) / classes, s);
    }
    double second = 0;
    for (double z : film.m().z()) {
      int k = 0;
      while (k < classes - 1 && Math.abs(z) > upper[k]) {
        k++;
      }
      seen[k]++;
      second += z * z / SPINS.cells();
    }
    double expected = SPINS.cells() / (double) classes;
    double chi2 = 0;
    for (double n : seen) {
      chi2 += (n - expected) * (n - expected) / expected;
    }
    // 19 degrees of freedom: 43.8 is exceeded once in a thousand, too few spread below 5.4 likewise
    assertThat(chi2).isBetween(5.4, 43.8);
    double mean = moment(1, s, 2) / moment(1, s, 0);
    double spread = Math.sqrt(moment(1, s, 4) / moment(1, s, 0) - mean * mean);
    // four standard errors
    assertThat(second).isCloseTo(mean, within(4 * spread / Math.sqrt(SPINS.cells())));
  }

  /**
   * In a gradient each column of spins has the mean of mz^2 of its own temperature, here of 75 to
   * 525 K along x or y; compared over quarters of the film.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aGradientWarmsOneSide(boolean isAlongX) {
    double slope = 450 / SPINS.sizeX();
    double Ku = 2.5 * KB * T / SPINS.cellVolume();
    TimeEvolution film = spins(Ku, 0.5, 1e-13, 5);
    ThermalField noise =
        new ThermalField(T, isAlongX ? slope : 0, isAlongX ? 0 : slope, isAlongX ? 5 : 6);
    film.under(s -> s.withNoise(noise));
    film.state(VectorField.uniform(SPINS, 0.6, 0, 0.8), 0);
    film.runUntil(2e-10);
    double[] z = film.m().z();
    for (int quarter = 0; quarter < 4; quarter++) {
      double seen = 0;
      double expected = 0;
      double variance = 0;
      for (int line = 16 * quarter; line < 16 * quarter + 16; line++) {
        double kelvin = T + slope * ((line + 0.5) * 4e-9 - SPINS.sizeX() / 2);
        double s = Ku * SPINS.cellVolume() / (KB * kelvin);
        double mean = moment(1, s, 2) / moment(1, s, 0);
        for (int k = 0; k < 64; k++) {
          double own = z[isAlongX ? 64 * k + line : 64 * line + k];
          seen += own * own;
          expected += mean;
          variance += moment(1, s, 4) / moment(1, s, 0) - mean * mean;
        }
      }
      // four standard errors
      assertThat(seen).isCloseTo(expected, within(4 * Math.sqrt(variance)));
    }
  }

  /** Without a gradient, and with one of zero, a film has the same bits. */
  @Test
  void noGradientChangesNothing() {
    TimeEvolution plain = spins(1e5, 0.3, 1e-13, 9);
    TimeEvolution flat = spins(1e5, 0.3, 1e-13, 9);
    flat.under(s -> s.withNoise(new ThermalField(T, 0, 1e-300, 9)));
    for (TimeEvolution film : new TimeEvolution[] {plain, flat}) {
      film.state(VectorField.uniform(SPINS, 0.6, 0, 0.8), 0);
      film.runUntil(5e-12);
    }
    assertThat(flat.m().z()).isEqualTo(plain.m().z());
  }

  /** The |mz| below which a share of the spins lies. */
  private static double quantile(double share, double s) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 40; i++) {
      double u = 0.5 * (low + high);
      if (moment(u, s, 0) < share * moment(1, s, 0)) {
        low = u;
      } else {
        high = u;
      }
    }
    return low;
  }

  /** Integral of x^k exp(s x^2) from 0 to u, by Simpson's rule. */
  private static double moment(double u, double s, int k) {
    int n = 200;
    double sum = 0;
    for (int i = 0; i <= n; i++) {
      double x = u * i / n;
      double weight = i == 0 || i == n ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * Math.pow(x, k) * Math.exp(s * x * x);
    }
    return sum * u / n / 3;
  }

  /**
   * A free spin diffuses on the sphere: &lt;m(t).m(0)&gt; = exp(-2 D t), D = gamma0 alpha kB T/((1
   * + alpha^2) mu0 Ms V), Brown (1963).
   */
  @ParameterizedTest
  @CsvSource({"0.5, 5e-13", "0.05, 5e-13"})
  void aFreeSpinDiffuses(double alpha, double dt) {
    TimeEvolution film = spins(0, alpha, dt, 11);
    film.state(VectorField.uniform(SPINS, 0, 0.6, 0.8), 0);
    double d =
        GAMMA0 * alpha * KB * T / ((1 + alpha * alpha) * MU0 * Films.MS * SPINS.cellVolume());
    for (double decay : new double[] {0.2, 0.5, 1}) {
      film.runUntil(decay / (2 * d));
      VectorField m = film.m();
      double along = 0;
      double across = 0;
      for (int i = 0; i < SPINS.cells(); i++) {
        along += (0.6 * m.y()[i] + 0.8 * m.z()[i]) / SPINS.cells();
        across += m.x()[i] / SPINS.cells();
      }
      // four standard errors of a component, whose spread is at most 1/sqrt(3)
      double error = 4 * Math.sqrt(1.0 / 3 / SPINS.cells());
      assertThat(along).isCloseTo(Math.exp(-decay), within(error));
      assertThat(across).isCloseTo(0, within(error));
    }
  }

  /**
   * At low temperature a film is an assembly of harmonic modes, two degrees of freedom a cell: E -
   * E0 = N kB T on the mean.
   */
  @ParameterizedTest
  @CsvSource({"COVARIANT, 0.3, OFF, 24", "STANDARD, 0.1, LOCAL, 20", "STANDARD, 0.3, ON, 12"})
  void theEnergyIsSharedEquallyAmongTheModes(
      Discretisation discretisation, double alpha, DemagKind demag, int n) {
    Grid grid =
        new Grid(
            n,
            n,
            1,
            4e-9,
            4e-9,
            1e-6,
            new Grid.Boundary(Edges.PERIODIC, Edges.PERIODIC, Edges.OPEN));
    Material a =
        Material.of(Films.MS, 1e-11)
            .withKu(8e5)
            .withD(1.5e-3, DmiKind.BULK)
            .withAlpha(alpha)
            .withP(1);
    Magnet magnet = new Magnet(grid, a, discretisation).withDemag(demag);
    TimeEvolution film = evolution(magnet, 1);
    VectorField up = VectorField.uniform(grid, 0, 0, 1);
    double e0 = magnet.energies(up).total();
    double cold = 30; // Ku V is 31000 times kB T, so the modes are harmonic
    film.under(s -> s.withNoise(new ThermalField(cold, 3)));
    film.stepLimit(0.3 * film.timeStep());
    film.state(up, 0);
    // the slowest mode has 1/(alpha gamma0 Hk) = 2.5 ps/alpha; its energy decays twice as fast
    double tau = 1.25e-12 / alpha;
    film.runUntil(10 * tau);
    int samples = 100;
    double mean = 0;
    for (int k = 1; k <= samples; k++) {
      film.runUntil((10 + 2 * k) * tau);
      mean += (magnet.energies(film.m()).total() - e0) / (grid.cells() * KB * cold) / samples;
    }
    // four standard errors, and 1 % from the length of the steps
    assertThat(mean).isCloseTo(1, within(4 / Math.sqrt(samples * grid.cells()) + 0.01));
  }

  /** The step that is chosen costs a few percent of the energy of the shortest waves. */
  @Test
  void theChosenStepLosesLittleOfTheEnergy() {
    Grid grid =
        new Grid(
            32,
            32,
            1,
            4e-9,
            4e-9,
            1e-6,
            new Grid.Boundary(Edges.PERIODIC, Edges.PERIODIC, Edges.OPEN));
    Material a =
        Material.of(Films.MS, 1e-11)
            .withKu(4.8e5)
            .withD(1.5e-3, DmiKind.BULK)
            .withAlpha(0.3)
            .withP(1);
    Magnet magnet = new Magnet(grid, a, Discretisation.COVARIANT);
    TimeEvolution film = evolution(magnet, 1);
    VectorField up = VectorField.uniform(grid, 0, 0, 1);
    film.under(s -> s.withNoise(new ThermalField(30, 1)));
    film.state(up, 0);
    film.runUntil(5e-11);
    double mean = 0;
    for (int k = 1; k <= 100; k++) {
      film.runUntil(5e-11 + k * 6e-12);
      double e = magnet.energies(film.m()).total() - magnet.energies(up).total();
      mean += e / (grid.cells() * KB * 30) / 100;
    }
    // 0.966 was measured with three times the samples; the error of this mean is 0.003
    assertThat(mean).isBetween(0.95, 0.98);
  }

  private static Magnet small(DemagKind demag, boolean holed) {
    Grid grid = Grid.film(36, 30, 4e-9, 2e-9);
    Material a = Films.chiral(4.8e5);
    CellMask mask = CellMask.full(grid).without(new Disc(60e-9, 50e-9, 20e-9));
    return new Magnet(grid, holed ? a.within(mask) : a, Discretisation.COVARIANT).withDemag(demag);
  }

  private static VectorField after(TimeEvolution film, Magnet magnet, double time) {
    VectorField m = Films.smooth(magnet.grid());
    for (int i = 0; i < magnet.grid().cells(); i++) {
      if (magnet.material().Ms().at(i) == 0) {
        m.x()[i] = 0;
        m.y()[i] = 0;
        m.z()[i] = 0;
      }
    }
    film.state(m, 0);
    film.runUntil(time);
    return film.m();
  }

  @ParameterizedTest
  @CsvSource({"OFF, false", "ON, false", "OFF, true", "ON, true"})
  void sameBitsWithAnyNumberOfThreads(DemagKind demag, boolean holed) {
    Magnet magnet = small(demag, holed);
    TimeEvolution one = evolution(magnet, 1);
    TimeEvolution two = evolution(magnet, 2);
    TimeEvolution other = evolution(magnet, 1);
    one.under(s -> s.withNoise(new ThermalField(T, 5)));
    two.under(s -> s.withNoise(new ThermalField(T, 5)));
    other.under(s -> s.withNoise(new ThermalField(T, 6)));
    VectorField a = after(one, magnet, 1e-11);
    VectorField b = after(two, magnet, 1e-11);
    assertThat(b.x()).isEqualTo(a.x());
    assertThat(b.z()).isEqualTo(a.z());
    assertThat(after(other, magnet, 1e-11).x()).isNotEqualTo(a.x());
    int hole = 12 * 36 + 15;
    assertThat(a.x()[hole] == 0 && a.z()[hole] == 0).isEqualTo(holed);
  }

  @Test
  void zeroKelvinIsNoField() {
    Magnet magnet = small(DemagKind.OFF, false);
    TimeEvolution cold = evolution(magnet, 1);
    cold.under(s -> s.withNoise(new ThermalField(0, 5)));
    TimeEvolution plain = evolution(magnet, 1);
    assertThat(cold.timeStep()).isEqualTo(plain.timeStep());
    assertThat(after(cold, magnet, 1e-11).x()).isEqualTo(after(plain, magnet, 1e-11).x());
  }

  /** The number of the step is part of the state. */
  @Test
  void continuesWhereAnotherRunStopped() throws IOException {
    Magnet magnet = small(DemagKind.OFF, false);
    TimeEvolution whole = evolution(magnet, 1);
    whole.under(s -> s.withNoise(new ThermalField(T, 5)));
    after(whole, magnet, 5e-12);
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    whole.save(new StateWriter(state));
    TimeEvolution rest = evolution(magnet, 1);
    rest.under(s -> s.withNoise(new ThermalField(T, 5)));
    rest.restore(new StateReader(new ByteArrayInputStream(state.toByteArray())));
    whole.runUntil(1e-11);
    rest.runUntil(1e-11);
    assertThat(rest.m().x()).isEqualTo(whole.m().x());
  }

  /**
   * One start warmed twice, cold in between: the second noise has random numbers of its own, at the
   * same temperature or another, also where a resume lies in between.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 4})
  void noiseThatReturnsHasOtherRandomNumbers(double times) throws IOException {
    ThermalField cold = new ThermalField(0, 5);
    ThermalField later = new ThermalField(times * T, 5);
    TimeEvolution film = spins(0, 0.1, 1e-13, 5);
    double[] first = warmed(film);
    film.under(s -> s.withNoise(cold));
    film.runUntil(2e-12);
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    film.save(new StateWriter(state));
    film.under(s -> s.withNoise(later));
    double[] second = warmed(film);
    // independent cells: four standard errors of a correlation; that of equal numbers is 1
    assertThat(new PearsonsCorrelation().correlation(first, second))
        .isCloseTo(0, within(4 / Math.sqrt(first.length)));
    TimeEvolution resumed = spins(0, 0.1, 1e-13, 5);
    resumed.under(s -> s.withNoise(cold));
    resumed.restore(new StateReader(new ByteArrayInputStream(state.toByteArray())));
    resumed.under(s -> s.withNoise(later));
    assertThat(warmed(resumed)).isEqualTo(second);
  }

  /** m_z of spins along x after ten steps. */
  private static double[] warmed(TimeEvolution film) {
    film.state(VectorField.uniform(SPINS, 1, 0, 0), 0);
    film.runUntil(1e-12);
    return film.m().z();
  }

  /** Relaxing with another damping changes the field with it: the film keeps its temperature. */
  @Test
  void anotherDampingKeepsTheTemperature() {
    double Ku = 2.5 * KB * T / SPINS.cellVolume();
    TimeEvolution film = spins(Ku, 0.01, 2e-13, 9);
    film.state(VectorField.uniform(SPINS, 0.6, 0, 0.8), 0);
    film.under(s -> s.withAlpha(0.5));
    film.runUntil(2.4e-10);
    double second = 0;
    for (double z : film.m().z()) {
      second += z * z / SPINS.cells();
    }
    double mean = moment(1, 2.5, 2) / moment(1, 2.5, 0);
    double spread = Math.sqrt(moment(1, 2.5, 4) / moment(1, 2.5, 0) - mean * mean);
    // four standard errors
    assertThat(second).isCloseTo(mean, within(4 * spread / Math.sqrt(SPINS.cells())));
  }

  @Test
  void adaptiveStepsAreRefused() {
    Numerics adaptive = new Numerics(Integrator.DOPRI5, Coupling.adaptive(), KernelChoice.AUTO);
    TimeEvolution film = new TimeEvolution(small(DemagKind.OFF, false), adaptive, Parallel.SERIAL);
    assertThatThrownBy(() -> film.under(s -> s.withNoise(new ThermalField(T, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RK4");
    film.under(s -> s.withNoise(new ThermalField(0, 1)));
  }

  /** A term of its own has films swept stage by stage; one of no field must not change a bit. */
  @Test
  void thermalFieldEntersAStepInOnePassAsItEntersFourSweeps() {
    EnergyTerm nothing =
        new EnergyTerm() {
          @Override
          public String name() {
            return "nothing";
          }

          @Override
          public double energy(VectorField m) {
            return 0;
          }

          @Override
          public void addField(VectorField m, VectorField h) {
            // none
          }
        };
    Grid grid = Grid.film(11, 9, 4e-9, 4e-9);
    Material a =
        Material.of(Films.MS, Films.A)
            .withKu(4.8e5)
            .withD(Films.D, DmiKind.INTERFACIAL)
            .withAlpha(0.3)
            .withP(1);
    Magnet plain = new Magnet(grid, a, Discretisation.COVARIANT);
    VectorField[] ends = new VectorField[2];
    for (int k = 0; k < 2; k++) {
      TimeEvolution film = evolution(k == 0 ? plain : plain.withTerm(nothing, 0), 1);
      film.under(s -> s.withNoise(new ThermalField(T, 7)));
      film.state(VectorField.uniform(grid, 0.6, 0, 0.8), 0);
      film.runUntil(1e-12);
      ends[k] = film.m();
    }
    assertThat(ends[0].x()[5]).isNotEqualTo(0.6);
    for (int c = 0; c < 3; c++) {
      assertThat(ends[1].component(c)).isEqualTo(ends[0].component(c));
    }
  }
}
