package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hopfilm.AnyFilm;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kernel obeys Gilbert's equation as it is written, with the field of the energy terms:
 *
 * <pre>  dm/dt + gamma0 m x H - alpha m x dm/dt - tau = 0</pre>
 *
 * in random films. The kernels compute the solved form, fused and with ghost cells.
 */
@Tag("samples")
class GilbertLawTest {
  private static final double MU0 = 4e-7 * Math.PI;
  private static final double GAMMA0 = 2.211e5;
  private static final double HBAR = 1.054571817e-34;
  private static final double MUB = 9.2740100783e-24;

  private static List<LlgKernel> kernels(Magnet magnet, PaddedLayout layout) {
    List<LlgKernel> kernels = new ArrayList<>();
    kernels.add(LlgEquation.general(magnet, layout));
    kernels.add(LlgEquation.motion(magnet, layout, KernelChoice.PLAIN));
    if (Kernels.vectorAvailable()) {
      kernels.add(LlgEquation.motion(magnet, layout, KernelChoice.VECTOR));
    }
    return kernels;
  }

  /** The film's drift velocity w, here with the part along m that its conductivity adds. */
  static Drift drift(AnyFilm film, PaddedLayout layout) {
    Drift drift =
        new Drift(
            layout,
            Drift.Conduction.ofRatio(film.conductivity().ratio()),
            film.material().P().at(0));
    for (int c = 0; c < film.grid().cells(); c++) {
      int p = layout.start(c / film.grid().nx()) + c % film.grid().nx();
      drift.start().x()[p] = film.drift().x()[c];
      drift.start().y()[p] = film.drift().y()[c];
      if (drift.start().z() != null) {
        drift.start().z()[p] = film.drift().z()[c];
      }
    }
    return drift;
  }

  @ParameterizedTest
  @MethodSource("hopfilm.AnyFilm#all")
  void everyKernelObeysGilbertsEquation(AnyFilm film) {
    Magnet magnet = film.magnet();
    PaddedLayout layout = new PaddedLayout(film.grid(), film.magnet().bonds().reach());
    VectorField h = magnet.field(film.m());
    for (LlgKernel kernel : kernels(magnet, layout)) {
      PaddedField in = new PaddedField(layout);
      in.pack(film.m());
      kernel.fillGhosts(in);
      kernel.prepare(in, Parallel.SERIAL);
      for (Drift drift : new Drift[] {null, drift(film, layout).times(-0.7)}) {
        PaddedField out = new PaddedField(layout);
        kernel.rightHandSide(in, drift, 0, out, 0, layout.rows());
        VectorField rate = new VectorField(film.grid());
        out.unpack(rate);
        for (int c = 0; c < film.grid().cells(); c++) {
          if (film.mask().inside(c)) {
            assertGilbert(film, magnet, h, rate, drift == null ? 0 : -0.7, c, kernel.name());
          } else {
            // of either sign
            for (double v : at(rate, c)) {
              assertThat(v == 0).as(kernel.name()).isTrue();
            }
          }
        }
      }
    }
  }

