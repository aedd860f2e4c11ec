package hopfilm.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.dynamics.Envelope;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalTest {

  private static final double START = 3e-9;

  private static List<Envelope> courses(Signal... signals) {
    return Driven.courses(List.of(signals), START, Signal.Clock.PLAIN);
  }

  @Test
  void aSineIsItsFormula() {
    Signal.Sine sine = new Signal.Sine(-2e-3, 1e9, 0.7, 5e-3);
    Envelope course = courses(sine).get(0);
    for (double t : new double[] {0, 0.13e-9, 0.9e-9, 7.7e-9}) {
      double expected = 5e-3 - 2e-3 * Math.sin(2 * Math.PI * 1e9 * t + 0.7);
      // rounding of the phase
      assertThat(sine.value() * course.at(START + t)).isCloseTo(expected, within(1e-13));
    }
    assertThat(sine.largest()).isEqualTo(7e-3);
  }

  /** One potential serves all of them. */
  @Test
  void multiplesOfASignalHaveOneCourse() {
    List<Envelope> sines =
        courses(
            new Signal.Sine(1e-3, 1e9, 0.3, 0),
            new Signal.Sine(-5e-3, 1e9, 0.3, 0),
            new Signal.Sine(2e-3, 1e9, 0.3, 0));
    assertThat(sines.stream().distinct()).hasSize(1);
    double[] numbers = {0.5, -1, 0.25};
    List<Envelope> samples =
        courses(
            new Signal.Samples(new Series(numbers), 1e-10, 1e-3, true),
            new Signal.Samples(new Series(numbers.clone()), 1e-10, -7, true),
            new Signal.Samples(new Series(numbers), 1e-10, 1e-3, false));
    assertThat(samples.get(1)).isSameAs(samples.get(0));
    assertThat(samples.get(2)).isNotEqualTo(samples.get(0));
  }

  @Test
  void aSineWithoutAmplitudeIsSteady() {
    Signal sine = new Signal.Sine(0, 1e9, 0.3, -2e-3);
    assertThat(sine.isSteady()).isTrue();
    assertThat(sine.value() * courses(sine).get(0).at(0)).isEqualTo(-2e-3);
    Signal none = new Signal.Sine(0, 1e9, 0, 0);
    assertThat(none.value() * courses(none).get(0).at(0)).isZero();
  }

  @Test
  void seriesAreTheirNumbers() {
    Series one = new Series(1, 2, 3);
    assertThat(one).isEqualTo(new Series(1, 2, 3)).isNotEqualTo(new Series(1, 2, 4));
    assertThat(one.digest()).isEqualTo(new Series(1, 2, 3).digest()).hasSize(16);
    assertThat(one.digest()).isNotEqualTo(new Series(3, 2, 1).digest());
  }
}
