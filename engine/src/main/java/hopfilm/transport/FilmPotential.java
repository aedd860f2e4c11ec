package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.solver.Elimination;
import hopfilm.solver.FixedNodes;
import hopfilm.solver.LinearSolver;
import hopfilm.solver.NodeLayout;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The potential in the film for voltages given on it at its electrodes, and what follows from it:
 * currents and heat, without contact resistances.
 */
final class FilmPotential {
  private static final int MAX_ITERATIONS = 2000;

  /** A residual of this many tolerances after all iterations is no solution. */
  private static final double UNSOLVED = 100;

  private final NodeLayout layout;
  private final ElectrodeNodes nodes;
  private final Islands islands;
  private final SplitCorners split; // null if none
  private final FittedContacts fitted; // null if none
  private final Conductor film;
  private final Conductor.User user;
  private final double[] values;
  private final boolean isGrounded;
  private Elimination elimination; // null until it is needed

  /**
   * @param isFitted whether rims of contacts are where they are, and not at the next corners
   */
  FilmPotential(Conductor film, List<Electrode> electrodes, boolean isFitted) {
    this.film = film;
    this.layout = film.layout();
    this.nodes = new ElectrodeNodes(film.mask(), layout, electrodes);
    this.islands = new Islands(film.mask(), layout, nodes);
    this.split = SplitCorners.of(film.mask().grid(), layout, islands.conducts(), nodes);
    boolean[] conducts = split == null ? islands.conducts() : split.without();
    this.fitted =
        isFitted ? new FittedContacts(film.mask(), layout, conducts, nodes, electrodes) : null;
    this.user =
        new Conductor.User(FixedNodes.of(layout, nodes.all()), islands.conducts(), split, fitted);
    this.values = film.values();
    this.isGrounded = electrodes.stream().anyMatch(Electrode::hasInverter);
    vetGround(islands, electrodes);
  }

  /**
   * Refuses inverters where not all of the film is tied to them.
   *
   * @throws IllegalArgumentException if the film is in several pieces
   */
  static void vetGround(CellMask mask, List<Electrode> electrodes) {
    if (!mask.isFull() && electrodes.stream().anyMatch(Electrode::hasInverter)) {
      NodeLayout layout = ElectrodeNodes.layout(mask.grid());
      vetGround(
          new Islands(mask, layout, new ElectrodeNodes(mask, layout, electrodes)), electrodes);
    }
  }

  private static void vetGround(Islands islands, List<Electrode> electrodes) {
    if (islands.count() > 1 && electrodes.stream().anyMatch(Electrode::hasInverter)) {
      throw new IllegalArgumentException(
          "patches of sign - need a film in one piece; this one is in %d"
              .formatted(islands.count()));
    }
  }

  NodeLayout layout() {
    return layout;
  }

  Islands islands() {
    return islands;
  }

  /** The corners at which cells touch without being joined; null if none. */
  SplitCorners split() {
    return split;
  }

  /** The cells through which rims of contacts go; null where these are of whole corners. */
  FittedContacts fitted() {
    return fitted;
  }

  /** True if inverters tie the voltages to the ground: equal voltages drive a current too. */
  boolean isGrounded() {
    return isGrounded;
  }

  int electrodes() {
    return nodes.electrodes();
  }

  AmrConductivity conductivity() {
    return film.conductivity();
  }

  /** Takes over the magnetisation; returns its turn ({@link Conductor#texture}). */
  long texture(VectorField m) {
    return film.texture(m, user);
  }

  /** Forgets the preconditioner. */
  void forget() {
    film.forget();
  }

  void save(StateWriter out) throws IOException {
    film.save(user, out);
  }

  void restore(StateReader in) throws IOException {
    film.restore(user, in);
  }

