package hopfilm.kernel;

import static hopfilm.kernel.VectorTypes.DOUBLE;
import static hopfilm.kernel.VectorTypes.load;
import static hopfilm.kernel.VectorTypes.store;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The field of an anisotropy of fourth order, row by row: no tensor stands for it, so that the rows
 * take it as a part of the field that is added to them.
 *
 * <pre>  h = u (m.e)^3 e - v sum_i a_i (a_j^2 + a_k^2) c_i</pre>
 *
 * <p>The arrays have one number a cell, in the order of the grid, or those of one row that stand
 * for all; behind them is room for the rest of a vector.
 *
 * @param isOneRow whether those of one row stand for all
 * @param uniaxial u = 4 Ku2/(mu0 Ms), 0 in an empty cell; null for none [A/m]
 * @param axis e by component
 * @param cubic v = 2 Kc1/(mu0 Ms), 0 in an empty cell [A/m]; null for none
 * @param cubicAxes components of c_1, c_2 and c_3
 */
public record FourthOrderRows(
    boolean isOneRow, double[] uniaxial, double[][] axis, double[] cubic, double[][] cubicAxes)
    implements LocalField {

  /** Where the numbers of a row begin. */
  int first(int row, int nx) {
    return isOneRow ? 0 : row * nx;
  }

  @Override
  public void add(Stage t, RowStarts at, int n, double[][] h) {
    int first = first(at.row, n);
    if (uniaxial != null) {
      addUniaxial(t.m(), at.m, first, n, h);
    }
    if (cubic != null) {
      addCubic(t.m(), at.m, first, n, h);
    }
  }

  @Override
  public void addByVector(Stage t, RowStarts at, int n, double[][] h) {
    ByVector.add(this, t.m(), at.m, at.row, n, h);
  }

  private void addUniaxial(PaddedField m, int start, int first, int nx, double[][] h) {
    double[] x = m.x();
    double[] y = m.y();
    double[] z = m.z();
    double[] ex = axis[0];
    double[] ey = axis[1];
    double[] ez = axis[2];
    double[] hx = h[0];
    double[] hy = h[1];
    double[] hz = h[2];
    for (int i = 0; i < nx; i++) {
      int n = first + i;
      double me = x[start + i] * ex[n] + y[start + i] * ey[n] + z[start + i] * ez[n];
      double s = uniaxial[n] * me * me * me;
      hx[i] += s * ex[n];
      hy[i] += s * ey[n];
      hz[i] += s * ez[n];
    }
  }

  private void addCubic(PaddedField m, int start, int first, int nx, double[][] h) {
    double[] x = m.x();
    double[] y = m.y();
    double[] z = m.z();
    double[] hx = h[0];
    double[] hy = h[1];
    double[] hz = h[2];
    double ax = cubicAxes[0][0];
    double ay = cubicAxes[0][1];
    double az = cubicAxes[0][2];
    double bx = cubicAxes[1][0];
    double by = cubicAxes[1][1];
    double bz = cubicAxes[1][2];
    double cx = cubicAxes[2][0];
    double cy = cubicAxes[2][1];
    double cz = cubicAxes[2][2];
    for (int i = 0; i < nx; i++) {
      double mx = x[start + i];
      double my = y[start + i];
      double mz = z[start + i];
      double a = mx * ax + my * ay + mz * az;
      double b = mx * bx + my * by + mz * bz;
      double c = mx * cx + my * cy + mz * cz;
      double v = cubic[first + i];
      double p = v * a * (b * b + c * c);
      double q = v * b * (c * c + a * a);
      double r = v * c * (a * a + b * b);
      hx[i] -= p * ax + q * bx + r * cx;
      hy[i] -= p * ay + q * by + r * cy;
      hz[i] -= p * az + q * bz + r * cz;
    }
  }

  /** The loops with the Vector API, in a class that a machine without it does not load. */
  private static final class ByVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private ByVector() {}

    /** Adds the field of a row. */
    static void add(FourthOrderRows f, PaddedField m, int start, int row, int nx, double[][] h) {
      int first = f.first(row, nx);
      if (f.uniaxial() != null) {
        uniaxial(f, m, start, first, nx, h);
      }
      if (f.cubic() != null) {
        cubic(f, m, start, first, nx, h);
      }
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
        store(s.fma(ex, load(hx, i)), hx, i);
        store(s.fma(ey, load(hy, i)), hy, i);
        store(s.fma(ez, load(hz, i)), hz, i);
      }
    }

    /**
     * Loads and stores of the Vector API are inlined in a loop of any length. Those of others are
     * not beyond a limit of the compiler, and each vector would become an object.
     */
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
        var mx = DoubleVector.fromArray(SPECIES, x, start + i);
        var my = DoubleVector.fromArray(SPECIES, y, start + i);
        var mz = DoubleVector.fromArray(SPECIES, z, start + i);
        var a = mx.mul(ax).add(my.mul(ay)).add(mz.mul(az));
        var b = mx.mul(bx).add(my.mul(by)).add(mz.mul(bz));
        var c = mx.mul(cx).add(my.mul(cy)).add(mz.mul(cz));
        var a2 = a.mul(a);
        var b2 = b.mul(b);
        var c2 = c.mul(c);
        var k = DoubleVector.fromArray(SPECIES, v, first + i);
        var p = k.mul(a).mul(b2.add(c2));
        var q = k.mul(b).mul(c2.add(a2));
        var r = k.mul(c).mul(a2.add(b2));
        var toX =
            DoubleVector.fromArray(SPECIES, hx, i).sub(p.mul(ax).add(q.mul(bx)).add(r.mul(cx)));
        var toY =
            DoubleVector.fromArray(SPECIES, hy, i).sub(p.mul(ay).add(q.mul(by)).add(r.mul(cy)));
        var toZ =
            DoubleVector.fromArray(SPECIES, hz, i).sub(p.mul(az).add(q.mul(bz)).add(r.mul(cz)));
        ((DoubleVector) DOUBLE.cast(toX)).intoArray(hx, i);
        ((DoubleVector) DOUBLE.cast(toY)).intoArray(hy, i);
        ((DoubleVector) DOUBLE.cast(toZ)).intoArray(hz, i);
      }
    }
  }
}
