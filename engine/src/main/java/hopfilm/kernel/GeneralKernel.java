package hopfilm.kernel;

import java.util.List;

/** Any magnet on any grid, bond by bond in plain loops: a row along one axis after the other. */
final class GeneralKernel extends RowKernel {

  private final CellCoefficients magnet;
  private final int axes;
  private final List<LocalField> local;

  GeneralKernel(
      PaddedLayout layout, CellCoefficients magnet, Ghosts ghosts, List<LocalField> local) {
    super(layout, ghosts, magnet.empty());
    this.magnet = magnet;
    this.local = local;
    this.axes = layout.grid().nz() > 1 ? 3 : 2;
  }

  /** Field, gradient along u and velocity of the cells of a row. */
  static final class Work {
    private final double[][] h;
    private final double[][] g;
    private final double[][] u;
    private final int n;

    Work(int nx) {
      n = nx;
      h = new double[3][nx];
      g = new double[3][nx];
      u = new double[3][nx];
    }
  }

  @Override
  public String name() {
    return "general";
  }

  @Override
  double[] externalField() {
    return magnet.field().external();
  }

  @Override
  Object scratch() {
    return new Work(layout().grid().nx());
  }

  @Override
  void row(Stage t, RowStarts at, Object scratch) {
    Work w = (Work) scratch;
    int first = at.row * layout().grid().nx();
    local(t, at, first, w);
    if (t.drift() != null) {
      velocity(t, at, w);
      if (magnet.spinOrbit().dampingLike() != 0 || magnet.spinOrbit().fieldLike() != 0) {
        spinOrbit(t, at.m, w);
      }
    }
    for (int k = 0; k < axes; k++) {
      for (int side = -1; side <= 1; side += 2) {
        for (int n = 1; n <= magnet.bonds().reach(); n++) {
          neighbours(t, at, first, k, side, n, w);
        }
      }
    }
    move(t, at, first, w);
  }

  private void local(Stage t, RowStarts at, int first, Work w) {
    int start = at.m;
    double[][] h = w.h;
    PaddedField m = t.m();
    double[] field = t.field();
    double[] ex = magnet.field().axis()[0];
    double[] ey = magnet.field().axis()[1];
    double[] ez = magnet.field().axis()[2];
    double[] ku = magnet.field().anisotropy();
    double[] fx = magnet.field().local()[0];
    double[] fy = magnet.field().local()[1];
    double[] fz = magnet.field().local()[2];
    for (int i = 0; i < w.n; i++) {
      double x = m.x()[start + i];
      double y = m.y()[start + i];
      double z = m.z()[start + i];
      int cell = first + i;
      double me = ku[cell] * (x * ex[cell] + y * ey[cell] + z * ez[cell]);
      h[0][i] = field[0] + fx[cell] * x + me * ex[cell];
      h[1][i] = field[1] + fy[cell] * y + me * ey[cell];
      h[2][i] = field[2] + fz[cell] * z + me * ez[cell];
    }
    if (t.added() != null) {
      add(t.added(), first / layout().grid().nx(), w);
    }
    for (LocalField f : local) {
      f.add(t, at, w.n, h);
    }
  }

  private void add(PaddedField added, int row, Work w) {
    int start = layout().start(row);
    for (int c = 0; c < 3; c++) {
      double[] from = added.component(c);
      for (int i = 0; i < w.n; i++) {
        w.h[c][i] += from[start + i];
      }
    }
  }

  private static void velocity(Stage t, RowStarts at, Work w) {
    Drift d = t.drift();
    double ratio = d.conduction().ratio();
    double hall = d.conduction().hall();
    boolean planarHall = d.conduction().planarHall();
    for (int i = 0; i < w.n; i++) {
      int m = at.m + i;
      int c = at.film + i;
      double x = t.m().x()[m];
      double y = t.m().y()[m];
      double w1 = d.start().x()[c] + t.since() * d.slope().x()[c];
      double w2 = d.start().y()[c] + t.since() * d.slope().y()[c];
      if (d.start().z() != null) {
        double z = t.m().z()[m];
        double w3 = d.start().z()[c] + t.since() * d.slope().z()[c];
        double along = x * w1 + y * w2 + z * w3;
        w.u[0][i] = w1 + ratio * (planarHall ? along : x * w1) * x + hall * (w2 * z - w3 * y);
        w.u[1][i] = w2 + ratio * (planarHall ? along : y * w2) * y + hall * (w3 * x - w1 * z);
        w.u[2][i] = w3 + ratio * (planarHall ? along : z * w3) * z + hall * (w1 * y - w2 * x);
      } else {
        double hz = hall * t.m().z()[m];
        double px = planarHall ? x * w1 + y * w2 : x * w1;
        double py = planarHall ? px : y * w2;
        w.u[0][i] = w1 + ratio * px * x + hz * w2;
        w.u[1][i] = w2 + ratio * py * y - hz * w1;
      }
      w.g[0][i] = w.g[1][i] = w.g[2][i] = 0;
    }
  }