  /**
   * Solves for the potential.
   *
   * @param voltages on the film at the electrodes [V]
   * @param potential first guess; receives the solution [V]
   * @param tolerance as in {@link Held#solve}
   */
  Solution solve(double[] voltages, double[] potential, double tolerance) {
    if (areAtRest(voltages)) {
      islands.rest(potential, voltages);
      return new Solution(0, 0);
    }
    double low = voltages[0];
    double high = voltages[0];
    for (double v : voltages) {
      low = Math.min(low, isGrounded ? -Math.abs(v) : v);
      high = Math.max(high, isGrounded ? Math.abs(v) : v);
    }
    // About the middle, so that rounding is relative to the differences that drive the current.
    double middle = .5 * (low + high);
    spread(potential, middle);
    for (int e = 0; e < voltages.length; e++) {
      int[] own = nodes.of(e);
      int[] signs = nodes.signs(e);
      for (int n = 0; n < own.length; n++) {
        values[own[n]] = signs[n] * voltages[e] - middle;
      }
    }
    LinearSolver solver = film.solve(user, 2 / (high - low), tolerance, MAX_ITERATIONS);
    if (Double.isNaN(solver.residual())) {
      throw new IllegalStateException(
          "the potential is not a number: the magnetisation or the first guess is not finite");
    }
    if (solver.residual() > UNSOLVED * tolerance) {
      throw new IllegalStateException(
          "the potential does not converge: after %d iterations the residual is %.2g, not %.2g, most of it at %s"
              .formatted(solver.iterations(), solver.residual(), tolerance, worst()));
    }
    film.parallel()
        .forRange(
            layout.rows(),
            (from, to) -> {
              for (int row = from; row < to; row++) {
                for (int i = 0; i < layout.nx(); i++) {
                  potential[i + layout.nx() * row] = values[layout.start(row) + i] + middle;
                }
              }
            });
    for (int e = 0; e < voltages.length; e++) {
      int[] own = nodes.of(e);
      int[] signs = nodes.signs(e);
      for (int n = 0; n < own.length; n++) {
        potential[layout.flat(own[n])] = signs[n] * voltages[e];
      }
    }
    islands.complete(potential, layout, voltages);
    if (split != null) {
      split.complete(potential);
    }
    return new Solution(solver.iterations(), solver.residual());
  }

  /** True if these voltages drive no current. */
  boolean areAtRest(double[] voltages) {
    return isGrounded ? Arrays.stream(voltages).allMatch(v -> v == 0) : islands.areAtRest(voltages);
  }

  private void spread(double[] potential, double less) {
    film.parallel()
        .forRange(
            layout.rows(),
            (from, to) -> {
              for (int row = from; row < to; row++) {
                for (int i = 0; i < layout.nx(); i++) {
                  values[layout.start(row) + i] = potential[i + layout.nx() * row] - less;
                }
              }
            });
    for (int k : islands.silent()) {
      values[k] = 0;
    }
    layout.fillGhosts(values);
  }

  /** As {@link CurrentFlow#under}. */
  void under(int electrode, boolean[] cells) {
    Grid grid = film.mask().grid();
    int[] corners = new int[cells.length];
    for (int k : nodes.of(electrode)) {
      int n = layout.flat(k);
      int x = n % layout.nx();
      int y = n / layout.nx() % layout.ny();
      int z = n / (layout.nx() * layout.ny());
      for (int side = 0; side < (grid.nz() > 1 ? 8 : 4); side++) {
        int i = x - side % 2;
        int j = y - side / 2 % 2;
        int l = z - side / 4;
        if (i >= 0 && j >= 0 && l >= 0 && i < grid.nx() && j < grid.ny() && l < grid.nz()) {
          corners[grid.index(i, j, l)]++;
        }
      }
    }
    int min = grid.nz() > 1 ? 4 : 2;
    for (int c = 0; c < cells.length; c++) {
      cells[c] |= film.mask().inside(c) && corners[c] >= min;
    }
  }

  /** Potential on an electrode [V]. */
  double at(int electrode, double[] potential) {
    return nodes.signs(electrode)[0] * potential[layout.flat(nodes.of(electrode)[0])];
  }

