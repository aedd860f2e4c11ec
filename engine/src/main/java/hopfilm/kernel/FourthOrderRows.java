package hopfilm.kernel;

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
    boolean isOneRow, double[] uniaxial, double[][] axis, double[] cubic, double[][] cubicAxes) {

  /** Behind the last number. */
  public static final int ROOM = PaddedLayout.LEAD;

  /** Where the numbers of a row begin. */
  int first(int row, int nx) {
    return isOneRow ? 0 : row * nx;
  }

  /**
   * Adds the field of a row.
   *
   * @param row its number in the film
   * @param nx its cells
   * @param h field of the row by component, from 0
   */
  void add(PaddedField m, int start, int row, int nx, double[][] h) {
    int first = first(row, nx);
    if (uniaxial != null) {
      addUniaxial(m, start, first, nx, h);
    }
    if (cubic != null) {
      addCubic(m, start, first, nx, h);
    }
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
}
