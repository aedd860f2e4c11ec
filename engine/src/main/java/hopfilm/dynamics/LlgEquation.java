package hopfilm.dynamics;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.HBAR;
import static hopfilm.units.Constants.MU0;
import static hopfilm.units.Constants.MUB;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.CellCoefficients;
import hopfilm.kernel.FilmCoefficients;
import hopfilm.kernel.FilmCoefficients.Neighbours;
import hopfilm.kernel.Ghosts;
import hopfilm.kernel.KernelChoice;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;

/**
 * The Landau-Lifshitz-Gilbert equation with spin-transfer torque in its solved form,
 *
 * <pre>
 *   dm/dt = -gamma0 m x H + alpha m x dm/dt + tau,   tau = (u.grad) m - xi m x (u.grad) m
 *   (1 + alpha^2) dm/dt = -gamma0 m x H - alpha gamma0 m x (m x H) + tau + alpha m x tau
 * </pre>
 *
 * with (u.grad) m made perpendicular to m, handed to the kernel that fits the magnet. There is no
 * factor 1/(1 + xi^2).
 *
 * <p>Zhang and Li, Phys. Rev. Lett. 93, 127204 (2004), doi:10.1103/PhysRevLett.93.127204; Thiaville
 * et al., Europhys. Lett. 69, 990 (2005), doi:10.1209/epl/i2004-10452-6. Positive u is along the
 * charge current: a texture moves along -u.
 */
public final class LlgEquation {

  private LlgEquation() {}

  /**
   * The kernel of the equation of motion of a magnet.
   *
   * @throws IllegalArgumentException if the layout has fewer ghosts than the magnet's bonds reach
   *     cells
   */
  public static LlgKernel motion(Magnet magnet, PaddedLayout layout, KernelChoice choice) {
    return motion(magnet, layout, choice, null);
  }

  /** Kernel of the equation of motion with a thermal field [A/m], read at each stage; or null. */
  static LlgKernel motion(
      Magnet magnet, PaddedLayout layout, KernelChoice choice, VectorField noise) {
    return kernel(magnet, layout, choice, GAMMA0, noise);
  }

  /** A kernel whose right-hand side is -m x (m x H) [A/m], the direction of descent. */
  static LlgKernel descent(Magnet magnet, PaddedLayout layout, KernelChoice choice) {
    return kernel(magnet, layout, choice, 0, null);
  }

  /** The kernel that fits any magnet, where {@link #motion} would take a faster one. */
  static LlgKernel general(Magnet magnet, PaddedLayout layout) {
    return general(magnet, layout, null);
  }

  /** The general kernel with a thermal field [A/m], or null. */
  static LlgKernel general(Magnet magnet, PaddedLayout layout, VectorField noise) {
    requireGhosts(magnet, layout);
    return withFields(
        Kernels.general(layout, cells(magnet, GAMMA0), ghosts(magnet)), magnet, noise);
  }

  private static LlgKernel kernel(
      Magnet magnet, PaddedLayout layout, KernelChoice choice, double gamma0, VectorField noise) {
    requireGhosts(magnet, layout);
    LlgKernel rows =
        hasAddedField(magnet, noise)
            ? Kernels.general(layout, cells(magnet, gamma0), ghosts(magnet))
            : local(magnet, layout, choice, gamma0);
    return withFields(rows, magnet, noise);
  }

  private static LlgKernel local(
      Magnet magnet, PaddedLayout layout, KernelChoice choice, double gamma0) {
    if (isPlainFilm(magnet) && Kernels.hasFilm(magnet.bonds().reach(), choice)) {
      return Kernels.film(layout, film(magnet, gamma0), ghosts(magnet), choice);
    }
    CellCoefficients cells = cells(magnet, gamma0);
    if (Kernels.vectors(choice)) {
      CommonCells common = CommonCells.of(magnet);
      if (common != null && isPlainFilm(common.film())) {
        return Kernels.mostlyUniform(
            layout, film(common.film(), gamma0), cells, common.others(), ghosts(common.film()));
      }
    }
    return Kernels.general(layout, cells, ghosts(magnet));
  }

  private static void requireGhosts(Magnet magnet, PaddedLayout layout) {
    int reach = magnet.bonds().reach();
    if (layout.ghosts() < reach) {
      throw new IllegalArgumentException(
          "bonds that reach %d cells need as many ghosts, not %d"
              .formatted(reach, layout.ghosts()));
    }
  }

