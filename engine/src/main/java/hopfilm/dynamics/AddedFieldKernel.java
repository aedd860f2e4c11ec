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
 * {@link Magnet#withTerm}, or some of these: computes them at each stage of a step, before the
 * rows, and hands them to the rows as one array ({@link LlgKernel#addedField}).
 */
final class AddedFieldKernel implements LlgKernel {

  private final LlgKernel rows;
  private final Magnet magnet;
  private final VectorField noise;
  private final VectorField m;
  private final VectorField h;
  private final PaddedField added;

  /**
   * @param rows the kernel of all other terms, which adds a given field
   * @param noise the thermal field, null without; read at each stage
   */
  AddedFieldKernel(LlgKernel rows, Magnet magnet, VectorField noise) {
    this.rows = rows;
    this.magnet = magnet;
    this.noise = noise;
    this.m = new VectorField(magnet.grid());
    this.h = new VectorField(magnet.grid());
    this.added = new PaddedField(rows.layout());
    rows.addedField(added);
  }

  @Override
  public String name() {
    return rows.name();
  }

  @Override
  public PaddedLayout layout() {
    return rows.layout();
  }

  @Override
  public void prepare(PaddedField in, Parallel parallel) {
    rows.prepare(in, parallel);
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
      parallel.forRange(h.x().length, 256, this::addNoise);
    }
    added.pack(h);
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
    rows.rightHandSide(in, drift, s, out, from, to);
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
    rows.stage(in, base, next, drift, s, weight, from, to);
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
    rows.lastStage(first, second, third, next, drift, s, weight, from, to);
  }

  @Override
  public void fillGhosts(PaddedField field) {
    rows.fillGhosts(field);
  }

  @Override
  public void fillGhosts(PaddedField field, int from, int to) {
    rows.fillGhosts(field, from, to);
  }

  @Override
  public void externalField(double x, double y, double z) {
    rows.externalField(x, y, z);
  }

  @Override
  public void addedField(PaddedField field) {
    throw new UnsupportedOperationException("this kernel computes the added field itself");
  }
}
