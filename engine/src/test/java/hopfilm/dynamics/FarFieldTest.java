package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.fourier.Convolutions;
import hopfilm.fourier.Convolutions.Loops;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.kernel.KernelChoice;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.ThermalField;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.units.Constants;
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

  private static Numerics numerics(DemagRate rate) {
    return numerics(rate, KernelChoice.AUTO);
  }

  private static Numerics numerics(DemagRate rate, KernelChoice kernels) {
    return new Numerics(Integrator.RK4, Coupling.adaptive(), kernels, Numerics.TOLERANCE, rate);
  }

  private static Magnet film(double alpha, int nz) {
    Grid grid =
        nz == 1 ? Grid.film(24, 20, 4e-9, 12e-9) : new Grid(16, 12, nz, 4e-9, 4e-9, 12e-9 / nz);
    Material a = Material.uniform(7e5, 1e-11, 4e5, 1.5e-3, DmiKind.INTERFACIAL, alpha, 1, 0);
    return new Magnet(grid, a, Discretisation.STANDARD, new double[] {4e4, 1e4, 0})
        .withDemag(DemagKind.ON);
  }

  /** A texture of long waves that has moved for some time, without what dies out at once. */
  private static VectorField settled(Magnet magnet) {
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
    TimeEvolution film = new TimeEvolution(magnet, null, numerics(rate), Parallel.SERIAL);
    film.state(m, 0);
    return film;
  }

  private static VectorField after(
      Magnet magnet, DemagRate rate, VectorField m, double dt, Consumer<TimeEvolution> run) {
    TimeEvolution film = start(magnet, rate, m);
    film.stepLimit(dt);
    run.accept(film);
    return film.m();
  }

  private static double distance(VectorField a, VectorField b) {
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
  @CsvSource({"0.3, 1", "0.02, 1", "0.3, 3"})
  void errorIsAtMostTwiceThatOfTheSchemeItself(double alpha, int nz) {
    Magnet magnet = film(alpha, nz);
    VectorField m = settled(magnet);
    double dt = start(magnet, DemagRate.ADAPTIVE, m).timeStep();
    double[] e = errors(magnet, m, dt, film -> film.runUntil(50 * PS));
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
          film.field(new double[] {0, 0, 1e5}, Envelope.ramp(15 * PS, 30 * PS, 0));
          film.runUntil(45 * PS);
        };
    double[] e = errors(magnet, m, dt, run);
    assertThat(e[0]).isLessThan(2 * e[1]);
  }

  @Test
  void resumedFilmEndsWithTheSameBitsWhereverItStopped() throws IOException {
    Magnet magnet = film(0.3, 1);
    VectorField m = settled(magnet);
    TimeEvolution whole = start(magnet, DemagRate.ADAPTIVE, m);
    whole.runUntil(20 * PS);
    // at first, in the steps with a field at each stage, and later
    for (int stop : List.of(0, 1, 2, 3, 4, 5, 9, 17)) {
      TimeEvolution first = start(magnet, DemagRate.ADAPTIVE, m);
      first.runUntil(20 * PS, () -> first.steps() == stop);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      first.save(new StateWriter(bytes));
      TimeEvolution second =
          start(magnet, DemagRate.ADAPTIVE, VectorField.uniform(m.grid(), 0, 0, 1));
      second.restore(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
      assertThat(second.steps()).isEqualTo(stop);
      second.runUntil(20 * PS);
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
          new TimeEvolution(magnet, null, numerics(DemagRate.ADAPTIVE, choice), Parallel.SERIAL);
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
    Magnet single = magnet.withDemag(DemagKind.ON, Loops.FLOAT);
    TimeEvolution one = start(magnet, DemagRate.ADAPTIVE, m);
    TimeEvolution other = start(single, DemagRate.ADAPTIVE, m);
    one.runUntil(20 * PS);
    other.runUntil(20 * PS);
    // on vectors; plain loops have double precision alone
    double distance = distance(one.m(), other.m());
    assertThat(distance).isLessThan(1e-6);
    assertThat(distance > 0).isEqualTo(Convolutions.usesVectors(Loops.FLOAT));
  }

  @Test
  void threadsDoNotChangeABit() {
    Magnet magnet = film(0.3, 1);
    VectorField m = settled(magnet);
    TimeEvolution one = start(magnet, DemagRate.ADAPTIVE, m);
    try (Parallel threads = Parallel.of(2)) {
      TimeEvolution two = new TimeEvolution(magnet, null, numerics(DemagRate.ADAPTIVE), threads);
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
        film.thermal(new ThermalField(kelvin, 1));
        film.runUntil(5 * PS);
        ends[rate.ordinal()] = film.m();
      }
      assertSame(ends[0], ends[1]);
    }
  }

  /**
   * After a start and after a step in which m went where no polynomial said, three steps have a
   * field at each stage; a small film in a large box is not diluted by empty cells.
   */
  @ParameterizedTest
  @ValueSource(ints = {24, 200})
  void whatWasMissedIsFollowedByFieldsAtEachStage(int nx) {
    Grid grid = Grid.film(nx, 20, 4e-9, 12e-9);
    Material a = Material.uniform(7e5, 1e-11, 4e5, 1.5e-3, DmiKind.INTERFACIAL, 0.3, 1, 0);
    CellMask small = CellMask.full(grid).within(new Rectangle(0, 0, 48e-9, 80e-9));
    Magnet magnet =
        new Magnet(grid, a.within(small), Discretisation.STANDARD).withDemag(DemagKind.ON);
    PaddedLayout layout = new PaddedLayout(grid, magnet.bonds().reach());
    FarField far =
        FarField.of(
            (AddedFieldKernel)
                LlgEquation.motion(
                    magnet, layout, KernelChoice.PLAIN, AddedFieldKernel.Fields.NONE),
            KernelChoice.PLAIN,
            Parallel.SERIAL);
    double dt = 0.05 / (Constants.GAMMA0 * 7e5);
    far.forget();
    PaddedField m = new PaddedField(layout);
    VectorField up = VectorField.uniform(grid, 0, 0, 1);
    m.pack(clipped(small, up));
    StringBuilder ahead = new StringBuilder();
    for (int step = 0; step < 12; step++) {
      boolean isAhead = far.begin(m, step * dt, dt);
      ahead.append(isAhead ? 'a' : '.');
      if (step == 6) {
        // Nxx is some 0.2, so that the field changes by 0.002 of Ms: twice what may be missed, and
        // half of it by a mean over the whole of the larger box
        m.pack(clipped(small, VectorField.uniform(grid, 0.01, 0, Math.sqrt(1 - 1e-4))));
      }
      if (isAhead) {
        far.end(m, (step + 1) * dt, dt);
      }
    }
    assertThat(ahead.toString()).isEqualTo("...aaaa...aa");
  }

  private static VectorField clipped(CellMask mask, VectorField m) {
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

  /**
   * The table's model at its limits: m' = J (a m + far), J precession and damping, far = +-theta m
   * along either axis, with the far part continued and corrected; a is what the exchange of a wave
   * is to the time step, up to the scheme's own reach.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 1})
  void limitsOfTheTableAreStable(double alpha) {
    for (int order = 1; order <= 3; order++) {
      assertStable(order, alpha, FarField.limit(order, alpha));
    }
  }

  private static void assertStable(int order, double alpha, double theta) {
    double[] corrections = {0.5, 5 / 12.0, 3 / 8.0, 251 / 720.0};
    // the field itself acts between 0 and theta, less half of m between -theta and theta
    double[] far = {-theta, 0, 0.5 * theta, theta};
    for (double a = 0.05 - 0.25; a < 2.3; a += 0.25) {
      for (int n = 0; n < 16; n++) {
        double bu = far[n % 4];
        double bv = far[n / 4];
        // a saddle runs away by itself, and what is stiffer is beyond the time step
        if (a + Math.min(bu, bv) < 0.01 || a + theta > 2.4) {
          continue;
        }
        LinearFilm film = new LinearFilm(a, bu, bv, alpha, order, corrections[order]);
        assertThat(film.growth(4000))
            .as("order %s, a %s, far %s", order, a, n)
            .isLessThan(1 + 1.5e-4);
      }
    }
  }

  @Test
  void limitsLieBetweenThoseOfTheTable() {
    assertThat(FarField.limit(3, 0.15)).isCloseTo(0.135, within(1e-12));
    assertThat(FarField.limit(2, 0.01)).isCloseTo(0.15, within(1e-12));
    assertThat(FarField.limit(1, 1)).isCloseTo(0.48, within(1e-12));
  }

  /** Two numbers that precess, half of what turns them late. */
  private static final class LinearFilm {
    private final double a;
    private final double[] b;
    private final double alpha;
    private final int order;
    private final double correction;
    private final double[][] past;
    private double[] m = {1, 0.3};

    LinearFilm(double a, double bu, double bv, double alpha, int order, double correction) {
      this.a = a;
      this.b = new double[] {bu, bv};
      this.alpha = alpha;
      this.order = order;
      this.correction = correction;
      this.past = new double[order + 1][];
      for (int n = 0; n <= order; n++) {
        past[n] = far();
      }
    }

    private double[] far() {
      return new double[] {b[0] * m[0], b[1] * m[1]};
    }

    /** Differences continue a polynomial in equal steps: sum of the Newton series. */
    private double[] ahead(double s) {
      double[] sum = new double[2];
      for (int c = 0; c < 2; c++) {
        double[] column = new double[order + 1];
        for (int n = 0; n <= order; n++) {
          column[n] = past[n][c];
        }
        double factor = 1;
        for (int n = 0; n <= order; n++) {
          sum[c] += factor * column[0];
          factor *= (s + n) / (n + 1);
          for (int k = 0; k < order - n; k++) {
            column[k] -= column[k + 1];
          }
        }
      }
      return sum;
    }

    private double[] turned(double[] h) {
      double f = 1 / (1 + alpha * alpha);
      return new double[] {f * (-alpha * h[0] - h[1]), f * (h[0] - alpha * h[1])};
    }

    private double[] slope(double[] at, double[] far) {
      return turned(new double[] {a * at[0] + far[0], a * at[1] + far[1]});
    }

    private static double[] plus(double[] x, double w, double[] y) {
      return new double[] {x[0] + w * y[0], x[1] + w * y[1]};
    }

    private void step() {
      double[] half = ahead(0.5);
      double[] full = ahead(1);
      double[] k1 = slope(m, past[0]);
      double[] k2 = slope(plus(m, 0.5, k1), half);
      double[] k3 = slope(plus(m, 0.5, k2), half);
      double[] k4 = slope(plus(m, 1, k3), full);
      m = plus(plus(plus(plus(m, 1 / 6.0, k1), 1 / 3.0, k2), 1 / 3.0, k3), 1 / 6.0, k4);
      double[] now = far();
      m = plus(m, correction, turned(plus(now, -1, full)));
      System.arraycopy(past, 0, past, 1, order);
      past[0] = now;
    }

    /** Growth a step, over the second half of n steps. */
    double growth(int n) {
      double middle = 0;
      for (int k = 0; k < n; k++) {
        step();
        double size = Math.hypot(m[0], m[1]);
        middle = k < n / 2 ? Math.max(size, 0.999 * middle) : middle;
        if (size > 1e100 || size < 1e-100) {
          return size > 1 ? Double.POSITIVE_INFINITY : 0;
        }
      }
      return Math.pow(Math.hypot(m[0], m[1]) / middle, 2.0 / n);
    }
  }
}
