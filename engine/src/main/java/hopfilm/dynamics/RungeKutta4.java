package hopfilm.dynamics;

import hopfilm.kernel.Kernels;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.kernel.RungeKuttaPass;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;

/**
 * The classical Runge-Kutta scheme of order 4, in equal steps up to the target: in one pass over
 * the film where the kernel can and no potential is solved between the stages, else in four sweeps.
 * The demagnetising field of other cells is known ahead where {@link FarField} can tell it.
 */
final class RungeKutta4 implements Stepper {

  /** Length of an array of which a dozen fit the cache: of 64 x 64 x 8 cells and some more. */
  private static final int SMALL = 100_000;

  private static final double[] LATE = {0, 0.5, 0.5, 1};
  private static final int[] TIME = {0, 1, 1, 2}; // which of the three times that is

  private final Parallel parallel;
  private final Drives drives;
  private final Numerics numerics;
  private final PaddedField m;

  private LlgKernel kernel;
  private LlgKernel rows; // of the kernel, without what it adds
  private RungeKuttaPass pass;
  private FarField far; // null where each stage has its own
  private AddedFieldKernel adding; // null where nothing is added
  private boolean isFixed; // what is added, at all stages
  private boolean hasFarStages; // the far fields of this step are known ahead
  private Sweeps sweeps;
  private double time;
  private double end;
  private double dt;

  /** The results of the first three stages, where these are swept one by one. */
  private record Sweeps(PaddedField first, PaddedField second, PaddedField third) {}

  RungeKutta4(PaddedField m, Drives drives, Numerics numerics, Parallel parallel) {
    this.parallel = parallel;
    this.drives = drives;
    this.numerics = numerics;
    this.m = m;
  }

  @Override
  public void kernel(LlgKernel changed) {
    kernel = changed;
    adding = changed instanceof AddedFieldKernel adds ? adds : null;
    rows = adding != null ? adding.rows() : changed;
    if (far != null) {
      far.settle(m);
    }
    far = adding != null ? FarField.of(adding, numerics, parallel) : null;
    isFixed = adding != null && adding.isFixed();
    boolean canPass = adding == null || far != null || isFixed;
    pass = canPass && !isSmallAndThick(rows.layout()) ? Kernels.pass(rows, parallel) : null;
  }

  /**
   * True for layers whose stages fit the cache as whole films. A pass keeps several rows of all
   * layers at once, and gains nothing there.
   */
  private static boolean isSmallAndThick(PaddedLayout layout) {
    return layout.grid().nz() > 1 && layout.size() < SMALL;
  }

  @Override
  public void restart() {
    if (far != null) {
      far.forget();
    }
  }

  @Override
  public void drivesChanged() {
    // no right-hand side is kept
  }

  @Override
  public void jumped() {
    if (far != null) {
      if (far.settle(m)) {
        kernel.fillGhosts(m);
      }
      far.forget();
    }
  }

  @Override
  public void save(StateWriter out) throws IOException {
    if (far != null) {
      far.save(out);
    }
  }

  @Override
  public void restore(StateReader in) throws IOException {
    if (far != null) {
      far.restore(in);
    }
  }

  @Override
  public boolean isPrepared() {
    return false;
  }

  @Override
  public long rejected() {
    return 0;
  }

  @Override
  public double expected(double longest) {
    return longest;
  }

  @Override
  public double advance(double from, double target, double longest) {
    double left = target - from;
    long n = Math.max(1, (long) Math.ceil(left / longest * (1 - 1e-9)));
    time = from;
    dt = left / n;
    end = n == 1 ? target : time + dt;
    drives.beginStep(dt);
    hasFarStages = far != null && far.begin(m, time, dt);
    boolean isOnePass = pass != null && !drives.solvesEveryStage();
    if (isOnePass && (far == null || hasFarStages)) {
      PaddedField fixed = isFixed ? adding.fixed() : null;
      for (int k = 0; k < LATE.length; k++) {
        drives.prepare(rows, time + LATE[k] * dt, end);
        if (hasFarStages || isFixed) {
          addField(k, hasFarStages ? far.stage(k) : fixed);
        }
        pass.drive(k, drives.drift(), drives.since());
      }
      pass.step(m, dt);
    } else {
      sweep();
    }
    if (hasFarStages && far.end(m, end, n == 1)) {
      kernel.fillGhosts(m);
    }
    return end;
  }

  /** Gives the rows of a stage a field to add, and the Oersted field. */
  private void addField(int k, PaddedField field) {
    rows.addedField(adding.withOersted(TIME[k], field));
  }

  private void sweep() {
    if (sweeps == null) {
      sweeps =
          new Sweeps(
              new PaddedField(m.layout()),
              new PaddedField(m.layout()),
              new PaddedField(m.layout()));
    }
    PaddedField a = sweeps.first();
    PaddedField b = sweeps.second();
    PaddedField c = sweeps.third();
    stage(m, a, 0, dt / 2);
    stage(a, b, 1, dt / 2);
    stage(b, c, 2, dt);
    prepare(c, 3);
    parallel.forRange(
        m.layout().rows(),
        8,
        (first, last) ->
            kernel.lastStage(a, b, c, m, drives.drift(), drives.since(), dt / 6, first, last));
  }

  private void stage(PaddedField in, PaddedField next, int k, double weight) {
    prepare(in, k);
    parallel.forRange(
        m.layout().rows(),
        8,
        (first, last) ->
            kernel.stage(in, m, next, drives.drift(), drives.since(), weight, first, last));
  }

  private void prepare(PaddedField in, int k) {
    double t = time + LATE[k] * dt;
    // the first stage was solved before the step, for its length
    if (k > 0 && drives.solvesEveryStage()) {
      drives.solve(in, t, dt, end);
    }
    drives.prepare(kernel, t, end);
    if (hasFarStages || (far != null && k == 0)) {
      addField(k, far.stage(k));
    } else {
      kernel.prepare(in, parallel);
    }
  }
}
