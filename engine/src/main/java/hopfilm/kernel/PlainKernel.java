package hopfilm.kernel;

/**
 * A uniform film of one layer in plain loops: what runs where the Vector API is missing. There
 * {@link GeneralKernel} would take half as long again, stage by stage, and round in another way.
 */
final class PlainKernel extends RowKernel {

  private final FilmCoefficients film;

  PlainKernel(PaddedLayout layout, FilmCoefficients film, Ghosts ghosts) {
    super(layout, ghosts, null);
    this.film = film;
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  boolean worksOnFewRows() {
    return true;
  }

  @Override
  double[] externalField() {
    return film.field();
  }

  @Override
  void row(Stage t, RowStarts at, Object scratch) {
    double[] x = t.m().x();
    double[] y = t.m().y();
    double[] z = t.m().z();
    int start = at.m;
    int north = at.offset(1, 1);
    int south = at.offset(1, -1);
    int v = at.film - start;
    double[] w = film.near().weight();
    double[] diag = film.diagonal();
    double[] field = t.field();
    double ax = film.near().chiral()[0];
    double bx = film.near().chiral()[1];
    double ay = film.near().chiral()[2];
    double by = film.near().chiral()[3];
    double p1 = film.motion()[0];
    double p2 = film.motion()[1];
    double q1 = film.motion()[2];
    double q2 = film.motion()[3];
    PaddedField added = t.added();
    Drift drift = t.drift();
    double ihx = drift == null ? 0 : film.near().gradient()[0] * drift.spin();
    double ihy = drift == null ? 0 : film.near().gradient()[1] * drift.spin();
    for (int c = start; c < start + layout().grid().nx(); c++) {
      double mx = x[c];
      double my = y[c];
      double mz = z[c];
      double gxx = x[c + 1] - x[c - 1];
      double gyx = y[c + 1] - y[c - 1];
      double gzx = z[c + 1] - z[c - 1];
      double gxy = x[c + north] - x[c + south];
      double gyy = y[c + north] - y[c + south];
      double gzy = z[c + north] - z[c + south];
      double hx =
          field[0]
              + diag[0] * mx
              + w[0] * (x[c + 1] + x[c - 1])
              + w[3] * (x[c + north] + x[c + south])
              + ax * gzx
              + ay * gzy;
      double hy =
          field[1]
              + diag[1] * my
              + w[1] * (y[c + 1] + y[c - 1])
              + w[4] * (y[c + north] + y[c + south])
              + bx * gzx
              + by * gzy;
      double hz =
          field[2]
              + diag[2] * mz
              + w[2] * (z[c + 1] + z[c - 1])
              + w[5] * (z[c + north] + z[c + south])
              - ax * gxx
              - ay * gxy
              - bx * gyx
              - by * gyy;
      if (added != null) {
        hx += added.x()[c + v];
        hy += added.y()[c + v];
        hz += added.z()[c + v];
      }
      double px = p1 * hx;
      double py = p1 * hy;
      double pz = p1 * hz;
      double qx = q1 * hx;
      double qy = q1 * hy;
      double qz = q1 * hz;
      if (drift != null) {
        double w1 = drift.start().x()[c + v] + t.since() * drift.slope().x()[c + v];
        double w2 = drift.start().y()[c + v] + t.since() * drift.slope().y()[c + v];
        double along = drift.conduction().ratio() * (mx * w1 + my * w2);
        double across = drift.conduction().hall() * mz;
        double ux = (w1 + along * mx + across * w2) * ihx;
        double uy = (w2 + along * my - across * w1) * ihy;
        double gx = ux * gxx + uy * gxy;
        double gy = ux * gyx + uy * gyy;
        double gz = ux * gzx + uy * gzy;
        px += p2 * gx;
        py += p2 * gy;
        pz += p2 * gz;
        qx += q2 * gx;
        qy += q2 * gy;
        qz += q2 * gz;
      }
      px += my * qz - mz * qy;
      py += mz * qx - mx * qz;
      pz += mx * qy - my * qx;
      t.finish(
          at,
          c - start,
          t.next(),
          c - start + at.next,
          mz * py - my * pz,
          mx * pz - mz * px,
          my * px - mx * py);
    }
  }
}
