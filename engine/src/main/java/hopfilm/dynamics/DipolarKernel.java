package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Magnet;
import hopfilm.solver.Parallel;

/**
 * A kernel with the demagnetising field of all cells added to its right-hand side F: the equation
 * of motion is linear in the field, so what another field makes,
 *
 * <pre>
 *   -(gamma0/(1 + alpha^2)) (m x H + alpha m x (m x H)),
 * </pre>
 *
 * is added after a stage, and to the sum before the last one. The fused loops stay as they are; one
 * more sweep is little beside the transforms that the field takes.
 */
final class DipolarKernel implements LlgKernel {

  private final LlgKernel kernel;
  private final Magnet magnet;
  private final double[] precession;
  private final double[] damping;
  private final VectorField m;
  private final VectorField h;

  /**
   * @param kernel the kernel of all other terms
   * @param magnet a magnet with a dipolar field
   * @param gamma0 gyromagnetic ratio, 0 for the direction of descent
   */
  DipolarKernel(LlgKernel kernel, Magnet magnet, double gamma0) {
    this.kernel = kernel;
    this.magnet = magnet;
    int n = magnet.grid().cells();
    this.precession = new double[n];
    this.damping = new double[n];
    for (int i = 0; i < n; i++) {
      double alpha = magnet.material().alpha().at(i);
      double f = gamma0 / (1 + alpha * alpha);
      precession[i] = f;
      damping[i] = gamma0 == 0 ? 1 : f * alpha;
    }
    this.m = new VectorField(magnet.grid());
    this.h = new VectorField(magnet.grid());
  }

  @Override
  public String name() {
    return kernel.name();
  }

  @Override
  public PaddedLayout layout() {
    return kernel.layout();
  }

  @Override
  public void prepare(PaddedField in, Parallel parallel) {
    kernel.prepare(in, parallel);
    in.unpack(m);
    magnet.dipolar().field(m, h, parallel);
  }

  @Override
  public void rightHandSide(
      PaddedField in, Drift drift, double s, PaddedField out, int from, int to) {
    kernel.rightHandSide(in, drift, s, out, from, to);
    add(out, 1, from, to);
  }

  @Override
  public void stage(
      PaddedField in,
      PaddedField base,
      PaddedField sumIn,
      PaddedField sum,
      PaddedField next,
      Drift drift,
      double s,
      double b,
      double c,
      int from,
      int to) {
    kernel.stage(in, base, sumIn, sum, next, drift, s, b, c, from, to);
    add(sum, b, from, to);
    add(next, c, from, to);
    kernel.fillGhosts(next, from, to);
  }

  @Override
  public void lastStage(
      PaddedField in,
      PaddedField sum,
      PaddedField next,
      Drift drift,
      double s,
      double b,
      int from,
      int to) {
    add(sum, b, from, to);
    kernel.lastStage(in, sum, next, drift, s, b, from, to);
  }

  @Override
  public void fillGhosts(PaddedField field) {
    kernel.fillGhosts(field);
  }

  @Override
  public void fillGhosts(PaddedField field, int from, int to) {
    kernel.fillGhosts(field, from, to);
  }

  @Override
  public void externalField(double x, double y, double z) {
    kernel.externalField(x, y, z);
  }

  /** out += weight times what the prepared field adds to dm/dt. */
  private void add(PaddedField out, double weight, int from, int to) {
    int nx = magnet.grid().nx();
    for (int row = from; row < to; row++) {
      int shift = layout().start(row) - row * nx;
      for (int i = row * nx; i < (row + 1) * nx; i++) {
        double x = m.x()[i];
        double y = m.y()[i];
        double z = m.z()[i];
        double qx = damping[i] * h.x()[i];
        double qy = damping[i] * h.y()[i];
        double qz = damping[i] * h.z()[i];
        double px = precession[i] * h.x()[i] + y * qz - z * qy;
        double py = precession[i] * h.y()[i] + z * qx - x * qz;
        double pz = precession[i] * h.z()[i] + x * qy - y * qx;
        out.x()[i + shift] += weight * (z * py - y * pz);
        out.y()[i + shift] += weight * (x * pz - z * px);
        out.z()[i + shift] += weight * (y * px - x * py);
      }
    }
  }
}
