package hopfilm.fourier;

import hopfilm.parallel.Parallel;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A convolution with the Vector API: Fourier transforms along y and x of as many lines at once as a
 * vector has lanes, and a plain sum over layers.
 *
 * <pre>
 *   along y   lanes are neighbouring x; two blocks of columns are real and imaginary part of one
 *             transform, which is taken apart into two half spectra, transposed tile by tile
 *   along x   lanes are neighbouring ky; forward, times the kernel, and back, in the cache
 *   along y   back, the same in reverse
 * </pre>
 *
 * <p>Nothing is allocated after the first call. Blocks are shared out to threads; which one
 * computes a block does not change it.
 */
final class FloatConvolution implements Convolution {

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final Class<? extends Vector<Float>> T = S.vectorType();
  private static final int L = S.length();

  /** Added to the length of a line: lines a power of two apart share places of the cache. */
  private static final int APART = 2 * L;

  private final FilmSize size;
  private final FloatProduct product;
  private final FloatRows rows;
  private final FloatLines alongX;
  private final FloatLines alongY;
  private final int blocks; // of columns, in all layers and components
  private final int columns; // blocks of columns of a layer
  private final int waves; // blocks of ky
  private final int spread; // numbers of a line of the spectrum along x
  private final float[] kernel;
  private final float[][] spectrum = new float[3][];
  private final int[] wave; // where ky stands in a transformed line
  private final int[] mirrored; // where -ky does
  private final int[] waveTo; // the same, what is beyond the last to a place of its own
  private final int[] mirroredTo;
  private Worker[] workers = new Worker[0];
  private FilmArrays in;
  private FilmArrays out;
  private final Parallel.Body forward = this::forward;
  private final Parallel.Body middle = this::middle;
  private final Parallel.Body back = this::back;

  /** Work space of a thread. */
  private record Worker(float[] line, float[] y, float[] x, float[] layers) {}

  FloatConvolution(FilmKernel film, double[] weight, Parallel parallel) {
    this.size = film.size();
    this.product = product(film.shape());
    this.rows = new FloatRows(size, weight);
    this.alongX = along(size, 0);
    this.alongY = along(size, 1);
    this.columns = (size.nx() + L - 1) / L;
    this.blocks = 3 * size.nz() * columns;
    this.waves = (alongY.length() / 2 + L) / L;
    this.spread = Math.max(alongX.used(), columns * L);
    for (int c = 0; c < 3; c++) {
      spectrum[c] = new float[waves * size.nz() * spread * 2 * L];
    }
    int n = alongY.length();
    this.wave = new int[waves * L];
    this.mirrored = new int[waves * L];
    for (int k = 0; k < waves * L; k++) {
      wave[k] = alongY.place(k % n) * 2 * L;
      mirrored[k] = alongY.place((n - k % n) % n) * 2 * L;
    }
    this.waveTo = wave.clone();
    this.mirroredTo = mirrored.clone();
    Arrays.fill(waveTo, n / 2 + 1, waves * L, n * 2 * L);
    Arrays.fill(mirroredTo, n / 2 + 1, waves * L, n * 2 * L);
    this.kernel = kernel(film, parallel);
  }

  private static FloatProduct product(KernelShape shape) {
    return switch (shape) {
      case SYMMETRIC -> new FloatSymmetricProduct();
      case CROSS -> new FloatCrossProduct();
    };
  }

  /** The transforms along an axis. */
  static FloatLines along(FilmSize size, int axis) {
    int n = size.along(axis);
    return size.periodic(axis) && Length.isGood(n)
        ? new FloatLines(n, false)
        : new FloatLines(Length.goodMultipleOfFour(2 * n), true);
  }

