package hopfilm.lifetime;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Parameter;
import hopfilm.solver.BandedLu;
import java.util.Arrays;

/**
 * Second derivatives of the energy of a magnet by two small turns of each cell about axes across m,
 *
 * <pre>
 *   H = B^T (d2E/dm2) B - m.(dE/dm),   dE/dm = -mu0 Ms V H(m)
 * </pre>
 *
 * with two unit vectors across m in B, which make a right-handed system with m. Unit: J. The field
 * is differentiated by turning cells that are too far apart to feel each other, all at once.
 */
final class TangentHessian {

  /** Length of a turn: fields that are linear in m allow any, cubic ones are good to 1e-6. */
  private static final double TURN = 1e-3;

  private final Magnet magnet;
  private final Grid grid;
  private final VectorField m;
  private final int reach;
  private final int[] unknown; // the first of each cell; -1 for cells that do not move
  private final double[] moments; // mu0 Ms V of each moving cell [J m/A]
  private final double[][] first; // of the two unit vectors of each cell
  private final double[][] second;
  private int[] rowOf = new int[1024];
  private int[] columnOf = new int[1024];
  private double[] valueOf = new double[1024];
  private int entries;
  private int band;

  /**
   * @param m a texture of open edges, without dipolar field of all cells
   */
  TangentHessian(Magnet magnet, VectorField m) {
    this.magnet = magnet;
    this.grid = magnet.grid();
    this.m = m;
    this.reach = magnet.bonds().reach();
    this.unknown = number(magnet);
    int moving = 0;
    for (int u : unknown) {
      moving += u < 0 ? 0 : 1;
    }
    this.moments = new double[moving];
    this.first = new double[3][grid.cells()];
    this.second = new double[3][grid.cells()];
    for (int c = 0; c < grid.cells(); c++) {
      if (unknown[c] >= 0) {
        moments[unknown[c] / 2] = MU0 * magnet.material().Ms().at(c) * grid.cellVolume();
        axes(c);
      }
    }
    differentiate();
  }

  /** Numbers cells along the shorter side first, so that the band is narrow. */
  private static int[] number(Magnet magnet) {
    Grid grid = magnet.grid();
    int[] numbers = new int[grid.cells()];
    Arrays.fill(numbers, -1);
    boolean isWide = grid.nx() > grid.ny();
    int next = 0;
    for (int n = 0; n < grid.nx() * grid.ny(); n++) {
      int i = isWide ? n / grid.ny() : n % grid.nx();
      int j = isWide ? n % grid.ny() : n / grid.nx();
      for (int k = 0; k < grid.nz(); k++) {
        int c = i + grid.nx() * (j + grid.ny() * k);
        if (!magnet.isFrozen(c) && magnet.material().Ms().at(c) != 0) {
          numbers[c] = next;
          next += 2;
        }
      }
    }
    return numbers;
  }

  /** Diagonals on either side that a magnet needs at most. */
  static long band(Magnet magnet) {
    Grid grid = magnet.grid();
    long side = (long) Math.min(grid.nx(), grid.ny()) * grid.nz();
    return 2L * magnet.bonds().reach() * side + 1;
  }

  private void axes(int c) {
    double x = m.x()[c];
    double y = m.y()[c];
    double z = m.z()[c];
    boolean isAlongZ = Math.abs(z) > 0.9;
    double[] across = isAlongZ ? new double[] {0, z, -y} : new double[] {y, -x, 0};
    double r = Math.sqrt(Arrays.stream(across).map(v -> v * v).sum());
    for (int k = 0; k < 3; k++) {
      first[k][c] = across[k] / r;
    }
    second[0][c] = y * first[2][c] - z * first[1][c];
    second[1][c] = z * first[0][c] - x * first[2][c];
    second[2][c] = x * first[1][c] - y * first[0][c];
  }

  private void differentiate() {
    VectorField h = magnet.field(m);
    for (int c = 0; c < grid.cells(); c++) {
      if (unknown[c] >= 0) {
        double along =
            moments[unknown[c] / 2]
                * (m.x()[c] * h.x()[c] + m.y()[c] * h.y()[c] + m.z()[c] * h.z()[c]);
        entry(unknown[c], unknown[c], along);
        entry(unknown[c] + 1, unknown[c] + 1, along);
      }
    }
    int apart = 2 * reach + 1;
    for (int k = 0; k < grid.nz(); k++) {
      for (int colour = 0; colour < apart * apart; colour++) {
        turn(colour % apart, colour / apart, k, 0);
        turn(colour % apart, colour / apart, k, 1);
      }
    }
  }

