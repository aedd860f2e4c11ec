package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.solver.NodeLayout;

/**
 * The potentials P_j in a film with 1 V at electrode j and 0 V at the others, for one texture, and
 * the conductance matrix that goes with them. With contact resistances R the volt is applied
 * outside:
 *
 * <pre>
 *   P_j = sum_k W_kj p_k,   W = 1 - R G
 * </pre>
 *
 * <p>where p_k has 1 V on the film at electrode k and G is the matrix seen from outside. The
 * adjoint potentials A_i are those of the film with m turned round: without Hall currents the same,
 * as Sigma does not change, and with them those of the transposed matrix.
 */
public final class UnitDrives {
  private final Grid film;
  private final NodeLayout layout;
  private final AmrConductivity conductivity;
  private final double[] factor; // of the conductivity of each cell, null for 1
  private final boolean[] conducts; // by column of cells; null if all do
  private final SplitCorners split; // null if none
  private final FittedContacts rims; // null if none
  private final VectorField m;
  private final ConductanceMatrix g;
  private final double[][] direct;
  private final double[][] adjoint;

  private UnitDrives(
      Circuit circuit, VectorField m, ConductanceMatrix g, double[][] direct, double[][] adjoint) {
    this.film = circuit.conductor().mask().grid();
    this.layout = circuit.film().layout();
    this.conductivity = circuit.conductor().conductivity();
    this.factor = circuit.conductor().factor();
    this.conducts = circuit.film().islands().conducts();
    this.split = circuit.film().split();
    this.rims = circuit.film().fitted();
    this.m = m;
    this.g = g;
    this.direct = direct;
    this.adjoint = adjoint;
  }

  /**
   * Solves for them.
   *
   * @param flow the film and its electrodes
   * @param m unit vectors on the film's cells; copied
   */
  public static UnitDrives of(CurrentFlow flow, VectorField m) {
    double[][] adjoint = null;
    Circuit circuit = flow.circuit();
    circuit.units().keep(true);
    if (flow.conductivity().hallRatio() != 0) {
      VectorField reversed = new VectorField(m.grid());
      for (int c = 0; c < 3; c++) {
        for (int n = 0; n < m.grid().cells(); n++) {
          reversed.component(c)[n] = -m.component(c)[n];
        }
      }
      adjoint = potentials(circuit, matrix(flow, reversed));
    }
    ConductanceMatrix g = matrix(flow, m);
    double[][] direct = potentials(circuit, g);
    return new UnitDrives(circuit, m.copy(), g, direct, adjoint == null ? direct : adjoint);
  }

  private static ConductanceMatrix matrix(CurrentFlow flow, VectorField m) {
    Circuit circuit = flow.with(m).circuit();
    return circuit.contacts().outside(circuit.units().withPotentials());
  }

  private static double[][] potentials(Circuit circuit, ConductanceMatrix g) {
    double[][] all = new double[g.size()][];
    for (int j = 0; j < all.length; j++) {
      double[] unit = new double[g.size()];
      double[] currents = new double[g.size()];
      unit[j] = 1;
      for (int k = 0; k < currents.length; k++) {
        currents[k] = g.get(k, j);
      }
      all[j] = sum(circuit.units().potentials(), circuit.contacts().onFilm(unit, currents));
    }
    return all;
  }

  private static double[] sum(double[][] potentials, double[] voltages) {
    double[] sum = new double[potentials[0].length];
    for (int k = 0; k < voltages.length; k++) {
      double v = voltages[k];
      double[] p = potentials[k];
      for (int n = 0; v != 0 && n < sum.length; n++) {
        sum[n] += v * p[n];
      }
    }
    return sum;
  }

  /** Number of electrodes. */
  public int size() {
    return g.size();
  }

  /** The cells. */
  public Grid film() {
    return film;
  }

  /** The conductances, contact resistances included. */
  public ConductanceMatrix conductance() {
    return g;
  }

  /** The texture. */
  VectorField m() {
    return m;
  }

  AmrConductivity conductivity() {
    return conductivity;
  }

  /** Factor of the conductivity of a cell. */
  double factor(int cell) {
    return factor == null ? 1 : factor[cell];
  }

  /** Writes the conductivity of a cell [S/m], Sigma_ab at 3 a + b. */
  void conductivity(int cell, double[] s) {
    conductivity.tensor(m.x()[cell], m.y()[cell], m.z()[cell], factor(cell), s);
  }

  /** The potential for voltages of the electrodes [V]. */
  double[] potential(double[] voltages) {
    return sum(direct, voltages);
  }

  /** The adjoint potential for voltages of the electrodes [V]. */
  double[] adjoint(double[] voltages) {
    return sum(adjoint, voltages);
  }

  CellProducts products() {
    return new CellProducts(film, layout, split, rims);
  }

  /** True if a cell carries current. */
  boolean conducts(int cell) {
    return conducts == null || conducts[cell % conducts.length];
  }
}
