package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.parallel.Parallel;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.SkewStencil;
import hopfilm.solver.Stencil;
import hopfilm.solver.StencilKernel;
import hopfilm.solver.StencilMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stiffness matrix of div(Sigma grad V) = 0, with Sigma constant in each cell. Corners p and q
 * of a cell are coupled by k_pq = sum of Sigma_ab/s_perp I_ab,pq ({@link CellIntegrals}), and rows
 * sum to zero. A cell that does not conduct couples nothing.
 *
 * <p>The even part of Sigma makes a symmetric matrix, the part of Hall currents a skew one. So the
 * Joule heat has no Hall part and G(m) = G(-m)^T (Onsager), to rounding. The currents that leave
 * the nodes are thickness * s_perp * K V [A].
 */
final class StiffnessMatrix {

  /** A product in a coupling of a node: Sigma_ab of the cell at an offset, times a weight. */
  private record Term(double[] sigma, int offset, double weight) {}

  private final Grid film;
  private final AmrConductivity conductivity;
  private final NodeLayout layout;
  private final Parallel parallel;
  private final int axes;
  private final StencilMatrix symmetric;
  private final SkewStencil hall; // null if none
  private final int[] offsets;
  private final double[][] sigma = new double[9][]; // even part at 3 a + b, odd at 3 b + a, a <= b
  private final List<double[]> kept = new ArrayList<>(); // those of sigma that are there
  private final Term[][] even; // by number of the coupling
  private final Term[][] odd;
  private final Parallel.Body cells = this::cellRows;
  private final Parallel.Body evens = this::evenRows;
  private final Parallel.Body odds = this::oddRows;
  private final Parallel.Body centres = this::centreRows;
  private double[][] m;
  private boolean[] conducts; // by column of cells; null if all do
  private double[] factor; // null for 1
  private boolean withHall;

  /** A matrix for textures of the film. */
  StiffnessMatrix(
      Grid film,
      AmrConductivity conductivity,
      NodeLayout layout,
      StencilKernel kernel,
      Parallel parallel) {
    this.film = film;
    this.conductivity = conductivity;
    this.layout = layout;
    this.parallel = layout.nodes() < 64 * 64 ? Parallel.SERIAL : parallel;
    this.axes = layout.isFlat() ? 2 : 3;
    this.symmetric = new StencilMatrix(new Stencil(layout), kernel);
    this.hall = conductivity.hallRatio() == 0 ? null : new SkewStencil(symmetric);
    this.offsets = symmetric.stencil().offsets();
    for (int a = 0; a < axes; a++) {
      for (int b = a; b < axes; b++) {
        sigma[3 * a + b] = room();
        sigma[3 * b + a] = a == b || hall == null ? sigma[3 * b + a] : room();
      }
    }
    double[][][] integrals = CellIntegrals.of(film);
    this.even = new Term[offsets.length][];
    this.odd = new Term[offsets.length][0];
    for (int n = 1; n < offsets.length; n++) {
      even[n] = terms(n, integrals, false);
      odd[n] = hall == null ? odd[n] : terms(n, integrals, true);
    }
  }

  private double[] room() {
    double[] room = new double[layout.length()];
    kept.add(room);
    return room;
  }

  /** The products in a coupling, from all pairs of corners that lie as its nodes do. */
  private Term[] terms(int number, double[][][] integrals, boolean isOdd) {
    List<Term> terms = new ArrayList<>();
    for (int p = 0; p < 1 << axes; p++) {
      for (int q = 0; q < 1 << axes; q++) {
        if (number(p, q) == number) {
          add(terms, p, q, integrals, isOdd);
        }
      }
    }
    while (terms.size() % 4 != 0) {
      terms.add(new Term(sigma[0], 0, 0));
    }
    return terms.toArray(Term[]::new);
  }

  /** Number of the coupling from corner p of a cell to corner q; negative where q keeps it. */
  static int number(int p, int q) {
    return Stencil.number((q & 1) - (p & 1), (q >> 1 & 1) - (p >> 1 & 1), (q >> 2) - (p >> 2));
  }

  private void add(List<Term> terms, int p, int q, double[][][] integrals, boolean isOdd) {
    int offset = -layout.offset(p & 1, p >> 1 & 1, p >> 2);
    for (int a = 0; a < axes; a++) {
      for (int b = isOdd ? a + 1 : a; b < axes; b++) {
        double one = integrals[3 * a + b][p][q];
        double other = a == b ? 0 : integrals[3 * b + a][p][q];
        double weight = isOdd ? one - other : one + other;
        if (Math.abs(weight) > 1e-12 * Math.abs(integrals[3 * a + b][0][0])) {
          terms.add(new Term(sigma[isOdd ? 3 * b + a : 3 * a + b], offset, weight));
        }
      }
    }
  }

