package hopfilm.transport;

import hopfilm.solver.Elimination;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.Electrode.Drive;
import java.io.IOException;
import java.util.Arrays;

/**
 * The potentials of the film with one electrode at 1 V and the others at 0 V, for its conductance
 * matrix. They are kept as first guesses for the next texture, unless they are too many: the
 * potential of one contact among hundreds is gone a few contacts away, so that a guess of zero is
 * not far from it. Between many contacts the matrix needs no potential at all ({@link
 * Elimination}).
 */
final class UnitPotentials {
  /** Leaves errors of about 1e-12 of the largest conductance. */
  private static final double TOLERANCE = 1e-11;

  /** Numbers that are kept, 1 GB of them. */
  private static final long MAX_KEPT = 1L << 27;

  /** From here on one elimination takes less time than potentials from the guesses of before. */
  private static final int MANY = 32;

  private final FilmPotential film;
  private final int[][] groups;
  private final boolean isEliminated;
  private boolean areKept;
  private double[][] potentials; // null where none was needed yet

  /**
   * @param groups the electrodes that film connects with each other
   */
  UnitPotentials(FilmPotential film, int[][] groups) {
    this.film = film;
    this.groups = groups;
    this.isEliminated = areMany(film.electrodes()) && film.canReduce();
    this.areKept = areKept(film.electrodes(), film.layout().nodes());
  }

  /** True if the potentials of n electrodes are kept. */
  static boolean areKept(int electrodes, long nodes) {
    return electrodes * nodes <= MAX_KEPT;
  }

  /** True if the matrix between so many electrodes is eliminated, in a film that allows it. */
  static boolean areMany(int electrodes) {
    return electrodes >= MANY;
  }

  /** Keeps the potentials however many they are, as somebody needs them, or none. */
  void keep(boolean all) {
    areKept = all;
    potentials = all ? potentials : null;
  }

  void forget() {
    potentials = null;
  }

  /** The potentials, as last computed; null before, and where they are not kept. */
  double[][] potentials() {
    return potentials;
  }

  void save(StateWriter out) throws IOException {
    out.part("unit potentials");
    out.flag(potentials != null);
    for (int j = 0; potentials != null && j < potentials.length; j++) {
      out.flag(potentials[j] != null);
      if (potentials[j] != null) {
        out.numbers(guess(j));
      }
    }
  }

  void restore(StateReader in) throws IOException {
    in.part("unit potentials");
    potentials = in.flag() ? new double[film.electrodes()][] : null;
    for (int j = 0; potentials != null && j < potentials.length; j++) {
      if (in.flag()) {
        in.numbers(guess(j));
      }
    }
  }

  /** The potential of an electrode as last computed, zero before. */
  private double[] guess(int j) {
    if (potentials[j] == null) {
      potentials[j] = new double[film.layout().nodes()];
    }
    return potentials[j];
  }

  /** The matrix of the film without contact resistances. */
  ConductanceMatrix conductanceMatrix() {
    return isEliminated ? eliminated() : withPotentials(TOLERANCE);
  }

  private ConductanceMatrix eliminated() {
    return ConductanceMatrix.of(film.reduced(), 0, 0);
  }

  /** The same from the potentials, for those who need these too. */
  ConductanceMatrix withPotentials() {
    return withPotentials(TOLERANCE);
  }

  ConductanceMatrix withPotentials(double tolerance) {
    int n = film.electrodes();
    if (potentials == null && areKept) {
      potentials = new double[n][];
    }
    double[][] g = new double[n][n];
    double[] voltages = new double[n];
    double[] passing = areKept ? null : new double[film.layout().nodes()];
    int iterations = 0;
    double residual = 0;
    double leak = 0;
    for (int j = 0; j < n; j++) {
      voltages[j] = 1;
      if (!areKept) {
        Arrays.fill(passing, 0);
      }
      double[] potential = areKept ? guess(j) : passing;
      Solution solution = film.solve(voltages, potential, tolerance);
      voltages[j] = 0;
      iterations += solution.iterations();
      residual = Math.max(residual, solution.residual());
      double[] currents = film.currents(potential);
      leak = Math.max(leak, film.isGrounded() ? film.leak(potential) : 0);
      for (int i = 0; i < n; i++) {
        g[i][j] = currents[i];
      }
    }
    return film.isGrounded()
        ? ConductanceMatrix.grounded(g, leak, residual, iterations)
        : ConductanceMatrix.of(g, residual, iterations);
  }

  /**
   * The matrix from G_ij = P_i.K P_j, whose error is of second order in those of the potentials P;
   * the last electrode of each group needs no potential, as rows sum to zero. So it is symmetric
   * and its rows sum to zero by construction. With inverters there is no such sum, and every
   * electrode needs its potential.
   */
  ConductanceMatrix fromHeat(double tolerance) {
    if (isEliminated) {
      return eliminated();
    }
    if (!areKept) { // errors of the currents are of first order
      return withPotentials(tolerance * tolerance);
    }
    int n = film.electrodes();
    if (potentials == null) {
      potentials = new double[n][];
    }
    double[][] g = new double[n][n];
    double[] voltages = new double[n];
    int iterations = 0;
    double residual = 0;
    for (int[] group : groups) {
      // without the ground as one of them the electrodes' currents need not add up to zero
      int needed = film.isGrounded() ? group.length : group.length - 1;
      for (int a = 0; a < needed; a++) {
        int j = group[a];
        voltages[j] = 1;
        double[] potential = guess(j);
        Solution solution = film.solve(voltages, potential, tolerance);
        voltages[j] = 0;
        iterations += solution.iterations();
        residual = Math.max(residual, solution.residual());
        double[] currents = film.currents(potential, potentials);
        for (int b = 0; b <= a; b++) {
          g[group[b]][j] = currents[group[b]];
          g[j][group[b]] = currents[group[b]];
        }
      }
      if (!film.isGrounded()) {
        closeRows(g, group);
      }
    }
    return film.isGrounded()
        ? ConductanceMatrix.grounded(g, 0, residual, iterations)
        : ConductanceMatrix.of(g, residual, iterations);
  }

  /**
   * Has the currents of connected electrodes add up to zero: what is left over is an error of the
   * solution, and those that a voltage drives carry it by their size.
   */
  void close(double[] currents, GivenValues given) {
    for (int[] group : film.isGrounded() ? new int[0][] : groups) {
      double sum = 0;
      double size = 0;
      for (int k : group) {
        sum += currents[k];
        size += given.kind(k) == Drive.VOLTAGE ? Math.abs(currents[k]) : 0;
      }
      for (int k : group) {
        boolean isSolved = given.kind(k) == Drive.VOLTAGE && size > 0;
        currents[k] -= isSolved ? sum * Math.abs(currents[k]) / size : 0;
      }
    }
  }

  private static void closeRows(double[][] g, int[] group) {
    int last = group[group.length - 1];
    for (int i : group) {
      double sum = 0;
      for (int j : group) {
        sum += j == last ? 0 : g[i][j];
      }
      g[i][last] = -sum;
      g[last][i] = -sum;
    }
  }
}