  private static LlgKernel withFields(LlgKernel rows, Magnet magnet, VectorField noise) {
    return hasAddedField(magnet, noise) ? new AddedFieldKernel(rows, magnet, noise) : rows;
  }

  private static boolean hasAddedField(Magnet magnet, VectorField noise) {
    return magnet.demag() == DemagKind.ON || !magnet.addedTerms().isEmpty() || noise != null;
  }

  private static boolean isPlainFilm(Magnet magnet) {
    EasyAxis e = magnet.material().axis();
    int along = 0;
    for (int c = 0; c < 3; c++) {
      along += e.at(c, 0) != 0 ? 1 : 0;
    }
    return magnet.material().isUniform()
        && magnet.material().spinOrbit().isNone()
        && !magnet.hasFrozen()
        && magnet.grid().nz() == 1
        && along == 1;
  }

  static Ghosts ghosts(Magnet magnet) {
    double[] cosine = new double[3];
    double[] sine = new double[3];
    int[] turn = new int[3];
    for (int k = 0; k < 3; k++) {
      turn[k] = magnet.material().dmi().turnAxis(k);
      double[] cs = ghost(magnet, k, 0);
      cosine[k] = cs[0];
      sine[k] = cs[1];
    }
    return new Ghosts(cosine, sine, turn);
  }

  /** Cosine and sine of the turn to the ghost of a cell, D counted along the positive turn axis. */
  private static double[] ghost(Magnet magnet, int k, int cell) {
    Material a = magnet.material();
    if (a.A().at(cell) == 0) {
      return new double[] {1, 0};
    }
    double d = a.dmi().turnSign(k) * a.D().at(cell);
    double eps = d * magnet.grid().cellSize(k) / (2 * a.A().at(cell));
    if (magnet.discretisation() != Discretisation.STANDARD) {
      return new double[] {Math.cos(eps), Math.sin(eps)};
    }
    // m_g -+ eps d x m_g = m
    return new double[] {1 / (1 + eps * eps), eps / (1 + eps * eps)};
  }

  private static FilmCoefficients film(Magnet magnet, double gamma0) {
    Material a = magnet.material();
    double inverse = 1 / (MU0 * a.Ms().at(0));
    double[][] weight = new double[2][3];
    double[] chiral = new double[4];
    double[] diagonal = new double[3];
    double[][] far = new double[2][3];
    double[] farChiral = new double[4];
    int reach = magnet.bonds().reach();
    for (int k = 0; k < 2; k++) {
      int turn = a.dmi().turnAxis(k);
      for (int length = 1; length <= reach; length++) {
        double[] weights = length == 1 ? weight[k] : far[k];
        for (int c = 0; c < 3; c++) {
          double w = magnet.bonds().innerWeight(k, length, c) * inverse;
          weights[c] = w;
          diagonal[c] -= 2 * w;
        }
        double cross = magnet.bonds().innerChiral(k, length) * inverse;
        double[] skew = length == 1 ? chiral : farChiral;
        if (turn == 0) {
          skew[2 + k] = cross;
        } else {
          skew[k] = -cross;
        }
      }
    }
    // what all components share is a multiple of m and makes no torque
    double shared = diagonal[0];
    for (int c = 0; c < 3; c++) {
      diagonal[c] -= shared;
      diagonal[c] += 2 * a.Ku().at(0) * inverse * a.axis().at(c, 0) * a.axis().at(c, 0);
    }
    if (magnet.demag() == DemagKind.LOCAL) {
      diagonal[2] -= a.Ms().at(0);
    }
    for (int c = 0; c < 3 && magnet.dipolar() != null; c++) {
      diagonal[c] += magnet.dipolar().self(c) * a.Ms().at(0);
    }
    double alpha = a.alpha().at(0);
    double f = 1 / (1 + alpha * alpha);
    double[] motion =
        gamma0 == 0
            ? new double[] {0, 0, 1, 0}
            : new double[] {
              gamma0 * f, (a.xi() - alpha) * f, alpha * gamma0 * f, (1 + alpha * a.xi()) * f
            };
    double[] gradient = magnet.discretisation().gradientWeights();
    double halfX = 0.5 / magnet.grid().dx();
    double halfY = 0.5 / magnet.grid().dy();
    Neighbours first =
        new Neighbours(weight[0], weight[1], chiral, gradient[0] * halfX, gradient[0] * halfY);
    Neighbours second =
        reach == 1
            ? null
            : new Neighbours(far[0], far[1], farChiral, gradient[1] * halfX, gradient[1] * halfY);
    return new FilmCoefficients(first, second, diagonal, magnet.externalField(), motion);
  }

