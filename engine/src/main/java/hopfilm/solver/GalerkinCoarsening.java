package hopfilm.solver;

/**
 * Coarse matrices P^T A P for linear interpolation P along one axis, and the transfers P, P^T.
 *
 * <p>Coarse node I lies on fine node 2I and reaches the fine nodes 2I - 1 and 2I + 1 with weight
 * 1/2. An open axis with an even number of nodes gets a coarse node beyond its end (cells without
 * conductivity, as it were); a wrapped one with an odd number has two coarse neighbours on
 * neighbouring fine nodes at its seam. So every size can be halved, and the stencil keeps its nine
 * points. Coarsening x and then y equals bilinear interpolation.
 *
 * <p>Reference: W. L. Briggs, V. E. Henson, S. F. McCormick, A Multigrid Tutorial (2000),
 * doi:10.1137/1.9780898719505, chapter 10.
 */
final class GalerkinCoarsening {

  private GalerkinCoarsening() {}

  /** Whether an axis of n nodes can be halved. */
  static boolean possible(int n) {
    return n >= 3;
  }

  /** Number of coarse nodes of an axis of n nodes. */
  static int coarse(int n, boolean wrap) {
    return wrap ? (n + 1) / 2 : n / 2 + 1;
  }

  /** The seam of a wrapped axis with an odd number of nodes joins two coarse nodes directly. */
  static boolean seam(int n, boolean wrap) {
    return wrap && n % 2 == 1;
  }

  /** c = P^T f P along x, for all rows. */
  static void alongX(FloatStencil f, FloatStencil c) {
    boolean seam = seam(f.layout().nx(), f.layout().wrapX());
    int nc = c.layout().nx();
    for (int j = 0; j < c.layout().ny(); j++) {
      int start = c.layout().start(j);
      for (int i = 0; i < nc; i++) {
        boolean first = seam && i == 0;
        boolean last = seam && i == nc - 1;
        alongX(f, f.layout().start(j) + 2 * i, c, start + i, first ? 0 : .5f, last ? 0 : .5f);
      }
    }
    c.fillGhosts();
  }

  private static void alongX(FloatStencil f, int k, FloatStencil c, int o, float wl, float wr) {
    float[] n = f.north();
    float[] ne = f.northEast();
    float[] nw = f.northWest();
    int l = k - 1;
    int r = k + 1;
    // A seam (weight 0) joins the two coarse nodes by the fine coupling itself.
    float own = wr == 0 ? 1 : wr;
    float west = wl == 0 ? 1 : wl;
    c.centre()[o] =
        f.centre()[k]
            + (wl * wl * f.centre()[l] + wr * wr * f.centre()[r])
            + 2 * (wl * f.east()[l] + wr * f.east()[k]);
    c.east()[o] = own * f.east()[k] + wr * (wr * f.centre()[r] + f.east()[r]);
    c.north()[o] =
        n[k] + (wl * wl * n[l] + wr * wr * n[r]) + wl * (ne[l] + nw[k]) + wr * (nw[r] + ne[k]);
    c.northEast()[o] = own * ne[k] + wr * (wr * n[r] + ne[r]);
    c.northWest()[o] = west * nw[k] + wl * (wl * n[l] + nw[l]);
  }

  /** c = P^T f P along y, for all rows. */
  static void alongY(FloatStencil f, FloatStencil c) {
    boolean seam = seam(f.layout().ny(), f.layout().wrapY());
    int nc = c.layout().ny();
    for (int j = 0; j < nc; j++) {
      boolean first = seam && j == 0;
      boolean last = seam && j == nc - 1;
      alongY(f, 2 * j, c, j, first ? 0 : .5f, last ? 0 : .5f);
    }
    c.fillGhosts();
  }

  private static void alongY(FloatStencil f, int fine, FloatStencil c, int j, float wl, float wr) {
    float[] d = f.centre();
    float[] e = f.east();
    float[] n = f.north();
    float[] ne = f.northEast();
    float[] nw = f.northWest();
    int s = f.layout().stride();
    float own = wr == 0 ? 1 : wr;
    int k = f.layout().start(fine);
    int o = c.layout().start(j);
    for (int end = k + f.layout().nx(); k < end; k++, o++) {
      int l = k - s;
      int r = k + s;
      c.centre()[o] = d[k] + (wl * wl * d[l] + wr * wr * d[r]) + 2 * (wl * n[l] + wr * n[k]);
      c.north()[o] = own * n[k] + wr * (wr * d[r] + n[r]);
      c.east()[o] =
          e[k]
              + (wl * wl * e[l] + wr * wr * e[r])
              + wl * (ne[l] + nw[l + 1])
              + wr * (nw[k + 1] + ne[k]);
      c.northEast()[o] = own * ne[k] + wr * (wr * e[r] + ne[r]);
      c.northWest()[o] = own * nw[k] + wr * (wr * e[r - 1] + nw[r]);
    }
  }
}
