package hopfilm.solver;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * Discrete Fourier transforms of a length that is a power of two, by JTransforms, on the caller's
 * thread.
 *
 * <p>Complex numbers stand as real and imaginary part side by side. X_k = sum_n x_n exp(-2 pi i k
 * n/N). Powers of two only: these transforms work in place, others allocate at each call. May be
 * used by several threads at once.
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
   * @param length numbers to transform, a power of two, at least 2
   * @throws IllegalArgumentException if it is another number
   */
  public Fft(int length) {
    if (length < 2 || Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException("a transform needs a power of two, not " + length);
    }
    this.length = length;
    this.transform = new DoubleFFT_1D(length);
  }

  /** Smallest power of two that is at least {@code n} and at least 2. */
  public static int lengthFor(int n) {
    return n <= 2 ? 2 : Integer.highestOneBit(n - 1) << 1;
  }

  public int length() {
    return length;
  }

  /**
   * Real numbers to their half spectrum, in place: {@code length} numbers from {@code at} become
   * {@code length/2 + 1} complex ones, so {@code length + 2} places are written.
   */
  public void forwardReal(double[] a, int at) {
    transform.realForward(a, at);
    a[at + length] = a[at + 1];
    a[at + length + 1] = 0;
    a[at + 1] = 0;
  }

  /** Undoes {@link #forwardReal}; the two last places are left as they are. */
  public void inverseReal(double[] a, int at) {
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
