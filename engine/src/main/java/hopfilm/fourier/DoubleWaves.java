package hopfilm.fourier;

import hopfilm.parallel.Parallel;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of waves along y on their way through a kernel: the transform along x, the product, and
 * back, in the cache; lanes are neighbouring ky. Of few layers the product is a sum over pairs of
 * them; many are transformed along z.
 */
final class DoubleWaves {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final Class<? extends Vector<Double>> T = S.vectorType();
  private static final int L = S.length();
  private static final int FIRST = DoubleRoom.FIRST;

  /** Added to the length of a line: lines a power of two apart share places of the cache. */
  private static final int APART = 2 * L;

  /** Layers from which on a transform along z is quicker than a sum over pairs. */
  private static final int MANY_LAYERS = 14;

  private final int nz;
  private final DoubleProduct product;
  private final DoubleLines alongX;
  private final DoubleLines alongZ; // null for a sum over pairs of layers
  private final int blocks; // of ky
  private final int filled; // numbers of a line that hold anything
  private final int spread; // numbers of a line of the spectrum
  private final int half; // waves along x of which the kernel is kept
  private final int numbers; // of the kernel for such a wave
  private final int layers; // room for the lines of a component
  private final int[] up; // where kz stands in a line along z
  private final int[] down; // where -kz does
  private final double[] kernel; // at [ky block][kx][layers apart or kz][part][lane]

  /**
   * @param lengthY of the transforms along y
   * @param filled numbers of a line that hold anything
   */
  DoubleWaves(FilmKernel film, int lengthY, int filled, Parallel parallel) {
    FilmSize size = film.size();
    this.nz = size.nz();
    this.product = product(film.shape());
    this.alongX = along(size, 0);
    this.alongZ =
        nz < MANY_LAYERS ? null : new DoubleLines(Length.goodMultipleOfFour(2 * nz), true);
    this.blocks = (lengthY / 2 + L) / L;
    this.filled = filled;
    this.spread = Math.max(alongX.used(), filled);
    this.half = alongX.length() / 2 + 1;
    this.layers = alongZ == null ? nz : alongZ.used();
    int depth = alongZ == null ? 0 : alongZ.length();
    int planes = alongZ == null ? nz : depth / 2 + 1;
    int[] places = film.shape().places(nz == 1);
    int parts = (int) Arrays.stream(places).filter(p -> p >= 0).count();
    this.up = new int[alongZ == null ? 0 : planes];
    this.down = new int[up.length];
    for (int kz = 0; kz < up.length; kz++) {
      up[kz] = alongZ.place(kz) * 2 * L;
      down[kz] = alongZ.place((depth - kz) % depth) * 2 * L;
    }
    this.numbers = planes * parts * L;
    this.kernel = DoubleRoom.of(blocks * half * numbers);
    KernelSpectrum transform = new KernelSpectrum(film, new int[] {alongX.length(), lengthY});
    // two lines taken apart are twice their spectra
    var scale = 0.5 / alongX.length() / lengthY / Math.max(1, depth);
    int hy = lengthY / 2 + 1;
    for (int p = 0; p < places.length; p++) {
      if (places[p] < 0) {
        continue;
      }
      int k = 0;
      for (var values : transform.planes(p, depth, parallel)) {
        for (int i = 0; i < half; i++) {
          for (int j = 0; j < hy; j++) {
            int at = (((j / L) * half + i) * planes + k) * parts + places[p];
            kernel[FIRST + at * L + j % L] = (double) (scale * values[i * hy + j]);
          }
        }
        k++;
      }
    }
  }

  private static DoubleProduct product(KernelShape shape) {
    return switch (shape) {
      case SYMMETRIC -> new DoubleSymmetricProduct();
      case CROSS -> new DoubleCrossProduct();
    };
  }

  /** The transforms along an axis. */
  static DoubleLines along(FilmSize size, int axis) {
    int n = size.along(axis);
    boolean isPeriod = size.periodic(axis) && Length.isGood(n);
    return new DoubleLines(isPeriod ? n : Length.goodMultipleOfFour(2 * n), !isPeriod);
  }

  /** Blocks of ky. */
  int blocks() {
    return blocks;
  }

  /** Numbers from a line of the spectrum to the next. */
  int spread() {
    return spread;
  }

