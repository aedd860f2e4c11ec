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
 * A kernel with the demagnetising field of all cells, the Oersted field of the current, an external
 * field that varies in space, the thermal field and the fields of terms of {@link Magnet#withTerm},
 * or some of these: computes them at each stage of a step, before the rows, and hands them to the
 * rows as one array ({@link LlgKernel#addedField}).
 */
final class AddedFieldKernel implements LlgKernel {

  private final LlgKernel rows;
  private final Magnet magnet;
  private final VectorField noise; // null if none
  private final VectorField still; // external field of the magnet in each cell, null if none
  private final DrivenField.Moment cells; // null if none
  private final OerstedDrive oersted; // null if none
  private final PaddedField added;
  private final VectorField m; // for terms of the texture, null if none
  private final VectorField h; // of these and of the noise, null if none

  /**
   * Fields that do not follow from the texture.
   *
   * @param noise the thermal field, null if none
   * @param cells an external field that varies in space, null if none
   * @param oersted null if none
   */
  record Fields(VectorField noise, DrivenField.Moment cells, OerstedDrive oersted) {

    static final Fields NONE = new Fields(null, null, null);

    boolean isNone() {
      return noise == null && cells == null && oersted == null;
    }
  }

  /**
   * @param rows the kernel of all other terms, which adds a given field
   * @param fields what is read at each stage
   */
  AddedFieldKernel(LlgKernel rows, Magnet magnet, Fields fields) {
    this.rows = rows;
    this.magnet = magnet;
    this.noise = fields.noise();
    this.cells = fields.cells();
    this.still = magnet.fieldOfCells().orElse(null);
    this.oersted = fields.oersted();
    this.added = new PaddedField(rows.layout());
    boolean hasTerms = !magnet.addedTerms().isEmpty();
    this.m = hasTerms ? new VectorField(magnet.grid()) : null;
    boolean isKnown = noise != null || still != null || cells != null;
    this.h = hasTerms || isKnown ? new VectorField(magnet.grid()) : null;
    rows.addedField(added);
  }

  Magnet magnet() {
    return magnet;
  }

  /** The kernel of all other terms. */
  LlgKernel rows() {
    return rows;
  }

  /**
   * True if what is added neither follows the texture nor changes within a step, the Oersted field
   * apart.
   */
  boolean isFixed() {
    return magnet.dipolar() == null && m == null && (cells == null || cells.isConstant());
  }

  /** True if the current adds its Oersted field at this moment. */
  boolean hasOersted() {
    return oersted != null && oersted.isOn();
  }

  /**
   * The field that {@link #isFixed}, without the Oersted field: the same at each stage of a step.
   */
  PaddedField fixed() {
    if (h == null) {
      return null;
    }
    clear();
    addKnown(Parallel.SERIAL);
    added.pack(h);
    return added;
  }

  private void clear() {
    for (int c = 0; c < 3; c++) {
      Arrays.fill(h.component(c), 0);
    }
  }

  /** Adds the fields from outside to h. */
  private void addKnown(Parallel parallel) {
    add(noise, 1, parallel);
    add(still, 1, parallel);
    if (cells != null) {
      add(cells.field(), cells.factor(), parallel);
    }
  }

  private void add(VectorField field, double f, Parallel parallel) {
    if (field != null && f != 0) {
      parallel.forRange(h.x().length, 256, (from, to) -> add(field, f, from, to));
    }
  }

  /**
   * The field of a stage, with the Oersted field where the current has one.
   *
   * @param time 0, 1 or 2 for begin, middle and end of the step
   * @param other all else that is added, null for nothing
   */
  PaddedField withOersted(int time, PaddedField other) {
    return hasOersted() ? oersted.with(time, other) : other;
  }

  /** True if the demagnetising field is all that is added, the Oersted field apart. */
  boolean isDipolarOnly() {
    return magnet.dipolar() != null && h == null;
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
    rows.addedField(added);
    if (h != null) {
      clear();
      if (m != null) {
        in.unpack(m);
      }
      for (EnergyTerm term : magnet.addedTerms()) {
        term.addField(m, h);
      }
      addKnown(parallel);
    }
    if (magnet.dipolar() == null) {
      if (h == null) {
        rows.addedField(withOersted(0, null));
        return;
      }
      added.pack(h);
    } else {
      magnet.dipolar().field(PaddedArrays.of(in), PaddedArrays.of(added), parallel);
      if (h != null) {
        parallel.forRange(layout().rows(), 8, this::addRows);
      }
    }
    if (oersted != null) {
      oersted.addTo(added);
    }
  }

  private void add(VectorField field, double f, int from, int to) {
    for (int i = from; i < to; i++) {
      h.x()[i] += f * field.x()[i];
      h.y()[i] += f * field.y()[i];
      h.z()[i] += f * field.z()[i];
    }
  }

  private void addRows(int from, int to) {
    int nx = layout().grid().nx();
    for (int row = from; row < to; row++) {
      int start = layout().start(row);
      for (int i = 0; i < nx; i++) {
        added.x()[start + i] += h.x()[row * nx + i];
        added.y()[start + i] += h.y()[row * nx + i];
        added.z()[start + i] += h.z()[row * nx + i];
      }
    }
  }

  @Override
  public void rightHandSide(
      PaddedField in, Drift drift, double since, PaddedField out, int from, int to) {
    rows.rightHandSide(in, drift, since, out, from, to);
  }

  @Override
  public void stage(
      PaddedField in,
      PaddedField base,
      PaddedField next,
      Drift drift,
      double since,
      double weight,
      int from,
      int to) {
    rows.stage(in, base, next, drift, since, weight, from, to);
  }

  @Override
  public void lastStage(
      PaddedField first,
      PaddedField second,
      PaddedField third,
      PaddedField next,
      Drift drift,
      double since,
      double weight,
      int from,
      int to) {
    rows.lastStage(first, second, third, next, drift, since, weight, from, to);
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
  public void through(double density) {
    rows.through(density);
  }

  @Override
  public void addedField(PaddedField field) {
    throw new UnsupportedOperationException("this kernel computes the added field itself");
  }
}
