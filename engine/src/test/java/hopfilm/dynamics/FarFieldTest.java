package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.fourier.Convolutions;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.ThermalField;
import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demagnetising field once a step against the field at every stage. */
class FarFieldTest {

  private static final double PS = 1e-12;

  static Numerics numerics(DemagRate rate) {
    return numerics(rate, KernelChoice.AUTO);
  }

  static Numerics numerics(DemagRate rate, KernelChoice kernels) {
    return new Numerics(Integrator.RK4, Coupling.adaptive(), kernels, Numerics.TOLERANCE, rate);
  }

  static Magnet film(double alpha, int nz) {
    return film(alpha, nz, 4e-9);
  }

  /** Cells of 4 nm have a field in each step at first, at alpha 0.3; of 2 nm one in several. */
  static Magnet film(double alpha, int nz, double cell) {
    Grid grid =
        nz == 1 ? Grid.film(24, 20, cell, 12e-9) : new Grid(16, 12, nz, cell, cell, 12e-9 / nz);
    Material a =
        Material.of(7e5, 1e-11)
            .withKu(4e5)
            .withD(1.5e-3, DmiKind.INTERFACIAL)
            .withAlpha(alpha)
            .withP(1);
    return new Magnet(grid, a, Discretisation.STANDARD, new double[] {4e4, 1e4, 0})
        .withDemag(DemagKind.ON);
  }

  /** A texture of long waves that has moved for some time, without what dies out at once. */
  static VectorField settled(Magnet magnet) {
    Grid g = magnet.grid();
    SplittableRandom random = new SplittableRandom(3);
    VectorField m = new VectorField(g);
    for (int c = 0; c < 3; c++) {
      for (int wave = 0; wave < 6; wave++) {
        double kx = 2 * Math.PI / 100e-9 * random.nextDouble(-1, 1);
        double ky = 2 * Math.PI / 100e-9 * random.nextDouble(-1, 1);
        double phase = random.nextDouble(6);
        double size = random.nextDouble(-1, 1);
        for (int i = 0; i < g.cells(); i++) {
          double x = i % g.nx() * g.dx();
          double y = i / g.nx() % g.ny() * g.dy();
          m.component(c)[i] += size * Math.cos(kx * x + ky * y + phase);
        }
      }
    }
    m.normalise();
    TimeEvolution film = start(magnet.withAlpha(0.5), DemagRate.EVERY_STAGE, m);
    film.runUntil(40 * PS);
    return film.m();
  }

  private static TimeEvolution start(Magnet magnet, DemagRate rate, VectorField m) {
    TimeEvolution film = new TimeEvolution(magnet, numerics(rate), Parallel.SERIAL);
    film.state(m, 0);
    return film;
  }

  static VectorField after(
      Magnet magnet, DemagRate rate, VectorField m, double dt, Consumer<TimeEvolution> run) {
    TimeEvolution film = start(magnet, rate, m);
    film.stepLimit(dt);
    run.accept(film);
    return film.m();
  }