  /**
   * Currents into the film: the sum of thickness s_perp K V over an electrode's corners, each with
   * its sign [A].
   */
  double[] currents(double[] potential) {
    spread(potential, 0);
    double[] reactions = new double[nodes.electrodes()];
    for (int e = 0; e < reactions.length; e++) {
      double sum = 0;
      int[] own = nodes.of(e);
      int[] signs = nodes.signs(e);
      for (int n = 0; n < own.length; n++) {
        sum += signs[n] * film.matrix().applyAt(values, own[n]);
      }
      reactions[e] = sum;
    }
    return amperes(reactions);
  }

  /** By how much the currents into the film at all corners of electrodes miss to cancel [A]. */
  double leak(double[] potential) {
    spread(potential, 0);
    double sum = 0;
    for (int k : nodes.all()) {
      sum += film.matrix().applyAt(values, k);
    }
    return Math.abs(sheet() * sum);
  }

  /**
   * The same currents as thickness s_perp P.K V with a potential P for each electrode, 1 on it (-1
   * on inverted patches) and 0 on the others, 0 where it is null [A]: equal but for what is left
   * over at the corners without electrode.
   */
  double[] currents(double[] potential, double[][] units) {
    spread(potential, 0);
    double[] product = film.product();
    film.matrix().apply(values, product, film.rows(), 0, layout.rows());
    double[] reactions = new double[nodes.electrodes()];
    for (int e = 0; e < reactions.length; e++) {
      double[] unit = units[e];
      double sum = 0;
      for (int j = 0; unit != null && j < layout.rows(); j++) {
        int k = layout.start(j);
        double row = 0;
        for (int n = layout.nx() * j; n < layout.nx() * (j + 1); n++, k++) {
          row += unit[n] * product[k];
        }
        sum += row;
      }
      reactions[e] = sum;
    }
    return amperes(reactions);
  }

  /** True if {@link #reduced} can be had. */
  boolean canReduce() {
    return split == null && canReduce(film.mask().grid(), film.conductivity(), isGrounded);
  }

  /** The same of a film whose cells touch along sides alone. */
  static boolean canReduce(Grid film, AmrConductivity conductivity, boolean isGrounded) {
    NodeLayout layout = ElectrodeNodes.layout(film);
    return layout.isFlat() && !layout.wraps() && !isGrounded && conductivity.hallRatio() == 0;
  }

  /** The conductances between the electrodes, by elimination of the other corners [S]. */
  double[][] reduced() {
    if (elimination == null) {
      int[][] own = new int[electrodes()][];
      Arrays.setAll(own, nodes::of);
      elimination = new Elimination(layout, own, film.parallel());
    }
    double[][] g = elimination.reduce(film.symmetric().stencil());
    Arrays.stream(g).forEach(this::amperes);
    return g;
  }

  private double[] amperes(double[] reactions) {
    for (int e = 0; e < reactions.length; e++) {
      reactions[e] = sheet() * reactions[e];
    }
    return reactions;
  }

  /** Conductance of a square of the film across m [S]. */
  private double sheet() {
    return film.mask().grid().sizeZ() * film.conductivity().sPerp();
  }

  /** Where current is conserved least. */
  private String worst() {
    double[] product = film.product();
    film.matrix().apply(values, product, film.rows(), 0, layout.rows());
    for (int k : nodes.all()) {
      product[k] = 0;
    }
    int worst = layout.start(0);
    for (int row = 0; row < layout.rows(); row++) {
      for (int k = layout.start(row); k < layout.start(row) + layout.nx(); k++) {
        worst = Math.abs(product[k]) > Math.abs(product[worst]) ? k : worst;
      }
    }
    Grid grid = film.mask().grid();
    int n = layout.flat(worst);
    return "x = %.4g nm, y = %.4g nm"
        .formatted(
            n % layout.nx() * grid.dx() * 1e9, n / layout.nx() % layout.ny() * grid.dy() * 1e9);
  }

  /** Joule heat in the film, thickness s_perp V.K V [W]. */
  double power(double[] potential) {
    spread(potential, 0);
    double[] rows = film.rows();
    film.symmetric().apply(values, film.product(), rows, 0, layout.rows());
    double sum = 0;
    for (double row : rows) {
      sum += row;
    }
    return sheet() * sum;
  }
}
