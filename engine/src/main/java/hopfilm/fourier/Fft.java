package hopfilm.fourier;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * Discrete Fourier transforms of single lines by JTransforms, on the caller's thread: for kernels,
 * and for films where there are no vectors.
 *
 * <p>Complex numbers stand as real and imaginary part side by side. X_k = sum_n x_n exp(-2 pi i k
 * n/N). A power of two is transformed in place, another length allocates at each call. May be used
 * by several threads at once.
 */
public final class Fft {

  static {
    // JTransforms would split long transforms over threads of its own
    CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE);
    CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
  }

  private final int length;
  private final DoubleFFT_1D transform;

  /**
   * @param length numbers to transform, at least 1
   */
  public Fft(int length) {
    this.length = length;
    this.transform = new DoubleFFT_1D(length);
  }

  public int length() {
    return length;
  }

  /**
   * Real numbers, of even count, to their half spectrum, in place: {@code length} numbers from
   * {@code at} become {@code length/2 + 1} complex ones, so {@code length + 2} places are written.
   */
  void forwardReal(double[] a, int at) {
    transform.realForward(a, at);
    a[at + length] = a[at + 1];
    a[at + length + 1] = 0;
    a[at + 1] = 0;
  }

  /** Undoes {@link #forwardReal}; the two last places are left as they are. */
  void inverseReal(double[] a, int at) {
    a[at + 1] = a[at + length];
    transform.realInverse(a, at, true);
  }

  /** {@code length} complex numbers from {@code at}, in place. */
  public void forward(double[] a, int at) {
    transform.complexForward(a, at);
  }

  /** {@code length} times the inverse of {@link #forward}. */
  public void inverseTimesLength(double[] a, int at) {
    transform.complexInverse(a, at, false);
  }
}
