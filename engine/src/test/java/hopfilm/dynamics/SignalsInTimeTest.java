package hopfilm.dynamics;

import static java.util.Collections.nCopies;
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
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.GivenValues;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Contacts whose voltages have courses of their own. */
class SignalsInTimeTest {

  private static final Grid GRID = Grid.film(24, 16, 4e-9, 1e-6);
  private static final Magnet FILM =
      new Magnet(GRID, Films.chiral(1.72e5), Discretisation.COVARIANT);
  private static final GivenValues VOLTAGES = GivenValues.voltages(0.02, 0.015, 0, -0.01);
  private static final double PERIOD = 1e-10;

  /** Three independent signals. */
  private static final List<Envelope> COURSES =
      List.of(
          Envelope.sine(0, 1 / PERIOD),
          new Envelope.Wave(0, 1.7 / PERIOD, 1, 0.5, 1),
          Envelope.constant(),
          new PulseTrain(1e-12, 2e-11, 1e-11, 4e-12));

  private static TimeEvolution film(Integrator integrator, Coupling coupling) {
    CurrentFlow flow =
        new CurrentFlow(
            GRID,
            new AmrConductivity(1.5e-7, 1.5),
            ElectrodeLayouts.corners(GRID, 17e-9),
            Parallel.SERIAL);
    TimeEvolution evolution =
        new TimeEvolution(
            FILM, flow, new Numerics(integrator, coupling, KernelChoice.PLAIN), Parallel.SERIAL);
    evolution.state(Films.testTexture(GRID), 0);
    return evolution;
  }