  /** At [ky block][kx][layers apart][part][lane]. */
  private float[] kernel(FilmKernel film, Parallel parallel) {
    int[] lengths = {alongX.length(), alongY.length()};
    int hx = lengths[0] / 2 + 1;
    int hy = lengths[1] / 2 + 1;
    KernelSpectrum transform = new KernelSpectrum(film, lengths);
    int[] places = film.shape().places(size.nz() == 1);
    int parts = parts(film.shape());
    // two lines taken apart are twice their spectra
    var scale = 0.5 / lengths[0] / lengths[1];
    float[] all = new float[waves * hx * size.nz() * parts * L];
    for (int p = 0; p < places.length; p++) {
      for (int k = 0; k < size.nz() && places[p] >= 0; k++) {
        var values = transform.of(p, k, parallel);
        for (int i = 0; i < hx; i++) {
          for (int j = 0; j < hy; j++) {
            int at = (((j / L) * hx + i) * size.nz() + k) * parts + places[p];
            all[at * L + j % L] = (float) (scale * values[i * hy + j]);
          }
        }
      }
    }
    return all;
  }

  private int parts(KernelShape shape) {
    return (int) Arrays.stream(shape.places(size.nz() == 1)).filter(p -> p >= 0).count();
  }

  @Override
  public void apply(FilmArrays source, FilmArrays field, Parallel parallel) {
    if (workers.length != parallel.threads()) {
      workers = new Worker[parallel.threads()];
      Arrays.setAll(workers, w -> worker());
    }
    in = source;
    out = field;
    parallel.forRange(workers.length, forward);
    parallel.forRange(workers.length, middle);
    parallel.forRange(workers.length, back);
    in = null;
    out = null;
  }

  private Worker worker() {
    return new Worker(
        new float[Math.max(alongY.used(), size.ny()) * 2 * L],
        new float[(alongY.length() + 1) * 2 * L],
        new float[3 * size.nz() * apart()],
        new float[size.nz() == 1 ? 0 : size.nz() * 12 * L]);
  }

  private int apart() {
    return alongX.length() * 2 * L + APART;
  }

  private void forward(int from, int to) {
    for (int w = from; w < to; w++) {
      for (int b = 2 * w; b < blocks; b += 2 * workers.length) {
        forward(b, workers[w]);
      }
    }
  }

  private void forward(int b, Worker w) {
    load(b, w.line(), 0);
    if (b + 1 < blocks) {
      load(b + 1, w.line(), L);
    } else {
      for (int j = 0; j < size.ny(); j++) {
        Arrays.fill(w.line(), (2 * j + 1) * L, (2 * j + 2) * L, 0);
      }
    }
    Arrays.fill(w.line(), size.ny() * 2 * L, alongY.used() * 2 * L, 0);
    float[] y = w.y();
    alongY.forward(y, 0, w.line(), 0);
    int step = size.nz() * spread * 2 * L;
    float[] a = spectrum[component(b)];
    int at = place(b);
    for (int k = 0; k < waves * L; k += L) {
      FloatTiles.splitSum(y, wave, 0, mirrored, 0, k, a, at);
      FloatTiles.splitDifference(y, wave, L, mirrored, L, k, a, at + L);
      at += step;
    }
    if (b + 1 < blocks) {
      a = spectrum[component(b + 1)];
      at = place(b + 1);
      for (int k = 0; k < waves * L; k += L) {
        FloatTiles.splitSum(y, wave, L, mirrored, L, k, a, at);
        FloatTiles.splitDifference(y, mirrored, 0, wave, 0, k, a, at + L);
        at += step;
      }
    }
  }

  private void load(int b, float[] line, int o) {
    rows.load(in, component(b), b / columns % size.nz(), b % columns * L, line, o);
  }

  private int component(int b) {
    return b / (columns * size.nz());
  }

  /** Where a block of columns begins in the first block of ky. */
  private int place(int b) {
    return (b / columns % size.nz() * spread + b % columns * L) * 2 * L;
  }

  private void middle(int from, int to) {
    for (int w = from; w < to; w++) {
      for (int kb = w; kb < waves; kb += workers.length) {
        middle(kb, workers[w]);
      }
    }
  }

