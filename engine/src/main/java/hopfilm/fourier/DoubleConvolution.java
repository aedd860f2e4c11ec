package hopfilm.fourier;

import hopfilm.parallel.Parallel;
import java.util.Arrays;

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
final class DoubleConvolution implements Convolution {

  private static final int FIRST = DoubleRoom.FIRST;
  private static final int L = DoubleButterflies.L;

  private final FilmSize size;
  private final DoubleRows rows;
  private final DoubleLines alongY;
  private final DoubleWaves through;
  private final int blocks; // of columns, in all layers and components
  private final int columns; // blocks of columns of a layer
  private final int waves; // blocks of ky
  private final int spread; // numbers of a line of the spectrum along x
  private final double[] spectrum;
  private final int part; // numbers of a component of it
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

  /** Work space of a thread: a line along y, its transform, and the rest from {@code x} on. */
  private record Worker(double[] room, int y, int x) {}

  DoubleConvolution(FilmKernel film, double[] weight, Parallel parallel) {
    this.size = film.size();
    this.rows = new DoubleRows(size, weight);
    this.alongY = DoubleWaves.along(size, 1);
    this.columns = (size.nx() + L - 1) / L;
    this.blocks = 3 * size.nz() * columns;
    this.through = new DoubleWaves(film, alongY.length(), columns * L, parallel);
    this.waves = through.blocks();
    this.spread = through.spread();
    this.part = waves * size.nz() * spread * 2 * L;
    this.spectrum = DoubleRoom.of(3 * part);
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
    int y = Math.max(alongY.used(), size.ny()) * 2 * L;
    int x = y + (alongY.length() + 1) * 2 * L;
    return new Worker(DoubleRoom.of(x + through.room()), FIRST + y, FIRST + x);
  }

  private void forward(int from, int to) {
    for (int w = from; w < to; w++) {
      for (int b = 2 * w; b < blocks; b += 2 * workers.length) {
        forward(b, workers[w]);
      }
    }
  }

  private void forward(int b, Worker w) {
    load(b, w.room(), FIRST);
    if (b + 1 < blocks) {
      load(b + 1, w.room(), FIRST + L);
    } else {
      for (int j = 0; j < size.ny(); j++) {
        Arrays.fill(w.room(), FIRST + (2 * j + 1) * L, FIRST + (2 * j + 2) * L, 0);
      }
    }
    Arrays.fill(w.room(), FIRST + size.ny() * 2 * L, FIRST + alongY.used() * 2 * L, 0);
    double[] y = w.room();
    int o = w.y();
    alongY.forward(y, o, y, FIRST);
    int step = size.nz() * spread * 2 * L;
    double[] a = spectrum;
    int at = place(b);
    for (int k = 0; k < waves * L; k += L) {
      DoubleTiles.splitSum(y, wave, o, mirrored, o, k, a, at);
      DoubleTiles.splitDifference(y, wave, o + L, mirrored, o + L, k, a, at + L);
      at += step;
    }
    if (b + 1 < blocks) {
      at = place(b + 1);
      for (int k = 0; k < waves * L; k += L) {
        DoubleTiles.splitSum(y, wave, o + L, mirrored, o + L, k, a, at);
        DoubleTiles.splitDifference(y, mirrored, o, wave, o, k, a, at + L);
        at += step;
      }
    }
  }

  private void load(int b, double[] line, int o) {
    rows.load(in, component(b), b / columns % size.nz(), b % columns * L, line, o);
  }

  private int component(int b) {
    return b / (columns * size.nz());
  }

  /** Where a block of columns begins in the first block of ky. */
  private int place(int b) {
    int line = b / columns % size.nz() * spread + b % columns * L;
    return FIRST + component(b) * part + line * 2 * L;
  }

  private void middle(int from, int to) {
    for (int w = from; w < to; w++) {
      for (int kb = w; kb < waves; kb += workers.length) {
        through.apply(kb, spectrum, part, workers[w].room(), workers[w].x());
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
    double[] y = w.room();
    int o = w.y();
    int step = size.nz() * spread * 2 * L;
    boolean alone = b + 1 == blocks;
    // what stands in the place of a partner is not read
    int partner = alone ? b : b + 1;
    double[] a = spectrum;
    int at = place(b);
    int ct = place(partner);
    for (int k = 0; k < waves * L; k += L) {
      DoubleTiles.joinSum(a, at, a, ct + L, y, mirroredTo, k, o);
      DoubleTiles.joinDifference(a, ct, a, at + L, y, mirroredTo, k, o + L);
      DoubleTiles.joinDifference(a, at, a, ct + L, y, waveTo, k, o);
      DoubleTiles.joinSum(a, at + L, a, ct, y, waveTo, k, o + L);
      at += step;
      ct += step;
    }
    alongY.inverse(y, o, y, FIRST);
    store(b, w.room(), FIRST);
    if (!alone) {
      store(b + 1, w.room(), FIRST + L);
    }
  }

  private void store(int b, double[] line, int o) {
    rows.store(line, o, out, component(b), b / columns % size.nz(), b % columns * L);
  }
}
