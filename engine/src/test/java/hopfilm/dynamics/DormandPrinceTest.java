package hopfilm.dynamics;

import static hopfilm.dynamics.Macrospin.GAMMA0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The adaptive scheme of order 5. */
class DormandPrinceTest {

  private static final Magnet FILM =
      new Magnet(Grid.film(20, 14, 4e-9, 1e-8), Films.paperLike(), Discretisation.COVARIANT);

  private static Numerics numerics(double tolerance) {
    return new Numerics(Integrator.DOPRI5, Coupling.adaptive(), KernelChoice.PLAIN, tolerance);
  }

  private static TimeEvolution evolution(Magnet magnet, double tolerance, VectorField start) {
    TimeEvolution evolution = new TimeEvolution(magnet, numerics(tolerance), Parallel.SERIAL);
    evolution.state(start, 0);
    return evolution;
  }

  private static double largestDifference(VectorField a, VectorField b) {
    double max = 0;
    for (int i = 0; i < a.x().length; i++) {
      double dx = a.x()[i] - b.x()[i];
      double dy = a.y()[i] - b.y()[i];
      double dz = a.z()[i] - b.z()[i];
      max = Math.max(max, Math.sqrt(dx * dx + dy * dy + dz * dz));
    }
    return max;
  }

  private static double order(double coarse, double fine) {
    return Math.log(coarse / fine) / Math.log(2);
  }

  @Test
  void isOfOrderFiveOnAMacrospin() {
    double alpha = 1; // undamped precession hides the fifth order in |m|
    double h = 2e6;
    double[] error = new double[2];
    for (int i = 0; i < 2; i++) {
      Magnet magnet = Macrospin.free(alpha, h);
      TimeEvolution evolution = evolution(magnet, 0.1, Macrospin.along(magnet, 1, 0, 0));
      evolution.stepLimit(1.25e-13 / (1 << i));
      evolution.runUntil(5e-12);
      assertThat(evolution.steps()).isEqualTo(40L << i);
      error[i] = Macrospin.error(evolution.m(), alpha, GAMMA0 * h * 5e-12 / (1 + alpha * alpha));
    }
    // far above rounding; the next order bends the slope a little
    assertThat(error[1]).isGreaterThan(1e-12);
    assertThat(order(error[0], error[1])).isBetween(4.8, 5.3);
  }

  @Test
  void isOfOrderFiveOnATextureUnderCurrent() {
    VectorField start = Films.testTexture(FILM.grid());
    double t = 2e-11;
    VectorField[] end = new VectorField[3];
    int[] steps = {40, 80, 640};
    for (int i = 0; i < 3; i++) {
      TimeEvolution evolution = evolution(FILM, 0.1, start);
      Drift drift = new Drift(evolution.layout(), -0.5);
      java.util.Arrays.fill(drift.start().x(), 90);
      java.util.Arrays.fill(drift.start().y(), -60);
      evolution.under(s -> s.withDrift(drift));
      evolution.stepLimit(t / steps[i]);
      evolution.runUntil(t);
      end[i] = evolution.m();
    }
    // next order in dt and normalisation bend the slope a little
    assertThat(order(largestDifference(end[0], end[2]), largestDifference(end[1], end[2])))
        .isBetween(4.7, 5.3);
  }

  @Test
  void errorOfARunIsAtMostThatOfItsSteps() {
    VectorField start = Textures.random(FILM.grid(), 11);
    double t = 4e-12;
    TimeEvolution reference =
        new TimeEvolution(
            FILM,
            new Numerics(Integrator.RK4, Coupling.adaptive(), KernelChoice.PLAIN),
            Parallel.SERIAL);
    reference.state(start, 0);
    reference.stepLimit(t / 2000);
    reference.runUntil(t);
    long before = 0;
    for (double tolerance : new double[] {1e-4, 1e-6, 1e-8}) {
      TimeEvolution evolution = evolution(FILM, tolerance, start);
      evolution.runUntil(t);
      // the sum of the promised errors; a damped film does not let them grow in so short a time
      assertThat(largestDifference(evolution.m(), reference.m()))
          .isLessThan(evolution.steps() * tolerance);
      assertThat(evolution.steps()).isGreaterThan(before);
      before = evolution.steps();
    }
    // at the tightest the tolerance, not the stable step, set the length
    assertThat(t / before).isLessThan(0.5 * reference(FILM).timeStep());
  }

  private static TimeEvolution reference(Magnet magnet) {
    return new TimeEvolution(magnet, numerics(0.1), Parallel.SERIAL);
  }

  @ParameterizedTest
  @CsvSource({"0.3", "0.02", "0.001"})
  void energyNeverRisesAtTheLongestStep(double alpha) {
    // with a tolerance that never acts: the cap alone keeps the film stable
    Magnet magnet = FILM.withAlpha(alpha);
    TimeEvolution evolution = evolution(magnet, 0.1, Textures.random(magnet.grid(), 7));
    evolution.runUntil(5e-12);
    double before = magnet.energies(evolution.m()).total();
    for (int i = 1; i <= 300; i++) {
      evolution.runUntil(5e-12 + i * 2e-12);
      double now = magnet.energies(evolution.m()).total();
      // rounding of the sum over the film
      assertThat(now).isLessThanOrEqualTo(before + 1e-14 * Math.abs(before));
      before = now;
    }
  }