  static double distance(VectorField a, VectorField b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.x().length; i++) {
        double d = a.component(c)[i] - b.component(c)[i];
        sum += d * d;
      }
    }
    return Math.sqrt(sum / a.x().length);
  }

  private static void assertSame(VectorField a, VectorField b) {
    for (int c = 0; c < 3; c++) {
      assertThat(a.component(c)).isEqualTo(b.component(c));
    }
  }

  /** Errors of both at a step, against the field at every stage in much shorter ones. */
  private static double[] errors(
      Magnet magnet, VectorField m, double dt, Consumer<TimeEvolution> run) {
    VectorField exact = after(magnet, DemagRate.EVERY_STAGE, m, dt / 3, run);
    VectorField every = after(magnet, DemagRate.EVERY_STAGE, m, dt, run);
    VectorField once = after(magnet, DemagRate.ADAPTIVE, m, dt, run);
    // that it was not the same all the time
    assertThat(distance(once, every)).isPositive();
    return new double[] {distance(once, exact), distance(every, exact)};
  }

  @ParameterizedTest
  @CsvSource({"0.3, 1, 4", "0.02, 1, 4", "0.3, 3, 4", "0.3, 1, 2", "0.3, 3, 2"})
  void errorIsAtMostTwiceThatOfTheSchemeItself(double alpha, int nz, double nm) {
    Magnet magnet = film(alpha, nz, nm * 1e-9);
    VectorField m = settled(magnet);
    double dt = start(magnet, DemagRate.ADAPTIVE, m).timeStep();
    double[] e = errors(magnet, m, dt, film -> film.runUntil((nm < 4 ? 150 : 50) * PS));
    assertThat(e[0]).isLessThan(2 * e[1]);
  }

  /** Steps that end at any times, some of them much shorter than others. */
  @Test
  void stepsOfAnyLengthKeepTheError() {
    Magnet magnet = film(0.3, 1);
    VectorField m = settled(magnet);
    double dt = start(magnet, DemagRate.ADAPTIVE, m).timeStep();
    Consumer<TimeEvolution> run =
        film -> {
          SplittableRandom random = new SplittableRandom(4);
          while (film.time() < 40 * PS) {
            film.runUntil(film.time() + Math.pow(random.nextDouble(), 3) * 5 * dt);
          }
        };
    double[] e = errors(magnet, m, dt, run);
    assertThat(e[0]).isLessThan(2 * e[1]);
  }

  @Test
  void errorFallsWithTheFourthPowerOfTheStep() {
    Magnet magnet = film(0.3, 1);
    VectorField m = settled(magnet);
    double dt = start(magnet, DemagRate.ADAPTIVE, m).timeStep();
    VectorField exact =
        after(magnet, DemagRate.EVERY_STAGE, m, dt / 6, film -> film.runUntil(30 * PS));
    double[] e = new double[2];
    for (int k = 0; k < 2; k++) {
      double step = dt / (1 << k);
      e[k] = distance(after(magnet, DemagRate.ADAPTIVE, m, step, f -> f.runUntil(30 * PS)), exact);
    }
    // 16, and not yet all of it at the largest stable step
    assertThat(e[0] / e[1]).isBetween(10.0, 40.0);
  }

  /** A field that jumps makes a kink in the course of m, over which nothing is continued. */
  @Test
  void jumpOfTheDriveKeepsTheError() {
    Magnet magnet = film(0.3, 1);
    VectorField m = settled(magnet);
    double dt = start(magnet, DemagRate.ADAPTIVE, m).timeStep();
    Consumer<TimeEvolution> run =
        film -> {
          film.under(
              s -> s.withField(new double[] {0, 0, 1e5}, Envelope.ramp(15 * PS, 30 * PS, 0)));
          film.runUntil(45 * PS);
        };
    double[] e = errors(magnet, m, dt, run);
    assertThat(e[0]).isLessThan(2 * e[1]);
  }

  /** Stopped by hand between two fields and put under others: m is corrected first. */
  @Test
  void filmThatIsStoppedBetweenFieldsIsCorrected() {
    Magnet magnet = film(0.3, 1, 2e-9);
    VectorField m = settled(magnet);
    double corrected = 0;
    for (int stop = 400; stop < 404; stop++) {
      int steps = stop;
      TimeEvolution film = start(magnet, DemagRate.ADAPTIVE, m);
      film.runUntil(1e-9, () -> film.steps() == steps);
      VectorField before = film.m();
      film.under(s -> s.withAlpha(0.2));
      corrected = Math.max(corrected, distance(before, film.m()));
    }
    // c theta d, with d twice the tolerance at most where the time between fields has just grown
    assertThat(corrected).isBetween(1e-11, 0.35 * 0.08 * 2 * Numerics.DEMAG_TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {4e-9, 2e-9})
  void resumedFilmEndsWithTheSameBitsWhereverItStopped(double cell) throws IOException {
    Magnet magnet = film(0.3, 1, cell);
    VectorField m = settled(magnet);
    TimeEvolution whole = start(magnet, DemagRate.ADAPTIVE, m);
    double end = 100 * PS;
    whole.runUntil(end);
    // at first, in the steps with a field at each stage, and later; then between two fields
    for (int stop : List.of(0, 1, 2, 3, 4, 5, 9, 17, 400, 401, 402, 403)) {
      TimeEvolution first = start(magnet, DemagRate.ADAPTIVE, m);
      first.runUntil(end, () -> first.steps() == stop);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      first.save(new StateWriter(bytes));
      TimeEvolution second =
          start(magnet, DemagRate.ADAPTIVE, VectorField.uniform(m.grid(), 0, 0, 1));
      second.restore(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
      assertThat(second.steps()).isEqualTo(first.steps());
      second.runUntil(end);
      assertSame(second.m(), whole.m());
    }
  }

  /** The loops differ, what they compute does not: rounding of 60 steps. */
  @Test
  void plainLoopsMoveTheFilmAsVectorsDo() {
    Magnet magnet = film(0.3, 1);
    VectorField m = settled(magnet);
    VectorField[] ends = new VectorField[2];
    for (int k = 0; k < 2; k++) {
      KernelChoice choice = k == 0 ? KernelChoice.AUTO : KernelChoice.PLAIN;
      TimeEvolution film =
          new TimeEvolution(magnet, numerics(DemagRate.ADAPTIVE, choice), Parallel.SERIAL);
      film.state(m, 0);
      film.runUntil(40 * PS);
      ends[k] = film.m();
    }
    assertThat(distance(ends[0], ends[1])).isLessThan(1e-13);
  }

  /** Fields of single precision are off by 4e-7 of the largest; over some steps that adds up. */
  @Test
  void singlePrecisionMovesTheFilmAlike() {
    Magnet magnet = film(0.3, 1);
    VectorField m = settled(magnet);
    Magnet single = magnet.withDemag(DemagKind.ON, FourierLoops.FLOAT);
    TimeEvolution one = start(magnet, DemagRate.ADAPTIVE, m);
    TimeEvolution other = start(single, DemagRate.ADAPTIVE, m);
    one.runUntil(20 * PS);
    other.runUntil(20 * PS);
    // on vectors; plain loops have double precision alone
    double distance = distance(one.m(), other.m());
    assertThat(distance).isLessThan(1e-6);
    assertThat(distance > 0).isEqualTo(Convolutions.usesVectors(FourierLoops.FLOAT));
  }

  @Test
  void threadsDoNotChangeABit() {
    Magnet magnet = film(0.3, 1);
    VectorField m = settled(magnet);
    TimeEvolution one = start(magnet, DemagRate.ADAPTIVE, m);
    try (Parallel threads = Parallel.of(2)) {
      TimeEvolution two = new TimeEvolution(magnet, numerics(DemagRate.ADAPTIVE), threads);
      two.state(m, 0);
      one.runUntil(20 * PS);
      two.runUntil(20 * PS);
      assertSame(two.m(), one.m());
    }
  }

  @Test
  void eachStageHasItsOwnFieldWithoutDampingAndWithATemperature() {
    for (double kelvin : new double[] {0, 300}) {
      Magnet magnet = film(kelvin == 0 ? 0 : 0.3, 1);
      VectorField m = VectorField.uniform(magnet.grid(), 0.6, 0, 0.8);
      VectorField[] ends = new VectorField[2];
      for (DemagRate rate : DemagRate.values()) {
        TimeEvolution film = start(magnet, rate, m);
        film.under(s -> s.withNoise(new ThermalField(kelvin, 1)));
        film.runUntil(5 * PS);
        ends[rate.ordinal()] = film.m();
      }
      assertSame(ends[0], ends[1]);
    }
  }

  static VectorField clipped(CellMask mask, VectorField m) {
    for (int cell = 0; cell < m.x().length; cell++) {
      if (!mask.inside(cell)) {
        for (int c = 0; c < 3; c++) {
          m.component(c)[cell] = 0;
        }
      }
    }
    return m;
  }

  @Test
  void frozenCellsKeepTheirBits() {
    Magnet magnet = film(0.3, 1);
    boolean[] frozen = new boolean[magnet.grid().cells()];
    for (int i = 0; i < frozen.length; i += 7) {
      frozen[i] = true;
    }
    VectorField m = settled(magnet);
    TimeEvolution film = start(magnet.withFrozen(frozen), DemagRate.ADAPTIVE, m);
    film.runUntil(10 * PS);
    for (int i = 0; i < frozen.length; i++) {
      assertThat(film.m().x()[i] == m.x()[i]).isEqualTo(frozen[i]);
      double square =
          Math.pow(film.m().x()[i], 2)
              + Math.pow(film.m().y()[i], 2)
              + Math.pow(film.m().z()[i], 2);
      // the root's first terms, for what the field missed: its fourth power
      assertThat(square).isCloseTo(1, within(1e-12));
    }
  }
}
