package hopfilm.protocol;

import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.util.function.DoubleBinaryOperator;

/**
 * Adds up the Joule heat of a drive f(t) V: the integral of f^2 p, where p = sum V_i G_ij V_j
 * changes slowly and is taken by the trapezoidal rule.
 */
public final class JouleHeat {

  private double joule;
  private double from = Double.NaN;
  private double power;

  /** Heat so far [J]. */
  public double joule() {
    return joule;
  }

  /** Begins a stretch, in which the drive does not jump. */
  public void begin() {
    from = Double.NaN;
  }

  /**
   * Goes on to a time.
   *
   * @param p power at f = 1 [W]
   * @param square integral of f^2 from one time to another [s]
   */
  public void add(double t, double p, DoubleBinaryOperator square) {
    if (!Double.isNaN(from)) {
      joule += 0.5 * (p + power) * square.applyAsDouble(from, t);
    }
    from = t;
    power = p;
  }

  void save(StateWriter out) throws IOException {
    out.part("heat");
    out.number(joule);
    out.number(from);
    out.number(power);
  }

  void restore(StateReader in) throws IOException {
    in.part("heat");
    joule = in.number();
    from = in.number();
    power = in.number();
  }
}
