package hopfilm.validation;

import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.Parallel;

/** Textures in time under a given drift velocity. */
final class DrivenTextures {

  private DrivenTextures() {}

  /**
   * A texture at time zero under a uniform drift velocity.
   *
   * @param u along x, the direction of the charge current [m/s]
   */
  static TimeEvolution under(Magnet magnet, VectorField start, double u) {
    TimeEvolution evolution = new TimeEvolution(magnet, null, Numerics.standard(), Parallel.SERIAL);
    evolution.state(start, 0);
    Drift drift = new Drift(evolution.layout(), 0);
    java.util.Arrays.fill(drift.start().x(), u);
    evolution.under(s -> s.withDrift(drift));
    return evolution;
  }
}
