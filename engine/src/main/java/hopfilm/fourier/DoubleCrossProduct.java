package hopfilm.fourier;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/** Generated from {@link KernelShape}; the mirrored wave has -kx. */
final class DoubleCrossProduct extends DoubleProduct {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final Class<? extends Vector<Double>> T = S.vectorType();
  private static final int L = S.length();

  @Override
  void layer(double[] b, int one, int p, double[] k, int ko) {
    var t0 = DoubleVector.fromArray(S, b, p);
    var t1 = DoubleVector.fromArray(S, b, p + L);
    var t2 = DoubleVector.fromArray(S, b, p + one);
    var t3 = DoubleVector.fromArray(S, b, p + one + L);
    var t4 = DoubleVector.fromArray(S, b, p + 2 * one);
    var t5 = DoubleVector.fromArray(S, b, p + 2 * one + L);
    var t6 = DoubleVector.fromArray(S, k, ko + 1 * L);
    var t10 = DoubleVector.fromArray(S, k, ko);
    var t8 = t6.mul(t5);
    ((DoubleVector) T.cast(t8)).intoArray(b, p);
    var t7 = t6.neg();
    var t9 = t7.mul(t4);
    ((DoubleVector) T.cast(t9)).intoArray(b, p + L);
    var t11 = t10.neg();
    var t12 = t11.mul(t5);
    ((DoubleVector) T.cast(t12)).intoArray(b, p + one);
    var t13 = t10.mul(t4);
    ((DoubleVector) T.cast(t13)).intoArray(b, p + one + L);
    var t14 = t7.mul(t1);
    var t16 = t10.fma(t3, t14);
    ((DoubleVector) T.cast(t16)).intoArray(b, p + 2 * one);
    var t15 = t6.mul(t0);
    var t17 = t11.fma(t2, t15);
    ((DoubleVector) T.cast(t17)).intoArray(b, p + 2 * one + L);
  }

  @Override
  void mirrored(double[] b, int one, int p, double[] k, int ko) {
    var t0 = DoubleVector.fromArray(S, b, p);
    var t1 = DoubleVector.fromArray(S, b, p + L);
    var t2 = DoubleVector.fromArray(S, b, p + one);
    var t3 = DoubleVector.fromArray(S, b, p + one + L);
    var t4 = DoubleVector.fromArray(S, b, p + 2 * one);
    var t5 = DoubleVector.fromArray(S, b, p + 2 * one + L);
    var t6 = DoubleVector.fromArray(S, k, ko + 1 * L);
    var t10 = DoubleVector.fromArray(S, k, ko);
    var t8 = t6.mul(t5);
    ((DoubleVector) T.cast(t8)).intoArray(b, p);
    var t7 = t6.neg();
    var t9 = t7.mul(t4);
    ((DoubleVector) T.cast(t9)).intoArray(b, p + L);
    var t12 = t10.mul(t5);
    ((DoubleVector) T.cast(t12)).intoArray(b, p + one);
    var t11 = t10.neg();
    var t13 = t11.mul(t4);
    ((DoubleVector) T.cast(t13)).intoArray(b, p + one + L);
    var t14 = t7.mul(t1);
    var t16 = t11.fma(t3, t14);
    ((DoubleVector) T.cast(t16)).intoArray(b, p + 2 * one);
    var t15 = t6.mul(t0);
    var t17 = t10.fma(t2, t15);
    ((DoubleVector) T.cast(t17)).intoArray(b, p + 2 * one + L);
  }

