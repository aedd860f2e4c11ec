package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;

/**
 * The force that takes a texture down its energy, in each cell
 *
 * <pre>
 *   f = -(Ms/Mmax) m x (m x H) / Mmax = -P dE/dm / (mu0 Mmax^2 V)
 * </pre>
 *
 * with P the projection across m and Mmax the largest Ms of the film. Cells that do not move have
 * none.
 */
final class MagnetForce {

  /** Longest stable step of a descent with momentum, by the root of the stiffest curvature. */
  private static final double STEP = 0.8;

  private final Magnet magnet;
  private final Parallel parallel;
  private final PaddedLayout layout;
  private final LlgKernel kernel;
  private final PaddedField texture;
  private final PaddedField force;
  private final double[] scale; // of each cell [m/A]
  private final double step;

  MagnetForce(Magnet magnet, KernelChoice choice, Parallel parallel) {
    this.magnet = magnet;
    this.parallel = parallel;
    this.layout = new PaddedLayout(magnet.grid(), magnet.bonds().reach());
    this.kernel = LlgEquation.descent(magnet, layout, choice);
    this.texture = new PaddedField(layout);
    this.force = new PaddedField(layout);
    this.scale = new double[magnet.grid().cells()];
    double largest = magnet.material().Ms().maxAbs();
    for (int c = 0; c < scale.length; c++) {
      double ms = magnet.isFrozen(c) ? 0 : magnet.material().Ms().at(c);
      scale[c] = ms / (largest * largest);
    }
    this.step = STEP / Math.sqrt(new TimeStep(magnet, Integrator.RK4).fieldBound() / largest);
  }

  Magnet magnet() {
    return magnet;
  }

  /** The longest step of a descent with momentum. */
  double longestStep() {
    return step;
  }

  /** Energy of a texture [J]. */
  double energy(VectorField m) {
    return magnet.energies(m).total();
  }

  /** Computes the force on a texture. */
  void of(VectorField m, VectorField out) {
    texture.pack(m);
    kernel.fillGhosts(texture);
    kernel.prepare(texture, parallel);
    parallel.forRange(
        layout.rows(), 8, (from, to) -> kernel.rightHandSide(texture, null, 0, force, from, to));
    force.unpack(out);
    for (double[] f : out.components()) {
      for (int c = 0; c < scale.length; c++) {
        f[c] *= scale[c];
      }
    }
  }
}