  private static double rms(VectorField a, VectorField b) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < GRID.cells(); c++) {
        double d = a.component(k)[c] - b.component(k)[c];
        sum += d * d;
      }
    }
    return Math.sqrt(sum / GRID.cells());
  }

  private static double largest(VectorField a, VectorField b) {
    double largest = 0;
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < GRID.cells(); c++) {
        largest = Math.max(largest, Math.abs(a.component(k)[c] - b.component(k)[c]));
      }
    }
    return largest;
  }

  private static void assertSameBits(TimeEvolution a, TimeEvolution b) {
    assertThat(a.steps()).isEqualTo(b.steps());
    for (int k = 0; k < 3; k++) {
      assertThat(Arrays.equals(a.view().component(k), b.view().component(k))).isTrue();
    }
  }

  /** Three sines and a constant, slower by a factor than 70 to 130 GHz. */
  private static List<Envelope> fast(double slower) {
    return List.of(
        Envelope.sine(-3e-13 * slower, 1e11 / slower),
        new Envelope.Wave(0, 7e10 / slower, 1, 0.5, 1),
        Envelope.constant(),
        Envelope.sine(1e-13 * slower, 1.3e11 / slower));
  }

  @ParameterizedTest
  @CsvSource({"RK4, 4", "DOPRI5, 5"})
  void signalsEnterWithTheOrderOfTheScheme(Integrator integrator, int order) {
    double t = 2e-12;
    int[] steps = {10, 20, 160};
    VectorField[] m = new VectorField[3];
    List<Envelope> fast = fast(1);
    for (int i = 0; i < 3; i++) {
      TimeEvolution evolution = film(integrator, Coupling.everyStep());
      evolution.under(s -> s.withSignals(VOLTAGES, fast));
      evolution.stepLimit(t / steps[i]);
      evolution.runUntil(t);
      m[i] = evolution.m();
    }
    double slope = Math.log(rms(m[0], m[2]) / rms(m[1], m[2])) / Math.log(2);
    // next order in dt and normalisation bend the slope a little
    assertThat(slope).isBetween(order - 0.4, order + 0.6);
  }

  @Test
  void oneCourseForAllIsTheDriveTimesIt() {
    Envelope sine = Envelope.sine(0, 1 / PERIOD);
    TimeEvolution one = film(Integrator.RK4, Coupling.adaptive());
    one.under(s -> s.withCurrent(VOLTAGES, sine));
    TimeEvolution each = film(Integrator.RK4, Coupling.adaptive());
    // the grounded contact may have any
    each.under(s -> s.withSignals(VOLTAGES, List.of(sine, sine, Envelope.constant(), sine)));
    one.runUntil(0.3 * PERIOD);
    each.runUntil(0.3 * PERIOD);
    assertSameBits(each, one);
  }

  @Test
  void aSineSaidInTwoWaysMovesTheFilmAlike() {
    Envelope sine = Envelope.sine(0, 1 / PERIOD);
    Envelope same = new Envelope.Wave(0, 1 / PERIOD, 0, 0, 1);
    TimeEvolution one = film(Integrator.RK4, Coupling.everyStep());
    one.under(s -> s.withCurrent(VOLTAGES, sine));
    TimeEvolution several = film(Integrator.RK4, Coupling.everyStep());
    several.under(s -> s.withSignals(VOLTAGES, List.of(sine, same, sine, same)));
    for (TimeEvolution f : List.of(one, several)) {
      f.stepLimit(1e-13); // the stable step knows the largest current only of a single course
      f.runUntil(0.2 * PERIOD);
    }
    // the potential is solved to 1e-10 of its currents
    assertThat(largest(one.m(), several.m())).isLessThan(1e-9);
  }

  @Test
  void extrapolationFollowsSignalsAsWellAsTheTexture() {
    double[] error = new double[2];
    VectorField[] end = new VectorField[2];
    for (int k = 0; k < 2; k++) {
      List<Envelope> courses = k == 0 ? nCopies(4, Envelope.constant()) : COURSES;
      TimeEvolution exact = film(Integrator.RK4, Coupling.everyStep());
      TimeEvolution adaptive = film(Integrator.RK4, Coupling.adaptive());
      for (TimeEvolution f : List.of(exact, adaptive)) {
        f.under(s -> s.withSignals(VOLTAGES, courses));
        f.stepLimit(2e-13);
        f.runUntil(PERIOD);
      }
      error[k] = rms(adaptive.m(), exact.m());
      end[k] = exact.m();
    }
    assertThat(rms(end[0], end[1])).isGreaterThan(0.1);
    // 2.0e-4 and 2.5e-4: both come from the same tolerance
    assertThat(error[1]).isLessThan(2 * error[0]);
  }

  /** Lines that go on from the last two solutions alone end 1.0e-4 off, those that bend 6e-5. */
  @ParameterizedTest
  @EnumSource(Integrator.class)
  void fastSignalsAreFollowedBetweenSolutions(Integrator integrator) {
    List<Envelope> fast = fast(5);
    VectorField[] end = new VectorField[2];
    for (int k = 0; k < 2; k++) {
      TimeEvolution f = film(integrator, k == 0 ? Coupling.everyStep() : Coupling.adaptive());
      f.under(s -> s.withSignals(VOLTAGES, fast));
      f.runUntil(2e-11);
      end[k] = f.m();
    }
    assertThat(rms(end[0], end[1])).isLessThan(8e-5);
  }

  @ParameterizedTest
  @EnumSource(Integrator.class)
  void heldSamplesAreStepsOfConstantVoltages(Integrator integrator) {
    double every = 3e-12;
    double[][] u = {{0.5, -1, 0.25, 0.75, 0}, {1, 1, -0.5, 0.125, 0.25}};
    Envelope steady = Envelope.constant();
    TimeEvolution signal = film(integrator, Coupling.adaptive());
    signal.under(
        s ->
            s.withSignals(
                VOLTAGES,
                List.of(
                    new SampledSignal(0, every, u[0], true),
                    new SampledSignal(0, every, u[1], true),
                    steady,
                    steady)));
    TimeEvolution steps = film(integrator, Coupling.adaptive());
    for (int k = 0; k < u[0].length; k++) {
      GivenValues now = GivenValues.voltages(0.02 * u[0][k], 0.015 * u[1][k], 0, -0.01);
      steps.under(s -> s.withCurrent(now, steady));
      steps.runUntil((k + 1) * every);
    }
    signal.runUntil(u[0].length * every);
    assertSameBits(signal, steps);
  }

  @Test
  void aSavedFilmGoesOnToTheSameBits() throws IOException {
    TimeEvolution one = film(Integrator.RK4, Coupling.adaptive());
    one.under(s -> s.withSignals(VOLTAGES, COURSES));
    one.runUntil(2.5e-11);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    one.save(new StateWriter(new DataOutputStream(saved)));
    TimeEvolution other = film(Integrator.RK4, Coupling.adaptive());
    other.under(s -> s.withSignals(VOLTAGES, COURSES));
    other.restore(
        new StateReader(new DataInputStream(new ByteArrayInputStream(saved.toByteArray()))));
    one.runUntil(6e-11);
    other.runUntil(6e-11);
    assertSameBits(other, one);
  }

  /** A field along x alone does not see the courses of the other components. */
  @Test
  void eachComponentOfAFieldHasItsCourse() {
    Envelope f = Envelope.sine(0, 1 / PERIOD);
    Envelope g = new PulseTrain(0, 7e-12, 5e-12, 0);
    double[] h = {4e5, 0, 0};
    TimeEvolution one = film(Integrator.RK4, Coupling.adaptive());
    one.under(s -> s.withField(h, f));
    TimeEvolution each = film(Integrator.RK4, Coupling.adaptive());
    each.under(s -> s.withField(h, List.of(f, g, g)));
    one.runUntil(0.3 * PERIOD);
    each.runUntil(0.3 * PERIOD);
    assertSameBits(each, one);
    DrivenField both =
        new DrivenField(
            new double[] {2, 3, 4}, List.of(f, g, Envelope.constant()), Optional.empty());
    assertThat(both.at(PERIOD / 4)).containsExactly(2 * f.at(PERIOD / 4), 3, 4);
    assertThat(both.at(8e-12)[1]).isZero();
  }

  /** Samples may be larger than 1: the bound of the time step must know. */
  @Test
  void aFieldOfLargeSamplesShortensTheStep() {
    TimeEvolution small = film(Integrator.RK4, Coupling.adaptive());
    small.under(s -> s.withField(new double[] {0, 0, 1e7}, Envelope.constant()));
    TimeEvolution large = film(Integrator.RK4, Coupling.adaptive());
    SampledSignal samples = new SampledSignal(0, 1e-9, new double[] {100}, true);
    large.under(s -> s.withField(new double[] {0, 0, 1e5}, samples));
    assertThat(large.timeStep()).isCloseTo(small.timeStep(), within(1e-9 * small.timeStep()));
  }

  @Test
  void anIntegralFollowsJumpsAndWaves() {
    GivenValues given = GivenValues.voltages(2, 3, 0, 0);
    Surroundings.Signals signals =
        new Surroundings.Signals(
            given,
            List.of(
                Envelope.sine(0, 1 / PERIOD),
                new SampledSignal(0, PERIOD / 4, new double[] {1, -2, 0, 0.5}, true),
                Envelope.constant(),
                Envelope.constant()));
    double sines = signals.integral(0, PERIOD, v -> v.at(0) * v.at(0));
    double steps = signals.integral(0, PERIOD, v -> v.at(1) * v.at(1));
    // Simpson's rule in twentieths of a period: error of the fourth order
    assertThat(sines).isCloseTo(2 * PERIOD, within(1e-4 * PERIOD));
    assertThat(steps).isCloseTo(9 * (1 + 4 + 0.25) * PERIOD / 4, within(1e-12 * PERIOD));
  }

  @Test
  void theGivenValuesAreKnownAtAnyTime() {
    Surroundings s = Surroundings.of(FILM).withSignals(VOLTAGES, COURSES);
    assertThat(s.given(PERIOD / 4).orElseThrow().at(0)).isCloseTo(0.02, within(1e-17));
    assertThat(s.given(PERIOD / 4).orElseThrow().at(2)).isZero();
    assertThat(s.withVoltages(1, 2, 3, 4).given(7).orElseThrow().at(1)).isEqualTo(2);
    assertThat(s.withoutCurrent().given(0)).isEmpty();
    assertThatThrownBy(() -> s.withSignals(VOLTAGES, List.of(Envelope.constant())))
        .hasMessageContaining("1 courses for 4 electrodes");
  }
}
