package hopfilm.transport;

import hopfilm.grid.VectorField;

/** The conductivity of one cell after another [S/m]. */
final class CellTensor {
  private final AmrConductivity sigma;
  private final double[] s = new double[9];

  CellTensor(AmrConductivity sigma) {
    this.sigma = sigma;
  }

  /**
   * Takes that of a cell.
   *
   * @param m magnetisation of the cells
   * @param factor of the conductivity of that cell
   */
  void at(VectorField m, double factor, int cell) {
    at(m.x()[cell], m.y()[cell], m.z()[cell], factor);
  }

  /**
   * Takes that of a unit vector m.
   *
   * @param factor of the conductivity
   */
  void at(double mx, double my, double mz, double factor) {
    double delta = sigma.sDelta();
    double hall = sigma.sPerp() * sigma.hallRatio();
    double[] m = {mx, my, mz};
    for (int a = 0; a < 3; a++) {
      int b = (a + 1) % 3;
      int c = (a + 2) % 3;
      double mixed = sigma.planarHall() ? delta * m[a] * m[b] : 0;
      s[4 * a] = sigma.sPerp() + delta * m[a] * m[a];
      s[3 * a + b] = mixed + hall * m[c];
      s[3 * b + a] = mixed - hall * m[c];
    }
    for (int k = 0; k < 9; k++) {
      s[k] *= factor;
    }
  }

  /** Takes off another one. */
  void less(CellTensor other) {
    for (int k = 0; k < 9; k++) {
      s[k] -= other.s[k];
    }
  }

  /** Sum of Sigma_ab F_ab, with F as {@link CellProducts} gives it. */
  double times(double[] f) {
    double sum = 0;
    for (int k = 0; k < 9; k++) {
      sum += s[k] * f[k];
    }
    return sum;
  }
}
