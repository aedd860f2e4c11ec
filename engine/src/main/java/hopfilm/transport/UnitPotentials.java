package hopfilm.transport;

import hopfilm.solver.StateReader;
import hopfilm.solver.StateWriter;
import java.io.IOException;

/**
 * The potentials of the film with one electrode at 1 V and the others at 0 V, for its conductance
 * matrix. They are kept as first guesses for the next texture.
 */
final class UnitPotentials {
  /** Leaves errors of about 1e-12 of the largest conductance. */
  private static final double TOLERANCE = 1e-11;

  private final CurrentFlow flow;
  private double[][] potentials;

  UnitPotentials(CurrentFlow flow) {
    this.flow = flow;
  }

  void forget() {
    potentials = null;
  }

  /** The potentials, as last computed; null before. */
  double[][] potentials() {
    return potentials;
  }

  void save(StateWriter out) throws IOException {
    out.part("unit potentials");
    out.flag(potentials != null);
    for (int j = 0; potentials != null && j < potentials.length; j++) {
      out.numbers(potentials[j]);
    }
  }

  void restore(StateReader in) throws IOException {
    in.part("unit potentials");
    potentials = in.flag() ? new double[flow.electrodes().size()][flow.potentialLength()] : null;
    for (int j = 0; potentials != null && j < potentials.length; j++) {
      in.numbers(potentials[j]);
    }
  }

  ConductanceMatrix conductanceMatrix() {
    return conductanceMatrix(TOLERANCE);
  }

  /** The matrix of the film without contact resistances. */
  ConductanceMatrix conductanceMatrix(double tolerance) {
    int n = flow.electrodes().size();
    if (potentials == null) {
      potentials = new double[n][flow.potentialLength()];
    }
    double[][] g = new double[n][n];
    double[] voltages = new double[n];
    int iterations = 0;
    double residual = 0;
    for (int j = 0; j < n; j++) {
      voltages[j] = 1;
      Solution solution = flow.solveFilm(voltages, potentials[j], tolerance);
      voltages[j] = 0;
      iterations += solution.iterations();
      residual = Math.max(residual, solution.residual());
      double[] currents = flow.currents(potentials[j]);
      for (int i = 0; i < n; i++) {
        g[i][j] = currents[i];
      }
    }
    return ConductanceMatrix.of(g, residual, iterations);
  }
}
