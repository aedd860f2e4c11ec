package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import hopfilm.solver.ConjugateGradient;
import hopfilm.solver.ConjugateResidual;
import hopfilm.solver.FixedNodes;
import hopfilm.solver.LinearOperator;
import hopfilm.solver.LinearSolver;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.Preconditioner;
import hopfilm.solver.SkewStencil;
import hopfilm.solver.StencilKernel;
import hopfilm.solver.StencilMatrix;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * The film between electrodes, whichever they are: its texture, the matrix that follows from it,
 * and the arrays of the solver. They take nearly all the memory of a flow, and a preconditioner for
 * other electrodes is made anew at the price of one iteration; so all flows through a film may take
 * turns with one conductor.
 */
final class Conductor {

  /**
   * Largest root mean square change of m (in one layer: in its plane) for which the hierarchy of
   * the preconditioner is kept. Then a solution takes one iteration in twelve more; a new hierarchy
   * costs as much as one.
   */
  private static final double STALE = 0.04;

  private final Grid film;
  private final CellMask mask;
  private final AmrConductivity conductivity;
  private final NodeLayout layout;
  private final Parallel parallel;
  private final StiffnessMatrix stiffness;
  private SplitElements splitElements; // null until a user needs them
  private final Preconditioner preconditioner;
  private final LinearSolver solver;
  private final double[] values;
  private final double[] product;
  private final double[] rows;
  private final double[] squares; // of the change of m, one value a row of cells
  private final Parallel.Body changes = this::changeRows;
  private final int filmCells;
  private final Source matrix; // of the present texture
  private final Source prepared; // of the preconditioner
  private double[] relative; // conductivity of each cell by its material, null for 1
  private double[] factor; // of the conductivity of each cell, that included, null for 1
  private long turn;

  /** The texture and factors that a matrix or a preconditioner was made of. */
  private static final class Source {
    private final double[][] m; // in one layer without Hall currents only its part in the plane
    private double[] factor;
    private User user; // null where nothing was made, or it is not valid any more

    Source(int components, int cells) {
      this.m = new double[components][cells];
    }

    /** The texture and factors of another one. */
    void copy(Source other) {
      for (int i = 0; i < m.length; i++) {
        System.arraycopy(other.m[i], 0, m[i], 0, m[i].length);
      }
      factor = other.factor;
    }
  }

  /** One of those who take turns: two users with the same electrodes are still two. */
  static final class User {
    private final FixedNodes fixed;
    private final boolean[] conducts;
    private final SplitCorners split;
    private final FittedContacts fitted;

    /**
     * @param fixed the nodes of its electrodes
     * @param conducts the columns of cells that conduct; null if all do
     * @param split corners at which cells touch, null if none
     * @param fitted cells through which rims of contacts go, null where these are of whole corners
     */
    User(FixedNodes fixed, boolean[] conducts, SplitCorners split, FittedContacts fitted) {
      this.fixed = fixed;
      this.conducts =
          fitted != null ? fitted.without() : split != null ? split.without() : conducts;
      this.split = split;
      this.fitted = fitted;
    }

    private boolean hasMatrixOf(User other) {
      return Arrays.equals(conducts, other.conducts)
          && Objects.equals(split, other.split)
          && Objects.equals(fitted, other.fitted);
    }
  }

  Conductor(
      CellMask mask,
      AmrConductivity conductivity,
      Parallel parallel,
      StencilKernel kernel,
      Preconditioner.Maker maker) {
    this.film = mask.grid();
    this.mask = mask;
    this.parallel = parallel;
    this.conductivity = conductivity;
    boolean isFlat = film.nz() == 1;
    double ratio = conductivity.hallRatio();
    this.layout = ElectrodeNodes.layout(film);
    this.values = new double[layout.length()];
    this.product = new double[layout.length()];
    this.rows = new double[layout.rows()];
    this.squares = new double[film.cells() / film.nx()];
    this.filmCells = mask.count();
    this.matrix = new Source(isFlat && ratio == 0 ? 2 : 3, film.cells());
    this.prepared = new Source(isFlat ? 2 : 3, film.cells());
    this.stiffness = new StiffnessMatrix(film, conductivity, layout, kernel, parallel);
    double[] spacing = {film.dx(), film.dy(), film.dz()};
    this.preconditioner = maker.make(layout, spacing, kernel, parallel);
    this.solver =
        ratio == 0
            ? new ConjugateGradient(layout, kernel, parallel, product)
            : new ConjugateResidual(layout, parallel);
  }

  CellMask mask() {
    return mask;
  }

  AmrConductivity conductivity() {
    return conductivity;
  }

  NodeLayout layout() {
    return layout;
  }

  /** The symmetric part of the matrix. */
  StencilMatrix symmetric() {
    return stiffness.symmetric();
  }

  /** The whole matrix. */
  LinearOperator matrix() {
    return stiffness.hall() == null ? stiffness.symmetric() : stiffness.hall();
  }

  Parallel parallel() {
    return parallel;
  }

  /** Work space for a potential. */
  double[] values() {
    return values;
  }

  /** Work space for its product, the solver's as well. */
  double[] product() {
    return product;
  }

  /** Work space, one value a row. */
  double[] rows() {
    return rows;
  }

  /** Components of the texture. */
  double[][] m() {
    return matrix.m;
  }

  /** Factor of the conductivity of each cell; null for 1. */
  double[] factor() {
    return factor;
  }

