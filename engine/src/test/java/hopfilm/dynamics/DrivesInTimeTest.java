package hopfilm.dynamics;

import static hopfilm.dynamics.Macrospin.GAMMA0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.GivenValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Voltages and fields that vary in time. */
class DrivesInTimeTest {

  private static final Grid GRID = Grid.film(30, 24, 4e-9, 1e-6);
  private static final Magnet FILM = new Magnet(GRID, Films.paperLike(), Discretisation.COVARIANT);
  private static final double[] VOLTAGES = {0.03, 0};

  private static TimeEvolution film(Integrator integrator, Coupling coupling) {
    CurrentFlow flow =
        new CurrentFlow(
            GRID, new AmrConductivity(6e-8, 1.5), ElectrodeLayouts.sidesX(GRID), Parallel.SERIAL);
    TimeEvolution evolution =
        new TimeEvolution(
            FILM, flow, new Numerics(integrator, coupling, KernelChoice.PLAIN), Parallel.SERIAL);
    evolution.state(Films.testTexture(GRID), 0);
    return evolution;
  }

  private static double rms(VectorField a, VectorField b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.x().length; i++) {
        double d = a.component(c)[i] - b.component(c)[i];
        sum += d * d;
      }
    }
    return Math.sqrt(sum / a.x().length);
  }

  private static void assertSameBits(VectorField a, VectorField b) {
    for (int c = 0; c < 3; c++) {
      assertThat(java.util.Arrays.equals(a.component(c), b.component(c))).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"RK4, 4", "DOPRI5, 5"})
  void sineFieldEntersWithTheOrderOfTheScheme(Integrator integrator, int order) {
    double h = 2e6;
    double alpha = 1; // undamped precession hides the fifth order in |m|
    double f = 5e10;
    double t = 1.3e-11;
    Magnet magnet = Macrospin.free(alpha, 0);
    Numerics numerics = new Numerics(integrator, Coupling.adaptive(), KernelChoice.PLAIN, 0.1);
    double integral = (1 - Math.cos(2 * Math.PI * f * t)) / (2 * Math.PI * f);
    double[] error = new double[2];
    for (int i = 0; i < 2; i++) {
      TimeEvolution evolution = new TimeEvolution(magnet, numerics, Parallel.SERIAL);
      evolution.state(Macrospin.along(magnet, 1, 0, 0), 0);
      evolution.under(s -> s.withField(new double[] {0, 0, h}, Envelope.sine(0, f)));
      evolution.stepLimit(t / (20 << i));
      evolution.runUntil(t);
      assertThat(evolution.steps()).isEqualTo(20L << i);
      error[i] = Macrospin.error(evolution.m(), alpha, GAMMA0 * h * integral / (1 + alpha * alpha));
    }
    assertThat(error[1]).isGreaterThan(1e-12); // far above rounding
    // the next order bends the slope a little
    assertThat(Math.log(error[0] / error[1]) / Math.log(2)).isBetween(order - 0.3, order + 0.5);
  }

  @ParameterizedTest
  @CsvSource({"RK4, 4", "DOPRI5, 5"})
  void sineVoltagesEnterWithTheOrderOfTheScheme(Integrator integrator, int order) {
    double t = 2e-12;
    int[] steps = {5, 10, 80};
    VectorField[] m = new VectorField[3];
    for (int i = 0; i < 3; i++) {
      TimeEvolution evolution = film(integrator, Coupling.everyStep());
      evolution.under(
          s -> s.withCurrent(GivenValues.voltages(VOLTAGES), Envelope.sine(-3e-13, 1e11)));
      evolution.stepLimit(t / steps[i]);
      evolution.runUntil(t);
      m[i] = evolution.m();
    }
    // next order in dt and normalisation bend the slope a little
    assertThat(Math.log(rms(m[0], m[2]) / rms(m[1], m[2])) / Math.log(2))
        .isBetween(order - 0.3, order + 0.6);
  }

  @ParameterizedTest
  @EnumSource(Integrator.class)
  void constantEnvelopeChangesNoBit(Integrator integrator) {
    TimeEvolution steady = film(integrator, Coupling.adaptive());
    steady.under(
        s -> s.withVoltages(VOLTAGES).withMagnet(FILM.withField(new double[] {1e4, 2e4, -3e4})));
    steady.runUntil(1e-11);
    TimeEvolution same = film(integrator, Coupling.adaptive());
    same.under(
        s ->
            s.withCurrent(GivenValues.voltages(VOLTAGES), Envelope.ramp(0, 1, 0))
                .withField(new double[] {1e4, 2e4, -3e4}, Envelope.ramp(0, 1, 0)));
    same.runUntil(1e-11);
    assertSameBits(same.m(), steady.m());
  }

  @ParameterizedTest
  @EnumSource(Integrator.class)
  void withoutCurrentBeforeAndAfterARamp(Integrator integrator) {
    double on = 4e-12;
    double off = 9e-12;
    TimeEvolution ramp = film(integrator, Coupling.adaptive());
    ramp.under(s -> s.withCurrent(GivenValues.voltages(VOLTAGES), Envelope.ramp(on, off, 1e-12)));
    TimeEvolution free = film(integrator, Coupling.adaptive());
    ramp.runUntil(on);
    free.runUntil(on);
    assertThat(ramp.solves()).isZero();
    assertSameBits(ramp.m(), free.m());
    ramp.runUntil(off);
    long solves = ramp.solves();
    assertThat(solves).isPositive();
    free.state(ramp.m(), off);
    ramp.state(ramp.m(), off);
    ramp.runUntil(1.5e-11);
    free.runUntil(1.5e-11);
    assertThat(ramp.solves()).isEqualTo(solves);
    assertSameBits(ramp.m(), free.m());
  }

  @ParameterizedTest
  @EnumSource(Integrator.class)
  void aShortPulseActsByItsIntegral(Integrator integrator) {
    double t = 1e-15; // the film relaxes 1e-3 of what it does in a step
    VectorField[] m = new VectorField[3];
    for (int i = 0; i < 3; i++) {
      TimeEvolution evolution = film(integrator, Coupling.everyStep());
      if (i == 1) {
        evolution.under(s -> s.withVoltages(new double[] {0.5 * VOLTAGES[0], 0}));
      } else if (i == 2) {
        evolution.under(s -> s.withCurrent(GivenValues.voltages(VOLTAGES), Envelope.pulse(0, t)));
      }
      evolution.runUntil(t);
      m[i] = evolution.m();
    }
    // sin^2 has the mean 1/2; what is left is of second order in t
    assertThat(rms(m[2], m[1])).isLessThan(2e-3 * rms(m[1], m[0]));
    assertThat(rms(m[1], m[0])).isGreaterThan(1e-6);
  }

  @Test
  void aFieldThatJumpsWithinARunTurnsByItsIntegral() {
    // up for 5.003 ps and, on another ramp, down: steps must end on the jumps
    double h = 2e6;
    Magnet magnet = Macrospin.free(0, 0);
    for (Integrator integrator : Integrator.values()) {
      TimeEvolution evolution =
          new TimeEvolution(
              magnet,
              new Numerics(integrator, Coupling.adaptive(), KernelChoice.PLAIN, 1e-9),
              Parallel.SERIAL);
      evolution.state(Macrospin.along(magnet, 1, 0, 0), 0);
      evolution.under(
          s -> s.withField(new double[] {0, 0, h}, Envelope.ramp(3.3e-12, 8.303e-12, 0)));
      evolution.stepLimit(1e-13);
      evolution.runUntil(2e-11);
      // 50 steps of RK4 with phases of 0.044: 50 (0.044)^5/120
      assertThat(Macrospin.error(evolution.m(), 0, GAMMA0 * h * 5.003e-12)).isLessThan(1e-7);
    }
  }

  @Test
  void energiesAreThoseOfThePresentField() {
    Magnet magnet = Macrospin.free(0.1, 5e4);
    TimeEvolution evolution = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    evolution.state(Macrospin.along(magnet, 0, 0, 1), 0);
    evolution.under(s -> s.withField(new double[] {0, 0, 1e5}, Envelope.ramp(0, 1, 4e-12)));
    evolution.runUntil(1e-12);
    double volume = magnet.grid().cellVolume();
    double expected = -4e-7 * Math.PI * Macrospin.MS * (0.25 * 1e5 + 5e4) * volume;
    // rounding
    assertThat(evolution.present().energies(evolution.m()).zeeman())
        .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    evolution.under(s -> s.withoutField());
    assertThat(evolution.present().externalField()).containsExactly(0, 0, 5e4);
    evolution.under(s -> s.withField(new double[] {1, 2, 3}, Envelope.constant()).withAlpha(0.2));
    assertThat(evolution.present().externalField()).containsExactly(1, 2, 3 + 5e4);
    evolution.under(Surroundings.of(magnet));
    assertThat(evolution.present().externalField()).containsExactly(0, 0, 5e4);
  }

  @Test
  void potentialAndStableStepFollowTheEnvelope() {
    TimeEvolution evolution = film(Integrator.RK4, Coupling.adaptive());
    double free = evolution.timeStep();
    evolution.under(
        s ->
            s.withCurrent(
                GivenValues.voltages(new double[] {0.3, 0}), Envelope.ramp(0, 4e-12, 2e-12)));
    evolution.runUntil(1e-12);
    // the left column of corners lies on the electrode
    assertThat(evolution.potential()[0]).isCloseTo(0.15, within(1e-12));
    assertThat(evolution.timeStep()).isLessThan(0.95 * free);
    evolution.runUntil(5e-12);
    assertThat(evolution.potential()[0]).isZero();
    assertThat(evolution.timeStep()).isEqualTo(free);
  }

  @Test
  void currentTooStrongIsNamedAsTheCause() {
    TimeEvolution evolution = film(Integrator.RK4, Coupling.adaptive());
    VectorField broken = Films.testTexture(GRID);
    evolution.under(s -> s.withVoltages(new double[] {3, 0}));
    evolution.runUntil(1e-15);
    broken.x()[0] = Double.NaN;
    evolution.state(broken, 1e-15);
    assertThatThrownBy(() -> evolution.runUntil(1e-13))
        .isInstanceOf(InstabilityException.class)
        .hasMessageContaining("lower the voltages");
  }
}
