package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.EnergyTerm;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.Parallel;
import java.util.Arrays;

/**
 * A kernel with the demagnetising field of all cells, the thermal field and the fields of terms of
 * {@link Magnet#withTerm}, or some of these, added to its right-hand side F: the equation of motion
 * is linear in the field, so the contribution of another field,
 *
 * <pre>
 *   -(gamma0/(1 + alpha^2)) (m x H + alpha m x (m x H)),
 * </pre>
 *
 * is added after a stage, and to what enters the sum before the last one. The fused loops stay as
 * they are.
 */
final class AddedFieldKernel implements LlgKernel {

  private final LlgKernel kernel;
  private final Magnet magnet;
  private final double[] precession;
  private final double[] damping;
  private final VectorField m;
  private final VectorField noise;
  private final ThreadLocal<double[]> slopes;
  private final boolean ofTexture;
  private final VectorField h;

  /**
   * @param kernel the kernel of all other terms
   * @param gamma0 gyromagnetic ratio, 0 for the direction of descent
   * @param noise the thermal field, null without; read at each stage
   */
  AddedFieldKernel(LlgKernel kernel, Magnet magnet, double gamma0, VectorField noise) {
    this.kernel = kernel;
    this.magnet = magnet;
    int n = magnet.grid().cells();
    this.precession = new double[n];
    this.damping = new double[n];
    for (int i = 0; i < n; i++) {
      if (magnet.isFrozen(i)) {
        continue;
      }
      double alpha = magnet.material().alpha().at(i);
      double f = gamma0 / (1 + alpha * alpha);
      precession[i] = f;
      damping[i] = gamma0 == 0 ? 1 : f * alpha;
    }
    this.m = new VectorField(magnet.grid());
    this.noise = noise;
    int row = 3 * magnet.grid().nx();
    this.slopes = ThreadLocal.withInitial(() -> new double[row]);
    this.ofTexture = magnet.dipolar() != null || !magnet.addedTerms().isEmpty();
    this.h = ofTexture ? new VectorField(magnet.grid()) : noise;
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
    if (ofTexture) {
      in.unpack(m);
      if (magnet.dipolar() != null) {
        magnet.dipolar().field(m, h, parallel);
      } else {
        for (int c = 0; c < 3; c++) {
          Arrays.fill(h.component(c), 0);
        }
      }
      for (EnergyTerm term : magnet.addedTerms()) {
        term.addField(m, h);
      }
      if (noise != null) {
        parallel.forRange(precession.length, 256, this::addNoise);
      }
    }
  }

  private void addNoise(int from, int to) {
    for (int i = from; i < to; i++) {
      h.x()[i] += noise.x()[i];
      h.y()[i] += noise.y()[i];
      h.z()[i] += noise.z()[i];
    }
  }

  @Override
  public void rightHandSide(
      PaddedField in, Drift drift, double s, PaddedField out, int from, int to) {
    kernel.rightHandSide(in, drift, s, out, from, to);
    add(in, out, 1, from, to);
  }

  @Override
  public void stage(
      PaddedField in,
      PaddedField base,
      PaddedField next,
      Drift drift,
      double s,
      double weight,
      int from,
      int to) {
    kernel.stage(in, base, next, drift, s, weight, from, to);
    add(in, next, weight, from, to);
    kernel.fillGhosts(next, from, to);
  }

  @Override
  public void lastStage(
      PaddedField first,
      PaddedField second,
      PaddedField third,
      PaddedField next,
      Drift drift,
      double s,
      double weight,
      int from,
      int to) {
    // a third of the first enters the sum
    add(third, first, 3 * weight, from, to);
    kernel.lastStage(first, second, third, next, drift, s, weight, from, to);
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

  /** Adds a multiple of the change of dm/dt of {@code in} by the field. */
  private void add(PaddedField in, PaddedField out, double weight, int from, int to) {
    int nx = magnet.grid().nx();
    double[] f = slopes.get();
    for (int row = from; row < to; row++) {
      int start = layout().start(row);
      slope(in, row, f);
      scaled(f, 0, weight, out.x(), start, nx);
      scaled(f, nx, weight, out.y(), start, nx);
      scaled(f, 2 * nx, weight, out.z(), start, nx);
    }
  }

  private static void scaled(double[] f, int at, double weight, double[] out, int start, int n) {
    for (int i = 0; i < n; i++) {
      out[start + i] += weight * f[at + i];
    }
  }

  /** Change of dm/dt of a row by the added field, the components one after the other. */
  private void slope(PaddedField in, int row, double[] f) {
    final int nx = magnet.grid().nx();
    final int cell = row * nx;
    final int start = layout().start(row);
    final double[] mx = in.x();
    final double[] my = in.y();
    final double[] mz = in.z();
    final double[] hx = h.x();
    final double[] hy = h.y();
    final double[] hz = h.z();
    for (int i = 0; i < nx; i++) {
      double x = mx[start + i];
      double y = my[start + i];
      double z = mz[start + i];
      double d = damping[cell + i];
      double p = precession[cell + i];
      double qx = d * hx[cell + i];
      double qy = d * hy[cell + i];
      double qz = d * hz[cell + i];
      double px = p * hx[cell + i] + y * qz - z * qy;
      double py = p * hy[cell + i] + z * qx - x * qz;
      double pz = p * hz[cell + i] + x * qy - y * qx;
      f[i] = z * py - y * pz;
      f[nx + i] = x * pz - z * px;
      f[2 * nx + i] = y * px - x * py;
    }
  }
}