  private void middle(int kb, Worker w) {
    int nz = size.nz();
    int filled = columns * L;
    for (int c = 0; c < 3; c++) {
      for (int k = 0; k < nz; k++) {
        int at = (kb * nz + k) * spread * 2 * L;
        // the way back left numbers there
        if (filled < alongX.used()) {
          Arrays.fill(spectrum[c], at + filled * 2 * L, at + alongX.used() * 2 * L, 0);
        }
        alongX.forward(w.x(), (c * nz + k) * apart(), spectrum[c], at);
      }
    }
    if (nz == 1) {
      layer(kb, w);
    } else {
      layers(kb, w);
    }
    for (int c = 0; c < 3; c++) {
      for (int k = 0; k < nz; k++) {
        alongX.inverse(w.x(), (c * nz + k) * apart(), spectrum[c], (kb * nz + k) * spread * 2 * L);
      }
    }
  }

  private void layer(int kb, Worker w) {
    int n = alongX.length();
    int hx = n / 2 + 1;
    int numbers = kernel.length / (waves * hx);
    for (int kx = 0; kx < hx; kx++) {
      int p = alongX.place(kx) * 2 * L;
      int q = alongX.place((n - kx) % n) * 2 * L;
      int at = (kb * hx + kx) * numbers;
      product.layer(w.x(), apart(), p, kernel, at);
      if (q != p) {
        product.mirrored(w.x(), apart(), q, kernel, at);
      }
    }
  }

  private void layers(int kb, Worker w) {
    int n = alongX.length();
    int nz = size.nz();
    int hx = n / 2 + 1;
    int numbers = kernel.length / (waves * hx);
    for (int kx = 0; kx < hx; kx++) {
      int p = alongX.place(kx) * 2 * L;
      int q = alongX.place((n - kx) % n) * 2 * L;
      gather(w.x(), p, w.layers(), 0);
      gather(w.x(), q, w.layers(), 2 * L);
      int at = (kb * hx + kx) * numbers;
      for (int k = 0; k < nz; k++) {
        product.layers(w.layers(), nz, k, kernel, at, w.x(), apart(), p, q);
      }
    }
  }

  /** The components of all layers of a wave, side by side. */
  private void gather(float[] x, int p, float[] to, int o) {
    int nz = size.nz();
    for (int k = 0; k < nz; k++) {
      for (int c = 0; c < 3; c++) {
        int from = (c * nz + k) * apart() + p;
        int at = (k * 3 + c) * 4 * L + o;
        ((FloatVector) T.cast(FloatVector.fromArray(S, x, from))).intoArray(to, at);
        ((FloatVector) T.cast(FloatVector.fromArray(S, x, from + L))).intoArray(to, at + L);
      }
    }
  }

  private void back(int from, int to) {
    for (int w = from; w < to; w++) {
      for (int b = 2 * w; b < blocks; b += 2 * workers.length) {
        back(b, workers[w]);
      }
    }
  }

  private void back(int b, Worker w) {
    float[] y = w.y();
    int step = size.nz() * spread * 2 * L;
    boolean alone = b + 1 == blocks;
    // what stands in the place of a partner is not read
    int partner = alone ? b : b + 1;
    float[] a = spectrum[component(b)];
    float[] c = spectrum[component(partner)];
    int at = place(b);
    int ct = place(partner);
    for (int k = 0; k < waves * L; k += L) {
      FloatTiles.joinSum(a, at, c, ct + L, y, mirroredTo, k, 0);
      FloatTiles.joinDifference(c, ct, a, at + L, y, mirroredTo, k, L);
      FloatTiles.joinDifference(a, at, c, ct + L, y, waveTo, k, 0);
      FloatTiles.joinSum(a, at + L, c, ct, y, waveTo, k, L);
      at += step;
      ct += step;
    }
    alongY.inverse(y, 0, w.line(), 0);
    store(b, w.line(), 0);
    if (!alone) {
      store(b + 1, w.line(), L);
    }
  }

  private void store(int b, float[] line, int o) {
    rows.store(line, o, out, component(b), b / columns % size.nz(), b % columns * L);
  }
}