  /** Numbers that a thread needs room for. */
  int room() {
    int lines = alongZ == null ? (nz == 1 ? 0 : nz * 6) : 3 * alongZ.length();
    return 3 * layers * apart() + lines * 2 * L;
  }

  /**
   * Takes a block of the spectrum through the kernel.
   *
   * @param component from one component of the spectrum to the next
   * @param room of a thread, {@link #room} numbers from {@code x} on
   */
  void apply(int block, double[] spectrum, int component, double[] room, int x) {
    for (int c = 0; c < 3; c++) {
      for (int k = 0; k < nz; k++) {
        int at = FIRST + c * component + (block * nz + k) * spread * 2 * L;
        // the way back left numbers there
        if (filled < alongX.used()) {
          Arrays.fill(spectrum, at + filled * 2 * L, at + alongX.used() * 2 * L, 0);
        }
        alongX.forward(room, x + (c * layers + k) * apart(), spectrum, at);
      }
      // layers of zeros, where the way back left numbers too
      int end = x + (c + 1) * layers * apart();
      Arrays.fill(room, end - (layers - nz) * apart(), end, 0);
    }
    if (alongZ != null) {
      deep(block, room, x);
    } else if (nz > 1) {
      pairs(block, room, x);
    } else {
      layer(block, room, x);
    }
    for (int c = 0; c < 3; c++) {
      for (int k = 0; k < nz; k++) {
        int at = FIRST + c * component + (block * nz + k) * spread * 2 * L;
        alongX.inverse(room, x + (c * layers + k) * apart(), spectrum, at);
      }
    }
  }

  private int apart() {
    return alongX.length() * 2 * L + APART;
  }

  /** Where the kernel of a wave begins. */
  private int kernel(int block, int kx) {
    return FIRST + (block * half + kx) * numbers;
  }

  private void layer(int block, double[] room, int x) {
    int n = alongX.length();
    for (int kx = 0; kx < half; kx++) {
      int p = x + alongX.place(kx) * 2 * L;
      int q = x + alongX.place((n - kx) % n) * 2 * L;
      product.layer(room, apart(), p, kernel, kernel(block, kx));
      if (q != p) {
        product.mirrored(room, apart(), q, kernel, kernel(block, kx));
      }
    }
  }

  private void deep(int block, double[] room, int x) {
    int n = alongX.length();
    for (int kx = 0; kx < half; kx++) {
      int p = x + alongX.place(kx) * 2 * L;
      int q = x + alongX.place((n - kx) % n) * 2 * L;
      deep(room, x, p, kernel(block, kx), false);
      if (q != p) {
        deep(room, x, q, kernel(block, kx), true);
      }
    }
  }

  private void deep(double[] room, int x, int place, int at, boolean mirrored) {
    int z = x + 3 * layers * apart();
    int one = alongZ.length() * 2 * L;
    int component = layers * apart();
    alongZ.forward(room, z, 3, room, place, apart(), component);
    if (mirrored) {
      product.deepMirrored(room, one, z, up, down, kernel, at);
    } else {
      product.deep(room, one, z, up, down, kernel, at);
    }
    alongZ.inverse(room, z, 3, room, place, apart(), component);
  }

  private void pairs(int block, double[] room, int x) {
    int lines = x + 3 * layers * apart();
    int n = alongX.length();
    for (int kx = 0; kx < half; kx++) {
      int p = x + alongX.place(kx) * 2 * L;
      int q = x + alongX.place((n - kx) % n) * 2 * L;
      gather(room, p, lines);
      gather(room, q, lines + 2 * L);
      int at = kernel(block, kx);
      for (int k = 0; k < nz; k++) {
        product.layers(room, lines, nz, k, kernel, at, apart(), p, q);
      }
    }
  }

  /** The components of all layers of a wave, side by side. */
  private void gather(double[] room, int p, int lines) {
    for (int k = 0; k < nz; k++) {
      for (int c = 0; c < 3; c++) {
        int from = (c * nz + k) * apart() + p;
        int at = lines + (k * 3 + c) * 4 * L;
        ((DoubleVector) T.cast(DoubleVector.fromArray(S, room, from))).intoArray(room, at);
        ((DoubleVector) T.cast(DoubleVector.fromArray(S, room, from + L))).intoArray(room, at + L);
      }
    }
  }
}
