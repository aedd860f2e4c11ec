package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.solver.ConjugateGradient;
import hopfilm.solver.ConjugateResidual;
import hopfilm.solver.LinearOperator;
import hopfilm.solver.LinearSolver;
import hopfilm.solver.Multigrid;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.Parallel;
import hopfilm.solver.StateReader;
import hopfilm.solver.StateWriter;
import hopfilm.solver.StencilKernel;
import java.io.IOException;
import java.util.List;

/**
 * The potential in the film for potentials given at its electrodes' corners, and what follows from
 * it in units of thickness * s_perp: no contact resistance, no units of current.
 */
final class FilmPotential {
  private static final int MOST_ITERATIONS = 2000;

  /** A residual of so many tolerances after all iterations is no solution. */
  private static final double UNSOLVED = 100;

  /**
   * Largest root mean square change of m (in one layer: in its plane) for which the hierarchy of
   * the preconditioner is kept. Then a solution takes one iteration in twelve more; a new hierarchy
   * costs as much as one.
   */
  private static final double STALE = 0.04;

  private final NodeLayout layout;
  private final ElectrodeNodes nodes;
  private final Islands islands;
  private final Stiffness stiffness;
  private final Multigrid multigrid;
  private final LinearOperator matrix; // the stiffness matrix, with Hall currents where there are
  private final HallMatrix hall; // null without
  private final LinearSolver solver;
  private final int filmCells;
  private final double[] values;
  private final double[] product;
  private final double[] rows;
  private final double[][] stale;
  private double[][] m;
  private boolean prepared;

  FilmPotential(
      CellMask mask,
      AmrConductivity conductivity,
      List<Electrode> electrodes,
      Parallel parallel,
      StencilKernel kernel) {
    Grid film = mask.grid();
    boolean isFlat = film.nz() == 1;
    this.layout = ElectrodeNodes.layout(film);
    this.nodes = new ElectrodeNodes(mask, layout, electrodes);
    this.islands = new Islands(mask, layout, nodes);
    boolean[] conducts = islands.conducts();
    this.stiffness =
        isFlat
            ? new StiffnessMatrix(film, conducts, conductivity, layout, kernel, parallel)
            : new SolidStiffness(film, conducts, conductivity.ratio(), layout, kernel, parallel);
    double[] spacing = {film.dx(), film.dy(), film.dz()};
    this.multigrid = new Multigrid(layout, spacing, nodes.all(), kernel, parallel);
    if (conductivity.hallRatio() == 0) {
      this.hall = null;
      this.matrix = stiffness.stencil();
      this.solver = new ConjugateGradient(layout, nodes.all(), parallel);
    } else {
      this.hall = new HallMatrix(film, conducts, conductivity.hallRatio(), stiffness.stencil());
      this.matrix = hall.matrix();
      this.solver = new ConjugateResidual(layout, nodes.all(), parallel);
    }
    this.filmCells = mask.count();
    this.values = new double[layout.length()];
    this.product = new double[layout.length()];
    this.rows = new double[layout.rows()];
    this.stale = new double[isFlat ? 2 : 3][film.cells()];
  }

  NodeLayout layout() {
    return layout;
  }

  Islands islands() {
    return islands;
  }

  /**
   * Takes over the magnetisation (of one layer without Hall currents: its part in the plane), whose
   * arrays are kept.
   */
  void texture(double[][] m) {
    this.m = m;
    stiffness.assemble(m);
    if (hall != null) {
      hall.assemble(m[2]);
    }
  }

  /** Forgets the preconditioner. */
  void forget() {
    prepared = false;
  }

  void save(StateWriter out) throws IOException {
    out.part("preconditioner");
    out.flag(prepared);
    for (double[] component : stale) {
      out.numbers(component);
    }
  }

  /** Makes the preconditioner of the old texture anew; a texture must be taken over afterwards. */
  void restore(StateReader in) throws IOException {
    in.part("preconditioner");
    prepared = in.flag();
    for (double[] component : stale) {
      in.numbers(component);
    }
    if (prepared) {
      stiffness.assemble(stale);
      multigrid.update(stiffness.stencil());
    }
  }