  @Test
  void stepIsCappedAtNineTenthsOfTheReachOfItsStabilityFunction() {
    // |R(iy)|^2 = 1 - y^6/1800 + y^8/1600 - y^10/14400 + y^12/360000 returns to 1 near y = 1
    assertThat(TimeStep.dormandPrince(0)).isCloseTo(0.998, within(0.005));
    // where the damping wins: the known interval of the negative real axis
    assertThat(TimeStep.dormandPrince(1e6)).isCloseTo(3.307, within(0.005));
    TimeEvolution evolution = evolution(FILM, 0.1, Textures.uniform(FILM.grid(), 0, 0, 1));
    double step = evolution.timeStep();
    evolution.runUntil(100 * step);
    assertThat(evolution.steps()).isEqualTo(100);
    TimeEvolution rk4 = new TimeEvolution(FILM, Numerics.standard(), Parallel.SERIAL);
    assertThat(step / rk4.timeStep())
        .isCloseTo(0.92 * TimeStep.dormandPrince(0.3) / 2.6, within(1e-12));
  }

  @Test
  void takesStepsBackWhenAFieldIsSwitchedOn() {
    double h = 2e6;
    double tolerance = 1e-10;
    double alpha = 0.1;
    Magnet magnet = Macrospin.free(alpha, 0);
    TimeEvolution evolution = evolution(magnet, tolerance, Macrospin.along(magnet, 1, 0, 0));
    evolution.under(s -> s.withField(new double[] {0, 0, h}, Envelope.ramp(1e-11, 1, 0)));
    evolution.runUntil(1e-11);
    assertThat(evolution.rejectedSteps()).isZero();
    assertThat(Macrospin.error(evolution.m(), alpha, 0)).isZero();
    evolution.runUntil(2e-11);
    assertThat(evolution.rejectedSteps()).isPositive();
    double phase = GAMMA0 * h * 1e-11 / (1 + alpha * alpha);
    // a step taken back leaves nothing behind
    assertThat(Macrospin.error(evolution.m(), alpha, phase))
        .isLessThan(evolution.steps() * tolerance);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void oneAndTwoThreadsGiveTheSameBits(boolean everyStage) {
    Grid grid = Grid.film(40, 40, 4e-9, 1e-6);
    Magnet magnet = new Magnet(grid, Films.paperLike(), Discretisation.COVARIANT);
    VectorField[] m = new VectorField[2];
    for (int threads = 1; threads <= 2; threads++) {
      try (Parallel parallel = Parallel.of(threads)) {
        CurrentFlow flow =
            new CurrentFlow(
                grid, new AmrConductivity(1.5e-7, 1.5), ElectrodeLayouts.sidesX(grid), parallel);
        Coupling coupling = everyStage ? Coupling.everyStep() : Coupling.adaptive();
        TimeEvolution evolution =
            new TimeEvolution(
                magnet,
                flow,
                new Numerics(Integrator.DOPRI5, coupling, KernelChoice.AUTO, 1e-7),
                parallel);
        evolution.state(Textures.random(grid, 5), 0);
        evolution.under(s -> s.withVoltages(new double[] {0.02, 0}));
        evolution.runUntil(1e-11);
        assertThat(evolution.rejectedSteps()).isPositive();
        m[threads - 1] = evolution.m();
      }
    }
    assertThat(m[1].x()).isEqualTo(m[0].x());
    assertThat(m[1].y()).isEqualTo(m[0].y());
    assertThat(m[1].z()).isEqualTo(m[0].z());
  }

  @Test
  void saysThatAToleranceBelowRoundingCannotBeKept() {
    TimeEvolution evolution = evolution(FILM, 1e-30, Textures.random(FILM.grid(), 1));
    assertThatThrownBy(() -> evolution.runUntil(1e-11))
        .isInstanceOf(InstabilityException.class)
        .hasMessageContaining("tolerance 1.00e-30")
        .hasMessageContaining("raise it");
  }

  @Test
  void tellsWhereTheMagnetisationIsNoLongerANumber() {
    VectorField m = Textures.uniform(FILM.grid(), 0, 0, 1);
    m.x()[FILM.grid().index(4, 3, 0)] = Double.NaN;
    TimeEvolution evolution = evolution(FILM, 1e-5, m);
    assertThatThrownBy(() -> evolution.runUntil(1e-12))
        .isInstanceOf(InstabilityException.class)
        .hasMessageContaining(
            "cell (4, 3) at x = 18.00 nm, y = 14.00 nm is no longer a number at 0.00000 ns")
        .hasMessageContaining("check the initial texture");
  }

  @Test
  void toleranceOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> numerics(0)).hasMessageContaining("above 0 and up to 0.1");
    assertThatThrownBy(() -> numerics(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
