package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.ThermalField;
import hopfilm.parallel.Parallel;

/**
 * Owns the thermal field of the current time step. Held constant over a step it is an ordinary
 * field, and the motion in it an ordinary one, whose limit for short steps is the Stratonovich
 * solution of the stochastic equation: E. Wong, M. Zakai, Ann. Math. Stat. 36, 1560 (1965),
 * doi:10.1214/aoms/1177699916.
 */
final class ThermalNoise {

  private final ThermalField thermal;
  private final VectorField h;
  private final double[] strength;
  private long step;

  /**
   * @param step number of the next step
   */
  ThermalNoise(ThermalField thermal, Magnet magnet, long step) {
    this.thermal = thermal;
    this.step = step;
    this.h = new VectorField(magnet.grid());
    this.strength = new double[magnet.grid().cells()];
    use(magnet);
  }

  ThermalField thermal() {
    return thermal;
  }

  /**
   * Takes over the damping and Ms of another magnet on the same grid.
   *
   * @param rise of each cell above the temperature of the field [K]; null for none
   */
  void use(Magnet magnet, double[] rise) {
    use(magnet);
    for (int i = 0; i < strength.length; i++) {
      double more = thermal.offset(h.grid(), i) + (rise == null ? 0 : rise[i]);
      strength[i] *= Math.sqrt(Math.max(0, 1 + more / thermal.temperature()));
    }
  }

  private void use(Magnet magnet) {
    Material a = magnet.material();
    double volume = magnet.grid().cellVolume();
    for (int i = 0; i < strength.length; i++) {
      strength[i] = thermal.strength(a.alpha().at(i), a.Ms().at(i), volume);
    }
  }

  /** The field of the present step [A/m], the same object throughout. */
  VectorField field() {
    return h;
  }

  /** Number of the next step. */
  long step() {
    return step;
  }

  void step(long number) {
    step = number;
  }

  /** Draws the field of the next step, of length dt. */
  void draw(double dt, Parallel parallel) {
    long number = step++;
    int rows = h.grid().ny() * h.grid().nz();
    parallel.forRange(rows, 8, (from, to) -> thermal.draw(h, strength, number, dt, from, to));
  }
}
