package hopfilm.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FftTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 64, 16384})
  void oneWaveIsOneLineAndComesBack(int n) {
    Fft fft = new Fft(n);
    int wave = n / 2 - 1;
    double[] a = new double[2 * n + 2];
    double[] b = new double[n + 3];
    double[] kept = new double[n];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < n; i++) {
      // exp(+2 pi i wave i/n) has its line at +wave
      double phase = 2 * Math.PI * ((long) wave * i % n) / n;
      a[2 + 2 * i] = Math.cos(phase);
      a[2 + 2 * i + 1] = Math.sin(phase);
      kept[i] = random.nextDouble() - 0.5;
      b[1 + i] = kept[i];
    }
    fft.forward(a, 2);
    for (int k = 0; k < n; k++) {
      // rounding of log n additions
      assertThat(a[2 + 2 * k]).isCloseTo(k == wave ? n : 0, within(1e-12 * n));
      assertThat(a[2 + 2 * k + 1]).isCloseTo(0, within(1e-12 * n));
    }
    fft.inverseTimesLength(a, 2);
    assertThat(a[2] / n).isCloseTo(1, within(1e-13));
    fft.forwardReal(b, 1);
    // a real spectrum has real ends, the sum and the alternating sum
    double sum = 0;
    double alternating = 0;
    for (int i = 0; i < n; i++) {
      sum += kept[i];
      alternating += i % 2 == 0 ? kept[i] : -kept[i];
    }
    assertThat(b[1]).isCloseTo(sum, within(1e-13 * n));
    assertThat(b[1 + n]).isCloseTo(alternating, within(1e-13 * n));
    assertThat(b[2]).isZero();
    assertThat(b[2 + n]).isZero();
    fft.inverseReal(b, 1);
    for (int i = 0; i < n; i++) {
      assertThat(b[1 + i]).isCloseTo(kept[i], within(1e-14));
    }
  }
}
