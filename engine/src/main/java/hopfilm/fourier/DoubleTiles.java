package hopfilm.fourier;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums and differences of lines, transposed tile by tile. Generated.
 *
 * <p>Split: row i of a tile is y at place a[i] plus, or less, y at place b[i]; column i goes to d,
 * two vectors apart. Join: row i of a tile is that of a plus, or less, that of b, two vectors
 * apart; column i goes to y at place g[i].
 */
final class DoubleTiles {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final Class<? extends Vector<Double>> T = S.vectorType();
  private static final int L = S.length();
  private static final VectorShuffle<Double> UP1 = turned(-1);
  private static final VectorShuffle<Double> UP2 = turned(-2);
  private static final VectorShuffle<Double> UP4 = turned(-4);
  private static final VectorShuffle<Double> UP8 = turned(-8);
  private static final VectorShuffle<Double> DOWN1 = turned(1);
  private static final VectorShuffle<Double> DOWN2 = turned(2);
  private static final VectorShuffle<Double> DOWN4 = turned(4);
  private static final VectorShuffle<Double> DOWN8 = turned(8);
  private static final VectorMask<Double> HIGH1 = high(1);
  private static final VectorMask<Double> HIGH2 = high(2);
  private static final VectorMask<Double> HIGH4 = high(4);
  private static final VectorMask<Double> HIGH8 = high(8);
  private static final VectorMask<Double> LOW1 = high(1).not();
  private static final VectorMask<Double> LOW2 = high(2).not();
  private static final VectorMask<Double> LOW4 = high(4).not();
  private static final VectorMask<Double> LOW8 = high(8).not();

  private DoubleTiles() {}

  private static VectorShuffle<Double> turned(int by) {
    return VectorShuffle.fromOp(S, i -> Math.floorMod(i + by, L));
  }

  private static VectorMask<Double> high(int bit) {
    return VectorMask.fromLong(S, longMask(bit));
  }

  private static long longMask(int bit) {
    long mask = 0;
    for (int i = 0; i < L; i++) {
      mask |= (i & bit) != 0 ? 1L << i : 0;
    }
    return mask;
  }

  static void splitSum(double[] y, int[] a, int oa, int[] b, int ob, int k, double[] d, int p) {
    switch (L) {
      case 2 -> splitSum2(y, a, oa, b, ob, k, d, p);
      case 4 -> splitSum4(y, a, oa, b, ob, k, d, p);
      case 8 -> splitSum8(y, a, oa, b, ob, k, d, p);
      default -> splitSum16(y, a, oa, b, ob, k, d, p);
    }
  }

  static void joinSum(double[] a, int pa, double[] b, int pb, double[] y, int[] g, int k, int o) {
    switch (L) {
      case 2 -> joinSum2(a, pa, b, pb, y, g, k, o);
      case 4 -> joinSum4(a, pa, b, pb, y, g, k, o);
      case 8 -> joinSum8(a, pa, b, pb, y, g, k, o);
      default -> joinSum16(a, pa, b, pb, y, g, k, o);
    }
  }

