package hopfilm.kernel;

/** Any magnet on any grid, bond by bond in plain loops. */
final class GeneralKernel extends RowKernel {

  private final CellCoefficients magnet;
  private final int axes;

  GeneralKernel(PaddedLayout layout, CellCoefficients magnet, Ghosts ghosts) {
    super(layout, ghosts);
    this.magnet = magnet;
    this.axes = layout.grid().nz() > 1 ? 3 : 2;
  }

  @Override
  public String name() {
    return "general";
  }

  @Override
  void row(Stage t, int row, int start) {
    int nx = layout().grid().nx();
    double[] h = new double[3];
    double[] g = new double[3];
    double[] m = new double[3];
    double[] n = new double[3];
    for (int i = 0; i < nx; i++) {
      int cell = row * nx + i;
      int c = start + i;
      load(t.m(), c, m);
      if (magnet.inverse()[cell] == 0) {
        t.finish(c, 0, 0, 0);
        continue;
      }
      local(cell, m, h);
      double[] u = drift(t, c, m);
      g[0] = g[1] = g[2] = 0;
      for (int k = 0; k < axes; k++) {
        for (int side = -1; side <= 1; side += 2) {
          int other = magnet.neighbour()[side < 0 ? 2 * k : 2 * k + 1][cell];
          if (other >= 0) {
            load(t.m(), padded(other), n);
            bond(side < 0 ? other : cell, cell, k, side, n, h);
          } else {
            ghost(cell, k, side, m, n);
          }
          if (u != null && k < 2) {
            double f = side * u[k] / (2 * magnet.cellSize()[k]);
            g[0] += f * n[0];
            g[1] += f * n[1];
            g[2] += f * n[2];
          }
        }
      }
      move(t, c, cell, m, h, g);
    }
  }

  private int padded(int cell) {
    int nx = layout().grid().nx();
    return layout().start(cell / nx) + cell % nx;
  }

  private static void load(PaddedField f, int c, double[] v) {
    v[0] = f.x()[c];
    v[1] = f.y()[c];
    v[2] = f.z()[c];
  }

  private void local(int cell, double[] m, double[] h) {
    double[] e = magnet.axis();
    double me = magnet.anisotropy()[cell] * (m[0] * e[0] + m[1] * e[1] + m[2] * e[2]);
    for (int c = 0; c < 3; c++) {
      h[c] = magnet.field()[c] + magnet.local()[c][cell] * m[c] + me * e[c];
    }
  }

  /** Adds what the neighbour n on the given side does; the bond's own-cell part is in local. */
  private void bond(int bond, int cell, int k, int side, double[] n, double[] h) {
    int a = magnet.turnAxis()[k];
    int p = (a + 1) % 3;
    int q = (a + 2) % 3;
    double scale = magnet.inverse()[cell];
    double perp = scale * magnet.perp()[k][bond];
    double cross = side * scale * magnet.cross()[k][bond];
    h[a] += scale * magnet.par()[k][bond] * n[a];
    h[p] += perp * n[p] + cross * n[q];
    h[q] += perp * n[q] - cross * n[p];
  }

  private void ghost(int cell, int k, int side, double[] m, double[] n) {
    int a = magnet.turnAxis()[k];
    int p = (a + 1) % 3;
    int q = (a + 2) % 3;
    double c = magnet.ghostCosine()[k][cell];
    double s = side * magnet.ghostSine()[k][cell];
    n[a] = m[a];
    n[p] = c * m[p] - s * m[q];
    n[q] = c * m[q] + s * m[p];
  }

  private static double[] drift(Stage t, int c, double[] m) {
    Drift d = t.drift();
    if (d == null) {
      return null;
    }
    double w1 = d.x0()[c] + t.s() * d.x1()[c];
    double w2 = d.y0()[c] + t.s() * d.y1()[c];
    double along = d.ratio() * (m[0] * w1 + m[1] * w2);
    return new double[] {w1 + along * m[0], w2 + along * m[1]};
  }

  private void move(Stage t, int c, int cell, double[] m, double[] h, double[] g) {
    double alpha = magnet.alpha()[cell];
    double xi = magnet.xi();
    double f = magnet.gamma0() == 0 ? 1 : 1 / (1 + alpha * alpha);
    double p1 = f * magnet.gamma0();
    double q1 = magnet.gamma0() == 0 ? 1 : f * alpha * magnet.gamma0();
    double p2 = f * (xi - alpha);
    double q2 = f * (1 + alpha * xi);
    double qx = q1 * h[0] + q2 * g[0];
    double qy = q1 * h[1] + q2 * g[1];
    double qz = q1 * h[2] + q2 * g[2];
    double px = p1 * h[0] + p2 * g[0] + m[1] * qz - m[2] * qy;
    double py = p1 * h[1] + p2 * g[1] + m[2] * qx - m[0] * qz;
    double pz = p1 * h[2] + p2 * g[2] + m[0] * qy - m[1] * qx;
    t.finish(c, m[2] * py - m[1] * pz, m[0] * pz - m[2] * px, m[1] * px - m[0] * py);
  }
}
