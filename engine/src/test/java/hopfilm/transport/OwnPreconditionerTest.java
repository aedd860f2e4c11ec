package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.parallel.Parallel;
import hopfilm.solver.FixedNodes;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.PlainStencilKernel;
import hopfilm.solver.Preconditioner;
import hopfilm.solver.Stencil;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A preconditioner from outside, made of public classes alone, finds the same potential. */
class OwnPreconditionerTest {

  /** One symmetric sweep of Gauss and Seidel: M = (D + L) D^-1 (D + L^T), of the free nodes. */
  private static final class Sweep implements Preconditioner {
    private final NodeLayout layout;
    private final float[] z;
    private boolean[] isFree;
    private Stencil a;
    private int[] offsets;
    private int prepared;

    Sweep(NodeLayout layout) {
      this.layout = layout;
      this.z = new float[layout.length()];
    }

    @Override
    public void prepare(FixedNodes fixed, Stencil matrix) {
      double[][] own = matrix.couplings().clone(); // the film writes into its arrays
      for (int n = 0; n < own.length; n++) {
        own[n] = own[n].clone();
      }
      a = new Stencil(layout, own);
      offsets = a.offsets();
      isFree = new boolean[layout.length()];
      for (int row = 0; row < layout.rows(); row++) {
        for (int k = layout.start(row); k < layout.start(row) + layout.nx(); k++) {
          isFree[k] = a.centre()[k] > 0;
        }
      }
      for (int k : fixed.all()) {
        isFree[k] = false;
      }
      prepared++;
    }

    @Override
    public float[] apply(double[] r, double scale) {
      double[] x = new double[z.length];
      for (int k = 0; k < z.length; k++) {
        x[k] = isFree[k] ? (scale * r[k] - neighbours(x, k, -1)) / a.centre()[k] : 0;
      }
      for (int k = z.length - 1; k >= 0; k--) {
        x[k] -= isFree[k] ? neighbours(x, k, 1) / a.centre()[k] : 0;
        z[k] = (float) x[k];
      }
      return z;
    }

    /** What the neighbours before or behind a node couple to it. */
    private double neighbours(double[] x, int k, int side) {
      double sum = 0;
      for (int n = 1; n < offsets.length; n++) {
        int other = k + side * offsets[n];
        sum += a.couplings()[n][side > 0 ? k : other] * x[other];
      }
      return sum;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void findsTheSamePotential(double hallAngle) {
    Grid film = Grid.film(40, 30, 4e-9, 1e-9);
    AmrConductivity sigma = new AmrConductivity(1.5e-7, 0.5, hallAngle, true);
    List<Electrode> electrodes = ElectrodeLayouts.corners(film, 24e-9);
    Sweep[] own = new Sweep[1];
    CurrentFlow flow =
        new CurrentFlow(
            CellMask.full(film),
            sigma,
            electrodes,
            Parallel.SERIAL,
            new PlainStencilKernel(),
            (layout, spacing, kernel, parallel) -> own[0] = new Sweep(layout));
    CurrentFlow usual = new CurrentFlow(film, sigma, electrodes, Parallel.SERIAL);
    double[] found = solve(flow);
    assertThat(own[0].prepared).isEqualTo(1);
    // both are right to 1e-9 in the currents left over, and differ by the condition of 40 cells
    assertThat(found).containsExactly(solve(usual), within(1e-7));
  }

  private static double[] solve(CurrentFlow flow) {
    Held held = flow.with(SmoothTexture.of(flow.film(), 1));
    double[] potential = new double[flow.potentialLength()];
    Solution solution = held.solve(new double[] {0, 1, -1, 0.5}, potential, 1e-9);
    assertThat(solution.residual()).isLessThan(1e-9);
    return potential;
  }
}
