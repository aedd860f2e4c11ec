package hopfilm.chart;

/** A plot that can point at a value of its abscissa. */
public interface Pointed extends Figure {

  /**
   * A line across the plot.
   *
   * @param value in SI units; the line of a value beyond the plot is at its end
   */
  Figure pointer(double value);
}
