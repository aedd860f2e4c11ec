package hopfilm.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link FourthOrderRows} with the Vector API; whole vectors run over the end of a row. */
final class VectorFourthOrder {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private VectorFourthOrder() {}

  /** Adds the field of a row, as {@link FourthOrderRows#add}. */
  static void add(FourthOrderRows f, PaddedField m, int start, int row, int nx, double[][] h) {
    int first = f.first(row, nx);
    if (f.uniaxial() != null) {
      uniaxial(f, m, start, first, nx, h);
    }
    if (f.cubic() != null) {
      cubic(f, m, start, first, nx, h);
    }
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  private static void uniaxial(
      FourthOrderRows f, PaddedField m, int start, int first, int nx, double[][] h) {
    double[] x = m.x();
    double[] y = m.y();
    double[] z = m.z();
    double[] ux = f.axis()[0];
    double[] uy = f.axis()[1];
    double[] uz = f.axis()[2];
    double[] u = f.uniaxial();
    double[] hx = h[0];
    double[] hy = h[1];
    double[] hz = h[2];
    for (int i = 0; i < nx; i += SPECIES.length()) {
      var ex = load(ux, first + i);
      var ey = load(uy, first + i);
      var ez = load(uz, first + i);
      var me = load(x, start + i).fma(ex, load(y, start + i).fma(ey, load(z, start + i).mul(ez)));
      var s = load(u, first + i).mul(me).mul(me).mul(me);
      ((DoubleVector) VectorTypes.DOUBLE.cast(s.fma(ex, load(hx, i)))).intoArray(hx, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(s.fma(ey, load(hy, i)))).intoArray(hy, i);
      ((DoubleVector) VectorTypes.DOUBLE.cast(s.fma(ez, load(hz, i)))).intoArray(hz, i);
    }
  }

  private static void cubic(
      FourthOrderRows f, PaddedField m, int start, int first, int nx, double[][] h) {
    double[] x = m.x();
    double[] y = m.y();
    double[] z = m.z();
    double[] v = f.cubic();
    double[] hx = h[0];
    double[] hy = h[1];
    double[] hz = h[2];
    double[][] axes = f.cubicAxes();
    final var ax = DoubleVector.broadcast(SPECIES, axes[0][0]);
    final var ay = DoubleVector.broadcast(SPECIES, axes[0][1]);
    final var az = DoubleVector.broadcast(SPECIES, axes[0][2]);
    final var bx = DoubleVector.broadcast(SPECIES, axes[1][0]);
    final var by = DoubleVector.broadcast(SPECIES, axes[1][1]);
    final var bz = DoubleVector.broadcast(SPECIES, axes[1][2]);
    final var cx = DoubleVector.broadcast(SPECIES, axes[2][0]);
    final var cy = DoubleVector.broadcast(SPECIES, axes[2][1]);
    final var cz = DoubleVector.broadcast(SPECIES, axes[2][2]);
    for (int i = 0; i < nx; i += SPECIES.length()) {
      var mx = load(x, start + i);
      var my = load(y, start + i);
      var mz = load(z, start + i);
      var a = mx.mul(ax).add(my.mul(ay)).add(mz.mul(az));
      var b = mx.mul(bx).add(my.mul(by)).add(mz.mul(bz));
      var c = mx.mul(cx).add(my.mul(cy)).add(mz.mul(cz));
      var a2 = a.mul(a);
      var b2 = b.mul(b);
      var c2 = c.mul(c);
      var k = load(v, first + i);
      var p = k.mul(a).mul(b2.add(c2));
      var q = k.mul(b).mul(c2.add(a2));
      var r = k.mul(c).mul(a2.add(b2));
      ((DoubleVector)
              VectorTypes.DOUBLE.cast(load(hx, i).sub(p.mul(ax).add(q.mul(bx)).add(r.mul(cx)))))
          .intoArray(hx, i);
      ((DoubleVector)
              VectorTypes.DOUBLE.cast(load(hy, i).sub(p.mul(ay).add(q.mul(by)).add(r.mul(cy)))))
          .intoArray(hy, i);
      ((DoubleVector)
              VectorTypes.DOUBLE.cast(load(hz, i).sub(p.mul(az).add(q.mul(bz)).add(r.mul(cz)))))
          .intoArray(hz, i);
    }
  }
}