  @Override
  void layers(
      double[] line, int n, int layer, double[] k, int ko, double[] b, int one, int p, int q) {
    final var zero = (DoubleVector) T.cast(DoubleVector.zero(S));
    var mxr = zero;
    var mxi = zero;
    var myr = zero;
    var myi = zero;
    var mzr = zero;
    var mzi = zero;
    var xr = zero;
    var xi = zero;
    var yr = zero;
    var yi = zero;
    var zr = zero;
    var zi = zero;
    for (int l = 0; l <= layer; l++) {
      int m = l * 12 * L;
      int o = ko + (layer - l) * 3 * L;
      var t0 = DoubleVector.fromArray(S, line, m);
      var t1 = DoubleVector.fromArray(S, line, m + 1 * L);
      var t2 = DoubleVector.fromArray(S, line, m + 4 * L);
      var t3 = DoubleVector.fromArray(S, line, m + 5 * L);
      var t4 = DoubleVector.fromArray(S, line, m + 8 * L);
      var t5 = DoubleVector.fromArray(S, line, m + 9 * L);
      var t6 = DoubleVector.fromArray(S, line, m + 2 * L);
      var t7 = DoubleVector.fromArray(S, line, m + 3 * L);
      var t8 = DoubleVector.fromArray(S, line, m + 6 * L);
      var t9 = DoubleVector.fromArray(S, line, m + 7 * L);
      var t10 = DoubleVector.fromArray(S, line, m + 10 * L);
      var t11 = DoubleVector.fromArray(S, line, m + 11 * L);
      var t12 = DoubleVector.fromArray(S, k, o + 2 * L);
      var t15 = DoubleVector.fromArray(S, k, o + 1 * L);
      var t22 = DoubleVector.fromArray(S, k, o);
      var t13 = t12.fma(t2, xr);
      var t17 = t15.fma(t5, t13);
      xr = ((DoubleVector) T.cast(t17));
      var t16 = t15.neg();
      var t14 = t12.fma(t3, xi);
      var t18 = t16.fma(t4, t14);
      xi = ((DoubleVector) T.cast(t18));
      var t23 = t22.neg();
      var t19 = t12.neg();
      var t20 = t19.fma(t0, yr);
      var t24 = t23.fma(t5, t20);
      yr = ((DoubleVector) T.cast(t24));
      var t21 = t19.fma(t1, yi);
      var t25 = t22.fma(t4, t21);
      yi = ((DoubleVector) T.cast(t25));
      var t26 = t16.fma(t1, zr);
      var t28 = t22.fma(t3, t26);
      zr = ((DoubleVector) T.cast(t28));
      var t27 = t15.fma(t0, zi);
      var t29 = t23.fma(t2, t27);
      zi = ((DoubleVector) T.cast(t29));
      var t30 = t12.fma(t8, mxr);
      var t32 = t15.fma(t11, t30);
      mxr = ((DoubleVector) T.cast(t32));
      var t31 = t12.fma(t9, mxi);
      var t33 = t16.fma(t10, t31);
      mxi = ((DoubleVector) T.cast(t33));
      var t34 = t19.fma(t6, myr);
      var t36 = t22.fma(t11, t34);
      myr = ((DoubleVector) T.cast(t36));
      var t35 = t19.fma(t7, myi);
      var t37 = t23.fma(t10, t35);
      myi = ((DoubleVector) T.cast(t37));
      var t38 = t16.fma(t7, mzr);
      var t40 = t23.fma(t9, t38);
      mzr = ((DoubleVector) T.cast(t40));
      var t39 = t15.fma(t6, mzi);
      var t41 = t22.fma(t8, t39);
      mzi = ((DoubleVector) T.cast(t41));
    }
    for (int l = layer + 1; l < n; l++) {
      int m = l * 12 * L;
      int o = ko + (l - layer) * 3 * L;
      var t0 = DoubleVector.fromArray(S, line, m);
      var t1 = DoubleVector.fromArray(S, line, m + 1 * L);
      var t2 = DoubleVector.fromArray(S, line, m + 4 * L);
      var t3 = DoubleVector.fromArray(S, line, m + 5 * L);
      var t4 = DoubleVector.fromArray(S, line, m + 8 * L);
      var t5 = DoubleVector.fromArray(S, line, m + 9 * L);
      var t6 = DoubleVector.fromArray(S, line, m + 2 * L);
      var t7 = DoubleVector.fromArray(S, line, m + 3 * L);
      var t8 = DoubleVector.fromArray(S, line, m + 6 * L);
      var t9 = DoubleVector.fromArray(S, line, m + 7 * L);
      var t10 = DoubleVector.fromArray(S, line, m + 10 * L);
      var t11 = DoubleVector.fromArray(S, line, m + 11 * L);
      var t12 = DoubleVector.fromArray(S, k, o + 2 * L);
      var t16 = DoubleVector.fromArray(S, k, o + 1 * L);
      var t22 = DoubleVector.fromArray(S, k, o);
      var t13 = t12.neg();
      var t14 = t13.fma(t2, xr);
      var t18 = t16.fma(t5, t14);
      xr = ((DoubleVector) T.cast(t18));
      var t17 = t16.neg();
      var t15 = t13.fma(t3, xi);
      var t19 = t17.fma(t4, t15);
      xi = ((DoubleVector) T.cast(t19));
      var t23 = t22.neg();
      var t20 = t12.fma(t0, yr);
      var t24 = t23.fma(t5, t20);
      yr = ((DoubleVector) T.cast(t24));
      var t21 = t12.fma(t1, yi);
      var t25 = t22.fma(t4, t21);
      yi = ((DoubleVector) T.cast(t25));
      var t26 = t17.fma(t1, zr);
      var t28 = t22.fma(t3, t26);
      zr = ((DoubleVector) T.cast(t28));
      var t27 = t16.fma(t0, zi);
      var t29 = t23.fma(t2, t27);
      zi = ((DoubleVector) T.cast(t29));
      var t30 = t13.fma(t8, mxr);
      var t32 = t16.fma(t11, t30);
      mxr = ((DoubleVector) T.cast(t32));
      var t31 = t13.fma(t9, mxi);
      var t33 = t17.fma(t10, t31);
      mxi = ((DoubleVector) T.cast(t33));
      var t34 = t12.fma(t6, myr);
      var t36 = t22.fma(t11, t34);
      myr = ((DoubleVector) T.cast(t36));
      var t35 = t12.fma(t7, myi);
      var t37 = t23.fma(t10, t35);
      myi = ((DoubleVector) T.cast(t37));
      var t38 = t17.fma(t7, mzr);
      var t40 = t23.fma(t9, t38);
      mzr = ((DoubleVector) T.cast(t40));
      var t39 = t16.fma(t6, mzi);
      var t41 = t22.fma(t8, t39);
      mzi = ((DoubleVector) T.cast(t41));
    }
    ((DoubleVector) T.cast(mxr)).intoArray(b, (layer) * one + q);
    ((DoubleVector) T.cast(mxi)).intoArray(b, (layer) * one + q + L);
    ((DoubleVector) T.cast(myr)).intoArray(b, (n + layer) * one + q);
    ((DoubleVector) T.cast(myi)).intoArray(b, (n + layer) * one + q + L);
    ((DoubleVector) T.cast(mzr)).intoArray(b, (2 * n + layer) * one + q);
    ((DoubleVector) T.cast(mzi)).intoArray(b, (2 * n + layer) * one + q + L);
    ((DoubleVector) T.cast(xr)).intoArray(b, (layer) * one + p);
    ((DoubleVector) T.cast(xi)).intoArray(b, (layer) * one + p + L);
    ((DoubleVector) T.cast(yr)).intoArray(b, (n + layer) * one + p);
    ((DoubleVector) T.cast(yi)).intoArray(b, (n + layer) * one + p + L);
    ((DoubleVector) T.cast(zr)).intoArray(b, (2 * n + layer) * one + p);
    ((DoubleVector) T.cast(zi)).intoArray(b, (2 * n + layer) * one + p + L);
  }
}
