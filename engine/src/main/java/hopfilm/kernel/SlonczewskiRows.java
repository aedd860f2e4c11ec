package hopfilm.kernel;

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
    if (t.through() == 0) {
      return;
    }
    int first = isOneRow ? 0 : at.row * n;
    double square = lambda * lambda;
    double one = t.through() * polarisation * square;
    double other = t.through() * secondary;
    add(t.m(), at.m, first, n, h, new double[] {one, other, square + 1, square - 1});
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
}
