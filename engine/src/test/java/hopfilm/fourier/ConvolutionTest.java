package hopfilm.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.Parallel;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConvolutionTest {

  /** A kernel of random numbers, and the same by its definition. */
  private record Case(FilmSize size, KernelShape shape, double[][][][] values, FilmKernel kernel) {

    static Case random(FilmSize size, KernelShape shape, SplittableRandom random) {
      int parts = shape.parts().size();
      double[][][][] v = new double[size.nx()][size.ny()][size.nz()][parts];
      for (double[][][] plane : v) {
        for (double[][] line : plane) {
          for (double[] one : line) {
            Arrays.setAll(one, p -> random.nextDouble() - 0.5);
          }
        }
      }
      FilmKernel kernel =
          new FilmKernel(
              size,
              shape,
              (i, j, k, out) -> System.arraycopy(v[i][j][k], 0, out, 0, parts),
              Parallel.SERIAL);
      return new Case(size, shape, v, kernel);
    }

    /** A part at a distance either way; on a periodic axis at the shorter one. */
    double part(int p, int i, int j, int k) {
      int[] n = {size.nx(), size.ny(), size.nz()};
      boolean[] periodic = {size.periodicX(), size.periodicY(), false};
      boolean[] odd = {
        shape.parts().get(p).oddX(), shape.parts().get(p).oddY(), shape.parts().get(p).oddZ()
      };
      int[] d = {i, j, k};
      double sign = 1;
      for (int c = 0; c < 3; c++) {
        if (periodic[c] && 2 * Math.abs(d[c]) > n[c]) {
          d[c] -= Integer.signum(d[c]) * n[c];
        }
        boolean isMiddle = periodic[c] && 2 * Math.abs(d[c]) == n[c];
        if (odd[c]) {
          sign *= d[c] == 0 || isMiddle ? 0 : Integer.signum(d[c]);
        }
        d[c] = Math.abs(d[c]);
      }
      return sign * values[d[0]][d[1]][d[2]][p];
    }

    double[][] sum(double[][] source) {
      double[][] out = new double[3][size.cells()];
      int nx = size.nx();
      int layer = nx * size.ny();
      for (int to = 0; to < size.cells(); to++) {
        for (int from = 0; from < size.cells(); from++) {
          int i = to % nx - from % nx;
          int j = to % layer / nx - from % layer / nx;
          int k = to / layer - from / layer;
          for (KernelShape.Entry e : shape.entries()) {
            out[e.to()][to] += e.sign() * part(e.part(), i, j, k) * source[e.from()][from];
          }
        }
      }
      return out;
    }
  }

  private static double[][] random(int n, SplittableRandom random) {
    double[][] v = new double[3][n];
    for (double[] c : v) {
      Arrays.setAll(c, i -> random.nextDouble() - 0.5);
    }
    return v;
  }

  private static double[][] apply(
      Case one, double[] weight, FourierLoops loops, double[][] source, Parallel parallel) {
    double[][] out = new double[3][one.size().cells()];
    Convolutions.of(one.kernel(), weight, loops, parallel)
        .apply(
            FilmArrays.dense(one.size(), source[0], source[1], source[2]),
            FilmArrays.dense(one.size(), out[0], out[1], out[2]),
            parallel);
    return out;
  }

  private static double largest(double[][] v) {
    return Arrays.stream(v).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
  }

  private static void assertClose(double[][] is, double[][] expected, double tolerance) {
    double off = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < is[c].length; i++) {
        double d = Math.abs(is[c][i] - expected[c][i]);
        off = d <= off ? off : d; // keeps what is not a number
      }
    }
    assertThat(off).isCloseTo(0, within(tolerance * largest(expected)));
  }

  private static double tolerance(FourierLoops loops) {
    // rounding of some ten additions in a row, of numbers below the largest field
    return loops == FourierLoops.FLOAT && Convolutions.usesVectors(loops) ? 1e-6 : 1e-14;
  }

  @ParameterizedTest
  @EnumSource
  void fieldIsTheSumOverAllPairs(FourierLoops loops) {
    SplittableRandom random = new SplittableRandom(loops.ordinal());
    for (int n = 0; n < 40; n++) {
      // many layers are transformed along z
      boolean isDeep = n % 8 == 7;
      int most = isDeep ? 7 : 20;
      FilmSize size =
          new FilmSize(
              random.nextInt(1, most),
              random.nextInt(1, most),
              isDeep ? random.nextInt(14, 20) : random.nextInt(1, 4),
              random.nextInt(3) == 0,
              random.nextInt(3) == 0);
      for (KernelShape shape : KernelShape.values()) {
        Case one = Case.random(size, shape, random);
        double[][] source = random(size.cells(), random);
        double[][] is = apply(one, null, loops, source, Parallel.SERIAL);
        double[][] expected = one.sum(source);
        if (largest(expected) > 0) {
          assertClose(is, expected, tolerance(loops));
        }
      }
    }
  }

  /** Larger films, with all radices, against the plain loops. */
  @ParameterizedTest
  @CsvSource({
    "64, 64, 1, false, false",
    "200, 100, 1, false, false",
    "60, 90, 2, true, false",
    "45, 27, 1, true, true",
    "41, 128, 3, false, true",
    "77, 33, 4, true, true"
  })
  void vectorsAgreeWithPlainLoops(int nx, int ny, int nz, boolean x, boolean y) {
    FilmSize size = new FilmSize(nx, ny, nz, x, y);
    SplittableRandom random = new SplittableRandom(7);
    Case one = Case.random(size, KernelShape.SYMMETRIC, random);
    double[][] source = random(size.cells(), random);
    double[][] plain = apply(one, null, FourierLoops.PLAIN, source, Parallel.SERIAL);
    for (FourierLoops loops : List.of(FourierLoops.DOUBLE, FourierLoops.FLOAT)) {
      assertClose(apply(one, null, loops, source, Parallel.SERIAL), plain, tolerance(loops));
    }
  }

  @ParameterizedTest
  @EnumSource
  void weightsAreFactorsOfTheSourceWhichMayBeAnythingWhereTheyAreZero(FourierLoops loops) {
    FilmSize size = new FilmSize(19, 9, 2, false, false);
    SplittableRandom random = new SplittableRandom(3);
    Case one = Case.random(size, KernelShape.SYMMETRIC, random);
    double[][] source = random(size.cells(), random);
    double[] weight = random(size.cells(), random)[0];
    double[][] product = new double[3][size.cells()];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = i % 5 == 0 ? 0 : weight[i];
      for (int c = 0; c < 3; c++) {
        product[c][i] = weight[i] * source[c][i];
        source[c][i] = i % 5 == 0 ? Double.NaN : source[c][i];
      }
    }
    assertClose(
        apply(one, weight, loops, source, Parallel.SERIAL), one.sum(product), tolerance(loops));
  }

  @ParameterizedTest
  @EnumSource
  void threadsDoNotChangeABitNorDoesAnEarlierField(FourierLoops loops) {
    FilmSize size = new FilmSize(37, 22, 2, false, true);
    SplittableRandom random = new SplittableRandom(5);
    Case one = Case.random(size, KernelShape.SYMMETRIC, random);
    double[][] source = random(size.cells(), random);
    double[][] alone = apply(one, null, loops, source, Parallel.SERIAL);
    for (int threads = 2; threads <= 3; threads++) {
      try (Parallel parallel = Parallel.of(threads)) {
        Convolution convolution = Convolutions.of(one.kernel(), null, loops, parallel);
        double[][] other = random(size.cells(), random);
        FilmArrays out = FilmArrays.dense(size, other[0], other[1], other[2]);
        convolution.apply(out, out, parallel);
        convolution.apply(FilmArrays.dense(size, source[0], source[1], source[2]), out, parallel);
        assertThat(other).isDeepEqualTo(alone);
      }
    }
  }

  /** Rows with room between them, which keeps what is in it. */
  @ParameterizedTest
  @EnumSource
  void cellsMayLieAnywhere(FourierLoops loops) {
    FilmSize size = new FilmSize(21, 7, 3, false, false);
    SplittableRandom random = new SplittableRandom(9);
    Case one = Case.random(size, KernelShape.CROSS, random);
    int stride = 40;
    int plane = 400;
    double[][] source = random(1300, random);
    double[][] field = random(1300, random);
    double[][] before = Arrays.stream(field).map(double[]::clone).toArray(double[][]::new);
    double[][] dense = new double[3][size.cells()];
    int[] at = new int[size.cells()];
    for (int cell = 0; cell < at.length; cell++) {
      at[cell] = 13 + cell % 21 + cell / 21 % 7 * stride + cell / 147 * plane;
      for (int c = 0; c < 3; c++) {
        dense[c][cell] = source[c][at[cell]];
      }
    }
    Convolutions.of(one.kernel(), null, loops, Parallel.SERIAL)
        .apply(
            new FilmArrays(source[0], source[1], source[2], 13, stride, plane),
            new FilmArrays(field[0], field[1], field[2], 13, stride, plane),
            Parallel.SERIAL);
    double[][] expected = one.sum(dense);
    double[][] is = new double[3][at.length];
    for (int c = 0; c < 3; c++) {
      for (int cell = 0; cell < at.length; cell++) {
        is[c][cell] = field[c][at[cell]];
        field[c][at[cell]] = before[c][at[cell]];
      }
    }
    assertClose(is, expected, tolerance(loops));
    assertThat(field).isDeepEqualTo(before);
  }

  @Test
  void nothingIsAllocatedAfterTheFirstField() {
    assumeTrue(Convolutions.usesVectors(FourierLoops.DOUBLE));
    java.lang.management.ThreadMXBean threads =
        java.lang.management.ManagementFactory.getThreadMXBean();
    assumeTrue(threads instanceof com.sun.management.ThreadMXBean);
    com.sun.management.ThreadMXBean bean = (com.sun.management.ThreadMXBean) threads;
    FilmSize size = new FilmSize(32, 32, 1, false, false);
    SplittableRandom random = new SplittableRandom(2);
    Case one = Case.random(size, KernelShape.SYMMETRIC, random);
    double[][] v = random(size.cells(), random);
    FilmArrays film = FilmArrays.dense(size, v[0], v[1], v[2]);
    Convolution convolution =
        Convolutions.of(one.kernel(), null, FourierLoops.DOUBLE, Parallel.SERIAL);
    long least = Long.MAX_VALUE;
    // vectors are objects until the loops are compiled, which waits for a core that is free
    long end = System.nanoTime() + 30_000_000_000L;
    while (least > 0 && System.nanoTime() < end) {
      long before = bean.getCurrentThreadAllocatedBytes();
      convolution.apply(film, film, Parallel.SERIAL);
      least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
      Arrays.fill(v[0], 0.1);
    }
    assertThat(least).isZero();
  }
}
