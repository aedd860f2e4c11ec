package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Factors in time. */
class EnvelopeTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void rampRisesStaysAndFalls() {
    Envelope f = Envelope.ramp(2, 10, 2);
    double[][] table = {{1, 0}, {2, 0}, {2.5, 0.25}, {4, 1}, {7, 1}, {9, 0.5}, {10, 0}, {11, 0}};
    for (double[] row : table) {
      assertThat(f.at(row[0])).isEqualTo(row[1]);
    }
    double[] kinks = {0, 2, 4, 8, 10};
    for (int i = 1; i < kinks.length; i++) {
      assertThat(f.nextKink(kinks[i - 1])).isEqualTo(kinks[i]);
      assertThat(f.nextKink(0.5 * (kinks[i - 1] + kinks[i]))).isEqualTo(kinks[i]);
    }
    assertThat(f.nextKink(10)).isEqualTo(INFINITY);
  }

  @Test
  void rampWithoutRiseJumps() {
    Envelope f = Envelope.ramp(1, 3, 0);
    assertThat(f.at(Math.nextDown(1.0))).isZero();
    assertThat(f.at(1)).isEqualTo(1);
    assertThat(f.at(Math.nextDown(3.0))).isEqualTo(1);
    assertThat(f.at(3)).isZero();
    assertThat(f.nextKink(1)).isEqualTo(3);
  }

  @Test
  void rampWithoutEndStaysUp() {
    Envelope f = Envelope.ramp(0, INFINITY, 1);
    assertThat(f.at(1e6)).isEqualTo(1);
    assertThat(f.nextKink(1)).isEqualTo(INFINITY);
    assertThat(f.largest(0, 0.5)).isEqualTo(0.5);
  }

  @Test
  void sineAndPulseHaveTheirKnownValues() {
    Envelope sine = Envelope.sine(1, 0.25);
    assertThat(sine.at(2)).isCloseTo(1, within(1e-15));
    assertThat(sine.at(4)).isCloseTo(-1, within(1e-15));
    assertThat(sine.nextKink(1)).isEqualTo(INFINITY);
    Envelope pulse = Envelope.pulse(1, 3);
    assertThat(pulse.at(2)).isEqualTo(1);
    assertThat(pulse.at(1.5)).isCloseTo(0.5, within(1e-15));
    assertThat(pulse.at(0.9)).isZero();
    assertThat(pulse.at(3.1)).isZero();
    assertThat(pulse.nextKink(0)).isEqualTo(1);
    assertThat(pulse.nextKink(1)).isEqualTo(3);
    assertThat(pulse.nextKink(3)).isEqualTo(INFINITY);
    assertThat(Envelope.constant().at(-5)).isEqualTo(1);
  }

  @Test
  void waveHasOffsetAndPhaseAsShares() {
    // 1 + 3 sin(pi/2 (t - 1) + pi/2): 4 at its start, -2 half a period later
    Envelope f = new Envelope.Wave(1, 0.25, Math.PI / 2, 1, 3);
    assertThat(f.at(1)).isCloseTo(1, within(1e-15));
    assertThat(f.at(3)).isCloseTo(-0.5, within(1e-15));
    // the mean square of an offset and a sine is o^2 + a^2/2; Simpson's rule over 1/20 of a period
    // is wrong by (2 pi/20)^4 / 180 of it
    assertThat(f.square(1, 5)).isCloseTo(4 * (1 / 16.0 + 9 / 32.0), within(1e-4));
  }

  @Test
  void pulsesRiseStayAndFallOneAfterTheOther() {
    Envelope f = new PulseTrain(1, 4, 2, 1);
    double[][] table = {{0.5, 0}, {1.5, 0.5}, {2, 1}, {4, 1}, {4.75, 0.25}, {5, 0}, {6.9, 0}};
    for (double[] row : table) {
      assertThat(f.at(row[0])).isEqualTo(row[1]);
      assertThat(f.at(row[0] + 60)).isEqualTo(row[0] < 1 ? 0 : row[1]);
    }
    double[] kinks = {0, 1, 2, 4, 5, 7, 8, 10, 11, 13};
    for (int i = 1; i < kinks.length; i++) {
      assertThat(f.nextKink(kinks[i - 1])).isEqualTo(kinks[i]);
    }
    // two thirds of a second on each flank, two seconds full, in each period of six
    assertThat(f.square(1, 61)).isCloseTo(10 * (2 + 2 / 3.0), within(1e-12));
    assertThat(f.largest(5, 7)).isZero();
  }

  /** Times of rows are not the sums of their intervals, by a rounding. */
  @Test
  void samplesMayHaveTimesOfTheirOwn() {
    double[] times = {1, 2, Math.nextUp(3.0), Math.nextDown(4.0)};
    SampledSignal held = new SampledSignal(times, new double[] {0.5, -2, 4}, true);
    assertThat(held.at(Math.nextDown(1.0))).isZero();
    assertThat(held.at(3)).isEqualTo(-2);
    assertThat(held.at(times[2])).isEqualTo(4);
    assertThat(held.at(times[3])).isZero();
    assertThat(held.nextKink(2)).isEqualTo(times[2]);
    assertThat(held.nextKink(times[2])).isEqualTo(times[3]);
    assertThat(held.nextKink(times[3])).isEqualTo(INFINITY);
    assertThat(held.largest(1, 3)).isEqualTo(2);
    assertThat(held.largest(1, 3.5)).isEqualTo(4);
    assertThat(held.amplitude()).isEqualTo(4);
    assertThatThrownBy(() -> new SampledSignal(new double[] {1, 1}, new double[] {1}, true))
        .hasMessageContaining("follow each other in time");
    assertThatThrownBy(() -> new SampledSignal(new double[] {1}, new double[] {1}, true))
        .hasMessageContaining("not one more");
  }

  @Test
  void samplesCountFromTheirVeryTime() {
    // a distance that is no binary number: k times it is rounded
    double every = 0.1;
    double[] values = new double[1000];
    for (int k = 0; k < values.length; k++) {
      values[k] = k + 1;
    }
    Envelope held = new SampledSignal(0.3, every, values, true);
    Envelope lines = new SampledSignal(0.3, every, values, false);
    double t = 0;
    for (int k = 0; k < values.length; k++) {
      t = held.nextKink(t);
      assertThat(t).isEqualTo(0.3 + k * every);
      assertThat(held.at(t)).isEqualTo(values[k]);
      assertThat(held.at(Math.nextDown(t))).isEqualTo(k == 0 ? 0 : values[k - 1]);
      assertThat(lines.at(t)).isEqualTo(held.at(t));
    }
    assertThat(lines.at(0.35)).isCloseTo(1.5, within(1e-12));
    assertThat(held.nextKink(t)).isEqualTo(0.3 + 1000 * every);
    assertThat(held.at(0.3 + 1000 * every)).isZero();
    assertThat(held.nextKink(held.nextKink(t))).isEqualTo(INFINITY);
  }

  /** Both forms of a series last equally long, so that each input has its own interval. */
  @Test
  void theLastSampleIsHeldForOneInterval() {
    for (boolean isHeld : new boolean[] {true, false}) {
      SampledSignal s = new SampledSignal(1, 2, new double[] {0, 4, -3}, isHeld);
      assertThat(s.at(4)).isEqualTo(isHeld ? 4 : 0.5);
      assertThat(s.at(5)).isEqualTo(-3);
      assertThat(s.at(Math.nextDown(7.0))).isEqualTo(-3);
      assertThat(s.at(7)).isZero();
      assertThat(s.nextKink(5)).isEqualTo(7);
    }
  }

  static Stream<Envelope> all() {
    return Stream.of(
        Envelope.constant(),
        Envelope.ramp(2, 10, 2),
        Envelope.ramp(2, 10, 0),
        Envelope.ramp(2, 10, 4),
        Envelope.sine(1, 0.3),
        Envelope.pulse(3, 9),
        new Envelope.Wave(1, 0.3, 0.7, 0.5, 2),
        new PulseTrain(2, 3, 1, 1),
        new PulseTrain(2, 3, 0, 1.5),
        new PulseTrain(2, 3, 2, 0),
        new SampledSignal(2, 1.5, new double[] {0, 0.75, -1, 0, 0.25}, true),
        new SampledSignal(2, 1.5, new double[] {0, 0.75, -1, 0, 0.25}, false));
  }

  @ParameterizedTest
  @MethodSource("all")
  void largestIsNeverPassedAndIsZeroOnlyWhereAllIs(Envelope f) {
    for (double from = 0; from < 12; from += 0.37) {
      assertThat(f.largest(from, from)).isGreaterThanOrEqualTo(Math.abs(f.at(from)));
      for (double to = from + 0.01; to < 12; to += 0.41) {
        double sampled = Math.abs(f.at(Math.nextDown(to)));
        for (int i = 0; i < 500; i++) {
          sampled = Math.max(sampled, Math.abs(f.at(from + (to - from) * i / 500)));
        }
        assertThat(f.largest(from, to))
            .isGreaterThanOrEqualTo(sampled)
            .isLessThanOrEqualTo(f.amplitude())
            .isLessThanOrEqualTo(1);
        if (sampled == 0) {
          assertThat(f.largest(from, to)).isLessThan(0.01);
        }
      }
    }
    assertThat(Envelope.ramp(2, 10, 1).largest(0, 2)).isZero();
    assertThat(Envelope.pulse(2, 10).largest(10, 12)).isZero();
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThatThrownBy(() -> Envelope.ramp(2, 1, 0)).hasMessageContaining("end after its start");
    assertThatThrownBy(() -> Envelope.ramp(0, 1, 0.6)).hasMessageContaining("0 to 0.500");
    assertThatThrownBy(() -> Envelope.ramp(0, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Envelope.sine(0, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> Envelope.pulse(0, INFINITY)).hasMessageContaining("end after");
    assertThatThrownBy(() -> new Envelope.Wave(0, 1, 0, 0, 0)).hasMessageContaining("both 0");
    assertThatThrownBy(() -> new PulseTrain(0, 1, 0, 0.6)).hasMessageContaining("cannot be made");
    assertThatThrownBy(() -> new SampledSignal(0, 1, new double[0], true))
        .hasMessageContaining("no sample");
    assertThatThrownBy(() -> new SampledSignal(0, 1, new double[] {Double.NaN}, true))
        .hasMessageContaining("NaN");
  }
}
