package hopfilm.dynamics;

import static hopfilm.units.Constants.E;
import static hopfilm.units.Constants.MUB;

import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Material;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import java.io.IOException;

/**
 * Owns the drift velocity of the last solution and its slope in time: muB s_perp E/(e Ms), from
 * which the kernels make that of j = s_perp (E + ratio m (m.E)). Where the polarisation varies from
 * cell to cell it is in that velocity.
 */
final class SolvedDrift {

  private final CurrentFlow flow;
  private final PaddedLayout layout;
  private Drift velocity;
  private double[] scale; // drift velocity by field, a number a cell, or one for all [m/s/(V/m)]
  private double solvedAt;
  private double largest;

  SolvedDrift(CurrentFlow flow, PaddedLayout layout, Material material) {
    this.flow = flow;
    this.layout = layout;
    material(material);
  }

  /** Takes over Ms and P; the potential must be solved anew afterwards. */
  void material(Material material) {
    AmrConductivity conductivity = flow.conductivity();
    boolean isOne = material.P().isUniform();
    Drift.Conduction conduction =
        new Drift.Conduction(
            conductivity.ratio(), conductivity.hallRatio(), conductivity.planarHall());
    velocity = new Drift(layout, conduction, isOne ? material.P().at(0) : 1);
    boolean isOneScale = isOne && material.Ms().isUniform() && flow.isOfOneResistivity();
    scale = scale(material, isOneScale ? 1 : layout.grid().cells());
  }

  private double[] scale(Material material, int cells) {
    double[] velocity = new double[cells];
    boolean isOne = material.P().isUniform();
    for (int i = 0; i < cells; i++) {
      double ms = material.Ms().at(i);
      velocity[i] = ms == 0 ? 0 : MUB / (E * ms) * flow.conductivity().sPerp();
      velocity[i] *= flow.relativeConductivity(i);
      velocity[i] *= isOne ? 1 : material.P().at(i);
    }
    return velocity;
  }

  private double scale(int cell) {
    return scale[scale.length == 1 ? 0 : cell];
  }

  /** Takes over another Ms, with which current and polarisation stay the same. */
  void rescale(Material material) {
    double[] next = scale(material, layout.grid().cells());
    int nx = layout.grid().nx();
    for (int k = 0; k < velocity.components(); k++) {
      double[] start = velocity.start().component(k);
      double[] slope = velocity.slope().component(k);
      for (int i = 0; i < next.length; i++) {
        double ratio = scale(i) == 0 ? 0 : next[i] / scale(i);
        int c = layout.start(i / nx) + i % nx;
        start[c] *= ratio;
        slope[c] *= ratio;
      }
    }
    scale = next;
  }

  /** As last solved, with its slope. */
  Drift velocity() {
    return velocity;
  }

  /** Time since the last solution [s]. */
  double since(double t) {
    return t - solvedAt;
  }

  /** Largest velocity of a cell [m/s]. */
  double largest() {
    return largest;
  }

  /**
   * Takes over a solution.
   *
   * @param field electric field [V/m]
   * @param factor of the conductivity in each cell, null for 1
   * @param hasSlope whether the velocity changes linearly from this solution on, as since the last
   * @return how far off the extrapolation was, relative in rms; 0 without slope
   */
  double solved(VectorField field, double[] factor, double t, boolean hasSlope) {
    int nx = layout.grid().nx();
    double elapsed = since(t);
    boolean slope = hasSlope && elapsed > 0;
    double off = 0;
    double all = 0;
    double max = 0;
    for (int row = 0; row < layout.rows(); row++) {
      int start = layout.start(row);
      for (int i = 0; i < nx; i++) {
        int cell = row * nx + i;
        int c = start + i;
        double cellOff = 0;
        double square = 0;
        for (int k = 0; k < velocity.components(); k++) {
          double[] w0 = velocity.start().component(k);
          double[] w1 = velocity.slope().component(k);
          double w = scale(cell) * field.component(k)[cell];
          w *= factor == null ? 1 : factor[cell];
          double old = w0[c];
          double d = w - (old + elapsed * w1[c]);
          cellOff += d * d;
          square += w * w;
          w1[c] = slope ? (w - old) / elapsed : 0;
          w0[c] = w;
        }
        off += cellOff;
        all += square;
        max = Math.max(max, square);
      }
    }
    solvedAt = t;
    largest = Math.sqrt(max) * velocity.largest();
    return !hasSlope || all == 0 ? 0 : Math.sqrt(off / all);
  }

  /**
   * Adds a change to the slope.
   *
   * @param field electric field that comes [V/m]
   * @param factor of the conductivity in each cell, null for 1
   * @param time in which it comes [s]
   */
  void bend(VectorField field, double[] factor, double time) {
    int nx = layout.grid().nx();
    for (int cell = 0; cell < layout.grid().cells(); cell++) {
      int c = layout.start(cell / nx) + cell % nx;
      double own = scale(cell) * (factor == null ? 1 : factor[cell]) / time;
      for (int k = 0; k < velocity.components(); k++) {
        velocity.slope().component(k)[c] += own * field.component(k)[cell];
      }
    }
  }

  void save(StateWriter out) throws IOException {
    for (int k = 0; k < velocity.components(); k++) {
      out.numbers(velocity.start().component(k), velocity.slope().component(k));
    }
    out.number(solvedAt);
  }

  void restore(StateReader in) throws IOException {
    for (int k = 0; k < velocity.components(); k++) {
      in.numbers(velocity.start().component(k), velocity.slope().component(k));
    }
    solvedAt = in.number();
  }

  /** The largest velocity, which a state keeps in another place than the rest. */
  void largest(double saved) {
    largest = saved;
  }
}
