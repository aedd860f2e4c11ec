package hopfilm.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignalTest {

  /** So currents of two contacts cancel, and one potential does for both. */
  @Test
  void aSineAndItsNegativeHaveOneCourse() {
    for (double offset : new double[] {0, 0.5e-3}) {
      Signal one = new Signal.Sine(1e-3, 1e9, 0.3, offset);
      Signal other = new Signal.Sine(-1e-3, 1e9, 0.3, -offset);
      assertThat(other.course(0, Signal.Clock.PLAIN)).isEqualTo(one.course(0, Signal.Clock.PLAIN));
      assertThat(other.value()).isEqualTo(-one.value());
    }
    // an offset that is not given is 0 and not -0 in both
    Signal one = new Signal.Sine(1e-3, 1e9, 0, 0);
    Signal other = new Signal.Sine(-1e-3, 1e9, 0, 0);
    assertThat(other.course(0, Signal.Clock.PLAIN)).isEqualTo(one.course(0, Signal.Clock.PLAIN));
  }
}
