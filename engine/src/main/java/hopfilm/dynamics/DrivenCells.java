package hopfilm.dynamics;

import hopfilm.grid.VectorField;

/** An external field that varies in space, f(t) h, with f of the prepared stage of a step. */
final class DrivenCells {

  private final Surroundings.CellField source;
  private double factor;

  DrivenCells(Surroundings.CellField source) {
    this.source = source;
    this.factor = source.course().amplitude();
  }

  /** True if f is the same at all times. */
  boolean isConstant() {
    return source.course().equals(Envelope.constant());
  }

  /** Sets the moment [s]. */
  void at(double t) {
    factor = source.course().at(t);
  }

  double factor() {
    return factor;
  }

  /** h [A/m]. */
  VectorField field() {
    return source.h();
  }
}
