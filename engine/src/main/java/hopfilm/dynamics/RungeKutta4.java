package hopfilm.dynamics;

import hopfilm.kernel.Kernels;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.RungeKuttaPass;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;

/**
 * The classical Runge-Kutta scheme of order 4, in equal steps up to the target: in one pass over
 * the film where the kernel can and no potential is solved between the stages, else in four sweeps.
 */
final class RungeKutta4 implements Stepper {

  private static final double[] LATE = {0, 0.5, 0.5, 1};

  private final Parallel parallel;
  private final Drives drives;
  private final PaddedField m;

  private LlgKernel kernel;
  private RungeKuttaPass pass;
  private Sweeps sweeps;
  private double time;
  private double end;
  private double dt;

  /** What lies between the stages where they are swept one by one. */
  private record Sweeps(PaddedField first, PaddedField second, PaddedField third) {}

  RungeKutta4(PaddedField m, Drives drives, Parallel parallel) {
    this.parallel = parallel;
    this.drives = drives;
    this.m = m;
  }

  @Override
  public void kernel(LlgKernel changed) {
    kernel = changed;
    pass = Kernels.pass(changed, parallel);
  }

  @Override
  public void restart() {
    // nothing is kept
  }

  @Override
  public void drivesChanged() {
    // nothing is kept
  }

  @Override
  public void save(StateWriter out) {
    // nothing is kept
  }

  @Override
  public void restore(StateReader in) {
    // nothing is kept
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
    drives.beginStep(dt, parallel);
    if (pass != null && !drives.solvesEveryStage()) {
      for (int k = 0; k < LATE.length; k++) {
        drives.prepare(kernel, time + LATE[k] * dt, end);
        pass.drive(k, drives.drift(), drives.extrapolation());
      }
      pass.step(m, dt);
    } else {
      sweep();
    }
    return end;
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
    stage(m, a, LATE[0], dt / 2);
    stage(a, b, LATE[1], dt / 2);
    stage(b, c, LATE[2], dt);
    prepare(c, LATE[3]);
    parallel.forRange(
        m.layout().rows(),
        8,
        (first, last) ->
            kernel.lastStage(
                a, b, c, m, drives.drift(), drives.extrapolation(), dt / 6, first, last));
  }

  private void stage(PaddedField in, PaddedField next, double late, double weight) {
    prepare(in, late);
    parallel.forRange(
        m.layout().rows(),
        8,
        (first, last) ->
            kernel.stage(in, m, next, drives.drift(), drives.extrapolation(), weight, first, last));
  }

  private void prepare(PaddedField in, double late) {
    // the first stage was solved before the step, for its length
    if (late > 0 && drives.solvesEveryStage()) {
      drives.solve(in, time + late * dt, dt);
    }
    drives.prepare(kernel, time + late * dt, end);
    kernel.prepare(in, parallel);
  }
}
