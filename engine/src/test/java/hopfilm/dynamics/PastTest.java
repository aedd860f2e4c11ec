package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The polynomial through the last values of a field. */
class PastTest {

  private static Past<double[]> parabola(double... times) {
    Past<double[]> past = new Past<>(new double[3][1]);
    for (double t : times) {
      past.next()[0] = value(t);
      past.remember(t);
    }
    return past;
  }

  private static double value(double t) {
    return 2 - 3 * t + 5 * t * t;
  }

  /** The polynomial of a time, from the latest values. */
  private static double at(Past<double[]> past, double t) {
    double[] weights = past.weights(past.known(), t);
    double sum = 0;
    for (int n = 0; n < past.known(); n++) {
      sum += weights[n] * past.at(n)[0];
    }
    return sum;
  }

  @Test
  void threeValuesGiveTheirParabolaAtAnyTime() {
    Past<double[]> past = parabola(-1, 0, 0.5, 1.25); // the first has gone by then
    assertThat(past.times()).containsExactly(1.25, 0.5, 0);
    for (double t : new double[] {0.25, 1.25, 2, 3}) {
      assertThat(at(past, t)).isCloseTo(value(t), within(1e-13 * value(3))); // rounding
    }
  }

  /** What was solved in a step that is given up leaves no trace. */
  @Test
  void rewindForgetsWhatIsLater() {
    Past<double[]> past = parabola(0, 1, 2);
    past.rewind(1);
    assertThat(past.known()).isEqualTo(2);
    assertThat(at(past, 1)).isEqualTo(value(1));
    assertThat(at(past, 0)).isEqualTo(value(0));
    past.next()[0] = value(3);
    past.remember(3);
    assertThat(at(past, 5)).isCloseTo(value(5), within(1e-13 * value(5)));
  }

  @Test
  void theSecondLatestMayGo() {
    Past<double[]> past = parabola(0, 1, 2);
    past.dropSecond();
    assertThat(past.known()).isEqualTo(2);
    assertThat(at(past, 1)).isEqualTo(0.5 * (value(0) + value(2))); // the line between
  }
}