  /** Takes over factors of the conductivity; textures must be given anew where they change. */
  void factor(double[] factors) {
    double[] all = factors == null ? relative : factors.clone();
    for (int c = 0; factors != null && relative != null && c < all.length; c++) {
      all[c] *= relative[c];
    }
    if (!Arrays.equals(all, factor)) {
      factor = all;
      turn++;
    }
  }

  /** Takes over conductivities of the cells, which their factors multiply. */
  void relative(double[] conductivities) {
    relative = conductivities.clone();
    factor(null);
  }

  double relative(int cell) {
    return relative == null ? 1 : relative[cell];
  }

  boolean isOfOneResistivity() {
    return relative == null;
  }

  /**
   * Takes over a texture for a user.
   *
   * @return the turn of this texture; a later one ends it
   */
  long texture(VectorField texture, User user) {
    boolean isSame =
        matrix.user != null && matrix.factor == factor && user.hasMatrixOf(matrix.user);
    for (int c = 0; c < matrix.m.length; c++) {
      double[] from = texture.component(c);
      isSame = isSame && Arrays.equals(from, matrix.m[c]);
      if (!isSame) {
        System.arraycopy(from, 0, matrix.m[c], 0, from.length);
      }
    }
    if (!isSame) {
      matrix.factor = factor;
      matrix.user = user;
      assemble(matrix, user, true);
    }
    return ++turn;
  }

  private void assemble(Source of, User user, boolean hasHall) {
    double[][] texture = of.m;
    double[] factors = of.factor;
    stiffness.assemble(texture, user.conducts, factors, hasHall);
    if (user.split == null && user.fitted == null) {
      return;
    }
    if (splitElements == null) {
      splitElements = new SplitElements(film, conductivity, layout);
    }
    SkewStencil odd = hasHall ? stiffness.hall() : null;
    if (odd != null) {
      // once: it sets them to zero, and both kinds of cells add to them
      odd.coupleDiagonals();
    }
    if (user.split != null) {
      splitElements.add(user.split, texture, factors, symmetric().stencil(), odd);
    }
    if (user.fitted != null) {
      splitElements.add(user.fitted, texture, factors, symmetric().stencil(), odd);
    }
  }

  /** True if no other texture has been taken over since this turn. */
  boolean isAt(long earlier) {
    return turn == earlier;
  }

  /** Solves for the values, exact at the user's fixed nodes. */
  LinearSolver solve(User user, double scale, double tolerance, int maxIterations) {
    prepare(user);
    solver.solve(matrix(), preconditioner, user.fixed, values, scale, tolerance, maxIterations);
    return solver;
  }

  /** Brings the preconditioner up to date where that pays. */
  private void prepare(User user) {
    if (prepared.user == user && change() <= STALE) {
      return;
    }
    preconditioner.prepare(user.fixed, symmetric().stencil());
    prepared.copy(matrix);
    prepared.factor = factor;
    prepared.user = user;
  }

  /** Root mean square change of m since the preconditioner was made. */
  private double change() {
    int count = film.cells() / film.nx();
    parallel.forRange(count, changes);
    double sum = 0;
    for (int row = 0; row < count; row++) {
      sum += squares[row];
    }
    return Math.sqrt(sum / filmCells);
  }

  private void changeRows(int from, int to) {
    int nx = film.nx();
    for (int row = from; row < to; row++) {
      double sum = 0;
      for (int i = 0; i < prepared.m.length; i++) {
        double[] now = matrix.m[i];
        double[] then = prepared.m[i];
        for (int c = row * nx; c < (row + 1) * nx; c++) {
          sum += (now[c] - then[c]) * (now[c] - then[c]);
        }
      }
      squares[row] = sum;
    }
  }

  /** Runs work that uses the shared arrays, then restores the preconditioner. */
  void keepingPreconditioner(Runnable work) {
    Source kept = new Source(prepared.m.length, film.cells());
    kept.copy(prepared);
    User before = prepared.user;
    try {
      work.run();
    } finally {
      turn++;
      prepared.user = null;
      if (before != null) {
        prepared.copy(kept);
        prepareAgain(before);
      }
    }
  }

  /** Forgets the preconditioner. */
  void forget() {
    prepared.user = null;
  }

  void save(User user, StateWriter out) throws IOException {
    out.part("preconditioner");
    boolean isOwn = prepared.user == user;
    out.flag(isOwn);
    if (isOwn) {
      out.numbers(prepared.m);
    }
    if (isOwn && factor != null) {
      out.numbers(prepared.factor == null ? ones() : prepared.factor);
    }
  }

  /** Makes the preconditioner of the old texture again; a texture must be taken over afterwards. */
  void restore(User user, StateReader in) throws IOException {
    in.part("preconditioner");
    turn++;
    if (prepared.user == user) {
      prepared.user = null;
    }
    if (!in.flag()) {
      return;
    }
    in.numbers(prepared.m);
    prepared.factor = factor == null ? null : ones();
    if (factor != null) {
      in.numbers(prepared.factor);
    }
    prepareAgain(user);
  }

  private double[] ones() {
    double[] ones = new double[film.cells()];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Makes the preconditioner of the texture for which it was made. */
  private void prepareAgain(User user) {
    matrix.user = null;
    turn++;
    assemble(prepared, user, false);
    preconditioner.prepare(user.fixed, symmetric().stencil());
    prepared.user = user;
  }
}
