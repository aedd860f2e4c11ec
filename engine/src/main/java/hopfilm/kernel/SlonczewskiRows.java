package hopfilm.kernel;

import static hopfilm.kernel.VectorTypes.load;
import static hopfilm.kernel.VectorTypes.store;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The field of the Slonczewski torque, row by row: J s (eps m x p + eps' p) with eps = P lambda^2 /
 * (lambda^2 + 1 + (lambda^2 - 1) m.p), for the current density J through the film.
 *
 * @param isOneRow whether the numbers of one row stand for all
 * @param strength s = hbar/(mu0 e Ms t) by cell, 0 in an empty one, with {@link LocalField#ROOM}
 *     behind the last [m]
 * @param p direction of the polarisation, of length one
 * @param polarisation P
 * @param lambda asymmetry
 * @param secondary eps'
 */
public record SlonczewskiRows(
    boolean isOneRow,
    double[] strength,
    double[] p,
    double polarisation,
    double lambda,
    double secondary)
    implements LocalField {

  @Override
  public void add(Stage t, RowStarts at, int n, double[][] h) {
    if (t.through() != 0) {
      add(t.m(), at.m, isOneRow ? 0 : at.row * n, n, h, numbers(t.through()));
    }
  }

  /** {@inheritDoc} To the bits of the plain loop. */
  @Override
  public void addByVector(Stage t, RowStarts at, int n, double[][] h) {
    if (t.through() != 0) {
      ByVector.add(this, t.m(), at.m, isOneRow ? 0 : at.row * n, n, h, numbers(t.through()));
    }
  }

  /** J P lambda^2, J eps', and the two numbers of the denominator. */
  private double[] numbers(double through) {
    double square = lambda * lambda;
    return new double[] {
      through * polarisation * square, through * secondary, square + 1, square - 1
    };
  }

  private void add(PaddedField m, int start, int first, int n, double[][] h, double[] numbers) {
    double[] x = m.x();
    double[] y = m.y();
    double[] z = m.z();
    double[] hx = h[0];
    double[] hy = h[1];
    double[] hz = h[2];
    double[] s = strength;
    double px = p[0];
    double py = p[1];
    double pz = p[2];
    double one = numbers[0];
    double other = numbers[1];
    double sum = numbers[2];
    double slope = numbers[3];
    for (int i = 0; i < n; i++) {
      double mx = x[start + i];
      double my = y[start + i];
      double mz = z[start + i];
      double f = s[first + i] * (one / (sum + slope * (mx * px + my * py + mz * pz)));
      double g = s[first + i] * other;
      hx[i] += f * (my * pz - mz * py) + g * px;
      hy[i] += f * (mz * px - mx * pz) + g * py;
      hz[i] += f * (mx * py - my * px) + g * pz;
    }
  }

  /** The loop with the Vector API, in a class that a machine without it does not load. */
  private static final class ByVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private ByVector() {}

    private static DoubleVector all(double value) {
      return DoubleVector.broadcast(SPECIES, value);
    }

    static void add(
        SlonczewskiRows r,
        PaddedField m,
        int start,
        int first,
        int n,
        double[][] h,
        double[] numbers) {
      double[] x = m.x();
      double[] y = m.y();
      double[] z = m.z();
      double[] hx = h[0];
      double[] hy = h[1];
      double[] hz = h[2];
      final var px = all(r.p[0]);
      final var py = all(r.p[1]);
      final var pz = all(r.p[2]);
      final var one = all(numbers[0]);
      final var other = all(numbers[1]);
      final var sum = all(numbers[2]);
      final var slope = all(numbers[3]);
      for (int i = 0; i < n; i += SPECIES.length()) {
        var mx = load(x, start + i);
        var my = load(y, start + i);
        var mz = load(z, start + i);
        var s = load(r.strength, first + i);
        var along = mx.mul(px).add(my.mul(py)).add(mz.mul(pz));
        var f = s.mul(one.div(sum.add(slope.mul(along))));
        var g = s.mul(other);
        var ax = f.mul(my.mul(pz).sub(mz.mul(py))).add(g.mul(px));
        var ay = f.mul(mz.mul(px).sub(mx.mul(pz))).add(g.mul(py));
        var az = f.mul(mx.mul(py).sub(my.mul(px))).add(g.mul(pz));
        store(load(hx, i).add(ax), hx, i);
        store(load(hy, i).add(ay), hy, i);
        store(load(hz, i).add(az), hz, i);
      }
    }
  }
}