  static CellCoefficients cells(Magnet magnet, double gamma0) {
    Grid grid = magnet.grid();
    Material a = magnet.material();
    int n = grid.cells();
    int reach = magnet.bonds().reach();
    int[][] neighbour = new int[6 * reach][n];
    double[][] perp = new double[3 * reach][n];
    double[][] par = new double[3 * reach][n];
    double[][] cross = new double[3 * reach][n];
    double[][] local = new double[3][n];
    double[][] cosine = new double[3][n];
    double[][] sine = new double[3][n];
    double[] inverse = new double[n];
    double[] anisotropy = new double[n];
    double[][] axis = new double[3][n];
    double[] alpha = new double[n];
    boolean[] frozen = new boolean[n];
    int[] turn = new int[3];
    for (int cell = 0; cell < n; cell++) {
      double ms = a.Ms().at(cell);
      inverse[cell] = ms == 0 ? 0 : 1 / (MU0 * ms);
      anisotropy[cell] = 2 * a.Ku().at(cell) * inverse[cell];
      alpha[cell] = a.alpha().at(cell);
      frozen[cell] = magnet.isFrozen(cell);
      for (int c = 0; c < 3; c++) {
        axis[c][cell] = a.axis().at(c, cell);
      }
      if (magnet.demag() == DemagKind.LOCAL) {
        local[2][cell] -= ms;
      }
      for (int c = 0; c < 3 && magnet.dipolar() != null; c++) {
        local[c][cell] += magnet.dipolar().self(c) * ms;
      }
    }
    for (int k = 0; k < 3; k++) {
      turn[k] = a.dmi().turnAxis(k);
      for (int cell = 0; cell < n && magnet.bonds().hasAxis(k); cell++) {
        double[] cs = ghost(magnet, k, cell);
        cosine[k][cell] = cs[0];
        sine[k][cell] = cs[1];
        for (int c = 0; c < 3; c++) {
          local[c][cell] += magnet.bonds().edgeWeight(k, cell, c) * inverse[cell];
        }
        for (int length = 1; length <= reach; length++) {
          int b = 3 * (length - 1) + k;
          for (int side = 0; side < 2; side++) {
            int other = magnet.bonds().neighbour(cell, k, side == 0 ? -length : length);
            neighbour[2 * b + side][cell] = other;
            for (int c = 0; c < 3 && other >= 0; c++) {
              int low = side == 0 ? other : cell;
              local[c][cell] -= magnet.bonds().weight(k, low, length, c) * inverse[cell];
            }
          }
          if (neighbour[2 * b + 1][cell] >= 0) {
            par[b][cell] = magnet.bonds().weight(k, cell, length, turn[k]);
            perp[b][cell] = magnet.bonds().weight(k, cell, length, (turn[k] + 1) % 3);
            cross[b][cell] = magnet.bonds().chiral(k, cell, length);
          }
        }
      }
    }
    double[] cellSize = {grid.dx(), grid.dy(), grid.dz()};
    return new CellCoefficients(
        new CellCoefficients.Bonds(reach, neighbour, turn, perp, par, cross),
        new CellCoefficients.Edges(cosine, sine),
        new CellCoefficients.Gradient(magnet.discretisation().gradientWeights(), cellSize),
        new CellCoefficients.Field(magnet.externalField(), local, inverse, anisotropy, axis),
        new CellCoefficients.Motion(gamma0, a.xi(), alpha, frozen),
        new CellCoefficients.SpinOrbit(
            spinOrbit(magnet, a.spinOrbit().dampingLike()),
            spinOrbit(magnet, a.spinOrbit().fieldLike())));
  }

  /**
   * Field of the spin-orbit torque by the drift velocity w = muB j/(e Ms): Ms falls out, hbar j/(2
   * e mu0 Ms t) = hbar w/(2 mu0 muB t).
   */
  static double spinOrbit(Magnet magnet, double efficiency) {
    return HBAR * efficiency / (2 * MU0 * MUB * magnet.grid().sizeZ());
  }
}