  /** Turns each cell of a colour about one axis, and adds what all cells feel of it. */
  private void turn(int i0, int j0, int k, int axis) {
    VectorField change = fieldAt(i0, j0, k, axis, TURN);
    VectorField back = fieldAt(i0, j0, k, axis, -TURN);
    int apart = 2 * reach + 1;
    for (int d = 0; d < grid.cells(); d++) {
      int i = turned(d % grid.nx(), i0, apart, grid.nx());
      int j = turned(d / grid.nx() % grid.ny(), j0, apart, grid.ny());
      int c = i + grid.nx() * (j + grid.ny() * k);
      if (i < 0 || j < 0 || unknown[d] < 0 || unknown[c] < 0) {
        continue;
      }
      double scale = -moments[unknown[d] / 2] / (2 * TURN);
      double x = scale * (change.x()[d] - back.x()[d]);
      double y = scale * (change.y()[d] - back.y()[d]);
      double z = scale * (change.z()[d] - back.z()[d]);
      int column = unknown[c] + axis;
      entry(unknown[d], column, x * first[0][d] + y * first[1][d] + z * first[2][d]);
      entry(unknown[d] + 1, column, x * second[0][d] + y * second[1][d] + z * second[2][d]);
    }
  }

  /** The place nearest to {@code i} that is turned; -1 where there is none. */
  private static int turned(int i, int colour, int apart, int n) {
    int offset = Math.floorMod(colour - i, apart);
    int at = i + (offset > apart / 2 ? offset - apart : offset);
    return at >= 0 && at < n ? at : -1;
  }

  private VectorField fieldAt(int i0, int j0, int k, int axis, double turn) {
    int apart = 2 * reach + 1;
    VectorField turned = m.copy();
    for (int j = j0; j < grid.ny(); j += apart) {
      for (int i = i0; i < grid.nx(); i += apart) {
        int c = i + grid.nx() * (j + grid.ny() * k);
        if (unknown[c] >= 0) {
          double[][] e = axis == 0 ? first : second;
          turned.x()[c] += turn * e[0][c];
          turned.y()[c] += turn * e[1][c];
          turned.z()[c] += turn * e[2][c];
        }
      }
    }
    return magnet.field(turned);
  }

  private void entry(int row, int column, double value) {
    if (value == 0) {
      return;
    }
    if (entries == valueOf.length) {
      rowOf = Arrays.copyOf(rowOf, 2 * entries);
      columnOf = Arrays.copyOf(columnOf, 2 * entries);
      valueOf = Arrays.copyOf(valueOf, 2 * entries);
    }
    rowOf[entries] = row;
    columnOf[entries] = column;
    valueOf[entries++] = value;
    band = Math.max(band, Math.abs(row - column));
  }

  /** Number of unknowns, two a cell. */
  int size() {
    return 2 * moments.length;
  }

  /** Moments mu0 Ms V of the moving cells, in the order of the unknowns [J m/A]. */
  double[] moments() {
    return moments;
  }

  /** A number of each moving cell, in the order of the unknowns. */
  double[] ofCells(Parameter p) {
    double[] values = new double[moments.length];
    for (int c = 0; c < grid.cells(); c++) {
      if (unknown[c] >= 0) {
        values[unknown[c] / 2] = p.at(c);
      }
    }
    return values;
  }

  /** Room for a matrix of this band. */
  BandedLu room() {
    return new BandedLu(size(), Math.max(1, band));
  }

  /** Fills a matrix with this one, halves of both triangles, so that it is symmetric to the bit. */
  void fill(BandedLu matrix) {
    matrix.clear();
    for (int n = 0; n < entries; n++) {
      matrix.add(rowOf[n], columnOf[n], 0.5 * valueOf[n]);
      matrix.add(columnOf[n], rowOf[n], 0.5 * valueOf[n]);
    }
  }

  /** Mean magnitude of the diagonal [J]. */
  double stiffness() {
    double sum = 0;
    for (int n = 0; n < entries; n++) {
      sum += rowOf[n] == columnOf[n] ? Math.abs(valueOf[n]) : 0;
    }
    return sum / size();
  }
}
