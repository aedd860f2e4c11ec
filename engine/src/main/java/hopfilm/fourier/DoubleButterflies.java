package hopfilm.fourier;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Butterflies of Fourier transforms of several lines at once, a line a lane. Generated.
 *
 * <p>A number of a line stands at [place][re, im][lane]. Forward, in place, decimation in
 * frequency: what comes out is in the order of reversed digits, which the way back takes. Twiddles
 * stand as (c, s, -s).
 */
final class DoubleButterflies {

  static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  static final Class<? extends Vector<Double>> T = S.vectorType();
  static final int L = S.length();

  private DoubleButterflies() {}

  static void forward2(double[] b, int off, int n, int subs, double[] tw) {
    final int d = n * 2 * L;
    for (int s = 0; s < subs; s++) {
      int p = off + s * 2 * d;
      int w = 0;
      for (int j = 0; j < n; j++) {
        var t0 = DoubleVector.fromArray(S, b, p);
        var t1 = DoubleVector.fromArray(S, b, p + L);
        var t2 = DoubleVector.fromArray(S, b, p + d);
        var t3 = DoubleVector.fromArray(S, b, p + d + L);
        var t4 = t0.add(t2);
        ((DoubleVector) T.cast(t4)).intoArray(b, p);
        var t5 = t1.add(t3);
        ((DoubleVector) T.cast(t5)).intoArray(b, p + L);
        var t7 = t1.sub(t3);
        var t10 = DoubleVector.broadcast(S, tw[w + 2]);
        var t6 = t0.sub(t2);
        var t8 = DoubleVector.broadcast(S, tw[w]);
        var t11 = t6.mul(t8);
        var t12 = t7.fma(t10, t11);
        ((DoubleVector) T.cast(t12)).intoArray(b, p + d);
        var t9 = DoubleVector.broadcast(S, tw[w + 1]);
        var t13 = t6.mul(t9);
        var t14 = t7.fma(t8, t13);
        ((DoubleVector) T.cast(t14)).intoArray(b, p + d + L);
        p += 2 * L;
        w += 3;
      }
    }
  }

  /** Of neighbouring numbers. */
  static void forward2(double[] b, int off, int subs) {
    final int d = 2 * L;
    int p = off;
    for (int s = 0; s < subs; s++) {
      var t0 = DoubleVector.fromArray(S, b, p);
      var t1 = DoubleVector.fromArray(S, b, p + L);
      var t2 = DoubleVector.fromArray(S, b, p + d);
      var t3 = DoubleVector.fromArray(S, b, p + d + L);
      var t4 = t0.add(t2);
      ((DoubleVector) T.cast(t4)).intoArray(b, p);
      var t5 = t1.add(t3);
      ((DoubleVector) T.cast(t5)).intoArray(b, p + L);
      var t6 = t0.sub(t2);
      ((DoubleVector) T.cast(t6)).intoArray(b, p + d);
      var t7 = t1.sub(t3);
      ((DoubleVector) T.cast(t7)).intoArray(b, p + d + L);
      p += 2 * d;
    }
  }

  static void inverse2(double[] b, int off, int n, int subs, double[] tw) {
    final int d = n * 2 * L;
    for (int s = 0; s < subs; s++) {
      int p = off + s * 2 * d;
      int w = 0;
      for (int j = 0; j < n; j++) {
        var t0 = DoubleVector.fromArray(S, b, p);
        var t1 = DoubleVector.fromArray(S, b, p + L);
        var t2 = DoubleVector.fromArray(S, b, p + d);
        var t3 = DoubleVector.fromArray(S, b, p + d + L);
        var t5 = DoubleVector.broadcast(S, tw[w + 1]);
        var t4 = DoubleVector.broadcast(S, tw[w]);
        var t7 = t2.mul(t4);
        var t8 = t3.fma(t5, t7);
        var t11 = t0.add(t8);
        ((DoubleVector) T.cast(t11)).intoArray(b, p);
        var t6 = DoubleVector.broadcast(S, tw[w + 2]);
        var t9 = t2.mul(t6);
        var t10 = t3.fma(t4, t9);
        var t12 = t1.add(t10);
        ((DoubleVector) T.cast(t12)).intoArray(b, p + L);
        var t13 = t0.sub(t8);
        ((DoubleVector) T.cast(t13)).intoArray(b, p + d);
        var t14 = t1.sub(t10);
        ((DoubleVector) T.cast(t14)).intoArray(b, p + d + L);
        p += 2 * L;
        w += 3;
      }
    }
  }

  /** Of neighbouring numbers. */
  static void inverse2(double[] b, int off, int subs) {
    final int d = 2 * L;
    int p = off;
    for (int s = 0; s < subs; s++) {
      var t0 = DoubleVector.fromArray(S, b, p);
      var t1 = DoubleVector.fromArray(S, b, p + L);
      var t2 = DoubleVector.fromArray(S, b, p + d);
      var t3 = DoubleVector.fromArray(S, b, p + d + L);
      var t4 = t0.add(t2);
      ((DoubleVector) T.cast(t4)).intoArray(b, p);
      var t5 = t1.add(t3);
      ((DoubleVector) T.cast(t5)).intoArray(b, p + L);
      var t6 = t0.sub(t2);
      ((DoubleVector) T.cast(t6)).intoArray(b, p + d);
      var t7 = t1.sub(t3);
      ((DoubleVector) T.cast(t7)).intoArray(b, p + d + L);
      p += 2 * d;
    }
  }