  /** Adds dampingLike m x p + fieldLike p, with p = z x w in the place of the unit vector. */
  private void spinOrbit(Stage t, int start, Work w) {
    double dl = t.drift().factor() * magnet.spinOrbit().dampingLike();
    double fl = t.drift().factor() * magnet.spinOrbit().fieldLike();
    for (int i = 0; i < w.n; i++) {
      int c = start + i;
      double px = -w.u[1][i];
      double py = w.u[0][i];
      double z = t.m().z()[c];
      w.h[0][i] += fl * px - dl * z * py;
      w.h[1][i] += fl * py + dl * z * px;
      w.h[2][i] += dl * (t.m().x()[c] * py - t.m().y()[c] * px);
    }
  }

  /** Adds what the n-th neighbours on one side do; a bond's part in the own cell is in local. */
  private void neighbours(Stage t, RowStarts at, int first, int k, int side, int n, Work w) {
    int start = at.m;
    int b = 3 * (n - 1) + k;
    int a = magnet.bonds().turnAxis()[k];
    int p = (a + 1) % 3;
    int q = (a + 2) % 3;
    double[] ma = t.m().component(a);
    double[] mp = t.m().component(p);
    double[] mq = t.m().component(q);
    int[] neighbour = magnet.bonds().neighbour()[side < 0 ? 2 * b : 2 * b + 1];
    double[] perp = magnet.bonds().perp()[b];
    double[] par = magnet.bonds().par()[b];
    double[] cross = magnet.bonds().cross()[b];
    double[] cosine = magnet.edges().cosine()[k];
    double[] sine = magnet.edges().sine()[k];
    double[] ha = w.h[a];
    double[] hp = w.h[p];
    double[] hq = w.h[q];
    double[] ga = w.g[a];
    double[] gp = w.g[p];
    double[] gq = w.g[q];
    boolean moves = t.drift() != null && k < t.drift().components();
    double[] inverse = magnet.field().inverse();
    double half = side * magnet.gradient().weight()[n - 1] / (2 * magnet.gradient().cellSize()[k]);
    double f = moves ? half * t.drift().spin() : 0;
    int step = at.offset(k, side);
    for (int i = 0; i < w.n; i++) {
      int cell = first + i;
      int c = start + i;
      int other = neighbour[cell];
      double na;
      double np;
      double nq;
      if (other >= 0) {
        // a periodic neighbour stands in the ghost cells too
        int there = c + n * step;
        na = ma[there];
        np = mp[there];
        nq = mq[there];
        int bond = side < 0 ? other : cell;
        double scale = inverse[cell];
        ha[i] += scale * par[bond] * na;
        hp[i] += scale * (perp[bond] * np + side * cross[bond] * nq);
        hq[i] += scale * (perp[bond] * nq - side * cross[bond] * np);
      } else {
        // the mirror image of cell -at turns by as many bonds as lie between
        int image =
            n == 1 ? 0 : MirrorImages.imageOffset(magnet.bonds().neighbour(), cell, k, side);
        double s = side * sine[cell];
        na = ma[c + image * step];
        np = mp[c + image * step];
        nq = mq[c + image * step];
        for (int turn = n - image; turn > 0; turn--) {
          double p0 = np;
          np = cosine[cell] * np - s * nq;
          nq = cosine[cell] * nq + s * p0;
        }
      }
      if (moves) {
        double u = f * w.u[k][i];
        ga[i] += u * na;
        gp[i] += u * np;
        gq[i] += u * nq;
      }
    }
  }

  private void move(Stage t, RowStarts at, int first, Work w) {
    double gamma0 = magnet.motion().gamma0();
    double xi = magnet.motion().xi();
    double[] damping = magnet.motion().alpha();
    boolean[] frozen = magnet.motion().frozen();
    double[] inverse = magnet.field().inverse();
    boolean descent = gamma0 == 0;
    boolean moves = t.drift() != null;
    double[][] h = w.h;
    double[][] g = w.g;
    for (int i = 0; i < w.n; i++) {
      int c = at.m + i;
      if (inverse[first + i] == 0) {
        t.finish(at, i, t.next(), at.next + i, 0, 0, 0);
        continue;
      }
      if (frozen[first + i]) {
        t.keep(at, i, t.next(), at.next + i);
        continue;
      }
      double alpha = damping[first + i];
      double f = descent ? 1 : 1 / (1 + alpha * alpha);
      double p1 = f * gamma0;
      double q1 = descent ? 1 : f * alpha * gamma0;
      double p2 = moves ? f * (xi - alpha) : 0;
      double q2 = moves ? f * (1 + alpha * xi) : 0;
      double x = t.m().x()[c];
      double y = t.m().y()[c];
      double z = t.m().z()[c];
      double qx = q1 * h[0][i] + q2 * g[0][i];
      double qy = q1 * h[1][i] + q2 * g[1][i];
      double qz = q1 * h[2][i] + q2 * g[2][i];
      double px = p1 * h[0][i] + p2 * g[0][i] + y * qz - z * qy;
      double py = p1 * h[1][i] + p2 * g[1][i] + z * qx - x * qz;
      double pz = p1 * h[2][i] + p2 * g[2][i] + x * qy - y * qx;
      t.finish(at, i, t.next(), at.next + i, z * py - y * pz, x * pz - z * px, y * px - x * py);
    }
  }
}
