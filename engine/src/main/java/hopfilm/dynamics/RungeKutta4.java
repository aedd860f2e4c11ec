package hopfilm.dynamics;

import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.solver.Parallel;
import hopfilm.solver.StateReader;
import hopfilm.solver.StateWriter;

/** The classical Runge-Kutta scheme of order 4, in equal steps up to the target. */
final class RungeKutta4 implements Stepper {

  private final Parallel parallel;
  private final Drives drives;
  private final PaddedField m;
  private final PaddedField stageA;
  private final PaddedField stageB;
  private final PaddedField sum;

  private LlgKernel kernel;
  private double time;
  private double end;
  private double dt;

  RungeKutta4(PaddedField m, Drives drives, Parallel parallel) {
    this.parallel = parallel;
    this.drives = drives;
    this.m = m;
    this.stageA = new PaddedField(m.layout());
    this.stageB = new PaddedField(m.layout());
    this.sum = new PaddedField(m.layout());
  }

  @Override
  public void kernel(LlgKernel changed) {
    kernel = changed;
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
    stage(m, m, sum, stageA, 0, dt / 6, dt / 2);
    stage(stageA, sum, sum, stageB, dt / 2, dt / 3, dt / 2);
    stage(stageB, sum, sum, stageA, dt / 2, dt / 3, dt);
    prepare(stageA, dt);
    parallel.forRange(
        m.layout().rows(),
        8,
        (first, last) ->
            kernel.lastStage(
                stageA, sum, m, drives.drift(), drives.extrapolation(), dt / 6, first, last));
    return end;
  }

  private void stage(
      PaddedField in,
      PaddedField sumIn,
      PaddedField out,
      PaddedField next,
      double late,
      double b,
      double c) {
    prepare(in, late);
    parallel.forRange(
        m.layout().rows(),
        8,
        (first, last) ->
            kernel.stage(
                in,
                m,
                sumIn,
                out,
                next,
                drives.drift(),
                drives.extrapolation(),
                b,
                c,
                first,
                last));
  }

  private void prepare(PaddedField in, double late) {
    // the first stage was solved before the step, for its length
    if (late > 0 && drives.solvesEveryStage()) {
      drives.solve(in, time + late, dt);
    }
    drives.prepare(kernel, time + late, end);
    kernel.prepare(in, parallel);
  }
}
