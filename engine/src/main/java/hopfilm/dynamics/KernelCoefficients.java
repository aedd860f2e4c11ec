package hopfilm.dynamics;

import static hopfilm.units.Constants.E;
import static hopfilm.units.Constants.HBAR;
import static hopfilm.units.Constants.MU0;
import static hopfilm.units.Constants.MUB;

import hopfilm.grid.Grid;
import hopfilm.kernel.CellCoefficients;
import hopfilm.kernel.FilmCoefficients;
import hopfilm.kernel.FilmCoefficients.Neighbours;
import hopfilm.kernel.FourthOrderRows;
import hopfilm.kernel.Ghosts;
import hopfilm.kernel.LayerExchangeRows;
import hopfilm.kernel.LocalField;
import hopfilm.kernel.SlonczewskiRows;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.FourthOrder;
import hopfilm.magnet.LayerExchange;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.SlonczewskiTorque;
import hopfilm.magnet.SpinOrbitTorque;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * The numbers that the kernels need, from a magnet: those of {@link #film} for the plain kernel and
 * for all that the cells of a fused loop share, those of {@link #cells} for the general kernel and
 * for all that varies. A new term of the energy needs both.
 */
final class KernelCoefficients {

  private KernelCoefficients() {}

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

  /**
   * The common numbers of the cells of a film; those of bonds are in J/m^3 where Ms varies.
   *
   * @param gamma0 gyromagnetic ratio, 0 for the direction of descent
   */
  static FilmCoefficients film(CommonMaterial common, double gamma0) {
    Magnet magnet = common.film();
    Material a = magnet.material();
    boolean isScaled = !common.kind().variesInMotion();
    double inverse = 1 / (MU0 * a.Ms().at(0));
    double scale = isScaled ? inverse : 1;
    Neighbours near = neighbours(magnet, 1, scale);
    Neighbours far = magnet.bonds().reach() == 1 ? null : neighbours(magnet, 2, scale);
    double[] diagonal = new double[3];
    int axes = magnet.grid().nz() > 1 ? 3 : 2;
    for (int k = 0; k < axes; k++) {
      for (int c = 0; c < 3; c++) {
        diagonal[c] -= 2 * near.weight()[3 * k + c];
        diagonal[c] -= far == null ? 0 : 2 * far.weight()[3 * k + c];
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
    double alpha = a.alpha().at(0);
    double f = 1 / (1 + alpha * alpha);
    double[] motion =
        gamma0 == 0
            ? new double[] {0, 0, 1, 0}
            : new double[] {
              gamma0 * f, (a.xi() - alpha) * f, alpha * gamma0 * f, (1 + alpha * a.xi()) * f
            };
    return new FilmCoefficients(
        near, far, diagonal, magnet.externalField(), motion, spinOrbit(magnet));
  }

  private static Neighbours neighbours(Magnet magnet, int length, double scale) {
    DmiKind dmi = magnet.material().dmi();
    double[] weight = new double[9];
    double[] chiral = new double[5];
    double[] gradient = new double[3];
    for (int k = 0; k < 3; k++) {
      gradient[k] =
          magnet.discretisation().gradientWeights()[length - 1] * (0.5 / magnet.grid().cellSize(k));
      for (int c = 0; c < 3; c++) {
        weight[3 * k + c] = magnet.bonds().innerWeight(k, length, c) * scale;
      }
      double cross = magnet.bonds().innerChiral(k, length) * scale;
      if (k == 2) {
        chiral[4] = cross;
      } else if (dmi.turnAxis(k) == 0) {
        chiral[2 * k + 1] = cross;
      } else {
        chiral[2 * k] = -cross;
      }
    }
    return new Neighbours(weight, chiral, gradient);
  }

  /**
   * Field of the spin-orbit torque by the drift velocity w = muB j/(e Ms): Ms falls out, hbar j/(2
   * e mu0 Ms t) = hbar w/(2 mu0 muB t).
   */
  static double spinOrbit(Magnet magnet, double efficiency) {
    return HBAR * efficiency / (2 * MU0 * MUB * magnet.grid().sizeZ());
  }

  private static CellCoefficients.SpinOrbit spinOrbit(Magnet magnet) {
    SpinOrbitTorque torque = magnet.material().spinOrbit();
    return new CellCoefficients.SpinOrbit(
        spinOrbit(magnet, torque.dampingLike()), spinOrbit(magnet, torque.fieldLike()));
  }

  /** What is added row by row. */
  static List<LocalField> local(Magnet magnet) {
    return Stream.of(fourth(magnet), layerExchange(magnet), slonczewski(magnet))
        .filter(Objects::nonNull)
        .toList();
  }

  private static LocalField layerExchange(Magnet magnet) {
    LayerExchange term = magnet.layerExchange();
    if (term == null) {
      return null;
    }
    List<LayerExchange.Pair> pairs = term.pairs();
    boolean isOne = magnet.material().Ms().isUniform();
    return new LayerExchangeRows(
        magnet.grid().ny(),
        pairs.stream().mapToInt(LayerExchange.Pair::low).toArray(),
        pairs.stream().mapToInt(LayerExchange.Pair::high).toArray(),
        pairs.stream().mapToDouble(LayerExchange.Pair::J).toArray(),
        isOne,
        byCell(magnet, isOne, term::strength));
  }

  /** Numbers of one row that stand for all, or of all cells, with room for the rest of a vector. */
  private static double[] byCell(Magnet magnet, boolean isOne, IntToDoubleFunction value) {
    int n = isOne ? magnet.grid().nx() : magnet.grid().cells();
    double[] all = new double[n + LocalField.ROOM];
    for (int cell = 0; cell < n; cell++) {
      all[cell] = value.applyAsDouble(cell);
    }
    return all;
  }

  /**
   * Field of the Slonczewski torque by the current density in a cell of unit efficiency [m]; 0
   * without magnetisation.
   */
  static double slonczewski(Magnet magnet, double ms) {
    return ms == 0 ? 0 : HBAR / (MU0 * E * ms * magnet.grid().sizeZ());
  }

  private static LocalField slonczewski(Magnet magnet) {
    SlonczewskiTorque torque = magnet.material().slonczewski();
    if (torque.isNone()) {
      return null;
    }
    boolean isOne = magnet.material().Ms().isUniform();
    SlonczewskiTorque.Direction p = torque.direction();
    return new SlonczewskiRows(
        isOne,
        byCell(magnet, isOne, cell -> slonczewski(magnet, magnet.material().Ms().at(cell))),
        new double[] {p.x(), p.y(), p.z()},
        torque.polarisation(),
        torque.lambda(),
        torque.secondary());
  }

  private static LocalField fourth(Magnet magnet) {
    Material a = magnet.material();
    FourthOrder fourth = a.anisotropy().fourth();
    if (fourth.isNone()) {
      return null;
    }
    boolean isOne = fourth.isUniform() && a.axis().isUniform() && a.Ms().isUniform();
    int n = isOne ? magnet.grid().nx() : magnet.grid().cells();
    int room = n + LocalField.ROOM;
    double[] uniaxial = fourth.Ku2().maxAbs() == 0 ? null : new double[room];
    double[] cubic = fourth.Kc1().maxAbs() == 0 ? null : new double[room];
    double[][] axis = new double[3][room];
    double[][] cubicAxes = new double[3][3];
    for (int cell = 0; cell < n; cell++) {
      double ms = a.Ms().at(cell);
      double inverse = ms == 0 ? 0 : 1 / (MU0 * ms);
      if (uniaxial != null) {
        uniaxial[cell] = 4 * fourth.Ku2().at(cell) * inverse;
      }
      if (cubic != null) {
        cubic[cell] = 2 * fourth.Kc1().at(cell) * inverse;
      }
      for (int c = 0; c < 3; c++) {
        axis[c][cell] = a.axis().at(c, cell);
      }
    }
    for (int i = 0; i < 3; i++) {
      for (int c = 0; c < 3; c++) {
        cubicAxes[i][c] = fourth.cubic().at(i, c);
      }
    }
    return new FourthOrderRows(isOne, uniaxial, axis, cubic, cubicAxes);
  }

  /** The numbers of each cell. */
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
        spinOrbit(magnet));
  }
}