  private static void assertGilbert(
      AnyFilm film,
      Magnet magnet,
      VectorField h,
      VectorField rate,
      double factor,
      int c,
      String kernel) {
    Material a = film.material();
    double[] m = at(film.m(), c);
    double[] v = at(rate, c);
    double[] w = at(film.drift(), c);
    double mw = film.conductivity().ratio() * dot(m, w);
    int axes = film.grid().nz() == 1 ? 2 : 3; // a film of one layer carries no current along z
    double[] current = new double[3];
    for (int k = 0; k < axes; k++) {
      current[k] = factor * (w[k] + mw * m[k]);
    }
    double[] p = {-current[1], current[0], 0};
    double[] mp = cross(m, p);
    // hbar j/(2 e mu0 Ms t) with w = muB j/(e Ms)
    double perDrift = HBAR / (2 * MU0 * MUB * film.grid().sizeZ());
    double dl = a.spinOrbit().dampingLike() * perDrift;
    double fl = a.spinOrbit().fieldLike() * perDrift;
    double[] field = at(h, c);
    for (int k = 0; k < 3; k++) {
      field[k] += dl * mp[k] + fl * p[k];
    }
    double[] g = new double[3];
    for (int k = 0; k < axes; k++) {
      // central difference of order 2, or (8, -1)/12 of order 4
      double[] weights =
          film.discretisation() == Discretisation.COVARIANT4
              ? new double[] {8.0 / 12, -1.0 / 12}
              : new double[] {0.5};
      for (int n = 1; n <= weights.length; n++) {
        double[] up = neighbour(film, magnet, c, k, 1, n);
        double[] down = neighbour(film, magnet, c, k, -1, n);
        double weight = a.P().at(0) * current[k] * weights[n - 1] / film.grid().cellSize(k);
        for (int i = 0; i < 3; i++) {
          g[i] += weight * (up[i] - down[i]);
        }
      }
    }
    double along = dot(g, m);
    for (int k = 0; k < 3; k++) {
      g[k] -= along * m[k];
    }
    double[] precession = cross(m, field);
    double[] damping = cross(m, v);
    double[] nonAdiabatic = cross(m, g);
    // rounding of the field, and of the exchange that cancels in it
    double tolerance =
        1e-12 * (GAMMA0 * (norm(at(h, c)) + norm(field)) + norm(g)) + cancelled(film, magnet, c);
    double worst = Math.abs(dot(v, m));
    for (int k = 0; k < 3; k++) {
      double tau = g[k] - a.xi() * nonAdiabatic[k];
      double rest = v[k] + GAMMA0 * precession[k] - a.alpha().at(c) * damping[k] - tau;
      worst = Math.max(worst, Math.abs(rest));
    }
    if (!(worst < tolerance)) { // a message for each cell takes long to make
      fail("%s, cell %d: %g 1/s of %g are left", kernel, c, worst, tolerance);
    }
  }

  /** Rounding of the exchange with up to six neighbours, 8e-16 gamma0 6 2A/(mu0 Ms dx^2) [1/s]. */
  private static double cancelled(AnyFilm film, Magnet magnet, int c) {
    double dx = Math.min(film.grid().dx(), film.grid().dy());
    if (magnet.bonds().hasAxis(2)) {
      dx = Math.min(dx, film.grid().dz());
    }
    double A = film.material().A().maxAbs();
    // with second neighbours 4/3 + 1/12 of that
    return 8e-16 * 17 * GAMMA0 * A / (MU0 * film.material().Ms().at(c) * dx * dx);
  }

  /** m of the next cell, or beyond a free edge the ghost of the discretisation. */
  private static double[] neighbour(
      AnyFilm film, Magnet magnet, int c, int k, int side, int cells) {
    int other = magnet.bonds().neighbour(c, k, side * cells);
    if (other >= 0) {
      return at(film.m(), other);
    }
    // the mirror image of what lies as far on this side of the edge
    int last = cells == 1 ? -1 : magnet.bonds().neighbour(c, k, side);
    int first = cells == 1 ? -1 : magnet.bonds().neighbour(c, k, -side);
    int image = last >= 0 ? last : first >= 0 ? first : c;
    int turns = cells == 1 || last >= 0 ? 1 : first >= 0 ? 3 : 2;
    double[] m = at(film.m(), image);
    double[] d = new double[3];
    if (film.material().dmi() == DmiKind.BULK) {
      d[k] = 1;
    } else if (k == 2) {
      return m; // the interfacial interaction does not turn along z
    } else {
      d[1 - k] = k == 0 ? 1 : -1; // z x e_k
    }
    double eps =
        turns
            * side
            * film.material().D().at(c)
            * film.grid().cellSize(k)
            / (2 * film.material().A().at(c));
    double[] turn = cross(d, m);
    double dm = dot(d, m);
    double[] ghost = new double[3];
    for (int i = 0; i < 3; i++) {
      ghost[i] =
          film.discretisation() != Discretisation.STANDARD
              ? m[i] * Math.cos(eps) + turn[i] * Math.sin(eps) + d[i] * dm * (1 - Math.cos(eps))
              : (m[i] + eps * turn[i] + eps * eps * dm * d[i]) / (1 + eps * eps);
    }
    if (film.discretisation() == Discretisation.STANDARD) {
      // the equation that defines it: m_g - side eps d x m_g = m
      double[] back = cross(d, ghost);
      for (int i = 0; i < 3; i++) {
        assertThat(Math.abs(ghost[i] - eps * back[i] - m[i])).isLessThan(1e-14);
      }
    }
    return ghost;
  }

  private static double[] at(VectorField f, int c) {
    return new double[] {f.x()[c], f.y()[c], f.z()[c]};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