  /** The symmetric part. */
  StencilMatrix symmetric() {
    return symmetric;
  }

  /** The whole matrix with its Hall currents; null if there are none. */
  SkewStencil hall() {
    return hall;
  }

  /**
   * Assembles the matrix.
   *
   * @param texture components of the magnetisation by cell
   * @param conducting the columns of cells that do; null if all do
   * @param factors of the conductivity of each cell; null for 1
   * @param hasHall false leaves the Hall part as it is; then m_z may be missing in one layer
   */
  void assemble(double[][] texture, boolean[] conducting, double[] factors, boolean hasHall) {
    m = texture;
    conducts = conducting;
    factor = factors;
    withHall = hasHall && hall != null;
    parallel.forRange(film.ny() * film.nz(), cells);
    if (layout.wraps()) {
      kept.forEach(layout::fillGhosts);
    }
    parallel.forRange(layout.rows(), evens);
    symmetric.stencil().fillGhosts();
    parallel.forRange(layout.rows(), centres);
    if (layout.wraps()) {
      layout.fillGhosts(symmetric.stencil().centre());
    }
    if (withHall) {
      parallel.forRange(layout.rows(), odds);
      hall.clearDiagonals();
      hall.fillGhosts();
    }
  }

  /** Sigma/s_perp of each cell, kept at its low corner. */
  private void cellRows(int from, int to) {
    int nx = film.nx();
    for (int row = from; row < to; row++) {
      int k = layout.index(0, row % film.ny(), row / film.ny());
      for (int a = 0; a < axes; a++) {
        for (int b = a; b < axes; b++) {
          conductivity.even(a, b, m, nx * row, sigma[3 * a + b], k, nx);
          if (withHall && a != b) {
            conductivity.odd(a, b, m, nx * row, sigma[3 * b + a], k, nx);
          }
        }
      }
      if (factor != null || conducts != null) {
        for (double[] s : kept) {
          scale(s, k, row);
        }
      }
    }
  }

  private void scale(double[] s, int k, int row) {
    int nx = film.nx();
    int c = nx * row;
    int column = nx * (row % film.ny());
    for (int i = 0; factor != null && i < nx; i++) {
      s[k + i] *= factor[c + i];
    }
    for (int i = 0; conducts != null && i < nx; i++) {
      s[k + i] = conducts[column + i] ? s[k + i] : 0;
    }
  }

  private void evenRows(int from, int to) {
    sum(even, symmetric.stencil(), from, to);
  }

  private void oddRows(int from, int to) {
    sum(odd, hall.skew(), from, to);
  }

  private void sum(Term[][] terms, Stencil matrix, int from, int to) {
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      for (int n = 1; n < terms.length; n++) {
        for (int t = 0; t < terms[n].length; t += 4) {
          add(matrix.couplings()[n], t == 0 ? 0 : 1, terms[n], t, start, start + layout.nx());
        }
      }
    }
  }

  /** Adds four products at a time, which the compiler keeps in registers. */
  private static void add(double[] out, double keep, Term[] terms, int t, int start, int end) {
    double[] a = terms[t].sigma;
    double[] b = terms[t + 1].sigma;
    double[] c = terms[t + 2].sigma;
    double[] d = terms[t + 3].sigma;
    double u = terms[t].weight;
    double v = terms[t + 1].weight;
    double w = terms[t + 2].weight;
    double x = terms[t + 3].weight;
    int o = terms[t].offset;
    int p = terms[t + 1].offset;
    int q = terms[t + 2].offset;
    int r = terms[t + 3].offset;
    for (int k = start; k < end; k++) {
      out[k] = keep * out[k] + ((u * a[k + o] + v * b[k + p]) + (w * c[k + q] + x * d[k + r]));
    }
  }

  /** Each row sums to zero. */
  private void centreRows(int from, int to) {
    double[][] couplings = symmetric.stencil().couplings();
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      int end = start + layout.nx();
      Arrays.fill(couplings[0], start, end, 0);
      for (int n = 1; n < offsets.length; n++) {
        subtract(couplings[0], couplings[n], offsets[n], start, end);
      }
    }
  }

  private static void subtract(double[] centre, double[] c, int offset, int start, int end) {
    for (int k = start; k < end; k++) {
      centre[k] -= c[k] + c[k - offset];
    }
  }
}