  /**
   * Solves for the potential.
   *
   * @param voltages on the film at the electrodes [V]
   * @param potential first guess; receives the solution [V]
   * @param tolerance as in {@link CurrentFlow#solve}
   */
  Solution solve(double[] voltages, double[] potential, double tolerance) {
    prepare();
    if (islands.areAtRest(voltages)) {
      islands.rest(potential, voltages);
      return new Solution(0, 0);
    }
    double low = voltages[0];
    double high = voltages[0];
    for (double v : voltages) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    // About the middle, so that rounding is relative to the differences that drive the current.
    double middle = .5 * (low + high);
    spread(potential, middle);
    for (int e = 0; e < voltages.length; e++) {
      for (int k : nodes.of(e)) {
        values[k] = voltages[e] - middle;
      }
    }
    solver.solve(matrix, multigrid, values, 2 / (high - low), tolerance, MOST_ITERATIONS);
    if (Double.isNaN(solver.residual())) {
      throw new IllegalStateException(
          "the potential is not a number: the magnetisation or the first guess is not finite");
    }
    if (solver.residual() > UNSOLVED * tolerance) {
      throw new IllegalStateException(
          "the potential does not converge: after %d iterations the residual is %.2g, not %.2g"
              .formatted(solver.iterations(), solver.residual(), tolerance));
    }
    for (int row = 0; row < layout.rows(); row++) {
      for (int i = 0; i < layout.nx(); i++) {
        potential[i + layout.nx() * row] = values[layout.start(row) + i] + middle;
      }
    }
    for (int e = 0; e < voltages.length; e++) {
      for (int k : nodes.of(e)) {
        potential[layout.flat(k)] = voltages[e];
      }
    }
    islands.complete(potential, layout, voltages);
    return new Solution(solver.iterations(), solver.residual());
  }

  /** Brings the preconditioner up to date where that pays. */
  private void prepare() {
    if (prepared) {
      double sum = 0;
      for (int c = 0; c < m[0].length; c++) {
        double cell = 0;
        for (int i = 0; i < stale.length; i++) {
          double d = m[i][c] - stale[i][c];
          cell += d * d;
        }
        sum += cell;
      }
      if (sum <= STALE * STALE * filmCells) {
        return;
      }
    }
    multigrid.update(stiffness.stencil());
    for (int i = 0; i < stale.length; i++) {
      System.arraycopy(m[i], 0, stale[i], 0, m[i].length);
    }
    prepared = true;
  }

  private void spread(double[] potential, double less) {
    for (int row = 0; row < layout.rows(); row++) {
      for (int i = 0; i < layout.nx(); i++) {
        values[layout.start(row) + i] = potential[i + layout.nx() * row] - less;
      }
    }
    for (int k : islands.silent()) {
      values[k] = 0;
    }
    layout.fillGhosts(values);
  }

  /** Potential on an electrode [V]. */
  double at(int electrode, double[] potential) {
    return potential[layout.flat(nodes.of(electrode)[0])];
  }

  /** Sum of K V over the corners of each electrode [V]. */
  double[] reactions(double[] potential) {
    spread(potential, 0);
    double[] reactions = new double[nodes.electrodes()];
    for (int e = 0; e < reactions.length; e++) {
      double sum = 0;
      for (int k : nodes.of(e)) {
        sum += matrix.applyAt(values, k);
      }
      reactions[e] = sum;
    }
    return reactions;
  }

  /**
   * The same as P.K V with a potential P for each electrode, 1 on it and 0 on the others [V]: equal
   * but for what is left over at the corners without electrode.
   */
  double[] reactions(double[] potential, double[][] units) {
    spread(potential, 0);
    matrix.apply(values, product, rows, 0, layout.rows());
    double[] reactions = new double[nodes.electrodes()];
    for (int e = 0; e < reactions.length; e++) {
      double sum = 0;
      for (int j = 0; j < layout.rows(); j++) {
        int k = layout.start(j);
        double row = 0;
        for (int n = layout.nx() * j; n < layout.nx() * (j + 1); n++, k++) {
          row += units[e][n] * product[k];
        }
        sum += row;
      }
      reactions[e] = sum;
    }
    return reactions;
  }

  /** V.K V [V^2]. */
  double heat(double[] potential) {
    spread(potential, 0);
    stiffness.stencil().apply(values, product, rows, 0, layout.rows());
    double sum = 0;
    for (double row : rows) {
      sum += row;
    }
    return sum;
  }
}