  private static void splitSum2(
      double[] y, int[] a, int oa, int[] b, int ob, int k, double[] d, int p) {
    var r0 = DoubleVector.fromArray(S, y, a[k] + oa).add(DoubleVector.fromArray(S, y, b[k] + ob));
    var r1 =
        DoubleVector.fromArray(S, y, a[k + 1] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 1] + ob));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    ((DoubleVector) T.cast(u1_0)).intoArray(d, p);
    ((DoubleVector) T.cast(v1_0)).intoArray(d, p + 2 * L);
  }

  private static void joinSum2(
      double[] a, int pa, double[] b, int pb, double[] y, int[] g, int k, int o) {
    var r0 = DoubleVector.fromArray(S, a, pa).add(DoubleVector.fromArray(S, b, pb));
    var r1 = DoubleVector.fromArray(S, a, pa + 2 * L).add(DoubleVector.fromArray(S, b, pb + 2 * L));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    ((DoubleVector) T.cast(u1_0)).intoArray(y, g[k] + o);
    ((DoubleVector) T.cast(v1_0)).intoArray(y, g[k + 1] + o);
  }

  private static void splitSum4(
      double[] y, int[] a, int oa, int[] b, int ob, int k, double[] d, int p) {
    var r0 = DoubleVector.fromArray(S, y, a[k] + oa).add(DoubleVector.fromArray(S, y, b[k] + ob));
    var r1 =
        DoubleVector.fromArray(S, y, a[k + 1] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 1] + ob));
    var r2 =
        DoubleVector.fromArray(S, y, a[k + 2] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 2] + ob));
    var r3 =
        DoubleVector.fromArray(S, y, a[k + 3] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 3] + ob));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    ((DoubleVector) T.cast(u2_0)).intoArray(d, p);
    ((DoubleVector) T.cast(u2_1)).intoArray(d, p + 2 * L);
    ((DoubleVector) T.cast(v2_0)).intoArray(d, p + 4 * L);
    ((DoubleVector) T.cast(v2_1)).intoArray(d, p + 6 * L);
  }

  private static void joinSum4(
      double[] a, int pa, double[] b, int pb, double[] y, int[] g, int k, int o) {
    var r0 = DoubleVector.fromArray(S, a, pa).add(DoubleVector.fromArray(S, b, pb));
    var r1 = DoubleVector.fromArray(S, a, pa + 2 * L).add(DoubleVector.fromArray(S, b, pb + 2 * L));
    var r2 = DoubleVector.fromArray(S, a, pa + 4 * L).add(DoubleVector.fromArray(S, b, pb + 4 * L));
    var r3 = DoubleVector.fromArray(S, a, pa + 6 * L).add(DoubleVector.fromArray(S, b, pb + 6 * L));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    ((DoubleVector) T.cast(u2_0)).intoArray(y, g[k] + o);
    ((DoubleVector) T.cast(u2_1)).intoArray(y, g[k + 1] + o);
    ((DoubleVector) T.cast(v2_0)).intoArray(y, g[k + 2] + o);
    ((DoubleVector) T.cast(v2_1)).intoArray(y, g[k + 3] + o);
  }

  private static void splitSum8(
      double[] y, int[] a, int oa, int[] b, int ob, int k, double[] d, int p) {
    var r0 = DoubleVector.fromArray(S, y, a[k] + oa).add(DoubleVector.fromArray(S, y, b[k] + ob));
    var r1 =
        DoubleVector.fromArray(S, y, a[k + 1] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 1] + ob));
    var r2 =
        DoubleVector.fromArray(S, y, a[k + 2] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 2] + ob));
    var r3 =
        DoubleVector.fromArray(S, y, a[k + 3] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 3] + ob));
    var r4 =
        DoubleVector.fromArray(S, y, a[k + 4] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 4] + ob));
    var r5 =
        DoubleVector.fromArray(S, y, a[k + 5] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 5] + ob));
    var r6 =
        DoubleVector.fromArray(S, y, a[k + 6] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 6] + ob));
    var r7 =
        DoubleVector.fromArray(S, y, a[k + 7] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 7] + ob));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u1_4 = r4.blend(r5.rearrange(UP1), HIGH1);
    var v1_4 = r5.blend(r4.rearrange(DOWN1), LOW1);
    var u1_6 = r6.blend(r7.rearrange(UP1), HIGH1);
    var v1_6 = r7.blend(r6.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    var u2_4 = u1_4.blend(u1_6.rearrange(UP2), HIGH2);
    var v2_4 = u1_6.blend(u1_4.rearrange(DOWN2), LOW2);
    var u2_5 = v1_4.blend(v1_6.rearrange(UP2), HIGH2);
    var v2_5 = v1_6.blend(v1_4.rearrange(DOWN2), LOW2);
    var u4_0 = u2_0.blend(u2_4.rearrange(UP4), HIGH4);
    var v4_0 = u2_4.blend(u2_0.rearrange(DOWN4), LOW4);
    var u4_1 = u2_1.blend(u2_5.rearrange(UP4), HIGH4);
    var v4_1 = u2_5.blend(u2_1.rearrange(DOWN4), LOW4);
    var u4_2 = v2_0.blend(v2_4.rearrange(UP4), HIGH4);
    var v4_2 = v2_4.blend(v2_0.rearrange(DOWN4), LOW4);
    var u4_3 = v2_1.blend(v2_5.rearrange(UP4), HIGH4);
    var v4_3 = v2_5.blend(v2_1.rearrange(DOWN4), LOW4);
    ((DoubleVector) T.cast(u4_0)).intoArray(d, p);
    ((DoubleVector) T.cast(u4_1)).intoArray(d, p + 2 * L);
    ((DoubleVector) T.cast(u4_2)).intoArray(d, p + 4 * L);
    ((DoubleVector) T.cast(u4_3)).intoArray(d, p + 6 * L);
    ((DoubleVector) T.cast(v4_0)).intoArray(d, p + 8 * L);
    ((DoubleVector) T.cast(v4_1)).intoArray(d, p + 10 * L);
    ((DoubleVector) T.cast(v4_2)).intoArray(d, p + 12 * L);
    ((DoubleVector) T.cast(v4_3)).intoArray(d, p + 14 * L);
  }

  private static void joinSum8(
      double[] a, int pa, double[] b, int pb, double[] y, int[] g, int k, int o) {
    var r0 = DoubleVector.fromArray(S, a, pa).add(DoubleVector.fromArray(S, b, pb));
    var r1 = DoubleVector.fromArray(S, a, pa + 2 * L).add(DoubleVector.fromArray(S, b, pb + 2 * L));
    var r2 = DoubleVector.fromArray(S, a, pa + 4 * L).add(DoubleVector.fromArray(S, b, pb + 4 * L));
    var r3 = DoubleVector.fromArray(S, a, pa + 6 * L).add(DoubleVector.fromArray(S, b, pb + 6 * L));
    var r4 = DoubleVector.fromArray(S, a, pa + 8 * L).add(DoubleVector.fromArray(S, b, pb + 8 * L));
    var r5 =
        DoubleVector.fromArray(S, a, pa + 10 * L).add(DoubleVector.fromArray(S, b, pb + 10 * L));
    var r6 =
        DoubleVector.fromArray(S, a, pa + 12 * L).add(DoubleVector.fromArray(S, b, pb + 12 * L));
    var r7 =
        DoubleVector.fromArray(S, a, pa + 14 * L).add(DoubleVector.fromArray(S, b, pb + 14 * L));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u1_4 = r4.blend(r5.rearrange(UP1), HIGH1);
    var v1_4 = r5.blend(r4.rearrange(DOWN1), LOW1);
    var u1_6 = r6.blend(r7.rearrange(UP1), HIGH1);
    var v1_6 = r7.blend(r6.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    var u2_4 = u1_4.blend(u1_6.rearrange(UP2), HIGH2);
    var v2_4 = u1_6.blend(u1_4.rearrange(DOWN2), LOW2);
    var u2_5 = v1_4.blend(v1_6.rearrange(UP2), HIGH2);
    var v2_5 = v1_6.blend(v1_4.rearrange(DOWN2), LOW2);
    var u4_0 = u2_0.blend(u2_4.rearrange(UP4), HIGH4);
    var v4_0 = u2_4.blend(u2_0.rearrange(DOWN4), LOW4);
    var u4_1 = u2_1.blend(u2_5.rearrange(UP4), HIGH4);
    var v4_1 = u2_5.blend(u2_1.rearrange(DOWN4), LOW4);
    var u4_2 = v2_0.blend(v2_4.rearrange(UP4), HIGH4);
    var v4_2 = v2_4.blend(v2_0.rearrange(DOWN4), LOW4);
    var u4_3 = v2_1.blend(v2_5.rearrange(UP4), HIGH4);
    var v4_3 = v2_5.blend(v2_1.rearrange(DOWN4), LOW4);
    ((DoubleVector) T.cast(u4_0)).intoArray(y, g[k] + o);
    ((DoubleVector) T.cast(u4_1)).intoArray(y, g[k + 1] + o);
    ((DoubleVector) T.cast(u4_2)).intoArray(y, g[k + 2] + o);
    ((DoubleVector) T.cast(u4_3)).intoArray(y, g[k + 3] + o);
    ((DoubleVector) T.cast(v4_0)).intoArray(y, g[k + 4] + o);
    ((DoubleVector) T.cast(v4_1)).intoArray(y, g[k + 5] + o);
    ((DoubleVector) T.cast(v4_2)).intoArray(y, g[k + 6] + o);
    ((DoubleVector) T.cast(v4_3)).intoArray(y, g[k + 7] + o);
  }

  private static void splitSum16(
      double[] y, int[] a, int oa, int[] b, int ob, int k, double[] d, int p) {
    var r0 = DoubleVector.fromArray(S, y, a[k] + oa).add(DoubleVector.fromArray(S, y, b[k] + ob));
    var r1 =
        DoubleVector.fromArray(S, y, a[k + 1] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 1] + ob));
    var r2 =
        DoubleVector.fromArray(S, y, a[k + 2] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 2] + ob));
    var r3 =
        DoubleVector.fromArray(S, y, a[k + 3] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 3] + ob));
    var r4 =
        DoubleVector.fromArray(S, y, a[k + 4] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 4] + ob));
    var r5 =
        DoubleVector.fromArray(S, y, a[k + 5] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 5] + ob));
    var r6 =
        DoubleVector.fromArray(S, y, a[k + 6] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 6] + ob));
    var r7 =
        DoubleVector.fromArray(S, y, a[k + 7] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 7] + ob));
    var r8 =
        DoubleVector.fromArray(S, y, a[k + 8] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 8] + ob));
    var r9 =
        DoubleVector.fromArray(S, y, a[k + 9] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 9] + ob));
    var r10 =
        DoubleVector.fromArray(S, y, a[k + 10] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 10] + ob));
    var r11 =
        DoubleVector.fromArray(S, y, a[k + 11] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 11] + ob));
    var r12 =
        DoubleVector.fromArray(S, y, a[k + 12] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 12] + ob));
    var r13 =
        DoubleVector.fromArray(S, y, a[k + 13] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 13] + ob));
    var r14 =
        DoubleVector.fromArray(S, y, a[k + 14] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 14] + ob));
    var r15 =
        DoubleVector.fromArray(S, y, a[k + 15] + oa)
            .add(DoubleVector.fromArray(S, y, b[k + 15] + ob));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u1_4 = r4.blend(r5.rearrange(UP1), HIGH1);
    var v1_4 = r5.blend(r4.rearrange(DOWN1), LOW1);
    var u1_6 = r6.blend(r7.rearrange(UP1), HIGH1);
    var v1_6 = r7.blend(r6.rearrange(DOWN1), LOW1);
    var u1_8 = r8.blend(r9.rearrange(UP1), HIGH1);
    var v1_8 = r9.blend(r8.rearrange(DOWN1), LOW1);
    var u1_10 = r10.blend(r11.rearrange(UP1), HIGH1);
    var v1_10 = r11.blend(r10.rearrange(DOWN1), LOW1);
    var u1_12 = r12.blend(r13.rearrange(UP1), HIGH1);
    var v1_12 = r13.blend(r12.rearrange(DOWN1), LOW1);
    var u1_14 = r14.blend(r15.rearrange(UP1), HIGH1);
    var v1_14 = r15.blend(r14.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    var u2_4 = u1_4.blend(u1_6.rearrange(UP2), HIGH2);
    var v2_4 = u1_6.blend(u1_4.rearrange(DOWN2), LOW2);
    var u2_5 = v1_4.blend(v1_6.rearrange(UP2), HIGH2);
    var v2_5 = v1_6.blend(v1_4.rearrange(DOWN2), LOW2);
    var u2_8 = u1_8.blend(u1_10.rearrange(UP2), HIGH2);
    var v2_8 = u1_10.blend(u1_8.rearrange(DOWN2), LOW2);
    var u2_9 = v1_8.blend(v1_10.rearrange(UP2), HIGH2);
    var v2_9 = v1_10.blend(v1_8.rearrange(DOWN2), LOW2);
    var u2_12 = u1_12.blend(u1_14.rearrange(UP2), HIGH2);
    var v2_12 = u1_14.blend(u1_12.rearrange(DOWN2), LOW2);
    var u2_13 = v1_12.blend(v1_14.rearrange(UP2), HIGH2);
    var v2_13 = v1_14.blend(v1_12.rearrange(DOWN2), LOW2);
    var u4_0 = u2_0.blend(u2_4.rearrange(UP4), HIGH4);
    var v4_0 = u2_4.blend(u2_0.rearrange(DOWN4), LOW4);
    var u4_1 = u2_1.blend(u2_5.rearrange(UP4), HIGH4);
    var v4_1 = u2_5.blend(u2_1.rearrange(DOWN4), LOW4);
    var u4_2 = v2_0.blend(v2_4.rearrange(UP4), HIGH4);
    var v4_2 = v2_4.blend(v2_0.rearrange(DOWN4), LOW4);
    var u4_3 = v2_1.blend(v2_5.rearrange(UP4), HIGH4);
    var v4_3 = v2_5.blend(v2_1.rearrange(DOWN4), LOW4);
    var u4_8 = u2_8.blend(u2_12.rearrange(UP4), HIGH4);
    var v4_8 = u2_12.blend(u2_8.rearrange(DOWN4), LOW4);
    var u4_9 = u2_9.blend(u2_13.rearrange(UP4), HIGH4);
    var v4_9 = u2_13.blend(u2_9.rearrange(DOWN4), LOW4);
    var u4_10 = v2_8.blend(v2_12.rearrange(UP4), HIGH4);
    var v4_10 = v2_12.blend(v2_8.rearrange(DOWN4), LOW4);
    var u4_11 = v2_9.blend(v2_13.rearrange(UP4), HIGH4);
    var v4_11 = v2_13.blend(v2_9.rearrange(DOWN4), LOW4);
    var u8_0 = u4_0.blend(u4_8.rearrange(UP8), HIGH8);
    var v8_0 = u4_8.blend(u4_0.rearrange(DOWN8), LOW8);
    var u8_1 = u4_1.blend(u4_9.rearrange(UP8), HIGH8);
    var v8_1 = u4_9.blend(u4_1.rearrange(DOWN8), LOW8);
    var u8_2 = u4_2.blend(u4_10.rearrange(UP8), HIGH8);
    var v8_2 = u4_10.blend(u4_2.rearrange(DOWN8), LOW8);
    var u8_3 = u4_3.blend(u4_11.rearrange(UP8), HIGH8);
    var v8_3 = u4_11.blend(u4_3.rearrange(DOWN8), LOW8);
    var u8_4 = v4_0.blend(v4_8.rearrange(UP8), HIGH8);
    var v8_4 = v4_8.blend(v4_0.rearrange(DOWN8), LOW8);
    var u8_5 = v4_1.blend(v4_9.rearrange(UP8), HIGH8);
    var v8_5 = v4_9.blend(v4_1.rearrange(DOWN8), LOW8);
    var u8_6 = v4_2.blend(v4_10.rearrange(UP8), HIGH8);
    var v8_6 = v4_10.blend(v4_2.rearrange(DOWN8), LOW8);
    var u8_7 = v4_3.blend(v4_11.rearrange(UP8), HIGH8);
    var v8_7 = v4_11.blend(v4_3.rearrange(DOWN8), LOW8);
    ((DoubleVector) T.cast(u8_0)).intoArray(d, p);
    ((DoubleVector) T.cast(u8_1)).intoArray(d, p + 2 * L);
    ((DoubleVector) T.cast(u8_2)).intoArray(d, p + 4 * L);
    ((DoubleVector) T.cast(u8_3)).intoArray(d, p + 6 * L);
    ((DoubleVector) T.cast(u8_4)).intoArray(d, p + 8 * L);
    ((DoubleVector) T.cast(u8_5)).intoArray(d, p + 10 * L);
    ((DoubleVector) T.cast(u8_6)).intoArray(d, p + 12 * L);
    ((DoubleVector) T.cast(u8_7)).intoArray(d, p + 14 * L);
    ((DoubleVector) T.cast(v8_0)).intoArray(d, p + 16 * L);
    ((DoubleVector) T.cast(v8_1)).intoArray(d, p + 18 * L);
    ((DoubleVector) T.cast(v8_2)).intoArray(d, p + 20 * L);
    ((DoubleVector) T.cast(v8_3)).intoArray(d, p + 22 * L);
    ((DoubleVector) T.cast(v8_4)).intoArray(d, p + 24 * L);
    ((DoubleVector) T.cast(v8_5)).intoArray(d, p + 26 * L);
    ((DoubleVector) T.cast(v8_6)).intoArray(d, p + 28 * L);
    ((DoubleVector) T.cast(v8_7)).intoArray(d, p + 30 * L);
  }

  private static void joinSum16(
      double[] a, int pa, double[] b, int pb, double[] y, int[] g, int k, int o) {
    var r0 = DoubleVector.fromArray(S, a, pa).add(DoubleVector.fromArray(S, b, pb));
    var r1 = DoubleVector.fromArray(S, a, pa + 2 * L).add(DoubleVector.fromArray(S, b, pb + 2 * L));
    var r2 = DoubleVector.fromArray(S, a, pa + 4 * L).add(DoubleVector.fromArray(S, b, pb + 4 * L));
    var r3 = DoubleVector.fromArray(S, a, pa + 6 * L).add(DoubleVector.fromArray(S, b, pb + 6 * L));
    var r4 = DoubleVector.fromArray(S, a, pa + 8 * L).add(DoubleVector.fromArray(S, b, pb + 8 * L));
    var r5 =
        DoubleVector.fromArray(S, a, pa + 10 * L).add(DoubleVector.fromArray(S, b, pb + 10 * L));
    var r6 =
        DoubleVector.fromArray(S, a, pa + 12 * L).add(DoubleVector.fromArray(S, b, pb + 12 * L));
    var r7 =
        DoubleVector.fromArray(S, a, pa + 14 * L).add(DoubleVector.fromArray(S, b, pb + 14 * L));
    var r8 =
        DoubleVector.fromArray(S, a, pa + 16 * L).add(DoubleVector.fromArray(S, b, pb + 16 * L));
    var r9 =
        DoubleVector.fromArray(S, a, pa + 18 * L).add(DoubleVector.fromArray(S, b, pb + 18 * L));
    var r10 =
        DoubleVector.fromArray(S, a, pa + 20 * L).add(DoubleVector.fromArray(S, b, pb + 20 * L));
    var r11 =
        DoubleVector.fromArray(S, a, pa + 22 * L).add(DoubleVector.fromArray(S, b, pb + 22 * L));
    var r12 =
        DoubleVector.fromArray(S, a, pa + 24 * L).add(DoubleVector.fromArray(S, b, pb + 24 * L));
    var r13 =
        DoubleVector.fromArray(S, a, pa + 26 * L).add(DoubleVector.fromArray(S, b, pb + 26 * L));
    var r14 =
        DoubleVector.fromArray(S, a, pa + 28 * L).add(DoubleVector.fromArray(S, b, pb + 28 * L));
    var r15 =
        DoubleVector.fromArray(S, a, pa + 30 * L).add(DoubleVector.fromArray(S, b, pb + 30 * L));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u1_4 = r4.blend(r5.rearrange(UP1), HIGH1);
    var v1_4 = r5.blend(r4.rearrange(DOWN1), LOW1);
    var u1_6 = r6.blend(r7.rearrange(UP1), HIGH1);
    var v1_6 = r7.blend(r6.rearrange(DOWN1), LOW1);
    var u1_8 = r8.blend(r9.rearrange(UP1), HIGH1);
    var v1_8 = r9.blend(r8.rearrange(DOWN1), LOW1);
    var u1_10 = r10.blend(r11.rearrange(UP1), HIGH1);
    var v1_10 = r11.blend(r10.rearrange(DOWN1), LOW1);
    var u1_12 = r12.blend(r13.rearrange(UP1), HIGH1);
    var v1_12 = r13.blend(r12.rearrange(DOWN1), LOW1);
    var u1_14 = r14.blend(r15.rearrange(UP1), HIGH1);
    var v1_14 = r15.blend(r14.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    var u2_4 = u1_4.blend(u1_6.rearrange(UP2), HIGH2);
    var v2_4 = u1_6.blend(u1_4.rearrange(DOWN2), LOW2);
    var u2_5 = v1_4.blend(v1_6.rearrange(UP2), HIGH2);
    var v2_5 = v1_6.blend(v1_4.rearrange(DOWN2), LOW2);
    var u2_8 = u1_8.blend(u1_10.rearrange(UP2), HIGH2);
    var v2_8 = u1_10.blend(u1_8.rearrange(DOWN2), LOW2);
    var u2_9 = v1_8.blend(v1_10.rearrange(UP2), HIGH2);
    var v2_9 = v1_10.blend(v1_8.rearrange(DOWN2), LOW2);
    var u2_12 = u1_12.blend(u1_14.rearrange(UP2), HIGH2);
    var v2_12 = u1_14.blend(u1_12.rearrange(DOWN2), LOW2);
    var u2_13 = v1_12.blend(v1_14.rearrange(UP2), HIGH2);
    var v2_13 = v1_14.blend(v1_12.rearrange(DOWN2), LOW2);
    var u4_0 = u2_0.blend(u2_4.rearrange(UP4), HIGH4);
    var v4_0 = u2_4.blend(u2_0.rearrange(DOWN4), LOW4);
    var u4_1 = u2_1.blend(u2_5.rearrange(UP4), HIGH4);
    var v4_1 = u2_5.blend(u2_1.rearrange(DOWN4), LOW4);
    var u4_2 = v2_0.blend(v2_4.rearrange(UP4), HIGH4);
    var v4_2 = v2_4.blend(v2_0.rearrange(DOWN4), LOW4);
    var u4_3 = v2_1.blend(v2_5.rearrange(UP4), HIGH4);
    var v4_3 = v2_5.blend(v2_1.rearrange(DOWN4), LOW4);
    var u4_8 = u2_8.blend(u2_12.rearrange(UP4), HIGH4);
    var v4_8 = u2_12.blend(u2_8.rearrange(DOWN4), LOW4);
    var u4_9 = u2_9.blend(u2_13.rearrange(UP4), HIGH4);
    var v4_9 = u2_13.blend(u2_9.rearrange(DOWN4), LOW4);
    var u4_10 = v2_8.blend(v2_12.rearrange(UP4), HIGH4);
    var v4_10 = v2_12.blend(v2_8.rearrange(DOWN4), LOW4);
    var u4_11 = v2_9.blend(v2_13.rearrange(UP4), HIGH4);
    var v4_11 = v2_13.blend(v2_9.rearrange(DOWN4), LOW4);
    var u8_0 = u4_0.blend(u4_8.rearrange(UP8), HIGH8);
    var v8_0 = u4_8.blend(u4_0.rearrange(DOWN8), LOW8);
    var u8_1 = u4_1.blend(u4_9.rearrange(UP8), HIGH8);
    var v8_1 = u4_9.blend(u4_1.rearrange(DOWN8), LOW8);
    var u8_2 = u4_2.blend(u4_10.rearrange(UP8), HIGH8);
    var v8_2 = u4_10.blend(u4_2.rearrange(DOWN8), LOW8);
    var u8_3 = u4_3.blend(u4_11.rearrange(UP8), HIGH8);
    var v8_3 = u4_11.blend(u4_3.rearrange(DOWN8), LOW8);
    var u8_4 = v4_0.blend(v4_8.rearrange(UP8), HIGH8);
    var v8_4 = v4_8.blend(v4_0.rearrange(DOWN8), LOW8);
    var u8_5 = v4_1.blend(v4_9.rearrange(UP8), HIGH8);
    var v8_5 = v4_9.blend(v4_1.rearrange(DOWN8), LOW8);
    var u8_6 = v4_2.blend(v4_10.rearrange(UP8), HIGH8);
    var v8_6 = v4_10.blend(v4_2.rearrange(DOWN8), LOW8);
    var u8_7 = v4_3.blend(v4_11.rearrange(UP8), HIGH8);
    var v8_7 = v4_11.blend(v4_3.rearrange(DOWN8), LOW8);
    ((DoubleVector) T.cast(u8_0)).intoArray(y, g[k] + o);
    ((DoubleVector) T.cast(u8_1)).intoArray(y, g[k + 1] + o);
    ((DoubleVector) T.cast(u8_2)).intoArray(y, g[k + 2] + o);
    ((DoubleVector) T.cast(u8_3)).intoArray(y, g[k + 3] + o);
    ((DoubleVector) T.cast(u8_4)).intoArray(y, g[k + 4] + o);
    ((DoubleVector) T.cast(u8_5)).intoArray(y, g[k + 5] + o);
    ((DoubleVector) T.cast(u8_6)).intoArray(y, g[k + 6] + o);
    ((DoubleVector) T.cast(u8_7)).intoArray(y, g[k + 7] + o);
    ((DoubleVector) T.cast(v8_0)).intoArray(y, g[k + 8] + o);
    ((DoubleVector) T.cast(v8_1)).intoArray(y, g[k + 9] + o);
    ((DoubleVector) T.cast(v8_2)).intoArray(y, g[k + 10] + o);
    ((DoubleVector) T.cast(v8_3)).intoArray(y, g[k + 11] + o);
    ((DoubleVector) T.cast(v8_4)).intoArray(y, g[k + 12] + o);
    ((DoubleVector) T.cast(v8_5)).intoArray(y, g[k + 13] + o);
    ((DoubleVector) T.cast(v8_6)).intoArray(y, g[k + 14] + o);
    ((DoubleVector) T.cast(v8_7)).intoArray(y, g[k + 15] + o);
  }

  static void splitDifference(
      double[] y, int[] a, int oa, int[] b, int ob, int k, double[] d, int p) {
    switch (L) {
      case 2 -> splitDifference2(y, a, oa, b, ob, k, d, p);
      case 4 -> splitDifference4(y, a, oa, b, ob, k, d, p);
      case 8 -> splitDifference8(y, a, oa, b, ob, k, d, p);
      default -> splitDifference16(y, a, oa, b, ob, k, d, p);
    }
  }

  static void joinDifference(
      double[] a, int pa, double[] b, int pb, double[] y, int[] g, int k, int o) {
    switch (L) {
      case 2 -> joinDifference2(a, pa, b, pb, y, g, k, o);
      case 4 -> joinDifference4(a, pa, b, pb, y, g, k, o);
      case 8 -> joinDifference8(a, pa, b, pb, y, g, k, o);
      default -> joinDifference16(a, pa, b, pb, y, g, k, o);
    }
  }

  private static void splitDifference2(
      double[] y, int[] a, int oa, int[] b, int ob, int k, double[] d, int p) {
    var r0 = DoubleVector.fromArray(S, y, a[k] + oa).sub(DoubleVector.fromArray(S, y, b[k] + ob));
    var r1 =
        DoubleVector.fromArray(S, y, a[k + 1] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 1] + ob));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    ((DoubleVector) T.cast(u1_0)).intoArray(d, p);
    ((DoubleVector) T.cast(v1_0)).intoArray(d, p + 2 * L);
  }

  private static void joinDifference2(
      double[] a, int pa, double[] b, int pb, double[] y, int[] g, int k, int o) {
    var r0 = DoubleVector.fromArray(S, a, pa).sub(DoubleVector.fromArray(S, b, pb));
    var r1 = DoubleVector.fromArray(S, a, pa + 2 * L).sub(DoubleVector.fromArray(S, b, pb + 2 * L));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    ((DoubleVector) T.cast(u1_0)).intoArray(y, g[k] + o);
    ((DoubleVector) T.cast(v1_0)).intoArray(y, g[k + 1] + o);
  }

  private static void splitDifference4(
      double[] y, int[] a, int oa, int[] b, int ob, int k, double[] d, int p) {
    var r0 = DoubleVector.fromArray(S, y, a[k] + oa).sub(DoubleVector.fromArray(S, y, b[k] + ob));
    var r1 =
        DoubleVector.fromArray(S, y, a[k + 1] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 1] + ob));
    var r2 =
        DoubleVector.fromArray(S, y, a[k + 2] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 2] + ob));
    var r3 =
        DoubleVector.fromArray(S, y, a[k + 3] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 3] + ob));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    ((DoubleVector) T.cast(u2_0)).intoArray(d, p);
    ((DoubleVector) T.cast(u2_1)).intoArray(d, p + 2 * L);
    ((DoubleVector) T.cast(v2_0)).intoArray(d, p + 4 * L);
    ((DoubleVector) T.cast(v2_1)).intoArray(d, p + 6 * L);
  }

  private static void joinDifference4(
      double[] a, int pa, double[] b, int pb, double[] y, int[] g, int k, int o) {
    var r0 = DoubleVector.fromArray(S, a, pa).sub(DoubleVector.fromArray(S, b, pb));
    var r1 = DoubleVector.fromArray(S, a, pa + 2 * L).sub(DoubleVector.fromArray(S, b, pb + 2 * L));
    var r2 = DoubleVector.fromArray(S, a, pa + 4 * L).sub(DoubleVector.fromArray(S, b, pb + 4 * L));
    var r3 = DoubleVector.fromArray(S, a, pa + 6 * L).sub(DoubleVector.fromArray(S, b, pb + 6 * L));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    ((DoubleVector) T.cast(u2_0)).intoArray(y, g[k] + o);
    ((DoubleVector) T.cast(u2_1)).intoArray(y, g[k + 1] + o);
    ((DoubleVector) T.cast(v2_0)).intoArray(y, g[k + 2] + o);
    ((DoubleVector) T.cast(v2_1)).intoArray(y, g[k + 3] + o);
  }

  private static void splitDifference8(
      double[] y, int[] a, int oa, int[] b, int ob, int k, double[] d, int p) {
    var r0 = DoubleVector.fromArray(S, y, a[k] + oa).sub(DoubleVector.fromArray(S, y, b[k] + ob));
    var r1 =
        DoubleVector.fromArray(S, y, a[k + 1] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 1] + ob));
    var r2 =
        DoubleVector.fromArray(S, y, a[k + 2] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 2] + ob));
    var r3 =
        DoubleVector.fromArray(S, y, a[k + 3] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 3] + ob));
    var r4 =
        DoubleVector.fromArray(S, y, a[k + 4] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 4] + ob));
    var r5 =
        DoubleVector.fromArray(S, y, a[k + 5] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 5] + ob));
    var r6 =
        DoubleVector.fromArray(S, y, a[k + 6] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 6] + ob));
    var r7 =
        DoubleVector.fromArray(S, y, a[k + 7] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 7] + ob));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u1_4 = r4.blend(r5.rearrange(UP1), HIGH1);
    var v1_4 = r5.blend(r4.rearrange(DOWN1), LOW1);
    var u1_6 = r6.blend(r7.rearrange(UP1), HIGH1);
    var v1_6 = r7.blend(r6.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    var u2_4 = u1_4.blend(u1_6.rearrange(UP2), HIGH2);
    var v2_4 = u1_6.blend(u1_4.rearrange(DOWN2), LOW2);
    var u2_5 = v1_4.blend(v1_6.rearrange(UP2), HIGH2);
    var v2_5 = v1_6.blend(v1_4.rearrange(DOWN2), LOW2);
    var u4_0 = u2_0.blend(u2_4.rearrange(UP4), HIGH4);
    var v4_0 = u2_4.blend(u2_0.rearrange(DOWN4), LOW4);
    var u4_1 = u2_1.blend(u2_5.rearrange(UP4), HIGH4);
    var v4_1 = u2_5.blend(u2_1.rearrange(DOWN4), LOW4);
    var u4_2 = v2_0.blend(v2_4.rearrange(UP4), HIGH4);
    var v4_2 = v2_4.blend(v2_0.rearrange(DOWN4), LOW4);
    var u4_3 = v2_1.blend(v2_5.rearrange(UP4), HIGH4);
    var v4_3 = v2_5.blend(v2_1.rearrange(DOWN4), LOW4);
    ((DoubleVector) T.cast(u4_0)).intoArray(d, p);
    ((DoubleVector) T.cast(u4_1)).intoArray(d, p + 2 * L);
    ((DoubleVector) T.cast(u4_2)).intoArray(d, p + 4 * L);
    ((DoubleVector) T.cast(u4_3)).intoArray(d, p + 6 * L);
    ((DoubleVector) T.cast(v4_0)).intoArray(d, p + 8 * L);
    ((DoubleVector) T.cast(v4_1)).intoArray(d, p + 10 * L);
    ((DoubleVector) T.cast(v4_2)).intoArray(d, p + 12 * L);
    ((DoubleVector) T.cast(v4_3)).intoArray(d, p + 14 * L);
  }

  private static void joinDifference8(
      double[] a, int pa, double[] b, int pb, double[] y, int[] g, int k, int o) {
    var r0 = DoubleVector.fromArray(S, a, pa).sub(DoubleVector.fromArray(S, b, pb));
    var r1 = DoubleVector.fromArray(S, a, pa + 2 * L).sub(DoubleVector.fromArray(S, b, pb + 2 * L));
    var r2 = DoubleVector.fromArray(S, a, pa + 4 * L).sub(DoubleVector.fromArray(S, b, pb + 4 * L));
    var r3 = DoubleVector.fromArray(S, a, pa + 6 * L).sub(DoubleVector.fromArray(S, b, pb + 6 * L));
    var r4 = DoubleVector.fromArray(S, a, pa + 8 * L).sub(DoubleVector.fromArray(S, b, pb + 8 * L));
    var r5 =
        DoubleVector.fromArray(S, a, pa + 10 * L).sub(DoubleVector.fromArray(S, b, pb + 10 * L));
    var r6 =
        DoubleVector.fromArray(S, a, pa + 12 * L).sub(DoubleVector.fromArray(S, b, pb + 12 * L));
    var r7 =
        DoubleVector.fromArray(S, a, pa + 14 * L).sub(DoubleVector.fromArray(S, b, pb + 14 * L));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u1_4 = r4.blend(r5.rearrange(UP1), HIGH1);
    var v1_4 = r5.blend(r4.rearrange(DOWN1), LOW1);
    var u1_6 = r6.blend(r7.rearrange(UP1), HIGH1);
    var v1_6 = r7.blend(r6.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    var u2_4 = u1_4.blend(u1_6.rearrange(UP2), HIGH2);
    var v2_4 = u1_6.blend(u1_4.rearrange(DOWN2), LOW2);
    var u2_5 = v1_4.blend(v1_6.rearrange(UP2), HIGH2);
    var v2_5 = v1_6.blend(v1_4.rearrange(DOWN2), LOW2);
    var u4_0 = u2_0.blend(u2_4.rearrange(UP4), HIGH4);
    var v4_0 = u2_4.blend(u2_0.rearrange(DOWN4), LOW4);
    var u4_1 = u2_1.blend(u2_5.rearrange(UP4), HIGH4);
    var v4_1 = u2_5.blend(u2_1.rearrange(DOWN4), LOW4);
    var u4_2 = v2_0.blend(v2_4.rearrange(UP4), HIGH4);
    var v4_2 = v2_4.blend(v2_0.rearrange(DOWN4), LOW4);
    var u4_3 = v2_1.blend(v2_5.rearrange(UP4), HIGH4);
    var v4_3 = v2_5.blend(v2_1.rearrange(DOWN4), LOW4);
    ((DoubleVector) T.cast(u4_0)).intoArray(y, g[k] + o);
    ((DoubleVector) T.cast(u4_1)).intoArray(y, g[k + 1] + o);
    ((DoubleVector) T.cast(u4_2)).intoArray(y, g[k + 2] + o);
    ((DoubleVector) T.cast(u4_3)).intoArray(y, g[k + 3] + o);
    ((DoubleVector) T.cast(v4_0)).intoArray(y, g[k + 4] + o);
    ((DoubleVector) T.cast(v4_1)).intoArray(y, g[k + 5] + o);
    ((DoubleVector) T.cast(v4_2)).intoArray(y, g[k + 6] + o);
    ((DoubleVector) T.cast(v4_3)).intoArray(y, g[k + 7] + o);
  }

  private static void splitDifference16(
      double[] y, int[] a, int oa, int[] b, int ob, int k, double[] d, int p) {
    var r0 = DoubleVector.fromArray(S, y, a[k] + oa).sub(DoubleVector.fromArray(S, y, b[k] + ob));
    var r1 =
        DoubleVector.fromArray(S, y, a[k + 1] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 1] + ob));
    var r2 =
        DoubleVector.fromArray(S, y, a[k + 2] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 2] + ob));
    var r3 =
        DoubleVector.fromArray(S, y, a[k + 3] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 3] + ob));
    var r4 =
        DoubleVector.fromArray(S, y, a[k + 4] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 4] + ob));
    var r5 =
        DoubleVector.fromArray(S, y, a[k + 5] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 5] + ob));
    var r6 =
        DoubleVector.fromArray(S, y, a[k + 6] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 6] + ob));
    var r7 =
        DoubleVector.fromArray(S, y, a[k + 7] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 7] + ob));
    var r8 =
        DoubleVector.fromArray(S, y, a[k + 8] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 8] + ob));
    var r9 =
        DoubleVector.fromArray(S, y, a[k + 9] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 9] + ob));
    var r10 =
        DoubleVector.fromArray(S, y, a[k + 10] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 10] + ob));
    var r11 =
        DoubleVector.fromArray(S, y, a[k + 11] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 11] + ob));
    var r12 =
        DoubleVector.fromArray(S, y, a[k + 12] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 12] + ob));
    var r13 =
        DoubleVector.fromArray(S, y, a[k + 13] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 13] + ob));
    var r14 =
        DoubleVector.fromArray(S, y, a[k + 14] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 14] + ob));
    var r15 =
        DoubleVector.fromArray(S, y, a[k + 15] + oa)
            .sub(DoubleVector.fromArray(S, y, b[k + 15] + ob));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u1_4 = r4.blend(r5.rearrange(UP1), HIGH1);
    var v1_4 = r5.blend(r4.rearrange(DOWN1), LOW1);
    var u1_6 = r6.blend(r7.rearrange(UP1), HIGH1);
    var v1_6 = r7.blend(r6.rearrange(DOWN1), LOW1);
    var u1_8 = r8.blend(r9.rearrange(UP1), HIGH1);
    var v1_8 = r9.blend(r8.rearrange(DOWN1), LOW1);
    var u1_10 = r10.blend(r11.rearrange(UP1), HIGH1);
    var v1_10 = r11.blend(r10.rearrange(DOWN1), LOW1);
    var u1_12 = r12.blend(r13.rearrange(UP1), HIGH1);
    var v1_12 = r13.blend(r12.rearrange(DOWN1), LOW1);
    var u1_14 = r14.blend(r15.rearrange(UP1), HIGH1);
    var v1_14 = r15.blend(r14.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    var u2_4 = u1_4.blend(u1_6.rearrange(UP2), HIGH2);
    var v2_4 = u1_6.blend(u1_4.rearrange(DOWN2), LOW2);
    var u2_5 = v1_4.blend(v1_6.rearrange(UP2), HIGH2);
    var v2_5 = v1_6.blend(v1_4.rearrange(DOWN2), LOW2);
    var u2_8 = u1_8.blend(u1_10.rearrange(UP2), HIGH2);
    var v2_8 = u1_10.blend(u1_8.rearrange(DOWN2), LOW2);
    var u2_9 = v1_8.blend(v1_10.rearrange(UP2), HIGH2);
    var v2_9 = v1_10.blend(v1_8.rearrange(DOWN2), LOW2);
    var u2_12 = u1_12.blend(u1_14.rearrange(UP2), HIGH2);
    var v2_12 = u1_14.blend(u1_12.rearrange(DOWN2), LOW2);
    var u2_13 = v1_12.blend(v1_14.rearrange(UP2), HIGH2);
    var v2_13 = v1_14.blend(v1_12.rearrange(DOWN2), LOW2);
    var u4_0 = u2_0.blend(u2_4.rearrange(UP4), HIGH4);
    var v4_0 = u2_4.blend(u2_0.rearrange(DOWN4), LOW4);
    var u4_1 = u2_1.blend(u2_5.rearrange(UP4), HIGH4);
    var v4_1 = u2_5.blend(u2_1.rearrange(DOWN4), LOW4);
    var u4_2 = v2_0.blend(v2_4.rearrange(UP4), HIGH4);
    var v4_2 = v2_4.blend(v2_0.rearrange(DOWN4), LOW4);
    var u4_3 = v2_1.blend(v2_5.rearrange(UP4), HIGH4);
    var v4_3 = v2_5.blend(v2_1.rearrange(DOWN4), LOW4);
    var u4_8 = u2_8.blend(u2_12.rearrange(UP4), HIGH4);
    var v4_8 = u2_12.blend(u2_8.rearrange(DOWN4), LOW4);
    var u4_9 = u2_9.blend(u2_13.rearrange(UP4), HIGH4);
    var v4_9 = u2_13.blend(u2_9.rearrange(DOWN4), LOW4);
    var u4_10 = v2_8.blend(v2_12.rearrange(UP4), HIGH4);
    var v4_10 = v2_12.blend(v2_8.rearrange(DOWN4), LOW4);
    var u4_11 = v2_9.blend(v2_13.rearrange(UP4), HIGH4);
    var v4_11 = v2_13.blend(v2_9.rearrange(DOWN4), LOW4);
    var u8_0 = u4_0.blend(u4_8.rearrange(UP8), HIGH8);
    var v8_0 = u4_8.blend(u4_0.rearrange(DOWN8), LOW8);
    var u8_1 = u4_1.blend(u4_9.rearrange(UP8), HIGH8);
    var v8_1 = u4_9.blend(u4_1.rearrange(DOWN8), LOW8);
    var u8_2 = u4_2.blend(u4_10.rearrange(UP8), HIGH8);
    var v8_2 = u4_10.blend(u4_2.rearrange(DOWN8), LOW8);
    var u8_3 = u4_3.blend(u4_11.rearrange(UP8), HIGH8);
    var v8_3 = u4_11.blend(u4_3.rearrange(DOWN8), LOW8);
    var u8_4 = v4_0.blend(v4_8.rearrange(UP8), HIGH8);
    var v8_4 = v4_8.blend(v4_0.rearrange(DOWN8), LOW8);
    var u8_5 = v4_1.blend(v4_9.rearrange(UP8), HIGH8);
    var v8_5 = v4_9.blend(v4_1.rearrange(DOWN8), LOW8);
    var u8_6 = v4_2.blend(v4_10.rearrange(UP8), HIGH8);
    var v8_6 = v4_10.blend(v4_2.rearrange(DOWN8), LOW8);
    var u8_7 = v4_3.blend(v4_11.rearrange(UP8), HIGH8);
    var v8_7 = v4_11.blend(v4_3.rearrange(DOWN8), LOW8);
    ((DoubleVector) T.cast(u8_0)).intoArray(d, p);
    ((DoubleVector) T.cast(u8_1)).intoArray(d, p + 2 * L);
    ((DoubleVector) T.cast(u8_2)).intoArray(d, p + 4 * L);
    ((DoubleVector) T.cast(u8_3)).intoArray(d, p + 6 * L);
    ((DoubleVector) T.cast(u8_4)).intoArray(d, p + 8 * L);
    ((DoubleVector) T.cast(u8_5)).intoArray(d, p + 10 * L);
    ((DoubleVector) T.cast(u8_6)).intoArray(d, p + 12 * L);
    ((DoubleVector) T.cast(u8_7)).intoArray(d, p + 14 * L);
    ((DoubleVector) T.cast(v8_0)).intoArray(d, p + 16 * L);
    ((DoubleVector) T.cast(v8_1)).intoArray(d, p + 18 * L);
    ((DoubleVector) T.cast(v8_2)).intoArray(d, p + 20 * L);
    ((DoubleVector) T.cast(v8_3)).intoArray(d, p + 22 * L);
    ((DoubleVector) T.cast(v8_4)).intoArray(d, p + 24 * L);
    ((DoubleVector) T.cast(v8_5)).intoArray(d, p + 26 * L);
    ((DoubleVector) T.cast(v8_6)).intoArray(d, p + 28 * L);
    ((DoubleVector) T.cast(v8_7)).intoArray(d, p + 30 * L);
  }

  private static void joinDifference16(
      double[] a, int pa, double[] b, int pb, double[] y, int[] g, int k, int o) {
    var r0 = DoubleVector.fromArray(S, a, pa).sub(DoubleVector.fromArray(S, b, pb));
    var r1 = DoubleVector.fromArray(S, a, pa + 2 * L).sub(DoubleVector.fromArray(S, b, pb + 2 * L));
    var r2 = DoubleVector.fromArray(S, a, pa + 4 * L).sub(DoubleVector.fromArray(S, b, pb + 4 * L));
    var r3 = DoubleVector.fromArray(S, a, pa + 6 * L).sub(DoubleVector.fromArray(S, b, pb + 6 * L));
    var r4 = DoubleVector.fromArray(S, a, pa + 8 * L).sub(DoubleVector.fromArray(S, b, pb + 8 * L));
    var r5 =
        DoubleVector.fromArray(S, a, pa + 10 * L).sub(DoubleVector.fromArray(S, b, pb + 10 * L));
    var r6 =
        DoubleVector.fromArray(S, a, pa + 12 * L).sub(DoubleVector.fromArray(S, b, pb + 12 * L));
    var r7 =
        DoubleVector.fromArray(S, a, pa + 14 * L).sub(DoubleVector.fromArray(S, b, pb + 14 * L));
    var r8 =
        DoubleVector.fromArray(S, a, pa + 16 * L).sub(DoubleVector.fromArray(S, b, pb + 16 * L));
    var r9 =
        DoubleVector.fromArray(S, a, pa + 18 * L).sub(DoubleVector.fromArray(S, b, pb + 18 * L));
    var r10 =
        DoubleVector.fromArray(S, a, pa + 20 * L).sub(DoubleVector.fromArray(S, b, pb + 20 * L));
    var r11 =
        DoubleVector.fromArray(S, a, pa + 22 * L).sub(DoubleVector.fromArray(S, b, pb + 22 * L));
    var r12 =
        DoubleVector.fromArray(S, a, pa + 24 * L).sub(DoubleVector.fromArray(S, b, pb + 24 * L));
    var r13 =
        DoubleVector.fromArray(S, a, pa + 26 * L).sub(DoubleVector.fromArray(S, b, pb + 26 * L));
    var r14 =
        DoubleVector.fromArray(S, a, pa + 28 * L).sub(DoubleVector.fromArray(S, b, pb + 28 * L));
    var r15 =
        DoubleVector.fromArray(S, a, pa + 30 * L).sub(DoubleVector.fromArray(S, b, pb + 30 * L));
    var u1_0 = r0.blend(r1.rearrange(UP1), HIGH1);
    var v1_0 = r1.blend(r0.rearrange(DOWN1), LOW1);
    var u1_2 = r2.blend(r3.rearrange(UP1), HIGH1);
    var v1_2 = r3.blend(r2.rearrange(DOWN1), LOW1);
    var u1_4 = r4.blend(r5.rearrange(UP1), HIGH1);
    var v1_4 = r5.blend(r4.rearrange(DOWN1), LOW1);
    var u1_6 = r6.blend(r7.rearrange(UP1), HIGH1);
    var v1_6 = r7.blend(r6.rearrange(DOWN1), LOW1);
    var u1_8 = r8.blend(r9.rearrange(UP1), HIGH1);
    var v1_8 = r9.blend(r8.rearrange(DOWN1), LOW1);
    var u1_10 = r10.blend(r11.rearrange(UP1), HIGH1);
    var v1_10 = r11.blend(r10.rearrange(DOWN1), LOW1);
    var u1_12 = r12.blend(r13.rearrange(UP1), HIGH1);
    var v1_12 = r13.blend(r12.rearrange(DOWN1), LOW1);
    var u1_14 = r14.blend(r15.rearrange(UP1), HIGH1);
    var v1_14 = r15.blend(r14.rearrange(DOWN1), LOW1);
    var u2_0 = u1_0.blend(u1_2.rearrange(UP2), HIGH2);
    var v2_0 = u1_2.blend(u1_0.rearrange(DOWN2), LOW2);
    var u2_1 = v1_0.blend(v1_2.rearrange(UP2), HIGH2);
    var v2_1 = v1_2.blend(v1_0.rearrange(DOWN2), LOW2);
    var u2_4 = u1_4.blend(u1_6.rearrange(UP2), HIGH2);
    var v2_4 = u1_6.blend(u1_4.rearrange(DOWN2), LOW2);
    var u2_5 = v1_4.blend(v1_6.rearrange(UP2), HIGH2);
    var v2_5 = v1_6.blend(v1_4.rearrange(DOWN2), LOW2);
    var u2_8 = u1_8.blend(u1_10.rearrange(UP2), HIGH2);
    var v2_8 = u1_10.blend(u1_8.rearrange(DOWN2), LOW2);
    var u2_9 = v1_8.blend(v1_10.rearrange(UP2), HIGH2);
    var v2_9 = v1_10.blend(v1_8.rearrange(DOWN2), LOW2);
    var u2_12 = u1_12.blend(u1_14.rearrange(UP2), HIGH2);
    var v2_12 = u1_14.blend(u1_12.rearrange(DOWN2), LOW2);
    var u2_13 = v1_12.blend(v1_14.rearrange(UP2), HIGH2);
    var v2_13 = v1_14.blend(v1_12.rearrange(DOWN2), LOW2);
    var u4_0 = u2_0.blend(u2_4.rearrange(UP4), HIGH4);
    var v4_0 = u2_4.blend(u2_0.rearrange(DOWN4), LOW4);
    var u4_1 = u2_1.blend(u2_5.rearrange(UP4), HIGH4);
    var v4_1 = u2_5.blend(u2_1.rearrange(DOWN4), LOW4);
    var u4_2 = v2_0.blend(v2_4.rearrange(UP4), HIGH4);
    var v4_2 = v2_4.blend(v2_0.rearrange(DOWN4), LOW4);
    var u4_3 = v2_1.blend(v2_5.rearrange(UP4), HIGH4);
    var v4_3 = v2_5.blend(v2_1.rearrange(DOWN4), LOW4);
    var u4_8 = u2_8.blend(u2_12.rearrange(UP4), HIGH4);
    var v4_8 = u2_12.blend(u2_8.rearrange(DOWN4), LOW4);
    var u4_9 = u2_9.blend(u2_13.rearrange(UP4), HIGH4);
    var v4_9 = u2_13.blend(u2_9.rearrange(DOWN4), LOW4);
    var u4_10 = v2_8.blend(v2_12.rearrange(UP4), HIGH4);
    var v4_10 = v2_12.blend(v2_8.rearrange(DOWN4), LOW4);
    var u4_11 = v2_9.blend(v2_13.rearrange(UP4), HIGH4);
    var v4_11 = v2_13.blend(v2_9.rearrange(DOWN4), LOW4);
    var u8_0 = u4_0.blend(u4_8.rearrange(UP8), HIGH8);
    var v8_0 = u4_8.blend(u4_0.rearrange(DOWN8), LOW8);
    var u8_1 = u4_1.blend(u4_9.rearrange(UP8), HIGH8);
    var v8_1 = u4_9.blend(u4_1.rearrange(DOWN8), LOW8);
    var u8_2 = u4_2.blend(u4_10.rearrange(UP8), HIGH8);
    var v8_2 = u4_10.blend(u4_2.rearrange(DOWN8), LOW8);
    var u8_3 = u4_3.blend(u4_11.rearrange(UP8), HIGH8);
    var v8_3 = u4_11.blend(u4_3.rearrange(DOWN8), LOW8);
    var u8_4 = v4_0.blend(v4_8.rearrange(UP8), HIGH8);
    var v8_4 = v4_8.blend(v4_0.rearrange(DOWN8), LOW8);
    var u8_5 = v4_1.blend(v4_9.rearrange(UP8), HIGH8);
    var v8_5 = v4_9.blend(v4_1.rearrange(DOWN8), LOW8);
    var u8_6 = v4_2.blend(v4_10.rearrange(UP8), HIGH8);
    var v8_6 = v4_10.blend(v4_2.rearrange(DOWN8), LOW8);
    var u8_7 = v4_3.blend(v4_11.rearrange(UP8), HIGH8);
    var v8_7 = v4_11.blend(v4_3.rearrange(DOWN8), LOW8);
    ((DoubleVector) T.cast(u8_0)).intoArray(y, g[k] + o);
    ((DoubleVector) T.cast(u8_1)).intoArray(y, g[k + 1] + o);
    ((DoubleVector) T.cast(u8_2)).intoArray(y, g[k + 2] + o);
    ((DoubleVector) T.cast(u8_3)).intoArray(y, g[k + 3] + o);
    ((DoubleVector) T.cast(u8_4)).intoArray(y, g[k + 4] + o);
    ((DoubleVector) T.cast(u8_5)).intoArray(y, g[k + 5] + o);
    ((DoubleVector) T.cast(u8_6)).intoArray(y, g[k + 6] + o);
    ((DoubleVector) T.cast(u8_7)).intoArray(y, g[k + 7] + o);
    ((DoubleVector) T.cast(v8_0)).intoArray(y, g[k + 8] + o);
    ((DoubleVector) T.cast(v8_1)).intoArray(y, g[k + 9] + o);
    ((DoubleVector) T.cast(v8_2)).intoArray(y, g[k + 10] + o);
    ((DoubleVector) T.cast(v8_3)).intoArray(y, g[k + 11] + o);
    ((DoubleVector) T.cast(v8_4)).intoArray(y, g[k + 12] + o);
    ((DoubleVector) T.cast(v8_5)).intoArray(y, g[k + 13] + o);
    ((DoubleVector) T.cast(v8_6)).intoArray(y, g[k + 14] + o);
    ((DoubleVector) T.cast(v8_7)).intoArray(y, g[k + 15] + o);
  }
}