  static void forward3(double[] b, int off, int n, int subs, double[] tw) {
    final int d = n * 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) -0.5);
    final var c1 = DoubleVector.broadcast(S, (double) 0.8660254037844386);
    for (int s = 0; s < subs; s++) {
      int p = off + s * 3 * d;
      int w = 0;
      for (int j = 0; j < n; j++) {
        var t0 = DoubleVector.fromArray(S, b, p);
        var t1 = DoubleVector.fromArray(S, b, p + L);
        var t2 = DoubleVector.fromArray(S, b, p + d);
        var t3 = DoubleVector.fromArray(S, b, p + d + L);
        var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
        var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
        var t6 = t2.add(t4);
        var t14 = t0.add(t6);
        ((DoubleVector) T.cast(t14)).intoArray(b, p);
        var t7 = t3.add(t5);
        var t15 = t1.add(t7);
        ((DoubleVector) T.cast(t15)).intoArray(b, p + L);
        var t9 = t7.fma(c0, t1);
        var t10 = t2.sub(t4);
        var t12 = t10.mul(c1);
        var t17 = t9.sub(t12);
        var t22 = DoubleVector.broadcast(S, tw[w + 2]);
        var t8 = t6.fma(c0, t0);
        var t11 = t3.sub(t5);
        var t13 = t11.mul(c1);
        var t16 = t8.add(t13);
        var t20 = DoubleVector.broadcast(S, tw[w]);
        var t23 = t16.mul(t20);
        var t24 = t17.fma(t22, t23);
        ((DoubleVector) T.cast(t24)).intoArray(b, p + d);
        var t21 = DoubleVector.broadcast(S, tw[w + 1]);
        var t25 = t16.mul(t21);
        var t26 = t17.fma(t20, t25);
        ((DoubleVector) T.cast(t26)).intoArray(b, p + d + L);
        var t19 = t9.add(t12);
        var t29 = DoubleVector.broadcast(S, tw[w + 5]);
        var t18 = t8.sub(t13);
        var t27 = DoubleVector.broadcast(S, tw[w + 3]);
        var t30 = t18.mul(t27);
        var t31 = t19.fma(t29, t30);
        ((DoubleVector) T.cast(t31)).intoArray(b, p + 2 * d);
        var t28 = DoubleVector.broadcast(S, tw[w + 4]);
        var t32 = t18.mul(t28);
        var t33 = t19.fma(t27, t32);
        ((DoubleVector) T.cast(t33)).intoArray(b, p + 2 * d + L);
        p += 2 * L;
        w += 6;
      }
    }
  }

  /** Of neighbouring numbers. */
  static void forward3(double[] b, int off, int subs) {
    final int d = 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) -0.5);
    final var c1 = DoubleVector.broadcast(S, (double) 0.8660254037844386);
    int p = off;
    for (int s = 0; s < subs; s++) {
      var t0 = DoubleVector.fromArray(S, b, p);
      var t1 = DoubleVector.fromArray(S, b, p + L);
      var t2 = DoubleVector.fromArray(S, b, p + d);
      var t3 = DoubleVector.fromArray(S, b, p + d + L);
      var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
      var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
      var t6 = t2.add(t4);
      var t14 = t0.add(t6);
      ((DoubleVector) T.cast(t14)).intoArray(b, p);
      var t7 = t3.add(t5);
      var t15 = t1.add(t7);
      ((DoubleVector) T.cast(t15)).intoArray(b, p + L);
      var t8 = t6.fma(c0, t0);
      var t11 = t3.sub(t5);
      var t13 = t11.mul(c1);
      var t16 = t8.add(t13);
      ((DoubleVector) T.cast(t16)).intoArray(b, p + d);
      var t9 = t7.fma(c0, t1);
      var t10 = t2.sub(t4);
      var t12 = t10.mul(c1);
      var t17 = t9.sub(t12);
      ((DoubleVector) T.cast(t17)).intoArray(b, p + d + L);
      var t18 = t8.sub(t13);
      ((DoubleVector) T.cast(t18)).intoArray(b, p + 2 * d);
      var t19 = t9.add(t12);
      ((DoubleVector) T.cast(t19)).intoArray(b, p + 2 * d + L);
      p += 3 * d;
    }
  }

  static void inverse3(double[] b, int off, int n, int subs, double[] tw) {
    final int d = n * 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) -0.5);
    final var c1 = DoubleVector.broadcast(S, (double) 0.8660254037844386);
    for (int s = 0; s < subs; s++) {
      int p = off + s * 3 * d;
      int w = 0;
      for (int j = 0; j < n; j++) {
        var t0 = DoubleVector.fromArray(S, b, p);
        var t1 = DoubleVector.fromArray(S, b, p + L);
        var t2 = DoubleVector.fromArray(S, b, p + d);
        var t3 = DoubleVector.fromArray(S, b, p + d + L);
        var t11 = DoubleVector.fromArray(S, b, p + 2 * d);
        var t12 = DoubleVector.fromArray(S, b, p + 2 * d + L);
        var t5 = DoubleVector.broadcast(S, tw[w + 1]);
        var t4 = DoubleVector.broadcast(S, tw[w]);
        var t7 = t2.mul(t4);
        var t8 = t3.fma(t5, t7);
        var t14 = DoubleVector.broadcast(S, tw[w + 4]);
        var t13 = DoubleVector.broadcast(S, tw[w + 3]);
        var t16 = t11.mul(t13);
        var t17 = t12.fma(t14, t16);
        var t20 = t8.add(t17);
        var t28 = t0.add(t20);
        ((DoubleVector) T.cast(t28)).intoArray(b, p);
        var t6 = DoubleVector.broadcast(S, tw[w + 2]);
        var t9 = t2.mul(t6);
        var t10 = t3.fma(t4, t9);
        var t15 = DoubleVector.broadcast(S, tw[w + 5]);
        var t18 = t11.mul(t15);
        var t19 = t12.fma(t13, t18);
        var t21 = t10.add(t19);
        var t29 = t1.add(t21);
        ((DoubleVector) T.cast(t29)).intoArray(b, p + L);
        var t22 = t20.fma(c0, t0);
        var t25 = t10.sub(t19);
        var t27 = t25.mul(c1);
        var t30 = t22.sub(t27);
        ((DoubleVector) T.cast(t30)).intoArray(b, p + d);
        var t23 = t21.fma(c0, t1);
        var t24 = t8.sub(t17);
        var t26 = t24.mul(c1);
        var t31 = t23.add(t26);
        ((DoubleVector) T.cast(t31)).intoArray(b, p + d + L);
        var t32 = t22.add(t27);
        ((DoubleVector) T.cast(t32)).intoArray(b, p + 2 * d);
        var t33 = t23.sub(t26);
        ((DoubleVector) T.cast(t33)).intoArray(b, p + 2 * d + L);
        p += 2 * L;
        w += 6;
      }
    }
  }

  /** Of neighbouring numbers. */
  static void inverse3(double[] b, int off, int subs) {
    final int d = 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) -0.5);
    final var c1 = DoubleVector.broadcast(S, (double) 0.8660254037844386);
    int p = off;
    for (int s = 0; s < subs; s++) {
      var t0 = DoubleVector.fromArray(S, b, p);
      var t1 = DoubleVector.fromArray(S, b, p + L);
      var t2 = DoubleVector.fromArray(S, b, p + d);
      var t3 = DoubleVector.fromArray(S, b, p + d + L);
      var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
      var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
      var t6 = t2.add(t4);
      var t14 = t0.add(t6);
      ((DoubleVector) T.cast(t14)).intoArray(b, p);
      var t7 = t3.add(t5);
      var t15 = t1.add(t7);
      ((DoubleVector) T.cast(t15)).intoArray(b, p + L);
      var t8 = t6.fma(c0, t0);
      var t11 = t3.sub(t5);
      var t13 = t11.mul(c1);
      var t16 = t8.sub(t13);
      ((DoubleVector) T.cast(t16)).intoArray(b, p + d);
      var t9 = t7.fma(c0, t1);
      var t10 = t2.sub(t4);
      var t12 = t10.mul(c1);
      var t17 = t9.add(t12);
      ((DoubleVector) T.cast(t17)).intoArray(b, p + d + L);
      var t18 = t8.add(t13);
      ((DoubleVector) T.cast(t18)).intoArray(b, p + 2 * d);
      var t19 = t9.sub(t12);
      ((DoubleVector) T.cast(t19)).intoArray(b, p + 2 * d + L);
      p += 3 * d;
    }
  }

  static void forward4(double[] b, int off, int n, int subs, double[] tw) {
    final int d = n * 2 * L;
    for (int s = 0; s < subs; s++) {
      int p = off + s * 4 * d;
      int w = 0;
      for (int j = 0; j < n; j++) {
        var t0 = DoubleVector.fromArray(S, b, p);
        var t1 = DoubleVector.fromArray(S, b, p + L);
        var t2 = DoubleVector.fromArray(S, b, p + d);
        var t3 = DoubleVector.fromArray(S, b, p + d + L);
        var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
        var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
        var t6 = DoubleVector.fromArray(S, b, p + 3 * d);
        var t7 = DoubleVector.fromArray(S, b, p + 3 * d + L);
        var t8 = t0.add(t4);
        var t12 = t2.add(t6);
        var t16 = t8.add(t12);
        ((DoubleVector) T.cast(t16)).intoArray(b, p);
        var t9 = t1.add(t5);
        var t13 = t3.add(t7);
        var t17 = t9.add(t13);
        ((DoubleVector) T.cast(t17)).intoArray(b, p + L);
        var t11 = t1.sub(t5);
        var t14 = t2.sub(t6);
        var t19 = t11.sub(t14);
        var t26 = DoubleVector.broadcast(S, tw[w + 2]);
        var t10 = t0.sub(t4);
        var t15 = t3.sub(t7);
        var t18 = t10.add(t15);
        var t24 = DoubleVector.broadcast(S, tw[w]);
        var t27 = t18.mul(t24);
        var t28 = t19.fma(t26, t27);
        ((DoubleVector) T.cast(t28)).intoArray(b, p + d);
        var t25 = DoubleVector.broadcast(S, tw[w + 1]);
        var t29 = t18.mul(t25);
        var t30 = t19.fma(t24, t29);
        ((DoubleVector) T.cast(t30)).intoArray(b, p + d + L);
        var t21 = t9.sub(t13);
        var t33 = DoubleVector.broadcast(S, tw[w + 5]);
        var t20 = t8.sub(t12);
        var t31 = DoubleVector.broadcast(S, tw[w + 3]);
        var t34 = t20.mul(t31);
        var t35 = t21.fma(t33, t34);
        ((DoubleVector) T.cast(t35)).intoArray(b, p + 2 * d);
        var t32 = DoubleVector.broadcast(S, tw[w + 4]);
        var t36 = t20.mul(t32);
        var t37 = t21.fma(t31, t36);
        ((DoubleVector) T.cast(t37)).intoArray(b, p + 2 * d + L);
        var t23 = t11.add(t14);
        var t40 = DoubleVector.broadcast(S, tw[w + 8]);
        var t22 = t10.sub(t15);
        var t38 = DoubleVector.broadcast(S, tw[w + 6]);
        var t41 = t22.mul(t38);
        var t42 = t23.fma(t40, t41);
        ((DoubleVector) T.cast(t42)).intoArray(b, p + 3 * d);
        var t39 = DoubleVector.broadcast(S, tw[w + 7]);
        var t43 = t22.mul(t39);
        var t44 = t23.fma(t38, t43);
        ((DoubleVector) T.cast(t44)).intoArray(b, p + 3 * d + L);
        p += 2 * L;
        w += 9;
      }
    }
  }

  /** Of neighbouring numbers. */
  static void forward4(double[] b, int off, int subs) {
    final int d = 2 * L;
    int p = off;
    for (int s = 0; s < subs; s++) {
      var t0 = DoubleVector.fromArray(S, b, p);
      var t1 = DoubleVector.fromArray(S, b, p + L);
      var t2 = DoubleVector.fromArray(S, b, p + d);
      var t3 = DoubleVector.fromArray(S, b, p + d + L);
      var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
      var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
      var t6 = DoubleVector.fromArray(S, b, p + 3 * d);
      var t7 = DoubleVector.fromArray(S, b, p + 3 * d + L);
      var t8 = t0.add(t4);
      var t12 = t2.add(t6);
      var t16 = t8.add(t12);
      ((DoubleVector) T.cast(t16)).intoArray(b, p);
      var t9 = t1.add(t5);
      var t13 = t3.add(t7);
      var t17 = t9.add(t13);
      ((DoubleVector) T.cast(t17)).intoArray(b, p + L);
      var t10 = t0.sub(t4);
      var t15 = t3.sub(t7);
      var t18 = t10.add(t15);
      ((DoubleVector) T.cast(t18)).intoArray(b, p + d);
      var t11 = t1.sub(t5);
      var t14 = t2.sub(t6);
      var t19 = t11.sub(t14);
      ((DoubleVector) T.cast(t19)).intoArray(b, p + d + L);
      var t20 = t8.sub(t12);
      ((DoubleVector) T.cast(t20)).intoArray(b, p + 2 * d);
      var t21 = t9.sub(t13);
      ((DoubleVector) T.cast(t21)).intoArray(b, p + 2 * d + L);
      var t22 = t10.sub(t15);
      ((DoubleVector) T.cast(t22)).intoArray(b, p + 3 * d);
      var t23 = t11.add(t14);
      ((DoubleVector) T.cast(t23)).intoArray(b, p + 3 * d + L);
      p += 4 * d;
    }
  }

  static void inverse4(double[] b, int off, int n, int subs, double[] tw) {
    final int d = n * 2 * L;
    for (int s = 0; s < subs; s++) {
      int p = off + s * 4 * d;
      int w = 0;
      for (int j = 0; j < n; j++) {
        var t0 = DoubleVector.fromArray(S, b, p);
        var t1 = DoubleVector.fromArray(S, b, p + L);
        var t2 = DoubleVector.fromArray(S, b, p + d);
        var t3 = DoubleVector.fromArray(S, b, p + d + L);
        var t11 = DoubleVector.fromArray(S, b, p + 2 * d);
        var t12 = DoubleVector.fromArray(S, b, p + 2 * d + L);
        var t20 = DoubleVector.fromArray(S, b, p + 3 * d);
        var t21 = DoubleVector.fromArray(S, b, p + 3 * d + L);
        var t14 = DoubleVector.broadcast(S, tw[w + 4]);
        var t13 = DoubleVector.broadcast(S, tw[w + 3]);
        var t16 = t11.mul(t13);
        var t17 = t12.fma(t14, t16);
        var t29 = t0.add(t17);
        var t5 = DoubleVector.broadcast(S, tw[w + 1]);
        var t4 = DoubleVector.broadcast(S, tw[w]);
        var t7 = t2.mul(t4);
        var t8 = t3.fma(t5, t7);
        var t23 = DoubleVector.broadcast(S, tw[w + 7]);
        var t22 = DoubleVector.broadcast(S, tw[w + 6]);
        var t25 = t20.mul(t22);
        var t26 = t21.fma(t23, t25);
        var t33 = t8.add(t26);
        var t37 = t29.add(t33);
        ((DoubleVector) T.cast(t37)).intoArray(b, p);
        var t15 = DoubleVector.broadcast(S, tw[w + 5]);
        var t18 = t11.mul(t15);
        var t19 = t12.fma(t13, t18);
        var t30 = t1.add(t19);
        var t6 = DoubleVector.broadcast(S, tw[w + 2]);
        var t9 = t2.mul(t6);
        var t10 = t3.fma(t4, t9);
        var t24 = DoubleVector.broadcast(S, tw[w + 8]);
        var t27 = t20.mul(t24);
        var t28 = t21.fma(t22, t27);
        var t34 = t10.add(t28);
        var t38 = t30.add(t34);
        ((DoubleVector) T.cast(t38)).intoArray(b, p + L);
        var t31 = t0.sub(t17);
        var t36 = t10.sub(t28);
        var t39 = t31.sub(t36);
        ((DoubleVector) T.cast(t39)).intoArray(b, p + d);
        var t32 = t1.sub(t19);
        var t35 = t8.sub(t26);
        var t40 = t32.add(t35);
        ((DoubleVector) T.cast(t40)).intoArray(b, p + d + L);
        var t41 = t29.sub(t33);
        ((DoubleVector) T.cast(t41)).intoArray(b, p + 2 * d);
        var t42 = t30.sub(t34);
        ((DoubleVector) T.cast(t42)).intoArray(b, p + 2 * d + L);
        var t43 = t31.add(t36);
        ((DoubleVector) T.cast(t43)).intoArray(b, p + 3 * d);
        var t44 = t32.sub(t35);
        ((DoubleVector) T.cast(t44)).intoArray(b, p + 3 * d + L);
        p += 2 * L;
        w += 9;
      }
    }
  }

  /** Of neighbouring numbers. */
  static void inverse4(double[] b, int off, int subs) {
    final int d = 2 * L;
    int p = off;
    for (int s = 0; s < subs; s++) {
      var t0 = DoubleVector.fromArray(S, b, p);
      var t1 = DoubleVector.fromArray(S, b, p + L);
      var t2 = DoubleVector.fromArray(S, b, p + d);
      var t3 = DoubleVector.fromArray(S, b, p + d + L);
      var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
      var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
      var t6 = DoubleVector.fromArray(S, b, p + 3 * d);
      var t7 = DoubleVector.fromArray(S, b, p + 3 * d + L);
      var t8 = t0.add(t4);
      var t12 = t2.add(t6);
      var t16 = t8.add(t12);
      ((DoubleVector) T.cast(t16)).intoArray(b, p);
      var t9 = t1.add(t5);
      var t13 = t3.add(t7);
      var t17 = t9.add(t13);
      ((DoubleVector) T.cast(t17)).intoArray(b, p + L);
      var t10 = t0.sub(t4);
      var t15 = t3.sub(t7);
      var t18 = t10.sub(t15);
      ((DoubleVector) T.cast(t18)).intoArray(b, p + d);
      var t11 = t1.sub(t5);
      var t14 = t2.sub(t6);
      var t19 = t11.add(t14);
      ((DoubleVector) T.cast(t19)).intoArray(b, p + d + L);
      var t20 = t8.sub(t12);
      ((DoubleVector) T.cast(t20)).intoArray(b, p + 2 * d);
      var t21 = t9.sub(t13);
      ((DoubleVector) T.cast(t21)).intoArray(b, p + 2 * d + L);
      var t22 = t10.add(t15);
      ((DoubleVector) T.cast(t22)).intoArray(b, p + 3 * d);
      var t23 = t11.sub(t14);
      ((DoubleVector) T.cast(t23)).intoArray(b, p + 3 * d + L);
      p += 4 * d;
    }
  }

  static void forward5(double[] b, int off, int n, int subs, double[] tw) {
    final int d = n * 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) 0.30901699437494745);
    final var c1 = DoubleVector.broadcast(S, (double) -0.8090169943749473);
    final var c2 = DoubleVector.broadcast(S, (double) 0.9510565162951535);
    final var c3 = DoubleVector.broadcast(S, (double) 0.5877852522924732);
    final var c4 = DoubleVector.broadcast(S, (double) -0.9510565162951535);
    for (int s = 0; s < subs; s++) {
      int p = off + s * 5 * d;
      int w = 0;
      for (int j = 0; j < n; j++) {
        var t0 = DoubleVector.fromArray(S, b, p);
        var t1 = DoubleVector.fromArray(S, b, p + L);
        var t2 = DoubleVector.fromArray(S, b, p + d);
        var t3 = DoubleVector.fromArray(S, b, p + d + L);
        var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
        var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
        var t6 = DoubleVector.fromArray(S, b, p + 3 * d);
        var t7 = DoubleVector.fromArray(S, b, p + 3 * d + L);
        var t8 = DoubleVector.fromArray(S, b, p + 4 * d);
        var t9 = DoubleVector.fromArray(S, b, p + 4 * d + L);
        var t10 = t2.add(t8);
        var t34 = t0.add(t10);
        var t12 = t4.add(t6);
        var t36 = t34.add(t12);
        ((DoubleVector) T.cast(t36)).intoArray(b, p);
        var t11 = t3.add(t9);
        var t35 = t1.add(t11);
        var t13 = t5.add(t7);
        var t37 = t35.add(t13);
        ((DoubleVector) T.cast(t37)).intoArray(b, p + L);
        var t19 = t11.fma(c0, t1);
        var t21 = t13.fma(c1, t19);
        var t16 = t4.sub(t6);
        var t14 = t2.sub(t8);
        var t26 = t14.mul(c2);
        var t28 = t16.fma(c3, t26);
        var t39 = t21.sub(t28);
        var t48 = DoubleVector.broadcast(S, tw[w + 2]);
        var t18 = t10.fma(c0, t0);
        var t20 = t12.fma(c1, t18);
        var t17 = t5.sub(t7);
        var t15 = t3.sub(t9);
        var t27 = t15.mul(c2);
        var t29 = t17.fma(c3, t27);
        var t38 = t20.add(t29);
        var t46 = DoubleVector.broadcast(S, tw[w]);
        var t49 = t38.mul(t46);
        var t50 = t39.fma(t48, t49);
        ((DoubleVector) T.cast(t50)).intoArray(b, p + d);
        var t47 = DoubleVector.broadcast(S, tw[w + 1]);
        var t51 = t38.mul(t47);
        var t52 = t39.fma(t46, t51);
        ((DoubleVector) T.cast(t52)).intoArray(b, p + d + L);
        var t23 = t11.fma(c1, t1);
        var t25 = t13.fma(c0, t23);
        var t30 = t14.mul(c3);
        var t32 = t16.fma(c4, t30);
        var t41 = t25.sub(t32);
        var t55 = DoubleVector.broadcast(S, tw[w + 5]);
        var t22 = t10.fma(c1, t0);
        var t24 = t12.fma(c0, t22);
        var t31 = t15.mul(c3);
        var t33 = t17.fma(c4, t31);
        var t40 = t24.add(t33);
        var t53 = DoubleVector.broadcast(S, tw[w + 3]);
        var t56 = t40.mul(t53);
        var t57 = t41.fma(t55, t56);
        ((DoubleVector) T.cast(t57)).intoArray(b, p + 2 * d);
        var t54 = DoubleVector.broadcast(S, tw[w + 4]);
        var t58 = t40.mul(t54);
        var t59 = t41.fma(t53, t58);
        ((DoubleVector) T.cast(t59)).intoArray(b, p + 2 * d + L);
        var t43 = t25.add(t32);
        var t62 = DoubleVector.broadcast(S, tw[w + 8]);
        var t42 = t24.sub(t33);
        var t60 = DoubleVector.broadcast(S, tw[w + 6]);
        var t63 = t42.mul(t60);
        var t64 = t43.fma(t62, t63);
        ((DoubleVector) T.cast(t64)).intoArray(b, p + 3 * d);
        var t61 = DoubleVector.broadcast(S, tw[w + 7]);
        var t65 = t42.mul(t61);
        var t66 = t43.fma(t60, t65);
        ((DoubleVector) T.cast(t66)).intoArray(b, p + 3 * d + L);
        var t45 = t21.add(t28);
        var t69 = DoubleVector.broadcast(S, tw[w + 11]);
        var t44 = t20.sub(t29);
        var t67 = DoubleVector.broadcast(S, tw[w + 9]);
        var t70 = t44.mul(t67);
        var t71 = t45.fma(t69, t70);
        ((DoubleVector) T.cast(t71)).intoArray(b, p + 4 * d);
        var t68 = DoubleVector.broadcast(S, tw[w + 10]);
        var t72 = t44.mul(t68);
        var t73 = t45.fma(t67, t72);
        ((DoubleVector) T.cast(t73)).intoArray(b, p + 4 * d + L);
        p += 2 * L;
        w += 12;
      }
    }
  }

  /** Of neighbouring numbers. */
  static void forward5(double[] b, int off, int subs) {
    final int d = 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) 0.30901699437494745);
    final var c1 = DoubleVector.broadcast(S, (double) -0.8090169943749473);
    final var c2 = DoubleVector.broadcast(S, (double) 0.9510565162951535);
    final var c3 = DoubleVector.broadcast(S, (double) 0.5877852522924732);
    final var c4 = DoubleVector.broadcast(S, (double) -0.9510565162951535);
    int p = off;
    for (int s = 0; s < subs; s++) {
      var t0 = DoubleVector.fromArray(S, b, p);
      var t1 = DoubleVector.fromArray(S, b, p + L);
      var t2 = DoubleVector.fromArray(S, b, p + d);
      var t3 = DoubleVector.fromArray(S, b, p + d + L);
      var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
      var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
      var t6 = DoubleVector.fromArray(S, b, p + 3 * d);
      var t7 = DoubleVector.fromArray(S, b, p + 3 * d + L);
      var t8 = DoubleVector.fromArray(S, b, p + 4 * d);
      var t9 = DoubleVector.fromArray(S, b, p + 4 * d + L);
      var t10 = t2.add(t8);
      var t34 = t0.add(t10);
      var t12 = t4.add(t6);
      var t36 = t34.add(t12);
      ((DoubleVector) T.cast(t36)).intoArray(b, p);
      var t11 = t3.add(t9);
      var t35 = t1.add(t11);
      var t13 = t5.add(t7);
      var t37 = t35.add(t13);
      ((DoubleVector) T.cast(t37)).intoArray(b, p + L);
      var t18 = t10.fma(c0, t0);
      var t20 = t12.fma(c1, t18);
      var t17 = t5.sub(t7);
      var t15 = t3.sub(t9);
      var t27 = t15.mul(c2);
      var t29 = t17.fma(c3, t27);
      var t38 = t20.add(t29);
      ((DoubleVector) T.cast(t38)).intoArray(b, p + d);
      var t19 = t11.fma(c0, t1);
      var t21 = t13.fma(c1, t19);
      var t16 = t4.sub(t6);
      var t14 = t2.sub(t8);
      var t26 = t14.mul(c2);
      var t28 = t16.fma(c3, t26);
      var t39 = t21.sub(t28);
      ((DoubleVector) T.cast(t39)).intoArray(b, p + d + L);
      var t22 = t10.fma(c1, t0);
      var t24 = t12.fma(c0, t22);
      var t31 = t15.mul(c3);
      var t33 = t17.fma(c4, t31);
      var t40 = t24.add(t33);
      ((DoubleVector) T.cast(t40)).intoArray(b, p + 2 * d);
      var t23 = t11.fma(c1, t1);
      var t25 = t13.fma(c0, t23);
      var t30 = t14.mul(c3);
      var t32 = t16.fma(c4, t30);
      var t41 = t25.sub(t32);
      ((DoubleVector) T.cast(t41)).intoArray(b, p + 2 * d + L);
      var t42 = t24.sub(t33);
      ((DoubleVector) T.cast(t42)).intoArray(b, p + 3 * d);
      var t43 = t25.add(t32);
      ((DoubleVector) T.cast(t43)).intoArray(b, p + 3 * d + L);
      var t44 = t20.sub(t29);
      ((DoubleVector) T.cast(t44)).intoArray(b, p + 4 * d);
      var t45 = t21.add(t28);
      ((DoubleVector) T.cast(t45)).intoArray(b, p + 4 * d + L);
      p += 5 * d;
    }
  }

  static void inverse5(double[] b, int off, int n, int subs, double[] tw) {
    final int d = n * 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) 0.30901699437494745);
    final var c1 = DoubleVector.broadcast(S, (double) -0.8090169943749473);
    final var c2 = DoubleVector.broadcast(S, (double) 0.9510565162951535);
    final var c3 = DoubleVector.broadcast(S, (double) 0.5877852522924732);
    final var c4 = DoubleVector.broadcast(S, (double) -0.9510565162951535);
    for (int s = 0; s < subs; s++) {
      int p = off + s * 5 * d;
      int w = 0;
      for (int j = 0; j < n; j++) {
        var t0 = DoubleVector.fromArray(S, b, p);
        var t1 = DoubleVector.fromArray(S, b, p + L);
        var t2 = DoubleVector.fromArray(S, b, p + d);
        var t3 = DoubleVector.fromArray(S, b, p + d + L);
        var t11 = DoubleVector.fromArray(S, b, p + 2 * d);
        var t12 = DoubleVector.fromArray(S, b, p + 2 * d + L);
        var t20 = DoubleVector.fromArray(S, b, p + 3 * d);
        var t21 = DoubleVector.fromArray(S, b, p + 3 * d + L);
        var t29 = DoubleVector.fromArray(S, b, p + 4 * d);
        var t30 = DoubleVector.fromArray(S, b, p + 4 * d + L);
        var t5 = DoubleVector.broadcast(S, tw[w + 1]);
        var t4 = DoubleVector.broadcast(S, tw[w]);
        var t7 = t2.mul(t4);
        var t8 = t3.fma(t5, t7);
        var t32 = DoubleVector.broadcast(S, tw[w + 10]);
        var t31 = DoubleVector.broadcast(S, tw[w + 9]);
        var t34 = t29.mul(t31);
        var t35 = t30.fma(t32, t34);
        var t38 = t8.add(t35);
        var t62 = t0.add(t38);
        var t14 = DoubleVector.broadcast(S, tw[w + 4]);
        var t13 = DoubleVector.broadcast(S, tw[w + 3]);
        var t16 = t11.mul(t13);
        var t17 = t12.fma(t14, t16);
        var t23 = DoubleVector.broadcast(S, tw[w + 7]);
        var t22 = DoubleVector.broadcast(S, tw[w + 6]);
        var t25 = t20.mul(t22);
        var t26 = t21.fma(t23, t25);
        var t40 = t17.add(t26);
        var t64 = t62.add(t40);
        ((DoubleVector) T.cast(t64)).intoArray(b, p);
        var t6 = DoubleVector.broadcast(S, tw[w + 2]);
        var t9 = t2.mul(t6);
        var t10 = t3.fma(t4, t9);
        var t33 = DoubleVector.broadcast(S, tw[w + 11]);
        var t36 = t29.mul(t33);
        var t37 = t30.fma(t31, t36);
        var t39 = t10.add(t37);
        var t63 = t1.add(t39);
        var t15 = DoubleVector.broadcast(S, tw[w + 5]);
        var t18 = t11.mul(t15);
        var t19 = t12.fma(t13, t18);
        var t24 = DoubleVector.broadcast(S, tw[w + 8]);
        var t27 = t20.mul(t24);
        var t28 = t21.fma(t22, t27);
        var t41 = t19.add(t28);
        var t65 = t63.add(t41);
        ((DoubleVector) T.cast(t65)).intoArray(b, p + L);
        var t46 = t38.fma(c0, t0);
        var t48 = t40.fma(c1, t46);
        var t45 = t19.sub(t28);
        var t43 = t10.sub(t37);
        var t55 = t43.mul(c2);
        var t57 = t45.fma(c3, t55);
        var t66 = t48.sub(t57);
        ((DoubleVector) T.cast(t66)).intoArray(b, p + d);
        var t47 = t39.fma(c0, t1);
        var t49 = t41.fma(c1, t47);
        var t44 = t17.sub(t26);
        var t42 = t8.sub(t35);
        var t54 = t42.mul(c2);
        var t56 = t44.fma(c3, t54);
        var t67 = t49.add(t56);
        ((DoubleVector) T.cast(t67)).intoArray(b, p + d + L);
        var t50 = t38.fma(c1, t0);
        var t52 = t40.fma(c0, t50);
        var t59 = t43.mul(c3);
        var t61 = t45.fma(c4, t59);
        var t68 = t52.sub(t61);
        ((DoubleVector) T.cast(t68)).intoArray(b, p + 2 * d);
        var t51 = t39.fma(c1, t1);
        var t53 = t41.fma(c0, t51);
        var t58 = t42.mul(c3);
        var t60 = t44.fma(c4, t58);
        var t69 = t53.add(t60);
        ((DoubleVector) T.cast(t69)).intoArray(b, p + 2 * d + L);
        var t70 = t52.add(t61);
        ((DoubleVector) T.cast(t70)).intoArray(b, p + 3 * d);
        var t71 = t53.sub(t60);
        ((DoubleVector) T.cast(t71)).intoArray(b, p + 3 * d + L);
        var t72 = t48.add(t57);
        ((DoubleVector) T.cast(t72)).intoArray(b, p + 4 * d);
        var t73 = t49.sub(t56);
        ((DoubleVector) T.cast(t73)).intoArray(b, p + 4 * d + L);
        p += 2 * L;
        w += 12;
      }
    }
  }

  /** Of neighbouring numbers. */
  static void inverse5(double[] b, int off, int subs) {
    final int d = 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) 0.30901699437494745);
    final var c1 = DoubleVector.broadcast(S, (double) -0.8090169943749473);
    final var c2 = DoubleVector.broadcast(S, (double) 0.9510565162951535);
    final var c3 = DoubleVector.broadcast(S, (double) 0.5877852522924732);
    final var c4 = DoubleVector.broadcast(S, (double) -0.9510565162951535);
    int p = off;
    for (int s = 0; s < subs; s++) {
      var t0 = DoubleVector.fromArray(S, b, p);
      var t1 = DoubleVector.fromArray(S, b, p + L);
      var t2 = DoubleVector.fromArray(S, b, p + d);
      var t3 = DoubleVector.fromArray(S, b, p + d + L);
      var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
      var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
      var t6 = DoubleVector.fromArray(S, b, p + 3 * d);
      var t7 = DoubleVector.fromArray(S, b, p + 3 * d + L);
      var t8 = DoubleVector.fromArray(S, b, p + 4 * d);
      var t9 = DoubleVector.fromArray(S, b, p + 4 * d + L);
      var t10 = t2.add(t8);
      var t34 = t0.add(t10);
      var t12 = t4.add(t6);
      var t36 = t34.add(t12);
      ((DoubleVector) T.cast(t36)).intoArray(b, p);
      var t11 = t3.add(t9);
      var t35 = t1.add(t11);
      var t13 = t5.add(t7);
      var t37 = t35.add(t13);
      ((DoubleVector) T.cast(t37)).intoArray(b, p + L);
      var t18 = t10.fma(c0, t0);
      var t20 = t12.fma(c1, t18);
      var t17 = t5.sub(t7);
      var t15 = t3.sub(t9);
      var t27 = t15.mul(c2);
      var t29 = t17.fma(c3, t27);
      var t38 = t20.sub(t29);
      ((DoubleVector) T.cast(t38)).intoArray(b, p + d);
      var t19 = t11.fma(c0, t1);
      var t21 = t13.fma(c1, t19);
      var t16 = t4.sub(t6);
      var t14 = t2.sub(t8);
      var t26 = t14.mul(c2);
      var t28 = t16.fma(c3, t26);
      var t39 = t21.add(t28);
      ((DoubleVector) T.cast(t39)).intoArray(b, p + d + L);
      var t22 = t10.fma(c1, t0);
      var t24 = t12.fma(c0, t22);
      var t31 = t15.mul(c3);
      var t33 = t17.fma(c4, t31);
      var t40 = t24.sub(t33);
      ((DoubleVector) T.cast(t40)).intoArray(b, p + 2 * d);
      var t23 = t11.fma(c1, t1);
      var t25 = t13.fma(c0, t23);
      var t30 = t14.mul(c3);
      var t32 = t16.fma(c4, t30);
      var t41 = t25.add(t32);
      ((DoubleVector) T.cast(t41)).intoArray(b, p + 2 * d + L);
      var t42 = t24.add(t33);
      ((DoubleVector) T.cast(t42)).intoArray(b, p + 3 * d);
      var t43 = t25.sub(t32);
      ((DoubleVector) T.cast(t43)).intoArray(b, p + 3 * d + L);
      var t44 = t20.add(t29);
      ((DoubleVector) T.cast(t44)).intoArray(b, p + 4 * d);
      var t45 = t21.sub(t28);
      ((DoubleVector) T.cast(t45)).intoArray(b, p + 4 * d + L);
      p += 5 * d;
    }
  }

  static void forward8(double[] b, int off, int n, int subs, double[] tw) {
    final int d = n * 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) 0.7071067811865476);
    final var c1 = DoubleVector.broadcast(S, (double) -0.7071067811865476);
    for (int s = 0; s < subs; s++) {
      int p = off + s * 8 * d;
      int w = 0;
      for (int j = 0; j < n; j++) {
        var t0 = DoubleVector.fromArray(S, b, p);
        var t1 = DoubleVector.fromArray(S, b, p + L);
        var t2 = DoubleVector.fromArray(S, b, p + d);
        var t3 = DoubleVector.fromArray(S, b, p + d + L);
        var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
        var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
        var t6 = DoubleVector.fromArray(S, b, p + 3 * d);
        var t7 = DoubleVector.fromArray(S, b, p + 3 * d + L);
        var t8 = DoubleVector.fromArray(S, b, p + 4 * d);
        var t9 = DoubleVector.fromArray(S, b, p + 4 * d + L);
        var t10 = DoubleVector.fromArray(S, b, p + 5 * d);
        var t11 = DoubleVector.fromArray(S, b, p + 5 * d + L);
        var t12 = DoubleVector.fromArray(S, b, p + 6 * d);
        var t13 = DoubleVector.fromArray(S, b, p + 6 * d + L);
        var t14 = DoubleVector.fromArray(S, b, p + 7 * d);
        var t15 = DoubleVector.fromArray(S, b, p + 7 * d + L);
        var t16 = t0.add(t8);
        var t20 = t4.add(t12);
        var t24 = t16.add(t20);
        var t32 = t2.add(t10);
        var t36 = t6.add(t14);
        var t40 = t32.add(t36);
        var t52 = t24.add(t40);
        ((DoubleVector) T.cast(t52)).intoArray(b, p);
        var t17 = t1.add(t9);
        var t21 = t5.add(t13);
        var t25 = t17.add(t21);
        var t33 = t3.add(t11);
        var t37 = t7.add(t15);
        var t41 = t33.add(t37);
        var t53 = t25.add(t41);
        ((DoubleVector) T.cast(t53)).intoArray(b, p + L);
        var t35 = t3.sub(t11);
        var t38 = t6.sub(t14);
        var t43 = t35.sub(t38);
        var t34 = t2.sub(t10);
        var t39 = t7.sub(t15);
        var t42 = t34.add(t39);
        var t49 = t43.sub(t42);
        var t19 = t1.sub(t9);
        var t22 = t4.sub(t12);
        var t27 = t19.sub(t22);
        var t55 = t49.fma(c0, t27);
        var t70 = DoubleVector.broadcast(S, tw[w + 2]);
        var t48 = t42.add(t43);
        var t18 = t0.sub(t8);
        var t23 = t5.sub(t13);
        var t26 = t18.add(t23);
        var t54 = t48.fma(c0, t26);
        var t68 = DoubleVector.broadcast(S, tw[w]);
        var t71 = t54.mul(t68);
        var t72 = t55.fma(t70, t71);
        ((DoubleVector) T.cast(t72)).intoArray(b, p + d);
        var t69 = DoubleVector.broadcast(S, tw[w + 1]);
        var t73 = t54.mul(t69);
        var t74 = t55.fma(t68, t73);
        ((DoubleVector) T.cast(t74)).intoArray(b, p + d + L);
        var t29 = t17.sub(t21);
        var t44 = t32.sub(t36);
        var t57 = t29.sub(t44);
        var t77 = DoubleVector.broadcast(S, tw[w + 5]);
        var t28 = t16.sub(t20);
        var t45 = t33.sub(t37);
        var t56 = t28.add(t45);
        var t75 = DoubleVector.broadcast(S, tw[w + 3]);
        var t78 = t56.mul(t75);
        var t79 = t57.fma(t77, t78);
        ((DoubleVector) T.cast(t79)).intoArray(b, p + 2 * d);
        var t76 = DoubleVector.broadcast(S, tw[w + 4]);
        var t80 = t56.mul(t76);
        var t81 = t57.fma(t75, t80);
        ((DoubleVector) T.cast(t81)).intoArray(b, p + 2 * d + L);
        var t46 = t34.sub(t39);
        var t47 = t35.add(t38);
        var t51 = t46.add(t47);
        var t31 = t19.add(t22);
        var t59 = t51.fma(c1, t31);
        var t84 = DoubleVector.broadcast(S, tw[w + 8]);
        var t50 = t47.sub(t46);
        var t30 = t18.sub(t23);
        var t58 = t50.fma(c0, t30);
        var t82 = DoubleVector.broadcast(S, tw[w + 6]);
        var t85 = t58.mul(t82);
        var t86 = t59.fma(t84, t85);
        ((DoubleVector) T.cast(t86)).intoArray(b, p + 3 * d);
        var t83 = DoubleVector.broadcast(S, tw[w + 7]);
        var t87 = t58.mul(t83);
        var t88 = t59.fma(t82, t87);
        ((DoubleVector) T.cast(t88)).intoArray(b, p + 3 * d + L);
        var t61 = t25.sub(t41);
        var t91 = DoubleVector.broadcast(S, tw[w + 11]);
        var t60 = t24.sub(t40);
        var t89 = DoubleVector.broadcast(S, tw[w + 9]);
        var t92 = t60.mul(t89);
        var t93 = t61.fma(t91, t92);
        ((DoubleVector) T.cast(t93)).intoArray(b, p + 4 * d);
        var t90 = DoubleVector.broadcast(S, tw[w + 10]);
        var t94 = t60.mul(t90);
        var t95 = t61.fma(t89, t94);
        ((DoubleVector) T.cast(t95)).intoArray(b, p + 4 * d + L);
        var t63 = t49.fma(c1, t27);
        var t98 = DoubleVector.broadcast(S, tw[w + 14]);
        var t62 = t48.fma(c1, t26);
        var t96 = DoubleVector.broadcast(S, tw[w + 12]);
        var t99 = t62.mul(t96);
        var t100 = t63.fma(t98, t99);
        ((DoubleVector) T.cast(t100)).intoArray(b, p + 5 * d);
        var t97 = DoubleVector.broadcast(S, tw[w + 13]);
        var t101 = t62.mul(t97);
        var t102 = t63.fma(t96, t101);
        ((DoubleVector) T.cast(t102)).intoArray(b, p + 5 * d + L);
        var t65 = t29.add(t44);
        var t105 = DoubleVector.broadcast(S, tw[w + 17]);
        var t64 = t28.sub(t45);
        var t103 = DoubleVector.broadcast(S, tw[w + 15]);
        var t106 = t64.mul(t103);
        var t107 = t65.fma(t105, t106);
        ((DoubleVector) T.cast(t107)).intoArray(b, p + 6 * d);
        var t104 = DoubleVector.broadcast(S, tw[w + 16]);
        var t108 = t64.mul(t104);
        var t109 = t65.fma(t103, t108);
        ((DoubleVector) T.cast(t109)).intoArray(b, p + 6 * d + L);
        var t67 = t51.fma(c0, t31);
        var t112 = DoubleVector.broadcast(S, tw[w + 20]);
        var t66 = t50.fma(c1, t30);
        var t110 = DoubleVector.broadcast(S, tw[w + 18]);
        var t113 = t66.mul(t110);
        var t114 = t67.fma(t112, t113);
        ((DoubleVector) T.cast(t114)).intoArray(b, p + 7 * d);
        var t111 = DoubleVector.broadcast(S, tw[w + 19]);
        var t115 = t66.mul(t111);
        var t116 = t67.fma(t110, t115);
        ((DoubleVector) T.cast(t116)).intoArray(b, p + 7 * d + L);
        p += 2 * L;
        w += 21;
      }
    }
  }

  /** Of neighbouring numbers. */
  static void forward8(double[] b, int off, int subs) {
    final int d = 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) 0.7071067811865476);
    final var c1 = DoubleVector.broadcast(S, (double) -0.7071067811865476);
    int p = off;
    for (int s = 0; s < subs; s++) {
      var t0 = DoubleVector.fromArray(S, b, p);
      var t1 = DoubleVector.fromArray(S, b, p + L);
      var t2 = DoubleVector.fromArray(S, b, p + d);
      var t3 = DoubleVector.fromArray(S, b, p + d + L);
      var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
      var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
      var t6 = DoubleVector.fromArray(S, b, p + 3 * d);
      var t7 = DoubleVector.fromArray(S, b, p + 3 * d + L);
      var t8 = DoubleVector.fromArray(S, b, p + 4 * d);
      var t9 = DoubleVector.fromArray(S, b, p + 4 * d + L);
      var t10 = DoubleVector.fromArray(S, b, p + 5 * d);
      var t11 = DoubleVector.fromArray(S, b, p + 5 * d + L);
      var t12 = DoubleVector.fromArray(S, b, p + 6 * d);
      var t13 = DoubleVector.fromArray(S, b, p + 6 * d + L);
      var t14 = DoubleVector.fromArray(S, b, p + 7 * d);
      var t15 = DoubleVector.fromArray(S, b, p + 7 * d + L);
      var t16 = t0.add(t8);
      var t20 = t4.add(t12);
      var t24 = t16.add(t20);
      var t32 = t2.add(t10);
      var t36 = t6.add(t14);
      var t40 = t32.add(t36);
      var t52 = t24.add(t40);
      ((DoubleVector) T.cast(t52)).intoArray(b, p);
      var t17 = t1.add(t9);
      var t21 = t5.add(t13);
      var t25 = t17.add(t21);
      var t33 = t3.add(t11);
      var t37 = t7.add(t15);
      var t41 = t33.add(t37);
      var t53 = t25.add(t41);
      ((DoubleVector) T.cast(t53)).intoArray(b, p + L);
      var t34 = t2.sub(t10);
      var t39 = t7.sub(t15);
      var t42 = t34.add(t39);
      var t35 = t3.sub(t11);
      var t38 = t6.sub(t14);
      var t43 = t35.sub(t38);
      var t48 = t42.add(t43);
      var t18 = t0.sub(t8);
      var t23 = t5.sub(t13);
      var t26 = t18.add(t23);
      var t54 = t48.fma(c0, t26);
      ((DoubleVector) T.cast(t54)).intoArray(b, p + d);
      var t49 = t43.sub(t42);
      var t19 = t1.sub(t9);
      var t22 = t4.sub(t12);
      var t27 = t19.sub(t22);
      var t55 = t49.fma(c0, t27);
      ((DoubleVector) T.cast(t55)).intoArray(b, p + d + L);
      var t28 = t16.sub(t20);
      var t45 = t33.sub(t37);
      var t56 = t28.add(t45);
      ((DoubleVector) T.cast(t56)).intoArray(b, p + 2 * d);
      var t29 = t17.sub(t21);
      var t44 = t32.sub(t36);
      var t57 = t29.sub(t44);
      ((DoubleVector) T.cast(t57)).intoArray(b, p + 2 * d + L);
      var t47 = t35.add(t38);
      var t46 = t34.sub(t39);
      var t50 = t47.sub(t46);
      var t30 = t18.sub(t23);
      var t58 = t50.fma(c0, t30);
      ((DoubleVector) T.cast(t58)).intoArray(b, p + 3 * d);
      var t51 = t46.add(t47);
      var t31 = t19.add(t22);
      var t59 = t51.fma(c1, t31);
      ((DoubleVector) T.cast(t59)).intoArray(b, p + 3 * d + L);
      var t60 = t24.sub(t40);
      ((DoubleVector) T.cast(t60)).intoArray(b, p + 4 * d);
      var t61 = t25.sub(t41);
      ((DoubleVector) T.cast(t61)).intoArray(b, p + 4 * d + L);
      var t62 = t48.fma(c1, t26);
      ((DoubleVector) T.cast(t62)).intoArray(b, p + 5 * d);
      var t63 = t49.fma(c1, t27);
      ((DoubleVector) T.cast(t63)).intoArray(b, p + 5 * d + L);
      var t64 = t28.sub(t45);
      ((DoubleVector) T.cast(t64)).intoArray(b, p + 6 * d);
      var t65 = t29.add(t44);
      ((DoubleVector) T.cast(t65)).intoArray(b, p + 6 * d + L);
      var t66 = t50.fma(c1, t30);
      ((DoubleVector) T.cast(t66)).intoArray(b, p + 7 * d);
      var t67 = t51.fma(c0, t31);
      ((DoubleVector) T.cast(t67)).intoArray(b, p + 7 * d + L);
      p += 8 * d;
    }
  }

  static void inverse8(double[] b, int off, int n, int subs, double[] tw) {
    final int d = n * 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) 0.7071067811865476);
    final var c1 = DoubleVector.broadcast(S, (double) -0.7071067811865476);
    for (int s = 0; s < subs; s++) {
      int p = off + s * 8 * d;
      int w = 0;
      for (int j = 0; j < n; j++) {
        var t0 = DoubleVector.fromArray(S, b, p);
        var t1 = DoubleVector.fromArray(S, b, p + L);
        var t2 = DoubleVector.fromArray(S, b, p + d);
        var t3 = DoubleVector.fromArray(S, b, p + d + L);
        var t11 = DoubleVector.fromArray(S, b, p + 2 * d);
        var t12 = DoubleVector.fromArray(S, b, p + 2 * d + L);
        var t20 = DoubleVector.fromArray(S, b, p + 3 * d);
        var t21 = DoubleVector.fromArray(S, b, p + 3 * d + L);
        var t29 = DoubleVector.fromArray(S, b, p + 4 * d);
        var t30 = DoubleVector.fromArray(S, b, p + 4 * d + L);
        var t38 = DoubleVector.fromArray(S, b, p + 5 * d);
        var t39 = DoubleVector.fromArray(S, b, p + 5 * d + L);
        var t47 = DoubleVector.fromArray(S, b, p + 6 * d);
        var t48 = DoubleVector.fromArray(S, b, p + 6 * d + L);
        var t56 = DoubleVector.fromArray(S, b, p + 7 * d);
        var t57 = DoubleVector.fromArray(S, b, p + 7 * d + L);
        var t32 = DoubleVector.broadcast(S, tw[w + 10]);
        var t31 = DoubleVector.broadcast(S, tw[w + 9]);
        var t34 = t29.mul(t31);
        var t35 = t30.fma(t32, t34);
        var t65 = t0.add(t35);
        var t14 = DoubleVector.broadcast(S, tw[w + 4]);
        var t13 = DoubleVector.broadcast(S, tw[w + 3]);
        var t16 = t11.mul(t13);
        var t17 = t12.fma(t14, t16);
        var t50 = DoubleVector.broadcast(S, tw[w + 16]);
        var t49 = DoubleVector.broadcast(S, tw[w + 15]);
        var t52 = t47.mul(t49);
        var t53 = t48.fma(t50, t52);
        var t69 = t17.add(t53);
        var t73 = t65.add(t69);
        var t5 = DoubleVector.broadcast(S, tw[w + 1]);
        var t4 = DoubleVector.broadcast(S, tw[w]);
        var t7 = t2.mul(t4);
        var t8 = t3.fma(t5, t7);
        var t41 = DoubleVector.broadcast(S, tw[w + 13]);
        var t40 = DoubleVector.broadcast(S, tw[w + 12]);
        var t43 = t38.mul(t40);
        var t44 = t39.fma(t41, t43);
        var t81 = t8.add(t44);
        var t23 = DoubleVector.broadcast(S, tw[w + 7]);
        var t22 = DoubleVector.broadcast(S, tw[w + 6]);
        var t25 = t20.mul(t22);
        var t26 = t21.fma(t23, t25);
        var t59 = DoubleVector.broadcast(S, tw[w + 19]);
        var t58 = DoubleVector.broadcast(S, tw[w + 18]);
        var t61 = t56.mul(t58);
        var t62 = t57.fma(t59, t61);
        var t85 = t26.add(t62);
        var t89 = t81.add(t85);
        var t101 = t73.add(t89);
        ((DoubleVector) T.cast(t101)).intoArray(b, p);
        var t33 = DoubleVector.broadcast(S, tw[w + 11]);
        var t36 = t29.mul(t33);
        var t37 = t30.fma(t31, t36);
        var t66 = t1.add(t37);
        var t15 = DoubleVector.broadcast(S, tw[w + 5]);
        var t18 = t11.mul(t15);
        var t19 = t12.fma(t13, t18);
        var t51 = DoubleVector.broadcast(S, tw[w + 17]);
        var t54 = t47.mul(t51);
        var t55 = t48.fma(t49, t54);
        var t70 = t19.add(t55);
        var t74 = t66.add(t70);
        var t6 = DoubleVector.broadcast(S, tw[w + 2]);
        var t9 = t2.mul(t6);
        var t10 = t3.fma(t4, t9);
        var t42 = DoubleVector.broadcast(S, tw[w + 14]);
        var t45 = t38.mul(t42);
        var t46 = t39.fma(t40, t45);
        var t82 = t10.add(t46);
        var t24 = DoubleVector.broadcast(S, tw[w + 8]);
        var t27 = t20.mul(t24);
        var t28 = t21.fma(t22, t27);
        var t60 = DoubleVector.broadcast(S, tw[w + 20]);
        var t63 = t56.mul(t60);
        var t64 = t57.fma(t58, t63);
        var t86 = t28.add(t64);
        var t90 = t82.add(t86);
        var t102 = t74.add(t90);
        ((DoubleVector) T.cast(t102)).intoArray(b, p + L);
        var t83 = t8.sub(t44);
        var t88 = t28.sub(t64);
        var t91 = t83.sub(t88);
        var t84 = t10.sub(t46);
        var t87 = t26.sub(t62);
        var t92 = t84.add(t87);
        var t97 = t91.sub(t92);
        var t67 = t0.sub(t35);
        var t72 = t19.sub(t55);
        var t75 = t67.sub(t72);
        var t103 = t97.fma(c0, t75);
        ((DoubleVector) T.cast(t103)).intoArray(b, p + d);
        var t98 = t91.add(t92);
        var t68 = t1.sub(t37);
        var t71 = t17.sub(t53);
        var t76 = t68.add(t71);
        var t104 = t98.fma(c0, t76);
        ((DoubleVector) T.cast(t104)).intoArray(b, p + d + L);
        var t77 = t65.sub(t69);
        var t94 = t82.sub(t86);
        var t105 = t77.sub(t94);
        ((DoubleVector) T.cast(t105)).intoArray(b, p + 2 * d);
        var t78 = t66.sub(t70);
        var t93 = t81.sub(t85);
        var t106 = t78.add(t93);
        ((DoubleVector) T.cast(t106)).intoArray(b, p + 2 * d + L);
        var t95 = t83.add(t88);
        var t96 = t84.sub(t87);
        var t99 = t95.add(t96);
        var t79 = t67.add(t72);
        var t107 = t99.fma(c1, t79);
        ((DoubleVector) T.cast(t107)).intoArray(b, p + 3 * d);
        var t100 = t95.sub(t96);
        var t80 = t68.sub(t71);
        var t108 = t100.fma(c0, t80);
        ((DoubleVector) T.cast(t108)).intoArray(b, p + 3 * d + L);
        var t109 = t73.sub(t89);
        ((DoubleVector) T.cast(t109)).intoArray(b, p + 4 * d);
        var t110 = t74.sub(t90);
        ((DoubleVector) T.cast(t110)).intoArray(b, p + 4 * d + L);
        var t111 = t97.fma(c1, t75);
        ((DoubleVector) T.cast(t111)).intoArray(b, p + 5 * d);
        var t112 = t98.fma(c1, t76);
        ((DoubleVector) T.cast(t112)).intoArray(b, p + 5 * d + L);
        var t113 = t77.add(t94);
        ((DoubleVector) T.cast(t113)).intoArray(b, p + 6 * d);
        var t114 = t78.sub(t93);
        ((DoubleVector) T.cast(t114)).intoArray(b, p + 6 * d + L);
        var t115 = t99.fma(c0, t79);
        ((DoubleVector) T.cast(t115)).intoArray(b, p + 7 * d);
        var t116 = t100.fma(c1, t80);
        ((DoubleVector) T.cast(t116)).intoArray(b, p + 7 * d + L);
        p += 2 * L;
        w += 21;
      }
    }
  }

  /** Of neighbouring numbers. */
  static void inverse8(double[] b, int off, int subs) {
    final int d = 2 * L;
    final var c0 = DoubleVector.broadcast(S, (double) 0.7071067811865476);
    final var c1 = DoubleVector.broadcast(S, (double) -0.7071067811865476);
    int p = off;
    for (int s = 0; s < subs; s++) {
      var t0 = DoubleVector.fromArray(S, b, p);
      var t1 = DoubleVector.fromArray(S, b, p + L);
      var t2 = DoubleVector.fromArray(S, b, p + d);
      var t3 = DoubleVector.fromArray(S, b, p + d + L);
      var t4 = DoubleVector.fromArray(S, b, p + 2 * d);
      var t5 = DoubleVector.fromArray(S, b, p + 2 * d + L);
      var t6 = DoubleVector.fromArray(S, b, p + 3 * d);
      var t7 = DoubleVector.fromArray(S, b, p + 3 * d + L);
      var t8 = DoubleVector.fromArray(S, b, p + 4 * d);
      var t9 = DoubleVector.fromArray(S, b, p + 4 * d + L);
      var t10 = DoubleVector.fromArray(S, b, p + 5 * d);
      var t11 = DoubleVector.fromArray(S, b, p + 5 * d + L);
      var t12 = DoubleVector.fromArray(S, b, p + 6 * d);
      var t13 = DoubleVector.fromArray(S, b, p + 6 * d + L);
      var t14 = DoubleVector.fromArray(S, b, p + 7 * d);
      var t15 = DoubleVector.fromArray(S, b, p + 7 * d + L);
      var t16 = t0.add(t8);
      var t20 = t4.add(t12);
      var t24 = t16.add(t20);
      var t32 = t2.add(t10);
      var t36 = t6.add(t14);
      var t40 = t32.add(t36);
      var t52 = t24.add(t40);
      ((DoubleVector) T.cast(t52)).intoArray(b, p);
      var t17 = t1.add(t9);
      var t21 = t5.add(t13);
      var t25 = t17.add(t21);
      var t33 = t3.add(t11);
      var t37 = t7.add(t15);
      var t41 = t33.add(t37);
      var t53 = t25.add(t41);
      ((DoubleVector) T.cast(t53)).intoArray(b, p + L);
      var t34 = t2.sub(t10);
      var t39 = t7.sub(t15);
      var t42 = t34.sub(t39);
      var t35 = t3.sub(t11);
      var t38 = t6.sub(t14);
      var t43 = t35.add(t38);
      var t48 = t42.sub(t43);
      var t18 = t0.sub(t8);
      var t23 = t5.sub(t13);
      var t26 = t18.sub(t23);
      var t54 = t48.fma(c0, t26);
      ((DoubleVector) T.cast(t54)).intoArray(b, p + d);
      var t49 = t42.add(t43);
      var t19 = t1.sub(t9);
      var t22 = t4.sub(t12);
      var t27 = t19.add(t22);
      var t55 = t49.fma(c0, t27);
      ((DoubleVector) T.cast(t55)).intoArray(b, p + d + L);
      var t28 = t16.sub(t20);
      var t45 = t33.sub(t37);
      var t56 = t28.sub(t45);
      ((DoubleVector) T.cast(t56)).intoArray(b, p + 2 * d);
      var t29 = t17.sub(t21);
      var t44 = t32.sub(t36);
      var t57 = t29.add(t44);
      ((DoubleVector) T.cast(t57)).intoArray(b, p + 2 * d + L);
      var t46 = t34.add(t39);
      var t47 = t35.sub(t38);
      var t50 = t46.add(t47);
      var t30 = t18.add(t23);
      var t58 = t50.fma(c1, t30);
      ((DoubleVector) T.cast(t58)).intoArray(b, p + 3 * d);
      var t51 = t46.sub(t47);
      var t31 = t19.sub(t22);
      var t59 = t51.fma(c0, t31);
      ((DoubleVector) T.cast(t59)).intoArray(b, p + 3 * d + L);
      var t60 = t24.sub(t40);
      ((DoubleVector) T.cast(t60)).intoArray(b, p + 4 * d);
      var t61 = t25.sub(t41);
      ((DoubleVector) T.cast(t61)).intoArray(b, p + 4 * d + L);
      var t62 = t48.fma(c1, t26);
      ((DoubleVector) T.cast(t62)).intoArray(b, p + 5 * d);
      var t63 = t49.fma(c1, t27);
      ((DoubleVector) T.cast(t63)).intoArray(b, p + 5 * d + L);
      var t64 = t28.add(t45);
      ((DoubleVector) T.cast(t64)).intoArray(b, p + 6 * d);
      var t65 = t29.sub(t44);
      ((DoubleVector) T.cast(t65)).intoArray(b, p + 6 * d + L);
      var t66 = t50.fma(c0, t30);
      ((DoubleVector) T.cast(t66)).intoArray(b, p + 7 * d);
      var t67 = t51.fma(c1, t31);
      ((DoubleVector) T.cast(t67)).intoArray(b, p + 7 * d + L);
      p += 8 * d;
    }
  }

  /** From a, followed by as many zeros. */
  static void forwardHalf(double[] b, int off, int n, double[] tw, double[] a, int at) {
    final int d = n * 2 * L;
    final int e = d;
    int p = off;
    int o = at;
    int w = 0;
    for (int j = 0; j < n; j++) {
      var t0 = DoubleVector.fromArray(S, a, o);
      var t1 = DoubleVector.fromArray(S, a, o + L);
      var t2 = DoubleVector.fromArray(S, a, o + e);
      var t3 = DoubleVector.fromArray(S, a, o + e + L);
      var t4 = t0.add(t2);
      ((DoubleVector) T.cast(t4)).intoArray(b, p);
      var t5 = t1.add(t3);
      ((DoubleVector) T.cast(t5)).intoArray(b, p + L);
      var t7 = t1.sub(t2);
      var t14 = DoubleVector.broadcast(S, tw[w + 2]);
      var t6 = t0.add(t3);
      var t12 = DoubleVector.broadcast(S, tw[w]);
      var t15 = t6.mul(t12);
      var t16 = t7.fma(t14, t15);
      ((DoubleVector) T.cast(t16)).intoArray(b, p + d);
      var t13 = DoubleVector.broadcast(S, tw[w + 1]);
      var t17 = t6.mul(t13);
      var t18 = t7.fma(t12, t17);
      ((DoubleVector) T.cast(t18)).intoArray(b, p + d + L);
      var t9 = t1.sub(t3);
      var t21 = DoubleVector.broadcast(S, tw[w + 5]);
      var t8 = t0.sub(t2);
      var t19 = DoubleVector.broadcast(S, tw[w + 3]);
      var t22 = t8.mul(t19);
      var t23 = t9.fma(t21, t22);
      ((DoubleVector) T.cast(t23)).intoArray(b, p + 2 * d);
      var t20 = DoubleVector.broadcast(S, tw[w + 4]);
      var t24 = t8.mul(t20);
      var t25 = t9.fma(t19, t24);
      ((DoubleVector) T.cast(t25)).intoArray(b, p + 2 * d + L);
      var t11 = t1.add(t2);
      var t28 = DoubleVector.broadcast(S, tw[w + 8]);
      var t10 = t0.sub(t3);
      var t26 = DoubleVector.broadcast(S, tw[w + 6]);
      var t29 = t10.mul(t26);
      var t30 = t11.fma(t28, t29);
      ((DoubleVector) T.cast(t30)).intoArray(b, p + 3 * d);
      var t27 = DoubleVector.broadcast(S, tw[w + 7]);
      var t31 = t10.mul(t27);
      var t32 = t11.fma(t26, t31);
      ((DoubleVector) T.cast(t32)).intoArray(b, p + 3 * d + L);
      p += 2 * L;
      o += 2 * L;
      w += 9;
    }
  }

  /** To a, the first half only. */
  static void inverseHalf(double[] b, int off, int n, double[] tw, double[] a, int at) {
    final int d = n * 2 * L;
    final int e = d;
    int p = off;
    int o = at;
    int w = 0;
    for (int j = 0; j < n; j++) {
      var t0 = DoubleVector.fromArray(S, b, p);
      var t1 = DoubleVector.fromArray(S, b, p + L);
      var t2 = DoubleVector.fromArray(S, b, p + d);
      var t3 = DoubleVector.fromArray(S, b, p + d + L);
      var t11 = DoubleVector.fromArray(S, b, p + 2 * d);
      var t12 = DoubleVector.fromArray(S, b, p + 2 * d + L);
      var t20 = DoubleVector.fromArray(S, b, p + 3 * d);
      var t21 = DoubleVector.fromArray(S, b, p + 3 * d + L);
      var t14 = DoubleVector.broadcast(S, tw[w + 4]);
      var t13 = DoubleVector.broadcast(S, tw[w + 3]);
      var t16 = t11.mul(t13);
      var t17 = t12.fma(t14, t16);
      var t29 = t0.add(t17);
      var t5 = DoubleVector.broadcast(S, tw[w + 1]);
      var t4 = DoubleVector.broadcast(S, tw[w]);
      var t7 = t2.mul(t4);
      var t8 = t3.fma(t5, t7);
      var t23 = DoubleVector.broadcast(S, tw[w + 7]);
      var t22 = DoubleVector.broadcast(S, tw[w + 6]);
      var t25 = t20.mul(t22);
      var t26 = t21.fma(t23, t25);
      var t33 = t8.add(t26);
      var t37 = t29.add(t33);
      ((DoubleVector) T.cast(t37)).intoArray(a, o);
      var t15 = DoubleVector.broadcast(S, tw[w + 5]);
      var t18 = t11.mul(t15);
      var t19 = t12.fma(t13, t18);
      var t30 = t1.add(t19);
      var t6 = DoubleVector.broadcast(S, tw[w + 2]);
      var t9 = t2.mul(t6);
      var t10 = t3.fma(t4, t9);
      var t24 = DoubleVector.broadcast(S, tw[w + 8]);
      var t27 = t20.mul(t24);
      var t28 = t21.fma(t22, t27);
      var t34 = t10.add(t28);
      var t38 = t30.add(t34);
      ((DoubleVector) T.cast(t38)).intoArray(a, o + L);
      var t31 = t0.sub(t17);
      var t36 = t10.sub(t28);
      var t39 = t31.sub(t36);
      ((DoubleVector) T.cast(t39)).intoArray(a, o + e);
      var t32 = t1.sub(t19);
      var t35 = t8.sub(t26);
      var t40 = t32.add(t35);
      ((DoubleVector) T.cast(t40)).intoArray(a, o + e + L);
      p += 2 * L;
      o += 2 * L;
      w += 9;
    }
  }
}
